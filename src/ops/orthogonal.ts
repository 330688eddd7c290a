// Orthogonal factors: QR, the reflections that make it, and products with them.
//
// https://pytorch.org/docs/stable/generated/torch.linalg.qr.html

import { intValue, type Int } from '../base/origin.ts';
import { applyQ, below, factorQr, formQ } from '../kernels/matrices/householder.ts';
import { transpose } from '../kernels/matrices/lu.ts';
import type { NdArray } from '../tensor/array.ts';
import { scalarTypeName } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { numel, printShape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { defineOp } from './define.ts';
import {
  batchCount,
  batchOf,
  checkFloating,
  checkMatrix,
  lastTwo,
  matrixAt,
  matrixShape,
  putMatrix,
  requireKernel,
  smaller,
} from './matrixBatches.ts';

const MODES = ['reduced', 'complete', 'r'];

const cost = ({ shape }: TensorType): number => 2 * numel(shape) * Number(smaller(lastTwo(shape)));

function qrTypes(A: TensorType, mode: string): readonly [TensorType, TensorType] {
  checkMatrix('linalg.qr', A);
  checkFloating('linalg.qr', A);
  check(
    MODES.includes(mode),
    () =>
      `qr received unrecognized mode '${mode}' but expected one of 'reduced' (default), 'r', or 'complete'`,
  );
  requireKernel('geqrf_cpu', A.dtype);
  const { dtype, shape } = A;
  const [m, n] = lastTwo(shape);
  const batch = batchOf(shape);
  const k = mode === 'complete' ? m : smaller([m, n]);
  const Q = mode === 'r' ? [0] : matrixShape(batch, m, k);
  return [
    { dtype, shape: Q },
    { dtype, shape: matrixShape(batch, k, n) },
  ];
}

function storeQr(A: NdArray, Q: NdArray, R: NdArray): void {
  const [m, n] = A.shape.slice(-2) as [number, number];
  const rows = R.shape.at(-2) as number;
  const k = Math.min(m, n);
  for (let i = 0; i < batchCount(A); i++) {
    const a = matrixAt(A, i);
    const tau = new Float64Array(k);
    factorQr(a, m, n, tau);
    const r = new Float64Array(rows * n);
    for (let row = 0; row < k; row++) {
      for (let c = row; c < n; c++) r[row * n + c] = a[row * n + c] as number;
    }
    putMatrix(R, i, r);
    if (Q.shape.length >= 2) putMatrix(Q, i, formQ(below(a, n, tau, k), m, rows));
  }
}

export const linalgQr = defineOp("qr.linalg(Tensor A, str mode='reduced') -> Tensor Q, Tensor R", {
  as: ['linalg'],
  grad: 'LinalgQr',
  shape: ({ A, mode }) => qrTypes(A, mode),
  kernel: ({ A }, Q, outs) => {
    storeQr(A, Q, outs[1] as NdArray);
  },
  cost: ({ A }) => cost(A),
});

export const qr = defineOp('qr(Tensor input, bool some=True) -> Tensor Q, Tensor R', {
  as: ['function', 'method'],
  grad: 'LinalgQr',
  body: ({ input, some }) => linalgQr({ A: input, mode: some ? 'reduced' : 'complete' }),
});

/** R in and above the diagonal, the reflections' vectors below it. */
export const geqrf = defineOp('geqrf(Tensor input) -> Tensor a, Tensor tau', {
  as: ['function', 'method'],
  shape: ({ input: { dtype, shape } }) => {
    check(shape.length >= 2, () => 'torch.geqrf: input must have at least 2 dimensions.');
    requireKernel('geqrf_cpu', dtype);
    return [
      { dtype, shape },
      { dtype, shape: [...batchOf(shape), smaller(lastTwo(shape))] },
    ];
  },
  kernel: ({ input }, out, outs) => {
    const [m, n] = input.shape.slice(-2) as [number, number];
    for (let i = 0; i < batchCount(input); i++) {
      const a = matrixAt(input, i);
      const tau = new Float64Array(Math.min(m, n));
      factorQr(a, m, n, tau);
      putMatrix(out, i, a);
      putMatrix(outs[1] as NdArray, i, tau);
    }
  },
  cost: ({ input }) => cost(input),
});

function householderType(input: TensorType, tau: TensorType): TensorType {
  const name = 'torch.linalg.householder_product';
  check(input.shape.length >= 2, () => `${name}: input must have at least 2 dimensions.`);
  const [m, n] = lastTwo(input.shape).map(intValue) as [number, number];
  check(m >= n, () => `${name}: input.shape[-2] must be greater than or equal to input.shape[-1]`);
  check(
    n >= intValue(tau.shape.at(-1) ?? 1),
    () => `${name}: input.shape[-1] must be greater than or equal to tau.shape[-1]`,
  );
  check(
    input.shape.length - tau.shape.length === 1,
    () =>
      `${name}: Expected tau to have one dimension less than input, but got tau.ndim equal to ` +
      `${tau.shape.length} and input.ndim is equal to ${input.shape.length}`,
  );
  sameBatch(name, input, tau, 1);
  check(
    tau.dtype === input.dtype,
    () =>
      `${name}: tau dtype ${scalarTypeName[tau.dtype]} does not match input dtype ${scalarTypeName[input.dtype]}`,
  );
  requireKernel('orgqr_cpu', input.dtype);
  return { dtype: input.dtype, shape: input.shape };
}

function sameBatch(name: string, input: TensorType, tau: TensorType, rank: number): void {
  const batch = batchOf(input.shape);
  const actual = tau.shape.slice(0, tau.shape.length - rank);
  check(
    batch.length === actual.length &&
      batch.every((n, i) => intValue(n) === intValue(actual[i] as Int)),
    () =>
      `${name}: Expected batch dimensions of tau to be equal to input.shape[:-2], but got ` +
      printShape(actual),
  );
}

export const householderProduct = defineOp(
  'householder_product(Tensor input, Tensor tau) -> Tensor',
  {
    as: ['linalg'],
    grad: 'LinalgHouseholderProduct',
    shape: ({ input, tau }) => householderType(input, tau),
    kernel: ({ input, tau }, out) => {
      formInto(input, tau, out);
    },
    cost: ({ input }) => cost(input),
  },
);

export const orgqr = defineOp('orgqr(Tensor input, Tensor tau) -> Tensor', {
  as: ['function', 'method'],
  grad: 'LinalgHouseholderProduct',
  body: ({ input, tau }) => householderProduct({ input, tau }),
});

function formInto(input: NdArray, tau: NdArray, out: NdArray): void {
  const [m, n] = input.shape.slice(-2) as [number, number];
  for (let i = 0; i < batchCount(input); i++) {
    const t = matrixAt(tau, i, 1);
    putMatrix(out, i, formQ(below(matrixAt(input, i), n, t, t.length), m, n));
  }
}

/** Q C, C Q and the like, without forming Q. */
export const ormqr = defineOp(
  'ormqr(Tensor input, Tensor tau, Tensor other, bool left=True, bool transpose=False) -> Tensor',
  {
    as: ['function', 'method'],
    shape: ({ input, tau, other, left }) => ormqrType(input, tau, other, left),
    kernel: ({ input, tau, other, left, transpose: turned }, out) => {
      const n = input.shape.at(-1) as number;
      const [rows, columns] = other.shape.slice(-2) as [number, number];
      for (let i = 0; i < batchCount(other); i++) {
        const t = matrixAt(tau, i, 1);
        const q = below(matrixAt(input, i), n, t, t.length);
        const c = left ? matrixAt(other, i) : transpose(matrixAt(other, i), rows, columns);
        applyQ(q, c, left ? rows : columns, left ? columns : rows, turned === left);
        putMatrix(out, i, left ? c : transpose(c, columns, rows));
      }
    },
    cost: ({ other, input }) => 4 * numel(other.shape) * Number(intValue(input.shape.at(-1) ?? 1)),
  },
);

function ormqrType(
  input: TensorType,
  tau: TensorType,
  other: TensorType,
  left: boolean,
): TensorType {
  const name = 'torch.ormqr';
  check(input.shape.length >= 2, () => `${name}: input must have at least 2 dimensions.`);
  check(other.shape.length >= 2, () => `${name}: other must have at least 2 dimensions.`);
  const side = left ? -2 : -1;
  const size = intValue(other.shape.at(side) as Int);
  const last = intValue(tau.shape.at(-1) ?? 1);
  check(
    size >= last,
    () => `${name}: other.shape[${side}] must be greater than or equal to tau.shape[-1]`,
  );
  check(
    size === intValue(input.shape.at(-2) as Int),
    () => `${name}: other.shape[${side}] must be equal to input.shape[-2]`,
  );
  check(
    last <= intValue(input.shape.at(-1) as Int),
    () => `${name}: tau.shape[-1] must be less than or equal to input.shape[-1]`,
  );
  checkRanks(name, input, tau, other);
  requireKernel('ormqr_cpu', input.dtype);
  return { dtype: other.dtype, shape: other.shape };
}

function checkRanks(name: string, input: TensorType, tau: TensorType, other: TensorType): void {
  check(
    input.shape.length - tau.shape.length === 1,
    () =>
      `${name}: Expected tau to have one dimension less than input, but got tau.ndim equal to ` +
      `${tau.shape.length} and input.ndim is equal to ${input.shape.length}`,
  );
  check(
    input.shape.length === other.shape.length,
    () =>
      `${name}: Expected other to have the same number of dimensions as input, but got other.ndim ` +
      `equal to ${other.shape.length} and input.ndim is equal to ${input.shape.length}`,
  );
  sameBatch(name, input, tau, 1);
  sameBatch(name, input, other, 2);
  for (const [what, { dtype }] of [
    ['tau', tau],
    ['other', other],
  ] as const) {
    check(
      dtype === input.dtype,
      () =>
        `${name}: Expected input and ${what} to have the same dtype, but input has dtype` +
        `${scalarTypeName[input.dtype]} and ${what} has dtype ${scalarTypeName[dtype]}`,
    );
  }
}
