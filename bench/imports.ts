// What a program costs that imports torchvision and makes a model: in a fresh process, and again in
// the same one after an edit, as an editor does. Reads the sources of torchvision where the Debian
// package python3-torchvision has them, or where TORCHVISION names the folder that holds it.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '../src/python/parse/parse.ts';
import { liveLimits, traceProgram } from '../src/trace/program.ts';
import { SourceCache } from '../src/trace/sources.ts';
import { makeWorld } from '../src/world.ts';
import type { Measurement } from './run.ts';

const packages = process.env['TORCHVISION'] ?? '/usr/lib/python3/dist-packages';
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const AGAIN = 5;

export async function imports(): Promise<readonly Measurement[]> {
  const fresh = 'torchvision imported and resnet50 made, in a fresh process';
  const again = 'the same again, after an edit of the file';
  if (!fs.existsSync(path.join(packages, 'torchvision/__init__.py'))) {
    return [fresh, again].map((what) => ({ what, unit: 'ms', note: 'torchvision is not there' }));
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'torchpad-bench-'));
  try {
    const file = path.join(folder, 'driver.py');
    fs.writeFileSync(file, program(0));
    const whole = [1, 2, 3].map(() =>
      milliseconds(() => execFileSync(process.execPath, [cli, 'run', file])),
    );
    return [
      { what: fresh, value: Math.min(...whole), unit: 'ms', most: 900 },
      { what: again, value: await afterEdits(file), unit: 'ms', most: 60 },
    ];
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function program(edit: number): string {
  return `import sys
sys.path.insert(0, ${JSON.stringify(packages)})
import torchvision.models as models

model = models.resnet50()
edit = ${edit}
print(sum(p.numel() for p in model.parameters()))
`;
}

/** The fastest of the traces after the first. */
async function afterEdits(file: string): Promise<number> {
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
    const trace = await traceProgram(
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
    if (trace.end !== 'finished') throw new Error(JSON.stringify(trace.diagnostics));
    if (edit > 0) best = Math.min(best, performance.now() - started);
  }
  return best;
}

function milliseconds(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
