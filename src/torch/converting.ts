// PyTorch's refusals become Python's exceptions.

import type { Interpreter } from '../python/evaluate/interpreter.ts';
import type { Result } from '../python/evaluate/pending.ts';
import { raise } from '../python/values/exception.ts';
import { TorchError, Unsupported } from '../tensor/errors.ts';

/** PyTorch's refusals as Python exceptions, also where the work is done in steps. */
export function converting(vm: Interpreter, name: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof TorchError) raise(error.type, error.message);
    if (error instanceof Unsupported) return vm.unsupported(error.message || name);
    throw error;
  }
}
