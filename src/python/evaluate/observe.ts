// What the trace is told: values at targets and expressions, and passes of loops.

import { BoundMethod, ModuleObject } from '../values/callable.ts';
import { ambient } from '../ambient.ts';
import { Dict, PyObject, type Value } from '../values/object.ts';
import { Unknown } from '../values/unknown.ts';
import type { Observation } from './code.ts';
import type { Frame } from './frame.ts';
import { isWatched, watchLoop } from './loopWatch.ts';
import type { Interpreter } from './interpreter.ts';

export function observe(vm: Interpreter, frame: Frame, index: number, value: Value): void {
  if (vm.observer === null) return;
  const observation = frame.code.observations[index] as Observation;
  // A target that held a tensor may hold None now; of other expressions only objects matter.
  if (!(value instanceof PyObject) && observation.kind === 'expression') return;
  if (value instanceof BoundMethod || value instanceof ModuleObject) return;
  vm.observer.observe(frame, observation, value);
}

export function observePath(vm: Interpreter, frame: Frame, index: number): void {
  if (vm.observer === null) return;
  const observation = frame.code.observations[index] as Observation;
  const value = valueAt(vm, frame, observation.path);
  if (value instanceof PyObject) vm.observer.observe(frame, observation, value);
}

/** A variable and attributes of it, read without running any Python code. */
function valueAt(vm: Interpreter, frame: Frame, path: readonly string[]): Value | undefined {
  const [name, ...attributes] = path;
  let value = variable(frame, name as string);
  for (const attribute of attributes) {
    if (!(value instanceof PyObject)) return undefined;
    value = value.getAttr(attribute) ?? storedAttribute(vm, value, attribute);
  }
  return value;
}

/** Attributes that another room keeps elsewhere: a module's parameters and buffers. */
function storedAttribute(vm: Interpreter, object: PyObject, name: string): Value | undefined {
  const read = vm.extensions.get('storedAttribute') as
    ((object: PyObject, name: string) => Value | undefined) | undefined;
  return read?.(object, name);
}

/** The value of a variable of the frame, by name. */
export function variable(frame: Frame, name: string): Value | undefined {
  const { code } = frame;
  const slot = code.slotNames.indexOf(name);
  if (slot >= 0 && frame.slots[slot] !== undefined) return frame.slots[slot];
  const cell = [...code.cellNames, ...code.freeNames].indexOf(name);
  if (cell >= 0) return frame.cells[cell]?.value;
  const local = frame.locals instanceof Dict ? frame.locals.values.get(name) : undefined;
  return local === undefined ? frame.globals.values.get(name) : local;
}

/**
 * At the end of a loop's pass in a live trace: true where the loop is left now. What its body can
 * rebind is unknown then, since the passes left out would have changed it.
 */
export function leaveLoop(vm: Interpreter, frame: Frame, index: number): boolean {
  frame.passes ??= [];
  const passes = (frame.passes[index] ?? 0) + 1;
  frame.passes[index] = passes;
  const loop = frame.code.loops[index];
  if (!loop || vm.observer === null) return false;
  const watched = isWatched(vm, frame, index);
  if (!watched && !vm.observer.loopPass(frame, loop.span, passes)) return false;
  if (watchLoop(vm, frame, index)) return false;
  const reason = 'a loop was left early';
  for (const name of loop.rebinds) makeUnknown(frame, name, reason);
  frame.pc = loop.end * 2;
  frame.sp = frame.code.slotNames.length + loop.depth;
  return true;
}

export function makeUnknown(frame: Frame, name: string, reason: string): void {
  const { code } = frame;
  const unknown = new Unknown(reason);
  const slot = code.slotNames.indexOf(name);
  if (slot >= 0) {
    frame.slots[slot] = unknown;
    return;
  }
  const cell = [...code.cellNames, ...code.freeNames].indexOf(name);
  const holder = frame.cells[cell];
  if (holder) {
    ambient.journal?.touch(holder);
    holder.value = unknown;
    return;
  }
  const namespace = frame.locals ?? frame.globals;
  if (namespace instanceof Dict) namespace.setName(name, unknown);
}
