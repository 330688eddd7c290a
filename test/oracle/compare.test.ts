// The comparison that the oracle's verdicts rest on.

import assert from 'node:assert/strict';
import { difference } from './compare.ts';

const pairs: [verdict: 'same' | 'different', actual: string, expected: string][] = [
  ['same', '[1.0, 2.5]\n', '[1.0, 2.5]\n'],
  ['same', '[1.0000001, -2.5]', '[1.0, -2.5000002]'],
  ['different', '[1.001, 2.5]', '[1.0, 2.5]'],
  // The largest number of the line sets the scale of the others.
  ['same', '[0.0000001, 2.5]', '[0.0, 2.5]'],
  ['different', '0.0000001', '0.0'],
  ['same', '-0.0 1.5', '0.0 1.5'],
  ['same', 'nan inf -inf', 'nan inf -inf'],
  ['different', 'nan 1.0', '0.5 1.0'],
  ['different', 'inf 1.0', '-inf 1.0'],
  ['different', '1e30', 'inf'],
  ['same', '1.00000001e-05', '1e-05'],
  // Integers and words are text.
  ['different', 'torch.Size([2, 3])', 'torch.Size([2, 4])'],
  ['different', '3', '3.0'],
  ['different', 'v1.0', 'v2.0'],
  ['different', 'torch.float32', 'torch.float64'],
  ['different', '[1.0, 2.0]', '[1.0]'],
  ['different', 'a\nb', 'a'],
  ['different', 'a', 'a\nb'],
];

describe('printed numbers are compared as one vector a line', () => {
  for (const [verdict, actual, expected] of pairs) {
    it(`${JSON.stringify(actual)} and ${JSON.stringify(expected)}: ${verdict}`, () => {
      const reason = difference(actual, expected);
      assert.equal(reason === null, verdict === 'same', String(reason));
    });
  }

  it('says where, and what', () => {
    assert.equal(
      difference('x\n[1.5]\n', 'x\n[1.0]\n'),
      'line 2, 1.5 is not 1\n  printed  [1.5]\n  PyTorch  [1.0]',
    );
  });
});
