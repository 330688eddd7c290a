// What CPython's compile() refuses, recorded by record_refused.py: the same programs are refused
// here, in the same words.

import assert from 'node:assert/strict';
import { parse } from '../../src/python/parse/parse.ts';
import recorded from './refused.json' with { type: 'json' };

interface Verdict {
  readonly type: string;
  readonly message: string;
  readonly line: number | null;
}

/** Where we differ, each with the reason; all are refused or accepted too rarely to matter yet. */
const different = new Set([
  'f(a, *)', // CPython 3.11 names another mistake than the one that stands there
  'x[a:b, c d]', // we add "Perhaps you forgot a comma?", as CPython does everywhere else
  'type X = 1', // 3.12's syntax is accepted
]);

describe('what compile() refuses', () => {
  const programs = Object.entries(recorded as Readonly<Record<string, Verdict | null>>);

  it('is refused in the same words', () => {
    const wrong = programs.flatMap(([line, verdict]) => {
      const found = ours(line);
      const same = found?.type === verdict?.type && found?.message === verdict?.message;
      return same === different.has(line) ? [{ line, found, verdict }] : [];
    });
    assert.deepEqual(wrong, []);
  });

  it('is refused at the same line', () => {
    const wrong = programs.flatMap(([line, verdict]) => {
      const found = ours(line);
      if (!found || !verdict || found.message !== verdict.message) return [];
      return found.line === verdict.line
        ? []
        : [{ line, found: found.line, verdict: verdict.line }];
    });
    assert.deepEqual(wrong, []);
  });
});

function ours(line: string): Verdict | null {
  const source = line.replaceAll('\\n', '\n').replaceAll('\\t', '\t');
  const result = parse(source);
  const { errors, lineIndex } = result;
  const [error] = errors;
  if (!error) return null;
  const { type, message, span } = error;
  return { type, message, line: lineIndex.lineAt(span.start) + 1 };
}
