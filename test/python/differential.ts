// Runs every Python file under the given folders here and with CPython, and lists where standard
// output, exit code or the last line of standard error differ. Needs python3 and a build. Use:
//   node --import=./scripts/sources.mjs test/python/differential.ts FOLDER|FILE …

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

interface Ending {
  readonly stdout: string;
  readonly code: number | null;
  readonly lastLine: string;
}

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const files = process.argv.slice(2).flatMap(pythonFiles);
let different = 0;
for (const file of files) {
  const theirs = run('python3', [file]);
  const ours = run(process.execPath, [cli, 'run', file]);
  const parts = (['stdout', 'code', 'lastLine'] as const).filter(
    (part) => ours[part] !== theirs[part],
  );
  if (parts.length === 0) continue;
  different++;
  for (const part of parts)
    console.log(`${file}: ${part}\n${firstDifference(ours[part], theirs[part])}`);
}
console.log(`${files.length} files, ${different} different`);

function run(program: string, args: readonly string[]): Ending {
  const { stdout, stderr, status } = spawnSync(program, args, {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, PYTHONHASHSEED: '0' },
  });
  const lines = stderr.trimEnd().split('\n');
  // What we say about ourselves is not part of the comparison.
  const lastLine = lines.filter((line) => !line.startsWith('torchpad:')).at(-1) ?? '';
  return { stdout, code: status, lastLine };
}

function firstDifference(ours: string | number | null, theirs: string | number | null): string {
  const [a, b] = [String(ours).split('\n'), String(theirs).split('\n')];
  const at = a.findIndex((line, i) => line !== b[i]);
  const line = at < 0 ? a.length : at;
  return `  line ${line + 1}\n    ours   ${a[line] ?? '(end)'}\n    theirs ${b[line] ?? '(end)'}`;
}

function pythonFiles(name: string): string[] {
  if (fs.statSync(name).isFile()) return [name];
  return fs
    .readdirSync(name, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(name, file))
    .filter((file) => file.endsWith('.py'))
    .sort();
}
