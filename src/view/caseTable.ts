// The cases of one file as the panel and the Test Explorer show them: a row each, and what was
// printed.

import type { Position } from '../base/span.ts';
import type { EngineName, NumberSummary, RunProgress, Verdict } from './runReport.ts';

export interface CaseRow {
  readonly index: number;
  readonly className: string;
  /** `ResidualBlock(64, 128, stride=1)` */
  readonly constructed: string;
  /** How many equal calls it stands for. */
  readonly count: number;
  /** The call that is the case; its file as the trace names it. */
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  /** The function that holds the call, such as `test_residual_block`; empty at top level. */
  readonly caller: string;
  readonly input: string;
  readonly output: string;
  readonly selected: boolean;
  /** Null until the case ran. */
  readonly result: CaseRowResult | null;
}

export interface CaseRowResult {
  readonly verdict: Verdict;
  readonly message: string | null;
  readonly engine: EngineName | null;
  readonly operators: number;
  readonly milliseconds: number;
  readonly numbers: readonly NumberSummary[];
  readonly expected: string | null;
  /** The file was edited since the run. */
  readonly outdated: boolean;
}

/** A `test_*` function that was not run, and why. */
export interface SkippedTestRow {
  readonly name: string;
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  readonly reason: string;
}

export interface PrintedText {
  readonly text: string;
  readonly stream: 'stdout' | 'stderr';
  readonly caseIndex: number | null;
}

export interface CaseTable {
  readonly rows: readonly CaseRow[];
  readonly skipped: readonly SkippedTestRow[];
  readonly printed: readonly PrintedText[];
  /** The engine of the last run; null before the first. */
  readonly engine: EngineName | null;
  readonly engineNote: string | null;
  /** The error that ended the program, or null. */
  readonly error: string | null;
  /** Whether stated output matched, where there is some and the program ran. */
  readonly statedMatches: boolean | null;
  /** A run is under way. */
  readonly progress: RunProgress | null;
}
