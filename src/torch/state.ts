// What belongs to one run of one program: default dtype, grad mode, the default generator, and who
// watches the calls of modules. The classes of torch are shared between runs; this is not.

import type { Value as GraphValue } from '../graph/graph.ts';
import type { DType } from '../tensor/dtype.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import type { PyObject, Value } from '../python/values/object.ts';
import type { GeneratorObject } from './random.ts';
import type { Storage } from './storage.ts';
import { DEFAULT_PRINT_OPTIONS, type PrintOptions } from './printing.ts';

/** Told about every call of a module: the trace finds the cases from it. */
export interface ModuleObserver {
  enter(
    vm: Interpreter,
    module: PyObject,
    args: readonly Value[],
    keywords: ReadonlyMap<string, Value> | null,
  ): void;
  /** `result` is undefined where the call raised. */
  leave(vm: Interpreter, module: PyObject, result: Value | undefined): void;
}

export interface TorchState {
  defaultDType: DType;
  gradEnabled: boolean;
  inferenceMode: boolean;
  observer: ModuleObserver | null;
  /** The version that programs see, and whose messages are used where versions differ. */
  version: string;
  /** The default generator, once someone asked for it. */
  generator: GeneratorObject | null;
  /** Floating point operations that a live trace may still spend on numbers. */
  operationsLeft: number;
  /** Which values tensors of the program hold. */
  readonly heldValues: WeakMap<GraphValue, WeakRef<object>>;
  /** Storages that were written to since numbers were computed last. */
  readonly dirty: Set<Storage>;
  /** Results under Run that nothing else was made from and whose numbers nobody asked for. */
  readonly unused: Set<GraphValue>;
  /** The latest results: those that the program still holds are computed with what is unused. */
  readonly latest: GraphValue[];
  /** Values that autograd keeps no history of: once computed, theirs can go. */
  readonly withoutGradient: WeakSet<GraphValue>;
  /** How many operators were applied since all pending numbers were computed last. */
  pendingOperators: number;
  printOptions: PrintOptions;
  /** Whether operators are to choose their precision on the CPU. */
  autocast: boolean;
}

/** What one trace after an edit may spend on numbers. */
const LIVE_OPERATIONS = 50e6;

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
      generator: null,
      operationsLeft: LIVE_OPERATIONS,
      heldValues: new WeakMap(),
      dirty: new Set(),
      unused: new Set(),
      latest: [],
      withoutGradient: new WeakSet(),
      pendingOperators: 0,
      printOptions: { ...DEFAULT_PRINT_OPTIONS },
      autocast: false,
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
