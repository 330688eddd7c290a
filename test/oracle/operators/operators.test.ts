// PyTorch's own database of operators and modules, called: shapes, dtypes, numbers, printed text and
// errors as PyTorch gave them, but for the known gaps. The table tells how many pass.

import assert from 'node:assert/strict';
import { cases, knownGaps, verdicts } from './outcomes.ts';
import type { Case, Verdict } from './judge.ts';

describe("PyTorch's database of operators", () => {
  const gaps = knownGaps();
  let all: ReadonlyMap<string, Verdict>;

  before(async function () {
    this.timeout(300_000);
    all = await verdicts();
  });
  after(() => console.log(table(all)));

  for (const [name, group] of groups()) {
    it(`${name}: ${group.length} calls`, () => {
      const failed = group.filter(({ id }) => !all.get(id)?.passes && !gaps.has(id));
      const told = failed.slice(0, 20).map(({ id }) => `${id}: ${all.get(id)?.why ?? ''}`);
      assert.equal(failed.length, 0, told.join('\n'));
    });
  }

  it('never prints a wrong shape or dtype', () => {
    const wrong = cases.filter(({ id }) => all.get(id)?.sameShapes === false);
    assert.deepEqual(
      wrong.map(({ id }) => id),
      [],
    );
  });
});

function groups(): ReadonlyMap<string, readonly Case[]> {
  const found = new Map<string, Case[]>();
  for (const each of cases) {
    const name = `${each.kind}, tier ${each.tier}`;
    const group = found.get(name);
    if (group) group.push(each);
    else found.set(name, [each]);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function table(all: ReadonlyMap<string, Verdict>): string {
  const rows = [...groups()].map(([name, group]) => {
    const told = group.map(({ id }) => all.get(id));
    const passed = told.filter((verdict) => verdict?.passes).length;
    const exact = told.filter((verdict) => verdict?.sameMessage).length;
    const share = `${((100 * passed) / group.length).toFixed(1)} %`;
    const note = name.startsWith('error') ? `   the very same message: ${exact}` : '';
    const count = `${passed} of ${group.length}`;
    return `      ${name.padEnd(16)} ${count.padStart(13)} ${share.padStart(8)}${note}`;
  });
  return rows.join('\n');
}
