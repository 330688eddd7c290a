// Programs that print what CPython 3.11 printed when they were recorded (record_scripts.py); those
// named raise_*.py end with the traceback that it showed. A folder is a feature of the language or of
// its library; a table of them stands at the end.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { formatTraceback } from '../../src/python/evaluate/traceback.ts';
import { runProgram } from './runProgram.ts';

const folder = new URL('scripts/', import.meta.url);
const features = readdirSync(folder).sort();
const passed = new Map<string, number>();

function namesOf(feature: string): string[] {
  return readdirSync(new URL(feature, folder))
    .filter((name) => name.endsWith('.py'))
    .map((name) => name.slice(0, -3))
    .sort();
}

describe('programs of plain Python', () => {
  for (const feature of features) {
    describe(feature, () => {
      for (const name of namesOf(feature)) {
        it(name, () => {
          compare(feature, name);
          passed.set(feature, (passed.get(feature) ?? 0) + 1);
        });
      }
    });
  }

  after(() => {
    const rows = features.map((feature) => {
      const programs = namesOf(feature).length;
      return { feature, programs, 'equal to CPython': passed.get(feature) ?? 0 };
    });
    console.table(rows);
  });
});

function compare(feature: string, name: string): void {
  const read = (file: string): string =>
    readFileSync(new URL(`${feature}/${file}`, folder), 'utf8');
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
}
