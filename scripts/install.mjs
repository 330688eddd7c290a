// Installs node_modules when it is missing or older than package-lock.json. Plain Node, because it
// runs before anything is installed.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './root.mjs';

/** Runs `npm ci` unless node_modules was installed from the lock file as it is now. */
export function installPackages() {
  if (installed()) return;
  console.log('Installing packages (npm ci) …');
  const { status } = spawnSync('npm', ['ci'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    // The native engine's script would download libraries for graphics cards.
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
  });
  if (status !== 0) {
    console.error('npm ci failed: is a package registry reachable?');
    process.exit(1);
  }
  fs.writeFileSync(receipt, lockFile());
}

// A copy of the lock file that node_modules was made from; npm's own record leaves out packages of
// other platforms, so the two can't be compared.
const receipt = path.join(root, 'node_modules', '.torchpad-lock.json');

function installed() {
  if (fs.existsSync(receipt)) return fs.readFileSync(receipt, 'utf8') === lockFile();
  // Installed by hand: npm writes its record last, so one that is newer than the lock file will do.
  const record = path.join(root, 'node_modules', '.package-lock.json');
  return (
    fs.existsSync(record) &&
    fs.statSync(record).mtimeMs >= fs.statSync(path.join(root, 'package-lock.json')).mtimeMs
  );
}

function lockFile() {
  return fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) installPackages();
