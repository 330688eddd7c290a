// Where a program sees the numbers of a tensor: `.item()`, conditions, printing, iteration. The
// numbers come through force.ts; where they are not known, the result is unknown.

import { intValue, type Int } from '../base/origin.ts';
import { getAttribute } from '../python/evaluate/attributes.ts';
import { call } from '../python/evaluate/call.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { DONE, type Pending, type Steps } from '../python/evaluate/pending.ts';
import { wait } from '../python/evaluate/pending.ts';
import { format } from '../python/evaluate/protocols.ts';
import { importModule } from '../python/imports.ts';
import { methods } from '../python/native.ts';
import { List } from '../python/values/containers.ts';
import { raise } from '../python/values/exception.ts';
import { boolType, Complex, Float, floatType, intType } from '../python/values/numbers.ts';
import { StepIterator, listIteratorType } from '../python/values/iterator.ts';
import type { PyType, Value } from '../python/values/object.ts';
import { isUnknown, Unknown } from '../python/values/unknown.ts';
import { numberAt, type NdArray } from '../tensor/array.ts';
import { category, type DType } from '../tensor/dtype.ts';

import { sizes } from '../tensor/shape.ts';
import { numbers } from './force.ts';
import { tensorText } from './printing.ts';
import { since, torchState } from './state.ts';
import { isParameter, tensorType, type TensorObject } from './tensor.ts';
import { selected } from './views.ts';
import { converting } from './converting.ts';

/** Element `i` of an array as Python has it. */
export function pythonNumber(array: NdArray, i: number): Value {
  const { data, dtype } = array;
  switch (category(dtype)) {
    case 'bool':
      return data[i] !== 0;
    case 'int': {
      const value = data[i] as number | bigint;
      if (typeof value === 'number') return value;
      const small = value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER;
      return small ? Number(value) : value;
    }
    case 'complex':
      return new Complex(Number(data[2 * i]), Number(data[2 * i + 1]));
    case 'float':
      return new Float(numberAt(array, i));
  }
}

/** A real number of a complex one, which must have no imaginary part. */
function fromComplex({ re, im }: Complex, type: string): Value {
  if (im !== 0) raise('RuntimeError', `value cannot be converted to type ${type} without overflow`);
  return type === 'double' ? new Float(re) : Math.trunc(re);
}

function pythonClass(dtype: DType): PyType | null {
  const kind = category(dtype);
  if (kind === 'bool') return boolType;
  if (kind === 'int') return intType;
  return kind === 'float' ? floatType : null;
}

function reasonFor(vm: Interpreter): string {
  return vm.limits.kind === 'run'
    ? 'a number that is not supported yet'
    : 'its number was not computed while you type';
}

/** The one number of a tensor. */
export function* itemOf(vm: Interpreter, self: TensorObject): Steps {
  if (self.elements !== 1) {
    if (since(vm, 2, 0)) {
      raise(
        'RuntimeError',
        `a Tensor with ${self.elements} elements cannot be converted to Scalar`,
      );
    }
    raise('ValueError', 'only one element tensors can be converted to Python scalars');
  }
  const array = yield* numbers(vm, self.value());
  return array ? pythonNumber(array, 0) : new Unknown(reasonFor(vm), pythonClass(self.dtype));
}

/** The tensor as `repr` prints it; unknown where its numbers are. */
export function* textOf(vm: Interpreter, self: TensorObject): Steps {
  const state = torchState(vm);
  const array = yield* numbers(vm, self.value());
  if (!array) return new Unknown(reasonFor(vm));
  return tensorText(
    {
      array,
      defaultDType: state.defaultDType,
      gradFn: self.gradFn?.name ?? null,
      requiresGrad: self.requiresGrad,
      device: self.device.type === 'cpu' ? null : self.device.text,
    },
    state.printOptions,
  );
}

methods(tensorType, {
  *'item(self, /)'(vm: Interpreter, self: TensorObject) {
    return yield* itemOf(vm, self);
  },
  *'tolist(self, /)'(vm: Interpreter, self: TensorObject) {
    const array = yield* numbers(vm, self.value());
    if (!array) return new Unknown(reasonFor(vm));
    return nested(array, sizes(self.sizes), 0, 0).value;
  },
  *'__bool__(self, /)'(vm: Interpreter, self: TensorObject) {
    if (self.elements !== 1) {
      raise(
        'RuntimeError',
        `Boolean value of Tensor with ${self.elements === 0 ? 'no values' : 'more than one value'} is ambiguous`,
      );
    }
    const value = yield* itemOf(vm, self);
    if (isUnknown(value)) return value;
    if (value instanceof Complex) return value.re !== 0 || value.im !== 0;
    return value instanceof Float ? value.value !== 0 : Number(value) !== 0;
  },
  *'__int__(self, /)'(vm: Interpreter, self: TensorObject) {
    const value = yield* oneNumber(vm, self);
    if (isUnknown(value)) return value;
    if (value instanceof Complex) return fromComplex(value, 'int64_t');
    if (value instanceof Float) {
      if (!Number.isFinite(value.value)) {
        raise(
          Number.isNaN(value.value) ? 'ValueError' : 'OverflowError',
          `cannot convert float ${Number.isNaN(value.value) ? 'NaN' : 'infinity'} to integer`,
        );
      }
      return Math.trunc(value.value);
    }
    return typeof value === 'boolean' ? Number(value) : value;
  },
  *'__complex__(self, /)'(vm: Interpreter, self: TensorObject) {
    const value = yield* oneNumber(vm, self);
    if (isUnknown(value) || value instanceof Complex) return value;
    return new Complex(value instanceof Float ? value.value : Number(value), 0);
  },
  *'__float__(self, /)'(vm: Interpreter, self: TensorObject) {
    const value = yield* oneNumber(vm, self);
    if (isUnknown(value) || value instanceof Float) return value;
    if (value instanceof Complex) return fromComplex(value, 'double');
    return new Float(Number(value));
  },
  *'__index__(self, /)'(vm: Interpreter, self: TensorObject) {
    const kind = category(self.dtype);
    if (self.elements !== 1 || (kind !== 'int' && kind !== 'bool')) {
      raise('TypeError', 'only integer tensors of a single element can be converted to an index');
    }
    const value = yield* itemOf(vm, self);
    return typeof value === 'boolean' ? Number(value) : value;
  },
  '__len__(self, /)': (_vm, self: TensorObject) => {
    if (self.sizes.length === 0) raise('TypeError', 'len() of a 0-d tensor');
    return self.sizes[0] as Int;
  },
  '__iter__(self, /)': (vm: Interpreter, self: TensorObject) => {
    if (self.sizes.length === 0) raise('TypeError', 'iteration over a 0-d tensor');
    const length = intValue(self.sizes[0] as Int);
    let i = 0;
    return new StepIterator(listIteratorType, () =>
      i < length ? converting(vm, '__iter__', () => selected(vm, self, 0, i++)) : DONE,
    );
  },
  *'__repr__(self, /)'(vm: Interpreter, self: TensorObject) {
    const text = yield* textOf(vm, self);
    if (typeof text !== 'string') return text;
    return isParameter(self) ? `Parameter containing:\n${text}` : text;
  },
  *'__format__(self, spec, /)'(vm: Interpreter, self: TensorObject, spec: Value) {
    if (self.sizes.length === 0) {
      const value = yield* itemOf(vm, self);
      if (isUnknown(value)) return value;
      return yield* wait(format(vm, value, spec as string));
    }
    if (spec !== '') {
      raise('TypeError', 'unsupported format string passed to Tensor.__format__');
    }
    return yield* textOf(vm, self);
  },
  *'numpy(self, /, *, force=False)'(vm: Interpreter, self: TensorObject, force: boolean) {
    if (self.requiresGrad && !force) {
      raise(
        'RuntimeError',
        "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.",
      );
    }
    if (self.dtype === 'bfloat16') raise('TypeError', 'Got unsupported ScalarType BFloat16');
    const numpy = yield* importModule(vm, 'numpy._core');
    const wrap = yield* wait(getAttribute(vm, numpy, 'wrap'));
    return yield* wait(call(vm, wrap, [self.detached()]));
  },
});

function* oneNumber(vm: Interpreter, self: TensorObject): Generator<Pending, Value, Value> {
  if (self.elements === 1) return yield* itemOf(vm, self);
  if (since(vm, 2, 0)) {
    raise('RuntimeError', `a Tensor with ${self.elements} elements cannot be converted to Scalar`);
  }
  raise('ValueError', 'only one element tensors can be converted to Python scalars');
}

function nested(
  array: NdArray,
  shape: readonly number[],
  dim: number,
  start: number,
): { value: Value; next: number } {
  if (dim === shape.length) return { value: pythonNumber(array, start), next: start + 1 };
  const items: Value[] = [];
  let next = start;
  for (let i = 0; i < (shape[dim] as number); i++) {
    const item = nested(array, shape, dim + 1, next);
    items.push(item.value);
    next = item.next;
  }
  return { value: new List(items), next };
}
