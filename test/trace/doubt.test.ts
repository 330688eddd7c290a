// Loops of which nobody knows how often they go on: one pass is followed, and what depends on the
// number of passes is unknown. Nothing of it is taken for a single pass.

import assert from 'node:assert/strict';
import { liveLimits } from '../../src/trace/program.ts';
import { traceText } from './traceText.ts';
import { targets } from './targets.ts';

/** What `made` is after the lines; `source` is a package of which nothing is known. */
async function made(lines: readonly string[]): Promise<string | undefined> {
  const text = ['import torch', 'import wandb as source', ...lines].join('\n');
  const { trace } = await traceText(text, { limits: liveLimits(20_000) });
  assert.deepEqual(
    trace.diagnostics.filter(({ severity }) => severity === 'error'),
    [],
  );
  return targets(trace)['made'];
}

const generator = ['def items():', '    for x in source.all():', '        yield x'];

const unknown: Readonly<Record<string, readonly string[]>> = {
  'a list that is appended to': [
    'xs = []',
    'for x in source.all():',
    '    xs.append(1)',
    'made = torch.zeros(len(xs))',
  ],
  'a counter': ['n = 0', 'for x in source.all():', '    n += 1', 'made = torch.zeros(n)'],
  'an attribute': [
    'class Meter: pass',
    'meter = Meter(); meter.n = 0',
    'for x in source.all():',
    '    meter.n += 1',
    'made = torch.zeros(meter.n)',
  ],
  'a list behind a call': [
    'xs = []',
    'def note(x): xs.append(x)',
    'for x in source.all(): note(x)',
    'made = torch.zeros(len(xs))',
  ],
  'a loop that is left': [
    'n = 0',
    'for x in source.all():',
    '    n += 1',
    '    if n > 5: break',
    'made = torch.zeros(n)',
  ],
  'zip with something known': [
    'xs = []',
    'for x, y in zip([1, 2, 3], source.all()): xs.append(x)',
    'made = torch.zeros(len(xs))',
  ],
  'a comprehension': ['made = torch.zeros(len([1 for _ in source.all()]))'],
  'a comprehension that filters': ['made = torch.zeros(len([1 for x in [1, 2] if source.one()]))'],
  'a dict comprehension': ['made = torch.zeros(len({k: 1 for k in source.all()}))'],
  'a generator expression': ['made = torch.zeros(sum(1 for _ in source.all()))'],
  'what is joined of one': ['made = torch.cat([torch.ones(2) for _ in source.all()])'],
  'what is unpacked of one': ['made = torch.zeros(max(3, *[1 for _ in source.all()]))'],
  'what is unpacked into names': [
    'a, b = (torch.ones(2) for _ in source.all())',
    'made = torch.zeros(2) + a',
  ],
  'keywords that are unknown': ['made = torch.zeros(2, **source.options())'],
  'layers of one': [
    'net = torch.nn.Sequential(*[torch.nn.Linear(2, 2) for _ in source.all()])',
    'made = net(torch.ones(1, 2))',
  ],
  'a generator of its own': [...generator, 'made = torch.zeros(len(list(items())))'],
  'a loop over a generator': [
    ...generator,
    'xs = []',
    'for x in items(): xs.append(x)',
    'made = torch.zeros(len(xs))',
  ],
  'a generator that delegates': [
    ...generator,
    'def more(): yield from items()',
    'xs = []',
    'for i, x in enumerate(more()): xs.append(i)',
    'made = torch.zeros(len(xs))',
  ],
  'a progress bar': [
    'from tqdm import tqdm',
    'xs = []',
    'for x in tqdm(source.all()): xs.append(1)',
    'made = torch.zeros(len(xs))',
  ],
  'an extended list': [
    'xs = [1]',
    'xs.extend(x for x in source.all())',
    'made = torch.zeros(len(xs))',
  ],
  'a list that grows in place': [
    'xs = [1]',
    'xs += (x for x in source.all())',
    'made = torch.zeros(len(xs))',
  ],
  'an updated set': ['s = {1}', 's.update(2 for x in source.all())', 'made = torch.zeros(len(s))'],
  'an updated dict': [
    'd = {}',
    'd.update((k, 1) for k in source.all())',
    'made = torch.zeros(len(d))',
  ],
  'a deque': [
    'from collections import deque',
    'd = deque(x for x in source.all())',
    'made = torch.zeros(len(d))',
  ],
  'what is chosen by whether something is None': [
    'made = torch.zeros(2 if source.option is None else 3)',
  ],
  'the greatest of what may be nothing': [
    'made = torch.zeros(max(x for x in source.all() if x is None))',
  ],
};

const known: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'a line of the loop': ['[3]', 'for x in source.all():', '    made = torch.zeros(3)'],
  'a list that the loop only reads': [
    '[2]',
    'xs = [1, 2]',
    'for x in source.all(): len(xs)',
    'made = torch.zeros(len(xs))',
  ],
  'a loop over a known generator': [
    '[4]',
    'xs = []',
    'for x in (i for i in range(4)): xs.append(x)',
    'made = torch.zeros(len(xs))',
  ],
  'an outer loop that is known': [
    '[2]',
    'epochs = []',
    'for epoch in range(2):',
    '    for x in source.all(): pass',
    '    epochs.append(epoch)',
    'made = torch.zeros(len(epochs))',
  ],
  'a known generator that is left': [
    '[1]',
    'xs = []',
    'for x in (i for i in range(4)):',
    '    xs.append(x)',
    '    break',
    'ys = list(xs)',
    'made = torch.zeros(len(ys))',
  ],
  'a model that was trained in the loop': [
    '[1, 2]',
    'net = torch.nn.Linear(2, 2)',
    'for x in source.all():',
    '    net.train()',
    '    net(torch.ones(4, 2)).sum().backward()',
    'net.eval()',
    'made = net(torch.ones(1, 2))',
  ],
  'generators that are left many times': [
    '[2000]',
    'def first(xs):',
    '    for x in (x for x in xs):',
    '        return x',
    'made = torch.zeros(sum(first([1, 2]) for _ in range(2000)))',
  ],
};

describe('after an iteration in doubt', () => {
  for (const [name, lines] of Object.entries(unknown)) {
    it(`${name} is not known`, async () => {
      assert.equal(await made(lines), 'unknown');
    });
  }
  for (const [name, [shape, ...lines]] of Object.entries(known)) {
    it(`${name} is known`, async () => {
      assert.equal(await made(lines), shape);
    });
  }
});
