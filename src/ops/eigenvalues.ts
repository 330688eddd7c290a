// Eigenvalues and eigenvectors, of symmetric and of general matrices.
//
// https://pytorch.org/docs/stable/generated/torch.linalg.eigh.html

import { eigenGeneral } from '../kernels/matrices/general.ts';
import { transpose } from '../kernels/matrices/lu.ts';
import { eigenSymmetric } from '../kernels/matrices/symmetric.ts';
import type { NdArray } from '../tensor/array.ts';
import { category, isFloat, scalarTypeName } from '../tensor/dtype.ts';
import { check, TorchError } from '../tensor/errors.ts';
import { ambientDefault } from '../tensor/promotion.ts';
import { numel, type Shape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { defineOp } from './define.ts';
import { complexOf } from './fourier.ts';
import { refuseNow } from './luFactors.ts';
import {
  batchCount,
  batchWords,
  checkSquare,
  matrixAt,
  precisionOf,
  putMatrix,
  requireKernel,
} from './matrixBatches.ts';

const cost = (factor: number, { shape }: TensorType): number =>
  factor * numel(shape) * Number(shape.length > 0 ? numel(shape.slice(-1)) : 1);

const valuesShape = (shape: Shape): Shape => shape.slice(0, -1);

/** LAPACK stops at what is not finite. */
function refuseUnconverged(name: string, A: NdArray): void {
  const n = A.shape.at(-1) as number;
  for (let i = 0; i < batchCount(A); i++) {
    if (matrixAt(A, i).every((x) => Number.isFinite(x))) continue;
    throw new TorchError(
      '_LinAlgError',
      `${name}: ${batchWords(A, i)}The algorithm failed to converge because the input matrix is ` +
        `ill-conditioned or has too many repeated eigenvalues (error code: ${Math.max(n - 1, 1)}).`,
    );
  }
}

function symmetricInto(
  name: string,
  A: NdArray,
  upper: boolean,
  values: NdArray,
  vectors: NdArray | null,
): void {
  refuseUnconverged(name, A);
  const n = A.shape.at(-1) as number;
  for (let i = 0; i < batchCount(A); i++) {
    const found = eigenSymmetric(matrixAt(A, i), n, upper, vectors !== null, precisionOf(A));
    putMatrix(values, i, found.values);
    if (vectors && found.vectors) putMatrix(vectors, i, transpose(found.vectors, n, n));
  }
}

function checkEigh(A: TensorType, UPLO: string): void {
  checkSquare('linalg.eigh', A);
  check(
    ['L', 'U'].includes(UPLO.toUpperCase()),
    () => `Expected UPLO argument to be 'L' or 'U', but got ${UPLO}`,
  );
  requireKernel('linalg_eigh_cpu', A.dtype);
  refuseNow(A, (numbers) => {
    refuseUnconverged('linalg.eigh', numbers);
  });
}

const isUpper = (UPLO: string): boolean => UPLO.toUpperCase() === 'U';

export const eigh = defineOp(
  "eigh(Tensor A, str UPLO='L') -> Tensor eigenvalues, Tensor eigenvectors",
  {
    as: ['linalg'],
    grad: 'LinalgEigh',
    refuses: ['A'],
    shape: ({ A, UPLO }) => {
      checkEigh(A, UPLO);
      return [
        { dtype: A.dtype, shape: valuesShape(A.shape) },
        { dtype: A.dtype, shape: A.shape },
      ];
    },
    kernel: ({ A, UPLO }, values, outs) => {
      symmetricInto('linalg.eigh', A, isUpper(UPLO), values, outs[1] as NdArray);
    },
    cost: ({ A }) => cost(9, A),
  },
);

export const eigvalsh = defineOp("eigvalsh(Tensor A, str UPLO='L') -> Tensor", {
  as: ['linalg'],
  grad: 'LinalgEigh',
  refuses: ['A'],
  shape: ({ A, UPLO }) => {
    checkEigh(A, UPLO);
    return { dtype: A.dtype, shape: valuesShape(A.shape) };
  },
  kernel: ({ A, UPLO }, out) => {
    symmetricInto('linalg.eigh', A, isUpper(UPLO), out, null);
  },
  cost: ({ A }) => cost(2, A),
});

/** What PyTorch 2 says instead. */
const REMOVED =
  'This function was deprecated since version 1.9 and is now removed. The default behavior has ' +
  'changed from using the upper triangular portion of the matrix by default to using the lower ' +
  'triangular portion.\n\nL, _ = torch.symeig(A, upper=upper) should be replaced with:\n' +
  "L = torch.linalg.eigvalsh(A, UPLO='U' if upper else 'L')\n\nand\n\n" +
  'L, V = torch.symeig(A, eigenvectors=True) should be replaced with:\n' +
  "L, V = torch.linalg.eigh(A, UPLO='U' if upper else 'L')";

/** The older function, of PyTorch 1: no vectors unless they are asked for. */
export const symeig = defineOp(
  'symeig(Tensor input, bool eigenvectors=False, bool upper=True) -> Tensor eigenvalues, Tensor eigenvectors',
  {
    as: ['function', 'method'],
    refuses: ['input'],
    shape: ({ input, eigenvectors }) => {
      check(ambientDefault.old, () => REMOVED);
      checkSquare('linalg.symeig', input);
      const { dtype, shape } = input;
      if (numel(shape) > 0) requireKernel('symeig_cpu', dtype);
      refuseNow(input, (numbers) => {
        refuseUnconverged('symeig', numbers);
      });
      const wanted = eigenvectors || numel(shape) === 0;
      return [
        { dtype, shape: valuesShape(shape) },
        { dtype, shape: wanted ? shape : [0] },
      ];
    },
    kernel: ({ input, eigenvectors, upper }, values, outs) => {
      if (input.data.length === 0) return;
      const vectors = eigenvectors ? (outs[1] as NdArray) : null;
      symmetricInto('symeig', input, upper, values, vectors);
    },
    cost: ({ input }) => cost(9, input),
  },
);

function checkEig(name: string, A: TensorType): void {
  checkSquare(name, A);
  check(
    isFloat(A.dtype) || category(A.dtype) === 'complex',
    () => `Unknown Complex ScalarType for ${scalarTypeName[A.dtype]}`,
  );
  requireKernel('linalg_eig_out_cpu', A.dtype);
  refuseNow(A, (numbers) => {
    refuseInfinite(numbers);
  });
}

function refuseInfinite(A: NdArray): void {
  check(
    (A.data as Float64Array).every((x) => Number.isFinite(x)),
    () => 'torch.linalg.eig: input tensor should not contain infs or NaNs.',
  );
}

function generalInto(name: string, A: NdArray, values: NdArray, vectors: NdArray | null): void {
  refuseInfinite(A);
  const n = A.shape.at(-1) as number;
  for (let i = 0; i < batchCount(A); i++) {
    const found = eigenGeneral(matrixAt(A, i), n, vectors !== null, precisionOf(A));
    check(
      found.info === 0,
      () =>
        `${name}: ${batchWords(A, i)}The algorithm failed to converge because the input matrix is ` +
        `ill-conditioned or has too many repeated eigenvalues (error code: ${found.info}).`,
    );
    const pairs = new Float64Array(2 * n);
    for (let k = 0; k < n; k++) {
      pairs[2 * k] = found.re[k] as number;
      pairs[2 * k + 1] = found.im[k] as number;
    }
    putMatrix(values, i, pairs);
    if (vectors && found.vectors) putMatrix(vectors, i, found.vectors);
  }
}

export const eig = defineOp('eig(Tensor A) -> Tensor eigenvalues, Tensor eigenvectors', {
  as: ['linalg'],
  grad: 'LinalgEig',
  refuses: ['A'],
  shape: ({ A }) => {
    checkEig('linalg.eig', A);
    const dtype = complexOf(A.dtype);
    return [
      { dtype, shape: valuesShape(A.shape) },
      { dtype, shape: A.shape },
    ];
  },
  kernel: ({ A }, values, outs) => {
    generalInto('torch.linalg.eig', A, values, outs[1] as NdArray);
  },
  cost: ({ A }) => cost(25, A),
});

export const eigvals = defineOp('eigvals(Tensor A) -> Tensor', {
  as: ['linalg'],
  grad: 'LinalgEig',
  refuses: ['A'],
  shape: ({ A }) => {
    checkEig('linalg.eigvals', A);
    return { dtype: complexOf(A.dtype), shape: valuesShape(A.shape) };
  },
  kernel: ({ A }, out) => {
    generalInto('torch.linalg.eigvals', A, out, null);
  },
  cost: ({ A }) => cost(10, A),
});
