// Calls: functions of the program become frames, natives run at once, classes make instances.

import {
  BoundMethod,
  ClassMethod,
  FunctionObject,
  NativeFunction,
  StaticMethod,
} from '../values/callable.ts';
import { Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { objectType, PyObject, PyType, typeType, type Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { bind as bindSignature, type Keywords } from '../signature.ts';
import { bind, bindFromClass, callHook, getAttribute, typeName, typeOf } from './attributes.ts';
import { bindArguments } from './arguments.ts';
import { asyncGeneratorType, coroutineType, Frame, Generator, generatorType } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { Pending, steps, wait, type Result, type Steps } from './pending.ts';
import { initialised } from './functions.ts';
import { runNested } from './run.ts';
import { then } from './then.ts';

/** Calls any value. The result of a Python function is pending. */
export function call(
  vm: Interpreter,
  callee: Value,
  args: Value[],
  keywords: Keywords = null,
): Result {
  if (callee instanceof FunctionObject) return callFunction(callee, args, keywords);
  if (callee instanceof NativeFunction) return callNative(vm, callee, args, keywords);
  if (callee instanceof BoundMethod) return call(vm, callee.func, [callee.self, ...args], keywords);
  if (callee instanceof PyType) return callType(vm, callee, args, keywords);
  if (isUnknown(callee)) return new Unknown(reasonOf(callee));
  if (callee instanceof StaticMethod) return call(vm, callee.func, args, keywords);
  const method = callee instanceof ClassMethod ? undefined : typeOf(callee).lookup('__call__');
  if (method === undefined) raise('TypeError', `'${typeName(callee)}' object is not callable`);
  if (method instanceof FunctionObject || method instanceof NativeFunction) {
    return call(vm, method, [callee, ...args], keywords);
  }
  return then(bind(vm, method, callee), (bound) => call(vm, bound, args, keywords));
}

/** `object.name(…)` */
export function callMethod(
  vm: Interpreter,
  object: Value,
  name: string,
  args: Value[],
  keywords: Keywords = null,
): Result {
  const found = typeOf(object).lookup(name);
  if (found instanceof FunctionObject || found instanceof NativeFunction) {
    const shadowed = object instanceof PyObject && object.attrs?.values.has(name);
    if (!shadowed) return call(vm, found, [object, ...args], keywords);
  }
  const attribute = getAttribute(vm, object, name);
  if (!(attribute instanceof Pending)) return call(vm, attribute, args, keywords);
  return steps(
    (function* (): Steps {
      return yield* wait(call(vm, yield* wait(attribute), args, keywords));
    })(),
  );
}

/** Calls a special method as the language does, on the class; undefined where it has none. */
export function callSpecial(
  vm: Interpreter,
  object: Value,
  name: string,
  args: Value[],
): Result | undefined {
  const method = typeOf(object).lookup(name);
  if (method === undefined) return undefined;
  if (method instanceof FunctionObject || method instanceof NativeFunction) {
    return call(vm, method, [object, ...args]);
  }
  return callHook(vm, method, object, args);
}

/**
 * Runs a call to its end on the spot, where nothing can wait: hashing and comparing inside a
 * container. Shares the run's limits.
 */
export function callSync(
  vm: Interpreter,
  callee: Value,
  args: Value[],
  keywords: Keywords = null,
): Value {
  return finishNow(vm, call(vm, callee, args, keywords));
}

/** Runs pending work to its end on the spot. */
export function finishNow(vm: Interpreter, result: Result): Value {
  return result instanceof Pending ? runNested(vm, result) : result;
}

function callFunction(func: FunctionObject, args: Value[], keywords: Keywords): Result {
  const frame = new Frame(func.code, func.globals, null, func);
  bindArguments(frame, func, args, keywords);
  frame.openCells(func.closure);
  return startFrame(frame);
}

/** The frame of an ordinary function; of a generator function, the generator. */
export function startFrame(frame: Frame): Result {
  switch (frame.code.generator) {
    case 'none':
      return frame;
    case 'generator':
      return new Generator(frame, generatorType);
    case 'coroutine':
      return new Generator(frame, coroutineType);
    case 'async generator':
      return new Generator(frame, asyncGeneratorType);
  }
}

type Body = (vm: Interpreter, ...args: unknown[]) => Result;

function callNative(
  vm: Interpreter,
  callee: NativeFunction,
  args: readonly Value[],
  keywords: Keywords,
): Result {
  const { signature, owner } = callee;
  if (owner !== null && signature.parameters[0]?.name === 'self') checkSelf(callee, owner, args);
  const body = callee.body as unknown as Body;
  if (
    keywords === null &&
    args.length === signature.positionalCount &&
    signature.parameters.length === args.length
  ) {
    return body(vm, ...args);
  }
  return body(vm, ...bindSignature(signature, args, keywords, owner?.name ?? null));
}

function checkSelf(callee: NativeFunction, owner: PyType, args: readonly Value[]): void {
  const self = args[0];
  if (self === undefined) {
    raise('TypeError', `unbound method ${owner.name}.${callee.name}() needs an argument`);
  }
  const type = typeOf(self);
  if (type === owner || owner === objectType || type.isSubtypeOf(owner)) return;
  if (/^__\w+__$/.test(callee.name)) {
    const text = `descriptor '${callee.name}' requires a '${owner.name}' object but received a '${type.name}'`;
    raise('TypeError', text);
  }
  raise(
    'TypeError',
    `descriptor '${callee.name}' for '${owner.name}' objects doesn't apply to a '${type.name}' object`,
  );
}

/** `Class(…)`: the metaclass's `__call__`, by default `__new__` and then `__init__`. */
function callType(vm: Interpreter, type: PyType, args: Value[], keywords: Keywords): Result {
  if (type.cls !== typeType) {
    const custom = type.cls.lookup('__call__');
    if (custom !== undefined && !(custom instanceof NativeFunction && custom.owner === typeType)) {
      if (custom instanceof FunctionObject || custom instanceof NativeFunction) {
        return call(vm, custom, [type, ...args], keywords);
      }
      return then(bind(vm, custom, type), (bound) => call(vm, bound, args, keywords));
    }
  }
  return instantiate(vm, type, args, keywords);
}

/** `type.__call__` */
export function instantiate(
  vm: Interpreter,
  type: PyType,
  args: Value[],
  keywords: Keywords,
): Result {
  if (type === typeType && args.length === 1 && keywords === null) return typeOf(args[0] as Value);
  const create = type.lookup('__new__');
  const init = type.lookup('__init__');
  const plain =
    create === undefined || (create instanceof StaticMethod && isObjectNew(create.func));
  if (plain && init instanceof FunctionObject) {
    refuseAbstract(type);
    const instance = type.allocate(type);
    vm.observer?.instantiated(instance, args, keywords);
    const frame = call(vm, init, [instance, ...args], keywords);
    return then(frame, (value) => initialised(instance, value));
  }
  return construct(vm, type, create, args, keywords);
}

function isObjectNew(func: Value): boolean {
  return func instanceof NativeFunction && func.owner === objectType;
}

function construct(
  vm: Interpreter,
  type: PyType,
  create: Value | undefined,
  args: Value[],
  keywords: Keywords,
): Result {
  if (create instanceof PyObject && !(create instanceof StaticMethod)) {
    const bound = bindFromClass(vm, create, type);
    if (bound instanceof Pending)
      return then(bound, (func) => made(vm, type, func, args, keywords));
    create = bound;
  }
  const maker = create instanceof StaticMethod ? create.func : create;
  return made(vm, type, maker, args, keywords);
}

/** What `__new__` gives, and then `__init__` where it is an instance of the class. */
function made(
  vm: Interpreter,
  type: PyType,
  maker: Value | undefined,
  args: Value[],
  keywords: Keywords,
): Result {
  if (isObjectNew(maker ?? null)) refuseAbstract(type);
  const created =
    maker === undefined ? type.allocate(type) : call(vm, maker, [type, ...args], keywords);
  return then(created, (instance) => {
    if (instance instanceof PyObject) vm.observer?.instantiated(instance, args, keywords);
    const cls = typeOf(instance);
    const init = cls.isSubtypeOf(type) ? cls.lookup('__init__') : undefined;
    if (init === undefined) return instance;
    // What is made by `__new__` alone has no `__init__` but that of every object.
    if (type.immutable && isObjectInit(init) && !isObjectNew(maker ?? null)) return instance;
    if (!(init instanceof FunctionObject || init instanceof NativeFunction)) {
      return then(bind(vm, init, instance), (callee) =>
        then(call(vm, callee, args, keywords), (value) => initialised(instance, value)),
      );
    }
    const done = call(vm, init, [instance, ...args], keywords);
    return then(done, (value) => initialised(instance, value));
  });
}

function isObjectInit(func: Value): boolean {
  return func instanceof NativeFunction && func.owner === objectType;
}

/** Classes with abstract methods left cannot be instantiated. */
export function refuseAbstract(type: PyType): void {
  const abstract = type.dict.values.get('__abstractmethods__');
  const names: Value[] =
    abstract instanceof Tuple
      ? [...abstract.items]
      : abstract instanceof PyObject && 'elements' in abstract
        ? [...(abstract.elements as Map<unknown, Value>).values()]
        : [];
  if (names.length === 0) return;
  const list = names.map(String).sort().join(', ');
  const noun = names.length === 1 ? 'method' : 'methods';
  raise('TypeError', `Can't instantiate abstract class ${type.name} with abstract ${noun} ${list}`);
}
