// Powers, exponentials, logarithms and circular functions of doubles, rounded correctly but for
// the rarest cases, as the C library that Python calls does. JavaScript's own may be a unit off.
//
// Computed in pairs of doubles whose sum is the value ("double-double", T. J. Dekker, "A
// floating-point technique for extending the available precision", 1971): some 32 digits.

/** A value as the unevaluated sum of two doubles, the second far smaller. */
export type Pair = readonly [high: number, low: number];

/** `x ** y` */
export function power(x: number, y: number): number {
  if (y === 2) return x * x;
  if (y === 0 || y === 1 || x === 0 || !Number.isFinite(x) || !(Math.abs(y) < 1e300)) return x ** y;
  if (y === -1) return 1 / x;
  if (x < 0 && !Number.isInteger(y)) return NaN;
  if (x < 0) return y % 2 === 0 ? power(-x, y) : -power(-x, y);
  const rough = y * Math.log(x);
  if (rough > 720) return Infinity;
  if (rough < -760) return 0;
  return rounded(exponential(times(logarithm(x), [y, 0])));
}

/** e to the power of x */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 710) return Infinity;
  return x < -760 ? 0 : rounded(exponential([x, 0]));
}

/** The natural logarithm. */
export function log(x: number): number {
  return x > 0 && Number.isFinite(x) ? sum(logarithm(x)) : Math.log(x);
}

export function log2(x: number): number {
  if (!(x > 0 && Number.isFinite(x))) return Math.log2(x);
  const [mantissa, exponent] = split(x);
  return sum(plus(over(logOfMantissa(mantissa), LN_2), [exponent, 0]));
}

/** As C libraries have it since Sun's fdlibm: by the natural logarithm of the mantissa. */
export function log10(x: number): number {
  if (!(x >= 2 ** -1022 && Number.isFinite(x))) return Math.log10(x);
  let exponent = Math.floor(Math.log2(x));
  let mantissa = timesPowerOfTwo(x, -exponent);
  if (mantissa >= 2) mantissa = timesPowerOfTwo(x, -++exponent);
  else if (mantissa < 1) mantissa = timesPowerOfTwo(x, -(--exponent));
  if (exponent < 0) {
    mantissa /= 2;
    exponent++;
  }
  return exponent * LOG10_2[1] + LOG10_E * log(mantissa) + exponent * LOG10_2[0];
}

/** The first part has so few digits that its product with an exponent is exact. */
const LOG10_2: Pair = [3.01029995663611771306e-1, 3.69423907715893078616e-13];
const LOG10_E = 4.34294481903251816668e-1;

export function sin(x: number): number {
  return Math.abs(x) < LARGEST_ANGLE && x !== 0 ? sum(circular(x)[0]) : Math.sin(x);
}

export function cos(x: number): number {
  return Math.abs(x) < LARGEST_ANGLE ? sum(circular(x)[1]) : Math.cos(x);
}

export function tan(x: number): number {
  if (!(Math.abs(x) < LARGEST_ANGLE) || x === 0) return Math.tan(x);
  const [sine, cosine] = circular(x);
  return sum(over(sine, cosine));
}

/** Up to here the parts of π below hold the digits that reduction needs. */
const LARGEST_ANGLE = 2 ** 25;

const LN_2: Pair = [0.6931471805599453, 2.3190468138462996e-17];
const HALF_PI = [1.5707963267948966, 6.123233995736766e-17, -1.4973849048591833e-33] as const;

/** A number in (0, ∞) as mantissa in [√½, √2) and power of two. */
function split(x: number): [mantissa: number, exponent: number] {
  const scaled = x < 2 ** -1000 ? x * 2 ** 100 : x;
  let exponent = Math.round(Math.log2(scaled));
  let mantissa = timesPowerOfTwo(scaled, -exponent);
  if (mantissa >= Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  } else if (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    exponent--;
  }
  return [mantissa, scaled === x ? exponent : exponent - 100];
}

function logarithm(x: number): Pair {
  const [mantissa, exponent] = split(x);
  return plus(times(LN_2, [exponent, 0]), logOfMantissa(mantissa));
}

/** log(m) = l + log(1 + d) where l is JavaScript's guess and 1 + d = m / exp(l) */
function logOfMantissa(mantissa: number): Pair {
  const guess = Math.log(mantissa);
  const [value, shift] = exponential([-guess, 0]);
  const d = plus(times(timesExact(value, 2 ** shift), [mantissa, 0]), [-1, 0]);
  return plus([guess, 0], plus(d, timesExact(times(d, d), -0.5)));
}

/** e to the power of a pair, as a pair and a power of two. */
export function exponential(a: Pair): [value: Pair, shift: number] {
  const shift = Math.round(a[0] / LN_2[0]);
  const rest = plus(a, timesExact(times(LN_2, [shift, 0]), -1));
  const small = timesExact(rest, 2 ** -SQUARINGS);
  // exp(small) - 1 by its series; then (1 + p)² - 1 = 2p + p² as often as it was halved.
  let p: Pair = [0, 0];
  for (let n = 9; n >= 1; n--) p = times(over(small, [n, 0]), plus([1, 0], p));
  for (let i = 0; i < SQUARINGS; i++) p = plus(timesExact(p, 2), times(p, p));
  return [plus([1, 0], p), shift];
}

const SQUARINGS = 9;

export function rounded([value, shift]: [Pair, number]): number {
  return timesPowerOfTwo(sum(value), shift);
}

/** In two steps, since the power alone may be out of range. */
export function timesPowerOfTwo(x: number, shift: number): number {
  const half = Math.trunc(shift / 2);
  return x * 2 ** half * 2 ** (shift - half);
}

/** Sine and cosine. */
export function circular(x: number): [sine: Pair, cosine: Pair] {
  const quarter = Math.round(x / HALF_PI[0]);
  let angle: Pair = [x, 0];
  for (const part of HALF_PI) angle = plus(angle, timesTwo(-quarter, part));
  const square = times(angle, angle);
  let sine: Pair = [0, 0];
  let cosine: Pair = [0, 0];
  for (let n = 28; n >= 2; n -= 2) {
    // 1 - x²/(2·3)·(1 - x²/(4·5)·…) and 1 - x²/(1·2)·(1 - x²/(3·4)·…)
    sine = plus(
      [1, 0],
      timesExact(over(times(square, n === 28 ? ONE : sine), [n * (n + 1), 0]), -1),
    );
    cosine = plus(
      ONE,
      timesExact(over(times(square, n === 28 ? ONE : cosine), [n * (n - 1), 0]), -1),
    );
  }
  sine = times(sine, angle);
  const minus = (a: Pair): Pair => [-a[0], -a[1]];
  switch (((quarter % 4) + 4) % 4) {
    case 0:
      return [sine, cosine];
    case 1:
      return [cosine, minus(sine)];
    case 2:
      return [minus(sine), minus(cosine)];
    default:
      return [minus(cosine), sine];
  }
}

const ONE: Pair = [1, 0];

export function sum(a: Pair): number {
  return a[0] + a[1];
}

/** The sum of two doubles and what rounding took from it. */
export function plusTwo(a: number, b: number): Pair {
  const high = a + b;
  const other = high - a;
  return [high, a - (high - other) + (b - other)];
}

/** The product of two doubles and what rounding took from it. */
export function timesTwo(a: number, b: number): Pair {
  const high = a * b;
  const [a1, a2] = halves(a);
  const [b1, b2] = halves(b);
  return [high, a1 * b1 - high + a1 * b2 + a2 * b1 + a2 * b2];
}

function halves(a: number): Pair {
  const big = a * 134217729;
  const high = big - (big - a);
  return [high, a - high];
}

export function plus(a: Pair, b: Pair): Pair {
  const [high, low] = plusTwo(a[0], b[0]);
  const [high2, low2] = plusTwo(a[1], b[1]);
  const [middle, rest] = plusTwo(high, low + high2);
  return plusTwo(middle, rest + low2);
}

export function times(a: Pair, b: Pair): Pair {
  const [high, low] = timesTwo(a[0], b[0]);
  return plusTwo(high, low + (a[0] * b[1] + a[1] * b[0]));
}

/** By a power of two or -1 times one: exact. */
export function timesExact(a: Pair, b: number): Pair {
  return [a[0] * b, a[1] * b];
}

export function over(a: Pair, b: Pair): Pair {
  const first = a[0] / b[0];
  const rest = plus(a, timesExact(times(b, [first, 0]), -1));
  const second = rest[0] / b[0];
  const rest2 = plus(rest, timesExact(times(b, [second, 0]), -1));
  return plusTwo(first, second + rest2[0] / b[0]);
}
