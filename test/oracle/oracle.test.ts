// Every program of `programs/` and `examples/` prints what PyTorch printed, and fails as it failed,
// on both engines. `record.py` made `recorded/`; nothing here needs Python.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { difference } from './compare.ts';
import type { Engine, Result } from './runPrograms.ts';
import { runPrograms } from './runPrograms.ts';

interface Truth {
  stdout: string;
  error: null | { type: string; message: string; line: number; lines: number[] };
}

interface Case {
  id: string;
  src: string;
  truth: Truth;
}

const here = new URL('./', import.meta.url);
const engines: Engine[] = ['native', 'bundled'];
const groups = readGroups();

for (const engine of engines) {
  describe(`PyTorch's own results, ${engine} engine`, () => {
    let results = new Map<string, Result>();
    before(async function () {
      this.timeout(300_000);
      results = await runPrograms([...groups.values()].flat(), engine);
    });

    for (const [group, cases] of groups) {
      describe(group, () => {
        for (const each of cases) {
          it(each.id, () => {
            const result = results.get(each.id);
            assert.ok(result, 'the run ended before this program');
            compare(result, each);
          });
        }
      });
    }
  });
}

function compare(result: Result, { src, truth }: Case): void {
  if (truth.error === null && result.error !== null) {
    const { type, message, line } = result.error;
    assert.fail(`line ${line}: ${type}: ${message}`);
  }
  const exact = src.startsWith('# exact');
  const reason = difference(result.stdout, truth.stdout, { relative: exact ? 0 : 1e-5 });
  assert.equal(reason, null, reason ?? '');
  if (truth.error !== null) {
    const { type, message, line } = truth.error;
    assert.deepEqual(result.error, { type, message, line });
  }
}

function readGroups(): Map<string, Case[]> {
  const recorded = fs.readdirSync(new URL('recorded/', here)).sort();
  const found = new Map<string, Case[]>();
  for (const file of recorded) {
    const content = JSON.parse(fs.readFileSync(new URL(`recorded/${file}`, here), 'utf8')) as {
      programs?: Record<string, Truth>;
    };
    if (!content.programs) continue;
    const group = file.replace('.json', '');
    const folder = group === 'examples' ? '../../examples/' : `programs/${group}/`;
    const cases = Object.entries(content.programs).map(([name, truth]) => ({
      id: `${group}/${name}`,
      src: fs.readFileSync(new URL(`${folder}${name}.py`, here), 'utf8'),
      truth,
    }));
    found.set(group, cases);
  }
  return found;
}
