// Normalisation layers: https://pytorch.org/docs/stable/nn.html#normalization-layers

import type { Int } from '../../base/origin.ts';
import type { Interpreter } from '../../python/evaluate/interpreter.ts';
import { wait, type Steps } from '../../python/evaluate/pending.ts';
import { truth } from '../../python/evaluate/protocols.ts';
import { Tuple } from '../../python/values/containers.ts';
import { raise } from '../../python/values/exception.ts';
import type { PyObject, PyType, Value } from '../../python/values/object.ts';
import { Float } from '../../python/values/numbers.ts';
import { isUnknown, Unknown } from '../../python/values/unknown.ts';
import { numbers } from '../force.ts';
import { dtypeOf } from '../dtypes.ts';
import { batchNorm, numberOr } from '../functional.ts';
import { member } from '../module.ts';
import { isTraining } from '../moduleTree.ts';
import { torchState } from '../state.ts';
import { TensorObject } from '../tensor.ts';
import { callOperator } from '../operatorFunctions.ts';
import { writeInto } from '../inplace.ts';
import { constant } from '../../graph/build.ts';
import { add } from '../../ops/arithmetic.ts';
import { defineModule, itemsOf, repeated, setAttributes } from './define.ts';
import { addBuffer, addParameter, fillMember, resetAffine } from './parameters.ts';

const BATCH = 'torch.nn.modules.batchnorm';
const batchBase = defineModule(BATCH, '_BatchNorm()', {});

const SIGNATURE =
  'num_features, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True, device=None, dtype=None';

function defineBatchNorm(name: string, ranks: readonly number[], words: string): PyType {
  return defineModule(BATCH, `${name}(${SIGNATURE})`, {
    base: batchBase,
    startsReset: true,
    reset: (vm, self) => {
      resetStatistics(vm, self);
      resetAffine(vm, self);
    },
    methods: {
      'reset_running_stats(self)': (vm: Interpreter, self: PyObject) => {
        resetStatistics(vm, self);
        return null;
      },
    },
    init: (
      vm: Interpreter,
      self: PyObject,
      features: Value,
      eps: Value,
      momentum: Value,
      affine: Value,
      track: Value,
      _device: Value,
      dtype: Value,
    ) => {
      setAttributes(self, {
        num_features: features,
        eps,
        momentum,
        affine,
        track_running_stats: track,
      });
      const shape = [features as Int];
      addAffine(vm, self, affine === false ? null : shape, dtype);
      const tracked = track === false ? null : shape;
      const float = dtypeOf(dtype) ?? torchState(vm).defaultDType;
      addBuffer(vm, self, 'running_mean', tracked, { kind: 'float', value: 0 }, float);
      addBuffer(vm, self, 'running_var', tracked, { kind: 'float', value: 1 }, float);
      const scalar = track === false ? null : [];
      addBuffer(vm, self, 'num_batches_tracked', scalar, { kind: 'int', value: 0 }, 'int64');
      return null;
    },
    *forward(vm: Interpreter, self: PyObject, input: Value) {
      if (isUnknown(input)) return input;
      if (input instanceof TensorObject && !ranks.includes(input.sizes.length)) {
        raise('ValueError', `expected ${words} input (got ${input.sizes.length}D input)`);
      }
      return yield* normalise(vm, self, input);
    },
    extraRepr:
      '{num_features}, eps={eps}, momentum={momentum}, affine={affine}, track_running_stats={track_running_stats}',
  });
}

export const BatchNorm1d = defineBatchNorm('BatchNorm1d', [2, 3], '2D or 3D');
export const BatchNorm2d = defineBatchNorm('BatchNorm2d', [4], '4D');
export const BatchNorm3d = defineBatchNorm('BatchNorm3d', [5], '5D');

function resetStatistics(vm: Interpreter, self: PyObject): void {
  fillMember(vm, self, 'running_mean', 0);
  fillMember(vm, self, 'running_var', 1);
  fillMember(vm, self, 'num_batches_tracked', 0);
}

function addAffine(
  vm: Interpreter,
  self: PyObject,
  shape: readonly Int[] | null,
  dtype: Value,
): void {
  const given = { dtype: dtypeOf(dtype) ?? null };
  addParameter(vm, self, 'weight', shape, { ...given, value: 1 });
  addParameter(vm, self, 'bias', shape, given);
}

/** In training the batch's own statistics are used and the running ones move towards them. */
function* normalise(vm: Interpreter, self: PyObject, input: Value): Steps {
  const part = (name: string): Value => member(vm, self, name);
  const training = yield* wait(truth(vm, yield* isTraining(vm, self)));
  const tracks = part('track_running_stats') !== false;
  const counted = part('num_batches_tracked');
  let momentum = part('momentum');
  if (training === true && tracks && counted instanceof TensorObject) {
    const one = constant({ dtype: 'int64', shape: [], data: new BigInt64Array([1n]) });
    const next = add({ input: counted.value(), other: one });
    writeInto(vm, counted, next, null);
    // Without a momentum the average is over all batches so far.
    if (momentum === null) {
      const count = yield* numbers(vm, next);
      if (count === null) return new Unknown('how many batches were seen is not known');
      momentum = new Float(1 / Number(count.data[0]));
    }
  }
  if (isUnknown(momentum)) return momentum;
  const mean = part('running_mean');
  const variance = part('running_var');
  const useBatch = training === true || (mean === null && variance === null);
  const statistics = training !== true || tracks;
  return yield* wait(
    batchNorm(vm, {
      input,
      runningMean: statistics ? mean : null,
      runningVar: statistics ? variance : null,
      weight: part('weight'),
      bias: part('bias'),
      training: useBatch,
      momentum: numberOr(momentum, 0),
      eps: numberOr(part('eps'), 1e-5),
    }),
  );
}

const NORM = 'torch.nn.modules.normalization';

export const LayerNorm = defineModule(
  NORM,
  'LayerNorm(normalized_shape, eps=1e-05, elementwise_affine=True, bias=True, device=None, dtype=None)',
  {
    startsReset: true,
    reset: resetAffine,
    init: (
      vm: Interpreter,
      self: PyObject,
      shape: Value,
      eps: Value,
      affine: Value,
      bias: Value,
      _device: Value,
      dtype: Value,
    ) => {
      const normalized = new Tuple([...itemsOf(repeated(shape, 1))]);
      setAttributes(self, { normalized_shape: normalized, eps, elementwise_affine: affine });
      const sizes = affine === false ? null : (normalized.items as Int[]);
      const given = { dtype: dtypeOf(dtype) ?? null };
      addParameter(vm, self, 'weight', sizes, { ...given, value: 1 });
      addParameter(vm, self, 'bias', bias === false ? null : sizes, given);
      return null;
    },
    forward: (vm, self, input: Value) =>
      callOperator(vm, 'layer_norm', [
        input,
        member(vm, self, 'normalized_shape'),
        member(vm, self, 'weight'),
        member(vm, self, 'bias'),
        member(vm, self, 'eps'),
      ]),
    extraRepr: '{normalized_shape}, eps={eps}, elementwise_affine={elementwise_affine}',
  },
);

export const GroupNorm = defineModule(
  NORM,
  'GroupNorm(num_groups, num_channels, eps=1e-05, affine=True, device=None, dtype=None)',
  {
    startsReset: true,
    reset: resetAffine,
    init: (
      vm: Interpreter,
      self: PyObject,
      groups: Value,
      channels: Value,
      eps: Value,
      affine: Value,
      _device: Value,
      dtype: Value,
    ) => {
      if (Number(numberOr(channels, 0)) % numberOr(groups, 1) !== 0) {
        raise('ValueError', 'num_channels must be divisible by num_groups');
      }
      setAttributes(self, { num_groups: groups, num_channels: channels, eps, affine });
      addAffine(vm, self, affine === false ? null : [channels as Int], dtype);
      return null;
    },
    forward: (vm, self, input: Value) =>
      callOperator(vm, 'group_norm', [
        input,
        member(vm, self, 'num_groups'),
        member(vm, self, 'weight'),
        member(vm, self, 'bias'),
        member(vm, self, 'eps'),
      ]),
    extraRepr: '{num_groups}, {num_channels}, eps={eps}, affine={affine}',
  },
);
