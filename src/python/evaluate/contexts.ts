// `with`: looking up and calling the methods of a context manager.

import { BoundMethod } from '../values/callable.ts';
import { type ExceptionObject, raise } from '../values/exception.ts';
import type { Value } from '../values/object.ts';
import { isUnknown, Unknown, reasonOf } from '../values/unknown.ts';
import { bind, typeName, typeOf } from './attributes.ts';
import { call } from './call.ts';
import type { Interpreter } from './interpreter.ts';
import { Pending, steps, wait, type Result, type Steps } from './pending.ts';
import { truth } from './protocols.ts';

/** The bound exit method, and the result of the entry. */
export function enterWith(
  vm: Interpreter,
  manager: Value,
  isAsync: boolean,
): { exit: Value; entered: Result } {
  if (isUnknown(manager)) {
    const unknown = new Unknown(reasonOf(manager));
    return { exit: unknown, entered: unknown };
  }
  const [enterName, exitName] = isAsync ? ['__aenter__', '__aexit__'] : ['__enter__', '__exit__'];
  const type = typeOf(manager);
  const enter = type.lookup(enterName);
  const exit = type.lookup(exitName);
  const noun = isAsync ? 'asynchronous context manager' : 'context manager';
  if (enter === undefined) {
    raise('TypeError', `'${typeName(manager)}' object does not support the ${noun} protocol`);
  }
  if (exit === undefined) {
    raise(
      'TypeError',
      `'${typeName(manager)}' object does not support the ${noun} protocol (missed ${exitName} method)`,
    );
  }
  const bound = bind(vm, exit, manager);
  const method = bound instanceof Pending ? new BoundMethod(exit, manager) : bound;
  const boundEnter = bind(vm, enter, manager);
  const entered =
    boundEnter instanceof Pending
      ? steps(
          (function* (): Steps {
            return yield* wait(call(vm, yield* wait(boundEnter), []));
          })(),
        )
      : call(vm, boundEnter, []);
  return { exit: method, entered };
}

/**
 * Calls the exit method; with an exception the result says whether it is suppressed. That of an
 * asynchronous one has to be awaited first.
 */
export function exitWith(
  vm: Interpreter,
  exit: Value,
  exception: ExceptionObject | null,
  isAsync = false,
): Result {
  if (isUnknown(exit)) return exception === null ? null : false;
  if (exception === null) return call(vm, exit, [null, null, null]);
  const result = call(vm, exit, [exception.cls, exception, exception.traceback]);
  if (isAsync) return result;
  if (!(result instanceof Pending)) return truth(vm, result);
  return steps(
    (function* (): Steps {
      return yield* wait(truth(vm, yield* wait(result)));
    })(),
  );
}
