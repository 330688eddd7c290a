// Programs that print what CPython 3.11 printed when they were recorded (record_scripts.py); those
// named raise_*.py end with the traceback that it showed.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { formatTraceback } from '../../src/python/evaluate/traceback.ts';
import { runProgram } from './runProgram.ts';

const folder = new URL('scripts/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.py'))
  .map((name) => name.slice(0, -3));

describe('programs of plain Python', () => {
  for (const name of names) {
    it(name, () => {
      const source = read(`${name}.py`);
      const { stdout, outcome, vm } = runProgram(`${name}.py`, source);
      const error =
        outcome.kind === 'raised'
          ? formatTraceback(vm, outcome.exception, {
              sourceOf: (path) => (path === `${name}.py` ? source : null),
            })
          : '';
      assert.equal(stdout, read(`${name}.out`), error);
      assert.equal(error, name.startsWith('raise_') ? read(`${name}.err`) : '');
    });
  }
});
