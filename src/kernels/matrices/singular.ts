// The singular value decomposition A = U diag(s) Vᵀ, by way of a bidiagonal matrix and in the steps
// of LAPACK's gesdd: matrices that are much longer than wide have their triangle taken first.

import { singularOfBidiagonal } from './bidiagonal.ts';
import { applyQ, below, factorQr, reflect, type Reflections } from './householder.ts';
import { transpose } from './lu.ts';
import type { Precision } from './rotations.ts';
import { identity } from './symmetric.ts';

export interface Singular {
  readonly s: Float64Array;
  /** m by m, or m by k; null where vectors were not asked for. */
  readonly u: Float64Array | null;
  /** n by n, or k by n. */
  readonly vt: Float64Array | null;
  readonly info: number;
}

export type Extent = 'full' | 'reduced' | 'none';

export function singularOf(
  a: Float64Array,
  m: number,
  n: number,
  extent: Extent,
  precision: Precision,
): Singular {
  const k = Math.min(m, n);
  const far = Math.max(m, n) >= Math.floor((k * 11) / 6);
  const inner = far
    ? ofTriangle(a, m, n, extent, precision)
    : ofBidiagonal(a, m, n, extent, precision);
  if (extent === 'none' || !inner.u || !inner.v)
    return { s: inner.s, u: null, vt: null, info: inner.info };
  return {
    s: inner.s,
    u: inner.u,
    vt: transpose(inner.v, n, inner.v.length / (n || 1)),
    info: inner.info,
  };
}

/** With V column by column. */
interface Inner {
  readonly s: Float64Array;
  readonly u: Float64Array | null;
  readonly v: Float64Array | null;
  readonly info: number;
}

/** By A = QR, or A = LQ. */
function ofTriangle(
  a: Float64Array,
  m: number,
  n: number,
  extent: Extent,
  precision: Precision,
): Inner {
  const k = Math.min(m, n);
  const wide = m < n;
  const long = wide ? transpose(a, m, n) : Float64Array.from(a);
  const rows = Math.max(m, n);
  const tau = new Float64Array(k);
  factorQr(long, rows, k, tau);
  const r = new Float64Array(k * k);
  for (let i = 0; i < k; i++) for (let j = i; j < k; j++) r[i * k + j] = long[i * k + j] as number;
  const inner = ofBidiagonal(wide ? transpose(r, k, k) : r, k, k, extent, precision);
  if (!inner.u || !inner.v) return inner;
  const outer = enlarged(wide ? inner.v : inner.u, k, rows, extent);
  applyQ(below(long, k, tau, k), outer, rows, outer.length / (rows || 1), false);
  return wide ? { ...inner, v: outer } : { ...inner, u: outer };
}

/** Vectors of k entries in longer ones; in full, with unit vectors for the rest. */
function enlarged(q: Float64Array, k: number, rows: number, extent: Extent): Float64Array {
  const width = extent === 'full' ? rows : k;
  const out = extent === 'full' ? identity(rows) : new Float64Array(rows * k);
  for (let i = 0; i < k; i++) out.set(q.subarray(i * k, (i + 1) * k), i * width);
  return out;
}

function ofBidiagonal(
  a: Float64Array,
  m: number,
  n: number,
  extent: Extent,
  precision: Precision,
): Inner {
  const wide = m < n;
  const [rows, k] = wide ? [n, m] : [m, n];
  const long = wide ? transpose(a, m, n) : Float64Array.from(a);
  const { d, e, columns, lines } = bidiagonalize(long, rows, k);
  const [ub, vb] = extent === 'none' ? [null, null] : [identity(k), identity(k)];
  const info = singularOfBidiagonal(d, e, wide, { u: ub, v: vb }, precision);
  if (!ub || !vb) return { s: d, u: null, v: null, info };
  // The long side's vectors go through the column reflections, the other's through the lines'.
  const long0 = enlarged(transpose(wide ? vb : ub, k, k), k, rows, extent);
  applyQ(columns, long0, rows, long0.length / (rows || 1), false);
  const short = transpose(wide ? ub : vb, k, k);
  applyQ(lines, short, k, k, false, 1);
  return wide ? { s: d, u: short, v: long0, info } : { s: d, u: long0, v: short, info };
}

interface Bidiagonal {
  readonly d: Float64Array;
  readonly e: Float64Array;
  readonly columns: Reflections;
  readonly lines: Reflections;
}

/** Of a matrix with at least as many rows as columns. LAPACK's gebd2. */
function bidiagonalize(a: Float64Array, m: number, n: number): Bidiagonal {
  const d = new Float64Array(n);
  const e = new Float64Array(Math.max(n - 1, 0));
  const tauQ = new Float64Array(n);
  const tauP = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    tauQ[k] = reflect(a, k * n + k, m - k, n);
    d[k] = a[k * n + k] as number;
    for (let j = k + 1; j < n; j++) {
      let dot = a[k * n + j] as number;
      for (let i = k + 1; i < m; i++) dot += (a[i * n + k] as number) * (a[i * n + j] as number);
      dot *= tauQ[k] as number;
      a[k * n + j] = (a[k * n + j] as number) - dot;
      for (let i = k + 1; i < m; i++) {
        a[i * n + j] = (a[i * n + j] as number) - dot * (a[i * n + k] as number);
      }
    }
    if (k >= n - 1) continue;
    tauP[k] = reflect(a, k * n + k + 1, n - k - 1, 1);
    e[k] = a[k * n + k + 1] as number;
    for (let i = k + 1; i < m; i++) {
      let dot = a[i * n + k + 1] as number;
      for (let j = k + 2; j < n; j++) dot += (a[k * n + j] as number) * (a[i * n + j] as number);
      dot *= tauP[k] as number;
      a[i * n + k + 1] = (a[i * n + k + 1] as number) - dot;
      for (let j = k + 2; j < n; j++) {
        a[i * n + j] = (a[i * n + j] as number) - dot * (a[k * n + j] as number);
      }
    }
  }
  const lines = {
    count: Math.max(n - 1, 0),
    tau: tauP,
    at: (k: number, i: number) => a[k * n + i] as number,
  };
  return { d, e, columns: below(a, n, tauQ, n), lines };
}
