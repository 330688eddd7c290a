// Connectionist temporal classification: the likelihood of a sequence of labels, summed over all
// ways to spread it over the time steps with blanks between.
// https://pytorch.org/docs/stable/generated/torch.nn.functional.ctc_loss.html

import { intValue, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import { numberAt, type NdArray } from '../tensor/array.ts';
import { scalarTypeName } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { numel } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { div } from './arithmetic.ts';
import { eq } from './comparison.ts';
import { full } from './creation.ts';
import { defineOp } from './define.ts';
import { clampMin } from './extrema.ts';
import { reduced, reductionOf } from './lossReduction.ts';
import { maskedFill } from './masked.ts';
import { cat, reshape, toDtype } from './shape.ts';

/** The negative logarithm of the likelihood of each sequence. */
export const ctcLossOf = defineOp(
  'ctc_loss_of(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, int blank) -> Tensor',
  {
    grad: 'CtcLoss',
    sees: ['input_lengths', 'target_lengths'],
    shape: (args) => {
      checkTypes(args);
      const lengths = [args.input_lengths.numbers, args.target_lengths.numbers] as const;
      if (lengths[0] && lengths[1]) {
        checkLengths(lengths[0], lengths[1], args.log_probs.shape.map(intValue), args.targets);
      }
      return { dtype: args.log_probs.dtype, shape: [args.log_probs.shape[1] as Int] };
    },
    kernel: ({ log_probs, targets, input_lengths, target_lengths, blank }, out) => {
      checkLengths(input_lengths, target_lengths, log_probs.shape, targets);
      let start = 0;
      for (let n = 0; n < out.data.length; n++) {
        const length = numberAt(target_lengths, n);
        const from = targets.shape.length === 2 ? n * (targets.shape[1] as number) : start;
        const labels = Array.from({ length }, (_, i) => numberAt(targets, from + i));
        start += length;
        out.data[n] = -likelihood(log_probs, n, numberAt(input_lengths, n), labels, blank);
      }
    },
    cost: ({ log_probs, targets }) =>
      6 * intValue(log_probs.shape[0] as Int) * numel(targets.shape),
  },
);

function checkTypes(args: {
  readonly log_probs: TensorType;
  readonly targets: TensorType;
  readonly input_lengths: TensorType;
  readonly target_lengths: TensorType;
  readonly blank: number;
}): void {
  const { log_probs, targets, blank } = args;
  check(
    log_probs.dtype === 'float32' || log_probs.dtype === 'float64',
    () => `"ctc_loss_cpu" not implemented for '${scalarTypeName[log_probs.dtype]}'`,
  );
  const [, batch, classes] = log_probs.shape.map(intValue) as [number, number, number];
  check(blank >= 0 && blank < classes, () => 'blank must be in label range');
  check(
    numel(args.input_lengths.shape) === batch,
    () => 'input_lengths must be of size batch_size',
  );
  check(
    numel(args.target_lengths.shape) === batch,
    () => 'target_lengths must be of size batch_size',
  );
  const rank = targets.shape.length;
  check(
    rank === 1 || rank === 2,
    () =>
      `Expected 1 to 2 dimensions, but got ${rank}-dimensional tensor for argument #2 'targets' (while checking arguments for ctc_loss_cpu)`,
  );
}

function checkLengths(
  inputs: NdArray,
  labels: NdArray,
  [steps = 0]: readonly number[],
  targets: { readonly shape: readonly Int[] },
): void {
  const size = targets.shape.map(intValue);
  let [total, most] = [0, 0];
  for (let n = 0; n < labels.data.length; n++) {
    total += numberAt(labels, n);
    most = Math.max(most, numberAt(labels, n));
  }
  const wanted = size.length === 1 ? total : most;
  const given = size.at(-1) as number;
  const where = `for argument #2 'targets' (while checking arguments for ctc_loss_cpu)`;
  check(size.length !== 1 || given === total, () => {
    return `Expected tensor to have size ${wanted} at dimension 0, but got size ${given} ${where}`;
  });
  check(size.length !== 2 || given >= most, () => {
    return `Expected tensor to have size at least ${wanted} at dimension 1, but got size ${given} ${where}`;
  });
  for (let n = 0; n < inputs.data.length; n++) {
    check(
      numberAt(inputs, n) <= steps,
      () =>
        `Expected input_lengths to have value at most ${steps}, but got value ${numberAt(inputs, n)} (while checking arguments for ctc_loss_cpu)`,
    );
  }
}

/** Its logarithm. States are the labels with a blank before, between and after. */
function likelihood(
  logs: NdArray,
  n: number,
  steps: number,
  labels: readonly number[],
  blank: number,
): number {
  if (steps === 0) return labels.length === 0 ? 0 : -Infinity;
  const [, batch = 0, classes = 0] = logs.shape;
  const states = labels.flatMap((label) => [blank, label]).concat(blank);
  const at = (t: number, s: number): number =>
    numberAt(logs, (t * batch + n) * classes + (states[s] as number));
  let before = states.map((_, s) => (s < 2 ? at(0, s) : -Infinity));
  for (let t = 1; t < steps; t++) {
    before = states.map((label, s) => {
      // A label may follow another one at once, unless they are the same.
      const jumps = s > 1 && label !== blank && label !== states[s - 2];
      const ways = [before[s], before[s - 1], jumps ? before[s - 2] : -Infinity];
      return logSum(ways.map((way) => way ?? -Infinity)) + at(t, s);
    });
  }
  return logSum(before.slice(-2));
}

function logSum(logs: readonly number[]): number {
  const most = Math.max(...logs);
  if (most === -Infinity) return most;
  return most + Math.log(logs.reduce((total, log) => total + Math.exp(log - most), 0));
}

const SIGNATURE = "int blank=0, str reduction='mean', bool zero_infinity=False) -> Tensor" as const;

export const ctcLoss = defineOp(
  `ctc_loss(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, ${SIGNATURE}`,
  { as: ['functional'], body: (args) => lossOf(args) },
);

export const ctcLossOfLists = defineOp(
  `ctc_loss.lists(Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, ${SIGNATURE}`,
  {
    as: ['functional'],
    body: ({ input_lengths, target_lengths, ...rest }) =>
      lossOf({
        ...rest,
        input_lengths: listed(input_lengths),
        target_lengths: listed(target_lengths),
      }),
  },
);

function listed(numbers: readonly number[]): Value {
  const one = (value: number): Value =>
    full({ size: [1], fill_value: { kind: 'int', value }, dtype: 'int64' });
  if (numbers.length === 0) return full({ size: [0], fill_value: { kind: 'int', value: 0 } });
  return cat({ tensors: numbers.map(one), dim: 0 });
}

function lossOf(args: {
  readonly log_probs: Value;
  readonly targets: Value;
  readonly input_lengths: Value;
  readonly target_lengths: Value;
  readonly blank: number;
  readonly reduction: string;
  readonly zero_infinity: boolean;
}): Value {
  const { log_probs, input_lengths, target_lengths, blank } = args;
  const reduction = reductionOf(args);
  for (const [name, lengths] of [
    ['input_lengths', input_lengths],
    ['target_lengths', target_lengths],
  ] as const) {
    check(/^u?int/.test(lengths.type.dtype), () => `${name} must be integral`);
  }
  const { shape } = log_probs.type;
  const single = shape.length !== 3;
  check(
    shape.length === 2 || shape.length === 3,
    () =>
      `Expected 3-dimensional tensor, but got ${shape.length + 1}-dimensional tensor for argument #1 'log_probs' (while checking arguments for ctc_loss_cpu)`,
  );
  const flat = single
    ? reshape({ input: log_probs, shape: [shape[0] as Int, 1, shape[1] as Int] })
    : log_probs;
  let losses = ctcLossOf({
    log_probs: flat,
    targets: args.targets,
    input_lengths,
    target_lengths,
    blank,
  });
  if (args.zero_infinity) {
    const infinity = { kind: 'float', value: Infinity } as const;
    const endless = eq({ input: losses, other: infinity });
    losses = maskedFill({ input: losses, mask: endless, value: { kind: 'float', value: 0 } });
  }
  if (reduction === 'mean') {
    const counts = clampMin({ input: target_lengths, min: { kind: 'int', value: 1 } });
    losses = div({ input: losses, other: toDtype({ input: counts, dtype: losses.type.dtype }) });
  }
  if (reduction !== 'none') return reduced(losses, reduction);
  return single ? reshape({ input: losses, shape: [] }) : losses;
}
