// list, tuple, set, frozenset, bytes, range and slice as data. Whoever writes to a mutable one
// calls `touch()` first, so that the write can be undone.

import { ambient } from '../ambient.ts';
import { builtinType, PyObject, type Key, type PyType, type Value } from './object.ts';

export const listType = builtinType('list', undefined, (cls) => new List([], cls));
export const tupleType = builtinType('tuple', undefined, (cls) => new Tuple([], cls));
export const setType = builtinType('set', undefined, (cls) => new PySet(cls));
export const frozensetType = builtinType('frozenset', undefined, (cls) => new PySet(cls));
export const bytesType = builtinType('bytes', undefined, (cls) => new Bytes(new Uint8Array(), cls));
export const bytearrayType = builtinType(
  'bytearray',
  undefined,
  (cls) => new Bytes(new Uint8Array(), cls),
);
export const rangeType = builtinType('range');
export const sliceType = builtinType('slice');
rangeType.final = true;
sliceType.final = true;

export class List extends PyObject {
  items: Value[];
  constructor(items: Value[], cls: PyType = listType) {
    super(cls);
    this.items = items;
  }

  touch(): void {
    ambient.journal?.touch(this);
  }

  snapshot(): () => void {
    const items = this.items.slice();
    return () => {
      this.items = items;
    };
  }
}

export class Tuple extends PyObject {
  items: readonly Value[];
  constructor(items: readonly Value[], cls: PyType = tupleType) {
    super(cls);
    this.items = items;
  }
}

/** A set or frozenset: canonical key → the element. */
export class PySet extends PyObject {
  elements = new Map<Key, Value>();
  /** How many of the first elements CPython takes over from another set: it decides their order. */
  merged = 0;
  /** Whether that was a set which a program copied, rather than the constants of a display. */
  copied = false;
  constructor(cls: PyType = setType) {
    super(cls);
  }

  get size(): number {
    return this.elements.size;
  }

  has(value: Value): boolean {
    return this.elements.has(ambient.keyOf(value));
  }

  add(value: Value): void {
    this.touch();
    const key = ambient.keyOf(value);
    if (!this.elements.has(key)) this.elements.set(key, value);
  }

  delete(value: Value): boolean {
    this.touch();
    const key = ambient.keyOf(value);
    if (this.merged > 0) {
      const at = [...this.elements.keys()].indexOf(key);
      if (at >= 0 && at < this.merged) this.merged--;
    }
    return this.elements.delete(key);
  }

  touch(): void {
    ambient.journal?.touch(this);
  }

  snapshot(): () => void {
    const elements = new Map(this.elements);
    return () => {
      this.elements = elements;
    };
  }
}

/** bytes, or a bytearray where the class says so. */
export class Bytes extends PyObject {
  data: Uint8Array;
  constructor(data: Uint8Array, cls: PyType = bytesType) {
    super(cls);
    this.data = data;
  }

  touch(): void {
    ambient.journal?.touch(this);
  }

  snapshot(): () => void {
    const data = this.data.slice();
    return () => {
      this.data = data;
    };
  }
}

/** range(start, stop, step) where numbers hold all that is computed from it; else a BigRange. */
export class Range extends PyObject {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly length: number;
  constructor(start: number, stop: number, step: number) {
    super(rangeType);
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.length = Math.max(0, Math.ceil((stop - start) / step));
  }
}

/** A range beyond what numbers hold exactly. */
export class BigRange extends PyObject {
  readonly start: bigint;
  readonly stop: bigint;
  readonly step: bigint;
  readonly length: bigint;
  constructor(start: bigint, stop: bigint, step: bigint) {
    super(rangeType);
    this.start = start;
    this.stop = stop;
    this.step = step;
    const [low, high, by] = step > 0n ? [start, stop, step] : [stop, start, -step];
    this.length = low < high ? (high - low - 1n) / by + 1n : 0n;
  }
}

export class Slice extends PyObject {
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;
  constructor(start: Value, stop: Value, step: Value) {
    super(sliceType);
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}
