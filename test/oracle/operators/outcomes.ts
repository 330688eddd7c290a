// The recorded programs about operators, run, and what is known not to pass yet.
//
// cases.jsonl.gz was recorded from PyTorch 1.13: its own database of operators and modules gave the
// arguments. gaps.json has the ids of those that do not pass yet, written by
//   node --import=./scripts/sources.mjs test/oracle/operators/outcomes.ts
// after `npm run build`; the test allows no others.

import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { runPrograms } from '../runPrograms.ts';
import { judge, type Case, type Verdict } from './judge.ts';

const gapsFile = new URL('gaps.json', import.meta.url);

export const cases: readonly Case[] = zlib
  .gunzipSync(fs.readFileSync(new URL('cases.jsonl.gz', import.meta.url)))
  .toString('utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Case)
  .filter((each) => !isChance(each));

/** Draws without a seed: its numbers were chance when they were recorded. */
function isChance({ kind, src }: Case): boolean {
  const draws = /\b(?:bernoulli|multinomial|poisson|rand\w*)\(/.test(src);
  return kind === 'forward' && draws && !src.includes('manual_seed');
}

export function knownGaps(): ReadonlySet<string> {
  return new Set(JSON.parse(fs.readFileSync(gapsFile, 'utf8')) as string[]);
}

export async function verdicts(): Promise<ReadonlyMap<string, Verdict>> {
  const results = await runPrograms(cases, 'bundled');
  return new Map(cases.map((each) => [each.id, judge(each, results.get(each.id))]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = await verdicts();
  const gaps = cases.map(({ id }) => id).filter((id) => !all.get(id)?.passes);
  fs.writeFileSync(gapsFile, `[\n${gaps.map((id) => `  ${JSON.stringify(id)}`).join(',\n')}\n]\n`);
  console.log(`${cases.length - gaps.length} of ${cases.length} pass`);
}
