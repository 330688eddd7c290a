// The incomplete gamma functions in double precision, after DLMF chapter 8.

import { lgamma } from './special.ts';

/** P(a, x), the lower one divided by Γ(a). */
export function gammaLower(a: number, x: number): number {
  const edge = atEdge(a, x);
  if (edge !== undefined) return edge;
  return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
}

/** Q(a, x) = 1 - P(a, x) */
export function gammaUpper(a: number, x: number): number {
  const edge = atEdge(a, x);
  if (edge !== undefined) return 1 - edge;
  return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
}

/** P where an argument is at the end of its range. */
function atEdge(a: number, x: number): number | undefined {
  if (a < 0 || x < 0) return NaN;
  if (a === 0) return x > 0 ? 1 : NaN;
  if (x === 0) return 0;
  if (a === Infinity) return x === Infinity ? NaN : 0;
  if (x === Infinity) return 1;
  return Number.isNaN(a) || Number.isNaN(x) ? NaN : undefined;
}

/** As many as a large a may need. */
const TERMS_MAX = 200_000;

/** DLMF 8.11.4 */
function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < TERMS_MAX && term > 1e-17 * sum; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum * weight(a, x);
}

/** DLMF 8.9.2, from the front by Lentz's way. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let product = d;
  for (let k = 1; k < TERMS_MAX; k++) {
    const part = -k * (k - a);
    b += 2;
    d = 1 / (part * d + b || 1e-300);
    c = b + part / c || 1e-300;
    product *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return product * weight(a, x);
}

/** x^a·e^-x / Γ(a); for large a Stirling's formula divides out what would cancel. */
function weight(a: number, x: number): number {
  if (a < 20) return Math.exp(a * Math.log(x) - x - lgamma(a));
  const t = (x - a) / a;
  const deviation = Math.abs(t) < 0.1 ? log1pLess(t) : Math.log1p(t) - t;
  const rest = 1 / (12 * a) - 1 / (360 * a ** 3) + 1 / (1260 * a ** 5);
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(a * deviation - rest);
}

/** log(1 + t) - t for small t. */
function log1pLess(t: number): number {
  let power = t;
  let sum = 0;
  for (let k = 2; k < 20; k++) {
    power *= -t;
    sum += power / k;
  }
  return sum;
}
