// The tests of `match` patterns on values.
//
// https://docs.python.org/3.11/reference/compound_stmts.html#patterns

import { BigRange, List, Range, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { Dict, PyObject, PyType, type Value } from '../values/object.ts';
import { findAttribute, typeName, typeOf } from './attributes.ts';
import { callMethod } from './call.ts';
import type { Interpreter } from './interpreter.ts';
import { DONE, type Pending, steps, wait, type Result, type Steps } from './pending.ts';
import { isException, isInstance, iterate, length, next, repr } from './protocols.ts';

export function isSequence(value: Value): boolean {
  if (value instanceof List || value instanceof Tuple) return true;
  if (value instanceof Range || value instanceof BigRange) return true;
  return value instanceof PyObject && collectionKind(value.cls) === 'sequence';
}

export function isMapping(value: Value): boolean {
  if (value instanceof Dict) return true;
  return value instanceof PyObject && collectionKind(value.cls) === 'mapping';
}

type CollectionKind = 'sequence' | 'mapping';

const named: Readonly<Record<string, CollectionKind>> = {
  'collections.abc.Sequence': 'sequence',
  'collections.abc.Mapping': 'mapping',
  'collections.deque': 'sequence',
  'array.array': 'sequence',
  'builtins.list': 'sequence',
  'builtins.tuple': 'sequence',
  'builtins.range': 'sequence',
  'builtins.memoryview': 'sequence',
  'builtins.dict': 'mapping',
  'builtins.mappingproxy': 'mapping',
  'types.MappingProxyType': 'mapping',
};

const registered = new WeakMap<PyType, CollectionKind>();

/** As which of the two an instance matches; the first class of its MRO that says so decides. */
function collectionKind(type: PyType): CollectionKind | null {
  for (const one of type.mro) {
    const kind = registered.get(one) ?? named[`${one.module}.${one.name}`];
    if (kind) return kind;
  }
  return null;
}

/** `Sequence.register(cls)` makes a sequence of the class for patterns too, and so `Mapping`. */
export function registerCollection(abstract: PyType, type: PyType): void {
  const kind = collectionKind(abstract);
  if (kind && !type.immutable) registered.set(type, kind);
}

export function lengthOf(vm: Interpreter, value: Value): Result {
  return length(vm, value);
}

const missing = new PyObject(typeOf(null));

function orMissing(value: Value | undefined): Value {
  return value === undefined ? missing : value;
}

/** The values of the keys as a tuple, or None where one is missing. */
export function matchKeys(vm: Interpreter, mapping: Value, keys: Tuple): Result {
  return steps(
    (function* (): Steps {
      const values: Value[] = [];
      const seen = new Dict();
      for (const key of keys.items) {
        if (seen.has(key)) {
          const shown = String(yield* wait(repr(vm, key)));
          raise('ValueError', `mapping pattern checks duplicate key (${shown})`);
        }
        seen.set(key, true);
        const value =
          mapping instanceof Dict && mapping.cls.immutable
            ? orMissing(mapping.get(key))
            : yield* wait(callMethod(vm, mapping, 'get', [key, missing]));
        if (value === missing) return null;
        values.push(value);
      }
      return new Tuple(values);
    })(),
  );
}

/** A new dict with what the named keys leave of the mapping. */
export function restOfMapping(vm: Interpreter, mapping: Value, keys: Tuple): Result {
  return steps(
    (function* (): Steps {
      const rest = new Dict();
      if (mapping instanceof Dict) {
        rest.update(mapping);
      } else {
        const iterator = yield* wait(
          iterate(vm, yield* wait(callMethod(vm, mapping, 'items', []))),
        );
        for (;;) {
          const item = yield* wait(next(vm, iterator));
          if (item === DONE) break;
          const [key, value] = (item as Tuple).items;
          rest.set(key as Value, value as Value);
        }
      }
      for (const key of keys.items) rest.delete(key);
      return rest;
    })(),
  );
}

/** Types whose one positional pattern is the value itself. */
const selfMatching = new Set(
  'bool bytearray bytes dict float frozenset int list set str tuple'.split(' '),
);

/** The values of the sub-patterns as a tuple, or None where the class pattern does not match. */
export function matchClass(
  vm: Interpreter,
  subject: Value,
  cls: Value,
  names: Tuple,
  positional: number,
): Result {
  return steps(
    (function* (): Steps {
      if (!(cls instanceof PyType))
        return raise('TypeError', 'called match pattern must be a type');
      if ((yield* wait(isInstance(vm, subject, cls))) !== true) return null;
      const values: Value[] = [];
      const attributes = yield* positionalNames(vm, cls, positional);
      if (attributes === 'self') values.push(subject);
      const wanted = attributes === 'self' ? names.items : [...attributes, ...names.items];
      for (const [i, name] of wanted.entries()) {
        checkName(cls, name, wanted.slice(0, i));
        let value: Value;
        try {
          const found = findAttribute(vm, subject, name as string);
          if (found === undefined) return null;
          value = yield* wait(found);
        } catch (error) {
          if (isException(error, 'AttributeError')) return null;
          throw error;
        }
        values.push(value);
      }
      return new Tuple(values);
    })(),
  );
}

function checkName(cls: PyType, name: Value, before: readonly Value[]): void {
  if (typeof name !== 'string') {
    raise('TypeError', `__match_args__ elements must be strings (got ${typeName(name)})`);
  }
  if (before.includes(name)) {
    raise('TypeError', `${cls.name}() got multiple sub-patterns for attribute '${name}'`);
  }
}

function* positionalNames(
  vm: Interpreter,
  cls: PyType,
  count: number,
): Generator<Pending, 'self' | Value[], Value> {
  if (count === 0) return [];
  const found = findAttribute(vm, cls, '__match_args__');
  if (found === undefined) {
    const self = cls.mro.some((type) => type.immutable && selfMatching.has(type.name));
    if (self && count === 1) return 'self';
    const most = self ? 1 : 0;
    const noun = most === 1 ? 'sub-pattern' : 'sub-patterns';
    return raise('TypeError', `${cls.name}() accepts ${most} positional ${noun} (${count} given)`);
  }
  const args = yield* wait(found);
  if (!(args instanceof Tuple)) {
    return raise('TypeError', `${cls.name}.__match_args__ must be a tuple (got ${typeName(args)})`);
  }
  if (args.items.length < count) {
    const noun = args.items.length === 1 ? 'sub-pattern' : 'sub-patterns';
    return raise(
      'TypeError',
      `${cls.name}() accepts ${args.items.length} positional ${noun} (${count} given)`,
    );
  }
  return args.items.slice(0, count);
}
