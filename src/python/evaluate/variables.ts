// Variables other than plain locals: cells, globals, and the namespaces of modules and classes.

import { ambient } from '../ambient.ts';
import { raise, raiseWithFields } from '../values/exception.ts';
import { dictType, type Value } from '../values/object.ts';
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { steps, wait, type Result, type Steps } from './pending.ts';
import { deleteItem, getItem, isException } from './protocols.ts';

export function unbound(name: string): never {
  raise(
    'UnboundLocalError',
    `cannot access local variable '${name}' where it is not associated with a value`,
  );
}

export function loadDeref(frame: Frame, index: number): Value {
  const value = frame.cells[index]?.value;
  if (value !== undefined) return value;
  const name = frame.cellName(index);
  if (index < frame.code.cellNames.length) unbound(name);
  raiseWithFields(
    'NameError',
    `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
    { name },
  );
}

export function storeDeref(frame: Frame, index: number, value: Value | undefined): void {
  const cell = frame.cells[index];
  if (!cell) return;
  ambient.journal?.touch(cell);
  cell.value = value;
}

export function loadGlobal(vm: Interpreter, frame: Frame, name: string): Value {
  const own = frame.globals.values.get(name);
  if (own !== undefined) return own;
  const builtins = vm.ownBuiltins?.get(frame.globals) ?? vm.builtins;
  const value = builtins.values.get(name);
  if (value !== undefined) return value;
  return undefinedName(name);
}

/** A name in a module or class body: its own namespace, then globals, then built-ins. */
export function loadName(vm: Interpreter, frame: Frame, name: string): Result {
  const { locals } = frame;
  if (locals && locals.cls !== dictType) {
    return steps(askNamespace(vm, locals, name, () => loadGlobal(vm, frame, name)));
  }
  const own = locals?.values.get(name);
  return own !== undefined ? own : loadGlobal(vm, frame, name);
}

/** A namespace that `__prepare__` or exec() gave: its class says what it has, `__missing__` too. */
function* askNamespace(
  vm: Interpreter,
  namespace: Value,
  name: string,
  otherwise: () => Value,
): Steps {
  try {
    return yield* wait(getItem(vm, namespace, name));
  } catch (error) {
    if (!isException(error, 'KeyError')) throw error;
    return otherwise();
  }
}

/** A variable of the function around a class body, unless the body has a name like it. */
export function loadClassDeref(vm: Interpreter, frame: Frame, index: number): Result {
  const { locals } = frame;
  const name = frame.cellName(index);
  const outer = (): Value => loadDeref(frame, index);
  if (locals && locals.cls !== dictType) return steps(askNamespace(vm, locals, name, outer));
  const own = locals?.values.get(name);
  return own === undefined ? outer() : own;
}

export function deleteName(vm: Interpreter, frame: Frame, name: string): Result {
  const namespace = frame.locals ?? frame.globals;
  if (namespace.cls !== dictType) return steps(deleteFrom(vm, namespace, name));
  return namespace.delete(name) ? null : undefinedName(name);
}

function* deleteFrom(vm: Interpreter, namespace: Value, name: string): Steps {
  try {
    return yield* wait(deleteItem(vm, namespace, name));
  } catch (error) {
    if (!isException(error, 'KeyError')) throw error;
    return undefinedName(name);
  }
}

export function undefinedName(name: string): never {
  raiseWithFields('NameError', `name '${name}' is not defined`, { name });
}
