// Numbers read from text, as `int()`, `float()` and `complex()` read them: white space around,
// underscores between digits, and the decimal digits of every script.

import { normalise, type Int } from '../values/integers.ts';
import { stripSpace } from './characters.ts';

/** An int in a base from 2 to 36, or 0 for the one that its prefix names; null if malformed. */
export function parseInteger(text: string, base: number): Int | null {
  const match = /^([+-]?)(.*)$/s.exec(stripSpace(asciiDigits(text)));
  const negative = match?.[1] === '-';
  let body = (match?.[2] ?? '').toLowerCase();
  let radix = base;
  const prefix = PREFIXES[body.slice(0, 2)];
  if (prefix !== undefined && (base === 0 || base === prefix)) {
    radix = prefix;
    body = body.slice(2).replace(/^_/, '');
  } else if (base === 0) {
    // A leading zero would be the octal of old.
    if (/^0[0_]*[1-9]/.test(body)) return null;
    radix = 10;
  }
  if (!/^[\da-z]+(_[\da-z]+)*$/.test(body)) return null;
  const magnitude = magnitudeOf(body.replaceAll('_', ''), radix);
  if (magnitude === null) return null;
  return negative ? normalise(-BigInt(magnitude)) : magnitude;
}

const PREFIXES: Record<string, number> = { '0x': 16, '0o': 8, '0b': 2 };

function magnitudeOf(digits: string, radix: number): Int | null {
  for (let i = 0; i < digits.length; i++) {
    if (parseInt(digits.charAt(i), 36) >= radix) return null;
  }
  const quick = parseInt(digits, radix);
  if (Number.isSafeInteger(quick)) return quick;
  if (radix === 10) return normalise(BigInt(digits));
  const prefix = { 16: '0x', 8: '0o', 2: '0b' }[radix];
  if (prefix !== undefined) return normalise(BigInt(prefix + digits));
  return normalise(bigOf(digits, radix));
}

/** Splits in halves, so that long texts do not take time by the square of their length. */
function bigOf(digits: string, radix: number): bigint {
  if (digits.length <= 9) return BigInt(parseInt(digits, radix));
  const half = digits.length >> 1;
  const low = digits.length - half;
  return (
    bigOf(digits.slice(0, half), radix) * BigInt(radix) ** BigInt(low) +
    bigOf(digits.slice(half), radix)
  );
}

/** How many decimal digits a text has, for the limit on conversions. */
export function digitCount(text: string): number {
  return text.replace(/[^\p{Nd}]/gu, '').length;
}

/** A float; null if malformed. */
export function parseFloating(text: string): number | null {
  const trimmed = stripSpace(asciiDigits(text));
  const plain = withoutUnderscores(trimmed);
  return plain === null ? null : readDouble(plain);
}

const DOUBLE = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const SPECIAL = /^([+-]?)(inf|infinity|nan)$/i;

function readDouble(text: string): number | null {
  if (DOUBLE.test(text)) return Number(text);
  const special = SPECIAL.exec(text);
  if (special === null) return null;
  if ((special[2] as string).toLowerCase() === 'nan') return NaN;
  return special[1] === '-' ? -Infinity : Infinity;
}

/** An underscore may stand between two digits only. */
function withoutUnderscores(text: string): string | null {
  if (!text.includes('_')) return text;
  if (/(?<!\d)_|_(?!\d)/.test(text)) return null;
  return text.replaceAll('_', '');
}

/** A complex number as its parts; null if malformed. */
export function parseComplex(text: string): [re: number, im: number] | null {
  let trimmed = stripSpace(asciiDigits(text));
  if (trimmed.startsWith('(')) {
    if (!trimmed.endsWith(')')) return null;
    trimmed = stripSpace(trimmed.slice(1, -1));
  }
  const plain = withoutUnderscores(trimmed);
  if (plain === null) return null;
  const match = COMPLEX.exec(plain);
  if (match === null) return null;
  const [, first, second, unit, alone] = match;
  if (alone !== undefined) return [0, unitOf(alone)];
  if (first === undefined) return null;
  if (unit !== undefined) return [readDouble(first) ?? 0, unitOf(second ?? '')];
  if (plain.toLowerCase().endsWith('j')) return [0, readDouble(first) ?? 0];
  return [readDouble(first) ?? 0, 0];
}

const REAL = '(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?|infinity|inf|nan)';
const COMPLEX = new RegExp(`^(?:([+-]?${REAL})(?:([+-]${REAL}?)(j))?j?|([+-]?)j)$`, 'i');

function unitOf(text: string): number {
  if (text === '' || text === '+') return 1;
  return text === '-' ? -1 : (readDouble(text) ?? 0);
}

/** Decimal digits of other scripts as ASCII ones, other white space as spaces. */
function asciiDigits(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  return text.replace(/\p{Nd}/gu, (digit) => String(decimalValue(digit)));
}

/** The value of a decimal digit. Scripts have theirs in runs of ten, which may stand together. */
export function decimalValue(digit: string): number {
  const code = digit.codePointAt(0) as number;
  let start = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start--;
  return (code - start) % 10;
}
