// Systems of linear equations and inverses: solve, inv, triangular systems.
//
// https://pytorch.org/docs/stable/linalg.html

import { intValue, type Int } from '../base/origin.ts';
import { solveLu, solveTriangle, transpose } from '../kernels/matrices/lu.ts';
import type { NdArray } from '../tensor/array.ts';
import { scalarTypeName } from '../tensor/dtype.ts';
import { check, TorchError } from '../tensor/errors.ts';
import type { Shape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { defineOp } from './define.ts';
import { factored, luCost, refuseNow } from './luFactors.ts';
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
  spreadBatch,
} from './matrixBatches.ts';

function inverseOf(A: NdArray, i: number): { readonly x: Float64Array; readonly info: number } {
  const n = A.shape.at(-1) as number;
  const { lu, pivots, info } = factored(A, i);
  const x = new Float64Array(n * n);
  for (let k = 0; k < n; k++) x[k * n + k] = 1;
  solveLu(lu, n, pivots, x, n);
  return { x, info };
}

function refuseSingular(A: NdArray): void {
  for (let i = 0; i < batchCount(A); i++) refuseInfo(A, i, factored(A, i).info);
}

function refuseInfo(A: NdArray, i: number, info: number): void {
  if (info === 0) return;
  throw new TorchError(
    '_LinAlgError',
    `linalg.inv: ${batchWords(A, i)}The diagonal element ${info} is zero, the inversion could not ` +
      'be completed because the input matrix is singular.',
  );
}

function inverseType(A: TensorType): TensorType {
  checkSquare('linalg.inv', A);
  checkFloating('linalg.inv', A, false);
  requireKernel('inverse_cpu', A.dtype);
  return { dtype: A.dtype, shape: A.shape };
}

export const linalgInv = defineOp('inv(Tensor A) -> Tensor', {
  as: ['linalg'],
  grad: 'LinalgInvEx',
  refuses: ['A'],
  shape: ({ A }) => {
    const type = inverseType(A);
    refuseNow(A, refuseSingular);
    return type;
  },
  kernel: ({ A }, out) => {
    for (let i = 0; i < batchCount(A); i++) {
      const { x, info } = inverseOf(A, i);
      refuseInfo(A, i, info);
      putMatrix(out, i, x);
    }
  },
  cost: luCost,
});

export const inverse = defineOp('inverse(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  grad: 'LinalgInvEx',
  refuses: ['input'],
  shape: ({ input }) => {
    const type = inverseType(input);
    refuseNow(input, refuseSingular);
    return type;
  },
  body: ({ input }) => linalgInv({ A: input }),
});

export const invEx = defineOp(
  'inv_ex(Tensor A, *, bool check_errors=False) -> Tensor inverse, Tensor info',
  {
    as: ['linalg'],
    grad: 'LinalgInvEx',
    refuses: ['A'],
    shape: ({ A, check_errors }) => {
      const type = inverseType(A);
      if (check_errors) refuseNow(A, refuseSingular);
      return [type, { dtype: 'int32', shape: batchOf(A.shape) }];
    },
    kernel: ({ A, check_errors }, out, outs) => {
      for (let i = 0; i < batchCount(A); i++) {
        const { x, info } = inverseOf(A, i);
        if (check_errors) refuseInfo(A, i, info);
        putMatrix(out, i, x);
        (outs[1] as NdArray).data[i] = info;
      }
    },
    cost: luCost,
  },
);

/** Whether B holds vectors: one dimension less than A, with A's sizes but the last. */
function isVectors(A: Shape, B: Shape): boolean {
  return (
    B.length === 1 ||
    (A.length - 1 === B.length &&
      A.slice(0, -1).every((n, d) => intValue(n) === intValue(B[d] as Int)))
  );
}

interface Solve {
  readonly batch: Shape;
  readonly vectors: boolean;
  readonly shape: Shape;
}

function solveShape(A: TensorType, B: TensorType, left: boolean): Solve {
  checkSquare('linalg.solve', A);
  checkFloating('linalg.solve', A);
  check(
    A.dtype === B.dtype,
    () =>
      'linalg.solve: Expected A and B to have the same dtype, but found A of type ' +
      `${scalarTypeName[A.dtype]} and B of type ${scalarTypeName[B.dtype]} instead`,
  );
  const vectors = isVectors(A.shape, B.shape);
  check(
    left || !vectors,
    () =>
      'linalg.solve: Vector broadcasting of the left hand side is not supported for left=False. ' +
      'In this case linalg.solve is equivalent to B / A.squeeze(-1)',
  );
  const full = vectors ? [...B.shape, 1] : B.shape;
  checkMatrix('linalg.solve', { ...B, shape: full }, 'B');
  const [n] = lastTwo(A.shape).map(intValue);
  const [rows, columns] = lastTwo(full);
  check(
    intValue(left ? rows : columns) === n,
    () =>
      `linalg.solve: Incompatible shapes of A and B for the equation ${left ? 'AX = B' : 'XA = B'} ` +
      `(${n}x${n} and ${intValue(rows)}x${intValue(columns)})`,
  );
  requireKernel('lu_cpu', A.dtype);
  const batch = commonBatch(batchOf(A.shape), batchOf(full));
  return { batch, vectors, shape: vectors ? [...batch, rows] : matrixShape(batch, rows, columns) };
}

function refuseUnsolvable(A: NdArray): void {
  for (let i = 0; i < batchCount(A); i++) {
    if (factored(A, i).info === 0) continue;
    throw new TorchError(
      '_LinAlgError',
      `torch.linalg.solve: ${batchWords(A, i)}The solver failed because the input matrix is singular.`,
    );
  }
}

/** Solves AX = B, or XA = B by its transpose. */
function solveInto(A: NdArray, B: NdArray, left: boolean, out: NdArray): number[] {
  const n = A.shape.at(-1) as number;
  const vectors = isVectors(A.shape, B.shape);
  const full = vectors ? { ...B, shape: [...B.shape, 1] } : B;
  const batch = vectors ? out.shape.slice(0, -1) : out.shape.slice(0, -2);
  const [a, b] = [spreadBatch(A, batch), spreadBatch(full, batch)];
  const [rows, columns] = full.shape.slice(-2) as [number, number];
  const infos: number[] = [];
  for (let i = 0; i < batchCount(a); i++) {
    const { lu, pivots, info } = factored(a, i);
    infos.push(info);
    const x = matrixAt(b, i);
    if (left) solveLu(lu, n, pivots, x, columns);
    const turned = left ? x : transpose(x, rows, columns);
    if (!left) solveLu(lu, n, pivots, turned, rows, true);
    putMatrix(out, i, left ? x : transpose(turned, columns, rows));
  }
  return infos;
}

export const solve = defineOp('solve(Tensor A, Tensor B, *, bool left=True) -> Tensor', {
  as: ['linalg'],
  grad: 'LinalgSolveEx',
  refuses: ['A'],
  shape: ({ A, B, left }) => {
    const { shape } = solveShape(A, B, left);
    refuseNow(A, refuseUnsolvable);
    return { dtype: A.dtype, shape };
  },
  kernel: ({ A, B, left }, out) => {
    refuseUnsolvable(A);
    solveInto(A, B, left, out);
  },
  cost: luCost,
});

export const solveEx = defineOp(
  'solve_ex(Tensor A, Tensor B, *, bool left=True, bool check_errors=False) -> Tensor result, Tensor info',
  {
    as: ['linalg'],
    grad: 'LinalgSolveEx',
    refuses: ['A'],
    shape: ({ A, B, left, check_errors }) => {
      const { shape } = solveShape(A, B, left);
      if (check_errors) refuseNow(A, refuseUnsolvable);
      return [
        { dtype: A.dtype, shape },
        { dtype: 'int32', shape: batchOf(A.shape) },
      ];
    },
    kernel: ({ A, B, left, check_errors }, out, outs) => {
      if (check_errors) refuseUnsolvable(A);
      solveInto(A, B, left, out);
      const info = outs[1] as NdArray;
      for (let i = 0; i < batchCount(A); i++) info.data[i] = factored(A, i).info;
    },
    cost: luCost,
  },
);

/** Solves with one triangle of A, the other of which is not looked at. */
export const solveTriangular = defineOp(
  'solve_triangular(Tensor A, Tensor B, *, bool upper, bool left=True, bool unitriangular=False) -> Tensor',
  {
    as: ['linalg'],
    grad: 'LinalgSolveTriangular',
    shape: ({ A, B, left }) => {
      check(
        A.dtype === B.dtype,
        () =>
          'linalg.solve_triangular: Expected A and B to have the same dtype, but found A of type ' +
          `${scalarTypeName[A.dtype]} and B of type ${scalarTypeName[B.dtype]} instead`,
      );
      return triangularType('linalg.solve_triangular', A, B, left);
    },
    kernel: ({ A, B, upper, left, unitriangular }, out) => {
      solveTriangles(A, B, out, { upper, left, unit: unitriangular, transposed: false });
    },
    cost: luCost,
  },
);

function triangularType(name: string, A: TensorType, B: TensorType, left: boolean): TensorType {
  checkSquare(name, A);
  checkMatrix(name, B, 'B');
  const [n] = lastTwo(A.shape).map(intValue);
  const [rows, columns] = lastTwo(B.shape);
  check(
    intValue(left ? rows : columns) === n,
    () =>
      `${name}: Incompatible shapes of A and B for the equation ${left ? 'AX = B' : 'XA = B'} ` +
      `(${n}x${n} and ${intValue(rows)}x${intValue(columns)})`,
  );
  requireKernel('triangular_solve_cpu', A.dtype);
  const batch = commonBatch(batchOf(A.shape), batchOf(B.shape));
  return { dtype: A.dtype, shape: matrixShape(batch, rows, columns) };
}

interface Side {
  readonly upper: boolean;
  readonly left: boolean;
  readonly unit: boolean;
  readonly transposed: boolean;
}

function solveTriangles(A: NdArray, B: NdArray, out: NdArray, side: Side): void {
  const batch = out.shape.slice(0, -2);
  const [a, b] = [spreadBatch(A, batch), spreadBatch(B, batch)];
  const [rows, columns] = B.shape.slice(-2) as [number, number];
  const { upper, left, unit, transposed } = side;
  const n = A.shape.at(-1) as number;
  for (let i = 0; i < batchCount(a); i++) {
    const x = left ? matrixAt(b, i) : transpose(matrixAt(b, i), rows, columns);
    const turn = transposed !== !left;
    solveTriangle(matrixAt(a, i), n, x, left ? columns : rows, { upper, unit, transposed: turn });
    putMatrix(out, i, left ? x : transpose(x, columns, rows));
  }
}

export const triangularSolve = defineOp(
  'triangular_solve(Tensor b, Tensor A, bool upper=True, bool transpose=False, bool unitriangular=False) -> Tensor solution, Tensor cloned_coefficient',
  {
    as: ['function', 'method'],
    grad: 'TriangularSolve',
    shape: ({ b, A }) => {
      const type = triangularType('triangular_solve', A, b, true);
      const cloned = [...batchOf(type.shape), ...lastTwo(A.shape)];
      return [type, { dtype: A.dtype, shape: cloned }];
    },
    kernel: ({ b, A, upper, transpose: transposed, unitriangular }, out, outs) => {
      solveTriangles(A, b, out, { upper, left: true, unit: unitriangular, transposed });
      const cloned = outs[1] as NdArray;
      cloned.data.set(spreadBatch(A, cloned.shape.slice(0, -2)).data as never);
    },
    cost: luCost,
  },
);
