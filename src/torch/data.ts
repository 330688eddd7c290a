// `torch.tensor(data)`: Python numbers and nested sequences become an array, with the dtype that
// PyTorch infers for them.

import { constant, opaque } from '../graph/build.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { List, Range, Tuple } from '../python/values/containers.ts';
import { raise } from '../python/values/exception.ts';
import type { Value } from '../python/values/object.ts';
import { isUnknown } from '../python/values/unknown.ts';
import { typeName } from '../python/evaluate/attributes.ts';
import { allocate, store, type NdArray } from '../tensor/array.ts';
import { category, dtypes, isFloat, type Category, type DType } from '../tensor/dtype.ts';
import type { Scalar } from '../tensor/promotion.ts';
import { stack } from '../ops/shape.ts';
import { result } from './apply.ts';
import { scalarOf } from './bind.ts';
import { castTo } from './casts.ts';
import { torchState } from './state.ts';
import { TensorObject } from './tensor.ts';
import { numberOfScalar, scalarTypeOf, tensorOfArray } from './wrapped.ts';

/** The tensor of nested sequences; unknown items give one whose numbers are unknown. */
export function tensorFromData(vm: Interpreter, data: Value, dtype: DType | null): TensorObject {
  const whole = tensorOfArrays(vm, data);
  if (whole) return dtype === null ? whole : castTo(vm, whole, dtype);
  const shape: number[] = [];
  measure(data, shape);
  const leaves: Leaf[] = [];
  gather(data, shape, 0, leaves);
  vm.charge(leaves.length * 8);
  const chosen = dtype ?? inferredDType(vm, leaves);
  if (leaves.some((leaf) => leaf === null)) return result(vm, opaque({ dtype: chosen, shape }));
  const array: NdArray = { dtype: chosen, shape, data: allocate(chosen, leaves.length) };
  leaves.forEach((leaf, i) => {
    putScalar(array, i, leaf as Scalar);
  });
  return result(vm, constant(array));
}

/** The tensor of one of numpy's arrays or scalars, or of a list of its arrays. */
function tensorOfArrays(vm: Interpreter, data: Value): TensorObject | null {
  const own = tensorOfArray(data);
  if (own) return result(vm, own.value());
  if (scalarTypeOf(data) !== null) return tensorOfScalar(vm, data);
  const items = data instanceof List || data instanceof Tuple ? data.items : [];
  const [first] = items;
  if (first === undefined || !tensorOfArray(first)) return null;
  const tensors = items.map(tensorOfArray).filter((each) => each !== null);
  if (tensors.length < items.length) return null;
  return result(vm, stack({ tensors: tensors.map((each) => each.value()) }));
}

function scalarDType(value: Value): DType | undefined {
  const name = scalarTypeOf(value)?.replace(/_$/, '');
  return dtypes.find((each) => each === name);
}

function tensorOfScalar(vm: Interpreter, value: Value): TensorObject | null {
  const scalar = scalarOf(value);
  const dtype = scalarDType(value);
  if (!scalar || !dtype) return null;
  const array: NdArray = { dtype, shape: [], data: allocate(dtype, 1) };
  putScalar(array, 0, scalar);
  return result(vm, constant(array));
}

/** A number, or null where it is not known. */
type Leaf = (Scalar & { readonly dtype?: DType }) | null;

/** The shape that the first elements give. */
function measure(data: Value, shape: number[]): void {
  const items = sequenceItems(data);
  if (items === null) {
    if (data instanceof TensorObject) shape.push(...data.sizes.map(Number));
    return;
  }
  shape.push(items.length);
  const [first] = items;
  if (first !== undefined) measure(first, shape);
}

function sequenceItems(data: Value): readonly Value[] | null {
  if (data instanceof List || data instanceof Tuple) return data.items;
  if (data instanceof Range) {
    return Array.from({ length: data.length }, (_, i) => data.start + i * data.step);
  }
  return null;
}

function gather(data: Value, shape: readonly number[], depth: number, leaves: Leaf[]): void {
  const items = sequenceItems(data);
  if (items === null) {
    if (data instanceof TensorObject) {
      gatherTensor(data, leaves);
      return;
    }
    if (depth < shape.length) {
      raise('TypeError', `not a sequence`);
    }
    leaves.push(leafOf(data, depth));
    return;
  }
  if (depth >= shape.length) {
    raise('TypeError', `only integer tensors of a single element can be converted to an index`);
  }
  if (items.length !== shape[depth]) {
    raise(
      'ValueError',
      `expected sequence of length ${shape[depth] as number} at dim ${depth} (got ${items.length})`,
    );
  }
  for (const item of items) gather(item, shape, depth + 1, leaves);
}

/** A tensor among the data: its numbers where they are there already. */
function gatherTensor(tensor: TensorObject, leaves: Leaf[]): void {
  const { data } = tensor.value();
  const { dtype } = tensor;
  for (let i = 0; i < tensor.elements; i++) {
    if (data === null) leaves.push(null);
    else leaves.push({ kind: category(dtype), value: data.data[i] as number, dtype });
  }
}

function leafOf(value: Value, depth: number): Leaf {
  if (isUnknown(value)) return null;
  const scalar = scalarOf(value);
  if (scalar) {
    const dtype = numberOfScalar(value) === undefined ? undefined : scalarDType(value);
    return dtype ? { ...scalar, dtype } : scalar;
  }
  if (typeof value === 'string') {
    // A string among data is a sequence of strings, without end.
    if (depth > 0) raise('ValueError', `too many dimensions 'str'`);
    raise('TypeError', `new(): invalid data type 'str'`);
  }
  if (value === null) {
    return raise('RuntimeError', 'Could not infer dtype of NoneType');
  }
  return raise('RuntimeError', `Could not infer dtype of ${typeName(value)}`);
}

function inferredDType(vm: Interpreter, leaves: readonly Leaf[]): DType {
  const { defaultDType } = torchState(vm);
  let highest: Category = 'bool';
  let fromTensor: DType | null = null;
  const order: Category[] = ['bool', 'int', 'float', 'complex'];
  for (const leaf of leaves) {
    if (leaf === null) continue;
    if (order.indexOf(leaf.kind) > order.indexOf(highest)) highest = leaf.kind;
    if (leaf.dtype && isFloat(leaf.dtype)) fromTensor = leaf.dtype;
  }
  if (leaves.length === 0 || leaves.every((leaf) => leaf === null)) return defaultDType;
  if (highest === 'float') return fromTensor ?? defaultDType;
  if (highest === 'complex') return defaultDType === 'float64' ? 'complex128' : 'complex64';
  return highest === 'int' ? 'int64' : 'bool';
}

function putScalar(array: NdArray, i: number, scalar: Scalar): void {
  const { data } = array;
  if (category(array.dtype) === 'complex') {
    data[2 * i] = Number(scalar.value);
    data[2 * i + 1] = scalar.imaginary ?? 0;
  } else if (data instanceof BigInt64Array) {
    if (typeof scalar.value === 'number') data[i] = BigInt(Math.trunc(scalar.value));
    else if (BigInt.asIntN(64, scalar.value) === scalar.value) data[i] = scalar.value;
    else raise('RuntimeError', 'Overflow when unpacking long');
  } else store(array, i, Number(scalar.value));
}
