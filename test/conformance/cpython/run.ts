// Runs CPython's own tests here, and prints a table: of the test methods that CPython passes
// (passed.json, from record.py), how many pass here. The tests are not part of this repository; they
// are read from the Debian package libpython3.11-testsuite, unpacked somewhere (dpkg -x). Use:
//
//   node --import=./scripts/sources.mjs test/conformance/cpython/run.ts PACKAGE/usr/lib/python3.11
//       [--verbose] [--built] [--seconds N] [MODULE …]
//
// --verbose lists what does not pass, with its reason; --built runs dist/cli.js, else the sources. A
// test that runs longer than N seconds (20) has failed; the rest of its module goes on in a new process.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../../..');
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    verbose: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '20' },
    jobs: { type: 'string', default: '1' },
  },
});
const [folder, ...named] = positionals;
if (folder === undefined) throw new Error('Name the folder that holds the package `test`');

const expected = JSON.parse(fs.readFileSync(path.join(here, 'passed.json'), 'utf8')) as Record<
  string,
  string[]
>;
const modules = Object.keys(expected).filter(
  (module) =>
    named.length === 0 || named.some((name) => module === name || module === `test.${name}`),
);

// What a program may read is what is beside it.
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'torchpad-cpython-'));
fs.cpSync(path.join(folder, 'test'), path.join(scratch, 'test'), { recursive: true });
fs.copyFileSync(path.join(here, 'driver.py'), path.join(scratch, 'driver.py'));

const rows: { module: string; tests: number; passed: number; percent: number }[] = [];
const queue = [...modules];
try {
  await Promise.all(Array.from({ length: Number(flags.jobs) }, () => worker()));
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}
rows.sort((a, b) => (a.module < b.module ? -1 : 1));
rows.push(rowOf('all', sum('passed'), sum('tests')));
console.table(rows);

async function worker(): Promise<void> {
  for (let module = queue.shift(); module !== undefined; module = queue.shift()) {
    const { outcomes, problem } = await outcomesOf(module);
    const tests = expected[module] ?? [];
    const failing = tests.filter((test) => outcomes.get(test) !== 'passed');
    rows.push(rowOf(module, tests.length - failing.length, tests.length));
    if (!flags.verbose) continue;
    console.log(`\n${module}: ${tests.length - failing.length} of ${tests.length}`);
    if (problem !== '') console.log(problem);
    for (const test of failing) console.log(`  ${test}: ${outcomes.get(test) ?? 'not reached'}`);
  }
}

function rowOf(module: string, passed: number, tests: number): (typeof rows)[number] {
  return { module, tests, passed, percent: Math.round((1000 * passed) / tests) / 10 };
}

function sum(column: 'tests' | 'passed'): number {
  return rows.reduce((total, row) => total + row[column], 0);
}

/** How each test of a module ended; a test that hangs or kills its process is left out the next time. */
async function outcomesOf(
  module: string,
): Promise<{ outcomes: ReadonlyMap<string, string>; problem: string }> {
  const outcomes = new Map<string, string>();
  for (;;) {
    const { running, done, stderr } = await runOnce(module, outcomes);
    if (done) return { outcomes, problem: '' };
    if (running === null)
      return { outcomes, problem: stderr.trim().split('\n').slice(-6).join('\n') };
    outcomes.set(running, `does not end: ${stderr.trim().split('\n').slice(-3).join(' ')}`);
  }
}

async function runOnce(
  module: string,
  outcomes: Map<string, string>,
): Promise<{ running: string | null; done: boolean; stderr: string }> {
  const cli = flags.built
    ? [path.join(root, 'dist/cli.js')]
    : [`--import=${path.join(root, 'scripts/sources.mjs')}`, path.join(root, 'src/cli.ts')];
  const child = spawn(
    process.execPath,
    [...cli, 'run', path.join(scratch, 'driver.py'), module, ...outcomes.keys()],
    { cwd: scratch, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let running: string | null = null;
  let done = false;
  let stderr = '';
  const late = (): void => void child.kill('SIGKILL');
  let timer = setTimeout(late, 60_000);
  child.stderr.on('data', (text: Buffer) => (stderr = (stderr + text.toString()).slice(-20_000)));
  for await (const line of readline.createInterface({ input: child.stdout })) {
    const [word, test = '', outcome = ''] = line.split('\t');
    if (word === '@started') running = test;
    else if (word === '@ended') {
      outcomes.set(test, outcome);
      running = null;
    } else if (word === '@done') done = true;
    else continue;
    clearTimeout(timer);
    timer = setTimeout(late, Number(flags.seconds) * 1000);
  }
  clearTimeout(timer);
  return { running, done, stderr };
}
