// Element by element over one or two operands that broadcast to the output: the loops that the
// pointwise operators share, their common dtype and shape, and their operands in ONNX.

import type { OnnxBuilder, OnnxValue } from '../graph/op.ts';
import { allocate, count, type Data, type NdArray } from '../tensor/array.ts';
import { category, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { Unsupported } from '../tensor/errors.ts';
import { resultType, type Scalar } from '../tensor/promotion.ts';
import { broadcastAll, type Shape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { contiguousStrides } from '../tensor/strides.ts';
import { convert } from './convert.ts';
import { scalarArray } from './creation.ts';
import { copyStrided } from './strided.ts';

/** `out[o + i] = f(a[i * aStep], b[i * bStep])` for i below n. */
export type Row = (
  a: Float64Array,
  ai: number,
  aStep: number,
  b: Float64Array,
  bi: number,
  bStep: number,
  out: Float64Array,
  o: number,
  n: number,
) => void;

/** Whether an operand is a Python number and no tensor, whatever stands for a tensor here. */
export function isScalar(operand: object): operand is Scalar {
  return 'kind' in operand;
}

/** The dtype that the operands have together. */
export function commonDtype(...operands: readonly (TensorType | Scalar)[]): DType {
  return resultType(
    operands.map((operand) =>
      isScalar(operand) ? operand : { dtype: operand.dtype, rank: operand.shape.length },
    ),
  );
}

export function commonShape(...operands: readonly (TensorType | Scalar)[]): Shape {
  return broadcastAll(operands.map((operand) => (isScalar(operand) ? [] : operand.shape)));
}

/** Integers and bool become the default float dtype, as in `x / y` or `exp(x)`. */
export function toFloat(dtype: DType): DType {
  const kind = category(dtype);
  return kind === 'float' || kind === 'complex' ? dtype : resultType([{ kind: 'float', value: 0 }]);
}

/** Complex numbers are known as a dtype, but most operators don't compute with them yet. */
export function realOnly(name: string, dtype: DType): DType {
  if (category(dtype) === 'complex') {
    throw new Unsupported(`${name} of ${scalarTypeName[dtype]} numbers`);
  }
  return dtype;
}

/** The operand as numbers of the dtype in which the operator computes. */
export function operandArray(operand: NdArray | Scalar, dtype: DType): NdArray {
  return isScalar(operand) ? scalarArray(operand, dtype) : convert(operand, dtype);
}

/** The operand in an ONNX graph: a number becomes a constant. */
export function onnxOperand(g: OnnxBuilder, operand: OnnxValue | Scalar, dtype: DType): OnnxValue {
  return isScalar(operand) ? g.constant(scalarArray(operand, dtype)) : g.cast(operand, dtype);
}

/** Runs rows over two arrays of one dtype, seen as if they had the output's shape. */
export function broadcastRows(a: NdArray, b: NdArray, out: NdArray, row: Row): void {
  const [x, y, z] = [a.data, b.data, out.data] as unknown as Float64Array[];
  walk(a.shape, b.shape, out.shape, (ai, aStep, bi, bStep, o, n) => {
    row(x as Float64Array, ai, aStep, y as Float64Array, bi, bStep, z as Float64Array, o, n);
  });
}

/** The row that applies a function; where speed counts, a row is written out instead. */
export function rowOf(f: (x: number, y: number) => number): Row {
  return (a, ai, aStep, b, bi, bStep, out, o, n) => {
    for (let i = 0; i < n; i++) {
      out[o + i] = f(a[ai] as number, b[bi] as number);
      ai += aStep;
      bi += bStep;
    }
  };
}

/** The same for 64-bit integers. */
export function wideRowOf<R extends bigint | number>(f: (x: bigint, y: bigint) => R): Row {
  return rowOf(f as never);
}

/** Calls back with the longest runs in which all three operands go by one step. */
function walk(
  aShape: readonly number[],
  bShape: readonly number[],
  shape: readonly number[],
  run: (ai: number, aStep: number, bi: number, bStep: number, o: number, n: number) => void,
): void {
  const total = count(shape);
  if (total === 0) return;
  const dims = merged(shape, spread(aShape, shape.length), spread(bShape, shape.length));
  const inner = dims[dims.length - 1] ?? { size: 1, a: 0, b: 0 };
  const outer = dims.slice(0, -1);
  const counter = new Array<number>(outer.length).fill(0);
  let ai = 0;
  let bi = 0;
  for (let o = 0; o < total; o += inner.size) {
    run(ai, inner.a, bi, inner.b, o, inner.size);
    for (let d = outer.length - 1; d >= 0; d--) {
      const dim = outer[d] as Merged;
      ai += dim.a;
      bi += dim.b;
      const next = (counter[d] as number) + 1;
      counter[d] = next;
      if (next < dim.size) break;
      counter[d] = 0;
      ai -= dim.a * dim.size;
      bi -= dim.b * dim.size;
    }
  }
}

interface Merged {
  size: number;
  a: number;
  b: number;
}

/** Neighbouring dimensions that both operands step through as through one become one. */
function merged(
  shape: readonly number[],
  a: readonly number[],
  b: readonly number[],
): readonly Merged[] {
  const dims: Merged[] = [];
  for (let d = 0; d < shape.length; d++) {
    const size = shape[d] as number;
    if (size === 1) continue;
    const next = { size, a: a[d] as number, b: b[d] as number };
    const last = dims[dims.length - 1];
    if (last && last.a === next.a * size && last.b === next.b * size) {
      dims[dims.length - 1] = { ...next, size: last.size * size };
    } else dims.push(next);
  }
  return dims;
}

/** Strides under a higher rank; 0 where the one element serves all. */
function spread(shape: readonly number[], rank: number): number[] {
  const strides = contiguousStrides(shape).map((stride, d) => (shape[d] === 1 ? 0 : stride));
  return [...new Array<number>(rank - shape.length).fill(0), ...strides];
}

/** An array as if it had the larger shape, copied out where it has not. */
export function broadcastTo(array: NdArray, shape: readonly number[]): NdArray {
  if (array.shape.length === shape.length && array.shape.every((n, d) => n === shape[d])) {
    return array;
  }
  const full: NdArray = { dtype: array.dtype, shape, data: allocate(array.dtype, count(shape)) };
  const from = { offset: 0, strides: spread(array.shape, shape.length) };
  const to = { offset: 0, strides: contiguousStrides(shape) };
  copyStrided(array, from, full, to, shape);
  return full;
}

/** `out[i] = f(input[i])` for arrays of one shape. */
export function mapRows(input: NdArray, out: NdArray, f: (x: number) => number): void {
  const from = input.data as Float64Array;
  const to = out.data as Float64Array;
  for (let i = 0; i < to.length; i++) to[i] = f(from[i] as number);
}

/** The same for 64-bit integers. */
export function mapWide(input: NdArray, out: NdArray, f: (x: bigint) => bigint | number): void {
  const from = input.data as BigInt64Array;
  const to: Data = out.data;
  for (let i = 0; i < to.length; i++) to[i] = f(from[i] as bigint) as never;
}
