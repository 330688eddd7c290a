// What an editor underlines: what can't be read, what the program raises, what is not supported yet.
// Each with the calls that led there.

import type { Diagnostic } from '../base/diagnostic.ts';
import * as l10n from '../base/l10n.ts';
import type { LineIndex, Span } from '../base/span.ts';
import type { Problem, RelatedPlace } from '../view/problem.ts';
import type { LastGood } from './shapes.ts';
import type { Snapshot } from './snapshot.ts';

/** The lines of another file of the program; null where its text is not known. */
export type LinesOf = (path: string) => LineIndex | null;

export function problems(
  snapshot: Snapshot,
  linesOf: LinesOf,
  lastGood: LastGood | null = null,
): readonly Problem[] {
  const known: LinesOf = (path) =>
    path === snapshot.path ? snapshot.parsed.lineIndex : linesOf(path);
  const found = [...syntaxProblems(snapshot)];
  for (const diagnostic of snapshot.trace.diagnostics) {
    if (isCertain(diagnostic, snapshot, lastGood)) {
      const problem = problemOf(diagnostic, snapshot, known);
      if (problem && !found.some((other) => isSame(other, problem))) found.push(problem);
    }
  }
  return found;
}

function syntaxProblems({ parsed }: Snapshot): readonly Problem[] {
  const { errors, lineIndex, text } = parsed;
  return errors.map(({ type, message, span }) => ({
    severity: 'error',
    ...placeOf(visible(span, text), lineIndex),
    message: `${type}: ${message}`,
    related: [],
  }));
}

/**
 * While a line can't be read, the program that was traced is not the one that stands there: of what
 * it raised, only what was there before is told.
 */
function isCertain(diagnostic: Diagnostic, snapshot: Snapshot, lastGood: LastGood | null): boolean {
  if (snapshot.parsed.broken.length === 0 || diagnostic.severity !== 'error') return true;
  const before = lastGood?.snapshot.trace.diagnostics ?? [];
  return before.some(
    ({ type, message }) => type === diagnostic.type && message === diagnostic.message,
  );
}

/** In this file: where it was raised, else at the innermost call that led out of the file. */
function problemOf(diagnostic: Diagnostic, snapshot: Snapshot, linesOf: LinesOf): Problem | null {
  const { path, span, severity, type, message, callPath = [] } = diagnostic;
  const text = severity === 'error' ? `${type}: ${message}` : message;
  const calls = callPath.toReversed();
  const { lineIndex } = snapshot.parsed;
  if (path === snapshot.path) {
    return {
      severity,
      ...placeOf(span, lineIndex),
      message: text,
      related: relatedTo(calls, linesOf),
    };
  }
  const at = calls.findIndex((call) => call.path === snapshot.path);
  const call = calls[at];
  if (!call) return null;
  const inner = [{ path, span, name: '' }, ...calls.slice(0, at)];
  return {
    severity,
    ...placeOf(call.span, lineIndex),
    message: text,
    related: relatedTo([...inner, ...calls.slice(at + 1)], linesOf),
  };
}

type Call = NonNullable<Diagnostic['callPath']>[number];

function relatedTo(calls: readonly Call[], linesOf: LinesOf): readonly RelatedPlace[] {
  return calls.flatMap(({ path, span, name }) => {
    const lineIndex = linesOf(path);
    if (!lineIndex) return [];
    const message = name === '' ? l10n.t('raised here') : l10n.t('called from {0}', name);
    return [{ path, ...placeOf(span, lineIndex), message }];
  });
}

function placeOf(span: Span, lineIndex: LineIndex): Pick<Problem, 'start' | 'end'> {
  return { start: lineIndex.positionAt(span.start), end: lineIndex.positionAt(span.end) };
}

/** An empty place at a line's end can't be underlined: the character before it is. */
function visible({ start, end }: Span, text: string): Span {
  if (end > start || start === 0) return { start, end: Math.max(end, start) };
  const endsLine = start >= text.length || /[\r\n]/.test(text.charAt(start));
  return endsLine ? { start: start - 1, end: start } : { start, end: start + 1 };
}

function isSame(a: Problem, b: Problem): boolean {
  return (
    a.message === b.message && a.start.line === b.start.line && a.start.column === b.start.column
  );
}
