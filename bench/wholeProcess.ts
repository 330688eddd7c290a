// The command line's whole process, from start to the last case's computed output, against Python
// with real PyTorch on the same file. The two take turns, so that a busy machine slows both.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Measurement } from './run.ts';

const rounds = 7;
const file = 'examples/residual_block.py';
const root = fileURLToPath(new URL('..', import.meta.url));

export async function wholeProcess(): Promise<readonly Measurement[]> {
  const ours = { native: [] as number[], bundled: [] as number[] };
  const theirs: number[] = [];
  const python = spawnSync('python3', ['-c', 'import torch'], { cwd: root }).status === 0;
  for (let round = 0; round < rounds; round++) {
    for (const engine of ['native', 'bundled'] as const) {
      const args = ['dist/cli.js', 'cases', file, '--engine', engine];
      ours[engine].push(timed(process.execPath, args));
    }
    if (python) theirs.push(timed('python3', [file]));
  }
  const native = median(ours.native);
  const rows: Measurement[] = [
    { what: 'torchpad cases, native engine', value: native, unit: 'ms' },
    { what: 'torchpad cases, bundled engine', value: median(ours.bundled), unit: 'ms' },
  ];
  if (!python) {
    return [
      ...rows,
      { what: 'native against PyTorch', unit: '', note: 'python3 has no torch here' },
    ];
  }
  return [
    ...rows,
    { what: 'python3 with PyTorch', value: median(theirs), unit: 'ms' },
    { what: 'native against PyTorch', value: native / median(theirs), unit: 'ratio', most: 0.4 },
  ];
}

function timed(command: string, args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stderr}`);
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
