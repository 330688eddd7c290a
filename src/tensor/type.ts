// The type of a tensor: what is known of it before its numbers are.

import type { NdArray } from './array.ts';
import type { DType } from './dtype.ts';
import { sizes, type Shape } from './shape.ts';

export interface TensorType {
  readonly dtype: DType;
  readonly shape: Shape;
  /** Only for rules of operators that said that they need them. */
  readonly numbers?: NdArray;
}

export function tensorType(dtype: DType, shape: Shape): TensorType {
  return { dtype, shape };
}

/** `float32[1,64,32,32]` */
export function printType(type: TensorType): string {
  return `${type.dtype}[${sizes(type.shape).join(',')}]`;
}
