// Eigenvalues and eigenvectors of symmetric matrices, by way of a tridiagonal one, with LAPACK's
// signs: sytd2 makes it tridiagonal, steqr takes it to a diagonal one by QL or QR sweeps.

import { applyQ, reflect, type Reflections } from './householder.ts';
import { transpose } from './lu.ts';
import { rotateRows, rotationOf, withSign, type Precision } from './rotations.ts';

export interface Eigen {
  readonly values: Float64Array;
  /** Column by column: row k is the k-th eigenvector. Null where they were not asked for. */
  readonly vectors: Float64Array | null;
  /** 0, or how many values did not come out. */
  readonly info: number;
}

/** Of the matrix whose upper or lower triangle is read; the values ascend. */
export function eigenSymmetric(
  a: Float64Array,
  n: number,
  upper: boolean,
  wantsVectors: boolean,
  precision: Precision,
): Eigen {
  const matrix = Float64Array.from(a);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      if (upper) matrix[i * n + j] = matrix[j * n + i] as number;
      else matrix[j * n + i] = matrix[i * n + j] as number;
    }
  }
  const d = new Float64Array(n);
  const e = new Float64Array(Math.max(n - 1, 0));
  const q = upper ? tridiagonalUpper(matrix, n, d, e) : tridiagonalLower(matrix, n, d, e);
  const vectors = wantsVectors ? transpose(q(), n, n) : null;
  const info = diagonalize({ d, e, n, z: vectors, ...precision });
  return { values: d, vectors, info };
}

/** Takes columns to zero from the first on; gives how to form Q. LAPACK's sytd2 of a lower triangle. */
function tridiagonalLower(
  a: Float64Array,
  n: number,
  d: Float64Array,
  e: Float64Array,
): () => Float64Array {
  const tau = new Float64Array(n);
  for (let k = 0; k < n - 1; k++) {
    const t = reflect(a, (k + 1) * n + k, n - k - 1, n);
    tau[k] = t;
    e[k] = a[(k + 1) * n + k] as number;
    const v = (i: number): number => (i === k + 1 ? 1 : (a[i * n + k] as number));
    if (t !== 0) reflectBothSides(a, n, k + 1, n, t, v);
    d[k] = a[k * n + k] as number;
  }
  if (n > 0) d[n - 1] = a[n * n - 1] as number;
  const reflections: Reflections = {
    count: Math.max(n - 1, 0),
    tau,
    at: (k, i) => a[i * n + k] as number,
  };
  return () => {
    const q = identity(n);
    applyQ(reflections, q, n, n, false, 1);
    return q;
  };
}

/** The same from the last column on, as sytd2 does with an upper triangle. */
function tridiagonalUpper(
  a: Float64Array,
  n: number,
  d: Float64Array,
  e: Float64Array,
): () => Float64Array {
  const tau = new Float64Array(n);
  for (let k = n - 2; k >= 0; k--) {
    // The vector is column k + 1 above its diagonal, read upwards.
    tau[k] = reflect(a, k * n + k + 1, k + 1, -n);
    e[k] = a[k * n + k + 1] as number;
    const v = (i: number): number => (i === k ? 1 : (a[i * n + k + 1] as number));
    if (tau[k] !== 0) reflectBothSides(a, n, 0, k + 1, tau[k] as number, v);
    d[k + 1] = a[(k + 1) * n + k + 1] as number;
  }
  if (n > 0) d[0] = a[0] as number;
  // Q = H(n-2) … H(0), applied to the identity from the right end of the product on.
  return () => {
    const q = identity(n);
    for (let k = 0; k < n - 1; k++) {
      const v = (i: number): number => (i === k ? 1 : (a[i * n + k + 1] as number));
      for (let j = 0; j < n; j++) {
        let dot = 0;
        for (let i = 0; i <= k; i++) dot += v(i) * (q[i * n + j] as number);
        dot *= tau[k] as number;
        for (let i = 0; i <= k; i++) q[i * n + j] = (q[i * n + j] as number) - dot * v(i);
      }
    }
    return q;
  };
}

/** A = H A H in the block of rows and columns from `start` to `end`; A is kept in full. */
function reflectBothSides(
  a: Float64Array,
  n: number,
  start: number,
  end: number,
  tau: number,
  v: (i: number) => number,
): void {
  const w = new Float64Array(n);
  let dot = 0;
  for (let i = start; i < end; i++) {
    let x = 0;
    for (let j = start; j < end; j++) x += (a[i * n + j] as number) * v(j);
    w[i] = tau * x;
    dot += tau * x * v(i);
  }
  for (let i = start; i < end; i++) w[i] = (w[i] as number) - 0.5 * tau * dot * v(i);
  for (let i = start; i < end; i++) {
    for (let j = start; j < end; j++) {
      a[i * n + j] = (a[i * n + j] as number) - v(i) * (w[j] as number) - (w[i] as number) * v(j);
    }
  }
}

export function identity(n: number): Float64Array {
  const q = new Float64Array(n * n);
  for (let i = 0; i < n; i++) q[i * n + i] = 1;
  return q;
}

interface Work extends Precision {
  readonly d: Float64Array;
  readonly e: Float64Array;
  readonly n: number;
  readonly z: Float64Array | null;
}

const SWEEPS_MAX = 30;

/** LAPACK's steqr: blocks between zeros of e, each by QL or QR, whichever end is the smaller. */
function diagonalize(work: Work): number {
  const { d, e, n, z, eps } = work;
  let left = n * SWEEPS_MAX;
  let start = 0;
  while (start < n) {
    if (start > 0) e[start - 1] = 0;
    let end = start;
    while (end < n - 1) {
      const size = Math.abs(e[end] as number);
      const scale =
        Math.sqrt(Math.abs(d[end] as number)) * Math.sqrt(Math.abs(d[end + 1] as number));
      if (size === 0 || size <= scale * eps) break;
      end++;
    }
    if (end < n - 1) e[end] = 0;
    const next = end + 1;
    if (end > start) {
      const fromEnd = Math.abs(d[end] as number) < Math.abs(d[start] as number);
      left = fromEnd ? sweepQr(work, start, end, left) : sweepQl(work, start, end, left);
      if (left < 0) return e.reduce((count, x) => count + (x === 0 ? 0 : 1), 0) || 1;
    }
    start = next;
  }
  sortAscending(d, n, z);
  return 0;
}

const isSmall = ({ eps, least }: Precision, e: number, a: number, b: number): boolean =>
  e ** 2 <= eps ** 2 * Math.abs(a) * Math.abs(b) + least;

function sweepQl(work: Work, start: number, end: number, budget: number): number {
  const { d, e, n, z } = work;
  let [l, left] = [start, budget];
  while (l <= end) {
    let m = l;
    while (m < end && !isSmall(work, e[m] as number, d[m] as number, d[m + 1] as number)) m++;
    if (m < end) e[m] = 0;
    const p = d[l] as number;
    if (m === l) {
      l++;
    } else if (m === l + 1) {
      const { large, small, c, s } = eigenOfPair(p, e[l] as number, d[l + 1] as number);
      if (z) rotateRows(z, n, l, l + 1, c, s);
      [d[l], d[l + 1], e[l]] = [large, small, 0];
      l += 2;
    } else {
      if (left-- <= 0) return -1;
      qlStep(work, l, m);
    }
  }
  return left;
}

function qlStep({ d, e, n, z }: Work, l: number, m: number): void {
  let p = d[l] as number;
  let g = ((d[l + 1] as number) - p) / (2 * (e[l] as number));
  let r = Math.hypot(g, 1);
  g = (d[m] as number) - p + (e[l] as number) / (g + withSign(r, g));
  let [s, c] = [1, 1];
  p = 0;
  for (let i = m - 1; i >= l; i--) {
    const f = s * (e[i] as number);
    const b = c * (e[i] as number);
    ({ c, s, r } = rotationOf(g, f));
    if (i !== m - 1) e[i + 1] = r;
    g = (d[i + 1] as number) - p;
    r = ((d[i] as number) - g) * s + 2 * c * b;
    p = s * r;
    d[i + 1] = g + p;
    g = c * r - b;
    if (z) rotateRows(z, n, i, i + 1, c, -s);
  }
  d[l] = (d[l] as number) - p;
  e[l] = g;
}

function sweepQr(work: Work, start: number, end: number, budget: number): number {
  const { d, e, n, z } = work;
  let [l, left] = [end, budget];
  while (l >= start) {
    let m = l;
    while (m > start && !isSmall(work, e[m - 1] as number, d[m] as number, d[m - 1] as number)) m--;
    if (m > start) e[m - 1] = 0;
    const p = d[l] as number;
    if (m === l) {
      l--;
    } else if (m === l - 1) {
      const { large, small, c, s } = eigenOfPair(d[l - 1] as number, e[l - 1] as number, p);
      if (z) rotateRows(z, n, l - 1, l, c, s);
      [d[l - 1], d[l], e[l - 1]] = [large, small, 0];
      l -= 2;
    } else {
      if (left-- <= 0) return -1;
      qrStep(work, l, m);
    }
  }
  return left;
}

function qrStep({ d, e, n, z }: Work, l: number, m: number): void {
  let p = d[l] as number;
  let g = ((d[l - 1] as number) - p) / (2 * (e[l - 1] as number));
  let r = Math.hypot(g, 1);
  g = (d[m] as number) - p + (e[l - 1] as number) / (g + withSign(r, g));
  let [s, c] = [1, 1];
  p = 0;
  for (let i = m; i < l; i++) {
    const f = s * (e[i] as number);
    const b = c * (e[i] as number);
    ({ c, s, r } = rotationOf(g, f));
    if (i !== m) e[i - 1] = r;
    g = (d[i] as number) - p;
    r = ((d[i + 1] as number) - g) * s + 2 * c * b;
    p = s * r;
    d[i] = g + p;
    g = c * r - b;
    if (z) rotateRows(z, n, i, i + 1, c, s);
  }
  d[l] = (d[l] as number) - p;
  e[l - 1] = g;
}

/** Of [a b; b c]: the value that is larger in size and its vector (c, s). LAPACK's laev2. */
function eigenOfPair(
  a: number,
  b: number,
  d: number,
): { readonly large: number; readonly small: number; readonly c: number; readonly s: number } {
  const sum = a + d;
  const difference = a - d;
  const twice = b + b;
  const root = Math.hypot(difference, twice);
  const [more, less] = Math.abs(a) > Math.abs(d) ? [a, d] : [d, a];
  let [large, small, side] = [0.5 * root, -0.5 * root, 1];
  if (sum !== 0) {
    side = sum < 0 ? -1 : 1;
    large = 0.5 * (sum + side * root);
    small = (more / large) * less - (b / large) * b;
  }
  const turn = difference >= 0 ? 1 : -1;
  const cs = difference + turn * root;
  let [c, s] = [1, 0];
  if (Math.abs(cs) > Math.abs(twice)) {
    const ct = -twice / cs;
    s = 1 / Math.sqrt(1 + ct * ct);
    c = ct * s;
  } else if (twice !== 0) {
    const tn = -cs / twice;
    c = 1 / Math.sqrt(1 + tn * tn);
    s = tn * c;
  }
  return side === turn ? { large, small, c: -s, s: c } : { large, small, c, s };
}

function sortAscending(d: Float64Array, n: number, z: Float64Array | null): void {
  if (!z) {
    d.sort();
    return;
  }
  for (let i = 0; i < n - 1; i++) {
    let least = i;
    for (let j = i + 1; j < n; j++) if ((d[j] as number) < (d[least] as number)) least = j;
    if (least === i) continue;
    [d[i], d[least]] = [d[least] as number, d[i] as number];
    const held = z.slice(i * n, (i + 1) * n);
    z.copyWithin(i * n, least * n, (least + 1) * n);
    z.set(held, least * n);
  }
}
