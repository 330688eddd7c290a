// `collections.defaultdict`, and how a Counter counts.
//
// https://docs.python.org/3.11/library/collections.html#collections.defaultdict

import { ambient } from '../ambient.ts';
import { genericAlias } from '../builtins/genericAlias.ts';
import { DictView } from '../builtins/dictViews.ts';
import { call, callMethod } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { binary } from '../evaluate/operators.ts';
import { DONE, pause, Pending, wait, type Steps } from '../evaluate/pending.ts';
import { iterate, next, repr, setItem } from '../evaluate/protocols.ts';
import { attribute, classMethods, methods, native } from '../native.ts';
import type { NativeFunction } from '../values/callable.ts';
import { Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { notImplemented } from '../values/numbers.ts';
import { builtinType, Dict, dictType, types, type PyType, type Value } from '../values/object.ts';
import { isUnknown, poison } from '../values/unknown.ts';
import { isCallable } from './partial.ts';

class DefaultDict extends Dict {
  factory: Value = null;

  override snapshot(): () => void {
    const back = super.snapshot();
    const { factory } = this;
    return () => {
      back();
      this.factory = factory;
    };
  }
}

export const defaultDictType = builtinType(
  'defaultdict',
  [dictType],
  (cls) => new DefaultDict(cls),
);
delete types['defaultdict'];
defaultDictType.module = 'collections';
defaultDictType.messageName = 'collections.defaultdict';

function* copied(vm: Interpreter, self: DefaultDict): Steps {
  return yield* wait(call(vm, self.cls, [self.factory, self]));
}

methods(defaultDictType, {
  *'__init__(self, /, *args, **kwargs)'(vm, self: DefaultDict, args: Value[], named: Dict) {
    const [factory = null, ...rest] = args;
    if (factory !== null && !isUnknown(factory) && !isCallable(factory)) {
      raise('TypeError', 'first argument must be callable or None');
    }
    ambient.journal?.touch(self);
    self.factory = factory;
    const init = dictType.lookup('__init__') as NativeFunction;
    return yield* wait(
      call(vm, init, [self, ...rest], new Map(named.values) as Map<string, Value>),
    );
  },
  *'__missing__(self, key, /)'(vm, self: DefaultDict, key: Value): Steps {
    if (self.factory === null) return raise('KeyError', key);
    const value = yield* wait(call(vm, self.factory, []));
    if (self.cls === defaultDictType) self.set(key, value);
    else yield* wait(setItem(vm, self, key, value));
    return value;
  },
  *'__repr__(self, /)'(vm: Interpreter, self: DefaultDict): Steps {
    const plain = dictType.lookup('__repr__') as NativeFunction;
    const entries = String(yield* wait(call(vm, plain, [self])));
    return `${self.cls.qualname}(${yield* shownFactory(vm, self)}, ${entries})`;
  },
  *'copy(self, /)'(vm, self: DefaultDict): Steps {
    return yield* copied(vm, self);
  },
  *'__copy__(self, /)'(vm, self: DefaultDict): Steps {
    return yield* copied(vm, self);
  },
  *'__reduce__(self, /)'(vm, self: DefaultDict): Steps {
    const args = new Tuple(self.factory === null ? [] : [self.factory]);
    const items = yield* wait(iterate(vm, new DictView(self, 'items')));
    return new Tuple([self.cls, args, null, null, items]);
  },
  *'__or__(self, value, /)'(vm, self: DefaultDict, value: Value): Steps {
    if (!(value instanceof Dict)) return notImplemented;
    const made = (yield* copied(vm, self)) as Dict;
    made.update(value);
    return made;
  },
  *'__ror__(self, value, /)'(vm, self: DefaultDict, value: Value): Steps {
    if (!(value instanceof Dict)) return notImplemented;
    const made = (yield* wait(call(vm, self.cls, [self.factory, value]))) as Dict;
    made.update(self);
    return made;
  },
});

/** The factory may be a method whose repr shows this very dict. */
function* shownFactory(vm: Interpreter, self: DefaultDict): Generator<Pending, string, Value> {
  const { factory } = self;
  if (!(factory instanceof Dict) && vm.reprGuard.has(self)) return '...';
  vm.reprGuard.add(self);
  try {
    return String(yield* wait(repr(vm, factory)));
  } finally {
    vm.reprGuard.delete(self);
  }
}

attribute<DefaultDict>(
  defaultDictType,
  'default_factory',
  (_vm, self) => self.factory,
  (_vm, self, value) => {
    ambient.journal?.touch(self);
    self.factory = value;
    return null;
  },
);
classMethods(defaultDictType, {
  '__class_getitem__(cls, item, /)': (_vm, cls: PyType, item: Value) => genericAlias(cls, item),
});

/** `_count_elements(mapping, iterable)`: one more for each item. */
export const countElements = native(
  '_count_elements(mapping, iterable, /)',
  function* (vm: Interpreter, mapping: Value, source: Value): Steps {
    const iterator = yield* wait(iterate(vm, source));
    // A class of the program's may look up or store in its own way; else the counts are written directly.
    const plain =
      mapping instanceof Dict &&
      ['get', '__setitem__'].every((name) => mapping.cls.lookup(name) === dictType.lookup(name));
    for (let i = 1; ; i++) {
      const item = next(vm, iterator);
      const key = item instanceof Pending ? yield* wait(item) : item;
      if (key === DONE) return null;
      if (isUnknown(key)) {
        if (mapping instanceof Dict) poison(mapping);
        return null;
      }
      if (plain) {
        const count = mapping.get(key) ?? 0;
        mapping.set(
          key,
          typeof count === 'number' ? count + 1 : yield* wait(binary(vm, 'Add', count, 1)),
        );
      } else {
        const count = yield* wait(callMethod(vm, mapping, 'get', [key, 0]));
        yield* wait(setItem(vm, mapping, key, yield* wait(binary(vm, 'Add', count, 1))));
      }
      if ((i & 0xfff) === 0) yield* pause(vm, 0x1000);
    }
  },
);
