// Special functions of one real number in double precision: the error function and its kin, the
// logarithm of the gamma function, digamma, modified Bessel functions. Formulas are named by their
// number in the Digital Library of Mathematical Functions, https://dlmf.nist.gov.

const TWO_OVER_SQRT_PI = 2 / Math.sqrt(Math.PI);
const EPSILON = 2 ** -53;

/** DLMF 7.6.2, whose terms are all of one sign; beyond 3 the complement is more exact. */
export function erf(x: number): number {
  if (Number.isNaN(x)) return NaN;
  const size = Math.abs(x);
  if (size > 3) return x > 0 ? 1 - erfcTail(size) : erfcTail(size) - 1;
  const square = x * x;
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > EPSILON * Math.abs(sum); n++) {
    term *= (2 * square) / (2 * n + 1);
    sum += term;
  }
  return TWO_OVER_SQRT_PI * Math.exp(-square) * sum;
}

export function erfc(x: number): number {
  if (x > 2) return erfcTail(x);
  return 1 - erf(x);
}

/** DLMF 7.9.1: √π·exp(x²)·erfc(x) = x/(x² + ½/(1 + 1/(x² + 3/2/(1 + 2/(x² + …))))), from the end. */
function erfcTail(x: number): number {
  if (x > 27.3) return 0;
  return Math.exp(-x * x) * scaledTail(x);
}

function scaledTail(x: number): number {
  let fraction = x;
  const terms = Math.ceil(12 + 280 / (x * x));
  for (let n = terms; n >= 1; n--) fraction = x + n / 2 / fraction;
  return 1 / (Math.sqrt(Math.PI) * fraction);
}

/** exp(x²)·erfc(x) */
export function erfcx(x: number): number {
  return x > 2 ? scaledTail(x) : Math.exp(x * x) * erfc(x);
}

const SEGMENTS = 32;
const erfTable: Float64Array = erfSamples();

function erfSamples(): Float64Array {
  const samples = new Float64Array(2 * (4 * SEGMENTS + 1));
  for (let i = 0; i <= 4 * SEGMENTS; i++) {
    const x = i / SEGMENTS;
    samples[2 * i] = erf(x);
    samples[2 * i + 1] = TWO_OVER_SQRT_PI * Math.exp(-x * x);
  }
  return samples;
}

/** erf within 1e-9, for single precision: Taylor's series about the nearest of 128 points. */
export function erfSingle(x: number): number {
  const size = x < 0 ? -x : x;
  if (!(size < 4)) return Number.isNaN(x) ? NaN : Math.sign(x);
  const i = Math.round(size * SEGMENTS);
  const p = i / SEGMENTS;
  const h = size - p;
  // The derivatives of exp(-x²) are its products with Hermite polynomials.
  const third = (2 * p * p - 1) / 3;
  const fourth = (p * (3 - 2 * p * p)) / 6;
  const series = h * (1 + h * (-p + h * (third + h * fourth)));
  const value = (erfTable[2 * i] as number) + (erfTable[2 * i + 1] as number) * series;
  return x < 0 ? -value : value;
}

/** The inverse of erf. */
export function erfinv(y: number): number {
  if (!(Math.abs(y) < 1)) return Math.abs(y) === 1 ? y * Infinity : NaN;
  if (Math.abs(y) >= 0.5) return Math.sign(y) * erfcinv(1 - Math.abs(y));
  return halley(y, (x) => erf(x) - y);
}

/** The inverse of erfc, for 0 < q ≤ 0.5. */
function erfcinv(q: number): number {
  return halley(1 - q, (x) => erfc(x) - q, -1);
}

/** Solves for erf(x) = y; `miss` tells by how much erf(x), or erfc with sign -1, is off. */
function halley(y: number, miss: (x: number) => number, sign = 1): number {
  if (y === 0) return y;
  // Winitzki's approximation, 0.147 being his constant; where 1 - y vanishes, from the tail.
  const l = y === 1 ? Math.log(2 * -miss(Infinity)) : Math.log1p(-y * y);
  const t = 2 / (Math.PI * 0.147) + l / 2;
  let x = Math.sign(y) * Math.sqrt(Math.sqrt(t * t - l / 0.147) - t);
  for (let i = 0; i < 3; i++) {
    const step = (sign * miss(x)) / (TWO_OVER_SQRT_PI * Math.exp(-x * x));
    x -= step / (1 + x * step);
  }
  return x;
}

/** The normal distribution's cumulative function. */
export function ndtr(x: number): number {
  return x < -1 ? erfc(-x / Math.SQRT2) / 2 : (1 + erf(x / Math.SQRT2)) / 2;
}

export function logNdtr(x: number): number {
  if (x < -1) return Math.log(erfcx(-x / Math.SQRT2) / 2) - (x * x) / 2;
  return Math.log1p(-erfc(x / Math.SQRT2) / 2);
}

export function ndtri(p: number): number {
  if (p > 0.25) return Math.SQRT2 * erfinv(2 * p - 1);
  return p > 0 ? -Math.SQRT2 * erfcinv(2 * p) : p === 0 ? -Infinity : NaN;
}

/** B₂ₖ / (2k·(2k-1)), of Stirling's series, DLMF 5.11.1 */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/** log |Γ(x)| */
export function lgamma(x: number): number {
  if (x === Infinity || x === -Infinity) return Infinity;
  if (x <= 0 && Number.isInteger(x)) return Infinity;
  if (x === 1 || x === 2) return 0;
  if (x < 0.5) return Math.log(Math.PI / Math.abs(sinPi(x))) - lgamma(1 - x);
  let shift = 1;
  let z = x;
  for (; z < 10; z++) shift *= z;
  const inverse = 1 / (z * z);
  let series = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--)
    series = series * inverse + (STIRLING[k] as number);
  const stirling = (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series / z;
  return stirling - Math.log(shift);
}

/** sin(πx), exact in its zeros. */
export function sinPi(x: number): number {
  const rest = x - 2 * Math.round(x / 2);
  if (Number.isInteger(rest)) return 0;
  return Math.sin(Math.PI * rest);
}

/** B₂ₖ / 2k, DLMF 5.11.2 */
const DIGAMMA = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12];

/** The derivative of log Γ. */
export function digamma(x: number): number {
  if (x === 0) return Object.is(x, -0) ? Infinity : -Infinity;
  if (x === Infinity) return Infinity;
  if (x === -Infinity || (x < 0 && Number.isInteger(x))) return NaN;
  if (x < 0) return digamma(1 - x) - Math.PI / Math.tan(Math.PI * (x - Math.trunc(x)));
  let shift = 0;
  let z = x;
  for (; z < 10; z++) shift += 1 / z;
  const inverse = 1 / (z * z);
  let series = 0;
  for (let k = DIGAMMA.length - 1; k >= 0; k--) series = series * inverse + (DIGAMMA[k] as number);
  return Math.log(z) - 0.5 / z - series * inverse - shift;
}

/** exp(-|x|)·I₀(x) or I₁: the power series DLMF 10.25.2, from 30 the expansion 10.40.1. */
function scaledBessel(order: 0 | 1, x: number): number {
  const size = Math.abs(x);
  const sign = order === 1 && x < 0 ? -1 : 1;
  if (size < 30) {
    const quarter = (x * x) / 4;
    let term = order === 0 ? 1 : size / 2;
    let sum = term;
    for (let k = 1; term > EPSILON * sum; k++) {
      term *= quarter / (k * (k + order));
      sum += term;
    }
    return sign * sum * Math.exp(-size);
  }
  let term = 1;
  let sum = 1;
  for (let k = 1; k < 20; k++) {
    term *= -(4 * order * order - (2 * k - 1) ** 2) / (8 * k * size);
    sum += term;
  }
  return (sign * sum) / Math.sqrt(2 * Math.PI * size);
}

export function i0e(x: number): number {
  return scaledBessel(0, x);
}

export function i1e(x: number): number {
  return scaledBessel(1, x);
}

export function i0(x: number): number {
  return scaledBessel(0, x) * Math.exp(Math.abs(x));
}

export function i1(x: number): number {
  return scaledBessel(1, x) * Math.exp(Math.abs(x));
}

/** B₂ₖ / (2k)!, of Euler and Maclaurin's formula. */
const MACLAURIN = [1 / 12, -1 / 720, 1 / 30240, -1 / 1209600, 1 / 47900160];

/** Hurwitz's zeta function Σ (q + n)^-s: ten terms, DLMF 25.11.5 for the rest. */
export function zeta(s: number, q: number): number {
  if (s === 1) return Infinity;
  if (s < 1 || Number.isNaN(s) || Number.isNaN(q)) return NaN;
  if (q <= 0) {
    if (Number.isInteger(q)) return Infinity;
    if (!Number.isInteger(s)) return NaN;
  }
  let total = 0;
  let z = q;
  for (; z < q + 10 || z < 10; z++) total += z ** -s;
  total += z ** (1 - s) / (s - 1) + z ** -s / 2;
  let factor = s * z ** (-s - 1);
  for (const [k, b] of MACLAURIN.entries()) {
    total += b * factor;
    factor *= ((s + 2 * k + 1) * (s + 2 * k + 2)) / (z * z);
  }
  return total;
}

/** The n-th derivative of digamma. */
export function polygamma(n: number, x: number): number {
  if (n === 0) return digamma(x);
  const sign = n % 2 === 0 ? -1 : 1;
  return sign * Math.exp(lgamma(n + 1)) * zeta(n + 1, x);
}
