#!/usr/bin/env node
// `npm start`: the first command on a fresh machine. Installs and builds what is missing, then runs
// the example: its source with the shape of every tensor, its cases, and the engine that ran them.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { installPackages } from './install.mjs';
import { root } from './root.mjs';

const example = 'examples/residual_block.py';

installPackages();
if (buildIsStale()) {
  console.log('Building …');
  node('scripts/build.mjs');
}
torchpad('annotate', example);
console.log();
torchpad('cases', example);

/** Shows the command as a person would type it, runs it, and ends with its exit code if it fails. */
function torchpad(...args) {
  console.log(`$ torchpad ${args.join(' ')}\n`);
  node('dist/cli.js', ...args);
}

function node(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** Whether a source that dist/ was built from changed since, or dist/ is not there. */
function buildIsStale() {
  const record = path.join(root, 'dist', 'build.json');
  if (!fs.existsSync(record)) return true;
  const builtAt = fs.statSync(record).mtimeMs;
  const { missing, inputs } = JSON.parse(fs.readFileSync(record, 'utf8'));
  if (missing.some((source) => fs.existsSync(path.join(root, source)))) return true;
  // The folder of the Python library changes when a file is added to it.
  const library = 'src/python/stdlib/lib';
  const sources = new Set(['scripts/build.mjs', library, ...Object.values(inputs).flat()]);
  return [...sources].some((source) => {
    const file = path.join(root, source);
    return !fs.existsSync(file) || fs.statSync(file).mtimeMs > builtAt;
  });
}
