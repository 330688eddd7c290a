// Literals: adjacent strings become one Constant or one JoinedStr, as in CPython.
//
// https://docs.python.org/3.13/reference/lexical_analysis.html#string-and-bytes-literals

import type { Span } from '../../base/span.ts';
import type { Field, FormatString } from '../check/stringTokens.ts';
import { tokenizeField } from '../check/tokens.ts';
import type { Constant, ConstantValue, Expression, FormattedValue, JoinedStr } from '../syntax.ts';
import { namedExpression, starExpressions, yieldExpression } from './expressions.ts';
import { Reader } from './reader.ts';
import { decodeBytes, decodeText, quotingOf } from './strings.ts';
import type { Quoting } from './strings.ts';

export function constant(span: Span, value: ConstantValue): Constant {
  return { kind: 'Constant', span, value };
}

interface Literal {
  /** Where what stands between the quotes begins and ends. */
  readonly first: number;
  readonly last: number;
  readonly quoting: Quoting;
  readonly format: FormatString | undefined;
}

/** One or more literals side by side. */
export function strings(r: Reader): Expression {
  const { start, text } = r;
  const literals: Literal[] = [];
  let formatted = false;
  while (r.is('STRING')) {
    const at = r.start;
    const quoting = quotingOf(r.word());
    const format = r.format();
    r.advance();
    literals.push({ first: at + quoting.opening, last: r.end - quoting.closing, quoting, format });
    formatted ||= quoting.format;
  }
  const span = r.spanFrom(start);
  if (formatted) return joined(text, span, literals);
  if (literals[0]?.quoting.bytes) {
    const chunks = literals.map(({ first, last, quoting }) =>
      decodeBytes(text.slice(first, last), quoting.raw),
    );
    return constant(span, { type: 'bytes', value: concatenate(chunks) });
  }
  let value = '';
  for (const { first, last, quoting } of literals) {
    value += decodeText(text.slice(first, last), quoting.raw, false);
  }
  return constant(span, { type: 'str', value });
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1 && chunks[0]) return chunks[0];
  return Uint8Array.from(chunks.flatMap((chunk) => [...chunk]));
}

function joined(text: string, span: Span, literals: readonly Literal[]): JoinedStr {
  const pieces = new Pieces();
  for (const { first, last, quoting, format } of literals) {
    const { raw } = quoting;
    if (!format) pieces.text(first, last, decodeText(text.slice(first, last), raw, false));
    else addFields({ text, raw, fields: format.fields, at: 0 }, pieces, first, last);
  }
  return { kind: 'JoinedStr', span, values: pieces.finish() };
}

/** The fields of a string, those of format specifications behind the one that they are in. */
interface Fields {
  readonly text: string;
  readonly raw: boolean;
  readonly fields: readonly Field[];
  at: number;
}

/** The text and the fields between two offsets of an f-string or of a format specification. */
function addFields(f: Fields, pieces: Pieces, first: number, last: number): void {
  let from = first;
  for (;;) {
    const field = f.fields[f.at];
    if (!field || field.start > last) break;
    f.at++;
    const brace = field.start - 1;
    pieces.text(from, brace, decodeText(f.text.slice(from, brace), f.raw, true));
    addField(f, pieces, field);
    from = field.close + 1;
  }
  pieces.text(from, last, decodeText(f.text.slice(from, last), f.raw, true));
}

/** `{value=!r:spec}` */
function addField(f: Fields, pieces: Pieces, field: Field): void {
  const { start, shown, specification, close } = field;
  let { conversion } = field;
  if (shown !== null) {
    // The text of a self-documenting field keeps its blanks, those after the sign included.
    pieces.text(start, shown, f.text.slice(start, shown));
    if (conversion === null && specification === null) conversion = 'r';
  }
  const value = fieldValue(f.text, field);
  const format_spec = specification === null ? null : formatSpecification(f, specification, close);
  const span = { start: start - 1, end: close + 1 };
  pieces.field({ kind: 'FormattedValue', span, value, conversion, format_spec });
}

function fieldValue(text: string, { start, end, tokens }: Field): Expression {
  const r = new Reader(tokens ?? tokenizeField(text, start, end));
  if (r.is('yield')) return yieldExpression(r);
  return r.is('NAME') && r.next === ':=' ? namedExpression(r) : starExpressions(r);
}

function formatSpecification(f: Fields, start: number, end: number): JoinedStr {
  const pieces = new Pieces();
  addFields(f, pieces, start, end);
  return { kind: 'JoinedStr', span: { start: start - 1, end }, values: pieces.finish() };
}

/** Collects the parts of an f-string, with neighbouring texts merged and empty ones left out. */
class Pieces {
  readonly #values: Expression[] = [];
  #start = 0;
  #end = 0;
  #text = '';

  text(start: number, end: number, value: string): void {
    if (value === '') return;
    if (this.#text === '') this.#start = start;
    this.#end = end;
    this.#text += value;
  }

  field(value: FormattedValue): void {
    this.#flush();
    this.#values.push(value);
  }

  finish(): Expression[] {
    this.#flush();
    return this.#values;
  }

  #flush(): void {
    if (this.#text === '') return;
    const span = { start: this.#start, end: this.#end };
    this.#values.push(constant(span, { type: 'str', value: this.#text }));
    this.#text = '';
  }
}
