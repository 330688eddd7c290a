// `tensor[key]` and `tensor[key] = value`: integers, slices, None and `...` give views, tensors and
// lists of indices pick elements.
//
// https://pytorch.org/docs/stable/tensor_view.html

import { intValue, type Int } from '../base/origin.ts';
import { constant } from '../graph/build.ts';
import { operators } from '../ops/define.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import type { Result } from '../python/evaluate/pending.ts';
import { index as pythonIndex } from '../python/evaluate/protocols.ts';
import { typeName } from '../python/evaluate/attributes.ts';
import { methods } from '../python/native.ts';
import { ellipsis, Float } from '../python/values/numbers.ts';
import { List, Range, Slice, Tuple } from '../python/values/containers.ts';
import { PyError, raise } from '../python/values/exception.ts';
import { NamedInt, type Value } from '../python/values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../python/values/unknown.ts';
import { applyOne, isTensor, result, scalarTensor } from './apply.ts';
import { scalarOf } from './bind.ts';
import { tensorFromData } from './data.ts';
import { copyInto, writeInto } from './inplace.ts';
import { converting } from './converting.ts';
import { run } from './operatorFunctions.ts';
import { tensorType, type TensorObject } from './tensor.ts';
import { tensorOfArray } from './wrapped.ts';
import { selected, sliced, unsqueezed, viewAs } from './views.ts';

/** A view with the plain indices applied, and the tensors that index what is left of it. */
interface Indexed {
  readonly view: TensorObject;
  /** One entry a dimension of the view; null where it is taken whole. */
  readonly indices: readonly (TensorObject | null)[];
}

methods(tensorType, {
  '__getitem__(self, key, /)': (vm, self: TensorObject, key: Value) =>
    converting(vm, '__getitem__', () => getTensorItem(vm, self, key)),
  '__setitem__(self, key, value, /)': (vm, self: TensorObject, key: Value, value: Value) =>
    converting(vm, '__setitem__', () => setTensorItem(vm, self, key, value)),
});

function getTensorItem(vm: Interpreter, self: TensorObject, key: Value): Result {
  const unknown = unknownIn(key);
  if (unknown) return unknown;
  const { view, indices } = applyKey(vm, self, key);
  if (indices.every((index) => index === null)) {
    if (view !== self) return view;
    const [length] = self.sizes;
    return length === undefined ? viewAs(vm, self, []) : sliced(vm, self, 0, 0, length, 1);
  }
  const masked = indices.some((index) => index?.dtype === 'bool' || index?.dtype === 'uint8');
  const op = operators().get(masked ? 'index.mask' : 'index');
  if (!op) return vm.unsupported('indexing by tensors');
  return run(vm, { op, args: { input: view, indices: indices as never } }, false);
}

function setTensorItem(vm: Interpreter, self: TensorObject, key: Value, value: Value): Result {
  const unknown = unknownIn(key);
  if (unknown || isUnknown(value)) {
    self.storage.blur();
    return null;
  }
  const source = asOperand(self, value);
  const { view, indices } = applyKey(vm, self, key);
  if (indices.every((index) => index === null)) {
    copyInto(vm, view, source, true);
    return null;
  }
  const op = operators().get('index_put');
  if (!op) return vm.unsupported('assignment to elements picked by tensors');
  const args = { input: view, indices: indices as never, values: source };
  const changed = applyOne(vm, op, args);
  if (!isTensor(changed)) {
    self.storage.blur();
    return null;
  }
  writeInto(vm, view, changed.value(), changed.gradFn);
  return null;
}

function asOperand(self: TensorObject, value: Value): TensorObject {
  if (isTensor(value)) return value;
  const array = tensorOfArray(value);
  if (array) return array;
  const scalar = scalarOf(value);
  if (scalar === undefined) {
    raise('TypeError', `can't assign a ${typeName(value)} to a torch.${tensorName(self)}`);
  }
  return scalarTensor(scalar, self.dtype);
}

function tensorName(self: TensorObject): string {
  return `${self.dtype.charAt(0).toUpperCase()}${self.dtype.slice(1).replace(/\d+$/, '')}Tensor`;
}

function unknownIn(key: Value): Unknown | null {
  if (isUnknown(key)) return new Unknown(reasonOf(key));
  if (key instanceof Tuple) {
    for (const item of key.items) {
      const found = unknownIn(item);
      if (found) return found;
    }
  }
  if (key instanceof Slice) return unknownIn(new Tuple([key.start, key.stop, key.step]));
  return null;
}

function applyKey(vm: Interpreter, self: TensorObject, key: Value): Indexed {
  const items = keyItems(key);
  const used = items.reduce<number>((n, item) => n + dimensionsOf(item), 0);
  if (used > self.sizes.length) {
    if (self.sizes.length === 0 && items.length === 1 && isPlainInt(items[0] as Value)) {
      raise(
        'IndexError',
        'invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number',
      );
    }
    raise('IndexError', `too many indices for tensor of dimension ${self.sizes.length}`);
  }
  let view = self;
  let dim = 0;
  // Counts the tensor's own dimensions, which messages name; `dim` is one of the view so far.
  let own = 0;
  const indices: (TensorObject | null)[] = [];
  const keep = (count: number): void => {
    for (let i = 0; i < count; i++) indices.push(null);
    dim += count;
  };
  for (const item of items) {
    const place = own;
    own += item === ellipsis ? self.sizes.length - used : dimensionsOf(item);
    if (item === ellipsis) keep(self.sizes.length - used);
    else if (item === null) {
      view = unsqueezed(vm, view, dim);
      keep(1);
    } else if (item instanceof Slice) {
      view = applySlice(vm, view, dim, item);
      keep(1);
    } else if (isPlainInt(item)) view = applyInt(vm, view, dim, toDim(vm, item), place);
    else {
      const tensor = indexTensor(vm, item);
      const takes = tensor.dtype === 'bool' || tensor.dtype === 'uint8' ? tensor.sizes.length : 1;
      if (tensor.dtype === 'bool' && takes === 0) {
        view = unsqueezed(vm, view, dim);
        indices.push(tensor);
        dim += 1;
      } else {
        indices.push(tensor, ...new Array<null>(takes - 1).fill(null));
        dim += takes;
      }
    }
  }
  return { view, indices: withoutMaskGaps(indices) };
}

/** A mask over several dimensions stands once; the dimensions it covers are not listed. */
function withoutMaskGaps(indices: readonly (TensorObject | null)[]): (TensorObject | null)[] {
  const kept: (TensorObject | null)[] = [];
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i] ?? null;
    kept.push(index);
    if (index && (index.dtype === 'bool' || index.dtype === 'uint8')) {
      i += Math.max(0, index.sizes.length - 1);
    }
  }
  return kept;
}

function keyItems(key: Value): readonly Value[] {
  if (key instanceof Tuple) return key.items;
  // A short list that holds more than numbers is taken as a tuple; old programs write that.
  const isPart = (item: Value): boolean =>
    item === null ||
    item === ellipsis ||
    item instanceof Slice ||
    item instanceof List ||
    item instanceof Tuple ||
    isTensor(item);
  if (key instanceof List && key.items.length < 32 && key.items.some(isPart)) return key.items;
  return [key];
}

function dimensionsOf(item: Value): number {
  if (item === ellipsis || item === null || typeof item === 'boolean') return 0;
  if (isTensor(item) && (item.dtype === 'bool' || item.dtype === 'uint8')) return item.sizes.length;
  return 1;
}

function isPlainInt(item: Value): boolean {
  if (typeof item === 'boolean' || item === null || isTensor(item)) return false;
  if (tensorOfArray(item)) return false;
  if (item instanceof List || item instanceof Tuple || item instanceof Range) return false;
  return !(item instanceof Slice) && item !== ellipsis;
}

function toDim(vm: Interpreter, item: Value): Int {
  if (typeof item === 'number' || item instanceof NamedInt) return item;
  if (typeof item === 'string') raise('TypeError', "new(): invalid data type 'str'");
  if (item instanceof Float) wrongIndex(item);
  try {
    return Number(pythonIndex(vm, item));
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    return wrongIndex(item);
  }
}

function wrongIndex(item: Value): never {
  raise(
    'IndexError',
    `only integers, slices (\`:\`), ellipsis (\`...\`), None and long or byte Variables are valid indices (got ${typeName(item)})`,
  );
}

function applyInt(
  vm: Interpreter,
  view: TensorObject,
  dim: number,
  index: Int,
  place: number,
): TensorObject {
  const size = intValue(view.sizes[dim] as Int);
  const given = intValue(index);
  if (given < -size || given >= size) {
    raise('IndexError', `index ${given} is out of bounds for dimension ${place} with size ${size}`);
  }
  return selected(vm, view, dim, index);
}

function applySlice(vm: Interpreter, view: TensorObject, dim: number, item: Slice): TensorObject {
  const bound = (value: Value, fallback: Int): Int => {
    if (value === null) return fallback;
    if (isTensor(value)) {
      const { data } = value.value();
      if (data) return Number(data.data[0]);
    }
    if (typeof value === 'number' || value instanceof NamedInt) return value;
    try {
      return Number(pythonIndex(vm, value));
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      return raise(
        'TypeError',
        'slice indices must be integers or None or have an __index__ method',
      );
    }
  };
  const step = bound(item.step, 1);
  if (intValue(step) <= 0) raise('ValueError', 'step must be greater than zero');
  const size = view.sizes[dim] as Int;
  return sliced(vm, view, dim, bound(item.start, 0), bound(item.stop, size), step);
}

function indexTensor(vm: Interpreter, item: Value): TensorObject {
  if (typeof item === 'boolean') {
    return result(vm, constant({ dtype: 'bool', shape: [], data: new Uint8Array([Number(item)]) }));
  }
  if (!isTensor(item)) {
    const array = tensorOfArray(item);
    return array ? indexTensor(vm, array) : tensorFromData(vm, item, 'int64');
  }
  const isIndex = ['int64', 'bool', 'uint8', 'int32', 'int16', 'int8'].includes(item.dtype);
  if (!isIndex) {
    raise('IndexError', 'tensors used as indices must be long, byte or bool tensors');
  }
  return item;
}
