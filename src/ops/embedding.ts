// Tables looked up by index: embedding, embedding_bag, one_hot.
// https://pytorch.org/docs/stable/nn.functional.html#sparse-functions

import { intValue, sub, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import { numberAt, type NdArray } from '../tensor/array.ts';
import { isFloat, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check, TorchError, Unsupported } from '../tensor/errors.ts';
import type { Scalar } from '../tensor/promotion.ts';
import { numel, printShape, product, sameShape, type Shape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { arange } from './creation.ts';
import { defineOp } from './define.ts';
import { reshape } from './shape.ts';

/** Each index replaced by its row of the table. */
export const embedding = defineOp(
  'embedding(Tensor weight, Tensor indices, int padding_idx=-1, bool scale_grad_by_freq=False, bool sparse=False) -> Tensor',
  {
    as: ['function'],
    sees: ['indices'],
    shape: ({ weight, indices }) => {
      check(weight.shape.length === 2, () => "'weight' must be 2-D");
      checkIndexType(indices.dtype, 'embedding');
      if (indices.numbers) checkIndices(indices.numbers, intValue(weight.shape[0] as Int));
      return { dtype: weight.dtype, shape: [...indices.shape, weight.shape[1] as Int] };
    },
    kernel: ({ weight, indices }, out) => {
      checkIndices(indices, weight.shape[0] as number);
      const width = weight.data.length / Math.max(weight.shape[0] as number, 1);
      const [from, to] = [weight.data as Float64Array, out.data as Float64Array];
      for (let i = 0; i < indices.data.length; i++) {
        const row = numberAt(indices, i) * width;
        to.set(from.subarray(row, row + width), i * width);
      }
    },
    onnx: (g, { weight, indices }, out) =>
      out.dtype.startsWith('complex') ? null : g.add('Gather', [weight, indices], { axis: 0 }, out),
    cost: (_args, out) => numel(out.shape),
  },
);

function checkIndexType(dtype: DType, name: string): void {
  const found = dtype === 'bool' ? 'CPUBoolType' : `torch.${scalarTypeName[dtype]}Tensor`;
  check(
    dtype === 'int64' || dtype === 'int32',
    () =>
      `Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got ${found} instead (while checking arguments for ${name})`,
  );
}

function checkIndices(indices: NdArray, rows: number): void {
  for (let i = 0; i < indices.data.length; i++) {
    const index = numberAt(indices, i);
    if (index < 0 || index >= rows)
      throw new TorchError('IndexError', 'index out of range in self');
  }
}

/** Bags are summed by a library with words of its own. */
function checkBagIndices(indices: NdArray, rows: number): void {
  for (let i = 0; i < indices.data.length; i++) {
    const index = numberAt(indices, i);
    check(
      index >= 0 && index < rows,
      () =>
        `[enforce fail at embedding_lookup_idx.cc:214] 0 <= idx && idx < data_size. Index ${i} is out of bounds: ${index}, range 0 to ${rows}`,
    );
  }
}

/** The same as `torch.nn.functional` has it: the indices come first. */
export const functionalEmbedding = defineOp(
  'embedding.functional(Tensor input, Tensor weight, int? padding_idx=None, float? max_norm=None, float norm_type=2.0, bool scale_grad_by_freq=False, bool sparse=False) -> Tensor',
  {
    as: ['functional'],
    grad: 'Embedding',
    refuses: ['input'],
    body: ({ input, weight, padding_idx, max_norm }) => {
      if (max_norm !== null) throw new Unsupported('embedding with max_norm');
      const rows = intValue(weight.type.shape[0] ?? 0);
      check(
        padding_idx === null || (padding_idx < rows && padding_idx >= -rows),
        () => 'Padding_idx must be within num_embeddings',
        'AssertionError',
      );
      return embedding({ weight, indices: input });
    },
  },
);

/** Rows of zeros with a 1 at each class. */
export const oneHot = defineOp('one_hot.classes(Tensor input, int num_classes) -> Tensor', {
  as: ['functional'],
  grad: null,
  sees: ['input'],
  shape: ({ input, num_classes }) => {
    if (num_classes === -1 && !input.numbers) throw new Unsupported('one_hot of unknown numbers');
    return oneHotType(input, num_classes);
  },
  kernel: ({ input, num_classes }, out) => {
    fillOneHot(input, num_classes, out);
  },
});

/** How many classes there are follows from the numbers. */
export const oneHotInferred = defineOp('one_hot(Tensor input, int num_classes=-1) -> Tensor', {
  as: ['functional'],
  grad: null,
  needs: ['input'],
  shape: ({ input, num_classes }) => oneHotType(input, num_classes),
  kernel: ({ input, num_classes }, out) => {
    fillOneHot(input, num_classes, out);
  },
});

function oneHotType(input: TensorType, wanted: number): TensorType {
  check(input.dtype === 'int64', () => 'one_hot is only applicable to index tensor.');
  if (numel(input.shape) === 0) {
    check(wanted > 0, () => 'Can not infer total number of classes from empty tensor.');
  }
  const classes = input.numbers ? classesOf(input.numbers, wanted) : wanted;
  return { dtype: 'int64', shape: [...input.shape, classes] };
}

function fillOneHot(input: NdArray, wanted: number, out: NdArray): void {
  if (input.data.length > 0) classesOf(input, wanted);
  const classes = out.shape[out.shape.length - 1] as number;
  const ones = out.data as BigInt64Array;
  for (let i = 0; i < input.data.length; i++) ones[i * classes + numberAt(input, i)] = 1n;
}

/** How many classes the numbers need, or are given. */
function classesOf(numbers: NdArray, wanted: number): number {
  if (numbers.data.length === 0) return wanted;
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < numbers.data.length; i++) {
    least = Math.min(least, numberAt(numbers, i));
    most = Math.max(most, numberAt(numbers, i));
  }
  check(least >= 0, () => 'Class values must be non-negative.');
  if (wanted === -1) return most + 1;
  check(wanted > most, () => 'Class values must be smaller than num_classes.');
  return wanted;
}

/** The sum, mean or greatest of the rows of each bag. Bags begin at the offsets. */
export const embeddingBagOf = defineOp(
  'embedding_bag_of(Tensor weight, Tensor indices, Tensor offsets, str mode, Tensor? per_sample_weights, bool include_last_offset, int padding_idx) -> Tensor',
  {
    grad: 'EmbeddingBag',
    sees: ['indices'],
    shape: ({ weight, indices, offsets, include_last_offset }) => {
      check(weight.shape.length === 2, () => "'weight' must be 2-D");
      checkIndexType(indices.dtype, 'embedding_bag');
      if (indices.numbers) checkBagIndices(indices.numbers, intValue(weight.shape[0] as Int));
      const bags = sub(offsets.shape[0] as Int, include_last_offset ? 1 : 0);
      return { dtype: weight.dtype, shape: [bags, weight.shape[1] as Int] };
    },
    kernel: ({ weight, indices, offsets, mode, per_sample_weights, padding_idx }, out) => {
      checkBagIndices(indices, weight.shape[0] as number);
      const [bags = 0, width = 0] = out.shape;
      for (let bag = 0; bag < bags; bag++) {
        const end =
          bag + 1 < offsets.data.length ? numberAt(offsets, bag + 1) : indices.data.length;
        const row = new Float64Array(width);
        let used = 0;
        for (let i = numberAt(offsets, bag); i < end; i++) {
          const index = numberAt(indices, i);
          if (index === padding_idx) continue;
          const factor = per_sample_weights ? numberAt(per_sample_weights, i) : 1;
          for (let d = 0; d < width; d++) {
            const value = factor * numberAt(weight, index * width + d);
            const before = row[d] as number;
            if (mode !== 'max') row[d] = before + value;
            else if (used === 0 || value > before) row[d] = value;
          }
          used++;
        }
        const divisor = mode === 'mean' ? Math.max(used, 1) : 1;
        for (let d = 0; d < width; d++) out.data[bag * width + d] = (row[d] as number) / divisor;
      }
    },
    cost: ({ weight, indices }) => numel(indices.shape) * intValue(weight.shape[1] as Int),
  },
);

export const embeddingBag = defineOp(
  "embedding_bag(Tensor input, Tensor weight, Tensor? offsets=None, float? max_norm=None, float norm_type=2, bool scale_grad_by_freq=False, str mode='mean', bool sparse=False, Tensor? per_sample_weights=None, bool include_last_offset=False, int? padding_idx=None) -> Tensor",
  {
    as: ['functional'],
    body: ({
      input: first,
      weight: second,
      offsets,
      max_norm,
      mode,
      per_sample_weights: factors,
      ...rest
    }) => {
      if (max_norm !== null) throw new Unsupported('embedding_bag with max_norm');
      // As in PyTorch's first versions, the table may come before the indices.
      const isOld = second.type.dtype === 'int64' && isFloat(first.type.dtype);
      const [input, weight] = isOld ? [second, first] : [first, second];
      const refuse = (condition: boolean, text: string): void => {
        check(condition, () => text, 'ValueError');
      };
      const { shape } = input.type;
      const size = (value: Value): string => `torch.Size(${printShape(value.type.shape)})`;
      refuse(
        factors === null || sameShape(shape, factors.type.shape),
        `embedding_bag: If per_sample_weights (${factors ? size(factors) : ''}) is not None, then it must have the same shape as the input (${size(input)})`,
      );
      refuse(
        shape.length === 1 || shape.length === 2,
        `input has to be 1D or 2D Tensor, but got Tensor of dimension ${shape.length}`,
      );
      const known = ['sum', 'mean', 'max'].includes(mode);
      let [indices, starts, weights] = [input, offsets, factors];
      if (shape.length === 2) {
        refuse(
          offsets === null,
          "if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed length sequences. However, found offsets of type <class 'torch.Tensor'>",
        );
        starts = rowStarts(shape);
        indices = reshape({ input, shape: [product(shape)] });
        weights = factors && reshape({ input: factors, shape: [product(shape)] });
      }
      refuse(starts !== null, 'offsets has to be a 1D Tensor but got None');
      refuse(starts?.type.shape.length === 1, 'offsets has to be a 1D Tensor');
      refuse(known, 'mode has to be one of sum, mean or max');
      check(
        factors === null || mode === 'sum',
        () =>
          `embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum' (got mode='${mode}'). Please open a feature request on GitHub.`,
        'NotImplementedError',
      );
      return embeddingBagOf({
        weight,
        indices,
        offsets: starts as Value,
        mode,
        per_sample_weights: weights,
        include_last_offset: rest.include_last_offset,
        padding_idx: rest.padding_idx ?? -1,
      });
    },
  },
);

function rowStarts(shape: Shape): Value {
  const [rows, columns] = shape as [Int, Int];
  const number = (value: Int): Scalar => ({ kind: 'int', value: intValue(value) });
  return arange({ start: number(0), step: number(columns), length: rows, dtype: 'int64' });
}
