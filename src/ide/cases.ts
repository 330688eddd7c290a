// The cases of a file as a table: what the trace foretold, and what the last run gave.

import type { LineIndex, Position, Span } from '../base/span.ts';
import type { Case, Seen, Trace } from '../trace/facts.ts';
import type { CaseRow, CaseRowResult, CaseTable, SkippedTestRow } from '../view/caseTable.ts';
import type { CaseResult, RunProgress, RunReport } from '../view/runReport.ts';
import type { LinesOf } from './diagnostics.ts';
import { functionAt, outline, qualifiedName } from './outline.ts';
import { valueText } from './seenText.ts';
import type { Selection } from './selection.ts';
import type { Snapshot } from './snapshot.ts';

/** The last run of a document on numbers. */
export interface LastRun {
  readonly trace: Trace;
  readonly report: RunReport;
  /** The document was edited since. */
  readonly outdated: boolean;
}

export interface CaseTableOptions {
  readonly selection: Selection;
  readonly lastRun: LastRun | null;
  readonly progress: RunProgress | null;
  readonly linesOf: LinesOf;
}

export function caseTable(snapshot: Snapshot, options: CaseTableOptions): CaseTable {
  const { lastRun, progress } = options;
  const { trace } = snapshot;
  const run = lastRun && !lastRun.outdated ? lastRun : null;
  const error = (run?.trace ?? trace).diagnostics.find(({ severity }) => severity === 'error');
  return {
    rows: casesOf(trace, run).map((each) => row(snapshot, each, options)),
    skipped: trace.skippedTests.map((test) => skippedRow(snapshot, test, options)),
    printed: (run?.trace ?? trace).printed,
    engine: lastRun?.report.engine ?? null,
    engineNote: lastRun?.report.engineNote ?? null,
    error: error ? `${error.type}: ${error.message}` : null,
    statedMatches: run?.report.stated?.matches ?? null,
    progress,
  };
}

/** A run of the same text follows loops to their end, where a live trace leaves them early. */
function casesOf(trace: Trace, run: LastRun | null): readonly Case[] {
  return run && run.trace.cases.length > trace.cases.length ? run.trace.cases : trace.cases;
}

function row(snapshot: Snapshot, each: Case, options: CaseTableOptions): CaseRow {
  const { index, className, constructed, count, path, callSpan, inputs, output } = each;
  const cases = snapshot.trace.cases.map((other) => other.index);
  const selected = options.selection.find((chosen) => cases.includes(chosen)) ?? cases[0];
  return {
    index,
    className,
    constructed,
    count,
    path,
    ...place(snapshot, path, callSpan, options.linesOf),
    caller: callerOf(snapshot, each),
    input: inputs.map(valueText).join(', '),
    output: output ? valueText(output) : '',
    selected: index === selected,
    result: resultOf(each, options.lastRun),
  };
}

/** The result of the same case, by its call: class, arguments, inputs and which such call it is. */
function resultOf(each: Case, lastRun: LastRun | null): CaseRowResult | null {
  if (!lastRun) return null;
  const { trace, report, outdated } = lastRun;
  const found = outdated
    ? trace.cases.find((other) => key(other) === key(each))
    : trace.cases.find((other) => other.index === each.index);
  const result = found && report.cases.find(({ index }) => index === found.index);
  return result ? rowResult(result, outdated) : null;
}

function key({ constructed, inputs, path }: Case): string {
  const shapes = inputs.map((input: Seen) => valueText(input));
  return [path, constructed, ...shapes].join('\n');
}

function rowResult(result: CaseResult, outdated: boolean): CaseRowResult {
  const { verdict, message, engine, operators, milliseconds, outputs, expected } = result;
  return {
    verdict,
    message,
    engine,
    operators,
    milliseconds,
    numbers: outputs,
    expected,
    outdated,
  };
}

function skippedRow(
  snapshot: Snapshot,
  { name, path, span, reason }: Trace['skippedTests'][number],
  { linesOf }: CaseTableOptions,
): SkippedTestRow {
  return { name, path, ...place(snapshot, path, span, linesOf), reason };
}

function callerOf(snapshot: Snapshot, { path, callSpan }: Case): string {
  if (path !== snapshot.path) return '';
  return qualifiedName(functionAt(outline(snapshot.parsed.module), callSpan.start));
}

function place(
  { path: own, parsed }: Snapshot,
  path: string,
  { start, end }: Span,
  linesOf: LinesOf,
): { readonly start: Position; readonly end: Position } {
  const lineIndex: LineIndex | null = path === own ? parsed.lineIndex : linesOf(path);
  const zero = { line: 0, column: 0 };
  if (!lineIndex) return { start: zero, end: zero };
  return { start: lineIndex.positionAt(start), end: lineIndex.positionAt(end) };
}
