// `str.format`: replacement fields with their look-ups, conversions and nested specs.
//
// https://docs.python.org/3.11/library/string.html#format-string-syntax

import { getAttribute } from '../evaluate/attributes.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { wait, type Pending } from '../evaluate/pending.ts';
import { ascii, format as formatValue, getItem, repr, str } from '../evaluate/protocols.ts';
import { raise } from '../values/exception.ts';
import type { Value } from '../values/object.ts';
import { escapeCode } from './strRepr.ts';

/** A piece of a format string: literal text, then perhaps a field. */
export interface Piece {
  readonly literal: string;
  readonly field: Field | null;
}

export interface Field {
  readonly name: string;
  readonly spec: string;
  readonly conversion: string | null;
}

/** Where the values of fields come from. */
export interface FieldValues {
  positional(index: number): Value;
  named(vm: Interpreter, name: string): Generator<Pending, Value, Value>;
}

export function* formatString(
  vm: Interpreter,
  template: string,
  values: FieldValues,
): Generator<Pending, string, Value> {
  return yield* render(vm, template, values, new Numbering(), 2);
}

/** Fields are numbered by hand or in order, not both. */
class Numbering {
  #mode: 'unknown' | 'automatic' | 'manual' = 'unknown';
  #next = 0;

  index(written: string): number {
    const mode = written === '' ? 'automatic' : 'manual';
    if (this.#mode !== 'unknown' && this.#mode !== mode) {
      const [from, to] =
        mode === 'automatic'
          ? ['manual field specification', 'automatic field numbering']
          : ['automatic field numbering', 'manual field specification'];
      raise('ValueError', `cannot switch from ${from} to ${to}`);
    }
    this.#mode = mode;
    return mode === 'automatic' ? this.#next++ : Number(written);
  }
}

function* render(
  vm: Interpreter,
  template: string,
  values: FieldValues,
  numbering: Numbering,
  depth: number,
): Generator<Pending, string, Value> {
  if (depth < 1) raise('ValueError', 'Max string recursion exceeded');
  let result = '';
  for (const { literal, field } of parseFormatString(template)) {
    result += literal;
    if (field === null) continue;
    let value = yield* fieldValue(vm, field.name, values, numbering);
    if (field.conversion !== null) value = yield* convert(vm, value, field.conversion);
    const spec =
      field.spec.includes('{') || field.spec.includes('}')
        ? yield* render(vm, field.spec, values, numbering, depth - 1)
        : field.spec;
    result += (yield* wait(formatValue(vm, value, spec))) as string;
  }
  return result;
}

function* convert(vm: Interpreter, value: Value, letter: string): Generator<Pending, Value, Value> {
  switch (letter) {
    case 's':
      return yield* wait(str(vm, value));
    case 'r':
      return yield* wait(repr(vm, value));
    case 'a':
      return yield* wait(ascii(vm, value));
    default: {
      const code = letter.codePointAt(0) as number;
      const shown = code > 32 && code < 127 ? letter : escapeCode(code).replace(/x0/, 'x');
      return raise('ValueError', `Unknown conversion specifier ${shown}`);
    }
  }
}

/** Splits a format string. Errors are raised where the text is reached. */
export function* parseFormatString(template: string): Generator<Piece> {
  let at = 0;
  while (at < template.length) {
    const brace = template.slice(at).search(/[{}]/);
    if (brace < 0) {
      yield { literal: template.slice(at), field: null };
      return;
    }
    const literal = template.slice(at, at + brace);
    at += brace;
    const char = template.charAt(at);
    if (template.charAt(at + 1) === char) {
      yield { literal: literal + char, field: null };
      at += 2;
      continue;
    }
    if (char === '}') raise('ValueError', "Single '}' encountered in format string");
    if (at + 1 >= template.length) raise('ValueError', "Single '{' encountered in format string");
    const [field, end] = readField(template, at + 1);
    yield { literal, field };
    at = end;
  }
}

/** Reads a field after its `{`, up to and with its `}`. */
function readField(template: string, from: number): [Field, number] {
  let at = from;
  let bracket = false;
  for (; at < template.length; at++) {
    const char = template.charAt(at);
    if (char === '{') raise('ValueError', "unexpected '{' in field name");
    if (char === '[') bracket = true;
    else if (char === ']') bracket = false;
    else if (!bracket && (char === '}' || char === ':' || char === '!')) break;
  }
  const name = template.slice(from, at);
  if (at >= template.length) raise('ValueError', "expected '}' before end of string");
  let conversion: string | null = null;
  if (template.charAt(at) === '!') {
    at++;
    if (at >= template.length) {
      raise('ValueError', 'end of string while looking for conversion specifier');
    }
    conversion = String.fromCodePoint(template.codePointAt(at) as number);
    at += conversion.length;
    const next = template.charAt(at);
    if (next === '') raise('ValueError', "unmatched '{' in format spec");
    if (next !== ':' && next !== '}')
      raise('ValueError', "expected ':' after conversion specifier");
  }
  if (template.charAt(at) === '}') return [{ name, spec: '', conversion }, at + 1];
  const start = at + 1;
  let depth = 1;
  for (at = start; at < template.length; at++) {
    if (template.charAt(at) === '{') depth++;
    else if (template.charAt(at) === '}' && --depth === 0) break;
  }
  if (depth > 0) raise('ValueError', "unmatched '{' in format spec");
  return [{ name, spec: template.slice(start, at), conversion }, at + 1];
}

function* fieldValue(
  vm: Interpreter,
  name: string,
  values: FieldValues,
  numbering: Numbering,
): Generator<Pending, Value, Value> {
  const { first, rest } = splitFieldName(name);
  let value: Value;
  if (first === '' || /^\d+$/.test(first)) {
    if (Number(first) > Number.MAX_SAFE_INTEGER) {
      raise('ValueError', 'Too many decimal digits in format string');
    }
    value = values.positional(numbering.index(first));
  } else {
    value = yield* values.named(vm, first);
  }
  for (const step of rest) {
    value = yield* wait(
      step.kind === 'attribute' ? getAttribute(vm, value, step.name) : getItem(vm, value, step.key),
    );
  }
  return value;
}

export type FieldStep =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'item'; readonly key: string | number };

/** `0.name[key]` as its first part and the look-ups after it; errors are raised where they are reached. */
export function splitFieldName(text: string): { first: string; rest: Iterable<FieldStep> } {
  const end = text.search(/[.[]/);
  if (end < 0) return { first: text, rest: [] };
  return { first: text.slice(0, end), rest: fieldSteps(text, end) };
}

function* fieldSteps(text: string, from: number): Generator<FieldStep> {
  let at = from;
  while (at < text.length) {
    if (text.charAt(at) === '.') {
      const name = /^[^.[]*/.exec(text.slice(at + 1))?.[0] ?? '';
      if (name === '') raise('ValueError', 'Empty attribute in format string');
      yield { kind: 'attribute', name };
      at += 1 + name.length;
    } else if (text.charAt(at) === '[') {
      const close = text.indexOf(']', at);
      if (close < 0) raise('ValueError', "Missing ']' in format string");
      const key = text.slice(at + 1, close);
      if (key === '') raise('ValueError', 'Empty attribute in format string');
      yield { kind: 'item', key: /^\d+$/.test(key) ? Number(key) : key };
      at = close + 1;
    } else {
      raise('ValueError', "Only '.' or '[' may follow ']' in format field specifier");
    }
  }
}
