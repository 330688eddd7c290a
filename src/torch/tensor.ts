// `torch.Tensor` as the interpreter meets it: a view (offset, sizes, strides) of a storage. What is
// computed from it is in operators.ts, methods.ts and views.ts; its numbers come through force.ts.

import { ambient } from '../python/ambient.ts';
import { StrObject } from '../python/values/numbers.ts';
import { PyObject, type PyType, type Value } from '../python/values/object.ts';
import { typeOf } from '../python/evaluate/attributes.ts';
import type { Value as GraphValue } from '../graph/graph.ts';
import { asStrided, asStridedScatter, reshape } from '../ops/shape.ts';
import type { DType } from '../tensor/dtype.ts';
import { numel, sameShape, type Shape } from '../tensor/shape.ts';
import { contiguousStrides, isContiguous, type Strides } from '../tensor/strides.ts';
import { cpu, type DeviceObject } from './dtypes.ts';
import { torchType } from './module.ts';
import type { GradFn } from './history.ts';
import { Storage } from './storage.ts';

/** How a view follows its base: the graph value of the view from that of the base. */
export interface ViewOf {
  readonly base: TensorObject;
  readonly derive: (base: GraphValue) => GraphValue;
}

export const tensorType = torchType('Tensor', 'torch', undefined, (cls) => emptyTensor(cls));

/** A parameter is a tensor with this class. */
export const parameterType = torchType('Parameter', 'torch.nn.parameter', [tensorType], (cls) =>
  emptyTensor(cls),
);

let makeEmpty: (() => GraphValue) | null = null;

/** Given once by creation.ts, which has the operator that makes it. */
export function setEmptyValue(make: () => GraphValue): void {
  makeEmpty = make;
}

function emptyTensor(cls: PyType): TensorObject {
  const value = (makeEmpty as () => GraphValue)();
  return new TensorObject(new Storage(value), 0, value.type.shape, [1], cls);
}

export class TensorObject extends PyObject {
  storage: Storage;
  offset: number;
  sizes: Shape;
  strides: Strides;
  /** A leaf that was asked to have a gradient; results have a gradFn instead. */
  leafRequiresGrad = false;
  gradFn: GradFn | null = null;
  grad: Value = null;
  device: DeviceObject = cpu;
  view: ViewOf | null = null;
  /** Shares its storage with a tensor whose history autograd keeps, and has none itself. */
  isDetached = false;
  #value: GraphValue | null = null;
  #version = -1;

  constructor(storage: Storage, offset: number, sizes: Shape, strides: Strides, cls?: PyType) {
    super(cls ?? tensorType);
    this.storage = storage;
    this.offset = offset;
    this.sizes = sizes;
    this.strides = strides;
  }

  get dtype(): DType {
    return this.storage.value.type.dtype;
  }

  get requiresGrad(): boolean {
    return this.leafRequiresGrad || this.gradFn !== null;
  }

  get isLeaf(): boolean {
    return this.gradFn === null;
  }

  get elements(): number {
    return numel(this.sizes);
  }

  get contiguous(): boolean {
    return isContiguous(this.sizes, this.strides);
  }

  /** The graph value with this tensor's numbers as they are now. */
  value(): GraphValue {
    const { storage } = this;
    if (this.#value === null || this.#version !== storage.version) {
      this.#value = this.#derive();
      this.#version = storage.version;
    }
    return this.#value;
  }

  #derive(): GraphValue {
    const { value } = this.storage;
    if (this.view?.base.storage === this.storage) return this.view.derive(this.view.base.value());
    if (this.#coversStorage()) {
      return sameShape(value.type.shape, this.sizes)
        ? value
        : reshape({ input: value, shape: this.sizes });
    }
    return asStrided({
      input: value,
      size: this.sizes,
      stride: this.strides,
      storage_offset: this.offset,
    });
  }

  #coversStorage(): boolean {
    return (
      this.offset === 0 && this.contiguous && numel(this.storage.value.type.shape) === this.elements
    );
  }

  /** Writes numbers of this tensor's shape and dtype through to the storage. */
  write(value: GraphValue): void {
    const { storage } = this;
    if (this.#coversStorage()) {
      storage.write(
        sameShape(storage.value.type.shape, value.type.shape)
          ? value
          : reshape({ input: value, shape: storage.value.type.shape }),
      );
    } else {
      storage.write(
        asStridedScatter({
          input: storage.value,
          src: value,
          size: this.sizes,
          stride: this.strides,
          storage_offset: this.offset,
        }),
      );
    }
    this.#value = value;
    this.#version = storage.version;
  }

  /** The same storage without its history. */
  detached(): TensorObject {
    const tensor = new TensorObject(this.storage, this.offset, this.sizes, this.strides);
    tensor.view = this.view;
    tensor.device = this.device;
    tensor.isDetached = true;
    return tensor;
  }

  /** Takes over another tensor's storage and type, as `tensor.data = other` does. */
  become(other: TensorObject): void {
    ambient.journal?.touch(this);
    this.storage = other.storage;
    this.offset = other.offset;
    this.sizes = other.sizes;
    this.strides = other.strides;
    this.device = other.device;
    this.view = other.view;
    this.#value = null;
  }

  /** The cached value is not that of the sizes and strides any more. */
  forget(): void {
    this.#value = null;
  }

  /** For the undo journal. */
  snapshot(): () => void {
    const kept = { ...this };
    return () => {
      Object.assign(this, kept);
      this.#value = null;
    };
  }

  /** Two sides of a branch changed what the tensor is: its numbers are not known any more. */
  blur(): void {
    this.storage.blur();
  }
}

/** A tensor with a storage of its own. */
export function makeTensor(value: GraphValue, cls?: PyType): TensorObject {
  const { shape } = value.type;
  return new TensorObject(new Storage(value), 0, shape, contiguousStrides(shape), cls);
}

export function isParameter(value: Value | undefined): value is TensorObject {
  return value instanceof TensorObject && value.cls.isSubtypeOf(parameterType);
}

const TENSOR_CLASSES: Record<DType, string> = {
  bool: 'torch.BoolTensor',
  uint8: 'torch.ByteTensor',
  int8: 'torch.CharTensor',
  int16: 'torch.ShortTensor',
  int32: 'torch.IntTensor',
  int64: 'torch.LongTensor',
  float16: 'torch.HalfTensor',
  bfloat16: 'torch.BFloat16Tensor',
  float32: 'torch.FloatTensor',
  float64: 'torch.DoubleTensor',
  complex64: 'torch.ComplexFloatTensor',
  complex128: 'torch.ComplexDoubleTensor',
};

/** `tensor.type()`: `torch.FloatTensor`. */
export function tensorClassName(dtype: DType): string {
  return TENSOR_CLASSES[dtype];
}

/** `torch.typename(value)` */
export function typeString(value: Value): string {
  if (value instanceof TensorObject) return tensorClassName(value.dtype);
  const type = value instanceof StrObject ? value.cls : typeOf(value);
  return type.module === 'builtins' ? type.name : `${type.module}.${type.name}`;
}
