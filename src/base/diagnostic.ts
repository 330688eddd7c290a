// What is wrong with a user's program, as every room reports it.

import type { Span } from './span.ts';

/** `error` is Python's or PyTorch's own; `unsupported` and `limit` are ours and never shown red. */
export type Severity = 'error' | 'unsupported' | 'limit' | 'note';

export interface Diagnostic {
  readonly severity: Severity;
  /** The file's path as the program knows it. */
  readonly path: string;
  readonly span: Span;
  /** The exception's class, `SyntaxError`, or `Unsupported`. */
  readonly type: string;
  readonly message: string;
  /** The calls that led here, outermost first. */
  readonly callPath?: readonly {
    readonly path: string;
    readonly span: Span;
    readonly name: string;
  }[];
}
