// What walks over a tree of modules: parameters, buffers, children, train and eval, apply, moving
// to a dtype. State dicts are in moduleState.ts.

import { getAttribute, typeName } from '../python/evaluate/attributes.ts';
import { call, callMethod } from '../python/evaluate/call.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { DONE, wait, type Steps } from '../python/evaluate/pending.ts';
import { isException, truth } from '../python/evaluate/protocols.ts';
import { List, Tuple } from '../python/values/containers.ts';
import { raise } from '../python/values/exception.ts';
import { listIteratorType, StepIterator } from '../python/values/iterator.ts';
import type { PyObject } from '../python/values/object.ts';
import { type Dict, type Value } from '../python/values/object.ts';
import { isUnknown } from '../python/values/unknown.ts';
import { creationFunctions } from './creation.ts';
import { DTypeObject, isFloatingDType } from './dtypes.ts';
import { isModule, moduleType, table, type Table } from './module.ts';
import { pythonMethods } from './pythonFunction.ts';
import { since } from './state.ts';
import { TensorObject } from './tensor.ts';

/** All modules of the tree in PyTorch's order, each once unless asked otherwise. */
export function namedModules(
  root: PyObject,
  prefix = '',
  removeDuplicate = true,
): [string, PyObject][] {
  const found: [string, PyObject][] = [];
  const seen = new Set<PyObject>();
  const visit = (module: PyObject, name: string): void => {
    if (seen.has(module)) return;
    if (removeDuplicate) seen.add(module);
    found.push([name, module]);
    for (const [key, child] of table(module, '_modules')?.values ?? []) {
      if (isModule(child)) visit(child, name === '' ? String(key) : `${name}.${String(key)}`);
    }
  };
  visit(root, prefix);
  return found;
}

/** Parameters or buffers with their names. */
export function namedMembers(
  root: PyObject,
  which: Table,
  options: { prefix?: string; recurse?: boolean; removeDuplicate?: boolean } = {},
): [string, Value][] {
  const { prefix = '', recurse = true, removeDuplicate = true } = options;
  const modules: [string, PyObject][] = recurse
    ? namedModules(root, prefix, removeDuplicate)
    : [[prefix, root]];
  const seen = new Set<Value>();
  const found: [string, Value][] = [];
  for (const [name, module] of modules) {
    for (const [key, value] of table(module, which)?.values ?? []) {
      if (value === null || seen.has(value)) continue;
      if (removeDuplicate) seen.add(value);
      found.push([name === '' ? String(key) : `${name}.${String(key)}`, value]);
    }
    if (!recurse) continue;
    for (const [key, child] of table(module, '_modules')?.values ?? []) {
      // What it holds is not known, nor how much of it there is.
      if (isUnknown(child))
        found.push([name === '' ? String(key) : `${name}.${String(key)}`, child]);
    }
  }
  return found;
}

export function children(module: PyObject): [string, PyObject][] {
  const found: [string, PyObject][] = [];
  const seen = new Set<PyObject>();
  for (const [key, child] of table(module, '_modules')?.values ?? []) {
    if (!isModule(child) || seen.has(child)) continue;
    seen.add(child);
    found.push([String(key), child]);
  }
  return found;
}

/** An iterator over values that are there already. */
export function iteratorOver(values: readonly Value[]): Value {
  let index = 0;
  return new StepIterator(listIteratorType, () =>
    index < values.length ? (values[index++] as Value) : DONE,
  );
}

function pairs(entries: readonly [string, Value][]): Value {
  return iteratorOver(entries.map(([name, value]) => new Tuple([name, value])));
}

function firsts(entries: readonly [string, Value][]): Value {
  return iteratorOver(entries.map(([, value]) => value));
}

function text(value: Value): string {
  return typeof value === 'string' ? value : '';
}

pythonMethods(moduleType, {
  'parameters(self, recurse=True)': (_vm, self: PyObject, recurse: Value) =>
    firsts(namedMembers(self, '_parameters', { recurse: recurse !== false })),
  "named_parameters(self, prefix='', recurse=True, remove_duplicate=True)": (
    _vm,
    self: PyObject,
    prefix: Value,
    recurse: Value,
    unique: Value,
  ) =>
    pairs(
      namedMembers(self, '_parameters', {
        prefix: text(prefix),
        recurse: recurse !== false,
        removeDuplicate: unique !== false,
      }),
    ),
  'buffers(self, recurse=True)': (_vm, self: PyObject, recurse: Value) =>
    firsts(namedMembers(self, '_buffers', { recurse: recurse !== false })),
  "named_buffers(self, prefix='', recurse=True, remove_duplicate=True)": (
    _vm,
    self: PyObject,
    prefix: Value,
    recurse: Value,
    unique: Value,
  ) =>
    pairs(
      namedMembers(self, '_buffers', {
        prefix: text(prefix),
        recurse: recurse !== false,
        removeDuplicate: unique !== false,
      }),
    ),
  'children(self)': (_vm, self: PyObject) => firsts(children(self)),
  'named_children(self)': (_vm, self: PyObject) => pairs(children(self)),
  'modules(self)': (_vm, self: PyObject) => firsts(namedModules(self)),
  "named_modules(self, memo=None, prefix='', remove_duplicate=True)": (
    _vm,
    self: PyObject,
    _memo: Value,
    prefix: Value,
    unique: Value,
  ) => pairs(namedModules(self, text(prefix), unique !== false)),
});

pythonMethods(moduleType, {
  *'train(self, mode=True)'(vm, self: PyObject, mode: Value) {
    if (typeof mode !== 'boolean') {
      raise('ValueError', 'training mode is expected to be boolean');
    }
    self.setAttr('training', mode);
    for (const [, child] of children(self)) yield* wait(callMethod(vm, child, 'train', [mode]));
    return self;
  },
  'eval(self)': (vm, self: PyObject) => callMethod(vm, self, 'train', [false]),
  *'requires_grad_(self, requires_grad=True)'(vm, self: PyObject, requires: Value) {
    for (const [, parameter] of namedMembers(self, '_parameters')) {
      yield* wait(callMethod(vm, parameter, 'requires_grad_', [requires]));
    }
    return self;
  },
  *'zero_grad(self, set_to_none=None)'(vm, self: PyObject, given: Value) {
    const toNone = given === null ? since(vm, 2, 0) : given === true;
    for (const [, parameter] of namedMembers(self, '_parameters')) {
      if (!(parameter instanceof TensorObject)) continue;
      const { grad } = parameter;
      if (toNone) parameter.grad = null;
      else if (grad instanceof TensorObject) yield* wait(callMethod(vm, grad, 'zero_', []));
    }
    return null;
  },
  *'apply(self, fn)'(vm, self: PyObject, fn: Value) {
    for (const [, child] of children(self)) yield* wait(callMethod(vm, child, 'apply', [fn]));
    yield* wait(call(vm, fn, [self]));
    return self;
  },
  'get_submodule(self, target)': (_vm, self: PyObject, target: string) => submodule(self, target),
  'get_parameter(self, target)': (_vm, self: PyObject, target: string) =>
    namedEntry(self, target, '_parameters', 'a parameter', 'nn.Parameter'),
  'get_buffer(self, target)': (_vm, self: PyObject, target: string) =>
    namedEntry(self, target, '_buffers', 'a buffer', 'buffer'),
  'share_memory(self)': (_vm, self: PyObject) => self,
  'compile(self, *args, **kwargs)': () => null,
});

/** `get_submodule("a.b")`, with PyTorch's messages. */
export function submodule(root: PyObject, target: string): PyObject {
  if (target === '') return root;
  let module = root;
  for (const name of target.split('.')) {
    const child = table(module, '_modules')?.values.get(name) ?? module.getAttr(name);
    if (child === undefined) {
      raise('AttributeError', `${typeName(module)} has no attribute \`${name}\``);
    }
    if (!isModule(child)) raise('AttributeError', `\`${name}\` is not an nn.Module`);
    module = child;
  }
  return module;
}

function namedEntry(
  self: PyObject,
  target: string,
  which: Table,
  noun: string,
  type: string,
): Value {
  const dot = target.lastIndexOf('.');
  const module = submodule(self, dot < 0 ? '' : target.slice(0, dot));
  const name = target.slice(dot + 1);
  const found = table(module, which)?.values.get(name);
  if (found !== undefined) return found;
  if (noun === 'a buffer') raise('AttributeError', `\`${name}\` is not a buffer`);
  if (module.getAttr(name) === undefined) {
    raise('AttributeError', `${typeName(module)} has no attribute \`${name}\``);
  }
  return raise('AttributeError', `\`${name}\` is not an ${type}`);
}

/**
 * Replaces the numbers of all parameters and buffers by `change` of them, as `Module._apply` does:
 * the parameters stay the same objects.
 */
function* applyToTensors(
  _vm: Interpreter,
  self: PyObject,
  change: (tensor: TensorObject) => Steps,
): Steps {
  const seen = new Set<Value>();
  for (const [, module] of namedModules(self)) {
    for (const value of table(module, '_parameters')?.values.values() ?? []) {
      if (!(value instanceof TensorObject) || seen.has(value)) continue;
      seen.add(value);
      const changed = yield* change(value);
      if (changed instanceof TensorObject && changed !== value) value.become(changed);
    }
    const buffers = table(module, '_buffers');
    for (const [key, value] of [...(buffers?.values ?? [])]) {
      if (!(value instanceof TensorObject)) continue;
      buffers?.setName(String(key), yield* change(value));
    }
  }
  return self;
}

/** `module.to(…)`: a dtype changes what is floating; a device is noted only. */
function* moveTo(vm: Interpreter, self: PyObject, args: Value[], keywords: Dict): Steps {
  const all = [...args, ...keywords.values.values()];
  const dtypeGiven = all.find((value) => value instanceof DTypeObject);
  const like = all.find((value) => value instanceof TensorObject);
  if (dtypeGiven instanceof DTypeObject && !isFloatingDType(dtypeGiven.dtype)) {
    raise(
      'TypeError',
      `nn.Module.to only accepts floating point or complex dtypes, but got desired dtype=torch.${dtypeGiven.dtype}`,
    );
  }
  return yield* applyToTensors(vm, self, function* (tensor): Steps {
    const changes = isFloatingDType(tensor.dtype);
    const rest = changes ? all : all.filter((value) => !(value instanceof DTypeObject));
    if (!changes && like) return tensor;
    if (rest.length === 0) return tensor;
    return yield* wait(callMethod(vm, tensor.detached(), 'to', rest));
  });
}

/** `.half()` and its like change what is floating. */
function castFloating(name: string) {
  return function* (vm: Interpreter, self: PyObject): Steps {
    return yield* applyToTensors(vm, self, function* (tensor): Steps {
      if (!isFloatingDType(tensor.dtype)) return tensor;
      return yield* wait(callMethod(vm, tensor.detached(), name, []));
    });
  };
}

pythonMethods(moduleType, {
  'to(self, *args, **kwargs)': moveTo,
  'cuda(self, device=None)': (_vm, self: PyObject) => self,
  'cpu(self)': (_vm, self: PyObject) => self,
  'float(self)': castFloating('float'),
  'double(self)': castFloating('double'),
  'half(self)': castFloating('half'),
  'bfloat16(self)': castFloating('bfloat16'),
  *'_apply(self, fn)'(vm, self: PyObject, fn: Value) {
    return yield* applyToTensors(vm, self, function* (tensor): Steps {
      return yield* wait(call(vm, fn, [tensor]));
    });
  },
  *'to_empty(self, *, device, recurse=True)'(vm, self: PyObject) {
    return yield* applyToTensors(vm, self, function* (tensor): Steps {
      return yield* wait(call(vm, creationFunctions.empty_like, [tensor.detached()]));
    });
  },
  *'type(self, dst_type)'(vm, self: PyObject, type: Value) {
    return yield* applyToTensors(vm, self, function* (tensor): Steps {
      return yield* wait(callMethod(vm, tensor.detached(), 'type', [type]));
    });
  },
  '__dir__(self)': (_vm, self: PyObject) =>
    new List([
      ...namedMembers(self, '_parameters', { recurse: false }).map(([name]) => name),
      ...children(self).map(([name]) => name),
    ]),
});

/** Whether the module trains; layers ask it. */
export function* isTraining(vm: Interpreter, module: PyObject): Steps {
  const value = module.getAttr('training');
  if (typeof value === 'boolean') return value;
  try {
    return yield* wait(truth(vm, yield* wait(getAttribute(vm, module, 'training'))));
  } catch (error) {
    if (!isException(error, 'AttributeError')) throw error;
    return true;
  }
}
