// `list[int]` and `int | str`: types made for annotations.
//
// https://docs.python.org/3.11/library/stdtypes.html#generic-alias-type

import { findAttribute, missingAttribute, typeName, typeOf } from '../evaluate/attributes.ts';
import { call } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { equals } from '../evaluate/operators.ts';
import { wait, type Result, type Steps } from '../evaluate/pending.ts';
import { hash, isInstance, repr } from '../evaluate/protocols.ts';
import { attribute, classMethods, methods } from '../native.ts';
import {
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

const aliasType = builtinType('types.GenericAlias');
const unionType = builtinType('types.UnionType');

class GenericAlias extends PyObject {
  readonly origin: PyType;
  readonly args: Tuple;
  constructor(origin: PyType, args: Tuple) {
    super(aliasType);
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
  '__call__(self, /, *args, **kwargs)': (vm, self: GenericAlias, args: Value[]) =>
    call(vm, self.origin, args),
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
attribute<GenericAlias>(aliasType, '__parameters__', () => new Tuple([]));

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
