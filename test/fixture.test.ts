// The notation of the fixtures itself.

import assert from 'node:assert/strict';
import type { Fixture, Note } from './fixture.ts';
import { annotate, checkFixture, parseNotes, readFixtures } from './fixture.ts';

const source = [
  'def f(x):',
  '    x = g(x)',
  '    # ^ [1, 2]',
  '    return x + 1',
  '    #      ^^^^^ RuntimeError: no',
  '',
].join('\n');

const notes: Note[] = [
  { line: 1, start: 6, end: 7, text: '[1, 2]' },
  { line: 3, start: 11, end: 16, text: 'RuntimeError: no' },
];

describe('a fixture', () => {
  it('says what is shown under the code above it', () => {
    assert.deepEqual(parseNotes(source), notes);
  });

  it('is written back as it was read', () => {
    assert.equal(annotate(source, notes), source);
    for (const fixture of [...readFixtures('hints'), ...readFixtures('errors')]) {
      assert.equal(annotate(fixture.source, fixture.notes), fixture.source, fixture.name);
    }
  });

  it('accepts what is shown at the target that its carets stand for', () => {
    checkFixture(fixture(), [{ line: 1, start: 4, end: 5, text: '[1, 2]' }, at(1)]);
  });

  it('tells a missing note, another text, another line, another place', () => {
    const wrong = (...actual: Note[]) => assert.throws(() => checkFixture(fixture(), actual));
    wrong(at(0));
    wrong({ ...at(0), text: '[1, 3]' }, at(1));
    wrong({ ...at(0), line: 0 }, at(1));
    wrong(at(0), { ...at(1), start: 4, end: 8 });
    wrong(at(0), at(1), at(1));
  });
});

function fixture(): Fixture {
  return { path: 'none', name: 'none', source, notes: parseNotes(source) };
}

function at(index: number): Note {
  const note = notes[index];
  assert.ok(note);
  return note;
}
