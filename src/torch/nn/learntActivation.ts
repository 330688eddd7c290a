// Activations with parameters, and the product of two inputs with them: PReLU, Bilinear.

import type { Int } from '../../base/origin.ts';
import type { Interpreter } from '../../python/evaluate/interpreter.ts';
import type { PyObject, Value } from '../../python/values/object.ts';
import { dtypeOf } from '../dtypes.ts';
import { withoutGradients } from '../init.ts';
import { member } from '../module.ts';
import { callOperator } from '../operatorFunctions.ts';
import { fillUniform } from '../random.ts';
import { defineModule, numberOf, setAttributes } from './define.ts';
import { addParameter, parameterOf } from './parameters.ts';

export const PReLU = defineModule(
  'torch.nn.modules.activation',
  'PReLU(num_parameters=1, init=0.25, device=None, dtype=None)',
  {
    init: (
      vm: Interpreter,
      self: PyObject,
      count: Value,
      start: Value,
      _device: Value,
      dtype: Value,
    ) => {
      self.setAttr('num_parameters', count);
      const options = { dtype: dtypeOf(dtype) ?? null, value: numberOf(start) };
      addParameter(vm, self, 'weight', [count as Int], options);
      return null;
    },
    forward: (vm: Interpreter, self: PyObject, input: Value) =>
      callOperator(vm, 'prelu', [input, member(vm, self, 'weight')]),
    extraRepr: 'num_parameters={num_parameters}',
  },
);

export const Bilinear = defineModule(
  'torch.nn.modules.linear',
  'Bilinear(in1_features, in2_features, out_features, bias=True, device=None, dtype=None)',
  {
    parameters: 'input1, input2',
    init: (
      vm: Interpreter,
      self: PyObject,
      first: Value,
      second: Value,
      outputs: Value,
      bias: Value,
      _device: Value,
      dtype: Value,
    ) => {
      setAttributes(self, { in1_features: first, in2_features: second, out_features: outputs });
      const options = { dtype: dtypeOf(dtype) ?? null };
      const shape = [outputs as Int, first as Int, second as Int];
      addParameter(vm, self, 'weight', shape, options);
      addParameter(vm, self, 'bias', bias === false ? null : [outputs as Int], options);
      return null;
    },
    reset: (vm: Interpreter, self: PyObject) => {
      const bound = 1 / Math.sqrt(numberOf(member(vm, self, 'in1_features')));
      withoutGradients(vm, () => {
        for (const name of ['weight', 'bias']) {
          const parameter = parameterOf(vm, self, name);
          if (parameter) fillUniform(vm, parameter, -bound, bound);
        }
      });
    },
    forward: (vm: Interpreter, self: PyObject, first: Value, second: Value) =>
      callOperator(vm, 'bilinear', [
        first,
        second,
        member(vm, self, 'weight'),
        member(vm, self, 'bias'),
      ]),
    extraRepr: (vm, self) => {
      const text = (name: string): string => `${name}=${numberOf(member(vm, self, name))}`;
      const bias = member(vm, self, 'bias') === null ? 'False' : 'True';
      const names = ['in1_features', 'in2_features', 'out_features'];
      return `${names.map(text).join(', ')}, bias=${bias}`;
    },
  },
);
