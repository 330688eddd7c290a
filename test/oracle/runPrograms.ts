// Runs many programs as a person would, `torchpad run --batch`, in one process.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export type Engine = 'native' | 'bundled';

export interface Program {
  readonly id: string;
  readonly src: string;
}

export interface Result {
  readonly id: string;
  readonly stdout: string;
  readonly error: null | { readonly type: string; readonly message: string; readonly line: number };
}

/** PyTorch 1.13 is what the recorder ran. */
export async function runPrograms(
  programs: readonly Program[],
  engine: Engine,
): Promise<Map<string, Result>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'torchpad-oracle-'));
  try {
    const cases = path.join(folder, 'cases.jsonl');
    fs.writeFileSync(cases, programs.map((program) => JSON.stringify(program) + '\n').join(''));
    const output = await run(['run', '--engine', engine, '--batch', cases]);
    const results = output.split('\n').filter((line) => line.trim() !== '');
    return new Map(
      results.map((line) => {
        const result = JSON.parse(line) as Result;
        return [result.id, result];
      }),
    );
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

function run(args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], {
      env: { ...process.env, TORCHPAD_TORCH: '1.13' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let messages = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (messages += text));
    child.on('error', reject);
    child.on('close', (code) => {
      // What a crash left unanswered is missing from the output, and fails there by name.
      if (output === '' && code !== 0) reject(new Error(`torchpad run --batch: ${messages}`));
      else resolve(output);
    });
  });
}
