// Branches on unknown values. Each side runs against a journal of writes; where they meet again,
// what differs is unknown. A side that returns is remembered and joined with what the other side
// returns; a side that raises is taken back, and the other one followed.

import { ambient, type Journal, type Restorable } from '../ambient.ts';
import type { ExceptionObject } from '../values/exception.ts';
import { List, PySet } from '../values/containers.ts';
import { Cell } from '../values/callable.ts';
import { Dict, type PyObject, type Value } from '../values/object.ts';
import { poison, reasonOf, Unknown } from '../values/unknown.ts';
import { doubtItems } from './doubt.ts';
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { is } from './operators.ts';

/** What a write changed first keeps: how to put it back. */
export class ForkJournal implements Journal {
  readonly parent: Journal | null;
  readonly saved = new Map<Restorable, () => void>();
  constructor(parent: Journal | null) {
    this.parent = parent;
  }
  touch(object: Restorable): void {
    if (this.saved.has(object)) return;
    this.parent?.touch(object);
    this.saved.set(object, object.snapshot());
  }
}

interface FrameState {
  readonly slots: (Value | undefined)[];
  readonly sp: number;
  readonly pc: number;
  readonly handled: ExceptionObject | null;
}

/** One branch on an unknown value that is being followed. */
export interface Fork {
  readonly outer: Fork | null;
  readonly frame: Frame;
  readonly reason: string;
  /** The instruction where both sides meet. */
  readonly join: number;
  journal: ForkJournal;
  /** How the frame stood before the branch, with the other side next. */
  readonly other: FrameState;
  side: 'first' | 'second';
  /** What the first side came to. */
  firstEnd: FrameState | null;
  firstWrites: Map<Restorable, () => void> | null;
  /** A value that the first side returned. */
  returned: Value | undefined;
  readonly outerJournal: Journal | null;
}

const FORKS_MAX = 12;

/** Begins a fork at a conditional jump: the frame goes on with the side that does not jump. */
export function branchOnUnknown(
  vm: Interpreter,
  frame: Frame,
  target: number,
  value: PyObject,
): void {
  const branch = frame.pc / 2 - 1;
  const join = frame.code.joins.get(branch);
  const reason = reasonOf(value);
  if (join === undefined || vm.limits.kind === 'run' || depthOf(vm.fork) >= FORKS_MAX) {
    // With no place to join, the side that leaves is followed: a loop ends, a filter drops.
    frame.pc = target * 2;
    if (join === undefined) doubtItems(frame);
    if (vm.limits.kind === 'run') vm.unsupported('a condition that is not known');
    return;
  }
  const other = {
    slots: frame.slots.slice(),
    sp: frame.sp,
    pc: target * 2,
    handled: frame.handled,
  };
  const journal = new ForkJournal(ambient.journal);
  vm.fork = {
    outer: vm.fork,
    frame,
    reason,
    join,
    journal,
    other,
    side: 'first',
    firstEnd: null,
    firstWrites: null,
    returned: undefined,
    outerJournal: ambient.journal,
  };
  ambient.journal = journal;
}

function depthOf(fork: Fork | null): number {
  let depth = 0;
  for (let f = fork; f !== null; f = f.outer) depth++;
  return depth;
}

/** At a join: after the first side the second one runs; after the second, both are merged. */
export function joinFork(vm: Interpreter, frame: Frame): void {
  const { fork } = vm;
  if (!fork || fork.frame !== frame || fork.join !== frame.pc / 2 - 1) return;
  if (fork.side === 'first') {
    fork.firstEnd = stateOf(frame);
    takeBack(fork);
    restoreFrame(frame, fork.other);
    // A jump to the join itself: the second side is empty.
    if (frame.pc / 2 === fork.join) frame.pc += 2;
    else return;
  }
  merge(vm, fork, frame);
  // Another fork may end at the same place.
  joinFork(vm, frame);
}

function stateOf(frame: Frame): FrameState {
  return {
    slots: frame.slots.slice(0, frame.sp),
    sp: frame.sp,
    pc: frame.pc,
    handled: frame.handled,
  };
}

function restoreFrame(frame: Frame, state: FrameState): void {
  frame.slots.length = 0;
  for (const value of state.slots) frame.slots.push(value as Value);
  frame.sp = state.sp;
  frame.pc = state.pc;
  frame.handled = state.handled;
}

/** Undoes the first side's writes, keeping how each object looked at its end. */
function takeBack(fork: Fork): void {
  const ends = new Map<Restorable, () => void>();
  for (const [object, undo] of fork.journal.saved) {
    ends.set(object, object.snapshot());
    undo();
  }
  // What the first side made of classes was looked up, too.
  ambient.typeVersion++;
  fork.firstWrites = ends;
  fork.journal = new ForkJournal(fork.outerJournal);
  ambient.journal = fork.journal;
  fork.side = 'second';
}

function merge(vm: Interpreter, fork: Fork, frame: Frame): void {
  vm.fork = fork.outer;
  ambient.journal = fork.outerJournal;
  const touched = new Set<Restorable>([
    ...(fork.firstWrites?.keys() ?? []),
    ...fork.journal.saved.keys(),
  ]);
  for (const object of touched) blur(object, fork);
  ambient.typeVersion++;
  const { firstEnd } = fork;
  if (!firstEnd) return;
  for (let i = 0; i < Math.max(frame.sp, firstEnd.sp); i++) {
    const a = firstEnd.slots[i];
    const b = frame.slots[i];
    if (a === b || (a !== undefined && b !== undefined && is(a, b))) continue;
    frame.slots[i] = joinValues(vm, a, b, fork.reason);
  }
}

/** One value for two: the same where they agree in all that is known, else unknown. */
function joinValues(
  vm: Interpreter,
  a: Value | undefined,
  b: Value | undefined,
  reason: string,
): Value {
  const join = vm.extensions.get('joinValues') as
    ((a: Value, b: Value, reason: string) => Value | undefined) | undefined;
  if (a !== undefined && b !== undefined) {
    const joined = join?.(a, b, reason);
    if (joined !== undefined) return joined;
  }
  return new Unknown(reason);
}

/** An object that one side wrote to: what differs between the sides is unknown from here on. */
function blur(object: Restorable, fork: Fork): void {
  const keepSecond = object.snapshot();
  if (object instanceof Dict) {
    const second = new Map(object.values);
    fork.firstWrites?.get(object)?.();
    const first = fork.firstWrites?.has(object) ? new Map(object.values) : startOf(object, fork);
    keepSecond();
    for (const key of new Set([...first.keys(), ...second.keys()])) {
      if (first.get(key) !== second.get(key)) object.values.set(key, new Unknown(fork.reason));
    }
  } else if (object instanceof Cell) {
    object.value = new Unknown(fork.reason);
  } else if (object instanceof List || object instanceof PySet) {
    poison(object);
  } else if ('blur' in object && typeof object.blur === 'function') {
    object.blur(fork.reason);
  }
}

/** How a dict stood before the second side, where the first did not write to it. */
function startOf(dict: Dict, fork: Fork): Map<unknown, Value> {
  const keep = dict.snapshot();
  fork.journal.saved.get(dict)?.();
  const values = new Map(dict.values);
  keep();
  return values;
}

/**
 * A `return` inside a fork. The first side's is remembered and the second side runs (undefined);
 * the second's is joined with it.
 */
export function returnFromFork(vm: Interpreter, frame: Frame, value: Value): Value | undefined {
  const fork = vm.fork as Fork;
  if (fork.side === 'first') {
    fork.returned = value;
    takeBack(fork);
    restoreFrame(frame, fork.other);
    return undefined;
  }
  vm.fork = fork.outer;
  ambient.journal = fork.outerJournal;
  for (const object of fork.firstWrites?.keys() ?? []) blur(object, fork);
  const first = fork.returned;
  const joined =
    first === undefined || is(first, value) ? value : joinValues(vm, first, value, fork.reason);
  if (vm.fork?.frame === frame) return returnFromFork(vm, frame, joined);
  return joined;
}

/**
 * An exception leaves the frame that forked: the first side is taken back and the second one
 * followed; true where it was.
 */
export function raiseFromFork(vm: Interpreter, frame: Frame): boolean {
  const { fork } = vm;
  if (!fork || fork.frame !== frame) return false;
  if (fork.side === 'first') {
    takeBack(fork);
    fork.firstWrites = new Map();
    restoreFrame(frame, fork.other);
    vm.top = frame;
    return true;
  }
  vm.fork = fork.outer;
  ambient.journal = fork.outerJournal;
  return false;
}
