// The run loop: advances the innermost pending work until the program ends, a host must answer,
// or the slice of time is over. A call of a Python function pushes a frame here; no JavaScript
// stack grows with Python's.

import { unreachable } from '../../base/invariant.ts';
import {
  exceptionType,
  ExceptionObject,
  makeException,
  PyError,
  raise,
  TraceEntry,
} from '../values/exception.ts';
import type { Value } from '../values/object.ts';
import { settled } from './doubt.ts';
import { executeFrame } from './execute.ts';
import { Delivery, Frame } from './frame.ts';
import { raiseFromFork } from './fork.ts';
import { Thrown } from './generator.ts';
import { exchange, Switch } from './turns.ts';
import { type Interpreter, LimitReached } from './interpreter.ts';
import { HostRequest, NativeFrame, Pending, type Result } from './pending.ts';
import { Op } from './code.ts';

/** What the loop came to. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'raised'; readonly exception: ExceptionObject }
  | { readonly kind: 'waiting'; readonly request: HostRequest }
  | { readonly kind: 'slice' }
  | { readonly kind: 'limit'; readonly limit: LimitReached['limit'] };

/** Stands below the work of one `advance` or nested run and takes its result. */
export class Base extends Pending {
  value: Value | undefined = undefined;
  thrown: PyError | null = null;
}

/** Passes (loop passes and calls) between two looks at the clock. */
const FUEL = 4000;

/** Begins a piece of work; `advance` carries it on. */
export function start(vm: Interpreter, work: Pending): Base {
  const base = new Base();
  base.back = vm.top;
  work.back = base;
  vm.top = work;
  vm.depth++;
  return base;
}

/**
 * Carries the work above `base` on until it ends, waits, or `until` (of the host's clock) has
 * passed.
 */
export function advance(vm: Interpreter, base: Base, until: number): Outcome {
  vm.fuel = FUEL;
  try {
    return loop(vm, base, until);
  } catch (error) {
    if (error instanceof LimitReached) return { kind: 'limit', limit: error.limit };
    throw error;
  }
}

function loop(vm: Interpreter, base: Base, until: number): Outcome {
  for (;;) {
    const { top } = vm;
    if (top === base) {
      vm.top = base.back;
      if (base.thrown) return { kind: 'raised', exception: base.thrown.value };
      return { kind: 'value', value: base.value as Value };
    }
    if (vm.fuel < 0 && refuel(vm, until)) return { kind: 'slice' };
    if (top instanceof Frame) {
      executeFrame(vm, top);
    } else if (top instanceof NativeFrame) {
      const { first } = top;
      if (first === null) {
        stepNative(vm, top);
      } else {
        top.first = null;
        push(vm, first, top);
      }
    } else if (top instanceof HostRequest) {
      return { kind: 'waiting', request: top };
    } else if (top instanceof Thrown) {
      const { frame, exception } = top;
      frame.back = top.back;
      vm.top = frame;
      vm.depth++;
      frame.delivery = Delivery.Push;
      // Only what the generator itself is handling is the exception's context.
      if (frame.handled) setContext(exception, frame.handled);
      unwind(vm, frame, new PyError(exception), false);
    } else if (top instanceof Switch) {
      vm.depth--;
      exchangeTurns(vm, top);
    } else {
      unreachable(top as never);
    }
  }
}

/** Goes on with another thread's work. */
function exchangeTurns(vm: Interpreter, work: Switch): void {
  let outcome;
  try {
    outcome = exchange(vm, work);
  } catch (error) {
    vm.top = work.back;
    throwTo(vm, work.back as Pending, asPyError(error));
    return;
  }
  deliver(vm, ...outcome);
}

/** Counts what was done and looks at the clock; true where the slice is over. */
function refuel(vm: Interpreter, until: number): boolean {
  vm.steps += FUEL - vm.fuel;
  vm.fuel = FUEL;
  if (vm.steps > vm.limits.stepsMax) throw new LimitReached('steps');
  return vm.host.now() > until;
}

/** Answers the host request that the run waits for. */
export function answer(vm: Interpreter, request: HostRequest, value: Value): void {
  vm.top = request.back;
  deliver(vm, request.back as Pending, value);
}

/** Lets the host request fail with a Python exception. */
export function answerWithError(vm: Interpreter, request: HostRequest, error: PyError): void {
  vm.top = request.back;
  throwTo(vm, request.back as Pending, error);
}

/** Runs work to its end on the spot; requests are answered by the run's immediate evaluator. */
export function runNested(vm: Interpreter, work: Pending): Value {
  const base = start(vm, work);
  const { fuel } = vm;
  vm.depth += 3;
  if (vm.depth > vm.recursionMax) {
    vm.depth -= 3;
    vm.top = base.back;
    raise('RecursionError', 'maximum recursion depth exceeded');
  }
  try {
    for (;;) {
      const outcome = loop(vm, base, Infinity);
      switch (outcome.kind) {
        case 'value':
          return outcome.value;
        case 'raised':
          throw new PyError(outcome.exception);
        case 'waiting':
          answerNow(vm, outcome.request);
          break;
        default:
      }
    }
  } finally {
    vm.fuel = Math.min(fuel, vm.fuel);
    vm.depth -= 3;
  }
}

function answerNow(vm: Interpreter, request: HostRequest): void {
  const immediate = vm.extensions.get('answerNow') as ((request: HostRequest) => Value) | undefined;
  if (!immediate) throw new LimitReached('stopped');
  let value: Value;
  try {
    value = immediate(request);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    answerWithError(vm, request, error);
    return;
  }
  answer(vm, request, value);
}

function stepNative(vm: Interpreter, frame: NativeFrame, sent?: Value): void {
  let result;
  try {
    result = frame.steps.next(sent as Value);
  } catch (error) {
    finishWithError(vm, frame, error);
    return;
  }
  afterNative(vm, frame, result);
}

function afterNative(
  vm: Interpreter,
  frame: NativeFrame,
  result: IteratorResult<Pending, Value>,
): void {
  if (result.done) {
    vm.depth--;
    vm.top = frame.back;
    const { value } = result;
    const isSettled = vm.doubtful && frame.back instanceof Frame;
    deliver(vm, frame.back as Pending, isSettled ? settled(vm, value) : value);
    return;
  }
  push(vm, result.value, frame);
}

function finishWithError(vm: Interpreter, frame: NativeFrame, error: unknown): void {
  const thrown = asPyError(error);
  vm.depth--;
  vm.top = frame.back;
  if (vm.doubtful && frame.back instanceof Frame) {
    deliver(vm, frame.back, settled(vm, null));
    return;
  }
  throwTo(vm, frame.back as Pending, thrown);
}

/** A JavaScript stack overflow is Python's RecursionError; anything else is our own mistake. */
export function asPyError(error: unknown): PyError {
  if (error instanceof PyError) return error;
  if (error instanceof RangeError && /call stack/i.test(error.message)) {
    return new PyError(makeException('RecursionError', 'maximum recursion depth exceeded'));
  }
  throw error;
}

/** Puts work on top of what waits for it. */
export function push(vm: Interpreter, work: Pending, waiting: Pending): void {
  work.back = waiting;
  vm.top = work;
  vm.fuel--;
  if (++vm.depth > vm.recursionMax) {
    vm.top = waiting;
    vm.depth--;
    if (work instanceof Frame && work.generator) work.generator.state = 'suspended';
    throwTo(
      vm,
      waiting,
      new PyError(makeException('RecursionError', 'maximum recursion depth exceeded')),
    );
  }
  if (work instanceof HostRequest || work instanceof Thrown) vm.depth--;
}

/** Hands a result to the work that waits for it. */
export function deliver(vm: Interpreter, waiting: Pending, value: Value): void {
  if (waiting instanceof Frame) {
    const { delivery } = waiting;
    if (delivery === Delivery.Push) {
      waiting.slots[waiting.sp++] = value;
      return;
    }
    waiting.delivery = Delivery.Push;
    if (delivery === Delivery.TestKept) testKept(waiting, value);
    if (delivery === Delivery.Again) {
      waiting.slots[waiting.sp++] = value;
      waiting.pc -= 2;
    }
    return;
  }
  if (waiting instanceof Base) {
    waiting.value = value;
    return;
  }
  if (waiting instanceof NativeFrame) stepNative(vm, waiting, value);
}

/** The truth of the operand of `and` or `or`, which stays on the stack where it decides. */
function testKept(frame: Frame, value: Value): void {
  const { operations } = frame.code;
  const wanted = operations[frame.pc - 2] === Op.JumpIfTrueOrPop;
  if (value === wanted) frame.pc = (operations[frame.pc - 1] as number) * 2;
  else frame.sp--;
}

/** Hands on what is made of a frame's value, once the frame is gone. */
export function finishReturn(
  vm: Interpreter,
  after: (value: Value) => Result,
  waiting: Pending,
  value: Value,
): void {
  let result: Result;
  try {
    result = after(value);
  } catch (error) {
    throwTo(vm, waiting, asPyError(error));
    return;
  }
  if (result instanceof Pending) push(vm, result, waiting);
  else deliver(vm, waiting, result);
}

/** Raises an exception in the work that waits. */
export function throwTo(vm: Interpreter, waiting: Pending, error: PyError): void {
  if (waiting instanceof Frame) {
    waiting.delivery = Delivery.Push;
    // What a native raised has no context yet; what passed a frame has.
    if (error.value.traceback === null) chain(vm, error.value);
    unwind(vm, waiting, error, false);
    return;
  }
  if (waiting instanceof Base) {
    waiting.thrown = error;
    return;
  }
  if (!(waiting instanceof NativeFrame)) return;
  let result;
  try {
    result = waiting.steps.throw(error);
  } catch (next) {
    finishWithError(vm, waiting, next);
    return;
  }
  afterNative(vm, waiting, result);
}

/**
 * Finds the handler for an exception, in the frame or in those that wait for it. The traceback
 * gets an entry for each frame passed, unless the exception is merely raised again.
 */
export function unwind(vm: Interpreter, from: Frame, error: PyError, again: boolean): void {
  let frame = from;
  const exception = error.value;
  let isAgain = again;
  for (;;) {
    const span = frame.code.spanAt(Math.max(0, frame.pc / 2 - 1));
    if (!isAgain) {
      exception.traceback = new TraceEntry(frame, span, exception.traceback);
    }
    isAgain = false;
    const handler = findHandler(frame);
    if (handler) {
      if (span.start >= 0) frame.raisedAt = span.start;
      frame.sp = frame.code.slotNames.length + handler.depth;
      frame.slots.length = frame.sp;
      frame.slots[frame.sp++] = exception;
      frame.pc = handler.target * 2;
      vm.top = frame;
      return;
    }
    if (vm.fork !== null && raiseFromFork(vm, frame)) return;
    const { back } = frame;
    vm.depth--;
    const leaving = endGenerator(frame, error);
    vm.top = back;
    if (!(back instanceof Frame) || leaving !== error) {
      throwTo(vm, back as Pending, leaving);
      return;
    }
    back.delivery = Delivery.Push;
    frame = back;
  }
}

function findHandler(frame: Frame): { target: number; depth: number } | undefined {
  const at = frame.pc / 2 - 1;
  return frame.code.handlers.find((range) => at >= range.start && at < range.end);
}

/** A generator that an exception leaves is closed; StopIteration must not leave it. */
function endGenerator(frame: Frame, error: PyError): PyError {
  const { generator } = frame;
  if (!generator) return error;
  generator.state = 'closed';
  const noun = generator.cls.name.replace('_', ' ');
  const stop = stopName(noun, error.value);
  if (stop === null) return error;
  const wrapped = makeException('RuntimeError', `${noun} raised ${stop}`);
  wrapped.cause = error.value;
  wrapped.suppressContext = true;
  wrapped.context = error.value;
  return new PyError(wrapped);
}

/** The exception that would be taken for the generator's end. */
function stopName(noun: string, exception: ExceptionObject): string | null {
  if (exception.cls.isSubtypeOf(exceptionType('StopIteration'))) return 'StopIteration';
  const isAsync = noun === 'async generator';
  return isAsync && exception.cls.isSubtypeOf(exceptionType('StopAsyncIteration'))
    ? 'StopAsyncIteration'
    : null;
}

/** What an `except` up the stack is handling: the context of an exception raised now. */
export function handledException(vm: Interpreter): ExceptionObject | null {
  for (let work = vm.top; work !== null; work = work.back) {
    if (work instanceof Frame && work.handled) return work.handled;
  }
  return null;
}

/** Sets the context of a newly raised exception, as PEP 3134 has it. */
export function chain(vm: Interpreter, exception: ExceptionObject): void {
  const handled = handledException(vm);
  if (handled !== null) setContext(exception, handled);
}

function setContext(exception: ExceptionObject, handled: ExceptionObject): void {
  if (handled === exception) return;
  // A program may have closed the chain to a circle; the second looks only at every other link.
  let slow: Value = handled;
  let isOdd = false;
  for (let e: Value = handled; e instanceof ExceptionObject; e = e.context) {
    if (e.context === exception) {
      e.context = null;
      break;
    }
    if (isOdd) slow = (slow as ExceptionObject).context;
    if (isOdd && e.context === slow) break;
    isOdd = !isOdd;
  }
  exception.context = handled;
}
