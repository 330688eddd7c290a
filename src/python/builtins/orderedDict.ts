// `collections.OrderedDict`, which torch's modules keep their parameters in: a dict that compares by
// order too and can move its ends.
//
// https://docs.python.org/3.11/library/collections.html#collections.OrderedDict

import { call } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { equals, is } from '../evaluate/operators.ts';
import { wait, type Steps } from '../evaluate/pending.ts';
import { collect, repr } from '../evaluate/protocols.ts';
import { classMethods, methods } from '../native.ts';
import { List, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { builtinType, Dict, dictType, types, type PyType, type Value } from '../values/object.ts';
import { notImplemented } from '../values/numbers.ts';
import { DictIterator, DictView, type ViewKind } from './dictViews.ts';
import { iterCall } from './iteratorState.ts';
import { iteratorMethods } from './iterators.ts';

export const orderedDictType = builtinType('OrderedDict', [dictType], (cls) => new Dict(cls));
orderedDictType.module = 'collections';

const iteratorType = builtinType('odict_iterator');
iteratorMethods(iteratorType);
methods(iteratorType, {
  '__reduce__(self, /)': (vm: Interpreter, self: DictIterator) =>
    iterCall(vm, new List(self.rest())),
});
orderedDictType.messageName = 'collections.OrderedDict';

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
      if (standsLast(self, key)) return null;
      self.delete(key);
      self.set(key, value);
      return null;
    }
    self.delete(key);
    reorder(self, [[key, value], ...self.entries()]);
    return null;
  },
  'popitem(self, /, last=True)': (_vm, self: Dict, last: Value) => {
    const entry = last !== false ? [...self.entries()].at(-1) : self.entries().next().value;
    if (!entry) raise('KeyError', 'dictionary is empty');
    self.delete(entry[0]);
    return new Tuple(entry);
  },
  *'__repr__(self, /)'(vm: Interpreter, self: Dict): Steps {
    const { qualname: name } = self.cls;
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

for (const [name, swapped] of [
  ['__or__', false],
  ['__ror__', true],
] as const) {
  methods(orderedDictType, {
    *[`${name}(self, value, /)`](vm: Interpreter, self: Dict, other: Value): Steps {
      if (!(other instanceof Dict)) return notImplemented;
      const [first, second] = swapped ? [other, self] : [self, other];
      const result = (yield* wait(call(vm, self.cls, [first]))) as Dict;
      result.update(second);
      return result;
    },
  });
}
const kinds = ['keys', 'values', 'items'] as const;
for (const kind of kinds) {
  const type = builtinType(`odict_${kind}`, [types[`dict_${kind}`] as PyType]);
  methods(orderedDictType, {
    [`${kind}(self, /)`]: (_vm, self: Dict) => new DictView(self, kind, type),
  });
  methods(type, {
    '__iter__(self, /)': (_vm, self: DictView) => new OrderedIterator(self.dict, kind),
    '__reversed__(self, /)': (_vm, self: DictView) => new OrderedIterator(self.dict, kind, true),
  });
}
methods(orderedDictType, {
  '__iter__(self, /)': (_vm, self: Dict) => new OrderedIterator(self, 'keys'),
  '__reversed__(self, /)': (_vm, self: Dict) => new OrderedIterator(self, 'keys', true),
});

class OrderedIterator extends DictIterator {
  protected override readonly changed = 'OrderedDict mutated during iteration';
  protected override readonly reordered = 'OrderedDict mutated during iteration';
  constructor(dict: Dict, kind: ViewKind, reverse = false) {
    super(dict, kind, reverse);
    this.cls = iteratorType;
  }
}

/** Whether a key is at the end already, so that those who iterate notice nothing; in small dicts. */
function standsLast(dict: Dict, key: Value): boolean {
  if (dict.size > 64) return false;
  const end = [...dict.values.keys()].at(-1);
  return end !== undefined && dict.values.get(end) === dict.get(key) && is(dict.keyFor(end), key);
}

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
