// The type of `super` objects; what they find is in evaluate/super.ts.

import { attribute, methods, staticMethods } from '../native.ts';
import { typeName } from '../evaluate/attributes.ts';
import { call } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { implicitSuper, makeSuper, SuperObject, superType } from '../evaluate/super.ts';
import { raise } from '../values/exception.ts';
import { PyType, type Value } from '../values/object.ts';
import { isUnknown } from '../values/unknown.ts';
import { readOnly } from './descriptors.ts';

staticMethods(superType, {
  '__new__(cls, /, *args, **kwargs)': (_vm, cls: PyType) => new SuperObject(null, null, null, cls),
});
methods(superType, {
  '__init__(self, type=<none>, object=<none>, /)': (
    vm,
    self: SuperObject,
    type: Value | undefined,
    object: Value | undefined,
  ) => {
    Object.assign(self, parts(bound(vm, type, object, self.cls)));
    return null;
  },
  '__get__(self, instance, owner=None, /)': (vm, self: SuperObject, instance: Value) =>
    instance === null || self.start !== null || self.after === null
      ? self
      : self.cls === superType
        ? makeSuper(vm, self.after, instance)
        : call(vm, self.cls, [self.after, instance]),
  '__repr__(self, /)': (_vm, self: SuperObject) => {
    const after = self.after?.name ?? 'NULL';
    if (self.start === null) return `<super: <class '${after}'>, NULL>`;
    return `<super: <class '${after}'>, <${self.start.name} object>>`;
  },
});

function bound(
  vm: Interpreter,
  type: Value | undefined,
  object: Value | undefined,
  cls: PyType,
): SuperObject {
  if (type === undefined) {
    const frame = vm.currentFrame();
    if (frame === null) return raise('RuntimeError', 'super(): no current frame');
    return implicitSuper(vm, frame, cls);
  }
  if (object !== undefined && object !== null && !isUnknown(object)) {
    return makeSuper(vm, type, object, cls);
  }
  if (!(type instanceof PyType)) {
    raise('TypeError', `super() argument 1 must be a type, not ${typeName(type)}`);
  }
  return new SuperObject(type, null, null, cls);
}

const parts = ({ after, self, start }: SuperObject): Partial<SuperObject> => ({
  after,
  self,
  start,
});

attribute<SuperObject>(superType, '__thisclass__', (_vm, self) => self.after);
attribute<SuperObject>(superType, '__self__', (_vm, self) => self.self);
attribute<SuperObject>(superType, '__self_class__', (_vm, self) => self.start);
readOnly(superType, '__thisclass__', '__self__', '__self_class__');
