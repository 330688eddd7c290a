// Sequence unpacking: `a, b = value` and `a, *rest = value`.

import { List, listType, Tuple, tupleType } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { NativeIterator } from '../values/iterator.ts';
import type { Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { typeName, typeOf } from './attributes.ts';
import type { Interpreter } from './interpreter.ts';
import { DONE, Pending, steps, wait, type Steps } from './pending.ts';
import { iterate, next } from './protocols.ts';

/** The items for `count` targets; pending where an iterator has to run for them. */
export function unpack(vm: Interpreter, value: Value, count: number): readonly Value[] | Pending {
  if (isUnknown(value)) {
    return Array.from({ length: count }, () => new Unknown(reasonOf(value)));
  }
  if (isPlainSequence(value)) {
    const { items } = value;
    if (items.length > count) raise('ValueError', `too many values to unpack (expected ${count})`);
    if (items.length < count) tooFew(count, items.length);
    return items;
  }
  const taken = steps(take(vm, value, count));
  return taken instanceof Pending ? taken : unpack(vm, taken, count);
}

/** A tuple or list, or one of a class that iterates as they do, such as torch.Size. */
function isPlainSequence(value: Value): value is Tuple | List {
  if (!(value instanceof Tuple || value instanceof List)) return false;
  const base = value instanceof Tuple ? tupleType : listType;
  return value.cls === base || value.cls.lookup('__iter__') === base.lookup('__iter__');
}

/** No more is taken from the iterator than shows whether the count is right. */
function* take(vm: Interpreter, value: Value, count: number): Steps {
  const iterator = yield* iteratorOf(vm, value);
  const items: Value[] = [];
  for (;;) {
    const item = yield* wait(next(vm, iterator));
    if (item === DONE) break;
    if (items.length === count)
      raise('ValueError', `too many values to unpack (expected ${count})`);
    items.push(item);
  }
  if (items.length < count) tooFew(count, items.length);
  return new Tuple(items);
}

function tooFew(count: number, got: number): never {
  raise('ValueError', `not enough values to unpack (expected ${count}, got ${got})`);
}

function* iteratorOf(vm: Interpreter, value: Value): Steps {
  const type = typeOf(value);
  const iterable =
    value instanceof NativeIterator ||
    type.lookup('__iter__') !== undefined ||
    type.lookup('__getitem__') !== undefined;
  if (!iterable) raise('TypeError', `cannot unpack non-iterable ${typeName(value)} object`);
  return yield* wait(iterate(vm, value));
}

/** Items for targets of which one is starred: `shape` is before | after << 12. */
export function unpackEx(vm: Interpreter, value: Value, shape: number): readonly Value[] | Pending {
  const before = shape & 0xfff;
  const after = shape >> 12;
  if (isUnknown(value)) {
    return Array.from({ length: before + after + 1 }, () => new Unknown(reasonOf(value)));
  }
  if (isPlainSequence(value)) {
    const { items } = value;
    if (items.length < before + after) {
      const least = before + after;
      raise(
        'ValueError',
        `not enough values to unpack (expected at least ${least}, got ${items.length})`,
      );
    }
    const end = items.length - after;
    return [...items.slice(0, before), new List(items.slice(before, end)), ...items.slice(end)];
  }
  const taken = steps(
    (function* (): Steps {
      const iterator = yield* iteratorOf(vm, value);
      const items: Value[] = [];
      for (;;) {
        const item = yield* wait(next(vm, iterator));
        if (item === DONE) return new Tuple(items);
        items.push(item);
      }
    })(),
  );
  return taken instanceof Pending ? taken : unpackEx(vm, taken, shape);
}
