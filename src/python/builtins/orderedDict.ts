// `collections.OrderedDict`, which torch's modules keep their parameters in: a dict that compares by
// order too and can move its ends.
//
// https://docs.python.org/3.11/library/collections.html#collections.OrderedDict

import { call } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { equals } from '../evaluate/operators.ts';
import { wait, type Steps } from '../evaluate/pending.ts';
import { collect, repr } from '../evaluate/protocols.ts';
import { classMethods, methods } from '../native.ts';
import { List, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { builtinType, Dict, dictType, type PyType, type Value } from '../values/object.ts';
import { notImplemented } from '../values/numbers.ts';

export const orderedDictType = builtinType('OrderedDict', [dictType], (cls) => new Dict(cls));
orderedDictType.module = 'collections';

/** Puts all entries back in another order. */
function reorder(self: Dict, entries: readonly [Value, Value][]): void {
  self.clear();
  for (const [key, value] of entries) self.set(key, value);
}

methods(orderedDictType, {
  'move_to_end(self, /, key, last=True)': (_vm, self: Dict, key: Value, last: Value) => {
    const value = self.get(key);
    if (value === undefined) raise('KeyError', key);
    if (last !== false) {
      self.delete(key);
      self.set(key, value);
      return null;
    }
    self.delete(key);
    reorder(self, [[key, value], ...self.entries()]);
    return null;
  },
  'popitem(self, /, last=True)': (_vm, self: Dict, last: Value) => {
    const entries = [...self.entries()];
    const entry = last !== false ? entries.at(-1) : entries[0];
    if (!entry) raise('KeyError', 'dictionary is empty');
    self.delete(entry[0]);
    return new Tuple(entry);
  },
  *'__repr__(self, /)'(vm: Interpreter, self: Dict): Steps {
    const { name } = self.cls;
    if (self.size === 0) return `${name}()`;
    if (vm.reprGuard.has(self)) return '...';
    vm.reprGuard.add(self);
    try {
      const entries = new List([...self.entries()].map((entry) => new Tuple(entry)));
      return `${name}(${String(yield* wait(repr(vm, entries)))})`;
    } finally {
      vm.reprGuard.delete(self);
    }
  },
  *'copy(self, /)'(vm: Interpreter, self: Dict): Steps {
    return yield* wait(call(vm, self.cls, [self]));
  },
  '__eq__(self, value, /)': (vm: Interpreter, self: Dict, other: Value) => {
    if (!(other instanceof Dict)) return notImplemented;
    return same(vm, self, other);
  },
  '__ne__(self, value, /)': (vm: Interpreter, self: Dict, other: Value) => {
    if (!(other instanceof Dict)) return notImplemented;
    return !same(vm, self, other);
  },
});
orderedDictType.dict.setName('__hash__', null);

function same(vm: Interpreter, a: Dict, b: Dict): boolean {
  if (a.size !== b.size) return false;
  const ordered = b.cls.isSubtypeOf(orderedDictType);
  const keys = [...b.values.keys()];
  let i = 0;
  for (const [key, value] of a.values) {
    const other = b.values.get(key);
    if (other === undefined || !equals(vm, value, other)) return false;
    if (ordered && keys[i++] !== key) return false;
  }
  return true;
}

classMethods(orderedDictType, {
  *'fromkeys(cls, iterable, value=None)'(
    vm: Interpreter,
    cls: PyType,
    iterable: Value,
    value: Value,
  ): Steps {
    const made = (yield* wait(call(vm, cls, []))) as Dict;
    for (const key of yield* collect(vm, iterable)) made.set(key, value);
    return made;
  },
});
