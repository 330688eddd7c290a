// `object` and `type`: what every value and every class can do.
//
// https://docs.python.org/3.11/reference/datamodel.html#basic-customization

import {
  defaultAttribute,
  defaultDeleteAttribute,
  defaultSetAttribute,
  findAttribute,
  hasDict,
  missingAttribute,
  typeAttribute,
  typeName,
  typeOf,
} from '../evaluate/attributes.ts';
import { callMethod, callSpecial, refuseAbstract, instantiate } from '../evaluate/call.ts';
import { setBases, subclassList } from '../evaluate/bases.ts';
import { linearise, makeType } from '../evaluate/classes.ts';
import { bestBase, changeClass, ownSlots, solid } from '../evaluate/layout.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { is } from '../evaluate/operators.ts';
import { steps, wait, type Result, type Steps } from '../evaluate/pending.ts';
import { claimsClass, hash, index, repr, str, truth } from '../evaluate/protocols.ts';
import { then } from '../evaluate/then.ts';
import { importModule, type BuiltinModule } from '../imports.ts';
import { isUnknown } from '../values/unknown.ts';
import { attribute, classMethods, methods, native, staticMethods } from '../native.ts';
import { specText } from '../text/formatSpec.ts';
import { readOnly } from './descriptors.ts';
import { MappingProxy } from './mappingProxy.ts';
import { GetSet, ModuleObject, NativeFunction, StaticMethod } from '../values/callable.ts';
import { Bytes, List, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import {
  ellipsis,
  ellipsisType,
  Float,
  noneType,
  notImplemented,
  notImplementedType,
  StrObject,
} from '../values/numbers.ts';
import { Dict, objectType, PyObject, PyType, typeType, type Value } from '../values/object.ts';

/** The module and name of a class as reprs show them: `__main__.Net`. */
export function fullName(type: PyType): string {
  return type.module === 'builtins' ? type.qualname : `${type.module}.${type.qualname}`;
}

/** The address shown of values that are no objects of ours: ints, strings, None. */
const PRIMITIVE = '0x7f0000000000';

/** An address as reprs show it. It is stable within a run, and a program can't rely on more. */
export function address(object: PyObject): string {
  return `0x7f${(object.id * 16).toString(16).padStart(10, '0')}`;
}

methods(objectType, {
  '__init__(self, /, *args, **kwargs)': (_vm, self: Value, args: Value[], keywords: Dict) => {
    if (args.length + keywords.size === 0) return null;
    const type = typeOf(self);
    const init = type.lookup('__init__');
    const create = type.lookup('__new__');
    const ownNew = create instanceof StaticMethod ? !isObjectNew(create.func) : true;
    if (!(init instanceof NativeFunction && init.owner === objectType)) {
      raise(
        'TypeError',
        'object.__init__() takes exactly one argument (the instance to initialize)',
      );
    }
    if (!ownNew) {
      raise(
        'TypeError',
        `${type.name}.__init__() takes exactly one argument (the instance to initialize)`,
      );
    }
    return null;
  },
  '__repr__(self, /)': (_vm, self: Value) =>
    `<${fullName(typeOf(self))} object at ${self instanceof PyObject ? address(self) : PRIMITIVE}>`,
  '__str__(self, /)': (vm, self: Value) => callSpecial(vm, self, '__repr__', []) ?? repr(vm, self),
  '__eq__(self, value, /)': (_vm, self: Value, value: Value) =>
    is(self, value) ? true : notImplemented,
  *'__ne__(self, value, /)'(vm: Interpreter, self: Value, value: Value): Steps {
    if (typeOf(self).lookup('__eq__') === objectType.dict.values.get('__eq__')) {
      return is(self, value) ? false : notImplemented;
    }
    const equal = yield* wait(callSpecial(vm, self, '__eq__', [value]) ?? notImplemented);
    if (equal === notImplemented || isUnknown(equal)) return equal;
    const holds = yield* wait(truth(vm, equal));
    return typeof holds === 'boolean' ? !holds : holds;
  },
  '__lt__(self, value, /)': () => notImplemented,
  '__le__(self, value, /)': () => notImplemented,
  '__gt__(self, value, /)': () => notImplemented,
  '__ge__(self, value, /)': () => notImplemented,
  '__hash__(self, /)': (vm, self: Value) => (self instanceof PyObject ? self.id : hash(vm, self)),
  '__getattribute__(self, name, /)': (vm, self: Value, given: Value): Result => {
    const name = attributeName(given);
    const found = defaultAttribute(vm, self, name);
    return found === undefined ? missingAttribute(self, name) : found;
  },
  '__setattr__(self, name, value, /)': (vm, self: Value, name: Value, value: Value) =>
    self instanceof PyType
      ? raise('TypeError', `can't apply this __setattr__ to ${typeName(self)} object`)
      : defaultSetAttribute(vm, self, attributeName(name), value),
  '__delattr__(self, name, /)': (vm, self: Value, name: Value) =>
    self instanceof PyType
      ? raise('TypeError', `can't apply this __delattr__ to ${typeName(self)} object`)
      : defaultDeleteAttribute(vm, self, attributeName(name)),
  '__format__(self, format_spec, /)': (vm, self: Value, spec: Value) => {
    if (specText(spec) !== '') {
      raise('TypeError', `unsupported format string passed to ${typeName(self)}.__format__`);
    }
    return str(vm, self);
  },
  '__dir__(self, /)': (_vm, self: Value) => new List(namesOf(self)),
  '__sizeof__(self, /)': () => 16,
  '__getstate__(self, /)': (vm, self: Value) => steps(byCopyreg(vm, '_getstate', [self])),
  '__reduce__(self, /)': (vm, self: Value) => steps(byCopyreg(vm, '_reduce', [self, 0])),
  *'__reduce_ex__(self, protocol, /)'(vm: Interpreter, self: Value, protocol: Value): Steps {
    const own = typeOf(self).lookup('__reduce__');
    if (own !== objectType.dict.values.get('__reduce__')) {
      return yield* wait(callMethod(vm, self, '__reduce__', []));
    }
    return yield* byCopyreg(vm, '_reduce', [self, index(vm, protocol)]);
  },
});

/** How an object is taken apart is written in Python. */
function* byCopyreg(vm: Interpreter, name: string, args: Value[]): Steps {
  const module = yield* importModule(vm, 'copyreg');
  return yield* wait(callMethod(vm, module, name, args));
}

/** What only the language knows of a type, for `copyreg`. */
export const copyregParts: BuiltinModule = {
  name: '_copyreg',
  build: () => ({
    // The built-in class that decides what an instance is made of.
    layout: native('layout(cls, /)', (_vm, cls: PyType) => {
      let type = solid(cls);
      while (!type.immutable) type = solid(bestBase(type.bases));
      return type;
    }),
    // A float as eight bytes, the most significant first, and back.
    pack_double: native('pack_double(x, /)', (_vm, x: Float) => {
      const view = new DataView(new ArrayBuffer(8));
      view.setFloat64(0, x.value);
      return new Bytes(new Uint8Array(view.buffer));
    }),
    unpack_double: native('unpack_double(data, /)', (_vm, { data }: Bytes) => {
      return new Float(new DataView(data.buffer, data.byteOffset).getFloat64(0));
    }),
    // The names of the slots that hold values, of the class and its bases.
    slots: native('slots(cls, /)', (_vm, cls: PyType) => {
      const names = cls.mro.flatMap((type) => ownSlots(type));
      return new List(names);
    }),
  }),
};

function attributeName(value: Value): string {
  if (typeof value === 'string') return value;
  if (value instanceof StrObject) return value.value;
  return raise('TypeError', `attribute name must be string, not '${typeName(value)}'`);
}

function isObjectNew(func: Value): boolean {
  return func instanceof NativeFunction && func.owner === objectType;
}

/** The attributes that `dir` lists of an object. */
export function namesOf(self: Value): string[] {
  const names = new Set<string>();
  const add = (dict: Dict | null): void => {
    for (const key of dict?.values.keys() ?? []) if (typeof key === 'string') names.add(key);
  };
  if (self instanceof PyObject) add(self.attrs);
  const type = self instanceof PyType ? self : typeOf(self);
  for (const base of type.mro) add(base.dict);
  if (type.mro.every((base) => base.immutable || base.slotsOnly)) names.delete('__dict__');
  else names.add('__weakref__');
  return [...names].sort();
}

staticMethods(objectType, {
  '__new__(cls, /, *args, **kwargs)': (
    _vm: Interpreter,
    cls: PyType,
    args: Value[],
    keywords: Dict,
  ) => {
    const create = cls.lookup('__new__');
    const init = cls.lookup('__init__');
    const ownInit = !(init instanceof NativeFunction && init.owner === objectType);
    const ownNew = create instanceof StaticMethod && !isObjectNew(create.func);
    if (args.length + keywords.size > 0) {
      if (ownNew) {
        raise('TypeError', 'object.__new__() takes exactly one argument (the type to instantiate)');
      }
      if (!ownInit) raise('TypeError', `${cls.name}() takes no arguments`);
    }
    refuseAbstract(cls);
    return cls.allocate(cls);
  },
});

classMethods(objectType, {
  '__init_subclass__(cls, /, **kwargs)': (_vm: Interpreter, cls: PyType, keywords: Dict) => {
    if (keywords.size === 0) return null;
    return raise('TypeError', `${cls.qualname}.__init_subclass__() takes no keyword arguments`);
  },
  '__subclasshook__(cls, subclass, /)': () => notImplemented,
});

attribute<Value>(
  objectType,
  '__class__',
  (_vm, self) => typeOf(self),
  (_vm, self, value) => {
    if (!(value instanceof PyType)) {
      raise('TypeError', `__class__ must be set to a class, not '${typeName(value)}' object`);
    }
    changeClass(self, value);
    return null;
  },
);
removal(objectType, '__class__', () => raise('TypeError', "can't delete __class__ attribute"));
attribute<PyObject>(
  objectType,
  '__dict__',
  (_vm, self) => {
    if (!(self instanceof PyObject) || !hasDict(self)) missingAttribute(self, '__dict__');
    return (self.attrs ??= new Dict());
  },
  (_vm, self, value) => {
    if (self instanceof PyType || self instanceof ModuleObject) {
      raise('AttributeError', 'This object has no __dict__');
    }
    if (!(self instanceof PyObject) || !hasDict(self)) missingAttribute(self, '__dict__');
    if (!(value instanceof Dict)) {
      raise('TypeError', `__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
    }
    self.attrs = value;
    return null;
  },
);
removal(objectType, '__dict__', (self: PyObject) => {
  if (self instanceof PyType) raise('AttributeError', 'This object has no __dict__');
  if (!(self instanceof PyObject) || !hasDict(self)) missingAttribute(self, '__dict__');
  self.attrs = new Dict();
  return null;
});

/** What `del object.name` does of an attribute that our own code computes. */
function removal(type: PyType, name: string, remove: (self: never) => Value): void {
  const found = type.dict.values.get(name);
  if (found instanceof GetSet) found.remove = remove;
}
attribute<Value>(objectType, '__doc__', (_vm, self) => typeOf(self).doc);

methods(typeType, {
  '__repr__(self, /)': (_vm, self: PyType) => `<class '${fullName(self)}'>`,
  '__getattribute__(self, name, /)': (vm, self: PyType, given: Value): Result => {
    const name = attributeName(given);
    return typeAttribute(vm, self, name) ?? missingAttribute(self, name);
  },
  '__setattr__(self, name, value, /)': (vm, self: PyType, name: Value, value: Value) =>
    defaultSetAttribute(vm, self, attributeName(name), value),
  '__delattr__(self, name, /)': (vm, self: PyType, name: Value) =>
    defaultDeleteAttribute(vm, self, attributeName(name)),
  '__call__(self, /, *args, **kwargs)': (vm, self: PyType, args: Value[], keywords: Dict) =>
    instantiate(vm, self, args, keywords.size > 0 ? (keywords.values as Map<string, Value>) : null),
  'mro(self, /)': (_vm, self: PyType) => new List(linearise(self, self.bases)),
  '__subclasses__(self, /)': (vm, self: PyType) => subclassList(vm, self),
  '__dir__(self, /)': (_vm, self: PyType) => new List(namesOf(self)),
  '__hash__(self, /)': (_vm, self: PyType) => self.id,
  '__instancecheck__(self, instance, /)': (vm, self: PyType, instance: Value) =>
    isOf(vm, instance, self),
  '__subclasscheck__(self, subclass, /)': (_vm, self: PyType, subclass: Value) =>
    subclass instanceof PyType
      ? subclass.isSubtypeOf(self)
      : raise('TypeError', 'issubclass() arg 1 must be a class'),
});

/** By its class, or by the class that it says it has. */
function isOf(vm: Interpreter, instance: Value, type: PyType): Result {
  if (typeOf(instance).isSubtypeOf(type)) return true;
  if (!claimsClass(typeOf(instance))) return false;
  const claimed = findAttribute(vm, instance, '__class__');
  if (claimed === undefined) return false;
  return then(claimed, (cls) => cls instanceof PyType && cls.isSubtypeOf(type));
}

staticMethods(typeType, {
  *'__new__(cls, /, *args, **kwargs)'(
    vm: Interpreter,
    cls: PyType,
    args: Value[],
    keywords: Dict,
  ): Steps {
    const [name, bases, namespace] = args;
    if (args.length === 1 && cls === typeType) return typeOf(name as Value);
    if (args.length !== 3) raise('TypeError', 'type() takes 1 or 3 arguments');
    if (typeof name !== 'string') {
      raise('TypeError', `type.__new__() argument 1 must be str, not ${typeName(name as Value)}`);
    }
    if (!(bases instanceof Tuple)) {
      raise(
        'TypeError',
        `type.__new__() argument 2 must be tuple, not ${typeName(bases as Value)}`,
      );
    }
    if (!(namespace instanceof Dict)) {
      raise(
        'TypeError',
        `type.__new__() argument 3 must be dict, not ${typeName(namespace as Value)}`,
      );
    }
    const named = keywords.values as Map<string, Value>;
    return yield* makeType(vm, cls, name, bases.items, namespace, named.size > 0 ? named : null);
  },
});
typeType.dict.setName('__init__', initOfType());

/** `type.__init__` accepts what `type.__new__` took. */
function initOfType(): Value {
  const holder = new PyType(typeType, 'holder', []);
  methods(holder, { '__init__(self, /, *args, **kwargs)': () => null });
  const made = holder.dict.values.get('__init__') as NativeFunction;
  made.owner = typeType;
  return made;
}

classMethods(typeType, {
  '__prepare__(cls, /, *args, **kwargs)': () => new Dict(),
});

function typeText(
  name: string,
  get: (self: PyType) => Value,
  set: ((self: PyType, value: Value) => void) | null = null,
): void {
  const refuseImmutable = (self: PyType): void => {
    if (!self.immutable) return;
    raise('TypeError', `cannot set '${name}' attribute of immutable type '${self.name}'`);
  };
  attribute<PyType>(
    typeType,
    name,
    (_vm, self) => get(self),
    set === null
      ? null
      : (_vm, self, value) => {
          refuseImmutable(self);
          set(self, value);
          return null;
        },
  );
  if (set === null) return;
  removal(typeType, name, (self: PyType) =>
    raise('TypeError', `cannot delete '${name}' attribute of immutable type '${self.name}'`),
  );
}

function nameText(self: PyType, attributeName: string, value: Value): string {
  const text = value instanceof StrObject ? value.value : value;
  if (typeof text !== 'string') {
    const what = `not '${typeName(value)}'`;
    return raise('TypeError', `can only assign string to ${self.name}.${attributeName}, ${what}`);
  }
  if (attributeName === '__name__' && text.includes('\0')) {
    return raise('ValueError', 'type name must not contain null characters');
  }
  return text;
}

typeText(
  '__name__',
  (self) => self.name,
  (self, value) => (self.name = nameText(self, '__name__', value)),
);
typeText(
  '__qualname__',
  (self) => self.qualname,
  (self, value) => (self.qualname = nameText(self, '__qualname__', value)),
);
typeText(
  '__module__',
  (self) => (self.immutable ? self.module : (self.dict.values.get('__module__') ?? self.module)),
  (self, value) => {
    if (typeof value === 'string') self.module = value;
    self.setTypeAttr('__module__', value);
  },
);
attribute<PyType>(
  typeType,
  '__doc__',
  (vm, self) => {
    const own = self.dict.values.get('__doc__');
    if (own instanceof PyObject && typeOf(own).lookup('__get__') !== undefined) {
      return callSpecial(vm, own, '__get__', [null, self]) ?? own;
    }
    return own instanceof GetSet || own === undefined ? self.doc : own;
  },
  (_vm, self, value) => {
    if (self.immutable) {
      raise('TypeError', `cannot set '__doc__' attribute of immutable type '${self.name}'`);
    }
    self.setTypeAttr('__doc__', value);
    return null;
  },
);
removal(typeType, '__doc__', (self: PyType) =>
  raise('TypeError', `cannot delete '__doc__' attribute of immutable type '${self.name}'`),
);
attribute<PyType>(
  typeType,
  '__bases__',
  (_vm, self) => new Tuple([...self.bases]),
  (vm, self, value) => steps(setBases(vm, self, value)),
);
removal(typeType, '__bases__', (self: PyType) =>
  raise('TypeError', `cannot delete '__bases__' attribute of immutable type '${self.name}'`),
);
typeText('__mro__', (self) => (self.mro.length === 0 ? null : new Tuple([...self.mro])));
typeText('__base__', (self) => (self === objectType ? null : bestBase(self.bases)));
typeText('__dict__', (self) => new MappingProxy(self.dict));
typeText('__class__', (self) => self.cls);
readOnly(typeType, '__mro__', '__base__');
attribute<PyType>(
  typeType,
  '__abstractmethods__',
  (_vm, self) => {
    const own = self === typeType ? undefined : self.dict.values.get('__abstractmethods__');
    return own ?? raise('AttributeError', '__abstractmethods__');
  },
  (_vm, self, value) => {
    self.setTypeAttr('__abstractmethods__', value);
    return null;
  },
);
attribute<PyType>(
  typeType,
  '__annotations__',
  (_vm, self) => {
    const found = self.dict.values.get('__annotations__');
    if (found !== undefined) return found;
    const made = new Dict();
    if (!self.immutable) self.dict.setName('__annotations__', made);
    return made;
  },
  (_vm, self, value) => {
    self.setTypeAttr('__annotations__', value);
    return null;
  },
);

for (const [type, text, value] of [
  [noneType, 'None', null],
  [ellipsisType, 'Ellipsis', ellipsis],
  [notImplementedType, 'NotImplemented', notImplemented],
] as const) {
  methods(type, { '__repr__(self, /)': () => text });
  staticMethods(type, {
    '__new__(cls, /, *args, **kwargs)': (
      _vm: Interpreter,
      _cls: PyType,
      args: Value[],
      keywords: Dict,
    ) => {
      if (args.length + keywords.size > 0) raise('TypeError', `${type.name} takes no arguments`);
      return value;
    },
  });
}
methods(noneType, {
  '__bool__(self, /)': () => false,
  '__hash__(self, /)': () => 8772539,
});
