// The bytes of storages, as files hold them: what `torch.save` and safetensors write and read. The
// functions are for the Python files of this library (torch.serialization).

import { constant, opaque } from '../graph/build.ts';
import { getAttribute } from '../python/evaluate/attributes.ts';
import { call } from '../python/evaluate/call.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { steps, wait, type Steps } from '../python/evaluate/pending.ts';
import { native } from '../python/native.ts';
import { Bytes, type List, type Tuple } from '../python/values/containers.ts';
import { raise } from '../python/values/exception.ts';
import type { Value } from '../python/values/object.ts';
import { isUnknown, Unknown } from '../python/values/unknown.ts';
import { allocate, type Data, type NdArray } from '../tensor/array.ts';
import { itemSize, type DType } from '../tensor/dtype.ts';
import { numel } from '../tensor/shape.ts';
import { result } from './apply.ts';
import { dtypeOf } from './dtypes.ts';
import { numbers } from './force.ts';
import { fromLibrary } from './library.ts';
import { tensorMethods } from './method.ts';
import { parameterType, TensorObject } from './tensor.ts';

export const storageFunctions: Record<string, Value> = {
  _storage_address: native(
    '_storage_address(tensor, /)',
    (_vm: Interpreter, tensor: TensorObject) => tensor.storage.address,
  ),
  _storage_size: native('_storage_size(tensor, /)', (_vm: Interpreter, tensor: TensorObject) =>
    numel(tensor.storage.value.type.shape),
  ),
  _storage_bytes: native('_storage_bytes(tensor, /)', (vm: Interpreter, tensor: TensorObject) =>
    steps(storageBytes(vm, tensor)),
  ),
  _storage_from: native(
    '_storage_from(data, dtype, start, size, /)',
    (vm: Interpreter, data: Value, dtype: Value, start: number, size: number) =>
      storageFrom(vm, data, dtypeOf(dtype) ?? 'uint8', start, size),
  ),
  _tensor_in: native(
    '_tensor_in(flat, offset, size, stride, /)',
    (_vm: Interpreter, flat: TensorObject, offset: number, size: Value, stride: Value) =>
      new TensorObject(flat.storage, offset, intsOf(size), intsOf(stride)),
  ),
  _parameter_of: native(
    '_parameter_of(tensor, requires_grad, /)',
    (_vm: Interpreter, tensor: TensorObject, requires: Value) => {
      const { storage, offset, sizes, strides } = tensor;
      const parameter = new TensorObject(storage, offset, sizes, strides, parameterType);
      parameter.leafRequiresGrad = requires === true;
      return parameter;
    },
  ),
  _unknown: native(
    '_unknown(reason, /)',
    (_vm: Interpreter, reason: string) => new Unknown(reason),
  ),
  _forget_numbers: native(
    '_forget_numbers(tensor, missing, /)',
    (_vm: Interpreter, tensor: Value, missing: string) => {
      if (tensor instanceof TensorObject) tensor.storage.blur(missing);
      return null;
    },
  ),
  _is_known: native('_is_known(value, /)', (_vm: Interpreter, value: Value) => !isUnknown(value)),
  _unsupported: native('_unsupported(what, /)', (vm: Interpreter, what: string) =>
    vm.unsupported(what),
  ),
};

tensorMethods(
  {
    'storage(Tensor self)': (vm, { self }) => inPython(vm, '_storage_of', self),
    'untyped_storage(Tensor self)': (vm, { self }) => inPython(vm, '_bytes_of', self),
  },
  { storage: ['_typed_storage'] },
);

/** Storages as a program meets them are written in Python. */
function* inPython(vm: Interpreter, name: string, tensor: TensorObject): Steps {
  const module = fromLibrary(vm, 'torch', 'storage') ?? null;
  const make = yield* wait(getAttribute(vm, module, name));
  return yield* wait(call(vm, make, [tensor]));
}

function intsOf(value: Value): number[] {
  return (value as Tuple | List).items.map(Number);
}

/** All bytes of a tensor's storage, little-endian. */
function* storageBytes(vm: Interpreter, tensor: TensorObject): Steps {
  const { type } = tensor.storage.value;
  vm.charge(numel(type.shape) * itemSize[type.dtype]);
  const array = yield* numbers(vm, tensor.storage.value);
  if (!array) return new Unknown('the bytes of a tensor whose numbers were not computed');
  return new Bytes(bytesOf(array));
}

/** A tensor of one dimension over a storage of its own, with numbers from these bytes. */
function storageFrom(
  vm: Interpreter,
  data: Value,
  dtype: DType,
  start: number,
  size: number,
): Value {
  vm.charge(size * itemSize[dtype]);
  if (isUnknown(data)) return result(vm, opaque({ dtype, shape: [size] }));
  if (!(data instanceof Bytes)) raise('TypeError', 'a bytes-like object is required');
  const end = start + size * itemSize[dtype];
  if (end > data.data.length) {
    raise(
      'RuntimeError',
      `unexpected EOF, expected ${end - data.data.length} more bytes. The file might be corrupted.`,
    );
  }
  const array: NdArray = {
    dtype,
    shape: [size],
    data: numbersOf(data.data.slice(start, end), dtype),
  };
  return result(vm, constant(array));
}

function bytesOf({ dtype, data }: NdArray): Uint8Array {
  if (dtype === 'float16' || dtype === 'bfloat16') {
    const bits = Uint16Array.from(data as Float32Array, dtype === 'float16' ? halfBits : upperBits);
    return new Uint8Array(bits.buffer);
  }
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice();
}

/** The bytes are a copy that nobody else holds. */
function numbersOf(bytes: Uint8Array, dtype: DType): Data {
  if (dtype === 'float16' || dtype === 'bfloat16') {
    const bits = new Uint16Array(bytes.buffer, 0, bytes.length / 2);
    return Float32Array.from(bits, dtype === 'float16' ? fromHalfBits : fromUpperBits);
  }
  const numbers = allocate(dtype, bytes.length / itemSize[dtype]);
  new Uint8Array(numbers.buffer).set(bytes);
  return numbers;
}

const scratch = new DataView(new ArrayBuffer(4));

/** The number is a half already. */
function halfBits(value: number): number {
  scratch.setFloat32(0, value);
  const sign = (scratch.getUint8(0) & 0x80) << 8;
  if (Number.isNaN(value)) return sign | 0x7e00;
  const size = Math.abs(value);
  if (size === Infinity) return sign | 0x7c00;
  if (size < 2 ** -14) return sign | (size * 2 ** 24);
  const exponent = Math.floor(Math.log2(size));
  return sign | ((exponent + 15) << 10) | ((size / 2 ** exponent - 1) * 1024);
}

function fromHalfBits(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = (bits & 1023) / 1024;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** -14 : sign * (1 + fraction) * 2 ** (exponent - 15);
}

/** A bfloat16 is the upper half of a float32. */
function upperBits(value: number): number {
  scratch.setFloat32(0, value);
  return scratch.getUint16(0);
}

function fromUpperBits(bits: number): number {
  scratch.setUint32(0, bits << 16);
  return scratch.getFloat32(0);
}
