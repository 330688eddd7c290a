// Attributes of tensors, and the methods that only tell what a tensor is.

import { intValue, type Int } from '../base/origin.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { attribute, methods } from '../python/native.ts';
import { Tuple } from '../python/values/containers.ts';
import { raise } from '../python/values/exception.ts';
import { PyObject, type PyType, type Value } from '../python/values/object.ts';
import { isUnknown } from '../python/values/unknown.ts';
import { typeName } from '../python/evaluate/attributes.ts';
import { itemSize } from '../tensor/dtype.ts';
import { wrapDim } from '../tensor/shape.ts';
import { isDifferentiable, isTensor, result } from './apply.ts';
import { constants, cpu, dtypeObject } from './dtypes.ts';
import { tensorMethods } from './method.ts';
import { torchType } from './module.ts';
import { makeSize, product } from './size.ts';
import { madeBy } from './history.ts';
import { makeTensor, tensorType, type TensorObject } from './tensor.ts';
import { permuted, transposed } from './views.ts';

attribute<TensorObject>(tensorType, 'shape', (_vm, self) => makeSize(self.sizes));
attribute<TensorObject>(tensorType, 'dtype', (_vm, self) => dtypeObject(self.dtype));
attribute<TensorObject>(tensorType, 'device', (_vm, self) => self.device);
attribute<TensorObject>(tensorType, 'layout', () => constants['strided'] ?? null);
attribute<TensorObject>(tensorType, 'ndim', (_vm, self) => self.sizes.length);
attribute<TensorObject>(tensorType, 'is_leaf', (_vm, self) => self.isLeaf);
attribute<TensorObject>(tensorType, 'is_cuda', (_vm, self) => self.device.type === 'cuda');
attribute<TensorObject>(tensorType, 'is_mps', (_vm, self) => self.device.type === 'mps');
for (const name of ['is_sparse', 'is_quantized', 'is_meta', 'is_mkldnn', 'is_nested']) {
  attribute<TensorObject>(tensorType, name, () => false);
}
attribute<TensorObject>(tensorType, 'itemsize', (_vm, self) => itemSize[self.dtype]);
attribute<TensorObject>(tensorType, 'nbytes', (_vm, self) => self.elements * itemSize[self.dtype]);
attribute<TensorObject>(tensorType, '_version', (_vm, self) => self.storage.version);
attribute<TensorObject>(
  tensorType,
  'requires_grad',
  (_vm, self) => self.requiresGrad,
  (_vm, self, value) => {
    requireGrad(self, value === true);
    return null;
  },
);
attribute<TensorObject>(
  tensorType,
  'grad',
  (_vm, self) => self.grad,
  (_vm, self, value) => {
    if (value !== null && !isTensor(value) && !isUnknown(value)) {
      raise(
        'TypeError',
        `assigned grad expected to be a Tensor or None but got grad of type ${typeName(value)}`,
      );
    }
    self.grad = value;
    return null;
  },
);

const gradFnType = torchType('Node', 'torch.autograd.graph');

/** `tensor.grad_fn`, of which only the name is known so far. */
class GradFnObject extends PyObject {
  readonly title: string;
  constructor(title: string) {
    let type = gradFnTypes.get(title);
    if (!type) gradFnTypes.set(title, (type = torchType(title, 'builtins', [gradFnType])));
    super(type);
    this.title = title;
  }
}

/** Each function of autograd is a class of its own. */
const gradFnTypes = new Map<string, PyType>();

methods(gradFnType, {
  '__repr__(self, /)': (_vm, self: GradFnObject) => `<${self.title} object at 0x7f0000000000>`,
  'name(self, /)': (_vm, self: GradFnObject) => self.title,
  '__getattr__(self, name, /)': (vm, self: GradFnObject, name: string) =>
    /^(?:next_functions|metadata|register_(?:pre)?hook|variable|_saved_.*|_raw_saved_.*)$/.test(
      name,
    )
      ? vm.unsupported(`grad_fn.${name}`)
      : raise('AttributeError', `'${self.title}' object has no attribute '${name}'`),
});
attribute<TensorObject>(tensorType, 'grad_fn', (_vm, self) =>
  self.gradFn === null ? null : new GradFnObject(self.gradFn.name),
);
attribute<TensorObject>(
  tensorType,
  'data',
  (_vm, self) => self.detached(),
  (_vm, self, value) => {
    if (isUnknown(value)) self.storage.blur();
    else if (isTensor(value)) self.become(value);
    else {
      raise('TypeError', `Variable data has to be a tensor, but got ${typeName(value)}`);
    }
    return null;
  },
);
attribute<TensorObject>(tensorType, 'T', (vm, self) => {
  const order = self.sizes.map((_, i) => self.sizes.length - 1 - i);
  return permuted(vm, self, order);
});
attribute<TensorObject>(tensorType, 'mT', (vm, self) => {
  if (self.sizes.length === 0) return self;
  if (self.sizes.length < 2) {
    raise(
      'RuntimeError',
      `tensor.mT is only supported on matrices or batches of matrices. Got ${self.sizes.length}-D tensor.`,
    );
  }
  return transposed(vm, self, -2, -1);
});

export function requireGrad(tensor: TensorObject, requires: boolean): void {
  if (!tensor.isLeaf) {
    if (requires) return;
    raise(
      'RuntimeError',
      "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach().",
    );
  }
  if (requires && !isDifferentiable(tensor.dtype)) {
    raise('RuntimeError', 'only Tensors of floating point dtype can require gradients');
  }
  tensor.leafRequiresGrad = requires;
}

export const attributeFunctions = tensorMethods({
  'size(Tensor self, int? dim=None)': (_vm, { self, dim }) => {
    if (dim === null) return makeSize(self.sizes);
    return self.sizes[wrapDim(dim, self.sizes.length)] as Int;
  },
  'dim(Tensor self)': (_vm, { self }) => self.sizes.length,
  'ndimension(Tensor self)': (_vm, { self }) => self.sizes.length,
  'numel(Tensor self)': (_vm, { self }) => product(self.sizes),
  'nelement(Tensor self)': (_vm, { self }) => product(self.sizes),
  'element_size(Tensor self)': (_vm, { self }) => itemSize[self.dtype],
  'stride(Tensor self, int? dim=None)': (_vm, { self, dim }) =>
    dim === null
      ? new Tuple([...self.strides])
      : (self.strides[wrapDim(dim, self.sizes.length)] as number),
  'storage_offset(Tensor self)': (_vm, { self }) => self.offset,
  'is_floating_point(Tensor self)': (_vm, { self }) =>
    isDifferentiable(self.dtype) && !self.dtype.startsWith('complex'),
  'is_complex(Tensor self)': (_vm, { self }) => self.dtype.startsWith('complex'),
  'is_signed(Tensor self)': (_vm, { self }) => !['uint8', 'bool'].includes(self.dtype),
  'is_inference(Tensor self)': () => false,
  'is_pinned(Tensor self)': () => false,
  'get_device(Tensor self)': (_vm, { self }) =>
    self.device === cpu ? -1 : (self.device.index ?? 0),
  'is_same_size(Tensor self, Tensor other)': (_vm, { self, other }) =>
    self.sizes.map(intValue).join() === other.sizes.map(intValue).join(),
  'detach(Tensor self)': (_vm, { self }) => self.detached(),
  'detach_(Tensor self)': (_vm, { self }) => {
    self.gradFn = null;
    self.leafRequiresGrad = false;
    return self;
  },
  'clone(Tensor self)': (vm, { self }) =>
    result(vm, self.value(), madeBy(vm, 'CloneBackward0', [self])),
  'requires_grad_(Tensor self, bool requires_grad=True)': (_vm, { self, requires_grad }) => {
    requireGrad(self, requires_grad);
    return self;
  },
  'share_memory_(Tensor self)': (_vm, { self }) => self,
  'pin_memory(Tensor self)': (_vm, { self }) => self,
  'data_ptr(Tensor self)': (_vm, { self }) =>
    self.storage.address + self.offset * itemSize[self.dtype],
});

methods(tensorType, {
  'register_hook(self, hook, /)': (vm: Interpreter) => vm.unsupported('Tensor.register_hook'),
  '__hash__(self, /)': (_vm, self: TensorObject) => self.id,
  '__dir__(self, /)': () => new Tuple([]),
  '__deepcopy__(self, memo, /)': (_vm, self: TensorObject) => copied(self),
});

/** The copy that `copy.deepcopy` makes: a storage of its own. */
function copied(self: TensorObject): TensorObject {
  if (!self.isLeaf) {
    raise(
      'RuntimeError',
      'Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment',
    );
  }
  const copy = makeTensor(self.value(), self.cls);
  copy.leafRequiresGrad = self.leafRequiresGrad;
  return copy;
}

/** The order in which the dimensions follow one another in memory, from the innermost. */
const MEMORY_ORDERS: Readonly<Record<string, readonly number[]>> = {
  channels_last: [1, 3, 2, 0],
  channels_last_3d: [1, 4, 3, 2, 0],
};

methods(tensorType, {
  'is_contiguous(self, memory_format=None)': (_vm, self: TensorObject, format: Value) => {
    const name = Object.keys(MEMORY_ORDERS).find((each) => constants[each] === format);
    if (name === undefined) return self.contiguous;
    const order = MEMORY_ORDERS[name] as readonly number[];
    if (self.sizes.length !== order.length) return false;
    let expected = 1;
    for (const d of order) {
      const size = intValue(self.sizes[d] as Int);
      if (size === 1) continue;
      if (intValue(self.strides[d] as Int) !== expected) return false;
      expected *= size;
    }
    return true;
  },
});
