// Going on with a result that may not be there yet.

import type { Value } from '../values/object.ts';
import { Frame } from './frame.ts';
import { Pending, steps, wait, type Result, type Steps } from './pending.ts';

/** `apply(result)`, now or once the result is there. */
export function then(result: Result, apply: (value: Value) => Result): Result {
  if (!(result instanceof Pending)) return apply(result);
  if (result instanceof Frame && result.after === null && result.generator === null) {
    result.after = apply;
    return result;
  }
  return steps(
    (function* (): Steps {
      return yield* wait(apply(yield* wait(result)));
    })(),
  );
}
