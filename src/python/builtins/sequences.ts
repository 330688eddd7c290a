// What list and tuple share: comparison, repetition, search, text and the iterators over them.

import { compare, equals, type Comparison } from '../evaluate/operators.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { DONE, type Pending, type Result, type Steps, wait } from '../evaluate/pending.ts';
import { repr, truth } from '../evaluate/protocols.ts';
import { typeName, typeOf } from '../evaluate/attributes.ts';
import { ambient } from '../ambient.ts';
import { methods } from '../native.ts';
import { bounds } from '../text/indices.ts';
import { type List, Slice, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { intOf, type Int } from '../values/integers.ts';
import { NativeIterator } from '../values/iterator.ts';
import { notImplemented } from '../values/numbers.ts';
import type { Dict, PyObject, PyType, Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { builtin, iterCall } from './iteratorState.ts';

export type Sequence = List | Tuple;

/** `a < b` and the like: decided by the first items that differ. */
export function compareSequences(
  vm: Interpreter,
  op: Comparison,
  left: { readonly items: readonly Value[] },
  right: { readonly items: readonly Value[] },
): Result {
  if ((op === 'Eq' || op === 'NotEq') && left.items.length !== right.items.length)
    return op === 'NotEq';
  // A comparison may change the lists: their items are looked up anew each time.
  for (let i = 0; i < left.items.length && i < right.items.length; i++) {
    const x = left.items[i] as Value;
    const y = right.items[i] as Value;
    if (isUnknown(x) || isUnknown(y))
      return new Unknown(reasonOf((isUnknown(x) ? x : y) as PyObject));
    if (equals(vm, x, y)) continue;
    if (op === 'Eq') return false;
    if (op === 'NotEq') return true;
    return compare(vm, op, x, y);
  }
  return compare(vm, op, left.items.length, right.items.length);
}

/** The six comparisons of a type whose values are compared only among themselves. */
export function sequenceComparisons(
  type: PyType,
  isOne: (value: Value) => value is Sequence,
): void {
  const table = { eq: 'Eq', ne: 'NotEq', lt: 'Lt', le: 'LtE', gt: 'Gt', ge: 'GtE' } as const;
  for (const [name, op] of Object.entries(table)) {
    methods(type, {
      [`__${name}__(self, value, /)`]: (vm, self: Sequence, other: Value) =>
        isOne(other) ? compareSequences(vm, op, self, other) : notImplemented,
    });
  }
}

/**
 * A constructor takes no keywords, unless a derived class that has the other half of construction
 * (`other`: `__new__` or `__init__`) of its own took them for itself.
 */
export function refuseKeywords(
  type: PyType,
  cls: PyType,
  other: '__new__' | '__init__',
  keywords: Dict,
): void {
  if (keywords.size > 0 && cls.lookup(other) === type.lookup(other))
    raise('TypeError', `${type.name}() takes no keyword arguments`);
}

/** Refuses what is no index before the length is looked at. */
export function checkIndex(key: Value, noun: string): void {
  if (intOf(key) !== undefined || key instanceof Slice) return;
  if (typeOf(key).lookup('__index__') !== undefined) return;
  raise('TypeError', `${noun} indices must be integers or slices, not ${typeName(key)}`);
}

/** Beyond this many bytes no machine has the memory. */
const ADDRESSABLE = 2 ** 48;

/** The items `count` times, with what that takes charged first. */
export function repeated(vm: Interpreter, items: readonly Value[], count: Int): Value[] {
  const times = Math.max(0, Number(count));
  if (items.length * times * 8 >= ADDRESSABLE) raise('MemoryError');
  vm.charge(items.length * times * 8);
  const result: Value[] = [];
  for (let i = 0; i < times; i++) for (const item of items) result.push(item);
  return result;
}

/** A repetition factor, or undefined where `*` is for the other operand to answer. */
export function factor(value: Value): Value | undefined {
  if (intOf(value) !== undefined || typeOf(value).lookup('__index__') !== undefined) return value;
  return undefined;
}

/** `sequence.index(value, start, stop)` */
export function indexOf(
  vm: Interpreter,
  items: readonly Value[],
  value: Value,
  start: Value,
  stop: Value,
): number {
  const [from, to] = bounds(vm, start, stop, items.length);
  for (let i = from; i < Math.min(to, items.length); i++) {
    if (equals(vm, items[i] as Value, value)) return i;
  }
  return -1;
}

export function containsItem(vm: Interpreter, items: readonly Value[], value: Value): Value {
  let unknown: PyObject | null = null;
  for (const item of items) {
    if (isUnknown(item)) unknown = item;
    else if (equals(vm, item, value)) return true;
  }
  if (isUnknown(value) && items.length > 0) unknown = value;
  return unknown === null ? false : new Unknown(reasonOf(unknown));
}

export function countItem(vm: Interpreter, items: readonly Value[], value: Value): Value {
  let count = 0;
  for (const item of items) {
    if (isUnknown(item) || isUnknown(value)) return new Unknown('counts values that are not known');
    if (equals(vm, item, value)) count++;
  }
  return count;
}

/** The reprs of items with commas between; `again` stands for an object within itself. */
export function* displayed(
  vm: Interpreter,
  container: PyObject,
  again: string,
  body: () => Generator<Pending, string, Value>,
): Steps {
  if (vm.reprGuard.has(container)) return again;
  vm.reprGuard.add(container);
  try {
    return yield* body();
  } finally {
    vm.reprGuard.delete(container);
  }
}

export function* reprItems(
  vm: Interpreter,
  items: Iterable<Value>,
): Generator<Pending, string, Value> {
  const parts: string[] = [];
  for (const item of items) parts.push((yield* wait(repr(vm, item))) as string);
  return parts.join(', ');
}

/** The truth of a comparison as JavaScript's; null where it is unknown. */
export function* known(vm: Interpreter, result: Result): Generator<Pending, boolean | null, Value> {
  const value = yield* wait(result);
  if (isUnknown(value)) return null;
  const decided = yield* wait(truth(vm, value));
  return isUnknown(decided) ? null : decided === true;
}

/** Iterates over something that has items by position, as it is at each step. */
export class IndexIterator extends NativeIterator {
  #source: { readonly items: readonly Value[] } | null;
  #index: number;
  readonly #step: 1 | -1;
  constructor(cls: PyType, source: { readonly items: readonly Value[] }, step: 1 | -1 = 1) {
    super(cls);
    this.#source = source;
    this.#step = step;
    this.#index = step > 0 ? 0 : source.items.length - 1;
  }

  override next(): Result {
    const source = this.#source;
    if (source === null) return DONE;
    ambient.journal?.touch(this);
    const item = source.items[this.#index];
    if (item === undefined) {
      this.#source = null;
      return DONE;
    }
    this.#index += this.#step;
    return item;
  }

  override lengthHint(): number {
    if (this.#source === null) return 0;
    return this.#step > 0 ? Math.max(0, this.#source.items.length - this.#index) : this.#index + 1;
  }

  /** The call that makes this iterator anew; `empty` is what an exhausted one iterates over. */
  reduced(vm: Interpreter, empty: Value): Tuple {
    if (this.#source === null) return iterCall(vm, empty);
    const source = this.#source as Sequence;
    if (this.#step > 0) return iterCall(vm, source, this.#index);
    return new Tuple([builtin(vm, 'reversed'), new Tuple([source]), this.#index]);
  }

  moveTo(index: number): void {
    if (this.#source === null) return;
    ambient.journal?.touch(this);
    const least = this.#step > 0 ? 0 : -1;
    this.#index = Math.min(
      Math.max(index, least),
      this.#source.items.length + (this.#step > 0 ? 0 : -1),
    );
  }

  snapshot(): () => void {
    const source = this.#source;
    const index = this.#index;
    return () => {
      this.#source = source;
      this.#index = index;
    };
  }
}
