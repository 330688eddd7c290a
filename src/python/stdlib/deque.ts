// `collections.deque`: a sequence that grows and shrinks at both ends.
//
// https://docs.python.org/3.11/library/collections.html#collections.deque

import { ambient } from '../ambient.ts';
import { known, reprItems } from '../builtins/sequences.ts';
import { typeName } from '../evaluate/attributes.ts';
import { call } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { compare, is } from '../evaluate/operators.ts';
import { DONE, pause, Pending, steps, wait, type Steps } from '../evaluate/pending.ts';
import { index, iterate, next } from '../evaluate/protocols.ts';
import { methods } from '../native.ts';
import { raise } from '../values/exception.ts';
import { intOf } from '../values/integers.ts';
import { builtinType, type Dict, PyObject, types, type Value } from '../values/object.ts';
import { isUnknown, poison, reasonOf, Unknown } from '../values/unknown.ts';
import { checked, dequeArguments, position } from './dequePlaces.ts';

export class Deque extends PyObject {
  /** The items, from `head` on; what is before it is room to grow at the left. */
  #store: Value[] = [];
  #head = 0;
  limit: number | null = null;
  /** Counts the changes of length or order: an iterator that sees another count ends in an error. */
  changes = 0;

  get size(): number {
    return this.#store.length - this.#head;
  }

  /** The items in order. */
  get items(): readonly Value[] {
    if (this.#head > 0) {
      this.#store = this.#store.slice(this.#head);
      this.#head = 0;
    }
    return this.#store;
  }

  at(i: number): Value | undefined {
    return this.#store[this.#head + i];
  }

  put(i: number, value: Value): void {
    ambient.journal?.touch(this);
    this.#store[this.#head + i] = value;
  }

  append(value: Value): void {
    this.touch();
    this.#store.push(value);
    if (this.limit !== null && this.size > this.limit) this.#dropFirst();
  }

  appendLeft(value: Value): void {
    this.touch();
    if (this.#head === 0) {
      const room = 16 + (this.#store.length >> 1);
      this.#store = [...new Array<Value>(room).fill(null), ...this.#store];
      this.#head = room;
    }
    this.#store[--this.#head] = value;
    if (this.limit !== null && this.size > this.limit) this.#store.pop();
  }

  takeLast(): Value {
    this.touch();
    return this.#store.pop() as Value;
  }

  takeFirst(): Value {
    this.touch();
    return this.#dropFirst();
  }

  #dropFirst(): Value {
    const value = this.#store[this.#head] as Value;
    this.#store[this.#head++] = null;
    if (this.#head > 64 && this.#head > this.#store.length >> 1) void this.items;
    return value;
  }

  replace(items: Value[]): void {
    this.touch();
    this.#store = items;
    this.#head = 0;
  }

  touch(): void {
    ambient.journal?.touch(this);
    this.changes++;
  }

  snapshot(): () => void {
    const store = this.items.slice();
    const { limit } = this;
    return () => {
      this.#store = store;
      this.#head = 0;
      this.limit = limit;
    };
  }
}

export const dequeType = builtinType('deque', undefined, (cls) => new Deque(cls));
delete types['deque'];
dequeType.module = 'collections';
dequeType.messageName = 'collections.deque';
dequeType.dict.setName('__hash__', null);

export const CHANGED = 'deque mutated during iteration';

export function* extend(vm: Interpreter, self: Deque, source: Value, left = false): Steps {
  if (source === self) {
    for (const item of [...self.items]) {
      if (left) self.appendLeft(item);
      else self.append(item);
    }
    return null;
  }
  const iterator = yield* wait(iterate(vm, source));
  for (let i = 1; ; i++) {
    const item = next(vm, iterator);
    const value = item instanceof Pending ? yield* wait(item) : item;
    if (value === DONE) {
      if (vm.doubtful) poison(self);
      return null;
    }
    if (left) self.appendLeft(value);
    else self.append(value);
    if ((i & 0xffff) === 0) {
      if (self.limit === null) vm.charge(0x80000);
      yield* pause(vm, 0x1000);
    }
  }
}

/** Where a value first stands, as long as comparing changes nothing. */
export function* find(vm: Interpreter, self: Deque, value: Value, from: number, to: number): Steps {
  if (isUnknown(value)) return new Unknown(reasonOf(value));
  const { changes } = self;
  for (let i = from; i < to; i++) {
    const item = self.at(i) as Value;
    if (isUnknown(item)) return new Unknown(reasonOf(item));
    const same = is(item, value) || (yield* known(vm, compare(vm, 'Eq', item, value)));
    if (self.changes !== changes) raise('RuntimeError', CHANGED);
    if (same === null) return new Unknown('compares values that are not known');
    if (same) return i;
  }
  return -1;
}

function copyOf(self: Deque): Deque {
  const made = new Deque(dequeType);
  made.limit = self.limit;
  made.replace([...self.items]);
  return made;
}

/** A copy by the constructor of the class, where it is one of the program's. */
export function* copied(vm: Interpreter, self: Deque): Steps {
  if (self.cls === dequeType) return copyOf(self);
  const args = self.limit === null ? [self] : [self, self.limit];
  const made = yield* wait(call(vm, self.cls, args));
  if (made instanceof Deque) return made;
  return raise('TypeError', `${self.cls.name}() must return a deque, not ${typeName(made)}`);
}

methods(dequeType, {
  *'__init__(self, /, *args, **kwargs)'(vm, self: Deque, args: Value[], named: Dict): Steps {
    const { iterable, maxlen } = dequeArguments(args, named);
    let limit: number | null = null;
    if (maxlen !== undefined && maxlen !== null) {
      const int = intOf(maxlen);
      if (int === undefined) return raise('TypeError', 'an integer is required');
      limit = checked(int);
      if (limit < 0) raise('ValueError', 'maxlen must be non-negative');
    }
    self.replace([]);
    self.limit = limit;
    return iterable === undefined ? null : yield* extend(vm, self, iterable);
  },
  'append(self, item, /)': (_vm, self: Deque, item: Value) => {
    self.append(item);
    return null;
  },
  'appendleft(self, item, /)': (_vm, self: Deque, item: Value) => {
    self.appendLeft(item);
    return null;
  },
  'extend(self, iterable, /)': (vm, self: Deque, source: Value) => steps(extend(vm, self, source)),
  'extendleft(self, iterable, /)': (vm, self: Deque, source: Value) =>
    steps(extend(vm, self, source, true)),
  'pop(self, /)': (_vm, self: Deque) =>
    self.size === 0 ? raise('IndexError', 'pop from an empty deque') : self.takeLast(),
  'popleft(self, /)': (_vm, self: Deque) =>
    self.size === 0 ? raise('IndexError', 'pop from an empty deque') : self.takeFirst(),
  'clear(self, /)': (_vm, self: Deque) => {
    self.replace([]);
    return null;
  },
  *'copy(self, /)'(vm, self: Deque): Steps {
    return yield* copied(vm, self);
  },
  *'__copy__(self, /)'(vm, self: Deque): Steps {
    return yield* copied(vm, self);
  },
  *'count(self, value, /)'(vm, self: Deque, value: Value): Steps {
    let count = 0;
    for (let i = 0; i < self.size; i++) {
      const at = yield* find(vm, self, value, i, self.size);
      if (typeof at !== 'number') return at;
      if (at < 0) break;
      count++;
      i = at;
    }
    return count;
  },
  *'index(self, value, start=0, stop=<none>, /)'(
    vm,
    self: Deque,
    value: Value,
    start: Value,
    stop: Value | undefined,
  ): Steps {
    const from = position(vm, start, self.size);
    const to = stop === undefined ? self.size : position(vm, stop, self.size);
    const at = yield* find(vm, self, value, from, to);
    return at === -1 ? raise('ValueError', yield* absent(vm, value)) : at;
  },
  'insert(self, index, value, /)': (vm, self: Deque, where: Value, value: Value) => {
    const at = checked(index(vm, where));
    if (self.limit !== null && self.size >= self.limit) {
      return raise('IndexError', 'deque already at its maximum size');
    }
    const items = [...self.items];
    items.splice(at, 0, value);
    self.replace(items);
    return null;
  },
  *'remove(self, value, /)'(vm, self: Deque, value: Value): Steps {
    const at = yield* find(vm, self, value, 0, self.size);
    if (typeof at !== 'number') return null;
    if (at < 0) raise('ValueError', yield* absent(vm, value));
    self.replace(self.items.filter((_, i) => i !== at));
    return null;
  },
  'reverse(self, /)': (_vm, self: Deque) => {
    self.replace([...self.items].reverse());
    return null;
  },
  'rotate(self, n=1, /)': (vm, self: Deque, n: Value) => {
    const by = checked(index(vm, n));
    const { size } = self;
    const shift = size === 0 ? 0 : ((by % size) + size) % size;
    if (shift > 0 && shift <= 16) for (let i = 0; i < shift; i++) rotateRight(self);
    else if (shift > 0 && size - shift <= 16) for (let i = shift; i < size; i++) rotateLeft(self);
    else if (shift > 0) {
      const { items } = self;
      self.replace([...items.slice(size - shift), ...items.slice(0, size - shift)]);
    }
    return null;
  },
});

function rotateRight(self: Deque): void {
  const last = self.takeLast();
  self.appendLeft(last);
}
function rotateLeft(self: Deque): void {
  const first = self.takeFirst();
  self.append(first);
}

function* absent(vm: Interpreter, value: Value): Generator<Pending, string, Value> {
  return `${yield* reprItems(vm, [value])} is not in deque`;
}
