// Where CPython says that a refused text is wrong: lines and columns from one, columns in
// characters, with the peculiarities of its parser's positions.

import type { ParseResult, SyntaxDiagnostic } from './parse.ts';

export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The line itself, with its end. */
  readonly source: string;
}

export function placeOf(error: SyntaxDiagnostic, { text, lineIndex }: ParseResult): Place {
  const { span, marking } = error;
  const line = lineIndex.lineAt(span.start);
  const written = text.slice(lineIndex.lineStart(line), lineIndex.lineStart(line + 1));
  const plain = written.replace(/[\r\n]+$/, '');
  const source = error.lexical
    ? plain
    : /[\r\n]$/.test(written)
      ? written.replace(/\r\n?$/, '\n')
      : `${written}\n`;
  const column = characters(text, lineIndex.lineStart(line), span.start) + 1;
  const point = { line: line + 1, column, endLine: line + 1, source };
  switch (marking) {
    case 'point':
      return { ...point, endColumn: column };
    case 'open':
      return { ...point, endColumn: 0 };
    case 'before':
      return { ...point, column: column - 1, endColumn: -1 };
    case 'empty': {
      const number = text === '' ? 0 : line + 1;
      return { line: number, column: 0, endLine: number, endColumn: 0, source };
    }
    case 'line start':
      return { ...point, column: 1, endColumn: 0 };
    case 'line end':
      return { ...point, column: characters(source, 0, source.length), endColumn: -1 };
    default: {
      const endLine = lineIndex.lineAt(span.end);
      const endColumn = characters(text, lineIndex.lineStart(endLine), span.end) + 1;
      return { ...point, endLine: endLine + 1, endColumn };
    }
  }
}

/** Characters beyond U+FFFF are one, though they are two here. */
function characters(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if ((text.charCodeAt(at) & 0xfc00) !== 0xdc00) count++;
  return count;
}
