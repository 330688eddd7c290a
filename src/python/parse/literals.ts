// Literals: a concrete `string`, `concatenated_string`, number or keyword constant to a Constant or
// a JoinedStr. Adjacent strings become one, as in CPython.

import type { Constant, ConstantValue, Expression, FormattedValue, JoinedStr } from '../syntax.ts';
import type { Span } from '../../base/span.ts';
import type { Concrete } from './concrete.ts';
import { has, named, need, part } from './concrete.ts';
import { expressionAmong } from './expressions.ts';
import { decodeBytes, decodeText, quotingOf } from './strings.ts';

export function constant(span: Span, value: ConstantValue): Constant {
  return { kind: 'Constant', span, value };
}

export function stringLiteral(text: string, node: Concrete): Expression {
  const span = { start: node.start, end: node.end };
  const literals = node.type === 'string' ? [node] : named(node);
  const quotings = literals.map((literal) => quotingOf(text.slice(literal.start, literal.end)));
  if (quotings.some((quoting) => quoting.format)) return joined(text, span, literals);
  const contents = literals.map((literal, i) => {
    const { opening = 0, closing = 0, raw = false } = quotings[i] ?? {};
    return { raw, content: text.slice(literal.start + opening, literal.end - closing) };
  });
  if (quotings[0]?.bytes) {
    const chunks = contents.map(({ content, raw }) => decodeBytes(content, raw));
    return constant(span, { type: 'bytes', value: concatenate(chunks) });
  }
  const value = contents.map(({ content, raw }) => decodeText(content, raw, false)).join('');
  return constant(span, { type: 'str', value });
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1 && chunks[0]) return chunks[0];
  return Uint8Array.from(chunks.flatMap((chunk) => [...chunk]));
}

function joined(text: string, span: Span, literals: readonly Concrete[]): JoinedStr {
  const pieces = new Pieces();
  for (const literal of literals) {
    const { format, raw, opening, closing } = quotingOf(text.slice(literal.start, literal.end));
    const first = literal.start + opening;
    const last = literal.end - closing;
    if (format) addFields(text, pieces, literal, first, last, raw);
    else pieces.text(first, last, decodeText(text.slice(first, last), raw, false));
  }
  return { kind: 'JoinedStr', span, values: pieces.finish() };
}

/** The text and the fields between two offsets of an f-string or of a format specification. */
function addFields(
  text: string,
  pieces: Pieces,
  node: Concrete,
  first: number,
  last: number,
  raw: boolean,
): void {
  let at = first;
  for (const field of node.children) {
    if (field.type !== 'interpolation' && field.type !== 'format_expression') continue;
    pieces.text(at, field.start, decodeText(text.slice(at, field.start), raw, true));
    interpolation(text, pieces, field, raw);
    at = field.end;
  }
  pieces.text(at, last, decodeText(text.slice(at, last), raw, true));
}

/** `{value=!r:spec}` */
function interpolation(text: string, pieces: Pieces, node: Concrete, raw: boolean): void {
  const inner = need(node, 'expression');
  const value = expressionAmong(text, [inner], inner.start, inner.end);
  const letter = part(node, 'type_conversion');
  const specification = part(node, 'format_specifier');
  let conversion = letter ? conversionOf(text.charAt(letter.start + 1)) : null;
  if (has(node, '=')) {
    // The text of a self-documenting field keeps its blanks, those after the sign included.
    const sign = node.children.find((child) => !child.named && child.type === '=');
    let end = sign?.end ?? inner.end;
    while (/\s/.test(text.charAt(end))) end++;
    pieces.text(node.start + 1, end, text.slice(node.start + 1, end));
    if (!letter && !specification) conversion = 'r';
  }
  pieces.field({
    kind: 'FormattedValue',
    span: { start: node.start, end: node.end },
    value,
    conversion,
    format_spec: specification ? formatSpecification(text, specification, raw) : null,
  });
}

function conversionOf(letter: string): FormattedValue['conversion'] {
  return letter === 's' || letter === 'r' || letter === 'a' ? letter : null;
}

function formatSpecification(text: string, node: Concrete, raw: boolean): JoinedStr {
  const pieces = new Pieces();
  addFields(text, pieces, node, node.start + 1, node.end, raw);
  return {
    kind: 'JoinedStr',
    span: { start: node.start, end: node.end },
    values: pieces.finish(),
  };
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
