// `torch.nn.init`: parameters filled as PyTorch's own initialisers fill them.
//
// https://pytorch.org/docs/stable/nn.init.html

import { intValue } from '../base/origin.ts';
import { full } from '../ops/creation.ts';
import { erf } from '../ops/special.ts';
import { callMethod } from '../python/evaluate/call.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { wait, type Result, type Steps } from '../python/evaluate/pending.ts';
import type { NativeFunction } from '../python/values/callable.ts';
import { raise } from '../python/values/exception.ts';
import { Float } from '../python/values/numbers.ts';
import type { Value } from '../python/values/object.ts';
import { isUnknown } from '../python/values/unknown.ts';
import { Tuple } from '../python/values/containers.ts';
import { guarded } from './apply.ts';
import { numberOr } from './pythonNumber.ts';
import { writeInto } from './inplace.ts';
import { Unsupported } from '../tensor/errors.ts';
import { pythonFunction } from './pythonFunction.ts';
import { fillNormal, fillUniform } from './random.ts';
import { torchState } from './state.ts';
import { TensorObject } from './tensor.ts';

/** Runs `fill` with gradients off, as all initialisers do. */
export function withoutGradients<T>(vm: Interpreter, fill: () => T): T {
  const state = torchState(vm);
  const { gradEnabled } = state;
  state.gradEnabled = false;
  try {
    return fill();
  } catch (error) {
    if (error instanceof Unsupported) return vm.unsupported(error.message) as never;
    throw error;
  } finally {
    state.gradEnabled = gradEnabled;
  }
}

/** How many inputs and outputs one element of a weight serves. */
export function fans(tensor: TensorObject): { fanIn: number; fanOut: number } {
  const sizes = tensor.sizes.map(intValue);
  if (sizes.length < 2) {
    raise(
      'ValueError',
      'Fan in and fan out can not be computed for tensor with fewer than 2 dimensions',
    );
  }
  const [out = 0, inputs = 0, ...kernel] = sizes;
  const field = kernel.reduce((a, b) => a * b, 1);
  return { fanIn: inputs * field, fanOut: out * field };
}

export function gain(nonlinearity: string, slope: number | null): number {
  switch (nonlinearity) {
    case 'linear':
    case 'conv1d':
    case 'conv2d':
    case 'conv3d':
    case 'conv_transpose1d':
    case 'conv_transpose2d':
    case 'conv_transpose3d':
    case 'sigmoid':
      return 1;
    case 'tanh':
      return 5 / 3;
    case 'relu':
      return Math.sqrt(2);
    case 'leaky_relu':
      return Math.sqrt(2 / (1 + (slope ?? 0.01) ** 2));
    case 'selu':
      return 3 / 4;
    default:
      return raise('ValueError', `Unsupported nonlinearity ${nonlinearity}`);
  }
}

/** `kaiming_uniform_`, which the layers of torch start from with a = √5. */
export function kaimingUniform(
  vm: Interpreter,
  tensor: TensorObject,
  options: { a: number; mode: string; nonlinearity: string },
): TensorObject {
  if (tensor.elements === 0) return tensor;
  const std = gain(options.nonlinearity, options.a) / Math.sqrt(fan(tensor, options.mode));
  const bound = Math.sqrt(3) * std;
  return withoutGradients(vm, () => fillUniform(vm, tensor, -bound, bound));
}

function fan(tensor: TensorObject, mode: string): number {
  const { fanIn, fanOut } = fans(tensor);
  if (mode === 'fan_in') return fanIn;
  if (mode === 'fan_out') return fanOut;
  return raise('ValueError', `Mode ${mode} not supported, please use one of ['fan_in', 'fan_out']`);
}

/** Every element the same number. */
export function fillConstant(vm: Interpreter, tensor: TensorObject, value: number): TensorObject {
  return withoutGradients(vm, () => {
    const { sizes: size, dtype } = tensor;
    writeInto(vm, tensor, full({ size, fill_value: { kind: 'float', value }, dtype }), null);
    return tensor;
  });
}

/**
 * Normal numbers within [low, high]: uniform ones between the values of the distribution there, put
 * through its inverse. PyTorch takes the same steps, in place.
 */
function* truncatedNormal(
  vm: Interpreter,
  tensor: TensorObject,
  mean: number,
  std: number,
  low: number,
  high: number,
): Steps {
  const below = (x: number): number => (1 + erf((x - mean) / std / Math.SQRT2)) / 2;
  const state = torchState(vm);
  const { gradEnabled } = state;
  state.gradEnabled = false;
  try {
    fillUniform(vm, tensor, 2 * below(low) - 1, 2 * below(high) - 1);
    const then = (name: string, ...args: number[]): Result =>
      callMethod(
        vm,
        tensor,
        name,
        args.map((x) => new Float(x)),
      );
    yield* wait(then('erfinv_'));
    yield* wait(then('mul_', std * Math.SQRT2));
    yield* wait(then('add_', mean));
    yield* wait(then('clamp_', low, high));
    return tensor;
  } finally {
    state.gradEnabled = gradEnabled;
  }
}

type Fill = (vm: Interpreter, tensor: TensorObject, ...numbers: number[]) => TensorObject;

/** An initialiser whose arguments after the tensor are numbers. */
function initialiser(signature: string, fill: Fill): NativeFunction {
  return pythonFunction(signature, (vm: Interpreter, tensor: Value, ...rest: Value[]) => {
    if (isUnknown(tensor)) return tensor;
    if (!(tensor instanceof TensorObject)) {
      raise('AttributeError', `'${typeof tensor}' object has no attribute 'dim'`);
    }
    const numbers = rest.map((value) => numberOr(value, Number.NaN));
    return guarded(vm, signature, () => fill(vm, tensor, ...numbers)) as Value;
  });
}

const text = (value: Value, fallback: string): string =>
  typeof value === 'string' ? value : fallback;

export const initFunctions: Record<string, NativeFunction> = {
  uniform_: initialiser(
    'uniform_(tensor, a=0.0, b=1.0, generator=None)',
    (vm, tensor, a = 0, b = 1) => withoutGradients(vm, () => fillUniform(vm, tensor, a, b)),
  ),
  normal_: initialiser(
    'normal_(tensor, mean=0.0, std=1.0, generator=None)',
    (vm, tensor, mean = 0, std = 1) =>
      withoutGradients(vm, () => fillNormal(vm, tensor, mean, std)),
  ),
  trunc_normal_: pythonFunction(
    'trunc_normal_(tensor, mean=0.0, std=1.0, a=-2.0, b=2.0, generator=None)',
    function* (vm: Interpreter, tensor: Value, mean: Value, std: Value, a: Value, b: Value): Steps {
      if (!(tensor instanceof TensorObject)) return tensor;
      const [low, high] = [numberOr(a, -2), numberOr(b, 2)];
      return yield* truncatedNormal(vm, tensor, numberOr(mean, 0), numberOr(std, 1), low, high);
    },
  ),
  constant_: initialiser('constant_(tensor, val)', (vm, tensor, value = 0) =>
    fillConstant(vm, tensor, value),
  ),
  ones_: initialiser('ones_(tensor)', (vm, tensor) => fillConstant(vm, tensor, 1)),
  zeros_: initialiser('zeros_(tensor)', (vm, tensor) => fillConstant(vm, tensor, 0)),
  xavier_uniform_: initialiser('xavier_uniform_(tensor, gain=1.0)', (vm, tensor, factor = 1) => {
    const { fanIn, fanOut } = fans(tensor);
    const bound = Math.sqrt(3) * factor * Math.sqrt(2 / (fanIn + fanOut));
    return withoutGradients(vm, () => fillUniform(vm, tensor, -bound, bound));
  }),
  xavier_normal_: initialiser('xavier_normal_(tensor, gain=1.0)', (vm, tensor, factor = 1) => {
    const { fanIn, fanOut } = fans(tensor);
    const std = factor * Math.sqrt(2 / (fanIn + fanOut));
    return withoutGradients(vm, () => fillNormal(vm, tensor, 0, std));
  }),
  kaiming_uniform_: pythonFunction(
    "kaiming_uniform_(tensor, a=0, mode='fan_in', nonlinearity='leaky_relu', generator=None)",
    (vm: Interpreter, tensor: Value, a: Value, mode: Value, nonlinearity: Value) => {
      if (!(tensor instanceof TensorObject)) return tensor;
      return kaimingUniform(vm, tensor, {
        a: numberOr(a, 0),
        mode: text(mode, 'fan_in'),
        nonlinearity: text(nonlinearity, 'leaky_relu'),
      });
    },
  ),
  kaiming_normal_: pythonFunction(
    "kaiming_normal_(tensor, a=0, mode='fan_in', nonlinearity='leaky_relu', generator=None)",
    (vm: Interpreter, tensor: Value, a: Value, mode: Value, nonlinearity: Value) => {
      if (!(tensor instanceof TensorObject) || tensor.elements === 0) return tensor;
      const factor = gain(text(nonlinearity, 'leaky_relu'), numberOr(a, 0));
      const std = factor / Math.sqrt(fan(tensor, text(mode, 'fan_in')));
      return withoutGradients(vm, () => fillNormal(vm, tensor, 0, std));
    },
  ),
  calculate_gain: pythonFunction(
    'calculate_gain(nonlinearity, param=None)',
    (_vm: Interpreter, nonlinearity: Value, slope: Value) => {
      const value = gain(text(nonlinearity, ''), slope === null ? null : numberOr(slope, 0.01));
      return Number.isInteger(value) && nonlinearity !== 'selu' ? value : new Float(value);
    },
  ),
  _calculate_fan_in_and_fan_out: pythonFunction(
    '_calculate_fan_in_and_fan_out(tensor)',
    (_vm: Interpreter, tensor: Value) => {
      if (!(tensor instanceof TensorObject)) return tensor;
      const { fanIn, fanOut } = fans(tensor);
      return new Tuple([fanIn, fanOut]);
    },
  ),
};
