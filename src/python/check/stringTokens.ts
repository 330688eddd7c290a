// Where a string literal ends, and the replacement fields of f-strings: in the way of Python 3.12,
// where a field may hold any expression, quotes of the same kind included; where that finds no end,
// as 3.11 does, whose messages these are.
//
// https://docs.python.org/3.13/reference/lexical_analysis.html#f-strings

import { Refusal, lexicalRefusal } from './refusal.ts';
import type { Tokens } from './tokens.ts';

export interface FormatString {
  /** The expressions of its fields, those inside format specifications included, in order. */
  readonly fields: readonly Field[];
  /** What is wrong with the string itself. */
  readonly error: Refusal | null;
}

export interface Field {
  /** The expression. */
  readonly start: number;
  readonly end: number;
  /** Where the text ends that `=` shows, if there is one: behind the sign and its blanks. */
  readonly shown: number | null;
  /** The letter behind `!`. */
  conversion: 's' | 'r' | 'a' | null;
  /** Where its format specification begins, behind the colon, if it has one. */
  specification: number | null;
  /** Where its closing brace stands. */
  close: number;
  /** The tokens of the expression, once they were needed. */
  tokens: Tokens | null;
}

export interface ScannedString {
  readonly end: number;
  readonly format: FormatString | null;
}

/** Scans the literal whose prefix begins at `start` and whose opening quote stands at `quote`. */
export function scanString(
  text: string,
  start: number,
  quote: number,
  limit: number,
): ScannedString {
  const sign = text.charAt(quote);
  const triple = text.startsWith(sign.repeat(3), quote);
  const prefix = text.slice(start, quote).toLowerCase();
  const content = quote + (triple ? 3 : 1);
  const delimiter = triple ? sign.repeat(3) : sign;
  if (!prefix.includes('f')) {
    return { end: plainEnd(text, start, content, delimiter, limit), format: null };
  }
  const raw = prefix.includes('r');
  const scan: Scan = { text, limit, delimiter, raw, fields: [], depth: 0 };
  try {
    const end = literal(scan, content, false);
    return { end, format: { fields: scan.fields, error: null } };
  } catch (caught) {
    if (!(caught instanceof Refusal)) throw caught;
    const end = plainEnd(text, start, content, delimiter, limit);
    const error = caught.message === endless ? oldError(text, start, end) : caught;
    return { end, format: { fields: [], error } };
  }
}

/** The offset behind the closing quotes of a string without fields. */
function plainEnd(
  text: string,
  start: number,
  content: number,
  delimiter: string,
  limit: number,
): number {
  const quote = delimiter.charCodeAt(0);
  const triple = delimiter.length === 3;
  for (let at = content; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) {
      at++;
      if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at++;
    } else if (code === quote) {
      if (!triple) return at + 1;
      if (text.startsWith(delimiter, at)) return at + 3;
    } else if (!triple && (code === 10 || code === 13)) {
      throw neverEnds(text, start, at, false);
    }
  }
  throw neverEnds(text, start, limit, triple);
}

function neverEnds(text: string, start: number, end: number, triple: boolean): Refusal {
  // The last line counts although nothing follows its end.
  const last = triple && /[\n\r]$/.test(text) ? end - 1 : end;
  const line = text.slice(0, last).split(/\r\n|\r|\n/).length;
  const kind = triple ? 'triple-quoted string' : 'string';
  return lexicalRefusal(`unterminated ${kind} literal (detected at line ${line})`, start, end);
}

interface Scan {
  readonly text: string;
  readonly limit: number;
  readonly delimiter: string;
  readonly raw: boolean;
  readonly fields: Field[];
  /** How deep fields stand in the specifications of fields. */
  depth: number;
}

const unterminated = 'f-string: unterminated string';
/** Never shown: the string's own quotes are missing. */
const endless = 'f-string without end';

/** The literal part: up to the closing quotes or, in a format specification, up to its brace. */
function literal(scan: Scan, from: number, specification: boolean): number {
  const { text, delimiter, limit } = scan;
  let at = from;
  while (at < limit) {
    const character = text.charAt(at);
    if (character === '\\') {
      at = escape(scan, at);
    } else if (text.startsWith(delimiter, at)) {
      if (specification) throw new Refusal("f-string: expecting '}'", at, at + 1);
      return at + delimiter.length;
    } else if (character === '{') {
      if (!specification && text.charAt(at + 1) === '{') at += 2;
      else at = field(scan, at);
    } else if (character === '}') {
      if (specification) return at;
      if (text.charAt(at + 1) !== '}') {
        throw new Refusal("f-string: single '}' is not allowed", at, at + 1);
      }
      at += 2;
    } else if (/[\n\r]/.test(character) && delimiter.length === 1) {
      break;
    } else {
      at++;
    }
  }
  throw new Refusal(endless, from, at);
}

function escape({ text, raw }: Scan, at: number): number {
  if (raw) {
    const next = text.charAt(at + 1);
    return next === '{' || next === '}' ? at + 1 : at + 2;
  }
  if (text.startsWith('N{', at + 1)) {
    const close = text.indexOf('}', at);
    if (close > 0) return close + 1;
  }
  const next = text.charAt(at + 1);
  if (next === '{' || next === '}') return at + 1;
  return text.startsWith('\r\n', at + 1) ? at + 3 : at + 2;
}

/** `{expression=!r:specification}`; gives the offset behind the closing brace. */
function field(scan: Scan, open: number): number {
  const { text, fields } = scan;
  if (scan.depth > 1) {
    throw new Refusal('f-string: expressions nested too deeply', open, open + 1);
  }
  const end = expressionEnd(scan, open + 1);
  let at = end;
  let last = end;
  let shown: number | null = null;
  if (text.charAt(at) === '=') {
    at++;
    while (/\s/.test(text.charAt(at))) at++;
    shown = at;
  }
  while (last > open + 1 && /\s/.test(text.charAt(last - 1))) last--;
  if (text.slice(open + 1, last).trim() === '') {
    const next = text.charAt(at);
    const message =
      next === '!' || next === ':'
        ? `f-string: expression required before '${next}'`
        : 'f-string: empty expression not allowed';
    throw new Refusal(message, open, at + 1);
  }
  const found: Field = {
    start: open + 1,
    end: last,
    shown,
    conversion: null,
    specification: null,
    close: at,
    tokens: null,
  };
  fields.push(found);
  if (text.charAt(at) === '!') {
    found.conversion = conversionAt(text, at);
    at = conversion(text, at);
  }
  if (text.charAt(at) === ':') {
    found.specification = at + 1;
    scan.depth++;
    at = literal(scan, at + 1, true);
    scan.depth--;
  }
  if (text.charAt(at) !== '}') throw new Refusal("f-string: expecting '}'", at, at + 1);
  found.close = at;
  return at + 1;
}

function conversionAt(text: string, at: number): Field['conversion'] {
  const letter = text.charAt(at + 1);
  return letter === 's' || letter === 'r' || letter === 'a' ? letter : null;
}

function conversion(text: string, at: number): number {
  const [name = ''] = /^\w*/.exec(text.slice(at + 1, at + 20)) ?? [];
  if (name !== 's' && name !== 'r' && name !== 'a') {
    const message = "f-string: invalid conversion character: expected 's', 'r', or 'a'";
    throw new Refusal(
      name || text.charAt(at + 1) ? message : "f-string: expecting '}'",
      at,
      at + 1,
    );
  }
  let end = at + 1 + name.length;
  while (/\s/.test(text.charAt(end))) end++;
  return end;
}

/** Where the expression of a field ends: at its `=`, `!`, `:` or closing brace. */
function expressionEnd(scan: Scan, from: number): number {
  const { text, limit, delimiter } = scan;
  const brackets: string[] = [];
  let at = from;
  while (at < limit) {
    const character = text.charAt(at);
    const next = text.charAt(at + 1);
    switch (character) {
      case '(':
      case '[':
      case '{':
        brackets.push(character);
        break;
      case ')':
      case ']':
      case '}':
        if (brackets.length === 0) {
          if (character === '}') return at;
          throw new Refusal(`f-string: unmatched '${character}'`, at, at + 1);
        }
        closeBracket(brackets, character, at);
        break;
      case '"':
      case "'": {
        const quoted = nestedString(scan, at);
        if (quoted === undefined) throw new Refusal("f-string: expecting '}'", at, at + 1);
        at = quoted;
        continue;
      }
      case '#':
        if (delimiter.length === 1) {
          throw new Refusal("f-string expression part cannot include '#'", at, at + 1);
        }
        while (at < limit && text.charAt(at) !== '\n') at++;
        continue;
      case '\n':
      case '\r':
        break;
      case '!':
        if (next === '=') at++;
        else if (brackets.length === 0) return at;
        break;
      case ':':
        if (brackets.length === 0) return at;
        break;
      case '=':
        if (next === '=') at++;
        else if (brackets.length === 0 && !/[<>=!]/.test(text.charAt(at - 1))) return at;
        break;
    }
    at++;
  }
  throw new Refusal("f-string: expecting '}'", at, at);
}

function closeBracket(brackets: string[], sign: string, at: number): void {
  const open = brackets.pop();
  if (open === { ')': '(', ']': '[', '}': '{' }[sign]) return;
  const message = `f-string: closing parenthesis '${sign}' does not match opening parenthesis '${open}'`;
  throw new Refusal(message, at, at + 1);
}

/** The end of a string inside a field, or undefined where its quote rather ends the f-string. */
function nestedString({ text, limit, delimiter }: Scan, quote: number): number | undefined {
  let start = quote;
  while (start > 0 && quote - start < 2 && /[a-zA-Z]/.test(text.charAt(start - 1))) start--;
  if (start > 0 && /\w/.test(text.charAt(start - 1))) start = quote;
  try {
    return scanString(text, start, quote, limit).end;
  } catch (caught) {
    if (!(caught instanceof Refusal)) throw caught;
    if (text.startsWith(delimiter, quote)) return undefined;
    throw new Refusal(unterminated, quote, quote + 1);
  }
}

/** The string ends by 3.11's rule, and so in the middle of a field. */
function oldError(text: string, start: number, end: number): Refusal {
  const open = text.slice(start, end).lastIndexOf('{');
  return open < 0
    ? new Refusal(unterminated, start, end)
    : new Refusal("f-string: expecting '}'", start, end);
}
