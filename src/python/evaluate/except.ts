// Raising and matching exceptions. The groups of `except*` are in groups.ts.

import { Tuple } from '../values/containers.ts';
import { ExceptionObject, PyError, raise } from '../values/exception.ts';
import { PyType, type Value } from '../values/object.ts';
import { isUnknown } from '../values/unknown.ts';
import { typeOf } from './attributes.ts';
import { call, finishNow } from './call.ts';
import { repr } from './protocols.ts';
import type { Interpreter } from './interpreter.ts';
import { type Pending, steps, wait, type Result, type Steps } from './pending.ts';
import { chain, handledException } from './run.ts';

/** `raise`, `raise value` and `raise value from cause`. */
export function raiseValue(
  vm: Interpreter,
  value: Value | undefined,
  cause: Value | undefined,
): Result {
  if (value === undefined) {
    const handled = handledException(vm);
    if (handled === null) raise('RuntimeError', 'No active exception to reraise');
    throw new PyError(handled);
  }
  if (value instanceof ExceptionObject && cause === undefined) {
    chain(vm, value);
    throw new PyError(value);
  }
  return steps(raiseMade(vm, value, cause));
}

function* raiseMade(vm: Interpreter, value: Value, cause: Value | undefined): Steps {
  if (isUnknown(value)) return null;
  const exception = yield* instance(vm, value, 'exceptions must derive from BaseException');
  if (cause === null) {
    exception.cause = null;
    exception.suppressContext = true;
  } else if (cause !== undefined) {
    exception.cause = yield* instance(vm, cause, 'exception causes must derive from BaseException');
    exception.suppressContext = true;
  }
  chain(vm, exception);
  throw new PyError(exception);
}

function* instance(
  vm: Interpreter,
  value: Value,
  message: string,
): Generator<Pending, ExceptionObject, Value> {
  if (value instanceof ExceptionObject) return value;
  if (!isExceptionClass(value)) raise('TypeError', message);
  const made = yield* wait(call(vm, value, []));
  if (made instanceof ExceptionObject) return made;
  const [called, returned] = [value, typeOf(made)].map((one) => finishNow(vm, repr(vm, one)));
  return raise(
    'TypeError',
    `calling ${String(called)} should have returned an instance of BaseException, not ${String(returned)}`,
  );
}

function isExceptionClass(value: Value): value is PyType {
  return value instanceof PyType && value.mro.some((type) => type.name === 'BaseException');
}

const NOT_A_CLASS = 'catching classes that do not inherit from BaseException is not allowed';

/** Whether an `except` clause takes the exception. */
export function matchException(_vm: Interpreter, exception: ExceptionObject, kind: Value): Value {
  if (isUnknown(kind)) return false;
  const kinds = kind instanceof Tuple ? kind.items : [kind];
  for (const one of kinds) {
    if (isUnknown(one)) continue;
    if (!isExceptionClass(one)) raise('TypeError', NOT_A_CLASS);
  }
  return kinds.some((one) => one instanceof PyType && exception.cls.isSubtypeOf(one));
}
