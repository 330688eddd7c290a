// Installs what the suite in a VS Code server needs and the machine lacks: a browser and a compiler
// from Debian, the server from npm. Does nothing where all of it is there.

import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { findChromium, findOnPath, serverFolder, serverMain, serverPackage } from './location.ts';

/** Throws, in words for the person who runs the tests, where something can't be installed. */
export function installServer(): void {
  installDebianPackages();
  if (fs.existsSync(serverMain)) return;
  console.log(`Installing ${serverPackage} into ${serverFolder} …`);
  fs.mkdirSync(path.dirname(serverFolder), { recursive: true });
  const staging = fs.mkdtempSync(`${serverFolder}.tmp-`);
  try {
    unpackServer(staging);
    installServerModules(path.join(staging, 'lib', 'vscode'));
    fs.rmSync(serverFolder, { recursive: true, force: true });
    fs.renameSync(staging, serverFolder);
  } finally {
    fs.rmSync(staging, { recursive: true, force: true });
  }
}

function installDebianPackages(): void {
  const missing = [
    findChromium() ? [] : ['chromium'],
    findOnPath('rg') ? [] : ['ripgrep'],
    fs.existsSync(serverMain) || findOnPath('g++') ? [] : ['build-essential'],
    fs.existsSync(serverMain) || findOnPath('python3') ? [] : ['python3'],
    hasChineseFont() ? [] : ['fonts-noto-cjk'],
  ].flat();
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!findOnPath('apt-get') || process.getuid?.() !== 0) {
    throw new Error(`The suite in VS Code needs ${missing.join(', ')}. As root: ${command}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-q'], { stdio: 'inherit', env });
  execFileSync('apt-get', command.split(' ').slice(1), { stdio: 'inherit', env });
}

function hasChineseFont(): boolean {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

function unpackServer(folder: string): void {
  execFileSync('npm', ['pack', '--silent', serverPackage], { cwd: folder, stdio: 'inherit' });
  const tarball = fs.readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Error(`npm pack left no archive of ${serverPackage}`);
  const args = ['-xzf', tarball, '--strip-components=1', '--exclude=*.map'];
  execFileSync('tar', args, { cwd: folder, stdio: 'inherit' });
  fs.rmSync(path.join(folder, tarball));
}

/**
 * Install scripts are off, since one downloads ripgrep and others build what no test uses; the
 * three modules that the server can't do without (its log, its watchdog, terminals) are built.
 */
function installServerModules(folder: string): void {
  const npm = (...args: string[]): void => {
    execFileSync('npm', args, {
      cwd: folder,
      stdio: 'inherit',
      env: { ...process.env, ...headers() },
    });
  };
  npm('install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund');
  // --yes answers npx, which asks before it fetches node-gyp.
  npm(
    'rebuild',
    '@vscode/spdlog',
    'native-watchdog',
    'node-pty',
    '--ignore-scripts=false',
    '--yes',
  );
  const ripgrep = path.join(folder, 'node_modules', '@vscode', 'ripgrep', 'bin');
  const rg = findOnPath('rg');
  if (!rg) throw new Error('ripgrep (rg) is not on PATH');
  fs.mkdirSync(ripgrep, { recursive: true });
  fs.symlinkSync(rg, path.join(ripgrep, 'rg'));
}

/** Node's own headers where they lie beside its binary, so that node-gyp need not download them. */
function headers(): Record<string, string> {
  const prefix = path.resolve(path.dirname(process.execPath), '..');
  const found = fs.existsSync(path.join(prefix, 'include', 'node', 'node.h'));
  return found ? { npm_config_nodedir: prefix } : {};
}
