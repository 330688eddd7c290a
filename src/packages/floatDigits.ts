// Decimal digits of floats as numpy prints them: the fewest that tell a number from its neighbours in
// its own precision, or the exact number rounded where fewer are asked for.

import { roundToHalf } from '../tensor/array.ts';
import type { DType } from '../tensor/dtype.ts';

/** `0.d1d2d3… * 10^exponent`, of a finite number's magnitude; zero has the digit 0. */
export interface Digits {
  readonly digits: string;
  readonly exponent: number;
}

export function shortest(x: number, dtype: DType): Digits {
  const magnitude = Math.abs(x);
  if (dtype === 'float32' || dtype === 'complex64') return narrowest(magnitude, 9, Math.fround);
  if (dtype === 'float16') return narrowest(magnitude, 5, roundToHalf);
  return fromText(magnitude.toExponential());
}

function narrowest(x: number, most: number, round: (x: number) => number): Digits {
  for (let n = 1; n < most; n++) {
    const text = x.toExponential(n - 1);
    if (round(Number(text)) === x) return fromText(text);
  }
  return fromText(x.toExponential(most - 1));
}

function fromText(text: string): Digits {
  const [mantissa = '0', exponent = '0'] = text.split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/, '') || '0';
  return { digits, exponent: digits === '0' ? 1 : Number(exponent) + 1 };
}

/** `12.5` with at most so many digits after the point, and none that are zero at the end: `3.` */
export function positional(x: number, dtype: DType, precision: number): string {
  const { digits, exponent } = shortest(x, dtype);
  const whole = exponent > 0 ? digits.slice(0, exponent).padEnd(exponent, '0') : '0';
  const rest = exponent > 0 ? digits.slice(exponent) : '0'.repeat(-exponent) + digits;
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  if (rest.length <= precision) return `${sign}${whole}.${rest.replace(/0+$/, '')}`;
  const [before = '0', after = ''] = rounded(Math.abs(x), precision, rest).split('.');
  return `${sign}${before}.${after.replace(/0+$/, '')}`;
}

/** toFixed rounds halves up, numpy to the even digit. */
function rounded(x: number, precision: number, rest: string): string {
  const up = x.toFixed(precision);
  const isHalf =
    rest.length === precision + 1 &&
    rest.endsWith('5') &&
    /^0*$/.test(
      x
        .toFixed(Math.min(precision + 31, 100))
        .split('.')[1]
        ?.slice(precision + 1) ?? '',
    );
  if (!isHalf || /[02468]$/.test(up)) return up;
  // The digit before is even: what stands there, cut.
  return x.toFixed(precision + 1).slice(0, precision === 0 ? -2 : -1);
}

/** `1.25e+08`, the mantissa as above. */
export function scientific(x: number, dtype: DType, precision: number): [string, string, string] {
  const { digits, exponent } = shortest(x, dtype);
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  if (digits.length <= precision + 1) {
    return [sign + (digits[0] as string), digits.slice(1), exponentText(exponent - 1)];
  }
  const cut = fromText(Math.abs(x).toExponential(precision));
  return [sign + (cut.digits[0] as string), cut.digits.slice(1), exponentText(cut.exponent - 1)];
}

function exponentText(exponent: number): string {
  return (exponent < 0 ? '-' : '+') + String(Math.abs(exponent)).padStart(2, '0');
}

/** A scalar's repr: `0.1`, `1e+16`. */
export function scalarText(x: number, dtype: DType): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x < 0 ? '-inf' : 'inf';
  const magnitude = Math.abs(x);
  if (x === 0 || (magnitude >= 1e-4 && magnitude < 1e16)) {
    const text = positional(x, dtype, 400);
    return text.endsWith('.') ? `${text}0` : text;
  }
  const [whole, rest, exponent] = scientific(x, dtype, 400);
  return `${whole}${rest === '' ? '' : `.${rest}`}e${exponent}`;
}
