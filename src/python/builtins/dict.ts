// Methods of dict.

import { classMethods, methods, staticMethods } from '../native.ts';
import { findAttribute, typeOf } from '../evaluate/attributes.ts';
import { call, callMethod } from '../evaluate/call.ts';
import { compare } from '../evaluate/operators.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { collect, getItem, isException, iterate, repr, setItem } from '../evaluate/protocols.ts';
import { type Pending, wait, type Steps } from '../evaluate/pending.ts';
import { Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { notImplemented } from '../values/numbers.ts';
import { Dict, dictType, PyObject, type PyType, type Value } from '../values/object.ts';
import { isUnknown, poison, reasonOf, Unknown } from '../values/unknown.ts';
import { DictIterator, DictView } from './dictViews.ts';
import { displayed, known } from './sequences.ts';

dictType.dict.setName('__hash__', null);

staticMethods(dictType, {
  '__new__(cls, /, *args, **kwargs)': (_vm, cls: PyType) => cls.allocate(cls),
});

classMethods(dictType, {
  *'fromkeys(cls, iterable, value=None, /)'(vm, cls: PyType, iterable: Value, value: Value) {
    const made = yield* wait(call(vm, cls, []));
    if (isUnknown(iterable)) return new Unknown(reasonOf(iterable), dictType);
    for (const key of yield* collect(vm, iterable)) {
      if (made instanceof Dict && made.cls === dictType) made.set(key, value);
      else yield* wait(setItem(vm, made, key, value));
    }
    return made;
  },
});

methods(dictType, {
  *'__init__(self, /, *args, **kwargs)'(vm, self: Dict, args: Value[], keywords: Dict) {
    return yield* update(vm, 'dict', self, args, keywords);
  },
  *'update(self, /, *args, **kwargs)'(vm, self: Dict, args: Value[], keywords: Dict) {
    return yield* update(vm, 'update', self, args, keywords);
  },
  *'__repr__(self, /)'(vm, self: Dict) {
    return yield* displayed(vm, self, '{...}', function* () {
      const parts: string[] = [];
      for (const [key, value] of [...self.entries()]) {
        const shown = yield* wait(repr(vm, key));
        parts.push(`${String(shown)}: ${String(yield* wait(repr(vm, value)))}`);
      }
      return `{${parts.join(', ')}}`;
    });
  },
  '__len__(self, /)': (_vm, self: Dict) => self.size,
  '__iter__(self, /)': (_vm, self: Dict) => new DictIterator(self, 'keys'),
  '__reversed__(self, /)': (_vm, self: Dict) => new DictIterator(self, 'keys', true),
  '__contains__(self, key, /)': (_vm, self: Dict, key: Value) =>
    isUnknown(key) ? new Unknown(reasonOf(key)) : self.has(key),
  '__getitem__(self, key, /)': (vm, self: Dict, key: Value) => {
    if (isUnknown(key)) return new Unknown(reasonOf(key));
    const found = self.get(key);
    if (found !== undefined) return found;
    const missing = self.cls === dictType ? undefined : typeOf(self).lookup('__missing__');
    return missing === undefined
      ? raise('KeyError', key)
      : callMethod(vm, self, '__missing__', [key]);
  },
  '__setitem__(self, key, value, /)': (_vm, self: Dict, key: Value, value: Value) => {
    if (isUnknown(key)) poison(self);
    else self.set(key, value);
    return null;
  },
  '__delitem__(self, key, /)': (_vm, self: Dict, key: Value) => {
    if (isUnknown(key)) poison(self);
    else if (!self.delete(key)) raise('KeyError', key);
    return null;
  },
  *'__eq__(self, value, /)'(vm, self: Dict, other: Value) {
    return other instanceof Dict ? yield* sameEntries(vm, self, other) : notImplemented;
  },
  *'__ne__(self, value, /)'(vm, self: Dict, other: Value) {
    if (!(other instanceof Dict)) return notImplemented;
    const same = yield* sameEntries(vm, self, other);
    return typeof same === 'boolean' ? !same : same;
  },
  *'__or__(self, value, /)'(_vm, self: Dict, other: Value) {
    if (!(other instanceof Dict)) return notImplemented;
    const result = copyOf(self);
    result.update(other);
    return result;
  },
  *'__ror__(self, value, /)'(_vm, self: Dict, other: Value) {
    if (!(other instanceof Dict)) return notImplemented;
    const result = copyOf(other);
    result.update(self);
    return result;
  },
  *'__ior__(self, value, /)'(vm, self: Dict, other: Value) {
    yield* update(vm, 'update', self, [other], new Dict());
    return self;
  },
  'get(self, key, default=None, /)': (_vm, self: Dict, key: Value, otherwise: Value) =>
    isUnknown(key) ? new Unknown(reasonOf(key)) : (self.get(key) ?? nullable(self, key, otherwise)),
  'setdefault(self, key, default=None, /)': (_vm, self: Dict, key: Value, value: Value) => {
    if (isUnknown(key)) {
      poison(self);
      return new Unknown(reasonOf(key));
    }
    const found = self.get(key);
    if (found !== undefined) return found;
    self.set(key, value);
    return value;
  },
  'pop(self, key, default=<none>, /)': (
    _vm,
    self: Dict,
    key: Value,
    otherwise: Value | undefined,
  ) => {
    if (isUnknown(key)) {
      poison(self);
      return new Unknown(reasonOf(key));
    }
    const found = self.get(key);
    if (found === undefined) return otherwise === undefined ? raise('KeyError', key) : otherwise;
    self.delete(key);
    return found;
  },
  'popitem(self, /)': (_vm, self: Dict) => {
    const last = [...self.entries()].at(-1);
    if (last === undefined) raise('KeyError', 'popitem(): dictionary is empty');
    self.delete(last[0]);
    return new Tuple(last);
  },
  'clear(self, /)': (_vm, self: Dict) => {
    self.clear();
    return null;
  },
  'copy(self, /)': (_vm, self: Dict) => copyOf(self),
  'keys(self, /)': (_vm, self: Dict) => new DictView(self, 'keys'),
  'values(self, /)': (_vm, self: Dict) => new DictView(self, 'values'),
  'items(self, /)': (_vm, self: Dict) => new DictView(self, 'items'),
});

/** None is a value too: only a key that is absent gives the default. */
function nullable(self: Dict, key: Value, otherwise: Value): Value {
  return self.has(key) ? null : otherwise;
}

function copyOf(dict: Dict): Dict {
  const copy = new Dict();
  copy.values = new Map(dict.values);
  copy.originals = dict.originals === null ? null : new Map(dict.originals);
  return copy;
}

function* sameEntries(vm: Interpreter, a: Dict, b: Dict): Steps {
  if (a.size !== b.size) return false;
  for (const [key, value] of [...a.values]) {
    const other = b.values.get(key);
    if (other === undefined) return false;
    if (other === value) continue;
    const same = yield* known(vm, compare(vm, 'Eq', value, other));
    if (same === null) return new Unknown('compares values that are not known');
    if (!same) return false;
  }
  return true;
}

/** `dict(…)` and `dict.update(…)`: from a mapping or pairs, and from keywords. */
export function* update(
  vm: Interpreter,
  name: string,
  self: Dict,
  args: readonly Value[],
  keywords: Dict,
): Steps {
  if (args.length > 1)
    raise('TypeError', `${name} expected at most 1 argument, got ${args.length}`);
  const [source] = args;
  if (source !== undefined && isUnknown(source)) {
    poison(self);
    return null;
  }
  if (source instanceof Dict && source.cls.lookup('__iter__') === dictType.lookup('__iter__')) {
    merge(self, source);
  } else if (source !== undefined && (yield* hasKeys(vm, source))) {
    for (const key of yield* collect(vm, yield* wait(callMethod(vm, source, 'keys', [])))) {
      self.set(key, yield* wait(getItem(vm, source, key)));
    }
  } else if (source !== undefined) {
    yield* addPairs(vm, self, source);
  }
  self.update(keywords);
  if (vm.doubtful) poison(self);
  return null;
}

function merge(self: Dict, source: Dict): void {
  const { size } = source;
  if (self === source) return;
  for (const [key, value] of [...source.entries()]) {
    self.set(key, value);
    // Comparing the keys may have run code of the program.
    if (source.size !== size) raise('RuntimeError', 'dict mutated during update');
  }
}

/** Whether the source is a mapping: it has `keys`, by whatever means. */
function* hasKeys(vm: Interpreter, source: Value): Generator<Pending, boolean, Value> {
  if (!(source instanceof PyObject) || source.cls.immutable) {
    return typeOf(source).lookup('keys') !== undefined;
  }
  try {
    const found = findAttribute(vm, source, 'keys');
    if (found !== undefined) yield* wait(found);
    return found !== undefined;
  } catch (error) {
    if (isException(error, 'AttributeError')) return false;
    throw error;
  }
}

function* addPairs(vm: Interpreter, self: Dict, source: Value): Generator<Pending, void, Value> {
  for (const [i, pair] of (yield* collect(vm, source)).entries()) {
    if (isUnknown(pair)) {
      poison(self);
      return;
    }
    const items = yield* pairItems(vm, pair, i);
    if (items.length !== 2) {
      const text = `dictionary update sequence element #${i} has length ${items.length}; 2 is required`;
      raise('ValueError', text);
    }
    self.set(items[0] as Value, items[1] as Value);
  }
}

function* pairItems(
  vm: Interpreter,
  pair: Value,
  i: number,
): Generator<Pending, readonly Value[], Value> {
  if (pair instanceof Tuple) return pair.items;
  const type = typeOf(pair);
  if (type.lookup('__iter__') === undefined && type.lookup('__getitem__') === undefined) {
    raise('TypeError', `cannot convert dictionary update sequence element #${i} to a sequence`);
  }
  return yield* collect(vm, yield* wait(iterate(vm, pair)));
}
