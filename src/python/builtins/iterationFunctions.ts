// Functions that iterate: iter, next, len, sorted, any, all.

import { ambient } from '../ambient.ts';
import { methods, native } from '../native.ts';
import { typeName, typeOf } from '../evaluate/attributes.ts';
import { call } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { DONE, steps, wait, type Result, type Steps } from '../evaluate/pending.ts';
import { collect, isException, iterate, length, next, truth } from '../evaluate/protocols.ts';
import { compare } from '../evaluate/operators.ts';
import { Generator } from '../evaluate/frame.ts';
import type { NativeFunction } from '../values/callable.ts';
import { List, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { callableIteratorType, NativeIterator } from '../values/iterator.ts';
import type { Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { isCallable } from './attributeFunctions.ts';
import { iterCall, iterFunction } from './iteratorState.ts';
import { known } from './sequences.ts';
import { sortInPlace } from './sorting.ts';

export const iterationFunctions = (): NativeFunction[] => [
  native('len(obj, /)', (vm, object: Value) => length(vm, object)),
  native('iter(object, sentinel=<none>, /)', (vm, object: Value, sentinel: Value | undefined) =>
    sentinel === undefined ? iterate(vm, object) : callUntil(vm, object, sentinel),
  ),
  native('next(iterator, default=<none>, /)', (vm, iterator: Value, otherwise: Value | undefined) =>
    steps(nextItem(vm, iterator, otherwise)),
  ),
  native(
    'sorted(*args, key=None, reverse=False)',
    function* (vm, args: Value[], key: Value, reverse: Value) {
      if (args.length !== 1) raise('TypeError', `sorted expected 1 argument, got ${args.length}`);
      const iterable = args[0] as Value;
      if (isUnknown(iterable)) return new Unknown(reasonOf(iterable));
      const items = yield* collect(vm, iterable);
      yield* sortInPlace(vm, items, key, reverse);
      return new List(items);
    },
  ),
  native('any(iterable, /)', (vm, iterable: Value) => steps(decide(vm, iterable, true))),
  native('all(iterable, /)', (vm, iterable: Value) => steps(decide(vm, iterable, false))),
];

function* nextItem(vm: Interpreter, iterator: Value, otherwise: Value | undefined): Steps {
  if (isUnknown(iterator)) return new Unknown(reasonOf(iterator));
  if (iterator instanceof NativeIterator || iterator instanceof Generator) {
    if (typeOf(iterator).lookup('__next__') === undefined) notAnIterator(iterator);
    vm.stopValue = null;
    const item = yield* wait(next(vm, iterator));
    if (item !== DONE) return item;
    if (otherwise !== undefined) return otherwise;
    // What a generator returned is the value of the StopIteration.
    const value = iterator instanceof Generator ? vm.stopValue : null;
    vm.stopValue = null;
    return value === null ? raise('StopIteration') : raise('StopIteration', value);
  }
  const method = typeOf(iterator).lookup('__next__');
  if (method === undefined) return notAnIterator(iterator);
  try {
    return yield* wait(call(vm, method, [iterator]));
  } catch (error) {
    if (otherwise !== undefined && isException(error, 'StopIteration')) return otherwise;
    throw error;
  }
}

function notAnIterator(value: Value): never {
  raise('TypeError', `'${typeName(value)}' object is not an iterator`);
}

/** `iter(callable, sentinel)` */
function callUntil(_vm: Interpreter, callable: Value, sentinel: Value): Value {
  if (isCallable(callable) === false) raise('TypeError', 'iter(v, w): v must be callable');
  return new CallIterator(callable, sentinel);
}

/** Calls until the sentinel comes, or StopIteration. */
class CallIterator extends NativeIterator {
  /** The function and the sentinel; null where the end was met. */
  source: readonly [callable: Value, sentinel: Value] | null;
  constructor(callable: Value, sentinel: Value) {
    super(callableIteratorType);
    this.source = [callable, sentinel];
  }

  override next(vm: Interpreter): Result {
    if (this.source === null) return DONE;
    ambient.journal?.touch(this);
    return steps(this.#call(vm, ...this.source));
  }

  *#call(vm: Interpreter, callable: Value, sentinel: Value): Steps {
    try {
      const value = yield* wait(call(vm, callable, []));
      // The function may have used the iterator up itself.
      if (this.source === null) return DONE;
      const same = yield* known(vm, compare(vm, 'Eq', value, sentinel));
      if (same === false) return value;
    } catch (error) {
      if (!isException(error, 'StopIteration')) throw error;
    }
    this.source = null;
    return DONE;
  }

  snapshot(): () => void {
    const { source } = this;
    return () => {
      this.source = source;
    };
  }
}

methods(callableIteratorType, {
  '__reduce__(self, /)': (vm: Interpreter, { source }: CallIterator) =>
    source === null
      ? iterCall(vm, new Tuple([]))
      : new Tuple([iterFunction(vm), new Tuple(source)]),
});

/** Whether an item decides `any` (a true one) or `all` (a false one). */
function* decide(vm: Interpreter, iterable: Value, by: boolean): Steps {
  if (isUnknown(iterable)) return new Unknown(reasonOf(iterable));
  const iterator = yield* wait(iterate(vm, iterable));
  let unknown: Value = null;
  for (;;) {
    const item = yield* wait(next(vm, iterator));
    if (item === DONE) return unknown ?? !by;
    const holds = isUnknown(item) ? item : yield* wait(truth(vm, item));
    if (isUnknown(holds)) unknown = new Unknown(reasonOf(holds));
    else if (holds === by) return by;
  }
}
