// tqdm passes its iterable through and draws nothing; its counters and texts can be read. CPython
// with tqdm prints the same on standard output.

import assert from 'node:assert/strict';
import { runProgram } from './runProgram.ts';

function printed(source: string): string {
  const { stdout, stderr, outcome } = runProgram('bars.py', source);
  assert.equal(outcome.kind, 'value');
  assert.equal(stderr, '');
  return stdout;
}

describe('tqdm', () => {
  it('passes an iterable through', () => {
    const source = `
from tqdm import tqdm, trange
from tqdm.auto import tqdm as auto
print(list(tqdm('ab', desc='letters')), [i * i for i in trange(3)], list(auto(iter([1]))), len(tqdm([1, 2])))
for i, item in enumerate(tqdm(range(2), total=2, leave=False)):
    print(i, item)
`;
    assert.equal(printed(source), "['a', 'b'] [0, 1, 4] [1] 2\n0 0\n1 1\n");
  });

  it('counts by hand, and keeps what it was told', () => {
    const source = `
from tqdm import tqdm
with tqdm(total=10, unit='img') as bar:
    bar.update(4)
    bar.update()
    bar.set_description('epoch 1')
    bar.set_postfix(loss=0.123456, acc='high')
    print(bar.n, bar.total, repr(bar.desc), bar.postfix)
tqdm.write('below the bar')
`;
    assert.equal(printed(source), "5 10 'epoch 1: ' acc=high, loss=0.123\nbelow the bar\n");
  });
});
