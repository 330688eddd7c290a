// The format mini-language: `format(value, spec)` for str, int, float and complex, with CPython's
// messages. The fields of `str.format` are in formatString.ts, `%` in percent.ts.
//
// https://docs.python.org/3.11/library/string.html#format-specification-mini-language

import { typeName as nameOf } from '../evaluate/attributes.ts';
import { raise } from '../values/exception.ts';
import { toDouble, type Int } from '../values/integers.ts';
import { StrObject } from '../values/numbers.ts';
import type { Value } from '../values/object.ts';
import { lengthOf, sliceText } from './codePoints.ts';
import { formatDouble, type FloatNotation } from './floatRepr.ts';

export interface FormatSpec {
  readonly fill: string;
  /** Empty where none was written: text goes left, numbers right. */
  readonly align: '' | '<' | '>' | '=' | '^';
  readonly sign: '' | '+' | '-' | ' ';
  readonly noNegativeZero: boolean;
  readonly alternate: boolean;
  readonly width: number;
  readonly grouping: '' | ',' | '_';
  readonly precision: number | null;
  /** The presentation type; empty where none was written. */
  readonly type: string;
}

/** What the value's type allows and how it is named in messages. */
type Subject = 'str' | 'int' | 'float' | 'complex';

/** The specification that `__format__` was given. */
export function specText(value: Value): string {
  if (typeof value === 'string') return value;
  if (value instanceof StrObject) return value.value;
  return raise('TypeError', `__format__() argument must be str, not ${nameOf(value)}`);
}

export function parseFormatSpec(
  text: string,
  subject: Subject,
  typeName: string = subject,
): FormatSpec {
  const chars = [...text];
  let at = 0;
  let fill = '';
  let align: FormatSpec['align'] = '';
  if (isAlign(chars[1])) {
    fill = chars[0] as string;
    align = chars[1];
    at = 2;
  } else if (isAlign(chars[0])) {
    align = chars[0];
    at = 1;
  }
  let sign: FormatSpec['sign'] = '';
  const mark = chars[at];
  if (mark === '+' || mark === '-' || mark === ' ') {
    sign = mark;
    at++;
  }
  const take = (wanted: string): boolean => chars[at] === wanted && ++at > 0;
  const noNegativeZero = take('z');
  const alternate = take('#');
  if (fill === '' && chars[at] === '0') {
    fill = '0';
    if (align === '' && subject !== 'str') align = '=';
    at++;
  }
  const [width, afterWidth] = readInteger(chars, at);
  at = afterWidth;
  const [grouping, afterGrouping] = readGrouping(chars, at);
  at = afterGrouping;
  let precision: number | null = null;
  if (take('.')) {
    const [value, end] = readInteger(chars, at);
    if (end === at) raise('ValueError', 'Format specifier missing precision');
    precision = value;
    at = end;
  }
  if (chars.length - at > 1) {
    raise('ValueError', `Invalid format specifier '${text}' for object of type '${typeName}'`);
  }
  const type = chars[at] ?? '';
  if (grouping !== '') checkGrouping(grouping, type);
  return {
    fill: fill || ' ',
    align,
    sign,
    noNegativeZero,
    alternate,
    width,
    grouping,
    precision,
    type,
  };
}

function isAlign(char: string | undefined): char is '<' | '>' | '=' | '^' {
  return char === '<' || char === '>' || char === '=' || char === '^';
}

function readInteger(chars: readonly string[], from: number): [value: number, end: number] {
  let end = from;
  let value = 0;
  for (; /^\p{Nd}$/u.test(chars[end] ?? ''); end++) {
    value = value * 10 + Number(chars[end]);
    if (value > Number.MAX_SAFE_INTEGER) {
      raise('ValueError', 'Too many decimal digits in format string');
    }
  }
  return [value, end];
}

const BOTH = "Cannot specify both ',' and '_'.";

function readGrouping(chars: readonly string[], from: number): ['' | ',' | '_', number] {
  let at = from;
  let grouping: '' | ',' | '_' = '';
  if (chars[at] === ',') {
    grouping = ',';
    at++;
  }
  if (chars[at] === '_') {
    if (grouping !== '') raise('ValueError', BOTH);
    grouping = '_';
    at++;
  }
  if (chars[at] === ',' && grouping === '_') raise('ValueError', BOTH);
  return [grouping, at];
}

function checkGrouping(grouping: string, type: string): void {
  if (type === '' || 'defgEG%F'.includes(type)) return;
  if (grouping === '_' && 'boxX'.includes(type)) return;
  raise('ValueError', `Cannot specify '${grouping}' with ${quotedCode(type)}.`);
}

function quotedCode(type: string): string {
  const code = type.codePointAt(0) as number;
  return code > 32 && code < 128 ? `'${type}'` : `'\\x${code.toString(16)}'`;
}

function unknownCode(type: string, typeName: string): never {
  raise('ValueError', `Unknown format code ${quotedCode(type)} for object of type '${typeName}'`);
}

/** `format(text, spec)` */
export function formatText(text: string, specText: string, typeName = 'str'): string {
  if (specText === '') return text;
  const spec = parseFormatSpec(specText, 'str', typeName);
  if (spec.type !== '' && spec.type !== 's') unknownCode(spec.type, typeName);
  if (spec.grouping !== '') raise('ValueError', `Cannot specify '${spec.grouping}' with 's'.`);
  const refuse = (what: string): never =>
    raise('ValueError', `${what} not allowed in string format specifier`);
  if (spec.sign === ' ') refuse('Space');
  if (spec.sign !== '') refuse('Sign');
  if (spec.noNegativeZero) refuse('Negative zero coercion (z)');
  if (spec.alternate) refuse('Alternate form (#)');
  if (spec.align === '=') refuse("'=' alignment");
  const shown =
    spec.precision !== null && spec.precision < text.length
      ? sliceText(text, 0, spec.precision)
      : text;
  return pad(shown, spec, '<');
}

/** Fills up to the width; `=` is done before, where the sign is known. */
export function pad(text: string, spec: FormatSpec, byDefault: '<' | '>'): string {
  const missing = spec.width - lengthOf(text);
  if (missing <= 0) return text;
  const align = spec.align === '' ? byDefault : spec.align;
  if (align === '<') return text + spec.fill.repeat(missing);
  if (align === '^') {
    const left = Math.floor(missing / 2);
    return spec.fill.repeat(left) + text + spec.fill.repeat(missing - left);
  }
  return spec.fill.repeat(missing) + text;
}

const RADIX: Record<string, readonly [radix: number, prefix: string]> = {
  b: [2, '0b'],
  o: [8, '0o'],
  x: [16, '0x'],
  X: [16, '0X'],
};

/**
 * `format(int, spec)`. `decimal` writes the magnitude in base ten, where its caller bounds how
 * long that may get.
 */
export function formatInt(
  value: Int,
  specText: string,
  typeName = 'int',
  decimal: (magnitude: Int) => string = String,
): string {
  if (specText === '') return value < 0 ? `-${decimal(-value)}` : decimal(value);
  const spec = parseFormatSpec(specText, 'int', typeName);
  const { type } = spec;
  if ('eEfFgG%'.includes(type) && type !== '') return formatReal(toDouble(value), spec, typeName);
  if (type !== '' && !'bcdoxXn'.includes(type)) unknownCode(type, typeName);
  if (spec.precision !== null) {
    raise('ValueError', 'Precision not allowed in integer format specifier');
  }
  if (spec.noNegativeZero) {
    raise('ValueError', 'Negative zero coercion (z) not allowed in integer format specifier');
  }
  if (type === 'c') return formatCharacter(value, spec);
  const magnitude = value < 0 ? -value : value;
  const [radix, prefix] = RADIX[type] ?? [10, ''];
  let digits = radix === 10 ? decimal(magnitude) : magnitude.toString(radix);
  if (type === 'X') digits = digits.toUpperCase();
  const lead = signText(value < 0, spec) + (spec.alternate ? prefix : '');
  return assemble(lead, digits, '', spec, radix === 10 ? 3 : 4);
}

function formatCharacter(value: Int, spec: FormatSpec): string {
  if (spec.sign !== '') {
    raise('ValueError', "Sign not allowed with integer format specifier 'c'");
  }
  if (spec.alternate) {
    raise('ValueError', "Alternate form (#) not allowed with integer format specifier 'c'");
  }
  if (value >= 2n ** 63n || value < -(2n ** 63n)) {
    raise('OverflowError', 'Python int too large to convert to C long');
  }
  if (value < 0 || value > 0x10ffff) raise('OverflowError', '%c arg not in range(0x110000)');
  return pad(String.fromCodePoint(Number(value)), spec, '>');
}

function signText(negative: boolean, spec: FormatSpec): string {
  if (negative) return '-';
  return spec.sign === '-' ? '' : spec.sign;
}

/** Sign, digits and rest, with separators, filled up to the width. */
function assemble(
  lead: string,
  digits: string,
  rest: string,
  spec: FormatSpec,
  groupSize: number,
): string {
  const zeros = spec.fill === '0' && spec.align === '=';
  const least = zeros ? spec.width - lead.length - rest.length : 0;
  // Infinities and NaN have no digits to be grouped.
  const plain = spec.grouping === '' || digits === '';
  const grouped = plain
    ? digits.padStart(least, '0')
    : group(digits, spec.grouping, groupSize, least);
  if (spec.align === '=') {
    const missing = spec.width - lead.length - grouped.length - rest.length;
    return lead + spec.fill.repeat(Math.max(0, missing)) + grouped + rest;
  }
  return pad(lead + grouped + rest, spec, '>');
}

/** Puts separators between groups from the right; zeros fill up to at least `least` characters. */
function group(digits: string, separator: string, size: number, least: number): string {
  const groups: string[] = [];
  let remaining = digits.length;
  let missing = least;
  for (;;) {
    const take = Math.min(size, Math.max(remaining, missing, 1));
    const from = Math.max(0, remaining - take);
    groups.unshift(digits.slice(from, remaining).padStart(take, '0'));
    remaining = from;
    missing -= take;
    if (remaining <= 0 && missing <= 0) break;
    missing -= 1;
  }
  return groups.join(separator);
}

/** `format(float, spec)` */
export function formatFloat(value: number, specText: string, typeName = 'float'): string {
  const spec = parseFormatSpec(specText, 'float', typeName);
  if (spec.type !== '' && !'eEfFgGn%'.includes(spec.type)) unknownCode(spec.type, typeName);
  return formatReal(value, spec, typeName);
}

function formatReal(value: number, spec: FormatSpec, typeName: string): string {
  if (spec.type !== '' && !'eEfFgGn%'.includes(spec.type)) unknownCode(spec.type, typeName);
  const text = realText(value, spec);
  const negative = text.startsWith('-');
  const { whole, rest } = splitNumber(negative ? text.slice(1) : text);
  return assemble(signText(negative, spec), whole, rest, spec, 3);
}

/** The digits of a float in the spec's notation, with its minus sign. */
function realText(value: number, spec: FormatSpec): string {
  const { type, precision } = spec;
  if (precision !== null && precision > 0x7fffffff) raise('ValueError', 'precision too big');
  const style = { alternate: spec.alternate, dotZero: type === '' };
  let notation: FloatNotation;
  let digits = precision ?? 6;
  if (type === '') {
    notation = precision === null ? 'r' : 'g';
    digits = precision ?? 0;
  } else {
    notation = type === 'n' ? 'g' : type === '%' ? 'f' : (type.toLowerCase() as FloatNotation);
  }
  let text = formatDouble(type === '%' ? value * 100 : value, notation, digits, style);
  if (spec.noNegativeZero && /^-[0.]+(e|$)/.test(text)) text = text.slice(1);
  if (type === '%') text += '%';
  return type === 'E' || type === 'F' || type === 'G' ? text.toUpperCase() : text;
}

/** The digits before the point, which get the separators, and what follows them. */
function splitNumber(text: string): { whole: string; rest: string } {
  const whole = /^\d*/.exec(text)?.[0] ?? '';
  return { whole, rest: text.slice(whole.length) };
}

/** `format(complex, spec)` */
export function formatComplex(re: number, im: number, specText: string): string {
  const spec = parseFormatSpec(specText, 'complex');
  if (spec.type !== '' && !'eEfFgGn'.includes(spec.type)) unknownCode(spec.type, 'complex');
  if (spec.fill === '0') {
    raise('ValueError', 'Zero padding is not allowed in complex format specifier');
  }
  if (spec.align === '=') {
    raise('ValueError', "'=' alignment flag is not allowed in complex format specifier");
  }
  const part = (value: number, sign: FormatSpec['sign']): string => {
    const notation = spec.type === '' && spec.precision !== null ? 'g' : spec.type;
    const text = complexPart(value, { ...spec, type: notation });
    const negative = text.startsWith('-');
    const { whole, rest } = splitNumber(negative ? text.slice(1) : text);
    const bare = { ...spec, width: 0, sign };
    return assemble(signText(negative, bare), whole, rest, bare, 3);
  };
  const alone = spec.type === '' && re === 0 && !Object.is(re, -0);
  if (alone) return pad(`${part(im, spec.sign)}j`, spec, '>');
  const both = `${part(re, spec.sign)}${part(im, '+')}j`;
  return pad(spec.type === '' ? `(${both})` : both, spec, '>');
}

/** A part of a complex number: like a float, but a whole number has no `.0`. */
function complexPart(value: number, spec: FormatSpec): string {
  if (spec.type !== '') return realText(value, spec);
  return formatDouble(value, 'r', 0, { alternate: spec.alternate });
}
