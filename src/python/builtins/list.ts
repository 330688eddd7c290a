// `list`: https://docs.python.org/3.11/library/stdtypes.html#list

import type { Interpreter } from '../evaluate/interpreter.ts';
import { typeName, typeOf } from '../evaluate/attributes.ts';
import { DONE, pause, wait, type Pending, type Result, type Steps } from '../evaluate/pending.ts';
import { collect, index, iterate, next, repr } from '../evaluate/protocols.ts';
import { methods, staticMethods } from '../native.ts';
import { itemIndex, sliceRange } from '../text/indices.ts';
import { List, listType, Range, Slice, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { listIteratorType } from '../values/iterator.ts';
import { notImplemented } from '../values/numbers.ts';
import { builtinType, type Dict, type PyType, type Value } from '../values/object.ts';
import { isUnknown, poison, reasonOf, Unknown } from '../values/unknown.ts';
import {
  checkIndex,
  containsItem,
  countItem,
  displayed,
  factor,
  IndexIterator,
  indexOf,
  refuseKeywords,
  repeated,
  reprItems,
  sequenceComparisons,
} from './sequences.ts';
import { sortInPlace } from './sorting.ts';

export const listReverseIteratorType = builtinType('list_reverseiterator');

methods(listType, {
  *'__init__(self, iterable=(), /, **kwargs)'(
    vm: Interpreter,
    self: List,
    iterable: Value,
    keywords: Dict,
  ) {
    refuseKeywords(listType, self.cls, '__new__', keywords);
    if (isUnknown(iterable)) {
      poison(self);
      return null;
    }
    const items = yield* collect(vm, iterable);
    vm.charge(items.length * 8);
    self.touch();
    self.items = items;
    if (vm.doubtful) poison(self);
    return null;
  },
  '__repr__(self, /)': function* (vm: Interpreter, self: List) {
    return yield* displayed(vm, self, '[...]', function* () {
      return `[${yield* reprItems(vm, self.items)}]`;
    });
  },
  '__len__(self, /)': (_vm, self: List) => self.items.length,
  '__iter__(self, /)': (_vm, self: List) => new IndexIterator(listIteratorType, self),
  '__reversed__(self, /)': (_vm, self: List) =>
    new IndexIterator(listReverseIteratorType, self, -1),
  '__contains__(self, key, /)': (vm, self: List, key: Value) => containsItem(vm, self.items, key),
  '__getitem__(self, index, /)': (vm, self: List, key: Value): Result => {
    if (isUnknown(key)) return new Unknown(reasonOf(key));
    if (key instanceof Slice) return new List(sliceItems(vm, self, key));
    return self.items[position(vm, self, key, 'list index out of range')] as Value;
  },
  *'__setitem__(self, key, value, /)'(vm: Interpreter, self: List, key: Value, value: Value) {
    self.touch();
    if (isUnknown(key)) forget(self);
    else if (key instanceof Slice) assignSlice(vm, self, key, yield* assigned(vm, key, value));
    else self.items[position(vm, self, key, 'list assignment index out of range')] = value;
    return null;
  },
  '__delitem__(self, key, /)': (vm, self: List, key: Value) => {
    self.touch();
    if (isUnknown(key)) poison(self);
    else if (key instanceof Slice) deleteSlice(vm, self, key);
    else self.items.splice(position(vm, self, key, 'list assignment index out of range'), 1);
    return null;
  },
  '__add__(self, value, /)': (vm, self: List, value: Value) => {
    if (isUnknown(value)) return new Unknown(reasonOf(value));
    if (!(value instanceof List)) {
      if (typeOf(value).lookup('__radd__') !== undefined) return notImplemented;
      raise('TypeError', `can only concatenate list (not "${typeName(value)}") to list`);
    }
    vm.charge((self.items.length + value.items.length) * 8);
    return new List([...self.items, ...value.items]);
  },
  *'__iadd__(self, value, /)'(vm: Interpreter, self: List, value: Value) {
    yield* extend(vm, self, value);
    return self;
  },
  '__mul__(self, value, /)': multiply,
  '__rmul__(self, value, /)': multiply,
  '__imul__(self, value, /)': (vm, self: List, value: Value) => {
    const count = factor(value);
    if (count === undefined) return notImplemented;
    self.touch();
    self.items = repeated(vm, self.items, index(vm, count));
    return self;
  },
  'append(self, object, /)': (_vm, self: List, object: Value) => {
    self.touch();
    self.items.push(object);
    return null;
  },
  *'extend(self, iterable, /)'(vm: Interpreter, self: List, iterable: Value) {
    return yield* extend(vm, self, iterable);
  },
  'insert(self, index, object, /)': (vm, self: List, at: Value, object: Value) => {
    self.touch();
    const i = Number(index(vm, at));
    self.items.splice(i < 0 ? Math.max(0, i + self.items.length) : i, 0, object);
    return null;
  },
  'pop(self, index=-1, /)': (vm, self: List, at: Value) => {
    if (self.items.length === 0) raise('IndexError', 'pop from empty list');
    self.touch();
    let i = Number(index(vm, at));
    if (i < 0) i += self.items.length;
    if (i < 0 || i >= self.items.length) raise('IndexError', 'pop index out of range');
    return self.items.splice(i, 1)[0] as Value;
  },
  'remove(self, value, /)': (vm, self: List, value: Value) => {
    const at = indexOf(vm, self.items, value, 0, self.items.length);
    if (at < 0) raise('ValueError', 'list.remove(x): x not in list');
    self.touch();
    self.items.splice(at, 1);
    return null;
  },
  'clear(self, /)': (_vm, self: List) => {
    self.touch();
    self.items = [];
    return null;
  },
  'copy(self, /)': (_vm, self: List) => new List([...self.items]),
  'reverse(self, /)': (_vm, self: List) => {
    self.touch();
    self.items.reverse();
    return null;
  },
  *'index(self, value, start=0, stop=9223372036854775807, /)'(
    vm: Interpreter,
    self: List,
    value: Value,
    start: Value,
    stop: Value,
  ) {
    const at = indexOf(vm, self.items, value, start, stop);
    if (at >= 0) return at;
    const shown = yield* wait(repr(vm, value));
    return raise('ValueError', `${String(shown)} is not in list`);
  },
  'count(self, value, /)': (vm, self: List, value: Value) => countItem(vm, self.items, value),
  *'sort(self, /, *, key=None, reverse=False)'(
    vm: Interpreter,
    self: List,
    key: Value,
    reverse: Value,
  ) {
    self.touch();
    const items = self.items;
    self.items = [];
    const during = self.items;
    try {
      yield* sortInPlace(vm, items, key, reverse);
      if (self.items !== during || during.length > 0)
        raise('ValueError', 'list modified during sort');
    } finally {
      self.items = items;
    }
    return null;
  },
});

sequenceComparisons(listType, (value): value is List => value instanceof List);
listType.dict.setName('__hash__', null);

function* extend(vm: Interpreter, self: List, iterable: Value): Steps {
  if (isUnknown(iterable)) {
    self.touch();
    poison(self);
    return null;
  }
  self.touch();
  if (iterable instanceof List || iterable instanceof Tuple) {
    const items = yield* collect(vm, iterable);
    vm.charge(items.length * 8);
    for (const item of items) self.items.push(item);
    return null;
  }
  if (iterable instanceof Range) vm.charge(iterable.length * 8);
  const iterator = yield* wait(iterate(vm, iterable));
  // What came before an exception stays.
  for (;;) {
    const item = yield* wait(next(vm, iterator));
    if (item === DONE) {
      if (vm.doubtful) poison(self);
      return null;
    }
    self.items.push(item);
    if ((self.items.length & 0xffff) === 0) {
      vm.charge(0x80000);
      yield* pause(vm, 0x1000);
    }
  }
}

function multiply(vm: Interpreter, self: List, value: Value): Result {
  if (isUnknown(value)) return new Unknown(reasonOf(value));
  const count = factor(value);
  if (count === undefined) return notImplemented;
  return new List(repeated(vm, self.items, index(vm, count)));
}

function position(vm: Interpreter, self: List, key: Value, message: string): number {
  const { length } = self.items;
  if (typeof key === 'number' && key >= 0 && key < length) return key;
  checkIndex(key, 'list');
  return itemIndex(index(vm, key), length, message);
}

function sliceItems(vm: Interpreter, self: List, slice: Slice): Value[] {
  const { start, step, count } = sliceRange(vm, slice, self.items.length);
  vm.charge(count * 8);
  if (step === 1) return self.items.slice(start, start + count);
  return Array.from({ length: count }, (_, i) => self.items[start + i * step] as Value);
}

/** A write at a place that is not known: any item may be what it was or not. */
function forget(self: List): void {
  self.items = self.items.map(() => new Unknown('an item at an unknown index was changed'));
}

function* assigned(
  vm: Interpreter,
  slice: Slice,
  value: Value,
): globalThis.Generator<Pending, Value[], Value> {
  const type = typeOf(value);
  if (type.lookup('__iter__') === undefined && type.lookup('__getitem__') === undefined) {
    const extended = slice.step !== null && slice.step !== 1;
    raise(
      'TypeError',
      extended ? 'must assign iterable to extended slice' : 'can only assign an iterable',
    );
  }
  return yield* collect(vm, value);
}

function assignSlice(vm: Interpreter, self: List, key: Slice, values: Value[]): void {
  const { start, step, count } = sliceRange(vm, key, self.items.length);
  if (step === 1) {
    self.items = [...self.items.slice(0, start), ...values, ...self.items.slice(start + count)];
    return;
  }
  if (values.length !== count) {
    raise(
      'ValueError',
      `attempt to assign sequence of size ${values.length} to extended slice of size ${count}`,
    );
  }
  values.forEach((value, i) => (self.items[start + i * step] = value));
}

function deleteSlice(vm: Interpreter, self: List, key: Slice): void {
  const { start, step, count } = sliceRange(vm, key, self.items.length);
  const gone = new Set(Array.from({ length: count }, (_, i) => start + i * step));
  self.items = self.items.filter((_, i) => !gone.has(i));
}

staticMethods(listType, {
  '__new__(cls, /, *args, **kwargs)': (_vm: Interpreter, cls: PyType) => new List([], cls),
});
