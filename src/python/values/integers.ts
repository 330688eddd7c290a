// Integers and reals as JavaScript numbers, however they are carried: as number, bigint, bool,
// NamedInt, or an instance of a class derived from int or float.

import { raise } from './exception.ts';
import { Float, IntObject } from './numbers.ts';
import { NamedInt, type Value } from './object.ts';

export type Int = number | bigint;

/** The value of an int (bools and subclasses too), or undefined. */
export function intOf(value: Value): Int | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof NamedInt || value instanceof IntObject) return value.value;
  return undefined;
}

/** The value of a float or int as a double, or undefined for everything else. */
export function realOf(value: Value): number | undefined {
  if (value instanceof Float) return value.value;
  const int = intOf(value);
  return int === undefined ? undefined : toDouble(int);
}

export function toDouble(int: Int): number {
  if (typeof int === 'number') return int;
  const double = Number(int);
  if (!Number.isFinite(double)) raise('OverflowError', 'int too large to convert to float');
  return double;
}

/** A bigint as an int is kept: a number where that holds it exactly. */
export function normalise(big: bigint): Int {
  return big >= MIN_SAFE && big <= MAX_SAFE ? Number(big) : big;
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);
const MIN_SAFE = -MAX_SAFE;

/** An integral double as an int. */
export function intFromDouble(double: number): Int {
  return Number.isSafeInteger(double) ? double + 0 : normalise(BigInt(double));
}

export function bitLength(int: Int): number {
  if (typeof int === 'number') {
    const magnitude = Math.abs(int);
    if (magnitude < 0x100000000) return 32 - Math.clz32(magnitude);
    return 64 - Math.clz32(Math.floor(magnitude / 0x100000000));
  }
  const hex = (int < 0n ? -int : int).toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(parseInt(hex.charAt(0), 16)));
}
