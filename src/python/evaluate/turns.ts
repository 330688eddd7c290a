// Threads that take turns: each has a stack of work of its own, which is set aside while it waits.
// Which of them goes on is decided in Python (threading.py).

import type { Interpreter } from './interpreter.ts';
import { NativeFrame, Pending, wait, type Result, type Steps } from './pending.ts';
import { call } from './call.ts';
import { raise } from '../values/exception.ts';
import { builtinType, PyObject, type Value } from '../values/object.ts';

const turnType = builtinType('turn');

/** A thread's stack of work. */
export class Turn extends PyObject {
  readonly thread: Value;
  /** The lowest work of the stack; what resumed the thread waits for it. */
  bottom: NativeFrame | null = null;
  /** The highest, while the thread waits. */
  top: Pending | null = null;
  /** How deep the stack is. */
  depth = 0;
  /** The thread that resumed this one. */
  parent: Turn | null = null;
  constructor(thread: Value) {
    super(turnType);
    this.thread = thread;
  }
}

const currentTurn = (vm: Interpreter): Turn | null =>
  (vm.extensions.get('turn') as Turn | undefined) ?? null;

export function currentThread(vm: Interpreter): Value {
  return currentTurn(vm)?.thread ?? null;
}

/** Runs a function as a thread until it ends, with None as the result, or waits: then its turn. */
export function begin(vm: Interpreter, thread: Value, func: Value): Result {
  const turn = new Turn(thread);
  turn.bottom = new NativeFrame(work(vm, turn, func), null);
  return turn.bottom;
}

function* work(vm: Interpreter, turn: Turn, func: Value): Steps {
  enter(vm, turn);
  try {
    yield* wait(call(vm, func, []));
  } finally {
    vm.extensions.set('turn', turn.parent);
  }
  return null;
}

function enter(vm: Interpreter, turn: Turn): void {
  turn.parent = currentTurn(vm);
  vm.extensions.set('turn', turn);
}

/** Work that hands control from a thread to whoever resumed it, or back. */
export class Switch extends Pending {
  readonly turn: Turn;
  readonly to: 'resumer' | 'thread';
  constructor(turn: Turn, to: 'resumer' | 'thread') {
    super();
    this.turn = turn;
    this.to = to;
  }
}

/** Lets whoever resumed the running thread go on. */
export function park(vm: Interpreter): Result {
  const turn = currentTurn(vm);
  if (turn === null) raise('RuntimeError', 'there is no thread to set aside');
  return new Switch(turn, 'resumer');
}

export function resumeTurn(turn: Turn): Result {
  return new Switch(turn, 'thread');
}

/** Puts the other stack in place: the work that now waits for a result, and the result. */
export function exchange(vm: Interpreter, { turn, to, back }: Switch): [Pending, Value] {
  const bottom = turn.bottom as NativeFrame;
  if (to === 'thread') {
    bottom.back = back;
    enter(vm, turn);
    vm.depth += turn.depth;
    vm.top = turn.top;
    return [turn.top as Pending, null];
  }
  turn.top = back;
  turn.depth = depthOf(vm, back, bottom);
  vm.depth -= turn.depth;
  vm.extensions.set('turn', turn.parent);
  vm.top = bottom.back;
  return [bottom.back as Pending, turn];
}

/** The work between a thread's top and bottom. A comparison inside a container cannot be left. */
function depthOf(vm: Interpreter, top: Pending | null, bottom: Pending): number {
  let depth = 1;
  for (let at = top; at !== bottom; at = at.back, depth++) {
    if (at === null || vm.fork !== null || !('code' in at || at instanceof NativeFrame))
      raise('RuntimeError', 'not supported yet: a thread that waits here for another one');
  }
  return depth;
}
