// What an editor underlines: a diagnostic with its places as lines and columns.

import type { Severity } from '../base/diagnostic.ts';
import type { Position } from '../base/span.ts';

export interface Problem {
  readonly severity: Severity;
  readonly start: Position;
  readonly end: Position;
  readonly message: string;
  /** The calls that led here, the innermost first. */
  readonly related: readonly RelatedPlace[];
}

export interface RelatedPlace {
  /** The file, as the trace names it. */
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  readonly message: string;
}
