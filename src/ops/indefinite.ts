// L D Lᵀ factors of symmetric matrices that need not be positive definite.
//
// https://pytorch.org/docs/stable/generated/torch.linalg.ldl_factor.html

import { intValue, type Int } from '../base/origin.ts';
import { factorLdl, solveLdl } from '../kernels/matrices/indefinite.ts';
import type { NdArray } from '../tensor/array.ts';
import { category, scalarTypeName } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { numel, printShape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { defineOp } from './define.ts';
import { refuseNow } from './luFactors.ts';
import {
  batchCount,
  batchOf,
  checkFloating,
  checkMatrix,
  checkSquare,
  matrixAt,
  putMatrix,
  requireKernel,
  spreadBatch,
  systemType,
} from './matrixBatches.ts';

function ldlTypes(A: TensorType): readonly [TensorType, TensorType, TensorType] {
  checkSquare('torch.linalg.ldl_factor_ex', A);
  checkFloating('torch.linalg.ldl_factor_ex', A);
  requireKernel('ldl_factor_kernel_cpu', A.dtype);
  return [
    { dtype: A.dtype, shape: A.shape },
    { dtype: 'int32', shape: A.shape.slice(0, -1) },
    { dtype: 'int32', shape: batchOf(A.shape) },
  ];
}

function factorInto(A: NdArray, outs: readonly NdArray[]): void {
  const [LD, pivots, info] = outs;
  const n = A.shape.at(-1) as number;
  for (let i = 0; i < batchCount(A); i++) {
    const a = matrixAt(A, i);
    for (let r = 0; r < n; r++) a.fill(0, r * n + r + 1, (r + 1) * n);
    const found = new Int32Array(n);
    const failed = factorLdl(a, n, found);
    putMatrix(LD as NdArray, i, a);
    putMatrix(pivots as NdArray, i, found);
    if (info) info.data[i] = failed;
  }
}

function refuseSingular(name: string, A: NdArray): void {
  const n = A.shape.at(-1) as number;
  for (let i = 0; i < batchCount(A); i++) {
    const info = factorLdl(matrixAt(A, i), n, new Int32Array(n));
    check(
      info === 0,
      () =>
        'false INTERNAL ASSERT FAILED at "./aten/src/ATen/native/BatchLinearAlgebra.cpp":1491, ' +
        `please report a bug to PyTorch. torch.linalg.${name}: Unknown error code: ${info}.`,
    );
  }
}

const cost = ({ A }: { readonly A: TensorType }): number =>
  (1 / 3) * numel(A.shape) * intValue(A.shape.at(-1) ?? 1);

export const ldlFactor = defineOp(
  'ldl_factor(Tensor A, *, bool hermitian=False) -> Tensor LD, Tensor pivots',
  {
    as: ['linalg'],
    refuses: ['A'],
    shape: ({ A }) => {
      const [LD, pivots] = ldlTypes(A);
      refuseNow(A, (numbers) => {
        refuseSingular('ldl_factor', numbers);
      });
      return [LD, pivots];
    },
    kernel: ({ A }, _out, outs) => {
      factorInto(A, outs);
    },
    cost,
  },
);

export const ldlFactorEx = defineOp(
  'ldl_factor_ex(Tensor A, *, bool hermitian=False, bool check_errors=False) -> Tensor LD, Tensor pivots, Tensor info',
  {
    as: ['linalg'],
    refuses: ['A'],
    shape: ({ A, check_errors }) => {
      const types = ldlTypes(A);
      const refuse = (numbers: NdArray): void => {
        refuseSingular('ldl_factor_ex', numbers);
      };
      if (check_errors) refuseNow(A, refuse);
      return types;
    },
    kernel: ({ A }, _out, outs) => {
      factorInto(A, outs);
    },
    cost,
  },
);

export const ldlSolve = defineOp(
  'ldl_solve(Tensor LD, Tensor pivots, Tensor B, *, bool hermitian=False) -> Tensor',
  {
    as: ['linalg'],
    shape: ({ LD, pivots, B }) => {
      const name = 'torch.linalg.ldl_solve';
      checkSquare(name, LD);
      checkFloating(name, LD);
      const type = systemType(name, B, LD);
      checkMatrix(name, B, 'B');
      check(
        category(pivots.dtype) === 'int',
        () => `${name}: Expected pivots to be integers. Got ${scalarTypeName[pivots.dtype]}`,
      );
      const wanted = LD.shape.slice(0, -1);
      check(
        wanted.length === pivots.shape.length &&
          wanted.every((n, d) => intValue(n) === intValue(pivots.shape[d] as Int)),
        () =>
          `${name}: Expected LD.shape[:-1] and pivots.shape to be the same, but got pivots with ` +
          `shape ${printShape(pivots.shape)} instead`,
      );
      requireKernel('ldl_solve_kernel_cpu', LD.dtype);
      return type;
    },
    kernel: ({ LD, pivots, B }, out) => {
      const batch = out.shape.slice(0, -2);
      const [a, p, b] = [
        spreadBatch(LD, batch),
        spreadBatch(pivots, batch, 1),
        spreadBatch(B, batch),
      ];
      const [n, width] = B.shape.slice(-2) as [number, number];
      for (let i = 0; i < batchCount(b); i++) {
        const x = matrixAt(b, i);
        solveLdl(matrixAt(a, i), n, matrixAt(p, i, 1), x, width);
        putMatrix(out, i, x);
      }
    },
    cost: ({ LD, B }) => 2 * numel(B.shape) * intValue(LD.shape.at(-1) ?? 1),
  },
);
