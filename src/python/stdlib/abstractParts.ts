// `_abc`: what abstract base classes remember: which classes were registered with them, and which
// were found to be of theirs or not.
//
// https://docs.python.org/3.11/library/abc.html

import { subclassCheck } from '../builtins/attributeFunctions.ts';
import { findAttribute, getAttribute, typeOf } from '../evaluate/attributes.ts';
import { call, callMethod } from '../evaluate/call.ts';
import { subclassesOf } from '../evaluate/classes.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { registerCollection } from '../evaluate/match.ts';
import { wait, type Pending, type Steps } from '../evaluate/pending.ts';
import { claimsClass, isException, truth } from '../evaluate/protocols.ts';
import type { BuiltinModule } from '../imports.ts';
import { native } from '../native.ts';
import {
  ClassMethod,
  FunctionObject,
  NativeFunction,
  Property,
  StaticMethod,
} from '../values/callable.ts';
import { raise } from '../values/exception.ts';
import { type Dict, PyObject, PyType, type Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { frozensetType, PySet } from '../values/containers.ts';
import { notImplemented } from '../values/numbers.ts';

interface Known {
  readonly registered: PyType[];
  readonly subclasses: WeakSet<PyType>;
  others: WeakSet<PyType>;
  /** How many classes had been registered anywhere when the others were found. */
  othersAt: number;
}

const known = new WeakMap<PyType, Known>();
let registrations = 0;

export const abstractParts: BuiltinModule = {
  name: '_abc',
  build: () => ({
    abstract_names: native('abstract_names(cls, namespace, /)', abstractNames),
    token: native('token(/)', () => registrations),
    register: native('register(cls, subclass, /)', register),
    instancecheck: native('instancecheck(cls, instance, /)', instanceCheck),
    subclasscheck: native('subclasscheck(cls, subclass, /)', isOfAbstract),
  }),
};

function knownOf(cls: PyType): Known {
  let found = known.get(cls);
  if (!found) {
    found = { registered: [], subclasses: new WeakSet(), others: new WeakSet(), othersAt: 0 };
    known.set(cls, found);
  }
  return found;
}

/** The names in the class body, and those of the bases, for which the class has nothing real. */
function* abstractNames(
  vm: Interpreter,
  cls: PyType,
  namespace: Dict,
): Generator<Pending, Value, Value> {
  const names = new Set<string>();
  for (const [name, value] of namespace.values) {
    if (typeof name === 'string' && (yield* isAbstract(vm, value))) names.add(name);
  }
  for (const base of cls.bases) {
    const inherited = base.dict.values.get('__abstractmethods__');
    if (!(inherited instanceof PyObject && 'elements' in inherited)) continue;
    for (const name of (inherited.elements as Map<unknown, Value>).values()) {
      const value = cls.lookup(String(name));
      if (value !== undefined && (yield* isAbstract(vm, value))) names.add(String(name));
    }
  }
  const found = new PySet(frozensetType);
  for (const name of names) found.add(name);
  return found;
}

function* isAbstract(vm: Interpreter, value: Value): Generator<Pending, boolean, Value> {
  if (!(value instanceof PyObject) || value instanceof NativeFunction) return false;
  if (value instanceof FunctionObject && !value.attrs?.values.has('__isabstractmethod__')) {
    return false;
  }
  if (value instanceof Property && !value.attrs?.values.has('__isabstractmethod__')) {
    for (const each of [value.getter, value.setter, value.deleter]) {
      if (yield* isAbstract(vm, each)) return true;
    }
  }
  if (value instanceof ClassMethod || value instanceof StaticMethod) {
    if (yield* isAbstract(vm, value.func)) return true;
  }
  const found = findAttribute(vm, value, '__isabstractmethod__');
  if (found === undefined) return false;
  try {
    return (yield* wait(truth(vm, yield* wait(found)))) === true;
  } catch (error) {
    if (isException(error, 'AttributeError')) return false;
    throw error;
  }
}

function* register(vm: Interpreter, cls: PyType, subclass: Value): Steps {
  if (!(subclass instanceof PyType)) return raise('TypeError', 'Can only register classes');
  if ((yield* subclassCheck(vm, subclass, cls)) === true) return subclass;
  if ((yield* subclassCheck(vm, cls, subclass)) === true) {
    raise('RuntimeError', 'Refusing to create an inheritance cycle');
  }
  knownOf(cls).registered.push(subclass);
  registrations++;
  registerCollection(cls, subclass);
  return subclass;
}

function* instanceCheck(vm: Interpreter, cls: PyType, instance: Value): Steps {
  const type = typeOf(instance);
  const { subclasses, others, othersAt } = knownOf(cls);
  const claimed = claimsClass(type) ? yield* wait(getAttribute(vm, instance, '__class__')) : type;
  if (claimed instanceof PyType && subclasses.has(claimed)) return true;
  if (claimed === type) {
    if (othersAt === registrations && others.has(type)) return false;
    return yield* wait(callMethod(vm, cls, '__subclasscheck__', [type]));
  }
  const claims = yield* wait(callMethod(vm, cls, '__subclasscheck__', [claimed]));
  if ((yield* wait(truth(vm, claims))) === true) return claims;
  return yield* wait(callMethod(vm, cls, '__subclasscheck__', [type]));
}

function* isOfAbstract(vm: Interpreter, cls: PyType, subclass: Value): Steps {
  if (isUnknown(subclass)) return new Unknown(reasonOf(subclass));
  if (!(subclass instanceof PyType)) raise('TypeError', 'issubclass() arg 1 must be a class');
  const found = knownOf(cls);
  if (found.subclasses.has(subclass)) return true;
  if (found.othersAt < registrations) {
    found.others = new WeakSet();
    found.othersAt = registrations;
  } else if (found.others.has(subclass)) {
    return false;
  }
  const is = yield* decided(vm, cls, subclass);
  if (isUnknown(is)) return is;
  (is === true ? found.subclasses : found.others).add(subclass);
  return is;
}

function* decided(vm: Interpreter, cls: PyType, subclass: PyType): Steps {
  const hook = yield* wait(getAttribute(vm, cls, '__subclasshook__'));
  const says = yield* wait(call(vm, hook, [subclass]));
  if (typeof says === 'boolean' || isUnknown(says)) return says;
  if (says !== notImplemented) return raise('AssertionError');
  if (subclass.isSubtypeOf(cls)) return true;
  for (const each of [...knownOf(cls).registered, ...subclassesOf(vm, cls)]) {
    const is = yield* subclassCheck(vm, subclass, each);
    if (is === true || isUnknown(is)) return is;
  }
  return false;
}
