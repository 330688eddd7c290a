// What a program costs that imports torchvision and makes a model: in a fresh process, and again in
// the same one after an edit, as an editor does: typed without a pause, and while the imports above
// have run ahead. Reads the sources of torchvision where the Debian
// package python3-torchvision has them, or where TORCHVISION names the folder that holds it.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '../src/python/parse/parse.ts';
import { HeadStart } from '../src/trace/headStart.ts';
import { liveLimits } from '../src/trace/program.ts';
import { SourceCache } from '../src/trace/sources.ts';
import { makeWorld } from '../src/world.ts';
import type { Measurement } from './run.ts';

const packages = process.env['TORCHVISION'] ?? '/usr/lib/python3/dist-packages';
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const AGAIN = 5;
/** Between two words that somebody types. */
const PAUSE_MS = 500;

export async function imports(): Promise<readonly Measurement[]> {
  const fresh = 'torchvision imported and resnet50 made, in a fresh process';
  const atOnce = 'the same again, after an edit of the file without a pause';
  const again = 'the same again, after an edit and a pause';
  if (!fs.existsSync(path.join(packages, 'torchvision/__init__.py'))) {
    return [fresh, atOnce, again].map((what) => ({
      what,
      unit: 'ms',
      note: 'torchvision is not there',
    }));
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'torchpad-bench-'));
  try {
    const file = path.join(folder, 'driver.py');
    fs.writeFileSync(file, program(0));
    const env = { ...process.env, PYTHONPATH: packages };
    const whole = [1, 2, 3].map(() =>
      milliseconds(() => execFileSync(process.execPath, [cli, 'run', file], { env })),
    );
    return [
      { what: fresh, value: Math.min(...whole), unit: 'ms', most: 900 },
      { what: atOnce, value: await afterEdits(file, 0), unit: 'ms' },
      { what: again, value: await afterEdits(file, PAUSE_MS), unit: 'ms', most: 60 },
    ];
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function program(edit: number): string {
  return `import torchvision.models as models

model = models.resnet50()
edit = ${edit}
print(sum(p.numel() for p in model.parameters()))
`;
}

/** The fastest of the traces after the first. */
async function afterEdits(file: string, pauseMs: number): Promise<number> {
  const traces = new HeadStart();
  const cache = new SourceCache();
  const world = makeWorld({
    cache,
    roots: [path.dirname(file), packages],
    workingDirectory: path.dirname(file),
    environment: {},
  });
  let best = Infinity;
  for (let edit = 0; edit <= AGAIN; edit++) {
    const started = performance.now();
    const trace = await traces.trace(
      {
        path: file,
        parsed: parse(program(edit)),
        openFiles: new Map(),
        limits: liveLimits(10_000),
        argv: [],
        torchVersion: null,
        observe: 'everything',
        tests: 'run',
        evaluator: null,
        signal: new AbortController().signal,
        readLine: () => null,
      },
      world,
    );
    if (trace?.end !== 'finished') throw new Error(JSON.stringify(trace?.diagnostics));
    if (edit > 0) best = Math.min(best, performance.now() - started);
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return best;
}

function milliseconds(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
