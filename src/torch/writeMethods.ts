// Methods that write into a tensor: `fill_`, `zero_`, `copy_` and their like. Operators in place
// (`add_`) come from the operators' declarations.

import { full } from '../ops/creation.ts';
import { expand, toDtype } from '../ops/shape.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { raise } from '../python/values/exception.ts';
import type { Scalar } from '../tensor/promotion.ts';
import { check, Unsupported } from '../tensor/errors.ts';
import { numel, type Shape } from '../tensor/shape.ts';
import { contiguousStrides } from '../tensor/strides.ts';
import { copyInto, writeInto } from './inplace.ts';
import { tensorMethods, torchFunction } from './method.ts';
import { gradFnOf, result } from './apply.ts';
import { madeBy } from './history.ts';
import { since } from './state.ts';
import { squeezed, transposed, unsqueezed } from './views.ts';
import { makeTensor, type TensorObject } from './tensor.ts';

function fillWith(
  vm: Interpreter,
  self: TensorObject,
  value: Scalar | TensorObject,
  name = since(vm, 2, 0) ? 'FillBackward0' : 'FillBackward2',
): TensorObject {
  const { sizes: size, dtype } = self;
  if (!('sizes' in value)) {
    const gradFn = madeBy(vm, name, [self]);
    writeInto(vm, self, full({ size, fill_value: value, dtype }), gradFn, true);
    return self;
  }
  check(
    value.sizes.length === 0,
    () =>
      `fill_ only supports 0-dimension value tensor but got tensor with ${value.sizes.length} dimensions.`,
  );
  const number = toDtype({ input: value.value(), dtype });
  writeInto(vm, self, expand({ input: number, size }), gradFnOf(vm, expand.op, { input: value }));
  return self;
}

/** Other sizes over the same storage. */
function resized(self: TensorObject, size: Shape): TensorObject {
  if (self.requiresGrad) {
    raise('RuntimeError', 'cannot resize variables that require grad');
  }
  const held = numel(self.storage.value.type.shape);
  if (held === 0) {
    // What a storage that grows holds is arbitrary; here it is zeros.
    const { dtype } = self;
    self.become(makeTensor(full({ size, fill_value: { kind: 'int', value: 0 }, dtype })));
    return self;
  }
  if (self.offset + numel(size) > held) {
    throw new Unsupported('Tensor.resize_ beyond the storage');
  }
  self.sizes = size;
  self.strides = contiguousStrides(size);
  self.view = null;
  self.forget();
  return self;
}

/** A view's layout taken over by the tensor itself: `x.t_()`. */
function adopt(self: TensorObject, view: TensorObject): TensorObject {
  self.sizes = view.sizes;
  self.strides = view.strides;
  self.offset = view.offset;
  self.view = null;
  self.forget();
  return self;
}

const methods = tensorMethods({
  'fill_(Tensor self, Operand value)': (vm, { self, value }) => fillWith(vm, self, value),
  'zero_(Tensor self)': (vm, { self }) =>
    fillWith(vm, self, { kind: 'int', value: 0 }, 'ZeroBackward0'),
  'copy_(Tensor self, Tensor src, bool non_blocking=False)': (vm, { self, src }) => {
    copyInto(vm, self, src);
    return self;
  },
  'set_(Tensor self, Tensor source)': (_vm, { self, source }) => {
    self.become(source);
    return self;
  },
  'resize_(Tensor self, SymInt[] size)': (_vm, { self, size }) => resized(self, size),
  'resize_as_(Tensor self, Tensor the_template)': (_vm, { self, the_template }) =>
    resized(self, the_template.sizes),
  't_(Tensor self)': (vm, { self }) => {
    const rank = self.sizes.length;
    check(rank <= 2, () => `t_() expects a tensor with <= 2 dimensions, but self is ${rank}D`);
    return rank < 2 ? self : adopt(self, transposed(vm, self, 0, 1));
  },
  'transpose_(Tensor self, int dim0, int dim1)': (vm, { self, dim0, dim1 }) =>
    adopt(self, transposed(vm, self, dim0, dim1)),
  'squeeze_(Tensor self, int[1]? dim=None)': (vm, { self, dim }) =>
    adopt(self, squeezed(vm, self, dim)),
  'unsqueeze_(Tensor self, int dim)': (vm, { self, dim }) => adopt(self, unsqueezed(vm, self, dim)),
  'swapaxes_(Tensor self, int axis0, int axis1)': (vm, { self, axis0, axis1 }) =>
    adopt(self, transposed(vm, self, axis0, axis1)),
});

/** The same as functions, by name, and what fills a copy. */
export const writeFunctions = {
  ...methods,
  fill: torchFunction('fill(Tensor input, Operand value)', (vm, { input, value }) =>
    fillWith(vm, result(vm, input.value()), value),
  ),
};
