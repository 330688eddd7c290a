// Attributes and text of functions, methods and code.

import { attribute, methods, staticMethods } from '../native.ts';
import { findAttribute, typeName } from '../evaluate/attributes.ts';
import { call } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { wait, type Result } from '../evaluate/pending.ts';
import { repr } from '../evaluate/protocols.ts';
import type { Code } from '../evaluate/code.ts';
import type { Cell } from '../values/callable.ts';
import {
  BoundMethod,
  cellType,
  codeType,
  FunctionObject,
  functionType,
  methodDescriptorType,
  methodType,
  NativeFunction,
  nativeType,
} from '../values/callable.ts';
import { Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { notImplemented } from '../values/numbers.ts';
import { Dict, PyObject, PyType, type Value } from '../values/object.ts';

/** An object's address, as reprs show it. */
export function address(object: PyObject): string {
  return `0x${(0x7f0000000000 + object.id * 16).toString(16)}`;
}

function writable(
  name: string,
  get: (self: FunctionObject) => Value,
  set: (self: FunctionObject, value: Value) => void,
): void {
  attribute<FunctionObject>(
    functionType,
    name,
    (_vm, self) => get(self),
    (_vm, self, value) => {
      set(self, value);
      return null;
    },
  );
}

function text(name: string, value: Value): string {
  return typeof value === 'string'
    ? value
    : raise('TypeError', `${name} must be set to a string object`);
}

writable(
  '__name__',
  (f) => f.name,
  (f, value) => (f.name = text('__name__', value)),
);
writable(
  '__qualname__',
  (f) => f.qualname,
  (f, value) => (f.qualname = text('__qualname__', value)),
);
writable(
  '__module__',
  (f) => f.module,
  (f, value) => (f.module = value),
);
writable(
  '__doc__',
  (f) => f.doc,
  (f, value) => (f.doc = value),
);
writable(
  '__annotations__',
  (f) => (f.annotations ??= new Dict()),
  (f, value) => (f.annotations = value instanceof Dict ? value : null),
);
writable(
  '__defaults__',
  (f) => (f.defaults.length === 0 ? null : new Tuple(f.defaults)),
  (f, value) => (f.defaults = value instanceof Tuple ? value.items : []),
);
writable(
  '__kwdefaults__',
  (f) => f.kwDefaults,
  (f, value) => (f.kwDefaults = value instanceof Dict ? value : null),
);
writable(
  '__dict__',
  (f) => (f.attrs ??= new Dict()),
  (f, value) => {
    if (value instanceof Dict) f.attrs = value;
  },
);
attribute<FunctionObject>(functionType, '__code__', (_vm, self) => self.code);
attribute<FunctionObject>(functionType, '__globals__', (_vm, self) => self.globals);
attribute<FunctionObject>(functionType, '__closure__', (_vm, self) =>
  self.closure.length === 0 ? null : new Tuple(self.closure),
);

methods(functionType, {
  '__repr__(self, /)': (_vm, self: FunctionObject) =>
    `<function ${self.qualname} at ${address(self)}>`,
  '__call__(self, /, *args, **kwargs)': callSelf,
  '__get__(self, instance, owner=None, /)': (_vm, self: FunctionObject, instance: Value) =>
    instance === null ? self : new BoundMethod(self, instance),
});

function callSelf(vm: Interpreter, self: Value, args: Value[], keywords: Dict): Result {
  return call(vm, self, args, keywords.size === 0 ? null : (keywords.values as Map<string, Value>));
}

staticMethods(methodType, {
  '__new__(cls, function, instance, /)': (_vm, _cls: PyType, func: Value, self: Value) =>
    new BoundMethod(func, self),
});
methods(methodType, {
  '__call__(self, /, *args, **kwargs)': callSelf,
  *'__repr__(self, /)'(vm, self: BoundMethod) {
    const name = self.func instanceof FunctionObject ? self.func.qualname : '?';
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
for (const type of [methodType, nativeType]) {
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

for (const type of [nativeType, methodDescriptorType]) {
  methods(type, {
    '__call__(self, /, *args, **kwargs)': callSelf,
    '__repr__(self, /)': (_vm, self: NativeFunction | BoundMethod) => nativeRepr(self),
  });
  const computed = (name: string, get: (self: NativeFunction) => Value): void =>
    attribute<NativeFunction | BoundMethod>(type, name, (_vm, self) => get(nativeOf(self)));
  computed('__name__', (self) => self.name);
  computed('__qualname__', ({ owner, name }) => (owner === null ? name : `${owner.name}.${name}`));
  computed('__doc__', () => null);
  computed('__module__', (self) => self.module);
  computed('__text_signature__', ({ signature: { text } }) => text.slice(text.indexOf('(')));
}
attribute<NativeFunction | BoundMethod>(nativeType, '__self__', (_vm, self) =>
  self instanceof BoundMethod ? self.self : null,
);
attribute<NativeFunction>(methodDescriptorType, '__objclass__', (_vm, self) => self.owner);

attribute<Cell>(cellType, 'cell_contents', (_vm, self) =>
  self.value === undefined ? raise('ValueError', 'Cell is empty') : self.value,
);

const flag = { varargs: 4, varkw: 8, generator: 0x20, coroutine: 0x80, asyncGenerator: 0x200 };

attribute<Code>(codeType, 'co_name', (_vm, self) => self.name);
attribute<Code>(codeType, 'co_qualname', (_vm, self) => self.qualname);
attribute<Code>(codeType, 'co_filename', (_vm, self) => self.path);
attribute<Code>(codeType, 'co_firstlineno', (_vm, self) => self.firstLine);
attribute<Code>(codeType, 'co_argcount', (_vm, self) => self.positionalCount);
attribute<Code>(codeType, 'co_posonlyargcount', (_vm, self) => self.positionalOnlyCount);
attribute<Code>(codeType, 'co_kwonlyargcount', (_vm, self) => self.keywordOnlyCount);
attribute<Code>(codeType, 'co_varnames', (_vm, self) => new Tuple(self.slotNames));
attribute<Code>(codeType, 'co_freevars', (_vm, self) => new Tuple(self.freeNames));
attribute<Code>(codeType, 'co_cellvars', (_vm, self) => new Tuple(self.cellNames));
attribute<Code>(codeType, 'co_names', (_vm, self) => new Tuple(self.names));
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
