// What the server is given by the entry that starts it: the trace, the run and the
// clock. Tests hand in their own.

import type { ParseResult } from '../python/parse/parse.ts';
import type { Export } from '../run/export.ts';
import type { CallRequest } from '../trace/called.ts';
import type { Trace } from '../trace/facts.ts';
import type { Settings } from '../view/contributions.ts';
import type { RunProgress, RunReport } from '../view/runReport.ts';
import type { PythonChoice } from './pythonChoice.ts';

export interface Services {
  /**
   * Runs the program within the live budget; null where it was aborted. Gives the event loop back
   * every few milliseconds.
   */
  trace(request: TraceRequest): Promise<Trace | null>;
  /** Runs the program on numbers; where it was stopped, with what there was so far. */
  run(request: RunRequest): Promise<RunOutcome>;
  /** Writes a call of the program as a model. */
  export(request: ExportFileRequest): Promise<ExportOutcome>;
  /** The text of a file on the disk, or null. */
  readText(path: string): string | null;
  readonly clock: Clock;
}

export interface Clock {
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  /** Calls back once what waits now in the event loop is done. */
  soon(work: () => void): void;
}

export interface TraceRequest {
  /** The file, as the program is to know it. */
  readonly path: string;
  readonly parsed: ParseResult;
  /** The folders inside of which the program may read; it works in the first. */
  readonly roots: readonly string[];
  readonly python: PythonChoice;
  /** Texts that stand in the editor instead of what is on the disk, by path. */
  readonly openFiles: ReadonlyMap<string, string>;
  readonly torchVersion: string;
  readonly budgetMs: number;
  /** Aborted when an edit makes the trace useless: it ends at its next pause. */
  readonly signal: AbortSignal;
}

export interface RunRequest extends Omit<TraceRequest, 'budgetMs'> {
  /** The cases that the person asked about; all, if empty. */
  readonly cases: readonly number[];
  readonly engine: Settings['engine'];
  /** The Markdown page that the program stands on, with the output that it states; else null. */
  readonly page: string | null;
  onProgress(progress: RunProgress): void;
}

export interface ExportFileRequest extends Omit<TraceRequest, 'budgetMs'> {
  readonly call: CallRequest;
  readonly engine: Settings['engine'];
  /** Where the model goes, and in the same folder its weights, if they are too much for it. */
  readonly file: string;
}

export interface ExportOutcome {
  readonly made: Export;
  /** A sentence on what was written, or null. */
  readonly written: string | null;
}

export interface RunOutcome {
  readonly trace: Trace;
  readonly report: RunReport;
}
