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
import { List, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { Dict, objectType, PyObject, PyType, typeType, type Value } from '../values/object.ts';
import { isUnknown } from '../values/unknown.ts';
import type { Keywords } from '../signature.ts';
import { findAttribute, typeName, typeOf } from './attributes.ts';
import { call, callSpecial } from './call.ts';
import { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { slotDescriptor } from './slots.ts';
import { type Pending, steps, wait, type Result, type Steps } from './pending.ts';

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
  const meta = calculateMetaclass(given, bases);
  const baseTuple = new Tuple(bases);
  const prepare = meta instanceof PyType ? findAttribute(vm, meta, '__prepare__') : undefined;
  const namespace =
    prepare === undefined || meta === typeType
      ? new Dict()
      : yield* wait(call(vm, yield* wait(prepare), [name, baseTuple], keywords));
  if (!(namespace instanceof Dict)) {
    raise('TypeError', `${typeName(meta)}.__prepare__() must return a mapping`);
  }
  const frame = new Frame(body.code, body.globals, namespace, body);
  frame.openCells(body.closure);
  const cell = (yield frame) as Value;
  if (bases.length !== written.length || bases.some((b, i) => b !== written[i])) {
    namespace.set('__orig_bases__', new Tuple(written));
  }
  const made = yield* wait(
    call(vm, meta, [name, baseTuple, namespace], keywords.size > 0 ? keywords : null),
  );
  if (cell instanceof Cell) cell.value = made;
  return made;
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
    const entries = isUnknown(base)
      ? undefined
      : callSpecial(vm, base, '__mro_entries__', [new Tuple(written)]);
    if (entries === undefined) {
      bases.push(base);
      continue;
    }
    const tuple = yield* wait(entries);
    if (tuple instanceof Tuple) bases.push(...tuple.items);
  }
  return bases;
}

function calculateMetaclass(given: Value | undefined, bases: readonly Value[]): Value {
  if (given !== undefined && !(given instanceof PyType)) return given;
  let winner = given ?? typeType;
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
  meta: PyType,
  name: string,
  written: readonly Value[],
  namespace: Dict,
  keywords: Keywords,
): Steps {
  const bases = written.filter((b) => !isUnknown(b)).map((b) => checkBase(b));
  const unknownBase = written.find((b) => isUnknown(b));
  if (bases.length === 0) bases.push(objectType);
  const type = new PyType(meta, name, bases, { module: '__main__' });
  type.allocate = allocator(bases);
  for (const [key, value] of namespace.values) {
    if (typeof key === 'string') type.dict.setName(key, value);
  }
  describe(vm, type, name);
  type.mro = yield* resolutionOrder(vm, type, bases);
  addSlots(type);
  if (unknownBase !== undefined && isUnknown(unknownBase))
    type.dict.setName('__unknown_base__', unknownBase);
  for (const base of bases) subclassesOf(vm, base).push(type);
  for (const [key, value] of [...type.dict.values]) {
    if (!(value instanceof PyObject) || value instanceof FunctionObject || value instanceof PyType)
      continue;
    const setName = value.cls.lookup('__set_name__');
    if (setName !== undefined) yield* wait(call(vm, setName, [value, type, key as string]));
  }
  yield* initSubclass(vm, type, keywords);
  return type;
}

function checkBase(base: Value): PyType {
  if (!(base instanceof PyType)) raise('TypeError', 'bases must be types');
  if (base.final) raise('TypeError', `type '${base.name}' is not an acceptable base type`);
  return base;
}

/** How instances are laid out: as the base that is not a plain object. */
function allocator(bases: readonly PyType[]): PyType['allocate'] {
  const special = bases.filter((base) => base.allocate !== objectType.allocate);
  const kinds = new Set(special.map((base) => base.allocate));
  if (kinds.size > 1) {
    const [a, b] = special;
    const related = a && b && (a.isSubtypeOf(b) || b.isSubtypeOf(a));
    if (!related) raise('TypeError', 'multiple bases have instance lay-out conflict');
  }
  return special[0]?.allocate ?? objectType.allocate;
}

function describe(vm: Interpreter, type: PyType, name: string): void {
  const { values } = type.dict;
  const qualname = values.get('__qualname__');
  type.qualname = typeof qualname === 'string' ? qualname : name;
  type.dict.delete('__qualname__');
  const module = values.get('__module__') ?? vm.currentFrame()?.globals.values.get('__name__');
  if (typeof module === 'string') {
    type.module = module;
    type.dict.setName('__module__', module);
  }
  const doc = values.get('__doc__');
  type.doc = typeof doc === 'string' ? doc : null;
  if (!values.has('__doc__')) type.dict.setName('__doc__', null);
  const create = values.get('__new__');
  if (create instanceof FunctionObject) type.dict.setName('__new__', new StaticMethod(create));
  for (const implicit of ['__init_subclass__', '__class_getitem__']) {
    const method = values.get(implicit);
    if (method instanceof FunctionObject) type.dict.setName(implicit, new ClassMethod(method));
  }
  if (values.has('__eq__') && !values.has('__hash__')) type.dict.setName('__hash__', null);
}

function* resolutionOrder(
  vm: Interpreter,
  type: PyType,
  bases: readonly PyType[],
): Generator<Pending, readonly PyType[], Value> {
  type.mro = linearise(type, bases);
  const custom = type.cls.lookup('mro');
  if (custom instanceof FunctionObject) {
    const order = yield* wait(call(vm, custom, [type]));
    if (order instanceof List || order instanceof Tuple) return order.items as PyType[];
  }
  return type.mro;
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

/** `__slots__`: instances have no dict unless a base gives them one. */
function addSlots(type: PyType): void {
  const slots = type.dict.values.get('__slots__');
  const inherits = type.mro.slice(1, -1).some((base) => !base.slotsOnly && !base.immutable);
  if (slots === undefined) {
    type.slotsOnly = false;
    return;
  }
  const names: readonly string[] =
    typeof slots === 'string'
      ? [slots]
      : slots instanceof Tuple || slots instanceof List
        ? (slots.items as readonly Value[]).filter((s) => typeof s === 'string')
        : slots instanceof Dict
          ? ([...slots.keys()] as string[])
          : [];
  type.slotsOnly = !inherits && !names.includes('__dict__');
  for (const name of names) {
    if (name === '__dict__' || name === '__weakref__') continue;
    if (type.dict.values.has(name)) {
      raise('ValueError', `'${name}' in __slots__ conflicts with class variable`);
    }
    type.dict.setName(name, slotDescriptor(type, name));
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
