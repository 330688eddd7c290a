// `state_dict` and `load_state_dict`: what one module does with its own entries, which a class may do
// in its own way, and the walks over the tree.
//
// https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.load_state_dict

import { getAttribute, typeName, typeOf } from '../python/evaluate/attributes.ts';
import { call, callMethod } from '../python/evaluate/call.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { wait, type Steps } from '../python/evaluate/pending.ts';
import { isException, repr, setItem } from '../python/evaluate/protocols.ts';
import { orderedDictType } from '../python/builtins/orderedDict.ts';
import { methods } from '../python/native.ts';
import { List, PySet, Tuple, tupleType } from '../python/values/containers.ts';
import { raise } from '../python/values/exception.ts';
import { Dict, type PyObject, type PyType, type Value } from '../python/values/object.ts';
import { isUnknown } from '../python/values/unknown.ts';
import { makeParameter } from './creation.ts';
import { isModule, moduleType, orderedDict, table, torchType } from './module.ts';
import { hooks } from './moduleHooks.ts';
import { pythonMethods } from './pythonFunction.ts';
import { sizeText } from './size.ts';
import { torchState } from './state.ts';
import { isParameter, TensorObject } from './tensor.ts';

/** Told to each module with its metadata where entries are taken and not copied. */
const ASSIGNS = 'assign_to_params_buffers';

/** What a module with state of another kind saves it under. */
const EXTRA = '_extra_state';

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

function overrides(module: PyObject, method: string): boolean {
  return module.cls.lookup(method) !== moduleType.lookup(method);
}

function* saveOwn(
  vm: Interpreter,
  self: PyObject,
  destination: Value,
  prefix: string,
  keepVars: boolean,
): Steps {
  for (const [name, value] of ownState(self)) {
    const plain = keepVars || isUnknown(value);
    const kept = plain ? value : yield* wait(callMethod(vm, value, 'detach', []));
    yield* wait(setItem(vm, destination, prefix + name, kept));
  }
  if (overrides(self, 'get_extra_state')) {
    const extra = yield* wait(callMethod(vm, self, 'get_extra_state', []));
    yield* wait(setItem(vm, destination, prefix + EXTRA, extra));
  }
  return null;
}

function* stateDict(
  vm: Interpreter,
  self: PyObject,
  given: Value,
  prefix: string,
  keepVars: boolean,
): Steps {
  let destination: Value = given;
  if (destination === null) {
    const made = orderedDict();
    made.setAttr('_metadata', orderedDict());
    destination = made;
  }
  const metadata = new Dict();
  metadata.setName('version', yield* wait(getAttribute(vm, self, '_version')));
  const all = destination instanceof Dict ? destination.getAttr('_metadata') : undefined;
  if (all instanceof Dict) all.setName(prefix.slice(0, -1), metadata);
  for (const hook of hooks(self, '_state_dict_pre_hooks')) {
    yield* wait(call(vm, hook, [self, prefix, keepVars]));
  }
  yield* wait(callMethod(vm, self, '_save_to_state_dict', [destination, prefix, keepVars]));
  for (const [key, child] of table(self, '_modules')?.values ?? []) {
    if (!isModule(child)) continue;
    const named = new Map<string, Value>([
      ['destination', destination],
      ['prefix', `${prefix}${String(key)}.`],
      ['keep_vars', keepVars],
    ]);
    yield* wait(callMethod(vm, child, 'state_dict', [], named));
  }
  for (const hook of hooks(self, '_state_dict_hooks')) {
    const changed: Value = yield* wait(call(vm, hook, [self, destination, prefix, metadata]));
    if (changed !== null) destination = changed;
  }
  return destination;
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

/** What loading found: lists that hooks may change. */
interface Findings {
  readonly missing: List;
  readonly unexpected: List;
  readonly errors: List;
}

/** `_load_from_state_dict`: the entries of one module. */
export function* loadOwn(
  vm: Interpreter,
  self: PyObject,
  given: Dict,
  prefix: string,
  metadata: Value,
  strict: Value,
  found: Findings,
): Steps {
  for (const hook of hooks(self, '_load_state_dict_pre_hooks')) {
    const { missing, unexpected, errors } = found;
    const rest = [given, prefix, metadata, strict, missing, unexpected, errors];
    yield* wait(call(vm, hook, rest));
  }
  const own = ownState(self);
  const assigns = metadata instanceof Dict && metadata.get(ASSIGNS) === true;
  for (const [name, value] of own) {
    const key = prefix + name;
    const source = given.values.get(key);
    if (source === undefined) {
      if (strict !== false) addText(found.missing, key);
    } else if (!isUnknown(source) && value instanceof TensorObject) {
      const taken = yield* loadEntry(vm, key, value, source, found.errors, assigns);
      if (taken !== null) yield* wait(callMethod(vm, self, '__setattr__', [name, taken]));
    }
  }
  yield* loadExtra(vm, self, given, prefix + EXTRA, strict, found);
  if (strict === false) return null;
  const known = new Set(own.map(([name]) => name));
  for (const child of table(self, '_modules')?.values.keys() ?? []) known.add(String(child));
  for (const each of given.values.keys()) {
    const key = String(each);
    if (!key.startsWith(prefix) || key === prefix + EXTRA) continue;
    if (!known.has(firstPart(key, prefix))) addText(found.unexpected, key);
  }
  return null;
}

function firstPart(key: string, prefix: string): string {
  const dot = key.indexOf('.', prefix.length);
  return key.slice(prefix.length, dot < 0 ? undefined : dot);
}

function* loadExtra(
  vm: Interpreter,
  self: PyObject,
  given: Dict,
  key: string,
  strict: Value,
  found: Findings,
): Steps {
  const extra = given.values.get(key);
  if (!overrides(self, 'set_extra_state')) {
    if (strict !== false && extra !== undefined) addText(found.unexpected, key);
  } else if (extra !== undefined) yield* wait(callMethod(vm, self, 'set_extra_state', [extra]));
  else if (strict !== false) addText(found.missing, key);
  return null;
}

function addText(list: List, text: string): void {
  list.items.push(text);
}

function classText(value: Value): string {
  const type = typeOf(value);
  return `<class '${type.module === 'builtins' ? '' : `${type.module}.`}${type.qualname}'>`;
}

/** Copies an entry; gives what is to stand in its place where entries are taken. */
function* loadEntry(
  vm: Interpreter,
  key: string,
  target: TensorObject,
  source: Value,
  errors: List,
  assigns: boolean,
): Steps {
  if (!(source instanceof TensorObject)) {
    addText(
      errors,
      `While copying the parameter named "${key}", expected torch.Tensor or Tensor-like object from checkpoint but received ${classText(source)}`,
    );
    return null;
  }
  const scalarFromOne = target.sizes.length === 0 && source.sizes.length === 1;
  const from = scalarFromOne ? yield* wait(callMethod(vm, source, '__getitem__', [0])) : source;
  if (!(from instanceof TensorObject)) return null;
  if (from.sizes.join() !== target.sizes.join()) {
    addText(
      errors,
      `size mismatch for ${key}: copying a param with shape ${sizeText(from.sizes)} from checkpoint, the shape in current model is ${sizeText(target.sizes)}.`,
    );
    return null;
  }
  if (assigns) return takenAs(vm, from, target);
  const state = torchState(vm);
  const { gradEnabled } = state;
  state.gradEnabled = false;
  try {
    yield* wait(callMethod(vm, target, 'copy_', [from]));
  } catch (error) {
    if (!isException(error, 'Exception')) throw error;
    const why = String(yield* wait(repr(vm, yield* wait(getAttribute(vm, error.value, 'args')))));
    addText(
      errors,
      `While copying the parameter named "${key}", whose dimensions in the model are ${sizeText(target.sizes)} and whose dimensions in the checkpoint are ${sizeText(from.sizes)}, an exception occurred : ${why}.`,
    );
  } finally {
    state.gradEnabled = gradEnabled;
  }
  return null;
}

/** What a module keeps of an entry that it takes: a parameter stays one. */
function takenAs(vm: Interpreter, from: TensorObject, target: TensorObject): TensorObject {
  if (!isParameter(target)) return from;
  const parameter = isParameter(from) ? from : makeParameter(vm, from);
  parameter.leafRequiresGrad = target.requiresGrad;
  return parameter;
}

/** The entries of each child, so that no module has to look through all of them. */
function byChild(given: Dict, prefix: string): Map<string, Dict> {
  const parts = new Map<string, Dict>();
  for (const [key, value] of given.values) {
    const name = String(key);
    if (!name.startsWith(prefix) || !name.includes('.', prefix.length)) continue;
    const child = firstPart(name, prefix);
    const part = parts.get(child) ?? new Dict();
    part.setName(name, value);
    parts.set(child, part);
  }
  return parts;
}

function* loadTree(
  vm: Interpreter,
  module: PyObject,
  given: Dict,
  prefix: string,
  metadata: Value,
  found: Findings,
  assigns: boolean,
): Steps {
  const { missing, unexpected, errors } = found;
  const known = metadata instanceof Dict ? metadata.get(prefix.slice(0, -1)) : undefined;
  const local = known ?? new Dict();
  if (assigns && local instanceof Dict) local.setName(ASSIGNS, true);
  const rest = [given, prefix, local, true, missing, unexpected, errors];
  yield* wait(callMethod(vm, module, '_load_from_state_dict', rest));
  const parts = byChild(given, prefix);
  for (const [key, child] of table(module, '_modules')?.values ?? []) {
    if (!isModule(child)) continue;
    const part = parts.get(String(key)) ?? new Dict();
    yield* loadTree(vm, child, part, `${prefix}${String(key)}.`, metadata, found, assigns);
  }
  for (const hook of hooks(module, '_load_state_dict_post_hooks')) {
    const keys = new Tuple([missing, unexpected], incompatibleKeysType);
    if ((yield* wait(call(vm, hook, [module, keys]))) === null) continue;
    raise(
      'AssertionError',
      'Hooks registered with ``register_load_state_dict_post_hook`` are not' +
        'expected to return new values, if incompatible_keys need to be modified,' +
        'it should be done inplace.',
    );
  }
  return null;
}

function* loadStateDict(
  vm: Interpreter,
  self: PyObject,
  given: Value,
  strict: Value,
  assigns: boolean,
): Steps {
  if (isUnknown(given)) return given;
  if (!(given instanceof Dict)) {
    return raise('TypeError', `Expected state_dict to be dict-like, got ${classText(given)}.`);
  }
  const metadata = given.getAttr('_metadata') ?? null;
  const copy = (yield* wait(call(vm, orderedDictType, [given]))) as Dict;
  if (metadata !== null) copy.setAttr('_metadata', metadata);
  const found = { missing: new List([]), unexpected: new List([]), errors: new List([]) };
  yield* loadTree(vm, self, copy, '', metadata, found, assigns);
  const { missing, unexpected } = found;
  const errors = found.errors.items.map(String);
  const quoted = (keys: List): string => keys.items.map((key) => `"${String(key)}"`).join(', ');
  if (strict !== false) {
    if (unexpected.items.length > 0) {
      errors.unshift(`Unexpected key(s) in state_dict: ${quoted(unexpected)}. `);
    }
    if (missing.items.length > 0) {
      errors.unshift(`Missing key(s) in state_dict: ${quoted(missing)}. `);
    }
  }
  if (errors.length > 0) {
    raise(
      'RuntimeError',
      `Error(s) in loading state_dict for ${typeName(self)}:\n\t${errors.join('\n\t')}`,
    );
  }
  return new Tuple([missing, unexpected], incompatibleKeysType);
}

function unreachable(name: string): never {
  return raise(
    'RuntimeError',
    `Reached a code path in Module.${name}() that should never be called. ` +
      'Please file an issue at https://github.com/pytorch/pytorch/issues/new?template=bug-report.yml ' +
      'to report this bug.',
  );
}

moduleType.dict.setName('_version', 1);
moduleType.dict.setName('dump_patches', false);

pythonMethods(moduleType, {
  *"state_dict(self, *args, destination=None, prefix='', keep_vars=False)"(
    vm,
    self: PyObject,
    args: Value[],
    destination: Value,
    prefix: Value,
    keepVars: Value,
  ) {
    const [first = destination, second = prefix, third = keepVars] = args;
    const text = typeof second === 'string' ? second : '';
    return yield* stateDict(vm, self, first, text, third === true);
  },
  *'_save_to_state_dict(self, destination, prefix, keep_vars)'(
    vm,
    self: PyObject,
    destination: Value,
    prefix: string,
    keepVars: Value,
  ) {
    return yield* saveOwn(vm, self, destination, prefix, keepVars === true);
  },
  *'load_state_dict(self, state_dict, strict=True, assign=False)'(
    vm,
    self: PyObject,
    given: Value,
    strict: Value,
    assign: Value,
  ) {
    return yield* loadStateDict(vm, self, given, strict, assign === true);
  },
  *'_load_from_state_dict(self, state_dict, prefix, local_metadata, strict, missing_keys, unexpected_keys, error_msgs)'(
    vm,
    self: PyObject,
    given: Dict,
    prefix: string,
    metadata: Value,
    strict: Value,
    missing: List,
    unexpected: List,
    errors: List,
  ) {
    const found = { missing, unexpected, errors };
    return yield* loadOwn(vm, self, given, prefix, metadata, strict, found);
  },
  'get_extra_state(self)': () => unreachable('get_extra_state'),
  'set_extra_state(self, state)': () => unreachable('set_extra_state'),
});
