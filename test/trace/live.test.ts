// The live budget: what a trace after an edit does with loops, numbers and input, and that nothing
// that it does not know is shown as if it were known.

import assert from 'node:assert/strict';
import type { Trace } from '../../src/trace/facts.ts';
import { liveLimits } from '../../src/trace/program.ts';
import { traceText } from './traceText.ts';
import { targets } from './targets.ts';

async function live(lines: readonly string[], millisecondsMax = 300): Promise<Trace> {
  const source = ['import torch', 'import torch.nn as nn', ...lines].join('\n');
  const options = { limits: liveLimits(millisecondsMax), tests: 'run' } as const;
  return (await traceText(source, options)).trace;
}

describe('a live trace', () => {
  it('leaves a training loop early, and says so', async () => {
    const trace = await live([
      'model = nn.Linear(8, 8)',
      'for step in range(10**9):',
      '    x = torch.randn(4, 8)',
      '    y = model(x)',
      '    loss = (y - x).pow(2).mean()',
      'z = y.t()',
    ]);
    assert.equal(trace.end, 'finished');
    assert.equal(trace.loops.length, 1);
    const { x, y, loss, z } = targets(trace);
    assert.deepEqual({ x, y, loss }, { x: '[4, 8]', y: '[4, 8]', loss: '[]' });
    assert.equal(z, 'unknown', 'what the rest of the passes would have rebound');
    assert.deepEqual(trace.diagnostics, []);
  });

  it('does not know what a loop that was left early has changed', async () => {
    const trace = await live([
      'class Counter:',
      '    steps = 0',
      'kept, log, counter, same = [], {}, Counter(), [1]',
      'x = torch.zeros(4)',
      'for step in range(10**9):',
      '    kept.append(x)',
      '    log[step] = x',
      '    counter.steps += 1',
      'a = torch.stack(kept)',
      'b = torch.zeros(len(log))',
      'c = torch.zeros(counter.steps)',
      'd = torch.zeros(len(same), 2)',
    ]);
    assert.equal(trace.loops.length, 1);
    const { a, b, c, d } = targets(trace);
    const unknown = 'unknown';
    assert.deepEqual({ a, b, c, d }, { a: unknown, b: unknown, c: unknown, d: '[1, 2]' });
    assert.deepEqual(trace.diagnostics, []);
  });

  it('follows a loop that costs little to its end', async () => {
    const trace = await live([
      'x = torch.zeros(64)',
      'for _ in range(5):',
      '    x = x[::2]',
      'n = sum(range(1000))',
      'y = torch.zeros(n - 499490)',
    ]);
    const { x, y } = targets(trace);
    assert.deepEqual([x, y, trace.loops.length], ['[2]', '[10]', 0]);
  });

  it('ends within its time where nothing else ends the program', async () => {
    const endless = await live(
      ['x = torch.zeros(3)', 'while True:', '    x = torch.cat([x, x[:1]])'],
      100,
    );
    assert.equal(endless.end, 'time');
    assert.equal(targets(endless)['x']?.startsWith('['), true);
    const deep = await live(['def f(n):', '    return f(n + 1)', 'f(0)']);
    assert.deepEqual(
      deep.diagnostics.map(({ type }) => type),
      ['RecursionError'],
    );
  });

  it('does not allocate what there is no memory for', async () => {
    const trace = await live(['x = torch.zeros(10**12)', 'print(x.sum())']);
    assert.equal(trace.diagnostics.length, 1);
    const list = await live(['x = [0] * 10**10', 'y = torch.zeros(1)']);
    assert.notEqual(list.end, 'finished');
  });

  it('does not know what it would cost too much to compute, and keeps its shape', async () => {
    const trace = await live([
      'a = torch.randn(2000, 2000)',
      'b = a @ a',
      'n = int(b.sum().item())',
      'c = torch.zeros(n)',
      'if b.sum() > 0:',
      '    d = torch.zeros(2)',
      'else:',
      '    d = torch.zeros(3)',
      'e = d + 1',
    ]);
    const { a, b, c, e } = targets(trace);
    assert.deepEqual(
      { a, b, c, e },
      { a: '[2000, 2000]', b: '[2000, 2000]', c: 'unknown', e: 'unknown' },
    );
    assert.deepEqual(trace.diagnostics, []);
  });

  it('computes a number that costs little', async () => {
    const trace = await live(['x = torch.arange(5).sum().item()', 'y = torch.zeros(x)']);
    assert.equal(targets(trace)['y'], '[10]');
  });

  it('has no input, and no error from its absence', async () => {
    const trace = await live(['n = int(input("n? "))', 'x = torch.zeros(n)', 'y = torch.zeros(2)']);
    assert.deepEqual(trace.diagnostics, []);
    const { x, y } = targets(trace);
    assert.deepEqual({ x, y }, { x: 'unknown', y: '[2]' });
  });

  it('is dropped at its next pause when it is aborted', async () => {
    const abort = new AbortController();
    const source = 'while True:\n    pass\n';
    const running = traceText(source, { limits: liveLimits(60_000), signal: abort.signal });
    setTimeout(() => abort.abort(), 20);
    assert.equal((await running).trace.end, 'stopped');
  });
});
