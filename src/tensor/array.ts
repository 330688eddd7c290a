// The numbers of a tensor: contiguous, row-major, in a typed array. Half precision types are kept
// in float32 (each operator rounds its results), bool in bytes, int64 in 64-bit integers; complex
// numbers lie as pairs of real and imaginary part.

import { invariant } from '../base/invariant.ts';
import type { DType } from './dtype.ts';

export type Data =
  Uint8Array | Int8Array | Int16Array | Int32Array | BigInt64Array | Float32Array | Float64Array;

export interface NdArray {
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly data: Data;
}

export function count(shape: readonly number[]): number {
  let n = 1;
  for (const size of shape) n *= size;
  return n;
}

/** An array of zeros. */
export function zeros(dtype: DType, shape: readonly number[]): NdArray {
  return { dtype, shape, data: allocate(dtype, count(shape)) };
}

export function allocate(dtype: DType, length: number): Data {
  switch (dtype) {
    case 'bool':
    case 'uint8':
      return new Uint8Array(length);
    case 'int8':
      return new Int8Array(length);
    case 'int16':
      return new Int16Array(length);
    case 'int32':
      return new Int32Array(length);
    case 'int64':
      return new BigInt64Array(length);
    case 'float16':
    case 'bfloat16':
    case 'float32':
      return new Float32Array(length);
    case 'float64':
      return new Float64Array(length);
    case 'complex64':
      return new Float32Array(length * 2);
    case 'complex128':
      return new Float64Array(length * 2);
  }
}

/** The same numbers under another shape with as many elements. */
export function reshaped(array: NdArray, shape: readonly number[]): NdArray {
  invariant(count(shape) === count(array.shape), 'a reshape keeps the number of elements');
  return { ...array, shape };
}

/** Element `i` as a JavaScript number; int64 beyond 2^53 loses its last bits. */
export function numberAt(array: NdArray, i: number): number {
  return Number(array.data[i]);
}

/** Stores a number as the dtype has it: integers wrap, halves are rounded, bool is 0 or 1. */
export function store(array: NdArray, i: number, value: number): void {
  const { data, dtype } = array;
  if (data instanceof BigInt64Array) {
    data[i] = Number.isFinite(value) ? BigInt.asIntN(64, BigInt(Math.trunc(value))) : -(2n ** 63n);
  } else if (dtype === 'bool') data[i] = value !== 0 ? 1 : 0;
  else if (dtype === 'float16') data[i] = roundToHalf(value);
  else if (dtype === 'bfloat16') data[i] = roundToBfloat16(value);
  else data[i] = value;
}

const scratch = new DataView(new ArrayBuffer(8));

/** Rounds to the nearest float16, ties to even. */
export function roundToHalf(value: number): number {
  const magnitude = Math.abs(value);
  if (!Number.isFinite(value) || value === 0) return value;
  if (magnitude >= 65520) return Math.sign(value) * Infinity;
  const exponent = Math.max(Math.floor(Math.log2(magnitude)), -14);
  const step = 2 ** (exponent - 10);
  return roundTiesToEven(value / step) * step;
}

/** Rounds to the nearest bfloat16, ties to even. */
export function roundToBfloat16(value: number): number {
  if (!Number.isFinite(value)) return value;
  scratch.setFloat32(0, value);
  const bits = scratch.getUint32(0);
  const rounded = bits + 0x7fff + ((bits >>> 16) & 1);
  scratch.setUint32(0, (rounded & 0xffff0000) >>> 0);
  return scratch.getFloat32(0);
}

function roundTiesToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest < 0.5) return floor;
  if (rest > 0.5) return floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}
