// How an engine says that it could not compute: never the user's program's fault, but for the
// allocation that PyTorch would refuse as well.

import { allocationMessage } from '../tensor/errors.ts';

/**
 * - `unavailable`: the engine cannot be had here at all;
 * - `crashed`: its process ended in the middle of a run;
 * - `failed`: it refused the graph, or failed while computing;
 * - `limit`: the time or the memory that the run was given is used up;
 * - `unsupported`: an operator or dtype that the engine has not got.
 */
export type FailureKind = 'unavailable' | 'crashed' | 'failed' | 'limit' | 'unsupported';

export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Whether another engine might succeed where this one did not. */
export function mayFallBack(error: unknown): error is EngineFailure {
  return error instanceof EngineFailure && error.kind !== 'limit';
}

/** PyTorch's words when the system refuses memory; the interpreter raises it as a RuntimeError. */
export class AllocationFailure extends Error {
  override readonly name = 'RuntimeError';

  constructor(bytes: number | bigint) {
    super(allocationMessage(bytes));
  }
}
