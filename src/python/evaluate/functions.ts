// Smaller parts of instructions: making functions, collecting arguments, finishing `__init__`.

import { BoundMethod, type Cell, FunctionObject } from '../values/callable.ts';
import { List, PySet, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { StrObject } from '../values/numbers.ts';
import type { PyObject } from '../values/object.ts';
import {
  type Dict,
  Dict as DictClass,
  objectType,
  PyType,
  typeType,
  type Value,
} from '../values/object.ts';
import { NativeFunction } from '../values/callable.ts';
import { isUnknown, poison } from '../values/unknown.ts';
import type { Keywords } from '../signature.ts';
import { typeName, typeOf } from './attributes.ts';
import { callMethod } from './call.ts';
import { type Code, Op } from './code.ts';
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { steps, wait, type Result, type Steps } from './pending.ts';
import { collect, getItem } from './protocols.ts';
import { SuperObject } from './super.ts';

/** Takes a function's parts from the stack and puts the function there; gives the new depth. */
export function makeFunction(
  frame: Frame,
  slots: (Value | undefined)[],
  depth: number,
  flags: number,
): number {
  let sp = depth;
  const code = slots[--sp] as Code;
  const closure = flags & 8 ? ((slots[--sp] as Tuple).items as Cell[]) : [];
  const func = new FunctionObject(code, frame.globals, closure);
  if (flags & 4) func.annotations = slots[--sp] as Dict | Code;
  if (flags & 2) func.kwDefaults = slots[--sp] as Dict;
  if (flags & 1) func.defaults = (slots[--sp] as Tuple).items;
  slots[sp] = func;
  return sp + 1;
}

/** The keywords of a call with `**`. */
export function keywordsOf(dict: Dict): Keywords {
  const keywords = new Map<string, Value>();
  for (const [key, value] of dict.entries()) {
    const name = key instanceof StrObject ? key.value : key;
    if (typeof name !== 'string') raise('TypeError', 'keywords must be strings');
    keywords.set(name, value);
  }
  return keywords;
}

/** Adds all items of a source to the list, set or dict that a display or call builds. */
export function extend(
  vm: Interpreter,
  operation: number,
  target: PyObject,
  source: Value,
  callee: Value | undefined,
): Result {
  if (isUnknown(source) || isUnknown(target)) {
    poison(target);
    return null;
  }
  if (target instanceof DictClass) return mergeInto(vm, operation, target, source, callee);
  if (target instanceof List && (source instanceof List || source instanceof Tuple)) {
    if (source.cls.immutable) {
      for (const item of source.items) target.items.push(item);
      return null;
    }
  }
  return steps(
    (function* (): Steps {
      if (target instanceof List && !isUnknown(source) && !isIterable(source)) {
        const written =
          callee === undefined ? 'Value after *' : `${describeCallee(callee)} argument after *`;
        raise('TypeError', `${written} must be an iterable, not ${typeName(source)}`);
      }
      for (const item of yield* collect(vm, source)) {
        if (target instanceof List) target.items.push(item);
        else if (target instanceof PySet) target.add(item);
      }
      if (vm.doubtful) {
        vm.doubtful = false;
        poison(target);
      }
      return null;
    })(),
  );
}

function isIterable(value: Value): boolean {
  const type = typeOf(value);
  return type.lookup('__iter__') !== undefined || type.lookup('__getitem__') !== undefined;
}

/** A callee as messages about its arguments name it. */
function describeCallee(callee: Value | undefined): string {
  if (callee instanceof BoundMethod) return describeCallee(callee.func);
  if (callee instanceof FunctionObject) return `${String(callee.module)}.${callee.qualname}()`;
  if (callee instanceof PyType) {
    return callee.module === 'builtins'
      ? `${callee.qualname}()`
      : `${callee.module}.${callee.qualname}()`;
  }
  if (callee instanceof NativeFunction) {
    return callee.owner === null ? `${callee.name}()` : `${callee.owner.name}.${callee.name}()`;
  }
  return callee === undefined ? 'function' : `${typeName(callee)} object`;
}

function mergeInto(
  vm: Interpreter,
  operation: number,
  target: Dict,
  source: Value,
  callee: Value | undefined,
): Result {
  if (source instanceof DictClass) {
    for (const [key, value] of source.entries()) {
      if (operation === Op.DictMerge && target.has(key)) {
        const text = `${describeCallee(callee)} got multiple values for keyword argument '${String(key)}'`;
        raise('TypeError', text);
      }
      target.set(key, value);
    }
    return null;
  }
  if (typeOf(source).lookup('keys') === undefined) {
    if (operation === Op.DictMerge) {
      const text = `${describeCallee(callee)} argument after ** must be a mapping, not ${typeName(source)}`;
      raise('TypeError', text);
    }
    raise('TypeError', `'${typeName(source)}' object is not a mapping`);
  }
  return steps(mergeMapping(vm, target, source));
}

function* mergeMapping(vm: Interpreter, target: Dict, source: Value): Steps {
  const keys = yield* collect(vm, yield* wait(callMethod(vm, source, 'keys', [])));
  for (const key of keys) target.set(key, yield* wait(getItem(vm, source, key)));
  return null;
}

/** The new object, once its `__init__` has returned. */
export function initialised(instance: Value, value: Value): Value {
  if (value !== null && !isUnknown(value)) {
    raise('TypeError', `__init__() should return None, not '${typeName(value)}'`);
  }
  return instance;
}

/** Whether attribute access on the object may run code of its class. */
export function hasCustomAttributes(object: PyObject, cls: PyType): boolean {
  if (object instanceof SuperObject || cls.isSubtypeOf(typeType) || isUnknown(object)) return true;
  const get = cls.lookup('__getattribute__');
  return get !== undefined && !(get instanceof NativeFunction && get.owner === objectType);
}
