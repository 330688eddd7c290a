// Singular values and vectors of a bidiagonal matrix, by implicit QR sweeps in either direction,
// with a zero shift where a small value would suffer: LAPACK's bdsqr, and its signs.

import { rotateRows, rotationOf, withSign, type Precision } from './rotations.ts';

/** The vectors that the rotations are applied to, a row each; null where not asked for. */
export interface SingularVectors {
  readonly u: Float64Array | null;
  readonly v: Float64Array | null;
}

interface Work extends SingularVectors, Precision {
  readonly d: Float64Array;
  readonly e: Float64Array;
  readonly n: number;
  readonly tolerance: number;
}

const SWEEPS_MAX = 6;

/**
 * Takes d (the diagonal) to the singular values, descending; e is above the diagonal, or below it.
 * Gives 0, or how many did not come out.
 */
export function singularOfBidiagonal(
  d: Float64Array,
  e: Float64Array,
  lower: boolean,
  vectors: SingularVectors,
  precision: Precision,
): number {
  const n = d.length;
  const { eps } = precision;
  const tolerance = eps * Math.max(10, Math.min(100, eps ** -0.125));
  const work: Work = { d, e, n, tolerance, ...vectors, ...precision };
  const turned = lower ? toUpper(d, e) : [];
  const info = diagonalize(work);
  // Of a single number the sign goes to U, of others to V.
  makePositive(work, n === 1 ? vectors.u : vectors.v);
  sortDescending(work);
  // What made it upper is undone in U.
  if (vectors.u) {
    for (let i = turned.length - 1; i >= 0; i--) {
      const { c, s } = turned[i] as { c: number; s: number };
      // U is a row a vector; the rotation is one of its columns.
      for (let k = 0; k < n; k++) {
        const a = vectors.u[k * n + i] as number;
        const b = vectors.u[k * n + i + 1] as number;
        vectors.u[k * n + i] = c * a - s * b;
        vectors.u[k * n + i + 1] = c * b + s * a;
      }
    }
  }
  return info;
}

function toUpper(d: Float64Array, e: Float64Array): { c: number; s: number }[] {
  const rotations: { c: number; s: number }[] = [];
  for (let i = 0; i < d.length - 1; i++) {
    const { c, s, r } = rotationOf(d[i] as number, e[i] as number);
    d[i] = r;
    e[i] = s * (d[i + 1] as number);
    d[i + 1] = c * (d[i + 1] as number);
    rotations.push({ c, s });
  }
  return rotations;
}

/** |x| at i. */
const size = (x: Float64Array, i: number): number => Math.abs(x[i] as number);

function thresholdOf({ d, e, n, tolerance, least: smallest }: Work): number {
  let least = size(d, 0);
  let mu = least;
  for (let i = 1; i < n && least !== 0; i++) {
    mu = size(d, i) * (mu / (mu + size(e, i - 1)));
    least = Math.min(least, mu);
  }
  return Math.max((tolerance * least) / Math.sqrt(n), SWEEPS_MAX * n * n * smallest);
}

function diagonalize(work: Work): number {
  const { d, e, n } = work;
  if (n === 0) return 0;
  const thresh = thresholdOf(work);
  let left = SWEEPS_MAX * n * n + 30 * n;
  let [m, oldFirst, oldLast, down] = [n - 1, -1, -1, true];
  while (m > 0) {
    if (left <= 0 || Number.isNaN(d[m])) return e.reduce((k, x) => k + (x === 0 ? 0 : 1), 0) || 1;
    let first = m;
    let largest = size(d, m);
    while (first > 0 && size(e, first - 1) > thresh) {
      first--;
      largest = Math.max(largest, size(d, first), size(e, first));
    }
    if (first > 0) e[first - 1] = 0;
    if (first === m) {
      m--;
      continue;
    }
    if (first === m - 1) {
      pair(work, first);
      m -= 2;
      continue;
    }
    if (first > oldLast || m < oldFirst) down = size(d, first) >= size(d, m);
    const least = converged(work, first, m, down);
    if (least === null) continue;
    [oldFirst, oldLast] = [first, m];
    const shift = shiftOf(work, first, m, down, least / largest);
    left -= m - first;
    if (shift === 0) (down ? zeroShiftDown : zeroShiftUp)(work, first, m);
    else (down ? shiftedDown : shiftedUp)(work, first, m, shift);
    const end = down ? m - 1 : first;
    if (size(e, end) <= thresh) e[end] = 0;
  }
  return 0;
}

/** Null where an entry was found small enough to drop; else a bound of the least value. */
function converged(
  { d, e, tolerance }: Work,
  first: number,
  last: number,
  down: boolean,
): number | null {
  const [from, edge] = down ? [first, last - 1] : [last, first];
  if (size(e, edge) <= tolerance * size(d, down ? last : first)) {
    e[edge] = 0;
    return null;
  }
  let mu = size(d, from);
  let least = mu;
  for (let k = 0; k < last - first; k++) {
    const i = down ? first + k : last - 1 - k;
    if (size(e, i) <= tolerance * mu) {
      e[i] = 0;
      return null;
    }
    mu = size(d, down ? i + 1 : i) * (mu / (mu + size(e, i)));
    least = Math.min(least, mu);
  }
  return least;
}

function shiftOf(
  { d, e, n, eps, tolerance }: Work,
  first: number,
  last: number,
  down: boolean,
  ratio: number,
): number {
  if (n * tolerance * ratio <= Math.max(eps, 0.01 * tolerance)) return 0;
  const i = down ? last - 1 : first;
  const shift = leastOfPair(d[i] as number, e[i] as number, d[i + 1] as number);
  const start = size(d, down ? first : last);
  return start > 0 && (shift / start) ** 2 < eps ? 0 : shift;
}

function turn(rows: Float64Array | null, n: number, i: number, c: number, s: number): void {
  if (rows) rotateRows(rows, n, i, i + 1, c, s);
}

function zeroShiftDown({ d, e, n, u, v }: Work, first: number, last: number): void {
  let [c, oldC, oldS] = [1, 1, 0];
  for (let i = first; i < last; i++) {
    const right = rotationOf((d[i] as number) * c, e[i] as number);
    if (i > first) e[i - 1] = oldS * right.r;
    const left = rotationOf(oldC * right.r, (d[i + 1] as number) * right.s);
    d[i] = left.r;
    [c, oldC, oldS] = [right.c, left.c, left.s];
    turn(v, n, i, right.c, right.s);
    turn(u, n, i, left.c, left.s);
  }
  const h = (d[last] as number) * c;
  d[last] = h * oldC;
  e[last - 1] = h * oldS;
}

function zeroShiftUp({ d, e, n, u, v }: Work, first: number, last: number): void {
  let [c, oldC, oldS] = [1, 1, 0];
  for (let i = last; i > first; i--) {
    const left = rotationOf((d[i] as number) * c, e[i - 1] as number);
    if (i < last) e[i] = oldS * left.r;
    const right = rotationOf(oldC * left.r, (d[i - 1] as number) * left.s);
    d[i] = right.r;
    [c, oldC, oldS] = [left.c, right.c, right.s];
    turn(v, n, i - 1, right.c, -right.s);
    turn(u, n, i - 1, left.c, -left.s);
  }
  const h = (d[first] as number) * c;
  d[first] = h * oldC;
  e[first] = h * oldS;
}

function shiftedDown({ d, e, n, u, v }: Work, first: number, last: number, shift: number): void {
  const start = d[first] as number;
  let f = (Math.abs(start) - shift) * (withSign(1, start) + shift / start);
  let g = e[first] as number;
  for (let i = first; i < last; i++) {
    const right = rotationOf(f, g);
    if (i > first) e[i - 1] = right.r;
    const [di, ei] = [d[i] as number, e[i] as number];
    f = right.c * di + right.s * ei;
    e[i] = right.c * ei - right.s * di;
    g = right.s * (d[i + 1] as number);
    d[i + 1] = right.c * (d[i + 1] as number);
    const left = rotationOf(f, g);
    d[i] = left.r;
    const [next, above] = [d[i + 1] as number, e[i]];
    f = left.c * above + left.s * next;
    d[i + 1] = left.c * next - left.s * above;
    if (i < last - 1) {
      g = left.s * (e[i + 1] as number);
      e[i + 1] = left.c * (e[i + 1] as number);
    }
    turn(v, n, i, right.c, right.s);
    turn(u, n, i, left.c, left.s);
  }
  e[last - 1] = f;
}

function shiftedUp({ d, e, n, u, v }: Work, first: number, last: number, shift: number): void {
  const start = d[last] as number;
  let f = (Math.abs(start) - shift) * (withSign(1, start) + shift / start);
  let g = e[last - 1] as number;
  for (let i = last; i > first; i--) {
    const left = rotationOf(f, g);
    if (i < last) e[i] = left.r;
    const [di, ei] = [d[i] as number, e[i - 1] as number];
    f = left.c * di + left.s * ei;
    e[i - 1] = left.c * ei - left.s * di;
    g = left.s * (d[i - 1] as number);
    d[i - 1] = left.c * (d[i - 1] as number);
    const right = rotationOf(f, g);
    d[i] = right.r;
    const [next, beside] = [d[i - 1] as number, e[i - 1] as number];
    f = right.c * beside + right.s * next;
    d[i - 1] = right.c * next - right.s * beside;
    if (i > first + 1) {
      g = right.s * (e[i - 2] as number);
      e[i - 2] = right.c * (e[i - 2] as number);
    }
    turn(v, n, i - 1, right.c, -right.s);
    turn(u, n, i - 1, left.c, -left.s);
  }
  e[first] = f;
}

/** The lesser singular value of [f g; 0 h]. LAPACK's las2. */
function leastOfPair(f: number, g: number, h: number): number {
  const [fa, ga, ha] = [Math.abs(f), Math.abs(g), Math.abs(h)];
  const [least, most] = [Math.min(fa, ha), Math.max(fa, ha)];
  if (least === 0) return 0;
  const sum = 1 + least / most;
  const difference = (most - least) / most;
  if (ga < most) {
    const square = (ga / most) ** 2;
    return (
      (least * 2) / (Math.sqrt(sum * sum + square) + Math.sqrt(difference * difference + square))
    );
  }
  const ratio = most / ga;
  if (ratio === 0) return (least * most) / ga;
  const c = 1 / (Math.sqrt(1 + (sum * ratio) ** 2) + Math.sqrt(1 + (difference * ratio) ** 2));
  return 2 * (least * c * ratio);
}

/** The block of two at i, at once. LAPACK's lasv2. */
function pair({ d, e, n, u, v, eps }: Work, i: number): void {
  const [f, g, h] = [d[i] as number, e[i] as number, d[i + 1] as number];
  const swapped = Math.abs(h) > Math.abs(f);
  const [ft, ht] = swapped ? [h, f] : [f, h];
  const { most, least, cl, sl, cr, sr, byG } = pairOf(ft, g, ht, eps);
  const left = swapped ? { c: sr, s: cr } : { c: cl, s: sl };
  const right = swapped ? { c: sl, s: cl } : { c: cr, s: sr };
  const sign = (x: number): number => withSign(1, x);
  const side = byG
    ? sign(right.s) * sign(left.c) * sign(g)
    : swapped
      ? sign(right.s) * sign(left.s) * sign(h)
      : sign(right.c) * sign(left.c) * sign(f);
  d[i] = withSign(most, side);
  d[i + 1] = withSign(least, side * sign(f) * sign(h));
  e[i] = 0;
  turn(v, n, i, right.c, right.s);
  turn(u, n, i, left.c, left.s);
}

interface Pair {
  readonly most: number;
  readonly least: number;
  readonly cl: number;
  readonly sl: number;
  readonly cr: number;
  readonly sr: number;
  readonly byG: boolean;
}

function pairOf(f: number, g: number, h: number, eps: number): Pair {
  const [fa, ga, ha] = [Math.abs(f), Math.abs(g), Math.abs(h)];
  if (ga === 0) return { most: fa, least: ha, cl: 1, sl: 0, cr: 1, sr: 0, byG: false };
  const byG = ga > fa;
  if (byG && fa / ga < eps) {
    const least = ha > 1 ? fa / (ga / ha) : (fa / ga) * ha;
    return { most: ga, least, cl: 1, sl: h / g, cr: f / g, sr: 1, byG };
  }
  const difference = fa - ha;
  let l = difference === fa ? 1 : difference / fa;
  const m = g / f;
  let t = 2 - l;
  const mm = m * m;
  const s = Math.sqrt(t * t + mm);
  const r = l === 0 ? Math.abs(m) : Math.sqrt(l * l + mm);
  const a = 0.5 * (s + r);
  if (mm === 0) {
    t = l === 0 ? withSign(2, f) * withSign(1, g) : g / withSign(difference, f) + m / t;
  } else t = (m / (s + t) + m / (r + l)) * (1 + a);
  l = Math.sqrt(t * t + 4);
  const [cr, sr] = [2 / l, t / l];
  return {
    most: fa * a,
    least: ha / a,
    cl: (cr + sr * m) / a,
    sl: ((h / f) * sr) / a,
    cr,
    sr,
    byG,
  };
}

function makePositive({ d, n }: Work, v: Float64Array | null): void {
  for (let i = 0; i < n; i++) {
    if ((d[i] as number) > 0 || Object.is(d[i], 0)) continue;
    d[i] = -(d[i] as number);
    if (v) for (let k = 0; k < n; k++) v[i * n + k] = -(v[i * n + k] as number);
  }
}

function sortDescending({ d, n, u, v }: Work): void {
  for (let last = n - 1; last > 0; last--) {
    let least = 0;
    for (let j = 1; j <= last; j++) if ((d[j] as number) <= (d[least] as number)) least = j;
    if (least === last) continue;
    [d[least], d[last]] = [d[last] as number, d[least] as number];
    for (const rows of [u, v]) {
      if (!rows) continue;
      const held = rows.slice(least * n, (least + 1) * n);
      rows.copyWithin(least * n, last * n, (last + 1) * n);
      rows.set(held, last * n);
    }
  }
}
