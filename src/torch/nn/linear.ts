// Linear layers: https://pytorch.org/docs/stable/nn.html#linear-layers

import type { Interpreter } from '../../python/evaluate/interpreter.ts';
import type { PyObject, Value } from '../../python/values/object.ts';
import type { Int } from '../../base/origin.ts';
import { dtypeOf } from '../dtypes.ts';
import { member } from '../module.ts';
import { callOperator } from '../operatorFunctions.ts';
import { flattened, unflattened } from '../views.ts';
import { converting } from '../converting.ts';
import { TensorObject } from '../tensor.ts';
import { isUnknown } from '../../python/values/unknown.ts';
import { defineModule, itemsOf, numberOf, setAttributes } from './define.ts';
import { addParameter, resetWeightAndBias } from './parameters.ts';
import { getAttribute } from '../../python/evaluate/attributes.ts';
import { call } from '../../python/evaluate/call.ts';
import { wait } from '../../python/evaluate/pending.ts';

const LINEAR = 'torch.nn.modules.linear';

export const Identity = defineModule(LINEAR, 'Identity(*args, **kwargs)', {
  forward: (_vm, _self, input: Value) => input,
});

export const Linear = defineModule(
  LINEAR,
  'Linear(in_features, out_features, bias=True, device=None, dtype=None)',
  {
    init: (
      vm: Interpreter,
      self: PyObject,
      inputs: Value,
      outputs: Value,
      bias: Value,
      _device: Value,
      dtype: Value,
    ) => {
      setAttributes(self, { in_features: inputs, out_features: outputs });
      const options = { dtype: dtypeOf(dtype) ?? null };
      const [rows, columns] = [outputs as Int, inputs as Int];
      addParameter(vm, self, 'weight', [rows, columns], options);
      addParameter(vm, self, 'bias', bias === false ? null : [rows], options);
      return null;
    },
    reset: resetWeightAndBias,
    forward: (vm, self, input: Value) =>
      callOperator(vm, 'linear', [input, member(vm, self, 'weight'), member(vm, self, 'bias')]),
    extraRepr: (vm, self) => {
      const bias = member(vm, self, 'bias') !== null;
      const text = (name: string): string => String(numberOf(member(vm, self, name)));
      return `in_features=${text('in_features')}, out_features=${text('out_features')}, bias=${bias ? 'True' : 'False'}`;
    },
  },
);

export const Flatten = defineModule(
  'torch.nn.modules.flatten',
  'Flatten(start_dim=1, end_dim=-1)',
  {
    init: (_vm, self: PyObject, start: Value, end: Value) => {
      setAttributes(self, { start_dim: start, end_dim: end });
      return null;
    },
    *forward(vm: Interpreter, self: PyObject, input: Value) {
      if (isUnknown(input)) return input;
      const [start, end] = [member(vm, self, 'start_dim'), member(vm, self, 'end_dim')];
      if (input instanceof TensorObject) {
        return yield* wait(
          converting(vm, 'flatten', () => flattened(vm, input, numberOf(start), numberOf(end))),
        );
      }
      const method = yield* wait(getAttribute(vm, input, 'flatten'));
      return yield* wait(call(vm, method, [start, end]));
    },
    extraRepr: 'start_dim={start_dim}, end_dim={end_dim}',
  },
);

export const Unflatten = defineModule(
  'torch.nn.modules.flatten',
  'Unflatten(dim, unflattened_size)',
  {
    init: (_vm, self: PyObject, dim: Value, size: Value) => {
      setAttributes(self, { dim, unflattened_size: size });
      return null;
    },
    forward: (vm: Interpreter, self: PyObject, input: Value) => {
      if (!(input instanceof TensorObject)) return input;
      const shape = itemsOf(member(vm, self, 'unflattened_size')) as Int[];
      return converting(vm, 'unflatten', () =>
        unflattened(vm, input, numberOf(member(vm, self, 'dim')), shape),
      );
    },
    extraRepr: 'dim={dim}, unflattened_size={unflattened_size}',
  },
);
