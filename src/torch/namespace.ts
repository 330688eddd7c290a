// The modules `torch`, `torch.nn`, `torch.nn.functional` and their like, as a program imports them.
// A name that PyTorch has and we have not is noted as not supported where it is used.

import '../ops/index.ts';
import './copying.ts';
import './indexing.ts';
import './itemAccess.ts';
import './operators.ts';
import './moduleTree.ts';
import './moduleState.ts';
import './newMethods.ts';
import './nn/index.ts';
import type { BuiltinModule, ModuleRegistry } from '../python/imports.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { methods, native } from '../python/native.ts';
import { Float } from '../python/values/numbers.ts';
import { raise } from '../python/values/exception.ts';
import { Dict, type Value } from '../python/values/object.ts';
import { opaque } from '../graph/build.ts';
import { sameShape } from '../tensor/shape.ts';
import { isTensor, result } from './apply.ts';
import { assembledFunctions } from './assembledMethods.ts';
import { attributeFunctions } from './attributes.ts';
import { assertFunction, checkpointFunctions, fxFunctions, jitFunctions } from './compilation.ts';
import { complexFunctions } from './complexViews.ts';
import { creationFunctions } from './creation.ts';
import {
  constants,
  deviceType,
  dtypeObject,
  dtypeOf,
  dtypeType,
  DTYPE_NAMES,
  isFloatingDType,
  layoutType,
  memoryFormatType,
} from './dtypes.ts';
import { dtypeFunctions } from './dtypeFunctions.ts';
import { functionalFunctions } from './functional.ts';
import {
  enableGradType,
  gradFunctions,
  inferenceModeType,
  noGradType,
  setGradEnabledType,
} from './gradMode.ts';
import { globalHookFunctions, handleType } from './hookRegistration.ts';
import { initFunctions } from './init.ts';
import { gradientFunctions } from './backward.ts';
import { knownNames } from './knownNames.ts';
import { fromLibrary, libraryModule } from './library.ts';
import { linAlgErrorType } from './linAlgError.ts';
import { finfoType, iinfoType } from './limits.ts';
import { moduleType, tableEntry, isModule } from './module.ts';
import { layers } from './nn/define.ts';
import { functionsOf, installMethods } from './operatorFunctions.ts';
import { printSettings } from './printSettings.ts';
import { queryFunctions } from './queryFunctions.ts';
import { generatorType, randomFunctions } from './random.ts';
import { parameterDraws } from './randomMethods.ts';
import { rreluFunctions } from './rrelu.ts';
import { sizeType } from './size.ts';
import { torchState } from './state.ts';
import { storageFunctions } from './storageBytes.ts';
import {
  compiledFunctions,
  extensionOperators,
  onnxFunctions,
  operatorsFunctions,
  versionNames,
} from './surroundings.ts';
import { parameterType, tensorType } from './tensor.ts';
import { tensorTypes } from './tensorTypes.ts';
import { viewFunctions } from './viewMethods.ts';
import { writeFunctions } from './writeMethods.ts';

installMethods();

methods(tensorType, {
  '__getattr__(self, name, /)': (vm, _self, name: string) =>
    knownNames['Tensor']?.has(name)
      ? vm.unsupported(`Tensor.${name}`)
      : raise('AttributeError', `'Tensor' object has no attribute '${name}'`),
});

type Names = Record<string, Value>;

const METHODS_ONLY = ['size', 'dim', 'ndimension', 'stride', 'storage_offset', 'view', 'view_as'];

function torchNames(vm: Interpreter): Names {
  const names: Names = {
    ...functionsOf('function'),
    ...pick(viewFunctions, knownNames['torch']),
    ...pick(complexFunctions, knownNames['torch']),
    ...pick(assembledFunctions, knownNames['torch']),
    ...pick(writeFunctions, knownNames['torch']),
    ...pick(attributeFunctions, knownNames['torch']),
    ...queryFunctions,
    ...creationFunctions,
    ...randomFunctions,
    ...parameterDraws,
    ...rreluFunctions,
    ...gradFunctions,
    ...printSettings,
    ...dtypeFunctions,
    ...constants,
    _assert: assertFunction,
    Tensor: tensorType,
    Size: sizeType,
    device: deviceType,
    dtype: dtypeType,
    layout: layoutType,
    memory_format: memoryFormatType,
    finfo: finfoType,
    iinfo: iinfoType,
    Generator: generatorType,
    no_grad: noGradType,
    enable_grad: enableGradType,
    inference_mode: inferenceModeType,
    set_grad_enabled: setGradEnabledType,
    inf: new Float(Infinity),
    nan: new Float(Number.NaN),
    pi: new Float(Math.PI),
    e: new Float(Math.E),
    __version__: torchState(vm).version,
    get_default_dtype: native('get_default_dtype()', (run: Interpreter) =>
      dtypeObject(torchState(run).defaultDType),
    ),
    set_default_dtype: native('set_default_dtype(d, /)', (run: Interpreter, given: Value) => {
      const dtype = dtypeOf(given);
      if (!dtype || !isFloatingDType(dtype)) {
        raise('TypeError', 'only floating-point types are supported as the default type');
      }
      torchState(run).defaultDType = dtype;
      return null;
    }),
  };
  for (const [name, dtype] of Object.entries(DTYPE_NAMES)) names[name] = dtypeObject(dtype);
  for (const type of tensorTypes.keys()) names[type.name] = type;
  return names;
}

function pick(functions: Names, known: ReadonlySet<string> | undefined): Names {
  return Object.fromEntries(
    Object.entries(functions).filter(([name]) => known?.has(name) && !METHODS_ONLY.includes(name)),
  );
}

function layersOf(prefix: string): Names {
  return Object.fromEntries(
    layers
      .filter((type) => type.module === prefix || type.module.startsWith(`${prefix}.`))
      .map((type) => [type.name, type]),
  );
}

/** Each module with the names that it has from us; its submodules come by import. */
const MODULES: Record<string, (vm: Interpreter) => Names> = {
  torch: torchNames,
  'torch.nn': () => ({
    ...layersOf('torch.nn.modules'),
    Module: moduleType,
    Parameter: parameterType,
  }),
  'torch.nn.modules': () => ({ ...layersOf('torch.nn.modules'), Module: moduleType }),
  'torch.nn.modules.module': () => ({ Module: moduleType, ...globalHookFunctions }),
  'torch.nn.parameter': () => ({ Parameter: parameterType }),
  'torch.nn.functional': () => ({ ...functionsOf('functional'), ...functionalFunctions }),
  'torch.nn.init': () => ({ ...initFunctions }),
  'torch._VF': () => functionsOf('private'),
  'torch.special': () => functionsOf('special'),
  'torch.linalg': () => ({ ...functionsOf('linalg'), LinAlgError: linAlgErrorType }),
  'torch.fft': () => functionsOf('fft'),
  'torch.autograd': () => ({
    no_grad: noGradType,
    enable_grad: enableGradType,
    set_grad_enabled: setGradEnabledType,
    ...gradientFunctions,
  }),
  'torch.cuda': () => ({
    is_available: native('is_available()', () => false),
    device_count: native('device_count()', () => 0),
    manual_seed: native('manual_seed(seed)', () => null),
    manual_seed_all: native('manual_seed_all(seed)', () => null),
    empty_cache: native('empty_cache()', () => null),
    synchronize: native('synchronize(device=None)', () => null),
  }),
  'torch.backends': () => ({}),
  'torch.backends.cudnn': () => ({
    is_available: native('is_available()', () => false),
    deterministic: false,
    benchmark: false,
    enabled: true,
  }),
  'torch.backends.mps': () => ({ is_available: native('is_available()', () => false) }),
  'torch.random': () => ({ ...randomFunctions }),
  'torch.jit': () => jitFunctions,
  'torch.fx': () => fxFunctions,
  'torch.utils': () => ({}),
  'torch.utils.hooks': () => ({ RemovableHandle: handleType }),
  'torch.utils.checkpoint': () => checkpointFunctions,
  'torch.utils.data': () => ({}),
  'torch.onnx': () => onnxFunctions,
  'torch.ops': () => operatorsFunctions,
  'torch.version': versionNames,
  'torch._C': () => ({ ...compiledFunctions, ...storageFunctions }),
};

/** Submodules that `import torch` brings along. */
const EAGER: Record<string, readonly string[]> = {
  torch: [
    'nn',
    'cuda',
    'autograd',
    'backends',
    'special',
    'linalg',
    'fft',
    'random',
    'jit',
    'utils',
    'onnx',
    'ops',
    'version',
    '_C',
    '_VF',
  ],
  'torch.nn': ['functional', 'init', 'parameter', 'modules'],
  'torch.nn.modules': ['module'],
  'torch.backends': ['cudnn', 'mps'],
  'torch.utils': ['checkpoint', 'data', 'hooks'],
};

const registry = new Map<string, BuiltinModule>(
  Object.entries(MODULES).map(([name, names]) => [
    name,
    {
      name,
      build: (vm: Interpreter) => built(name, names, vm),
      submodules: EAGER[name] ?? [],
      missing: missingFrom(name),
    },
  ]),
);

// What a module offers is the same for all runs of a process, but for the version that it tells; a
// run copies it, since a program may change its own.
const contents = new Map<string, Dict>();

function built(name: string, names: (vm: Interpreter) => Names, vm: Interpreter): Dict {
  const key = `${name} ${torchState(vm).version}`;
  let dict = contents.get(key);
  if (!dict) {
    dict = new Dict();
    for (const [each, value] of Object.entries(names(vm))) dict.values.set(each, value);
    contents.set(key, dict);
  }
  return dict;
}

/** A name that PyTorch has is not supported yet; any other does not exist. */
function missingFrom(module: string): NonNullable<BuiltinModule['missing']> {
  if (module === 'torch.ops') return extensionOperators;
  return (vm, name) =>
    fromLibrary(vm, module, name) ??
    (knownNames[module]?.has(name) ? vm.unsupported(`${module}.${name}`) : undefined);
}

/** The same of a module that is written in Python. */
function withKnownNames<M extends { readonly name: string }>(module: M | undefined): M | undefined {
  const known = module && knownNames[module.name];
  if (!module || !known) return module;
  const missing = (vm: Interpreter, name: string): Value | undefined =>
    known.has(name) ? vm.unsupported(`${module.name}.${name}`) : undefined;
  return { ...module, missing };
}

/** The modules of torch that a program can import. */
export const torchModules: ModuleRegistry = {
  find: (name) => registry.get(name) ?? withKnownNames(libraryModule(name)),
  isKnown: (name) => /^(torch|safetensors)(\.|$)/.test(name),
  isOptional: () => false,
};

/** What the interpreter asks of this room while it runs a program. */
export function installTorch(vm: Interpreter, version?: string): void {
  if (version !== undefined) torchState(vm).version = version;
  vm.extensions.set('storedAttribute', (object: Value, name: string) =>
    isModule(object) ? tableEntry(object, name) : undefined,
  );
  vm.extensions.set('joinValues', (a: Value, b: Value) => {
    if (!isTensor(a) || !isTensor(b)) return undefined;
    if (a.dtype !== b.dtype || !sameShape(a.sizes, b.sizes)) return undefined;
    return result(vm, opaque({ dtype: a.dtype, shape: a.sizes }));
  });
}
