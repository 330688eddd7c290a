// mutated.txt with each of its tokens deleted and doubled: what CPython refuses is refused here, at
// its line and mostly in its words. Recorded by `python3 test/python/mutations.py --record`.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { parse } from '../../src/python/parse/parse.ts';
import { placeOf } from '../../src/python/parse/place.ts';
import recorded from './mutations.json' with { type: 'json' };

type Said = readonly [type: string, message: string, line: number];
type Mutation = readonly [
  start: number,
  end: number,
  change: 'delete' | 'double',
  said: Said | null,
];

describe('a program with one token deleted or doubled', () => {
  const text = fs.readFileSync(new URL('mutated.txt', import.meta.url), 'utf8');
  const mutations = recorded as unknown as readonly Mutation[];
  let verdicts: readonly (Said | null)[];

  before(async () => {
    verdicts = mutations.map((mutation) => verdict(mutated(text, mutation)));
  });

  it('is refused where CPython refuses it, and nowhere else', () => {
    const wrong = mutations.filter(([, , , said], i) => (said === null) !== (verdicts[i] === null));
    assert.deepEqual(wrong, []);
  });

  it('is refused at the same line', () => {
    const wrong = mutations.filter(([, , , said], i) => said?.[2] !== verdicts[i]?.[2]);
    assert.deepEqual(wrong, []);
  });

  it('is refused in the same words, 98 times of 100', () => {
    const refused = mutations.filter(([, , , said]) => said !== null).length;
    const others = mutations.filter(([, , , said], i) => said?.[1] !== verdicts[i]?.[1]);
    assert.ok(others.length <= refused / 50, JSON.stringify(others, null, 1));
  });
});

function mutated(text: string, [start, end, change]: Mutation): string {
  if (change === 'delete') return text.slice(0, start) + text.slice(end);
  return `${text.slice(0, end)} ${text.slice(start)}`;
}

function verdict(text: string): Said | null {
  const result = parse(text);
  const [error] = result.errors;
  return error ? [error.type, error.message, placeOf(error, result).line] : null;
}
