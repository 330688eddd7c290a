// Methods of range. Ranges within what numbers hold are computed with numbers, others with bigints.
//
// https://docs.python.org/3.11/library/stdtypes.html#ranges

import { attribute, methods, staticMethods } from '../native.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { compare } from '../evaluate/operators.ts';
import { pause, type Pending, type Steps } from '../evaluate/pending.ts';
import { hash, index } from '../evaluate/protocols.ts';
import { itemIndex } from '../text/indices.ts';
import { BigRange, Range, rangeType, Slice, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { intOf, normalise, type Int } from '../values/integers.ts';
import { IntObject, notImplemented } from '../values/numbers.ts';
import type { PyType, Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { mixHashes } from './hashes.ts';
import { LongRangeIterator, RangeIterator } from './rangeIterators.ts';
import { checkIndex, known } from './sequences.ts';
import { sliceIndices } from './slice.ts';

type AnyRange = Range | BigRange;

staticMethods(rangeType, {
  '__new__(cls, /, *args)': (vm, _cls: PyType, args: Value[]) => {
    if (args.length === 0) raise('TypeError', 'range expected at least 1 argument, got 0');
    if (args.length > 3)
      raise('TypeError', `range expected at most 3 arguments, got ${args.length}`);
    const unknown = args.find((argument) => isUnknown(argument));
    if (unknown !== undefined && isUnknown(unknown))
      return new Unknown(reasonOf(unknown), rangeType);
    const [a, b, c] = args.map((argument) => index(vm, argument)) as [Int, Int?, Int?];
    if (c !== undefined && Number(c) === 0) raise('ValueError', 'range() arg 3 must not be zero');
    return b === undefined ? makeRange(0, a, 1) : makeRange(a, b, c ?? 1);
  },
});

/** Differences of two such bounds are exact. */
const BOUND_MAX = 2 ** 52;

function makeRange(start: Int, stop: Int, step: Int): AnyRange {
  const small = [start, stop, step].every(
    (bound) => typeof bound === 'number' && Math.abs(bound) <= BOUND_MAX,
  );
  return small
    ? new Range(start as number, stop as number, step as number)
    : new BigRange(BigInt(start), BigInt(stop), BigInt(step));
}

function itemAt(range: AnyRange, at: number | bigint): Int {
  if (range instanceof Range && typeof at === 'number') return range.start + at * range.step;
  return normalise(BigInt(range.start) + BigInt(at) * BigInt(range.step));
}

const int = (value: number | bigint): Int =>
  typeof value === 'number' ? value + 0 : normalise(value);

methods(rangeType, {
  '__repr__(self, /)': (_vm, { start, stop, step }: AnyRange) =>
    Number(step) === 1 ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`,
  '__len__(self, /)': (_vm, { length }: AnyRange) =>
    typeof length === 'number' || length < 2n ** 63n
      ? int(length)
      : raise('OverflowError', 'Python int too large to convert to C ssize_t'),
  '__bool__(self, /)': (_vm, self: AnyRange) => self.length > 0,
  '__iter__(self, /)': (_vm, self: AnyRange) =>
    self instanceof Range
      ? new RangeIterator(self.start, self.step, self.length)
      : new LongRangeIterator(self.start, self.step, self.length),
  '__reversed__(self, /)': (_vm, self: AnyRange) =>
    self instanceof Range
      ? new RangeIterator(self.start + (self.length - 1) * self.step, -self.step, self.length)
      : new LongRangeIterator(self.start + (self.length - 1n) * self.step, -self.step, self.length),
  *'__contains__(self, key, /)'(vm, self: AnyRange, key: Value): Steps {
    if (isUnknown(key)) return new Unknown(reasonOf(key));
    return (yield* search(vm, self, key)) >= 0;
  },
  '__getitem__(self, key, /)': (vm, self: AnyRange, key: Value) => {
    if (isUnknown(key)) return new Unknown(reasonOf(key));
    checkIndex(key, 'range');
    if (key instanceof Slice) {
      const [start, stop, step] = sliceIndices(vm, key, int(self.length));
      return makeRange(
        itemAt(self, start),
        itemAt(self, stop),
        normalise(BigInt(step) * BigInt(self.step)),
      );
    }
    const message = 'range object index out of range';
    const at = index(vm, key);
    if (self instanceof Range && typeof at === 'number')
      return itemAt(self, itemIndex(at, self.length, message));
    const place = BigInt(at) < 0n ? BigInt(at) + BigInt(self.length) : BigInt(at);
    if (place < 0n || place >= BigInt(self.length)) raise('IndexError', message);
    return itemAt(self, place);
  },
  '__eq__(self, value, /)': (_vm, self: AnyRange, other: Value) =>
    isRange(other) ? same(self, other) : notImplemented,
  '__ne__(self, value, /)': (_vm, self: AnyRange, other: Value) =>
    isRange(other) ? !same(self, other) : notImplemented,
  '__hash__(self, /)': (vm, { length, start, step }: AnyRange) => {
    const parts: Value[] = [
      int(length),
      Number(length) === 0 ? null : int(start),
      length < 2 ? null : int(step),
    ];
    return mixHashes(parts.map((part) => hash(vm, part)));
  },
  *'count(self, value, /)'(vm, self: AnyRange, value: Value): Steps {
    if (intOf(value) !== undefined) return (yield* search(vm, self, value)) >= 0 ? 1 : 0;
    let count = 0;
    for (let i = 0; i < self.length; i++) {
      if (yield* known(vm, compare(vm, 'Eq', itemAt(self, i), value))) count++;
    }
    return count;
  },
  *'index(self, value, /)'(vm, self: AnyRange, value: Value): Steps {
    const at = yield* search(vm, self, value);
    if (at >= 0) return int(at);
    const number = intOf(value);
    const text = 'sequence.index(x): x not in sequence';
    return raise('ValueError', number === undefined ? text : `${number} is not in range`);
  },
  '__reduce__(self, /)': (_vm, { start, stop, step }: AnyRange) =>
    new Tuple([rangeType, new Tuple([int(start), int(stop), int(step)])]),
});
for (const op of ['lt', 'le', 'gt', 'ge'])
  methods(rangeType, { [`__${op}__(self, value, /)`]: () => notImplemented });
for (const name of ['start', 'stop', 'step'] as const) {
  attribute<AnyRange>(
    rangeType,
    name,
    (_vm, self) => int(self[name]),
    () => raise('AttributeError', 'readonly attribute'),
  );
}

function isRange(value: Value): value is AnyRange {
  return value instanceof Range || value instanceof BigRange;
}

/** Two ranges are equal where they have the same items. */
function same(a: AnyRange, b: AnyRange): boolean {
  if (BigInt(a.length) !== BigInt(b.length)) return false;
  if (Number(a.length) === 0) return true;
  if (BigInt(a.start) !== BigInt(b.start)) return false;
  return Number(a.length) === 1 || BigInt(a.step) === BigInt(b.step);
}

/** Where the value stands, or -1. What is no int itself is compared with each item. */
function* search(vm: Interpreter, range: AnyRange, value: Value): Generator<Pending, Int, Value> {
  const number = value instanceof IntObject ? undefined : intOf(value);
  if (number !== undefined) return position(range, number);
  for (let i = 0; i < range.length; i++) {
    if (yield* known(vm, compare(vm, 'Eq', itemAt(range, i), value))) return i;
    if ((i & 0xfff) === 0xfff) yield* pause(vm, 0x1000);
  }
  return -1;
}

function position(range: AnyRange, value: Int): Int {
  if (range instanceof Range && typeof value === 'number') {
    const at = (value - range.start) / range.step;
    return Number.isInteger(at) && at >= 0 && at < range.length ? at + 0 : -1;
  }
  const distance = BigInt(value) - BigInt(range.start);
  const step = BigInt(range.step);
  if (distance % step !== 0n) return -1;
  const at = distance / step;
  return at >= 0n && at < BigInt(range.length) ? normalise(at) : -1;
}
