// Parameters and buffers as the layers make them.

import { full } from '../../ops/creation.ts';
import type { Int } from '../../base/origin.ts';
import type { Interpreter } from '../../python/evaluate/interpreter.ts';
import type { PyObject, Value } from '../../python/values/object.ts';
import { type DType } from '../../tensor/dtype.ts';
import type { Scalar } from '../../tensor/promotion.ts';
import type { Shape } from '../../tensor/shape.ts';
import { guarded, result } from '../apply.ts';
import { makeParameter } from '../creation.ts';
import { dtypeOf } from '../dtypes.ts';
import { fans, kaimingUniform, withoutGradients } from '../init.ts';
import { writeInto } from '../inplace.ts';
import { member, registerBuffer, registerParameter } from '../module.ts';
import { fillUniform } from '../random.ts';
import { torchState } from '../state.ts';
import { TensorObject } from '../tensor.ts';

/** A parameter with every element the same, in the default dtype or the one given. */
export function addParameter(
  vm: Interpreter,
  self: PyObject,
  name: string,
  shape: Shape | null,
  options: { value?: number; dtype?: DType | null } = {},
): TensorObject | null {
  if (shape === null) {
    registerParameter(self, name, null);
    return null;
  }
  const dtype = options.dtype ?? torchState(vm).defaultDType;
  const fill: Scalar = { kind: 'float', value: options.value ?? 0 };
  const data = guarded(vm, name, () => result(vm, full({ size: shape, fill_value: fill, dtype })));
  if (!(data instanceof TensorObject)) return null;
  const parameter = makeParameter(vm, data);
  registerParameter(self, name, parameter);
  return parameter;
}

export function addBuffer(
  vm: Interpreter,
  self: PyObject,
  name: string,
  shape: Shape | null,
  value: Scalar,
  dtype: DType,
): void {
  const buffer =
    shape === null
      ? null
      : guarded(vm, name, () => result(vm, full({ size: shape, fill_value: value, dtype })));
  registerBuffer(self, name, buffer, true);
}

/** A parameter of a layer; null where it has none of that name. */
export function parameterOf(vm: Interpreter, self: PyObject, name: string): TensorObject | null {
  const value = member(vm, self, name);
  return value instanceof TensorObject ? value : null;
}

/** Gives a parameter or buffer the same number everywhere. */
export function fillMember(vm: Interpreter, self: PyObject, name: string, value: number): void {
  const tensor = parameterOf(vm, self, name);
  if (!tensor) return;
  const number = { kind: 'int', value } as const;
  const numbers = full({ size: tensor.sizes, fill_value: number, dtype: tensor.dtype });
  withoutGradients(vm, () => writeInto(vm, tensor, numbers, null));
}

/** The weight and bias of a normalisation, which change nothing at first. */
export function addAffine(
  vm: Interpreter,
  self: PyObject,
  shape: readonly Int[] | null,
  dtype: Value,
): void {
  const given = { dtype: dtypeOf(dtype) ?? null };
  addParameter(vm, self, 'weight', shape, { ...given, value: 1 });
  addParameter(vm, self, 'bias', shape, given);
}

/** How normalisations start: they change nothing. */
export function resetAffine(vm: Interpreter, self: PyObject): void {
  fillMember(vm, self, 'weight', 1);
  fillMember(vm, self, 'bias', 0);
}

/** How linear and convolution layers start: both from ±1/√fan_in, the weight by way of a = √5. */
export function resetWeightAndBias(vm: Interpreter, self: PyObject): void {
  const weight = parameterOf(vm, self, 'weight');
  const bias = parameterOf(vm, self, 'bias');
  if (!weight) return;
  kaimingUniform(vm, weight, { a: Math.sqrt(5), mode: 'fan_in', nonlinearity: 'leaky_relu' });
  if (!bias) return;
  const { fanIn } = fans(weight);
  const bound = fanIn > 0 ? 1 / Math.sqrt(fanIn) : 0;
  withoutGradients(vm, () => fillUniform(vm, bias, -bound, bound));
}
