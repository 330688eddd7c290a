// Cholesky factors of positive definite matrices, and what is solved and inverted with them.
//
// https://pytorch.org/docs/stable/generated/torch.linalg.cholesky.html

import { intValue } from '../base/origin.ts';
import { factorCholesky, solveTriangle, transpose } from '../kernels/matrices/lu.ts';
import { identity } from '../kernels/matrices/symmetric.ts';
import type { NdArray } from '../tensor/array.ts';
import { check, TorchError } from '../tensor/errors.ts';
import { numel } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { defineOp } from './define.ts';
import { refuseNow } from './luFactors.ts';
import {
  batchCount,
  batchOf,
  batchWords,
  checkFloating,
  checkSquare,
  matrixAt,
  putMatrix,
  requireKernel,
  spreadBatch,
  systemType,
} from './matrixBatches.ts';

interface Factor {
  readonly factor: Float64Array;
  readonly info: number;
}

/** The i-th factor, with zeros on its other side. */
function factorOf(A: NdArray, i: number, upper: boolean): Factor {
  const n = A.shape.at(-1) as number;
  const read = upper ? transpose(matrixAt(A, i), n, n) : matrixAt(A, i);
  const info = factorCholesky(read, n);
  for (let r = 0; r < n; r++) read.fill(0, r * n + r + 1, (r + 1) * n);
  return { factor: upper ? transpose(read, n, n) : read, info };
}

function refuseIndefinite(name: string, A: NdArray, i: number, info: number): void {
  if (info === 0) return;
  throw new TorchError(
    '_LinAlgError',
    `${name}: ${batchWords(A, i)}The factorization could not be completed because the input is ` +
      `not positive-definite (the leading minor of order ${info} is not positive-definite).`,
  );
}

function refuseAny(name: string, A: NdArray): void {
  if (A.data.length === 0) return;
  for (let i = 0; i < batchCount(A); i++) {
    refuseIndefinite(name, A, i, factorOf(A, i, false).info);
  }
}

/** A third of the cube of the size, for each matrix. */
const cost = ({ shape }: TensorType): number =>
  (1 / 3) * numel(shape) * Number(intValue(shape.at(-1) ?? 1));

function linalgType(A: TensorType): TensorType {
  checkSquare('linalg.cholesky', A);
  checkFloating('linalg.cholesky', A);
  requireKernel('cholesky_cpu', A.dtype);
  return { dtype: A.dtype, shape: A.shape };
}

export const linalgCholesky = defineOp('cholesky.linalg(Tensor A, *, bool upper=False) -> Tensor', {
  as: ['linalg'],
  grad: 'LinalgCholeskyEx',
  refuses: ['A'],
  shape: ({ A }) => {
    const type = linalgType(A);
    refuseNow(A, (numbers) => {
      refuseAny('linalg.cholesky', numbers);
    });
    return type;
  },
  kernel: ({ A, upper }, out) => {
    factorInto('linalg.cholesky', A, upper, out);
  },
  cost: ({ A }) => cost(A),
});

function factorInto(name: string, A: NdArray, upper: boolean, out: NdArray): void {
  for (let i = 0; i < batchCount(A); i++) {
    const { factor, info } = factorOf(A, i, upper);
    refuseIndefinite(name, A, i, info);
    putMatrix(out, i, factor);
  }
}

export const cholesky = defineOp('cholesky(Tensor input, bool upper=False) -> Tensor', {
  as: ['function', 'method'],
  refuses: ['input'],
  shape: ({ input }) => {
    if (numel(input.shape) > 0) {
      checkSquare('cholesky', input);
      requireKernel('cholesky_cpu', input.dtype);
    }
    refuseNow(input, (numbers) => {
      refuseAny('cholesky', numbers);
    });
    return { dtype: input.dtype, shape: input.shape };
  },
  kernel: ({ input, upper }, out) => {
    if (out.data.length > 0) factorInto('cholesky', input, upper, out);
  },
  cost: ({ input }) => cost(input),
});

export const choleskyEx = defineOp(
  'cholesky_ex(Tensor A, *, bool upper=False, bool check_errors=False) -> Tensor L, Tensor info',
  {
    as: ['linalg'],
    grad: 'LinalgCholeskyEx',
    refuses: ['A'],
    shape: ({ A, check_errors }) => {
      const type = linalgType(A);
      const refuse = (numbers: NdArray): void => {
        refuseAny('linalg.cholesky_ex', numbers);
      };
      if (check_errors) refuseNow(A, refuse);
      return [type, { dtype: 'int32', shape: batchOf(A.shape) }];
    },
    kernel: ({ A, upper, check_errors }, out, outs) => {
      for (let i = 0; i < batchCount(A); i++) {
        const { factor, info } = factorOf(A, i, upper);
        if (check_errors) refuseIndefinite('linalg.cholesky_ex', A, i, info);
        putMatrix(out, i, factor);
        (outs[1] as NdArray).data[i] = info;
      }
    },
    cost: ({ A }) => cost(A),
  },
);

/** Solves A X = B in place of B, given a factor of A. */
function solveFactored(
  factor: Float64Array,
  n: number,
  x: Float64Array,
  k: number,
  upper: boolean,
): void {
  solveTriangle(factor, n, x, k, { upper, transposed: upper });
  solveTriangle(factor, n, x, k, { upper, transposed: !upper });
}

function refuseSingular(factors: NdArray): void {
  const n = factors.shape.at(-1) as number;
  for (let i = 0; i < batchCount(factors); i++) {
    const at = matrixAt(factors, i).findIndex((x, k) => k % (n + 1) === 0 && x === 0);
    if (at < 0) continue;
    throw new TorchError(
      '_LinAlgError',
      `cholesky_inverse: ${batchWords(factors, i)}The diagonal element ${at / (n + 1) + 1} is zero, ` +
        'the inversion could not be completed because the input matrix is singular.',
    );
  }
}

/** The inverse of A, given its factor. */
export const choleskyInverse = defineOp(
  'cholesky_inverse(Tensor input, bool upper=False) -> Tensor',
  {
    as: ['function', 'method'],
    refuses: ['input'],
    shape: ({ input }) => {
      checkSquare('cholesky_inverse', input);
      requireKernel('cholesky_inverse_out_cpu', input.dtype);
      refuseNow(input, refuseSingular);
      return { dtype: input.dtype, shape: input.shape };
    },
    kernel: ({ input, upper }, out) => {
      refuseSingular(input);
      const n = input.shape.at(-1) as number;
      for (let i = 0; i < batchCount(input); i++) {
        const x = identity(n);
        solveFactored(matrixAt(input, i), n, x, n, upper);
        putMatrix(out, i, x);
      }
    },
    cost: ({ input }) => 2 * cost(input),
  },
);

export const choleskySolve = defineOp(
  'cholesky_solve(Tensor B, Tensor L, bool upper=False) -> Tensor',
  {
    as: ['function', 'method'],
    shape: ({ B, L }) => {
      const sized = (name: string, { shape }: TensorType): void => {
        check(
          shape.length >= 2,
          () =>
            `${name} should have at least 2 dimensions, but has ${shape.length} dimensions instead`,
        );
      };
      sized('b', B);
      sized('u', L);
      const type = systemType('cholesky_solve', B, L);
      requireKernel('cholesky_solve_cpu', B.dtype);
      return type;
    },
    kernel: ({ B, L, upper }, out) => {
      const batch = out.shape.slice(0, -2);
      const [factors, b] = [spreadBatch(L, batch), spreadBatch(B, batch)];
      const [n, k] = B.shape.slice(-2) as [number, number];
      for (let i = 0; i < batchCount(b); i++) {
        const x = matrixAt(b, i);
        solveFactored(matrixAt(factors, i), n, x, k, upper);
        putMatrix(out, i, x);
      }
    },
    cost: ({ L }) => 6 * cost(L),
  },
);
