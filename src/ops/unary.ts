// Functions of one number that give the default float dtype for integers: exponentials, logarithms,
// roots, circular and hyperbolic functions, special functions. Those that keep the dtype (abs,
// rounding, signs) are in rounding.ts; activations of networks in activation.ts.

import type { OnnxBuilder, OnnxValue } from '../graph/op.ts';
import type { NdArray } from '../tensor/array.ts';
import { category, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import type { TensorType } from '../tensor/type.ts';
import { mapRows, operandArray, realOnly, toFloat } from './broadcast.ts';
import { defineOp } from './define.ts';
import { ONNX_FLOATS, singleOrDouble } from './binary.ts';
import {
  complexAcos,
  complexAcosh,
  complexAsin,
  complexAsinh,
  complexAtan,
  complexAtanh,
  complexCos,
  complexCosh,
  complexExp,
  complexLog,
  complexLog1p,
  complexLogTo,
  complexReciprocal,
  complexRsqrt,
  complexSin,
  complexSinh,
  complexSqrt,
  complexTan,
  complexTanh,
  type Complex,
} from './complexFunctions.ts';
import {
  digamma as digammaOf,
  erf as erfOf,
  erfc as erfcOf,
  erfcx as erfcxOf,
  erfinv as erfinvOf,
  erfSingle,
  i0 as i0Of,
  i0e as i0eOf,
  i1 as i1Of,
  i1e as i1eOf,
  lgamma as lgammaOf,
  logNdtr,
  ndtr as ndtrOf,
  ndtri as ndtriOf,
  polygamma as polygammaOf,
} from './special.ts';

interface FloatFunction {
  readonly f: (x: number) => number;
  /** For single precision, where a faster one is exact enough. */
  readonly single?: (x: number) => number;
  readonly complex?: Complex;
  readonly onnx?: string;
  readonly onnxDtypes?: readonly DType[];
  /** PyTorch has no code for halves and complex numbers. */
  readonly plain?: true;
}

const FLOAT: readonly DType[] = ['float32'];
const everywhere = { as: ['function', 'method', 'inplace'] } as const;
const special = { as: ['special'] } as const;
const both = { as: ['function', 'method', 'inplace', 'special'] } as const;

export function floating(
  name: string,
  spec: FloatFunction,
): {
  readonly shape: (args: { input: TensorType }) => TensorType;
  readonly kernel: (args: { input: NdArray }, out: NdArray) => void;
  readonly onnx: (g: OnnxBuilder, args: { input: OnnxValue }, out: TensorType) => OnnxValue | null;
} {
  return {
    shape: ({ input }) => {
      const dtype = toFloat(input.dtype);
      if (spec.plain) singleOrDouble(name, dtype);
      return { dtype: spec.complex ? dtype : realOnly(name, dtype), shape: input.shape };
    },
    kernel: ({ input }, out) => {
      const numbers = operandArray(input, out.dtype);
      if (category(out.dtype) === 'complex') mapComplex(numbers, out, spec.complex as Complex);
      else mapRows(numbers, out, out.dtype === 'float64' ? spec.f : (spec.single ?? spec.f));
    },
    onnx: (g, { input }, out) => {
      if (!spec.onnx || !(spec.onnxDtypes ?? ONNX_FLOATS).includes(out.dtype)) return null;
      return g.add(spec.onnx, [g.cast(input, out.dtype)], {}, out);
    },
  };
}

function mapComplex(input: NdArray, out: NdArray, f: Complex): void {
  for (let i = 0; i < out.data.length; i += 2) {
    const [re, im] = f(input.data[i] as number, input.data[i + 1] as number);
    out.data[i] = re;
    out.data[i + 1] = im;
  }
}

export const exp = defineOp('exp(Tensor input) -> Tensor', {
  ...everywhere,
  ...floating('exp', { f: Math.exp, complex: complexExp, onnx: 'Exp' }),
});

export const exp2 = defineOp('exp2(Tensor input) -> Tensor', {
  ...both,
  ...floating('exp2', { f: (x) => 2 ** x }),
  onnx: (g, { input }, out) =>
    ONNX_FLOATS.includes(out.dtype)
      ? g.add('Pow', [g.scalar(2, out.dtype), g.cast(input, out.dtype)], {}, out)
      : null,
});

export const expm1 = defineOp('expm1(Tensor input) -> Tensor', {
  ...both,
  ...floating('expm1', { f: Math.expm1 }),
});

export const log = defineOp('log(Tensor input) -> Tensor', {
  ...everywhere,
  ...floating('log', { f: Math.log, complex: complexLog, onnx: 'Log' }),
});

/** A logarithm to another base: whole for the base's whole powers, as C's functions have it. */
function scaledLog(base: number, factor: number) {
  return (g: OnnxBuilder, { input }: { input: OnnxValue }, out: TensorType): OnnxValue | null => {
    if (!ONNX_FLOATS.includes(out.dtype)) return null;
    const x = g.cast(input, out.dtype);
    const natural = g.add('Log', [x], {}, out);
    const scaled = g.add('Mul', [natural, g.scalar(factor, out.dtype)], {}, out);
    const whole = g.add('Round', [scaled], {}, out);
    const power = g.add('Pow', [g.scalar(base, out.dtype), whole], {}, out);
    const isPower = g.add('Equal', [power, x], {}, { dtype: 'bool', shape: out.shape });
    return g.add('Where', [isPower, whole, scaled], {}, out);
  };
}

export const log2 = defineOp('log2(Tensor input) -> Tensor', {
  ...everywhere,
  ...floating('log2', { f: Math.log2, complex: complexLogTo(Math.LOG2E) }),
  onnx: scaledLog(2, Math.LOG2E),
});

export const log10 = defineOp('log10(Tensor input) -> Tensor', {
  ...everywhere,
  ...floating('log10', { f: Math.log10, complex: complexLogTo(Math.LOG10E) }),
  onnx: scaledLog(10, Math.LOG10E),
});

export const log1p = defineOp('log1p(Tensor input) -> Tensor', {
  ...both,
  grad: 'Log1P',
  ...floating('log1p', { f: Math.log1p, complex: complexLog1p }),
});

export const sqrt = defineOp('sqrt(Tensor input) -> Tensor', {
  ...everywhere,
  ...floating('sqrt', { f: Math.sqrt, complex: complexSqrt, onnx: 'Sqrt' }),
});

export const rsqrt = defineOp('rsqrt(Tensor input) -> Tensor', {
  ...everywhere,
  ...floating('rsqrt', {
    f: (x) => 1 / Math.sqrt(x),
    complex: complexRsqrt,
  }),
  onnx: (g, { input }, out) => {
    if (!ONNX_FLOATS.includes(out.dtype)) return null;
    return g.add('Reciprocal', [g.add('Sqrt', [g.cast(input, out.dtype)], {}, out)], {}, out);
  },
});

export const reciprocal = defineOp('reciprocal(Tensor input) -> Tensor', {
  ...everywhere,
  ...floating('reciprocal', { f: (x) => 1 / x, complex: complexReciprocal, onnx: 'Reciprocal' }),
});

export const sin = defineOp('sin(Tensor input) -> Tensor', {
  ...everywhere,
  ...floating('sin', {
    f: Math.sin,
    complex: complexSin,
    onnx: 'Sin',
  }),
});

export const cos = defineOp('cos(Tensor input) -> Tensor', {
  ...everywhere,
  ...floating('cos', {
    f: Math.cos,
    complex: complexCos,
    onnx: 'Cos',
    onnxDtypes: FLOAT,
  }),
});

export const tan = defineOp('tan(Tensor input) -> Tensor', {
  ...everywhere,
  ...floating('tan', { f: Math.tan, complex: complexTan, onnx: 'Tan', onnxDtypes: FLOAT }),
});

export const asin = defineOp('asin(Tensor input) -> Tensor', {
  ...everywhere,
  aliases: ['arcsin'],
  ...floating('asin', { f: Math.asin, complex: complexAsin, onnx: 'Asin', onnxDtypes: FLOAT }),
});

export const acos = defineOp('acos(Tensor input) -> Tensor', {
  ...everywhere,
  aliases: ['arccos'],
  ...floating('acos', { f: Math.acos, complex: complexAcos, onnx: 'Acos', onnxDtypes: FLOAT }),
});

export const atan = defineOp('atan(Tensor input) -> Tensor', {
  ...everywhere,
  aliases: ['arctan'],
  ...floating('atan', { f: Math.atan, complex: complexAtan, onnx: 'Atan', onnxDtypes: FLOAT }),
});

export const sinh = defineOp('sinh(Tensor input) -> Tensor', {
  ...everywhere,
  ...floating('sinh', { f: Math.sinh, complex: complexSinh, onnx: 'Sinh', onnxDtypes: FLOAT }),
});

export const cosh = defineOp('cosh(Tensor input) -> Tensor', {
  ...everywhere,
  ...floating('cosh', { f: Math.cosh, complex: complexCosh, onnx: 'Cosh', onnxDtypes: FLOAT }),
});

export const tanh = defineOp('tanh(Tensor input) -> Tensor', {
  as: ['function', 'method', 'inplace', 'functional'],
  ...floating('tanh', { f: Math.tanh, complex: complexTanh, onnx: 'Tanh' }),
});

export const asinh = defineOp('asinh(Tensor input) -> Tensor', {
  ...everywhere,
  aliases: ['arcsinh'],
  ...floating('asinh', { f: Math.asinh, complex: complexAsinh, onnx: 'Asinh', onnxDtypes: FLOAT }),
});

export const acosh = defineOp('acosh(Tensor input) -> Tensor', {
  ...everywhere,
  aliases: ['arccosh'],
  ...floating('acosh', { f: Math.acosh, complex: complexAcosh, onnx: 'Acosh', onnxDtypes: FLOAT }),
});

export const atanh = defineOp('atanh(Tensor input) -> Tensor', {
  ...everywhere,
  aliases: ['arctanh'],
  ...floating('atanh', { f: Math.atanh, complex: complexAtanh, onnx: 'Atanh', onnxDtypes: FLOAT }),
});

export const erf = defineOp('erf(Tensor input) -> Tensor', {
  ...both,
  ...floating('erf', { f: erfOf, single: erfSingle, onnx: 'Erf', onnxDtypes: FLOAT }),
});

export const erfc = defineOp('erfc(Tensor input) -> Tensor', {
  ...both,
  ...floating('erfc', { f: erfcOf }),
});

export const erfcx = defineOp('erfcx(Tensor input) -> Tensor', {
  ...special,
  grad: 'SpecialErfcx',
  ...floating('erfcx', { f: erfcxOf, plain: true }),
});

export const erfinv = defineOp('erfinv(Tensor input) -> Tensor', {
  ...both,
  ...floating('erfinv', { f: erfinvOf }),
});

export const lgamma = defineOp('lgamma(Tensor input) -> Tensor', {
  ...everywhere,
  ...floating('lgamma', { f: lgammaOf }),
});

export const gammaln = defineOp('gammaln(Tensor input) -> Tensor', {
  ...special,
  grad: 'Lgamma',
  body: ({ input }) => lgamma({ input }),
});

export const digamma = defineOp('digamma(Tensor input) -> Tensor', {
  ...both,
  ...floating('digamma', { f: digammaOf }),
});

export const psi = defineOp('psi(Tensor input) -> Tensor', {
  ...special,
  grad: 'Digamma',
  body: ({ input }) => digamma({ input }),
});

/** sin(πx) / πx */
export const sinc = defineOp('sinc(Tensor input) -> Tensor', {
  ...both,
  ...floating('sinc', {
    f: (x) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)),
    // π is rounded to the dtype first, which shows at whole numbers.
    single: (x) => (x === 0 ? 1 : Math.sin(Math.fround(Math.PI * x)) / Math.fround(Math.PI * x)),
  }),
});

export const deg2rad = defineOp('deg2rad(Tensor input) -> Tensor', {
  ...everywhere,
  ...floating('deg2rad', { f: (x) => x * (Math.PI / 180) }),
});

export const rad2deg = defineOp('rad2deg(Tensor input) -> Tensor', {
  ...everywhere,
  ...floating('rad2deg', { f: (x) => x * (180 / Math.PI) }),
});

export const i0 = defineOp('i0(Tensor input) -> Tensor', {
  ...both,
  ...floating('i0', { f: i0Of }),
});

export const i0e = defineOp('i0e(Tensor input) -> Tensor', {
  ...special,
  grad: 'SpecialI0E',
  ...floating('i0e', { f: i0eOf }),
});

export const i1 = defineOp('i1(Tensor input) -> Tensor', {
  ...special,
  grad: 'SpecialI1',
  ...floating('i1', { f: i1Of, plain: true }),
});

export const i1e = defineOp('i1e(Tensor input) -> Tensor', {
  ...special,
  grad: 'SpecialI1E',
  ...floating('i1e', { f: i1eOf, plain: true }),
});

export const ndtr = defineOp('ndtr(Tensor input) -> Tensor', {
  ...special,
  grad: 'MulBackward1',
  ...floating('ndtr', { f: ndtrOf }),
});

export const ndtri = defineOp('ndtri(Tensor input) -> Tensor', {
  ...special,
  grad: 'SpecialNdtri',
  ...floating('ndtri', { f: ndtriOf, plain: true }),
});

export const log_ndtr = defineOp('log_ndtr(Tensor input) -> Tensor', {
  ...special,
  grad: 'SpecialLogNdtr',
  ...floating('log_ndtr', { f: logNdtr, plain: true }),
});

/** -x·log(x) */
export const entr = defineOp('entr(Tensor input) -> Tensor', {
  ...special,
  grad: 'SpecialEntr',
  ...floating('entr', {
    f: (x) => (x > 0 ? -x * Math.log(x) : x === 0 ? 0 : Number.isNaN(x) ? NaN : -Infinity),
  }),
});

/** log(x / (1 - x)), with x kept `eps` away from 0 and 1. */
export const logit = defineOp('logit(Tensor input, float? eps=None) -> Tensor', {
  ...both,
  shape: ({ input }) => ({
    dtype: realOnly('logit', toFloat(input.dtype)),
    shape: input.shape,
  }),
  kernel: ({ input, eps }, out) => {
    const e = eps ?? -1;
    mapRows(operandArray(input, out.dtype), out, (x) => {
      const kept = e < 0 || Number.isNaN(x) ? x : Math.min(Math.max(x, e), 1 - e);
      return kept === 1 ? Infinity : Math.log(kept / (1 - kept));
    });
  },
});

/** The n-th derivative of digamma. */
export const polygamma = defineOp('polygamma(int n, Tensor input) -> Tensor', {
  as: ['function', 'special'],
  shape: ({ n, input }) => {
    check(n >= 0, () => 'polygamma(n, x) does not support negative n.');
    return { dtype: realOnly('polygamma', toFloat(input.dtype)), shape: input.shape };
  },
  kernel: ({ n, input }, out) => {
    const round = out.dtype === 'float64' ? (x: number): number => x : Math.fround;
    const f = n === 1 ? trigammaIn(round) : (x: number): number => polygammaOf(n, x);
    mapRows(operandArray(input, out.dtype), out, f);
  },
});

/** PyTorch reflects the first derivative with a π of the dtype, which shows at its poles. */
function trigammaIn(round: (x: number) => number): (x: number) => number {
  return (x) => {
    if (x >= 0.5) return polygammaOf(1, x);
    const sine = round(Math.sin(round(round(Math.PI) * x)));
    return round(Math.PI ** 2) / round(sine * sine) - polygammaOf(1, 1 - x);
  };
}

/** The same as a method, where the tensor comes first. */
export const polygammaMethod = defineOp('polygamma.method(Tensor input, int n) -> Tensor', {
  as: ['method', 'inplace'],
  grad: 'Polygamma',
  body: ({ input, n }) => polygamma({ n, input }),
});

/** log of the multivariate gamma function of dimension p. */
export const mvlgamma = defineOp('mvlgamma(Tensor input, int p) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  shape: ({ input, p }) => {
    check(p >= 1, () => 'p has to be greater than or equal to 1');
    return { dtype: realOnly('mvlgamma', toFloat(input.dtype)), shape: input.shape };
  },
  kernel: ({ input, p }, out) => {
    mapRows(operandArray(input, out.dtype), out, (x) => {
      let total = ((p * (p - 1)) / 4) * Math.log(Math.PI);
      for (let j = 0; j < p; j++) total += lgammaOf(x - j / 2);
      return total;
    });
  },
});

export const multigammaln = defineOp('multigammaln(Tensor input, int p) -> Tensor', {
  ...special,
  grad: 'Mvlgamma',
  body: ({ input, p }) => mvlgamma({ input, p }),
});
