// Attributes and text of functions, methods and code.

import { attribute, methods, staticMethods } from '../native.ts';
import { findAttribute, typeName, typeOf } from '../evaluate/attributes.ts';
import { call } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { wait, type Result } from '../evaluate/pending.ts';
import { repr } from '../evaluate/protocols.ts';
import { then } from '../evaluate/then.ts';
import { Code } from '../evaluate/code.ts';
import {
  BoundMethod,
  Cell,
  cellType,
  codeType,
  FunctionObject,
  functionType,
  GetSet,
  methodDescriptorType,
  methodType,
  methodWrapperType,
  NativeFunction,
  nativeType,
  wrapperDescriptorType,
} from '../values/callable.ts';
import { Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { notImplemented } from '../values/numbers.ts';
import { Dict, PyObject, PyType, type Value } from '../values/object.ts';
import { isCallable } from './attributeFunctions.ts';
import { readOnly } from './descriptors.ts';

/** An object's address, as reprs show it. */
export function address(object: PyObject): string {
  return `0x${(0x7f0000000000 + object.id * 16).toString(16)}`;
}

function writable(
  name: string,
  get: (self: FunctionObject, vm: Interpreter) => Result,
  set: (self: FunctionObject, value: Value) => void,
  remove: (self: FunctionObject) => void,
): void {
  const descriptor = new GetSet(
    functionType,
    name,
    (vm, self: FunctionObject) => get(self, vm),
    (_vm, self: FunctionObject, value) => {
      set(self, value);
      return null;
    },
  );
  descriptor.remove = (self: FunctionObject) => {
    remove(self);
    return null;
  };
  functionType.dict.setName(name, descriptor);
}

/** What a function's attribute may hold, and the error where something else is set or it is deleted. */
function wrong(name: string, what: string): never {
  raise('TypeError', `${name} must be set to a ${what} object`);
}

function text(name: string, value: Value): string {
  return typeof value === 'string' ? value : wrong(name, 'string');
}

writable(
  '__name__',
  (f) => f.name,
  (f, value) => (f.name = text('__name__', value)),
  () => wrong('__name__', 'string'),
);
writable(
  '__qualname__',
  (f) => f.qualname,
  (f, value) => (f.qualname = text('__qualname__', value)),
  () => wrong('__qualname__', 'string'),
);
writable(
  '__module__',
  (f) => f.module,
  (f, value) => (f.module = value),
  (f) => (f.module = null),
);
writable(
  '__doc__',
  (f) => f.doc,
  (f, value) => (f.doc = value),
  (f) => (f.doc = null),
);
writable(
  '__annotations__',
  annotationsOf,
  (f, value) => {
    if (value !== null && !(value instanceof Dict)) wrong('__annotations__', 'dict');
    f.annotations = value;
  },
  (f) => (f.annotations = null),
);
/** A function's annotations, which may have waited to be asked for. */
function annotationsOf(func: FunctionObject, vm: Interpreter): Result {
  const { annotations } = func;
  if (!(annotations instanceof Code)) return (func.annotations ??= new Dict());
  const made = call(vm, new FunctionObject(annotations, func.globals, []), []);
  return then(made, (dict) => (func.annotations = dict as Dict));
}

writable(
  '__defaults__',
  (f) => (f.defaults.length === 0 ? null : new Tuple(f.defaults)),
  (f, value) => {
    if (value !== null && !(value instanceof Tuple)) wrong('__defaults__', 'tuple');
    f.defaults = value === null ? [] : value.items;
  },
  (f) => (f.defaults = []),
);
writable(
  '__kwdefaults__',
  (f) => f.kwDefaults,
  (f, value) => {
    if (value !== null && !(value instanceof Dict)) wrong('__kwdefaults__', 'dict');
    f.kwDefaults = value;
  },
  (f) => (f.kwDefaults = null),
);
writable(
  '__dict__',
  (f) => (f.attrs ??= new Dict()),
  (f, value) => {
    if (!(value instanceof Dict)) {
      raise('TypeError', `__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
    }
    f.attrs = value;
  },
  () => raise('TypeError', 'cannot delete __dict__'),
);
writable(
  '__code__',
  (f) => f.code,
  (f, value) => {
    if (!(value instanceof Code)) wrong('__code__', 'code');
    const free = value.freeNames.length;
    if (free !== f.closure.length) {
      const what = `${f.name}() requires a code object with ${String(f.closure.length)} free vars`;
      raise('ValueError', `${what}, not ${String(free)}`);
    }
    f.code = value;
  },
  () => wrong('__code__', 'code'),
);
attribute<FunctionObject>(functionType, '__globals__', (_vm, self) => self.globals);
attribute<FunctionObject>(functionType, '__closure__', (_vm, self) =>
  self.closure.length === 0 ? null : new Tuple(self.closure),
);

readOnly(functionType, '__globals__', '__closure__');
attribute<FunctionObject>(functionType, '__builtins__', (vm) => vm.builtins);
readOnly(functionType, '__builtins__');

staticMethods(functionType, {
  '__new__(cls, code, globals, name=None, argdefs=None, closure=None)': (
    _vm,
    _cls: PyType,
    code: Value,
    globals: Value,
    name: Value,
    defaults: Value,
    closure: Value,
  ) => {
    if (!(code instanceof Code)) {
      const what = `argument 'code' must be code, not ${typeName(code)}`;
      return raise('TypeError', `function() ${what}`);
    }
    if (!(globals instanceof Dict)) {
      const what = `argument 'globals' must be dict, not ${typeName(globals)}`;
      return raise('TypeError', `function() ${what}`);
    }
    return makeFunction(code, globals, name, defaults, closure);
  },
});

function makeFunction(
  code: Code,
  globals: Dict,
  name: Value,
  defaults: Value,
  closure: Value,
): Value {
  if (name !== null && typeof name !== 'string') {
    raise('TypeError', 'arg 3 (name) must be None or string');
  }
  if (defaults !== null && !(defaults instanceof Tuple)) {
    raise('TypeError', 'arg 4 (defaults) must be None or tuple');
  }
  const cells = closure instanceof Tuple ? closure.items : [];
  if (closure === null ? code.freeNames.length > 0 : !(closure instanceof Tuple)) {
    raise('TypeError', `arg 5 (closure) must be ${closure === null ? '' : 'None or '}tuple`);
  }
  if (cells.length !== code.freeNames.length) {
    const needs = `${code.name} requires closure of length ${String(code.freeNames.length)}`;
    raise('ValueError', `${needs}, not ${String(cells.length)}`);
  }
  for (const cell of cells) {
    if (cell instanceof Cell) continue;
    raise('TypeError', `arg 5 (closure) expected cell, found ${typeName(cell)}`);
  }
  const made = new FunctionObject(code, globals, cells as readonly Cell[]);
  if (name !== null) made.name = made.qualname = name;
  if (defaults !== null) made.defaults = defaults.items;
  return made;
}

methods(functionType, {
  '__repr__(self, /)': (_vm, self: FunctionObject) =>
    `<function ${self.qualname} at ${address(self)}>`,
  '__call__(self, /, *args, **kwargs)': callSelf,
  '__get__(self, instance, owner=None, /)': (
    _vm,
    self: FunctionObject,
    instance: Value,
    owner: Value,
  ) => {
    if (instance !== null) return new BoundMethod(self, instance);
    if (owner !== null) return self;
    return raise('TypeError', '__get__(None, None) is invalid');
  },
});

function callSelf(vm: Interpreter, self: Value, args: Value[], keywords: Dict): Result {
  return call(vm, self, args, keywords.size === 0 ? null : (keywords.values as Map<string, Value>));
}

staticMethods(methodType, {
  '__new__(cls, function, instance, /)': (_vm, _cls: PyType, func: Value, self: Value) => {
    if (isCallable(func) !== true) raise('TypeError', 'first argument must be callable');
    if (self === null) raise('TypeError', 'self must not be None');
    return new BoundMethod(func, self);
  },
});
methods(methodType, {
  '__call__(self, /, *args, **kwargs)': callSelf,
  *'__repr__(self, /)'(vm, self: BoundMethod) {
    let name = '?';
    for (const attribute of ['__qualname__', '__name__']) {
      const found = findAttribute(vm, self.func, attribute);
      const value = found === undefined ? null : yield* wait(found);
      if (typeof value !== 'string') continue;
      name = value;
      break;
    }
    return `<bound method ${name} of ${String(yield* wait(repr(vm, self.self)))}>`;
  },
});

function boundAttribute(vm: Interpreter, self: BoundMethod, name: string): Result {
  const found = findAttribute(vm, self.func, name);
  if (found !== undefined) return found;
  return raise('AttributeError', `'method' object has no attribute '${name}'`);
}

methods(methodType, {
  '__getattr__(self, name, /)': (vm, self: BoundMethod, name: string) =>
    boundAttribute(vm, self, name),
});
for (const type of [methodType, nativeType, methodWrapperType]) {
  methods(type, {
    '__eq__(self, value, /)': (_vm, self: Value, other: Value) => {
      if (!(other instanceof BoundMethod) || !(self instanceof BoundMethod)) return notImplemented;
      return self.func === other.func && self.self === other.self;
    },
    '__hash__(self, /)': (_vm, self: BoundMethod | NativeFunction) => {
      if (self instanceof NativeFunction) return self.id;
      return (self.func as PyObject).id * 31 + (self.self instanceof PyObject ? self.self.id : 0);
    },
  });
}
attribute<BoundMethod>(methodType, '__func__', (_vm, self) => self.func);
attribute<BoundMethod>(methodType, '__self__', (_vm, self) => self.self);
for (const name of ['__name__', '__qualname__', '__doc__', '__module__']) {
  attribute<BoundMethod>(methodType, name, (vm, self) => boundAttribute(vm, self, name));
}

/** A method of ours that is bound to an object has the type of a built-in function. */
function nativeOf(callee: NativeFunction | BoundMethod): NativeFunction {
  return callee instanceof BoundMethod ? (callee.func as NativeFunction) : callee;
}

const isSpecial = (name: string): boolean => /^__\w+__$/.test(name);

function nativeRepr(self: NativeFunction | BoundMethod): string {
  const { name, owner, cls } = nativeOf(self);
  if (self instanceof BoundMethod) {
    const type = self.self instanceof PyType ? 'type' : typeName(self.self);
    const at = self.self instanceof PyObject ? ` at ${address(self.self)}` : '';
    if (isSpecial(name)) return `<method-wrapper '${name}' of ${type} object${at}>`;
    return `<built-in method ${name} of ${type} object${at}>`;
  }
  if (cls === nativeType) return `<built-in function ${name}>`;
  return `<${isSpecial(name) ? 'slot wrapper' : 'method'} '${name}' of '${owner?.name ?? '?'}' objects>`;
}

const descriptorTypes = [methodDescriptorType, wrapperDescriptorType];

/** What CPython says of the methods that stand for a slot of a type; of others we say nothing. */
const SLOT_TEXTS: Readonly<Record<string, string>> = {
  __repr__: 'Return repr(self).',
  __str__: 'Return str(self).',
  __hash__: 'Return hash(self).',
  __call__: 'Call self as a function.',
  __getattribute__: 'Return getattr(self, name).',
  __setattr__: 'Implement setattr(self, name, value).',
  __delattr__: 'Implement delattr(self, name).',
  __lt__: 'Return self<value.',
  __le__: 'Return self<=value.',
  __eq__: 'Return self==value.',
  __ne__: 'Return self!=value.',
  __gt__: 'Return self>value.',
  __ge__: 'Return self>=value.',
  __iter__: 'Implement iter(self).',
  __next__: 'Implement next(self).',
  __len__: 'Return len(self).',
  __getitem__: 'Return self[key].',
  __setitem__: 'Set self[key] to value.',
  __delitem__: 'Delete self[key].',
  __contains__: 'Return key in self.',
  __add__: 'Return self+value.',
  __mul__: 'Return self*value.',
  __bool__: 'True if self else False',
  __int__: 'int(self)',
  __float__: 'float(self)',
  __init__: 'Initialize self.  See help(type(self)) for accurate signature.',
};

for (const type of [nativeType, methodWrapperType, ...descriptorTypes]) {
  methods(type, {
    '__call__(self, /, *args, **kwargs)': callSelf,
    '__repr__(self, /)': (_vm, self: NativeFunction | BoundMethod) => nativeRepr(self),
  });
  const computed = (name: string, get: (self: NativeFunction) => Value): void =>
    attribute<NativeFunction | BoundMethod>(type, name, (_vm, self) => get(nativeOf(self)));
  computed('__name__', (self) => self.name);
  computed('__qualname__', ({ owner, name }) => (owner === null ? name : `${owner.name}.${name}`));
  computed('__doc__', ({ name }) => SLOT_TEXTS[name] ?? null);
  computed('__module__', (self) => self.module);
  computed('__text_signature__', ({ signature: { text } }) => text.slice(text.indexOf('(')));
}
for (const type of [nativeType, methodWrapperType]) {
  attribute<NativeFunction | BoundMethod>(type, '__self__', (_vm, self) =>
    self instanceof BoundMethod ? self.self : null,
  );
}
attribute<BoundMethod>(methodWrapperType, '__objclass__', (_vm, self) => nativeOf(self).owner);
for (const type of descriptorTypes) {
  attribute<NativeFunction>(type, '__objclass__', (_vm, self) => self.owner);
  methods(type, {
    '__get__(self, instance, owner=None, /)': (
      _vm,
      self: NativeFunction,
      instance: Value,
      owner: Value,
    ) => {
      if (instance === null) {
        if (owner !== null) return self;
        return raise('TypeError', '__get__(None, None) is invalid');
      }
      const { owner: home } = self;
      if (home !== null && !typeOf(instance).isSubtypeOf(home)) {
        const text = `descriptor '${self.name}' for '${home.name}' objects doesn't apply to a '${typeName(instance)}' object`;
        raise('TypeError', text);
      }
      return new BoundMethod(self, instance);
    },
  });
}

staticMethods(cellType, {
  '__new__(cls, contents=<none>, /)': (_vm, _cls: PyType, value: Value | undefined) =>
    new Cell(value),
});
attribute<Cell>(
  cellType,
  'cell_contents',
  (_vm, self) => (self.value === undefined ? raise('ValueError', 'Cell is empty') : self.value),
  (_vm, self, value) => {
    self.value = value;
    return null;
  },
);
methods(cellType, {
  '__repr__(self, /)': (_vm, self: Cell) => {
    if (self.value === undefined) return `<cell at ${address(self)}: empty>`;
    const at = self.value instanceof PyObject ? ` at ${address(self.value)}` : ' at 0x7f0000000000';
    return `<cell at ${address(self)}: ${typeName(self.value)} object${at}>`;
  },
});

const flag = { varargs: 4, varkw: 8, generator: 0x20, coroutine: 0x80, asyncGenerator: 0x200 };

attribute<Code>(codeType, 'co_name', (_vm, self) => self.name);
attribute<Code>(codeType, 'co_qualname', (_vm, self) => self.qualname);
attribute<Code>(codeType, 'co_filename', (_vm, self) => self.path);
attribute<Code>(codeType, 'co_firstlineno', (_vm, self) => self.firstLine);
attribute<Code>(codeType, 'co_argcount', (_vm, self) => self.positionalCount);
attribute<Code>(codeType, 'co_posonlyargcount', (_vm, self) => self.positionalOnlyCount);
attribute<Code>(codeType, 'co_kwonlyargcount', (_vm, self) => self.keywordOnlyCount);
attribute<Code>(codeType, 'co_varnames', (_vm, self) => {
  self.prepare?.();
  return new Tuple(self.slotNames.filter((name) => /^[^\d\W]/u.test(name)));
});
attribute<Code>(codeType, 'co_freevars', (_vm, self) => new Tuple(self.freeNames));
attribute<Code>(codeType, 'co_cellvars', (_vm, self) => new Tuple(self.cellNames));
attribute<Code>(codeType, 'co_names', (_vm, self) => {
  self.prepare?.();
  return new Tuple(self.names);
});
attribute<Code>(codeType, 'co_flags', (_vm, self) => {
  let flags = 3;
  if (self.hasVarArgs) flags |= flag.varargs;
  if (self.hasVarKeywords) flags |= flag.varkw;
  if (self.generator === 'generator') flags |= flag.generator;
  if (self.generator === 'coroutine') flags |= flag.coroutine;
  if (self.generator === 'async generator') flags |= flag.asyncGenerator;
  return flags;
});
methods(codeType, {
  '__repr__(self, /)': (_vm, self: Code) =>
    `<code object ${self.name} at ${address(self)}, file "${self.path}", line ${self.firstLine}>`,
});
