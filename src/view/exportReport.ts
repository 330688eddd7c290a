// What came of an export, for people.

import type { Position } from '../base/span.ts';

export interface ExportReport {
  /** What was written; null where nothing was. */
  readonly written: string | null;
  /** Why not, or what is to be known of the model. */
  readonly remarks: readonly ExportRemark[];
}

export interface ExportRemark {
  readonly message: string;
  /** A line of the program itself. */
  readonly position: Position | null;
}
