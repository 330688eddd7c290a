// Adaptive pools: the size of the output is given, and the windows follow from it.
// https://pytorch.org/docs/stable/nn.functional.html#adaptive-avg-pool2d

import { intValue, type Int } from '../base/origin.ts';
import {
  adaptiveEdges,
  averagePool,
  maxPool,
  type Triple,
  type WindowEdges,
  type Windows,
} from '../kernels/pooling.ts';
import type { NdArray } from '../tensor/array.ts';
import { isFloat } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { numel, printShape, sizes, type Shape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { notImplemented } from './binary.ts';
import { defineOp } from './define.ts';
import { onnxMaxPool, unbatchedOnnx } from './window.ts';

type Rank = 1 | 2 | 3;

/** The sizes of the output; None keeps the input's, as does the one number for all dimensions. */
function wantedSizes(wanted: readonly (number | null)[], shape: Shape, rank: Rank): Shape {
  const all = wanted.length === 1 ? new Array<number | null>(rank).fill(wanted[0] ?? null) : wanted;
  return all.map((size, i) => size ?? (shape[shape.length - rank + i] as Int));
}

/** One dimension is computed, and refused, as two of which the first has size 1. */
function widened(shape: Shape, rank: Rank): Shape {
  return rank === 1 ? [...shape.slice(0, -1), 1, ...shape.slice(-1)] : shape;
}

function checkRank(name: string, rank: Rank, shape: Shape): void {
  const dims = shape.length;
  const expected = dims === rank + 1 || dims === rank + 2;
  if (rank === 1) {
    check(
      expected,
      () =>
        `Expected 2 to 3 dimensions, but got ${dims}-dimensional tensor for argument #1 'self' (while checking arguments for ${name})`,
    );
  } else {
    const colon = name.includes('max') ? ':' : '';
    check(
      expected,
      () =>
        `${name}(): Expected ${rank + 1}D or ${rank + 2}D tensor, but got${colon} ${printShape(shape)}`,
    );
  }
}

function checkNotEmpty(name: string, rank: Rank, given: Shape): void {
  const shape = widened(given, rank);
  const where = rank === 1 ? name.replace('1d', '2d') : name;
  // An average over no channels is allowed in the plane.
  const first =
    name.includes('avg') && rank < 3 ? shape.length - 2 : given.length === rank + 1 ? 0 : 1;
  shape.forEach((size, i) => {
    check(
      i < first || intValue(size) > 0,
      () =>
        `${where}(): Expected input to have non-zero size for non-batch dimensions, but input has sizes ${printShape(shape)} with dimension ${i} being empty`,
    );
  });
}

interface AdaptiveArgs<T> {
  readonly input: T;
  readonly output_size: readonly (number | null)[];
}

function adaptiveType(name: string, rank: Rank, args: AdaptiveArgs<TensorType>): TensorType {
  const { input, output_size } = args;
  const { shape, dtype } = input;
  const isMax = name.includes('max');
  const fits = output_size.length === rank || output_size.length === 1;
  const countMessage = (): string => {
    if (rank === 1) {
      return `${name}() argument 'output_size' should contain one int (got ${output_size.length})`;
    }
    return isMax
      ? `${name}(): internal error: output_size.size() must be ${rank}`
      : `${name}: output_size must be ${rank}`;
  };
  if (rank === 1 || !isMax) check(fits, countMessage);
  checkRank(name, rank, shape);
  const lead = shape.slice(0, shape.length - rank);
  const output = fits ? wantedSizes(output_size, shape, rank) : [];
  if (!isMax) {
    const numbers = [...(rank === 1 ? [1] : []), ...sizes(output)];
    check(
      numbers.every((n) => n >= 0),
      () =>
        `adaptive_avg_pool2d: elements of output_size must be greater than or equal to 0 but received {${numbers.slice(0, 2).join(', ')}${rank === 3 ? `,${numbers[2] as number}` : ''}}`,
    );
  }
  checkNotEmpty(name, rank, shape);
  check(fits, countMessage);
  const result = [...lead, ...output];
  check(
    output.every((n) => intValue(n) >= 0),
    () =>
      `Trying to create tensor with negative dimension ${sizes(output).find((n) => n < 0) as number}: ${printShape(widened(result, rank))}`,
  );
  if (!isFloat(dtype)) notImplemented(rank === 3 ? `${name}_cpu` : name.replace('1d', '2d'), dtype);
  return { dtype, shape: result };
}

function windowsOf(input: readonly number[], output: readonly number[], rank: Rank): Windows {
  const triple = (shape: readonly number[]): Triple =>
    [
      ...new Array<number>(3 - rank).fill(1),
      ...shape.slice(shape.length - rank),
    ] as unknown as Triple;
  const [from, to] = [triple(input), triple(output)];
  const edges = [0, 1, 2].map((i) => adaptiveEdges(from[i] as number, to[i] as number));
  return {
    planes: input.slice(0, input.length - rank).reduce((a, b) => a * b, 1),
    input: from,
    output: to,
    edges: edges as unknown as readonly [WindowEdges, WindowEdges, WindowEdges],
  };
}

/** The attributes of a pool with windows of one size; null where they differ. */
function regular(input: TensorType, out: TensorType, rank: Rank): Record<string, number[]> | null {
  if (numel(input.shape) === 0 || numel(out.shape) === 0) return null;
  const from = sizes(input.shape).slice(-rank);
  const to = sizes(out.shape).slice(-rank);
  if (from.some((size, i) => size % (to[i] as number) !== 0)) return null;
  const kernel = from.map((size, i) => size / (to[i] as number));
  return { kernel_shape: kernel, strides: kernel };
}

function declareAverage(rank: Rank) {
  const name = `adaptive_avg_pool${rank}d`;
  const text = `${name}(Tensor input, int?[${rank}] output_size) -> Tensor`;
  return defineOp(text as 'x(Tensor input, int?[1] output_size) -> Tensor', {
    as: rank === 1 ? ['function', 'functional'] : ['functional'],
    grad: ({ output_size }) => {
      if (rank === 1) return 'SqueezeBackward1';
      const isMean = output_size.every((n) => n === 1);
      return isMean ? 'MeanBackward1' : `AdaptiveAvgPool${rank}D`;
    },
    shape: (args) => adaptiveType(name, rank, args),
    kernel: ({ input }, out) => {
      const windows = windowsOf(input.shape, out.shape, rank);
      const y = out.data as Float64Array;
      averagePool(
        input.data as Float64Array,
        (place, average) => {
          y[place] = average;
        },
        windows,
        (_whole, inside) => inside,
      );
    },
    onnx: (g, { input }, out) => {
      const attributes = regular(input.type, out, rank);
      if (!attributes || out.dtype !== 'float32') return null;
      return unbatchedOnnx(g, input, out, rank, (batch, type) =>
        g.add('AveragePool', [batch], attributes, type),
      );
    },
    cost: ({ input }) => numel(input.shape),
  });
}

export const adaptiveAvgPool1d = declareAverage(1);
export const adaptiveAvgPool2d = declareAverage(2);
export const adaptiveAvgPool3d = declareAverage(3);

function runMax(rank: Rank, input: NdArray, outs: readonly NdArray[]): void {
  const [out, places] = outs as [NdArray, NdArray | undefined];
  const windows = windowsOf(input.shape, out.shape, rank);
  const numbers = (places?.data ?? null) as BigInt64Array | null;
  maxPool(input.data as Float64Array, out.data as Float64Array, numbers, windows);
}

function declareMax(rank: Rank) {
  const name = `adaptive_max_pool${rank}d`;
  const text = `${name}(Tensor input, int?[${rank}] output_size) -> Tensor`;
  return defineOp(text as 'x(Tensor input, int?[1] output_size) -> Tensor', {
    as: ['functional'],
    grad: rank === 3 ? 'AdaptiveMaxPool3D' : 'AdaptiveMaxPool2D',
    shape: (args) => adaptiveType(name, rank, args),
    kernel: ({ input }, out) => {
      runMax(rank, input, [out]);
    },
    onnx: (g, { input }, out) => {
      const attributes = regular(input.type, out, rank);
      if (!attributes || out.dtype !== 'float32') return null;
      return unbatchedOnnx(g, input, out, rank, (batch, type) =>
        onnxMaxPool(g, batch, attributes, type),
      );
    },
    cost: ({ input }) => numel(input.shape),
  });
}

export const adaptiveMaxPool1d = declareMax(1);
export const adaptiveMaxPool2d = declareMax(2);
export const adaptiveMaxPool3d = declareMax(3);

function declareMaxWithIndices(rank: Rank) {
  const name = `adaptive_max_pool${rank}d`;
  const text = `${name}_with_indices(Tensor input, int?[${rank}] output_size) -> Tensor, Tensor`;
  return defineOp(text as 'x(Tensor input, int?[1] output_size) -> Tensor, Tensor', {
    as: ['functional'],
    grad: rank === 3 ? 'AdaptiveMaxPool3D' : 'AdaptiveMaxPool2D',
    shape: (args) => {
      const type = adaptiveType(name, rank, args);
      return [type, { dtype: 'int64', shape: type.shape }];
    },
    kernel: ({ input }, _out, outs) => {
      runMax(rank, input, outs);
    },
    cost: ({ input }) => numel(input.shape),
  });
}

export const adaptiveMaxPool1dWithIndices = declareMaxWithIndices(1);
export const adaptiveMaxPool2dWithIndices = declareMaxWithIndices(2);
export const adaptiveMaxPool3dWithIndices = declareMaxWithIndices(3);
