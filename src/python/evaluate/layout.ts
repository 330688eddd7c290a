// How the instances of a class are laid out: which base decides what an object is made of, what
// `__slots__` add to it, and when an object may change its class.
//
// https://docs.python.org/3.11/reference/datamodel.html#slots

import { objectType, PyObject, type PyType, types, type Value } from '../values/object.ts';
import { GetSet } from '../values/callable.ts';
import { raise } from '../values/exception.ts';
import { StrObject } from '../values/numbers.ts';
import { isUnknown } from '../values/unknown.ts';
import { typeName } from './attributes.ts';
import type { Interpreter } from './interpreter.ts';
import type { Pending } from './pending.ts';
import { collect } from './protocols.ts';
import { slotDescriptor } from './slots.ts';

/** The base that decides how instances are laid out (`__base__`). */
export function bestBase(bases: readonly PyType[]): PyType {
  let best = bases[0] ?? objectType;
  let winner = solid(best);
  for (const base of bases.slice(1)) {
    const candidate = solid(base);
    if (winner.isSubtypeOf(candidate)) continue;
    if (!candidate.isSubtypeOf(winner)) {
      raise('TypeError', 'multiple bases have instance lay-out conflict');
    }
    winner = candidate;
    best = base;
  }
  return best;
}

/** Exceptions with fields of their own, beyond what every exception has. */
const exceptionsWithFields = new Set(
  (
    'AttributeError ImportError NameError OSError StopIteration SyntaxError SystemExit ' +
    'UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError BaseExceptionGroup'
  ).split(' '),
);

/** The nearest class of the chain whose instances hold more than those of its base. */
export function solid(type: PyType): PyType {
  let at = type;
  while (at !== objectType) {
    if (at.immutable) {
      const own = at.allocate !== at.bases[0]?.allocate || exceptionsWithFields.has(at.name);
      if (own) return at;
    } else if (ownSlots(at).length > 0) return at;
    at = bestBase(at.bases);
  }
  return objectType;
}

/** The names of a class's own slots that hold values. */
export function ownSlots(type: PyType): string[] {
  const names: string[] = [];
  if (type.immutable || !type.dict.values.has('__slots__')) return names;
  for (const [name, value] of type.dict.values) {
    if (value instanceof GetSet && value.slot) names.push(name as string);
  }
  return names;
}

/** Whether instances of the class have a `__dict__`. */
export function hasInstanceDict(type: PyType): boolean {
  return !type.slotsOnly && type.mro.some((base) => !base.immutable && givesDict(base));
}

function givesDict(type: PyType): boolean {
  return type.dict.values.has('__dict__') || !type.dict.values.has('__slots__');
}

/** Whether instances of the class can be referred to weakly. */
export function hasWeakReferences(type: PyType): boolean {
  return (
    type.lookup('__weakref__') !== undefined ||
    type.mro.some((base) => base.shared || weakly.has(base.name))
  );
}

const weakly = new Set(
  (
    'function type module set frozenset generator coroutine async_generator method ' +
    'builtin_function_or_method deque array Pattern code defaultdict BufferedReader TextIOWrapper ' +
    'StringIO BytesIO memoryview'
  ).split(' '),
);

/** Types whose objects vary in length: their subclasses can't have slots with values. */
const variable = new Set(['int', 'tuple', 'bytes', 'type']);

/** Adds what a new class says of `__slots__`, or the instance's dict where it says nothing. */
export function* addSlots(vm: Interpreter, type: PyType): Generator<Pending, void, Value> {
  const written = type.dict.values.get('__slots__');
  const base = bestBase(type.bases);
  const dictBefore = base !== objectType && baseHasDict(base);
  const weakBefore = base !== objectType && hasWeakReferences(base);
  if (written === undefined) {
    type.slotsOnly = false;
    if (!dictBefore) giveDict(type);
    if (!weakBefore && !isVariable(type)) giveWeakref(type);
    return;
  }
  const names = yield* slotNames(vm, written);
  if (names.length > 0 && isVariable(type)) {
    raise('TypeError', `nonempty __slots__ not supported for subtype of '${base.name}'`);
  }
  let dict = dictBefore;
  let weak = weakBefore;
  for (const given of names) {
    if (given === '__dict__') {
      if (dict) raise('TypeError', '__dict__ slot disallowed: we already got one');
      dict = true;
      giveDict(type);
    } else if (given === '__weakref__') {
      if (weak) {
        const text = 'either we already got one, or __itemsize__ != 0';
        raise('TypeError', `__weakref__ slot disallowed: ${text}`);
      }
      weak = true;
      giveWeakref(type);
    } else {
      const name = mangled(type.name, given);
      const before = type.dict.values.get(name);
      if (before !== undefined && !(before instanceof GetSet && before.slot)) {
        raise('ValueError', `'${given}' in __slots__ conflicts with class variable`);
      }
      type.dict.setName(name, slotDescriptor(type, name));
    }
  }
  // Other bases may bring what the first one lacks.
  const others = type.mro.slice(1).some((each) => !each.immutable && givesDict(each));
  type.slotsOnly = !dict && !others;
}

function baseHasDict(base: PyType): boolean {
  if (base.immutable) {
    return base.mro.some((type) => ['BaseException', 'type', 'module'].includes(type.name));
  }
  return !base.slotsOnly;
}

function isVariable(type: PyType): boolean {
  return type.mro.some((base) => base.immutable && variable.has(base.name));
}

function* slotNames(vm: Interpreter, written: Value): Generator<Pending, string[], Value> {
  if (isUnknown(written)) return [];
  const items =
    typeof written === 'string' || written instanceof StrObject
      ? [written]
      : yield* collect(vm, written);
  return items.map((item) => {
    const name = item instanceof StrObject ? item.value : item;
    if (typeof name !== 'string') {
      return raise('TypeError', `__slots__ items must be strings, not '${typeName(item)}'`);
    }
    if (!/^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$/u.test(name)) {
      return raise('TypeError', '__slots__ must be identifiers');
    }
    return name;
  });
}

/** A name as it reads inside a class: `__x` is the class's own. */
function mangled(className: string, name: string): string {
  const bare = className.replace(/^_+/, '');
  if (bare === '' || !name.startsWith('__') || name.endsWith('__') || name.includes('.'))
    return name;
  return `_${bare}${name}`;
}

function giveDict(type: PyType): void {
  const general = objectType.dict.values.get('__dict__');
  if (!(general instanceof GetSet)) return;
  const own = new GetSet(type, '__dict__', general.get, general.set);
  own.remove = general.remove;
  type.dict.setName('__dict__', own);
}

function giveWeakref(type: PyType): void {
  type.dict.setName('__weakref__', new GetSet(type, '__weakref__', () => null, null));
}

/** `object.__class__ = type` */
export function changeClass(object: Value, type: PyType): void {
  const old = object instanceof PyObject ? object.cls : null;
  const modules = types['module'] as PyType;
  const both = old !== null && old.isSubtypeOf(modules) && type.isSubtypeOf(modules);
  if (
    old === null ||
    !(object instanceof PyObject) ||
    (!both && (old.immutable || type.immutable))
  ) {
    raise(
      'TypeError',
      '__class__ assignment only supported for mutable types or ModuleType subclasses',
    );
  }
  if (!both) refuseOtherLayout('__class__', type, old);
  object.cls = type;
}

/** Raises TypeError where objects of the two classes are not made of the same parts. */
export function refuseOtherLayout(attribute: string, type: PyType, old: PyType): void {
  const same =
    shape(type) === shape(old) &&
    hasInstanceDict(type) === hasInstanceDict(old) &&
    hasWeakReferences(type) === hasWeakReferences(old);
  if (same) return;
  if (attribute === '__bases__' && collected(type) !== collected(old)) {
    const text = `'${type.name}' deallocator differs from '${old.name}'`;
    raise('TypeError', `${attribute} assignment: ${text}`);
  }
  raise(
    'TypeError',
    `${attribute} assignment: '${type.name}' object layout differs from '${old.name}'`,
  );
}

/** Whether CPython's collector looks after the instances: not of types that refer to nothing else. */
function collected(type: PyType): boolean {
  return !['object', 'int', 'bool', 'float', 'complex', 'str', 'bytes'].includes(type.name);
}

/** What an instance holds besides its dict, as text: the built-in part and each layer of slots. */
function shape(type: PyType): string {
  const layers: string[] = [];
  let at = solid(type);
  while (!at.immutable) {
    layers.push(ownSlots(at).sort().join(' '));
    at = solid(bestBase(at.bases));
  }
  return [at.name, ...layers].join('/');
}
