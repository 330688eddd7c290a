// Raising and matching exceptions, and the groups of `except*`.

import { List, Tuple } from '../values/containers.ts';
import { ExceptionObject, makeException, PyError, raise } from '../values/exception.ts';
import { PyType, type Value } from '../values/object.ts';
import { isUnknown } from '../values/unknown.ts';
import { typeOf } from './attributes.ts';
import { call } from './call.ts';
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
  return raise(
    'TypeError',
    `calling ${value.name} should have returned an instance of BaseException, not ${typeOf(made).name}`,
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

/** rest, type → what is left of the rest, the matching part or None. Returns the new depth. */
export function matchStar(slots: (Value | undefined)[], base: number): number {
  const rest = slots[base] as Value;
  const kind = slots[base + 1] as Value;
  if (rest === null || !(rest instanceof ExceptionObject)) {
    slots[base] = null;
    slots[base + 1] = null;
    return base + 2;
  }
  const kinds = (kind instanceof Tuple ? kind.items : [kind]).filter((k) => k instanceof PyType);
  const [matched, left] = split(rest, (e) => kinds.some((k) => e.cls.isSubtypeOf(k)));
  const whole = matched !== null && !isGroup(matched);
  slots[base] = left;
  slots[base + 1] = whole ? group('', [matched], rest, new Tuple([matched])) : matched;
  return base + 2;
}

function isGroup(exception: ExceptionObject): boolean {
  return exception.cls.mro.some((type) => type.name === 'BaseExceptionGroup');
}

/** The parts of an exception group that a test takes and leaves, with the group's structure. */
export function split(
  exception: ExceptionObject,
  test: (e: ExceptionObject) => boolean,
): [ExceptionObject | null, ExceptionObject | null] {
  if (test(exception)) return [exception, null];
  if (!isGroup(exception)) return [null, exception];
  const members = exception.args.items[1];
  const items = members instanceof List || members instanceof Tuple ? members.items : [];
  const taken: Value[] = [];
  const left: Value[] = [];
  for (const item of items) {
    const [yes, no] = split(item as ExceptionObject, test);
    if (yes) taken.push(yes);
    if (no) left.push(no);
  }
  const message = String(exception.args.items[0] ?? '');
  return [
    taken.length > 0 ? group(message, taken, exception) : null,
    left.length > 0 ? group(message, left, exception) : null,
  ];
}

function group(
  message: string,
  members: Value[],
  from: ExceptionObject,
  sequence: Value = new List(members),
): ExceptionObject {
  const plain = members.every((m) => typeOf(m).mro.some((type) => type.name === 'Exception'));
  const made = isGroup(from)
    ? new ExceptionObject(from.cls)
    : makeException(plain ? 'ExceptionGroup' : 'BaseExceptionGroup');
  made.args = new Tuple([message, sequence]);
  made.traceback = from.traceback;
  made.cause = from.cause;
  made.context = from.context;
  return made;
}

/** What is to be raised after all `except*` clauses: what they raised and what none took. */
export function reraiseStar(original: ExceptionObject, raised: List, rest: Value): Value {
  if (raised.items.length === 0) return rest;
  if (rest === null && raised.items.length === 1) return raised.items[0] as Value;
  const members = rest === null ? raised.items : [...raised.items, rest];
  return group('', members, original);
}
