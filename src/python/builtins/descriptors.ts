// property, classmethod and staticmethod, and attributes that our own code computes.

import { attribute, methods, staticMethods } from '../native.ts';
import { getAttribute, typeOf } from '../evaluate/attributes.ts';
import { call } from '../evaluate/call.ts';
import type { GetSet } from '../values/callable.ts';
import {
  BoundMethod,
  ClassMethod,
  classMethodType,
  FunctionObject,
  getsetType,
  Property,
  propertyType,
  StaticMethod,
  staticMethodType,
} from '../values/callable.ts';
import { raise } from '../values/exception.ts';
import type { PyType } from '../values/object.ts';
import { type Value } from '../values/object.ts';
import { repr } from '../evaluate/protocols.ts';
import { then } from '../evaluate/then.ts';
import { wait } from '../evaluate/pending.ts';

staticMethods(propertyType, {
  '__new__(cls, /, *args, **kwargs)': (_vm, cls: PyType) => new Property(cls),
});

function copyWith(
  self: Property,
  change: Partial<Pick<Property, 'getter' | 'setter' | 'deleter'>>,
): Property {
  const copy = new Property(self.cls);
  Object.assign(
    copy,
    { getter: self.getter, setter: self.setter, deleter: self.deleter, doc: self.doc },
    change,
  );
  return copy;
}

methods(propertyType, {
  '__init__(self, fget=None, fset=None, fdel=None, doc=None)': (
    _vm,
    self: Property,
    getter: Value,
    setter: Value,
    deleter: Value,
    doc: Value,
  ) => {
    Object.assign(self, { getter, setter, deleter, doc });
    if (doc === null && getter instanceof FunctionObject) self.doc = getter.doc;
    return null;
  },
  'getter(self, fget, /)': (_vm, self: Property, getter: Value) => copyWith(self, { getter }),
  'setter(self, fset, /)': (_vm, self: Property, setter: Value) => copyWith(self, { setter }),
  'deleter(self, fdel, /)': (_vm, self: Property, deleter: Value) => copyWith(self, { deleter }),
  '__get__(self, instance, owner=None, /)': (vm, self: Property, instance: Value) => {
    if (instance === null) return self;
    if (self.getter === null) raise('AttributeError', 'unreadable attribute');
    return call(vm, self.getter, [instance]);
  },
  '__set__(self, instance, value, /)': (vm, self: Property, instance: Value, value: Value) => {
    if (self.setter === null) raise('AttributeError', "can't set attribute");
    return call(vm, self.setter, [instance, value]);
  },
  '__delete__(self, instance, /)': (vm, self: Property, instance: Value) => {
    if (self.deleter === null) raise('AttributeError', "can't delete attribute");
    return call(vm, self.deleter, [instance]);
  },
});
attribute<Property>(propertyType, 'fget', (_vm, self) => self.getter);
attribute<Property>(propertyType, 'fset', (_vm, self) => self.setter);
attribute<Property>(propertyType, 'fdel', (_vm, self) => self.deleter);
attribute<Property>(
  propertyType,
  '__doc__',
  (_vm, self) => self.doc,
  (_vm, self, value) => {
    self.doc = value;
    return null;
  },
);
attribute<Property>(propertyType, '__isabstractmethod__', (_vm, self) =>
  [self.getter, self.setter, self.deleter].some((func) => isAbstract(func)),
);

function isAbstract(func: Value): boolean {
  return func instanceof FunctionObject && func.attrs?.values.get('__isabstractmethod__') === true;
}

for (const type of [classMethodType, staticMethodType]) {
  staticMethods(type, {
    '__new__(cls, function, /)': (_vm, cls: PyType, func: Value) =>
      type === classMethodType ? new ClassMethod(func, cls) : new StaticMethod(func, cls),
  });
  methods(type, {
    '__init__(self, function, /)': () => null,
    *'__repr__(self, /)'(vm, self: ClassMethod) {
      return `<${type.name}(${String(yield* wait(repr(vm, self.func)))})>`;
    },
  });
  attribute<ClassMethod>(type, '__func__', (_vm, self) => self.func);
  attribute<ClassMethod>(type, '__wrapped__', (_vm, self) => self.func);
  attribute<ClassMethod>(type, '__isabstractmethod__', (_vm, self) => isAbstract(self.func));
  for (const name of ['__name__', '__qualname__', '__module__', '__doc__', '__annotations__']) {
    attribute<ClassMethod>(type, name, (vm, self) => getAttribute(vm, self.func, name));
  }
}
methods(classMethodType, {
  '__get__(self, instance, owner=None, /)': (
    _vm,
    self: ClassMethod,
    instance: Value,
    owner: Value,
  ) => new BoundMethod(self.func, owner ?? typeOf(instance)),
});
methods(staticMethodType, {
  '__get__(self, instance, owner=None, /)': (_vm, self: StaticMethod) => self.func,
  '__call__(self, /, *args, **kwargs)': (
    vm,
    self: StaticMethod,
    args: Value[],
    keywords: { values: Map<unknown, Value> },
  ) => call(vm, self.func, args, keywords.values as Map<string, Value>),
});

methods(getsetType, {
  '__get__(self, instance, owner=None, /)': (vm, self: GetSet, instance: Value) =>
    instance === null ? self : self.get(vm, instance as never),
  '__set__(self, instance, value, /)': (vm, self: GetSet, instance: Value, value: Value) => {
    if (self.set === null) {
      raise(
        'AttributeError',
        `attribute '${self.name}' of '${self.owner.name}' objects is not writable`,
      );
    }
    return then(self.set(vm, instance as never, value), () => null);
  },
  '__repr__(self, /)': (_vm, self: GetSet) =>
    `<attribute '${self.name}' of '${self.owner.name}' objects>`,
});
attribute<GetSet>(getsetType, '__name__', (_vm, self) => self.name);
attribute<GetSet>(getsetType, '__objclass__', (_vm, self) => self.owner);
attribute<GetSet>(getsetType, '__doc__', () => null);
