// Variance and standard deviation, with or without the mean beside them, in PyTorch's three forms:
// over everything, over dimensions with `unbiased`, over dimensions with a `correction`.

import { zeros, type NdArray } from '../tensor/array.ts';
import { category, isFloat } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import type { Scalar } from '../tensor/promotion.ts';
import { numel } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import type { Value } from '../graph/graph.ts';
import type { OnnxBuilder, OnnxValue } from '../graph/op.ts';
import { defineOp } from './define.ts';
import { onnxReduce, reducedDims, reducedShape, reduceInto } from './lanes.ts';
import { mean } from './reduction.ts';
import { partType } from './rounding.ts';

type Dims = readonly number[] | null;

interface Moment<T> {
  readonly input: T;
  readonly dim: Dims;
  readonly correction: number;
  readonly keepdim: boolean;
}

function momentType(name: string, { input, dim, keepdim }: Moment<TensorType>): TensorType {
  const complex = category(input.dtype) === 'complex';
  check(
    isFloat(input.dtype) || complex,
    () => `${name} only support floating point and complex dtypes`,
  );
  return { dtype: partType(input.dtype), shape: reducedShape(input.shape, dim, keepdim) };
}

/** In two passes: the mean, then the squares of the distances from it. */
function varianceInto(
  { input, dim, correction, keepdim }: Moment<NdArray>,
  out: NdArray,
  last: (variance: number) => number,
): void {
  if (category(input.dtype) === 'complex') {
    // The variances of both parts together.
    const { data, shape } = input;
    const parts = [0, 1].map((part) => {
      const of = Float64Array.from({ length: data.length / 2 }, (_, i) =>
        Number(data[2 * i + part]),
      );
      const sum = zeros('float64', out.shape);
      const array = { dtype: 'float64', shape, data: of } as const;
      varianceInto({ input: array, dim, correction, keepdim }, sum, (x) => x);
      return sum.data as Float64Array;
    }) as [Float64Array, Float64Array];
    parts[0].forEach((x, i) => (out.data[i] = last(x + (parts[1][i] as number))));
    return;
  }
  reduceInto(input, dim, out, (data, base, offsets) => {
    const n = offsets.length;
    let total = 0;
    for (let i = 0; i < n; i++) total += data[base + (offsets[i] as number)] as number;
    const center = total / n;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const distance = (data[base + (offsets[i] as number)] as number) - center;
      squares += distance * distance;
    }
    return last(squares / Math.max(0, n - correction));
  });
}

function onnxVariance(
  g: OnnxBuilder,
  { input, dim, correction, keepdim }: Moment<OnnxValue>,
  out: TensorType,
): OnnxValue | null {
  const dims = reducedDims(input.type.shape, dim);
  const n = numel(dims.map((d) => input.type.shape[d] as number));
  if (n - correction <= 0 || dims.length === 0) return null;
  // In double precision: ONNX Runtime adds float32 up in float32, and over 100,000 elements that
  // costs the fifth digit.
  const wide = g.cast(input, 'float64');
  const kept = { dtype: 'float64', shape: reducedShape(input.type.shape, dim, true) } as const;
  const center = onnxReduce(g, 'ReduceMean', wide, dim, true, kept, ['float64']);
  if (!center) return null;
  const distance = g.add('Sub', [wide, center], {}, wide.type);
  const square = g.add('Mul', [distance, distance], {}, wide.type);
  const result = { dtype: 'float64', shape: out.shape } as const;
  const total = onnxReduce(g, 'ReduceSum', square, dim, keepdim, result, ['float64']);
  if (!total) return null;
  const mean = g.add('Div', [total, g.scalar(n - correction, 'float64')], {}, result);
  return g.cast(mean, out.dtype);
}

/** What the public forms below are made of. */
const variance = defineOp(
  'variance(Tensor input, int[1]? dim, float correction, bool keepdim) -> Tensor',
  {
    grad: 'Var',
    shape: (args) => momentType('std and var', args),
    kernel: (args, out) => {
      varianceInto(args, out, (x) => x);
    },
    onnx: onnxVariance,
    cost: ({ input }) => 4 * numel(input.shape),
  },
);

const deviation = defineOp(
  'deviation(Tensor input, int[1]? dim, float correction, bool keepdim) -> Tensor',
  {
    grad: 'Std',
    shape: (args) => momentType('std and var', args),
    kernel: (args, out) => {
      varianceInto(args, out, Math.sqrt);
    },
    onnx: (g, args, out) => {
      const square = onnxVariance(g, args, out);
      return square && g.add('Sqrt', [square], {}, out);
    },
    cost: ({ input }) => 4 * numel(input.shape),
  },
);

const correctionOf = (correction: Scalar | null): number =>
  correction === null ? 1 : Number(correction.value);

const everywhere = { as: ['function', 'method'] } as const;

export const variances = [
  defineOp('var(Tensor input, bool unbiased=True) -> Tensor', {
    ...everywhere,
    body: ({ input, unbiased }) => variance(over(input, null, Number(unbiased), false)),
  }),
  defineOp('var.dim(Tensor input, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor', {
    ...everywhere,
    body: ({ input, dim, unbiased, keepdim }) =>
      variance(over(input, dim, Number(unbiased), keepdim)),
  }),
  defineOp(
    'var.correction(Tensor input, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor',
    {
      ...everywhere,
      body: ({ input, dim, correction, keepdim }) =>
        variance(over(input, dim, correctionOf(correction), keepdim)),
    },
  ),
  defineOp('var_mean(Tensor input, bool unbiased=True) -> Tensor, Tensor', {
    as: ['function'],
    body: ({ input, unbiased }) =>
      withMean('var_mean', variance, over(input, null, Number(unbiased), false)),
  }),
  defineOp(
    'var_mean.dim(Tensor input, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor, Tensor',
    {
      as: ['function'],
      body: ({ input, dim, unbiased, keepdim }) =>
        withMean('var_mean', variance, over(input, dim, Number(unbiased), keepdim)),
    },
  ),
  defineOp(
    'var_mean.correction(Tensor input, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor, Tensor',
    {
      as: ['function'],
      body: ({ input, dim, correction, keepdim }) =>
        withMean('var_mean', variance, over(input, dim, correctionOf(correction), keepdim)),
    },
  ),
];

export const deviations = [
  defineOp('std(Tensor input, bool unbiased=True) -> Tensor', {
    ...everywhere,
    body: ({ input, unbiased }) => deviation(over(input, null, Number(unbiased), false)),
  }),
  defineOp('std.dim(Tensor input, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor', {
    ...everywhere,
    body: ({ input, dim, unbiased, keepdim }) =>
      deviation(over(input, dim, Number(unbiased), keepdim)),
  }),
  defineOp(
    'std.correction(Tensor input, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor',
    {
      ...everywhere,
      body: ({ input, dim, correction, keepdim }) =>
        deviation(over(input, dim, correctionOf(correction), keepdim)),
    },
  ),
  defineOp('std_mean(Tensor input, bool unbiased=True) -> Tensor, Tensor', {
    as: ['function'],
    body: ({ input, unbiased }) =>
      withMean('std_mean', deviation, over(input, null, Number(unbiased), false)),
  }),
  defineOp(
    'std_mean.dim(Tensor input, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor, Tensor',
    {
      as: ['function'],
      body: ({ input, dim, unbiased, keepdim }) =>
        withMean('std_mean', deviation, over(input, dim, Number(unbiased), keepdim)),
    },
  ),
  defineOp(
    'std_mean.correction(Tensor input, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor, Tensor',
    {
      as: ['function'],
      body: ({ input, dim, correction, keepdim }) =>
        withMean('std_mean', deviation, over(input, dim, correctionOf(correction), keepdim)),
    },
  ),
];

function over(input: Value, dim: Dims, correction: number, keepdim: boolean): Moment<Value> {
  return { input, dim, correction, keepdim };
}

function withMean(
  name: string,
  moment: (args: Moment<Value>) => Value,
  args: Moment<Value>,
): readonly [Value, Value] {
  momentType(name, { ...args, input: args.input.type });
  return [moment(args), mean({ input: args.input, dim: args.dim, keepdim: args.keepdim })];
}
