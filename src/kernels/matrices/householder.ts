// Orthogonal factors made of reflections H = I - τ v vᵀ, with the signs that LAPACK gives them
// (larfg: the entry that is left has the sign opposite to what was there). Matrices lie row by row.

/** QR in place: R in and above the diagonal, the vectors below it. LAPACK's geqrf. */
export function factorQr(a: Float64Array, m: number, n: number, tau: Float64Array): void {
  for (let k = 0; k < Math.min(m, n); k++) {
    tau[k] = reflect(a, k * n + k, m - k, n);
    reflectColumns(a, n, k, k, m - k, tau[k] as number, k + 1, n);
  }
}

/**
 * Makes the reflection that takes a vector to a multiple of the first unit vector. The vector's
 * entries lie `step` apart; it is replaced by that multiple and the rest of v. Gives τ.
 */
export function reflect(a: Float64Array, start: number, length: number, step: number): number {
  let tail = 0;
  for (let i = 1; i < length; i++) tail = Math.hypot(tail, a[start + i * step] as number);
  if (tail === 0) return 0;
  const alpha = a[start] as number;
  const norm = Math.hypot(alpha, tail);
  const beta = alpha >= 0 ? -norm : norm;
  for (let i = 1; i < length; i++) {
    a[start + i * step] = (a[start + i * step] as number) / (alpha - beta);
  }
  a[start] = beta;
  return (beta - alpha) / beta;
}

/** Applies the reflection whose vector is in column `k` from row `row` on to some of the columns. */
function reflectColumns(
  a: Float64Array,
  n: number,
  k: number,
  row: number,
  length: number,
  tau: number,
  from: number,
  to: number,
): void {
  if (tau === 0) return;
  for (let j = from; j < to; j++) {
    let dot = a[row * n + j] as number;
    for (let i = 1; i < length; i++) {
      dot += (a[(row + i) * n + k] as number) * (a[(row + i) * n + j] as number);
    }
    dot *= tau;
    a[row * n + j] = (a[row * n + j] as number) - dot;
    for (let i = 1; i < length; i++) {
      const at = (row + i) * n + j;
      a[at] = (a[at] as number) - dot * (a[(row + i) * n + k] as number);
    }
  }
}

/** How the vectors of reflections lie: entry i of the k-th at `at(k, i)`, for i > k. */
export interface Reflections {
  readonly count: number;
  readonly tau: ArrayLike<number>;
  at(k: number, i: number): number;
}

/** The reflections that factorQr left below the diagonal. */
export function below(
  a: ArrayLike<number>,
  n: number,
  tau: ArrayLike<number>,
  count: number,
): Reflections {
  return { count, tau, at: (k, i) => a[i * n + k] as number };
}

/** C = Q C, or Qᵀ C, in place: C has m rows and `width` columns, Q = H₁ H₂ … */
export function applyQ(
  reflections: Reflections,
  c: Float64Array,
  m: number,
  width: number,
  transposed: boolean,
  first = 0,
): void {
  const { count, tau, at } = reflections;
  for (let step = 0; step < count; step++) {
    const k = transposed ? step : count - 1 - step;
    const t = tau[k] as number;
    if (t === 0) continue;
    const head = k + first;
    for (let j = 0; j < width; j++) {
      let dot = c[head * width + j] as number;
      for (let i = head + 1; i < m; i++) dot += at(k, i) * (c[i * width + j] as number);
      dot *= t;
      c[head * width + j] = (c[head * width + j] as number) - dot;
      for (let i = head + 1; i < m; i++) {
        c[i * width + j] = (c[i * width + j] as number) - dot * at(k, i);
      }
    }
  }
}

/** The first `width` columns of Q. */
export function formQ(reflections: Reflections, m: number, width: number, first = 0): Float64Array {
  const q = new Float64Array(m * width);
  for (let i = 0; i < Math.min(m, width); i++) q[i * width + i] = 1;
  applyQ(reflections, q, m, width, false, first);
  // Where there is no reflection LAPACK leaves negative zeros.
  for (let k = 0; k < Math.min(reflections.count, width); k++) {
    if (reflections.tau[k] !== 0) continue;
    for (let i = k + 1; i < m; i++) if (q[i * width + k] === 0) q[i * width + k] = -0;
  }
  return q;
}
