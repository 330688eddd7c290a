// Work that has no result yet. Whatever may have to run Python code, or wait for the host, returns
// `Value | Pending`; the run loop pushes the pending work on its own stack and hands the result to
// whoever waited. Natives that need such results are generators: `const v = yield* wait(…)`.

import { PyObject, builtinType, type Value } from '../values/object.ts';

export abstract class Pending {
  /** Who waits for the result. Set by the run loop. */
  back: Pending | null = null;
}

/** A native in several steps: a JavaScript generator that yields what it waits for. */
export type Steps = Generator<Pending, Value, Value>;

export class NativeFrame extends Pending {
  readonly steps: Steps;
  /** What the first step waits for, where it was taken already. */
  first: Pending | null;
  constructor(steps: Steps, first: Pending | null) {
    super();
    this.steps = steps;
    this.first = first;
  }
}

/** Asks the host for something that takes time: numbers from an engine. Only the host reads it. */
export class HostRequest extends Pending {
  readonly payload: unknown;
  constructor(payload: unknown) {
    super();
    this.payload = payload;
  }
}

export type Result = Value | Pending;

/** Inside a generator native: the result, once it is there. */
export function* wait(result: Result): Steps {
  return result instanceof Pending ? yield result : result;
}

/**
 * A native made from a generator. Its first step is taken at once: most natives end with it, and
 * nothing is then put on the run loop's stack.
 */
export function steps(generator: Steps): Result {
  if (eager >= EAGER_MAX) return new NativeFrame(generator, null);
  eager++;
  try {
    const { done, value } = generator.next();
    return done ? value : new NativeFrame(generator, value as Pending);
  } finally {
    eager--;
  }
}

/** First steps inside of first steps: beyond these the run loop's stack is used, not JavaScript's. */
const EAGER_MAX = 40;
let eager = 0;

/** Inside a native that computes for long: lets the run look at its limits, after so many passes. */
export function* pause(vm: { fuel: number }, passes: number): Generator<Pending, void, Value> {
  vm.fuel -= passes;
  yield new NativeFrame(nothing(), null);
}

function* nothing(): Steps {
  return null;
}

/** What an iterator's `next` gives when it is exhausted. Never seen by a program. */
export const DONE = new PyObject(builtinType('exhausted'));
