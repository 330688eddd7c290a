// What a trace learns of the fixture programs of test/hints and test/errors, held against what real
// PyTorch made there.

import assert from 'node:assert/strict';
import type { ParseResult } from '../../src/python/parse/parse.ts';
import type * as ast from '../../src/python/syntax.ts';
import type { Span } from '../../src/base/span.ts';
import type { Fact, Seen, Trace } from '../../src/trace/facts.ts';
import { checkFixture, readFixtures, type Note } from '../fixture.ts';
import { traceText } from './traceText.ts';

describe('shapes of', () => {
  for (const fixture of readFixtures('hints')) {
    it(fixture.name, async () => {
      const { trace, parsed } = await traceText(fixture.source, { path: fixture.path });
      assert.deepEqual(trace.diagnostics, []);
      const shown = shapeNotes(trace, parsed);
      const notes = fixture.notes.map((each) => asUnpacked(each, shown));
      checkFixture({ ...fixture, notes }, shown);
    });
  }
});

describe('the exception of', () => {
  for (const fixture of readFixtures('errors')) {
    it(fixture.name, async () => {
      const { trace, parsed } = await traceText(fixture.source, { path: fixture.path });
      const notes = trace.diagnostics.map(({ span, type, message }) => {
        const [first] = (message === '' ? type : `${type}: ${message}`).split('\n').slice(-1);
        return note(parsed, span, first ?? '');
      });
      checkFixture(fixture, notes);
    });
  }
});

/** As the recorder marks them: the first target of each assignment, and what is returned. */
function shapeNotes(trace: Trace, parsed: ParseResult): Note[] {
  const facts = trace.files.get(trace.path)?.facts ?? [];
  const notes: Note[] = [];
  for (const place of places(parsed.module.body)) {
    const texts = textsOf(place, facts);
    if (texts.length > 0) notes.push(note(parsed, place.span, texts.join(' → ')));
  }
  return notes;
}

/** Of a value that is unpacked we see the parts, not what held them: only its shapes are compared. */
function asUnpacked(expected: Note, shown: readonly Note[]): Note {
  const unpacked = shown.some(({ line, text }) => line === expected.line && text.startsWith('{{'));
  return unpacked ? { ...expected, text: `{{${shapesIn(expected.text).join(', ')}}}` } : expected;
}

function shapesIn(text: string): string[] {
  return text.match(/\[(?:\d+(?:, \d+)*)?\]/g) ?? [];
}

interface Place {
  readonly span: Span;
  /** The targets whose facts make up the value; null where it is one. */
  readonly parts: readonly Span[] | null;
}

function places(statements: readonly ast.Statement[]): Place[] {
  return statements.flatMap((statement): Place[] => {
    switch (statement.kind) {
      case 'Assign':
        return [placeOf(statement.targets[0] as ast.Expression)];
      case 'AnnAssign':
      case 'AugAssign':
        return [placeOf(statement.target)];
      case 'Return':
        return statement.value ? [{ span: statement.value.span, parts: null }] : [];
      default:
        return bodies(statement).flatMap(places);
    }
  });
}

function placeOf(target: ast.Expression): Place {
  const unpacked = target.kind === 'Tuple' || target.kind === 'List';
  return { span: target.span, parts: unpacked ? partsOf(target) : null };
}

function partsOf(target: ast.Expression): Span[] {
  switch (target.kind) {
    case 'Tuple':
    case 'List':
      return target.elts.flatMap(partsOf);
    case 'Starred':
      return partsOf(target.value);
    default:
      return [target.span];
  }
}

function bodies(statement: ast.Statement): ast.Statement[][] {
  return ['body', 'orelse', 'finalbody', 'handlers'].flatMap((key) => {
    const found = (statement as unknown as Record<string, unknown>)[key];
    return Array.isArray(found) ? [found as ast.Statement[]] : [];
  });
}

/** Each different text once, in the order in which they came. */
function textsOf({ span, parts }: Place, facts: readonly Fact[]): string[] {
  if (parts === null) return distinctTexts(span, facts);
  const texts = parts.map((part) => distinctTexts(part, facts));
  if (texts.some(({ length }) => length === 0)) return [];
  const passes = Math.max(...texts.map(({ length }) => length));
  return Array.from({ length: passes }, (_, i) => {
    const inside = texts.flatMap((each) => shapesIn(each[Math.min(i, each.length - 1)] ?? ''));
    return `{{${inside.join(', ')}}}`;
  });
}

function distinctTexts(span: Span, facts: readonly Fact[]): string[] {
  const here = facts.filter(
    (fact) =>
      fact.kind !== 'expression' && fact.span.start === span.start && fact.span.end === span.end,
  );
  const inOrder = here.toSorted((a, b) => a.firstVisit - b.firstVisit);
  const texts = inOrder.flatMap(({ distinct }) => distinct.map(describeSeen));
  return [...new Set(texts.filter((text) => text !== null))];
}

/** As the recorder writes it; null where it is no tensor and holds anything else than tensors. */
function describeSeen(value: Seen): string | null {
  switch (value.type) {
    case 'tensor':
      return `[${value.shape.map((dim) => dim.value).join(', ')}]`;
    case 'dict': {
      const parts = value.entries.map(([key, item]) => [key, describeSeen(item)] as const);
      if (parts.length === 0 || parts.some(([, text]) => text === null)) return null;
      return `{${parts.map(([key, text]) => `${key}: ${String(text)}`).join(', ')}}`;
    }
    case 'tuple':
    case 'list': {
      const parts = value.items.map(describeSeen);
      if (parts.length === 0 || parts.includes(null)) return null;
      return value.type === 'tuple' ? `(${parts.join(', ')})` : `[${parts.join(', ')}]`;
    }
    default:
      return null;
  }
}

function note({ lineIndex, text }: ParseResult, { start, end }: Span, noted: string): Note {
  const from = lineIndex.positionAt(start);
  const to = lineIndex.positionAt(end);
  const lineEnd = text.indexOf('\n', start);
  const stop = to.line === from.line ? to.column : (lineEnd < 0 ? text.length : lineEnd) - start;
  const last = to.line === from.line ? stop : from.column + stop;
  return { line: from.line, start: from.column, end: last, text: noted };
}
