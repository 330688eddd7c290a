// Methods and functions that give a new tensor, part of which is written through a view: diagonals
// into matrices, slices into copies.

import { add, intValue, type Int } from '../base/origin.ts';
import { full } from '../ops/creation.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { Tuple } from '../python/values/containers.ts';
import type { Value } from '../python/values/object.ts';
import { check } from '../tensor/errors.ts';
import { printShape, sameShape, wrapDim } from '../tensor/shape.ts';
import { result } from './apply.ts';
import { copyInto } from './inplace.ts';
import { overloadedMethod, tensorMethods } from './method.ts';
import { madeBy } from './history.ts';
import { torchState } from './state.ts';
import type { TensorObject } from './tensor.ts';
import { diagonal, reshapeTo, selected, sliced, strided } from './views.ts';

/** The same as functions, by name. */
export const assembledFunctions = tensorMethods({
  'diag(Tensor self, int diagonal=0)': (vm, { self, diagonal: offset }) => {
    const rank = self.sizes.length;
    check(rank === 1 || rank === 2, () => 'matrix or a vector expected');
    if (rank === 1) return embedded(vm, self, offset, 0, 1, 'Diag');
    return copied(vm, diagonal(vm, self, offset, 0, 1), 'Diag', [self]);
  },
  'diagflat(Tensor self, int offset=0)': (vm, { self, offset }) =>
    embedded(vm, reshapeTo(vm, self, [-1]), offset, 0, 1, 'Diag'),
  'diag_embed(Tensor self, int offset=0, int dim1=-2, int dim2=-1)': (
    vm,
    { self, offset, dim1, dim2 },
  ) => embedded(vm, self, offset, dim1, dim2, 'DiagEmbed'),
  'select_scatter(Tensor self, Tensor src, int dim, SymInt index)': (
    vm,
    { self, src, dim, index },
  ) => scattered(vm, self, src, 'SelectScatter', (copy) => selected(vm, copy, dim, index)),
  'slice_scatter(Tensor self, Tensor src, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1)':
    (vm, { self, src, dim, start, end, step }) =>
      scattered(vm, self, src, 'SliceScatter', (copy) => {
        const axis = wrapDim(dim, copy.sizes.length);
        const size = intValue(copy.sizes[axis] as Int);
        const from = bound(start, 0, size);
        const to = Math.max(from, bound(end, size, size));
        return sliced(vm, copy, axis, from, to, intValue(step));
      }),
  'diagonal_scatter(Tensor self, Tensor src, int offset=0, int dim1=0, int dim2=1)': (
    vm,
    { self, src, offset, dim1, dim2 },
  ) =>
    scattered(vm, self, src, 'DiagonalScatter', (copy) => diagonal(vm, copy, offset, dim1, dim2)),
  'as_strided_scatter(Tensor self, Tensor src, SymInt[] size, int[] stride, int? storage_offset=None)':
    (vm, { self, src, size, stride, storage_offset }) =>
      scattered(vm, self, src, 'AsStridedScatter', (copy) =>
        strided(vm, copy, { sizes: size, strides: stride, offset: storage_offset ?? 0 }),
      ),
});

Object.assign(
  assembledFunctions,
  splitting('hsplit', 1, (rank) => (rank === 1 ? 0 : 1)),
  splitting('vsplit', 2, () => 0),
  splitting('dsplit', 3, () => 2),
);

/** Into equal parts, or between the places of a list. */
function splitting(
  name: string,
  least: number,
  axisOf: (rank: number) => number,
): ReturnType<typeof overloadedMethod> {
  const signatures = [`${name}(Tensor self, int sections)`, `${name}(Tensor self, int[] indices)`];
  return overloadedMethod(signatures, (vm, args) => {
    const { self, sections, indices } = args as never as {
      self: TensorObject;
      sections?: number;
      indices?: readonly number[];
    };
    const rank = self.sizes.length;
    check(
      rank >= least,
      () =>
        `torch.${name} requires a tensor with at least ${least} dimension, but got a tensor with ` +
        `${rank} dimensions!`,
    );
    const axis = axisOf(rank);
    if (sections !== undefined) return evenly(vm, name, self, axis, sections);
    const size = intValue(self.sizes[axis] as Int);
    const places = [0, ...(indices ?? []), size].map((at) => bound(at, 0, size));
    const parts = places.slice(1).map((to, i) => {
      const from = places[i] as number;
      return sliced(vm, self, axis, from, Math.max(from, to), 1);
    });
    return new Tuple(parts);
  });
}

function bound(given: Int | null, absent: number, size: number): number {
  const at = given === null ? absent : intValue(given);
  return Math.min(size, Math.max(0, at < 0 ? at + size : at));
}

/** Zeros with the tensor's last dimension on a diagonal of two new ones. */
function embedded(
  vm: Interpreter,
  self: TensorObject,
  offset: number,
  dim1: number,
  dim2: number,
  name: string,
): Value {
  const rank = self.sizes.length + 1;
  const [a, b] = [wrapDim(dim1, rank), wrapDim(dim2, rank)];
  check(a !== b, () => `diagonal dimensions cannot be identical ${dim1}, ${dim2}`);
  const length = add(self.sizes.at(-1) ?? 1, Math.abs(offset));
  const size: Int[] = self.sizes.slice(0, -1);
  for (const at of [a, b].sort((x, y) => x - y)) size.splice(at, 0, length);
  const zero = { kind: 'int', value: 0 } as const;
  const made = result(vm, full({ size, fill_value: zero, dtype: self.dtype }));
  return written(vm, made, self, diagonal(vm, made, offset, a, b), name, [self]);
}

/** A copy with the source in the place of a part of it. */
function scattered(
  vm: Interpreter,
  self: TensorObject,
  src: TensorObject,
  name: string,
  part: (copy: TensorObject) => TensorObject,
): Value {
  const copy = result(vm, self.value());
  const place = part(copy);
  check(
    sameShape(place.sizes, src.sizes),
    () =>
      `expected src to have a size equal to the slice of self. src size = ${printShape(src.sizes)}, slice size = ${printShape(place.sizes)}`,
  );
  return written(vm, copy, src, place, name, [self, src]);
}

function written(
  vm: Interpreter,
  whole: TensorObject,
  source: TensorObject,
  part: TensorObject,
  name: string,
  inputs: readonly TensorObject[],
): Value {
  const state = torchState(vm);
  const enabled = state.gradEnabled;
  state.gradEnabled = false;
  try {
    copyInto(vm, part, source);
  } finally {
    state.gradEnabled = enabled;
  }
  return copied(vm, whole, name, inputs);
}

/** A tensor of its own with the numbers of another, and the name of what made it. */
function copied(
  vm: Interpreter,
  tensor: TensorObject,
  name: string,
  inputs: readonly TensorObject[],
): Value {
  return result(vm, tensor.value(), madeBy(vm, `${name}Backward0`, inputs));
}

function evenly(
  vm: Interpreter,
  name: string,
  self: TensorObject,
  axis: number,
  sections: number,
): Value {
  const size = intValue(self.sizes[axis] as Int);
  check(
    sections > 0 && size % sections === 0,
    () =>
      `torch.${name} attempted to split along dimension ${axis}, but the size of the dimension ${size} is not divisible by the split_size ${sections}!`,
  );
  const length = size / sections;
  return new Tuple(
    Array.from({ length: sections }, (_, i) =>
      sliced(vm, self, axis, i * length, (i + 1) * length, 1),
    ),
  );
}
