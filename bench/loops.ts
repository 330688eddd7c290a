// Loops of plain Python: their time here as a multiple of CPython's, cold and warm.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Measurement } from './run.ts';

const program = fileURLToPath(new URL('loops.py', import.meta.url));
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

export function loops(): Promise<readonly Measurement[]> {
  return Promise.resolve(measure());
}

function measure(): readonly Measurement[] {
  const ours = times(process.execPath, [cli, 'run', program]);
  let theirs: Times;
  try {
    theirs = times('python3', [program]);
  } catch {
    return [{ what: 'loops against python3', unit: 'ratio', note: 'python3 is not installed' }];
  }
  return [...ours].map(([name, [first, best]]) => {
    const [, reference = 0] = theirs.get(name) ?? [];
    return {
      what: `a million ${name}, the first time, against python3's best`,
      value: first / reference,
      unit: 'ratio',
      most: 8,
      note: `${(best / reference).toFixed(1)} when warm; ${(first * 1000).toFixed(0)} ms`,
    };
  });
}

type Times = ReadonlyMap<string, readonly [first: number, best: number]>;

function times(command: string, args: readonly string[]): Times {
  const lines = execFileSync(command, args, { encoding: 'utf8' }).trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [name = '', first, best] = line.split(' ');
      return [name, [Number(first), Number(best)]] as const;
    }),
  );
}
