// What stands above the lines: over a method that cases reach, which of them is shown, with the steps
// to the next and the previous; over what calls the cases, "Run cases".

import * as l10n from '../base/l10n.ts';
import type { Trace } from '../trace/facts.ts';
import type { Lens } from '../view/lens.ts';
import { caseTitle } from './caseName.ts';
import { moveSpan } from './edit.ts';
import { functionAt, outline, type Definition } from './outline.ts';
import { casesAt, factsByFunction, selectedCase, type Selection } from './selection.ts';
import type { LastGood } from './shapes.ts';
import { factsOf, isBroken, type Snapshot } from './snapshot.ts';

/** While a line is broken the lenses stay where they were: they move the code up and down. */
export function lenses(
  snapshot: Snapshot,
  selection: Selection,
  lastGood: LastGood | null = null,
): readonly Lens[] {
  const stays = lastGood && (isBroken(snapshot) || snapshot.trace.cases.length === 0);
  if (!stays) return placed(snapshot, selection).map(({ lens }) => lens);
  const { lineIndex } = snapshot.parsed;
  return placed(lastGood.snapshot, selection).flatMap(({ lens, offset }) => {
    const moved = moveSpan({ start: offset, end: offset }, lastGood.edits);
    return moved ? [{ ...lens, line: lineIndex.lineAt(moved.start) }] : [];
  });
}

interface Placed {
  readonly lens: Lens;
  readonly offset: number;
}

function placed(snapshot: Snapshot, selection: Selection): readonly Placed[] {
  const definitions = outline(snapshot.parsed.module);
  return [
    ...caseLenses(snapshot, definitions, selection),
    ...runLenses(snapshot, definitions),
  ].sort((a, b) => a.lens.line - b.lens.line);
}

/** Over the `forward` of each class that some case went through. */
function caseLenses(
  snapshot: Snapshot,
  definitions: readonly Definition[],
  selection: Selection,
): readonly Placed[] {
  const groups = factsByFunction(factsOf(snapshot), definitions);
  return definitions.flatMap((definition) => {
    if (!isForward(definition)) return [];
    const facts = groups.get(definition) ?? [];
    const cases = [...new Set([...casesAt(facts), ...casesOf(snapshot, definition)])].sort(
      (a, b) => a - b,
    );
    const chosen = selectedCase(selection, cases);
    return chosen === null ? [] : stepLenses(snapshot, definition, cases, chosen);
  });
}

function isForward({ kind, name, parent }: Definition): boolean {
  return kind === 'function' && name === 'forward' && parent?.kind === 'class';
}

/** Cases of the class itself that raised before they came to a line of it. */
function casesOf({ trace, path }: Snapshot, { nameSpan }: Definition): readonly number[] {
  return trace.cases.flatMap(({ index, definition }) => {
    const forward = definition?.path === path ? definition.forward : null;
    const same = forward && forward.start <= nameSpan.start && nameSpan.end <= forward.end;
    return same ? [index] : [];
  });
}

function stepLenses(
  snapshot: Snapshot,
  definition: Definition,
  cases: readonly number[],
  chosen: number,
): readonly Placed[] {
  const offset = definition.span.start;
  const line = snapshot.parsed.lineIndex.lineAt(offset);
  const title = caseTitle(snapshot.trace, chosen, cases);
  const tooltip = l10n.t('The shapes are those of this case');
  const telling: Placed = { offset, lens: { line, title, tooltip, action: null } };
  if (cases.length === 1) return [telling];
  const step = (sign: string, by: 1 | -1): Placed => {
    const caseIndex = neighbour(cases, chosen, by);
    const tooltip = caseTitle(snapshot.trace, caseIndex, cases);
    return { offset, lens: { line, title: sign, tooltip, action: { kind: 'select', caseIndex } } };
  };
  return [telling, step('◀', -1), step('▶', 1)];
}

/** The next or the previous case; after the last comes the first. */
export function neighbour(cases: readonly number[], chosen: number, by: 1 | -1): number {
  const at = cases.indexOf(chosen);
  return cases[(at + by + cases.length) % cases.length] ?? chosen;
}

/** Over each function that calls cases; over the class of the first, for calls at top level. */
function runLenses(snapshot: Snapshot, definitions: readonly Definition[]): readonly Placed[] {
  const { trace, parsed, path } = snapshot;
  const callers = new Map<number, number[]>();
  for (const { index, path: file, callSpan } of trace.cases) {
    if (file !== path) continue;
    const caller = outermost(functionAt(definitions, callSpan.start));
    const offset = caller ? caller.span.start : topLevelOffset(trace, index, path, callSpan.start);
    const cases = callers.get(offset);
    if (cases) cases.push(index);
    else callers.set(offset, [index]);
  }
  return [...callers].map(([offset, cases]) => ({
    offset,
    lens: {
      line: parsed.lineIndex.lineAt(offset),
      title: l10n.t('Run cases'),
      tooltip: l10n.t('Runs them on numbers and compares the results'),
      action: { kind: 'run', cases },
    },
  }));
}

function outermost(definition: Definition | null): Definition | null {
  let outer = definition;
  while (outer?.parent) outer = outer.parent;
  return outer;
}

function topLevelOffset(trace: Trace, index: number, path: string, call: number): number {
  const definition = trace.cases.find((each) => each.index === index)?.definition;
  return definition?.path === path ? definition.name.start : call;
}
