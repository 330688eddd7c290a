// Batch normalisation: https://pytorch.org/docs/stable/generated/torch.nn.BatchNorm2d.html

import type { Int } from '../../base/origin.ts';
import { constant } from '../../graph/build.ts';
import { add } from '../../ops/arithmetic.ts';
import { callMethod } from '../../python/evaluate/call.ts';
import type { Interpreter } from '../../python/evaluate/interpreter.ts';
import { wait, type Steps } from '../../python/evaluate/pending.ts';
import { truth } from '../../python/evaluate/protocols.ts';
import type { List } from '../../python/values/containers.ts';
import { raise } from '../../python/values/exception.ts';
import { Float } from '../../python/values/numbers.ts';
import { Dict, type PyObject, type PyType, type Value } from '../../python/values/object.ts';
import { isUnknown, Unknown } from '../../python/values/unknown.ts';
import { dtypeOf } from '../dtypes.ts';
import { numbers } from '../force.ts';
import { batchNorm } from '../functional.ts';
import { numberOr } from '../pythonNumber.ts';
import { writeInto } from '../inplace.ts';
import { member } from '../module.ts';
import { loadOwn } from '../moduleState.ts';
import { isTraining } from '../moduleTree.ts';
import { torchState } from '../state.ts';
import { makeTensor, TensorObject } from '../tensor.ts';
import { defineModule, setAttributes } from './define.ts';
import { addAffine, addBuffer, fillMember, resetAffine } from './parameters.ts';

const MODULE = 'torch.nn.modules.batchnorm';
const PARAMETERS =
  'num_features, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True, device=None, dtype=None';

/** What batch and instance normalisation share: an affine map and running statistics. */
const normBase = defineModule(MODULE, `_NormBase(${PARAMETERS})`, {
  startsReset: true,
  reset: (vm, self) => {
    resetStatistics(vm, self);
    resetAffine(vm, self);
  },
  init: initNorm,
  methods: {
    'reset_running_stats(self)': (vm: Interpreter, self: PyObject) => {
      resetStatistics(vm, self);
      return null;
    },
    '_load_from_state_dict(self, state_dict, prefix, local_metadata, strict, missing_keys, unexpected_keys, error_msgs)':
      loadNorm,
  },
  extraRepr:
    '{num_features}, eps={eps}, momentum={momentum}, affine={affine}, track_running_stats={track_running_stats}',
});
normBase.dict.setName('_version', 2);

const batchBase = defineModule(MODULE, `_BatchNorm(${PARAMETERS})`, {
  base: normBase,
  startsReset: true,
  reset: (vm, self) => {
    resetStatistics(vm, self);
    resetAffine(vm, self);
  },
  init: initNorm,
  *forward(vm: Interpreter, self: PyObject, input: Value) {
    if (isUnknown(input)) return input;
    yield* wait(callMethod(vm, self, '_check_input_dim', [input]));
    return yield* normalise(vm, self, input);
  },
});

export const BatchNorm1d = defineBatchNorm('BatchNorm1d', [2, 3], '2D or 3D');
export const BatchNorm2d = defineBatchNorm('BatchNorm2d', [4], '4D');
export const BatchNorm3d = defineBatchNorm('BatchNorm3d', [5], '5D');

function defineBatchNorm(name: string, ranks: readonly number[], words: string): PyType {
  return defineModule(MODULE, `${name}(${PARAMETERS})`, {
    base: batchBase,
    methods: {
      '_check_input_dim(self, input)': (_vm: Interpreter, _self: PyObject, input: Value) => {
        if (input instanceof TensorObject && !ranks.includes(input.sizes.length)) {
          raise('ValueError', `expected ${words} input (got ${input.sizes.length}D input)`);
        }
        return null;
      },
    },
  });
}

function initNorm(
  vm: Interpreter,
  self: PyObject,
  features: Value,
  eps: Value,
  momentum: Value,
  affine: Value,
  track: Value,
  _device: Value,
  dtype: Value,
): null {
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
}

/** Before version 2 no batches were counted. */
function* loadNorm(
  vm: Interpreter,
  self: PyObject,
  given: Dict,
  prefix: string,
  metadata: Value,
  strict: Value,
  missing: List,
  unexpected: List,
  errors: List,
): Steps {
  const version = metadata instanceof Dict ? (metadata.get('version') ?? null) : null;
  const key = `${prefix}num_batches_tracked`;
  const isOld = version === null || Number(numberOr(version, 0)) < 2;
  if (isOld && member(vm, self, 'track_running_stats') !== false && !given.values.has(key)) {
    given.setName(key, makeTensor(constant({ ...SCALAR, data: new BigInt64Array([0n]) })));
  }
  return yield* loadOwn(vm, self, given, prefix, metadata, strict, {
    missing,
    unexpected,
    errors,
  });
}

const SCALAR = { dtype: 'int64', shape: [] } as const;

function resetStatistics(vm: Interpreter, self: PyObject): void {
  fillMember(vm, self, 'running_mean', 0);
  fillMember(vm, self, 'running_var', 1);
  fillMember(vm, self, 'num_batches_tracked', 0);
}

/** In training the batch's own statistics are used and the running ones move towards them. */
function* normalise(vm: Interpreter, self: PyObject, input: Value): Steps {
  const part = (name: string): Value => member(vm, self, name);
  const training = yield* wait(truth(vm, yield* isTraining(vm, self)));
  const tracks = part('track_running_stats') !== false;
  const counted = part('num_batches_tracked');
  let momentum = part('momentum');
  if (training === true && tracks && counted instanceof TensorObject) {
    const one = constant({ ...SCALAR, data: new BigInt64Array([1n]) });
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
