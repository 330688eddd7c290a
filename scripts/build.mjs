#!/usr/bin/env node
// Builds dist/: every program that the extension and the command line start, one file each.
//
//   node scripts/build.mjs [--production] [--release] [--watch]
//
// --production minifies. --release also refuses to build without one of the entries; otherwise an
// entry that does not exist is left out with a warning. dist/build.json lists the inputs, by which
// `npm start` sees whether dist/ is stale and the notices know what was bundled.

import * as esbuild from 'esbuild';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeCodeCache } from './codeCache.mjs';
import { libraryPlugin } from './library.mjs';
import { root } from './root.mjs';

const { values: flags } = parseArgs({
  options: {
    production: { type: 'boolean', default: false },
    release: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
  },
});

// An ES module has no require, but bundled CommonJS packages call it for Node's own modules. On
// globalThis, since a top-level constant could collide with one of the bundle's.
const requireInModule =
  "import { createRequire as __createRequire } from 'node:module'; globalThis.require ??= __createRequire(import.meta.url);";

const node = {
  platform: 'node',
  target: 'node20',
  format: 'esm',
  external: ['onnxruntime-node'],
  banner: { js: requireInModule },
};

const entries = [
  { ...node, source: 'src/launch.ts', outfile: 'dist/cli.js' },
  {
    // One expression, a function, of which launch.ts and codeCache.mjs make the same script.
    source: 'src/commandLine/main.ts',
    outfile: 'dist/cli.cjs',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['onnxruntime-node'],
    define: { 'import.meta.url': '__fileUrl' },
    banner: {
      js: "(function (exports, require, module, __filename) { const __fileUrl = require('node:url').pathToFileURL(__filename).href;",
    },
    footer: { js: '})' },
  },
  { ...node, source: 'src/server.ts', outfile: 'dist/server.js' },
  { ...node, source: 'src/engineHost.ts', outfile: 'dist/engineHost.js' },
  {
    // The extension host loads its main file with require().
    source: 'src/extension.ts',
    outfile: 'dist/extension.cjs',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    source: 'src/panel/main.ts',
    outfile: 'dist/panel.js',
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
  },
];

const present = entries.filter(({ source }) => fs.existsSync(path.join(root, source)));
const missing = entries.filter((entry) => !present.includes(entry));
if (missing.length > 0) {
  const names = missing.map(({ source }) => source).join(', ');
  if (flags.release) throw new Error(`Cannot build a release without ${names}`);
  console.warn(`Not built, since not there: ${names}`);
}

fs.mkdirSync(path.join(root, 'dist'), { recursive: true });
// V8 tells code that it may not be of this text by the length of the text alone.
fs.rmSync(path.join(root, 'dist/cli.cache'), { force: true });

const sources = JSON.stringify(sourcesHash());
const options = present.map(({ source, define, ...entry }) => ({
  ...entry,
  define: { ...define, __SOURCES_HASH__: sources },
  entryPoints: [source],
  absWorkingDir: root,
  bundle: true,
  metafile: true,
  minifyWhitespace: flags.production,
  minifySyntax: flags.production,
  // Node's programs keep their names: a stack trace in a problem report should say what failed.
  minifyIdentifiers: flags.production && entry.platform === 'browser',
  sourcemap: flags.production ? false : 'linked',
  legalComments: 'none',
  plugins: [libraryPlugin],
  logLevel: 'warning',
}));

/** Of what the programs are built from: what one build saved is not another's. */
function sourcesHash() {
  const hash = createHash('sha256');
  for (const file of fs.readdirSync(path.join(root, 'src'), { recursive: true }).sort()) {
    if (!/\.(?:ts|py)$/.test(file)) continue;
    hash.update(`${file}\0`).update(fs.readFileSync(path.join(root, 'src', file)));
  }
  return hash.digest('hex').slice(0, 16);
}

if (flags.watch) {
  for (const entry of options) {
    const context = await esbuild.context({ ...entry, logLevel: 'info' });
    await context.watch();
  }
} else {
  const inputs = {};
  for (const entry of options) {
    const { metafile } = await esbuild.build(entry);
    inputs[entry.outfile] = Object.keys(metafile.inputs);
    const { size } = fs.statSync(path.join(root, entry.outfile));
    console.log(`${entry.outfile.padEnd(20)} ${String(Math.round(size / 1024)).padStart(6)} KB`);
  }
  const command = path.join(root, 'dist/cli.js');
  if (fs.existsSync(command)) fs.chmodSync(command, 0o755);
  if (flags.production) await writeCodeCache();
  const build = { production: flags.production, missing: missing.map((e) => e.source), inputs };
  fs.writeFileSync(path.join(root, 'dist/build.json'), JSON.stringify(build, null, 2));
}
