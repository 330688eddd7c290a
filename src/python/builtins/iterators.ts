// The types of lazy iteration: enumerate, zip, map, filter and reversed; and what all iterators
// of ours have: `__iter__`, `__next__`, `__length_hint__`.

import './dictViews.ts';
import './rangeIterators.ts';
import { ambient } from '../ambient.ts';
import { classMethods, methods, staticMethods } from '../native.ts';
import { typeName, typeOf } from '../evaluate/attributes.ts';
import { call, callMethod } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { inDoubt } from '../evaluate/doubt.ts';
import { DONE, Pending, steps, wait, type Result, type Steps } from '../evaluate/pending.ts';
import {
  getItem,
  index,
  isException,
  iterate,
  length,
  next,
  truth,
} from '../evaluate/protocols.ts';
import type { SequenceIterator } from '../evaluate/sequenceIterator.ts';
import { then } from '../evaluate/then.ts';
import { binary } from '../evaluate/operators.ts';
import { List, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import {
  listIteratorType,
  NativeIterator,
  sequenceIteratorType,
  tupleIteratorType,
} from '../values/iterator.ts';
import { notImplemented } from '../values/numbers.ts';
import { builtinType, types, type PyType, type Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { genericAlias } from './genericAlias.ts';
import { iterCall, stateIndex } from './iteratorState.ts';
import { listReverseIteratorType } from './list.ts';
import { IndexIterator } from './sequences.ts';

const enumerateType = builtinType('enumerate', undefined, (cls) => new Enumerate(cls));
const zipType = builtinType('zip', undefined, (cls) => new Zip(cls));
const mapType = builtinType('map', undefined, (cls) => new MapIterator(cls));
const filterType = builtinType('filter', undefined, (cls) => new Filter(cls));
const reversedType = builtinType('reversed', undefined, (cls) => new Reversed(cls));

class Enumerate extends NativeIterator {
  source: Value = null;
  count: Value = 0;
  override get inDoubt(): boolean {
    return inDoubt(this.source);
  }
  override next(vm: Interpreter): Result {
    return then(next(vm, this.source), (item) => {
      if (item === DONE) return DONE;
      ambient.journal?.touch(this);
      const { count } = this;
      return then(binary(vm, 'Add', count, 1), (following) => {
        this.count = following;
        return new Tuple([count, item]);
      });
    });
  }

  snapshot(): () => void {
    const { count } = this;
    return () => {
      this.count = count;
    };
  }
}

class Zip extends NativeIterator {
  sources: Value[] = [];
  strict = false;
  override get inDoubt(): boolean {
    return this.sources.some(inDoubt);
  }
  override next(vm: Interpreter): Result {
    if (this.sources.length === 0) return DONE;
    const items: Value[] = [];
    for (const [i, source] of this.sources.entries()) {
      const item = next(vm, source);
      if (item instanceof Pending) return steps(this.#rest(vm, items, i, item));
      if (item === DONE) return this.strict ? steps(this.#uneven(vm, i)) : DONE;
      items.push(item);
    }
    return new Tuple(items);
  }

  /** The items from the first that has to be waited for. */
  *#rest(vm: Interpreter, items: Value[], from: number, first: Pending): Steps {
    for (let i = from; i < this.sources.length; i++) {
      const item = yield* wait(i === from ? first : next(vm, this.sources[i] as Value));
      if (item === DONE) return this.strict ? yield* this.#uneven(vm, i) : DONE;
      items.push(item);
    }
    return new Tuple(items);
  }

  *#uneven(vm: Interpreter, at: number): Steps {
    const before = at === 1 ? 'argument 1' : `arguments 1-${at}`;
    if (at > 0) return raise('ValueError', `zip() argument ${at + 1} is shorter than ${before}`);
    for (let i = 1; i < this.sources.length; i++) {
      if ((yield* wait(next(vm, this.sources[i] as Value))) === DONE) continue;
      const others = i === 1 ? 'argument 1' : `arguments 1-${i}`;
      return raise('ValueError', `zip() argument ${i + 1} is longer than ${others}`);
    }
    return DONE;
  }
}

class MapIterator extends NativeIterator {
  func: Value = null;
  sources: Value[] = [];
  override get inDoubt(): boolean {
    return this.sources.some(inDoubt);
  }
  override next(vm: Interpreter): Result {
    const items: Value[] = [];
    for (const [i, source] of this.sources.entries()) {
      const item = next(vm, source);
      if (item instanceof Pending) return steps(this.#rest(vm, items, i, item));
      if (item === DONE) return DONE;
      items.push(item);
    }
    return call(vm, this.func, items);
  }

  *#rest(vm: Interpreter, items: Value[], from: number, first: Pending): Steps {
    for (let i = from; i < this.sources.length; i++) {
      const item = yield* wait(i === from ? first : next(vm, this.sources[i] as Value));
      if (item === DONE) return DONE;
      items.push(item);
    }
    return yield* wait(call(vm, this.func, items));
  }
}

class Filter extends NativeIterator {
  func: Value = null;
  source: Value = null;
  #unsure = false;
  override get inDoubt(): boolean {
    return inDoubt(this.source);
  }
  override next(vm: Interpreter): Result {
    return steps(this.#search(vm));
  }

  *#search(vm: Interpreter): Steps {
    for (;;) {
      const item = yield* wait(next(vm, this.source));
      if (item === DONE) {
        vm.doubtful ||= this.#unsure;
        return DONE;
      }
      const test =
        this.func === null || this.func === types['bool']
          ? item
          : yield* wait(call(vm, this.func, [item]));
      // An item of which it is not known whether it is kept may be there: as an unknown.
      if (isUnknown(test)) {
        this.#unsure = true;
        return new Unknown(reasonOf(test));
      }
      if ((yield* wait(truth(vm, test))) === true) return item;
    }
  }
}

/** Goes down the indices of what has `__len__` and `__getitem__`. */
class Reversed extends NativeIterator {
  source: Value = null;
  at = -1;
  override next(vm: Interpreter): Result {
    if (this.at < 0) return DONE;
    ambient.journal?.touch(this);
    return steps(this.#item(vm));
  }

  *#item(vm: Interpreter): Steps {
    try {
      return yield* wait(getItem(vm, this.source, this.at--));
    } catch (error) {
      if (!isException(error, 'IndexError') && !isException(error, 'StopIteration')) throw error;
      this.at = -1;
      return DONE;
    }
  }

  override lengthHint(): number {
    return this.at + 1;
  }

  snapshot(): () => void {
    const { at } = this;
    return () => {
      this.at = at;
    };
  }
}

staticMethods(enumerateType, {
  *'__new__(cls, iterable=<none>, start=0)'(
    vm,
    cls: PyType,
    iterable: Value | undefined,
    start: Value,
  ) {
    if (iterable === undefined)
      return raise('TypeError', "enumerate() missing required argument 'iterable'");
    const made = cls.allocate(cls) as Enumerate;
    made.count = isUnknown(start) || typeof start === 'number' ? start : normal(vm, start);
    made.source = yield* wait(iterate(vm, iterable));
    return made;
  },
});

function normal(vm: Interpreter, start: Value): Value {
  index(vm, start);
  return start;
}

staticMethods(zipType, {
  *'__new__(cls, *iterables, strict=False)'(vm, cls: PyType, iterables: Value[], strict: Value) {
    const made = cls.allocate(cls) as Zip;
    made.strict = (yield* wait(truth(vm, strict))) === true;
    for (const iterable of iterables) made.sources.push(yield* wait(iterate(vm, iterable)));
    return made;
  },
});

staticMethods(mapType, {
  *'__new__(cls, /, *args)'(vm, cls: PyType, args: Value[]) {
    if (args.length < 2) raise('TypeError', 'map() must have at least two arguments.');
    const made = cls.allocate(cls) as MapIterator;
    made.func = args[0] as Value;
    for (const iterable of args.slice(1)) made.sources.push(yield* wait(iterate(vm, iterable)));
    return made;
  },
});

staticMethods(filterType, {
  *'__new__(cls, function, iterable, /)'(vm, cls: PyType, func: Value, iterable: Value) {
    const made = cls.allocate(cls) as Filter;
    made.func = func;
    made.source = yield* wait(iterate(vm, iterable));
    return made;
  },
});

staticMethods(reversedType, {
  *'__new__(cls, sequence, /)'(vm, cls: PyType, sequence: Value) {
    if (isUnknown(sequence)) return new Unknown(reasonOf(sequence));
    const type = typeOf(sequence);
    const own = type.lookup('__reversed__');
    if (own !== undefined && own !== null)
      return yield* wait(callMethod(vm, sequence, '__reversed__', []));
    if (
      own === null ||
      type.lookup('__getitem__') === undefined ||
      type.lookup('__len__') === undefined
    ) {
      raise('TypeError', `'${typeName(sequence)}' object is not reversible`);
    }
    const size = yield* wait(length(vm, sequence));
    const made = cls.allocate(cls) as Reversed;
    made.source = sequence;
    made.at = Number(index(vm, size)) - 1;
    return made;
  },
});

methods(enumerateType, {
  '__reduce__(self, /)': (_vm, self: Enumerate) =>
    new Tuple([self.cls, new Tuple([self.source, self.count])]),
});
classMethods(enumerateType, {
  '__class_getitem__(cls, item, /)': (_vm, cls: PyType, item: Value) => genericAlias(cls, item),
});
methods(zipType, {
  '__reduce__(self, /)': (_vm, self: Zip) => {
    const parts: Value[] = [self.cls, new Tuple([...self.sources])];
    if (self.strict) parts.push(true);
    return new Tuple(parts);
  },
  *'__setstate__(self, state, /)'(vm, self: Zip, state: Value) {
    self.strict = (yield* wait(truth(vm, state))) === true;
    return null;
  },
});
methods(mapType, {
  '__reduce__(self, /)': (_vm, self: MapIterator) =>
    new Tuple([self.cls, new Tuple([self.func, ...self.sources])]),
});
methods(filterType, {
  '__reduce__(self, /)': (_vm, self: Filter) =>
    new Tuple([self.cls, new Tuple([self.func, self.source])]),
});
methods(reversedType, {
  '__reduce__(self, /)': (_vm, self: Reversed) =>
    self.at < 0
      ? new Tuple([self.cls, new Tuple([new Tuple([])])])
      : new Tuple([self.cls, new Tuple([self.source]), self.at]),
  *'__setstate__(self, state, /)'(vm, self: Reversed, state: Value) {
    if (self.at < 0) return null;
    const size = Number(index(vm, yield* wait(length(vm, self.source))));
    self.at = Math.min(Math.max(Number(stateIndex(state)), -1), size - 1);
    return null;
  },
});
for (const [type, empty] of [
  [listIteratorType, () => new List([])],
  [listReverseIteratorType, () => new List([])],
  [tupleIteratorType, () => new Tuple([])],
] as const) {
  methods(type, {
    '__reduce__(self, /)': (vm: Interpreter, self: Value) =>
      self instanceof IndexIterator ? self.reduced(vm, empty()) : vm.unsupported('__reduce__'),
    '__setstate__(self, state, /)': (_vm: Interpreter, self: Value, state: Value) => {
      if (self instanceof IndexIterator) self.moveTo(Number(stateIndex(state)));
      return null;
    },
  });
}
methods(sequenceIteratorType, {
  '__reduce__(self, /)': (vm: Interpreter, { source, at }: SequenceIterator) =>
    at < 0 ? iterCall(vm, new Tuple([])) : iterCall(vm, source, at),
  '__setstate__(self, state, /)': (_vm: Interpreter, self: SequenceIterator, state: Value) => {
    if (self.at >= 0) {
      const at = stateIndex(state);
      self.at = at < 0 ? 0 : at;
    }
    return null;
  },
});

const names =
  'enumerate zip map filter reversed list_iterator list_reverseiterator tuple_iterator ' +
  'range_iterator longrange_iterator str_iterator dict_keyiterator dict_valueiterator dict_itemiterator ' +
  'dict_reversekeyiterator dict_reversevalueiterator dict_reverseitemiterator set_iterator ' +
  'bytes_iterator bytearray_iterator iterator callable_iterator';

/** Refuses to make what only operations of the language make. */
function uncreatable(type: PyType): void {
  staticMethods(type, {
    '__new__(cls, /, *args, **kwargs)': (_vm, cls: PyType) =>
      raise('TypeError', `cannot create '${cls.name}' instances`),
  });
}

/** Those that cannot tell how many items are left. */
const endless = ['enumerate', 'zip', 'map', 'filter', 'callable_iterator'];

/** Gives an iterator type of ours the methods that the protocol asks for. */
export function iteratorMethods(type: PyType): void {
  methods(type, {
    '__iter__(self, /)': (_vm, self: Value) => self,
    '__next__(self, /)': (vm, self: Value) =>
      then(next(vm, self), (item) => (item === DONE ? raise('StopIteration') : item)),
  });
  if (endless.includes(type.name)) return;
  methods(type, {
    '__length_hint__(self, /)': (_vm, self: NativeIterator) => Math.max(0, self.lengthHint()),
  });
}

for (const name of names.split(' ')) iteratorMethods(types[name] as PyType);
const made =
  'list_iterator list_reverseiterator tuple_iterator range_iterator longrange_iterator ' +
  'str_iterator dict_keyiterator dict_valueiterator dict_itemiterator dict_reversekeyiterator ' +
  'dict_reversevalueiterator dict_reverseitemiterator set_iterator bytes_iterator iterator ' +
  'callable_iterator dict_keys dict_values dict_items generator coroutine async_generator';
for (const name of made.split(' ')) uncreatable(types[name] as PyType);

methods(sequenceIteratorType, {
  *'__length_hint__(self, /)'(vm, { source, at }: SequenceIterator) {
    if (typeOf(source).lookup('__len__') === undefined) return notImplemented;
    const size = Number(yield* wait(length(vm, source)));
    return at < 0 ? 0 : Math.max(0, size - Number(at));
  },
});
