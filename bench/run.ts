// `npm run bench`: the numbers that Torchpad promises, measured on this machine, each beside its
// bound. Builds first. `npm run bench -- NAME…` measures some only. Ends with 1 where a bound is
// passed; a measure whose peer is not installed says so and counts neither way.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { editorLatency } from './editorLatency.ts';
import { imports } from './imports.ts';
import { loops } from './loops.ts';
import { serverLatency } from './serverLatency.ts';
import { wholeProcess } from './wholeProcess.ts';

/** One number with what it may be at most, or why it could not be measured. */
export interface Measurement {
  readonly what: string;
  readonly value?: number;
  readonly unit: string;
  readonly most?: number;
  readonly least?: number;
  readonly note?: string;
}

const measures: Readonly<Record<string, () => Promise<readonly Measurement[]>>> = {
  wholeProcess,
  loops,
  imports,
  serverLatency,
  editorLatency,
};

process.exitCode = await main(process.argv.slice(2));

async function main(names: readonly string[]): Promise<number> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  execFileSync(process.execPath, ['scripts/build.mjs', '--production'], { cwd: root });
  const rows: Measurement[] = [];
  for (const [name, measure] of Object.entries(measures)) {
    if (names.length === 0 || names.includes(name)) rows.push(...(await measure()));
  }
  console.table(
    rows.map((row) => ({
      what: row.what,
      value: row.value === undefined ? '' : Number(row.value.toFixed(3)),
      unit: row.unit,
      bound: row.most === undefined ? (row.least ? `≥ ${row.least}` : '') : `≤ ${row.most}`,
      held: heldText(row),
      note: row.note ?? '',
    })),
  );
  return rows.some((row) => held(row) === false) ? 1 : 0;
}

/** Undefined where there is nothing to hold. */
function held({ value, most, least }: Measurement): boolean | undefined {
  if (value === undefined || (most === undefined && least === undefined)) return undefined;
  return value <= (most ?? Infinity) && value >= (least ?? -Infinity);
}

function heldText(row: Measurement): string {
  const answer = held(row);
  return answer === undefined ? '' : answer ? 'yes' : 'NO';
}
