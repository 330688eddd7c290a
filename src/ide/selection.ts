// Which case a function is shown for. The person chooses cases; a function that none of the chosen
// ones reached is shown for the first case that did.

import type { Fact } from '../trace/facts.ts';
import { functionAt, type Definition } from './outline.ts';

/** The chosen cases, the latest first. */
export type Selection = readonly number[];

export function select(selection: Selection, caseIndex: number): Selection {
  return [caseIndex, ...selection.filter((index) => index !== caseIndex)];
}

/** The facts of a file by the innermost function that they stand in; null is the top level. */
export function factsByFunction(
  facts: readonly Fact[],
  definitions: readonly Definition[],
): ReadonlyMap<Definition | null, readonly Fact[]> {
  const groups = new Map<Definition | null, Fact[]>();
  for (const fact of facts) {
    const definition = functionAt(definitions, fact.span.start);
    const group = groups.get(definition);
    if (group) group.push(fact);
    else groups.set(definition, [fact]);
  }
  return groups;
}

/** The cases that reached the places of these facts, in their order. */
export function casesAt(facts: readonly Fact[]): readonly number[] {
  const cases = new Set<number>();
  for (const { caseIndex } of facts) if (caseIndex !== null) cases.add(caseIndex);
  return [...cases].sort((a, b) => a - b);
}

/** The one to show of the cases that reached a function; null where only code outside of cases did. */
export function selectedCase(selection: Selection, cases: readonly number[]): number | null {
  return selection.find((index) => cases.includes(index)) ?? cases[0] ?? null;
}
