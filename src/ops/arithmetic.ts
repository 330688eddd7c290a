// Sums, products and quotients of two operands: add, sub, mul, div in its roundings, remainders.
// Powers, extrema and combinations of three are in power.ts, extrema.ts and blend.ts.

import { category, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check, TorchError } from '../tensor/errors.ts';
import type { NdArray } from '../tensor/array.ts';
import type { Scalar } from '../tensor/promotion.ts';
import { printShape, sameShape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import {
  binary,
  complexRow,
  isZero,
  ONNX_ARITHMETIC,
  ONNX_FLOATS,
  requireRow,
  rowFor,
  type Pair,
  type Rows,
} from './binary.ts';
import {
  broadcastRows,
  commonDtype,
  commonShape,
  isScalar,
  onnxOperand,
  operandArray,
  rowOf,
  toFloat,
  wideRowOf,
  type Row,
} from './broadcast.ts';
import { defineOp } from './define.ts';

const addRow: Row = (a, ai, aStep, b, bi, bStep, out, o, n) => {
  if (aStep === 1 && bStep === 1) {
    for (let i = 0; i < n; i++) out[o + i] = (a[ai + i] as number) + (b[bi + i] as number);
    return;
  }
  for (let i = 0; i < n; i++) {
    out[o + i] = (a[ai] as number) + (b[bi] as number);
    ai += aStep;
    bi += bStep;
  }
};

const subRow: Row = (a, ai, aStep, b, bi, bStep, out, o, n) => {
  for (let i = 0; i < n; i++) {
    out[o + i] = (a[ai] as number) - (b[bi] as number);
    ai += aStep;
    bi += bStep;
  }
};

const mulRow: Row = (a, ai, aStep, b, bi, bStep, out, o, n) => {
  if (aStep === 1 && bStep === 1) {
    for (let i = 0; i < n; i++) out[o + i] = (a[ai + i] as number) * (b[bi + i] as number);
    return;
  }
  for (let i = 0; i < n; i++) {
    out[o + i] = (a[ai] as number) * (b[bi] as number);
    ai += aStep;
    bi += bStep;
  }
};

const divRow: Row = (a, ai, aStep, b, bi, bStep, out, o, n) => {
  for (let i = 0; i < n; i++) {
    out[o + i] = (a[ai] as number) / (b[bi] as number);
    ai += aStep;
    bi += bStep;
  }
};

/** a + alpha·b */
function scaledAdd(alpha: Scalar): Rows {
  const k = Number(alpha.value);
  const wide = typeof alpha.value === 'bigint' ? alpha.value : BigInt(Math.trunc(k));
  const im = alpha.imaginary ?? 0;
  return {
    float: k === 1 ? addRow : rowOf((x, y) => x + k * y),
    int: k === 1 ? addRow : rowOf((x, y) => x + Math.imul(k, y)),
    wide: wideRowOf((x, y) => x + wide * y),
    bool: k === 0 ? rowOf((x) => x) : rowOf((x, y) => x | y),
    complex: complexRow((ar, ai, br, bi, out, o) => {
      out[o] = ar + k * br - im * bi;
      out[o + 1] = ai + k * bi + im * br;
    }),
  };
}

function checkAlpha(alpha: Scalar, dtype: DType): void {
  check(
    alpha.kind !== 'bool' || dtype === 'bool',
    () => 'Boolean alpha only supported for Boolean results.',
  );
  const kind = category(dtype);
  check(
    kind === 'float' || kind === 'complex' || alpha.kind === 'bool' || alpha.kind === 'int',
    () => 'For integral input tensors, argument alpha must not be a floating point number.',
  );
  check(
    kind === 'complex' || alpha.kind !== 'complex',
    () => 'For non-complex input tensors, argument alpha must not be a complex number.',
  );
}

const notBool = (operand: TensorType | Scalar): boolean =>
  isScalar(operand) ? operand.kind !== 'bool' : operand.dtype !== 'bool';

function checkSubtraction({ input, other }: Pair<TensorType>): void {
  const mask = 'use the `~` or `logical_not()` operator instead.';
  check(
    notBool(input) || notBool(other),
    () =>
      'Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or ' +
      '`logical_xor()` operator instead.',
  );
  check(
    notBool(input) && notBool(other),
    () =>
      'Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to ' +
      `invert a mask, ${mask}`,
  );
}

export const add = defineOp('add(Tensor input, Operand other, *, Scalar alpha=1) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  shape: ({ input, other, alpha }) => {
    const dtype = commonDtype(input, other);
    checkAlpha(alpha, dtype);
    return { dtype, shape: commonShape(input, other) };
  },
  kernel: ({ input, other, alpha }, out) => {
    run(scaledAdd(alpha), { input, other }, out);
  },
  onnx: (g, { input, other, alpha }, out) => {
    if (!ONNX_ARITHMETIC.includes(out.dtype)) return null;
    const a = onnxOperand(g, input, out.dtype);
    let b = onnxOperand(g, other, out.dtype);
    if (alpha.value !== 1) {
      b = g.add('Mul', [b, onnxOperand(g, alpha, out.dtype)], {}, { ...b.type, dtype: out.dtype });
    }
    return g.add('Add', [a, b], {}, out);
  },
});

function run(rows: Rows, { input, other }: Pair<NdArray>, out: NdArray): void {
  const row = rowFor(rows, out.dtype);
  if (!row) throw new Error(`no row for ${out.dtype}`);
  broadcastRows(operandArray(input, out.dtype), operandArray(other, out.dtype), out, row);
}

function negated(alpha: Scalar): Scalar {
  const real = { kind: alpha.kind, value: -alpha.value };
  return alpha.imaginary === undefined ? real : { ...real, imaginary: -alpha.imaginary };
}

/** a - alpha·b */
function scaledSub(alpha: Scalar): Rows {
  return { ...scaledAdd(negated(alpha)), ...(alpha.value === 1 ? { float: subRow } : {}) };
}

export const sub = defineOp('sub(Tensor input, Operand other, *, Scalar alpha=1) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  aliases: ['subtract'],
  shape: ({ input, other, alpha }) => {
    checkSubtraction({ input, other });
    const dtype = commonDtype(input, other);
    checkAlpha(alpha, dtype);
    return { dtype, shape: commonShape(input, other) };
  },
  kernel: ({ input, other, alpha }, out) => {
    run(scaledSub(alpha), { input, other }, out);
  },
  onnx: (g, { input, other, alpha }, out) => {
    if (!ONNX_ARITHMETIC.includes(out.dtype)) return null;
    const a = onnxOperand(g, input, out.dtype);
    let b = onnxOperand(g, other, out.dtype);
    if (alpha.value !== 1) {
      b = g.add('Mul', [b, onnxOperand(g, alpha, out.dtype)], {}, { ...b.type, dtype: out.dtype });
    }
    return g.add('Sub', [a, b], {}, out);
  },
});

/** other - alpha·input: `2 - x`. */
export const rsub = defineOp('rsub(Tensor input, Operand other, *, Scalar alpha=1) -> Tensor', {
  grad: ({ other }) => (isScalar(other) ? 'RsubBackward1' : 'Rsub'),
  as: ['function'],
  shape: ({ input, other, alpha }) => {
    checkSubtraction({ input, other });
    const dtype = commonDtype(input, other);
    checkAlpha(alpha, dtype);
    return { dtype, shape: commonShape(input, other) };
  },
  kernel: ({ input, other, alpha }, out) => {
    run(scaledSub(alpha), { input: other, other: input }, out);
  },
  onnx: (g, { input, other, alpha }, out) => {
    if (!ONNX_ARITHMETIC.includes(out.dtype) || alpha.value !== 1) return null;
    const operands = [onnxOperand(g, other, out.dtype), onnxOperand(g, input, out.dtype)];
    return g.add('Sub', operands, {}, out);
  },
});

export const mul = defineOp('mul(Tensor input, Operand other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  aliases: ['multiply'],
  ...binary({
    name: 'mul',
    rows: {
      float: mulRow,
      int: rowOf((x, y) => Math.imul(x, y)),
      wide: wideRowOf((x, y) => x * y),
      bool: rowOf((x, y) => x & y),
      complex: complexRow((ar, ai, br, bi, out, o) => {
        out[o] = ar * br - ai * bi;
        out[o + 1] = ar * bi + ai * br;
      }),
    },
    onnx: 'Mul',
  }),
});

const trueDivision: Rows = {
  float: divRow,
  complex: complexRow((ar, ai, br, bi, out, o) => {
    const norm = br * br + bi * bi;
    out[o] = (ar * br + ai * bi) / norm;
    out[o + 1] = (ai * br - ar * bi) / norm;
  }),
};

const truncatedDivision: Rows = {
  float: rowOf((x, y) => Math.trunc(x / y)),
  int: rowOf((x, y) => Math.trunc(x / nonZero(y))),
  wide: wideRowOf((x, y) => x / nonZero(y)),
};

const flooredDivision: Rows = {
  float: rowOf(floorQuotient),
  int: rowOf((x, y) => Math.floor(x / nonZero(y))),
  wide: wideRowOf((x, y) => {
    const quotient = x / nonZero(y);
    return x % y !== 0n && x < 0n !== y < 0n ? quotient - 1n : quotient;
  }),
};

function nonZero<N extends number | bigint>(divisor: N): N {
  if (!divisor) throw new TorchError('RuntimeError', 'ZeroDivisionError');
  return divisor;
}

/** Python's floor division of floats: exact where the quotient would round up to a whole number. */
function floorQuotient(x: number, y: number): number {
  if (y === 0) return x / y;
  const rest = x % y;
  let quotient = (x - rest) / y;
  if (rest !== 0 && y < 0 !== rest < 0) quotient -= 1;
  if (quotient === 0) return x / y < 0 ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

function divisionRows(mode: string | null): Rows {
  if (mode === null) return trueDivision;
  return mode === 'trunc' ? truncatedDivision : flooredDivision;
}

export const div = defineOp(
  'div(Tensor input, Operand other, *, str? rounding_mode=None) -> Tensor',
  {
    grad: ({ other, rounding_mode }) =>
      `DivBackward${(rounding_mode === null ? 0 : 2) + (isScalar(other) && rounding_mode !== null ? 1 : 0)}`,
    as: ['function', 'method', 'inplace'],
    aliases: ['divide'],
    shape: ({ input, other, rounding_mode: mode }) => {
      check(
        mode === null || mode === 'trunc' || mode === 'floor',
        () =>
          `div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '${mode}'`,
      );
      const common = commonDtype(input, other);
      const dtype = mode === null ? toFloat(common) : common;
      const kernelName = mode === 'trunc' ? 'div_trunc_cpu' : 'div_floor_cpu';
      requireRow({ name: 'div', rows: divisionRows(mode), kernelName }, dtype);
      check(category(dtype) !== 'int' || !isZero(other), () => 'ZeroDivisionError');
      return { dtype, shape: commonShape(input, other) };
    },
    kernel: ({ input, other, rounding_mode }, out) => {
      run(divisionRows(rounding_mode), { input, other }, out);
    },
    // A division of integers by zero ends ONNX Runtime's process.
    onnx: (g, { input, other, rounding_mode: mode }, out) => {
      if (!ONNX_FLOATS.includes(out.dtype) || mode !== null) return null;
      return g.add(
        'Div',
        [onnxOperand(g, input, out.dtype), onnxOperand(g, other, out.dtype)],
        {},
        out,
      );
    },
  },
);

export const trueDivide = defineOp('true_divide(Tensor input, Operand other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  body: ({ input, other }) => div({ input, other }),
});

/** `2 / x`, which PyTorch computes as a reciprocal times 2. */
export const rdiv = defineOp('rdiv(Tensor input, Operand other) -> Tensor', {
  grad: 'Mul',
  shape: ({ input, other }) => ({
    dtype: commonDtype({ ...input, dtype: toFloat(input.dtype) }, other),
    shape: commonShape(input, other),
  }),
  kernel: ({ input, other }, out) => {
    const rounded = out.dtype === 'float64' ? (x: number): number => x : Math.fround;
    const rows: Rows = { ...trueDivision, float: rowOf((x, y) => rounded(1 / y) * x) };
    run(rows, { input: other, other: input }, out);
  },
  onnx: (g, { input, other }, out) => {
    if (!ONNX_FLOATS.includes(out.dtype)) return null;
    const inverse = g.add(
      'Reciprocal',
      [g.cast(input, out.dtype)],
      {},
      {
        dtype: out.dtype,
        shape: input.type.shape,
      },
    );
    return g.add('Mul', [inverse, onnxOperand(g, other, out.dtype)], {}, out);
  },
});

export const floorDivide = defineOp('floor_divide(Tensor input, Operand other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  grad: null,
  body: ({ input, other }) => div({ input, other, rounding_mode: 'floor' }),
});

/** `2 // x` */
export const rfloordiv = defineOp('rfloordiv(Tensor input, Scalar other) -> Tensor', {
  grad: null,
  ...binary({
    name: 'floor_divide',
    kernelName: 'div_floor_cpu',
    rows: Object.fromEntries(
      Object.entries(flooredDivision).map(([kind, row]) => [kind, swapped(row as Row)]),
    ),
  }),
});

function swapped(row: Row): Row {
  return (a, ai, aStep, b, bi, bStep, out, o, n) => {
    row(b, bi, bStep, a, ai, aStep, out, o, n);
  };
}

function checkDivisor({ other }: Pair<TensorType>, dtype: DType): void {
  check(category(dtype) !== 'int' || !isZero(other), () => 'ZeroDivisionError');
}

const remainders: Rows = {
  float: rowOf((x, y) => {
    const rest = x % y;
    return rest !== 0 && y < 0 !== rest < 0 ? rest + y : rest;
  }),
  int: rowOf((x, y) => {
    const rest = x % nonZero(y);
    return rest !== 0 && y < 0 !== rest < 0 ? rest + y : rest;
  }),
  wide: wideRowOf((x, y) => {
    const rest = x % nonZero(y);
    return rest !== 0n && y < 0n !== rest < 0n ? rest + y : rest;
  }),
};

/** Python's `%`: the sign is the divisor's. */
export const remainder = defineOp('remainder(Tensor input, Operand other) -> Tensor', {
  grad: ({ other }) => (isScalar(other) ? 'Remainder' : 'RemainderBackward1'),
  as: ['function', 'method', 'inplace'],
  ...binary({ name: 'remainder', rows: remainders, check: checkDivisor }),
});

/** `2 % x` */
export const rremainder = defineOp(
  'remainder.Scalar_Tensor(Scalar other, Tensor input) -> Tensor',
  {
    as: ['function'],
    ...binary({
      name: 'remainder',
      rows: Object.fromEntries(
        Object.entries(remainders).map(([kind, row]) => [kind, swapped(row as Row)]),
      ),
    }),
  },
);

/** C's `%`: the sign is the dividend's. */
export const fmod = defineOp('fmod(Tensor input, Operand other) -> Tensor', {
  grad: ({ other }) => (isScalar(other) ? 'Fmod' : 'FmodBackward1'),
  as: ['function', 'method', 'inplace'],
  ...binary({
    name: 'fmod',
    rows: {
      float: rowOf((x, y) => x % y),
      int: rowOf((x, y) => x % nonZero(y)),
      wide: wideRowOf((x, y) => x % nonZero(y)),
    },
    check: checkDivisor,
  }),
});

export const neg = defineOp('neg(Tensor input) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  aliases: ['negative'],
  shape: ({ input }) => {
    check(
      input.dtype !== 'bool',
      () =>
        'Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert ' +
        'a mask, use the `~` or `logical_not()` operator instead.',
    );
    return input;
  },
  kernel: ({ input }, out) => {
    const { data } = out;
    for (let i = 0; i < data.length; i++) data[i] = -(input.data[i] as number) as never;
  },
  onnx: (g, { input }, out) =>
    ONNX_ARITHMETIC.includes(out.dtype) ? g.add('Neg', [input], {}, out) : null,
});

/** `+x` */
export const positive = defineOp('positive(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  body: ({ input }) => {
    check(
      input.type.dtype !== 'bool',
      () => `The \`+\` operator, on a bool tensor is not supported.`,
    );
    return input;
  },
});

/** Whether a result may be written into a tensor in place, with PyTorch's refusals. */
export function checkInplace(result: TensorType, self: TensorType): void {
  check(
    canCast(result.dtype, self.dtype),
    () =>
      `result type ${scalarTypeName[result.dtype]} can't be cast to the desired output type ` +
      scalarTypeName[self.dtype],
  );
  check(
    sameShape(result.shape, self.shape),
    () =>
      `output with shape ${printShape(self.shape)} doesn't match the broadcast shape ` +
      printShape(result.shape),
  );
}

/** `torch.can_cast`: not to a lower category, and not from signed to uint8. */
export function canCast(from: DType, to: DType): boolean {
  const order = ['bool', 'int', 'float', 'complex'];
  return order.indexOf(category(from)) <= order.indexOf(category(to)) || from === to;
}
