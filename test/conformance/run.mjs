#!/usr/bin/env node
// `npm run conformance`: Torchpad beside what was written for CPython. Fetches the Debian packages of
// CPython's library and tests, of PyTorch and of torchvision (apt-get download; nothing is installed,
// and nothing of them stays), and compares on their files:
//
//   tests       CPython's own tests: of those that it passes, how many pass here
//   trees       every Python file: the same tree as ast.parse gives
//   mutations   400 of the files with a token deleted or doubled: refused where CPython refuses
//   models      torchvision's models: the parameters, shapes and numbers that PyTorch gives
//
//   npm run conformance -- [tests] [trees] [mutations] [models] [--packages FOLDER]
//
// Needs python3 to be CPython 3.11 for trees and mutations. --packages names a folder where the packages
// are unpacked already.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/root.mjs';

const PACKAGES = [
  'libpython3.11-stdlib',
  'libpython3.11-testsuite',
  'python3-torch',
  'python3-torchvision',
];
const MUTATED_FILES = 400;
const SEED = 1;

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { packages: { type: 'string' } },
});
const wanted = positionals.length > 0 ? positionals : ['tests', 'trees', 'mutations', 'models'];

const scratch = flags.packages
  ? null
  : fs.mkdtempSync(path.join(os.tmpdir(), 'torchpad-packages-'));
const folder = flags.packages ?? unpacked(scratch);
const library = path.join(folder, 'usr/lib/python3.11');
const packages = path.join(folder, 'usr/lib/python3/dist-packages');
let status = 0;
try {
  if (wanted.includes('tests')) {
    node('test/conformance/cpython/run.ts', library, '--built', '--jobs', '2');
  }
  if (wanted.includes('trees')) node('test/python/compareTrees.ts', library, packages);
  if (wanted.includes('mutations')) {
    node('test/python/mutations.ts', String(MUTATED_FILES), String(SEED), library, packages);
  }
  if (wanted.includes('models')) node('test/conformance/torchvision/run.ts', packages);
} finally {
  if (scratch) fs.rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = status;

function unpacked(where) {
  for (const name of PACKAGES) {
    run('apt-get', ['download', '-q', name], where);
    const [file] = fs.readdirSync(where).filter((each) => each.startsWith(`${name}_`));
    run('dpkg', ['-x', file, 'packages'], where);
  }
  return path.join(where, 'packages');
}

function run(command, args, cwd) {
  const { status: ended } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (ended !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

function node(...args) {
  const options = { cwd: root, stdio: 'inherit' };
  const ended = spawnSync(process.execPath, ['--import=./scripts/sources.mjs', ...args], options);
  status ||= ended.status ?? 1;
}
