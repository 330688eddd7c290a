// Places in a text: half-open ranges of UTF-16 offsets, and the table that turns an offset into a
// line and a column. Nothing here knows what the text means.

/** A half-open range of UTF-16 offsets into one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A position as editors count: line and UTF-16 column, both from zero. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where the lines of a text begin. `\n`, `\r\n` and a lone `\r` each end a line. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) this.#starts.push(i + 1);
    }
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The zero-based line that holds the offset. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, column: offset - (this.#starts[line] as number) };
  }

  /** The offset at which a zero-based line begins; past the last line, the end of the text. */
  lineStart(line: number): number {
    return this.#starts[line] ?? this.#length;
  }

  offsetAt(position: Position): number {
    const next = this.lineStart(position.line + 1);
    return Math.min(this.lineStart(position.line) + position.column, next);
  }
}
