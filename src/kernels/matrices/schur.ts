// The real Schur form of a Hessenberg matrix by double shifted QR steps: LAPACK's lahqr, and lanv2
// for the blocks of two that remain. Z gathers the rotations where it is given.

import { withSign, type Precision } from './rotations.ts';
import { reflect } from './householder.ts';

export interface Roots {
  readonly re: Float64Array;
  readonly im: Float64Array;
  /** 0, or how far from the end the values came out. */
  readonly info: number;
}

export function schurOf(
  h: Float64Array,
  n: number,
  low: number,
  high: number,
  z: Float64Array | null,
  precision: Precision,
): Roots {
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  for (let i = 0; i < n; i++) re[i] = h[i * n + i] as number;
  let i = high;
  const budget = 30 * Math.max(10, high - low + 1);
  while (i >= low) {
    let l = low;
    let found = false;
    for (let its = 0, stuck = 0; its <= budget; its++) {
      l = splitAbove(h, n, low, high, l, i, precision);
      if (l > low) h[l * n + l - 1] = 0;
      if (l >= i - 1) {
        found = true;
        break;
      }
      stuck++;
      step(h, n, l, i, z, shiftsOf(h, n, l, i, stuck), 2 * precision.eps);
    }
    if (!found) return { re, im, info: i + 1 };
    if (l === i) {
      re[i] = h[i * n + i] as number;
      im[i] = 0;
    } else standardize(h, n, i, z, re, im, precision);
    i = l - 1;
  }
  return { re, im, info: 0 };
}

/** Where the last block begins that has no small entry below its diagonal. */
function splitAbove(
  h: Float64Array,
  n: number,
  low: number,
  high: number,
  l: number,
  i: number,
  { eps, least }: Precision,
): number {
  const ulp = 2 * eps;
  const at = (r: number, c: number): number => Math.abs(h[r * n + c] as number);
  const small = least * ((high - low + 1) / ulp);
  let k = i;
  for (; k > l; k--) {
    const below = at(k, k - 1);
    if (below <= small) break;
    let test = at(k - 1, k - 1) + at(k, k);
    if (test === 0) {
      if (k - 2 >= low) test += at(k - 1, k - 2);
      if (k + 1 <= high) test += at(k + 1, k);
    }
    if (below > ulp * test) continue;
    const above = at(k - 1, k);
    const [ab, ba] = [Math.max(below, above), Math.min(below, above)];
    const gap = Math.abs((h[(k - 1) * n + k - 1] as number) - (h[k * n + k] as number));
    const [aa, bb] = [Math.max(at(k, k), gap), Math.min(at(k, k), gap)];
    const s = aa + ab;
    if (ba * (ab / s) <= Math.max(small, ulp * (bb * (aa / s)))) break;
  }
  return k;
}

interface Shifts {
  readonly r1: number;
  readonly i1: number;
  readonly r2: number;
  readonly i2: number;
}

function shiftsOf(h: Float64Array, n: number, l: number, i: number, stuck: number): Shifts {
  const at = (r: number, c: number): number => h[r * n + c] as number;
  let [h11, h12, h21, h22] = [at(i - 1, i - 1), at(i - 1, i), at(i, i - 1), at(i, i)];
  // Shifts out of the ordinary, where it does not come to an end.
  if (stuck % 10 === 0) {
    const end = stuck % 20 === 0;
    const s = end
      ? Math.abs(at(i, i - 1)) + Math.abs(at(i - 1, i - 2))
      : Math.abs(at(l + 1, l)) + Math.abs(at(l + 2, l + 1));
    h11 = 0.75 * s + (end ? at(i, i) : at(l, l));
    [h12, h21, h22] = [-0.4375 * s, s, h11];
  }
  const s = Math.abs(h11) + Math.abs(h12) + Math.abs(h21) + Math.abs(h22);
  if (s === 0) return { r1: 0, i1: 0, r2: 0, i2: 0 };
  [h11, h12, h21, h22] = [h11 / s, h12 / s, h21 / s, h22 / s];
  const tr = (h11 + h22) / 2;
  const det = (h11 - tr) * (h22 - tr) - h12 * h21;
  const root = Math.sqrt(Math.abs(det));
  if (det >= 0) return { r1: tr * s, i1: root * s, r2: tr * s, i2: -root * s };
  const [one, two] = [tr + root, tr - root];
  const r = (Math.abs(one - h22) <= Math.abs(two - h22) ? one : two) * s;
  return { r1: r, i1: 0, r2: r, i2: 0 };
}

/** One sweep over the block from l to i. */
function step(
  h: Float64Array,
  n: number,
  l: number,
  i: number,
  z: Float64Array | null,
  shifts: Shifts,
  ulp: number,
): void {
  const [start, first] = startOf(h, n, l, i, shifts, ulp);
  const v = first;
  for (let k = start; k < i; k++) {
    const size = Math.min(3, i - k + 1);
    if (k > start) for (let j = 0; j < size; j++) v[j] = h[(k + j) * n + k - 1] as number;
    const t = reflect(v, 0, size, 1);
    if (k > start) {
      h[k * n + k - 1] = v[0] as number;
      h[(k + 1) * n + k - 1] = 0;
      if (k < i - 1) h[(k + 2) * n + k - 1] = 0;
    } else if (start > l) h[k * n + k - 1] = (h[k * n + k - 1] as number) * (1 - t);
    v[0] = 1;
    for (let j = k; j < n; j++) reflectAt(h, k * n + j, n, size, v, t);
    for (let j = 0; j <= Math.min(k + 3, i); j++) reflectAt(h, j * n + k, 1, size, v, t);
    if (z) for (let j = 0; j < n; j++) reflectAt(z, j * n + k, 1, size, v, t);
  }
}

function reflectAt(
  a: Float64Array,
  start: number,
  step: number,
  size: number,
  v: Float64Array,
  t: number,
): void {
  let sum = 0;
  for (let j = 0; j < size; j++) sum += (v[j] as number) * (a[start + j * step] as number);
  sum *= t;
  for (let j = 0; j < size; j++) {
    a[start + j * step] = (a[start + j * step] as number) - sum * (v[j] as number);
  }
}

/** Where two small entries follow each other the sweep may begin; and its first vector. */
function startOf(
  h: Float64Array,
  n: number,
  l: number,
  i: number,
  { r1, i1, r2, i2 }: Shifts,
  ulp: number,
): [number, Float64Array] {
  const at = (r: number, c: number): number => h[r * n + c] as number;
  const v = new Float64Array(3);
  let m = i - 2;
  for (; m >= l; m--) {
    let s = Math.abs(at(m, m) - r2) + Math.abs(i2) + Math.abs(at(m + 1, m));
    const below = at(m + 1, m) / s;
    v[0] = below * at(m, m + 1) + (at(m, m) - r1) * ((at(m, m) - r2) / s) - i1 * (i2 / s);
    v[1] = below * (at(m, m) + at(m + 1, m + 1) - r1 - r2);
    v[2] = below * at(m + 2, m + 1);
    s = Math.abs(v[0]) + Math.abs(v[1]) + Math.abs(v[2]);
    for (let j = 0; j < 3; j++) v[j] = (v[j] as number) / s;
    if (m === l) break;
    const size = Math.abs(at(m - 1, m - 1)) + Math.abs(at(m, m)) + Math.abs(at(m + 1, m + 1));
    const rest = Math.abs(v[1]) + Math.abs(v[2]);
    if (Math.abs(at(m, m - 1)) * rest <= ulp * Math.abs(v[0]) * size) break;
  }
  return [m, v];
}

/** The block of rows i - 1 and i: triangular where its values are real, else with equal diagonal. */
function standardize(
  h: Float64Array,
  n: number,
  i: number,
  z: Float64Array | null,
  re: Float64Array,
  im: Float64Array,
  precision: Precision,
): void {
  const p = i - 1;
  const block = standard(
    h[p * n + p] as number,
    h[p * n + i] as number,
    h[i * n + p] as number,
    h[i * n + i] as number,
    2 * precision.eps,
  );
  const { a, b, c, d, cs, sn } = block;
  for (let j = i + 1; j < n; j++) rotate(h, p * n + j, i * n + j, cs, sn);
  for (let j = 0; j < p; j++) rotate(h, j * n + p, j * n + i, cs, sn);
  if (z) for (let j = 0; j < n; j++) rotate(z, j * n + p, j * n + i, cs, sn);
  [h[p * n + p], h[p * n + i], h[i * n + p], h[i * n + i]] = [a, b, c, d];
  [re[p], re[i]] = [a, d];
  im[p] = c === 0 ? 0 : Math.sqrt(Math.abs(b)) * Math.sqrt(Math.abs(c));
  im[i] = -im[p];
}

function rotate(x: Float64Array, i: number, j: number, cs: number, sn: number): void {
  const [a, b] = [x[i] as number, x[j] as number];
  x[i] = cs * a + sn * b;
  x[j] = cs * b - sn * a;
}

interface Block {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly cs: number;
  readonly sn: number;
}

function standard(a: number, b: number, c: number, d: number, ulp: number): Block {
  if (c === 0) return { a, b, c, d, cs: 1, sn: 0 };
  if (b === 0) return { a: d, b: -c, c: 0, d: a, cs: 0, sn: 1 };
  if (a === d && withSign(1, b) !== withSign(1, c)) return { a, b, c, d, cs: 1, sn: 0 };
  const p = 0.5 * (a - d);
  const most = Math.max(Math.abs(b), Math.abs(c));
  const least = Math.min(Math.abs(b), Math.abs(c)) * withSign(1, b) * withSign(1, c);
  const scale = Math.max(Math.abs(p), most);
  const z = (p / scale) * p + (most / scale) * least;
  if (z >= 4 * ulp) {
    const root = p + withSign(Math.sqrt(scale) * Math.sqrt(z), p);
    const tau = Math.hypot(c, root);
    return {
      a: d + root,
      b: b - c,
      c: 0,
      d: d - (most / root) * least,
      cs: root / tau,
      sn: c / tau,
    };
  }
  return equalDiagonal(a, b, c, d);
}

function equalDiagonal(a: number, b: number, c: number, d: number): Block {
  const sigma = b + c;
  const difference = a - d;
  const tau = Math.hypot(sigma, difference);
  const cs = Math.sqrt(0.5 * (1 + Math.abs(sigma) / tau));
  const sn = -((0.5 * difference) / (tau * cs)) * withSign(1, sigma);
  const [aa, bb, cc, dd] = [a * cs + b * sn, -a * sn + b * cs, c * cs + d * sn, -c * sn + d * cs];
  const [above, below] = [bb * cs + dd * sn, -aa * sn + cc * cs];
  const middle = 0.5 * (aa * cs + cc * sn + (-bb * sn + dd * cs));
  const block = { a: middle, b: above, c: below, d: middle, cs, sn };
  if (below === 0) return block;
  if (above === 0) return { ...block, b: -below, c: 0, cs: -sn, sn: cs };
  if (withSign(1, above) !== withSign(1, below)) return block;
  const [sab, sac] = [Math.sqrt(Math.abs(above)), Math.sqrt(Math.abs(below))];
  const root = withSign(sab * sac, below);
  const norm = 1 / Math.sqrt(Math.abs(above + below));
  const [c1, s1] = [sab * norm, sac * norm];
  return {
    a: middle + root,
    b: above - below,
    c: 0,
    d: middle - root,
    cs: cs * c1 - sn * s1,
    sn: cs * s1 + sn * c1,
  };
}
