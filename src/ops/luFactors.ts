// LU factors with row exchanges, unpacked and used again: torch.linalg.lu and its kin.
//
// https://pytorch.org/docs/stable/linalg.html

import { intValue, type Int } from '../base/origin.ts';
import { factorLu, permutationOf, solveLu, transpose } from '../kernels/matrices/lu.ts';
import type { NdArray } from '../tensor/array.ts';
import { scalarTypeName } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { numel } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { defineOp } from './define.ts';
import {
  batchCount,
  batchOf,
  batchWords,
  checkFloating,
  checkMatrix,
  checkSquare,
  commonBatch,
  lastTwo,
  matrixAt,
  matrixShape,
  putMatrix,
  requireKernel,
  smaller,
  spreadBatch,
} from './matrixBatches.ts';

/** Up to this many numbers a refusal for the numbers' sake is found at the call already. */
export const SEEN_MAX = 100_000;

/** Looks for what the kernel would refuse, where the numbers are there. */
export function refuseNow(type: TensorType, refuse: (numbers: NdArray) => void): void {
  if (type.numbers && numel(type.shape) <= SEEN_MAX) refuse(type.numbers);
}

export interface Factored {
  readonly lu: Float64Array;
  readonly pivots: Int32Array;
  readonly info: number;
}

export function factored(A: NdArray, i: number, pivoting = true): Factored {
  const [m, n] = A.shape.slice(-2) as [number, number];
  const lu = matrixAt(A, i);
  const pivots = new Int32Array(Math.min(m, n));
  return { lu, pivots, info: factorLu(lu, m, n, pivots, pivoting) };
}

function luTypes(
  name: string,
  A: TensorType,
  pivoting: boolean,
): readonly [TensorType, TensorType, TensorType] {
  check(
    A.shape.length >= 2,
    () =>
      `${name}: Expected tensor with 2 or more dimensions. Got size: ` +
      `[${A.shape.map(intValue).join(', ')}] instead`,
  );
  requireKernel('lu_cpu', A.dtype);
  check(
    pivoting || numel(A.shape) === 0,
    () => 'linalg.lu_factor: LU without pivoting is not implemented on the CPU',
  );
  const batch = batchOf(A.shape);
  const pivots: TensorType = { dtype: 'int32', shape: [...batch, smaller(lastTwo(A.shape))] };
  return [{ dtype: A.dtype, shape: A.shape }, pivots, { dtype: 'int32', shape: batch }];
}

function storeLu(A: NdArray, pivoting: boolean, outs: readonly NdArray[]): void {
  const [LU, pivots, info] = outs;
  for (let i = 0; i < batchCount(A); i++) {
    const found = factored(A, i, pivoting);
    putMatrix(LU as NdArray, i, found.lu);
    putMatrix(pivots as NdArray, i, found.pivots);
    if (info) info.data[i] = found.info;
  }
}

export const luCost = ({ A }: { readonly A: TensorType }): number =>
  (2 / 3) * numel(A.shape) * Number(intValue(A.shape.at(-1) ?? 1));

export const luFactorEx = defineOp(
  'lu_factor_ex(Tensor A, *, bool pivot=True, bool check_errors=False) -> Tensor LU, Tensor pivots, Tensor info',
  {
    as: ['linalg'],
    grad: 'LinalgLuFactorEx',
    refuses: ['A'],
    shape: ({ A, pivot, check_errors }) => {
      const types = luTypes('torch.lu_factor', A, pivot);
      if (check_errors) refuseNow(A, (numbers) => refuseZeroPivot('lu_factor_ex', numbers));
      return types;
    },
    kernel: ({ A, pivot }, _out, outs) => {
      storeLu(A, pivot, outs);
    },
    cost: luCost,
  },
);

function refuseZeroPivot(name: string, A: NdArray): void {
  for (let i = 0; i < batchCount(A); i++) {
    const { info } = factored(A, i);
    check(
      info === 0,
      () =>
        `torch.linalg.${name}: ${batchWords(A, i)}U[${info},${info}] is zero and using it on ` +
        'lu_solve would result in a division by zero. If you still want to perform the ' +
        'factorization, consider calling linalg.lu(A, pivot) or linalg.lu_factor_ex(A, pivot)',
    );
  }
}

export const luFactor = defineOp(
  'lu_factor(Tensor A, *, bool pivot=True) -> Tensor LU, Tensor pivots',
  {
    as: ['linalg'],
    grad: 'LinalgLuFactorEx',
    refuses: ['A'],
    shape: ({ A, pivot }) => {
      const [LU, pivots] = luTypes('torch.lu_factor', A, pivot);
      refuseNow(A, (numbers) => refuseZeroPivot('lu_factor', numbers));
      return [LU, pivots];
    },
    kernel: ({ A, pivot }, _out, outs) => {
      refuseZeroPivot('lu_factor', A);
      storeLu(A, pivot, outs);
    },
    cost: luCost,
  },
);

/** The older function: the packed factors, and what failed only where it is asked for. */
export const packedLu = defineOp(
  'lu.packed(Tensor A, bool pivot=True, bool get_infos=False) -> Tensor[]',
  {
    as: ['function', 'method'],
    grad: 'LinalgLuFactorEx',
    body: ({ A, pivot, get_infos }) => {
      const results = luFactorEx({ A, pivot });
      return get_infos ? results : results.slice(0, 2);
    },
  },
);

/** A = P L U */
export const lu = defineOp('lu(Tensor A, *, bool pivot=True) -> Tensor P, Tensor L, Tensor U', {
  as: ['linalg'],
  grad: 'LinalgLu',
  shape: ({ A, pivot }) => {
    luTypes('linalg.lu', A, pivot);
    return unpackedTypes(A, pivot);
  },
  kernel: ({ A, pivot }, _out, outs) => {
    for (let i = 0; i < batchCount(A); i++) {
      const found = factored(A, i, pivot);
      unpack(found.lu, found.pivots, i, outs);
    }
  },
  cost: luCost,
});

function unpackedTypes(
  { dtype, shape }: TensorType,
  hasP = true,
  hasLU = true,
): readonly [TensorType, TensorType, TensorType] {
  const [m, n] = lastTwo(shape);
  const k = smaller([m, n]);
  const batch = batchOf(shape);
  const none: TensorType = { dtype, shape: [0] };
  return [
    hasP ? { dtype, shape: matrixShape(batch, m, m) } : none,
    hasLU ? { dtype, shape: matrixShape(batch, m, k) } : none,
    hasLU ? { dtype, shape: matrixShape(batch, k, n) } : none,
  ];
}

function unpack(
  packed: Float64Array,
  pivots: ArrayLike<number> | null,
  i: number,
  outs: readonly NdArray[],
): void {
  const [P, L, U] = outs as readonly [NdArray, NdArray, NdArray];
  if (P.data.length > 0 && pivots) {
    const m = P.shape.at(-1) as number;
    const matrix = new Float64Array(m * m);
    permutationOf(pivots, m).forEach((row, at) => (matrix[row * m + at] = 1));
    putMatrix(P, i, matrix);
  }
  const [m, k] = L.shape.slice(-2) as [number, number];
  const n = U.shape.at(-1) as number;
  if (L.shape.length < 2) return;
  const lower = new Float64Array(m * k);
  const upper = new Float64Array(k * n);
  for (let r = 0; r < m; r++) {
    for (let c = 0; c < k; c++)
      lower[r * k + c] = r === c ? 1 : r > c ? (packed[r * n + c] ?? 0) : 0;
  }
  for (let r = 0; r < k; r++) for (let c = r; c < n; c++) upper[r * n + c] = packed[r * n + c] ?? 0;
  putMatrix(L, i, lower);
  putMatrix(U, i, upper);
}

export const luUnpack = defineOp(
  'lu_unpack(Tensor LU_data, Tensor LU_pivots, bool unpack_data=True, bool unpack_pivots=True) -> Tensor P, Tensor L, Tensor U',
  {
    as: ['function'],
    shape: ({ LU_data, LU_pivots, unpack_data, unpack_pivots }) => {
      check(
        !unpack_pivots || LU_pivots.dtype === 'int32',
        () =>
          'torch.lu_unpack: LU_pivots is expected to be a contiguous tensor of torch.int32 dtype.\n' +
          'Note: this function is intended to be used with the output produced by torch.linalg.lu_factor',
      );
      return unpackedTypes(LU_data, unpack_pivots, unpack_data);
    },
    kernel: ({ LU_data, LU_pivots }, _out, outs) => {
      for (let i = 0; i < batchCount(LU_data); i++) {
        unpack(matrixAt(LU_data, i), matrixAt(LU_pivots, i, 1), i, outs);
      }
    },
  },
);

/** Solves with the factors of lu_factor. */
export const linalgLuSolve = defineOp(
  'lu_solve.linalg(Tensor LU, Tensor pivots, Tensor B, *, bool left=True, bool adjoint=False) -> Tensor',
  {
    as: ['linalg'],
    grad: 'LinalgLuSolve',
    shape: ({ LU, pivots, B, left }) => {
      checkSquare('torch.linalg.lu_solve', LU, 'LU');
      checkFloating('torch.linalg.lu_solve', LU);
      check(
        LU.dtype === B.dtype,
        () =>
          'linalg.lu_solve: Expected LU and B to have the same dtype, but found LU of type ' +
          `${scalarTypeName[LU.dtype]} and B of type ${scalarTypeName[B.dtype]} instead`,
      );
      check(
        pivots.dtype === 'int32',
        () => 'linalg.lu_solve: pivots should be a Tensor of scalar type torch.int32',
      );
      checkMatrix('linalg.lu_solve', B, 'B');
      const [rows, columns] = lastTwo(B.shape);
      const n = intValue(LU.shape.at(-1) as Int);
      check(
        intValue(left ? rows : columns) === n,
        () =>
          `linalg.lu_solve: Incompatible shapes of A and B for the equation ` +
          `${left ? 'AX = B' : 'XA = B'} (${n}x${n} and ${intValue(rows)}x${intValue(columns)})`,
      );
      requireKernel('linalg_lu_solve_cpu', LU.dtype);
      const batch = commonBatch(batchOf(LU.shape), batchOf(B.shape));
      return { dtype: LU.dtype, shape: matrixShape(batch, rows, columns) };
    },
    kernel: ({ LU, pivots, B, left, adjoint }, out) => {
      const batch = out.shape.slice(0, -2);
      const [a, p, b] = [
        spreadBatch(LU, batch),
        spreadBatch(pivots, batch, 1),
        spreadBatch(B, batch),
      ];
      const [rows, columns] = B.shape.slice(-2) as [number, number];
      const n = LU.shape.at(-1) as number;
      for (let i = 0; i < batchCount(a); i++) {
        const x = left ? matrixAt(b, i) : transpose(matrixAt(b, i), rows, columns);
        const turn = adjoint !== !left;
        solveLu(matrixAt(a, i), n, matrixAt(p, i, 1), x, left ? columns : rows, turn);
        putMatrix(out, i, left ? x : transpose(x, columns, rows));
      }
    },
  },
);

export const luSolve = defineOp('lu_solve(Tensor b, Tensor LU_data, Tensor LU_pivots) -> Tensor', {
  as: ['function', 'method'],
  grad: 'LinalgLuSolve',
  body: ({ b, LU_data, LU_pivots }) => linalgLuSolve({ LU: LU_data, pivots: LU_pivots, B: b }),
});
