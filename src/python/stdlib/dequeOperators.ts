// What deques do under operators, indices and loops.

import { ambient } from '../ambient.ts';
import { genericAlias } from '../builtins/genericAlias.ts';
import { iteratorMethods } from '../builtins/iterators.ts';
import { compareSequences, displayed, factor, reprItems } from '../builtins/sequences.ts';
import { typeName } from '../evaluate/attributes.ts';
import { callMethod } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { DONE, wait, type Result, type Steps } from '../evaluate/pending.ts';
import { index, iterate } from '../evaluate/protocols.ts';
import { attribute, classMethods, methods, staticMethods } from '../native.ts';
import { Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { intOf } from '../values/integers.ts';
import { NativeIterator } from '../values/iterator.ts';
import { notImplemented } from '../values/numbers.ts';
import { builtinType, types, type PyType, type Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { CHANGED, copied, Deque, dequeType, extend, find } from './deque.ts';
import { checked } from './dequePlaces.ts';

class DequeIterator extends NativeIterator {
  source: Deque | null = null;
  step: 1 | -1 = 1;
  taken = 0;
  changes = 0;

  override next(): Result {
    const { source } = this;
    if (source === null) return DONE;
    ambient.journal?.touch(this);
    if (source.changes !== this.changes) {
      this.source = null;
      return raise('RuntimeError', CHANGED);
    }
    if (this.taken >= source.size) {
      this.source = null;
      return DONE;
    }
    const at = this.step > 0 ? this.taken : source.size - 1 - this.taken;
    this.taken++;
    return source.at(at) as Value;
  }

  override lengthHint(): number {
    return this.source === null ? 0 : this.source.size - this.taken;
  }

  snapshot(): () => void {
    const { source, taken } = this;
    return () => Object.assign(this, { source, taken });
  }
}

const forwards = iteratorType('_deque_iterator', 1);
const backwards = iteratorType('_deque_reverse_iterator', -1);

function iteratorType(name: string, step: 1 | -1): PyType {
  const type = builtinType(name, undefined, (cls) => new DequeIterator(cls));
  delete types[name];
  type.messageName = `_collections.${name}`;
  type.module = '_collections';
  iteratorMethods(type);
  staticMethods(type, {
    '__new__(cls, source, taken=0, /)': (vm, cls: PyType, source: Value, taken: Value) => {
      if (!(source instanceof Deque)) {
        const found = typeName(source);
        return raise('TypeError', `argument 1 must be collections.deque, not ${found}`);
      }
      const made = iterator(cls, source, step);
      made.taken = Math.max(0, Math.min(source.size, Number(index(vm, taken))));
      return made;
    },
  });
  methods(type, {
    '__reduce__(self, /)': (_vm, self: DequeIterator) =>
      new Tuple([self.cls, new Tuple([self.source ?? new Deque(dequeType), self.taken])]),
  });
  return type;
}

function iterator(cls: PyType, source: Deque, step: 1 | -1): DequeIterator {
  const made = new DequeIterator(cls);
  made.source = source;
  made.step = step;
  made.changes = source.changes;
  return made;
}

/** The place that an index names. */
function place(vm: Interpreter, self: Deque, at: Value): number {
  const wanted = Number(index(vm, at));
  const i = wanted < 0 ? wanted + self.size : wanted;
  return i >= 0 && i < self.size ? i : raise('IndexError', 'deque index out of range');
}

methods(dequeType, {
  '__len__(self, /)': (_vm, self: Deque) => self.size,
  '__iter__(self, /)': (_vm, self: Deque) => iterator(forwards, self, 1),
  '__reversed__(self, /)': (_vm, self: Deque) => iterator(backwards, self, -1),
  '__getitem__(self, key, /)': (vm, self: Deque, key: Value) => {
    if (isUnknown(key)) return new Unknown(reasonOf(key));
    if (intOf(key) === undefined && !hasIndex(key)) {
      raise('TypeError', `sequence index must be integer, not '${typeName(key)}'`);
    }
    return self.at(place(vm, self, key)) as Value;
  },
  '__setitem__(self, key, value, /)': (vm, self: Deque, key: Value, value: Value) => {
    self.put(place(vm, self, key), value);
    return null;
  },
  '__delitem__(self, key, /)': (vm, self: Deque, key: Value) => {
    const at = place(vm, self, key);
    self.replace(self.items.filter((_, i) => i !== at));
    return null;
  },
  *'__contains__(self, key, /)'(vm, self: Deque, key: Value): Steps {
    const at = yield* find(vm, self, key, 0, self.size);
    return typeof at === 'number' ? at >= 0 : at;
  },
  *'__add__(self, value, /)'(vm, self: Deque, value: Value): Steps {
    if (!(value instanceof Deque)) {
      const name = typeName(value);
      return raise('TypeError', `can only concatenate deque (not "${name}") to deque`);
    }
    const made = (yield* copied(vm, self)) as Deque;
    yield* extend(vm, made, value);
    return made;
  },
  *'__iadd__(self, value, /)'(vm, self: Deque, value: Value): Steps {
    yield* extend(vm, self, value);
    return self;
  },
  *'__mul__(self, value, /)'(vm, self: Deque, value: Value): Steps {
    if (factor(value) === undefined) return refuseFactor(value);
    const made = (yield* copied(vm, self)) as Deque;
    multiply(vm, made, checked(index(vm, value)));
    return made;
  },
  *'__rmul__(self, value, /)'(vm, self: Deque, value: Value): Steps {
    if (factor(value) === undefined) return refuseFactor(value);
    const made = (yield* copied(vm, self)) as Deque;
    multiply(vm, made, checked(index(vm, value)));
    return made;
  },
  '__imul__(self, value, /)': (vm, self: Deque, value: Value) => {
    if (factor(value) === undefined) return refuseFactor(value);
    multiply(vm, self, checked(index(vm, value)));
    return self;
  },
  *'__repr__(self, /)'(vm: Interpreter, self: Deque): Steps {
    return yield* displayed(vm, self, '[...]', function* () {
      const shown = `[${yield* reprItems(vm, [...self.items])}]`;
      return `${self.cls.qualname}(${self.limit === null ? shown : `${shown}, maxlen=${self.limit}`})`;
    });
  },
  *'__reduce__(self, /)'(vm: Interpreter, self: Deque): Steps {
    const state = yield* wait(callMethod(vm, self, '__getstate__', []));
    const args = self.limit === null ? [] : [new Tuple([]), self.limit];
    return new Tuple([self.cls, new Tuple(args), state, yield* wait(iterate(vm, self))]);
  },
});

function hasIndex(value: Value): boolean {
  return factor(value) !== undefined;
}

function refuseFactor(value: Value): never {
  return raise('TypeError', `can't multiply sequence by non-int of type '${typeName(value)}'`);
}

/** Repeats the items in place; of those beyond the limit the last are kept. */
function multiply(vm: Interpreter, self: Deque, times: number): void {
  const items = [...self.items];
  if (items.length === 0 || times <= 0) return self.replace([]);
  const { limit } = self;
  const needed = limit === null ? times : Math.min(times, Math.ceil(limit / items.length) + 1);
  vm.charge(items.length * needed * 8);
  const all: Value[] = [];
  for (let i = 0; i < needed; i++) for (const item of items) all.push(item);
  // What the whole product would end with, ends this shorter one too.
  self.replace(limit === null || all.length <= limit ? all : all.slice(all.length - limit));
}

const COMPARISONS = { eq: 'Eq', ne: 'NotEq', lt: 'Lt', le: 'LtE', gt: 'Gt', ge: 'GtE' } as const;
for (const [name, op] of Object.entries(COMPARISONS)) {
  methods(dequeType, {
    [`__${name}__(self, value, /)`]: (vm, self: Deque, other: Value) =>
      other instanceof Deque ? compareSequences(vm, op, self, other) : notImplemented,
  });
}

attribute<Deque>(dequeType, 'maxlen', (_vm, self) => self.limit);
classMethods(dequeType, {
  '__class_getitem__(cls, item, /)': (_vm, cls: PyType, item: Value) => genericAlias(cls, item),
});
