// What is known after `backward`: the shapes of gradients, and that numbers which follow from them
// are not known. What backward refuses is among the programs of test/oracle.

import assert from 'node:assert/strict';
import { liveLimits } from '../../src/trace/program.ts';
import { traceText } from '../trace/traceText.ts';
import { targets } from '../trace/targets.ts';

const training = `
import torch
from torch import nn, optim

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
optimizer = optim.Adam(model.parameters(), lr=1e-3)
x, y = torch.randn(16, 4), torch.randint(2, (16,))
before = model(x).sum().item()
for epoch in range(3):
    optimizer.zero_grad()
    logits = model(x)
    loss = nn.functional.cross_entropy(logits, y)
    loss.backward()
    gradient = model[0].weight.grad
    norm = nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
print(before)
print(model(x).sum().item())
`;

describe('a training loop', () => {
  it('has the shapes of its gradients as it is typed', async () => {
    const { trace } = await traceText(training, { limits: liveLimits(20_000) });
    const seen = targets(trace);
    assert.deepEqual(
      [seen['logits'], seen['loss'], seen['gradient'], seen['norm']],
      ['[16, 2]', '[]', '[8, 4]', '[]'],
    );
    assert.deepEqual(trace.diagnostics, []);
  });

  it('does not know what a step has changed, and says so where it is asked for', async () => {
    const { trace } = await traceText(training);
    const [before, after] = trace.printed
      .map(({ text }) => text)
      .join('')
      .split('\n');
    assert.ok(Number.isFinite(Number(before)), before);
    assert.match(after ?? '', /^<unknown: /);
    assert.deepEqual(
      trace.diagnostics.map(({ message }) => message),
      ['not supported yet: the numbers of gradients'],
    );
  });
});
