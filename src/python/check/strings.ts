// What CPython says of the contents of string literals, and the expressions inside f-strings.
//
// https://docs.python.org/3.13/reference/lexical_analysis.html#string-and-bytes-literals

import { Cursor } from './cursor.ts';
import { starExpressions, yieldExpression } from './expressions.ts';
import { Refusal } from './refusal.ts';
import { characterNamed } from '../text/unicodeNames.ts';
import type { Shape } from './shapes.ts';
import type { Field } from './stringTokens.ts';
import { tokenizeField } from './tokens.ts';

/** One or more literals side by side. */
export function strings(c: Cursor): Shape {
  const first = c.at;
  let bytes = 0;
  let format = false;
  while (c.is('STRING')) {
    const at = c.at;
    const start = c.offset(at);
    const end = c.tokens.ends[at] as number;
    if (isBytes(c.tokens.text, start)) bytes++;
    checkEscapes(c.tokens.text, start, end);
    const found = c.tokens.formats.get(at);
    if (found) {
      format = true;
      if (found.error) throw at0(found.error, start);
      for (const each of found.fields) checkField(c.tokens.text, each);
    }
    c.advance();
  }
  if (bytes > 0 && bytes < c.at - first) {
    throw c.refusal('cannot mix bytes and nonbytes literals', first, c.at - 1);
  }
  return format ? 'f-string expression' : 'literal';
}

/** CPython reports what is wrong in an f-string at the string. */
function at0(refusal: Refusal, start: number): Refusal {
  return new Refusal(refusal.message, start, Math.max(start, refusal.end));
}

function isBytes(text: string, start: number): boolean {
  const first = text.charCodeAt(start) | 32;
  if (first === 98 /* b */) return true;
  return first === 114 /* r */ && (text.charCodeAt(start + 1) | 32) === 98;
}

function checkField(text: string, found: Field): void {
  found.tokens = tokenizeField(text, found.start, found.end);
  const inner = new Cursor(found.tokens);
  try {
    if (inner.is('**')) {
      throw inner.refusal('cannot use double starred expression here', 0);
    }
    if (inner.is('yield')) {
      yieldExpression(inner);
    } else {
      const shape = namedOrStar(inner);
      if (typeof shape === 'object' && shape.kind === 'starred') {
        throw inner.refusal('cannot use starred expression here', 0);
      }
    }
    if (!inner.is('END')) inner.fail();
  } catch (caught) {
    if (!(caught instanceof Refusal)) throw caught;
    throw new Refusal(`f-string: ${caught.message}`, caught.start, caught.end, caught.type);
  }
}

function namedOrStar(c: Cursor): Shape {
  if (c.is('NAME') && c.typeAt(1) === ':=') {
    c.advance();
    c.advance();
  }
  return starExpressions(c);
}

function checkEscapes(text: string, start: number, end: number): void {
  const literal = text.slice(start, end);
  const bytes = isBytes(text, start);
  if (bytes && /[^\0-\x7f]/.test(literal)) {
    throw new Refusal('bytes can only contain ASCII literal characters', start, end);
  }
  if (!literal.includes('\\')) return;
  const [prefix = ''] = /^[a-zA-Z]*/.exec(literal) ?? [];
  if (/r/i.test(prefix)) return;
  const quotes = literal.startsWith(literal.charAt(prefix.length).repeat(3), prefix.length) ? 3 : 1;
  const content = literal.slice(prefix.length + quotes, -quotes);
  for (const escape of content.matchAll(/\\([\s\S])/g)) {
    const message = bytes
      ? bytesEscape(content, escape.index)
      : textEscape(content, escape.index, prefix);
    if (message) throw new Refusal(message, start, end);
  }
}

function bytesEscape(content: string, at: number): string | undefined {
  if (content.charAt(at + 1) !== 'x' || /^[\da-f]{2}/i.test(content.slice(at + 2, at + 4))) {
    return undefined;
  }
  return `(value error) invalid \\x escape at position ${at}`;
}

const widths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function textEscape(content: string, at: number, prefix: string): string | undefined {
  const letter = content.charAt(at + 1);
  const width = widths[letter];
  if (letter === 'N') {
    const name = /^\{[^}]+\}/.exec(content.slice(at + 2));
    if (name && !/f/i.test(prefix) && characterNamed(name[0].slice(1, -1)) === undefined) {
      return unicodeError(content, at, at + 1 + name[0].length, 'unknown Unicode character name');
    }
    if (name) return undefined;
    if (/f/i.test(prefix)) return undefined;
    const open = content.charAt(at + 2) === '{' ? 2 : 1;
    return unicodeError(content, at, at + open, 'malformed \\N character escape');
  }
  if (!width) return undefined;
  const [digits = ''] = /^[\da-f]*/i.exec(content.slice(at + 2, at + 2 + width)) ?? [];
  if (digits.length < width) {
    const what = `truncated \\${letter.padEnd(width + 1, 'X')} escape`;
    return unicodeError(content, at, at + 1 + digits.length, what);
  }
  if (parseInt(digits, 16) <= 0x10ffff) return undefined;
  return unicodeError(content, at, at + 1 + width, 'illegal Unicode character');
}

/** Positions count bytes of the text as CPython rewrites it: `\uXXXX` for what is not ASCII. */
function unicodeError(content: string, from: number, to: number, what: string): string {
  const before = [...content.slice(0, from)];
  const shift = before.reduce(
    (sum, character) => sum + (character > '\x7f' ? 10 : character.length),
    0,
  );
  const first = shift;
  const last = shift + (to - from);
  return `(unicode error) 'unicodeescape' codec can't decode bytes in position ${first}-${last}: ${what}`;
}
