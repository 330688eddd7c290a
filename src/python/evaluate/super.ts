// `super`: attributes as they are found after a given class in the resolution order of another.

import { builtinType, PyObject, PyType, type Value } from '../values/object.ts';
import { raise } from '../values/exception.ts';
import { bind, typeOf } from './attributes.ts';
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { Result } from './pending.ts';
import { BoundMethod, ClassMethod, StaticMethod } from '../values/callable.ts';

export const superType = builtinType('super', undefined, (cls) => new SuperObject(null, null, cls));

export class SuperObject extends PyObject {
  /** The class after which the search begins. */
  after: PyType | null;
  /** The instance or class that methods are bound to. */
  self: Value;
  constructor(after: PyType | null, self: Value, cls: PyType = superType) {
    super(cls);
    this.after = after;
    this.self = self;
  }
}

/** `super().name` */
export function superAttribute(
  vm: Interpreter,
  object: SuperObject,
  name: string,
): Result | undefined {
  const { self, after } = object;
  if (after === null || name === '__class__') return object.cls.lookup(name);
  const viaClass = self instanceof PyType && self.isSubtypeOf(after);
  const start = viaClass ? self : typeOf(self);
  const order = start.mro;
  for (const type of order.slice(order.indexOf(after) + 1)) {
    const found = type.dict.values.get(name);
    if (found === undefined) continue;
    if (!viaClass) return bind(vm, found, self);
    if (found instanceof ClassMethod) return new BoundMethod(found.func, self);
    if (found instanceof StaticMethod) return found.func;
    return found;
  }
  return undefined;
}

/** `super(after, self)`, with CPython's checks. */
export function makeSuper(after: Value, self: Value): SuperObject {
  if (!(after instanceof PyType)) {
    raise('TypeError', `super() argument 1 must be a type, not ${typeOf(after).name}`);
  }
  const fits =
    (self instanceof PyType && self.isSubtypeOf(after)) || typeOf(self).isSubtypeOf(after);
  if (!fits) raise('TypeError', 'super(type, obj): obj must be an instance or subtype of type');
  return new SuperObject(after, self);
}

/** `super()` without arguments: the class is in the method's cell, the instance its first one. */
export function implicitSuper(frame: Frame): SuperObject {
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
  return makeSuper(after, self);
}
