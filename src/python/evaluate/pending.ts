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
  constructor(steps: Steps) {
    super();
    this.steps = steps;
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

/** A pending native made from a generator. */
export function steps(generator: Steps): NativeFrame {
  return new NativeFrame(generator);
}

/** What an iterator's `next` gives when it is exhausted. Never seen by a program. */
export const DONE = new PyObject(builtinType('exhausted'));
