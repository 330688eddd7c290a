// What the families of linear algebra share: PyTorch's checks of matrices, and the walk over a
// batch of them in double precision.

import { intValue, type Int } from '../base/origin.ts';
import { DOUBLE, SINGLE, type Precision } from '../kernels/matrices/rotations.ts';
import type { NdArray } from '../tensor/array.ts';
import { category, isFloat, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check, Unsupported } from '../tensor/errors.ts';
import { broadcast, type Shape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { broadcastTo } from './broadcast.ts';
import { notImplemented } from './binary.ts';

export function checkMatrix(name: string, { shape }: TensorType, arg = 'A'): void {
  check(
    shape.length >= 2,
    () => `${name}: The input tensor ${arg} must have at least 2 dimensions.`,
  );
}

export function checkSquare(name: string, type: TensorType, arg = 'A'): void {
  checkMatrix(name, type, arg);
  const [m, n] = lastTwo(type.shape).map(intValue);
  check(
    m === n,
    () => `${name}: ${arg} must be batches of square matrices, but they are ${m} by ${n} matrices`,
  );
}

/** Only floating point; halves only where a kernel refuses them in its own words. */
export function checkFloating(name: string, { dtype }: TensorType, lowPrecision = true): void {
  check(
    isFloat(dtype) || category(dtype) === 'complex',
    () =>
      `${name}: Expected a floating point or complex tensor as input. Got ${scalarTypeName[dtype]}`,
  );
  check(
    lowPrecision || !dtype.endsWith('float16'),
    () => `${name}: Low precision dtypes not supported. Got ${scalarTypeName[dtype]}`,
  );
}

/** What the solvers with factors check of A X = B. */
export function systemType(name: string, B: TensorType, A: TensorType): TensorType {
  check(
    A.dtype === B.dtype,
    () =>
      `Expected b and A to have the same dtype, but found b of type ${scalarTypeName[B.dtype]} and ` +
      `A of type ${scalarTypeName[A.dtype]} instead.`,
  );
  const [m, n] = lastTwo(A.shape).map(intValue) as [number, number];
  check(m === n, () => `A must be batches of square matrices, but they are ${m} by ${n} matrices`);
  const [rows, columns] = lastTwo(B.shape);
  check(
    intValue(rows) === n,
    () =>
      `Incompatible matrix sizes for ${name}: each A matrix is ${n} by ${n} but each b matrix is ` +
      `${intValue(rows)} by ${intValue(columns)}`,
  );
  const batch = commonBatch(batchOf(B.shape), batchOf(A.shape));
  return { dtype: B.dtype, shape: matrixShape(batch, rows, columns) };
}

/** float32 and float64 are computed; complex matrices are not supported yet. */
export function requireKernel(kernelName: string, dtype: DType): void {
  if (category(dtype) === 'complex') throw new Unsupported('linear algebra of complex matrices');
  if (dtype !== 'float32' && dtype !== 'float64') notImplemented(kernelName, dtype);
}

export function lastTwo(shape: Shape): readonly [Int, Int] {
  return shape.slice(-2) as unknown as readonly [Int, Int];
}

export function batchOf(shape: Shape): Shape {
  return shape.slice(0, -2);
}

export function matrixShape(batch: Shape, m: Int, n: Int): Shape {
  return [...batch, m, n];
}

export function smaller([m, n]: readonly [Int, Int]): Int {
  return intValue(m) <= intValue(n) ? m : n;
}

/** The i-th matrix (or vector, `rank` 1) of a batch, as doubles of their own. */
export function matrixAt({ data, shape }: NdArray, i: number, rank = 2): Float64Array {
  const size = shape.slice(shape.length - rank).reduce((n, d) => n * d, 1);
  return Float64Array.from(data.subarray(i * size, (i + 1) * size) as Float64Array);
}

/** Where the iterations over numbers of this type end. */
export function precisionOf({ dtype }: NdArray): Precision {
  return dtype === 'float64' || dtype === 'complex128' ? DOUBLE : SINGLE;
}

/** Stores the i-th matrix of a batch. */
export function putMatrix(out: NdArray, i: number, numbers: ArrayLike<number>): void {
  out.data.set(numbers as never, i * numbers.length);
}

export function batchCount({ shape }: NdArray, rank = 2): number {
  return shape.slice(0, shape.length - rank).reduce((n, d) => n * d, 1);
}

/** The array with its batch spread over the larger one. */
export function spreadBatch(array: NdArray, batch: readonly number[], rank = 2): NdArray {
  return broadcastTo(array, [...batch, ...array.shape.slice(array.shape.length - rank)]);
}

export function commonBatch(a: Shape, b: Shape): Shape {
  return broadcast(a, b);
}

/** `(Batch element 3): `, where there are batches. */
export function batchWords({ shape }: NdArray, i: number): string {
  return shape.length > 2 ? `(Batch element ${i}): ` : '';
}
