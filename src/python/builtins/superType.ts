// The type of `super` objects; what they find is in evaluate/super.ts.

import { attribute, methods, staticMethods } from '../native.ts';
import { typeName, typeOf } from '../evaluate/attributes.ts';
import { implicitSuper, makeSuper, SuperObject, superType } from '../evaluate/super.ts';
import { raise } from '../values/exception.ts';
import { PyType, type Value } from '../values/object.ts';
import { isUnknown } from '../values/unknown.ts';

staticMethods(superType, {
  '__new__(cls, type=<none>, object=<none>, /)': (
    vm,
    cls: PyType,
    type: Value | undefined,
    object: Value | undefined,
  ) => {
    if (type === undefined) {
      const frame = vm.currentFrame();
      return frame === null
        ? raise('RuntimeError', 'super(): no current frame')
        : implicitSuper(frame);
    }
    if (object !== undefined && object !== null && !isUnknown(object))
      return makeSuper(type, object);
    if (!(type instanceof PyType)) {
      raise('TypeError', `super() argument 1 must be a type, not ${typeName(type)}`);
    }
    return new SuperObject(type, null, cls);
  },
});
methods(superType, {
  '__init__(self, type=<none>, object=<none>, /)': () => null,
  '__repr__(self, /)': (_vm, self: SuperObject) => {
    const after = self.after?.name ?? 'NULL';
    if (self.self === null) return `<super: <class '${after}'>, NULL>`;
    const type = self.self instanceof PyType ? self.self : typeOf(self.self);
    return `<super: <class '${after}'>, <${type.name} object>>`;
  },
});
attribute<SuperObject>(superType, '__thisclass__', (_vm, self) => self.after);
attribute<SuperObject>(superType, '__self__', (_vm, self) => self.self);
attribute<SuperObject>(superType, '__self_class__', (_vm, self) =>
  self.self instanceof PyType ? self.self : typeOf(self.self),
);
