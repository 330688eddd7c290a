// The `class` statement: metaclass, namespace, body, and what classes are told when one derives
// from them.
//
// https://docs.python.org/3.11/reference/datamodel.html#customizing-class-creation

import {
  Cell,
  ClassMethod,
  FunctionObject,
  NativeFunction,
  StaticMethod,
} from '../values/callable.ts';
import { Tuple } from '../values/containers.ts';
import { makeException, PyError, raise } from '../values/exception.ts';
import { Dict, objectType, PyObject, PyType, typeType, type Value } from '../values/object.ts';
import { isUnknown } from '../values/unknown.ts';
import type { Keywords } from '../signature.ts';
import { bind, findAttribute, typeName, typeOf } from './attributes.ts';
import { call } from './call.ts';
import { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { addSlots, bestBase, solid } from './layout.ts';
import { type Pending, steps, wait, type Result, type Steps } from './pending.ts';
import { collect, isException, repr, setItem } from './protocols.ts';

/** Runs a class body and makes the class from it. */
export function buildClass(
  vm: Interpreter,
  body: FunctionObject,
  name: string,
  bases: readonly Value[],
  keywords: Dict,
): Result {
  return steps(build(vm, body, name, bases, keywords));
}

function* build(
  vm: Interpreter,
  body: FunctionObject,
  name: string,
  written: readonly Value[],
  keywordDict: Dict,
): Steps {
  const bases = yield* resolveBases(vm, written);
  const keywords = new Map(keywordDict.values as Map<string, Value>);
  const given = keywords.get('metaclass');
  keywords.delete('metaclass');
  const meta = given instanceof PyType || given === undefined ? metaclass(given, bases) : given;
  const baseTuple = new Tuple(bases);
  const namespace = yield* prepared(vm, meta, [name, baseTuple], keywords);
  const frame = new Frame(body.code, body.globals, namespace, body);
  frame.openCells(body.closure);
  const cell = (yield frame) as Value;
  if (cell instanceof Cell) yield* wait(setItem(vm, namespace, '__classcell__', cell));
  if (bases.length !== written.length || bases.some((b, i) => b !== written[i])) {
    yield* wait(setItem(vm, namespace, '__orig_bases__', new Tuple(written)));
  }
  const made = yield* wait(
    call(vm, meta, [name, baseTuple, namespace], keywords.size > 0 ? keywords : null),
  );
  if (cell instanceof Cell && made instanceof PyType) yield* checkCell(vm, cell, name, made);
  return made;
}

/** The namespace that the body's names go to: a dict, or what the metaclass's `__prepare__` gives. */
function* prepared(
  vm: Interpreter,
  meta: Value,
  args: Value[],
  keywords: Map<string, Value>,
): Generator<Pending, Dict, Value> {
  const prepare = meta === typeType ? undefined : findAttribute(vm, meta, '__prepare__');
  if (prepare === undefined) return new Dict();
  const made = yield* wait(call(vm, yield* wait(prepare), args, keywords));
  if (typeOf(made).lookup('__getitem__') === undefined) {
    const who = meta instanceof PyType ? meta.name : '<metaclass>';
    raise('TypeError', `${who}.__prepare__() must return a mapping, not ${typeName(made)}`);
  }
  // The run loop asks what is no plain dict by its methods.
  return made as Dict;
}

/** A method's `__class__` must be the class that the statement makes. */
function* checkCell(
  vm: Interpreter,
  cell: Cell,
  name: string,
  made: PyType,
): Generator<Pending, void, Value> {
  if (cell.value === made) return;
  const shown = String(yield* wait(repr(vm, made)));
  if (cell.value === undefined) {
    const text = `__class__ not set defining '${name}' as ${shown}.`;
    raise('RuntimeError', `${text} Was __classcell__ propagated to type.__new__?`);
  }
  const set = String(yield* wait(repr(vm, cell.value)));
  raise('TypeError', `__class__ set to ${set} defining '${name}' as ${shown}`);
}

/** `__mro_entries__` (PEP 560): `Generic[T]` stands for `Generic`. An unknown base is object. */
function* resolveBases(
  vm: Interpreter,
  written: readonly Value[],
): Generator<Pending, Value[], Value> {
  const bases: Value[] = [];
  for (const base of written) {
    if (base instanceof PyType) {
      bases.push(base);
      continue;
    }
    const entries = isUnknown(base) ? null : yield* mroEntries(vm, base);
    if (entries === null) {
      bases.push(base);
      continue;
    }
    const tuple = yield* wait(call(vm, entries, [new Tuple(written)]));
    if (!(tuple instanceof Tuple)) raise('TypeError', '__mro_entries__ must return a tuple');
    bases.push(...tuple.items);
  }
  return bases;
}

/** An attribute of the base itself, which need not be one of its class. */
function* mroEntries(vm: Interpreter, base: Value): Generator<Pending, Value | null, Value> {
  const found = findAttribute(vm, base, '__mro_entries__');
  if (found === undefined) return null;
  try {
    return yield* wait(found);
  } catch (error) {
    if (isException(error, 'AttributeError')) return null;
    throw error;
  }
}

/** The most derived of the metaclass that is given and those of the bases. */
function metaclass(given: PyType | undefined, bases: readonly Value[]): PyType {
  const first = bases.find((base) => !isUnknown(base));
  let winner = given ?? (first === undefined ? typeType : typeOf(first));
  for (const base of bases) {
    const meta = typeOf(base);
    if (isUnknown(base)) continue;
    if (winner.isSubtypeOf(meta)) continue;
    if (meta.isSubtypeOf(winner)) {
      winner = meta;
      continue;
    }
    raise(
      'TypeError',
      'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of ' +
        'the metaclasses of all its bases',
    );
  }
  return winner;
}

/** `type(name, bases, namespace)`: `type.__new__` */
export function* makeType(
  vm: Interpreter,
  given: PyType,
  name: string,
  written: readonly Value[],
  namespace: Dict,
  keywords: Keywords,
): Steps {
  if (name.includes('\0')) raise('ValueError', 'type name must not contain null characters');
  const unknownBase = written.find((b) => isUnknown(b));
  const known = written.filter((b) => !isUnknown(b));
  for (const base of known) refuseNoClass(base);
  const meta = metaclass(given, known);
  if (meta !== given) {
    const create = meta.lookup('__new__');
    if (create instanceof StaticMethod && create.func instanceof FunctionObject) {
      const args = [meta, name, new Tuple(written), namespace];
      return yield* wait(call(vm, create.func, args, keywords));
    }
  }
  const bases = known.map((b) => checkBase(b));
  if (bases.length === 0) bases.push(objectType);
  const type = new PyType(meta, name, bases, { module: '__main__' });
  type.allocate = bestBase(bases).allocate;
  for (const [key, value] of namespace.values) {
    if (typeof key === 'string') type.dict.setName(key, value);
  }
  describe(vm, type, name);
  type.mro = yield* resolutionOrder(vm, type, bases);
  fillCell(type);
  yield* addSlots(vm, type);
  if (!type.dict.values.has('__doc__')) type.dict.setName('__doc__', null);
  if (unknownBase !== undefined && isUnknown(unknownBase))
    type.dict.setName('__unknown_base__', unknownBase);
  for (const base of bases) subclassesOf(vm, base).push(type);
  for (const [key, value] of [...type.dict.values]) {
    if (value instanceof PyObject && !value.cls.immutable) {
      yield* setName(vm, type, key as string, value);
    }
  }
  yield* initSubclass(vm, type, keywords);
  return type;
}

function refuseNoClass(base: Value): void {
  if (base instanceof PyType) return;
  if (typeOf(base).lookup('__mro_entries__') === undefined) return;
  const text = "type() doesn't support MRO entry resolution; use types.new_class()";
  raise('TypeError', text);
}

/** Methods that name `__class__` share a cell with the class. */
function fillCell(type: PyType): void {
  const cell = type.dict.values.get('__classcell__');
  if (cell === undefined) return;
  if (!(cell instanceof Cell)) {
    const shown = fullName(typeOf(cell));
    raise('TypeError', `__classcell__ must be a nonlocal cell, not <class '${shown}'>`);
  }
  cell.value = type;
  type.dict.delete('__classcell__');
}

function fullName(type: PyType): string {
  return type.module === 'builtins' ? type.qualname : `${type.module}.${type.qualname}`;
}

/** Tells an attribute's value its name. */
function* setName(
  vm: Interpreter,
  type: PyType,
  name: string,
  value: PyObject,
): Generator<Pending, void, Value> {
  const found = value.cls.lookup('__set_name__');
  if (found === undefined || found === null) return;
  try {
    const plain = found instanceof FunctionObject || found instanceof NativeFunction;
    const method = plain ? found : yield* wait(bind(vm, found, value));
    yield* wait(call(vm, method, plain ? [value, type, name] : [type, name]));
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    const what = `'${value.cls.name}' instance '${name}' in '${type.name}'`;
    const wrapped = makeException('RuntimeError', `Error calling __set_name__ on ${what}`);
    wrapped.cause = error.value;
    wrapped.suppressContext = true;
    throw new PyError(wrapped);
  }
}

export function checkBase(base: Value): PyType {
  if (!(base instanceof PyType)) raise('TypeError', 'bases must be types');
  const final = base.final || (base.immutable && finalTypes.has(base.name));
  if (final) raise('TypeError', `type '${base.name}' is not an acceptable base type`);
  return base;
}

/** Built-in types that nothing may derive from. */
const finalTypes = new Set(
  (
    'bool function method builtin_function_or_method method_descriptor wrapper_descriptor ' +
    'method-wrapper getset_descriptor member_descriptor generator coroutine async_generator ' +
    'NoneType ellipsis NotImplementedType range slice cell code frame traceback mappingproxy ' +
    'dict_keys dict_values dict_items list_iterator tuple_iterator range_iterator set_iterator ' +
    'str_iterator memoryview UnionType'
  ).split(' '),
);

function describe(vm: Interpreter, type: PyType, name: string): void {
  const { values } = type.dict;
  const qualname = values.get('__qualname__');
  if (qualname !== undefined && typeof qualname !== 'string') {
    raise('TypeError', `type __qualname__ must be a str, not ${typeName(qualname)}`);
  }
  type.qualname = typeof qualname === 'string' ? qualname : name;
  type.dict.delete('__qualname__');
  const module = values.get('__module__') ?? vm.currentFrame()?.globals.values.get('__name__');
  if (typeof module === 'string') {
    type.module = module;
    type.dict.setName('__module__', module);
  }
  const doc = values.get('__doc__');
  type.doc = typeof doc === 'string' ? doc : null;
  const create = values.get('__new__');
  if (create instanceof FunctionObject) type.dict.setName('__new__', new StaticMethod(create));
  for (const implicit of ['__init_subclass__', '__class_getitem__']) {
    const method = values.get(implicit);
    if (method instanceof FunctionObject) type.dict.setName(implicit, new ClassMethod(method));
  }
  if (values.has('__eq__') && !values.has('__hash__')) type.dict.setName('__hash__', null);
}

export function* resolutionOrder(
  vm: Interpreter,
  type: PyType,
  bases: readonly PyType[],
): Generator<Pending, readonly PyType[], Value> {
  const custom = type.cls === typeType ? undefined : type.cls.lookup('mro');
  if (custom === undefined || (custom instanceof NativeFunction && custom.owner === typeType)) {
    return (type.mro = linearise(type, bases));
  }
  const method = custom instanceof FunctionObject ? custom : yield* wait(bind(vm, custom, type));
  const given = yield* wait(call(vm, method, custom instanceof FunctionObject ? [type] : []));
  const order = yield* collect(vm, given);
  for (const each of order) {
    if (!(each instanceof PyType)) {
      raise('TypeError', `mro() returned a non-class ('${typeName(each)}')`);
    }
    if (!solid(bestBase(bases)).isSubtypeOf(solid(each))) {
      raise('TypeError', `mro() returned base with unsuitable layout ('${each.name}')`);
    }
  }
  return order as PyType[];
}

/** The C3 linearisation. */
export function linearise(type: PyType, bases: readonly PyType[]): PyType[] {
  const names = new Set<PyType>();
  for (const base of bases) {
    if (names.has(base)) raise('TypeError', `duplicate base class ${base.name}`);
    names.add(base);
  }
  const sequences = [...bases.map((base) => [...base.mro]), [...bases]];
  const order: PyType[] = [type];
  for (;;) {
    const open = sequences.filter((sequence) => sequence.length > 0);
    if (open.length === 0) return order;
    const head = open
      .map((sequence) => sequence[0] as PyType)
      .find((candidate) => !open.some((sequence) => sequence.indexOf(candidate) > 0));
    if (!head) {
      const list = [...new Set(open.map((sequence) => (sequence[0] as PyType).name))].join(', ');
      raise(
        'TypeError',
        `Cannot create a consistent method resolution\norder (MRO) for bases ${list}`,
      );
    }
    order.push(head);
    for (const sequence of open) if (sequence[0] === head) sequence.shift();
  }
}

function* initSubclass(vm: Interpreter, type: PyType, keywords: Keywords): Steps {
  for (const base of type.mro.slice(1)) {
    const method = base.dict.values.get('__init_subclass__');
    if (method === undefined) continue;
    const func = method instanceof ClassMethod ? method.func : method;
    if (func instanceof NativeFunction && base === objectType && keywords && keywords.size > 0) {
      raise('TypeError', `${type.qualname}.__init_subclass__() takes no keyword arguments`);
    }
    return yield* wait(call(vm, func, [type], keywords));
  }
  if (keywords && keywords.size > 0) {
    raise('TypeError', `${type.qualname}.__init_subclass__() takes no keyword arguments`);
  }
  return null;
}

/** The direct subclasses that this run has made, oldest first. */
export function subclassesOf(vm: Interpreter, type: PyType): PyType[] {
  let table = vm.extensions.get('subclasses') as Map<PyType, PyType[]> | undefined;
  if (!table) vm.extensions.set('subclasses', (table = new Map()));
  let list = table.get(type);
  if (!list) table.set(type, (list = []));
  return list;
}
