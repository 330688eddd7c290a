// Shapes as they stand beside the code: at the end of a line, or right after a variable. Plain data
// for a screen; what was seen there is in `trace/facts`.

import type { Position } from '../base/span.ts';

/** What stands after the end of one line. */
export interface LineShape {
  /** Zero-based. */
  readonly line: number;
  /** Short enough for the line's end. */
  readonly text: string;
  /** Markdown with all of it, where the text was cut, or with the reason why it is stale. */
  readonly hover: string | null;
  /** The last shape known, of a statement that can't be traced right now. */
  readonly stale: boolean;
}

/** What stands right after a variable. */
export interface VariableShape {
  readonly position: Position;
  readonly text: string;
  readonly hover: string | null;
  readonly stale: boolean;
}

/** An answer to a person who points at something. */
export interface HoverText {
  readonly start: Position;
  readonly end: Position;
  readonly markdown: string;
}
