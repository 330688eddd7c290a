// Functions of two operands beyond arithmetic: angles, lengths, logarithms of sums, divisors.

import { check } from '../tensor/errors.ts';
import { binary, singleOrDouble } from './binary.ts';
import { isScalar, rowOf, toFloat, wideRowOf } from './broadcast.ts';
import { defineOp } from './define.ts';
import { zeta as zetaOf } from './special.ts';

export const atan2 = defineOp('atan2(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  aliases: ['arctan2'],
  ...binary({ name: 'atan2', rows: { float: rowOf(Math.atan2) }, result: toFloat }),
});

export const hypot = defineOp('hypot(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  ...binary({ name: 'hypot', rows: { float: rowOf((x, y) => Math.hypot(x, y)) } }),
});

/** The magnitude of the first with the sign of the second. */
export const copysign = defineOp('copysign(Tensor input, Operand other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  ...binary({
    name: 'copysign',
    rows: { float: rowOf((x, y) => (isNegative(x) === isNegative(y) ? x : -x)) },
    result: toFloat,
  }),
});

function isNegative(x: number): boolean {
  return x < 0 || Object.is(x, -0);
}

/** x·log(y), 0 where x is 0. */
const xlogyRule = binary({
  name: 'xlogy',
  rows: { float: rowOf((x, y) => (x === 0 && !Number.isNaN(y) ? 0 : x * Math.log(y))) },
  result: toFloat,
});

export const xlogy = defineOp('xlogy(Tensor input, Operand other) -> Tensor', {
  as: ['function', 'method', 'inplace', 'special'],
  grad: ({ other }) => `XlogyBackward${isScalar(other) ? 2 : 0}`,
  ...xlogyRule,
});

export const xlogyScalar = defineOp('xlogy.Scalar(Scalar self, Tensor other) -> Tensor', {
  as: ['function', 'special'],
  grad: 'XlogyBackward1',
  shape: ({ self, other }) => xlogyRule.shape({ input: self, other }),
  kernel: ({ self, other }, out) => {
    xlogyRule.kernel({ input: self, other }, out);
  },
});

export const logaddexp = defineOp('logaddexp(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method'],
  ...binary({
    name: 'logaddexp',
    rows: {
      float: rowOf((x, y) =>
        x === y && !Number.isFinite(x)
          ? x
          : Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y))),
      ),
    },
  }),
});

export const logaddexp2 = defineOp('logaddexp2(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method'],
  ...binary({
    name: 'logaddexp2',
    rows: {
      float: rowOf((x, y) =>
        x === y && !Number.isFinite(x)
          ? x
          : Math.max(x, y) + Math.log1p(2 ** -Math.abs(x - y)) / Math.LN2,
      ),
    },
  }),
});

/** 0 below 0, 1 above, `values` at 0. */
export const heaviside = defineOp('heaviside(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  grad: null,
  ...binary({
    name: 'heaviside',
    rows: {
      float: rowOf((x, y) => (x === 0 ? y : x > 0 ? 1 : 0)),
      wide: wideRowOf((x, y) => (x === 0n ? y : x < 0n ? 0n : 1n)),
      bool: rowOf((x, y) => (x === 0 ? y : 1)),
    },
    check: ({ input, other }) => {
      const sameType = 'dtype' in input && 'dtype' in other && input.dtype === other.dtype;
      check(sameType, () => 'heaviside is not yet implemented for tensors with different dtypes.');
    },
  }),
});

function greatestDivisor(x: number, y: number): number {
  let [a, b] = [x, y];
  while (b !== 0) [a, b] = [b, a % b];
  return Math.abs(a);
}

function greatestWideDivisor(x: bigint, y: bigint): bigint {
  let [a, b] = [x, y];
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}

export const gcd = defineOp('gcd(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  grad: null,
  ...binary({
    name: 'gcd',
    rows: { int: rowOf(greatestDivisor), wide: wideRowOf(greatestWideDivisor) },
  }),
});

export const lcm = defineOp('lcm(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  grad: null,
  ...binary({
    name: 'lcm',
    rows: {
      int: rowOf((x, y) => Math.abs((x / (greatestDivisor(x, y) || 1)) * y)),
      wide: wideRowOf((x, y) => {
        const product = (x / (greatestWideDivisor(x, y) || 1n)) * y;
        return product < 0n ? -product : product;
      }),
    },
  }),
});

/** The next number of the dtype toward `other`. */
export const nextafter = defineOp('nextafter(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  grad: null,
  shape: binary({ name: 'nextafter', rows: { float: rowOf((x) => x) } }).shape,
  kernel: (operands, out) => {
    const step = out.dtype === 'float64' ? nextDouble : nextFloat;
    const spec = { name: 'nextafter', rows: { float: rowOf(step) } };
    binary(spec).kernel(operands, out);
  },
});

const bits = new DataView(new ArrayBuffer(8));

function nextFloat(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y) || x === y) return x === y ? y : NaN;
  if (x === 0) return y > 0 ? 2 ** -149 : -(2 ** -149);
  bits.setFloat32(0, x);
  bits.setInt32(0, bits.getInt32(0) + (y > x === x > 0 ? 1 : -1));
  return bits.getFloat32(0);
}

function nextDouble(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y) || x === y) return x === y ? y : NaN;
  if (x === 0) return y > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  bits.setFloat64(0, x);
  bits.setBigInt64(0, bits.getBigInt64(0) + (y > x === x > 0 ? 1n : -1n));
  return bits.getFloat64(0);
}

/** x·log(1 + y), 0 where x is 0. */
const xlog1pyRule = binary({
  name: 'xlog1py',
  rows: { float: rowOf((x, y) => (x === 0 && !Number.isNaN(y) ? 0 : x * Math.log1p(y))) },
  result: toFloat,
});

export const xlog1py = defineOp('xlog1py(Tensor input, Operand other) -> Tensor', {
  as: ['special'],
  grad: ({ other }) => `SpecialXlog1PyBackward${isScalar(other) ? 2 : 0}`,
  ...xlog1pyRule,
});

export const xlog1pyScalar = defineOp('xlog1py.Scalar(Scalar self, Tensor other) -> Tensor', {
  as: ['special'],
  grad: 'SpecialXlog1PyBackward1',
  shape: ({ self, other }) => xlog1pyRule.shape({ input: self, other }),
  kernel: ({ self, other }, out) => {
    xlog1pyRule.kernel({ input: self, other }, out);
  },
});

const zetaRule = binary({
  name: 'zeta',
  rows: { float: rowOf(zetaOf) },
  result: toFloat,
  check: (_operands, dtype) => {
    singleOrDouble('zeta', dtype);
  },
});

export const zeta = defineOp('zeta(Tensor input, Operand other) -> Tensor', {
  as: ['special'],
  grad: ({ other }) => `SpecialZetaBackward${isScalar(other) ? 2 : 0}`,
  ...zetaRule,
});

export const zetaScalar = defineOp('zeta.Scalar(Scalar self, Tensor other) -> Tensor', {
  as: ['special'],
  grad: 'SpecialZetaBackward1',
  shape: ({ self, other }) => zetaRule.shape({ input: self, other }),
  kernel: ({ self, other }, out) => {
    zetaRule.kernel({ input: self, other }, out);
  },
});
