// Stable sorting with Python's comparisons, which may run the program's code: a merge sort that
// yields what it waits for. Numbers and strings are sorted directly.

import { compare, compareCodePoints } from '../evaluate/operators.ts';
import { call } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import type { Pending } from '../evaluate/pending.ts';
import { wait } from '../evaluate/pending.ts';
import { truth } from '../evaluate/protocols.ts';
import { Float } from '../values/numbers.ts';
import type { Value } from '../values/object.ts';
import { isUnknown, Unknown } from '../values/unknown.ts';
import { known } from './sequences.ts';

interface Keyed {
  readonly key: Value;
  readonly item: Value;
}

/** The items in ascending order of their keys; those of equal keys keep their order. */
export function* sortItems(
  vm: Interpreter,
  items: readonly Value[],
  key: Value,
  reverse: Value,
): Generator<Pending, Value[], Value> {
  const descending = (yield* wait(truth(vm, reverse))) === true;
  const keyed: Keyed[] = [];
  for (const item of items) {
    const made = key === null ? item : yield* wait(call(vm, key, [item]));
    keyed.push({ key: made, item });
  }
  if (keyed.length > 1 && keyed.some((entry) => isUnknown(entry.key))) return unordered(items);
  // Reversing before and after keeps equal items in their order.
  if (descending) keyed.reverse();
  const sorted = quickSort(keyed) ?? (yield* mergeSort(vm, keyed));
  if (sorted === null) return unordered(items);
  if (descending) sorted.reverse();
  return sorted.map((entry) => entry.item);
}

function unordered(items: readonly Value[]): Value[] {
  return items.map(() => new Unknown('sorted by values that are not known'));
}

/** Sorts keys that JavaScript can compare; undefined where there are others. */
function quickSort(keyed: readonly Keyed[]): Keyed[] | undefined {
  if (keyed.every(({ key }) => typeof key === 'string')) {
    return keyed.toSorted((a, b) => compareCodePoints(a.key as string, b.key as string));
  }
  const numbers: number[] = [];
  for (const { key } of keyed) {
    const number =
      typeof key === 'number' ? key : key instanceof Float && key.cls.immutable ? key.value : NaN;
    if (Number.isNaN(number)) return undefined;
    numbers.push(number);
  }
  const order = numbers.map((_, i) => i).sort((a, b) => compareNumbers(numbers[a], numbers[b]));
  return order.map((i) => keyed[i] as Keyed);
}

function compareNumbers(a: number | undefined, b: number | undefined): number {
  return a === b ? 0 : (a as number) < (b as number) ? -1 : 1;
}

/** Null where a comparison has no known outcome. */
function* mergeSort(
  vm: Interpreter,
  items: readonly Keyed[],
): Generator<Pending, Keyed[] | null, Value> {
  if (items.length < 2) return [...items];
  const middle = items.length >> 1;
  const left = yield* mergeSort(vm, items.slice(0, middle));
  const right = yield* mergeSort(vm, items.slice(middle));
  if (left === null || right === null) return null;
  const merged: Keyed[] = [];
  let i = 0;
  for (const entry of right) {
    while (i < left.length) {
      // Only `<` is asked for, and of the later item, so that equal ones keep their order.
      const less = yield* known(vm, compare(vm, 'Lt', entry.key, (left[i] as Keyed).key));
      if (less === null) return null;
      if (less) break;
      merged.push(left[i++] as Keyed);
    }
    merged.push(entry);
  }
  return [...merged, ...left.slice(i)];
}
