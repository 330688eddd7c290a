// Stable sorting with Python's comparisons, which may run the program's code. Runs that are in order
// already are found, short ones made longer by insertion, and merged. Numbers and strings are sorted
// directly.
//
// https://docs.python.org/3.11/howto/sorting.html

import { compare, compareCodePoints } from '../evaluate/operators.ts';
import { call } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import type { Pending } from '../evaluate/pending.ts';
import { pause, wait } from '../evaluate/pending.ts';
import { index } from '../evaluate/protocols.ts';
import { Float } from '../values/numbers.ts';
import type { Value } from '../values/object.ts';
import { isUnknown, Unknown } from '../values/unknown.ts';
import { known } from './sequences.ts';

interface Keyed {
  readonly key: Value;
  readonly item: Value;
}

/**
 * Puts the items in ascending order of their keys; those of equal keys keep their order. Where a
 * comparison raises, they are in the order that the sort had come to.
 */
export function* sortInPlace(
  vm: Interpreter,
  items: Value[],
  key: Value,
  reverse: Value,
): Generator<Pending, void, Value> {
  if (isUnknown(reverse)) {
    forgetOrder(items);
    return;
  }
  const descending = Number(index(vm, reverse)) !== 0;
  const keyed: Keyed[] = [];
  for (const item of items) {
    const made = key === null ? item : yield* wait(call(vm, key, [item]));
    keyed.push({ key: made, item });
  }
  if (keyed.length > 1 && keyed.some((entry) => isUnknown(entry.key))) {
    forgetOrder(items);
    return;
  }
  // Reversing before and after keeps equal items in their order.
  if (descending) keyed.reverse();
  let sorted: readonly Keyed[] = keyed;
  let unknown = false;
  try {
    sorted = quickSort(keyed) ?? (yield* sortRuns(vm, keyed));
  } catch (error) {
    if (!(error instanceof UnknownOrder)) throw error;
    unknown = true;
  } finally {
    for (const [i, { item }] of sorted.entries())
      items[descending ? items.length - 1 - i : i] = item;
  }
  if (unknown) forgetOrder(items);
}

function forgetOrder(items: Value[]): void {
  for (const i of items.keys()) items[i] = new Unknown('sorted by values that are not known');
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

/** Sorts with the program's comparisons, which are asked for in the order that CPython asks. */
function* sortRuns(vm: Interpreter, items: Keyed[]): Generator<Pending, Keyed[], Value> {
  const order = new Comparing(vm, items);
  const runs: Run[] = [];
  const shortest = shortestRun(items.length);
  for (let start = 0; start < items.length;) {
    let length = yield* order.countRun(start);
    if (length < shortest) {
      const forced = Math.min(shortest, items.length - start);
      yield* order.insert(start, start + length, start + forced);
      length = forced;
    }
    runs.push({ start, length });
    start += length;
    while (runs.length > 1 && (runs.at(-2) as Run).length <= (runs.at(-1) as Run).length)
      yield* order.mergeLast(runs);
  }
  while (runs.length > 1) yield* order.mergeLast(runs);
  return items;
}

interface Run {
  readonly start: number;
  readonly length: number;
}

/** Between 32 and 64, so that the number of runs is near to a power of two. */
function shortestRun(count: number): number {
  let n = count;
  let odd = 0;
  while (n >= 64) {
    odd |= n & 1;
    n >>= 1;
  }
  return n + odd;
}

class Comparing {
  readonly #vm: Interpreter;
  readonly #items: Keyed[];
  #count = 0;
  constructor(vm: Interpreter, items: Keyed[]) {
    this.#vm = vm;
    this.#items = items;
  }

  /** Only `<` is asked for, and of the later item, so that equal ones keep their order. */
  *less(a: Keyed, b: Keyed): Generator<Pending, boolean, Value> {
    if ((++this.#count & 0xfff) === 0) yield* pause(this.#vm, 0x1000);
    const result = compare(this.#vm, 'Lt', a.key, b.key);
    if (typeof result === 'boolean') return result;
    const less = yield* known(this.#vm, result);
    if (less === null) throw new UnknownOrder();
    return less;
  }

  /** How many items from the start are in order; if they are in the opposite one, it turns them. */
  *countRun(start: number): Generator<Pending, number, Value> {
    const items = this.#items;
    if (start + 1 >= items.length) return 1;
    const falls = yield* this.less(items[start + 1] as Keyed, items[start] as Keyed);
    let end = start + 2;
    for (; end < items.length; end++) {
      if ((yield* this.less(items[end] as Keyed, items[end - 1] as Keyed)) !== falls) break;
    }
    if (falls) {
      const turned = items.slice(start, end).reverse();
      for (const [i, item] of turned.entries()) items[start + i] = item;
    }
    return end - start;
  }

  /** Inserts each item from `sorted` on in its place among those before it. */
  *insert(start: number, sorted: number, end: number): Generator<Pending, void, Value> {
    const items = this.#items;
    for (let at = sorted; at < end; at++) {
      const pivot = items[at] as Keyed;
      let low = start;
      let high = at;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (yield* this.less(pivot, items[middle] as Keyed)) high = middle;
        else low = middle + 1;
      }
      items.copyWithin(low + 1, low, at);
      items[low] = pivot;
    }
  }

  /** Makes one run of the last two. */
  *mergeLast(runs: Run[]): Generator<Pending, void, Value> {
    const right = runs.pop() as Run;
    const left = runs.pop() as Run;
    const items = this.#items;
    const before = items.slice(left.start, left.start + left.length);
    const end = right.start + right.length;
    let i = 0;
    let from = right.start;
    let to = left.start;
    while (i < before.length && from < end) {
      const later = items[from] as Keyed;
      if (yield* this.less(later, before[i] as Keyed)) {
        items[to++] = later;
        from++;
      } else {
        items[to++] = before[i++] as Keyed;
      }
    }
    while (i < before.length) items[to++] = before[i++] as Keyed;
    runs.push({ start: left.start, length: left.length + right.length });
  }
}

/** A comparison has no known outcome. */
class UnknownOrder extends Error {}
