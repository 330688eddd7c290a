// Runs the expressions that record_sequences.py recorded, and compares what they give.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runProgram } from '../runProgram.ts';

interface Recorded {
  readonly preamble: string;
  readonly subjects: Record<string, [expression: string, outcome: string][]>;
}

/** A test for each subject of the file. */
export function compareRecorded(file: string): void {
  const { preamble, subjects } = JSON.parse(
    readFileSync(new URL(file, import.meta.url), 'utf8'),
  ) as Recorded;
  for (const [subject, calls] of Object.entries(subjects)) {
    it(subject, () => {
      const lines = calls.map(([expression]) => `print(ascii(outcome(lambda: ${expression})))`);
      const { stdout } = runProgram('sequences.py', `${preamble}\n${lines.join('\n')}\n`);
      const printed = stdout.split('\n');
      for (const [i, [expression, outcome]] of calls.entries())
        assert.equal(printed[i], outcome, expression);
    });
  }
}
