// Similarities and distances of vectors, and the losses with margins that are made of them.
// https://pytorch.org/docs/stable/nn.functional.html#distance-functions

import { intValue, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import { isFloat, scalarTypeName } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { broadcast, printShape } from '../tensor/shape.ts';
import { add, div, mul, neg, rsub, sub } from './arithmetic.ts';
import { where } from './blend.ts';
import { commonDtype } from './broadcast.ts';
import { eq } from './comparison.ts';
import { defineOp } from './define.ts';
import { clampMin, minimum } from './extrema.ts';
import { reduced, reductionOf } from './lossReduction.ts';
import { norm } from './norm.ts';
import { sum } from './reduction.ts';
import { expand, toDtype } from './shape.ts';
import { sqrt } from './unary.ts';

const int = (value: number): { kind: 'int'; value: number } => ({ kind: 'int', value });
const float = (value: number): { kind: 'float'; value: number } => ({ kind: 'float', value });

/** x·y / (max(‖x‖, ε) · max(‖y‖, ε)) */
export const cosineSimilarity = defineOp(
  'cosine_similarity(Tensor x1, Tensor x2, int[1] dim=1, float eps=1e-08) -> Tensor',
  {
    as: ['function', 'functional'],
    grad: 'SumBackward1',
    body: ({ x1, x2, dim, eps }) => {
      const size = broadcast(x1.type.shape, x2.type.shape);
      const common = commonDtype(x1.type, x2.type);
      check(
        isFloat(common),
        () =>
          `expected common dtype to be floating point, yet common dtype is ${scalarTypeName[common]}`,
      );
      const inCommon = (x: Value): Value =>
        x.type.dtype === common ? x : toDtype({ input: x, dtype: common });
      const [a, b] = [x1, x2].map((x) => expand({ input: inCommon(x), size })) as [Value, Value];
      const length = (x: Value): Value =>
        clampMin({ input: norm({ input: x, p: int(2), dim, keepdim: true }), min: float(eps) });
      const [x, y] = [div({ input: a, other: length(a) }), div({ input: b, other: length(b) })];
      return sum({ input: mul({ input: x, other: y }), dim });
    },
  },
);

/** ‖x − y + ε‖ₚ over the last dimension. */
export const pairwiseDistance = defineOp(
  'pairwise_distance(Tensor x1, Tensor x2, float p=2.0, float eps=1e-06, bool keepdim=False) -> Tensor',
  {
    as: ['function', 'functional'],
    grad: 'NormBackward1',
    body: ({ x1, x2, p, eps, keepdim }) => {
      broadcast(x1.type.shape, x2.type.shape);
      const difference = add({ input: sub({ input: x1, other: x2 }), other: float(eps) });
      return norm({ input: difference, p: float(p), dim: [-1], keepdim });
    },
  },
);

export const cosineEmbeddingLoss = defineOp(
  "cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, float margin=0, bool? size_average=None, bool? reduce=None, str reduction='mean') -> Tensor",
  {
    as: ['functional'],
    grad: 'Mean',
    body: ({ input1, input2, target, margin, ...rest }) => {
      const reduction = reductionOf(rest);
      const rank = target.type.shape.length;
      check(
        rank === 0 || rank === 1,
        () => '0D or 1D target tensor expected, multi-target not supported',
      );
      const given = [input1, input2].map(({ type }) => type.shape);
      check(
        given.every((shape) => shape.length === rank + 1),
        () =>
          `${rank}D target tensor expects ${rank + 1}D input tensors, but found inputs with sizes ${given.map(printShape).join(' and ')}.`,
      );
      const dot = (a: Value, b: Value): Value =>
        sum({ input: mul({ input: a, other: b }), dim: [rank] });
      const square = (x: Value): Value => add({ input: dot(x, x), other: float(1e-12) });
      const lengths = sqrt({ input: mul({ input: square(input1), other: square(input2) }) });
      const cosine = div({ input: dot(input1, input2), other: lengths });
      const apart = sub({ input: cosine, other: float(margin) });
      const alike = add({ input: neg({ input: cosine }), other: int(1) });
      const far = clampMin({ input: apart, min: int(0) });
      return reduced(
        add({ input: whereTarget(target, 1, alike), other: whereTarget(target, -1, far) }),
        reduction,
      );
    },
  },
);

/** The losses where the target has a value, 0 elsewhere. */
function whereTarget(target: Value, value: number, losses: Value): Value {
  return where({
    condition: eq({ input: target, other: int(value) }),
    input: losses,
    other: int(0),
  });
}

export const hingeEmbeddingLoss = defineOp(
  "hinge_embedding_loss(Tensor input, Tensor target, float margin=1.0, bool? size_average=None, bool? reduce=None, str reduction='mean') -> Tensor",
  {
    as: ['functional'],
    grad: 'Mean',
    body: ({ input, target, margin, ...rest }) => {
      const reduction = reductionOf(rest);
      // PyTorch puts the margin into a tensor like the input: of integers, its whole part counts.
      const whole = !isFloat(input.type.dtype);
      const short = rsub({ input, other: whole ? int(Math.trunc(margin)) : float(margin) });
      const apart = clampMin({ input: short, min: int(0) });
      // Whatever is not −1 counts as alike, whatever is not 1 as apart.
      const far = where({
        condition: eq({ input: target, other: int(1) }),
        input: int(0),
        other: apart,
      });
      const near = where({
        condition: eq({ input: target, other: int(-1) }),
        input: int(0),
        other: input,
      });
      return reduced(add({ input: far, other: near }), reduction);
    },
  },
);

/** max(0, −y·(x₁ − x₂) + margin) */
export const marginRankingLoss = defineOp(
  "margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, float margin=0, bool? size_average=None, bool? reduce=None, str reduction='mean') -> Tensor",
  {
    as: ['functional'],
    grad: 'Mean',
    body: ({ input1, input2, target, margin, ...rest }) => {
      const reduction = reductionOf(rest);
      const text = (value: Value): string => `torch.Size(${printShape(value.type.shape)})`;
      const rank = (value: Value): number => value.type.shape.length;
      check(
        rank(input1) === rank(input2) && rank(input1) === rank(target),
        () =>
          `margin_ranking_loss : All input tensors should have same dimension but got sizes: input1: ${text(input1)}, input2: ${text(input2)}, target: ${text(target)} `,
      );
      const signed = mul({
        input: neg({ input: target }),
        other: sub({ input: input1, other: input2 }),
      });
      const shifted = add({ input: signed, other: float(margin) });
      return reduced(clampMin({ input: shifted, min: int(0) }), reduction);
    },
  },
);

/** max(0, d(anchor, positive) − d(anchor, negative) + margin) */
export const tripletMarginLoss = defineOp(
  "triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, float margin=1.0, float p=2, float eps=1e-06, bool swap=False, bool? size_average=None, bool? reduce=None, str reduction='mean') -> Tensor",
  {
    as: ['functional'],
    grad: 'Mean',
    body: ({ anchor, positive, negative, margin, p, eps, swap, ...rest }) => {
      const reduction = reductionOf(rest);
      const ranks = [anchor, positive, negative].map(({ type }) => type.shape.length);
      check(
        ranks.every((rank) => rank === ranks[0]),
        () =>
          `All inputs should have same dimension but got ${ranks[0] as number}D, ${ranks[1] as number}D and ${ranks[2] as number}D inputs.`,
      );
      const distance = (x1: Value, x2: Value): Value => pairwiseDistance({ x1, x2, p, eps });
      const near = distance(anchor, positive);
      let far = distance(anchor, negative);
      if (swap) far = minimum({ input: far, other: distance(positive, negative) });
      const shifted = add({ input: sub({ input: near, other: far }), other: float(margin) });
      return reduced(clampMin({ input: shifted, min: int(0) }), reduction);
    },
  },
);

/** Σ max(0, margin − x[y] + x[i])ᵖ over the classes but y, by how many there are. */
export const multiMarginOf = defineOp(
  'multi_margin_of(Tensor input, Tensor target, int p, float margin, Tensor? weight) -> Tensor',
  {
    grad: 'MultiMarginLoss',
    shape: ({ input, target }) => {
      check(
        input.shape.length === 1 || input.shape.length === 2,
        () =>
          `Expected non-empty vector or matrix with optional 0-dim batch size, but got: ${printShape(input.shape)}`,
      );
      const batch = input.shape.length === 2 ? intValue(input.shape[0] as Int) : 1;
      check(
        target.shape.length <= 1 &&
          (target.shape.length === 0 || intValue(target.shape[0] as Int) === batch),
        () => `inconsistent target size, got: ${printShape(target.shape)}`,
      );
      return { dtype: input.dtype, shape: input.shape.length === 2 ? target.shape : [] };
    },
    kernel: ({ input, target, p, margin, weight }, out) => {
      const classes = input.shape[input.shape.length - 1] as number;
      const x = input.data as Float64Array;
      for (let n = 0; n < out.data.length; n++) {
        const label = Number(target.data[n]);
        check(label >= 0 && label < classes, () => 'target out of range');
        let total = 0;
        for (let i = 0; i < classes; i++) {
          if (i === label) continue;
          const z = margin - (x[n * classes + label] as number) + (x[n * classes + i] as number);
          if (z > 0) total += (p === 1 ? z : z * z) * (weight ? Number(weight.data[label]) : 1);
        }
        out.data[n] = total / classes;
      }
    },
  },
);

export const multiMarginLoss = defineOp(
  "multi_margin_loss(Tensor input, Tensor target, int p=1, float margin=1.0, Tensor? weight=None, bool? size_average=None, bool? reduce=None, str reduction='mean') -> Tensor",
  {
    as: ['functional'],
    body: ({ input, target, p, margin, weight, ...rest }) => {
      const reduction = reductionOf(rest);
      check(p === 1 || p === 2, () => 'only p == 1 and p == 2 supported', 'ValueError');
      check(
        weight === null || weight.type.shape.length === 1,
        () => 'weight must be one-dimensional',
        'ValueError',
      );
      return reduced(multiMarginOf({ input, target, p, margin, weight }), reduction);
    },
  },
);
