#!/usr/bin/env node
// `npm test`: installs what is missing, builds, runs the unit tests and then the suite inside a real
// VS Code. The last line sums both: "N passed, N failed".
//
//   node scripts/test.mjs [unit] [vscode]      one of the two only
//
// A suite that could not run at all counts as one failure, with the reason printed above.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installPackages } from './install.mjs';
import { root } from './root.mjs';

const suites = {
  unit: [
    'node_modules/mocha/bin/mocha.js',
    '--reporter',
    'test/reporter.cjs',
    '--ignore',
    'test/vscode/**',
    'test/**/*.test.ts',
  ],
  vscode: ['--import=./scripts/sources.mjs', 'test/vscode/run.ts'],
};

const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : Object.keys(suites);
const unknown = names.find((name) => !Object.hasOwn(suites, name));
if (unknown) {
  console.error(`No suite "${unknown}"; there are: ${Object.keys(suites).join(', ')}`);
  process.exit(2);
}

installPackages();
node(process.env, 'scripts/build.mjs', '--production');

const totals = { passed: 0, failed: 0 };
for (const name of names) {
  console.log(`\n== ${name} ==`);
  const { passed, failed } = run(suites[name]);
  totals.passed += passed;
  totals.failed += failed;
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;

/** Runs a suite, whose reporter leaves its counts in a file. */
function run(args) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'torchpad-test-'));
  const countsFile = path.join(folder, 'counts.json');
  try {
    const status = node({ ...process.env, TORCHPAD_TEST_COUNTS: countsFile }, ...args);
    if (!fs.existsSync(countsFile)) {
      console.error('The suite ended before it reported anything.');
      return { passed: 0, failed: 1 };
    }
    const { passed, failed } = JSON.parse(fs.readFileSync(countsFile, 'utf8'));
    // A suite may also fail outside of its tests, for example by ending early.
    return { passed, failed: failed === 0 && status !== 0 ? 1 : failed };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function node(env, ...args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status;
}
