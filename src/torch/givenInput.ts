// Tensors that stand for whatever is given in their place: a call that is exported is watched on
// them. They have the numbers of the tensor that was there, or more and fewer of the same.

import { apply, bareOp, constant } from '../graph/build.ts';
import type { Value as GraphValue } from '../graph/graph.ts';
import type { Op } from '../graph/op.ts';
import { indexSelect } from '../ops/indexSelect.ts';
import { reshape } from '../ops/shape.ts';
import { numel, sizes } from '../tensor/shape.ts';
import { Storage } from './storage.ts';
import type { TensorObject } from './tensor.ts';

/** What makes an input: the numbers are those of its argument. */
export const inputOp: Op = {
  ...bareOp({ name: 'input', text: 'input(Tensor input) -> Tensor', parameters: [], outputs: 1 }),
  infer: ({ input }) => [input as never],
  body: ({ input }) => [input as never],
};

/** Makes the tensor an input, of other sizes where they are given; undone by what it returns. */
export function giveInput(
  tensor: TensorObject,
  changed: ReadonlyMap<number, number>,
): { readonly value: GraphValue; readonly undo: () => void } {
  const undo = tensor.snapshot();
  let numbers = tensor.value();
  for (const [dim, size] of changed) numbers = resized(numbers, dim, size);
  const [value] = apply(inputOp, { input: numbers }) as [GraphValue];
  const { shape } = value.type;
  tensor.view = null;
  tensor.offset = 0;
  tensor.sizes = shape;
  tensor.strides = denseStrides(sizes(shape), tensor.strides.map(Number));
  if (tensor.contiguous) {
    tensor.storage = new Storage(value);
    tensor.forget();
  } else {
    tensor.storage = new Storage(reshape({ input: value, shape: [numel(shape)] }));
    tensor.write(value);
  }
  return { value, undo };
}

/** The same numbers again and again, so that indices and masks stay what they may be. */
function resized(value: GraphValue, dim: number, size: number): GraphValue {
  const own = sizes(value.type.shape)[dim] as number;
  const data = BigInt64Array.from({ length: size }, (_, i) => BigInt(i % own));
  return indexSelect({
    input: value,
    dim,
    index: constant({ dtype: 'int64', shape: [size], data }),
  });
}

/** Strides without gaps, in the order in which the dimensions lie in memory. */
function denseStrides(shape: readonly number[], like: readonly number[]): number[] {
  const order = shape.map((_, dim) => dim).sort((a, b) => (like[b] ?? 0) - (like[a] ?? 0) || a - b);
  const strides = shape.map(() => 1);
  let step = 1;
  for (const dim of order.reverse()) {
    strides[dim] = step;
    step *= Math.max(1, shape[dim] as number);
  }
  return strides;
}
