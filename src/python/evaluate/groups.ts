// Exception groups: their members, how they are split, and what `except*` makes of them.
//
// https://docs.python.org/3.11/reference/compound_stmts.html#except-star

import { List, Tuple } from '../values/containers.ts';
import { ExceptionObject, exceptionType, makeException, raise } from '../values/exception.ts';
import { PyType, type Value } from '../values/object.ts';
import { isUnknown } from '../values/unknown.ts';
import { typeName } from './attributes.ts';
import { callMethod } from './call.ts';
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { steps, wait, type Pending, type Result, type Steps } from './pending.ts';

const baseGroup = exceptionType('BaseExceptionGroup');
const baseException = exceptionType('BaseException');

export function isGroup(value: Value): value is ExceptionObject {
  return value instanceof ExceptionObject && value.cls.isSubtypeOf(baseGroup);
}

/** What `exceptions` gives: kept apart from `args`, which a program may change. */
export function membersOf(group: ExceptionObject): readonly Value[] {
  const given = group.fields?.get('exceptions') ?? group.args.items[1];
  return given instanceof List || given instanceof Tuple ? given.items : [];
}

export function fillGroup(group: ExceptionObject, message: Value, members: readonly Value[]): void {
  group.fields = new Map<string, Value>([
    ['message', message],
    ['exceptions', new Tuple([...members])],
  ]);
}

export type Test = (exception: ExceptionObject) => Generator<Pending, boolean, Value>;

/** What matches and what does not, each a group of the same structure or None. */
export function* splitGroup(
  vm: Interpreter,
  group: ExceptionObject,
  test: Test,
  depth = 0,
): Generator<Pending, [Value, Value], Value> {
  if (depth > vm.recursionMax) {
    raise('RecursionError', 'maximum recursion depth exceeded in exceptiongroup_split_recursive');
  }
  if (yield* test(group)) return [group, null];
  if (!isGroup(group)) return [null, group];
  const taken: Value[] = [];
  const left: Value[] = [];
  for (const member of membersOf(group)) {
    const [match, rest] = yield* splitGroup(vm, member as ExceptionObject, test, depth + 1);
    if (match !== null) taken.push(match);
    if (rest !== null) left.push(rest);
  }
  return [yield* derived(vm, group, taken), yield* derived(vm, group, left)];
}

function* derived(vm: Interpreter, group: ExceptionObject, part: Value[]): Steps {
  if (part.length === 0) return null;
  const made = yield* wait(callMethod(vm, group, 'derive', [new List(part)]));
  if (!isGroup(made)) {
    return raise('TypeError', 'derive must return an instance of BaseExceptionGroup');
  }
  made.traceback = group.traceback;
  made.cause = group.cause;
  made.suppressContext = group.suppressContext;
  made.context = group.context;
  const notes = group.getAttr('__notes__');
  if (notes instanceof List) made.setAttr('__notes__', new List([...notes.items]));
  return made;
}

/** An `except*` clause: (the part that it handles or None, the rest or None). */
export function matchStar(vm: Interpreter, frame: Frame, rest: Value, kind: Value): Result {
  return steps(matched(vm, frame, rest, kind));
}

function* matched(vm: Interpreter, frame: Frame, rest: Value, kind: Value): Steps {
  if (isUnknown(kind)) return new Tuple([null, rest]);
  const kinds = kind instanceof Tuple ? kind.items : [kind];
  for (const one of kinds) {
    if (!(one instanceof PyType && one.isSubtypeOf(baseException))) {
      const message = 'catching classes that do not inherit from BaseException is not allowed';
      raise('TypeError', message);
    }
  }
  if (kinds.some((one) => (one as PyType).isSubtypeOf(baseGroup))) {
    const message = 'catching ExceptionGroup with except* is not allowed. Use except instead.';
    raise('TypeError', message);
  }
  if (!(rest instanceof ExceptionObject)) return new Tuple([null, null]);
  const [match, left] = yield* partOf(vm, rest, kind, kinds as PyType[]);
  if (match instanceof ExceptionObject) frame.handled = match;
  return new Tuple([match, left]);
}

function* partOf(
  vm: Interpreter,
  rest: ExceptionObject,
  kind: Value,
  kinds: readonly PyType[],
): Generator<Pending, [Value, Value], Value> {
  if (kinds.some((one) => rest.cls.isSubtypeOf(one))) {
    return [isGroup(rest) ? rest : groupOf('', [rest]), null];
  }
  if (!isGroup(rest)) return [null, rest];
  const pair = yield* wait(callMethod(vm, rest, 'split', [kind]));
  if (!(pair instanceof Tuple)) {
    const message = `${rest.cls.name}.split must return a tuple, not ${typeName(pair)}`;
    return raise('TypeError', message);
  }
  const [match = null, left = null] = pair.items;
  if (pair.items.length < 2) {
    const count = pair.items.length;
    raise('TypeError', `${rest.cls.name}.split must return a 2-tuple, got tuple of size ${count}`);
  }
  return [match, left];
}

function groupOf(
  message: string,
  members: readonly Value[],
  sequence: Value = new Tuple([...members]),
): ExceptionObject {
  const exception = exceptionType('Exception');
  const plain = members.every((one) => (one as ExceptionObject).cls.isSubtypeOf(exception));
  const made = makeException(plain ? 'ExceptionGroup' : 'BaseExceptionGroup', message, sequence);
  fillGroup(made, message, members);
  return made;
}

/**
 * What is to be raised after all `except*` clauses: what they raised anew, and in the structure of
 * the original what they raised again or none took.
 */
export function reraiseStar(
  vm: Interpreter,
  original: ExceptionObject,
  raised: List,
  rest: Value,
): Result {
  const all = [...raised.items, rest].filter((one) => one instanceof ExceptionObject);
  if (!isGroup(original)) return all[0] ?? null;
  return steps(joined(vm, original, all));
}

function* joined(
  vm: Interpreter,
  original: ExceptionObject,
  all: readonly ExceptionObject[],
): Steps {
  const anew = all.filter((one) => !isPartOf(one, original));
  const kept = new Set<Value>();
  for (const one of all) if (isPartOf(one, original)) collectLeaves(one, kept);
  const isKept: Test = function* (exception) {
    return kept.has(exception);
  };
  const [again] = kept.size > 0 ? yield* splitGroup(vm, original, isKept) : [null];
  if (anew.length === 0) return again;
  const left = again === null ? anew : [...anew, again];
  return left.length === 1 ? (left[0] as Value) : groupOf('', left, new List([...left]));
}

/** Parts of a group have its metadata, which raising anew would have changed. */
function isPartOf(part: ExceptionObject, whole: ExceptionObject): boolean {
  return (
    part.traceback === whole.traceback &&
    part.cause === whole.cause &&
    part.context === whole.context
  );
}

function collectLeaves(exception: ExceptionObject, leaves: Set<Value>): void {
  const left: Value[] = [exception];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if (isGroup(one)) left.push(...membersOf(one));
    else leaves.add(one);
  }
}
