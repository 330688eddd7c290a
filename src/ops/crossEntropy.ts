// Losses of classifiers: nll_loss and cross_entropy.
// https://pytorch.org/docs/stable/generated/torch.nn.functional.cross_entropy.html

import { intValue, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import { numberAt, type NdArray } from '../tensor/array.ts';
import { isFloat, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check, TorchError } from '../tensor/errors.ts';
import { numel, printShape, product, sameShape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { logSoftmax } from './activation.ts';
import { add, div, mul, neg } from './arithmetic.ts';
import { notImplemented } from './binary.ts';
import { eq } from './comparison.ts';
import { defineOp } from './define.ts';
import { logicalNot } from './logic.ts';
import { reductionOf } from './lossReduction.ts';
import { sum } from './reduction.ts';
import { indexSelect } from './indexSelect.ts';
import { maskedFill } from './masked.ts';
import { reshape } from './shape.ts';

interface LossArgs<T> {
  readonly input: T;
  readonly target: T;
  readonly weight: T | null;
}

/** The number at each target, negated and weighted; `mean` divides by the weights that were used. */
export const nllLossOf = defineOp(
  'nll_loss_of(Tensor input, Tensor target, Tensor? weight, int ignore_index, str reduction) -> Tensor',
  {
    grad: 'NllLoss',
    sees: ['target'],
    shape: ({ input, target, weight, ignore_index, reduction }) => {
      checkNll({ input, target, weight });
      if (target.numbers) checkTargets(target.numbers, classesOf(input), ignore_index);
      return { dtype: input.dtype, shape: reduction === 'none' ? target.shape : [] };
    },
    kernel: ({ input, target, weight, ignore_index, reduction }, out) => {
      const [batch = 1, classes = 1, ...rest] =
        input.shape.length === 1 ? [1, ...input.shape] : input.shape;
      const inner = rest.reduce((a, b) => a * b, 1);
      checkTargets(target, classes, ignore_index);
      let total = 0;
      let weights = 0;
      for (let i = 0; i < batch * inner; i++) {
        const label = numberAt(target, i);
        if (label === ignore_index) continue;
        const factor = weight === null ? 1 : numberAt(weight, label);
        const place = (Math.floor(i / inner) * classes + label) * inner + (i % inner);
        const loss = -factor * numberAt(input, place);
        if (reduction === 'none') out.data[i] = loss;
        total += loss;
        weights += factor;
      }
      if (reduction !== 'none') out.data[0] = reduction === 'mean' ? total / weights : total;
    },
    cost: ({ target }) => 4 * numel(target.shape),
  },
);

function classesOf(input: TensorType): number {
  return intValue((input.shape.length === 1 ? input.shape[0] : input.shape[1]) as Int);
}

function checkTargets(target: NdArray, classes: number, ignored: number): void {
  for (let i = 0; i < target.data.length; i++) {
    const label = numberAt(target, i);
    if ((label < 0 || label >= classes) && label !== ignored) {
      throw new TorchError('IndexError', `Target ${label} is out of bounds.`);
    }
  }
}

/** PyTorch's checks of sizes, in its order; images have four dimensions. */
function checkNll({ input, target, weight }: LossArgs<TensorType>): void {
  const { shape } = input;
  check(
    shape.length >= 1,
    () => `Expected 1 or more dimensions (got ${shape.length})`,
    'ValueError',
  );
  const [batch, targets] = [intValue(shape[0] as Int), intValue(target.shape[0] ?? 0)];
  check(
    shape.length === 1 || batch === targets,
    () => `Expected input batch_size (${batch}) to match target batch_size (${targets}).`,
    'ValueError',
  );
  const classes = classesOf(input);
  const shapeOf = (type: TensorType): string => printShape(type.shape);
  if (shape.length <= 2) {
    check(
      target.shape.length <= 1,
      () => '0D or 1D target tensor expected, multi-target not supported',
    );
    check(
      (shape.length === 1 && target.shape.length === 0) || batch === targets,
      () => `size mismatch (got input: ${shapeOf(input)}, target: ${shapeOf(target)})`,
    );
    check(
      weight === null || (weight.shape.length === 1 && numel(weight.shape) === classes),
      () =>
        `weight tensor should be defined either for all ${classes} classes or no classes but got weight tensor of shape: ${shapeOf(weight as TensorType)}`,
    );
  } else {
    checkSpatial(input, target);
    check(
      weight === null || numel(weight.shape) === classes,
      () => 'weight tensor should be defined either for all or no classes',
    );
  }
  checkTypes({ input, target, weight });
}

function checkSpatial(input: TensorType, target: TensorType): void {
  const [batch, , ...places] = input.shape;
  const wanted = [batch as Int, ...places];
  if (input.shape.length !== 4) {
    check(
      sameShape(target.shape, wanted),
      () => `Expected target size ${printShape(wanted)}, got ${printShape(target.shape)}`,
    );
    return;
  }
  check(
    target.shape.length === 3,
    () =>
      `only batches of spatial targets supported (3D tensors) but got targets of dimension: ${target.shape.length}`,
  );
  check(
    sameShape(target.shape, wanted),
    () =>
      `size mismatch (got input: ${printShape(input.shape)} , target: ${printShape(target.shape)}`,
  );
}

function checkTypes({ input, target, weight }: LossArgs<TensorType>): void {
  if (!isFloat(input.dtype)) {
    notImplemented(
      input.shape.length <= 2 ? 'nll_loss_out_frame' : 'nll_loss2d_forward_out_frame',
      input.dtype,
    );
  }
  expectDtype('int64', target.dtype === 'uint8' ? 'int64' : target.dtype);
  if (weight) expectDtype(input.dtype, weight.dtype);
}

function expectDtype(expected: DType, found: DType): void {
  check(
    expected === found,
    () => `expected scalar type ${scalarTypeName[expected]} but found ${scalarTypeName[found]}`,
  );
}

export const nllLoss = defineOp(
  "nll_loss(Tensor input, Tensor target, Tensor? weight=None, bool? size_average=None, int ignore_index=-100, bool? reduce=None, str reduction='mean') -> Tensor",
  {
    as: ['functional'],
    grad: ({ input, ...rest }) => nllName(input.shape.length, reductionOf(rest)),
    sees: ['target'],
    body: ({ input, target, weight, ignore_index, ...rest }) =>
      nllLossOf({ input, target, weight, ignore_index, reduction: reductionOf(rest) }),
  },
);

export const crossEntropy = defineOp(
  "cross_entropy(Tensor input, Tensor target, Tensor? weight=None, bool? size_average=None, int ignore_index=-100, bool? reduce=None, str reduction='mean', float label_smoothing=0.0) -> Tensor",
  {
    as: ['functional'],
    grad: (args) => lossName(args, args.label_smoothing, reductionOf(args)),
    sees: ['target'],
    body: ({ input, target, weight, ignore_index, label_smoothing, ...rest }) => {
      const reduction = reductionOf(rest);
      const logits = (): Value =>
        logSoftmax({ input, dim: input.type.shape.length === 1 ? 0 : 1, dtype: input.type.dtype });
      if (sameShape(input.type.shape, target.type.shape)) {
        checkProbabilities(target, ignore_index);
        checkSmoothing(label_smoothing);
        return fromProbabilities(logits(), target, weight, reduction, label_smoothing);
      }
      if (label_smoothing <= 0) {
        return nllLossOf({ input: logits(), target, weight, ignore_index, reduction });
      }
      checkSmoothing(label_smoothing);
      return smoothed(logits(), { target, weight, ignore_index, reduction }, label_smoothing);
    },
  },
);

/** What the last step is called in `grad_fn`. */
function lossName(
  { input, target }: LossArgs<TensorType>,
  smoothing: number,
  reduction: string,
): string {
  if (sameShape(input.shape, target.shape)) {
    return reduction === 'mean' ? 'DivBackward1' : 'Neg';
  }
  return smoothing > 0 ? 'Add' : nllName(input.shape.length, reduction);
}

/** Losses of other ranks than 2 and 4 are those of images, seen with the shape that was asked for. */
function nllName(rank: number, reduction: string): string {
  if (rank <= 2) return 'NllLoss';
  return rank !== 4 && reduction === 'none' ? 'View' : 'NllLoss2D';
}

function checkProbabilities(target: Value, ignored: number): void {
  const { dtype } = target.type;
  check(
    isFloat(dtype),
    () =>
      `Expected floating point type for target with class probabilities, got ${scalarTypeName[dtype]}`,
  );
  check(ignored < 0, () => 'ignore_index is not supported for floating point target');
}

function checkSmoothing(amount: number): void {
  check(
    amount >= 0 && amount <= 1,
    () => `label_smoothing must be between 0.0 and 1.0. Got: ${amount}`,
  );
}

/** One weight for each class, along the classes of the logits. */
function weighted(logits: Value, weight: Value): Value {
  const { shape } = logits.type;
  const dim = shape.length === 1 ? 0 : 1;
  check(
    weight.type.shape.length === 1 && numel(weight.type.shape) === intValue(shape[dim] as Int),
    () =>
      `weight tensor should be defined either for all ${intValue(shape[dim] as Int)} classes or no classes but got weight tensor of shape: ${printShape(weight.type.shape)}`,
  );
  const spread = shape.map((n, i) => (i === dim ? n : 1));
  return mul({ input: logits, other: reshape({ input: weight, shape: spread }) });
}

function fromProbabilities(
  logits: Value,
  target: Value,
  weight: Value | null,
  reduction: string,
  smoothing: number,
): Value {
  const { shape } = logits.type;
  const dim = shape.length === 1 ? 0 : 1;
  const classes = intValue(shape[dim] as Int);
  let wanted = target;
  if (smoothing > 0) {
    const kept = mul({ input: target, other: { kind: 'float', value: 1 - smoothing } });
    wanted = add({ input: kept, other: { kind: 'float', value: smoothing / classes } });
  }
  const product = mul({ input: logits, other: wanted });
  const losses = weight === null ? product : weighted(product, weight);
  if (reduction === 'none') return neg({ input: sum({ input: losses, dim: [dim] }) });
  const total = neg({ input: sum({ input: losses }) });
  if (reduction === 'sum') return total;
  const samples = Math.trunc(numel(shape) / classes);
  return div({ input: total, other: { kind: 'int', value: samples } });
}

interface Targets {
  readonly target: Value;
  readonly weight: Value | null;
  readonly ignore_index: number;
  readonly reduction: string;
}

/** The loss of the target, mixed with that of all classes alike. */
function smoothed(logits: Value, targets: Targets, amount: number): Value {
  const { target, weight, ignore_index, reduction } = targets;
  const nll = nllLossOf({ input: logits, ...targets });
  const { shape } = logits.type;
  const dim = shape.length === 1 ? 0 : 1;
  const all = weight === null ? logits : weighted(logits, weight);
  const ignored = eq({ input: target, other: { kind: 'int', value: ignore_index } });
  const zero = { kind: 'int', value: 0 } as const;
  const smooth = maskedFill({
    input: neg({ input: sum({ input: all, dim: [dim] }) }),
    mask: ignored,
    value: zero,
  });
  let mixed = reduction === 'none' ? smooth : sum({ input: smooth });
  if (reduction === 'mean')
    mixed = div({ input: mixed, other: usedWeight(target, ignored, weight) });
  const classes = intValue(shape[dim] as Int);
  return add({
    input: mul({ input: nll, other: { kind: 'float', value: 1 - amount } }),
    other: mul({ input: mixed, other: { kind: 'float', value: amount / classes } }),
  });
}

/** The sum of the weights of the targets that count. */
function usedWeight(target: Value, ignored: Value, weight: Value | null): Value {
  if (weight === null) return sum({ input: logicalNot({ input: ignored }) });
  const zero = { kind: 'int', value: 0 } as const;
  const flat = [product(target.type.shape)];
  const index = reshape({
    input: maskedFill({ input: target, mask: ignored, value: zero }),
    shape: flat,
  });
  const each = indexSelect({ input: weight, dim: 0, index });
  const mask = reshape({ input: ignored, shape: flat });
  return sum({ input: maskedFill({ input: each, mask, value: zero }) });
}
