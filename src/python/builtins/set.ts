// Methods of set and frozenset.

import { ambient } from '../ambient.ts';
import { methods, staticMethods } from '../native.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { collect, hash } from '../evaluate/protocols.ts';
import { DONE, type Pending, type Result, type Steps } from '../evaluate/pending.ts';
import { frozensetType, List, PySet, setType } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { NativeIterator, setIteratorType } from '../values/iterator.ts';
import { notImplemented } from '../values/numbers.ts';
import type { Dict, Key, PyType, Value } from '../values/object.ts';
import { isUnknown, poison, reasonOf, Unknown } from '../values/unknown.ts';
import { mixUnordered } from './hashes.ts';
import { iterCall } from './iteratorState.ts';
import { displayed, refuseKeywords, reprItems } from './sequences.ts';
import { inTableOrder } from './setOrder.ts';

setType.dict.setName('__hash__', null);

class SetIterator extends NativeIterator {
  readonly #set: PySet;
  readonly #size: number;
  #passed = 0;
  #map: Map<Key, Value> | null = null;
  #items: Iterator<Value> = [][Symbol.iterator]();
  constructor(set: PySet) {
    super(setIteratorType);
    this.#set = set;
    this.#size = set.size;
  }

  override next(vm: Interpreter): Result {
    if (this.#passed < 0) return DONE;
    if (this.#set.size !== this.#size) {
      this.#passed = -1;
      raise('RuntimeError', 'Set changed size during iteration');
    }
    ambient.journal?.touch(this);
    if (this.#map !== this.#set.elements) {
      this.#map = this.#set.elements;
      this.#items = inTableOrder(vm, this.#set).values();
      for (let i = 0; i < this.#passed; i++) this.#items.next();
    }
    const { done, value } = this.#items.next();
    this.#passed = done ? -1 : this.#passed + 1;
    return done ? DONE : value;
  }

  override lengthHint(): number {
    return this.#passed < 0 || this.#set.size !== this.#size ? 0 : this.#size - this.#passed;
  }

  /** What has not been passed yet. */
  rest(vm: Interpreter): Value[] {
    if (this.#passed < 0) return [];
    if (this.#set.size !== this.#size) raise('RuntimeError', 'Set changed size during iteration');
    return inTableOrder(vm, this.#set).slice(this.#passed);
  }

  snapshot(): () => void {
    const passed = this.#passed;
    return () => {
      this.#passed = passed;
      this.#map = null;
    };
  }
}

methods(setIteratorType, {
  '__reduce__(self, /)': (vm: Interpreter, self: SetIterator) =>
    iterCall(vm, new List(self.rest(vm))),
});

export function setOf(items: Iterable<Value>, cls: PyType = setType): PySet {
  const set = new PySet(cls);
  for (const item of items) set.add(item);
  return set;
}

/** The elements of any iterable as a set; null where one of them is unknown. */
function* elementsOf(vm: Interpreter, source: Value): Generator<Pending, PySet | null, Value> {
  if (source instanceof PySet) return source;
  if (isUnknown(source)) return null;
  const items = yield* collect(vm, source);
  return vm.doubtful || items.some((item) => isUnknown(item)) ? null : setOf(items);
}

const unknownSet = (cls: PyType): Value => new Unknown('a set of values that are not known', cls);

staticMethods(setType, {
  '__new__(cls, /, *args, **kwargs)': (_vm, cls: PyType) => new PySet(cls),
});
staticMethods(frozensetType, {
  *'__new__(cls, iterable=(), /, **kwargs)'(vm, cls: PyType, iterable: Value, keywords: Dict) {
    refuseKeywords(frozensetType, cls, '__init__', keywords);
    if (iterable instanceof PySet && iterable.cls === frozensetType && cls === frozensetType)
      return iterable;
    const elements = yield* elementsOf(vm, iterable);
    if (elements === null) return unknownSet(cls);
    return iterable instanceof PySet ? copyOf(vm, iterable, cls) : ofType(elements, cls);
  },
});

methods(setType, {
  *'__init__(self, iterable=(), /, **kwargs)'(vm, self: PySet, iterable: Value, keywords: Dict) {
    refuseKeywords(setType, self.cls, '__new__', keywords);
    const elements = yield* elementsOf(vm, iterable);
    self.touch();
    if (elements === null) poison(self);
    else {
      const copy = iterable instanceof PySet ? copyOf(vm, iterable) : elements;
      self.elements = copy.elements;
      self.merged = copy.merged;
      self.copied = copy.copied;
    }
    return null;
  },
  'add(self, object, /)': (_vm, self: PySet, object: Value) => {
    if (isUnknown(object)) poison(self);
    else self.add(object);
    return null;
  },
  'discard(self, object, /)': (_vm, self: PySet, object: Value) => {
    if (isUnknown(object)) poison(self);
    else self.delete(asElement(object));
    return null;
  },
  'remove(self, object, /)': (_vm, self: PySet, object: Value) => {
    if (isUnknown(object)) poison(self);
    else if (!self.delete(asElement(object))) raise('KeyError', object);
    return null;
  },
  'pop(self, /)': (vm, self: PySet) => {
    const [item] = inTableOrder(vm, self);
    if (item === undefined) raise('KeyError', 'pop from an empty set');
    self.delete(item);
    return item;
  },
  'clear(self, /)': (_vm, self: PySet) => {
    self.touch();
    self.elements = new Map();
    return null;
  },
});

/** A set is looked up as the frozenset that it equals. */
function asElement(value: Value): Value {
  return value instanceof PySet && value.cls === setType
    ? setOf(value.elements.values(), frozensetType)
    : value;
}

interface Operand {
  readonly set: PySet;
  /** The elements in the order in which they come. */
  readonly items: readonly Value[];
  readonly isSet: boolean;
}

function operand(vm: Interpreter, set: PySet, isSet: boolean): Operand {
  return { set, isSet, items: isSet ? inTableOrder(vm, set) : [...set.elements.values()] };
}

interface Operation {
  readonly operator: string;
  combined(vm: Interpreter, a: PySet, b: Operand): PySet;
  /** Where a set is changed in place, and not given the combined elements. */
  change?(a: PySet, b: Operand): void;
}

// The results are filled in the order in which CPython fills them, which decides how they iterate.
const operations: Record<string, Operation> = {
  union: {
    operator: 'or',
    combined: (vm, a, b) => changed(copyOf(vm, a), b, add),
    change: add,
  },
  intersection: { operator: 'and', combined: intersection },
  difference: {
    operator: 'sub',
    combined: (vm, a, b) =>
      b.isSet && a.size >> 2 <= b.set.size
        ? setOf(inTableOrder(vm, a).filter((item) => !b.set.has(item)))
        : changed(copyOf(vm, a), b, remove),
    change: remove,
  },
  symmetric_difference: {
    operator: 'xor',
    combined: (vm, a, b) => changed(copyOf(vm, b.set), operand(vm, a, true), toggle),
    change: toggle,
  },
};

/** A set of the same elements, taken over as a whole. */
export function copyOf(vm: Interpreter, source: PySet, cls: PyType = setType): PySet {
  const copy = setOf(inTableOrder(vm, source), cls);
  copy.merged = copy.size;
  copy.copied = true;
  return copy;
}

function changed(set: PySet, b: Operand, change: (a: PySet, b: Operand) => void): PySet {
  change(set, b);
  return set;
}

function add(a: PySet, { items }: Operand): void {
  for (const item of items) a.add(item);
}

function remove(a: PySet, { items }: Operand): void {
  for (const item of items) a.delete(item);
}

function toggle(a: PySet, { items }: Operand): void {
  for (const item of items) if (!a.delete(item)) a.add(item);
}

function intersection(vm: Interpreter, a: PySet, b: Operand): PySet {
  if (b.isSet && b.set.size > a.size)
    return setOf(inTableOrder(vm, a).filter((item) => b.set.has(item)));
  return setOf(b.items.filter((item) => a.has(item)));
}

function kept(a: PySet, b: PySet, inside: boolean): Value[] {
  const items: Value[] = [];
  for (const [key, item] of a.elements) if (b.elements.has(key) === inside) items.push(item);
  return items;
}

function isSubset(a: PySet, b: PySet): boolean {
  return a.size <= b.size && kept(a, b, false).length === 0;
}

/** A set's methods give a set or frozenset, not the class derived from it. */
function plain(set: PySet): PyType {
  return set.cls.isSubtypeOf(frozensetType) ? frozensetType : setType;
}

/** `a.method(b, c …)`: the elements of one after the other; null where some are unknown. */
function* combineAll(
  vm: Interpreter,
  self: PySet,
  others: readonly Value[],
  combine: (a: PySet, b: Operand) => PySet,
): Generator<Pending, PySet | null, Value> {
  let result = self;
  for (const other of others) {
    const elements = yield* elementsOf(vm, other);
    if (elements === null) return null;
    const isSet = other instanceof PySet;
    result = combine(result, operand(vm, elements, isSet));
  }
  return result;
}

function ofType(set: PySet, cls: PyType): PySet {
  set.cls = cls;
  return set;
}

for (const type of [setType, frozensetType]) {
  for (const [name, operation] of Object.entries(operations)) {
    const { operator } = operation;
    const one = name === 'symmetric_difference';
    const both = (vm: Interpreter, a: PySet, b: PySet): PySet =>
      ofType(operation.combined(vm, a, operand(vm, b, true)), plain(a));
    methods(type, {
      *[`${name}(self, ${one ? 'other, /' : '*others'})`](
        vm: Interpreter,
        self: PySet,
        given: Value | Value[],
      ): Steps {
        const others = Array.isArray(given) ? given : [given];
        if (others.length === 0) return copyOf(vm, self, plain(self));
        const result = yield* combineAll(vm, self, others, (a, b) => operation.combined(vm, a, b));
        return result === null ? unknownSet(plain(self)) : ofType(result, plain(self));
      },
      [`__${operator}__(self, value, /)`]: (vm: Interpreter, self: PySet, other: Value) =>
        other instanceof PySet ? both(vm, self, other) : notImplemented,
      [`__r${operator}__(self, value, /)`]: (vm: Interpreter, self: PySet, other: Value) =>
        other instanceof PySet ? both(vm, other, self) : notImplemented,
    });
    if (type === frozensetType) continue;
    const update = name === 'union' ? 'update' : `${name}_update`;
    const inPlace = (vm: Interpreter, a: PySet, b: Operand): PySet => {
      if (operation.change) return changed(a, b, operation.change);
      const { elements } = operation.combined(vm, a, b);
      a.touch();
      a.elements = elements;
      a.merged = 0;
      return a;
    };
    methods(type, {
      *[`${update}(self, ${one ? 'other, /' : '*others'})`](
        vm: Interpreter,
        self: PySet,
        given: Value | Value[],
      ): Steps {
        const others = Array.isArray(given) ? given : [given];
        const result = yield* combineAll(vm, self, others, (a, b) => inPlace(vm, a, b));
        if (result !== null) return null;
        self.touch();
        poison(self);
        return null;
      },
      [`__i${operator}__(self, value, /)`]: (vm: Interpreter, self: PySet, other: Value) =>
        other instanceof PySet ? inPlace(vm, self, operand(vm, other, true)) : notImplemented,
    });
  }
  methods(type, {
    *'__repr__(self, /)'(vm, self: PySet) {
      const { name } = self.cls;
      if (self.size === 0) return `${name}()`;
      return yield* displayed(vm, self, `${name}(...)`, function* () {
        const shown = yield* reprItems(vm, inTableOrder(vm, self));
        return self.cls === setType ? `{${shown}}` : `${name}({${shown}})`;
      });
    },
    '__len__(self, /)': (_vm, self: PySet) => self.size,
    '__iter__(self, /)': (_vm, self: PySet) => new SetIterator(self),
    '__contains__(self, key, /)': (_vm, self: PySet, key: Value) =>
      isUnknown(key) ? new Unknown(reasonOf(key)) : self.has(asElement(key)),
    'copy(self, /)': (vm, self: PySet) =>
      self.cls === frozensetType ? self : copyOf(vm, self, plain(self)),
    *'isdisjoint(self, other, /)'(vm, self: PySet, other: Value) {
      const elements = yield* elementsOf(vm, other);
      if (elements === null) return new Unknown('compares values that are not known');
      return kept(elements, self, true).length === 0;
    },
    *'issubset(self, other, /)'(vm, self: PySet, other: Value) {
      const elements = yield* elementsOf(vm, other);
      return elements === null
        ? new Unknown('compares values that are not known')
        : isSubset(self, elements);
    },
    *'issuperset(self, other, /)'(vm, self: PySet, other: Value) {
      const elements = yield* elementsOf(vm, other);
      return elements === null
        ? new Unknown('compares values that are not known')
        : isSubset(elements, self);
    },
  });
  const comparisons: Record<string, (a: PySet, b: PySet) => boolean> = {
    eq: (a, b) => a.size === b.size && isSubset(a, b),
    ne: (a, b) => !(a.size === b.size && isSubset(a, b)),
    le: isSubset,
    lt: (a, b) => a.size < b.size && isSubset(a, b),
    ge: (a, b) => isSubset(b, a),
    gt: (a, b) => b.size < a.size && isSubset(b, a),
  };
  for (const [name, holds] of Object.entries(comparisons)) {
    methods(type, {
      [`__${name}__(self, value, /)`]: (_vm, self: PySet, other: Value) =>
        other instanceof PySet ? holds(self, other) : notImplemented,
    });
  }
}
methods(frozensetType, {
  '__hash__(self, /)': (vm, self: PySet) =>
    mixUnordered([...self.elements.values()].map((item) => hash(vm, item))),
});
