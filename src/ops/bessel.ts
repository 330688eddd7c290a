// Bessel functions of one real number in double precision, and Airy's function, which is made of
// those of order 1/3. Formulas are named by their number in the Digital Library of Mathematical
// Functions, https://dlmf.nist.gov.

import { i0, i1, lgamma } from './special.ts';

const EULER = 0.5772156649015329;

/** From here on Hankel's expansions, DLMF 10.17.3, are exact to the last digit. */
const FAR = 26;

export function j0(x: number): number {
  const size = Math.abs(x);
  return size < FAR ? (orders(0, size)[0] as number) : hankel(0, size).j;
}

export function j1(x: number): number {
  const size = Math.abs(x);
  if (x === 0) return x;
  const value = size < FAR ? (orders(0, size)[1] as number) : hankel(1, size).j;
  return x < 0 ? -value : value;
}

/** DLMF 10.8.3: Neumann's series over the functions of even order. */
export function y0(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x >= FAR) return hankel(0, x).y;
  const j = orders(0, x);
  let sum = (Math.log(x / 2) + EULER) * (j[0] as number);
  for (let k = 1; 2 * k < j.length; k++) sum -= (alternating(k) * 2 * (j[2 * k] as number)) / k;
  return (2 / Math.PI) * sum;
}

/** The same over those of odd order. */
export function y1(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x >= FAR) return hankel(1, x).y;
  const j = orders(0, x);
  let sum = (Math.log(x / 2) + EULER - 1) * (j[1] as number) - (j[0] as number) / x;
  for (let k = 1; 2 * k + 1 < j.length; k++) {
    sum -= (alternating(k) * (2 * k + 1) * (j[2 * k + 1] as number)) / (k * (k + 1));
  }
  return (2 / Math.PI) * sum;
}

function alternating(k: number): number {
  return k % 2 === 0 ? 1 : -1;
}

/**
 * J of the orders ν, ν+1, …, for -1 < ν < 1 and x < FAR, by Miller's way: the recurrence 10.6.1 from
 * far above downward, scaled so that the series 10.23.15 gives (x/2)^ν.
 */
function orders(nu: number, x: number): Float64Array {
  const start = 2 * Math.ceil((x + 30 + 2 * Math.sqrt(x)) / 2);
  const j = new Float64Array(start + 1);
  if (Number.isNaN(x)) return j.fill(NaN);
  if (x < 1e-8) {
    const lead = (x / 2) ** nu * Math.exp(-lgamma(nu + 1));
    j[0] = lead;
    j[1] = (lead * x) / 2 / (nu + 1);
    return j;
  }
  j[start] = 1e-290;
  let above = 0;
  for (let k = start; k >= 1; k--) {
    const below = (2 * (nu + k) * (j[k] as number)) / x - above;
    above = j[k] as number;
    j[k - 1] = below;
    if (Math.abs(below) > 1e250) {
      for (let i = k - 1; i <= start; i++) j[i] = (j[i] as number) * 1e-250;
      above *= 1e-250;
    }
  }
  let sum = j[0] as number;
  // Γ(ν+k)/k!, divided by Γ(ν+1)
  let weight = 1;
  for (let k = 1; 2 * k <= start; k++) {
    weight *= k === 1 ? 1 : (nu + k - 1) / k;
    sum += weight * (nu + 2 * k) * (j[2 * k] as number);
  }
  const scale = ((x / 2) ** nu * Math.exp(-lgamma(nu + 1))) / sum;
  return j.map((value) => value * scale);
}

/** At infinity NaN, as PyTorch has it. */
function hankel(order: number, x: number): { readonly j: number; readonly y: number } {
  const { p, q } = amplitudes(order, x);
  const phase = x - (order / 2 + 0.25) * Math.PI;
  const size = Math.sqrt(2 / (Math.PI * x));
  const [cos, sin] = [Math.cos(phase), Math.sin(phase)];
  return { j: size * (p * cos - q * sin), y: size * (p * sin + q * cos) };
}

/** The two sums of Hankel's expansion, taken as far as their terms get smaller. */
function amplitudes(order: number, x: number): { readonly p: number; readonly q: number } {
  let [p, q] = [1, 0];
  let term = 1;
  for (let k = 1; k < 60; k++) {
    const next = (term * (4 * order * order - (2 * k - 1) ** 2)) / (8 * k * x);
    if (Math.abs(next) >= Math.abs(term) || Math.abs(next) < 1e-18) break;
    term = next;
    const sign = k % 4 < 2 ? 1 : -1;
    if (k % 2 === 0) p += sign * term;
    else q += sign * term;
  }
  return { p, q };
}

/** √(π/2x)·J of order one half: sin(x)/x. */
export function sphericalJ0(x: number): number {
  if (Math.abs(x) === Infinity) return 0;
  return x === 0 ? 1 : Math.sin(x) / x;
}

export function k0(x: number): number {
  return x > 2 ? Math.exp(-x) * scaledK(0, x) : smallK0(x);
}

export function k1(x: number): number {
  return x > 2 ? Math.exp(-x) * scaledK(1, x) : smallK1(x);
}

/** exp(x)·K₀(x) */
export function k0e(x: number): number {
  return x > 2 ? scaledK(0, x) : Math.exp(x) * smallK0(x);
}

export function k1e(x: number): number {
  return x > 2 ? scaledK(1, x) : Math.exp(x) * smallK1(x);
}

/** DLMF 10.31.2 */
function smallK0(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  const quarter = (x * x) / 4;
  let term = 1;
  let harmonic = 0;
  let sum = -(Math.log(x / 2) + EULER) * i0(x);
  for (let k = 1; term > 1e-18; k++) {
    term *= quarter / (k * k);
    harmonic += 1 / k;
    sum += harmonic * term;
  }
  return sum;
}

/** DLMF 10.31.1 for n = 1 */
function smallK1(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  const quarter = (x * x) / 4;
  let term = x / 4;
  let digammas = 1 - 2 * EULER;
  let sum = 1 / x + Math.log(x / 2) * i1(x);
  for (let k = 0; term > 1e-20 * sum; k++) {
    sum -= digammas * term;
    digammas += 1 / (k + 1) + 1 / (k + 2);
    term *= quarter / ((k + 1) * (k + 2));
  }
  return sum;
}

/**
 * exp(x)·K of order ν: the integral DLMF 10.32.9, whose integrand falls so fast that the trapezoidal
 * rule is exact; where that is narrow, the expansion 10.40.2.
 */
function scaledK(nu: number, x: number): number {
  if (x === Infinity) return 0;
  if (Number.isNaN(x)) return NaN;
  if (x > 30) {
    let term = 1;
    let sum = 1;
    for (let k = 1; k < 25; k++) {
      term *= (4 * nu * nu - (2 * k - 1) ** 2) / (8 * k * x);
      sum += term;
    }
    return Math.sqrt(Math.PI / (2 * x)) * sum;
  }
  const step = 1 / 8;
  let sum = 0.5;
  for (let i = 1; ; i++) {
    const t = i * step;
    const exponent = x * (Math.cosh(t) - 1);
    if (exponent > 45 + nu * t) break;
    sum += Math.exp(-exponent) * Math.cosh(nu * t);
  }
  return step * sum;
}

/** Beyond this PyTorch has 0. */
const AIRY_MAX = 103.892;

/** Ai(x): DLMF 9.6.2 and 9.6.6, and Maclaurin's series 9.4.1 about 0. */
export function airy(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  if (x > AIRY_MAX) return 0;
  const zeta = (2 / 3) * Math.abs(x) ** 1.5;
  if (x > 1.5) return (Math.sqrt(x / 3) * Math.exp(-zeta) * scaledK(1 / 3, zeta)) / Math.PI;
  if (x > -1.5) return airySeries(x);
  const size = Math.sqrt(-x) / 3;
  if (zeta < FAR) {
    return size * ((orders(1 / 3, zeta)[0] as number) + (orders(-1 / 3, zeta)[0] as number));
  }
  return size * (hankel(1 / 3, zeta).j + hankel(-1 / 3, zeta).j);
}

const AI_0 = 0.3550280538878172;
const AI_SLOPE = -0.2588194037928068;

function airySeries(x: number): number {
  const cube = x * x * x;
  let [f, g] = [AI_0, AI_SLOPE * x];
  let sum = 0;
  for (let k = 1; k < 25; k++) {
    sum += f + g;
    f *= cube / ((3 * k - 1) * (3 * k));
    g *= cube / (3 * k * (3 * k + 1));
  }
  return sum;
}
