// `torch.finfo` and `torch.iinfo`: the limits of a data type.
// https://pytorch.org/docs/stable/type_info.html

import { staticMethods, methods } from '../python/native.ts';
import { raise } from '../python/values/exception.ts';
import { Float } from '../python/values/numbers.ts';
import { PyObject, type Value } from '../python/values/object.ts';
import { typeName } from '../python/evaluate/attributes.ts';
import { finishNow } from '../python/evaluate/call.ts';
import { format } from '../python/evaluate/protocols.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { isUnknown } from '../python/values/unknown.ts';
import { category, integerRange, itemSize, type DType } from '../tensor/dtype.ts';
import { dtypeOf, isFloatingDType } from './dtypes.ts';
import { torchType } from './module.ts';
import { torchState } from './state.ts';

export const finfoType = torchType('finfo', 'torch');
export const iinfoType = torchType('iinfo', 'torch');
for (const type of [finfoType, iinfoType]) type.messageName = `torch.${type.name}`;

const FLOAT_LIMITS: Readonly<
  Record<string, readonly [resolution: number, eps: number, max: number, tiny: number]>
> = {
  float16: [1e-3, 2 ** -10, 65504, 2 ** -14],
  bfloat16: [1e-2, 2 ** -7, 2 ** 127 * (2 - 2 ** -7), 2 ** -126],
  float32: [1e-6, 2 ** -23, 2 ** 127 * (2 - 2 ** -23), 2 ** -126],
  float64: [1e-15, 2 ** -52, Number.MAX_VALUE, 2 ** -1022],
};

staticMethods(finfoType, {
  '__new__(cls, type=None)': (vm: Interpreter, _cls, given: Value) => {
    if (isUnknown(given)) return given;
    return finfo(given === null ? torchState(vm).defaultDType : named('finfo', given));
  },
});

staticMethods(iinfoType, {
  '__new__(cls, type=<none>)': (_vm: Interpreter, _cls, given: Value | undefined) => {
    if (given === undefined) {
      raise('TypeError', 'iinfo() missing 1 required positional arguments: "type"');
    }
    return isUnknown(given) ? given : iinfo(named('iinfo', given));
  },
});

function named(what: string, given: Value): DType {
  return (
    dtypeOf(given) ??
    raise(
      'TypeError',
      `${what}(): argument 'type' (position 1) must be torch.dtype, not ${typeName(given)}`,
    )
  );
}

function finfo(given: DType): PyObject {
  // A complex number's parts decide.
  const dtype = { complex64: 'float32', complex128: 'float64' }[given as string] ?? given;
  const limits = FLOAT_LIMITS[dtype];
  if (!limits) {
    raise(
      'TypeError',
      `torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'`,
    );
  }
  const [resolution, eps, max, tiny] = limits;
  const info = new PyObject(finfoType);
  info.setAttr('bits', itemSize[dtype as DType] * 8);
  const numbers = { resolution, min: -max, max, eps, smallest_normal: tiny, tiny };
  for (const [name, value] of Object.entries(numbers)) info.setAttr(name, new Float(value));
  info.setAttr('dtype', dtype);
  return info;
}

function iinfo(dtype: DType): PyObject {
  if (dtype === 'bool') raise('TypeError', 'torch.bool is not supported by torch.iinfo');
  if (isFloatingDType(dtype) || category(dtype) === 'complex') {
    raise(
      'TypeError',
      `torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'`,
    );
  }
  const exact = (value: bigint): Value =>
    value > -(2n ** 53n) && value < 2n ** 53n ? Number(value) : value;
  const [min, max] = integerRange(dtype);
  const info = new PyObject(iinfoType);
  info.setAttr('bits', itemSize[dtype] * 8);
  info.setAttr('min', exact(min));
  info.setAttr('max', exact(max));
  info.setAttr('dtype', dtype);
  return info;
}

methods(finfoType, {
  '__repr__(self, /)': (vm, self: PyObject) =>
    described(vm, self, ['resolution', 'min', 'max', 'eps', 'smallest_normal', 'tiny', 'dtype']),
});

methods(iinfoType, {
  '__repr__(self, /)': (vm, self: PyObject) => described(vm, self, ['min', 'max', 'dtype']),
});

/** Numbers with six digits, as C++ prints them. */
function described(vm: Interpreter, info: PyObject, names: readonly string[]): string {
  const parts = names.map((name) => {
    const value = info.getAttr(name) as Value;
    const text = typeof value === 'string' ? value : finishNow(vm, format(vm, value, 'g'));
    return `${name}=${String(text)}`;
  });
  return `${info.cls.name}(${parts.join(', ')})`;
}
