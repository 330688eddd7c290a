// The type of a tensor: what is known of it before its numbers are.

import type { DType } from './dtype.ts';
import { sizes, type Shape } from './shape.ts';

export interface TensorType {
  readonly dtype: DType;
  readonly shape: Shape;
}

export function tensorType(dtype: DType, shape: Shape): TensorType {
  return { dtype, shape };
}

/** `float32[1,64,32,32]` */
export function printType(type: TensorType): string {
  return `${type.dtype}[${sizes(type.shape).join(',')}]`;
}
