// Inverse circular and hyperbolic functions, norms, the gamma and the error function, on doubles.
// Those that the C library rounds correctly are computed in pairs of doubles (elementary.ts).

import {
  circular,
  exp,
  exponential,
  log,
  over,
  plus,
  plusTwo,
  power,
  rounded,
  sin,
  cos,
  sum,
  times,
  timesExact,
  timesPowerOfTwo,
  timesTwo,
  type Pair,
} from './elementary.ts';

export function asin(x: number): number {
  return Math.abs(x) < 1 && x !== 0 ? angle([x, 0], besides(x), Math.asin(x)) : Math.asin(x);
}

export function acos(x: number): number {
  return Math.abs(x) < 1 && x !== 0 ? angle(besides(x), [x, 0], Math.acos(x)) : Math.acos(x);
}

export function atan(x: number): number {
  const rough = Math.atan(x);
  return Math.abs(x) < 1e15 && Math.abs(x) > 1e-7 ? angle([x, 0], [1, 0], rough) : rough;
}

export function atan2(y: number, x: number): number {
  const rough = Math.atan2(y, x);
  if (y === 0 || x === 0 || !Number.isFinite(x) || !Number.isFinite(y)) return rough;
  const largest = Math.max(Math.abs(x), Math.abs(y));
  const least = Math.min(Math.abs(x), Math.abs(y));
  if (least / largest < 1e-30) return rough;
  const shift = -Math.floor(Math.log2(largest));
  return angle([timesPowerOfTwo(y, shift), 0], [timesPowerOfTwo(x, shift), 0], rough);
}

/** √(1 - x²) */
function besides(x: number): Pair {
  return root(times(plusTwo(1, -x), plusTwo(1, x)));
}

function root(square: Pair): Pair {
  const guess = Math.sqrt(sum(square));
  if (guess === 0 || !Number.isFinite(guess)) return [guess, 0];
  const rest = plus(square, timesExact(timesTwo(guess, guess), -1));
  return plusTwo(guess, sum(rest) / (2 * guess));
}

/** The angle of the point (x, y), from a rough one r: r + (y·cos r - x·sin r) / (x·cos r + y·sin r) */
function angle(y: Pair, x: Pair, rough: number): number {
  const [sine, cosine] = circular(rough);
  const across = plus(times(y, cosine), timesExact(times(x, sine), -1));
  const along = plus(times(x, cosine), times(y, sine));
  return rough + sum(over(across, along));
}

/** The size of x with the sign of y. */
export function copySign(x: number, y: number): number {
  return y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x);
}

export function cosh(x: number): number {
  const size = Math.abs(x);
  if (size < 0.35) {
    const t = Math.expm1(size);
    return 1 + (t * t) / (2 + 2 * t);
  }
  if (size < 22) {
    const t = exp(size);
    return 0.5 * t + 0.5 / t;
  }
  return size < 709 ? 0.5 * exp(size) : Math.cosh(x);
}

export function asinh(x: number): number {
  const size = Math.abs(x);
  if (!Number.isFinite(x) || size < 2 ** -28) return x;
  let result: number;
  if (size > 2 ** 28) result = log(size) + Math.LN2;
  else if (size > 2) result = log(2 * size + 1 / (Math.sqrt(x * x + 1) + size));
  else result = Math.log1p(size + (x * x) / (1 + Math.sqrt(1 + x * x)));
  return x < 0 ? -result : result;
}

/** The length of a vector, rounded once. */
export function norm(coordinates: readonly number[]): number {
  let largest = 0;
  for (const x of coordinates) {
    if (Math.abs(x) === Infinity) return Infinity;
    if (!(Math.abs(x) <= largest)) largest = Math.abs(x);
  }
  if (Number.isNaN(largest) || coordinates.some(Number.isNaN)) return NaN;
  if (largest === 0) return 0;
  if (coordinates.length === 1) return largest;
  const shift = -Math.max(-1073, Math.floor(Math.log2(largest)));
  let squares: Pair = [0, 0];
  for (const x of coordinates) {
    const scaled = timesPowerOfTwo(x, shift);
    if (Math.abs(scaled) > 1e-150) squares = plus(squares, timesTwo(scaled, scaled));
  }
  return timesPowerOfTwo(sum(root(squares)), -shift);
}

/** sin(πx), exact at multiples of ½. */
function sinOfPi(x: number): number {
  const y = Math.abs(x) % 2;
  const sign = x < 0 ? -1 : 1;
  switch (Math.round(2 * y)) {
    case 0:
      return sign * sin(Math.PI * y);
    case 1:
      return sign * cos(Math.PI * (y - 0.5));
    case 2:
      return sign * sin(Math.PI * (1 - y));
    case 3:
      return -sign * cos(Math.PI * (y - 1.5));
    default:
      return sign * sin(Math.PI * (y - 2));
  }
}

// Lanczos' approximation of the gamma function as a rational one of degree 12, at the g that serves
// doubles best (G. R. Pugh, "An analysis of the Lanczos gamma approximation", 2004).
const LANCZOS_G = 6.02468004077673;
const G_LESS_HALF = 5.52468004077673;
const NUMERATOR = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028,
  1439720407.3117216, 248874557.86205417, 31426415.585400194, 2876370.6289353725,
  186056.26539522348, 8071.672002365816, 210.82427775157936, 2.5066282746310002,
];
const DENOMINATOR = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925,
  66, 1,
];

function lanczos(x: number): number {
  let top = 0;
  let bottom = 0;
  for (let i = 0; i < NUMERATOR.length; i++) {
    // From the end that is largest at this x.
    const at = x < 5 ? NUMERATOR.length - 1 - i : i;
    top = (x < 5 ? top * x : top / x) + (NUMERATOR[at] as number);
    bottom = (x < 5 ? bottom * x : bottom / x) + (DENOMINATOR[at] as number);
  }
  return top / bottom;
}

/** Γ(x); infinite where it is too large. */
export function gamma(x: number): number {
  const size = Math.abs(x);
  if (Number.isInteger(x) && x > 0 && x < 24) {
    let product = 1;
    for (let i = 2; i < x; i++) product *= i;
    return product;
  }
  if (size < 1e-20) return 1 / x;
  if (size > 200) return x < 0 ? 0 / sinOfPi(x) : Infinity;
  const y = size + G_LESS_HALF;
  // What rounding took from y.
  const lost = size > G_LESS_HALF ? y - size - G_LESS_HALF : y - G_LESS_HALF - size;
  const z = (lost * LANCZOS_G) / y;
  const halves = (value: number, step: (a: number, b: number) => number): number => {
    if (size < 140) return step(value, power(y, size - 0.5));
    const half = power(y, size / 2 - 0.25);
    return step(step(value, half), half);
  };
  if (x < 0) {
    const r = ((-Math.PI / sinOfPi(size) / size) * exp(y)) / lanczos(size);
    return halves(r - z * r, (a, b) => a / b);
  }
  const r = lanczos(size) / exp(y);
  return halves(r + z * r, (a, b) => a * b);
}

/** log |Γ(x)| */
export function logGamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Infinity;
  if (x === 1 || x === 2) return 0;
  const size = Math.abs(x);
  if (size < 1e-20) return -log(size);
  const r = log(lanczos(size)) - LANCZOS_G + (size - 0.5) * (log(size + LANCZOS_G - 0.5) - 1);
  if (x > 0) return r;
  return 1.1447298858494002 - log(Math.abs(sinOfPi(size))) - log(size) - r;
}

const TWO_OVER_ROOT_PI = over([2, 0], root([Math.PI, 1.2246467991473532e-16]));

export function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) > 6) return Math.sign(x);
  if (Math.abs(x) < 1e-9) return sum(times([x, 0], TWO_OVER_ROOT_PI));
  return sum(errorSeries(x));
}

export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x < -6) return 2;
  if (x < 2.5) return sum(plus([1, 0], timesExact(errorSeries(x), -1)));
  return x > 28 ? 0 : errorTail(x);
}

/** 2/√π · Σ (-1)ⁿ x²ⁿ⁺¹ / (n!·(2n+1)) */
function errorSeries(x: number): Pair {
  const square = timesTwo(x, x);
  let term: Pair = [x, 0];
  let total: Pair = [x, 0];
  for (let n = 1; n < 200; n++) {
    term = timesExact(over(times(term, square), [n, 0]), -1);
    const part = over(term, [2 * n + 1, 0]);
    total = plus(total, part);
    if (Math.abs(part[0]) < 1e-36 * Math.abs(total[0])) break;
  }
  return times(total, TWO_OVER_ROOT_PI);
}

/** exp(-x²)/√π · 1/(x + ½/(x + 1/(x + 1½/(x + …)))) */
function errorTail(x: number): number {
  const size: Pair = [x, 0];
  let fraction: Pair = size;
  for (let k = 160; k > 0; k--) fraction = plus(size, over([k / 2, 0], fraction));
  const [value, shift] = exponential(timesExact(timesTwo(x, x), -1));
  const scaled = over(times(value, timesExact(TWO_OVER_ROOT_PI, 0.5)), fraction);
  return rounded([scaled, shift]);
}
