// `torch.no_grad()`, `enable_grad`, `set_grad_enabled` and `inference_mode`: as contexts, as
// decorators and as calls.

import { call } from '../python/evaluate/call.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { wait, type Steps } from '../python/evaluate/pending.ts';
import { methods, native, staticMethods } from '../python/native.ts';
import { FunctionObject, methodDescriptorType, NativeFunction } from '../python/values/callable.ts';
import { PyObject, type Dict, type PyType, type Value } from '../python/values/object.ts';
import { torchType } from './module.ts';
import { torchState } from './state.ts';

/** A change of the grad mode that is taken back at the end of a block. */
class GradMode extends PyObject {
  readonly enabled: boolean;
  readonly inference: boolean;
  /** What was before, innermost block last. */
  readonly before: { enabled: boolean; inference: boolean }[] = [];
  constructor(cls: PyType, enabled: boolean, inference: boolean) {
    super(cls);
    this.enabled = enabled;
    this.inference = inference;
  }

  enter(vm: Interpreter): void {
    const state = torchState(vm);
    this.before.push({ enabled: state.gradEnabled, inference: state.inferenceMode });
    state.gradEnabled = this.enabled;
    state.inferenceMode ||= this.inference;
  }

  leave(vm: Interpreter): void {
    const state = torchState(vm);
    const before = this.before.pop();
    if (!before) return;
    state.gradEnabled = before.enabled;
    state.inferenceMode = before.inference;
  }
}

function gradModeType(name: string, options: { enabled: boolean; inference?: boolean }): PyType {
  const type = torchType(name, 'torch.autograd.grad_mode');
  common(type);
  staticMethods(type, {
    '__new__(cls, /, *args)': (_vm: Interpreter, cls: PyType, args: Value[]) => {
      const mode = new GradMode(cls, options.enabled, options.inference === true);
      const [target] = args;
      // `@torch.no_grad` without parentheses.
      if (target instanceof FunctionObject || target instanceof NativeFunction) {
        return decorated(mode, target);
      }
      return mode;
    },
  });
  return type;
}

export const noGradType = gradModeType('no_grad', { enabled: false });
export const enableGradType = gradModeType('enable_grad', { enabled: true });
export const inferenceModeType = torchType('inference_mode', 'torch.autograd.grad_mode');
common(inferenceModeType);
staticMethods(inferenceModeType, {
  '__new__(cls, mode=True)': (vm: Interpreter, cls: PyType, mode: Value) => {
    if (mode instanceof FunctionObject) return decorated(new GradMode(cls, false, true), mode);
    return mode === false
      ? new GradMode(cls, torchState(vm).gradEnabled, false)
      : new GradMode(cls, false, true);
  },
});

/** `set_grad_enabled(mode)` works at once; as a context it takes it back. */
export const setGradEnabledType = torchType('set_grad_enabled', 'torch.autograd.grad_mode');
common(setGradEnabledType);
methods(setGradEnabledType, { '__enter__(self, /)': () => null });
staticMethods(setGradEnabledType, {
  '__new__(cls, mode)': (vm: Interpreter, cls: PyType, enabled: Value) => {
    const mode = new GradMode(cls, enabled === true, false);
    mode.enter(vm);
    return mode;
  },
});

function common(type: PyType): void {
  methods(type, {
    '__init__(self, /, *args, **kwargs)': () => null,
    '__enter__(self, /)': (vm, self: GradMode) => {
      self.enter(vm);
      return null;
    },
    '__exit__(self, type, value, tb, /)': (vm, self: GradMode) => {
      self.leave(vm);
      return null;
    },
    '__call__(self, func, /)': (_vm, self: GradMode, func: Value) => decorated(self, func),
  });
}

/** The function under the mode. */
function decorated(mode: GradMode, func: Value): Value {
  const name = func instanceof FunctionObject ? func.name : 'decorated';
  const wrapper = native(
    `${name}(*args, **kwargs)`,
    function* (vm: Interpreter, args: Value[], keywords: Dict): Steps {
      mode.enter(vm);
      try {
        return yield* wait(call(vm, func, args, keywords.values as Map<string, Value>));
      } finally {
        mode.leave(vm);
      }
    },
  );
  // It binds to instances, as a Python function in a class does.
  wrapper.cls = methodDescriptorType;
  return wrapper;
}

export const gradFunctions: Record<string, NativeFunction> = {
  is_grad_enabled: native('is_grad_enabled()', (vm: Interpreter) => torchState(vm).gradEnabled),
  is_inference_mode_enabled: native(
    'is_inference_mode_enabled()',
    (vm: Interpreter) => torchState(vm).inferenceMode,
  ),
};
