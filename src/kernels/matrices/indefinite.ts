// A = L D Lᵀ of symmetric matrices, with blocks of one and two in D and Bunch and Kaufman's choice
// of pivots: LAPACK's sytf2 and sytrs of a lower triangle.

import { swapRows } from './lu.ts';

const ALPHA = (1 + Math.sqrt(17)) / 8;

interface Pivot {
  readonly row: number;
  readonly size: 1 | 2;
}

/** In place of the lower triangle; gives the place of the first zero pivot, from 1, or 0. */
export function factorLdl(a: Float64Array, n: number, pivots: Int32Array): number {
  let info = 0;
  for (let k = 0; k < n;) {
    const found = pivotOf(a, n, k);
    if (found === null) {
      if (info === 0) info = k + 1;
      pivots[k] = k + 1;
      k++;
      continue;
    }
    const { row, size } = found;
    exchange(a, n, k, row, size);
    if (size === 1) {
      eliminateOne(a, n, k);
      pivots[k] = row + 1;
    } else {
      eliminateTwo(a, n, k);
      pivots[k] = -(row + 1);
      pivots[k + 1] = -(row + 1);
    }
    k += size;
  }
  return info;
}

function pivotOf(a: Float64Array, n: number, k: number): Pivot | null {
  const size = (i: number, j: number): number => Math.abs(a[i * n + j] as number);
  let [row, largest] = [k, 0];
  for (let i = k + 1; i < n; i++) if (size(i, k) > largest) [row, largest] = [i, size(i, k)];
  const own = size(k, k);
  if (Math.max(own, largest) === 0 || Number.isNaN(own)) return null;
  if (own >= ALPHA * largest) return { row: k, size: 1 };
  let across = 0;
  for (let j = k; j < row; j++) across = Math.max(across, size(row, j));
  for (let i = row + 1; i < n; i++) across = Math.max(across, size(i, row));
  if (own >= ALPHA * largest * (largest / across)) return { row: k, size: 1 };
  return { row, size: size(row, row) >= ALPHA * across ? 1 : 2 };
}

/** Rows and columns p and the pivot's last one change places, in the triangle that is left. */
function exchange(a: Float64Array, n: number, k: number, p: number, size: number): void {
  const q = k + size - 1;
  if (p === q) return;
  const swap = (i: number, j: number): void => {
    const held = a[i] as number;
    a[i] = a[j] as number;
    a[j] = held;
  };
  for (let i = p + 1; i < n; i++) swap(i * n + q, i * n + p);
  for (let i = q + 1; i < p; i++) swap(i * n + q, p * n + i);
  swap(q * n + q, p * n + p);
  if (size === 2) swap((k + 1) * n + k, p * n + k);
}

function eliminateOne(a: Float64Array, n: number, k: number): void {
  const d = 1 / (a[k * n + k] as number);
  for (let j = k + 1; j < n; j++) {
    const factor = d * (a[j * n + k] as number);
    for (let i = j; i < n; i++) {
      a[i * n + j] = (a[i * n + j] as number) - factor * (a[i * n + k] as number);
    }
  }
  for (let i = k + 1; i < n; i++) a[i * n + k] = (a[i * n + k] as number) * d;
}

function eliminateTwo(a: Float64Array, n: number, k: number): void {
  const below = a[(k + 1) * n + k] as number;
  const d11 = (a[(k + 1) * n + k + 1] as number) / below;
  const d22 = (a[k * n + k] as number) / below;
  const d21 = 1 / (d11 * d22 - 1) / below;
  for (let j = k + 2; j < n; j++) {
    const [x, y] = [a[j * n + k] as number, a[j * n + k + 1] as number];
    const [wk, wk1] = [d21 * (d11 * x - y), d21 * (d22 * y - x)];
    for (let i = j; i < n; i++) {
      a[i * n + j] =
        (a[i * n + j] as number) -
        (a[i * n + k] as number) * wk -
        (a[i * n + k + 1] as number) * wk1;
    }
    a[j * n + k] = wk;
    a[j * n + k + 1] = wk1;
  }
}

/** Solves A X = B in place of B, which has `width` columns. */
export function solveLdl(
  a: Float64Array,
  n: number,
  pivots: ArrayLike<number>,
  b: Float64Array,
  width: number,
): void {
  const starts: number[] = [];
  const pivotAt = (k: number): number => pivots[k] as number;
  for (let k = 0; k < n; k += pivotAt(k) > 0 ? 1 : 2) starts.push(k);
  for (const k of starts) forward(a, n, k, pivotAt(k), b, width);
  for (const k of starts.reverse()) backward(a, n, k, pivotAt(k), b, width);
}

function forward(
  a: Float64Array,
  n: number,
  k: number,
  pivot: number,
  b: Float64Array,
  width: number,
): void {
  const size = pivot > 0 ? 1 : 2;
  swapRows(b, width, k + size - 1, Math.abs(pivot) - 1);
  for (let i = k + size; i < n; i++) {
    for (let p = k; p < k + size; p++) {
      const factor = a[i * n + p] as number;
      for (let c = 0; c < width; c++) {
        b[i * width + c] = (b[i * width + c] as number) - factor * (b[p * width + c] as number);
      }
    }
  }
  const own = a[k * n + k] as number;
  if (size === 1) {
    for (let c = 0; c < width; c++) b[k * width + c] = (b[k * width + c] as number) / own;
    return;
  }
  const below = a[(k + 1) * n + k] as number;
  const [first, second] = [own / below, (a[(k + 1) * n + k + 1] as number) / below];
  const denominator = first * second - 1;
  for (let c = 0; c < width; c++) {
    const x = (b[k * width + c] as number) / below;
    const y = (b[(k + 1) * width + c] as number) / below;
    b[k * width + c] = (second * x - y) / denominator;
    b[(k + 1) * width + c] = (first * y - x) / denominator;
  }
}

function backward(
  a: Float64Array,
  n: number,
  k: number,
  pivot: number,
  b: Float64Array,
  width: number,
): void {
  const size = pivot > 0 ? 1 : 2;
  for (let p = k; p < k + size; p++) {
    for (let i = k + size; i < n; i++) {
      const factor = a[i * n + p] as number;
      for (let c = 0; c < width; c++) {
        b[p * width + c] = (b[p * width + c] as number) - factor * (b[i * width + c] as number);
      }
    }
  }
  swapRows(b, width, k + size - 1, Math.abs(pivot) - 1);
}
