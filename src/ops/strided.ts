// Copies between arrays where one side or both are seen through strides: what views, permutations,
// slices and broadcasts come down to in the kernels.

import type { Data, NdArray } from '../tensor/array.ts';
import { category, type DType } from '../tensor/dtype.ts';

export interface Layout {
  readonly offset: number;
  readonly strides: readonly number[];
}

/** How many slots of the typed array one element takes: two for complex numbers. */
export function slots(dtype: DType): number {
  return category(dtype) === 'complex' ? 2 : 1;
}

/** Copies `sizes` elements from one layout to another; strides and offsets in elements. */
export function copyStrided(
  source: NdArray,
  from: Layout,
  target: NdArray,
  to: Layout,
  sizes: readonly number[],
): void {
  const unit = slots(source.dtype);
  const scaled = (layout: Layout): Layout => ({
    offset: layout.offset * unit,
    strides: layout.strides.map((stride) => stride * unit),
  });
  const parts = unit === 1 ? [0] : [0, 1];
  for (const part of parts) {
    const a = scaled(from);
    const b = scaled(to);
    copy(
      source.data,
      { ...a, offset: a.offset + part },
      target.data,
      { ...b, offset: b.offset + part },
      sizes,
    );
  }
}

function copy(
  source: Data,
  from: Layout,
  target: Data,
  to: Layout,
  sizes: readonly number[],
): void {
  if (sizes.includes(0)) return;
  const rank = sizes.length;
  if (rank === 0) {
    target[to.offset] = source[from.offset] as never;
    return;
  }
  const inner = sizes[rank - 1] as number;
  const fromInner = from.strides[rank - 1] as number;
  const toInner = to.strides[rank - 1] as number;
  const counter = new Array<number>(rank).fill(0);
  let a = from.offset;
  let b = to.offset;
  for (;;) {
    if (fromInner === 1 && toInner === 1 && inner > 16) {
      (target as Float64Array).set((source as Float64Array).subarray(a, a + inner), b);
    } else {
      copyRow(source as Float64Array, a, fromInner, target as Float64Array, b, toInner, inner);
    }
    let d = rank - 2;
    for (; d >= 0; d--) {
      a += from.strides[d] as number;
      b += to.strides[d] as number;
      const next = (counter[d] as number) + 1;
      if (next < (sizes[d] as number)) {
        counter[d] = next;
        break;
      }
      a -= (from.strides[d] as number) * (sizes[d] as number);
      b -= (to.strides[d] as number) * (sizes[d] as number);
      counter[d] = 0;
    }
    if (d < 0) return;
  }
}

function copyRow(
  source: Float64Array,
  a: number,
  aStep: number,
  target: Float64Array,
  b: number,
  bStep: number,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    target[b] = source[a] as number;
    a += aStep;
    b += bStep;
  }
}
