// globals(), locals() and the namespace that a frame's variables make.

import { native } from '../native.ts';
import type { Frame } from '../evaluate/frame.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import type { NativeFunction } from '../values/callable.ts';
import { Dict } from '../values/object.ts';

export const scopeFunctions = (): NativeFunction[] => [
  native('globals()', (vm) => vm.currentFrame()?.globals ?? new Dict()),
  native('locals()', (vm) => currentLocals(vm) ?? new Dict()),
];

/** The variables of the running frame: its namespace, or a copy of a function's variables. */
export function currentLocals(vm: Interpreter): Dict | null {
  const frame = vm.currentFrame();
  return frame === null ? null : frameLocals(frame);
}

/** A frame's namespace, or a copy of its variables. */
export function frameLocals(frame: Frame): Dict {
  if (frame.locals !== null) return frame.locals;
  if (frame.code.kind === 'module') return frame.globals;
  const locals = new Dict();
  const { slotNames, cellNames, freeNames } = frame.code;
  for (const [i, name] of slotNames.entries()) {
    const value = frame.slots[i];
    if (value !== undefined && /^[^\d\W]/u.test(name)) locals.setName(name, value);
  }
  for (const [i, name] of [...cellNames, ...freeNames].entries()) {
    const value = frame.cells[i]?.value;
    if (value !== undefined) locals.setName(name, value);
  }
  return locals;
}
