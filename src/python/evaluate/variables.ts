// Variables other than plain locals: cells, globals, and the namespaces of modules and classes.

import { ambient } from '../ambient.ts';
import { raise, raiseWithFields } from '../values/exception.ts';
import type { Value } from '../values/object.ts';
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';

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
  const value = vm.builtins.values.get(name);
  if (value !== undefined) return value;
  return undefinedName(name);
}

/** A name in a module or class body: its own namespace, then globals, then built-ins. */
export function loadName(vm: Interpreter, frame: Frame, name: string): Value {
  const own = frame.locals?.values.get(name);
  return own !== undefined ? own : loadGlobal(vm, frame, name);
}

export function undefinedName(name: string): never {
  raiseWithFields('NameError', `name '${name}' is not defined`, { name });
}
