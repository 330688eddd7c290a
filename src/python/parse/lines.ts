// The logical lines of a text that may be broken: a bracket or a quote that is never closed must not
// swallow the rest of the file. Used only where the strict grammar refused the text.
//
// https://docs.python.org/3.13/reference/lexical_analysis.html#logical-lines

import type { Span } from '../../base/span.ts';

export interface LogicalLine {
  /** From the beginning of its first physical line up to, not including, the last line's end. */
  readonly start: number;
  readonly end: number;
  /** Where its first token begins. */
  readonly first: number;
  /** Columns of indentation, tabs to multiples of eight. */
  readonly indent: number;
  /** What is open at its end, though it should not be. */
  readonly open: 'nothing' | 'bracket' | 'quote';
}

export function logicalLines(text: string): readonly LogicalLine[] {
  const physical = physicalLines(text);
  const lines: LogicalLine[] = [];
  let i = 0;
  while (i < physical.length) {
    const { start, end } = physical[i] as Span;
    const first = firstToken(text, start, end);
    if (first === end || text.charAt(first) === '#') {
      i++;
      continue;
    }
    const indent = columns(text, start, first);
    const last = lastOf(text, physical, i, indent);
    lines.push({ start, end: (physical[last.line] as Span).end, first, indent, open: last.open });
    i = last.line + 1;
  }
  return lines;
}

/** The words of statements that no expression can hold at the beginning of one of its lines. */
const beginsStatement =
  /^(?:def|class|return|import|with|while|try|raise|pass|break|continue|assert|del|global|nonlocal|except|finally|elif|@\w)\b/;
const beginsHeader =
  /^(?:async|def|class|if|elif|else|for|while|with|try|except|finally|match|case)\b/;

/** What surely is code again, where it stands no deeper than the quotes that are open. */
const leavesString = /^(?:(?:async\s+)?def|class)\s+\w+.*:\s*(?:#.*)?$|^(?:import|from)\s+[\w.]+/;

interface Last {
  readonly line: number;
  readonly open: LogicalLine['open'];
}

/** The physical line with which the logical line ends that begins at `from`. */
function lastOf(text: string, physical: readonly Span[], from: number, indent: number): Last {
  const opening = physical[from] as Span;
  const first = firstToken(text, opening.start, opening.end);
  const header = beginsHeader.test(text.slice(first, first + 10));
  const state: State = { depth: 0, quote: '' };
  // Where the rest turns out not to belong to it: a header has a block below it, so that what
  // stands deeper need not continue it; other statements take what stands deeper.
  let sure = from;
  for (let line = from; line < physical.length; line++) {
    const { start, end } = physical[line] as Span;
    const token = firstToken(text, start, end);
    if (line > from && token < end) {
      const deeper = columns(text, start, token) > indent;
      if (state.quote === '') {
        const shallow = !deeper && !/[)\]}#]/.test(text.charAt(token));
        if (shallow || beginsStatement.test(text.slice(token, token + 10))) {
          return { line: header ? from : sure, open: 'bracket' };
        }
        sure = line;
      } else if (!deeper && leavesString.test(text.slice(token, end))) {
        return { line: line - 1, open: 'quote' };
      }
    }
    const continued = scan(text, start, end, state);
    if (state.depth <= 0 && state.quote === '' && !continued) {
      return { line, open: state.depth === 0 ? 'nothing' : 'bracket' };
    }
  }
  if (state.quote !== '') return { line: from, open: 'quote' };
  return { line: header ? from : sure, open: 'bracket' };
}

interface State {
  depth: number;
  /** The quotes of the triple-quoted string that is open, or empty. */
  quote: string;
}

/** Follows brackets and quotes through a physical line; returns whether a backslash continues it. */
function scan(text: string, start: number, end: number, state: State): boolean {
  let at = start;
  while (at < end) {
    if (state.quote !== '') {
      const close = endOfString(text, at, end, state.quote);
      if (close < 0) return false;
      at = close;
      state.quote = '';
      continue;
    }
    const sign = text.charAt(at);
    if (sign === '#') return false;
    if (sign === '"' || sign === "'") {
      const triple = text.startsWith(sign.repeat(3), at) && at + 3 <= end;
      const quote = triple ? sign.repeat(3) : sign;
      const close = endOfString(text, at + quote.length, end, quote);
      if (close < 0 && triple) state.quote = quote;
      if (close < 0) return !triple && text.charAt(end - 1) === '\\';
      at = close;
      continue;
    }
    if ('([{'.includes(sign)) state.depth++;
    else if (')]}'.includes(sign)) state.depth--;
    else if (sign === '\\' && at === end - 1) return true;
    at++;
  }
  return false;
}

/** The offset behind the closing quotes, or -1 where they are not on this line. */
function endOfString(text: string, from: number, end: number, quote: string): number {
  for (let at = from; at < end; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.startsWith(quote, at)) return at + quote.length <= end ? at + quote.length : -1;
  }
  return -1;
}

function physicalLines(text: string): readonly Span[] {
  const lines: Span[] = [];
  const breaks = /\r\n?|\n/g;
  let start = 0;
  for (let match = breaks.exec(text); match; match = breaks.exec(text)) {
    lines.push({ start, end: match.index });
    start = breaks.lastIndex;
  }
  lines.push({ start, end: text.length });
  return lines;
}

function firstToken(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && ' \t\f\ufeff'.includes(text.charAt(at))) at++;
  return at;
}

function columns(text: string, start: number, end: number): number {
  let column = 0;
  for (let at = start; at < end; at++) {
    column = text.charAt(at) === '\t' ? (Math.floor(column / 8) + 1) * 8 : column + 1;
  }
  return column;
}
