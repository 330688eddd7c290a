// Iterations of which nobody knows how often they go on: over an unknown value, or over a generator
// that loops over one. One pass is followed, so that its lines have their shapes; what it wrote to is
// unknown afterwards, and so is what a native made of the items.
//
// `vm.doubtful` is set where such an iterator ends and reset by whoever was iterating.

import { List, PySet } from '../values/containers.ts';
import { NativeIterator } from '../values/iterator.ts';
import { Dict, type Value } from '../values/object.ts';
import { poison, Unknown } from '../values/unknown.ts';
import { Op, type Loop } from './code.ts';
import { Generator, type Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { dropWatch, watchFromStart } from './loopWatch.ts';
import { makeUnknown } from './observe.ts';
import { DONE } from './pending.ts';

const REASON = 'nobody knows how often a loop went on';

/** Whether it is known before that nobody knows when the iterator ends. */
export function inDoubt(iterator: Value | undefined): boolean {
  return iterator instanceof NativeIterator && iterator.inDoubt;
}

/** A `for` begins: where its end may turn out to be in doubt, its writes are kept in mind. */
export function beginLoop(vm: Interpreter, frame: Frame, index: number, iterator: Value): void {
  const certain = inDoubt(iterator);
  const possible = iterator instanceof Generator && vm.limits.kind === 'live';
  if (certain || possible) watchFromStart(vm, frame, index, certain);
}

/** An iterator has ended for a `for` or a comprehension; `place` is the instruction that asked it. */
export function endIteration(vm: Interpreter, frame: Frame, place: number): void {
  const { doubtful } = vm;
  vm.doubtful = false;
  const { code } = frame;
  const index = code.loops.findIndex(({ start }) => place === start + 1 || place === start + 2);
  const certain = index >= 0 && dropWatch(vm, frame, index, doubtful);
  if (!doubtful && !certain) return;
  if (index >= 0) forgetRebound(frame, code.loops[index] as Loop);
  doubtItems(frame);
  if (vm.limits.kind === 'run') vm.unsupported('a loop over what is not known');
}

/** Nobody knows how many items the generator or the comprehension of the frame gives. */
export function doubtItems({ generator, code, slots }: Frame): void {
  if (generator) generator.inDoubt = true;
  else if (code.kind === 'comprehension') {
    const made = slots[code.slotNames.length];
    if (made instanceof List || made instanceof PySet || made instanceof Dict) poison(made);
  }
}

/**
 * What a native raised that iterated over something whose end is in doubt may not be raised at all:
 * its result is unknown instead. False where the exception is the program's own.
 */
export function unraised(vm: Interpreter, frame: Frame): boolean {
  vm.doubtful = false;
  const operation = frame.code.operations[frame.pc - 2] as Op;
  if (operation === Op.Unpack || operation === Op.UnpackEx) frame.pc -= 2;
  else if (!calls.has(operation)) return false;
  frame.slots[frame.sp++] = new Unknown(REASON);
  return true;
}

const calls: ReadonlySet<Op> = new Set([Op.Call, Op.CallKw, Op.CallEx, Op.Contains]);

/** A loop was left by `break`, or has ended long ago: its watch is over. */
export function leaveDoubt(vm: Interpreter, frame: Frame, place: number): void {
  const { loops } = frame.code;
  for (const [index, loop] of loops.entries()) {
    if (loop.end === place && dropWatch(vm, frame, index, false)) forgetRebound(frame, loop);
  }
}

function forgetRebound(frame: Frame, loop: Loop): void {
  for (const name of loop.rebinds) makeUnknown(frame, name, REASON);
}

/** What a native gave that iterated over something whose end is in doubt. */
export function settled(vm: Interpreter, result: Value): Value {
  if (result === DONE) return result;
  vm.doubtful = false;
  return new Unknown(REASON);
}
