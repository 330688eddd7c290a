// Joins of tensors in PyTorch's numpy-like names: hstack and its like, atleast_2d, and matrices made
// of vectors.
//
// https://pytorch.org/docs/stable/torch.html#indexing-slicing-joining-mutating-ops

import { intValue, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import { check } from '../tensor/errors.ts';
import { defineOp } from './define.ts';
import { cat, reshape } from './shape.ts';

/** The tensor with at least as many dimensions; where the new ones go is numpy's choice. */
function atLeast(input: Value, rank: 1 | 2 | 3): Value {
  const { shape } = input.type;
  if (shape.length >= rank) return input;
  const only = shape[0] ?? 1;
  if (rank === 1) return reshape({ input, shape: [1] });
  if (rank === 2) return reshape({ input, shape: [1, only] });
  if (shape.length === 2) return reshape({ input, shape: [...shape, 1] });
  return reshape({ input, shape: [1, only, 1] });
}

function joined(name: string, tensors: readonly Value[], rank: 1 | 2 | 3, dim: number): Value {
  check(tensors.length > 0, () => `${name} expects a non-empty TensorList`);
  return cat({ tensors: tensors.map((tensor) => atLeast(tensor, rank)), dim });
}

export const hstack = defineOp('hstack(Tensor[] tensors) -> Tensor', {
  grad: 'Cat',
  as: ['function'],
  body: ({ tensors }) => {
    const vectors = (tensors[0]?.type.shape.length ?? 0) <= 1;
    return joined('hstack', tensors, 1, vectors ? 0 : 1);
  },
});

export const vstack = defineOp('vstack(Tensor[] tensors) -> Tensor', {
  grad: 'Cat',
  as: ['function'],
  aliases: ['row_stack'],
  body: ({ tensors }) => joined('vstack', tensors, 2, 0),
});

export const dstack = defineOp('dstack(Tensor[] tensors) -> Tensor', {
  grad: 'Cat',
  as: ['function'],
  body: ({ tensors }) => joined('dstack', tensors, 3, 2),
});

export const columnStack = defineOp('column_stack(Tensor[] tensors) -> Tensor', {
  as: ['function'],
  body: ({ tensors }) => {
    check(tensors.length > 0, () => 'column_stack expects a non-empty TensorList');
    const columns = tensors.map((input) => {
      const { shape } = input.type;
      return shape.length <= 1 ? reshape({ input, shape: [sizeOf(shape), 1] }) : input;
    });
    return joined('hstack', columns, 1, 1);
  },
});

function sizeOf(shape: readonly Int[]): number {
  return shape.reduce<number>((n, dim) => n * intValue(dim), 1);
}

for (const rank of [1, 2, 3] as const) {
  defineOp(`atleast_${rank}d(Tensor input) -> Tensor` as 'atleast(Tensor input) -> Tensor', {
    as: ['function'],
    body: ({ input }) => atLeast(input, rank),
  });
  defineOp(
    `atleast_${rank}d.list(Tensor[] tensors) -> Tensor[]` as 'atleast.list(Tensor[] tensors) -> Tensor[]',
    {
      as: ['function'],
      body: ({ tensors }) => tensors.map((input) => atLeast(input, rank)),
    },
  );
}
