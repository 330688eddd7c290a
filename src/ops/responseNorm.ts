// Normalisations that are made of other operators: by a norm, by neighbouring channels, by each
// sample's own moments.
//
// https://pytorch.org/docs/stable/nn.functional.html#normalization-functions

import { intValue, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import { check } from '../tensor/errors.ts';
import { numel, printShape, product, sameShape } from '../tensor/shape.ts';
import { add, div, mul } from './arithmetic.ts';
import { defineOp } from './define.ts';
import { clampMin } from './extrema.ts';
import { norm } from './norm.ts';
import { pad } from './padding.ts';
import { avgPool2d } from './pooling.ts';
import { pow } from './power.ts';
import { mean } from './reduction.ts';
import { reshape } from './shape.ts';
import { rsqrt } from './unary.ts';

const float = (value: number): { kind: 'float'; value: number } => ({ kind: 'float', value });

/** x / max(‖x‖ₚ, ε) along a dimension. */
export const normalize = defineOp(
  'normalize(Tensor input, float p=2.0, int[1] dim=1, float eps=1e-12) -> Tensor',
  {
    as: ['functional'],
    grad: 'Div',
    body: ({ input, p, dim, eps }) => {
      const length = norm({ input, p: float(p), dim, keepdim: true });
      return div({ input, other: clampMin({ input: length, min: float(eps) }) });
    },
  },
);

/** x / (k + α · the mean square of the channels around)^β */
export const localResponseNorm = defineOp(
  'local_response_norm(Tensor input, int size, float alpha=0.0001, float beta=0.75, float k=1.0) -> Tensor',
  {
    as: ['functional'],
    grad: 'Div',
    body: ({ input, size, alpha, beta, k }) => {
      const { shape } = input.type;
      check(
        shape.length >= 3,
        () =>
          `Expected 3D or higher dimensionality                          input (got ${shape.length} dimensions)`,
        'ValueError',
      );
      if (numel(shape) === 0) return input;
      const [batch, channels, ...rest] = shape as [Int, Int, ...Int[]];
      const squares = mul({ input, other: input });
      const planes = reshape({ input: squares, shape: [batch, 1, channels, product(rest)] });
      const [before, after] = [Math.floor(size / 2), Math.floor((size - 1) / 2)];
      const padded = pad({ input: planes, pad: [0, 0, before, after] });
      const around = avgPool2d({ input: padded, kernel_size: [size, 1], stride: [1, 1] });
      const scaled = mul({ input: reshape({ input: around, shape }), other: float(alpha) });
      const divisor = pow({
        input: add({ input: scaled, other: float(k) }),
        exponent: float(beta),
      });
      return div({ input, other: divisor });
    },
  },
);

/** x / √(mean(x²) + ε), over the last dimensions. */
export const rmsNorm = defineOp(
  'rms_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight=None, float? eps=None) -> Tensor',
  {
    as: ['function', 'functional'],
    since: '2.4',
    grad: 'FusedRmsNorm',
    body: ({ input, normalized_shape, weight, eps }) => {
      const { shape, dtype } = input.type;
      const wanted = printShape(normalized_shape);
      const tail = shape.slice(shape.length - normalized_shape.length);
      check(
        normalized_shape.length >= 1,
        () =>
          `Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one element, but got normalized_shape = ${wanted}`,
      );
      check(
        weight === null || sameShape(weight.type.shape, normalized_shape),
        () =>
          `Expected weight to be of same shape as normalized_shape, but got weight of shape ${printShape((weight as Value).type.shape)} and normalized_shape = ${wanted}`,
      );
      check(shape.length >= normalized_shape.length && sameShape(tail, normalized_shape), () => {
        const stars = ['*', ...normalized_shape.map((n) => String(intValue(n)))].join(', ');
        return `Given normalized_shape=${wanted}, expected input with shape [${stars}], but got input of size${printShape(shape)}`;
      });
      const dims = normalized_shape.map((_, i) => i - normalized_shape.length);
      const squares = mean({ input: mul({ input, other: input }), dim: dims, keepdim: true });
      const least = eps ?? (dtype === 'float64' ? 2 ** -52 : 2 ** -23);
      const scale = rsqrt({ input: add({ input: squares, other: float(least) }) });
      const normal = mul({ input, other: scale });
      return weight === null ? normal : mul({ input: normal, other: weight });
    },
  },
);
