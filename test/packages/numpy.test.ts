// Arrays while nobody knows their numbers, and names that numpy has and Torchpad has not. What numpy
// itself printed is compared in test/oracle/programs/numpy.

import assert from 'node:assert/strict';
import type { Fact, Trace } from '../../src/trace/facts.ts';
import { liveLimits } from '../../src/trace/program.ts';
import { traceText } from '../trace/traceText.ts';

function shown({ last }: Fact): string {
  if (last.type !== 'tensor') return last.type;
  return `${last.dtype}[${last.shape.map((dim) => dim.value).join(', ')}]`;
}

function targets({ files, path }: Trace): Record<string, string> {
  const facts = (files.get(path)?.facts ?? []).filter(({ kind }) => kind === 'target');
  return Object.fromEntries(facts.map((fact) => [fact.name, shown(fact)]));
}

describe('numpy', () => {
  it('has the shapes of arrays as they are typed, drawn or computed', async () => {
    const { trace } = await traceText(
      `
import numpy as np
import torch
x = np.random.randn(32, 10)
h = x @ np.random.rand(10, 4).astype(np.float32)
best = h.argmax(axis=1)
joined = np.concatenate([h, h], axis=1)[:, None, ::-2]
tensor = torch.from_numpy(joined.copy()).float()
back = torch.nn.Linear(4, 3)(tensor).detach().numpy()
np.random.shuffle(x)
picked = x[np.random.permutation(8)]
`,
      { limits: liveLimits(20_000) },
    );
    assert.deepEqual(
      trace.diagnostics.map(({ message }) => message),
      [],
    );
    assert.deepEqual(targets(trace), {
      x: 'float64[32, 10]',
      h: 'float64[32, 4]',
      best: 'int64[32]',
      joined: 'float64[32, 1, 4]',
      tensor: 'float32[32, 1, 4]',
      back: 'float32[32, 1, 3]',
      picked: 'float64[8, 10]',
    });
  });

  it('says which of its names are not supported yet, and which do not exist', async () => {
    const { trace } = await traceText(
      'import numpy as np\nnp.unwrap([1.0])\ntry: np.nothing\nexcept AttributeError as e: print(e)\n',
    );
    assert.deepEqual(
      trace.diagnostics.map(({ message }) => message),
      ['not supported yet: numpy.unwrap'],
    );
    assert.deepEqual(
      trace.printed.map(({ text }) => text),
      ["module 'numpy' has no attribute 'nothing'\n"],
    );
  });

  it('is found after the modules of the program', async () => {
    const { trace } = await traceText('import numpy\nprint(numpy.mine)\n', {
      openFiles: new Map([['/home/ann/numpy.py', 'mine = 1\n']]),
    });
    assert.deepEqual(
      trace.printed.map(({ text }) => text),
      ['1\n'],
    );
  });
});
