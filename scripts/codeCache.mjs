// dist/cli.cache: the code that V8 makes of the command line once it has run programs, so that what
// every command needs is compiled already; only the same version of V8 takes it. And dist/library/:
// what Torchpad itself made of the modules that these programs import.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { root } from './root.mjs';

/** Programs that use what programs mostly use. */
const programs = [
  ['run', 'scripts/codeCache.py'],
  ['annotate', 'examples/residual_block.py'],
  ['trace', '--json', 'examples/residual_block.py'],
];

/** In a process of its own: what the programs leave behind is not the builder's. */
export function writeCodeCache() {
  const library = path.join(root, 'dist/library');
  fs.rmSync(library, { recursive: true, force: true });
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'torchpad-build-'));
  const { status, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url)], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TORCHPAD_CACHE: made },
  });
  if (status !== 0) console.warn(`No code cache: ${stderr}`);
  for (const version of fs.readdirSync(made)) {
    fs.cpSync(path.join(made, version), library, { recursive: true });
  }
  fs.rmSync(made, { recursive: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = path.join(root, 'dist/cli.cjs');
  const script = new Script(fs.readFileSync(file, 'utf8'), {
    filename: file,
    importModuleDynamically: (name) => import(name),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file);
  const { write } = process.stdout;
  process.stdout.write = () => true;
  for (const args of programs) await module.exports.main(args);
  process.stdout.write = write;
  fs.writeFileSync(path.join(root, 'dist/cli.cache'), script.createCachedData());
}
