// Instance normalisation: each channel of each sample by its own moments.
// https://pytorch.org/docs/stable/generated/torch.nn.InstanceNorm2d.html

import { intValue, type Int } from '../../base/origin.ts';
import { reshape } from '../../ops/shape.ts';
import type { Interpreter } from '../../python/evaluate/interpreter.ts';
import { wait } from '../../python/evaluate/pending.ts';
import { raise } from '../../python/values/exception.ts';
import type { PyObject, PyType, Value } from '../../python/values/object.ts';
import { isUnknown } from '../../python/values/unknown.ts';
import { gradFnOf, guarded, result } from '../apply.ts';
import { dtypeOf } from '../dtypes.ts';
import { member } from '../module.ts';
import { callOperator } from '../operatorFunctions.ts';
import { TensorObject } from '../tensor.ts';
import { defineModule, setAttributes } from './define.ts';
import { addParameter } from './parameters.ts';

function defineInstanceNorm(rank: number): PyType {
  const signature = `InstanceNorm${rank}d(num_features, eps=1e-05, momentum=0.1, affine=False, track_running_stats=False, device=None, dtype=None)`;
  return defineModule('torch.nn.modules.instancenorm', signature, {
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
      if (track === true) return vm.unsupported('InstanceNorm with track_running_stats');
      setAttributes(self, {
        num_features: features,
        eps,
        momentum,
        affine,
        track_running_stats: track,
      });
      const given = { dtype: dtypeOf(dtype) ?? null };
      const shape = affine === true ? [features as Int] : null;
      addParameter(vm, self, 'weight', shape, { ...given, value: 1 });
      addParameter(vm, self, 'bias', shape, given);
      return null;
    },
    *forward(vm: Interpreter, self: PyObject, input: Value) {
      if (isUnknown(input) || !(input instanceof TensorObject)) return input;
      const dims = input.sizes.length;
      if (dims !== rank + 1 && dims !== rank + 2) {
        raise('ValueError', `expected ${rank + 1}D or ${rank + 2}D input (got ${dims}D input)`);
      }
      const names = ['weight', 'bias'];
      const keywords = new Map(names.map((name) => [name, member(vm, self, name)]));
      keywords.set('eps', member(vm, self, 'eps'));
      const batch = dims === rank + 1 ? seenAs(vm, input, [1, ...input.sizes]) : input;
      const normal = yield* wait(callOperator(vm, 'instance_norm', [batch], keywords));
      if (batch === input || !(normal instanceof TensorObject)) return normal;
      return seenAs(vm, normal, input.sizes);
    },
    extraRepr:
      '{num_features}, eps={eps}, momentum={momentum}, affine={affine}, track_running_stats={track_running_stats}',
  });
}

/** The tensor under another shape with as many elements. */
function seenAs(vm: Interpreter, tensor: TensorObject, shape: readonly Int[]): Value {
  const kept = shape.map((n) => (intValue(n) === 1 ? 1 : n));
  return guarded(vm, 'view', () =>
    result(
      vm,
      reshape({ input: tensor.value(), shape: kept }),
      gradFnOf(vm, reshape.op, { input: tensor }),
    ),
  );
}

export const InstanceNorm1d = defineInstanceNorm(1);
export const InstanceNorm2d = defineInstanceNorm(2);
export const InstanceNorm3d = defineInstanceNorm(3);
