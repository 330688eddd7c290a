// Tensors of another dtype or on another device: `.to(…)`, `.float()`, `.cuda()`. Devices are noted
// and nothing is moved.

import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { methods } from '../python/native.ts';
import { raise } from '../python/values/exception.ts';
import type { Dict, Value } from '../python/values/object.ts';
import { isUnknown } from '../python/values/unknown.ts';
import { typeName } from '../python/evaluate/attributes.ts';
import { toDtype } from '../ops/shape.ts';
import type { DType } from '../tensor/dtype.ts';
import { isTensor, result } from './apply.ts';
import { checkMemoryFormat, dtypeOf, DeviceObject, deviceOf } from './dtypes.ts';
import { madeBy } from './history.ts';
import type { TensorObject } from './tensor.ts';
import { tensorClassName, tensorType } from './tensor.ts';
import { dtypeOfTensorType } from './tensorTypes.ts';

/** The tensor in another dtype; the same tensor where it has that dtype. */
export function castTo(vm: Interpreter, tensor: TensorObject, dtype: DType): TensorObject {
  if (tensor.dtype === dtype) return tensor;
  const value = toDtype({ input: tensor.value(), dtype });
  return result(vm, value, madeBy(vm, 'ToCopyBackward0', [tensor]));
}

const CASTS: Record<string, DType> = {
  float: 'float32',
  double: 'float64',
  half: 'float16',
  bfloat16: 'bfloat16',
  long: 'int64',
  int: 'int32',
  short: 'int16',
  char: 'int8',
  byte: 'uint8',
  bool: 'bool',
  cfloat: 'complex64',
  cdouble: 'complex128',
};

for (const [name, dtype] of Object.entries(CASTS)) {
  methods(tensorType, {
    [`${name}(self, memory_format=None)`]: (vm, self: TensorObject, format: Value) => {
      checkMemoryFormat(format, self.sizes.length);
      return castTo(vm, self, dtype);
    },
  });
}

methods(tensorType, {
  'to(self, /, *args, **kwargs)': (vm, self: TensorObject, args: Value[], keywords: Dict) => {
    checkMemoryFormat(keywords.values.get('memory_format'), self.sizes.length);
    const given = [...args, ...keywords.values.values()];
    return to(
      vm,
      self,
      given.filter((arg) => typeof arg !== 'boolean'),
    );
  },
  'cpu(self, memory_format=None)': (_vm, self: TensorObject) => self,
  'cuda(self, device=None, non_blocking=False, memory_format=None)': (_vm, self: TensorObject) =>
    self,
  'type(self, dtype=None, non_blocking=False)': (vm, self: TensorObject, wanted: Value) => {
    if (wanted === null) return tensorClassName(self.dtype);
    const dtype = dtypeOf(wanted) ?? dtypeOfTensorType(wanted) ?? namedDType(wanted);
    if (!dtype) {
      raise(
        'RuntimeError',
        `invalid type: '${typeof wanted === 'string' ? wanted : typeName(wanted)}'`,
      );
    }
    return castTo(vm, self, dtype);
  },
  'type_as(self, other, /)': (vm, self: TensorObject, other: Value) =>
    isTensor(other) ? castTo(vm, self, other.dtype) : other,
});

function namedDType(value: Value): DType | undefined {
  const entry = Object.entries(CASTS).find(([, dtype]) => tensorClassName(dtype) === value);
  return entry?.[1];
}

function to(vm: Interpreter, self: TensorObject, args: readonly Value[]): Value {
  let dtype: DType | null = null;
  for (const arg of args) {
    if (isUnknown(arg)) return arg;
    if (arg === null) continue;
    if (isTensor(arg)) dtype = arg.dtype;
    else if (arg instanceof DeviceObject || typeof arg === 'string') deviceOf(arg);
    else dtype = dtypeOf(arg) ?? dtype;
  }
  return dtype === null ? self : castTo(vm, self, dtype);
}
