// Hash values of structured built-in values as CPython computes them, in 64-bit arithmetic.

import { normalise, type Int } from '../values/integers.ts';

const PRIME_1 = 11400714785074694791n;
const PRIME_2 = 14029467366897019727n;
const PRIME_5 = 2870177450012600261n;
const MASK = (1n << 64n) - 1n;

/** The hash of a tuple from those of its items: xxHash as CPython simplified it. */
export function mixHashes(hashes: readonly Int[]): Int {
  let sum = PRIME_5;
  for (const hash of hashes) {
    sum = (sum + BigInt.asUintN(64, BigInt(hash)) * PRIME_2) & MASK;
    sum = ((sum << 31n) | (sum >> 33n)) & MASK;
    sum = (sum * PRIME_1) & MASK;
  }
  sum = (sum + (BigInt(hashes.length) ^ (PRIME_5 ^ 3527539n))) & MASK;
  if (sum === MASK) return 1546275796;
  return normalise(BigInt.asIntN(64, sum));
}

/** The hash of a frozenset: the same in whatever order the elements come. */
export function mixUnordered(hashes: readonly Int[]): Int {
  let hash = 0n;
  for (const one of hashes) hash ^= shuffle(BigInt.asUintN(64, BigInt(one)));
  hash ^= (BigInt(hashes.length) + 1n) * 1927868237n;
  hash &= MASK;
  hash ^= (hash >> 11n) ^ (hash >> 25n);
  hash = (hash * 69069n + 907133923n) & MASK;
  if (hash === MASK) return 590923713;
  return normalise(BigInt.asIntN(64, hash));
}

function shuffle(hash: bigint): bigint {
  return ((hash ^ 89869747n ^ ((hash << 16n) & MASK)) * 3644798167n) & MASK;
}
