// Iterators over ranges: of numbers, and of integers beyond them.

import { ambient } from '../ambient.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { DONE, type Result } from '../evaluate/pending.ts';
import { methods } from '../native.ts';
import { BigRange, Range, Tuple } from '../values/containers.ts';
import { normalise } from '../values/integers.ts';
import { NativeIterator, rangeIteratorType } from '../values/iterator.ts';
import { builtinType, type Value } from '../values/object.ts';
import { iterFunction, stateIndex } from './iteratorState.ts';

export class RangeIterator extends NativeIterator {
  // Not private to JavaScript: V8 would define them one by one.
  private value: number;
  private left: number;
  private readonly step: number;
  private readonly count: number;
  constructor(start: number, step: number, count: number) {
    super(rangeIteratorType);
    this.value = start;
    this.step = step;
    this.left = count;
    this.count = count;
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

  /** The whole range, and how many of its items have passed. */
  state(): [range: Range, passed: number] {
    const passed = this.count - this.left;
    const start = this.value - passed * this.step;
    return [new Range(start, start + this.count * this.step, this.step), passed];
  }

  moveTo(passed: number): void {
    ambient.journal?.touch(this);
    const before = this.count - this.left;
    this.value += (passed - before) * this.step;
    this.left = this.count - passed;
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

const longRangeIteratorType = builtinType('longrange_iterator');

export class LongRangeIterator extends NativeIterator {
  readonly #start: bigint;
  readonly #step: bigint;
  readonly #count: bigint;
  #passed = 0n;
  constructor(start: bigint, step: bigint, count: bigint) {
    super(longRangeIteratorType);
    this.#start = start;
    this.#step = step;
    this.#count = count;
  }

  override next(): Result {
    if (this.#passed >= this.#count) return DONE;
    ambient.journal?.touch(this);
    return normalise(this.#start + this.#passed++ * this.#step);
  }

  override lengthHint(): number {
    return Number(this.#count - this.#passed);
  }

  state(): [range: BigRange, passed: bigint] {
    const stop = this.#start + this.#count * this.#step;
    return [new BigRange(this.#start, stop, this.#step), this.#passed];
  }

  moveTo(passed: bigint): void {
    ambient.journal?.touch(this);
    this.#passed = passed;
  }

  snapshot(): () => void {
    const passed = this.#passed;
    return () => {
      this.#passed = passed;
    };
  }
}

for (const type of [rangeIteratorType, longRangeIteratorType]) {
  methods(type, {
    '__reduce__(self, /)': (vm, self: RangeIterator | LongRangeIterator) => {
      const [range, passed] = self.state();
      const at = typeof passed === 'bigint' ? normalise(passed) : passed;
      return new Tuple([iterFunction(vm), new Tuple([range]), at]);
    },
    '__setstate__(self, state, /)': (_vm: Interpreter, self: Value, state: Value) => {
      const at = BigInt(stateIndex(state));
      const { length } = (self as RangeIterator | LongRangeIterator).state()[0];
      const most = BigInt(length);
      const passed = at < 0n ? 0n : at > most ? most : at;
      if (self instanceof RangeIterator) self.moveTo(Number(passed));
      else (self as LongRangeIterator).moveTo(passed);
      return null;
    },
  });
}
