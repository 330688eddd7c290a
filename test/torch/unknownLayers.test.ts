// Layers whose sizes are not known, as where a configuration comes from a package that is not
// followed: the program goes on, and nothing that depends on the sizes is made up.

import assert from 'node:assert/strict';
import { liveLimits } from '../../src/trace/program.ts';
import { traceText } from '../trace/traceText.ts';
import { targets } from '../trace/targets.ts';

const program = `
import torch, wandb
from torch import nn
size = wandb.config.size
linear = nn.Linear(size, 3)
a = linear(torch.ones(2, 3))
convolution = nn.Conv2d(3, size, 3, groups=1)
b = convolution(torch.ones(1, 3, 8, 8))
normalised = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(size), nn.GroupNorm(1, size), nn.LayerNorm(size))
c = normalised(torch.ones(2, 3))
looked_up = nn.Embedding(size, 3)(torch.ones(2).long())
recurrent = nn.LSTM(size, 3)
class Own(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(size))
own = Own()
class Stack(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(3, 3) for _ in range(size)])
    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x
stack = Stack()
e = stack(torch.ones(2, 3))
dropped = nn.functional.dropout(torch.ones(3), size)
flat = nn.Flatten(size)(torch.ones(2, 3))
pooled = nn.MaxPool2d(size)(torch.ones(1, 3, 8, 8))
known = nn.Linear(3, 4)
d = known(torch.ones(2, 3))
count = torch.zeros(sum(p.numel() for p in normalised.parameters()))
torch.manual_seed(0)
drawn = nn.Linear(size, 2)
after = torch.zeros(int(torch.rand(1).item() * 5) + 1)
`;

describe('layers of unknown sizes', () => {
  it('give unknown values, and no error', async () => {
    const { trace } = await traceText(program, { limits: liveLimits(20_000) });
    assert.deepEqual(
      trace.diagnostics.map(({ message }) => message),
      ['not supported yet: import wandb'],
    );
    assert.deepEqual(targets(trace), {
      a: 'unknown',
      b: 'unknown',
      c: 'unknown',
      linear: 'module of unknown',
      convolution: 'module of unknown',
      normalised: 'module of unknown',
      looked_up: 'unknown',
      recurrent: 'module of unknown',
      own: 'module of unknown',
      stack: 'module of unknown',
      'self.layers': 'unknown',
      x: 'unknown',
      e: 'unknown',
      dropped: 'unknown',
      flat: 'unknown',
      layer: 'unknown',
      'self.scale': 'unknown',
      pooled: 'unknown',
      known: 'module of 16',
      d: '[2, 4]',
      count: 'unknown',
      size: 'unknown',
      drawn: 'module of unknown',
      after: 'unknown',
    });
  });
});
