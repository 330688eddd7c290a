// property, classmethod and staticmethod, and attributes that our own code computes.

import {
  bindClass,
  findAttribute,
  getAttribute,
  propertyMessage,
  refuseWrite,
  setAttribute,
  typeName,
  typeOf,
} from '../evaluate/attributes.ts';
import { call } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { steps, wait, type Result, type Steps } from '../evaluate/pending.ts';
import { repr, truth } from '../evaluate/protocols.ts';
import { then } from '../evaluate/then.ts';
import { attribute, methods, staticMethods } from '../native.ts';
import {
  ClassMethod,
  classMethodDescriptorType,
  classMethodType,
  FunctionObject,
  GetSet,
  getsetType,
  memberType,
  type NativeFunction,
  Property,
  propertyType,
  StaticMethod,
  staticMethodType,
} from '../values/callable.ts';
import { raise } from '../values/exception.ts';
import { PyType, type Value } from '../values/object.ts';

staticMethods(propertyType, {
  '__new__(cls, /, *args, **kwargs)': (_vm, cls: PyType) => new Property(cls),
});

/** `@name.setter`: a property of the same class with one function changed. */
function* copyWith(
  vm: Interpreter,
  self: Property,
  change: Partial<Pick<Property, 'getter' | 'setter' | 'deleter'>>,
): Steps {
  const given = Object.values(change)[0] === null ? {} : change;
  const { getter, setter, deleter } = { ...pick(self), ...given };
  // A docstring that came from the getter comes from the new one.
  const doc = self.docOfGetter && getter !== null ? null : self.doc;
  return yield* wait(call(vm, self.cls, [getter, setter, deleter, doc]));
}

const pick = ({
  getter,
  setter,
  deleter,
}: Property): Pick<Property, 'getter' | 'setter' | 'deleter'> => ({
  getter,
  setter,
  deleter,
});

methods(propertyType, {
  *'__init__(self, fget=None, fset=None, fdel=None, doc=None)'(
    vm: Interpreter,
    self: Property,
    getter: Value,
    setter: Value,
    deleter: Value,
    doc: Value,
  ): Steps {
    Object.assign(self, { getter, setter, deleter, doc, docOfGetter: false });
    if (doc === null && getter !== null) {
      const found = findAttribute(vm, getter, '__doc__');
      const text = found === undefined ? null : yield* wait(found);
      if (text !== null) {
        self.docOfGetter = true;
        self.doc = text;
      }
    }
    // A subclass has a docstring of its own; the property's is an attribute of the instance.
    if (self.cls !== propertyType && self.docOfGetter) {
      yield* wait(setAttribute(vm, self, '__doc__', self.doc));
    }
    return null;
  },
  'getter(self, fget, /)': (vm, self: Property, getter: Value) =>
    steps(copyWith(vm, self, { getter })),
  'setter(self, fset, /)': (vm, self: Property, setter: Value) =>
    steps(copyWith(vm, self, { setter })),
  'deleter(self, fdel, /)': (vm, self: Property, deleter: Value) =>
    steps(copyWith(vm, self, { deleter })),
  '__get__(self, instance, owner=None, /)': (vm, self: Property, instance: Value) => {
    if (instance === null) return self;
    if (self.getter === null) refuse(self, instance, 'getter');
    return call(vm, self.getter, [instance]);
  },
  '__set__(self, instance, value, /)': (vm, self: Property, instance: Value, value: Value) => {
    if (self.setter === null) refuse(self, instance, 'setter');
    return then(call(vm, self.setter, [instance, value]), () => null);
  },
  '__delete__(self, instance, /)': (vm, self: Property, instance: Value) => {
    if (self.deleter === null) refuse(self, instance, 'deleter');
    return then(call(vm, self.deleter, [instance]), () => null);
  },
});

function refuse(self: Property, instance: Value, what: string): never {
  raise('AttributeError', propertyMessage(instance, self, what));
}

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
attribute<Property>(propertyType, '__isabstractmethod__', (vm, self) =>
  steps(isAbstract(vm, [self.getter, self.setter, self.deleter])),
);

function* isAbstract(vm: Interpreter, functions: readonly Value[]): Steps {
  for (const func of functions) {
    const found = func === null ? undefined : findAttribute(vm, func, '__isabstractmethod__');
    if (found === undefined) continue;
    if ((yield* wait(truth(vm, yield* wait(found)))) === true) return true;
  }
  return false;
}

const wrapped = ['__name__', '__qualname__', '__module__', '__doc__', '__annotations__'];

for (const type of [classMethodType, staticMethodType]) {
  staticMethods(type, {
    '__new__(cls, /, *args, **kwargs)': (_vm, cls: PyType) =>
      type === classMethodType ? new ClassMethod(null, cls) : new StaticMethod(null, cls),
  });
  methods(type, {
    *'__init__(self, function, /)'(vm: Interpreter, self: ClassMethod, func: Value): Steps {
      self.func = func;
      // What names a function names the method too.
      for (const name of wrapped) {
        if (func instanceof FunctionObject) {
          self.setAttr(name, yield* wait(getAttribute(vm, func, name)));
        } else {
          const found = findAttribute(vm, func, name);
          if (found !== undefined) self.setAttr(name, yield* wait(found));
        }
      }
      if (func instanceof FunctionObject && func.attrs !== null) {
        for (const [name, value] of func.attrs.entries()) self.attrs?.set(name, value);
      }
      return null;
    },
    *'__repr__(self, /)'(vm, self: ClassMethod) {
      return `<${type.name}(${String(yield* wait(repr(vm, self.func)))})>`;
    },
  });
  attribute<ClassMethod>(type, '__func__', (_vm, self) => self.func);
  attribute<ClassMethod>(type, '__wrapped__', (_vm, self) => self.func);
  readOnly(type, '__func__', '__wrapped__');
  attribute<ClassMethod>(type, '__isabstractmethod__', (vm, self) =>
    steps(isAbstract(vm, [self.func])),
  );
}
readOnly(propertyType, 'fget', 'fset', 'fdel');
methods(classMethodType, {
  '__get__(self, instance, owner=None, /)': (
    vm,
    self: ClassMethod,
    instance: Value,
    owner: Value,
  ) => bindClass(vm, self.func, owner instanceof PyType ? owner : typeOf(instance)),
});
methods(classMethodDescriptorType, {
  '__get__(self, instance=None, owner=None, /)': (
    vm,
    self: ClassMethod,
    instance: Value,
    owner: Value,
  ) => bindClass(vm, self.func, ownerOf(self, instance, owner)),
  '__call__(self, /, *args, **kwargs)': (
    vm,
    self: ClassMethod,
    args: Value[],
    keywords: { values: Map<unknown, Value> },
  ) => call(vm, self.func, args, keywords.values as Map<string, Value>),
  '__repr__(self, /)': (_vm, self: ClassMethod) => {
    const { name, owner } = self.func as NativeFunction;
    return `<method '${name}' of '${owner?.name ?? '?'}' objects>`;
  },
});
for (const name of ['__name__', '__qualname__', '__doc__', '__text_signature__']) {
  attribute<ClassMethod>(classMethodDescriptorType, name, (vm, self) =>
    getAttribute(vm, self.func, name),
  );
}
attribute<ClassMethod>(
  classMethodDescriptorType,
  '__objclass__',
  (_vm, self) => (self.func as NativeFunction).owner,
);

function ownerOf(self: ClassMethod, instance: Value, owner: Value): PyType {
  const { name, owner: home } = self.func as NativeFunction;
  const what = `descriptor '${name}' for type '${home?.name ?? '?'}'`;
  if (owner === null && instance === null) {
    raise('TypeError', `${what} needs either an object or a type`);
  }
  const type = owner ?? typeOf(instance);
  if (!(type instanceof PyType)) {
    raise('TypeError', `${what} needs a type, not a '${typeName(type)}' as arg 2`);
  }
  if (home !== null && !type.isSubtypeOf(home)) {
    const text = `descriptor '${name}' requires a subtype of '${home.name}' but received '${type.name}'`;
    raise('TypeError', text);
  }
  return type;
}

methods(staticMethodType, {
  '__get__(self, instance, owner=None, /)': (_vm, self: StaticMethod) => self.func,
  '__call__(self, /, *args, **kwargs)': (
    vm,
    self: StaticMethod,
    args: Value[],
    keywords: { values: Map<unknown, Value> },
  ) => call(vm, self.func, args, keywords.values as Map<string, Value>),
});

for (const type of [getsetType, memberType]) {
  methods(type, {
    '__get__(self, instance, owner=None, /)': (
      vm,
      self: GetSet,
      instance: Value,
      owner: Value,
    ): Result => {
      if (instance === null) {
        if (owner !== null) return self;
        return raise('TypeError', '__get__(None, None) is invalid');
      }
      return self.get(vm, checked(self, instance));
    },
    '__set__(self, instance, value, /)': (vm, self: GetSet, instance: Value, value: Value) => {
      if (self.set === null) refuseWrite(self);
      return then(self.set(vm, checked(self, instance), value), () => null);
    },
    '__delete__(self, instance, /)': (_vm, self: GetSet, instance: Value) => {
      if (self.remove === null) refuseWrite(self);
      return self.remove(checked(self, instance));
    },
    '__repr__(self, /)': (_vm, self: GetSet) => {
      const what = type === memberType ? 'member' : 'attribute';
      return `<${what} '${self.name}' of '${self.owner.name}' objects>`;
    },
  });
  attribute<GetSet>(type, '__name__', (_vm, self) => self.name);
  attribute<GetSet>(type, '__qualname__', (_vm, self) => `${self.owner.qualname}.${self.name}`);
  attribute<GetSet>(type, '__objclass__', (_vm, self) => self.owner);
  attribute<GetSet>(type, '__doc__', () => null);
  readOnly(type, '__name__', '__objclass__');
}

function checked(self: GetSet, instance: Value): never {
  if (typeOf(instance).isSubtypeOf(self.owner)) return instance as never;
  const text = `descriptor '${self.name}' for '${self.owner.name}' objects doesn't apply to a '${typeName(instance)}' object`;
  return raise('TypeError', text);
}

/** Attributes that CPython keeps in the object's own fields say so when they are written to. */
export function readOnly(type: PyType, ...names: string[]): void {
  for (const name of names) {
    const found = type.dict.values.get(name);
    if (found instanceof GetSet) found.cls = memberType;
  }
}
