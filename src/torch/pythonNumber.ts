// Python's numbers as JavaScript's, where a layer takes one.

import { intValue } from '../base/origin.ts';
import { Float, IntObject } from '../python/values/numbers.ts';
import { NamedInt, type Value } from '../python/values/object.ts';
import { numberOfScalar } from './wrapped.ts';

/** The number, or the fallback for what is none. */
export function numberOr(value: Value, fallback: number): number {
  if (value instanceof Float) return value.value;
  if (typeof value === 'number') return value;
  if (value instanceof NamedInt) return intValue(value);
  if (typeof value === 'boolean' || typeof value === 'bigint') return Number(value);
  if (value instanceof IntObject) return Number(value.value);
  const inside = numberOfScalar(value);
  return inside === undefined ? fallback : numberOr(inside, fallback);
}
