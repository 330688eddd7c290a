// Fixture programs: Python with what the editor shows written under the code it belongs to.
//
//     x = self.conv(x)
//     # ^ [1, 16, 30, 30]
//     return self.head(x)
//     #      ^^^^^^^^^^^^ RuntimeError: mat1 and mat2 shapes cannot be multiplied (1x14400 and …
//
// The carets lie under the expression, or under as much of a target as stands beside the comment
// sign, at least under its "=". `test/oracle/record_fixtures.py` writes them from real PyTorch.
// Columns count UTF-16 units. With UPDATE=1 a test rewrites the file instead of failing.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** One thing that is shown; line and columns count from 0, `end` is past the last column. */
export interface Note {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Fixture {
  readonly path: string;
  readonly name: string;
  /** The program as it stands, carets included: they are comments. */
  readonly source: string;
  readonly notes: readonly Note[];
}

/** The fixtures of one folder of `test/`, by name. */
export function readFixtures(folder: string): Fixture[] {
  const root = fileURLToPath(new URL(`./${folder}/`, import.meta.url));
  const files = fs.readdirSync(root).filter((file) => file.endsWith('.py'));
  return files.sort().map((file) => {
    const source = fs.readFileSync(path.join(root, file), 'utf8');
    const name = file.replace('.py', '');
    return { path: path.join(root, file), name, source, notes: parseNotes(source) };
  });
}

/** What the carets of a source say, each with the line of code above them. */
export function parseNotes(source: string): Note[] {
  const notes: Note[] = [];
  let code = -1;
  for (const [i, line] of source.split('\n').entries()) {
    const match = caretLine.exec(line);
    if (!match) {
      code = i;
      continue;
    }
    const [, before = '', carets = '', text = ''] = match;
    notes.push({ line: code, start: before.length, end: before.length + carets.length, text });
  }
  return notes;
}

const caretLine = /^( *# *)(\^+) (.*)$/;

/**
 * Fails unless exactly the expected notes are shown: same line, same text, and a span that has a
 * column in common with the carets. The message is the file with the actual notes in place.
 */
export function checkFixture(fixture: Fixture, actual: readonly Note[]): void {
  if (sameNotes(fixture.notes, actual)) return;
  const annotated = annotate(fixture.source, actual);
  if (process.env['UPDATE'] === '1') {
    fs.writeFileSync(fixture.path, annotated);
    return;
  }
  // Both texts as one comparison, so that the reporter shows the differing lines.
  assert.equal(annotated, annotate(fixture.source, fixture.notes), fixture.name);
  assert.fail(`${fixture.name}: a note is at other columns\n${columns(actual)}\n${annotated}`);
}

function sameNotes(expected: readonly Note[], actual: readonly Note[]): boolean {
  if (expected.length !== actual.length) return false;
  const [a, b] = [inOrder(expected), inOrder(actual)];
  return a.every((note, i) => {
    const other = b[i];
    if (!other || other.line !== note.line || other.text !== note.text) return false;
    // A caret that stands for a short target is right of it, under the space or its "=".
    return other.start < note.end && note.start < other.end + 2;
  });
}

/** The source with these notes under its lines, in place of those it had. */
export function annotate(source: string, notes: readonly Note[]): string {
  const out: string[] = [];
  for (const [i, line] of source.split('\n').entries()) {
    if (caretLine.test(line)) continue;
    out.push(line);
    const indent = line.length - line.trimStart().length;
    for (const note of inOrder(notes.filter((each) => each.line === i))) {
      const start = Math.max(note.start, indent + 2);
      const carets = '^'.repeat(Math.max(note.end - start, 1));
      out.push(`${' '.repeat(indent)}#${' '.repeat(start - indent - 1)}${carets} ${note.text}`);
    }
  }
  return out.join('\n');
}

function inOrder(notes: readonly Note[]): Note[] {
  return [...notes].sort(
    (a, b) => a.line - b.line || a.start - b.start || a.text.localeCompare(b.text),
  );
}

function columns(notes: readonly Note[]): string {
  return inOrder(notes)
    .map(({ line, start, end, text }) => `line ${line + 1}, ${start} to ${end}: ${text}`)
    .join('\n');
}
