// What is done to a matrix before its eigenvalues are sought: rows that stand alone are moved to the
// edges, the rest is scaled by powers of two so that rows and columns weigh the same (LAPACK's gebal,
// gebak), and what is below the first subdiagonal is taken to zero (gehrd).

import { formQ, reflect } from './householder.ts';

export interface Balance {
  /** The block that is left, inclusive. */
  readonly low: number;
  readonly high: number;
  /** Scales within the block; outside, where a row was exchanged to. */
  readonly scale: Float64Array;
}

export function balance(a: Float64Array, n: number): Balance {
  const scale = new Float64Array(n).fill(1);
  let [low, high] = [0, n - 1];
  const exchange = (j: number, m: number): void => {
    scale[m] = j;
    if (j === m) return;
    for (let i = 0; i <= high; i++) swap(a, i * n + j, i * n + m);
    for (let i = low; i < n; i++) swap(a, j * n + i, m * n + i);
  };
  const alone = (j: number, byRow: boolean): boolean => {
    for (let i = low; i <= high; i++) {
      if (i !== j && a[byRow ? j * n + i : i * n + j] !== 0) return false;
    }
    return true;
  };
  for (let j = high; j >= 0;) {
    if (!alone(j, true)) {
      j--;
      continue;
    }
    exchange(j, high);
    if (high === 0) return { low: 0, high: 0, scale };
    high--;
    j = high;
  }
  for (let j = low; j <= high;) {
    if (!alone(j, false)) {
      j++;
      continue;
    }
    exchange(j, low);
    low++;
    j = low;
  }
  equilibrate(a, n, low, high, scale);
  return { low, high, scale };
}

function swap(a: Float64Array, i: number, j: number): void {
  const held = a[i] as number;
  a[i] = a[j] as number;
  a[j] = held;
}

const LARGEST = 2 ** 969;
const LEAST = 2 ** -969;

function equilibrate(
  a: Float64Array,
  n: number,
  low: number,
  high: number,
  scale: Float64Array,
): void {
  for (let changed = true; changed;) {
    changed = false;
    for (let i = low; i <= high; i++) {
      const f = factorFor(a, n, low, high, i);
      if (f === 1) continue;
      scale[i] = (scale[i] as number) * f;
      for (let j = low; j < n; j++) a[i * n + j] = (a[i * n + j] as number) / f;
      for (let j = 0; j <= high; j++) a[j * n + i] = (a[j * n + i] as number) * f;
      changed = true;
    }
  }
}

function factorFor(a: Float64Array, n: number, low: number, high: number, i: number): number {
  let [c, r, ca, ra] = [0, 0, 0, 0];
  for (let j = low; j <= high; j++) {
    c = Math.hypot(c, a[j * n + i] as number);
    r = Math.hypot(r, a[i * n + j] as number);
  }
  for (let j = 0; j <= high; j++) ca = Math.max(ca, Math.abs(a[j * n + i] as number));
  for (let j = low; j < n; j++) ra = Math.max(ra, Math.abs(a[i * n + j] as number));
  if (c === 0 || r === 0 || !Number.isFinite(c + r)) return 1;
  const sum = c + r;
  let f = 1;
  while (c < r / 2 && Math.max(f, c, ca) < LARGEST && Math.min(r / 2, ra) > LEAST) {
    [f, c, ca, r, ra] = [f * 2, c * 2, ca * 2, r / 2, ra / 2];
  }
  while (c / 2 >= r && Math.max(r, ra) < LARGEST && Math.min(f, c / 2, ca) > LEAST) {
    [f, c, ca, r, ra] = [f / 2, c / 2, ca / 2, r * 2, ra * 2];
  }
  return c + r >= 0.95 * sum ? 1 : f;
}

/** Turns the vectors, columns of v, into those of the matrix that was balanced. */
export function unbalance({ low, high, scale }: Balance, v: Float64Array, n: number): void {
  for (let i = low; low < high && i <= high; i++) {
    for (let j = 0; j < n; j++) v[i * n + j] = (v[i * n + j] as number) * (scale[i] as number);
  }
  const exchange = (i: number): void => {
    const k = scale[i] as number;
    if (k !== i) for (let j = 0; j < n; j++) swap(v, i * n + j, k * n + j);
  };
  for (let i = low - 1; i >= 0; i--) exchange(i);
  for (let i = high + 1; i < n; i++) exchange(i);
}

/** Hessenberg form in place; gives the orthogonal factor. */
export function hessenberg(a: Float64Array, n: number, low: number, high: number): Float64Array {
  const tau = new Float64Array(n);
  const vectors = new Float64Array(n * n);
  for (let k = low; k < high; k++) {
    const t = reflect(a, (k + 1) * n + k, high - k, n);
    tau[k] = t;
    for (let i = k + 1; i <= high; i++) {
      vectors[i * n + k] = i === k + 1 ? 1 : (a[i * n + k] as number);
      if (i > k + 1) a[i * n + k] = 0;
    }
    const v = (i: number): number => vectors[i * n + k] as number;
    for (let i = 0; i <= high; i++) {
      let dot = 0;
      for (let j = k + 1; j <= high; j++) dot += v(j) * (a[i * n + j] as number);
      dot *= t;
      for (let j = k + 1; j <= high; j++) a[i * n + j] = (a[i * n + j] as number) - dot * v(j);
    }
    for (let j = k + 1; j < n; j++) {
      let dot = 0;
      for (let i = k + 1; i <= high; i++) dot += v(i) * (a[i * n + j] as number);
      dot *= t;
      for (let i = k + 1; i <= high; i++) a[i * n + j] = (a[i * n + j] as number) - dot * v(i);
    }
  }
  const at = (k: number, i: number): number => vectors[i * n + k] as number;
  return formQ({ count: Math.max(n - 1, 0), tau, at }, n, n, 1);
}
