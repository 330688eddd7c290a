// Asynchronous generators: what their `asend`, `athrow` and `aclose` give to be awaited.
//
// https://docs.python.org/3.11/reference/expressions.html#asynchronous-generator-iterator-methods

import { attribute, methods } from '../native.ts';
import { makeException, raise, type ExceptionObject } from '../values/exception.ts';
import { NativeIterator } from '../values/iterator.ts';
import { builtinType, type PyType, type Value } from '../values/object.ts';
import { asyncGeneratorType, type Generator } from './frame.ts';
import { delegate, resume, throwInto, toException } from './generator.ts';
import type { Interpreter } from './interpreter.ts';
import { DONE, steps, wait, type Result, type Steps } from './pending.ts';
import { isException } from './protocols.ts';

/** Of an asynchronous generator: a step of it is awaited, or it was closed. */
interface Progress {
  running: boolean;
  closed: boolean;
}
const progress = new WeakMap<Generator, Progress>();

function progressOf(generator: Generator): Progress {
  let found = progress.get(generator);
  if (!found) progress.set(generator, (found = { running: false, closed: false }));
  return found;
}

/** What is awaited: it advances the generator, and ends with what that yields. */
abstract class Step extends NativeIterator {
  protected readonly generator: Generator;
  protected state: 'created' | 'started' | 'closed' = 'created';
  constructor(cls: PyType, generator: Generator) {
    super(cls);
    this.generator = generator;
  }

  override next(vm: Interpreter): Result {
    return steps(this.send(vm, null));
  }

  /** A value that an inner `await` waits with, or DONE with the result in `vm.stopValue`. */
  *send(vm: Interpreter, sent: Value): Steps {
    if (this.state === 'closed') raise('RuntimeError', `cannot reuse already awaited ${this.noun}`);
    if (this.state === 'started') {
      return yield* this.advance(vm, wait(resume(vm, this.generator, sent, 'quiet')));
    }
    return yield* this.start(vm, sent);
  }

  *throw(vm: Interpreter, exception: ExceptionObject): Steps {
    if (this.state === 'closed') raise('RuntimeError', `cannot reuse already awaited ${this.noun}`);
    this.state = 'started';
    return yield* this.advance(vm, throwInto(vm, this.generator, exception, 'is thrown'));
  }

  close(): void {
    this.state = 'closed';
  }

  protected abstract readonly noun: string;
  protected abstract start(vm: Interpreter, sent: Value): Steps;

  /** Marks that a step is under way. */
  protected begin(name: string): void {
    const { running } = progressOf(this.generator);
    if (running) {
      this.state = 'closed';
      raise('RuntimeError', `${name}(): asynchronous generator is already running`);
    }
    this.state = 'started';
    progressOf(this.generator).running = true;
  }

  protected *advance(vm: Interpreter, work: Steps): Steps {
    const { generator } = this;
    const its = progressOf(generator);
    try {
      const value = yield* exhaustion(work);
      // What an `await` in the generator waits for goes on to whoever drives the coroutine.
      if (delegate(generator.frame) !== undefined) return value;
      its.running = false;
      this.state = 'closed';
      return this.yielded(vm, value);
    } catch (error) {
      its.running = false;
      this.state = 'closed';
      const over = isException(error, 'StopAsyncIteration') || isException(error, 'GeneratorExit');
      if (over) its.closed = true;
      return this.failed(vm, error, over);
    }
  }

  protected yielded(vm: Interpreter, value: Value): Value {
    vm.stopValue = value;
    return DONE;
  }

  protected failed(_vm: Interpreter, error: unknown, _over: boolean): Value {
    throw error;
  }
}

/** The end of the generator is a StopAsyncIteration. */
function* exhaustion(work: Steps): Steps {
  try {
    const value = yield* work;
    return value === DONE ? raise('StopAsyncIteration') : value;
  } catch (error) {
    if (isException(error, 'StopIteration')) return raise('StopAsyncIteration');
    throw error;
  }
}

const sendType = builtinType('async_generator_asend');
const throwType = builtinType('async_generator_athrow');

class Send extends Step {
  protected readonly noun = '__anext__()/asend()';
  readonly #sent: Value;
  readonly #name: string;
  constructor(generator: Generator, name: string, sent: Value) {
    super(sendType, generator);
    this.#name = name;
    this.#sent = sent;
  }

  protected *start(vm: Interpreter, sent: Value): Steps {
    this.begin(this.#name);
    const work = wait(resume(vm, this.generator, sent ?? this.#sent, 'quiet'));
    return yield* this.advance(vm, work);
  }
}

class Throw extends Step {
  protected readonly noun = 'aclose()/athrow()';
  /** Null where the generator is closed. */
  readonly #exception: readonly [type: Value, value: Value, traceback: Value] | null;
  constructor(generator: Generator, exception: readonly [Value, Value, Value] | null) {
    super(throwType, generator);
    this.#exception = exception;
  }

  protected *start(vm: Interpreter, sent: Value): Steps {
    const { generator } = this;
    const thrown = this.#exception;
    if (generator.state === 'closed') {
      this.state = 'closed';
      vm.stopValue = null;
      return DONE;
    }
    this.begin(thrown === null ? 'aclose' : 'athrow');
    const its = progressOf(generator);
    if (its.closed) {
      its.running = false;
      this.state = 'closed';
      raise('StopAsyncIteration');
    }
    if (sent !== null)
      raise('RuntimeError', "can't send non-None value to a just-started coroutine");
    if (thrown === null) its.closed = true;
    const exception =
      thrown === null ? makeException('GeneratorExit') : yield* toException(vm, ...thrown);
    return yield* this.advance(vm, throwInto(vm, generator, exception, 'is thrown'));
  }

  protected override yielded(vm: Interpreter, value: Value): Value {
    if (this.#exception === null) raise('RuntimeError', 'async generator ignored GeneratorExit');
    return super.yielded(vm, value);
  }

  protected override failed(vm: Interpreter, error: unknown, over: boolean): Value {
    if (!over || this.#exception !== null) throw error;
    vm.stopValue = null;
    return DONE;
  }
}

for (const type of [sendType, throwType]) {
  methods(type, {
    '__await__(self, /)': (_vm, self: Step) => self,
    '__iter__(self, /)': (_vm, self: Step) => self,
    *'__next__(self, /)'(vm, self: Step) {
      return yield* stopped(vm, self.send(vm, null));
    },
    *'send(self, value, /)'(vm, self: Step, value: Value) {
      return yield* stopped(vm, self.send(vm, value));
    },
    *'throw(self, type, value=None, traceback=None, /)'(
      vm,
      self: Step,
      kind: Value,
      value: Value,
      traceback: Value,
    ) {
      const exception = yield* toException(vm, kind, value, traceback);
      return yield* stopped(vm, self.throw(vm, exception));
    },
    'close(self, /)': (_vm, self: Step) => {
      self.close();
      return null;
    },
  });
}

/** What a program that drives the awaitable by hand sees at its end. */
function* stopped(vm: Interpreter, work: Steps): Steps {
  const value = yield* work;
  if (value !== DONE) return value;
  const result = vm.stopValue;
  vm.stopValue = null;
  return result === null ? raise('StopIteration') : raise('StopIteration', result);
}

methods(asyncGeneratorType, {
  '__aiter__(self, /)': (_vm, self: Generator) => self,
  '__anext__(self, /)': (_vm, self: Generator) => new Send(self, 'anext', null),
  'asend(self, value, /)': (_vm, self: Generator, value: Value) => new Send(self, 'asend', value),
  'athrow(self, type, value=None, traceback=None, /)': (
    _vm,
    self: Generator,
    type: Value,
    value: Value,
    traceback: Value,
  ) => new Throw(self, [type, value, traceback]),
  'aclose(self, /)': (_vm, self: Generator) => new Throw(self, null),
});
attribute<Generator>(asyncGeneratorType, 'ag_running', (_vm, self) => progressOf(self).running);
