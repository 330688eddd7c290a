// A trace that goes on behind statements which ran ahead is the trace of the whole program: after
// edits anywhere, after changes of other files, and after traces that were dropped half-way.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { parse, type ParseResult } from '../../src/python/parse/parse.ts';
import type { Trace } from '../../src/trace/facts.ts';
import { HeadStart } from '../../src/trace/headStart.ts';
import { liveLimits, traceProgram, type ProgramRequest } from '../../src/trace/program.ts';
import type { World } from '../../src/trace/program.ts';
import { ambientWorld } from './world.ts';

const example = fs.readFileSync(
  new URL('../../examples/residual_block.py', import.meta.url),
  'utf8',
);

const path = '/home/ann/net.py';

function request(parsed: ParseResult, signal: AbortSignal | null = null): ProgramRequest {
  return {
    path,
    parsed,
    limits: liveLimits(20_000),
    argv: [],
    openFiles: new Map(),
    torchVersion: null,
    observe: 'everything',
    tests: 'run',
    signal,
    evaluator: null,
    readLine: () => null,
  };
}

/** All that a trace says but how long it took. */
function told(trace: Trace | null): unknown {
  assert.ok(trace);
  return { ...trace, milliseconds: 0 };
}

async function sameAsFresh(traces: HeadStart, text: string, world: World): Promise<void> {
  const parsed = parse(text);
  const ahead = await traces.trace(request(parsed), world);
  const fresh = await traceProgram(request(parsed), world);
  assert.deepEqual(told(ahead), told(fresh), text);
}

const idle = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 30));

describe('a trace with a head start', () => {
  it('is the trace of the whole program, whatever is typed into it', async function () {
    this.timeout(120_000);
    const world = await ambientWorld();
    const traces = new HeadStart();
    const lines = example.split('\n');
    for (const [i, line] of lines.entries()) {
      for (let column = 0; column < line.length; column += 7) {
        const text = lines.with(i, line.slice(0, column)).join('\n');
        await sameAsFresh(traces, text, world);
      }
    }
  });

  it('ends where the statements before the edit raise or leave', async () => {
    const world = await ambientWorld();
    for (const end of [
      '1 / 0',
      'raise SystemExit',
      'import sys; sys.exit(3)',
      'assert x.sum() < 0',
    ]) {
      const traces = new HeadStart();
      for (const last of ['y = x', 'y = x + 1', 'y = x + 2']) {
        const text = `import torch\nx = torch.ones(3)\n${end}\n${last}\n`;
        await sameAsFresh(traces, text, world);
        await idle();
      }
    }
  });

  it('keeps seeds, printed text and futures of what ran ahead', async () => {
    const world = await ambientWorld();
    const traces = new HeadStart();
    const head = [
      '"""A page."""',
      'from __future__ import annotations',
      'import torch, random',
      'torch.manual_seed(3); random.seed(4)',
      'print(torch.rand(2), random.random())',
    ].join('\n');
    for (const tail of ['a = 1', 'a = 12', 'def f(x: Nowhere): return __doc__\nprint(f(1))']) {
      const text = `${head}\n${tail}\nprint(torch.rand(2), random.random())\n`;
      await sameAsFresh(traces, text, world);
      await idle();
    }
  });

  it('reads other files anew where they have changed', async () => {
    const texts = new Map([['/home/ann/other.py', 'n = 3\n']]);
    let stamp = 1;
    const stamps = new Map([['/home/ann/other.py', stamp]]);
    const world = {
      ...(await ambientWorld()),
      files: {
        readFile: (file: string) => {
          const text = texts.get(file);
          return text === undefined ? null : new TextEncoder().encode(text);
        },
        listDirectory: () => null,
        modified: (file: string) => stamps.get(file) ?? null,
      },
    };
    const write = (file: string, text: string): void => {
      texts.set(file, text);
      stamps.set(file, ++stamp);
    };
    const traces = new HeadStart();
    const program = (edit: number): string =>
      'import torch\nimport other\ntry:\n    import extra\n    more = extra.m\nexcept ImportError:\n' +
      `    more = 1\nx = torch.ones(other.n, more)\ny = x + ${edit}\n`;
    const shapes = async (edit: number): Promise<string> => {
      const trace = await traces.trace(request(parse(program(edit))), world);
      await idle();
      const facts = trace?.files.get(path)?.facts ?? [];
      const last = facts.find(({ name, kind }) => kind === 'target' && name === 'y')?.last;
      return last?.type === 'tensor' ? last.shape.map(({ value }) => value).join('x') : '';
    };
    assert.equal(await shapes(0), '3x1');
    assert.equal(await shapes(1), '3x1');
    write('/home/ann/other.py', 'n = 5\n');
    assert.equal(await shapes(2), '5x1');
    write('/home/ann/extra.py', 'm = 7\n');
    assert.equal(await shapes(3), '5x7');
  });

  it('goes on for the next text where an edit drops it', async () => {
    const world = await ambientWorld();
    const traces = new HeadStart();
    await sameAsFresh(traces, example, world);
    const texts = [`${example}\nx = 1\n`, `${example}\nx = 12\n`, `${example}\nx = 123\n`];
    for (const text of texts.slice(0, 2)) {
      const abort = new AbortController();
      const trace = traces.trace(request(parse(text), abort.signal), world);
      abort.abort();
      assert.equal(await trace, null);
    }
    await sameAsFresh(traces, texts[2] as string, world);
  });
});
