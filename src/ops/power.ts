// Powers: `x ** y` in its combinations of tensors and numbers.

import type { NdArray } from '../tensor/array.ts';
import { category, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import type { Scalar } from '../tensor/promotion.ts';
import type { TensorType } from '../tensor/type.ts';
import { complexRow, notImplemented, ONNX_FLOATS, rowFor, type Rows } from './binary.ts';
import {
  broadcastRows,
  commonDtype,
  commonShape,
  isScalar,
  onnxOperand,
  operandArray,
  rowOf,
  wideRowOf,
  type Row,
} from './broadcast.ts';
import { complexShortcut } from './complexFunctions.ts';
import { defineOp } from './define.ts';

/** C's pow, which differs from JavaScript's at 1 and -1. */
export function power(x: number, y: number): number {
  if (x === 1 || y === 0) return 1;
  if (x === -1 && (y === Infinity || y === -Infinity)) return 1;
  return x ** y;
}

function integerPower(base: bigint, exponent: bigint): bigint {
  if (exponent >= 0n) return BigInt.asIntN(64, wrappingPower(base, exponent));
  if (base === 1n) return 1n;
  if (base === -1n) return exponent % 2n === 0n ? 1n : -1n;
  return 0n;
}

/** By squaring, so that numbers stay below 128 bits. */
function wrappingPower(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = base, rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = BigInt.asIntN(64, result * square);
    square = BigInt.asIntN(64, square * square);
  }
  return result;
}

const rows: Rows = {
  float: rowOf(power),
  int: rowOf((x, y) => Number(BigInt.asIntN(32, integerPower(BigInt(x), BigInt(y))))),
  wide: wideRowOf(integerPower),
  complex: complexPower((x) => x),
};

/** exp(b · log a), in steps that are rounded as PyTorch's are. */
function complexPower(fit: (x: number) => number): Row {
  return complexRow((ar, ai, br, bi, out, o) => {
    const radius = Math.hypot(ar, ai);
    if (radius === 0) {
      out[o] = br === 0 && bi === 0 ? 1 : 0;
      out[o + 1] = 0;
      return;
    }
    const angle = fit(Math.atan2(ai, ar));
    const size = fit(Math.log(radius));
    const length = fit(Math.exp(fit(fit(br * size) - fit(bi * angle))));
    const turn = fit(fit(br * angle) + fit(bi * size));
    out[o] = length * fit(Math.cos(turn));
    out[o + 1] = length * fit(Math.sin(turn));
  });
}

const singleComplexPower = complexPower(Math.fround);

/** The powers that PyTorch computes without pow when the exponent is a number. */
function shortcut(exponent: Scalar, dtype: DType): ((x: number) => number) | null {
  const round = dtype === 'float64' ? (x: number): number => x : Math.fround;
  switch (Number(exponent.value)) {
    case 2:
      return (x) => x * x;
    case 3:
      return (x) => round(x * x) * x;
    case 0.5:
      return Math.sqrt;
    case -0.5:
      return (x) => 1 / round(Math.sqrt(x));
    case -1:
      return (x) => 1 / x;
    case -2:
      return (x) => 1 / round(x * x);
    default:
      return null;
  }
}

function powerType(base: TensorType | Scalar, exponent: TensorType | Scalar): TensorType {
  const dtype = commonDtype(base, exponent);
  if (category(dtype) === 'bool') notImplemented('pow', dtype);
  check(
    category(dtype) !== 'int' || !isScalar(exponent) || Number(exponent.value) >= 0,
    () => 'Integers to negative integer powers are not allowed.',
  );
  return { dtype, shape: commonShape(base, exponent) };
}

function compute(base: NdArray | Scalar, exponent: NdArray | Scalar, out: NdArray): void {
  const a = operandArray(base, out.dtype);
  if (category(out.dtype) === 'float' && isScalar(exponent)) {
    const short = shortcut(exponent, out.dtype);
    if (short) {
      broadcastRows(a, a, out, rowOf(short));
      return;
    }
  }
  if (category(out.dtype) === 'complex' && isScalar(exponent) && !exponent.imaginary) {
    const short = complexShortcut(Number(exponent.value));
    if (short) {
      for (let i = 0; i < a.data.length; i += 2) {
        [out.data[i], out.data[i + 1]] = short(a.data[i] as number, a.data[i + 1] as number);
      }
      return;
    }
  }
  const row = out.dtype === 'complex64' ? singleComplexPower : rowFor(rows, out.dtype);
  if (!row) throw new Error(`pow has no row for ${out.dtype}`);
  broadcastRows(a, operandArray(exponent, out.dtype), out, row);
}

export const pow = defineOp('pow(Tensor input, Operand exponent) -> Tensor', {
  grad: ({ exponent }) => (isScalar(exponent) ? 'Pow' : 'PowBackward1'),
  as: ['function', 'method', 'inplace'],
  shape: ({ input, exponent }) => powerType(input, exponent),
  kernel: ({ input, exponent }, out) => {
    compute(input, exponent, out);
  },
  onnx: (g, { input, exponent }, out) => {
    if (!ONNX_FLOATS.includes(out.dtype)) return null;
    const base = onnxOperand(g, input, out.dtype);
    if (isScalar(exponent)) {
      const value = Number(exponent.value);
      if (value === 2) return g.add('Mul', [base, base], {}, out);
      if (value === 0.5) return g.add('Sqrt', [base], {}, out);
      if (value === -1) return g.add('Reciprocal', [base], {}, out);
      if (value === -0.5) {
        return g.add('Reciprocal', [g.add('Sqrt', [base], {}, out)], {}, out);
      }
    }
    return g.add('Pow', [base, onnxOperand(g, exponent, out.dtype)], {}, out);
  },
});

/** `2 ** x` */
export const rpow = defineOp('pow.Scalar(Scalar input, Tensor exponent) -> Tensor', {
  as: ['function'],
  shape: ({ input, exponent }) => powerType(input, exponent),
  kernel: ({ input, exponent }, out) => {
    compute(input, exponent, out);
  },
  onnx: (g, { input, exponent }, out) => {
    if (!ONNX_FLOATS.includes(out.dtype)) return null;
    const operands = [onnxOperand(g, input, out.dtype), onnxOperand(g, exponent, out.dtype)];
    return g.add('Pow', operands, {}, out);
  },
});

/** In double precision, whatever the operands are. */
export const floatPower = defineOp('float_power(Tensor input, Operand exponent) -> Tensor', {
  grad: ({ exponent }) => (isScalar(exponent) ? 'Pow' : 'PowBackward1'),
  as: ['function', 'method'],
  shape: ({ input, exponent }) => {
    const common = commonDtype(input, exponent);
    const dtype = category(common) === 'complex' ? 'complex128' : 'float64';
    return { dtype, shape: commonShape(input, exponent) };
  },
  kernel: ({ input, exponent }, out) => {
    compute(input, exponent, out);
  },
});

/** x·2^y */
export const ldexp = defineOp('ldexp(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  grad: 'Mul',
  shape: ({ input, other }) => ({
    dtype: commonDtype(input, { dtype: 'float32', shape: other.shape }),
    shape: commonShape(input, other),
  }),
  kernel: ({ input, other }, out) => {
    const [a, b] = [operandArray(input, out.dtype), operandArray(other, out.dtype)];
    broadcastRows(
      a,
      b,
      out,
      rowOf((x, y) => x * 2 ** y),
    );
  },
});
