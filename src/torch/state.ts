// What belongs to one run of one program: default dtype, grad mode, the default generator, and who
// watches the calls of modules. The classes of torch are shared between runs; this is not.

import type { DType } from '../tensor/dtype.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import type { PyObject, Value } from '../python/values/object.ts';

/** Told about every call of a module: the trace finds the cases from it. */
export interface ModuleObserver {
  enter(
    vm: Interpreter,
    module: PyObject,
    args: readonly Value[],
    keywords: ReadonlyMap<string, Value> | null,
  ): void;
  /** `result` is null where the call raised. */
  leave(vm: Interpreter, module: PyObject, result: Value | null): void;
}

export interface TorchState {
  defaultDType: DType;
  gradEnabled: boolean;
  inferenceMode: boolean;
  observer: ModuleObserver | null;
  /** The version that programs see, and whose messages are used where versions differ. */
  version: string;
}

const KEY = 'torch';

/** The torch state of a run, made at its first use. */
export function torchState(vm: Interpreter): TorchState {
  let state = vm.extensions.get(KEY) as TorchState | undefined;
  if (!state) {
    state = {
      defaultDType: 'float32',
      gradEnabled: true,
      inferenceMode: false,
      observer: null,
      version: DEFAULT_VERSION,
    };
    vm.extensions.set(KEY, state);
  }
  return state;
}

/** The newest version whose names and messages we know. */
export const DEFAULT_VERSION = '2.7.0';

/** Whether the program's torch is at least this version: `since(vm, 2, 0)`. */
export function since(vm: Interpreter, major: number, minor: number): boolean {
  const [a = 0, b = 0] = torchState(vm).version.split('.').map(Number);
  return a > major || (a === major && b >= minor);
}
