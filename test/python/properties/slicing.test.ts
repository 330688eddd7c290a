// Slices of every sequence against what CPython makes of them (slicing.json, from
// record_sequences.py), and laws that hold for any slice.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runProgram } from '../runProgram.ts';
import { compareRecorded } from './sequences.ts';

describe('random slices', () => compareRecorded('slicing.json'));

const LAWS = `
for length, start, stop, step in CASES:
    items = list(range(length))
    key = slice(start, stop, step)
    chosen = [items[i] for i in range(*key.indices(length))]
    assert items[key] == chosen
    assert tuple(items)[key] == tuple(chosen)
    assert list(range(length)[key]) == chosen
    assert [ord(c) for c in ''.join(map(chr, items))[key]] == chosen
    assert list(bytes(items)[key]) == chosen
    kept = items.copy()
    del kept[key]
    assert kept == [item for item in items if item not in chosen]
print('hold')
`;

describe('any slice', () => {
  it('takes the items at its indices from each sequence, and deleting it keeps the others', () => {
    const bound = fc.option(fc.integer({ min: -12, max: 12 }));
    const step = fc.option(fc.integer({ min: -4, max: 4 }).filter((n) => n !== 0));
    const slices = fc.array(fc.tuple(fc.nat(9), bound, bound, step), { minLength: 1 });
    fc.assert(
      fc.property(slices, (cases) => {
        const text = JSON.stringify(cases).replaceAll('null', 'None');
        const { stdout, stderr } = runProgram('laws.py', `CASES = ${text}\n${LAWS}`);
        assert.equal(stdout, 'hold\n', stderr);
      }),
      { numRuns: 30 },
    );
  });
});
