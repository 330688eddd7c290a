// Files of tensors where the numbers are not known: a live trace knows that it does not know what
// they hold. What they hold where it is known is among the programs of test/oracle.

import assert from 'node:assert/strict';
import type { Trace } from '../../src/trace/facts.ts';
import { liveLimits } from '../../src/trace/program.ts';
import { traceText } from '../trace/traceText.ts';
import { targets } from '../trace/targets.ts';

async function live(lines: readonly string[]): Promise<Trace> {
  const source = ['import torch', 'import torch.nn as nn', ...lines].join('\n');
  return (await traceText(source, { limits: liveLimits(20_000), tests: 'run' })).trace;
}

describe('files of tensors in a live trace', () => {
  it('are read where their numbers are known', async () => {
    const trace = await live([
      "torch.save({'x': torch.arange(6.).reshape(2, 3)}, '/tmp/known.pt')",
      "x = torch.load('/tmp/known.pt')['x']",
    ]);
    assert.equal(targets(trace)['x'], '[2, 3]');
    assert.deepEqual(trace.diagnostics, []);
  });

  it('are unknown where an unseeded model was saved', async () => {
    const trace = await live([
      'model = nn.Linear(3, 2)',
      "torch.save(model.state_dict(), '/tmp/unknown.pt')",
      "state = torch.load('/tmp/unknown.pt')",
      'model.load_state_dict(state)',
      'y = model(torch.ones(4, 3))',
    ]);
    assert.equal(targets(trace)['state'], 'unknown');
    assert.equal(targets(trace)['y'], '[4, 2]');
    assert.deepEqual(trace.diagnostics, []);
  });
});

const SAFETENSORS = `
import os, tempfile
from safetensors import safe_open
from safetensors.torch import load, load_file, load_model, save, save_file, save_model
tensors = {
    'b': torch.arange(3), 'a': torch.tensor([[1., 2], [3, 4]]), 'h': torch.tensor([0.5]).half(),
    'm': torch.tensor([True, False]), 'e': torch.zeros(0, 2), 'f': torch.tensor([2.5]).bfloat16(),
}
data = save(tensors, {'format': 'pt'})
size = int.from_bytes(data[:8], 'little')
assert size % 8 == 0 and data[8:9] == b'{', size
assert data[8 + size:] == (
    b'\\0\\0\\0\\0\\0\\0\\0\\0\\1\\0\\0\\0\\0\\0\\0\\0\\2\\0\\0\\0\\0\\0\\0\\0'
    b'\\0\\0\\x80\\x3f\\0\\0\\0\\x40\\0\\0\\x40\\x40\\0\\0\\x80\\x40' b'\\x20\\x40' b'\\0\\x38' b'\\1\\0'
), data[8 + size:]
path = '/tmp/x.safetensors'
save_file(tensors, path, {'format': 'pt'})
for again in (load(data), load_file(path)):
    assert set(again) == set(tensors)
    for name, tensor in tensors.items():
        assert again[name].dtype == tensor.dtype and torch.equal(again[name], tensor), name
with safe_open(path, framework='pt') as file:
    assert file.keys() == sorted(tensors) and file.metadata() == {'format': 'pt'}
    assert torch.equal(file.get_tensor('a'), tensors['a'])
model, other = nn.Linear(2, 3), nn.Linear(2, 3)
torch.manual_seed(0)
nn.init.normal_(model.weight)
nn.init.zeros_(model.bias)
save_model(model, path)
assert load_model(other, path) == (set(), []) and torch.equal(model.weight, other.weight)
try:
    save({'a': tensors['a'].t()})
except ValueError as error:
    assert 'non contiguous' in str(error)
else:
    raise AssertionError
elsewhere = os.path.join(tempfile.mkdtemp(), 'x.safetensors')
save_file(tensors, elsewhere)
unseen = load_file(elsewhere)['a']
done = torch.zeros(7)
`;

describe('safetensors', () => {
  it('are written by the format and read again', async () => {
    const trace = await live(SAFETENSORS.split('\n'));
    assert.deepEqual(trace.diagnostics, []);
    assert.equal(targets(trace)['done'], '[7]');
  });
});
