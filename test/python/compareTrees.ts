// Parses every Python file under the given folders here and with CPython, and lists where the trees
// differ. Needs python3; the tests don't. Use:
//   node --import=./scripts/sources.mjs test/python/compareTrees.ts /usr/lib/python3.11 …

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseFile } from '../../src/python/parse/parse.ts';
import { dump } from './dump.ts';

interface Answer {
  readonly path: string;
  readonly dump?: string;
  readonly error?: { readonly type: string; readonly message: string; readonly line: number };
}

const files = process.argv.slice(2).flatMap(pythonFiles);
const python = spawn('python3', [fileURLToPath(new URL('dump.py', import.meta.url))], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
python.stdin.end(files.join('\n'));
const counts = { same: 0, different: 0, refused: 0, characters: 0, milliseconds: 0 };
for await (const line of readline.createInterface({ input: python.stdout })) {
  compare(JSON.parse(line) as Answer);
}
const { same, different, refused, characters, milliseconds } = counts;
console.log(`${same} same, ${different} different, ${refused} that CPython refuses`);
console.log(`${(characters / 1000 / milliseconds).toFixed(1)} MB/s from text to tree`);

function compare(answer: Answer): void {
  const bytes = fs.readFileSync(answer.path);
  if (answer.dump === undefined || answer.error) {
    counts.refused++;
    const result = parseFile(bytes, answer.path);
    if (result.errors.length === 0) console.log(`${answer.path}\n  is refused by CPython only`);
    return;
  }
  const started = performance.now();
  let ours: string;
  try {
    const result = parseFile(bytes, answer.path);
    counts.milliseconds += performance.now() - started;
    counts.characters += result.text.length;
    ours = dump(result.module);
    const [error] = result.errors;
    if (error) ours = `${error.message} at line ${result.lineIndex.lineAt(error.span.start) + 1}`;
  } catch (error) {
    ours = String(error);
  }
  const theirs = answer.dump;
  if (ours === theirs) {
    counts.same++;
    return;
  }
  counts.different++;
  let at = 0;
  while (at < ours.length && ours[at] === theirs[at]) at++;
  const from = Math.max(0, at - 60);
  console.log(`${answer.path}\n  ours   ${ours.slice(from, at + 120)}`);
  console.log(`  theirs ${theirs.slice(from, at + 120)}`);
}

function pythonFiles(name: string): string[] {
  const found = fs.statSync(name).isFile()
    ? [name]
    : fs
        .readdirSync(name, { recursive: true, encoding: 'utf8' })
        .map((file) => path.join(name, file))
        .filter((file) => file.endsWith('.py') && isFile(file));
  return found.sort();
}

/** Links that lead nowhere are no files. */
function isFile(name: string): boolean {
  return fs.statSync(name, { throwIfNoEntry: false })?.isFile() ?? false;
}
