// What compile() says when it refuses a program. Thrown inside check/ only: the checks return it.

export type RefusalType = 'SyntaxError' | 'IndentationError' | 'TabError';

export class Refusal extends Error {
  readonly type: RefusalType;
  readonly start: number;
  readonly end: number;
  /** Whether the tokenizer says so: then it is reported even where the grammar fails earlier. */
  readonly lexical: boolean;
  /** An offset in the logical line that is to blame, where that is not the one with the error. */
  readonly culprit: number;

  constructor(
    message: string,
    start: number,
    end: number,
    type: RefusalType = 'SyntaxError',
    options: { readonly culprit?: number; readonly lexical?: boolean } = {},
  ) {
    super(message);
    this.type = type;
    this.start = start;
    this.end = end;
    this.culprit = options.culprit ?? start;
    this.lexical = options.lexical ?? false;
  }
}

/** What the tokenizer refuses wherever it stands in the file. */
export function lexicalRefusal(message: string, start: number, end: number): Refusal {
  return new Refusal(message, start, end, 'SyntaxError', { lexical: true });
}
