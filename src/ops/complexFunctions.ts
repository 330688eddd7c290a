// Functions of complex numbers, from real and imaginary part to both.

export type Complex = (re: number, im: number) => readonly [number, number];

type Parts = readonly [number, number];

const times = ([a, b]: Parts, [c, d]: Parts): Parts => [a * c - b * d, a * d + b * c];

const over = ([a, b]: Parts, [c, d]: Parts): Parts => {
  const norm = c * c + d * d;
  return [(a * c + b * d) / norm, (b * c - a * d) / norm];
};

/** Times -i. */
const turnedBack = ([a, b]: Parts): Parts => [b, -a];

export const complexExp: Complex = (re, im) => {
  const length = Math.exp(re);
  return [length * Math.cos(im), im === 0 ? im : length * Math.sin(im)];
};

export const complexLog: Complex = (re, im) => [Math.log(Math.hypot(re, im)), Math.atan2(im, re)];

export const complexSqrt: Complex = (re, im) => {
  const length = Math.hypot(re, im);
  const a = Math.sqrt((length + Math.abs(re)) / 2);
  if (a === 0) return [0, im];
  const b = Math.abs(im) / (2 * a);
  const sign = im < 0 || Object.is(im, -0) ? -1 : 1;
  return re >= 0 ? [a, sign * b] : [b, sign * a];
};

export const complexReciprocal: Complex = (re, im) => {
  const norm = re * re + im * im;
  return [re / norm, (0 - im) / norm];
};

export const complexSin: Complex = (re, im) => [
  Math.sin(re) * Math.cosh(im),
  Math.cos(re) * Math.sinh(im),
];

export const complexCos: Complex = (re, im) => [
  Math.cos(re) * Math.cosh(im),
  -Math.sin(re) * Math.sinh(im),
];

export const complexSinh: Complex = (re, im) => turnedBack(complexSin(-im, re));

export const complexCosh: Complex = (re, im) => [
  Math.cosh(re) * Math.cos(im),
  Math.sinh(re) * Math.sin(im),
];

/** Without what overflows where the real part is large. */
export const complexTanh: Complex = (re, im) => {
  if (Math.abs(re) > 20) {
    const tail = 4 * Math.exp(-2 * Math.abs(re)) * Math.sin(im) * Math.cos(im);
    return [Math.sign(re), tail];
  }
  const norm = Math.cosh(2 * re) + Math.cos(2 * im);
  return [Math.sinh(2 * re) / norm, Math.sin(2 * im) / norm];
};

export const complexTan: Complex = (re, im) => turnedBack(complexTanh(-im, re));

export const complexAsin: Complex = (re, im) => {
  const [a, b] = complexSqrt(1 - re, -im);
  const [c, d] = complexSqrt(1 + re, im);
  return [Math.atan2(re, a * c - b * d), Math.asinh(a * d - b * c)];
};

export const complexAsinh: Complex = (re, im) => turnedBack(complexAsin(-im, re));

export const complexAcos: Complex = (re, im) => {
  const [a, b] = complexSqrt(1 - re, -im);
  const [c, d] = complexSqrt(1 + re, im);
  return [2 * Math.atan2(a, c), Math.asinh(c * b - d * a)];
};

export const complexAcosh: Complex = (re, im) => {
  const [a, b] = complexSqrt(re - 1, im);
  const [c, d] = complexSqrt(re + 1, im);
  return [Math.asinh(a * c + b * d), 2 * Math.atan2(b, c)];
};

export const complexAtanh: Complex = (re, im) => {
  const squares = im * im;
  const real = 0.25 * Math.log1p((4 * re) / ((1 - re) ** 2 + squares));
  const imaginary = 0.5 * Math.atan2(2 * im, (1 - re) * (1 + re) - squares);
  return [real, imaginary];
};

export const complexAtan: Complex = (re, im) => turnedBack(complexAtanh(-im, re));

export const complexRsqrt: Complex = (re, im) => complexReciprocal(...complexSqrt(re, im));

/** A logarithm to another base. */
export const complexLogTo =
  (factor: number): Complex =>
  (re, im) => {
    const [a, b] = complexLog(re, im);
    return [a * factor, b * factor];
  };

export const complexLog1p: Complex = (re, im) => [
  0.5 * Math.log1p(re * (2 + re) + im * im),
  Math.atan2(im, 1 + re),
];

/** The powers that PyTorch computes by products and roots when the exponent is a number. */
export function complexShortcut(exponent: number): Complex | null {
  const square = (x: Parts): Parts => times(x, x);
  switch (exponent) {
    case 2:
      return (re, im) => square([re, im]);
    case 3:
      return (re, im) => times(square([re, im]), [re, im]);
    case 0.5:
      return complexSqrt;
    case -0.5:
      return complexRsqrt;
    case -1:
      return complexReciprocal;
    case -2:
      return (re, im) => over([1, 0], square([re, im]));
    default:
      return null;
  }
}
