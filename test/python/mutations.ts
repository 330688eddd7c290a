// Deletes or doubles one token in each of many Python files and compares what is refused here with
// what CPython refuses: whether, at which line, with which message and columns. Needs python3 (3.11)
// and folders of Python files; the tests run a recorded sample instead. Use:
//   node --import=./scripts/sources.mjs test/python/mutations.ts COUNT SEED /usr/lib/python3.11 …

import { spawn } from 'node:child_process';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parse } from '../../src/python/parse/parse.ts';
import { placeOf } from '../../src/python/parse/place.ts';

interface Mutation {
  readonly path: string;
  readonly text: string;
  readonly change: string;
  readonly verdict: Verdict | null;
}

interface Verdict {
  readonly type: string;
  readonly message: string;
  readonly line: number | null;
  readonly place?: readonly (number | null)[];
}

const counts = { all: 0, accepted: 0, refusedOnlyHere: 0 };
const refused = { theirs: 0, ours: 0, line: 0, message: 0, place: 0 };
const script = fileURLToPath(new URL('mutations.py', import.meta.url));
const python = spawn('python3', [script, ...process.argv.slice(2)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
for await (const line of readline.createInterface({ input: python.stdout })) {
  compare(JSON.parse(line) as Mutation);
}
report();

function compare({ path, text, change, verdict }: Mutation): void {
  counts.all++;
  const ours = verdictOf(text);
  if (!verdict) {
    if (!ours) counts.accepted++;
    else counts.refusedOnlyHere++;
    if (ours) show(path, change, ours, verdict);
    return;
  }
  refused.theirs++;
  if (ours) refused.ours++;
  if (ours?.line === verdict.line) refused.line++;
  if (ours?.message === verdict.message && ours.type === verdict.type) refused.message++;
  if (JSON.stringify(ours) === JSON.stringify(verdict)) refused.place++;
  else show(path, change, ours, verdict);
}

function verdictOf(text: string): Verdict | null {
  const result = parse(text);
  const [error] = result.errors;
  if (!error) return null;
  const { line, column, endLine, endColumn } = placeOf(error, result);
  const place = [column, endLine, endColumn];
  return { type: error.type, message: error.message, line, place };
}

function show(path: string, change: string, ours: Verdict | null, theirs: Verdict | null): void {
  console.log(`${path}: ${change}\n  ours   ${written(ours)}\n  theirs ${written(theirs)}`);
}

function written(verdict: Verdict | null): string {
  if (!verdict) return 'accepted';
  const place = [verdict.line, ...(verdict.place ?? [])].join(' ');
  return `${verdict.type}: ${verdict.message} (${place})`;
}

function report(): void {
  const of = (count: number): string => `${((100 * count) / refused.theirs).toFixed(1)}%`;
  console.log(`${counts.all} mutations; ${counts.accepted} that both accept`);
  console.log(`${counts.refusedOnlyHere} that only we refuse`);
  console.log(
    `of ${refused.theirs} that CPython refuses: refused ${of(refused.ours)}, ` +
      `at its line ${of(refused.line)}, in its words ${of(refused.message)}, ` +
      `at its columns too ${of(refused.place)}`,
  );
}
