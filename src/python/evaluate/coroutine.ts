// `await`, `yield from` and asynchronous iteration. There is no event loop: asyncio.run drives a
// coroutine, and what would wait goes on at once.

import { methods } from '../native.ts';
import { raise } from '../values/exception.ts';
import { NativeIterator } from '../values/iterator.ts';
import { builtinType, type Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { typeName, typeOf } from './attributes.ts';
import { callMethod, callSpecial } from './call.ts';
import './asyncGenerator.ts';
import './coroutineWrapper.ts';
import { coroutineType, Generator } from './frame.ts';
import { resume } from './generator.ts';
import type { Interpreter } from './interpreter.ts';
import { DONE, steps, wait, type Result, type Steps } from './pending.ts';
import { isException, next } from './protocols.ts';
import { then } from './then.ts';

/** The iterator that `await value` delegates to. */
export function awaitable(vm: Interpreter, value: Value): Result {
  if (value instanceof Generator && value.cls === coroutineType) return value;
  if (isUnknown(value)) return value;
  const result = callSpecial(vm, value, '__await__', []);
  if (result === undefined) {
    raise('TypeError', `object ${typeName(value)} can't be used in 'await' expression`);
  }
  return then(result, (iterator) => {
    if (iterator instanceof NativeIterator || isUnknown(iterator)) return iterator;
    if (iterator instanceof Generator && iterator.cls === coroutineType && iterator !== value)
      raise('TypeError', '__await__() returned a coroutine');
    if (typeOf(iterator).lookup('__next__') !== undefined || iterator instanceof Generator)
      return iterator;
    return raise('TypeError', `__await__() returned non-iterator of type '${typeName(iterator)}'`);
  });
}

/**
 * Sends a value to the iterator of a `yield from`: what it yields, or DONE with its return value
 * in `vm.stopValue`.
 */
export function send(vm: Interpreter, iterator: Value, value: Value): Result {
  if (isUnknown(iterator)) {
    vm.stopValue = new Unknown(reasonOf(iterator));
    return DONE;
  }
  if (iterator instanceof Generator) return resume(vm, iterator, value, 'quiet');
  if (value === null || (iterator instanceof NativeIterator && !hasSend(iterator))) {
    vm.stopValue = null;
    if (iterator instanceof NativeIterator) return next(vm, iterator);
    return steps(sendTo(vm, iterator, null));
  }
  return steps(sendTo(vm, iterator, value));
}

function hasSend(iterator: NativeIterator): boolean {
  return iterator.cls.lookup('send') !== undefined;
}

function* sendTo(vm: Interpreter, iterator: Value, value: Value): Steps {
  try {
    if (value === null) return yield* wait(callMethod(vm, iterator, '__next__', []));
    return yield* wait(callMethod(vm, iterator, 'send', [value]));
  } catch (error) {
    if (!isException(error, 'StopIteration')) throw error;
    vm.stopValue = error.value.args.items[0] ?? null;
    return DONE;
  }
}

export function asyncIterator(vm: Interpreter, value: Value): Result {
  if (isUnknown(value)) return value;
  const result = callSpecial(vm, value, '__aiter__', []);
  if (result !== undefined) return result;
  raise(
    'TypeError',
    `'async for' requires an object with __aiter__ method, got ${typeName(value)}`,
  );
}

/** An awaitable for the next item; it ends with DONE instead of StopAsyncIteration. */
export function asyncNext(vm: Interpreter, iterator: Value): Result {
  if (isUnknown(iterator) || typeOf(iterator).lookup('__anext__') === undefined) {
    raise(
      'TypeError',
      `'async for' requires an iterator with __anext__ method, got ${typeName(iterator)}`,
    );
  }
  return then(callSpecial(vm, iterator, '__anext__', []) as Result, (item) => new AsyncItem(item));
}

const asyncItemType = builtinType('async_item');

/** Waits for what `__anext__` gave. */
class AsyncItem extends NativeIterator {
  readonly #item: Value;
  #awaited: Value | undefined = undefined;
  constructor(item: Value) {
    super(asyncItemType);
    this.#item = item;
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
      vm.stopValue = DONE;
      return DONE;
    }
  }

  /** Raises an exception where the awaited one waits; one that ends the iteration ends the loop. */
  *throw(vm: Interpreter, exception: readonly Value[]): Steps {
    try {
      return yield* wait(callMethod(vm, this.#awaited ?? null, 'throw', [...exception]));
    } catch (error) {
      if (!isException(error, 'StopAsyncIteration')) throw error;
      return raise('StopIteration', DONE);
    }
  }
}

methods(asyncItemType, {
  '__await__(self, /)': (_vm, self: AsyncItem) => self,
  *'throw(self, type, value=None, traceback=None, /)'(
    vm,
    self: AsyncItem,
    type: Value,
    value: Value,
    traceback: Value,
  ) {
    return yield* self.throw(vm, [type, value, traceback]);
  },
});
