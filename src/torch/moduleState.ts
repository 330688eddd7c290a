// `state_dict` and `load_state_dict`.
//
// https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.load_state_dict

import { typeName } from '../python/evaluate/attributes.ts';
import { callMethod } from '../python/evaluate/call.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { steps as pending, wait, type Steps } from '../python/evaluate/pending.ts';
import { methods } from '../python/native.ts';
import { List, PySet, Tuple, tupleType } from '../python/values/containers.ts';
import { raise } from '../python/values/exception.ts';
import { Dict, type PyObject, type PyType, type Value } from '../python/values/object.ts';
import { NativeFunction } from '../python/values/callable.ts';
import { isUnknown } from '../python/values/unknown.ts';
import { isModule, moduleType, orderedDict, table, torchType } from './module.ts';
import { pythonMethods } from './pythonFunction.ts';
import { sizeText } from './size.ts';
import { torchState } from './state.ts';
import { TensorObject } from './tensor.ts';

/** Parameters and persistent buffers of one module under their names, without its children's. */
function ownState(module: PyObject): [string, Value][] {
  const transient = module.getAttr('_non_persistent_buffers_set');
  const entries = (which: '_parameters' | '_buffers'): [string, Value][] =>
    [...(table(module, which)?.values ?? [])].map(([key, value]) => [String(key), value]);
  return [
    ...entries('_parameters'),
    ...entries('_buffers').filter(([name]) => !(transient instanceof PySet && transient.has(name))),
  ].filter(([, value]) => value !== null);
}

function* stateDict(
  vm: Interpreter,
  self: PyObject,
  destination: Dict,
  prefix: string,
  keepVars: boolean,
): Steps {
  for (const [name, value] of ownState(self)) {
    const kept = keepVars || !(value instanceof TensorObject) ? value : value.detached();
    destination.setName(prefix + name, kept);
  }
  for (const [key, child] of table(self, '_modules')?.values ?? []) {
    if (!isModule(child)) continue;
    const inner = `${prefix}${String(key)}.`;
    if (isNative(child, 'state_dict')) yield* stateDict(vm, child, destination, inner, keepVars);
    else {
      const named = new Map<string, Value>([
        ['destination', destination],
        ['prefix', inner],
        ['keep_vars', keepVars],
      ]);
      yield* wait(callMethod(vm, child, 'state_dict', [], named));
    }
  }
  return destination;
}

function isNative(module: PyObject, method: string): boolean {
  return module.cls.lookup(method) instanceof NativeFunction;
}

const incompatibleKeysType: PyType = torchType(
  '_IncompatibleKeys',
  'torch.nn.modules.module',
  [tupleType],
  (cls) => new Tuple([], cls),
);

function keysRepr(_vm: Interpreter, self: Tuple): string {
  const [missing, unexpected] = self.items as [List, List];
  if (missing.items.length === 0 && unexpected.items.length === 0) {
    return '<All keys matched successfully>';
  }
  const list = (keys: List): string =>
    `[${keys.items.map((key) => `'${String(key)}'`).join(', ')}]`;
  return `_IncompatibleKeys(missing_keys=${list(missing)}, unexpected_keys=${list(unexpected)})`;
}

methods(incompatibleKeysType, {
  '__repr__(self, /)': keysRepr,
  '__str__(self, /)': keysRepr,
  '__getattr__(self, name, /)': (_vm, self: Tuple, name: Value) => {
    if (name === 'missing_keys') return self.items[0] as Value;
    if (name === 'unexpected_keys') return self.items[1] as Value;
    return raise('AttributeError', `'_IncompatibleKeys' object has no attribute '${String(name)}'`);
  },
});

interface Loading {
  readonly given: Dict;
  readonly missing: string[];
  readonly expected: Set<string>;
  readonly errors: string[];
}

function* loadInto(vm: Interpreter, module: PyObject, prefix: string, loading: Loading): Steps {
  for (const [name, value] of ownState(module)) {
    const key = prefix + name;
    loading.expected.add(key);
    const source = loading.given.values.get(key);
    if (source === undefined) {
      if (!key.endsWith('num_batches_tracked')) loading.missing.push(key);
      else if (hasVersion(loading.given)) loading.missing.push(key);
      continue;
    }
    if (isUnknown(source) || !(value instanceof TensorObject)) continue;
    yield* copyParameter(vm, key, value, source, loading.errors);
  }
  for (const [key, child] of table(module, '_modules')?.values ?? []) {
    if (isModule(child)) yield* loadInto(vm, child, `${prefix}${String(key)}.`, loading);
  }
  return null;
}

/** A dict that PyTorch made says its version; one without is from before version 2. */
function hasVersion(given: Dict): boolean {
  return given.getAttr('_metadata') !== undefined;
}

function* copyParameter(
  vm: Interpreter,
  key: string,
  target: TensorObject,
  source: Value,
  errors: string[],
): Steps {
  if (!(source instanceof TensorObject)) {
    errors.push(
      `While copying the parameter named "${key}", expected torch.Tensor or Tensor-like object from checkpoint but received <class '${typeName(source)}'>`,
    );
    return null;
  }
  const scalarFromOne = target.sizes.length === 0 && source.sizes.length === 1;
  const from = scalarFromOne ? yield* wait(callMethod(vm, source, '__getitem__', [0])) : source;
  if (!(from instanceof TensorObject)) return null;
  if (from.sizes.join() !== target.sizes.join()) {
    errors.push(
      `size mismatch for ${key}: copying a param with shape ${sizeText(from.sizes)} from checkpoint, the shape in current model is ${sizeText(target.sizes)}.`,
    );
    return null;
  }
  const state = torchState(vm);
  const { gradEnabled } = state;
  state.gradEnabled = false;
  try {
    yield* wait(callMethod(vm, target, 'copy_', [from]));
  } finally {
    state.gradEnabled = gradEnabled;
  }
  return null;
}

function* loadStateDict(vm: Interpreter, self: PyObject, given: Value, strict: Value): Steps {
  if (isUnknown(given)) return given;
  if (!(given instanceof Dict)) {
    raise('TypeError', `Expected state_dict to be dict-like, got <class '${typeName(given)}'>.`);
  }
  const loading: Loading = { given, missing: [], expected: new Set(), errors: [] };
  yield* loadInto(vm, self, '', loading);
  const unexpected = [...given.values.keys()]
    .map(String)
    .filter((key) => !loading.expected.has(key));
  const quoted = (keys: readonly string[]): string => keys.map((key) => `"${key}"`).join(', ');
  if (strict !== false) {
    if (unexpected.length > 0) {
      loading.errors.unshift(`Unexpected key(s) in state_dict: ${quoted(unexpected)}. `);
    }
    if (loading.missing.length > 0) {
      loading.errors.unshift(`Missing key(s) in state_dict: ${quoted(loading.missing)}. `);
    }
  }
  if (loading.errors.length > 0) {
    raise(
      'RuntimeError',
      `Error(s) in loading state_dict for ${typeName(self)}:\n\t${loading.errors.join('\n\t')}`,
    );
  }
  return new Tuple([new List(loading.missing), new List(unexpected)], incompatibleKeysType);
}

pythonMethods(moduleType, {
  "state_dict(self, *args, destination=None, prefix='', keep_vars=False)": (
    vm,
    self: PyObject,
    args: Value[],
    destinationNamed: Value,
    prefixNamed: Value,
    keepVars: Value,
  ) => {
    const destination = args[0] ?? destinationNamed;
    const prefix = args[1] ?? prefixNamed;
    const target = destination instanceof Dict ? destination : orderedDict();
    if (target.getAttr('_metadata') === undefined) target.setAttr('_metadata', orderedDict());
    return pending(
      stateDict(vm, self, target, typeof prefix === 'string' ? prefix : '', keepVars === true),
    );
  },
  'load_state_dict(self, state_dict, strict=True, assign=False)': (
    vm,
    self: PyObject,
    given: Value,
    strict: Value,
  ) => pending(loadStateDict(vm, self, given, strict)),
});
