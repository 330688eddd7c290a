// Indices and slices as sequences take them: negative ones from the end, clipped to the length.

import type { Interpreter } from '../evaluate/interpreter.ts';
import { typeOf } from '../evaluate/attributes.ts';
import { index } from '../evaluate/protocols.ts';
import type { Slice } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { intOf, type Int } from '../values/integers.ts';
import type { Value } from '../values/object.ts';

/** A bound of a slice: an int, None, or what has `__index__`. */
export function sliceIndex(vm: Interpreter, value: Value): Int | null {
  if (value === null) return null;
  const int = intOf(value);
  if (int !== undefined) return int;
  if (typeOf(value).lookup('__index__') === undefined) {
    raise('TypeError', 'slice indices must be integers or None or have an __index__ method');
  }
  return index(vm, value);
}

/** The optional `start` and `end` arguments of `find`, `count` and the like, as a range. */
export function bounds(
  vm: Interpreter,
  start: Value | undefined,
  end: Value | undefined,
  length: number,
): [start: number, stop: number] {
  const from = start === undefined ? null : sliceIndex(vm, start);
  const to = end === undefined ? null : sliceIndex(vm, end);
  return [from === null ? 0 : lowBound(from, length), to === null ? length : clip(to, length)];
}

/** A start may lie beyond the end: then not even the empty string is found there. */
function lowBound(value: Int, length: number): number {
  if (value > length) return length + 1;
  return clip(value, length);
}

function clip(value: Int, length: number): number {
  if (value < 0) return Math.max(0, Number(value) + length);
  return Math.min(length, Number(value));
}

export interface SliceRange {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

/** The positions that a slice takes from a sequence of this length. */
export function sliceRange(vm: Interpreter, slice: Slice, length: number): SliceRange {
  const step = Number(sliceIndex(vm, slice.step) ?? 1);
  if (step === 0) raise('ValueError', 'slice step cannot be zero');
  const lower = step < 0 ? -1 : 0;
  const upper = step < 0 ? length - 1 : length;
  const place = (value: Int | null, otherwise: number): number => {
    if (value === null) return otherwise;
    const number = Number(value);
    return number < 0 ? Math.max(number + length, lower) : Math.min(number, upper);
  };
  const start = place(sliceIndex(vm, slice.start), step < 0 ? upper : lower);
  const stop = place(sliceIndex(vm, slice.stop), step < 0 ? lower : upper);
  return { start, step, count: Math.max(0, Math.ceil((stop - start) / step)) };
}

/** `sequence[index]`: the position, or an IndexError with the sequence's name. */
export function itemIndex(value: Int, length: number, message: string): number {
  if (typeof value === 'bigint' && (value >= 2n ** 63n || value < -(2n ** 63n))) {
    raise('IndexError', "cannot fit 'int' into an index-sized integer");
  }
  const at = Number(value) < 0 ? Number(value) + length : Number(value);
  if (at < 0 || at >= length) raise('IndexError', message);
  return at;
}
