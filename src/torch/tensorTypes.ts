// `torch.LongTensor` and its like: classes of tensors from before there were dtypes. They make tensors,
// name a dtype in `x.type(torch.LongTensor)`, and have the tensors of their dtype as instances.

import { methods } from '../python/native.ts';
import { PyType, typeType, type Value } from '../python/values/object.ts';
import type { DType } from '../tensor/dtype.ts';
import { isTensor } from './apply.ts';
import { torchType } from './module.ts';

const tensortype = torchType('tensortype', 'torch', [typeType]);

methods(tensortype, {
  '__instancecheck__(cls, instance, /)': (_vm, cls: PyType, instance: Value) =>
    isTensor(instance) && instance.dtype === tensorTypes.get(cls),
});

const named = {
  FloatTensor: 'float32',
  DoubleTensor: 'float64',
  HalfTensor: 'float16',
  BFloat16Tensor: 'bfloat16',
  ShortTensor: 'int16',
  CharTensor: 'int8',
  LongTensor: 'int64',
  IntTensor: 'int32',
  BoolTensor: 'bool',
  ByteTensor: 'uint8',
} as const;

/** The dtype of each class. */
export const tensorTypes: ReadonlyMap<PyType, DType> = new Map(
  Object.entries(named).map(([name, dtype]) => {
    const type = torchType(name, 'torch');
    type.cls = tensortype;
    return [type, dtype];
  }),
);

export function dtypeOfTensorType(value: Value): DType | undefined {
  return value instanceof PyType ? tensorTypes.get(value) : undefined;
}
