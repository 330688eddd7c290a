// Sorting against what CPython makes of random lists (sorting.json, from record_sequences.py): the
// results, the comparisons in their order, what an error leaves. And laws that hold for any list.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runProgram } from '../runProgram.ts';
import { compareRecorded } from './sequences.ts';

describe('random sorts', () => compareRecorded('sorting.json'));

const LAWS = `
class Lt:
    def __init__(self, value):
        self.value = value
    def __lt__(self, other):
        return self.value < other.value

for numbers in CASES:
    ascending = sorted(numbers)
    assert all(a <= b for a, b in zip(ascending, ascending[1:]))
    assert all(ascending.count(n) == numbers.count(n) for n in numbers)
    assert [k.value for k in sorted(map(Lt, numbers))] == ascending
    indexed = list(enumerate(numbers))
    for reverse in (False, True):
        by_key = sorted(indexed, key=lambda pair: pair[1], reverse=reverse)
        compared = sorted(indexed, key=lambda pair: Lt(pair[1]), reverse=reverse)
        assert by_key == compared
        assert all(a[0] < b[0] for a, b in zip(by_key, by_key[1:]) if a[1] == b[1])
print('hold')
`;

describe('any sort', () => {
  it('is stable, keeps the items, and is the same by any means of comparison', () => {
    const lists = fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 150 }));
    fc.assert(
      fc.property(lists, (cases) => {
        const { stdout, stderr } = runProgram(
          'laws.py',
          `CASES = ${JSON.stringify(cases)}\n${LAWS}`,
        );
        assert.equal(stdout, 'hold\n', stderr);
      }),
      { numRuns: 30 },
    );
  });
});
