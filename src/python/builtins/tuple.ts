// Methods of tuple.

import { typeName, typeOf } from '../evaluate/attributes.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { collect, hash, index } from '../evaluate/protocols.ts';
import type { Result } from '../evaluate/pending.ts';
import { methods, staticMethods } from '../native.ts';
import { itemIndex, sliceRange } from '../text/indices.ts';
import { Slice, Tuple, tupleType } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { tupleIteratorType } from '../values/iterator.ts';
import { notImplemented } from '../values/numbers.ts';
import type { Dict, PyType, Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { mixHashes } from './hashes.ts';
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

sequenceComparisons(tupleType, (value): value is Tuple => value instanceof Tuple);

staticMethods(tupleType, {
  *'__new__(cls, iterable=(), /, **kwargs)'(vm, cls: PyType, iterable: Value, keywords: Dict) {
    refuseKeywords(tupleType, cls, '__init__', keywords);
    if (iterable instanceof Tuple && cls === tupleType && iterable.cls === tupleType)
      return iterable;
    if (isUnknown(iterable)) return new Unknown(reasonOf(iterable), cls);
    const items = yield* collect(vm, iterable);
    const made = cls.allocate(cls) as Tuple;
    made.items = items;
    return made;
  },
});

methods(tupleType, {
  *'__repr__(self, /)'(vm, self: Tuple) {
    return yield* displayed(vm, self, '(...)', function* () {
      const shown = yield* reprItems(vm, self.items);
      return self.items.length === 1 ? `(${shown},)` : `(${shown})`;
    });
  },
  '__hash__(self, /)': (vm, self: Tuple) => mixHashes(self.items.map((item) => hash(vm, item))),
  '__len__(self, /)': (_vm, self: Tuple) => self.items.length,
  '__iter__(self, /)': (_vm, self: Tuple) => new IndexIterator(tupleIteratorType, self),
  '__contains__(self, key, /)': (vm, self: Tuple, key: Value) => containsItem(vm, self.items, key),
  '__getitem__(self, key, /)': (vm, self: Tuple, key: Value) => {
    if (typeof key === 'number') {
      const item = self.items[key < 0 ? key + self.items.length : key];
      return item === undefined ? raise('IndexError', 'tuple index out of range') : item;
    }
    if (isUnknown(key)) return new Unknown(reasonOf(key));
    checkIndex(key, 'tuple');
    if (key instanceof Slice) return sliced(vm, self, key);
    return self.items[
      itemIndex(index(vm, key), self.items.length, 'tuple index out of range')
    ] as Value;
  },
  '__add__(self, value, /)': (vm, self: Tuple, other: Value) => {
    if (other instanceof Tuple) {
      if (other.items.length === 0 && self.cls === tupleType) return self;
      if (self.items.length === 0 && other.cls === tupleType) return other;
      vm.charge((self.items.length + other.items.length) * 8);
      return new Tuple([...self.items, ...other.items]);
    }
    if (typeOf(other).lookup('__radd__') !== undefined) return notImplemented;
    return raise('TypeError', `can only concatenate tuple (not "${typeName(other)}") to tuple`);
  },
  '__mul__(self, value, /)': times,
  '__rmul__(self, value, /)': times,
  'count(self, value, /)': (vm, self: Tuple, value: Value) => countItem(vm, self.items, value),
  'index(self, value, start=0, stop=9223372036854775807, /)': (
    vm,
    self: Tuple,
    value: Value,
    start: Value,
    stop: Value,
  ) => {
    const at = indexOf(vm, self.items, value, start, stop);
    return at >= 0 ? at : raise('ValueError', 'tuple.index(x): x not in tuple');
  },
  '__getnewargs__(self, /)': (_vm, self: Tuple) => new Tuple([new Tuple(self.items)]),
});

function times(vm: Interpreter, self: Tuple, other: Value): Result {
  const count = factor(other);
  if (count === undefined) return notImplemented;
  const times = index(vm, count);
  if (times === 1 && self.cls === tupleType) return self;
  return new Tuple(repeated(vm, self.items, times));
}

function sliced(vm: Interpreter, self: Tuple, slice: Slice): Value {
  const { start, step, count } = sliceRange(vm, slice, self.items.length);
  if (step === 1 && count === self.items.length && self.cls === tupleType) return self;
  if (step === 1) return new Tuple(self.items.slice(start, start + count));
  return new Tuple(Array.from({ length: count }, (_, i) => self.items[start + i * step] as Value));
}
