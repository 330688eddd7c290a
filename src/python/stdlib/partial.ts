// `functools.partial`, `reduce` and `cmp_to_key`: the parts of functools that are called per item.
//
// https://docs.python.org/3.11/library/functools.html

import { typeOf } from '../evaluate/attributes.ts';
import { call } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { compare, type Comparison } from '../evaluate/operators.ts';
import { DONE, pause, Pending, wait, type Result, type Steps } from '../evaluate/pending.ts';
import { iterate, next, repr, str } from '../evaluate/protocols.ts';
import { then } from '../evaluate/then.ts';
import { ambient } from '../ambient.ts';
import { genericAlias } from '../builtins/genericAlias.ts';
import { attribute, classMethods, methods, native, staticMethods } from '../native.ts';
import { BoundMethod, FunctionObject, NativeFunction } from '../values/callable.ts';
import { Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import {
  builtinType,
  Dict,
  dictType,
  PyObject,
  PyType,
  types,
  type Value,
} from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';

class Partial extends PyObject {
  func: Value = null;
  args = new Tuple([]);
  keywords = new Dict();
  /** A partial takes attributes as a function does. */
  override attrs: Dict | null = new Dict();

  snapshot(): () => void {
    const { func, args, keywords } = this;
    return () => Object.assign(this, { func, args, keywords });
  }
}

export const partialType = builtinType('partial', undefined, (cls) => new Partial(cls));
partialType.module = 'functools';
partialType.dict.setName('__doc__', 'A function with some of its arguments given already.');
partialType.messageName = 'functools.partial';
delete types['partial'];

staticMethods(partialType, {
  '__new__(cls, /, *args, **kwargs)': (_vm, cls: PyType, args: Value[], named: Dict) => {
    const [func, ...rest] = args;
    if (func === undefined) raise('TypeError', "type 'partial' takes at least one argument");
    if (!isUnknown(func) && !isCallable(func)) {
      raise('TypeError', 'the first argument must be callable');
    }
    const made = cls.allocate(cls) as Partial;
    // A partial of a plain partial is one of its function.
    const inner = func instanceof Partial && func.cls === partialType && !func.attrs?.size;
    made.func = inner ? func.func : func;
    made.args = new Tuple(inner ? [...func.args.items, ...rest] : rest);
    if (inner) made.keywords.update(func.keywords);
    made.keywords.update(named);
    return made;
  },
});

export function isCallable(value: Value): boolean {
  return (
    value instanceof FunctionObject ||
    value instanceof NativeFunction ||
    value instanceof BoundMethod ||
    value instanceof PyType ||
    typeOf(value).lookup('__call__') !== undefined
  );
}

methods(partialType, {
  '__call__(self, /, *args, **kwargs)': (vm, self: Partial, args: Value[], named: Dict) => {
    const all = [...self.args.items, ...args];
    if (self.keywords.size === 0 && named.size === 0) return call(vm, self.func, all);
    const keywords = new Map([...self.keywords.entries(), ...named.entries()]);
    for (const key of keywords.keys())
      if (typeof key !== 'string') raise('TypeError', 'keywords must be strings');
    return call(vm, self.func, all, keywords as Map<string, Value>);
  },
  *'__repr__(self, /)'(vm: Interpreter, self: Partial): Steps {
    if (vm.reprGuard.has(self)) return '...';
    vm.reprGuard.add(self);
    const title = self.cls === partialType ? 'functools.partial' : self.cls.qualname;
    try {
      const parts = [String(yield* wait(repr(vm, self.func)))];
      for (const arg of self.args.items) parts.push(String(yield* wait(repr(vm, arg))));
      for (const [name, value] of [...self.keywords.entries()]) {
        const shown = String(yield* wait(str(vm, name)));
        parts.push(`${shown}=${String(yield* wait(repr(vm, value)))}`);
      }
      return `${title}(${parts.join(', ')})`;
    } finally {
      vm.reprGuard.delete(self);
    }
  },
  '__reduce__(self, /)': (_vm, self: Partial) =>
    new Tuple([
      self.cls,
      new Tuple([self.func]),
      new Tuple([self.func, self.args, self.keywords, self.attrs?.size ? self.attrs : null]),
    ]),
  '__setstate__(self, state, /)': (_vm, self: Partial, state: Value) => {
    const [func, args, keywords, attributes] = state instanceof Tuple ? state.items : [];
    const known =
      state instanceof Tuple &&
      state.items.length === 4 &&
      isCallable(func as Value) &&
      args instanceof Tuple &&
      (keywords === null || keywords instanceof Dict);
    if (!known) return raise('TypeError', 'invalid partial state');
    ambient.journal?.touch(self);
    self.func = func as Value;
    self.args = args.cls === args.cls.mro[0] && args.cls.immutable ? args : new Tuple(args.items);
    self.keywords = new Dict();
    if (keywords !== null) {
      if (keywords.cls === dictType) self.keywords = keywords;
      else self.keywords.update(keywords);
    }
    if (attributes === null) self.attrs?.clear();
    else if (attributes instanceof Dict) self.attrs = attributes;
    return null;
  },
});
for (const [name, read] of [
  ['func', (self: Partial) => self.func],
  ['args', (self: Partial) => self.args],
  ['keywords', (self: Partial) => self.keywords],
] as const) {
  attribute<Partial>(
    partialType,
    name,
    (_vm, self) => read(self),
    () => raise('AttributeError', 'readonly attribute'),
  );
}
classMethods(partialType, {
  '__class_getitem__(cls, item, /)': (_vm, cls: PyType, item: Value) => genericAlias(cls, item),
});

/** An object that is ordered by a function of two. */
class Keyed extends PyObject {
  object: Value = null;
  order: Value = null;
}

const keyType = builtinType('KeyWrapper', undefined, (cls) => new Keyed(cls));
keyType.module = 'functools';
keyType.messageName = 'functools.KeyWrapper';
keyType.final = true;
delete types['KeyWrapper'];
keyType.dict.setName('__hash__', null);

const COMPARISONS = { eq: 'Eq', ne: 'NotEq', lt: 'Lt', le: 'LtE', gt: 'Gt', ge: 'GtE' } as const;
for (const [name, op] of Object.entries(COMPARISONS)) {
  methods(keyType, {
    [`__${name}__(self, value, /)`]: (vm, self: Keyed, other: Value) =>
      ordered(vm, op, self, other),
  });
}
methods(keyType, {
  '__call__(self, /, *args, **kwargs)': (_vm, self: Keyed, args: Value[], named: Dict) => {
    if (args.length + named.size > 1) {
      raise('TypeError', `K() takes at most 1 argument (${args.length + named.size} given)`);
    }
    const object = args[0] ?? named.get('obj');
    if (args.length === 0 && object === undefined) {
      raise('TypeError', "K() missing required argument 'obj' (pos 1)");
    }
    const made = new Keyed(keyType);
    made.order = self.order;
    made.object = object as Value;
    return made;
  },
});
staticMethods(keyType, {
  '__new__(cls, /, *args, **kwargs)': () =>
    raise('TypeError', "cannot create 'functools.KeyWrapper' instances"),
});
attribute<Keyed>(keyType, 'obj', (_vm, self) => self.object);

function ordered(vm: Interpreter, op: Comparison, a: Keyed, b: Value): Result {
  if (!(b instanceof Keyed)) return raise('TypeError', 'other argument must be K instance');
  return then(call(vm, a.order, [a.object, b.object]), (sign) => compare(vm, op, sign, 0));
}

function* reduce(vm: Interpreter, func: Value, source: Value, initial?: Value): Steps {
  if (isUnknown(source)) return new Unknown(reasonOf(source));
  const type = typeOf(source);
  if ((type.lookup('__iter__') ?? null) === null && type.lookup('__getitem__') === undefined) {
    raise('TypeError', 'reduce() arg 2 must support iteration');
  }
  const iterator = yield* wait(iterate(vm, source));
  let value = initial;
  for (let i = 1; ; i++) {
    const item = next(vm, iterator);
    const known = item instanceof Pending ? yield* wait(item) : item;
    if (known === DONE) break;
    if (value === undefined) value = known;
    else {
      const result = call(vm, func, [value, known]);
      value = result instanceof Pending ? yield* wait(result) : result;
    }
    if ((i & 0xfff) === 0) yield* pause(vm, 0x1000);
  }
  return value ?? (value === null ? null : raise('TypeError', EMPTY));
}

const EMPTY = 'reduce() of empty iterable with no initial value';

export const reduceFunction = native('reduce(function, iterable, initial=<none>, /)', reduce);

export const cmpToKey = native('cmp_to_key(mycmp)', (_vm, order: Value) => {
  const made = new Keyed(keyType);
  made.order = order;
  return made;
});
