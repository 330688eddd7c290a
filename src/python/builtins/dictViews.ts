// The views that dict.keys(), .values() and .items() give, and iteration over a dict.

import { ambient } from '../ambient.ts';
import { attribute, methods } from '../native.ts';
import { equals } from '../evaluate/operators.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { collect } from '../evaluate/protocols.ts';
import { DONE, type Pending, type Result, type Steps } from '../evaluate/pending.ts';
import { List, PySet, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import {
  dictItemIteratorType,
  dictKeyIteratorType,
  dictValueIteratorType,
  NativeIterator,
} from '../values/iterator.ts';
import { notImplemented } from '../values/numbers.ts';
import type { Dict } from '../values/object.ts';
import { builtinType, PyObject, type Key, type PyType, type Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { iterCall } from './iteratorState.ts';
import { MappingProxy } from './mappingProxy.ts';
import { displayed, reprItems } from './sequences.ts';

export type ViewKind = 'keys' | 'values' | 'items';

const viewTypes: Record<ViewKind, PyType> = {
  keys: builtinType('dict_keys'),
  values: builtinType('dict_values'),
  items: builtinType('dict_items'),
};

const iteratorTypes: Record<ViewKind, PyType> = {
  keys: dictKeyIteratorType,
  values: dictValueIteratorType,
  items: dictItemIteratorType,
};

export const reverseIteratorTypes: Record<ViewKind, PyType> = {
  keys: builtinType('dict_reversekeyiterator'),
  values: builtinType('dict_reversevalueiterator'),
  items: builtinType('dict_reverseitemiterator'),
};

export class DictView extends PyObject {
  readonly dict: Dict;
  readonly kind: ViewKind;
  constructor(dict: Dict, kind: ViewKind, type: PyType = viewTypes[kind]) {
    super(type);
    this.dict = dict;
    this.kind = kind;
  }
}

function entry(dict: Dict, kind: ViewKind, key: Key): Value {
  if (kind === 'keys') return dict.keyFor(key);
  const value = dict.values.get(key) as Value;
  return kind === 'values' ? value : new Tuple([dict.keyFor(key), value]);
}

/** Iterates over a dict; it notices when the dict grows or shrinks meanwhile. */
export class DictIterator extends NativeIterator {
  readonly #dict: Dict;
  readonly #kind: ViewKind;
  readonly #reverse: boolean;
  readonly #size: number;
  /** What is said when the dict has changed. */
  protected readonly changed: string = 'dictionary changed size during iteration';
  protected readonly reordered: string = 'dictionary keys changed during iteration';
  #passed = 0;
  #map: Map<Key, Value> | null = null;
  #keys: Iterator<Key> = [][Symbol.iterator]();

  constructor(dict: Dict, kind: ViewKind, reverse = false) {
    super((reverse ? reverseIteratorTypes : iteratorTypes)[kind]);
    this.#dict = dict;
    this.#kind = kind;
    this.#reverse = reverse;
    this.#size = dict.size;
  }

  override next(): Result {
    if (this.#passed < 0) return DONE;
    if (this.#dict.size !== this.#size) {
      this.#passed = -1;
      raise('RuntimeError', this.changed);
    }
    ambient.journal?.touch(this);
    if (this.#map !== this.#dict.values) this.#open();
    const { done, value } = this.#keys.next();
    if (done) {
      this.#passed = -1;
      return DONE;
    }
    if (this.#passed >= this.#size) {
      this.#passed = -1;
      raise('RuntimeError', this.reordered);
    }
    this.#passed++;
    return entry(this.#dict, this.#kind, value);
  }

  /** Goes to where the iteration stands, in a dict whose contents were put back. */
  #open(): void {
    this.#map = this.#dict.values;
    this.#keys = this.#reverse ? [...this.#map.keys()].reverse().values() : this.#map.keys();
    for (let i = 0; i < this.#passed; i++) this.#keys.next();
  }

  override lengthHint(): number {
    return this.#passed < 0 || this.#dict.size !== this.#size ? 0 : this.#size - this.#passed;
  }

  /** What has not been passed yet. */
  rest(): Value[] {
    if (this.#passed < 0) return [];
    if (this.#dict.size !== this.#size) raise('RuntimeError', this.changed);
    const keys = [...this.#dict.values.keys()];
    if (this.#reverse) keys.reverse();
    return keys.slice(this.#passed).map((key) => entry(this.#dict, this.#kind, key));
  }

  snapshot(): () => void {
    const passed = this.#passed;
    return () => {
      this.#passed = passed;
      this.#map = null;
    };
  }
}

function* elements(view: DictView): IterableIterator<Value> {
  for (const key of view.dict.values.keys()) yield entry(view.dict, view.kind, key);
}

/** Whether a view has the element. */
function has(vm: Interpreter, view: DictView, item: Value): boolean {
  if (view.kind === 'keys') return view.dict.has(item);
  if (view.kind === 'values')
    return [...view.dict.values.values()].some((v) => equals(vm, v, item));
  if (!(item instanceof Tuple) || item.items.length !== 2) return false;
  const [key, value] = item.items as [Value, Value];
  const found = view.dict.get(key);
  return found !== undefined && equals(vm, found, value);
}

for (const kind of ['keys', 'values', 'items'] as const) {
  const type = viewTypes[kind];
  methods(type, {
    '__len__(self, /)': (_vm, self: DictView) => self.dict.size,
    '__iter__(self, /)': (_vm, self: DictView) => new DictIterator(self.dict, kind),
    '__reversed__(self, /)': (_vm, self: DictView) => new DictIterator(self.dict, kind, true),
    '__contains__(self, key, /)': (vm, self: DictView, item: Value) =>
      isUnknown(item) ? new Unknown(reasonOf(item)) : has(vm, self, item),
    *'__repr__(self, /)'(vm, self: DictView) {
      return yield* displayed(vm, self, '...', function* () {
        return `${self.cls.name}([${yield* reprItems(vm, elements(self))}])`;
      });
    },
  });
  attribute<DictView>(type, 'mapping', (_vm, self) => new MappingProxy(self.dict));
}

for (const type of [...Object.values(iteratorTypes), ...Object.values(reverseIteratorTypes)]) {
  methods(type, {
    '__reduce__(self, /)': (vm: Interpreter, self: DictIterator) =>
      iterCall(vm, new List(self.rest())),
  });
}

type Operation = (left: Value[], right: PySet, result: PySet) => void;

const operations: Record<string, Operation> = {
  and: (left, right, result) => {
    for (const item of left) if (right.has(item)) result.add(item);
  },
  or: (left, right, result) => {
    for (const item of [...left, ...right.elements.values()]) result.add(item);
  },
  sub: (left, right, result) => {
    for (const item of left) if (!right.has(item)) result.add(item);
  },
  xor: (left, right, result) => {
    for (const item of left) if (!right.has(item)) result.add(item);
    const own = setOf(left);
    for (const item of right.elements.values()) if (!own.has(item)) result.add(item);
  },
};

function setOf(items: Iterable<Value>): PySet {
  const set = new PySet();
  for (const item of items) set.add(item);
  return set;
}

function isSetLike(value: Value): value is DictView | PySet {
  return value instanceof PySet || (value instanceof DictView && value.kind !== 'values');
}

const sizeOf = (value: DictView | PySet): number =>
  value instanceof PySet ? value.size : value.dict.size;

function members(value: DictView | PySet): Value[] {
  return value instanceof PySet ? [...value.elements.values()] : [...elements(value)];
}

function* combine(
  vm: Interpreter,
  operation: Operation,
  left: Value,
  right: Value,
): Generator<Pending, PySet, Value> {
  const result = new PySet();
  operation(yield* collect(vm, left), setOf(yield* collect(vm, right)), result);
  return result;
}

for (const type of [viewTypes.keys, viewTypes.items]) {
  for (const [name, operation] of Object.entries(operations)) {
    methods(type, {
      *[`__${name}__(self, value, /)`](vm: Interpreter, self: DictView, other: Value): Steps {
        return yield* combine(vm, operation, self, other);
      },
      *[`__r${name}__(self, value, /)`](vm: Interpreter, self: DictView, other: Value): Steps {
        return yield* combine(vm, operation, other, self);
      },
    });
  }
  const comparisons: Record<string, (a: number, b: number) => boolean> = {
    eq: (a, b) => a === b,
    ne: (a, b) => a === b,
    le: (a, b) => a <= b,
    lt: (a, b) => a < b,
    ge: (a, b) => a >= b,
    gt: (a, b) => a > b,
  };
  for (const [name, fits] of Object.entries(comparisons)) {
    methods(type, {
      [`__${name}__(self, value, /)`]: (vm, self: DictView, other: Value) => {
        if (!isSetLike(other)) return notImplemented;
        const sizes = [sizeOf(self), sizeOf(other)] as const;
        const [smaller, larger] = name.startsWith('g') ? [other, self] : [self, other];
        const holds =
          fits(...sizes) &&
          members(smaller).every((item) =>
            larger instanceof PySet ? larger.has(item) : has(vm, larger, item),
          );
        return name === 'ne' ? !holds : holds;
      },
    });
  }
  methods(type, {
    *'isdisjoint(self, other, /)'(vm, self: DictView, other: Value) {
      const own = setOf(elements(self));
      return !(yield* collect(vm, other)).some((item) => own.has(item));
    },
  });
  type.dict.setName('__hash__', null);
}
