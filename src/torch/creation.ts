// Functions of torch that make tensors from nothing or from Python data.
//
// https://pytorch.org/docs/stable/torch.html#creation-ops

import { intValue, type Int } from '../base/origin.ts';
import {
  arange as arangeOp,
  eye as eyeOp,
  full as fullOp,
  linspace as linspaceOp,
  logspace as logspaceOp,
} from '../ops/creation.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { typeName } from '../python/evaluate/attributes.ts';
import { methods, native, staticMethods } from '../python/native.ts';
import type { NativeFunction } from '../python/values/callable.ts';
import { raise } from '../python/values/exception.ts';
import type { PyType } from '../python/values/object.ts';
import { type Value } from '../python/values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../python/values/unknown.ts';
import { List, Tuple } from '../python/values/containers.ts';
import { category, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import type { Scalar } from '../tensor/promotion.ts';
import type { Shape } from '../tensor/shape.ts';
import { guarded, isTensor, result } from './apply.ts';
import { requireGrad } from './attributes.ts';
import { castTo } from './casts.ts';
import { tensorFromData } from './data.ts';
import { tensorOfArray } from './wrapped.ts';
import { deviceOf, dtypeOf } from './dtypes.ts';
import { tensorMethods, torchFunction } from './method.ts';
import { torchState } from './state.ts';
import { tensorTypes } from './tensorTypes.ts';
import {
  makeTensor,
  parameterType,
  setEmptyValue,
  tensorType,
  type TensorObject,
  typeString,
} from './tensor.ts';

const ZERO: Scalar = { kind: 'int', value: 0 };
const ONE: Scalar = { kind: 'int', value: 1 };

setEmptyValue(() => fullOp({ size: [0], fill_value: ZERO, dtype: 'float32' }));

/** A tensor filled with one number. */
export function filled(
  vm: Interpreter,
  size: Shape,
  value: Scalar,
  dtype: DType | null,
): TensorObject {
  const { defaultDType } = torchState(vm);
  return result(vm, fullOp({ size, fill_value: value, dtype: dtype ?? defaultDType }));
}

interface Options {
  readonly dtype: DType | null;
  readonly requires_grad: boolean;
}

function finish(
  tensor: TensorObject,
  { requires_grad }: Pick<Options, 'requires_grad'>,
): TensorObject {
  if (requires_grad) requireGrad(tensor, true);
  return tensor;
}

export const creationFunctions: Record<string, NativeFunction> = {
  zeros: torchFunction(
    'zeros(SymInt[] size, *, ScalarType? dtype=None, bool requires_grad=False)',
    (vm, { size, ...options }) => finish(filled(vm, size, ZERO, options.dtype), options),
  ),
  ones: torchFunction(
    'ones(SymInt[] size, *, ScalarType? dtype=None, bool requires_grad=False)',
    (vm, { size, ...options }) => finish(filled(vm, size, ONE, options.dtype), options),
  ),
  empty: torchFunction(
    'empty(SymInt[] size, *, ScalarType? dtype=None, bool requires_grad=False)',
    (vm, { size, ...options }) => finish(filled(vm, size, ZERO, options.dtype), options),
  ),
  full: torchFunction(
    'full(SymInt[] size, Scalar fill_value, *, ScalarType? dtype=None, bool requires_grad=False)',
    (vm, { size, fill_value, ...options }) =>
      finish(filled(vm, size, fill_value, options.dtype ?? dtypeOfScalar(vm, fill_value)), options),
  ),
  zeros_like: like('zeros_like', () => ZERO),
  ones_like: like('ones_like', () => ONE),
  empty_like: like('empty_like', () => ZERO),
  full_like: torchFunction(
    'full_like(Tensor input, Scalar fill_value, *, ScalarType? dtype=None, bool requires_grad=False)',
    (vm, { input, fill_value, ...options }) =>
      finish(filled(vm, input.sizes, fill_value, options.dtype ?? input.dtype), options),
  ),
  arange: torchFunction(
    [
      'arange(Scalar end, *, ScalarType? dtype=None, bool requires_grad=False)',
      'arange(Scalar start, Scalar end, Scalar step=1, *, ScalarType? dtype=None, bool requires_grad=False)',
    ],
    (vm, args) => {
      const {
        start = ZERO,
        end,
        step = ONE,
        ...options
      } = args as never as {
        start?: Scalar;
        end: Scalar;
        step?: Scalar;
      } & Options;
      return finish(arangeFrom(vm, start, end, step, options.dtype), options);
    },
  ),
  linspace: torchFunction(
    'linspace(Scalar start, Scalar end, SymInt steps, *, ScalarType? dtype=None, bool requires_grad=False)',
    (vm, { start, end, steps, ...options }) => {
      check(intValue(steps) >= 0, () => 'number of steps must be non-negative');
      const dtype = options.dtype ?? torchState(vm).defaultDType;
      if (start.kind === 'complex' || end.kind === 'complex') {
        return vm.unsupported('linspace between complex numbers');
      }
      return finish(result(vm, linspaceOp({ start, end, steps, dtype })), options);
    },
  ),
  logspace: torchFunction(
    'logspace(Scalar start, Scalar end, SymInt steps, float base=10, *, ScalarType? dtype=None, bool requires_grad=False)',
    (vm, { start, end, steps, base, ...options }) => {
      check(intValue(steps) >= 0, () => 'number of steps must be non-negative');
      const dtype = options.dtype ?? torchState(vm).defaultDType;
      return finish(result(vm, logspaceOp({ start, end, steps, base, dtype })), options);
    },
  ),
  empty_strided: torchFunction(
    'empty_strided(SymInt[] size, SymInt[] stride, *, ScalarType? dtype=None, bool requires_grad=False)',
    (vm, { size, stride, ...options }) =>
      finish(strided(vm, size, stride, options.dtype ?? torchState(vm).defaultDType), options),
  ),
  eye: torchFunction(
    'eye(SymInt n, SymInt? m=None, *, ScalarType? dtype=None, bool requires_grad=False)',
    (vm, args) => {
      const { n, m, ...options } = args as never as { n: Int; m: Int | null } & Options;
      check(intValue(n) >= 0, () => `n must be greater or equal to 0, got ${intValue(n)}`);
      check(
        m === null || intValue(m) >= 0,
        () => `m must be greater or equal to 0, got ${intValue(m as Int)}`,
      );
      const dtype = options.dtype ?? torchState(vm).defaultDType;
      return finish(result(vm, eyeOp({ n, m: m ?? n, dtype })), options);
    },
  ),
  tensor: native(
    'tensor(data, *, dtype=None, device=None, requires_grad=False, pin_memory=False)',
    (vm: Interpreter, data: Value, dtype: Value, device: Value, requires: Value) => {
      deviceOf(device);
      return fromData(vm, data, dtype, requires === true, true);
    },
  ),
  as_tensor: native(
    'as_tensor(data, dtype=None, device=None)',
    (vm: Interpreter, given: Value, dtype: Value) => {
      const wanted = dtypeOf(dtype) ?? null;
      const data = tensorOfArray(given)?.detached() ?? given;
      if (isTensor(data)) return wanted === null ? data : castTo(vm, data, wanted);
      return fromData(vm, data, dtype, false, true);
    },
  ),
  typename: native('typename(o, /)', (_vm: Interpreter, value: Value) => typeString(value)),
  is_tensor: native('is_tensor(obj)', (_vm: Interpreter, value: Value) =>
    isUnknown(value) ? value : isTensor(value),
  ),
};

/** A tensor with the strides that are asked for, in a storage as large as they reach. */
function strided(vm: Interpreter, size: Shape, stride: Shape, dtype: DType): TensorObject {
  const [sizes, strides] = [size.map(intValue), stride.map(intValue)];
  check(
    sizes.length === strides.length,
    () =>
      `dimensionality of sizes (${sizes.length}) must match dimensionality of strides ` +
      `(${strides.length})`,
  );
  const negative = sizes.find((n) => n < 0);
  check(
    negative === undefined,
    () => `Trying to create tensor with negative dimension ${negative}: [${sizes.join(', ')}]`,
  );
  const empty = sizes.includes(0);
  const reach = sizes.reduce((sum, n, d) => sum + (n - 1) * (strides[d] as number), 1);
  check(
    empty || strides.every((step) => step >= 0),
    () =>
      `Storage size calculation overflowed with sizes=[${sizes.join(', ')}] and ` +
      `strides=[${strides.join(', ')}]`,
  );
  const tensor = filled(vm, [empty ? 0 : reach], ZERO, dtype);
  tensor.sizes = size;
  tensor.strides = strides;
  tensor.forget();
  return tensor;
}

function like(name: string, value: () => Scalar): NativeFunction {
  return torchFunction(
    `${name}(Tensor input, *, ScalarType? dtype=None, bool requires_grad=False)`,
    (vm, args) => {
      const { input, ...options } = args as never as { input: TensorObject } & Options;
      return finish(filled(vm, input.sizes, value(), options.dtype ?? input.dtype), options);
    },
  );
}

function dtypeOfScalar(vm: Interpreter, scalar: Scalar): DType {
  const { defaultDType } = torchState(vm);
  if (scalar.kind === 'bool') return 'bool';
  if (scalar.kind === 'int') return 'int64';
  if (scalar.kind === 'float') return defaultDType;
  return defaultDType === 'float64' ? 'complex128' : 'complex64';
}

function arangeFrom(
  vm: Interpreter,
  start: Scalar,
  end: Scalar,
  step: Scalar,
  given: DType | null,
): TensorObject {
  const all = [start, end, step];
  const whole = all.every((scalar) => scalar.kind === 'int' || scalar.kind === 'bool');
  const dtype = given ?? (whole ? 'int64' : torchState(vm).defaultDType);
  const asked = all.map((scalar) => Number(scalar.value)) as [number, number, number];
  // Integers count from, to and by whole numbers; only int64 also counts how many by them.
  const isWhole = category(dtype) === 'int';
  const [from, to, by] = isWhole ? (asked.map(Math.trunc) as typeof asked) : asked;
  check(by !== 0, () => 'step must be nonzero');
  check(
    Number.isFinite(from) && Number.isFinite(to),
    () => `unsupported range: ${shownBound(from)} -> ${shownBound(to)}`,
  );
  check(
    (by > 0 && to >= from) || (by < 0 && to <= from),
    () => 'upper bound and larger bound inconsistent with step sign',
  );
  const [first, last, gap] = dtype === 'int64' ? [from, to, by] : asked;
  const length = Math.ceil((last - first) / gap);
  return result(vm, arangeOp({ start, step, length, dtype }));
}

/** As C++ prints it. */
function shownBound(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  return Number.isFinite(value) ? String(value) : value > 0 ? 'inf' : '-inf';
}

/** `torch.tensor(data)` always copies. */
function fromData(
  vm: Interpreter,
  given: Value,
  dtype: Value,
  requires: boolean,
  infer: boolean,
): Value {
  const data = tensorOfArray(given) ?? given;
  const wanted = dtypeOf(dtype) ?? (infer ? null : torchState(vm).defaultDType);
  if (dtype !== null && dtypeOf(dtype) === undefined) {
    raise('TypeError', `tensor(): argument 'dtype' must be torch.dtype, not ${typeName(dtype)}`);
  }
  if (isUnknown(data)) return new Unknown(reasonOf(data), tensorType);
  if (wanted === null && holdsUnknown(data)) {
    return new Unknown('data that is not known', tensorType);
  }
  if (isTensor(data)) {
    const copy = castTo(vm, data.detached(), wanted ?? data.dtype);
    return finish(result(vm, copy.value()), { requires_grad: requires });
  }
  return finish(tensorFromData(vm, data, wanted), { requires_grad: requires });
}

function holdsUnknown(value: Value): boolean {
  if (isUnknown(value)) return true;
  return (value instanceof List || value instanceof Tuple) && value.items.some(holdsUnknown);
}

/** `torch.Tensor(2, 3)` is not initialised; `torch.Tensor([1, 2])` holds data. */
function legacyConstructor(vm: Interpreter, args: readonly Value[], dtype: DType): Value {
  const [first] = args;
  if (first === undefined) return filled(vm, [0], ZERO, dtype);
  if (args.every((arg) => typeof arg === 'number' || isNamed(arg))) {
    return filled(vm, args as Int[], ZERO, dtype);
  }
  if (isUnknown(first)) return first;
  if (isTensor(first)) return first.detached();
  return tensorFromData(vm, first, dtype);
}

function isNamed(value: Value): boolean {
  return typeof value === 'object' && value !== null && 'origin' in value;
}

staticMethods(tensorType, {
  '__new__(cls, /, *args, **kwargs)': (vm: Interpreter, _cls: PyType, args: Value[]) =>
    guarded(vm, 'Tensor', () => legacyConstructor(vm, args, torchState(vm).defaultDType)) as Value,
});

staticMethods(parameterType, {
  '__new__(cls, data=None, requires_grad=True)': (
    vm: Interpreter,
    cls: PyType,
    data: Value,
    requires: Value,
  ) => {
    if (isUnknown(data)) return new Unknown(reasonOf(data), parameterType);
    if (data !== null && !isTensor(data)) {
      raise(
        'TypeError',
        `Tensor._make_subclass(): argument 'data' (position 1) must be Tensor, not ${typeName(data)}`,
      );
    }
    return makeParameter(vm, data ?? filled(vm, [0], ZERO, null), requires !== false, cls);
  },
});

/** A parameter that shares the storage of `data`. */
export function makeParameter(
  _vm: Interpreter,
  data: TensorObject,
  requires = true,
  cls: PyType = parameterType,
): TensorObject {
  const parameter = makeTensor(data.value(), cls);
  parameter.storage = data.storage;
  parameter.offset = data.offset;
  parameter.strides = data.strides;
  if (requires) requireGradOfParameter(parameter);
  return parameter;
}

function requireGradOfParameter(parameter: TensorObject): void {
  const kind = category(parameter.dtype);
  if (kind !== 'float' && kind !== 'complex') {
    raise('RuntimeError', 'Only Tensors of floating point and complex dtype can require gradients');
  }
  parameter.leafRequiresGrad = true;
}

for (const [type, dtype] of tensorTypes) {
  methods(type, {
    '__new__(cls, /, *args, **kwargs)': (vm: Interpreter, _cls: PyType, args: Value[]) =>
      guarded(vm, type.name, () => legacyConstructor(vm, args, dtype)) as Value,
  });
}

tensorMethods({
  'new_zeros(Tensor self, SymInt[] size, *, ScalarType? dtype=None, bool requires_grad=False)': (
    vm,
    { self, size, ...options },
  ) => finish(filled(vm, size, ZERO, options.dtype ?? self.dtype), options),
  'new_ones(Tensor self, SymInt[] size, *, ScalarType? dtype=None, bool requires_grad=False)': (
    vm,
    { self, size, ...options },
  ) => finish(filled(vm, size, ONE, options.dtype ?? self.dtype), options),
  'new_empty(Tensor self, SymInt[] size, *, ScalarType? dtype=None, bool requires_grad=False)': (
    vm,
    { self, size, ...options },
  ) => finish(filled(vm, size, ZERO, options.dtype ?? self.dtype), options),
  'new_empty_strided(Tensor self, SymInt[] size, SymInt[] stride, *, ScalarType? dtype=None, bool requires_grad=False)':
    (vm, { self, size, stride, ...options }) =>
      finish(strided(vm, size, stride, options.dtype ?? self.dtype), options),
  'new_full(Tensor self, SymInt[] size, Scalar fill_value, *, ScalarType? dtype=None, bool requires_grad=False)':
    (vm, { self, size, fill_value, ...options }) =>
      finish(filled(vm, size, fill_value, options.dtype ?? self.dtype), options),
});
