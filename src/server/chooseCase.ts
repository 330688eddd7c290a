// Which case a person means who steps to the next one: among those that reached the function at the
// cursor; where none did, among all.

import { neighbour } from '../ide/lenses.ts';
import { functionAt, outline } from '../ide/outline.ts';
import { casesAt, factsByFunction, selectedCase, type Selection } from '../ide/selection.ts';
import { factsOf, type Snapshot } from '../ide/snapshot.ts';
import type { CaseChoice } from './protocol.ts';

export function chooseCase(
  snapshot: Snapshot,
  selection: Selection,
  choice: CaseChoice,
): number | null {
  const all = snapshot.trace.cases.map(({ index }) => index);
  if (choice.kind === 'index') return all.includes(choice.caseIndex) ? choice.caseIndex : null;
  const here = choice.line === null ? [] : casesAtLine(snapshot, choice.line);
  const cases = here.length > 0 ? here : all;
  const chosen = selectedCase(selection, cases);
  return chosen === null ? null : neighbour(cases, chosen, choice.by);
}

function casesAtLine(snapshot: Snapshot, line: number): readonly number[] {
  const definitions = outline(snapshot.parsed.module);
  const definition = functionAt(definitions, snapshot.parsed.lineIndex.lineStart(line + 1) - 1);
  if (!definition) return [];
  return casesAt(factsByFunction(factsOf(snapshot), definitions).get(definition) ?? []);
}
