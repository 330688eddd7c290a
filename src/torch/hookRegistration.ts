// How hooks are added to modules, and taken away again.
//
// https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.register_forward_hook

import { call, callMethod } from '../python/evaluate/call.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { native } from '../python/native.ts';
import { raise } from '../python/values/exception.ts';
import { Dict, PyObject, type Value } from '../python/values/object.ts';
import { moduleType, torchType } from './module.ts';
import { hookTable, madeGlobalHooks, type HookTable } from './moduleHooks.ts';
import { pythonFunction, pythonMethods } from './pythonFunction.ts';

export const handleType = torchType('RemovableHandle', 'torch.utils.hooks');

/** What `torch.nn.modules.module` offers for hooks on all modules. */
export const globalHookFunctions: Record<string, Value> = {
  register_module_forward_pre_hook: pythonFunction(
    'register_module_forward_pre_hook(hook)',
    (vm, hook: Value) => addTo(madeGlobalHooks(vm).before, hook, false),
  ),
  register_module_forward_hook: pythonFunction(
    'register_module_forward_hook(hook, *, always_call=False)',
    (vm, hook: Value) => addTo(madeGlobalHooks(vm).after, hook, false),
  ),
};

/** Adds a hook and gives the handle that removes it. */
function addHook(
  module: PyObject,
  name: HookTable,
  hook: Value,
  options: { first?: Value; marks?: readonly HookTable[] } = {},
): PyObject {
  const marked = (options.marks ?? []).map((mark) => hookTable(module, mark));
  return addTo(hookTable(module, name), hook, options.first === true, marked);
}

function addTo(list: Dict, hook: Value, first: boolean, marked: readonly Dict[] = []): PyObject {
  const handle = new PyObject(handleType);
  handle.setAttr('id', handle.id);
  handle.setAttr('hooks_dict', list);
  const others = first ? [...list.entries()] : [];
  list.set(handle.id, hook);
  for (const [key, other] of others) {
    list.delete(key);
    list.set(key, other);
  }
  for (const mark of marked) mark.set(handle.id, true);
  return handle;
}

pythonMethods(handleType, {
  'remove(self)': (_vm, self: PyObject) => {
    const list = self.getAttr('hooks_dict');
    if (list instanceof Dict) list.delete(self.getAttr('id') ?? null);
    return null;
  },
  '__enter__(self)': (_vm, self: PyObject) => self,
  '__exit__(self, type, value, tb)': (vm, self: PyObject) => callMethod(vm, self, 'remove', []),
});

pythonMethods(moduleType, {
  'register_forward_hook(self, hook, *, prepend=False, with_kwargs=False, always_call=False)': (
    _vm,
    self: PyObject,
    hook: Value,
    first: Value,
    withNames: Value,
    always: Value,
  ) => {
    const marks: HookTable[] = [];
    if (withNames === true) marks.push('_forward_hooks_with_kwargs');
    if (always === true) marks.push('_forward_hooks_always_called');
    return addHook(self, '_forward_hooks', hook, { first, marks });
  },
  'register_forward_pre_hook(self, hook, *, prepend=False, with_kwargs=False)': (
    _vm,
    self: PyObject,
    hook: Value,
    first: Value,
    withNames: Value,
  ) => {
    const marks: HookTable[] = withNames === true ? ['_forward_pre_hooks_with_kwargs'] : [];
    return addHook(self, '_forward_pre_hooks', hook, { first, marks });
  },
  'register_backward_hook(self, hook)': (_vm, self: PyObject, hook: Value) =>
    addBackwardHook(self, hook, false, null),
  'register_full_backward_hook(self, hook, prepend=False)': (
    _vm,
    self: PyObject,
    hook: Value,
    first: Value,
  ) => addBackwardHook(self, hook, true, first),
  'register_full_backward_pre_hook(self, hook, prepend=False)': (
    _vm,
    self: PyObject,
    hook: Value,
    first: Value,
  ) => addHook(self, '_backward_pre_hooks', hook, { first }),
});

function addBackwardHook(self: PyObject, hook: Value, full: boolean, first: Value): PyObject {
  if (self.getAttr('_is_full_backward_hook') === !full) {
    raise(
      'RuntimeError',
      'Cannot use both regular backward hooks and full backward hooks on a single Module. ' +
        'Please use only one of them.',
    );
  }
  self.setAttr('_is_full_backward_hook', full);
  return addHook(self, '_backward_hooks', hook, { first });
}

const stateHooks = {
  state_dict_pre_hook: '_state_dict_pre_hooks',
  state_dict_post_hook: '_state_dict_hooks',
  load_state_dict_post_hook: '_load_state_dict_post_hooks',
} as const;

for (const [name, list] of Object.entries(stateHooks)) {
  pythonMethods(moduleType, {
    [`register_${name}(self, hook)`]: (_vm, self: PyObject, hook: Value) =>
      addHook(self, list, hook),
  });
}

pythonMethods(moduleType, {
  '_register_state_dict_hook(self, hook)': (_vm, self: PyObject, hook: Value) =>
    addHook(self, '_state_dict_hooks', hook),
  '_register_load_state_dict_pre_hook(self, hook, with_module=False)': (
    _vm,
    self: PyObject,
    hook: Value,
    withModule: Value,
  ) => addHook(self, '_load_state_dict_pre_hooks', withModule === true ? bound(hook, self) : hook),
  'register_load_state_dict_pre_hook(self, hook)': (_vm, self: PyObject, hook: Value) =>
    addHook(self, '_load_state_dict_pre_hooks', bound(hook, self)),
});

/** A hook that gets its module before what others get. */
function bound(hook: Value, module: PyObject): Value {
  return native('hook(*args)', (vm: Interpreter, args: Value[]) =>
    call(vm, hook, [module, ...args]),
  );
}
