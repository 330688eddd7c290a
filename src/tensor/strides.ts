// Strides, in elements: where in its storage the elements of a view lie.

import { sizes, type Shape } from './shape.ts';

export type Strides = readonly number[];

/** Strides of a row-major tensor; a dimension of size 0 counts as 1, as PyTorch has it. */
export function contiguousStrides(shape: Shape): number[] {
  const numbers = sizes(shape);
  const strides = new Array<number>(numbers.length).fill(1);
  for (let i = numbers.length - 2; i >= 0; i--) {
    strides[i] = (strides[i + 1] as number) * Math.max(numbers[i + 1] as number, 1);
  }
  return strides;
}

export function isContiguous(shape: Shape, strides: Strides): boolean {
  const numbers = sizes(shape);
  if (numbers.includes(0)) return true;
  let expected = 1;
  for (let i = numbers.length - 1; i >= 0; i--) {
    const size = numbers[i] as number;
    if (size === 1) continue;
    if (strides[i] !== expected) return false;
    expected *= size;
  }
  return true;
}

/**
 * The strides with which a view of another shape sees the same storage, or null where there are
 * none and the elements would have to be copied.
 */
export function viewStrides(shape: Shape, strides: Strides, wanted: Shape): number[] | null {
  const from = sizes(shape);
  const to = sizes(wanted);
  if (from.includes(0)) {
    return from.join() === to.join() ? [...strides] : contiguousStrides(wanted);
  }
  const result = new Array<number>(to.length).fill(0);
  let view = to.length - 1;
  // A chunk is a run of dimensions that lie in storage as one would.
  let chunkStride = strides[strides.length - 1] ?? 1;
  let chunkSize = 1;
  let viewSize = 1;
  if (from.length === 0) return to.map(() => 1);
  for (let d = from.length - 1; d >= 0; d--) {
    chunkSize *= from[d] as number;
    const boundary = d === 0 || (from[d - 1] !== 1 && strides[d - 1] !== chunkSize * chunkStride);
    if (!boundary) continue;
    while (view >= 0 && (viewSize < chunkSize || to[view] === 1)) {
      result[view] = viewSize * chunkStride;
      viewSize *= to[view] as number;
      view--;
    }
    if (viewSize !== chunkSize) return null;
    if (d > 0) {
      chunkStride = strides[d - 1] as number;
      chunkSize = 1;
      viewSize = 1;
    }
  }
  return view === -1 ? result : null;
}

/** Whether an element is surely seen twice, as PyTorch finds it: along an expanded dimension. */
export function hasInternalOverlap(shape: Shape, strides: Strides): boolean {
  return sizes(shape).some((size, i) => size > 1 && strides[i] === 0);
}
