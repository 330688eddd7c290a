// Text to syntax tree. The strict grammar of check/ decides what is right; what it refuses is
// replaced line by line in recover.ts, so that the rest keeps its tree, which tree/ builds.

import { LineIndex } from '../../base/span.ts';
import type { Span } from '../../base/span.ts';
import { refusalOfExpression } from '../check/grammar.ts';
import type { Marking, Refusal } from '../check/refusal.ts';
import { symbolErrors } from '../check/symbols.ts';
import { tokenize } from '../check/tokens.ts';
import type { Module } from '../syntax.ts';
import { program } from '../tree/statements.ts';
import type { LastGood, TextEdit } from './lastGood.ts';
import { decodeSource } from './encoding.ts';
import { recover } from './recover.ts';
import { relocate } from './relocate.ts';

export interface SyntaxDiagnostic {
  /** CPython's class. */
  readonly type: 'SyntaxError' | 'IndentationError' | 'TabError' | 'RecursionError';
  readonly message: string;
  readonly span: Span;
  /** How CPython marks the place, where not from its start to its end. */
  readonly marking?: Marking;
  /** The tokenizer says so. */
  readonly lexical?: boolean;
}

export interface ParseResult {
  readonly text: string;
  readonly module: Module;
  readonly errors: readonly SyntaxDiagnostic[];
  /** The lines that could not be read and stand as something else in the tree, in order. */
  readonly broken: readonly Span[];
  readonly lineIndex: LineIndex;
  /** The last right text of the document; null where there was none. */
  readonly good: LastGood | null;
}

/** Parses a file, in the encoding that it declares. */
export function parseFile(bytes: Uint8Array, path: string): ParseResult {
  const source = decodeSource(bytes, ` in file ${path}`);
  if ('text' in source) return parse(source.text);
  const parsed = parse(new TextDecoder().decode(bytes));
  return { ...parsed, errors: [unreadable(source.refusal)] };
}

/** Parses a text; lines that an earlier text of the same document had right are read like there. */
export function parse(text: string, previous?: ParseResult): ParseResult {
  try {
    return parseShallow(text, previous);
  } catch (error) {
    if (!(error instanceof RangeError && /call stack/i.test(error.message))) throw error;
    return { ...parseShallow(''), errors: [tooDeep] };
  }
}

/** Parses a text that is to be one expression, as eval() wants it: the tree has it alone. */
export function parseExpression(text: string): ParseResult {
  const refusal = refusalOfExpression(tokenize(text));
  if (refusal === null) return parse(text);
  // Nothing completes the last line of such a text.
  const complete = /[\r\n]/.test(text.slice(refusal.start));
  const error = { ...diagnostic(refusal), lexical: refusal.lexical || !complete };
  return { ...parseShallow(''), text, lineIndex: new LineIndex(text), errors: [error], good: null };
}

/** Text that is nested deeper than our stack is a RangeError. */
function parseShallow(text: string, previous?: ParseResult): ParseResult {
  const lastGood = previous ? edited(previous, text) : null;
  const { refusal, patched, broken, tokens } = recover(text, lastGood);
  const body = program(tokens);
  if (patched.patches.length > 0) relocate(body, patched);
  const module: Module = { kind: 'Module', span: { start: 0, end: text.length }, body };
  return {
    text,
    module,
    errors: refusal ? [diagnostic(refusal)] : symbolErrors(module),
    broken,
    lineIndex: new LineIndex(text),
    good: refusal ? lastGood : { text, edits: [] },
  };
}

/** The last right text of the document, with what was typed since up to this new text. */
function edited({ text: old, good }: ParseResult, text: string): LastGood | null {
  if (!good) return null;
  const edit = difference(old, text);
  return edit ? { text: good.text, edits: [...good.edits, edit] } : good;
}

/** The one replacement that turns the old text into the new, or null where they are equal. */
function difference(old: string, text: string): TextEdit | null {
  if (old === text) return null;
  const shorter = Math.min(old.length, text.length);
  let start = 0;
  while (start < shorter && old.charCodeAt(start) === text.charCodeAt(start)) start++;
  let tail = 0;
  const most = shorter - start;
  while (
    tail < most &&
    old.charCodeAt(old.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail)
  ) {
    tail++;
  }
  return { start, end: old.length - tail, newEnd: text.length - tail };
}

function diagnostic({ type, message, start, end, marking, lexical }: Refusal): SyntaxDiagnostic {
  return { type, message, span: { start, end }, marking, lexical };
}

/** The file is not in the encoding that it should be in: CPython names no place. */
function unreadable(message: string): SyntaxDiagnostic {
  return { type: 'SyntaxError', message, span: { start: 0, end: 0 }, marking: 'nowhere' };
}

const tooDeep: SyntaxDiagnostic = {
  type: 'RecursionError',
  message: 'maximum recursion depth exceeded during compilation',
  span: { start: 0, end: 0 },
  marking: 'nowhere',
};
