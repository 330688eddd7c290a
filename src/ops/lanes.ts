// The geometry of reductions: for each element of the result, where the elements lie that it is made
// of. Which shape remains, and the lowering that ONNX's Reduce operators share.

import type { OnnxBuilder, OnnxValue } from '../graph/op.ts';
import type { NdArray } from '../tensor/array.ts';
import { isFloat, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { intValue, type Int } from '../base/origin.ts';
import { numel, wrapDim, wrapDims, type Shape } from '../tensor/shape.ts';
import { contiguousStrides } from '../tensor/strides.ts';
import type { TensorType } from '../tensor/type.ts';

/** One lane for each element of the result: its elements lie at base + each of the offsets. */
export interface Lanes {
  readonly bases: Int32Array;
  readonly offsets: Int32Array;
}

export function lanes(shape: readonly number[], dims: readonly number[]): Lanes {
  const strides = contiguousStrides(shape);
  const kept = shape.map((_, d) => d).filter((d) => !dims.includes(d));
  const sorted = [...dims].sort((a, b) => a - b);
  return {
    bases: positions(shape, strides, kept),
    offsets: positions(shape, strides, sorted),
  };
}

/** Where the elements of some of the dimensions lie, the last one running fastest. */
export function positions(
  shape: readonly number[],
  strides: readonly number[],
  dims: readonly number[],
): Int32Array {
  const total = dims.reduce((n, d) => n * (shape[d] as number), 1);
  const result = new Int32Array(total);
  let filled = Math.min(1, total);
  let block = total;
  for (const d of dims) {
    // So far each position found stands for `block` elements; this dimension splits it.
    const size = shape[d] as number;
    if (size === 0) return result;
    const next = block / size;
    for (let i = filled - 1; i >= 0; i--) {
      const base = result[i * block] as number;
      for (let k = 0; k < size; k++)
        result[i * block + k * next] = base + k * (strides[d] as number);
    }
    filled *= size;
    block = next;
  }
  return result;
}

/** The dimensions that a reduction goes over: all where none are named. */
export function reducedDims(
  shape: readonly unknown[],
  dim: readonly number[] | number | null,
): number[] {
  return wrapDims(typeof dim === 'number' ? [dim] : dim, shape.length).filter(
    (d) => d < shape.length,
  );
}

/** The shape that is left. */
export function reducedShape(
  shape: Shape,
  dim: readonly number[] | number | null,
  keepdim: boolean,
): Shape {
  const rank = shape.length;
  const dims = rank === 0 ? checkedScalar(dim) : reducedDims(shape, dim);
  return keepdim
    ? shape.map((n, d) => (dims.includes(d) ? 1 : n))
    : shape.filter((_, d) => !dims.includes(d));
}

function checkedScalar(dim: readonly number[] | number | null): number[] {
  wrapDims(typeof dim === 'number' ? [dim] : dim, 0);
  return [];
}

/** Fills the output with `f` of each lane. */
export function reduceInto(
  input: NdArray,
  dim: readonly number[] | number | null,
  out: NdArray,
  f: (data: Float64Array, base: number, offsets: Int32Array) => number,
): void {
  const { bases, offsets } = lanes(input.shape, reducedDims(input.shape, dim));
  const data = input.data as Float64Array;
  const to = out.data as Float64Array;
  for (let i = 0; i < bases.length; i++) to[i] = f(data, bases[i] as number, offsets);
}

/** The same for 64-bit integers. */
export function reduceWide(
  input: NdArray,
  dim: readonly number[] | number | null,
  out: NdArray,
  f: (data: BigInt64Array, base: number, offsets: Int32Array) => bigint,
): void {
  const { bases, offsets } = lanes(input.shape, reducedDims(input.shape, dim));
  const data = input.data as BigInt64Array;
  const to = out.data as BigInt64Array;
  for (let i = 0; i < bases.length; i++) to[i] = f(data, bases[i] as number, offsets);
}

/** Refuses to choose one element out of none. */
export function checkNotEmpty(
  name: string,
  shape: Shape,
  dim: readonly number[] | number | null,
  type: 'RuntimeError' | 'IndexError' = 'RuntimeError',
): void {
  const all = dim === null || (Array.isArray(dim) && dim.length === 0);
  if (all) {
    check(
      numel(shape) > 0,
      () =>
        `${name}(): Expected reduction dim to be specified for input.numel() == 0.` +
        (type === 'RuntimeError' ? " Specify the reduction dim with the 'dim' argument." : ''),
      type,
    );
    return;
  }
  const dims = typeof dim === 'number' ? [dim] : dim;
  for (const each of dims) {
    const d = wrapDim(each, shape.length);
    const size: Int | undefined = shape[d];
    check(
      size === undefined || intValue(size) > 0,
      () => {
        const shown = name === 'amax' || name === 'amin' ? each : d;
        return `${name}(): Expected reduction dim ${shown} to have non-zero size.`;
      },
      'IndexError',
    );
  }
}

/** One of ONNX's Reduce operators; null where ONNX Runtime lacks the dtype, or nothing is there. */
export function onnxReduce(
  g: OnnxBuilder,
  opType: string,
  input: OnnxValue,
  dim: readonly number[] | number | null,
  keepdim: boolean,
  out: TensorType,
  dtypes: readonly DType[],
): OnnxValue | null {
  const { shape } = input.type;
  if (!dtypes.includes(out.dtype) || numel(shape) === 0) return null;
  const x = g.cast(input, out.dtype);
  const axes = reducedDims(shape, dim);
  if (axes.length === 0) return shape.length === 0 ? g.add('Identity', [x], {}, out) : null;
  const along = (value: OnnxValue, dims: readonly number[], type: TensorType): OnnxValue =>
    g.add(opType, [value, g.ints(dims)], { keepdims: keepdim ? 1 : 0 }, type);
  const lengths = axes.map((axis) => intValue(shape[axis] as Int));
  const adds = /Sum|Mean|L1|L2/.test(opType) && out.dtype === 'float32';
  if (!adds || lengths.reduce((a, b) => a * b) <= PLAIN_SUM_MAX) return along(x, axes, out);
  const inSteps = /^Reduce(Sum|Mean)$/.test(opType) && Math.max(...lengths) <= PLAIN_SUM_MAX;
  if (!inSteps) {
    const wide = along(g.cast(x, 'float64'), axes, { ...out, dtype: 'float64' });
    return g.cast(wide, 'float32');
  }
  // From the last dimension to the first, so that those before keep their numbers.
  let reduced = x;
  for (const axis of axes.toSorted((a, b) => b - a)) {
    reduced = along(reduced, [axis], {
      dtype: out.dtype,
      shape: reducedShape(reduced.type.shape, [axis], keepdim),
    });
  }
  return reduced;
}

/** A reduction in which NaN wins, as in PyTorch, where ONNX Runtime's own passes it over. */
export function onnxWithNaN(
  g: OnnxBuilder,
  found: OnnxValue,
  input: OnnxValue,
  dim: readonly number[] | number | null,
  keepdim: boolean,
  out: TensorType,
): OnnxValue {
  if (!isFloat(input.type.dtype) || input.type.shape.length === 0) return found;
  const type = { dtype: 'int32', shape: out.shape } as const;
  const there = onnxReduce(g, 'ReduceMax', nanMarks(g, input), dim, keepdim, type, ['int32']);
  return there
    ? g.add('Where', [g.cast(there, 'bool'), g.scalar(NaN, out.dtype), found], {}, out)
    : found;
}

/** 1 where an element is NaN. */
export function nanMarks(g: OnnxBuilder, input: OnnxValue): OnnxValue {
  const { shape } = input.type;
  const equal = g.add('Equal', [input, input], {}, { dtype: 'bool', shape });
  return g.cast(g.add('Not', [equal], {}, { dtype: 'bool', shape }), 'int32');
}

/**
 * ONNX Runtime adds float32 one after the other: over 131,072 elements a variance was off by 1.5e-5
 * of itself. Sums of more elements than this are made of shorter sums, or in double precision.
 */
const PLAIN_SUM_MAX = 1024;
