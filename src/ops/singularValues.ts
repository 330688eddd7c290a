// Singular values and vectors.
//
// https://pytorch.org/docs/stable/generated/torch.linalg.svd.html

import type { Value } from '../graph/graph.ts';
import { singularOf, type Extent, type Singular } from '../kernels/matrices/singular.ts';
import type { NdArray } from '../tensor/array.ts';
import { check, TorchError } from '../tensor/errors.ts';
import { numel } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { full } from './creation.ts';
import { defineOp } from './define.ts';
import { refuseNow } from './luFactors.ts';
import {
  batchCount,
  batchOf,
  batchWords,
  checkFloating,
  checkMatrix,
  lastTwo,
  matrixAt,
  matrixShape,
  precisionOf,
  putMatrix,
  requireKernel,
  smaller,
} from './matrixBatches.ts';
import { permute } from './shape.ts';

const ZERO = { kind: 'int', value: 0 } as const;

function checkDriver({ shape }: TensorType, driver: string | null): void {
  check(
    driver === null || numel(shape) === 0,
    () =>
      'torch.linalg.svd: keyword argument `driver=` is only supported on CUDA inputs with cuSOLVER backend.',
  );
}

function refuseNonFinite(A: NdArray): void {
  const size = A.shape.slice(-2).reduce((n, d) => n * d, 1);
  for (let i = 0; i < batchCount(A); i++) {
    const finite = (A.data as Float64Array)
      .subarray(i * size, (i + 1) * size)
      .every((x) => Number.isFinite(x));
    if (finite) continue;
    throw new TorchError(
      '_LinAlgError',
      `linalg.svd: ${batchWords(A, i)}The algorithm failed to converge because the input matrix ` +
        'contained non-finite values.',
    );
  }
}

function checkSvd(A: TensorType): void {
  checkMatrix('linalg.svd', A);
  checkFloating('linalg.svd', A);
  requireKernel('linalg_svd_cpu', A.dtype);
  refuseNow(A, refuseNonFinite);
}

const cost = ({ A: { shape } }: { readonly A: TensorType }): number =>
  10 * numel(shape) * Number(smaller(lastTwo(shape)));

function each(A: NdArray, extent: Extent, put: (found: Singular, i: number) => void): void {
  refuseNonFinite(A);
  const [m, n] = A.shape.slice(-2) as [number, number];
  for (let i = 0; i < batchCount(A); i++)
    put(singularOf(matrixAt(A, i), m, n, extent, precisionOf(A)), i);
}

export const linalgSvd = defineOp(
  'svd.linalg(Tensor A, bool full_matrices=True, *, str? driver=None) -> Tensor U, Tensor S, Tensor Vh',
  {
    as: ['linalg'],
    grad: 'LinalgSvd',
    refuses: ['A'],
    shape: ({ A, full_matrices, driver }) => {
      checkMatrix('linalg.svd', A);
      checkFloating('linalg.svd', A);
      checkDriver(A, driver);
      checkSvd(A);
      const { dtype, shape } = A;
      const [m, n] = lastTwo(shape);
      const batch = batchOf(shape);
      const k = smaller([m, n]);
      return [
        { dtype, shape: matrixShape(batch, m, full_matrices ? m : k) },
        { dtype, shape: [...batch, k] },
        { dtype, shape: matrixShape(batch, full_matrices ? n : k, n) },
      ];
    },
    kernel: ({ A, full_matrices }, _out, outs) => {
      const [U, S, Vh] = outs as readonly [NdArray, NdArray, NdArray];
      each(A, full_matrices ? 'full' : 'reduced', ({ u, s, vt }, i) => {
        if (u) putMatrix(U, i, u);
        putMatrix(S, i, s);
        if (vt) putMatrix(Vh, i, vt);
      });
    },
    cost,
  },
);

export const svdvals = defineOp('svdvals(Tensor A, *, str? driver=None) -> Tensor', {
  as: ['linalg'],
  grad: 'LinalgSvd',
  refuses: ['A'],
  shape: ({ A, driver }) => {
    checkMatrix('linalg.svd', A);
    checkFloating('linalg.svd', A);
    checkDriver(A, driver);
    checkSvd(A);
    return { dtype: A.dtype, shape: [...batchOf(A.shape), smaller(lastTwo(A.shape))] };
  },
  kernel: ({ A }, out) => {
    each(A, 'none', ({ s }, i) => {
      putMatrix(out, i, s);
    });
  },
  cost,
});

/** The older function, which gives V itself, and zeros for the vectors where they are not wanted. */
export const svd = defineOp(
  'svd(Tensor input, bool some=True, bool compute_uv=True) -> Tensor U, Tensor S, Tensor V',
  {
    as: ['function', 'method'],
    grad: 'LinalgSvd',
    refuses: ['input'],
    shape: ({ input, some, compute_uv }) => {
      const { dtype, shape } = input;
      check(
        shape.length >= 2,
        () =>
          `linalg.svd: input should have at least 2 dimensions, but has ${shape.length} dimensions instead`,
      );
      checkSvd(input);
      const [m, n] = lastTwo(shape);
      const batch = batchOf(shape);
      const k = smaller([m, n]);
      const whole = !some || !compute_uv;
      return [
        { dtype, shape: matrixShape(batch, m, whole ? m : k) },
        { dtype, shape: [...batch, k] },
        { dtype, shape: matrixShape(batch, n, whole ? n : k) },
      ];
    },
    body: ({ input, some, compute_uv }) => {
      if (!compute_uv) {
        const [m, n] = lastTwo(input.type.shape);
        const batch = batchOf(input.type.shape);
        const none = (size: typeof m): Value =>
          full({ size: matrixShape(batch, size, size), fill_value: ZERO, dtype: input.type.dtype });
        return [none(m), svdvals({ A: input }), none(n)];
      }
      const [U, S, Vh] = linalgSvd({ A: input, full_matrices: !some }) as [Value, Value, Value];
      return [U, S, transposed(Vh)];
    },
  },
);

/** The last two dimensions exchanged. */
export function transposed(input: Value): Value {
  const rank = input.type.shape.length;
  const dims = Array.from({ length: rank }, (_, d) => d);
  return permute({ input, dims: [...dims.slice(0, -2), rank - 1, rank - 2] });
}
