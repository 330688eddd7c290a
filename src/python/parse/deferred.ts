// Bodies of functions that are read when they are first called. A large library is mostly bodies that
// a program never enters: they are found by their indentation alone and left out of the text that is
// parsed at import; all else keeps its place.
//
// Only functions of modules and classes are deferred, and only those whose calls are certain to be
// plain: no `yield`, no `async`, nothing after the colon.

import type { Span } from '../../base/span.ts';

export interface Deferred {
  /** The text with stand-ins for bodies, of the same length, with the same lines. */
  readonly skeleton: string;
  /** For each function, by where its `def` stands: the whole of it. */
  readonly functions: ReadonlyMap<number, Span>;
}

/** Shorter bodies are not worth a second visit. */
const bodyMin = 60;

export function deferBodies(text: string): Deferred {
  const lines = logicalStarts(text);
  const functions = new Map<number, Span>();
  const pieces: string[] = [];
  let copied = 0;
  for (let i = 0; i < lines.length; i++) {
    const { start, indent } = lines[i] as Line;
    const isAsync = /^async\s+def\b/.test(text.slice(start, start + 20));
    if (!isAsync && !text.startsWith('def ', start)) continue;
    let after = i + 1;
    while (after < lines.length && (lines[after] as Line).indent > indent) after++;
    if (isAsync) {
      i = after - 1; // with the functions inside of it, which use its names
      continue;
    }
    const header = (lines[i] as Line).end;
    const end = (lines[after - 1] as Line).end;
    let first = i + 1;
    if (isString(text, lines[first])) first++; // documentation stays
    const body = first < after ? (lines[first] as Line) : null;
    if (body && end - body.start >= bodyMin && opensBlock(text, header)) {
      const code = text.slice(body.start, end);
      if (!/\b(?:yield|await|async)\b/.test(code)) {
        const standIn = /\b(?:super|__class__)\b/.test(code) ? 'super' : 'pass';
        pieces.push(text.slice(copied, body.start), standIn, blank(code.slice(standIn.length)));
        copied = end;
        functions.set(start, { start, end });
      }
    }
    i = after - 1;
  }
  pieces.push(text.slice(copied));
  return { skeleton: pieces.join(''), functions };
}

interface Line {
  /** Where the first token stands. */
  readonly start: number;
  /** Behind the last character that counts. */
  readonly end: number;
  readonly indent: number;
}

function blank(code: string): string {
  return code.replace(/[^\n]+/g, (line) => ' '.repeat(line.length));
}

function opensBlock(text: string, end: number): boolean {
  return text[end - 1] === ':';
}

function isString(text: string, line: Line | undefined): boolean {
  if (!line) return false;
  const start = /^[rRuU]?(?:"""|'''|"|')/.test(text.slice(line.start, line.start + 4));
  return start && /["']$/.test(text.slice(line.start, line.end));
}

/** The logical lines: brackets, strings and backslashes join physical ones; comments count for none. */
function logicalStarts(text: string): Line[] {
  const lines: Line[] = [];
  const { length } = text;
  let at = 0;
  while (at < length) {
    let indent = 0;
    for (; at < length; at++) {
      const c = text.charCodeAt(at);
      if (c === SPACE) indent++;
      else if (c === TAB) indent = (indent | 7) + 1;
      else if (c === FORM_FEED) indent = 0;
      else break;
    }
    const c = text.charCodeAt(at);
    if (c === NEWLINE || c === RETURN) at++;
    else if (c === HASH) at = lineEnd(text, at);
    else if (at < length) {
      const end = statementEnd(text, at);
      lines.push({ start: at, end: end.code, indent });
      at = end.line;
    }
  }
  return lines;
}

/** Where the code of a logical line ends, and the line itself. */
function statementEnd(text: string, from: number): { code: number; line: number } {
  const { length } = text;
  let depth = 0;
  let code = from;
  let at = from;
  while (at < length) {
    const c = text.charCodeAt(at);
    if (c === NEWLINE) {
      if (depth === 0) return { code, line: at + 1 };
      at++;
    } else if (c === HASH) at = lineEnd(text, at);
    else if (c === QUOTE || c === APOSTROPHE) code = at = stringEnd(text, at);
    else if (c === BACKSLASH) at += text.charCodeAt(at + 1) === RETURN ? 3 : 2;
    else {
      if (c === 40 || c === 91 || c === 123) depth++;
      else if (c === 41 || c === 93 || c === 125) depth--;
      at++;
      if (c !== SPACE && c !== TAB && c !== RETURN) code = at;
    }
  }
  return { code, line: length };
}

function stringEnd(text: string, at: number): number {
  const quote = text[at] as string;
  const triple = text.startsWith(quote.repeat(3), at);
  const close = triple ? quote.repeat(3) : quote;
  for (let i = at + close.length; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === BACKSLASH) i++;
    else if (!triple && c === NEWLINE) return i;
    else if (text[i] === quote && text.startsWith(close, i)) return i + close.length;
  }
  return text.length;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

const TAB = 9;
const NEWLINE = 10;
const FORM_FEED = 12;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const BACKSLASH = 92;
