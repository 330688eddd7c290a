// Makes the .vsix files: one for each platform that the native engine supports, with that engine and
// no other's, and a universal one without. Prints their sizes, and fails where one is too big.
//
//   npm run package [TARGET…]      TARGET: linux-x64 … or universal; all by default
//
// Every extension is put together in out/vsix/TARGET from an explicit list of files, so that nothing
// gets in because it happened to lie around.

import { createVSIX } from '@vscode/vsce';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { notices } from './notices.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const megabyte = 1e6;

interface Target {
  readonly name: string;
  /** The native engine's files, below onnxruntime-node's `bin/napi-v6/`. */
  readonly native: readonly string[];
  readonly bytesMax?: number;
}

// Of the Windows libraries, DirectML, dxcompiler and dxil serve graphics cards and are loaded only on
// demand; the macOS library lies in the package twice, and the binding asks for the shorter name.
const targets: readonly Target[] = [
  {
    name: 'linux-x64',
    native: ['linux/x64/onnxruntime_binding.node', 'linux/x64/libonnxruntime.so.1'],
    bytesMax: 25 * megabyte,
  },
  {
    name: 'linux-arm64',
    native: ['linux/arm64/onnxruntime_binding.node', 'linux/arm64/libonnxruntime.so.1'],
  },
  {
    name: 'darwin-arm64',
    native: ['darwin/arm64/onnxruntime_binding.node', 'darwin/arm64/libonnxruntime.1.dylib'],
  },
  {
    name: 'win32-x64',
    native: ['win32/x64/onnxruntime_binding.node', 'win32/x64/onnxruntime.dll'],
  },
  {
    name: 'win32-arm64',
    native: ['win32/arm64/onnxruntime_binding.node', 'win32/arm64/onnxruntime.dll'],
  },
  { name: 'universal', native: [], bytesMax: 3 * megabyte },
];

const documents = [
  'LICENSE',
  'README.md',
  'README.zh-cn.md',
  'CHANGELOG.md',
  'package.nls.json',
  'package.nls.zh-cn.json',
];

process.exitCode = await main(process.argv.slice(2));

async function main(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.find((name) => !targets.some((target) => target.name === name));
  if (unknown)
    throw new Error(`No target ${unknown}: ${targets.map(({ name }) => name).join(', ')}`);
  execFileSync(process.execPath, ['scripts/build.mjs', '--production', '--release'], {
    cwd: root,
    stdio: 'inherit',
  });
  fs.writeFileSync(path.join(root, 'THIRD-PARTY-NOTICES'), notices());

  let tooBig = 0;
  const rows = [];
  for (const target of targets) {
    if (wanted.length > 0 && !wanted.includes(target.name)) continue;
    const file = await pack(target);
    const { size } = fs.statSync(file);
    const over = size > (target.bytesMax ?? Infinity);
    if (over) tooBig++;
    rows.push({ file: path.relative(root, file), MB: (size / megabyte).toFixed(1), over });
  }
  console.table(rows);
  return tooBig === 0 ? 0 : 1;
}

async function pack(target: Target): Promise<string> {
  const folder = path.join(root, 'out', 'vsix', target.name);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  copyProduct(folder);
  // The tool warns where no file says what to leave out. The folder holds nothing to leave out.
  fs.writeFileSync(path.join(folder, '.vscodeignore'), '');
  if (target.native.length > 0) copyNativeEngine(target, folder);

  const packagePath = path.join(root, 'out', `torchpad-${target.name}.vsix`);
  await createVSIX({
    cwd: folder,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
    ...(target.name === 'universal' ? {} : { target: target.name }),
  });
  return packagePath;
}

function copyProduct(folder: string): void {
  for (const name of [...documents, 'THIRD-PARTY-NOTICES']) {
    fs.copyFileSync(path.join(root, name), path.join(folder, name));
  }
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(shippedManifest(), null, 2));
  for (const name of ['media', 'dist']) {
    fs.cpSync(path.join(root, name), path.join(folder, name), {
      recursive: true,
      filter: (file) => !file.endsWith('.map') && path.basename(file) !== 'build.json',
    });
  }
}

/** The manifest without what only developers need. */
function shippedManifest(): Record<string, unknown> {
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  const dropped = ['private', 'scripts', 'devDependencies', 'dependencies'];
  return Object.fromEntries(Object.entries(manifest).filter(([key]) => !dropped.includes(key)));
}

/** The packaging tool leaves out the root's node_modules, so the engine lies below dist/. */
function copyNativeEngine(target: Target, folder: string): void {
  const modules = path.join(folder, 'dist', 'node_modules');
  const parts = [
    'onnxruntime-node/package.json',
    'onnxruntime-node/dist',
    'onnxruntime-common/package.json',
    'onnxruntime-common/dist/cjs',
    ...target.native.map((file) => `onnxruntime-node/bin/napi-v6/${file}`),
  ];
  for (const part of parts) {
    fs.cpSync(path.join(root, 'node_modules', part), path.join(modules, part), {
      recursive: true,
      filter: (file) => !/\.d\.ts$|\.map$/.test(file),
    });
  }
}
