// The order in which CPython shows the elements of a set: that of its hash table. Programs print
// sets of numbers, whose hashes are the same in every run; so the table is filled here as CPython
// fills it. Strings are hashed differently in each run there, so that no order is wrong for them.

import type { Interpreter } from '../evaluate/interpreter.ts';
import { hash } from '../evaluate/protocols.ts';
import { type PySet, Tuple } from '../values/containers.ts';
import { intOf, type Int } from '../values/integers.ts';
import { Float } from '../values/numbers.ts';
import type { Value } from '../values/object.ts';

/** The elements as CPython would iterate over them, where their hashes say so. */
export function inTableOrder(vm: Interpreter, set: PySet): Value[] {
  const items = [...set.elements.values()];
  if (items.length < 2 || !items.every((item) => hasFixedHash(item))) return items;
  const entries = items.map((item) => ({ item, hash: hash(vm, item) }));
  const table = new Table();
  const merged = set.merged <= items.length ? set.merged : 0;
  if (merged > 0 && set.copied) {
    table.fill(entries.slice(0, merged));
  } else if (merged > 0) {
    // The compiler makes a frozenset of the constants, and makes it again to share its elements.
    const constant = tableOf(tableOf(entries.slice(0, merged)).entries());
    table.merge(constant);
  }
  for (const entry of entries.slice(merged)) table.add(entry);
  return table.entries().map((entry) => entry.item);
}

function tableOf(entries: readonly Entry[]): Table {
  const table = new Table();
  for (const entry of entries) table.add(entry);
  return table;
}

function hasFixedHash(value: Value): boolean {
  if (value instanceof Tuple)
    return value.cls.immutable && value.items.every((item) => hasFixedHash(item));
  return intOf(value) !== undefined || (value instanceof Float && !Number.isNaN(value.value));
}

interface Entry {
  readonly item: Value;
  readonly hash: Int;
}

const SMALLEST = 8;
/** How many neighbouring places are tried before the hash decides where to go on. */
const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5n;

class Table {
  #places: (Entry | undefined)[] = new Array<Entry | undefined>(SMALLEST).fill(undefined);
  #used = 0;

  add(entry: Entry): void {
    this.#place(entry);
    this.#used++;
    if (this.#used * 5 >= (this.#places.length - 1) * 3) this.#grow();
  }

  entries(): Entry[] {
    return this.#places.filter((entry) => entry !== undefined);
  }

  /** Takes over another table's entries, into an empty one. */
  merge(source: Table): void {
    if (source.#used * 5 >= (SMALLEST - 1) * 3) this.#resize(source.#used * 2);
    this.#used = source.#used;
    if (this.#places.length === source.#places.length) this.#places = [...source.#places];
    else for (const entry of source.#places) if (entry !== undefined) this.#place(entry);
  }

  /** Takes over the entries of another table in its order, into an empty one. */
  fill(entries: readonly Entry[]): void {
    if (entries.length * 5 >= (SMALLEST - 1) * 3) this.#resize(entries.length * 2);
    this.#used = entries.length;
    for (const entry of entries) this.#place(entry);
  }

  #grow(): void {
    this.#resize(this.#used > 50000 ? this.#used * 2 : this.#used * 4);
  }

  #resize(least: number): void {
    let size = SMALLEST;
    while (size <= least) size *= 2;
    const entries = this.#places;
    this.#places = new Array<Entry | undefined>(size).fill(undefined);
    for (const entry of entries) if (entry !== undefined) this.#place(entry);
  }

  #place(entry: Entry): void {
    const { hash } = entry;
    if (typeof hash === 'number' && hash >= 0) this.#placeSmall(entry, hash);
    else this.#placeLarge(entry);
  }

  /** As below, for hashes that numbers hold: tables are small beside them. */
  #placeSmall(entry: Entry, hash: number): void {
    const size = this.#places.length;
    let perturb = hash;
    let at = perturb % size;
    for (;;) {
      const last = at + LINEAR_PROBES < size ? at + LINEAR_PROBES : at;
      for (let i = at; i <= last; i++) {
        if (this.#places[i] !== undefined) continue;
        this.#places[i] = entry;
        return;
      }
      perturb = Math.floor(perturb / 32);
      at = (at * 5 + 1 + (perturb % size)) % size;
    }
  }

  #placeLarge(entry: Entry): void {
    const mask = this.#places.length - 1;
    let perturb = BigInt.asUintN(64, BigInt(entry.hash));
    let at = Number(perturb & BigInt(mask));
    for (;;) {
      const last = at + LINEAR_PROBES <= mask ? at + LINEAR_PROBES : at;
      for (let i = at; i <= last; i++) {
        if (this.#places[i] !== undefined) continue;
        this.#places[i] = entry;
        return;
      }
      perturb >>= PERTURB_SHIFT;
      at = Number((BigInt(at) * 5n + 1n + perturb) & BigInt(mask));
    }
  }
}
