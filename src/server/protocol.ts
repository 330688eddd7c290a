// What Torchpad's server and the editor's client say to each other beyond the Language Server
// Protocol: names of messages and their types, plain data from view/. Imports no library, so that
// both ends bind it to their own connection. In all messages a `path` of a view type is a URI.

import type { CaseTable } from '../view/caseTable.ts';
import type { DimMark } from '../view/dimMark.ts';
import type { ExportReport } from '../view/exportReport.ts';
import type { RunProgress, RunReport, EngineName } from '../view/runReport.ts';
import type { LineShape } from '../view/shape.ts';

/**
 * Flags of Node for the server's process. What a trace makes lives as long as the trace: with room
 * for all of it the collector copies little, and an edit takes half of the time.
 */
export const serverFlags = ['--min-semi-space-size=32', '--max-semi-space-size=64'] as const;

/** What the client says of itself, as `initializationOptions`. Other editors send nothing. */
export interface ClientOptions {
  /** The client paints `torchpad/shapes` itself, so that inlay hints are for `variable` only. */
  readonly paintsLineShapes?: boolean;
  /** The client has the commands of package.json; else the server offers `executeCommand`. */
  readonly ownsCommands?: boolean;
  /** Versions of documents that an earlier server fell silent over; they are not traced again. */
  readonly silentOver?: readonly DocumentVersion[];
}

export interface DocumentVersion {
  readonly uri: string;
  readonly version: number;
}

/** Server to client. */
export interface ServerNotifications {
  /** What stands at the ends of the lines of this version; empty where shapes are switched off. */
  readonly 'torchpad/shapes': DocumentVersion & { readonly shapes: readonly LineShape[] };
  /** The cases of a document: after each trace, after a run, and when another case is chosen. */
  readonly 'torchpad/cases': DocumentVersion & { readonly table: CaseTable };
  /** How far the run of a document is; null when it has ended. */
  readonly 'torchpad/progress': { readonly uri: string; readonly progress: RunProgress | null };
  readonly 'torchpad/status': ServerStatus;
}

/** Client to server. */
export interface ClientNotifications {
  /** Stops the run of a document; its `torchpad/run` is answered with what there is so far. */
  readonly 'torchpad/stop': { readonly uri: string };
}

/** Client to server, with an answer. */
export interface ClientRequests {
  readonly 'torchpad/run': { readonly params: RunParams; readonly result: RunResult | null };
  readonly 'torchpad/selectCase': {
    readonly params: SelectCaseParams;
    /** The case that is chosen now; null where there is none. */
    readonly result: number | null;
  };
  /** The cases as they are now, for a panel that opens late. Null for a document unknown. */
  readonly 'torchpad/caseTable': {
    readonly params: { readonly uri: string };
    readonly result: CaseTable | null;
  };
  /** Null for a document unknown. */
  readonly 'torchpad/export': {
    readonly params: ExportParams;
    readonly result: ExportReport | null;
  };
  /** Answered at once, whatever else goes on: the server is alive. */
  readonly 'torchpad/alive': { readonly params: null; readonly result: null };
}

export interface ExportParams {
  readonly uri: string;
  readonly caseIndex: number;
  /** Where the model is written to: a path of the server's machine. */
  readonly file: string;
  readonly marks: readonly DimMark[];
}

export interface RunParams {
  readonly uri: string;
  /** The whole program always runs; these are the cases that the person asked about, all if empty. */
  readonly cases: readonly number[];
}

/** Null instead, where the document is not open. */
export interface RunResult {
  /** The version of the document that ran. */
  readonly version: number;
  readonly report: RunReport;
  readonly table: CaseTable;
}

export interface SelectCaseParams {
  readonly uri: string;
  readonly choice: CaseChoice;
}

/** A case by its index, or the next or previous among those that reached the function at a line. */
export type CaseChoice =
  | { readonly kind: 'index'; readonly caseIndex: number }
  | { readonly kind: 'step'; readonly by: 1 | -1; readonly line: number | null };

export interface ServerStatus {
  readonly doing: 'nothing' | 'tracing' | 'running';
  /** The engine of the last run; null before the first. */
  readonly engine: EngineName | null;
  /** Why it is not the engine that was asked for. */
  readonly engineNote: string | null;
}

/** Lenses carry these commands with these arguments; the client registers them. */
export interface LensCommands {
  readonly 'torchpad.runCases': readonly [uri: string, cases: readonly number[]];
  readonly 'torchpad.selectCase': readonly [uri: string, caseIndex: number];
}
