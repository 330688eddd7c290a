// What compile() says when it refuses a program. Thrown inside check/ only: the checks return it.

export type RefusalType = 'SyntaxError' | 'IndentationError' | 'TabError';

/**
 * How CPython marks the place: from start to end; at its first character only; with an open end; one
 * column too early; at the beginning or the end of the line; at a line as such, where nothing stands; or
 * not at all.
 */
export type Marking =
  'range' | 'point' | 'open' | 'before' | 'line start' | 'line end' | 'empty' | 'nowhere';

export interface RefusalOptions {
  readonly culprit?: number;
  readonly lexical?: boolean;
  readonly marking?: Marking;
}

export class Refusal extends Error {
  readonly type: RefusalType;
  readonly start: number;
  readonly end: number;
  /** Whether the tokenizer says so: then it is reported even where the grammar fails earlier. */
  readonly lexical: boolean;
  /** An offset in the logical line that is to blame, where that is not the one with the error. */
  readonly culprit: number;
  readonly marking: Marking;

  constructor(
    message: string,
    start: number,
    end: number,
    type: RefusalType = 'SyntaxError',
    options: RefusalOptions = {},
  ) {
    super(message);
    this.type = type;
    this.start = start;
    this.end = end;
    this.culprit = options.culprit ?? start;
    this.lexical = options.lexical ?? false;
    this.marking = options.marking ?? 'range';
  }
}

/** What the tokenizer refuses wherever it stands in the file. */
export function lexicalRefusal(
  message: string,
  start: number,
  end: number,
  marking: Marking = 'point',
): Refusal {
  return new Refusal(message, start, end, 'SyntaxError', { lexical: true, marking });
}
