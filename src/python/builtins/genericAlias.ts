// `list[int]` and `int | str`: types made for annotations.
//
// https://docs.python.org/3.11/library/stdtypes.html#generic-alias-type

import { findAttribute, missingAttribute, typeName, typeOf } from '../evaluate/attributes.ts';
import { call, callMethod } from '../evaluate/call.ts';
import { then } from '../evaluate/then.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { equals } from '../evaluate/operators.ts';
import { wait, type Result, type Steps } from '../evaluate/pending.ts';
import { hash, isInstance, repr } from '../evaluate/protocols.ts';
import { attribute, classMethods, methods, staticMethods } from '../native.ts';
import {
  type Dict,
  dictType,
  PyObject,
  PyType,
  builtinType,
  typeType,
  types,
  type Value,
} from '../values/object.ts';
import { frozensetType, List, listType, setType, Tuple, tupleType } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { ellipsis, noneType, notImplemented } from '../values/numbers.ts';
import { isUnknown } from '../values/unknown.ts';
import { fullName } from './object.ts';

const aliasType = builtinType(
  'types.GenericAlias',
  undefined,
  (cls) => new GenericAlias(noneType, new Tuple([]), cls),
);
const unionType = builtinType('types.UnionType');
for (const type of [aliasType, unionType]) {
  type.module = 'types';
  type.name = type.qualname = type.name.replace('types.', '');
}

class GenericAlias extends PyObject {
  origin: PyType;
  args: Tuple;
  constructor(origin: PyType, args: Tuple, cls = aliasType) {
    super(cls);
    this.origin = origin;
    this.args = args;
  }
}

class Union extends PyObject {
  readonly args: Tuple;
  constructor(args: readonly Value[]) {
    super(unionType);
    this.args = new Tuple(args);
  }
}

export function genericAlias(origin: PyType, item: Value): GenericAlias {
  return new GenericAlias(origin, item instanceof Tuple ? item : new Tuple([item]));
}

staticMethods(aliasType, {
  '__new__(cls, origin, args, /)': (_vm, cls: PyType, origin: PyType, args: Value) => {
    const made = cls.allocate(cls) as GenericAlias;
    made.origin = origin;
    made.args = args instanceof Tuple ? args : new Tuple([args]);
    return made;
  },
});

const generic = [listType, tupleType, setType, frozensetType, dictType, typeType];
for (const type of [...generic, types['enumerate'], types['zip']]) {
  if (!type) continue;
  classMethods(type, {
    '__class_getitem__(cls, item, /)': (_vm: Interpreter, cls: PyType, item: Value) =>
      genericAlias(cls, item),
  });
}

/** How an annotation's part is shown: classes by name, all else by repr. */
function* shown(vm: Interpreter, item: Value): Steps {
  if (item === ellipsis) return '...';
  if (item === noneType) return 'None';
  if (item instanceof PyType) return fullName(item);
  if (item instanceof List) {
    const parts: string[] = [];
    for (const each of item.items) parts.push(String(yield* shown(vm, each)));
    return `[${parts.join(', ')}]`;
  }
  return yield* wait(repr(vm, item));
}

methods(aliasType, {
  *'__repr__(self, /)'(vm: Interpreter, self: GenericAlias): Steps {
    const parts: string[] = [];
    for (const item of self.args.items) parts.push(String(yield* shown(vm, item)));
    return `${fullName(self.origin)}[${parts.join(', ')}]`;
  },
  '__call__(self, /, *args, **kwargs)': (vm, self: GenericAlias, args: Value[], named: Dict) =>
    call(vm, self.origin, args, new Map(named.values) as Map<string, Value>),
  '__getitem__(self, typeargs, /)': (vm, self: GenericAlias, given: Value) => {
    const parameters = parametersOf(self);
    const items = given instanceof Tuple ? given.items : [given];
    if (parameters.length === 0) {
      const shownSelf = callMethod(vm, self, '__repr__', []);
      return then(shownSelf, (text) =>
        raise('TypeError', `${String(text)} is not a generic class`),
      );
    }
    if (items.length !== parameters.length) {
      const shownSelf = callMethod(vm, self, '__repr__', []);
      const many = items.length > parameters.length ? 'many' : 'few';
      const counts = `actual ${items.length}, expected ${parameters.length}`;
      return then(shownSelf, (text) =>
        raise('TypeError', `Too ${many} arguments for ${String(text)}; ${counts}`),
      );
    }
    return substituted(self, new Map(parameters.map((each, i) => [each, items[i] as Value])));
  },
  '__reduce__(self, /)': (_vm, self: GenericAlias) =>
    new Tuple([aliasType, new Tuple([self.origin, self.args])]),
  '__mro_entries__(self, bases, /)': (_vm, self: GenericAlias) => new Tuple([self.origin]),
  '__eq__(self, value, /)': (vm, self: GenericAlias, value: Value) =>
    value instanceof GenericAlias
      ? self.origin === value.origin && equals(vm, self.args, value.args)
      : notImplemented,
  '__hash__(self, /)': (vm, self: GenericAlias) => Number(hash(vm, self.args)) ^ self.origin.id,
  '__or__(self, value, /)': (vm, self: GenericAlias, value: Value) => union(vm, self, value),
  '__ror__(self, value, /)': (vm, self: GenericAlias, value: Value) => union(vm, value, self),
  '__getattr__(self, name, /)': (vm, self: GenericAlias, name: string): Result => {
    const found = findAttribute(vm, self.origin, name);
    return found === undefined ? missingAttribute(self, name) : found;
  },
  '__instancecheck__(self, instance, /)': () =>
    raise('TypeError', 'isinstance() argument 2 cannot be a parameterized generic'),
});
attribute<GenericAlias>(aliasType, '__origin__', (_vm, self) => self.origin);
attribute<GenericAlias>(aliasType, '__args__', (_vm, self) => self.args);
attribute<GenericAlias>(aliasType, '__parameters__', (_vm, self) => new Tuple(parametersOf(self)));

/** The type variables among the arguments, in the order of their first use. */
function parametersOf(alias: GenericAlias): Value[] {
  const found: Value[] = [];
  for (const item of alias.args.items) {
    const inside = item instanceof GenericAlias ? parametersOf(item) : [];
    if (!(item instanceof PyType) && typeOf(item).lookup('__typing_subst__') !== undefined) {
      inside.push(item);
    }
    for (const each of inside) if (!found.includes(each)) found.push(each);
  }
  return found;
}

/** The alias with types in the place of its variables. */
function substituted(alias: GenericAlias, given: ReadonlyMap<Value, Value>): GenericAlias {
  const args = alias.args.items.map((item) =>
    item instanceof GenericAlias ? substituted(item, given) : (given.get(item) ?? item),
  );
  return new GenericAlias(alias.origin, new Tuple(args), alias.cls);
}

/** `a | b` of types; what is no type is not for us to join. */
function union(vm: Interpreter, a: Value, b: Value): Result {
  if (!isPart(a) || !isPart(b)) return notImplemented;
  const args: Value[] = [];
  for (const part of [...partsOf(a), ...partsOf(b)]) {
    if (!args.some((known) => known === part || equals(vm, known, part))) args.push(part);
  }
  return args.length === 1 ? (args[0] as Value) : new Union(args);
}

function isPart(value: Value): boolean {
  return (
    value === null ||
    value instanceof PyType ||
    value instanceof GenericAlias ||
    value instanceof Union
  );
}

function partsOf(value: Value): readonly Value[] {
  if (value instanceof Union) return value.args.items;
  return [value === null ? noneType : value];
}

methods(typeType, {
  '__or__(self, value, /)': (vm, self: PyType, value: Value) => union(vm, self, value),
  '__ror__(self, value, /)': (vm, self: PyType, value: Value) => union(vm, value, self),
});

methods(unionType, {
  *'__repr__(self, /)'(vm: Interpreter, self: Union): Steps {
    const parts: string[] = [];
    for (const item of self.args.items) parts.push(String(yield* shown(vm, item)));
    return parts.join(' | ');
  },
  '__or__(self, value, /)': (vm, self: Union, value: Value) => union(vm, self, value),
  '__ror__(self, value, /)': (vm, self: Union, value: Value) => union(vm, value, self),
  '__eq__(self, value, /)': (vm, self: Union, value: Value) =>
    value instanceof Union
      ? self.args.items.length === value.args.items.length &&
        self.args.items.every((item) => value.args.items.some((each) => equals(vm, item, each)))
      : notImplemented,
  '__hash__(self, /)': (_vm, self: Union) =>
    self.args.items.reduce<number>((sum, item) => sum ^ typeOf(item).id, 0),
  *'__instancecheck__(self, instance, /)'(vm: Interpreter, self: Union, instance: Value): Steps {
    for (const item of self.args.items) {
      const found = yield* wait(isInstance(vm, instance, item));
      if (found === true || isUnknown(found)) return found;
    }
    return false;
  },
  '__subclasscheck__(self, cls, /)': (_vm, self: Union, cls: Value) => {
    if (!(cls instanceof PyType)) {
      raise('TypeError', `issubclass() arg 1 must be a class, not ${typeName(cls)}`);
    }
    return self.args.items.some((item) => item instanceof PyType && cls.isSubtypeOf(item));
  },
});
attribute<Union>(unionType, '__args__', (_vm, self) => self.args);
