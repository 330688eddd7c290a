// What stands around the computation in PyTorch: its version, its hub, operators that compiled
// extensions register, the export to ONNX. There is no compiled code, no CUDA and no network here, and
// these modules say so where they are used, not where they are imported.

import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { native } from '../python/native.ts';
import { ModuleObject } from '../python/values/callable.ts';
import type { Value } from '../python/values/object.ts';
import { torchState } from './state.ts';

type Names = Record<string, Value>;

/** https://pytorch.org/docs/stable/hub.html: what loads is not supported, where it would load is. */
export const hubFunctions: Names = later('torch.hub', [
  'download_url_to_file',
  'help',
  'list',
  'load',
  'load_state_dict_from_url',
]);

/** https://pytorch.org/docs/stable/onnx.html: what is registered matters to an export alone. */
export const onnxFunctions: Names = {
  ...later('torch.onnx', ['export', 'dynamo_export']),
  is_in_onnx_export: native('is_in_onnx_export()', () => false),
  register_custom_op_symbolic: native(
    'register_custom_op_symbolic(symbolic_name, symbolic_fn, opset_version)',
    () => null,
  ),
};

/** What Python files ask of PyTorch's compiled part: nothing is traced, and nobody counts uses. */
export const compiledFunctions: Names = {
  _log_api_usage_once: native('_log_api_usage_once(name, /)', () => null),
  _get_tracing_state: native('_get_tracing_state()', () => null),
  _set_autocast: native('_set_autocast(enabled, /)', (vm: Interpreter, enabled: Value) => {
    torchState(vm).autocast = enabled === true;
    return null;
  }),
};

/** `torch.version` of a build without CUDA. */
export function versionNames(vm: Interpreter): Names {
  return { __version__: torchState(vm).version, debug: false, cuda: null, hip: null };
}

/**
 * `torch.ops.torchvision.nms`: a namespace for each extension, an operator for each name in it. What
 * an operator computes is compiled code: not supported where it is called.
 */
export function extensionOperators(_vm: Interpreter, name: string): Value | undefined {
  if (name.startsWith('__')) return undefined;
  const space = new ModuleObject(`torch.ops.${name}`);
  space.missing = (operator) => {
    if (operator.startsWith('__')) return undefined;
    const full = `torch.ops.${name}.${operator}`;
    const value = KNOWN_OPERATORS[full] ?? laterCall(operator, full);
    space.namespace.setName(operator, value);
    return value;
  };
  return space;
}

export const operatorsFunctions: Names = {
  load_library: native('load_library(path)', () => null),
};

const KNOWN_OPERATORS: Readonly<Names> = {
  'torch.ops.torchvision._cuda_version': native('_cuda_version()', () => -1),
};

function later(module: string, names: readonly string[]): Names {
  return Object.fromEntries(names.map((name) => [name, laterCall(name, `${module}.${name}`)]));
}

function laterCall(name: string, full: string): Value {
  return native(`${name}(*args, **kwargs)`, (vm: Interpreter) => vm.unsupported(full));
}
