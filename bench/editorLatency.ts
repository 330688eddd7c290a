// From a key to painted shapes in the real editor: test/vscode/latency.ts, run in the same way as
// the suite.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Measurement } from './run.ts';

export async function editorLatency(): Promise<readonly Measurement[]> {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import=./scripts/sources.mjs', 'test/vscode/run.ts', 'test/vscode/latency.ts'],
    { cwd: fileURLToPath(new URL('..', import.meta.url)), encoding: 'utf8' },
  );
  const line = stdout.trimEnd().split('\n').at(-1) ?? '';
  if (status !== 0 || !line.startsWith('{'))
    throw new Error(`no latency measured:\n${stdout}${stderr}`);
  const { keys, median, p95 } = JSON.parse(line) as { keys: number; median: number; p95: number };
  return [
    {
      what: 'key to painted shapes, median',
      value: median,
      unit: 'ms',
      most: 90,
      note: `${keys} keys`,
    },
    { what: 'key to painted shapes, 95th percentile', value: p95, unit: 'ms', most: 150 },
  ];
}
