// Losses that compare element by element, and what is made of them: a mean, a sum, or all.
// https://pytorch.org/docs/stable/nn.functional.html#loss-functions
// Those of classifiers are in crossEntropy.ts, those with margins in marginLoss.ts.

import { intValue, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import { category, isFloat, scalarTypeName } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { promoteTypes } from '../tensor/promotion.ts';
import { printShape, sameShape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { logsigmoid } from './activation.ts';
import { add, div, mul, neg, rsub, sub } from './arithmetic.ts';
import { notImplemented } from './binary.ts';
import {
  broadcastRows,
  commonDtype,
  commonShape,
  operandArray,
  rowOf,
  toFloat,
} from './broadcast.ts';
import { defineOp } from './define.ts';
import { le } from './comparison.ts';
import { clampMin } from './extrema.ts';
import { reduced, reductionOf, type ReductionArgs } from './lossReduction.ts';
import { xlogy } from './pairwise.ts';
import { sum } from './reduction.ts';
import { abs, square } from './rounding.ts';
import { maskedFill } from './masked.ts';
import { reshape, toDtype } from './shape.ts';
import { exp, log, log1p } from './unary.ts';

const int = (value: number): { kind: 'int'; value: number } => ({ kind: 'int', value });
const float = (value: number): { kind: 'float'; value: number } => ({ kind: 'float', value });

/** Types of a loss on two tensors, which PyTorch's kernel knows for floats only. */
function pointwise(input: TensorType, target: TensorType, kernelName: string): TensorType {
  const dtype = commonDtype(input, target);
  if (!isFloat(dtype)) notImplemented(kernelName, dtype);
  return { dtype, shape: commonShape(input, target) };
}

export const squaredDifference = defineOp(
  'squared_difference(Tensor input, Tensor target) -> Tensor',
  {
    grad: 'MseLoss',
    shape: ({ input, target }) => pointwise(input, target, 'mse_cpu'),
    kernel: ({ input, target }, out) => {
      const [a, b] = [operandArray(input, out.dtype), operandArray(target, out.dtype)];
      broadcastRows(
        a,
        b,
        out,
        rowOf((x, y) => (x - y) * (x - y)),
      );
    },
    onnx: (g, { input, target }, out) => {
      if (out.dtype !== 'float32' && out.dtype !== 'float64') return null;
      const z = g.add('Sub', [g.cast(input, out.dtype), g.cast(target, out.dtype)], {}, out);
      return g.add('Mul', [z, z], {}, out);
    },
  },
);

export const mseLoss = defineOp(
  "mse_loss(Tensor input, Tensor target, bool? size_average=None, bool? reduce=None, str reduction='mean') -> Tensor",
  {
    as: ['functional'],
    body: ({ input, target, ...rest }) => {
      const reduction = reductionOf(rest);
      return reduced(squaredDifference({ input, target }), reduction);
    },
  },
);

export const l1Loss = defineOp(
  "l1_loss(Tensor input, Tensor target, bool? size_average=None, bool? reduce=None, str reduction='mean') -> Tensor",
  {
    as: ['functional'],
    grad: 'Mean',
    body: ({ input, target, ...rest }) => {
      const reduction = reductionOf(rest);
      return reduced(abs({ input: sub({ input, other: target }) }), reduction);
    },
  },
);

/** A parabola near 0, a line beyond: `z²/2β` below β, `z − β/2` above. */
export const smoothDistance = defineOp(
  'smooth_distance(Tensor input, Tensor target, float beta) -> Tensor',
  {
    grad: 'SmoothL1Loss',
    shape: ({ input, target }) => pointwise(input, target, 'smooth_l1_cpu'),
    kernel: ({ input, target, beta }, out) => {
      const [a, b] = [operandArray(input, out.dtype), operandArray(target, out.dtype)];
      const row = rowOf((x, y) => {
        const z = Math.abs(x - y);
        return z < beta ? (0.5 * z * z) / beta : z - 0.5 * beta;
      });
      broadcastRows(a, b, out, row);
    },
  },
);

export const smoothL1Loss = defineOp(
  "smooth_l1_loss(Tensor input, Tensor target, bool? size_average=None, bool? reduce=None, str reduction='mean', float beta=1.0) -> Tensor",
  {
    as: ['functional'],
    body: ({ input, target, beta, ...rest }) => {
      const reduction = reductionOf(rest);
      commonShape(input.type, target.type);
      check(beta >= 0, () => 'smooth_l1_loss does not support negative values for beta.');
      if (beta === 0) return l1Loss({ input, target, reduction });
      return reduced(smoothDistance({ input, target, beta }), reduction);
    },
  },
);

/** As smooth_l1_loss, times δ: `z²/2` below δ, `δ(z − δ/2)` above. */
export const huberDistance = defineOp(
  'huber_distance(Tensor input, Tensor target, float delta) -> Tensor',
  {
    grad: 'HuberLoss',
    shape: ({ input, target }) => {
      // The result keeps the dtype of the input.
      const { shape, dtype } = pointwise(input, target, 'huber_cpu');
      return { shape, dtype: isFloat(input.dtype) ? input.dtype : dtype };
    },
    kernel: ({ input, target, delta }, out) => {
      const common = promoteTypes(input.dtype, target.dtype);
      const wide = { dtype: common, shape: out.shape, data: new Float64Array(out.data.length) };
      const row = rowOf((x, y) => {
        const z = Math.abs(x - y);
        return z < delta ? 0.5 * z * z : delta * (z - 0.5 * delta);
      });
      broadcastRows(operandArray(input, common), operandArray(target, common), wide, row);
      (out.data as Float64Array).set(wide.data);
    },
  },
);

export const huberLoss = defineOp(
  "huber_loss(Tensor input, Tensor target, str reduction='mean', float delta=1.0) -> Tensor",
  {
    as: ['functional'],
    body: ({ input, target, delta, ...rest }) => {
      const reduction = reductionOf(rest);
      commonShape(input.type, target.type);
      check(delta > 0, () => 'huber_loss does not support non-positive values for delta.');
      return reduced(huberDistance({ input, target, delta }), reduction);
    },
  },
);

/** target · (log target − input); `batchmean` is the sum by the first dimension. */
export const klDiv = defineOp(
  "kl_div(Tensor input, Tensor target, bool? size_average=None, bool? reduce=None, str reduction='mean', bool log_target=False) -> Tensor",
  {
    as: ['functional'],
    grad: 'Mean',
    body: ({ input, target, log_target, ...rest }) => {
      const batch =
        rest.reduction === 'batchmean' && rest.size_average === null && rest.reduce === null;
      const reduction = reductionOf(batch ? { reduction: 'sum' } : rest);
      const integral = [input, target].some(({ type }) =>
        ['int', 'bool'].includes(category(type.dtype)),
      );
      check(!integral, () => 'kl_div: Integral inputs not supported.');
      const losses = log_target
        ? mul({ input: exp({ input: target }), other: sub({ input: target, other: input }) })
        : sub({
            input: xlogy({ input: target, other: target }),
            other: mul({ input: target, other: input }),
          });
      const total = reduced(losses, reduction);
      if (!batch || input.type.shape.length === 0) return total;
      return div({ input: total, other: int(intValue(input.type.shape[0] as Int)) });
    },
  },
);

/** −(y·log x + (1 − y)·log(1 − x)), where logarithms end at −100. */
export const binaryEntropy = defineOp('binary_entropy(Tensor input, Tensor target) -> Tensor', {
  grad: 'BinaryCrossEntropy',
  shape: ({ input, target }) => {
    if (!['float32', 'float64', 'bfloat16'].includes(input.dtype)) {
      notImplemented('binary_cross_entropy', input.dtype);
    }
    check(
      input.dtype === target.dtype,
      () =>
        `Found dtype ${scalarTypeName[target.dtype]} but expected ${scalarTypeName[input.dtype]}`,
    );
    return input;
  },
  kernel: ({ input, target }, out) => {
    const [x, y] = [input.data as Float64Array, target.data as Float64Array];
    for (let i = 0; i < x.length; i++) {
      const p = x[i] as number;
      check(p >= 0 && p <= 1, () => 'all elements of input should be between 0 and 1');
      const [yes, no] = [Math.max(Math.log(p), -100), Math.max(Math.log1p(-p), -100)];
      out.data[i] = ((y[i] as number) - 1) * no - (y[i] as number) * yes;
    }
  },
});

function sizeText(value: Value): string {
  return `torch.Size(${printShape(value.type.shape)})`;
}

export const binaryCrossEntropy = defineOp(
  "binary_cross_entropy(Tensor input, Tensor target, Tensor? weight=None, bool? size_average=None, bool? reduce=None, str reduction='mean') -> Tensor",
  {
    as: ['functional'],
    body: ({ input, target, weight, ...rest }) => {
      const reduction = reductionOf(rest);
      check(
        sameShape(input.type.shape, target.type.shape),
        () =>
          `Using a target size (${sizeText(target)}) that is different to the input size (${sizeText(input)}) is deprecated. Please ensure they have the same size.`,
        'ValueError',
      );
      if (weight) commonShape(target.type, weight.type);
      const losses = binaryEntropy({ input, target });
      return reduced(weight ? mul({ input: losses, other: weight }) : losses, reduction);
    },
  },
);

/** The same of the sigmoid of the input, in a form that does not overflow. */
export const binaryCrossEntropyWithLogits = defineOp(
  "binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight=None, bool? size_average=None, bool? reduce=None, str reduction='mean', Tensor? pos_weight=None) -> Tensor",
  {
    as: ['functional'],
    body: ({ input, target, weight, pos_weight, ...rest }) => {
      const reduction = reductionOf(rest);
      check(
        sameShape(input.type.shape, target.type.shape),
        () =>
          `Target size (${sizeText(target)}) must be the same as input size (${sizeText(input)})`,
        'ValueError',
      );
      requireFloats(target.type, input.type);
      // log(1 + exp(−x)), from the greater of 0 and −x on.
      const most = clampMin({ input: neg({ input }), min: int(0) });
      const small = exp({ input: neg({ input: abs({ input }) }) });
      let tail = add({ input: log1p({ input: small }), other: most });
      if (pos_weight) {
        const more = mul({ input: sub({ input: pos_weight, other: int(1) }), other: target });
        tail = mul({ input: add({ input: more, other: int(1) }), other: tail });
      }
      const head = mul({ input: rsub({ input: target, other: int(1) }), other: input });
      const losses = inDtypeOf(target, add({ input: head, other: tail }));
      return reduced(weight ? mul({ input: losses, other: weight }) : losses, reduction);
    },
  },
);

/** PyTorch writes the losses over what it made of the target. */
function requireFloats(target: TensorType, input: TensorType): void {
  check(
    target.dtype !== 'bool',
    () =>
      'Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.',
  );
  const result = toFloat(promoteTypes(input.dtype, target.dtype));
  const whole = [target.dtype, input.dtype].find((dtype) => !isFloat(dtype));
  check(
    whole === undefined,
    () =>
      `result type ${scalarTypeName[result]} can't be cast to the desired output type ${scalarTypeName[whole ?? 'int64']}`,
  );
}

function inDtypeOf({ type: { dtype } }: Value, value: Value): Value {
  return value.type.dtype === dtype ? value : toDtype({ input: value, dtype });
}

/** log(1 + exp(−y·x)) */
export const softMarginLoss = defineOp(
  "soft_margin_loss(Tensor input, Tensor target, bool? size_average=None, bool? reduce=None, str reduction='mean') -> Tensor",
  {
    as: ['functional'],
    body: ({ input, target, ...rest }) => {
      const reduction = reductionOf(rest);
      const power = exp({ input: neg({ input: mul({ input, other: target }) }) });
      // The result keeps the dtype of the input.
      const losses = toDtype({ input: log1p({ input: power }), dtype: input.type.dtype });
      return reduced(losses, reduction);
    },
  },
);

/** The same for several labels of a sample: the mean over the last dimension. */
export const multilabelSoftMarginLoss = defineOp(
  "multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight=None, bool? size_average=None, bool? reduce=None, str reduction='mean') -> Tensor",
  {
    as: ['functional'],
    grad: 'Mean',
    body: ({ input, target, weight, ...rest }) => {
      const yes = mul({ input: target, other: logsigmoid({ input }) });
      const no = mul({
        input: rsub({ input: target, other: int(1) }),
        other: logsigmoid({ input: neg({ input }) }),
      });
      let losses = neg({ input: add({ input: yes, other: no }) });
      if (weight) losses = mul({ input: losses, other: weight });
      const classes = intValue(input.type.shape[input.type.shape.length - 1] as Int);
      const each = div({ input: sum({ input: losses, dim: [-1] }), other: int(classes) });
      return reduced(each, validReduction(rest));
    },
  },
);

/** As `reductionOf`, for those that PyTorch checks in words of their own. */
function validReduction(args: ReductionArgs): string {
  const legacy = (args.size_average ?? args.reduce ?? null) !== null;
  check(
    legacy || ['none', 'mean', 'sum'].includes(args.reduction),
    () => `${args.reduction} is not valid`,
    'ValueError',
  );
  return reductionOf(args);
}

export const poissonNllLoss = defineOp(
  "poisson_nll_loss(Tensor input, Tensor target, bool log_input=True, bool full=False, bool? size_average=None, float eps=1e-08, bool? reduce=None, str reduction='mean') -> Tensor",
  {
    as: ['functional'],
    grad: 'Mean',
    body: ({ input, target, log_input, full, eps, ...rest }) => {
      const reduction = validReduction(rest);
      const logs = log_input ? input : log({ input: add({ input, other: float(eps) }) });
      const rate = log_input ? exp({ input }) : input;
      let losses = sub({ input: rate, other: mul({ input: target, other: logs }) });
      if (full) losses = add({ input: losses, other: logFactorial(target) });
      return reduced(losses, reduction);
    },
  },
);

/** Stirling's approximation of log(n!), 0 up to 1. */
function logFactorial(target: Value): Value {
  const first = sub({
    input: mul({ input: target, other: log({ input: target }) }),
    other: target,
  });
  const half = log({ input: mul({ input: target, other: float(2 * Math.PI) }) });
  const approximate = add({ input: first, other: mul({ input: half, other: float(0.5) }) });
  const mask = le({ input: target, other: int(1) });
  return maskedFill({ input: approximate, mask, value: int(0) });
}

/** ½(log v + (x − y)²/v), where the variance is at least `eps`. */
export const gaussianNllLoss = defineOp(
  "gaussian_nll_loss(Tensor input, Tensor target, Tensor var, bool full=False, float eps=1e-06, str reduction='mean') -> Tensor",
  {
    as: ['functional'],
    grad: 'Mean',
    sees: ['var'],
    body: ({ input, target, var: given, full, eps, reduction }) => {
      const variance = clampMin({ input: spreadVariance(given, input), min: float(eps) });
      validReduction({ reduction });
      if (given.data) {
        for (const number of given.data.data) {
          check(Number(number) >= 0, () => 'var has negative entry/entries', 'ValueError');
        }
      }
      const squares = square({ input: sub({ input, other: target }) });
      const ratio = div({ input: squares, other: variance });
      const both = add({ input: log({ input: variance }), other: ratio });
      const half = mul({ input: both, other: float(0.5) });
      const constant = float(0.5 * Math.log(2 * Math.PI));
      return reduced(full ? add({ input: half, other: constant }) : half, reduction);
    },
  },
);

function spreadVariance(variance: Value, input: Value): Value {
  const [wanted, given] = [input.type.shape, variance.type.shape];
  if (sameShape(wanted, given)) return variance;
  const lead = wanted.slice(0, -1);
  if (sameShape(lead, given)) return reshape({ input: variance, shape: [...given, 1] });
  const last = given[given.length - 1];
  check(
    sameShape(lead, given.slice(0, -1)) && last !== undefined && intValue(last) === 1,
    () => 'var is of incorrect size',
    'ValueError',
  );
  return variance;
}
