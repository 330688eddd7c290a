// Normalisation of layers and groups: https://pytorch.org/docs/stable/nn.html#normalization-layers

import type { Int } from '../../base/origin.ts';
import type { Interpreter } from '../../python/evaluate/interpreter.ts';
import { Tuple } from '../../python/values/containers.ts';
import { raise } from '../../python/values/exception.ts';
import type { PyObject, Value } from '../../python/values/object.ts';
import { dtypeOf } from '../dtypes.ts';
import { numberOr } from '../pythonNumber.ts';
import { member } from '../module.ts';
import { callOperator } from '../operatorFunctions.ts';
import { defineModule, itemsOf, repeated, setAttributes } from './define.ts';
import { addAffine, addParameter, resetAffine } from './parameters.ts';

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
