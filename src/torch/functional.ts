// `torch.nn.functional` beyond what operators declare: functions that write statistics, or that choose
// between operators.

import { typeName } from '../python/evaluate/attributes.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import type { Result } from '../python/evaluate/pending.ts';
import { then } from '../python/evaluate/then.ts';
import type { NativeFunction } from '../python/values/callable.ts';
import { List, Tuple } from '../python/values/containers.ts';
import { raise } from '../python/values/exception.ts';
import type { Value } from '../python/values/object.ts';
import { isUnknown, Unknown } from '../python/values/unknown.ts';
import { overloads } from '../ops/define.ts';
import type { Op } from '../graph/op.ts';
import { applyOne, applyOp, isTensor } from './apply.ts';
import { attentionFunctions } from './attention.ts';
import { dropoutFunctions } from './dropout.ts';
import { embeddingFunctions } from './embeddingNorm.ts';
import { writeInto } from './inplace.ts';
import { callOperator } from './operatorFunctions.ts';
import { numberOr } from './pythonNumber.ts';
import { pythonFunction } from './pythonFunction.ts';
import { torchState } from './state.ts';
import { TensorObject } from './tensor.ts';

/** An operator by its public name; an unknown where we have not got it yet. */
export function operatorNamed(vm: Interpreter, name: string): Op | Unknown {
  return overloads().get(name)?.[0] ?? vm.unsupported(`torch.${name}`);
}

/** Applies an operator by name to tensors; null parts and defaults are filled in. */
export function applyNamed(
  vm: Interpreter,
  name: string,
  args: Record<string, unknown>,
): TensorObject | Unknown {
  const op = operatorNamed(vm, name);
  if (op instanceof Unknown) return op;
  for (const arg of Object.values(args)) if (isUnknown(arg as Value)) return arg as Unknown;
  return applyOne(vm, op, withDefaults(op, args));
}

export function withDefaults(op: Op, args: Record<string, unknown>): never {
  const full: Record<string, unknown> = {};
  for (const { name, hasDefault, default: fallback } of op.signature.parameters) {
    full[name] = args[name] ?? (hasDefault ? fallback : null);
  }
  return full as never;
}

export interface BatchNormArgs {
  readonly input: Value;
  readonly runningMean: Value;
  readonly runningVar: Value;
  readonly weight: Value;
  readonly bias: Value;
  readonly training: boolean;
  readonly momentum: number;
  readonly eps: number;
}

/** The arguments of `torch.batch_norm`, from a position on, as its parser takes them. */
function checkParts(
  parts: Record<string, Value>,
  from: number,
  fits: (value: Value) => boolean,
  type = 'Tensor',
): void {
  for (const [i, [name, value]] of Object.entries(parts).entries()) {
    if (isUnknown(value) || fits(value) || (value === null && type === 'Tensor')) continue;
    raise(
      'TypeError',
      `batch_norm(): argument '${name}' (position ${from + i}) must be ${type}, not ${typeName(value)}`,
    );
  }
}

/** Batch normalisation; in training the running statistics are written. */
export function batchNorm(vm: Interpreter, args: BatchNormArgs): Result {
  const all = [args.input, args.runningMean, args.runningVar, args.weight, args.bias];
  const unknown = all.find((value) => isUnknown(value));
  if (unknown) return unknown as Unknown;
  const input = args.input as TensorObject;
  const tensors = {
    input,
    weight: args.weight as TensorObject | null,
    bias: args.bias as TensorObject | null,
    running_mean: args.runningMean as TensorObject | null,
    running_var: args.runningVar as TensorObject | null,
  };
  const { training, momentum, eps } = args;
  if (!training) return applyNamed(vm, 'batch_norm', { ...tensors, training, momentum, eps });
  const op = operatorNamed(vm, 'batch_norm_train');
  if (op instanceof Unknown) return op;
  const results = applyOp(vm, op, withDefaults(op, { ...tensors, momentum, eps }));
  if (!Array.isArray(results)) return results;
  const [output, mean, variance] = results as [TensorObject, TensorObject, TensorObject];
  const state = torchState(vm);
  const { gradEnabled } = state;
  state.gradEnabled = false;
  try {
    if (tensors.running_mean) writeInto(vm, tensors.running_mean, mean.value(), null);
    if (tensors.running_var) writeInto(vm, tensors.running_var, variance.value(), null);
  } finally {
    state.gradEnabled = gradEnabled;
  }
  if (output.gradFn) output.gradFn = { ...output.gradFn, name: 'NativeBatchNormBackward0' };
  return output;
}

/** Pools that may give the places of the maxima too: Python functions that choose between operators. */
function maxPool(rank: number): NativeFunction {
  return pythonFunction(
    `max_pool${rank}d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False)`,
    (vm: Interpreter, ...args: Value[]) => {
      const both = args.at(-1) === true;
      const name = `max_pool${rank}d${both ? '_with_indices' : ''}`;
      const [input] = args;
      if (rank === 1 && !both && input instanceof TensorObject && input.requiresGrad) {
        // A gradient needs the places.
        const made = callOperator(vm, 'max_pool1d_with_indices', args.slice(0, -1));
        return then(made, (pair) => (pair instanceof Tuple ? (pair.items[0] as Value) : pair));
      }
      return callOperator(vm, name, args.slice(0, -1));
    },
    `max_pool${rank}d`,
  );
}

function adaptiveAvgPool(rank: number): NativeFunction {
  const name = `adaptive_avg_pool${rank}d`;
  return pythonFunction(
    `${name}(input, output_size)`,
    (vm: Interpreter, input: Value, size: Value) => {
      checkOutputSize(input, size, rank, `${name}: output_size must be ${rank}`);
      return callOperator(vm, name, [input, size]);
    },
    name,
  );
}

/** A list of sizes has one for each dimension but the channels, and fewer than the input has. */
function checkOutputSize(
  input: Value,
  size: Value,
  rank: number,
  message: string,
  ranks: readonly number[] | null = null,
): void {
  if (!(size instanceof Tuple || size instanceof List) || !(input instanceof TensorObject)) return;
  const count = size.items.length;
  if (input.sizes.length <= count) {
    raise('ValueError', `Input dimension should be at least ${count + 1}`);
  }
  // Other ranks of the input are refused before.
  if (count !== rank && ranks?.includes(input.sizes.length) !== false) {
    raise('RuntimeError', message);
  }
}

function adaptiveMaxPool(rank: number): NativeFunction {
  return pythonFunction(
    `adaptive_max_pool${rank}d(input, output_size, return_indices=False)`,
    (vm: Interpreter, input: Value, size: Value, both: Value) => {
      const name = `adaptive_max_pool${rank}d${both === true ? '_with_indices' : ''}`;
      if (rank > 1) {
        const own = `adaptive_max_pool${rank}d()`;
        const message = `${own}: internal error: output_size.size() must be ${rank}`;
        checkOutputSize(input, size, rank, message, [rank + 1, rank + 2]);
      }
      return callOperator(vm, name, [input, size]);
    },
    `adaptive_max_pool${rank}d`,
  );
}

export const functionalFunctions: Record<string, NativeFunction> = {
  ...Object.fromEntries(
    [1, 2, 3].flatMap((rank) => [
      [`max_pool${rank}d`, maxPool(rank)],
      [`adaptive_max_pool${rank}d`, adaptiveMaxPool(rank)],
    ]),
  ),
  adaptive_avg_pool2d: adaptiveAvgPool(2),
  adaptive_avg_pool3d: adaptiveAvgPool(3),
  ...dropoutFunctions,
  ...attentionFunctions,
  ...embeddingFunctions,
  batch_norm: pythonFunction(
    'batch_norm(input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-05)',
    (
      vm: Interpreter,
      input: Value,
      runningMean: Value,
      runningVar: Value,
      weight: Value,
      bias: Value,
      training: Value,
      momentum: Value,
      eps: Value,
    ) => {
      checkParts({ weight, bias, running_mean: runningMean, running_var: runningVar }, 2, isTensor);
      checkParts({ training }, 6, (value) => typeof value === 'boolean', 'bool');
      checkParts({ momentum, eps }, 7, (value) => !Number.isNaN(numberOr(value, NaN)), 'float');
      return batchNorm(vm, {
        input,
        runningMean,
        runningVar,
        weight,
        bias,
        training: training === true,
        momentum: numberOr(momentum, NaN),
        eps: numberOr(eps, NaN),
      });
    },
  ),
};
