// What a person reads who points at something: a table of what was seen there, in every case. A
// tensor has shape and dtype, a layer its arguments and parameters.

import type { Span } from '../base/span.ts';
import * as l10n from '../base/l10n.ts';
import { operators } from '../ops/define.ts';
import type { Fact, Seen, SeenModule } from '../trace/facts.ts';
import type { HoverText } from '../view/shape.ts';
import { caseName } from './caseName.ts';
import { markdownTable } from './markdown.ts';
import { outline, type Definition } from './outline.ts';
import { tensorsOf, valueText } from './seenText.ts';
import { factsOf, type Snapshot } from './snapshot.ts';

export function hover(snapshot: Snapshot, offset: number): HoverText | null {
  const place = pointedAt(snapshot, offset) ?? parameterAt(snapshot, offset);
  if (!place) return hoverOfDefinition(snapshot, offset);
  const { lineIndex, text } = snapshot.parsed;
  const source = text.slice(place.span.start, place.span.end);
  const markdown = describe(snapshot, place.facts, source);
  if (markdown === null) return null;
  const { start, end } = place.span;
  return { start: lineIndex.positionAt(start), end: lineIndex.positionAt(end), markdown };
}

/** On the name of a class or of its `forward`: what its cases take and give. */
function hoverOfDefinition(snapshot: Snapshot, offset: number): HoverText | null {
  const { trace, parsed, path } = snapshot;
  const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const named = outline(parsed.module).find(({ nameSpan }) => holds(nameSpan));
  if (!named) return null;
  const { nameSpan } = named;
  const cases = trace.cases.filter(({ definition }) => {
    if (definition?.path !== path) return false;
    const { name, forward } = definition;
    return holds(name) || (forward !== null && isAround(forward, nameSpan));
  });
  if (cases.length === 0) return null;
  const rows = cases.slice(0, rowsMax).map(({ index, inputs, output }) => {
    const input = inputs.map(valueText).join(', ');
    return [caseName(trace, index), `\`${input}\``, output ? `\`${valueText(output)}\`` : ''];
  });
  const columns = [l10n.t('case'), l10n.t('input'), l10n.t('output')];
  const rest = cases.length - rowsMax;
  const more = rest > 0 ? `\n\n${l10n.t('… and {0} more', rest)}` : '';
  return {
    start: parsed.lineIndex.positionAt(nameSpan.start),
    end: parsed.lineIndex.positionAt(nameSpan.end),
    markdown: markdownTable(columns, rows) + more,
  };
}

/** A `forward` as it is written: its whole extent, or its name. */
function isAround(forward: Span, name: Span): boolean {
  return forward.start <= name.start && name.end <= forward.end;
}

interface Place {
  readonly span: Span;
  readonly facts: readonly Fact[];
}

/** Longer tables are cut: a hover is read at a glance. */
const rowsMax = 16;

/** The innermost place with facts around the offset. */
function pointedAt(snapshot: Snapshot, offset: number): Place | null {
  let span: Span | null = null;
  for (const { span: candidate } of factsOf(snapshot)) {
    if (offset < candidate.start || candidate.end < offset) continue;
    if (!span || isNarrower(candidate, span, offset)) span = candidate;
  }
  if (!span) return null;
  const { start, end } = span;
  const facts = factsOf(snapshot).filter(
    (fact) => fact.span.start === start && fact.span.end === end,
  );
  return { span, facts: [...facts, ...sameAttribute(snapshot, span, facts)] };
}

/** At the border of two places, the one that begins there. */
function isNarrower(candidate: Span, than: Span, offset: number): boolean {
  const holds = (span: Span): boolean => span.start <= offset && offset < span.end;
  if (holds(candidate) !== holds(than)) return holds(candidate);
  return candidate.end - candidate.start < than.end - than.start;
}

/**
 * `self.conv1 = …` in a constructor runs outside of cases; what the attribute is in each case is
 * known where methods of the same class read it.
 */
function sameAttribute(snapshot: Snapshot, span: Span, facts: readonly Fact[]): readonly Fact[] {
  if (facts.some(({ caseIndex }) => caseIndex !== null)) return [];
  const { text } = snapshot.parsed;
  const name = text.slice(span.start, span.end);
  if (!/^[^\W\d]\w*(\.[^\W\d]\w*)+$/u.test(name)) return [];
  const around = outline(snapshot.parsed.module).findLast(
    (each) => each.kind === 'class' && each.span.start <= span.start && span.end <= each.span.end,
  );
  if (!around) return [];
  return factsOf(snapshot).filter(
    (fact) =>
      fact.caseIndex !== null &&
      around.span.start <= fact.span.start &&
      fact.span.end <= around.span.end &&
      text.slice(fact.span.start, fact.span.end) === name,
  );
}

/** A parameter in a function's header is what the function's body first reads under that name. */
function parameterAt(snapshot: Snapshot, offset: number): Place | null {
  const { parsed } = snapshot;
  for (const definition of outline(parsed.module)) {
    if (definition.node.kind === 'ClassDef') continue;
    const { posonlyargs, args, kwonlyargs, vararg, kwarg } = definition.node.args;
    const parameters = [...posonlyargs, ...args, ...kwonlyargs, vararg, kwarg];
    for (const parameter of parameters) {
      if (!parameter || offset < parameter.span.start || parameter.span.end < offset) continue;
      const { start } = parameter.span;
      const span = { start, end: start + parameter.arg.length };
      const facts = firstReads(snapshot, definition, parameter.arg);
      return facts.length > 0 ? { span, facts } : null;
    }
  }
  return null;
}

function firstReads(snapshot: Snapshot, definition: Definition, name: string): readonly Fact[] {
  const { text } = snapshot.parsed;
  const inside = factsOf(snapshot).filter(
    ({ span }) =>
      definition.span.start <= span.start &&
      span.end <= definition.span.end &&
      text.slice(span.start, span.end) === name,
  );
  const start = Math.min(...inside.map(({ span }) => span.start));
  return inside.filter((fact) => fact.span.start === start && fact.kind === 'expression');
}

function describe(snapshot: Snapshot, facts: readonly Fact[], source: string): string | null {
  const shown = facts.filter(({ last }) => kindOf(last) !== null);
  const cases = oneForEachCase(shown.filter(({ caseIndex }) => caseIndex !== null));
  const rows = (cases.length > 0 ? cases : shown).flatMap((fact) => rowsOf(snapshot, fact));
  const [first] = rows;
  if (!first) return unknownReason(facts);
  const head = headOf(source, first.seen);
  const table = markdownTable(
    columnsOf(first.seen),
    rows.slice(0, rowsMax).map(({ cells }) => cells),
  );
  const rest = rows.length - rowsMax;
  const more = rest > 0 ? l10n.t('… and {0} more', rest) : '';
  return [head, table, more, madeBy(rows)].filter((part) => part !== '').join('\n\n');
}

function oneForEachCase(facts: readonly Fact[]): readonly Fact[] {
  const byCase = new Map<number | null, Fact>();
  for (const fact of facts) if (!byCase.has(fact.caseIndex)) byCase.set(fact.caseIndex, fact);
  return [...byCase.values()].sort((a, b) => (a.caseIndex ?? 0) - (b.caseIndex ?? 0));
}

interface Row {
  readonly seen: Seen;
  readonly cells: readonly string[];
}

/** Where later passes saw something else, the first and the last. */
function rowsOf(snapshot: Snapshot, fact: Fact): readonly Row[] {
  const { first, last, visits, caseIndex } = fact;
  const title = caseIndex === null ? '' : caseName(snapshot.trace, caseIndex);
  if (cellsOf(first).join() === cellsOf(last).join()) {
    return [{ seen: last, cells: [title, ...cellsOf(last)] }];
  }
  const pass = (number: number): string =>
    l10n.t('{0} pass {1} of {2}', title, number, visits).trim();
  return [
    { seen: first, cells: [pass(1), ...cellsOf(first)] },
    { seen: last, cells: [pass(visits), ...cellsOf(last)] },
  ];
}

/** What a table tells of a value; null where it is not worth one. */
function kindOf(seen: Seen): 'layer' | 'tensors' | 'value' | null {
  if (seen.type === 'module') return 'layer';
  if (tensorsOf(seen).length > 0) return 'tensors';
  return seen.type === 'tuple' && seen.length > 0 ? 'value' : null; // `x.shape`
}

function columnsOf(seen: Seen): readonly string[] {
  switch (kindOf(seen)) {
    case 'layer':
      return [l10n.t('case'), l10n.t('layer'), l10n.t('parameters')];
    case 'tensors':
      return [l10n.t('case'), l10n.t('shape'), l10n.t('dtype')];
    default:
      return [l10n.t('case'), l10n.t('value')];
  }
}

function cellsOf(seen: Seen): readonly string[] {
  if (seen.type === 'module') return [`\`${seen.title}\``, parametersText(seen)];
  if (kindOf(seen) === 'value') return [`\`${valueText(seen)}\``];
  const tensors = tensorsOf(seen);
  const dtypes = [...new Set(tensors.map(({ dtype }) => dtype))];
  const devices = [...new Set(tensors.map(({ device }) => device))].filter(
    (each) => each !== 'cpu',
  );
  return [`\`${valueText(seen)}\``, [...dtypes, ...devices].join(', ')];
}

function parametersText({ parameterCount, trainable }: SeenModule): string {
  if (parameterCount === null) return '?';
  const all = grouped(parameterCount);
  return trainable === parameterCount ? all : l10n.t('{0}, {1} trainable', all, grouped(trainable));
}

function headOf(source: string, seen: Seen): string {
  const name = /^[\w.]+$/u.test(source) ? `**\`${source}\`** ` : '';
  if (seen.type === 'module') return `${name}${seen.className}`;
  if (kindOf(seen) === 'value') return name.trim();
  if (seen.type !== 'tensor') return `${name}${l10n.t('holds tensors')}`;
  if (!seen.parameter) return `${name}${l10n.t('tensor')}`;
  const count = seen.shape.reduce((product, { value }) => product * value, 1);
  const kind = seen.requiresGrad ? l10n.t('parameter') : l10n.t('parameter, frozen');
  return `${name}${kind}, ${grouped(count)}`;
}

/** The operator, where PyTorch has it under that name; some of ours stand behind several of its. */
function madeBy(rows: readonly Row[]): string {
  const made = new Set(rows.flatMap(({ seen }) => (seen.type === 'tensor' ? [seen.madeBy] : [])));
  const [only, another] = [...made].filter((text) => isPublic(text.split('(')[0] ?? ''));
  if (only === undefined) return '';
  return another === undefined && made.size === 1
    ? l10n.t('made by {0}', `\`${only}\``)
    : l10n.t('made by {0} and others', `\`${only}\``);
}

function isPublic(name: string): boolean {
  return (operators().get(name)?.variants.length ?? 0) > 0;
}

function unknownReason(facts: readonly Fact[]): string | null {
  for (const { last } of facts)
    if (last.type === 'unknown') return l10n.t('Unknown: {0}', last.reason);
  return null;
}

/** `36,864` */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
