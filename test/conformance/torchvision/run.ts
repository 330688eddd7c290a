// Torchvision's own models, read as source, beside what PyTorch printed for them: the number of
// parameters, the shape of the output and its numbers, on both engines. Use, after a build:
//   node --import=./scripts/sources.mjs test/conformance/torchvision/run.ts PACKAGES [MODEL…]
// PACKAGES is the folder that holds torchvision 0.14; record.py says what each program is.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { difference } from '../../oracle/compare.ts';
import recorded from './models.json' with { type: 'json' };

const cli = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const engines = ['native', 'bundled'] as const;
/** Of the largest number of a line. */
const tolerance = { relative: 1e-4 };

const [packages = '', ...wanted] = process.argv.slice(2);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'torchpad-models-'));
// Nothing else of that folder is there to import.
const installed = path.join(scratch, 'site-packages');
fs.cpSync(path.join(packages, 'torchvision'), path.join(installed, 'torchvision'), {
  recursive: true,
});

const failed: string[] = [];
let all = 0;
for (const [name, { program, prints }] of Object.entries(recorded)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const file = path.join(scratch, `${name}.py`);
  fs.writeFileSync(file, program);
  const told = engines.map((engine) => {
    const started = performance.now();
    const reason = reasonAgainst(file, engine, prints);
    all++;
    if (reason !== null) failed.push(`${name}, ${engine}: ${reason}`);
    return `${engine} ${reason === null ? 'same' : 'DIFFERS'} ${((performance.now() - started) / 1000).toFixed(1)} s`;
  });
  console.log(`${name.padEnd(32)} ${told.join('   ')}`);
}
fs.rmSync(scratch, { recursive: true });
for (const each of failed) console.log(each);
console.log(`${all - failed.length} of ${all} runs give PyTorch's numbers`);
process.exitCode = failed.length === 0 && all > 0 ? 0 : 1;

function reasonAgainst(file: string, engine: string, prints: string): string | null {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'run', '--engine', engine, file],
    {
      encoding: 'utf8',
      env: { ...process.env, TORCHPAD_TORCH: '1.13', PYTHONPATH: installed },
      timeout: 600_000,
    },
  );
  return status === 0 ? difference(stdout, prints, tolerance) : stderr.slice(-500);
}
