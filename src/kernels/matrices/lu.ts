// Triangular factors of a matrix: LU with row exchanges, Cholesky, and systems solved with them.
// Matrices lie row by row in double precision; LAPACK's names for the routines are getrf, potrf,
// trtrs.

/** LU in place of an m by n matrix; gives the place of the first zero pivot, from 1, or 0. */
export function factorLu(
  a: Float64Array,
  m: number,
  n: number,
  pivots: Int32Array,
  pivoting = true,
): number {
  let info = 0;
  for (let k = 0; k < Math.min(m, n); k++) {
    const row = pivoting ? largestBelow(a, m, n, k) : k;
    pivots[k] = row + 1;
    const pivot = a[row * n + k] as number;
    if (pivot === 0) {
      if (info === 0) info = k + 1;
      // getrf goes on with the next column.
      if (pivoting) continue;
    }
    if (row !== k) swapRows(a, n, row, k);
    for (let i = k + 1; i < m; i++) {
      const factor = (a[i * n + k] as number) / pivot;
      a[i * n + k] = factor;
      if (factor === 0) continue;
      for (let j = k + 1; j < n; j++) {
        a[i * n + j] = (a[i * n + j] as number) - factor * (a[k * n + j] as number);
      }
    }
  }
  return info;
}

function largestBelow(a: Float64Array, m: number, n: number, k: number): number {
  let row = k;
  let largest = Math.abs(a[k * n + k] as number);
  for (let i = k + 1; i < m; i++) {
    const size = Math.abs(a[i * n + k] as number);
    if (size > largest) [row, largest] = [i, size];
  }
  return row;
}

export function swapRows(a: Float64Array, n: number, i: number, j: number): void {
  if (i === j) return;
  for (let k = 0; k < n; k++) {
    const held = a[i * n + k] as number;
    a[i * n + k] = a[j * n + k] as number;
    a[j * n + k] = held;
  }
}

export interface Triangle {
  readonly upper: boolean;
  readonly transposed?: boolean;
  /** Whether ones are on the diagonal, whatever stands there. */
  readonly unit?: boolean;
}

/** Solves T X = B in place of B, which has k columns. */
export function solveTriangle(
  t: Float64Array,
  n: number,
  b: Float64Array,
  k: number,
  { upper, transposed = false, unit = false }: Triangle,
): void {
  const fromEnd = upper !== transposed;
  const at = (i: number, j: number): number => (transposed ? t[j * n + i] : t[i * n + j]) as number;
  for (let step = 0; step < n; step++) {
    const i = fromEnd ? n - 1 - step : step;
    const diagonal = unit ? 1 : at(i, i);
    for (let c = 0; c < k; c++) {
      let x = b[i * k + c] as number;
      for (let past = 0; past < step; past++) {
        const j = fromEnd ? n - 1 - past : past;
        x -= at(i, j) * (b[j * k + c] as number);
      }
      b[i * k + c] = x / diagonal;
    }
  }
}

/** Solves A X = B, or Aᵀ X = B, in place of B, given what factorLu made of A. */
export function solveLu(
  lu: Float64Array,
  n: number,
  pivots: ArrayLike<number>,
  b: Float64Array,
  k: number,
  transposed = false,
): void {
  if (transposed) {
    solveTriangle(lu, n, b, k, { upper: true, transposed });
    solveTriangle(lu, n, b, k, { upper: false, transposed, unit: true });
    for (let i = n - 1; i >= 0; i--) swapRows(b, k, i, (pivots[i] as number) - 1);
    return;
  }
  for (let i = 0; i < n; i++) swapRows(b, k, i, (pivots[i] as number) - 1);
  solveTriangle(lu, n, b, k, { upper: false, unit: true });
  solveTriangle(lu, n, b, k, { upper: true });
}

/** Which row each row of A went to: the permutation that the exchanges make. */
export function permutationOf(pivots: ArrayLike<number>, m: number): number[] {
  const order = Array.from({ length: m }, (_, i) => i);
  for (let i = 0; i < pivots.length; i++) {
    const j = (pivots[i] as number) - 1;
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

/**
 * The lower factor of a symmetric matrix, of which one triangle is read, in its lower triangle.
 * Gives the order of the first minor that is not positive, or 0.
 */
export function factorCholesky(a: Float64Array, n: number): number {
  for (let j = 0; j < n; j++) {
    let d = a[j * n + j] as number;
    for (let k = 0; k < j; k++) d -= (a[j * n + k] as number) ** 2;
    if (!(d > 0)) {
      a[j * n + j] = d;
      return j + 1;
    }
    d = Math.sqrt(d);
    a[j * n + j] = d;
    for (let i = j + 1; i < n; i++) {
      let x = a[i * n + j] as number;
      for (let k = 0; k < j; k++) x -= (a[i * n + k] as number) * (a[j * n + k] as number);
      a[i * n + j] = x / d;
    }
  }
  return 0;
}

export function transpose(a: Float64Array, m: number, n: number): Float64Array {
  const t = new Float64Array(m * n);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) t[j * m + i] = a[i * n + j] as number;
  return t;
}
