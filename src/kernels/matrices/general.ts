// Eigenvalues and eigenvectors of any real matrix, in the steps of LAPACK's geev.

import { balance, hessenberg, unbalance } from './balance.ts';
import { rotationOf, type Precision } from './rotations.ts';
import { schurOf } from './schur.ts';

export interface GeneralEigen {
  readonly re: Float64Array;
  readonly im: Float64Array;
  /** Row by row with the vectors in columns, real and imaginary part after each other. */
  readonly vectors: Float64Array | null;
  readonly info: number;
}

export function eigenGeneral(
  a: Float64Array,
  n: number,
  wantsVectors: boolean,
  precision: Precision,
): GeneralEigen {
  const h = Float64Array.from(a);
  const balanced = balance(h, n);
  const q = hessenberg(h, n, balanced.low, balanced.high);
  const z = wantsVectors ? q : null;
  const { re, im, info } = schurOf(h, n, balanced.low, balanced.high, z, precision);
  if (!z || info > 0) return { re, im, vectors: null, info };
  const v = new Float64Array(n * n);
  for (let k = n - 1; k >= 0; k--) {
    const pair = im[k] !== 0;
    backSubstitute(h, n, pair ? k - 1 : k, pair, re, im, z, v, precision);
    if (pair) k--;
  }
  unbalance(balanced, v, n);
  return { re, im, vectors: normalized(v, im, n), info };
}

/** Solves for the vector of the k-th value, or of the pair that begins there, and turns it by Z. */
function backSubstitute(
  t: Float64Array,
  n: number,
  k: number,
  pair: boolean,
  re: Float64Array,
  im: Float64Array,
  z: Float64Array,
  v: Float64Array,
  { eps, least }: Precision,
): void {
  const end = pair ? k + 1 : k;
  const xr = new Float64Array(n);
  const xi = new Float64Array(n);
  const [wr, wi] = [re[k] as number, pair ? Math.abs(im[k] as number) : 0];
  if (!pair) xr[k] = 1;
  else {
    const [above, below] = [t[k * n + end] as number, t[end * n + k] as number];
    if (Math.abs(above) >= Math.abs(below)) [xr[k], xi[end]] = [1, wi / above];
    else [xr[k], xi[end]] = [-wi / below, 1];
  }
  const small = Math.max(2 * eps * (Math.abs(wr) + wi), least * (n / (2 * eps)));
  for (let j = k - 1; j >= 0; j--) {
    const isPair = j > 0 && t[j * n + j - 1] !== 0;
    if (isPair) {
      solvePair(t, n, j, end, wr, wi, xr, xi, small);
      j--;
    } else solveOne(t, n, j, end, wr, wi, xr, xi, small);
  }
  for (let i = 0; i < n; i++) {
    let [sumR, sumI] = [0, 0];
    for (let j = 0; j <= end; j++) {
      sumR += (z[i * n + j] as number) * (xr[j] as number);
      sumI += (z[i * n + j] as number) * (xi[j] as number);
    }
    v[i * n + k] = sumR;
    if (pair) v[i * n + end] = sumI;
  }
}

/** -Σ T x to the right of the block that ends at j. */
function restOf(
  t: Float64Array,
  n: number,
  row: number,
  from: number,
  to: number,
  x: Float64Array,
): number {
  let sum = 0;
  for (let j = from; j <= to; j++) sum -= (t[row * n + j] as number) * (x[j] as number);
  return sum;
}

function divide(ar: number, ai: number, br: number, bi: number): [number, number] {
  const size = br * br + bi * bi;
  if (size > 0 && Number.isFinite(size)) {
    return [(ar * br + ai * bi) / size, (ai * br - ar * bi) / size];
  }
  const scale = Math.max(Math.abs(br), Math.abs(bi));
  const [cr, ci] = [br / scale, bi / scale];
  const norm = (cr * cr + ci * ci) * scale;
  return [(ar * cr + ai * ci) / norm, (ai * cr - ar * ci) / norm];
}

function solveOne(
  t: Float64Array,
  n: number,
  j: number,
  end: number,
  wr: number,
  wi: number,
  xr: Float64Array,
  xi: Float64Array,
  small: number,
): void {
  const [r, i] = [restOf(t, n, j, j + 1, end, xr), restOf(t, n, j, j + 1, end, xi)];
  const own = (t[j * n + j] as number) - wr;
  const tiny = Math.abs(own) + wi < small;
  [xr[j], xi[j]] = divide(r, i, tiny ? small : own, tiny ? 0 : -wi);
}

function solvePair(
  t: Float64Array,
  n: number,
  j: number,
  end: number,
  wr: number,
  wi: number,
  xr: Float64Array,
  xi: Float64Array,
  small: number,
): void {
  const p = j - 1;
  const rhs = [p, j].map((row) => [
    restOf(t, n, row, j + 1, end, xr),
    restOf(t, n, row, j + 1, end, xi),
  ]) as [[number, number], [number, number]];
  const [a, b] = [(t[p * n + p] as number) - wr, t[p * n + j] as number];
  const [c, d] = [t[j * n + p] as number, (t[j * n + j] as number) - wr];
  // (a - i·wi)(d - i·wi) - bc
  let [dr, di] = [a * d - wi * wi - b * c, -wi * (a + d)];
  if (Math.abs(dr) + Math.abs(di) < small * small) [dr, di] = [small * small, 0];
  const [[r0, i0], [r1, i1]] = rhs;
  [xr[p], xi[p]] = divide(d * r0 + wi * i0 - b * r1, d * i0 - wi * r0 - b * i1, dr, di);
  [xr[j], xi[j]] = divide(a * r1 + wi * i1 - c * r0, a * i1 - wi * r1 - c * i0, dr, di);
}

/** To length 1; of a complex vector the largest entry is real. */
function normalized(v: Float64Array, im: Float64Array, n: number): Float64Array {
  const out = new Float64Array(2 * n * n);
  for (let k = 0; k < n; k++) {
    const pair = im[k] !== 0;
    const column = (c: number): number[] =>
      Array.from({ length: n }, (_, i) => v[i * n + c] as number);
    const [re, imag] = [column(k), pair ? column(k + 1) : new Array<number>(n).fill(0)];
    const norm = Math.hypot(...re, ...imag);
    let [c, s] = [1, 0];
    if (pair) {
      let largest = 0;
      const size = (i: number): number => (re[i] as number) ** 2 + (imag[i] as number) ** 2;
      for (let i = 1; i < n; i++) if (size(i) > size(largest)) largest = i;
      ({ c, s } = rotationOf(re[largest] as number, imag[largest] as number));
    }
    for (let i = 0; i < n; i++) {
      const [x, y] = [(re[i] as number) / norm, (imag[i] as number) / norm];
      const at = 2 * (i * n + k);
      out[at] = c * x + s * y;
      out[at + 1] = c * y - s * x;
      if (!pair) continue;
      out[at + 2] = out[at];
      out[at + 3] = -out[at + 1];
    }
    if (pair) k++;
  }
  return out;
}
