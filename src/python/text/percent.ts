// `format % values`: printf-style formatting of str and bytes, with CPython's messages.
//
// https://docs.python.org/3.11/library/stdtypes.html#printf-style-string-formatting

import { typeName, typeOf } from '../evaluate/attributes.ts';
import { callSpecial } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { wait, type Pending } from '../evaluate/pending.ts';
import { ascii, getItem, index, repr, str } from '../evaluate/protocols.ts';
import { Bytes, List, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { intFromDouble, intOf, toDouble, type Int } from '../values/integers.ts';
import { Float, StrObject } from '../values/numbers.ts';
import { Dict, type Value } from '../values/object.ts';
import { isUnknown, reasonOf } from '../values/unknown.ts';
import { lengthOf, sliceText } from './codePoints.ts';
import { formatDouble } from './floatRepr.ts';

type Text = Generator<Pending, string, Value>;

/** One conversion: `%(key)-08.3f`. */
interface Conversion {
  readonly left: boolean;
  readonly sign: '' | '+' | ' ';
  readonly zero: boolean;
  readonly alternate: boolean;
  readonly width: number;
  readonly precision: number | null;
  readonly letter: string;
}

/** How `%s`, `%a` and `%c` of the format's own kind become text: str's or bytes'. */
export interface PercentKind {
  readonly noun: 'string' | 'bytes';
  text(vm: Interpreter, value: Value, letter: string): Text;
  character(vm: Interpreter, value: Value): string;
  /** The key of `%(key)s` as the mapping has it. */
  key(name: string): Value;
}

export function* percentFormat(
  vm: Interpreter,
  format: string,
  values: Value,
  kind: PercentKind,
  decimal: (value: Int) => string,
): Text {
  const source = new Arguments(values, kind);
  let result = '';
  let at = 0;
  for (;;) {
    const percent = format.indexOf('%', at);
    if (percent < 0) {
      result += format.slice(at);
      break;
    }
    result += format.slice(at, percent);
    const [piece, end] = yield* convert(vm, format, percent + 1, source, kind, decimal);
    result += piece;
    at = end;
  }
  source.finish(kind);
  return result;
}

function* convert(
  vm: Interpreter,
  format: string,
  from: number,
  source: Arguments,
  kind: PercentKind,
  decimal: (value: Int) => string,
): Generator<Pending, [string, number], Value> {
  let at = from;
  if (format.charAt(at) === '(') {
    const end = closingParenthesis(format, at);
    yield* source.useKey(vm, kind.key(format.slice(at + 1, end)));
    at = end + 1;
  }
  const flags = /^[-+ #0]*/.exec(format.slice(at))?.[0] ?? '';
  at += flags.length;
  let left = flags.includes('-');
  let [width, afterWidth] = readSize(format, at, source, 'width');
  at = afterWidth;
  if (width !== null && width < 0) {
    left = true;
    width = -width;
  }
  let precision: number | null = null;
  if (format.charAt(at) === '.') {
    [precision, at] = readSize(format, at + 1, source, 'precision');
    precision = Math.max(0, precision ?? 0);
  }
  if (/[hlL]/.test(format.charAt(at))) at++;
  if (at >= format.length) raise('ValueError', 'incomplete format');
  const letter = String.fromCodePoint(format.codePointAt(at) as number);
  const conversion: Conversion = {
    left,
    sign: flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '',
    zero: flags.includes('0'),
    alternate: flags.includes('#'),
    width: width ?? 0,
    precision,
    letter,
  };
  if (letter === '%' && at === from) return ['%', at + 1];
  const value = source.next();
  if (!'diuoxXeEfFgGcrsab'.includes(letter) || (letter === 'b' && kind.noun === 'string')) {
    const code = letter.codePointAt(0) as number;
    const shown = code > 31 && code < 127 ? letter : '?';
    const place = lengthOf(format.slice(0, at));
    raise(
      'ValueError',
      `unsupported format character '${shown}' (0x${code.toString(16)}) at index ${place}`,
    );
  }
  vm.charge(conversion.width + (precision ?? 0));
  return [yield* piece(vm, conversion, value, kind, decimal), at + letter.length];
}

function closingParenthesis(format: string, open: number): number {
  let depth = 0;
  for (let i = open; i < format.length; i++) {
    if (format.charAt(i) === '(') depth++;
    else if (format.charAt(i) === ')' && --depth === 0) return i;
  }
  return raise('ValueError', 'incomplete format key');
}

function readSize(
  format: string,
  from: number,
  source: Arguments,
  what: 'width' | 'precision',
): [number | null, number] {
  if (format.charAt(from) === '*') {
    const given = source.next();
    const size = intOf(given);
    if (size === undefined) raise('TypeError', '* wants int');
    if (Number(size) >= 2 ** 63) {
      raise('OverflowError', 'Python int too large to convert to C ssize_t');
    }
    return [Number(size), from + 1];
  }
  const digits = /^\d*/.exec(format.slice(from))?.[0] ?? '';
  const size = Number(digits);
  const most = what === 'width' ? Number.MAX_SAFE_INTEGER : 0x7fffffff;
  if (size > most) {
    raise('ValueError', what === 'width' ? 'width too big' : 'precision too big');
  }
  return [digits === '' ? null : size, from + digits.length];
}

/** The values to be formatted: a tuple's in turn, one alone, or a mapping's by key. */
class Arguments {
  readonly #values: Value;
  readonly #items: readonly Value[] | null;
  #used = 0;
  /** The value that the last key chose. */
  #keyed: Value | undefined;
  #hasKeys = false;

  readonly #noun: PercentKind['noun'];

  constructor(values: Value, kind: PercentKind) {
    this.#values = values;
    this.#noun = kind.noun;
    this.#items = values instanceof Tuple ? values.items : null;
  }

  *useKey(vm: Interpreter, key: Value): Generator<Pending, void, Value> {
    if (!this.#isMapping()) raise('TypeError', 'format requires a mapping');
    this.#hasKeys = true;
    this.#keyed = yield* wait(getItem(vm, this.#values, key));
  }

  next(): Value {
    if (this.#keyed !== undefined) {
      const value = this.#keyed;
      this.#keyed = undefined;
      return value;
    }
    if (this.#items === null) {
      if (this.#used++ > 0 || this.#hasKeys) {
        raise('TypeError', 'not enough arguments for format string');
      }
      return this.#values;
    }
    const item = this.#items[this.#used++];
    if (item === undefined) raise('TypeError', 'not enough arguments for format string');
    return item;
  }

  finish(kind: PercentKind): void {
    const given = this.#items === null ? (this.#isMapping() ? 0 : 1) : this.#items.length;
    if (this.#used < given) {
      raise('TypeError', `not all arguments converted during ${kind.noun} formatting`);
    }
  }

  #isMapping(): boolean {
    const values = this.#values;
    if (values instanceof Dict || isUnknown(values)) return true;
    if (values instanceof Tuple || typeof values === 'string' || values instanceof StrObject) {
      return false;
    }
    if (values instanceof List) return true;
    if (values instanceof Bytes) return this.#noun === 'string';
    return typeOf(values).lookup('__getitem__') !== undefined;
  }
}

function* piece(
  vm: Interpreter,
  conversion: Conversion,
  value: Value,
  kind: PercentKind,
  decimal: (value: Int) => string,
): Text {
  const { letter, precision } = conversion;
  if (isUnknown(value)) return fill(`<unknown: ${reasonOf(value)}>`, conversion);
  switch (letter) {
    case 's':
    case 'r':
    case 'a':
    case 'b': {
      const text = yield* kind.text(vm, value, letter);
      return fill(precision === null ? text : sliceText(text, 0, precision), conversion);
    }
    case 'c':
      return fill(kind.character(vm, value), conversion);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      return yield* integerPiece(vm, conversion, value, decimal);
    default:
      return yield* floatPiece(vm, conversion, value);
  }
}

function fill(text: string, { left, width }: Conversion): string {
  const missing = ' '.repeat(Math.max(0, width - lengthOf(text)));
  return left ? text + missing : missing + text;
}

const RADIX: Record<string, readonly [radix: number, prefix: string]> = {
  o: [8, '0o'],
  x: [16, '0x'],
  X: [16, '0X'],
};

function* integerPiece(
  vm: Interpreter,
  conversion: Conversion,
  value: Value,
  decimal: (value: Int) => string,
): Text {
  const { letter } = conversion;
  const int =
    RADIX[letter] === undefined ? yield* toInteger(vm, value, letter) : toIndex(vm, value, letter);
  const magnitude = int < 0 ? -int : int;
  const [radix, prefix] = RADIX[letter] ?? [10, ''];
  let digits = radix === 10 ? decimal(magnitude) : magnitude.toString(radix);
  if (letter === 'X') digits = digits.toUpperCase();
  digits = digits.padStart(conversion.precision ?? 0, '0');
  return withSign(int < 0, conversion.alternate ? prefix : '', digits, conversion);
}

function* toInteger(vm: Interpreter, value: Value, letter: string): Generator<Pending, Int, Value> {
  const plain = intOf(value);
  if (plain !== undefined) return plain;
  if (value instanceof Float) {
    if (Number.isNaN(value.value)) raise('ValueError', 'cannot convert float NaN to integer');
    if (!Number.isFinite(value.value)) {
      raise('OverflowError', 'cannot convert float infinity to integer');
    }
    return intFromDouble(Math.trunc(value.value));
  }
  for (const method of ['__int__', '__index__', '__trunc__']) {
    if (typeof value === 'string' || value instanceof Bytes || value instanceof StrObject) break;
    const result = callSpecial(vm, value, method, []);
    if (result === undefined) continue;
    const int = intOf(yield* wait(result));
    if (int !== undefined) return int;
  }
  return raise('TypeError', `%${letter} format: a real number is required, not ${typeName(value)}`);
}

function toIndex(vm: Interpreter, value: Value, letter: string): Int {
  const plain = intOf(value);
  if (plain !== undefined) return plain;
  if (typeOf(value).lookup('__index__') === undefined) {
    raise('TypeError', `%${letter} format: an integer is required, not ${typeName(value)}`);
  }
  return index(vm, value);
}

function withSign(
  negative: boolean,
  prefix: string,
  digits: string,
  conversion: Conversion,
): string {
  const lead = (negative ? '-' : conversion.sign) + prefix;
  if (!conversion.zero || conversion.left) return fill(lead + digits, conversion);
  return lead + digits.padStart(conversion.width - lead.length, '0');
}

function* floatPiece(vm: Interpreter, conversion: Conversion, value: Value): Text {
  const { letter, precision } = conversion;
  const double = yield* toReal(vm, value);
  if (precision !== null && precision > 0x7fffffff) raise('ValueError', 'precision too big');
  const notation = letter.toLowerCase() as 'e' | 'f' | 'g';
  const text = formatDouble(double, notation, precision ?? 6, { alternate: conversion.alternate });
  const shown = letter === notation ? text : text.toUpperCase();
  const negative = shown.startsWith('-');
  return withSign(negative, '', negative ? shown.slice(1) : shown, conversion);
}

function* toReal(vm: Interpreter, value: Value): Generator<Pending, number, Value> {
  if (value instanceof Float) return value.value;
  const int = intOf(value);
  if (int !== undefined) return toDouble(int);
  const result = callSpecial(vm, value, '__float__', []);
  if (result !== undefined) {
    const made = yield* wait(result);
    if (made instanceof Float) return made.value;
    raise('TypeError', `${typeName(value)}.__float__ returned non-float (type ${typeName(made)})`);
  }
  if (typeOf(value).lookup('__index__') !== undefined) return toDouble(index(vm, value));
  return raise('TypeError', `must be real number, not ${typeName(value)}`);
}

/** The conversions of str's `%`. */
export const strKind: PercentKind = {
  noun: 'string',
  key: (name) => name,
  *text(vm, value, letter) {
    const convertTo = letter === 's' ? str : letter === 'r' ? repr : ascii;
    return (yield* wait(convertTo(vm, value))) as string;
  },
  character(vm, value) {
    const text = value instanceof StrObject ? value.value : value;
    if (typeof text === 'string') {
      if (lengthOf(text) !== 1) raise('TypeError', '%c requires int or char');
      return text;
    }
    if (typeOf(value).lookup('__index__') === undefined) {
      raise('TypeError', '%c requires int or char');
    }
    const code = index(vm, value);
    if (code < 0 || code > 0x10ffff) raise('OverflowError', '%c arg not in range(0x110000)');
    return String.fromCodePoint(Number(code));
  },
};
