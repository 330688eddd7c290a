// Activations: https://pytorch.org/docs/stable/nn.functional.html#non-linear-activation-functions

import { intValue, type Int } from '../base/origin.ts';
import type { OnnxAttribute, OnnxBuilder, OnnxValue, Variant } from '../graph/op.ts';
import type { Value } from '../graph/graph.ts';
import { store, type NdArray } from '../tensor/array.ts';
import { isFloat, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { numel, wrapDim } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { add, div, mul, neg, sub } from './arithmetic.ts';
import { convert } from './convert.ts';
import { defineOp } from './define.ts';
import { abs } from './rounding.ts';
import { slice } from './shape.ts';
import { erf } from './special.ts';
import { tanh } from './unary.ts';

type Floats = Float64Array;

function mapInto(input: NdArray, out: NdArray, compute: (x: number) => number): void {
  const x = input.data as Floats;
  const y = out.data as Floats;
  for (let i = 0; i < x.length; i++) y[i] = compute(x[i] as number);
}

/** Refuses integers as PyTorch's kernels do. */
function requireFloat(dtype: DType, kernel: string): void {
  check(
    isFloat(dtype) || dtype.startsWith('complex'),
    () => `"${kernel}" not implemented for '${scalarTypeName[dtype]}'`,
  );
}

const EVERYWHERE: readonly Variant[] = ['function', 'method', 'inplace', 'functional'];
const FUNCTIONAL: readonly Variant[] = ['functional', 'inplace'];

export const relu = defineOp('relu(Tensor input) -> Tensor', {
  as: EVERYWHERE,
  shape: ({ input }) => {
    check(input.dtype !== 'bool', () => 'Boolean inputs not supported for relu');
    return input;
  },
  onnx: (g, { input }, out) => (isFloat(out.dtype) ? g.add('Relu', [input], {}, out) : null),
  kernel: ({ input }, out) => {
    if (input.data instanceof BigInt64Array) {
      input.data.forEach((x, i) => (out.data[i] = x > 0n ? x : 0n));
    } else {
      // NaN stays NaN, as in PyTorch.
      mapInto(input, out, (x) => (x <= 0 ? 0 : x));
    }
  },
});

function simple(
  name: string,
  compute: (x: number) => number,
  options: {
    readonly as?: readonly Variant[];
    readonly onnx?: string | ((g: OnnxBuilder, x: OnnxValue, out: TensorType) => OnnxValue);
    readonly attributes?: Record<string, OnnxAttribute>;
    readonly kernelName?: string;
    /** Integers become floats first, as for the functions of torch. */
    readonly promotes?: boolean;
    readonly grad?: string;
    /** In single precision, where the steps in between round to other numbers. */
    readonly single?: (x: number) => number;
  } = {},
) {
  return defineOp(`${name}(Tensor input) -> Tensor` as 'x(Tensor input) -> Tensor', {
    as: options.as ?? FUNCTIONAL,
    ...(options.grad !== undefined && { grad: options.grad }),
    shape: ({ input }) => {
      if (options.promotes && !isFloat(input.dtype)) {
        return { dtype: 'float32', shape: input.shape };
      }
      requireFloat(input.dtype, options.kernelName ?? `${name}_cpu`);
      return input;
    },
    onnx: (g, { input }, out) => {
      if (options.onnx === undefined || out.dtype !== 'float32') return null;
      const x = g.cast(input, out.dtype);
      if (typeof options.onnx === 'function') return options.onnx(g, x, out);
      return g.add(options.onnx, [x], options.attributes ?? {}, out);
    },
    kernel: ({ input }, out) => {
      const asFloats = out.dtype === 'float64' ? compute : (options.single ?? compute);
      mapInto(convert(input, out.dtype), out, asFloats);
    },
    cost: ({ input }) => 4 * input.shape.reduce<number>((n, dim) => n * intValue(dim), 1),
  });
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const softplusOf = (x: number): number => (x > 20 ? x : Math.log1p(Math.exp(x)));

/** `1 + exp(-x)` */
const aboveOne = (x: number): number => Math.fround(1 + Math.fround(Math.exp(-x)));

export const sigmoid = simple('sigmoid', logistic, {
  as: EVERYWHERE,
  single: (x) => 1 / aboveOne(x),
  // ONNX Runtime's Sigmoid is twice what it should be at -17: a logarithm of it would show.
  onnx: (g, x, out) => {
    const exp = g.add('Exp', [g.add('Neg', [x], {}, out)], {}, out);
    const sum = g.add('Add', [exp, g.scalar(1, out.dtype)], {}, out);
    return g.add('Reciprocal', [sum], {}, out);
  },
  promotes: true,
});
export const silu = simple('silu', (x) => x * logistic(x), {
  single: (x) => x / aboveOne(x),
  onnx: (g, x, out) => g.add('Mul', [x, g.add('Sigmoid', [x], {}, out)], {}, out),
});
export const mish = simple('mish', (x) => x * Math.tanh(softplusOf(x)), {
  onnx: (g, x, out) => {
    const softened = g.add('Tanh', [g.add('Softplus', [x], {}, out)], {}, out);
    return g.add('Mul', [x, softened], {}, out);
  },
});
export const selu = simple(
  'selu',
  (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x)),
  { as: ['function', 'inplace', 'functional'], kernelName: 'elu_cpu', onnx: 'Selu', grad: 'Elu' },
);
export const hardsigmoid = simple('hardsigmoid', (x) => Math.min(Math.max(x + 3, 0), 6) / 6, {
  onnx: (g, x, out) => {
    const number = (value: number): OnnxValue => g.scalar(value, out.dtype);
    const shifted = g.add('Add', [x, number(3)], {}, out);
    const kept = g.add('Clip', [shifted, number(0), number(6)], {}, out);
    return g.add('Div', [kept, number(6)], {}, out);
  },
});
export const hardswish = simple('hardswish', (x) => (x * Math.min(Math.max(x + 3, 0), 6)) / 6, {
  onnx: 'HardSwish',
});
export const logsigmoid = simple(
  'logsigmoid',
  (x) => Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x))),
  {
    as: ['functional'],
    kernelName: 'log_sigmoid_cpu',
    grad: 'LogSigmoid',
    onnx: (g, x, out) => {
      const softened = g.add('Softplus', [g.add('Neg', [x], {}, out)], {}, out);
      return g.add('Neg', [softened], {}, out);
    },
  },
);

export const leakyRelu = defineOp('leaky_relu(Tensor input, float negative_slope=0.01) -> Tensor', {
  as: FUNCTIONAL,
  shape: ({ input }) => {
    requireFloat(input.dtype, 'leaky_relu_cpu');
    return input;
  },
  onnx: (g, { input, negative_slope }, out) =>
    out.dtype === 'float32'
      ? g.add('LeakyRelu', [input], { alpha: { float: negative_slope } }, out)
      : null,
  kernel: ({ input, negative_slope }, out) => {
    mapInto(input, out, (x) => (x > 0 ? x : x * negative_slope));
  },
});

export const elu = defineOp('elu(Tensor input, float alpha=1.0) -> Tensor', {
  as: FUNCTIONAL,
  shape: ({ input }) => {
    requireFloat(input.dtype, 'elu_cpu');
    return input;
  },
  onnx: (g, { input, alpha }, out) =>
    out.dtype === 'float32' ? g.add('Elu', [input], { alpha: { float: alpha } }, out) : null,
  kernel: ({ input, alpha }, out) => {
    mapInto(input, out, (x) => (x > 0 ? x : alpha * Math.expm1(x)));
  },
});

export const celu = defineOp('celu(Tensor input, float alpha=1.0) -> Tensor', {
  as: ['function', 'inplace', 'functional'],
  shape: ({ input, alpha }) => {
    check(alpha !== 0, () => 'ZeroDivisionError: alpha cannot be 0 for CELU');
    requireFloat(input.dtype, 'elu_cpu');
    return input;
  },
  kernel: ({ input, alpha }, out) => {
    mapInto(input, out, (x) => (x > 0 ? x : alpha * Math.expm1(x / alpha)));
  },
});

export const gelu = defineOp("gelu(Tensor input, *, str approximate='none') -> Tensor", {
  as: ['functional'],
  shape: ({ input, approximate }) => {
    check(
      approximate === 'none' || approximate === 'tanh',
      () => 'approximate argument must be either none or tanh.',
    );
    requireFloat(input.dtype, 'GeluKernelImpl');
    return input;
  },
  onnx: (g, { input, approximate }, out) =>
    out.dtype === 'float32' ? g.add('Gelu', [input], { approximate }, out) : null,
  kernel: ({ input, approximate }, out) => {
    if (approximate === 'tanh') {
      const k = Math.sqrt(2 / Math.PI);
      mapInto(input, out, (x) => 0.5 * x * (1 + Math.tanh(k * (x + 0.044715 * x ** 3))));
    } else mapInto(input, out, (x) => 0.5 * x * (1 + erf(x / Math.SQRT2)));
  },
  cost: ({ input }) => 10 * input.shape.reduce<number>((n, dim) => n * intValue(dim), 1),
});

export const softplus = defineOp(
  'softplus(Tensor input, float beta=1, float threshold=20) -> Tensor',
  {
    as: ['functional'],
    shape: ({ input }) => {
      requireFloat(input.dtype, 'softplus_cpu');
      return input;
    },
    onnx: (g, { input, beta, threshold }, out) =>
      out.dtype === 'float32' && beta === 1 && threshold === 20
        ? g.add('Softplus', [input], {}, out)
        : null,
    kernel: ({ input, beta, threshold }, out) => {
      mapInto(input, out, (x) =>
        x * beta > threshold ? x : Math.log1p(Math.exp(x * beta)) / beta,
      );
    },
  },
);

export const hardtanh = defineOp(
  'hardtanh(Tensor input, float min_val=-1.0, float max_val=1.0) -> Tensor',
  {
    as: FUNCTIONAL,
    shape: ({ input, min_val, max_val }) => {
      check(input.dtype !== 'bool', () => 'Bool inputs not supported for hardtanh');
      check(
        input.dtype !== 'uint8' || (min_val >= 0 && max_val >= 0),
        () => 'cannot do hardtanh on an unsigned type with negative limits',
      );
      return input;
    },
    onnx: (g, { input, min_val, max_val }, out) => {
      if (out.dtype !== 'float32' || min_val > max_val) return null;
      const limits = [g.scalar(min_val, out.dtype), g.scalar(max_val, out.dtype)];
      return g.add('Clip', [input, ...limits], {}, out);
    },
    kernel: ({ input, min_val, max_val }, out) => {
      const exact = input.data instanceof BigInt64Array;
      for (let i = 0; i < input.data.length; i++) {
        const x = Number(input.data[i]);
        const kept = Math.min(Math.max(x, min_val), max_val);
        if (!exact) out.data[i] = kept;
        else if (kept === x) out.data[i] = input.data[i] as bigint;
        else store(out, i, kept);
      }
    },
  },
);

export const relu6 = defineOp('relu6(Tensor input) -> Tensor', {
  as: FUNCTIONAL,
  grad: 'Hardtanh',
  body: ({ input }) => hardtanh({ input, min_val: 0, max_val: 6 }),
});

export const softsign = defineOp('softsign(Tensor input) -> Tensor', {
  as: ['functional'],
  grad: 'Div',
  body: ({ input }) =>
    div({
      input,
      other: add({ input: abs({ input }), other: { kind: 'int', value: 1 } }),
    }),
});

export const tanhshrink = defineOp('tanhshrink(Tensor input) -> Tensor', {
  as: ['functional'],
  grad: 'Sub',
  body: ({ input }) => sub({ input, other: tanh({ input }) }),
});

export const softshrink = defineOp('softshrink(Tensor input, float lambd=0.5) -> Tensor', {
  as: ['functional'],
  shape: ({ input, lambd }) => {
    check(lambd >= 0, () => `lambda must be greater or equal to 0, but found to be ${lambd}.`);
    requireFloat(input.dtype, 'softshrink_cpu');
    return input;
  },
  kernel: ({ input, lambd }, out) => {
    mapInto(input, out, (x) => (x > lambd ? x - lambd : x < -lambd ? x + lambd : x * 0));
  },
});

export const hardshrink = defineOp('hardshrink(Tensor input, float lambd=0.5) -> Tensor', {
  as: ['function', 'method', 'functional'],
  shape: ({ input }) => {
    requireFloat(input.dtype, 'hardshrink_cpu');
    return input;
  },
  kernel: ({ input, lambd }, out) => {
    mapInto(input, out, (x) => (x >= -lambd && x <= lambd ? 0 : x));
  },
});

export const threshold = defineOp(
  'threshold(Tensor input, float threshold, float value) -> Tensor',
  {
    as: ['function', 'inplace', 'functional'],
    shape: ({ input }) => input,
    kernel: ({ input, threshold: limit, value }, out) => {
      for (let i = 0; i < input.data.length; i++) {
        if (Number(input.data[i]) <= limit) store(out, i, value);
        else out.data[i] = input.data[i] as number;
      }
    },
  },
);

export const prelu = defineOp('prelu(Tensor input, Tensor weight) -> Tensor', {
  as: ['function', 'method', 'functional'],
  shape: ({ input, weight }) => {
    const count = weight.shape.reduce<number>((n, dim) => n * intValue(dim), 1);
    const channels = input.shape.length > 1 ? intValue(input.shape[1] as Int) : 1;
    check(
      weight.dtype === input.dtype,
      () =>
        `Found dtype ${scalarTypeName[weight.dtype]} but expected ${scalarTypeName[input.dtype]}`,
    );
    check(count === 1 || input.shape.length > 0, () => 'Not allow zero-dim input tensor.');
    check(
      count === 1 || count === channels,
      () =>
        `Mismatch of parameter numbers and input channel size. Found parameter numbers = ${count} and channel size = ${channels}.`,
    );
    return input;
  },
  onnx: (g, { input, weight }, out) => {
    if (out.dtype !== 'float32' || weight.type.dtype !== 'float32') return null;
    const { shape } = input.type;
    const spread = shape.map((_, i) => (i === 1 ? numel(weight.type.shape) : 1));
    const slope = { dtype: out.dtype, shape: spread };
    if (spread.length === 0) return null;
    if (spread.length === 1) spread[0] = 1;
    const reshaped = g.add('Reshape', [weight, g.ints(spread)], {}, slope);
    return g.add('PRelu', [input, reshaped], {}, out);
  },
  kernel: ({ input, weight }, out) => {
    const [, channels = 1, ...rest] = input.shape;
    const inner = rest.reduce((a, b) => a * b, 1);
    const x = input.data as Floats;
    const single = weight.data.length === 1;
    for (let i = 0; i < x.length; i++) {
      const part = single ? 0 : Math.floor(i / inner) % channels;
      const value = x[i] as number;
      out.data[i] = value > 0 ? value : value * Number(weight.data[part]);
    }
  },
});

export const glu = defineOp('glu(Tensor input, int dim=-1) -> Tensor', {
  as: ['functional'],
  body: ({ input, dim }) => {
    const { shape } = input.type;
    check(shape.length > 0, () => 'glu does not support scalars because halving size must be even');
    const axis = wrapDim(dim, shape.length);
    const size = intValue(shape[axis] as Int);
    check(
      size % 2 === 0,
      () => `Halving dimension must be even, but dimension ${axis} is size ${size}`,
    );
    const first = slice({ input, dim: axis, start: 0, end: size / 2 });
    const second = slice({ input, dim: axis, start: size / 2, end: size });
    return mul({ input: first, other: sigmoid({ input: second }) });
  },
});

/** Applies `row` to each line along a dimension: (source, start, step, count, target). */
function alongDimension(
  input: NdArray,
  out: NdArray,
  dim: number,
  row: (x: Floats, start: number, step: number, count: number, y: Floats) => void,
): void {
  const shape = input.shape.length === 0 ? [1] : input.shape;
  const axis = wrapDim(dim, shape.length);
  const count = shape[axis] as number;
  const step = shape.slice(axis + 1).reduce((a, b) => a * b, 1);
  const outer = shape.slice(0, axis).reduce((a, b) => a * b, 1);
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < step; i++) {
      row(input.data as Floats, o * count * step + i, step, count, out.data as Floats);
    }
  }
}

function softmaxType(
  input: { dtype: DType; shape: readonly Int[] },
  dim: number,
  dtype: DType | null,
  name: string,
): { dtype: DType; shape: readonly Int[] } {
  const axis = wrapDim(dim, input.shape.length);
  const result = dtype ?? input.dtype;
  const isLast = axis >= input.shape.length - 1;
  requireFloat(result, isLast ? `${name}_lastdim_kernel_impl` : 'softmax_kernel_impl');
  return { dtype: result, shape: input.shape };
}

export const softmax = defineOp(
  'softmax(Tensor input, int dim, ScalarType? dtype=None) -> Tensor',
  {
    as: ['function', 'method', 'functional', 'special'],
    shape: ({ input, dim, dtype }) => softmaxType(input, dim, dtype, 'softmax'),
    onnx: (g, { input, dim }, out) => {
      if (out.dtype !== 'float32' || out.shape.length === 0) return null;
      const axis = wrapDim(dim, out.shape.length);
      return g.add('Softmax', [g.cast(input, out.dtype)], { axis }, out);
    },
    kernel: ({ input, dim }, out) => {
      alongDimension(convert(input, out.dtype), out, dim, (x, start, step, count, y) => {
        let most = -Infinity;
        for (let i = 0; i < count; i++) most = Math.max(most, x[start + i * step] as number);
        let sum = 0;
        for (let i = 0; i < count; i++) sum += Math.exp((x[start + i * step] as number) - most);
        for (let i = 0; i < count; i++) {
          y[start + i * step] = Math.exp((x[start + i * step] as number) - most) / sum;
        }
      });
    },
    cost: ({ input }) => 6 * input.shape.reduce<number>((n, size) => n * intValue(size), 1),
  },
);

export const logSoftmax = defineOp(
  'log_softmax(Tensor input, int dim, ScalarType? dtype=None) -> Tensor',
  {
    as: ['function', 'method', 'functional', 'special'],
    shape: ({ input, dim, dtype }) => softmaxType(input, dim, dtype, 'log_softmax'),
    onnx: (g, { input, dim }, out) => {
      if (out.dtype !== 'float32' || out.shape.length === 0) return null;
      const axis = wrapDim(dim, out.shape.length);
      return g.add('LogSoftmax', [g.cast(input, out.dtype)], { axis }, out);
    },
    kernel: ({ input, dim }, out) => {
      alongDimension(convert(input, out.dtype), out, dim, (x, start, step, count, y) => {
        let most = -Infinity;
        for (let i = 0; i < count; i++) most = Math.max(most, x[start + i * step] as number);
        let sum = 0;
        for (let i = 0; i < count; i++) sum += Math.exp((x[start + i * step] as number) - most);
        const shift = most + Math.log(sum);
        for (let i = 0; i < count; i++) {
          y[start + i * step] = (x[start + i * step] as number) - shift;
        }
      });
    },
    cost: ({ input }) => 6 * input.shape.reduce<number>((n, size) => n * intValue(size), 1),
  },
);

/** The dimension that PyTorch takes where none is given. */
function implicitDim(input: Value): number {
  return [0, 1, 3].includes(input.type.shape.length) ? 0 : 1;
}

export const implicitSoftmax = defineOp(
  'softmax.implicit(Tensor input, int? dim=None, int _stacklevel=3, ScalarType? dtype=None) -> Tensor',
  {
    as: ['functional'],
    body: ({ input, dim, dtype }) => softmax({ input, dim: dim ?? implicitDim(input), dtype }),
  },
);

export const implicitLogSoftmax = defineOp(
  'log_softmax.implicit(Tensor input, int? dim=None, int _stacklevel=3, ScalarType? dtype=None) -> Tensor',
  {
    as: ['functional'],
    body: ({ input, dim, dtype }) => logSoftmax({ input, dim: dim ?? implicitDim(input), dtype }),
  },
);

export const softmin = defineOp(
  'softmin(Tensor input, int? dim=None, int _stacklevel=3, ScalarType? dtype=None) -> Tensor',
  {
    as: ['functional'],
    grad: 'Softmax',
    body: ({ input, dim, dtype }) =>
      softmax({ input: neg({ input }), dim: dim ?? implicitDim(input), dtype }),
  },
);
