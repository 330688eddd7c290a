// What `operator` makes functions of: attrgetter, itemgetter and methodcaller.

import { getAttribute } from '../evaluate/attributes.ts';
import { call, callMethod } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { Pending, steps, wait, type Result, type Steps } from '../evaluate/pending.ts';
import { getItem, repr } from '../evaluate/protocols.ts';
import { then } from '../evaluate/then.ts';
import { methods, staticMethods } from '../native.ts';
import { Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { builtinType, Dict, PyObject, types, type PyType, type Value } from '../values/object.ts';
import { StrObject } from '../values/numbers.ts';
import { partialType } from './partial.ts';

class Getter extends PyObject {
  names: readonly Value[] = [];
}
class AttributeGetter extends Getter {
  /** Each name at its dots. */
  paths: readonly (readonly string[])[] = [];
}
class MethodCaller extends PyObject {
  method = '';
  args: readonly Value[] = [];
  keywords = new Dict();
}

export const attrgetterType = builtinType(
  'attrgetter',
  undefined,
  (cls) => new AttributeGetter(cls),
);
export const itemgetterType = builtinType('itemgetter', undefined, (cls) => new Getter(cls));
export const methodcallerType = builtinType(
  'methodcaller',
  undefined,
  (cls) => new MethodCaller(cls),
);
for (const type of [attrgetterType, itemgetterType, methodcallerType]) {
  delete types[type.name];
  type.module = 'operator';
  type.final = true;
  type.messageName = `operator.${type.name}`;
}

/** The one argument that all three are called with. */
function onlyArgument(name: string, args: readonly Value[], named: Dict): Value {
  if (named.size > 0) raise('TypeError', `${name}() takes no keyword arguments`);
  if (args.length !== 1) raise('TypeError', `${name} expected 1 argument, got ${args.length}`);
  return args[0] as Value;
}

function checkNames(name: string, args: readonly Value[], named: Dict): void {
  if (named.size > 0) raise('TypeError', `${name}() takes no keyword arguments`);
  if (args.length === 0) raise('TypeError', `${name} expected 1 argument, got 0`);
}

/** One value as it is, several as a tuple. */
function gathered(results: readonly (() => Result)[]): Result {
  const first = results[0] as () => Result;
  if (results.length === 1) return first();
  const items: Value[] = [];
  for (const [i, each] of results.entries()) {
    const item = each();
    if (item instanceof Pending) return steps(gatheredLater(results, items, i, item));
    items.push(item);
  }
  return new Tuple(items);
}

function* gatheredLater(
  results: readonly (() => Result)[],
  items: Value[],
  from: number,
  first: Pending,
): Steps {
  items.push(yield* wait(first));
  for (const each of results.slice(from + 1)) items.push(yield* wait(each()));
  return new Tuple(items);
}

staticMethods(itemgetterType, {
  '__new__(cls, /, *args, **kwargs)': (_vm, cls: PyType, args: Value[], named: Dict) => {
    checkNames('itemgetter', args, named);
    const made = cls.allocate(cls) as Getter;
    made.names = args;
    return made;
  },
});
methods(itemgetterType, {
  '__call__(self, /, *args, **kwargs)': (vm, self: Getter, args: Value[], named: Dict) => {
    const object = onlyArgument('itemgetter', args, named);
    return gathered(self.names.map((name) => () => getItem(vm, object, name)));
  },
});

staticMethods(attrgetterType, {
  '__new__(cls, /, *args, **kwargs)': (_vm, cls: PyType, args: Value[], named: Dict) => {
    checkNames('attrgetter', args, named);
    const names = args.map((name) => {
      if (typeof name === 'string') return name;
      if (name instanceof StrObject) return name.value;
      return raise('TypeError', 'attribute name must be a string');
    });
    const made = cls.allocate(cls) as AttributeGetter;
    made.names = args;
    made.paths = names.map((name) => name.split('.'));
    return made;
  },
});
methods(attrgetterType, {
  '__call__(self, /, *args, **kwargs)': (vm, self: AttributeGetter, args: Value[], named: Dict) => {
    const object = onlyArgument('attrgetter', args, named);
    const walk = (path: readonly string[]): Result =>
      path.reduce<Result>(
        (result, name) => then(result, (value) => getAttribute(vm, value, name)),
        object,
      );
    return gathered(self.paths.map((path) => () => walk(path)));
  },
});
for (const type of [attrgetterType, itemgetterType]) {
  methods(type, {
    *'__repr__(self, /)'(vm: Interpreter, self: Getter): Steps {
      if (vm.reprGuard.has(self)) return `${type.messageName}(...)`;
      vm.reprGuard.add(self);
      try {
        const parts: string[] = [];
        for (const name of self.names) parts.push(String(yield* wait(repr(vm, name))));
        return `${type.messageName}(${parts.join(', ')})`;
      } finally {
        vm.reprGuard.delete(self);
      }
    },
    '__reduce__(self, /)': (_vm, self: Getter) => new Tuple([type, new Tuple([...self.names])]),
  });
}

staticMethods(methodcallerType, {
  '__new__(cls, /, *args, **kwargs)': (_vm, cls: PyType, args: Value[], named: Dict) => {
    const [name] = args;
    if (name === undefined)
      raise('TypeError', 'methodcaller needs at least one argument, the method name');
    const text = name instanceof StrObject ? name.value : name;
    if (typeof text !== 'string') raise('TypeError', 'method name must be a string');
    const made = cls.allocate(cls) as MethodCaller;
    made.method = text;
    made.args = args.slice(1);
    made.keywords = named;
    return made;
  },
});
methods(methodcallerType, {
  '__call__(self, /, *args, **kwargs)': (vm, self: MethodCaller, args: Value[], named: Dict) => {
    const object = onlyArgument('methodcaller', args, named);
    if (self.keywords.size === 0) return callMethod(vm, object, self.method, [...self.args]);
    return then(getAttribute(vm, object, self.method), (method) =>
      call(vm, method, [...self.args], new Map(self.keywords.values) as Map<string, Value>),
    );
  },
  *'__repr__(self, /)'(vm: Interpreter, self: MethodCaller): Steps {
    if (vm.reprGuard.has(self)) return 'operator.methodcaller(...)';
    vm.reprGuard.add(self);
    try {
      const parts = [String(yield* wait(repr(vm, self.method)))];
      for (const arg of self.args) parts.push(String(yield* wait(repr(vm, arg))));
      for (const [name, value] of self.keywords.entries()) {
        parts.push(`${String(name)}=${String(yield* wait(repr(vm, value)))}`);
      }
      return `operator.methodcaller(${parts.join(', ')})`;
    } finally {
      vm.reprGuard.delete(self);
    }
  },
  *'__reduce__(self, /)'(vm: Interpreter, self: MethodCaller): Steps {
    if (self.keywords.size === 0) {
      return new Tuple([methodcallerType, new Tuple([self.method, ...self.args])]);
    }
    const named = new Map(self.keywords.values) as Map<string, Value>;
    const made = yield* wait(call(vm, partialType, [methodcallerType, self.method], named));
    return new Tuple([made, new Tuple([...self.args])]);
  },
});
