// Floats as decimal text: the shortest that reads back as the same float, and correctly rounded
// digits in fixed, exponential and general notation. Ties go to the even digit of the exact value.

/** How a float is written: the letters of the format mini-language, and `r` for repr. */
export type FloatNotation = 'e' | 'f' | 'g' | 'r';

export interface FloatStyle {
  /** `#`: always a decimal point, and no zeros stripped in `g`. */
  readonly alternate?: boolean;
  /** `1.0` rather than `1` where nothing else shows that it is a float. */
  readonly dotZero?: boolean;
}

/** `repr(x)` */
export function floatRepr(x: number): string {
  return formatDouble(x, 'r', 0, { dotZero: true });
}

/** The float in a notation, with its minus sign; `nan` and `inf` are spelt in lower case. */
export function formatDouble(
  x: number,
  notation: FloatNotation,
  precision: number,
  style: FloatStyle = {},
): string {
  if (Number.isNaN(x)) return 'nan';
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  if (!Number.isFinite(x)) return `${sign}inf`;
  const magnitude = Math.abs(x);
  switch (notation) {
    case 'f':
      return sign + point(fixed(magnitude, precision), style);
    case 'e':
      return sign + exponential(significant(magnitude, precision + 1), style);
    case 'g':
      return sign + general(significant(magnitude, Math.max(precision, 1)), precision, style);
    case 'r':
      return sign + general(shortest(magnitude), 16, style, true);
  }
}

/** Digits d1 d2 d3 … and where the point stands: 0.d1d2d3… × 10^point. */
export interface Decimal {
  readonly digits: string;
  readonly point: number;
}

/** The shortest digits that read back as the float, without trailing zeros. */
export function shortest(magnitude: number): Decimal {
  if (magnitude === 0) return { digits: '0', point: 1 };
  const [mantissa, exponent] = magnitude.toExponential().split('e') as [string, string];
  return { digits: mantissa.replace('.', ''), point: Number(exponent) + 1 };
}

/** The digits with `count` of them after the decimal point. */
function fixed(magnitude: number, count: number): string {
  const scaled = roundScaled(magnitude, count)
    .toString()
    .padStart(count + 1, '0');
  if (count === 0) return scaled;
  return `${scaled.slice(0, -count)}.${scaled.slice(-count)}`;
}

/** Exactly `count` significant digits. */
function significant(magnitude: number, count: number): Decimal {
  if (magnitude === 0) return { digits: '0'.repeat(count), point: 1 };
  // With 21 digits no double is rounded up to the next power of ten.
  let exponent = Number(magnitude.toExponential(20).split('e')[1]);
  let digits = roundScaled(magnitude, count - 1 - exponent).toString();
  // Rounding may carry into a further digit.
  if (digits.length > count) {
    exponent++;
    digits = roundScaled(magnitude, count - 1 - exponent).toString();
  }
  return { digits, point: exponent + 1 };
}

/** magnitude × 10^places, rounded to an integer; the exact value decides, ties go to even. */
export function roundScaled(magnitude: number, places: number): bigint {
  const [mantissa, exponent] = decompose(magnitude);
  let numerator = mantissa;
  let denominator = 1n;
  if (places >= 0) numerator *= 10n ** BigInt(places);
  else denominator *= 10n ** BigInt(-places);
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  const up = twice > denominator || (twice === denominator && (quotient & 1n) === 1n);
  return up ? quotient + 1n : quotient;
}

/** A finite, non-negative double as mantissa × 2^exponent, both integral. */
export function decompose(magnitude: number): [mantissa: bigint, exponent: number] {
  view.setFloat64(0, magnitude);
  const high = view.getUint32(0);
  const biased = (high >>> 20) & 0x7ff;
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(view.getUint32(4));
  if (biased === 0) return [fraction, -1074];
  return [fraction | (1n << 52n), biased - 1075];
}

const view = new DataView(new ArrayBuffer(8));

function point(text: string, style: FloatStyle): string {
  return style.alternate && !text.includes('.') ? `${text}.` : text;
}

function exponential({ digits, point: at }: Decimal, style: FloatStyle): string {
  const fraction = digits.slice(1);
  const dot = fraction !== '' || style.alternate ? '.' : '';
  return digits.charAt(0) + dot + fraction + exponentText(at - 1);
}

function exponentText(exponent: number): string {
  return `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** Fixed notation for exponents from -4 up to the precision, else exponential. */
function general(decimal: Decimal, precision: number, style: FloatStyle, repr = false): string {
  const { point: at } = decimal;
  const limit = repr ? precision : Math.max(precision, 1);
  let { digits } = decimal;
  if (!style.alternate || repr) digits = digits.replace(/0+$/, '') || '0';
  // With `.0` to be added, one place fewer is left for digits before the point.
  const most = style.dotZero && !repr ? limit - 1 : limit;
  if (at < -3 || at > most) return exponential({ digits, point: at }, style);
  let whole = '0';
  let fraction: string;
  if (at <= 0) {
    fraction = '0'.repeat(-at) + digits;
  } else {
    whole = digits.slice(0, at).padEnd(at, '0');
    fraction = digits.slice(at);
  }
  if (fraction !== '') return `${whole}.${fraction}`;
  if (style.dotZero) return `${whole}.0`;
  return style.alternate ? `${whole}.` : whole;
}
