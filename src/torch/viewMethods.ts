// The methods and functions of PyTorch that give views, by their signatures.

import { intValue, type Int } from '../base/origin.ts';
import { Tuple } from '../python/values/containers.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import type { Value } from '../python/values/object.ts';
import { isUnknown, Unknown } from '../python/values/unknown.ts';
import { call, callMethod } from '../python/evaluate/call.ts';
import { wait, type Steps } from '../python/evaluate/pending.ts';
import { numberAt } from '../tensor/array.ts';
import { scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { wrapDim, type Shape } from '../tensor/shape.ts';
import { backwardName, isTensor } from './apply.ts';
import { isInt } from './bind.ts';
import { numbers } from './force.ts';
import { overloadedMethod, tensorMethods, torchFunction } from './method.ts';
import { pythonFunction, pythonMethods } from './pythonFunction.ts';
import { tensorType, type TensorObject } from './tensor.ts';
import {
  contiguousCopy,
  diagonal,
  expanded,
  flattened,
  narrowCopied,
  narrowed,
  permuted,
  reshapeTo,
  selected,
  sliced,
  squeezed,
  strided,
  transposed,
  unflattened,
  unsqueezed,
  viewAs,
  windows,
} from './views.ts';

const plain = tensorMethods(
  {
    'reshape(Tensor self, SymInt[] shape)': (vm, { self, shape }) => reshapeTo(vm, self, shape),
    'view_as(Tensor self, Tensor other)': (vm, { self, other }) => viewAs(vm, self, other.sizes),
    'reshape_as(Tensor self, Tensor other)': (vm, { self, other }) =>
      reshapeTo(vm, self, other.sizes),
    'permute(Tensor self, int[] dims)': (vm, { self, dims }) => permuted(vm, self, dims),
    'transpose(Tensor self, int dim0, int dim1)': (vm, { self, dim0, dim1 }) =>
      transposed(vm, self, dim0, dim1),
    'expand(Tensor self, SymInt[] size, *, bool implicit=False)': (vm, { self, size }) =>
      expanded(vm, self, size),
    'expand_as(Tensor self, Tensor other)': (vm, { self, other }) =>
      expanded(vm, self, other.sizes),
    'broadcast_to(Tensor self, SymInt[] size)': (vm, { self, size }) => expanded(vm, self, size),
    'select(Tensor self, int dim, SymInt index)': (vm, { self, dim, index }) =>
      selected(vm, self, dim, index),
    'narrow_copy(Tensor self, int dim, SymInt start, SymInt length)': (
      vm,
      { self, dim, start, length },
    ) => narrowCopied(vm, self, dim, start, length),
    'squeeze(Tensor self, int[1]? dim=None)': (vm, { self, dim }) => squeezed(vm, self, dim),
    'unsqueeze(Tensor self, int dim)': (vm, { self, dim }) => unsqueezed(vm, self, dim),
    'flatten(Tensor self, int start_dim=0, int end_dim=-1)': (vm, { self, start_dim, end_dim }) =>
      flattened(vm, self, start_dim, end_dim),
    'ravel(Tensor self)': (vm, { self }) => reshapeTo(vm, contiguousCopy(vm, self), [-1]),
    'unflatten(Tensor self, int dim, SymInt[] sizes)': (vm, { self, dim, sizes }) =>
      unflattened(vm, self, dim, sizes),
    't(Tensor self)': (vm, { self }) => {
      const rank = self.sizes.length;
      check(rank <= 2, () => `t() expects a tensor with <= 2 dimensions, but self is ${rank}D`);
      return rank < 2 ? self : transposed(vm, self, 0, 1, 'T');
    },
    'movedim(Tensor self, int[1] source, int[1] destination)': (
      vm,
      { self, source, destination },
    ) => moved(vm, self, source, destination),
    'diagonal(Tensor self, int offset=0, int dim1=0, int dim2=1)': (
      vm,
      { self, offset, dim1, dim2 },
    ) => diagonal(vm, self, offset, dim1, dim2),
    'unfold(Tensor self, int dimension, int size, int step)': (
      vm,
      { self, dimension, size, step },
    ) => windows(vm, self, dimension, size, step),
    'as_strided(Tensor self, SymInt[] size, int[] stride, int? storage_offset=None)': (
      vm,
      { self, size, stride, storage_offset },
    ) => strided(vm, self, { sizes: size, strides: stride, offset: storage_offset ?? self.offset }),
    'contiguous(Tensor self)': (vm, { self }) => contiguousCopy(vm, self),
    'chunk(Tensor self, int chunks, int dim=0)': (vm, { self, chunks, dim }) => {
      check(chunks > 0, () => `chunk expects \`chunks\` to be greater than 0, got: ${chunks}`);
      const axis = wrapDim(dim, self.sizes.length);
      const size = intValue(self.sizes[axis] as Int);
      return pieces(vm, self, axis, Math.max(1, Math.ceil(size / chunks)));
    },
    'split_with_sizes(Tensor self, int[] split_sizes, int dim=0)': (
      vm,
      { self, split_sizes, dim },
    ) => splitBy(vm, self, split_sizes, dim),
    'unbind(Tensor self, int dim=0)': (vm, { self, dim }) => {
      const axis = wrapDim(dim, self.sizes.length);
      check(
        self.sizes.length > 0,
        () => `Dimension specified as ${dim} but tensor has no dimensions`,
        'IndexError',
      );
      const size = intValue(self.sizes[axis] as Int);
      const parts = Array.from({ length: size }, (_, i) => selected(vm, self, axis, i));
      return new Tuple(parts.map((part) => madeTogether(part, 'Unbind')));
    },
  },
  { transpose: ['swapaxes', 'swapdims'], movedim: ['moveaxis'] },
);

/** What the three overloads have between them. */
interface SplitPlaces {
  readonly self: TensorObject;
  readonly dim: number;
  readonly sections?: number;
  readonly indices?: readonly Int[];
  readonly tensor_indices_or_sections?: TensorObject;
}

const narrow = overloadedMethod(
  [
    'narrow(Tensor self, int dim, Tensor start, SymInt length)',
    'narrow(Tensor self, int dim, SymInt start, SymInt length)',
  ],
  function* (vm, { self, dim, start, length }): Steps {
    if (!isTensor(start as Value)) return narrowed(vm, self, dim, start as Int, length);
    const first = start as TensorObject;
    check(
      first.sizes.length === 0 && /int/.test(first.dtype),
      () => 'start must be an 0-dim integral Tensor.',
    );
    const known = yield* numbers(vm, first.value());
    if (!known) return new Unknown('where it starts was not computed');
    return narrowed(vm, self, dim, Number(known.data[0]), length);
  },
);

/** `Tensor.split`, which is written in Python: a size of all pieces, or a list of sizes. */
function* split(vm: Interpreter, self: Value, given: Value, dim: Value): Steps {
  const unknown = [self, given, dim].find(isUnknown);
  if (unknown !== undefined) return unknown;
  const sizeOrSizes = isTensor(given) ? yield* wait(callMethod(vm, given, '__int__', [])) : given;
  if (!isTensor(self) || !isInt(sizeOrSizes)) {
    return yield* wait(call(vm, plain['split_with_sizes'] as Value, [self, sizeOrSizes, dim]));
  }
  return yield* wait(call(vm, equalSplit, [self, sizeOrSizes, dim]));
}

const equalSplit = torchFunction(
  'split(Tensor input, SymInt split_size, int dim=0)',
  (vm, { input, split_size, dim }) => splitEvenly(vm, input, split_size, dim),
);

pythonMethods(tensorType, { 'split(self, split_size, dim=0)': split });
const splitFunction = pythonFunction('split(tensor, split_size_or_sections, dim=0)', split);

const view = overloadedMethod(
  ['view(Tensor self, SymInt[] size)', 'view(Tensor self, ScalarType dtype)'],
  (vm, args: { self: TensorObject; size?: Shape; dtype?: DType }) => {
    const { self, size, dtype } = args;
    if (size) return viewAs(vm, self, size);
    return dtype === self.dtype
      ? viewAs(vm, self, self.sizes)
      : vm.unsupported('Tensor.view with another dtype');
  },
);

const tensorSplit = overloadedMethod(
  [
    'tensor_split(Tensor self, int sections, int dim=0)',
    'tensor_split(Tensor self, SymInt[] indices, int dim=0)',
    'tensor_split(Tensor self, Tensor tensor_indices_or_sections, int dim=0)',
  ],
  function* (vm, args: SplitPlaces): Steps {
    const { self, dim, indices: fixed, sections, tensor_indices_or_sections: given } = args;
    if (given === undefined) return splitInto(vm, self, fixed?.map(intValue) ?? sections ?? 0, dim);
    const rank = given.sizes.length;
    check(
      rank < 2,
      () =>
        `tensor_split expected tensor_indices_or_sections to be a zero-dimensional or one-dimensional tensor, but got a tensor with ${rank} dims`,
    );
    check(
      given.dtype === 'int64',
      () =>
        `tensor_split expected tensor_indices_or_sections to have dtype of long, but got ${scalarTypeName[given.dtype]}`,
    );
    const known = yield* numbers(vm, given.value());
    if (known === null) return new Unknown('where a tensor is split is not known');
    const indices = Array.from({ length: known.data.length }, (_, i) => numberAt(known, i));
    return splitInto(vm, self, rank === 0 ? (indices[0] as number) : indices, dim);
  },
);

/** Pieces that begin at these indices, or so many pieces. */
function splitInto(
  vm: Interpreter,
  self: TensorObject,
  where: number | readonly number[],
  dim: number,
): Value {
  check(
    self.sizes.length > 0,
    () => 'tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims',
  );
  const axis = wrapDim(dim, self.sizes.length);
  const size = intValue(self.sizes[axis] as Int);
  if (typeof where !== 'number') return splitAt(vm, self, axis, where);
  check(where > 0, () => `number of sections must be larger than 0, got ${where}`);
  const longer = size % where;
  const lengths = Array.from(
    { length: where },
    (_, i) => Math.floor(size / where) + (i < longer ? 1 : 0),
  );
  return consecutive(vm, self, axis, lengths);
}

/** The same as functions, by name. */
export const viewFunctions = { ...plain, ...view, ...narrow, split: splitFunction, ...tensorSplit };

/** Pieces that begin and end at these indices, which count as those of slices do. */
function splitAt(
  vm: Interpreter,
  self: TensorObject,
  axis: number,
  indices: readonly number[],
): Value {
  const size = intValue(self.sizes[axis] as Int);
  const within = (at: number): number => Math.min(size, Math.max(0, at < 0 ? at + size : at));
  const bounds = [0, ...indices.map(within), size];
  const parts = bounds.slice(1).map((end, i) => {
    const start = bounds[i] as number;
    return sliced(vm, self, axis, start, Math.max(start, end), 1);
  });
  return new Tuple(parts);
}

/** `split(3)` gives pieces of 3, `split([1, 2])` one piece for each length. */
function splitEvenly(vm: Interpreter, self: TensorObject, given: Int, dim: number): Value {
  const axis = wrapDim(dim, self.sizes.length);
  const size = intValue(self.sizes[axis] as Int);
  const length = intValue(given);
  // The whole keeps the name of its size.
  if (length === size) return splitBy(vm, self, [given], dim);
  check(
    length >= 0,
    () => `split expects split_size be non-negative, but got split_size=${length}`,
  );
  check(
    length > 0 || size === 0,
    () => `split_size can only be 0 if dimension size is 0, but got dimension size of ${size}`,
  );
  return pieces(vm, self, axis, length);
}

function splitBy(vm: Interpreter, self: TensorObject, lengths: readonly Int[], dim: number): Value {
  const axis = wrapDim(dim, self.sizes.length);
  const size = intValue(self.sizes[axis] as Int);
  const total = lengths.reduce<number>((sum, n) => sum + intValue(n), 0);
  check(
    lengths.every((n) => intValue(n) >= 0),
    () =>
      `split_with_sizes expects split_sizes have only non-negative entries, but got split_sizes=[${lengths.map(intValue).join(', ')}]`,
  );
  check(
    total === size,
    () =>
      `split_with_sizes expects split_sizes to sum exactly to ${size} (input tensor's size at dimension ${axis}), but got split_sizes=[${lengths.map(intValue).join(', ')}]`,
  );
  return consecutive(vm, self, axis, lengths.map(intValue), 'SplitWithSizes');
}

/** Pieces of these lengths, one after the other. */
function consecutive(
  vm: Interpreter,
  self: TensorObject,
  axis: number,
  lengths: readonly number[],
  name = 'Slice',
): Value {
  let start = 0;
  const parts = lengths.map((length) => {
    const part = sliced(vm, self, axis, start, start + length, 1);
    start += length;
    return madeTogether(part, name);
  });
  return new Tuple(parts);
}

/** A part as what made all of them calls itself in `grad_fn`. */
function madeTogether(part: TensorObject, name: string): TensorObject {
  if (part.gradFn) part.gradFn = { ...part.gradFn, name: backwardName(name) };
  return part;
}

function pieces(vm: Interpreter, self: TensorObject, axis: number, length: number): Value {
  const size = intValue(self.sizes[axis] as Int);
  const parts: TensorObject[] = [];
  for (let start = 0; start < size || parts.length === 0; start += Math.max(length, 1)) {
    const part = sliced(vm, self, axis, start, Math.min(size, start + length), 1);
    parts.push(madeTogether(part, 'Split'));
  }
  return new Tuple(parts);
}

function moved(
  vm: Interpreter,
  self: TensorObject,
  source: readonly number[],
  destination: readonly number[],
): Value {
  const rank = self.sizes.length;
  check(
    source.length === destination.length,
    () =>
      `movedim: Invalid source or destination dims: source ([${source.join(', ')}] dims) should contain the same number of dims as destination ([${destination.join(', ')}] dims)`,
  );
  const from = source.map((dim) => wrapDim(dim, rank));
  const to = destination.map((dim) => wrapDim(dim, rank));
  for (const [name, dims, given] of [
    ['source', from, source],
    ['destination', to, destination],
  ] as const) {
    check(
      new Set(dims).size === dims.length,
      () => `movedim: repeated dim in \`${name}\` ([${given.join(', ')}])`,
    );
  }
  const order = new Array<number>(rank).fill(-1);
  to.forEach((dim, i) => (order[dim] = from[i] as number));
  const rest = self.sizes.map((_, i) => i).filter((i) => !from.includes(i));
  for (let i = 0; i < rank; i++) if (order[i] === -1) order[i] = rest.shift() as number;
  return permuted(vm, self, order);
}
