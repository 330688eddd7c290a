// Functions of asynchronous iteration: aiter, anext.

import { typeName, typeOf } from '../evaluate/attributes.ts';
import { callSpecial } from '../evaluate/call.ts';
import { awaitable, send } from '../evaluate/coroutine.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { DONE, steps, wait, type Result, type Steps } from '../evaluate/pending.ts';
import { isException } from '../evaluate/protocols.ts';
import { then } from '../evaluate/then.ts';
import { methods, native } from '../native.ts';
import type { NativeFunction } from '../values/callable.ts';
import { raise } from '../values/exception.ts';
import { NativeIterator } from '../values/iterator.ts';
import { builtinType, type Value } from '../values/object.ts';

export const asyncFunctions = (): NativeFunction[] => [
  native('aiter(async_iterable, /)', (vm, iterable: Value) => {
    const result = callSpecial(vm, iterable, '__aiter__', []);
    if (result === undefined)
      return raise('TypeError', `'${typeName(iterable)}' object is not an async iterable`);
    return then(result, (iterator) => {
      if (typeOf(iterator).lookup('__anext__') !== undefined) return iterator;
      const text = `aiter() returned not an async iterator of type '${typeName(iterator)}'`;
      return raise('TypeError', text);
    });
  }),
  native(
    'anext(async_iterator, default=<none>, /)',
    (vm, iterator: Value, otherwise: Value | undefined) => {
      const result = callSpecial(vm, iterator, '__anext__', []);
      if (result === undefined)
        return raise('TypeError', `'${typeName(iterator)}' object is not an async iterator`);
      if (otherwise === undefined) return result;
      return then(result, (item) => new OtherwiseAwaited(item, otherwise));
    },
  ),
];

const anextAwaitableType = builtinType('anext_awaitable');

/** Waits for the next item; at the end it gives the default. */
class OtherwiseAwaited extends NativeIterator {
  readonly #item: Value;
  readonly #otherwise: Value;
  #awaited: Value | undefined = undefined;
  constructor(item: Value, otherwise: Value) {
    super(anextAwaitableType);
    this.#item = item;
    this.#otherwise = otherwise;
  }

  override next(vm: Interpreter): Result {
    return steps(this.#advance(vm));
  }

  *#advance(vm: Interpreter): Steps {
    try {
      this.#awaited ??= yield* wait(awaitable(vm, this.#item));
      return yield* wait(send(vm, this.#awaited, null));
    } catch (error) {
      if (!isException(error, 'StopAsyncIteration')) throw error;
      vm.stopValue = this.#otherwise;
      return DONE;
    }
  }
}

methods(anextAwaitableType, { '__await__(self, /)': (_vm, self: Value) => self });
