// `torch.nn.Module`: where its parameters, buffers and submodules live, attribute access to them,
// and its call. What walks over the tree of modules is in moduleTree.ts, state dicts are in
// moduleState.ts, the layers in nn/.
//
// https://pytorch.org/docs/stable/generated/torch.nn.Module.html

import {
  defaultDeleteAttribute,
  defaultSetAttribute,
  getAttribute,
  typeName,
} from '../python/evaluate/attributes.ts';
import { call, callMethod } from '../python/evaluate/call.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { Pending, steps, wait, type Result, type Steps } from '../python/evaluate/pending.ts';
import { repr } from '../python/evaluate/protocols.ts';
import { methods } from '../python/native.ts';
import { PySet } from '../python/values/containers.ts';
import { orderedDictType } from '../python/builtins/orderedDict.ts';
import { raise } from '../python/values/exception.ts';
import {
  Dict,
  objectType,
  PyObject,
  PyType,
  typeType,
  type Value,
} from '../python/values/object.ts';
import { isUnknown, Unknown } from '../python/values/unknown.ts';
import { isParameter, parameterType, TensorObject, typeString } from './tensor.ts';
import { callThroughHooks, HOOK_TABLES, hasHooks } from './moduleHooks.ts';
import { pythonMethods } from './pythonFunction.ts';
import { since, torchState } from './state.ts';

/** Makes a torch class. Programs may patch it; the run that does restores it at its end. */
export function torchType(
  name: string,
  module: string,
  bases: readonly PyType[] = [objectType],
  allocate?: (cls: PyType) => PyObject,
): PyType {
  const type = new PyType(typeType, name, bases, allocate ? { module, allocate } : { module });
  type.mro = [type, ...(bases[0] as PyType).mro];
  type.shared = true;
  return type;
}

export const moduleType = torchType('Module', 'torch.nn.modules.module');

export function isModule(value: Value | undefined): value is PyObject {
  return value instanceof PyObject && value.cls.isSubtypeOf(moduleType);
}

/** An empty OrderedDict. */
export function orderedDict(): Dict {
  return new Dict(orderedDictType);
}

const TABLES = ['_parameters', '_buffers', '_modules'] as const;
export type Table = (typeof TABLES)[number];

/** One of the module's tables; undefined before `Module.__init__`. */
export function table(module: PyObject, name: Table): Dict | undefined {
  const found = module.attrs?.values.get(name);
  return found instanceof Dict ? found : undefined;
}

/** A parameter, buffer, submodule or plain attribute, as `self.name` finds it. */
export function member(vm: Interpreter, module: PyObject, name: string): Value {
  const own = module.attrs?.values.get(name) ?? tableEntry(module, name);
  if (own !== undefined) return own;
  const computed = computedMembers.get(module)?.get(name);
  if (computed !== undefined) return computed;
  const found = getAttribute(vm, module, name);
  if (found instanceof Pending) return vm.unsupported(`a property '${name}' that a layer reads`);
  return found;
}

/** Properties of a class of the program that a layer reads, for the time of its call. */
const computedMembers = new WeakMap<PyObject, ReadonlyMap<string, Value>>();

/** Computes what of a layer's weights is a property, and then calls it. */
export function withComputed(vm: Interpreter, module: PyObject, go: () => Result): Result {
  const names = ['weight', 'bias'].filter((name) => isComputed(module, name));
  if (names.length === 0) return go();
  return steps(
    (function* (): Steps {
      const values = new Map<string, Value>();
      for (const name of names) values.set(name, yield* wait(getAttribute(vm, module, name)));
      computedMembers.set(module, values);
      try {
        return yield* wait(go());
      } finally {
        computedMembers.delete(module);
      }
    })(),
  );
}

function isComputed({ cls }: PyObject, name: string): boolean {
  if (cls.shared) return false;
  const found = cls.lookup(name);
  return found instanceof PyObject && found.cls.lookup('__get__') !== undefined;
}

/** What the module's tables hold under a name. */
export function tableEntry(module: PyObject, name: string): Value | undefined {
  for (const each of TABLES) {
    const found = table(module, each)?.values.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What `Module.__init__` sets up. */
export function initModule(module: PyObject): void {
  const attrs = (module.attrs ??= new Dict());
  attrs.setName('training', true);
  for (const name of ['_parameters', '_buffers'] as const) attrs.setName(name, orderedDict());
  attrs.setName('_non_persistent_buffers_set', new PySet());
  attrs.setName('_is_full_backward_hook', null);
  for (const name of HOOK_TABLES) attrs.setName(name, orderedDict());
  attrs.setName('_modules', orderedDict());
}

export function registerParameter(module: PyObject, name: string, value: Value): void {
  const parameters = table(module, '_parameters');
  if (!parameters) {
    raise('AttributeError', 'cannot assign parameter before Module.__init__() call');
  }
  checkName(module, name, 'parameter', parameters);
  if (value !== null && !isUnknown(value) && !isParameter(value)) {
    raise(
      'TypeError',
      `cannot assign '${typeString(value)}' object to parameter '${name}' (torch.nn.Parameter or None required)`,
    );
  }
  parameters.setName(name, value);
}

export function registerBuffer(
  module: PyObject,
  name: string,
  value: Value,
  persistent: boolean,
): void {
  const buffers = table(module, '_buffers');
  if (!buffers) raise('AttributeError', 'cannot assign buffer before Module.__init__() call');
  checkName(module, name, 'buffer', buffers);
  if (value !== null && !isUnknown(value) && !(value instanceof TensorObject)) {
    raise(
      'TypeError',
      `cannot assign '${typeString(value)}' object to buffer '${name}' (torch Tensor or None required)`,
    );
  }
  buffers.setName(name, value);
  const transient = module.attrs?.values.get('_non_persistent_buffers_set');
  if (transient instanceof PySet) {
    if (persistent) transient.delete(name);
    else transient.add(name);
  }
}

export function addModule(module: PyObject, name: Value, child: Value): void {
  const modules = table(module, '_modules');
  if (child !== null && !isUnknown(child) && !isModule(child)) {
    raise('TypeError', `${typeString(child)} is not a Module subclass`);
  }
  if (typeof name !== 'string') {
    raise('TypeError', `module name should be a string. Got ${typeString(name)}`);
  }
  if (!modules) raise('AttributeError', 'cannot assign module before Module.__init__() call');
  if (exists(module, name) && !modules.has(name))
    raise('KeyError', `attribute '${name}' already exists`);
  if (name.includes('.')) raise('KeyError', `module name can't contain ".", got: ${name}`);
  if (name === '') raise('KeyError', 'module name can\'t be empty string ""');
  modules.setName(name, child);
}

function checkName(module: PyObject, name: string, what: string, own: Dict): void {
  if (name.includes('.')) raise('KeyError', `${what} name can't contain "."`);
  if (name === '') raise('KeyError', `${what} name can't be empty string ""`);
  if (exists(module, name) && !own.has(name))
    raise('KeyError', `attribute '${name}' already exists`);
}

function exists(module: PyObject, name: string): boolean {
  return (
    module.attrs?.values.has(name) === true ||
    tableEntry(module, name) !== undefined ||
    module.cls.lookup(name) !== undefined
  );
}

/** `Module.__setattr__`: parameters, modules and buffers go to their tables. */
function setMember(vm: Interpreter, self: PyObject, name: string, value: Value): Result {
  const parameters = table(self, '_parameters');
  const modules = table(self, '_modules');
  const buffers = table(self, '_buffers');
  if (isParameter(value) || isUnknownParameter(value)) {
    if (!parameters) {
      raise('AttributeError', 'cannot assign parameters before Module.__init__() call');
    }
    removeFrom(name, self.attrs, buffers, modules);
    registerParameter(self, name, value);
    return null;
  }
  if (parameters?.values.has(name)) {
    refuse(value, null, `parameter '${name}' (torch.nn.Parameter or None expected)`);
    parameters.setName(name, value);
    return null;
  }
  if (isModule(value) || isUnknownModule(value)) {
    if (!modules) raise('AttributeError', 'cannot assign module before Module.__init__() call');
    removeFrom(name, self.attrs, parameters, buffers);
    modules.setName(name, value);
    return null;
  }
  if (modules?.values.has(name)) {
    refuse(value, null, `child module '${name}' (torch.nn.Module or None expected)`);
    modules.setName(name, value);
    return null;
  }
  if (buffers?.values.has(name)) {
    refuse(value, TensorObject, `buffer '${name}' (torch.Tensor or None expected)`);
    buffers.setName(name, value);
    return null;
  }
  return defaultSetAttribute(vm, self, name, value);
}

/** A module of which nobody knows what it holds. */
export function isUnknownModule(value: Value): boolean {
  return isUnknown(value) && (value as PyObject).attrs?.values.get('_modules') instanceof Dict;
}

/** A parameter of which the sizes are not known. */
function isUnknownParameter(value: Value): boolean {
  return value instanceof Unknown && value.known === parameterType;
}

function refuse(value: Value, allowed: typeof TensorObject | null, asWhat: string): void {
  if (value === null || isUnknown(value)) return;
  if (allowed && value instanceof allowed) return;
  raise('TypeError', `cannot assign '${typeString(value)}' as ${asWhat}`);
}

function removeFrom(name: string, ...tables: (Dict | null | undefined)[]): void {
  for (const each of tables) if (each?.values.has(name)) each.delete(name);
}

function deleteMember(vm: Interpreter, self: PyObject, name: string): Result {
  for (const each of TABLES) {
    const entries = table(self, each);
    if (entries?.values.has(name)) {
      entries.delete(name);
      return null;
    }
  }
  return defaultDeleteAttribute(vm, self, name);
}

/** `module(*args, **kwargs)`: hooks around `forward`, announced to the trace. */
function* callModule(vm: Interpreter, self: PyObject, given: Value[], keywords: Dict): Steps {
  const { observer } = torchState(vm);
  const named = keywords.size > 0 ? (keywords.values as Map<string, Value>) : null;
  observer?.enter(vm, self, given, named);
  let result: Value | null = null;
  let returned = false;
  try {
    if (hasHooks(vm, self)) {
      result = yield* callThroughHooks(vm, self, given, named);
    } else {
      const forward = yield* wait(getAttribute(vm, self, 'forward'));
      result = yield* wait(call(vm, forward, given, named));
    }
    returned = true;
    return result;
  } finally {
    observer?.leave(vm, self, returned ? result : undefined);
  }
}

/** `Module.__repr__` */
function* moduleRepr(vm: Interpreter, self: PyObject): Steps {
  const extra = yield* wait(callMethod(vm, self, 'extra_repr', []));
  if (isUnknown(extra)) return extra;
  const extraLines = typeof extra === 'string' && extra !== '' ? extra.split('\n') : [];
  const childLines: string[] = [];
  for (const [key, child] of table(self, '_modules')?.values ?? []) {
    const text = (yield* wait(repr(vm, child))) as string;
    childLines.push(`(${String(key)}): ${indent(text)}`);
  }
  const name = (yield* wait(callMethod(vm, self, '_get_name', []))) as string;
  return layOut(name, extraLines, childLines);
}

export function layOut(
  name: string,
  extra: readonly string[],
  children: readonly string[],
): string {
  const lines = [...extra, ...children];
  if (lines.length === 0) return `${name}()`;
  if (extra.length === 1 && children.length === 0) return `${name}(${lines.join('')})`;
  return `${name}(\n  ${lines.join('\n  ')}\n)`;
}

/** All lines but the first, two spaces further in. */
export function indent(text: string): string {
  return text.replaceAll('\n', '\n  ');
}

/** What PyTorch's modules have and ours do not. */
const notYet = new Set(
  (
    'T_destination _conv_forward _get_backward_hooks _named_members ' +
    '_replicate_for_data_parallel _reversed_padding_repeated_twice _slow_forward dump_patches ' +
    '_check_input_dim _flat_weights _flat_weights_names _all_weights _fill_padding_idx_with_zero'
  ).split(' '),
);

methods(moduleType, {
  '__call__(self, /, *args, **kwargs)': callModule,
  '__setattr__(self, name, value, /)': setMember,
  '__delattr__(self, name, /)': deleteMember,
  '__getattr__(self, name, /)': (vm, self: PyObject, name: string) => {
    const found = tableEntry(self, name);
    // None is there: a layer without a bias has it as its bias.
    if (found !== undefined) return found;
    if (notYet.has(name)) return vm.unsupported(`Module.${name}`);
    return raise('AttributeError', `'${typeName(self)}' object has no attribute '${name}'`);
  },
});

pythonMethods(moduleType, {
  '__init__(self, *args, **kwargs)': (vm, self: PyObject, args: Value[], keywords: Dict) => {
    if (args.length > 0) {
      const method = since(vm, 2, 0) ? `${typeName(self)}.__init__` : 'Module.__init__';
      raise(
        'TypeError',
        `${method}() takes 1 positional argument but ${args.length + 1} were given`,
      );
    }
    const [keyword] = keywords.values.keys();
    if (typeof keyword === 'string') {
      const method = since(vm, 2, 0) ? `${typeName(self)}.__init__` : 'Module.__init__';
      raise('TypeError', `${method}() got an unexpected keyword argument '${keyword}'`);
    }
    initModule(self);
    return null;
  },
  'forward(self, *input)': (_vm, self: PyObject) =>
    raise(
      'NotImplementedError',
      `Module [${typeName(self)}] is missing the required "forward" function`,
    ),
  'register_parameter(self, name, param)': (_vm, self: PyObject, name: string, value: Value) => {
    registerParameter(self, name, value);
    return null;
  },
  'register_buffer(self, name, tensor, persistent=True)': (
    _vm,
    self: PyObject,
    name: string,
    value: Value,
    persistent: Value,
  ) => {
    registerBuffer(self, name, value, persistent !== false);
    return null;
  },
  'add_module(self, name, module)': (_vm, self: PyObject, name: Value, child: Value) => {
    addModule(self, name, child);
    return null;
  },
  'register_module(self, name, module)': (_vm, self: PyObject, name: Value, child: Value) => {
    addModule(self, name, child);
    return null;
  },
  '_get_name(self)': (_vm, self: PyObject) => typeName(self),
  'extra_repr(self)': () => '',
  '__repr__(self)': moduleRepr,
});
