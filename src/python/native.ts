// How natives are declared: by their Python signature and a body.
//
//   methods(listType, {
//     'append(self, object, /)': (vm, self: List, object: Value) => { … return null; },
//     *['sort(self, /, *, key=None, reverse=False)'](vm, …) { … }   // may run Python code
//   });
//
// A body gets its arguments in the order of the signature: `undefined` where an optional one
// without default is absent, an array for *args, a Dict for **kwargs. A body that may have to
// run Python code returns `Pending`, or is a generator that yields what it waits for.

import { parseSignature } from './signature.ts';
import { steps, type Result, type Steps } from './evaluate/pending.ts';
import type { Interpreter } from './evaluate/interpreter.ts';
import {
  ClassMethod,
  classMethodDescriptorType,
  GetSet,
  methodDescriptorType,
  NativeFunction,
  nativeType,
  StaticMethod,
  wrapperDescriptorType,
} from './values/callable.ts';
import { raise } from './values/exception.ts';
import { PyObject, PyType, type Value } from './values/object.ts';

export type Body = (vm: Interpreter, ...args: never[]) => Result | Steps;

/** A native function that stands alone or in a module. */
export function native(signature: string, body: Body): NativeFunction {
  return new NativeFunction(parseSignature(signature), settle(body), nativeType);
}

/** Gives a type its methods. */
export function methods(type: PyType, table: Record<string, Body>): void {
  for (const [signature, body] of Object.entries(table)) {
    const parsed = parseSignature(signature);
    const cls = isSlot(parsed.name) ? wrapperDescriptorType : methodDescriptorType;
    const method = new NativeFunction(parsed, settle(body), cls);
    method.owner = type;
    type.dict.setName(method.name, method);
  }
}

/** Special methods that the language calls itself; other names with underscores are plain methods. */
function isSlot(name: string): boolean {
  return name.startsWith('__') && !plainMethods.has(name);
}

const plainMethods = new Set(
  (
    '__reduce__ __reduce_ex__ __getstate__ __setstate__ __format__ __sizeof__ __dir__ ' +
    '__getnewargs__ __round__ __floor__ __ceil__ __trunc__ __reversed__ __copy__ __deepcopy__ ' +
    '__enter__ __exit__ __length_hint__ __instancecheck__ __subclasscheck__ __subclasses__ ' +
    '__prepare__ __complex__ __bytes__ __mro_entries__ __class_getitem__ __getformat__'
  ).split(' '),
);

export function staticMethods(type: PyType, table: Record<string, Body>): void {
  for (const [signature, body] of Object.entries(table)) {
    const checked = signature.startsWith('__new__(') ? withClass(type, body) : body;
    const method = native(signature, checked);
    method.owner = type;
    type.dict.setName(method.name, new StaticMethod(method));
  }
}

/** `__new__` refuses what is no class derived from its own. */
function withClass(type: PyType, body: Body): Body {
  const settled = settle(body) as (vm: Interpreter, ...args: unknown[]) => Result;
  return (vm: Interpreter, cls: Value, ...rest: unknown[]) => {
    const title = `${type.name}.__new__`;
    if (!(cls instanceof PyType)) {
      raise('TypeError', `${title}(X): X is not a type object (${className(cls)})`);
    }
    if (!cls.isSubtypeOf(type)) {
      raise('TypeError', `${title}(${cls.name}): ${cls.name} is not a subtype of ${type.name}`);
    }
    return settled(vm, cls, ...rest);
  };
}

function className(value: Value): string {
  if (value instanceof PyObject) return value.cls.name;
  if (value === null) return 'NoneType';
  return typeof value === 'string' ? 'str' : typeof value === 'boolean' ? 'bool' : 'int';
}

/** Class methods: the first parameter is the class. `__new__` is a static method that gets it too. */
export function classMethods(type: PyType, table: Record<string, Body>): void {
  for (const [signature, body] of Object.entries(table)) {
    const method = native(signature, body);
    method.owner = type;
    type.dict.setName(method.name, new ClassMethod(method, classMethodDescriptorType));
  }
}

/** An attribute that is computed; read-only without `set`. */
export function attribute<Self>(
  type: PyType,
  name: string,
  get: (vm: Interpreter, self: Self) => Result,
  set: ((vm: Interpreter, self: Self, value: Value) => Result) | null = null,
): void {
  type.dict.setName(name, new GetSet(type, name, get as GetSet['get'], set as GetSet['set']));
}

const GeneratorFunction = Object.getPrototypeOf(function* () {}).constructor as {
  new (): unknown;
};

function settle(body: Body): NativeFunction['body'] {
  if (!(body instanceof (GeneratorFunction as unknown as new () => object))) {
    return body as NativeFunction['body'];
  }
  return (vm, ...args) => steps((body as (...all: unknown[]) => Steps)(vm, ...args));
}
