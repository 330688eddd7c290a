// Activations: https://pytorch.org/docs/stable/nn.html#non-linear-activations-weighted-sum-nonlinearity
//
// Each names its operator, its own attributes and how they are handed to it.

import type { Interpreter } from '../../python/evaluate/interpreter.ts';
import { steps, type Result, type Steps } from '../../python/evaluate/pending.ts';
import type { PyObject, PyType, Value } from '../../python/values/object.ts';
import { member } from '../module.ts';
import { TensorObject } from '../tensor.ts';
import { callOperator } from '../operatorFunctions.ts';
import { storeResult } from '../inplace.ts';
import { converting } from '../converting.ts';
import { defineModule, fill, setAttributes } from './define.ts';

const ACTIVATION = 'torch.nn.modules.activation';

interface Activation {
  /** The parameters of `__init__`, each an attribute of the same name. */
  readonly parameters?: readonly string[];
  readonly operator: string;
  /** Which attributes the operator gets after the input. */
  readonly passes?: readonly string[];
  /** Those that it gets by name. */
  readonly keywords?: readonly string[];
  readonly extraRepr?: string;
}

function defineActivation(name: string, activation: Activation): PyType {
  const { parameters = [], operator, passes = [], keywords = [], extraRepr } = activation;
  const names = parameters.map((parameter) => parameter.split('=')[0] as string);
  const inplace = names.includes('inplace');
  return defineModule(ACTIVATION, `${name}(${parameters.join(', ')})`, {
    init: (_vm, self: PyObject, ...values: Value[]) => {
      setAttributes(self, Object.fromEntries(names.map((key, i) => [key, values[i] ?? null])));
      return null;
    },
    forward: (vm: Interpreter, self: PyObject, input: Value) => {
      const rest = passes.map((attribute) => member(vm, self, attribute));
      const named = new Map(keywords.map((key) => [key, member(vm, self, key)]));
      const result = callOperator(vm, operator, [input, ...rest], named);
      if (!inplace || member(vm, self, 'inplace') !== true) return result;
      return storedIn(vm, operator, input, result);
    },
    extraRepr: (vm, self) => {
      const asked = inplace && member(vm, self, 'inplace') === true;
      if (extraRepr === undefined) return asked ? 'inplace=True' : '';
      return extraReprText(vm, self, extraRepr, asked);
    },
  });
}

/** The result written over the input, as `inplace=True` asks for. */
function storedIn(vm: Interpreter, name: string, input: Value, result: Result): Result {
  if (!(input instanceof TensorObject) || !(result instanceof TensorObject)) return result;
  return converting(vm, name, () => storeResult(vm, input, result.value(), result.gradFn));
}

function extraReprText(
  vm: Interpreter,
  self: PyObject,
  template: string,
  inplace: boolean,
): Result {
  return steps(
    (function* (): Steps {
      const text = (yield* fill(vm, self, template)) as string;
      return inplace ? `${text}, inplace=True` : text;
    })(),
  );
}

export const ReLU = defineActivation('ReLU', { parameters: ['inplace=False'], operator: 'relu' });
export const ReLU6 = defineActivation('ReLU6', {
  parameters: ['inplace=False'],
  operator: 'relu6',
});
export const SELU = defineActivation('SELU', { parameters: ['inplace=False'], operator: 'selu' });
export const SiLU = defineActivation('SiLU', { parameters: ['inplace=False'], operator: 'silu' });
export const Mish = defineActivation('Mish', { parameters: ['inplace=False'], operator: 'mish' });
export const Hardswish = defineActivation('Hardswish', {
  parameters: ['inplace=False'],
  operator: 'hardswish',
});
export const Hardsigmoid = defineActivation('Hardsigmoid', {
  parameters: ['inplace=False'],
  operator: 'hardsigmoid',
});
export const Sigmoid = defineActivation('Sigmoid', { operator: 'sigmoid' });
export const Tanh = defineActivation('Tanh', { operator: 'tanh' });
export const Softsign = defineActivation('Softsign', { operator: 'softsign' });
export const Tanhshrink = defineActivation('Tanhshrink', { operator: 'tanhshrink' });
export const LogSigmoid = defineActivation('LogSigmoid', { operator: 'logsigmoid' });
export const LeakyReLU = defineActivation('LeakyReLU', {
  parameters: ['negative_slope=0.01', 'inplace=False'],
  operator: 'leaky_relu',
  passes: ['negative_slope'],
  extraRepr: 'negative_slope={negative_slope}',
});
export const ELU = defineActivation('ELU', {
  parameters: ['alpha=1.0', 'inplace=False'],
  operator: 'elu',
  passes: ['alpha'],
  extraRepr: 'alpha={alpha}',
});
export const CELU = defineActivation('CELU', {
  parameters: ['alpha=1.0', 'inplace=False'],
  operator: 'celu',
  passes: ['alpha'],
  extraRepr: 'alpha={alpha}',
});
export const GELU = defineActivation('GELU', {
  parameters: ["approximate='none'"],
  operator: 'gelu',
  keywords: ['approximate'],
  extraRepr: 'approximate={approximate!r}',
});
export const Softplus = defineActivation('Softplus', {
  parameters: ['beta=1', 'threshold=20'],
  operator: 'softplus',
  passes: ['beta', 'threshold'],
  extraRepr: 'beta={beta}, threshold={threshold}',
});
export const Hardtanh = defineActivation('Hardtanh', {
  parameters: ['min_val=-1.0', 'max_val=1.0', 'inplace=False'],
  operator: 'hardtanh',
  passes: ['min_val', 'max_val'],
  extraRepr: 'min_val={min_val}, max_val={max_val}',
});
export const Softshrink = defineActivation('Softshrink', {
  parameters: ['lambd=0.5'],
  operator: 'softshrink',
  passes: ['lambd'],
  extraRepr: '{lambd}',
});
export const Hardshrink = defineActivation('Hardshrink', {
  parameters: ['lambd=0.5'],
  operator: 'hardshrink',
  passes: ['lambd'],
  extraRepr: '{lambd}',
});
export const Threshold = defineActivation('Threshold', {
  parameters: ['threshold', 'value', 'inplace=False'],
  operator: 'threshold',
  passes: ['threshold', 'value'],
  extraRepr: 'threshold={threshold}, value={value}',
});
export const Softmax = defineActivation('Softmax', {
  parameters: ['dim=None'],
  operator: 'softmax',
  passes: ['dim'],
  extraRepr: 'dim={dim}',
});
export const Softmin = defineActivation('Softmin', {
  parameters: ['dim=None'],
  operator: 'softmin',
  passes: ['dim'],
  extraRepr: 'dim={dim}',
});
export const LogSoftmax = defineActivation('LogSoftmax', {
  parameters: ['dim=None'],
  operator: 'log_softmax',
  passes: ['dim'],
  extraRepr: 'dim={dim}',
});
export const GLU = defineActivation('GLU', {
  parameters: ['dim=-1'],
  operator: 'glu',
  passes: ['dim'],
  extraRepr: 'dim={dim}',
});
