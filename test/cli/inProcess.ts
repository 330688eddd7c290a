// The command line in this process, with a folder of files that a test writes.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { main } from '../../src/cli.ts';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  /** Files of the folder that is the working directory, by name. */
  readonly files?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** The working directory, instead of a new folder. */
  readonly folder?: string;
}

/** Runs `torchpad …`. */
export async function torchpad(
  args: readonly string[],
  { files = {}, input = '', environment = {}, folder }: Surroundings = {},
): Promise<Outcome> {
  const made =
    folder === undefined ? fs.mkdtempSync(path.join(os.tmpdir(), 'torchpad-cli-')) : null;
  const workingDirectory = folder ?? fs.realpathSync(made ?? '');
  let stdout = '';
  let stderr = '';
  const lines = input === '' ? [] : input.replace(/\n$/, '').split('\n');
  try {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(workingDirectory, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
    }
    const code = await main(args, {
      stdout: (text) => (stdout += text),
      stderr: (text) => (stderr += text),
      flush: () => undefined,
      readLine: () => lines.shift() ?? null,
      colour: false,
      columns: 100,
      workingDirectory,
      environment: { TORCHPAD_TORCH: '1.13', ...environment },
      signal: new AbortController().signal,
    });
    return { code, stdout, stderr: stderr.replaceAll(`${workingDirectory}/`, '') };
  } finally {
    if (made !== null) fs.rmSync(made, { recursive: true, force: true });
  }
}
