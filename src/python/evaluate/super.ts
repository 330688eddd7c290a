// `super`: attributes as they are found after a given class in the resolution order of another.

import { builtinType, PyObject, PyType, type Value } from '../values/object.ts';
import { raise } from '../values/exception.ts';
import { bind, bindFromClass, findAttribute, typeOf } from './attributes.ts';
import { finishNow } from './call.ts';
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { Result } from './pending.ts';

export const superType = builtinType(
  'super',
  undefined,
  (cls) => new SuperObject(null, null, null, cls),
);

export class SuperObject extends PyObject {
  /** The class after which the search begins. */
  after: PyType | null;
  /** The instance or class that methods are bound to. */
  self: Value;
  /** The class whose resolution order is searched; null of a super that is bound to nothing. */
  start: PyType | null;
  constructor(after: PyType | null, self: Value, start: PyType | null, cls: PyType = superType) {
    super(cls);
    this.after = after;
    this.self = self;
    this.start = start;
  }
}

/** `super().name` */
export function superAttribute(
  vm: Interpreter,
  object: SuperObject,
  name: string,
): Result | undefined {
  const { self, after, start } = object;
  if (after === null || start === null || name === '__class__') return undefined;
  const order = start.mro;
  for (const type of order.slice(order.indexOf(after) + 1)) {
    const found = type.dict.values.get(name);
    if (found === undefined) continue;
    return self === start ? bindFromClass(vm, found, start) : bind(vm, found, self, start);
  }
  return undefined;
}

/** `super(after, self)`, with CPython's checks. */
export function makeSuper(
  vm: Interpreter,
  after: Value,
  self: Value,
  cls: PyType = superType,
): SuperObject {
  if (!(after instanceof PyType)) {
    raise('TypeError', `super() argument 1 must be a type, not ${typeOf(after).name}`);
  }
  return new SuperObject(after, self, startOf(vm, after, self), cls);
}

function startOf(vm: Interpreter, after: PyType, self: Value): PyType {
  if (self instanceof PyType && self.isSubtypeOf(after)) return self;
  const type = typeOf(self);
  if (type.isSubtypeOf(after)) return type;
  // A proxy may say that it is of another class.
  const claimed = findAttribute(vm, self, '__class__');
  const other = claimed === undefined ? null : finishNow(vm, claimed);
  if (other instanceof PyType && other !== type && other.isSubtypeOf(after)) return other;
  return raise('TypeError', 'super(type, obj): obj must be an instance or subtype of type');
}

/** `super()` without arguments: the class is in the method's cell, the instance its first one. */
export function implicitSuper(vm: Interpreter, frame: Frame, cls: PyType = superType): SuperObject {
  const { code, slots, cells } = frame;
  if (code.positionalCount === 0 && !code.hasVarArgs)
    raise('RuntimeError', 'super(): no arguments');
  const parameter = code.cellParameters.indexOf(0);
  const self = parameter >= 0 ? cells[parameter]?.value : slots[0];
  const index = code.freeNames.indexOf('__class__');
  if (index < 0) raise('RuntimeError', 'super(): __class__ cell not found');
  const after = cells[code.cellNames.length + index]?.value;
  if (after === undefined) raise('RuntimeError', 'super(): empty __class__ cell');
  if (self === undefined) raise('RuntimeError', 'super(): arg[0] deleted');
  return makeSuper(vm, after, self, cls);
}
