// Methods of range, and the iterator over one.

import { ambient } from '../ambient.ts';
import { attribute, methods, staticMethods } from '../native.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { hash, index } from '../evaluate/protocols.ts';
import { DONE, type Result } from '../evaluate/pending.ts';
import { equals } from '../evaluate/operators.ts';
import { itemIndex } from '../text/indices.ts';
import { Range, rangeType, Slice } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { intOf } from '../values/integers.ts';
import { NativeIterator, rangeIteratorType } from '../values/iterator.ts';
import { notImplemented } from '../values/numbers.ts';
import type { PyType, Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { mixHashes } from './hashes.ts';
import { checkIndex } from './sequences.ts';
import { sliceIndices } from './slice.ts';

staticMethods(rangeType, {
  '__new__(cls, /, *args)': (vm, _cls: PyType, args: Value[]) => {
    if (args.length === 0) raise('TypeError', 'range expected at least 1 argument, got 0');
    if (args.length > 3)
      raise('TypeError', `range expected at most 3 arguments, got ${args.length}`);
    const unknown = args.find((argument) => isUnknown(argument));
    if (unknown !== undefined && isUnknown(unknown))
      return new Unknown(reasonOf(unknown), rangeType);
    const [a, b, c] = args.map((argument) => bound(vm, argument)) as [number, number?, number?];
    if (c === 0) raise('ValueError', 'range() arg 3 must not be zero');
    return b === undefined ? new Range(0, a, 1) : new Range(a, b, c ?? 1);
  },
});

function bound(vm: Interpreter, value: Value): number {
  const int = index(vm, value);
  if (typeof int === 'number') return int;
  return raise('OverflowError', 'not supported yet: a range beyond 2**53');
}

export class RangeIterator extends NativeIterator {
  // Not private to JavaScript: V8 would define them one by one.
  private value: number;
  private left: number;
  private readonly step: number;
  constructor(start: number, step: number, count: number) {
    super(rangeIteratorType);
    this.value = start;
    this.step = step;
    this.left = count;
  }

  override next(): Result {
    if (this.left <= 0) return DONE;
    ambient.journal?.touch(this);
    const value = this.value;
    this.value += this.step;
    this.left--;
    return value;
  }

  override lengthHint(): number {
    return this.left;
  }

  snapshot(): () => void {
    const value = this.value;
    const left = this.left;
    return () => {
      this.value = value;
      this.left = left;
    };
  }
}

const item = (range: Range, at: number): number => range.start + at * range.step;

methods(rangeType, {
  '__repr__(self, /)': (_vm, self: Range) =>
    self.step === 1
      ? `range(${self.start}, ${self.stop})`
      : `range(${self.start}, ${self.stop}, ${self.step})`,
  '__len__(self, /)': (_vm, self: Range) => self.length,
  '__bool__(self, /)': (_vm, self: Range) => self.length > 0,
  '__iter__(self, /)': (_vm, self: Range) => new RangeIterator(self.start, self.step, self.length),
  '__reversed__(self, /)': (_vm, self: Range) =>
    new RangeIterator(item(self, self.length - 1), -self.step, self.length),
  '__contains__(self, key, /)': (vm, self: Range, key: Value) => {
    if (isUnknown(key)) return new Unknown(reasonOf(key));
    return position(vm, self, key) >= 0;
  },
  '__getitem__(self, key, /)': (vm, self: Range, key: Value) => {
    if (isUnknown(key)) return new Unknown(reasonOf(key));
    checkIndex(key, 'range');
    if (key instanceof Slice) {
      const [start, stop, step] = sliceIndices(vm, key, self.length);
      return new Range(item(self, start), item(self, stop), step * self.step);
    }
    return item(self, itemIndex(index(vm, key), self.length, 'range object index out of range'));
  },
  '__eq__(self, value, /)': (_vm, self: Range, other: Value) => {
    if (!(other instanceof Range)) return notImplemented;
    if (self.length !== other.length) return false;
    if (self.length === 0) return true;
    return self.start === other.start && (self.length === 1 || self.step === other.step);
  },
  '__hash__(self, /)': (vm, self: Range) => {
    const { length, start, step } = self;
    const parts: Value[] = [length, length === 0 ? null : start, length < 2 ? null : step];
    return mixHashes(parts.map((part) => hash(vm, part)));
  },
  'count(self, value, /)': (vm, self: Range, value: Value) =>
    position(vm, self, value) >= 0 ? 1 : 0,
  'index(self, value, /)': (vm, self: Range, value: Value) => {
    const at = position(vm, self, value);
    return at >= 0 ? at : outside(value);
  },
});
attribute<Range>(rangeType, 'start', (_vm, self) => self.start);
attribute<Range>(rangeType, 'stop', (_vm, self) => self.stop);
attribute<Range>(rangeType, 'step', (_vm, self) => self.step);

function outside(value: Value): never {
  const int = intOf(value);
  raise(
    'ValueError',
    int === undefined ? 'sequence.index(x): x not in sequence' : `${int} is not in range`,
  );
}

function position(vm: Interpreter, range: Range, value: Value): number {
  const int = intOf(value);
  if (int !== undefined) {
    const at = (Number(int) - range.start) / range.step;
    return Number.isInteger(at) && at >= 0 && at < range.length ? at : -1;
  }
  for (let i = 0; i < range.length; i++) if (equals(vm, item(range, i), value)) return i;
  return -1;
}
