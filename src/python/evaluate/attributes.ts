// Attribute access: the descriptor protocol over instances, classes and modules.
//
// https://docs.python.org/3.11/howto/descriptor.html#invocation-from-an-instance

import {
  BoundMethod,
  type ClassMethod,
  classMethodDescriptorType,
  classMethodType,
  FunctionObject,
  GetSet,
  memberType,
  ModuleObject,
  NativeFunction,
  nativeType,
  Property,
  propertyType,
  type StaticMethod,
  staticMethodType,
} from '../values/callable.ts';
import { exceptionType, PyError, raise, raiseWithFields } from '../values/exception.ts';
import { boolType, intType, noneType, strType } from '../values/numbers.ts';
import { objectType, PyObject, PyType, typeType, type Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { call } from './call.ts';
import type { Interpreter } from './interpreter.ts';
import { Pending, steps, wait, type Result, type Steps } from './pending.ts';
import { SuperObject, superAttribute } from './super.ts';
import { then } from './then.ts';

/** The class of any value. */
export function typeOf(value: Value): PyType {
  if (value instanceof PyObject) return value.cls;
  if (typeof value === 'string') return strType;
  if (typeof value === 'boolean') return boolType;
  if (value === null) return noneType;
  return intType;
}

export function typeName(value: Value): string {
  const type = typeOf(value);
  return type.messageName ?? type.name;
}

/** `object.name`, or undefined where there is no such attribute. Errors of getters pass through. */
export function findAttribute(vm: Interpreter, object: Value, name: string): Result | undefined {
  if (object instanceof PyType && object.cls === typeType) return typeAttribute(vm, object, name);
  if (isUnknown(object)) return new Unknown(reasonOf(object));
  const type = typeOf(object);
  const custom = type.lookup('__getattribute__');
  if (custom !== undefined && !isDefault(custom)) {
    return steps(customAttribute(vm, object, name, custom));
  }
  let found: Result | undefined;
  if (object instanceof PyType) found = typeAttribute(vm, object, name);
  else if (object instanceof SuperObject) {
    found = superAttribute(vm, object, name) ?? defaultAttribute(vm, object, name);
  } else found = defaultAttribute(vm, object, name);
  const fallback = type.lookup('__getattr__');
  if (fallback === undefined) {
    return found === undefined && object instanceof ModuleObject
      ? moduleFallback(vm, object, name)
      : found;
  }
  if (found === undefined) return callFallback(vm, fallback, object, name);
  return found instanceof Pending ? steps(orFallback(vm, object, name, found, fallback)) : found;
}

/** What a module's own function `__getattr__` gives for a name that is not in the module. */
function moduleFallback(vm: Interpreter, module: ModuleObject, name: string): Result | undefined {
  const hook = module.namespace.values.get('__getattr__');
  return hook instanceof FunctionObject && name !== '__getattr__'
    ? call(vm, hook, [name])
    : undefined;
}

/** Calls a special method found on the class; it may be any descriptor. */
export function callHook(vm: Interpreter, method: Value, object: Value, args: Value[]): Result {
  if (method instanceof FunctionObject || method instanceof NativeFunction) {
    return call(vm, method, [object, ...args]);
  }
  const bound = bind(vm, method, object);
  return bound instanceof Pending
    ? then(bound, (callee) => call(vm, callee, args))
    : call(vm, bound, args);
}

/** A property that raises AttributeError is as good as absent. */
function* orFallback(
  vm: Interpreter,
  object: Value,
  name: string,
  found: Pending,
  fallback: Value,
): Steps {
  try {
    return yield* wait(found);
  } catch (error) {
    if (
      !(error instanceof PyError) ||
      !error.value.cls.isSubtypeOf(exceptionType('AttributeError'))
    ) {
      throw error;
    }
    return yield* wait(callFallback(vm, fallback, object, name));
  }
}

/** Calls `__getattr__`: an AttributeError out of it is about this name of this object. */
function callFallback(vm: Interpreter, fallback: Value, object: Value, name: string): Result {
  try {
    const result = callHook(vm, fallback, object, [name]);
    return result instanceof Pending ? steps(whoseFailure(result, object, name)) : result;
  } catch (error) {
    throw aboutAttribute(error, object, name);
  }
}

function* whoseFailure(result: Pending, object: Value, name: string): Steps {
  try {
    return yield* wait(result);
  } catch (error) {
    throw aboutAttribute(error, object, name);
  }
}

/** The error, told what it is about where it does not know: names that are alike are suggested. */
function aboutAttribute(error: unknown, object: Value, name: string): unknown {
  if (!(error instanceof PyError)) return error;
  const { value } = error;
  if (!value.cls.isSubtypeOf(exceptionType('AttributeError'))) return error;
  if (!value.fields?.has('name') && !value.fields?.has('obj')) {
    value.fields ??= new Map();
    value.fields.set('name', name);
    value.fields.set('obj', object);
  }
  return error;
}

/** Whether a special method is the one that every object has. */
function isDefault(method: Value): boolean {
  if (!(method instanceof NativeFunction)) return false;
  const owner = method.owner;
  return owner === objectType || owner === typeType || owner === null;
}

/** `object.name`; raises AttributeError as CPython does. */
export function getAttribute(vm: Interpreter, object: Value, name: string): Result {
  const found = findAttribute(vm, object, name);
  return found === undefined ? missingAttribute(object, name) : found;
}

/** `object.__getattribute__(name)` of a plain object: no `__getattr__`. */
export function defaultAttribute(vm: Interpreter, object: Value, name: string): Result | undefined {
  const inClass = typeOf(object).lookup(name);
  if (inClass !== undefined && isDataDescriptor(inClass) && hasGet(inClass)) {
    return bind(vm, inClass, object);
  }
  if (object instanceof PyObject && object.attrs !== null) {
    const own = object.attrs.values.get(name);
    if (own !== undefined) return own;
    if (object instanceof ModuleObject) {
      const made = object.missing?.(name);
      if (made !== undefined) return made;
    }
  }
  return inClass === undefined ? undefined : bind(vm, inClass, object);
}

function hasGet(descriptor: Value): boolean {
  if (descriptor instanceof Property || descriptor instanceof GetSet) return true;
  return typeOf(descriptor).lookup('__get__') !== undefined;
}

export function missingAttribute(object: Value, name: string): never {
  const fields = { name, obj: object };
  if (object instanceof PyType) {
    raiseWithFields(
      'AttributeError',
      `type object '${object.name}' has no attribute '${name}'`,
      fields,
    );
  }
  if (object instanceof ModuleObject) {
    const text = object.initializing
      ? `partially initialized module '${object.name}' has no attribute '${name}' (most likely due to a circular import)`
      : `module '${object.name}' has no attribute '${name}'`;
    raiseWithFields('AttributeError', text, fields);
  }
  const text = `'${typeName(object)}' object has no attribute '${name}'`;
  raiseWithFields('AttributeError', text, fields);
}

/** A class attribute as seen through an instance. */
export function bind(
  vm: Interpreter,
  attribute: Value,
  object: Value,
  type: PyType = typeOf(object),
): Result {
  if (!(attribute instanceof PyObject)) return attribute;
  if (attribute instanceof FunctionObject) return new BoundMethod(attribute, object);
  if (attribute instanceof NativeFunction) {
    return attribute.cls === nativeType ? attribute : new BoundMethod(attribute, object);
  }
  if (attribute instanceof GetSet) return attribute.get(vm, object as never);
  if (attribute instanceof Property && attribute.cls === propertyType) {
    if (attribute.getter === null)
      raise('AttributeError', propertyMessage(object, attribute, 'getter'));
    return call(vm, attribute.getter, [object]);
  }
  if (attribute.cls === staticMethodType) return (attribute as StaticMethod).func;
  if (attribute.cls === classMethodType || attribute.cls === classMethodDescriptorType) {
    return bindClass(vm, (attribute as ClassMethod).func, type);
  }
  const get = attribute.cls.lookup('__get__');
  return get === undefined ? attribute : callHook(vm, get, attribute, [object, type]);
}

export function propertyMessage(object: Value, property: Property, what: string): string {
  const owner = typeOf(object);
  const name = owner.mro
    .flatMap((type) => [...type.dict.values])
    .find(([, value]) => value === property)?.[0];
  const named = typeof name === 'string' ? `property '${name}'` : 'property';
  return `${named} of '${owner.qualname}' object has no ${what}`;
}

/** What `classmethod(func)` gives for a class. */
export function bindClass(vm: Interpreter, func: Value, cls: PyType): Result {
  if (func instanceof FunctionObject || func instanceof NativeFunction) {
    return new BoundMethod(func, cls);
  }
  const get = typeOf(func).lookup('__get__');
  return get === undefined ? new BoundMethod(func, cls) : call(vm, get, [func, cls, cls]);
}

export function isDataDescriptor(value: Value): boolean {
  if (!(value instanceof PyObject)) return false;
  if (value instanceof Property || value instanceof GetSet) return true;
  if (value instanceof FunctionObject || value instanceof NativeFunction) return false;
  return value.cls.lookup('__set__') !== undefined || value.cls.lookup('__delete__') !== undefined;
}

function* customAttribute(vm: Interpreter, object: Value, name: string, custom: Value): Steps {
  try {
    return yield* wait(callHook(vm, custom, object, [name]));
  } catch (error) {
    if (
      !(error instanceof PyError) ||
      !error.value.cls.isSubtypeOf(exceptionType('AttributeError'))
    ) {
      throw error;
    }
    const fallback = typeOf(object).lookup('__getattr__');
    if (fallback === undefined) throw aboutAttribute(error, object, name);
    return yield* wait(callFallback(vm, fallback, object, name));
  }
}

/** `Class.name`: descriptors of the metaclass, then the class's own resolution order. */
export function typeAttribute(vm: Interpreter, type: PyType, name: string): Result | undefined {
  const inMeta = type.cls.lookup(name);
  if (inMeta !== undefined && isDataDescriptor(inMeta) && hasGet(inMeta)) {
    return bind(vm, inMeta, type);
  }
  const own = type.lookup(name);
  if (own !== undefined) return bindFromClass(vm, own, type);
  return inMeta === undefined ? undefined : bind(vm, inMeta, type);
}

export function bindFromClass(vm: Interpreter, attribute: Value, cls: PyType): Result {
  if (!(attribute instanceof PyObject)) return attribute;
  if (attribute.cls === staticMethodType) return (attribute as StaticMethod).func;
  if (attribute.cls === classMethodType || attribute.cls === classMethodDescriptorType) {
    return bindClass(vm, (attribute as ClassMethod).func, cls);
  }
  if (
    attribute instanceof FunctionObject ||
    attribute instanceof NativeFunction ||
    attribute.cls === propertyType ||
    attribute instanceof GetSet
  ) {
    return attribute;
  }
  const get = attribute.cls.lookup('__get__');
  return get === undefined ? attribute : callHook(vm, get, attribute, [null, cls]);
}

/** `object.name = value` */
export function setAttribute(vm: Interpreter, object: Value, name: string, value: Value): Result {
  if (isUnknown(object)) return null;
  const type = typeOf(object);
  const custom = type.lookup('__setattr__');
  if (custom !== undefined && !isDefault(custom)) {
    return callHook(vm, custom, object, [name, value]);
  }
  return defaultSetAttribute(vm, object, name, value);
}

/** `object.__setattr__` */
export function defaultSetAttribute(
  vm: Interpreter,
  object: Value,
  name: string,
  value: Value,
): Result {
  if (object instanceof PyType) return setTypeAttribute(vm, object, name, value);
  const type = typeOf(object);
  const inClass = type.lookup(name);
  if (inClass instanceof PyObject) {
    if (inClass instanceof GetSet) {
      return inClass.set === null ? refuseWrite(inClass) : inClass.set(vm, object as never, value);
    }
    if (inClass instanceof Property && inClass.cls === propertyType) {
      if (inClass.setter === null) {
        raise('AttributeError', propertyMessage(object, inClass, 'setter'));
      }
      return call(vm, inClass.setter, [object, value]);
    }
    const set = isDataDescriptor(inClass) ? inClass.cls.lookup('__set__') : undefined;
    if (set !== undefined) return callHook(vm, set, inClass, [object, value]);
    if (set === undefined && isDataDescriptor(inClass)) raise('AttributeError', '__set__');
  }
  if (!(object instanceof PyObject) || !hasDict(object)) {
    if (inClass === undefined) missingAttribute(object, name);
    raise('AttributeError', `'${typeName(object)}' object attribute '${name}' is read-only`);
  }
  object.setAttr(name, value);
  return null;
}

export function refuseWrite(attribute: GetSet): never {
  if (attribute.cls === memberType) raise('AttributeError', 'readonly attribute');
  const text = `attribute '${attribute.name}' of '${attribute.owner.name}' objects is not writable`;
  raise('AttributeError', text);
}

/** Whether instances keep attributes of their own. */
export function hasDict(object: PyObject): boolean {
  const { cls } = object;
  if (cls.slotsOnly) return false;
  if (object.attrs !== null) return true;
  if (!cls.immutable) return true;
  return (
    object instanceof FunctionObject ||
    object instanceof ModuleObject ||
    cls === classMethodType ||
    cls === staticMethodType ||
    cls.mro.some((type) => type.name === 'BaseException' || type.name === 'OrderedDict')
  );
}

function setTypeAttribute(vm: Interpreter, type: PyType, name: string, value: Value): Result {
  const inMeta = type.cls.lookup(name);
  if (type.immutable && !(inMeta instanceof GetSet && inMeta.set === null)) {
    raise('TypeError', `cannot set '${name}' attribute of immutable type '${type.name}'`);
  }
  if (inMeta instanceof GetSet) {
    return inMeta.set === null ? refuseWrite(inMeta) : inMeta.set(vm, type as never, value);
  }
  if (inMeta instanceof PyObject && isDataDescriptor(inMeta)) {
    const set = inMeta.cls.lookup('__set__');
    if (set !== undefined) return callHook(vm, set, inMeta, [type, value]);
  }
  if (type.shared) keepShared(vm, type, name);
  type.setTypeAttr(name, value);
  return null;
}

/** A class that all runs share goes back to what it was when this run ends. */
function keepShared(vm: Interpreter, type: PyType, name: string): void {
  const before = type.dict.values.get(name);
  vm.restore.push(() => {
    if (before === undefined) type.deleteTypeAttr(name);
    else type.setTypeAttr(name, before);
  });
}

/** `del object.name` */
export function deleteAttribute(vm: Interpreter, object: Value, name: string): Result {
  if (isUnknown(object)) return null;
  const custom = typeOf(object).lookup('__delattr__');
  if (custom !== undefined && !isDefault(custom)) {
    return callHook(vm, custom, object, [name]);
  }
  return defaultDeleteAttribute(vm, object, name);
}

export function defaultDeleteAttribute(vm: Interpreter, object: Value, name: string): Result {
  if (object instanceof PyType && object.immutable) {
    raise('TypeError', `cannot set '${name}' attribute of immutable type '${object.name}'`);
  }
  const inClass = typeOf(object).lookup(name);
  if (inClass instanceof GetSet) {
    if (inClass.remove !== null) return inClass.remove(object as never);
    if (inClass.set === null) return refuseWrite(inClass);
  } else if (inClass instanceof Property && inClass.cls === propertyType) {
    if (inClass.deleter === null)
      raise('AttributeError', propertyMessage(object, inClass, 'deleter'));
    return call(vm, inClass.deleter, [object]);
  } else if (inClass instanceof PyObject) {
    const remove = inClass.cls.lookup('__delete__');
    if (remove !== undefined) return callHook(vm, remove, inClass, [object]);
    if (isDataDescriptor(inClass)) raise('AttributeError', '__delete__');
  }
  if (object instanceof PyType) {
    if (!object.dict.values.has(name)) missingAttribute(object, name);
    if (object.shared) keepShared(vm, object, name);
    object.deleteTypeAttr(name);
    return null;
  }
  if (object instanceof PyObject && object.attrs?.delete(name)) return null;
  if (object instanceof PyObject && hasDict(object)) return missingAttribute(object, name);
  if (inClass === undefined) return missingAttribute(object, name);
  return raise('AttributeError', `'${typeName(object)}' object attribute '${name}' is read-only`);
}
