// Elementary functions of complex numbers, each on its principal branch. What they give for parts that
// are infinite, NaN or zeros with a sign is C99's Annex G, as CPython's `cmath` has it; the formulas
// that keep digits near the branch cuts are from W. Kahan, "Branch Cuts for Complex Elementary
// Functions, or Much Ado About Nothing's Sign Bit" (1987).

import { cos, exp, log, sin, tan, timesPowerOfTwo } from './elementary.ts';
import { asinh as realAsinh, atan2, copySign, cosh as realCosh, norm } from './specialFunctions.ts';

/** The real and the imaginary part. */
export type Parts = readonly [re: number, im: number];
export type ComplexFunction = (re: number, im: number) => Parts;

const LARGE = Number.MAX_VALUE / 4;
const LOG_LARGE = Math.log(LARGE);
const SQRT_LARGE = Math.sqrt(LARGE);
const SMALLEST_NORMAL = 2 ** -1022;
const SQRT_SMALLEST = 2 ** -511;
const HALF_PI = Math.PI / 2;

export const sqrt: ComplexFunction = (re, im) => {
  if (!bothFinite(re, im)) return infiniteRoot(re, im);
  if (re === 0 && im === 0) return [0, im];
  const [x, y] = [Math.abs(re), Math.abs(im)];
  const s =
    x < SMALLEST_NORMAL && y < SMALLEST_NORMAL
      ? timesPowerOfTwo(Math.sqrt(scaled(x) + norm([scaled(x), scaled(y)])), -27)
      : 2 * Math.sqrt(x / 8 + norm([x / 8, y / 8]));
  const d = y / (2 * s);
  return re >= 0 ? [s, copySign(d, im)] : [d, copySign(s, im)];
};

function infiniteRoot(re: number, im: number): Parts {
  if (Math.abs(im) === Infinity) return [Infinity, im];
  if (re === Infinity) return [re, Number.isNaN(im) ? im : copySign(0, im)];
  if (re === -Infinity) return Number.isNaN(im) ? [im, Infinity] : [0, copySign(Infinity, im)];
  return [NaN, NaN];
}

const scaled = (x: number): number => timesPowerOfTwo(x, 53);

export const naturalLog: ComplexFunction = (re, im) => {
  const [x, y] = [Math.abs(re), Math.abs(im)];
  if (!bothFinite(re, im)) {
    return [x === Infinity || y === Infinity ? Infinity : NaN, atan2(im, re)];
  }
  return [logOfSize(x, y), atan2(im, re)];
};

function logOfSize(x: number, y: number): number {
  if (x > LARGE || y > LARGE) return log(norm([x / 2, y / 2])) + Math.LN2;
  if (x < SMALLEST_NORMAL && y < SMALLEST_NORMAL) {
    if (x === 0 && y === 0) return -Infinity;
    return log(norm([scaled(x), scaled(y)])) - 53 * Math.LN2;
  }
  const size = norm([x, y]);
  if (size < 0.71 || size > 1.73) return log(size);
  const [long, short] = x > y ? [x, y] : [y, x];
  return Math.log1p((long - 1) * (long + 1) + short * short) / 2;
}

export const exponential: ComplexFunction = (re, im) => {
  if (!bothFinite(re, im)) return infiniteExponential(re, im);
  const [length, rest] = re > LOG_LARGE ? [exp(re - 1), Math.E] : [exp(re), 1];
  return [length * cos(im) * rest, length * sin(im) * rest];
};

function infiniteExponential(re: number, im: number): Parts {
  if (Math.abs(re) === Infinity) {
    const length = re > 0 ? Infinity : 0;
    if (im === 0) return [length, im];
    if (Number.isFinite(im)) return [copySign(length, cos(im)), copySign(length, sin(im))];
    return re > 0 ? [Infinity, NaN] : [0, 0];
  }
  return [NaN, Number.isNaN(re) && im === 0 ? im : NaN];
}

export const cosh: ComplexFunction = (re, im) => {
  if (!bothFinite(re, im)) {
    if (Math.abs(re) === Infinity) {
      if (im === 0) return [Infinity, re > 0 ? im : -im];
      if (!Number.isFinite(im)) return [Infinity, NaN];
      const turned = copySign(Infinity, sin(im));
      return [copySign(Infinity, cos(im)), re > 0 ? turned : -turned];
    }
    return [NaN, re === 0 || im === 0 ? 0 : NaN];
  }
  if (Math.abs(re) <= LOG_LARGE) return [cos(im) * realCosh(re), sin(im) * Math.sinh(re)];
  const less = re - copySign(1, re);
  return [cos(im) * realCosh(less) * Math.E, sin(im) * Math.sinh(less) * Math.E];
};

export const sinh: ComplexFunction = (re, im) => {
  if (!bothFinite(re, im)) {
    if (Math.abs(re) === Infinity) {
      if (im === 0) return [re, im];
      if (!Number.isFinite(im)) return [Infinity, NaN];
      const turned = copySign(Infinity, cos(im));
      return [re > 0 ? turned : -turned, copySign(Infinity, sin(im))];
    }
    return [re === 0 ? 0 : NaN, im === 0 ? im : NaN];
  }
  if (Math.abs(re) <= LOG_LARGE) return [cos(im) * Math.sinh(re), sin(im) * realCosh(re)];
  const less = re - copySign(1, re);
  return [cos(im) * Math.sinh(less) * Math.E, sin(im) * realCosh(less) * Math.E];
};

export const tanh: ComplexFunction = (re, im) => {
  if (!bothFinite(re, im)) {
    if (Math.abs(re) === Infinity) {
      const turned = Number.isFinite(im) ? 2 * sin(im) * cos(im) : 0;
      return [copySign(1, re), im === 0 ? im : copySign(0, turned)];
    }
    return [NaN, im === 0 ? im : NaN];
  }
  if (Math.abs(re) > LOG_LARGE) {
    return [copySign(1, re), 4 * sin(im) * cos(im) * exp(-2 * Math.abs(re))];
  }
  const along = Math.tanh(re);
  const across = tan(im);
  const narrow = 1 / realCosh(re);
  const both = along * across;
  const bottom = 1 + both * both;
  return [(along * (1 + across * across)) / bottom, (across / bottom) * narrow * narrow];
};

export const acos: ComplexFunction = (re, im) => {
  if (!bothFinite(re, im)) {
    if (Math.abs(im) === Infinity) return [atan2(Math.abs(im), re), -im];
    if (Math.abs(re) === Infinity) {
      return Number.isNaN(im) ? [im, Infinity] : [re > 0 ? 0 : Math.PI, -copySign(Infinity, im)];
    }
    return [re === 0 ? HALF_PI : NaN, NaN];
  }
  if (isLarge(re, im)) {
    const size = logOfLarge(re, im);
    return [atan2(Math.abs(im), re), re < 0 ? -copySign(size, im) : copySign(size, -im)];
  }
  const below = sqrt(1 - re, -im);
  const above = sqrt(1 + re, im);
  return [2 * atan2(below[0], above[0]), realAsinh(above[0] * below[1] - above[1] * below[0])];
};

export const acosh: ComplexFunction = (re, im) => {
  if (!bothFinite(re, im)) {
    if (Math.abs(re) === Infinity || Math.abs(im) === Infinity) return [Infinity, atan2(im, re)];
    return [NaN, NaN];
  }
  if (isLarge(re, im)) return [logOfLarge(re, im), atan2(im, re)];
  const below = sqrt(re - 1, im);
  const above = sqrt(re + 1, im);
  return [realAsinh(below[0] * above[0] + below[1] * above[1]), 2 * atan2(below[1], above[0])];
};

export const asinh: ComplexFunction = (re, im) => {
  if (!bothFinite(re, im)) {
    if (Math.abs(re) === Infinity) return [re, atan2(im, Math.abs(re))];
    if (Math.abs(im) === Infinity) {
      return [copySign(Infinity, re), Number.isNaN(re) ? NaN : atan2(im, Math.abs(re))];
    }
    return [NaN, im === 0 ? im : NaN];
  }
  if (isLarge(re, im)) {
    const size = logOfLarge(re, im);
    return [im >= 0 ? copySign(size, re) : -copySign(size, -re), atan2(im, Math.abs(re))];
  }
  const below = sqrt(1 + im, -re);
  const above = sqrt(1 - im, re);
  const real = realAsinh(below[0] * above[1] - above[0] * below[1]);
  return [real, atan2(im, below[0] * above[0] - below[1] * above[1])];
};

export const atanh: ComplexFunction = (re, im) => {
  if (!bothFinite(re, im)) {
    const turned = Number.isNaN(im) ? NaN : copySign(HALF_PI, im);
    if (Math.abs(re) === Infinity) return [copySign(0, re), turned];
    if (Math.abs(im) === Infinity) return [Number.isNaN(re) ? 0 : copySign(0, re), turned];
    return [re === 0 ? re : NaN, NaN];
  }
  if (re < 0 || Object.is(re, -0)) {
    const [a, b] = atanh(-re, -im);
    return [-a, -b];
  }
  const y = Math.abs(im);
  if (re > SQRT_LARGE || y > SQRT_LARGE) {
    const size = norm([re / 2, im / 2]);
    return [re / 4 / size / size, -copySign(HALF_PI, -im)];
  }
  if (re === 1 && y < SQRT_SMALLEST) {
    if (y === 0) return [Infinity, im];
    return [-log(Math.sqrt(y) / Math.sqrt(norm([y, 2]))), copySign(atan2(2, -y) / 2, im)];
  }
  const real = Math.log1p((4 * re) / ((1 - re) * (1 - re) + y * y)) / 4;
  return [real, -atan2(-2 * im, (1 - re) * (1 + re) - y * y) / 2];
};

/** The circular functions are the hyperbolic ones, a quarter turn away. */
export const cosine: ComplexFunction = (re, im) => cosh(-im, re);
export const sine = turned(sinh);
export const tangent = turned(tanh);
export const asin = turned(asinh);
export const atan = turned(atanh);

function turned(hyperbolic: ComplexFunction): ComplexFunction {
  return (re, im) => {
    const [a, b] = hyperbolic(-im, re);
    return [b, -a];
  };
}

/** The number of that length and angle. */
export function fromPolar(length: number, angle: number): Parts {
  if (!bothFinite(length, angle)) {
    if (Math.abs(length) === Infinity) {
      if (angle === 0) return [length, length > 0 ? angle : -angle];
      if (!Number.isFinite(angle)) return [Infinity, NaN];
      const [x, y] = [copySign(Infinity, cos(angle)), copySign(Infinity, sin(angle))];
      return length > 0 ? [x, y] : [-x, -y];
    }
    if (length === 0) return [0, 0];
    return [NaN, angle === 0 ? 0 : NaN];
  }
  if (angle === 0) return [length, length * angle];
  return [length * cos(angle), length * sin(angle)];
}

function bothFinite(re: number, im: number): boolean {
  return Number.isFinite(re) && Number.isFinite(im);
}

function isLarge(re: number, im: number): boolean {
  return Math.abs(re) > LARGE || Math.abs(im) > LARGE;
}

/** log(2·size), for numbers whose size may not be representable. */
function logOfLarge(re: number, im: number): number {
  return log(norm([re / 2, im / 2])) + 2 * Math.LN2;
}
