// Generators and coroutines: resuming, throwing into and closing a frame that was set aside.
//
// https://docs.python.org/3.11/reference/expressions.html#generator-iterator-methods

import { attribute, methods } from '../native.ts';
import { makeException, PyError, raise, type ExceptionObject } from '../values/exception.ts';
import { PyType, type Value } from '../values/object.ts';
import { call, callMethod } from './call.ts';
import { Op } from './code.ts';
import type { Generator } from './frame.ts';
import { coroutineType, type Frame, generatorType } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { DONE, Pending, steps, wait, type Result, type Steps } from './pending.ts';
import { ambient } from '../ambient.ts';
import { isException } from './protocols.ts';
import { deliver, throwTo } from './run.ts';
import { typeOf } from './attributes.ts';

/** How a resumption ends: with the mark DONE, or with StopIteration. */
export type Ending = 'quiet' | 'raise';

/** Work that continues a generator up to its next yield. */
export function resume(
  _vm: Interpreter,
  generator: Generator,
  sent: Value,
  ending: Ending,
): Result {
  begin(generator);
  const { frame } = generator;
  generator.endsQuietly = ending === 'quiet';
  if (generator.state === 'closed') {
    generator.state = 'closed';
    return steps(exhausted(generator));
  }
  if (generator.state === 'created') {
    if (sent !== null) {
      raise('TypeError', `can't send non-None value to a just-started ${generator.cls.name}`);
    }
  } else {
    frame.slots[frame.sp++] = sent;
  }
  generator.state = 'running';
  return frame;
}

function* exhausted(generator: Generator): Steps {
  if (generator.cls === coroutineType)
    raise('RuntimeError', 'cannot reuse already awaited coroutine');
  if (generator.endsQuietly) return DONE;
  return raise('StopIteration');
}

function begin(generator: Generator): void {
  ambient.journal?.touch(generator);
  if (generator.state === 'running') {
    const noun = generator.cls === coroutineType ? 'coroutine' : 'generator';
    raise('ValueError', `${noun} already executing`);
  }
}

/** A generator's frame has returned: its end is told to whoever resumed it. */
export function finishGenerator(vm: Interpreter, frame: Frame, value: Value): void {
  const { generator, back } = frame;
  if (!generator || !back) return;
  generator.state = 'closed';
  if (generator.endsQuietly) {
    vm.stopValue = value;
    deliver(vm, back, DONE);
  } else {
    const stop =
      value === null ? makeException('StopIteration') : makeException('StopIteration', value);
    throwTo(vm, back, new PyError(stop));
  }
}

/** An instruction pair that marks where a frame waits inside `yield from`. */
export function delegate(frame: Frame): Value | undefined {
  const { operations } = frame.code;
  const waiting = operations[frame.pc - 2] === Op.Yield && operations[frame.pc - 4] === Op.SendTest;
  return waiting ? frame.slots[frame.sp - 1] : undefined;
}

/** Raises an exception at the yield where the generator stands. */
export function* throwInto(
  vm: Interpreter,
  generator: Generator,
  exception: ExceptionObject,
): Steps {
  begin(generator);
  const { frame } = generator;
  generator.endsQuietly = false;
  if (generator.state === 'created' || generator.state === 'closed') {
    generator.state = 'closed';
    throw new PyError(exception);
  }
  const inner = delegate(frame);
  if (inner !== undefined) {
    const result = yield* throwIntoDelegate(vm, generator, inner, exception);
    if (result !== undefined) return result;
  }
  generator.state = 'running';
  return yield new Thrown(frame, exception);
}

/** Work that begins by raising an exception in a frame. */
export class Thrown extends Pending {
  readonly frame: Frame;
  readonly exception: ExceptionObject;
  constructor(frame: Frame, exception: ExceptionObject) {
    super();
    this.frame = frame;
    this.exception = exception;
  }
}

/** `yield from` passes the exception on; undefined where it is to be raised in this frame. */
function* throwIntoDelegate(
  vm: Interpreter,
  generator: Generator,
  inner: Value,
  exception: ExceptionObject,
): globalThis.Generator<Pending, Value | undefined, Value> {
  const { frame } = generator;
  if (isException(new PyError(exception), 'GeneratorExit')) {
    if (typeOf(inner).lookup('close') !== undefined)
      yield* wait(callMethod(vm, inner, 'close', []));
    return undefined;
  }
  if (typeOf(inner).lookup('throw') === undefined) return undefined;
  generator.state = 'running';
  try {
    const value = yield* wait(callMethod(vm, inner, 'throw', [exception]));
    generator.state = 'suspended';
    return value;
  } catch (error) {
    generator.state = 'suspended';
    if (!isException(error, 'StopIteration')) {
      if (error instanceof PyError) {
        generator.state = 'running';
        return yield new Thrown(frame, error.value);
      }
      throw error;
    }
    // The inner generator returned: `yield from` has its value.
    frame.slots[frame.sp - 1] = error.value.args.items[0] ?? null;
    frame.pc = frame.code.operations[frame.pc - 3] as number;
    frame.pc *= 2;
    generator.state = 'running';
    return yield frame;
  }
}

function* close(vm: Interpreter, generator: Generator): Steps {
  if (generator.state === 'created' || generator.state === 'closed') {
    generator.state = 'closed';
    return null;
  }
  const exit = makeException('GeneratorExit');
  try {
    yield* throwInto(vm, generator, exit);
  } catch (error) {
    if (isException(error, 'GeneratorExit') || isException(error, 'StopIteration')) return null;
    throw error;
  }
  return raise('RuntimeError', `${generator.cls.name} ignored GeneratorExit`);
}

/** The exception that `throw(type, value)` or `raise type` means. */
export function* toException(
  vm: Interpreter,
  type: Value,
  value: Value,
): globalThis.Generator<Pending, ExceptionObject, Value> {
  if (type instanceof PyType && type.mro.some((base) => base.name === 'BaseException')) {
    const made = yield* wait(call(vm, type, value === null ? [] : [value]));
    return made as ExceptionObject;
  }
  if (typeOf(type).mro.some((base) => base.name === 'BaseException'))
    return type as ExceptionObject;
  return raise('TypeError', 'exceptions must derive from BaseException');
}

for (const type of [generatorType, coroutineType]) {
  methods(type, {
    'send(self, value, /)': (vm, self: Generator, value: Value) => resume(vm, self, value, 'raise'),
    *'throw(self, type, value=None, traceback=None, /)'(
      vm,
      self: Generator,
      kind: Value,
      value: Value,
    ) {
      return yield* throwInto(vm, self, yield* toException(vm, kind, value));
    },
    *'close(self, /)'(vm, self: Generator) {
      return yield* close(vm, self);
    },
    '__repr__(self, /)': (_vm, self: Generator) =>
      `<${self.cls.name} object ${self.qualname} at 0x${(0x7f0000000000 + self.id * 16).toString(16)}>`,
  });
  attribute<Generator>(type, '__name__', (_vm, self) => self.name);
  attribute<Generator>(type, '__qualname__', (_vm, self) => self.qualname);
  attribute<Generator>(type, 'gi_running', (_vm, self) => self.state === 'running');
}
methods(generatorType, {
  '__iter__(self, /)': (_vm, self: Generator) => self,
  '__next__(self, /)': (vm, self: Generator) => resume(vm, self, null, 'raise'),
});
methods(coroutineType, {
  '__await__(self, /)': (_vm, self: Generator) => self,
});
