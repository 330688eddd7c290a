// Solutions of systems that have too many equations, or too few: torch.linalg.lstsq.
//
// https://pytorch.org/docs/stable/generated/torch.linalg.lstsq.html

import { intValue, type Int } from '../base/origin.ts';
import { below, applyQ, factorQr } from '../kernels/matrices/householder.ts';
import { solveTriangle, transpose } from '../kernels/matrices/lu.ts';
import { singularOf } from '../kernels/matrices/singular.ts';
import type { NdArray } from '../tensor/array.ts';
import { scalarTypeName } from '../tensor/dtype.ts';
import { check, TorchError, Unsupported } from '../tensor/errors.ts';
import { numel, type Shape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { defineOp } from './define.ts';
import { refuseNow } from './luFactors.ts';
import {
  batchCount,
  batchOf,
  batchWords,
  lastTwo,
  matrixAt,
  precisionOf,
  putMatrix,
  requireKernel,
  smaller,
} from './matrixBatches.ts';

const DRIVERS = ['gels', 'gelsy', 'gelsd', 'gelss'];

const NAME = 'torch.linalg.lstsq';

export const lstsq = defineOp(
  'lstsq(Tensor input, Tensor b, float? rcond=None, *, str? driver=None) -> Tensor solution, Tensor residuals, Tensor rank, Tensor singular_values',
  {
    as: ['linalg'],
    grad: 'LinalgLstsq',
    refuses: ['input'],
    shape: ({ input, b, rcond, driver }) => {
      const vectors = checkInputs(input, b, driver);
      const used = driver ?? 'gelsy';
      const [m, n] = lastTwo(input.shape);
      const batch = batchOf(input.shape);
      const columns = vectors ? [] : [b.shape.at(-1) as Int];
      if (used === 'gels') refuseNow(input, refuseDeficient);
      if (used === 'gelsd' || used === 'gelss') refuseNow(input, refuseNonFinite);
      const none: Shape = [0];
      const values = used === 'gelsd' || used === 'gelss';
      const { dtype } = input;
      return [
        { dtype, shape: [...batch, n, ...columns] },
        { dtype, shape: hasResiduals(input, used, rcond) ? [...batch, columns[0] ?? 1] : none },
        { dtype: 'int64', shape: used === 'gels' ? none : batch },
        { dtype, shape: values ? [...batch, smaller([m, n])] : none },
      ];
    },
    kernel: ({ input, b, rcond, driver }, _out, outs) => {
      solveInto(input, b, rcond, driver ?? 'gelsy', outs);
    },
    cost: ({ input }) => 20 * numel(input.shape) * intValue(smaller(lastTwo(input.shape))),
  },
);

/** Whether b holds a vector for each matrix. */
function checkInputs(input: TensorType, b: TensorType, driver: string | null): boolean {
  check(input.shape.length >= 2, () => `${NAME}: input must have at least 2 dimensions.`);
  check(b.shape.length >= 1, () => `${NAME}: other must have at least 1 dimension.`);
  check(
    input.dtype === b.dtype,
    () =>
      `${NAME}: Expected input and other to have the same dtype, but got input's dtype ` +
      `${scalarTypeName[input.dtype]} and other's dtype ${scalarTypeName[b.dtype]}`,
  );
  const more = input.shape.length - b.shape.length;
  check(
    more === 0 || more === 1,
    () =>
      `${NAME}: input.dim() must be greater or equal to other.dim() and (input.dim() - other.dim()) <= 1`,
  );
  const side = more === 1 ? -1 : -2;
  check(
    intValue(input.shape.at(-2) as Int) === intValue(b.shape.at(side) as Int),
    () => `${NAME}: input.size(-2) should match other.size(${side})`,
  );
  check(
    driver === null || DRIVERS.includes(driver),
    () => `${NAME}: parameter \`driver\` should be one of (gels, gelsy, gelsd, gelss)`,
  );
  check(
    ['float32', 'float64', 'complex64', 'complex128'].includes(input.dtype),
    () => "This function doesn't handle types other than float and double",
  );
  requireKernel('lstsq_cpu', input.dtype);
  return more === 1;
}

/** Residuals are given where there are more equations and, as far as it is found, full rank. */
function hasResiduals(input: TensorType, driver: string, rcond: number | null): boolean {
  const [m, n] = lastTwo(input.shape).map(intValue) as [number, number];
  if (m <= n || driver === 'gelsy') return false;
  if (driver === 'gels') return true;
  const { numbers } = input;
  if (!numbers) throw new Unsupported(`linalg.lstsq(driver='${driver}') of numbers not known yet`);
  for (let i = 0; i < batchCount(numbers); i++) {
    if (decompose(numbers, i, rcond, false).rank < n) return false;
  }
  return true;
}

interface Decomposition {
  readonly s: Float64Array;
  readonly u: Float64Array;
  readonly vt: Float64Array;
  readonly rank: number;
}

function decompose(A: NdArray, i: number, rcond: number | null, vectors = true): Decomposition {
  const [m, n] = A.shape.slice(-2) as [number, number];
  const precision = precisionOf(A);
  if (!matrixAt(A, i).every((x) => Number.isFinite(x))) return unknown(m, n);
  const found = singularOf(matrixAt(A, i), m, n, vectors ? 'reduced' : 'none', precision);
  const limit = (rcond ?? 2 * precision.eps * Math.max(m, n)) * (found.s[0] ?? 0);
  const rank = found.s.filter((x) => x > limit).length;
  const none = new Float64Array(0);
  return { s: found.s, u: found.u ?? none, vt: found.vt ?? none, rank };
}

function unknown(m: number, n: number): Decomposition {
  const k = Math.min(m, n);
  const nan = (size: number): Float64Array => new Float64Array(size).fill(NaN);
  return { s: nan(k), u: nan(m * k), vt: nan(k * n), rank: k };
}

/** The triangle of the longer side; an entry of its diagonal that is zero is a lack of rank. */
function triangleOf(
  A: NdArray,
  i: number,
): { long: Float64Array; tau: Float64Array; info: number } {
  const [m, n] = A.shape.slice(-2) as [number, number];
  const [rows, k] = [Math.max(m, n), Math.min(m, n)];
  const long = m < n ? transpose(matrixAt(A, i), m, n) : matrixAt(A, i);
  const tau = new Float64Array(k);
  factorQr(long, rows, k, tau);
  const largest = Math.abs(long[0] ?? 0);
  for (let d = 0; d < k; d++) {
    if (Math.abs(long[d * k + d] as number) <= precisionOf(A).eps * largest) {
      return { long, tau, info: d + 1 };
    }
  }
  return { long, tau, info: 0 };
}

function refuseNonFinite(A: NdArray): void {
  for (let i = 0; i < batchCount(A); i++) {
    if (matrixAt(A, i).every((x) => Number.isFinite(x))) continue;
    refuse(A, i, Math.max(1, Math.min(...(A.shape.slice(-2) as [number, number])) - 1));
  }
}

function refuse(A: NdArray, i: number, info: number): void {
  throw new TorchError(
    '_LinAlgError',
    `${NAME}: ${batchWords(A, i)}The least squares solution could not be computed because the ` +
      `input matrix does not have full rank (error code: ${info}).`,
  );
}

function refuseDeficient(A: NdArray): void {
  if (A.data.length === 0) return;
  for (let i = 0; i < batchCount(A); i++) {
    const { info } = triangleOf(A, i);
    if (info !== 0) refuse(A, i, info);
  }
}

function solveInto(
  A: NdArray,
  b: NdArray,
  rcond: number | null,
  driver: string,
  outs: readonly NdArray[],
): void {
  const [solution, residuals, rank, values] = outs as readonly [NdArray, NdArray, NdArray, NdArray];
  const [m, n] = A.shape.slice(-2) as [number, number];
  const vectors = A.shape.length > b.shape.length;
  const width = vectors ? 1 : (b.shape.at(-1) as number);
  if (driver === 'gels') refuseDeficient(A);
  for (let i = 0; i < batchCount(A); i++) {
    const rhs = matrixAt(b, i, vectors ? 1 : 2);
    let x: Float64Array = new Float64Array(n * width);
    // gels goes home before it looks at b.
    if (m === 0 || n === 0) rhs.fill(0, driver === 'gels' ? 0 : rhs.length);
    else if (driver === 'gels') x = byTriangle(A, i, rhs, width);
    else {
      const found = decompose(A, i, rcond);
      x = bySingular(found, m, n, rhs, width);
      rank.data[i] = BigInt(found.rank);
      if (values.data.length > 0) putMatrix(values, i, found.s);
    }
    putMatrix(solution, i, x);
    if (residuals.data.length > 0) putMatrix(residuals, i, squares(A, i, x, rhs, width));
  }
}

/** V diag(1/s) Uᵀ b over the values that count. */
function bySingular(
  { s, u, vt, rank }: Decomposition,
  m: number,
  n: number,
  b: Float64Array,
  width: number,
): Float64Array {
  const k = s.length;
  const x = new Float64Array(n * width);
  for (let c = 0; c < width; c++) {
    for (let r = 0; r < rank; r++) {
      let dot = 0;
      for (let i = 0; i < m; i++) dot += (u[i * k + r] as number) * (b[i * width + c] as number);
      dot /= s[r] as number;
      for (let j = 0; j < n; j++) {
        x[j * width + c] = (x[j * width + c] as number) + dot * (vt[r * n + j] as number);
      }
    }
  }
  return x;
}

/** R x = Qᵀ b; with too few equations x = Q R⁻ᵀ b, the shortest solution. */
function byTriangle(A: NdArray, i: number, b: Float64Array, width: number): Float64Array {
  const [m, n] = A.shape.slice(-2) as [number, number];
  const k = Math.min(m, n);
  const { long, tau } = triangleOf(A, i);
  const q = below(long, k, tau, k);
  const r = long.subarray(0, k * k);
  if (m >= n) {
    const turned = Float64Array.from(b);
    applyQ(q, turned, m, width, true);
    const x = turned.slice(0, n * width);
    solveTriangle(r, n, x, width, { upper: true });
    return x;
  }
  const x = new Float64Array(n * width);
  x.set(b);
  solveTriangle(r, m, x, width, { upper: true, transposed: true });
  applyQ(q, x, n, width, false);
  return x;
}

/** Sums of squares of A x - b, by column. */
function squares(
  A: NdArray,
  i: number,
  x: Float64Array,
  rhs: Float64Array,
  width: number,
): Float64Array {
  const [m, n] = A.shape.slice(-2) as [number, number];
  const a = matrixAt(A, i);
  const sums = new Float64Array(width);
  for (let c = 0; c < width; c++) {
    for (let row = 0; row < m; row++) {
      let rest = -(rhs[row * width + c] as number);
      for (let j = 0; j < n; j++) rest += (a[row * n + j] as number) * (x[j * width + c] as number);
      sums[c] = (sums[c] as number) + rest * rest;
    }
  }
  return sums;
}
