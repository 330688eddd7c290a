// exp(A) of a square matrix: A is halved until it is small, its Padé approximation of degree 13 is
// taken, and that is squared as often (Higham, 2005).

import { factorLu, solveLu } from './lu.ts';
import { identity } from './symmetric.ts';

const COEFFICIENTS = [
  64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000,
  10559470521600, 670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
];

/** Norms up to this need no halving. */
const NORM_MAX = 5.371920351148152;

export function exponential(a: Float64Array, n: number): Float64Array {
  let norm = 0;
  for (let j = 0; j < n; j++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += Math.abs(a[i * n + j] as number);
    norm = Math.max(norm, sum);
  }
  if (!Number.isFinite(norm)) return new Float64Array(n * n).fill(NaN);
  const halvings = Math.max(0, Math.ceil(Math.log2(norm / NORM_MAX)));
  let result = pade(
    a.map((x) => x / 2 ** halvings),
    n,
  );
  for (let i = 0; i < halvings; i++) result = product(result, result, n);
  return result;
}

function pade(a: Float64Array, n: number): Float64Array {
  const b = COEFFICIENTS;
  const a2 = product(a, a, n);
  const a4 = product(a2, a2, n);
  const a6 = product(a4, a2, n);
  const one = identity(n);
  const combine = (from: number, low: number): Float64Array =>
    a6.map(
      (x, i) =>
        (b[from + 6] as number) * x +
        (b[from + 4] as number) * (a4[i] as number) +
        (b[from + 2] as number) * (a2[i] as number) +
        low * (one[i] as number),
    );
  const sum = (x: Float64Array, y: Float64Array): Float64Array =>
    x.map((value, i) => value + (y[i] as number));
  const odd = product(a, sum(product(a6, combine(7, 0), n), combine(1, b[1] as number)), n);
  const even = sum(product(a6, combine(6, 0), n), combine(0, b[0] as number));
  const denominator = even.map((x, i) => x - (odd[i] as number));
  const result = sum(even, odd);
  const pivots = new Int32Array(n);
  factorLu(denominator, n, n, pivots);
  solveLu(denominator, n, pivots, result, n);
  return result;
}

function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const x = a[i * n + k] as number;
      if (x === 0) continue;
      for (let j = 0; j < n; j++) {
        out[i * n + j] = (out[i * n + j] as number) + x * (b[k * n + j] as number);
      }
    }
  }
  return out;
}
