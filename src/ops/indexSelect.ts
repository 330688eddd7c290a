// Slices of one dimension named by a vector of indices: index_select, index_add, index_copy,
// index_fill.

import { intValue, type Int } from '../base/origin.ts';
import { numberAt, type NdArray } from '../tensor/array.ts';
import { scalarTypeName } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { numel, wrapDim, type Shape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { isScalar, operandArray } from './broadcast.ts';
import { defineOp } from './define.ts';
import { slots } from './strided.ts';
import { padded } from './scatter.ts';

export const indexSelect = defineOp('index_select(Tensor input, int dim, Tensor index) -> Tensor', {
  as: ['function', 'method'],
  sees: ['index'],
  shape: ({ input, dim, index }) => {
    const d = wrapDim(dim, input.shape.length);
    check(
      index.shape.length <= 1,
      () => 'index_select(): Index is supposed to be a vector',
      'IndexError',
    );
    check(
      index.dtype === 'int64' || index.dtype === 'int32',
      () => 'index_select(): Expected dtype int32 or int64 for index',
    );
    checkSelected(index, padded(input.shape), d);
    if (input.shape.length === 0) return input;
    const n = index.shape[0] ?? 1;
    return { dtype: input.dtype, shape: input.shape.map((size, i) => (i === d ? n : size)) };
  },
  kernel: ({ input, dim, index }, out) => {
    const shape = input.shape.length === 0 ? [1] : input.shape;
    const d = wrapDim(dim, shape.length);
    const unit = slots(out.dtype);
    const inner = unit * shape.slice(d + 1).reduce((a, b) => a * b, 1);
    const size = shape[d] as number;
    const outer = shape.slice(0, d).reduce((a, b) => a * b, 1);
    let to = 0;
    for (let o = 0; o < outer; o++) {
      for (let i = 0; i < index.data.length; i++) {
        const from = (o * size + selectedPlace(numberAt(index, i), size)) * inner;
        const piece = (input.data as Float64Array).subarray(from, from + inner);
        (out.data as Float64Array).set(piece, to);
        to += inner;
      }
    }
  },
  onnx: (g, { input, dim, index }, out) => {
    const rank = input.type.shape.length;
    if (rank === 0 || index.type.shape.length === 0) return null;
    if (!/^(float(32|64)|int(8|32|64)|uint8|bool)$/.test(out.dtype)) return null;
    return g.add('Gather', [input, index], { axis: wrapDim(dim, rank) }, out);
  },
});

export function selectedPlace(at: number, size: number): number {
  check(at >= 0 && at < size, () => 'index out of range in self', 'IndexError');
  return at;
}

export function checkSelected(index: TensorType, shape: Shape, dim: number): void {
  if (!index.numbers) return;
  for (const n of index.numbers.data) selectedPlace(Number(n), intValue(shape[dim] as Int));
}

/** The source's slices added to, or put in the place of, those that the index names. */
function slicesInto(
  { input, dim, index, source }: { input: NdArray; dim: number; index: NdArray; source: NdArray },
  out: NdArray,
  put: (before: number, value: number) => number,
): void {
  out.data.set(input.data as never);
  const shape = input.shape.length === 0 ? [1] : input.shape;
  const d = wrapDim(dim, shape.length);
  const inner = slots(out.dtype) * shape.slice(d + 1).reduce((a, b) => a * b, 1);
  const outer = shape.slice(0, d).reduce((a, b) => a * b, 1);
  const n = index.data.length;
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < n; i++) {
      const size = shape[d] as number;
      const to = (o * size + selectedPlace(numberAt(index, i), size)) * inner;
      const from = (o * n + i) * inner;
      for (let k = 0; k < inner; k++) {
        out.data[to + k] = put(
          out.data[to + k] as number,
          source.data[from + k] as number,
        ) as never;
      }
    }
  }
}

export const indexAdd = defineOp(
  'index_add(Tensor input, int dim, Tensor index, Tensor source, *, Scalar alpha=1) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    sees: ['index'],
    shape: ({ input, dim, index, source }) => {
      const d = wrapDim(dim, input.shape.length);
      check(
        input.dtype === source.dtype,
        () =>
          `index_add_(): self (${scalarTypeName[input.dtype]}) and source ` +
          `(${scalarTypeName[source.dtype]}) must have the same scalar type`,
      );
      const wanted = numel(index.shape);
      const given = intValue(padded(source.shape)[d] as Int);
      check(
        wanted === given,
        () =>
          `index_add_(): Number of indices (${wanted}) should be equal to source.size(dim): ` +
          `(${given}), for dim: ${d}`,
      );
      checkSelected(index, padded(input.shape), d);
      return input;
    },
    kernel: ({ alpha, ...args }, out) => {
      const k = operandArray(alpha, out.dtype).data[0] as number;
      slicesInto(args, out, (before, value) => before + k * value);
    },
  },
);

export const indexCopy = defineOp(
  'index_copy(Tensor input, int dim, Tensor index, Tensor source) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    sees: ['index'],
    shape: ({ input, dim, index, source }) => {
      const d = wrapDim(dim, input.shape.length);
      check(
        input.dtype === source.dtype,
        () =>
          'index_copy_(): self and source expected to have the same dtype, but got (self) ' +
          `${scalarTypeName[input.dtype]} and (source) ${scalarTypeName[source.dtype]}`,
      );
      const wanted = numel(index.shape);
      const given = intValue(padded(source.shape)[d] as Int);
      check(
        wanted === given,
        () =>
          `index_copy_(): Number of indices (${wanted}) should be equal to source.size(dim) ` +
          `(${given})`,
        'IndexError',
      );
      checkSelected(index, padded(input.shape), d);
      return input;
    },
    kernel: (args, out) => {
      slicesInto(args, out, (_before, value) => value);
    },
  },
);

export const indexFill = defineOp(
  'index_fill(Tensor input, int dim, Tensor index, Operand value) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    sees: ['index'],
    shape: ({ input, dim, index, value }) => {
      const d = wrapDim(dim, input.shape.length);
      check(
        isScalar(value) || value.shape.length === 0,
        () =>
          'index_fill_ only supports a 0-dimensional value tensor, but got tensor with ' +
          `${isScalar(value) ? 0 : value.shape.length} dimension(s).`,
      );
      checkSelected(index, padded(input.shape), d);
      return input;
    },
    kernel: ({ input, dim, index, value }, out) => {
      const fill = operandArray(value, out.dtype).data[0] as number;
      slicesInto({ input, dim, index, source: input }, out, () => fill);
    },
  },
);
