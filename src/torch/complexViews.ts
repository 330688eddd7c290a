// Complex tensors and their parts: real, imag, conj, view_as_real and the like, which are views.
//
// https://pytorch.org/docs/stable/complex_numbers.html

import { intValue, type Int } from '../base/origin.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { typeName } from '../python/evaluate/attributes.ts';
import { attribute } from '../python/native.ts';
import { raise } from '../python/values/exception.ts';
import type { Value } from '../python/values/object.ts';
import { category, scalarTypeName } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import type { Shape } from '../tensor/shape.ts';
import { isDifferentiable, isTensor, result, scalarTensor } from './apply.ts';
import { aspectOf, isAspect } from './aspects.ts';
import { scalarOf } from './bind.ts';
import { madeBy } from './history.ts';
import { copyInto } from './inplace.ts';
import { converting } from './converting.ts';
import { tensorMethods } from './method.ts';
import { torchState } from './state.ts';
import type { Storage } from './storage.ts';
import { tensorType, TensorObject } from './tensor.ts';
import { transposed } from './views.ts';

const isComplex = ({ dtype }: TensorObject): boolean => category(dtype) === 'complex';

interface Layout {
  readonly sizes: Shape;
  readonly strides: readonly number[];
  readonly offset: number;
}

function seen(
  vm: Interpreter,
  base: TensorObject,
  storage: Storage,
  { sizes, strides, offset }: Layout,
  name: string,
): TensorObject {
  const view = new TensorObject(storage, offset, sizes, strides);
  view.view = { base, derive: (value) => value };
  view.device = base.device;
  if (isDifferentiable(base.dtype)) view.gradFn = madeBy(vm, `${name}Backward0`, [base]);
  torchState(vm).heldValues.set(view.value(), new WeakRef(view));
  return view;
}

/** Real or imaginary parts: every second number of the pairs. */
function partOf(vm: Interpreter, self: TensorObject, which: 0 | 1): TensorObject {
  if (!isComplex(self)) {
    check(which === 0, () => 'imag is not implemented for tensors with non-complex dtypes.');
    return self;
  }
  const conjugated = isAspect(self.storage, 'conj');
  const plain = conjugated ? aspectOf(self.storage, 'conj') : self.storage;
  const pairs = aspectOf(plain, 'pairs');
  const storage = conjugated && which === 1 ? aspectOf(pairs, 'neg') : pairs;
  const layout = {
    sizes: self.sizes,
    strides: self.strides.map((stride) => 2 * stride),
    offset: 2 * self.offset + which,
  };
  return seen(vm, self, storage, layout, 'Select');
}

function asReal(vm: Interpreter, self: TensorObject): TensorObject {
  check(isComplex(self), () => 'view_as_real is only supported for complex tensors');
  check(
    !isAspect(self.storage, 'conj'),
    () =>
      "view_as_real doesn't work on unresolved conjugated tensors.  To resolve the conjugate tensor " +
      'so you can view it as real, use self.resolve_conj(); however, be warned that the resulting ' +
      'tensor will NOT alias the original.',
  );
  const layout = {
    sizes: [...self.sizes, 2],
    strides: [...self.strides.map((stride) => 2 * stride), 1],
    offset: 2 * self.offset,
  };
  return seen(vm, self, aspectOf(self.storage, 'pairs'), layout, 'ViewAsReal');
}

function asComplex(vm: Interpreter, self: TensorObject): TensorObject {
  const { dtype, sizes, strides, offset } = self;
  check(
    dtype === 'float32' || dtype === 'float64',
    () =>
      'view_as_complex is only supported for half, float and double tensors, but got a tensor of ' +
      `scalar type: ${scalarTypeName[dtype]}`,
  );
  check(sizes.length > 0, () => 'Input tensor must have one or more dimensions');
  check(intValue(sizes.at(-1) as Int) === 2, () => 'Tensor must have a last dimension of size 2');
  check(strides.at(-1) === 1, () => 'Tensor must have a last dimension with stride 1');
  const outer = strides.slice(0, -1);
  check(
    outer.every((stride) => stride % 2 === 0),
    () => 'Tensor must have a stride divisible by 2 for all but last dimension',
  );
  check(offset % 2 === 0, () => 'Tensor must have a storage_offset divisible by 2');
  const layout = {
    sizes: sizes.slice(0, -1),
    strides: outer.map((stride) => stride / 2),
    offset: offset / 2,
  };
  return seen(vm, self, aspectOf(self.storage, 'complex'), layout, 'ViewAsComplex');
}

export function conjugate(vm: Interpreter, self: TensorObject): TensorObject {
  return isComplex(self) ? seen(vm, self, aspectOf(self.storage, 'conj'), self, 'Conj') : self;
}

/** A copy that does not stand for another storage's numbers any more. */
function resolved(vm: Interpreter, self: TensorObject, aspect: 'conj' | 'neg'): TensorObject {
  if (!isAspect(self.storage, aspect)) return self;
  return result(vm, self.value(), madeBy(vm, 'CloneBackward0', [self]));
}

function adjoint(vm: Interpreter, self: TensorObject, title: string): TensorObject {
  const rank = self.sizes.length;
  if (rank === 0) return conjugate(vm, self);
  check(
    rank > 1,
    () =>
      `tensor.${title} is only supported on matrices or batches of matrices. Got ${rank}-D tensor.`,
  );
  return conjugate(vm, transposed(vm, self, -2, -1));
}

/** The same as functions, by name. */
export const complexFunctions = tensorMethods({
  'conj(Tensor self)': (vm, { self }) => conjugate(vm, self),
  'resolve_conj(Tensor self)': (vm, { self }) => resolved(vm, self, 'conj'),
  'resolve_neg(Tensor self)': (vm, { self }) => resolved(vm, self, 'neg'),
  'is_conj(Tensor self)': (_vm, { self }) => isAspect(self.storage, 'conj'),
  'is_neg(Tensor self)': (_vm, { self }) => isAspect(self.storage, 'neg'),
  'adjoint(Tensor self)': (vm, { self }) => adjoint(vm, self, 'adjoint()'),
  'real(Tensor self)': (vm, { self }) => partOf(vm, self, 0),
  'imag(Tensor self)': (vm, { self }) => partOf(vm, self, 1),
  'view_as_real(Tensor self)': (vm, { self }) => asReal(vm, self),
  'view_as_complex(Tensor self)': (vm, { self }) => asComplex(vm, self),
});

for (const name of ['real', 'imag', 'view_as_real', 'view_as_complex']) {
  tensorType.dict.values.delete(name);
}

for (const [which, name] of ['real', 'imag'].entries()) {
  attribute<TensorObject>(
    tensorType,
    name,
    (vm, self) => converting(vm, name, () => partOf(vm, self, which as 0 | 1)) as Value,
    (vm, self, value) =>
      converting(vm, name, () => {
        const target = partOf(vm, self, which as 0 | 1);
        const scalar = scalarOf(value);
        if (!scalar && !isTensor(value)) {
          raise('TypeError', `can't assign a ${typeName(value)} to a ${target.cls.name}`);
        }
        copyInto(vm, target, isTensor(value) ? value : scalarTensor(scalar ?? ZERO, target.dtype));
        return null;
      }) as null,
  );
}

const ZERO = { kind: 'int', value: 0 } as const;

attribute<TensorObject>(
  tensorType,
  'mH',
  (vm, self) => converting(vm, 'mH', () => adjoint(vm, self, 'mH')) as Value,
);

attribute<TensorObject>(tensorType, 'H', (vm, self) => {
  const rank = self.sizes.length;
  if (rank !== 2 && rank !== 0) {
    const more = rank > 2 ? ' For batches of matrices, consider using tensor.mH' : '';
    raise(
      'RuntimeError',
      `tensor.H is only supported on matrices (2-D tensors). Got ${rank}-D tensor.${more}`,
    );
  }
  return adjoint(vm, self, 'H');
});
