// Generators and coroutines: resuming, throwing into and closing a frame that was set aside.
//
// https://docs.python.org/3.11/reference/expressions.html#generator-iterator-methods

import { attribute, methods } from '../native.ts';
import type { GetSet } from '../values/callable.ts';
import { Tuple } from '../values/containers.ts';
import {
  ExceptionObject,
  exceptionType,
  makeException,
  PyError,
  raise,
  TraceEntry,
} from '../values/exception.ts';
import { NativeIterator } from '../values/iterator.ts';
import { PyType, type Value } from '../values/object.ts';
import { call } from './call.ts';
import { Op } from './code.ts';
import {
  asyncGeneratorType,
  coroutineType,
  type Frame,
  Generator,
  generatorType,
} from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { DONE, Pending, steps, wait, type Result, type Steps } from './pending.ts';
import { ambient } from '../ambient.ts';
import { isException, repr } from './protocols.ts';
import { deliver, throwTo } from './run.ts';
import { findAttribute, typeName } from './attributes.ts';

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
      raise('TypeError', `can't send non-None value to a just-started ${nounOf(generator)}`);
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
    raise('ValueError', `${nounOf(generator)} already executing`);
  }
}

function nounOf(generator: Generator): string {
  return generator.cls.name.replace('_', ' ');
}

/** A generator's frame has returned: its end is told to whoever resumed it. */
export function finishGenerator(vm: Interpreter, frame: Frame, value: Value): void {
  const { generator, back } = frame;
  if (!generator || !back) return;
  generator.state = 'closed';
  if (generator.inDoubt) vm.doubtful = true;
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

/**
 * Raises an exception at the yield where the generator stands. What it delegates to is closed by a
 * GeneratorExit, or has it thrown like any other.
 */
export function* throwInto(
  vm: Interpreter,
  generator: Generator,
  exception: ExceptionObject,
  exit: 'closes' | 'is thrown' = 'closes',
): Steps {
  begin(generator);
  const { frame } = generator;
  generator.endsQuietly = false;
  if (generator.state === 'closed' && generator.cls === coroutineType)
    raise('RuntimeError', 'cannot reuse already awaited coroutine');
  if (generator.state === 'created') {
    // It is raised at the line of the definition.
    const entry = new TraceEntry(frame, frame.code.spanAt(0), exception.traceback);
    entry.line = frame.code.firstLine;
    exception.traceback = entry;
  }
  if (generator.state === 'created' || generator.state === 'closed') {
    generator.state = 'closed';
    throw new PyError(exception);
  }
  const inner = delegate(frame);
  if (inner !== undefined) {
    generator.state = 'running';
    if (exit === 'closes' && isException(new PyError(exception), 'GeneratorExit')) {
      return yield new Thrown(frame, yield* closeDelegate(vm, inner, exception));
    }
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

/** Closes what `yield from` stands in; the exception to raise then: its own, if that failed. */
function* closeDelegate(
  vm: Interpreter,
  inner: Value,
  exit: ExceptionObject,
): globalThis.Generator<Pending, ExceptionObject, Value> {
  try {
    const method = findAttribute(vm, inner, 'close');
    if (method !== undefined) yield* wait(call(vm, yield* wait(method), []));
    return exit;
  } catch (error) {
    if (error instanceof PyError) return error.value;
    throw error;
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
  try {
    const found = findAttribute(vm, inner, 'throw');
    if (found === undefined) return undefined;
    const method = yield* wait(found);
    // A method of the program's own is given what `raise` has: class, value and traceback.
    const args =
      inner instanceof Generator || inner instanceof NativeIterator
        ? [exception]
        : [exception.cls, exception, exception.traceback];
    const value = yield* wait(call(vm, method, args));
    generator.state = 'suspended';
    return value;
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    const raised = error.value;
    if (!raised.cls.isSubtypeOf(exceptionType('StopIteration')))
      return yield new Thrown(frame, raised);
    // The inner generator returned: `yield from` has its value.
    frame.slots[frame.sp - 1] = raised.args.items[0] ?? null;
    frame.pc = frame.code.operations[frame.pc - 3] as number;
    frame.pc *= 2;
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
  return raise('RuntimeError', `${nounOf(generator)} ignored GeneratorExit`);
}

/** The exception that the arguments of `throw(type, value, traceback)` mean. */
export function* toException(
  vm: Interpreter,
  type: Value,
  value: Value,
  traceback: Value = null,
): globalThis.Generator<Pending, ExceptionObject, Value> {
  if (traceback !== null && !(traceback instanceof TraceEntry))
    raise('TypeError', 'throw() third argument must be a traceback object');
  const exception = yield* instantiated(vm, type, value);
  if (traceback !== null) exception.traceback = traceback;
  return exception;
}

function* instantiated(
  vm: Interpreter,
  type: Value,
  value: Value,
): globalThis.Generator<Pending, ExceptionObject, Value> {
  if (type instanceof ExceptionObject) {
    if (value !== null) raise('TypeError', 'instance exception may not have a separate value');
    return type;
  }
  if (!(type instanceof PyType && type.isSubtypeOf(exceptionType('BaseException')))) {
    const name = typeName(type);
    const text = `exceptions must be classes or instances deriving from BaseException, not ${name}`;
    return raise('TypeError', text);
  }
  if (value instanceof ExceptionObject && value.cls.isSubtypeOf(type)) return value;
  const args = value === null ? [] : value instanceof Tuple ? value.items : [value];
  try {
    const made = yield* wait(call(vm, type, [...args]));
    if (made instanceof ExceptionObject) return made;
    const shown = String(yield* wait(repr(vm, type)));
    const text = `calling ${shown} should have returned an instance of BaseException`;
    return raise('TypeError', `${text}, not ${typeName(made)}`);
  } catch (error) {
    // What making the exception raised takes its place.
    if (error instanceof PyError) return error.value;
    throw error;
  }
}

for (const type of [generatorType, coroutineType, asyncGeneratorType]) {
  methods(type, {
    '__reduce__(self, /)': (_vm, self: Generator) =>
      raise('TypeError', `cannot pickle '${self.cls.name}' object`),
    '__reduce_ex__(self, protocol, /)': (_vm, self: Generator) =>
      raise('TypeError', `cannot pickle '${self.cls.name}' object`),
  });
}

for (const type of [generatorType, coroutineType]) {
  methods(type, {
    'send(self, value, /)': (vm, self: Generator, value: Value) => resume(vm, self, value, 'raise'),
    *'throw(self, type, value=None, traceback=None, /)'(
      vm,
      self: Generator,
      kind: Value,
      value: Value,
      traceback: Value,
    ) {
      return yield* throwInto(vm, self, yield* toException(vm, kind, value, traceback));
    },
    *'close(self, /)'(vm, self: Generator) {
      return yield* close(vm, self);
    },
  });
}

const prefixes = [
  [generatorType, 'gi', 'gi_yieldfrom'],
  [coroutineType, 'cr', 'cr_await'],
  [asyncGeneratorType, 'ag', 'ag_await'],
] as const;
for (const [type, prefix, waitsFor] of prefixes) {
  methods(type, {
    '__repr__(self, /)': (_vm, self: Generator) =>
      `<${self.cls.name} object ${self.qualname} at 0x${(0x7f0000000000 + self.id * 16).toString(16)}>`,
  });
  for (const which of ['name', 'qualname'] as const) {
    const title = `__${which}__`;
    const refuse = (): never => raise('TypeError', `${title} must be set to a string object`);
    attribute<Generator>(
      type,
      title,
      (_vm, self) => self[which],
      (_vm, self, value) => {
        if (typeof value !== 'string') return refuse();
        self[which] = value;
        return null;
      },
    );
    (type.dict.values.get(title) as GetSet).remove = refuse;
  }
  attribute<Generator>(type, `${prefix}_running`, (_vm, self) => self.state === 'running');
  attribute<Generator>(type, `${prefix}_suspended`, (_vm, self) => self.state === 'suspended');
  attribute<Generator>(type, `${prefix}_code`, (_vm, self) => self.frame.code);
  attribute<Generator>(type, waitsFor, (_vm, self) =>
    self.state === 'suspended' ? (delegate(self.frame) ?? null) : null,
  );
}
methods(generatorType, {
  '__iter__(self, /)': (_vm, self: Generator) => self,
  '__next__(self, /)': (vm, self: Generator) => resume(vm, self, null, 'raise'),
});
