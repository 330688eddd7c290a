// Calls with their arguments bound. A tensor of one number may stand for a number: where it was not
// computed yet, the call waits for it.

import type { Op } from '../graph/op.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { steps, wait, type Result, type Steps } from '../python/evaluate/pending.ts';
import { isUnknown, Unknown } from '../python/values/unknown.ts';
import { bindOp, NumberNeeded, type BoundCall, type Call } from './bind.ts';
import { converting } from './converting.ts';
import { numbers } from './force.ts';
import { intoOutputs, outputsOf } from './out.ts';
import type { TensorObject } from './tensor.ts';

/** What `use` makes of the bound call; an unknown where an argument is one. */
export function callBound(
  vm: Interpreter,
  ops: readonly Op[],
  call: Call,
  use: (bound: BoundCall) => Result,
): Result {
  const outputs = call.keywords.has('out') ? outputsOf(call) : null;
  if (outputs) {
    return converting(vm, call.title, () =>
      intoOutputs(vm, call, outputs, (rest) => callBound(vm, ops, rest, use)),
    );
  }
  try {
    const bound = bindOp(ops, call);
    return isBound(bound) ? use(bound) : bound;
  } catch (error) {
    if (!(error instanceof NumberNeeded)) throw error;
    return steps(whenComputed(vm, error.tensor, () => callBound(vm, ops, call, use)));
  }
}

function isBound(bound: BoundCall | Unknown): bound is BoundCall {
  return !isUnknown(bound as Unknown);
}

function* whenComputed(vm: Interpreter, tensor: TensorObject, go: () => Result): Steps {
  const known = yield* numbers(vm, tensor.value());
  if (!known) return new Unknown('an argument is a number that was not computed');
  return yield* wait(go());
}
