// Things that can be called or that stand in a class to make attributes: functions of the program
// and of ours, bound methods, descriptors, cells, modules and generators' shells.

import { builtinType, Dict, PyObject, type PyType, type Value } from './object.ts';
import type { Result } from '../evaluate/pending.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import type { Signature } from '../signature.ts';
import type { Code } from '../evaluate/code.ts';

export const functionType = builtinType('function');
export const nativeType = builtinType('builtin_function_or_method');
export const methodDescriptorType = builtinType('method_descriptor');
/** The type of special methods of built-in types, such as `int.__add__`, and of those when bound. */
export const wrapperDescriptorType = builtinType('wrapper_descriptor');
export const methodWrapperType = builtinType('method-wrapper');
export const methodType = builtinType('method');
export const propertyType = builtinType('property', undefined, (cls) => new Property(cls));
export const classMethodType = builtinType(
  'classmethod',
  undefined,
  (cls) => new ClassMethod(null, cls),
);
/** The type of class methods that are ours, such as `dict.fromkeys`. */
export const classMethodDescriptorType = builtinType('classmethod_descriptor');
export const staticMethodType = builtinType(
  'staticmethod',
  undefined,
  (cls) => new StaticMethod(null, cls),
);
export const getsetType = builtinType('getset_descriptor');
export const memberType = builtinType('member_descriptor');
export const cellType = builtinType('cell');
export const moduleType = builtinType('module', undefined, (cls) => new ModuleObject('', cls));
export const codeType = builtinType('code');

/** A variable that a nested function shares with the function that makes it. */
export class Cell extends PyObject {
  value: Value | undefined;
  constructor(value: Value | undefined) {
    super(cellType);
    this.value = value;
  }

  snapshot(): () => void {
    const value = this.value;
    return () => {
      this.value = value;
    };
  }
}

/** A function of the program. Its defaults are evaluated at the `def`. */
export class FunctionObject extends PyObject {
  code: Code;
  readonly globals: Dict;
  name: string;
  qualname: string;
  defaults: readonly Value[];
  kwDefaults: Dict | null;
  readonly closure: readonly Cell[];
  /** Their dict, or the code that makes it when something asks for it. */
  annotations: Dict | Code | null = null;
  doc: Value;
  module: Value;
  constructor(code: Code, globals: Dict, closure: readonly Cell[]) {
    super(functionType);
    this.code = code;
    this.globals = globals;
    this.closure = closure;
    this.name = code.name;
    this.qualname = code.qualname;
    this.defaults = [];
    this.kwDefaults = null;
    this.doc = code.doc;
    this.module = globals.values.get('__name__') ?? null;
  }
}

/** Arguments in the order of the signature; `undefined` where an optional one is absent. */
export type NativeBody = (vm: Interpreter, ...args: never[]) => Result;

/** A function of ours. With no signature it takes the raw arguments. */
export class NativeFunction extends PyObject {
  readonly name: string;
  readonly signature: Signature;
  readonly body: NativeBody;
  /** The class it is a method of, for messages and reprs. */
  owner: PyType | null = null;
  module: string | null = null;
  constructor(signature: Signature, body: NativeBody, cls: PyType = nativeType) {
    super(cls);
    this.name = signature.name;
    this.signature = signature;
    this.body = body;
  }
}

export class BoundMethod extends PyObject {
  readonly func: Value;
  readonly self: Value;
  constructor(func: Value, self: Value) {
    super(func instanceof NativeFunction ? boundType(func) : methodType);
    this.func = func;
    this.self = self;
  }
}

function boundType(func: NativeFunction): PyType {
  return func.cls === wrapperDescriptorType ? methodWrapperType : nativeType;
}

export class Property extends PyObject {
  getter: Value = null;
  setter: Value = null;
  deleter: Value = null;
  doc: Value = null;
  /** Whether the docstring is the getter's. */
  docOfGetter = false;
  constructor(cls: PyType = propertyType) {
    super(cls);
  }
}

export class ClassMethod extends PyObject {
  func: Value;
  constructor(func: Value, cls: PyType = classMethodType) {
    super(cls);
    this.func = func;
  }
}

export class StaticMethod extends PyObject {
  func: Value;
  constructor(func: Value, cls: PyType = staticMethodType) {
    super(cls);
    this.func = func;
  }
}

/** An attribute that our own code computes: `__class__`, `shape`, `args`. */
export class GetSet extends PyObject {
  readonly name: string;
  readonly get: (vm: Interpreter, self: never) => Result;
  readonly set: ((vm: Interpreter, self: never, value: Value) => Result) | null;
  readonly owner: PyType;
  /** `del object.name`, where that is possible. */
  remove: ((self: never) => Result) | null = null;
  /** Whether it is one of a class's `__slots__`. */
  slot = false;
  constructor(
    owner: PyType,
    name: string,
    get: (vm: Interpreter, self: never) => Result,
    set: ((vm: Interpreter, self: never, value: Value) => Result) | null,
  ) {
    super(getsetType);
    this.owner = owner;
    this.name = name;
    this.get = get;
    this.set = set;
  }
}

/** A module: its namespace is the dict that its functions have as globals. */
export class ModuleObject extends PyObject {
  readonly name: string;
  readonly namespace: Dict;
  /** Asked for a name that the namespace lacks, for modules of ours that fill themselves. */
  missing: ((name: string) => Value | undefined) | null = null;
  /** Whether its body is under way. */
  initializing = false;
  constructor(name: string, cls: PyType = moduleType) {
    super(cls);
    this.name = name;
    this.namespace = new Dict();
    this.attrs = this.namespace;
    this.namespace.setName('__name__', name);
  }
}
