// Functions on attributes and classes: getattr and its like, isinstance, dir, vars, callable.

import { native } from '../native.ts';
import {
  deleteAttribute,
  findAttribute,
  getAttribute,
  setAttribute,
  typeName,
  typeOf,
} from '../evaluate/attributes.ts';
import { call, callSpecial } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { steps, wait, type Steps } from '../evaluate/pending.ts';
import { collect, isException, isInstance, truth } from '../evaluate/protocols.ts';
import {
  BoundMethod,
  FunctionObject,
  ModuleObject,
  NativeFunction,
  StaticMethod,
} from '../values/callable.ts';
import { List, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { StrObject } from '../values/numbers.ts';
import { Dict, PyObject, PyType, type Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { currentLocals } from './scopeFunctions.ts';

function plainName(value: Value): string {
  if (typeof value === 'string') return value;
  if (value instanceof StrObject) return value.value;
  return raise('TypeError', `attribute name must be string, not '${typeName(value)}'`);
}

export const attributeFunctions = (): NativeFunction[] => [
  native(
    'getattr(object, name, default=<none>, /)',
    function* (vm, object: Value, name: Value, otherwise: Value | undefined) {
      if (isUnknown(name)) return new Unknown(reasonOf(name));
      const text = plainName(name);
      if (otherwise === undefined) return yield* wait(getAttribute(vm, object, text));
      try {
        const found = findAttribute(vm, object, text);
        return found === undefined ? otherwise : yield* wait(found);
      } catch (error) {
        if (isException(error, 'AttributeError')) return otherwise;
        throw error;
      }
    },
  ),
  native('hasattr(obj, name, /)', function* (vm, object: Value, name: Value) {
    if (isUnknown(object)) return new Unknown(reasonOf(object));
    const text = plainName(name);
    try {
      const found = findAttribute(vm, object, text);
      if (found !== undefined) yield* wait(found);
      return found !== undefined;
    } catch (error) {
      if (isException(error, 'AttributeError')) return false;
      throw error;
    }
  }),
  native('setattr(obj, name, value, /)', function* (vm, object: Value, name: Value, value: Value) {
    yield* wait(setAttribute(vm, object, plainName(name), value));
    return null;
  }),
  native('delattr(obj, name, /)', function* (vm, object: Value, name: Value) {
    yield* wait(deleteAttribute(vm, object, plainName(name)));
    return null;
  }),
  native('isinstance(obj, class_or_tuple, /)', (vm, object: Value, info: Value) =>
    isInstance(vm, object, info),
  ),
  native('issubclass(subclass, class_or_tuple, /)', (vm, cls: Value, info: Value) =>
    steps(subclassCheck(vm, cls, info)),
  ),
  native('callable(obj, /)', (_vm, object: Value) => isCallable(object)),
  native('dir(object=<none>, /)', function* (vm, object: Value | undefined) {
    if (object === undefined) {
      return new List(sortedNames([...(currentLocals(vm)?.keys() ?? [])]));
    }
    const hook = object instanceof ModuleObject && object.namespace.values.get('__dir__');
    const own = hook ? call(vm, hook, []) : callSpecial(vm, object, '__dir__', []);
    const names = own === undefined ? namesOf(object) : yield* collect(vm, yield* wait(own));
    return new List(sortedNames(names));
  }),
  native('vars(object=<none>, /)', function* (vm, object: Value | undefined) {
    if (object === undefined) return currentLocals(vm) ?? new Dict();
    try {
      return yield* wait(getAttribute(vm, object, '__dict__'));
    } catch (error) {
      if (!isException(error, 'AttributeError')) throw error;
      return raise('TypeError', 'vars() argument must have __dict__ attribute');
    }
  }),
];

/** `issubclass(cls, info)` */
export function* subclassCheck(vm: Interpreter, cls: Value, info: Value): Steps {
  if (isUnknown(cls) || isUnknown(info)) return new Unknown('a class that is not known');
  if (info instanceof Tuple) {
    for (const item of info.items) {
      const one = yield* subclassCheck(vm, cls, item);
      if (one === true || isUnknown(one)) return one;
    }
    return false;
  }
  const check = callSpecial(vm, info, '__subclasscheck__', [cls]);
  const builtin = typeOf(info).lookup('__subclasscheck__') instanceof NativeFunction;
  if (check !== undefined && !(builtin && info instanceof PyType && info.cls.immutable)) {
    return yield* wait(truth(vm, yield* wait(check)));
  }
  if (!(cls instanceof PyType)) raise('TypeError', 'issubclass() arg 1 must be a class');
  if (info instanceof PyType) return cls.isSubtypeOf(info);
  return raise('TypeError', 'issubclass() arg 2 must be a class, a tuple of classes, or a union');
}

export function isCallable(value: Value): Value {
  if (isUnknown(value)) return new Unknown(reasonOf(value));
  if (!(value instanceof PyObject)) return false;
  if (value instanceof FunctionObject || value instanceof NativeFunction) return true;
  if (value instanceof BoundMethod || value instanceof PyType) return true;
  if (value instanceof StaticMethod) return true;
  return value.cls.lookup('__call__') !== undefined;
}

/** What `object.__dir__` finds: the instance's names and those of its classes. */
export function namesOf(object: Value): Value[] {
  const names = new Set<Value>();
  const add = (dict: Dict): void => {
    for (const key of dict.keys())
      if (typeof key === 'string' && !key.startsWith('\0')) names.add(key);
  };
  if (object instanceof PyType) {
    for (const type of object.mro) add(type.dict);
    return [...names];
  }
  if (object instanceof ModuleObject) {
    add(object.namespace);
    return [...names];
  }
  if (object instanceof PyObject && object.attrs) add(object.attrs);
  for (const type of typeOf(object).mro) add(type.dict);
  return [...names];
}

function sortedNames(names: readonly Value[]): Value[] {
  return names.filter((name) => typeof name === 'string').sort();
}
