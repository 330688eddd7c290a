// The shapes that stand beside the code, one text for each place that makes a tensor: an assigned
// target, a returned value, an expression on a line of its own. For the case selected where cases
// reached the place. `lineShapes` puts them at line ends, `variableShapes` behind the variables.

import * as l10n from '../base/l10n.ts';
import type { Span } from '../base/span.ts';
import { childrenOf } from '../python/children.ts';
import type { Node } from '../python/syntax.ts';
import type { Fact } from '../trace/facts.ts';
import type { LineShape, VariableShape } from '../view/shape.ts';
import { outline } from './outline.ts';
import { cut, seenText } from './seenText.ts';
import { casesAt, factsByFunction, selectedCase, type Selection } from './selection.ts';
import { factsOf, type Snapshot } from './snapshot.ts';
import { moveSpan, type Edit } from './edit.ts';

/** A shape with the place that it belongs to, as offsets into the snapshot's text. */
interface Placed {
  readonly span: Span;
  readonly kind: Fact['kind'];
  readonly name: string;
  readonly text: string;
}

/** The last snapshot without a broken statement, and what was typed since. */
export interface LastGood {
  readonly snapshot: Snapshot;
  readonly edits: readonly Edit[];
}

/** Inlay hints of editors are cut at 43 characters; a line's end has room for a little more. */
const lineTextMax = 72;
const variableTextMax = 43;

/** What stands at the ends of the lines; where a statement is broken, what stood there last. */
export function lineShapes(
  snapshot: Snapshot,
  selection: Selection,
  lastGood: LastGood | null = null,
): readonly LineShape[] {
  const lines = new Map<number, LineShape>();
  const stale = staleness(snapshot);
  for (const [line, shapes] of byLine(placedShapes(snapshot, selection), snapshot)) {
    lines.set(line, lineShape(line, shapes, stale.reasonAt(shapes)));
  }
  if (stale.reason !== null && lastGood) {
    for (const [line, shapes] of byLine(movedShapes(lastGood, selection), snapshot)) {
      if (lines.has(line) || stale.raisedOn(line)) continue;
      lines.set(line, lineShape(line, shapes, stale.reason));
    }
  }
  addLoopNotes(snapshot, lines);
  return [...lines.values()].sort((a, b) => a.line - b.line);
}

/** The same, behind each variable. */
export function variableShapes(
  snapshot: Snapshot,
  selection: Selection,
  lastGood: LastGood | null = null,
): readonly VariableShape[] {
  const { lineIndex } = snapshot.parsed;
  const stale = staleness(snapshot);
  const fresh = placedShapes(snapshot, selection);
  const shapes = fresh.map((placed) => variableShape(placed, snapshot, stale.reasonAt([placed])));
  const { reason } = stale;
  if (reason === null || !lastGood) return shapes;
  const lines = new Set(fresh.map(({ span }) => lineIndex.lineAt(span.start)));
  const last = movedShapes(lastGood, selection).filter(({ span }) => {
    const line = lineIndex.lineAt(span.start);
    return !lines.has(line) && !stale.raisedOn(line);
  });
  return [...shapes, ...last.map((placed) => variableShape(placed, snapshot, reason))];
}

function placedShapes(snapshot: Snapshot, selection: Selection): readonly Placed[] {
  const definitions = outline(snapshot.parsed.module);
  const placed: Placed[] = [];
  for (const facts of factsByFunction(factsOf(snapshot), definitions).values()) {
    const chosen = selectedCase(selection, casesAt(facts));
    placed.push(...targetShapes(facts, chosen), ...expressionShapes(facts, chosen, snapshot));
  }
  return placed;
}

function targetShapes(facts: readonly Fact[], chosen: number | null): readonly Placed[] {
  const shapes: Placed[] = [];
  for (const fact of facts) {
    if (fact.kind === 'expression' || fact.caseIndex !== chosen) continue;
    const text = factText(fact);
    if (text !== null) shapes.push({ span: fact.span, kind: fact.kind, name: fact.name, text });
  }
  return shapes;
}

/**
 * Lines that assign nothing show the outermost expression that begins there, where it is one only:
 * a statement of its own, or the line of a call that is spread over lines. Plain names were shown
 * where they were made.
 */
function expressionShapes(
  facts: readonly Fact[],
  chosen: number | null,
  snapshot: Snapshot,
): readonly Placed[] {
  const { text, lineIndex, module } = snapshot.parsed;
  // What is assigned there is no tensor: the shape of a part of it would be taken for its own.
  const takenLines = new Set(assignments(module).map(({ span }) => lineIndex.lineAt(span.start)));
  for (const { kind, span, statement } of facts) {
    if (kind === 'expression') continue;
    takenLines.add(lineIndex.lineAt(span.start)).add(lineIndex.lineAt(statement.start));
  }
  const byLine = new Map<number, Fact[]>();
  for (const fact of facts) {
    if (fact.kind !== 'expression' || fact.caseIndex !== chosen) continue;
    const line = lineIndex.lineAt(fact.span.start);
    if (takenLines.has(line) || isPlainName(text, fact.span)) continue;
    const group = byLine.get(line);
    if (group) group.push(fact);
    else byLine.set(line, [fact]);
  }
  const shapes: Placed[] = [];
  for (const group of byLine.values()) {
    const [only, another] = outermost(group);
    if (!only || another) continue;
    const shown = factText(only);
    if (shown !== null) shapes.push({ span: only.span, kind: 'expression', name: '', text: shown });
  }
  return shapes;
}

function assignments(node: Node): readonly Node[] {
  if (/^(?:Ann|Aug)?Assign$/.test(node.kind)) return [node];
  return hasStatements.test(node.kind) ? childrenOf(node).flatMap(assignments) : [];
}

const hasStatements =
  /^(?:Module|(?:Async)?(?:FunctionDef|For|With)|ClassDef|If|While|Try(?:Star)?|ExceptHandler|Match|match_case)$/;

function isPlainName(text: string, { start, end }: Span): boolean {
  return /^[\w.]+$/.test(text.slice(start, end));
}

function outermost(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(
    ({ span }) =>
      !facts.some(
        ({ span: other }) =>
          other !== span &&
          other.start <= span.start &&
          span.end <= other.end &&
          other.end - other.start > span.end - span.start,
      ),
  );
}

/** A place that saw other shapes on later passes shows them in their order, the last one last. */
function factText(fact: Fact): string | null {
  const last = seenText(fact.last);
  if (fact.steady || last === null) return last;
  const distinct = [...new Set(fact.distinct.map(seenText).filter((text) => text !== null))];
  if (distinct.at(-1) !== last) distinct.push(last);
  const shown =
    distinct.length > shapesMax ? [distinct[0], distinct[1], '…', distinct.at(-1)] : distinct;
  return shown.join(' → ');
}

/** How many different shapes of one place are shown. */
const shapesMax = 4;

/** The lines of a snapshot with the shapes that stand on each, in the order of the text. */
function byLine(
  placed: readonly Placed[],
  snapshot: Snapshot,
): ReadonlyMap<number, readonly Placed[]> {
  const lines = new Map<number, Placed[]>();
  for (const shape of [...placed].sort((a, b) => a.span.start - b.span.start)) {
    const line = snapshot.parsed.lineIndex.lineAt(shape.span.start);
    const group = lines.get(line);
    if (group) group.push(shape);
    else lines.set(line, [shape]);
  }
  return lines;
}

function lineShape(line: number, shapes: readonly Placed[], reason: string | null): LineShape {
  const names = new Set(shapes.map(({ name }) => name));
  const several = names.size > 1;
  const texts = shapes.map(({ name, text }) => (several && name !== '' ? `${name} ${text}` : text));
  const full = [...new Set(texts)].join('   ');
  const text = cut(full, lineTextMax);
  return { line, text, hover: hoverOf(full, text, reason), stale: reason !== null };
}

function variableShape(placed: Placed, snapshot: Snapshot, reason: string | null): VariableShape {
  const { span, kind } = placed;
  const { text: source, lineIndex } = snapshot.parsed;
  // Behind the keyword of a return statement, whose value has no name.
  const keyword = kind === 'return' && source.startsWith('return', span.start);
  const offset = keyword ? span.start + 'return'.length : span.end;
  const text = cut(placed.text, variableTextMax);
  return {
    position: lineIndex.positionAt(offset),
    text,
    hover: hoverOf(placed.text, text, reason),
    stale: reason !== null,
  };
}

function hoverOf(full: string, shown: string, reason: string | null): string | null {
  const parts = [shown === full && reason === null ? [] : [`\`${full}\``], reason ?? []].flat();
  return parts.length === 0 ? null : parts.join('\n\n');
}

interface Staleness {
  /** Why lines without a fresh shape show their last one; null where the whole file was traced. */
  readonly reason: string | null;
  /** Why these shapes are not of what stands there: the line's last good text was traced instead. */
  reasonAt(shapes: readonly Placed[]): string | null;
  /** Whether the program ended on this line by an exception: it has no shape, not even a last one. */
  raisedOn(line: number): boolean;
}

function staleness(snapshot: Snapshot): Staleness {
  const { broken, lineIndex } = snapshot.parsed;
  const raised = raisedLine(snapshot);
  const reason =
    broken.length > 0
      ? brokenReason(snapshot)
      : raised
        ? raisedReason(raised)
        : cutReason(snapshot);
  return {
    reason,
    reasonAt: (shapes) => {
      const inside = ({ span }: Placed): boolean =>
        broken.some(({ start, end }) => start <= span.start && span.start <= end);
      return shapes.some(inside) ? reason : null;
    },
    raisedOn: (line) =>
      line === raised?.line && !broken.some(({ start }) => lineIndex.lineAt(start) === line),
  };
}

function brokenReason({ parsed }: Snapshot): string {
  const { broken, errors, lineIndex } = parsed;
  const [error] = errors;
  const line = lineIndex.lineAt(error?.span.start ?? broken[0]?.start ?? 0) + 1;
  const message = error ? `${error.type}: ${error.message}` : 'SyntaxError';
  return l10n.t('The last shape known: line {0} can not be read right now ({1}).', line, message);
}

interface Raised {
  readonly line: number;
  readonly message: string;
}

/** Where the program ended by an exception, if it ended in this file. */
function raisedLine({ path, parsed, trace }: Snapshot): Raised | null {
  if (trace.end !== 'raised') return null;
  const error = trace.diagnostics.find(({ severity }) => severity === 'error');
  if (!error) return null;
  const line = error.path === path ? parsed.lineIndex.lineAt(error.span.start) : -1;
  return { line, message: `${error.type}: ${error.message}` };
}

/** A trace that a limit ended did not come to what stands behind. */
function cutReason({ trace }: Snapshot): string | null {
  if (trace.end === 'finished' || trace.end === 'raised') return null;
  return l10n.t('The last shape known: this time the program was not followed to its end.');
}

function raisedReason({ line, message }: Raised): string {
  return line < 0
    ? l10n.t('The last shape known: the program ends before this line ({0}).', message)
    : l10n.t('The last shape known: the program ends at line {0} ({1}).', line + 1, message);
}

function movedShapes(lastGood: LastGood, selection: Selection): readonly Placed[] {
  const moved: Placed[] = [];
  for (const placed of placedShapes(lastGood.snapshot, selection)) {
    const span = moveSpan(placed.span, lastGood.edits);
    if (span) moved.push({ ...placed, span });
  }
  return moved;
}

function addLoopNotes(snapshot: Snapshot, lines: Map<number, LineShape>): void {
  for (const { path, span, passes } of snapshot.trace.loops) {
    if (path !== snapshot.path) continue;
    const line = snapshot.parsed.lineIndex.lineAt(span.start);
    const note = l10n.t('left after {0} passes', passes);
    const shape = lines.get(line);
    lines.set(line, {
      line,
      text: shape ? `${shape.text}   ${note}` : note,
      hover: l10n.t(
        'While you type, a loop is followed until its passes show nothing new. What it changes is unknown after it. Running the cases follows all passes.',
      ),
      stale: false,
    });
  }
}
