// Normalisations: https://pytorch.org/docs/stable/nn.functional.html#normalization-functions

import { intValue, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import type { OnnxValue } from '../graph/op.ts';
import type { NdArray } from '../tensor/array.ts';
import { isFloat, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { numel, printShape, sameShape, sizes, wrapDim, type Shape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { add, mul } from './arithmetic.ts';
import { notImplemented } from './binary.ts';
import { defineOp } from './define.ts';
import { onnxReduce } from './lanes.ts';
import { reshape } from './shape.ts';

type Floats = Float64Array;

interface BatchArgs<T> {
  readonly input: T;
  readonly weight: T | null;
  readonly bias: T | null;
  readonly running_mean: T | null;
  readonly running_var: T | null;
}

function channelsOf(shape: Shape): Int {
  return shape[1] ?? 0;
}

function checkBatchNorm(args: BatchArgs<TensorType>): void {
  const channels = intValue(channelsOf(args.input.shape));
  for (const name of ['running_mean', 'running_var', 'weight', 'bias'] as const) {
    const part = args[name];
    check(
      part === null || numel(part.shape) === channels,
      () => `${name} should contain ${channels} elements not ${numel((part as TensorType).shape)}`,
    );
  }
  const { input, weight } = args;
  check(
    input.shape.length > 1 || numel(input.shape) === 0,
    () => 'Dimension out of range (expected to be in range of [-1, 0], but got 1)',
    'IndexError',
  );
  check(
    isFloat(input.dtype),
    () => `"batch_norm" not implemented for '${scalarTypeName[input.dtype]}'`,
  );
  checkPartTypes(input.dtype, [weight, args.bias, args.running_mean, args.running_var]);
}

/** The first part says which mixture it is; parts in float32 beside bfloat16 are the only one. */
function checkPartTypes(dtype: DType, parts: readonly (TensorType | null)[]): void {
  const given = parts.filter((part) => part !== null);
  const [first] = given;
  if (first && first.dtype !== dtype) {
    check(
      first.dtype === 'float32',
      () => 'mixed dtype (CPU): expect parameter to have scalar type of Float',
    );
    check(
      dtype === 'bfloat16',
      () => 'mixed dtype (CPU): expect input to have scalar type of BFloat16',
    );
  }
  for (const part of given) {
    const wanted = first?.dtype as DType;
    check(
      part.dtype === wanted,
      () =>
        `expected scalar type ${scalarTypeName[wanted]} but found ${scalarTypeName[part.dtype]}`,
    );
  }
}

/** Elements of one channel lie in `blocks` runs of `inner`, `step` apart. */
function layout(shape: readonly number[]): { blocks: number; inner: number; channels: number } {
  const [blocks = 1, channels = 0, ...rest] = shape;
  return { blocks, channels, inner: rest.reduce((a, b) => a * b, 1) };
}

/** out = (x − mean[c]) · scale[c] + shift[c] */
function applyPerChannel(
  input: NdArray,
  out: NdArray,
  mean: Floats,
  scale: Floats,
  shift: Floats,
): void {
  const { blocks, channels, inner } = layout(input.shape);
  const x = input.data as Floats;
  const y = out.data as Floats;
  for (let n = 0; n < blocks; n++) {
    for (let c = 0; c < channels; c++) {
      const a = scale[c] as number;
      const b = (shift[c] as number) - (mean[c] as number) * a;
      const start = (n * channels + c) * inner;
      for (let i = start; i < start + inner; i++) y[i] = (x[i] as number) * a + b;
    }
  }
}

function numbersOf(array: NdArray | null, count: number, fallback: number): Floats {
  const numbers = new Float64Array(count).fill(fallback);
  if (array !== null) numbers.set(array.data as Floats);
  return numbers;
}

export const batchNorm = defineOp(
  'batch_norm(Tensor input, Tensor? weight=None, Tensor? bias=None, Tensor? running_mean=None, Tensor? running_var=None, bool training=False, float momentum=0.1, float eps=1e-05) -> Tensor',
  {
    grad: 'NativeBatchNorm',
    shape: (args) => {
      checkBatchNorm(args);
      return args.input;
    },
    onnx: (g, { input, weight, bias, running_mean, running_var, eps }, out) => {
      if (out.dtype !== 'float32' || input.type.shape.length < 2) return null;
      if (running_mean === null || running_var === null) return null;
      const channels = intValue(channelsOf(out.shape));
      const filled = (value: number): ReturnType<typeof g.constant> =>
        g.constant({
          dtype: 'float32',
          shape: [channels],
          data: new Float32Array(channels).fill(value),
        });
      const inputs = [input, weight ?? filled(1), bias ?? filled(0), running_mean, running_var];
      return g.add('BatchNormalization', inputs, { epsilon: { float: eps } }, out);
    },
    kernel: ({ input, weight, bias, running_mean, running_var, eps }, out) => {
      const { channels } = layout(input.shape);
      const variance = numbersOf(running_var, channels, 1);
      const scale = numbersOf(weight, channels, 1);
      for (let c = 0; c < channels; c++) {
        scale[c] = (scale[c] as number) / Math.sqrt((variance[c] as number) + eps);
      }
      const mean = numbersOf(running_mean, channels, 0);
      applyPerChannel(input, out, mean, scale, numbersOf(bias, channels, 0));
    },
    cost: ({ input }) => 2 * numel(input.shape),
  },
);

/**
 * Batch normalisation with the batch's own statistics. Gives the output, and what the running mean
 * and variance become: (1 − momentum) · old + momentum · batch, with the unbiased variance.
 */
export const batchNormTrain = defineOp(
  'batch_norm_train(Tensor input, Tensor? weight=None, Tensor? bias=None, Tensor? running_mean=None, Tensor? running_var=None, float momentum=0.1, float eps=1e-05) -> Tensor, Tensor, Tensor',
  {
    grad: 'NativeBatchNorm',
    shape: (args) => {
      const { input } = args;
      const channels = channelsOf(input.shape);
      const count = numel(input.shape) / Math.max(1, intValue(channels));
      check(
        count !== 1,
        () =>
          `Expected more than 1 value per channel when training, got input size torch.Size(${printShape(input.shape)})`,
        'ValueError',
      );
      checkBatchNorm(args);
      const statistic = { dtype: (args.running_mean ?? input).dtype, shape: [channels] };
      return [input, statistic, statistic];
    },
    kernel: ({ input, weight, bias, running_mean, running_var, momentum, eps }, out, outs) => {
      const { blocks, channels, inner } = layout(input.shape);
      const [, newMean, newVariance] = outs as [NdArray, NdArray, NdArray];
      const count = blocks * inner;
      const mean = new Float64Array(channels);
      const scale = numbersOf(weight, channels, 1);
      const oldMean = numbersOf(running_mean, channels, 0);
      const oldVariance = numbersOf(running_var, channels, 1);
      // A batch of nothing has no statistics: the running ones stay.
      if (count === 0) {
        (newMean.data as Floats).set(oldMean);
        (newVariance.data as Floats).set(oldVariance);
        return;
      }
      for (let c = 0; c < channels; c++) {
        const [average, squares] = momentsOf(input, c, blocks, channels, inner);
        mean[c] = average;
        scale[c] = (scale[c] as number) / Math.sqrt(squares / count + eps);
        newMean.data[c] = (1 - momentum) * (oldMean[c] as number) + momentum * average;
        newVariance.data[c] =
          (1 - momentum) * (oldVariance[c] as number) + (momentum * squares) / (count - 1);
      }
      applyPerChannel(input, out, mean, scale, numbersOf(bias, channels, 0));
    },
    onnx: (g, { input, weight, bias, running_mean, running_var, momentum, eps }, out, outs) => {
      if (out.dtype !== 'float32' || input.type.shape.length < 2) return null;
      const rank = input.type.shape.length;
      const axes = Array.from({ length: rank }, (_, i) => i).filter((i) => i !== 1);
      const channels = intValue(channelsOf(out.shape));
      const count = numel(out.shape) / channels;
      if (count === 0) return null;
      const flat: TensorType = { dtype: 'float32', shape: [channels] };
      const wide: TensorType = {
        dtype: 'float32',
        shape: out.shape.map((n, i) => (i === 1 ? n : 1)),
      };
      const number = (value: number): ReturnType<typeof g.scalar> => g.scalar(value, 'float32');
      const average = (value: OnnxValue): OnnxValue =>
        onnxReduce(g, 'ReduceMean', value, axes, true, wide, ['float32']) as OnnxValue;
      const spread = (value: typeof weight): ReturnType<typeof g.add> =>
        g.add('Reshape', [value, g.ints(wide.shape.map(intValue))], {}, wide);
      const flatten = (value: ReturnType<typeof g.add>): ReturnType<typeof g.add> =>
        g.add('Reshape', [value, g.ints([channels])], {}, flat);
      const mean = average(input);
      const centred = g.add('Sub', [input, mean], {}, out);
      const variance = average(g.add('Mul', [centred, centred], {}, out));
      const root = g.add('Sqrt', [g.add('Add', [variance, number(eps)], {}, wide)], {}, wide);
      let result = g.add('Div', [centred, root], {}, out);
      if (weight) result = g.add('Mul', [result, spread(weight)], {}, out);
      if (bias) result = g.add('Add', [result, spread(bias)], {}, out);
      const moved = (old: OnnxValue, now: OnnxValue, factor: number) => {
        const fresh = g.add('Mul', [flatten(now), number(momentum * factor)], {}, flat);
        const kept = g.add('Mul', [old, number(1 - momentum)], {}, flat);
        return g.add('Add', [kept, fresh], {}, outs[1] as TensorType);
      };
      return [
        result,
        moved(running_mean ?? number(0), mean, 1),
        moved(running_var ?? number(1), variance, count / (count - 1)),
      ];
    },
    cost: ({ input }) => 6 * numel(input.shape),
  },
);

/** The mean of a channel, and the sum of squared distances from it. */
function momentsOf(
  input: NdArray,
  channel: number,
  blocks: number,
  channels: number,
  inner: number,
): [mean: number, squares: number] {
  const x = input.data as Floats;
  let sum = 0;
  for (let n = 0; n < blocks; n++) {
    const start = (n * channels + channel) * inner;
    for (let i = start; i < start + inner; i++) sum += x[i] as number;
  }
  const mean = sum / (blocks * inner);
  let squares = 0;
  for (let n = 0; n < blocks; n++) {
    const start = (n * channels + channel) * inner;
    for (let i = start; i < start + inner; i++) squares += ((x[i] as number) - mean) ** 2;
  }
  return [mean, squares];
}

function checkFloats(input: TensorType, weight: TensorType | null, kernelName: string): void {
  if (!isFloat(input.dtype)) notImplemented(kernelName, input.dtype);
  check(
    weight === null || weight.dtype === input.dtype || input.dtype === 'bfloat16',
    () =>
      `expected scalar type ${scalarTypeName[input.dtype]} but found ${scalarTypeName[(weight as TensorType).dtype]}`,
  );
}

export const layerNorm = defineOp(
  'layer_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1e-05, bool cudnn_enable=True) -> Tensor',
  {
    as: ['function', 'functional'],
    grad: 'NativeLayerNorm',
    shape: ({ input, normalized_shape, weight, bias }) => {
      const wanted = printShape(normalized_shape);
      check(
        normalized_shape.length >= 1,
        () =>
          `Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one element, but got normalized_shape = ${wanted}`,
      );
      for (const [name, part] of [
        ['weight', weight],
        ['bias', bias],
      ] as const) {
        check(
          part === null || sameShape(part.shape, normalized_shape),
          () =>
            `Expected ${name} to be of same shape as normalized_shape, but got ${name} of shape ${printShape((part as TensorType).shape)} and normalized_shape = ${wanted}`,
        );
      }
      const tail = input.shape.slice(input.shape.length - normalized_shape.length);
      check(
        input.shape.length >= normalized_shape.length && sameShape(tail, normalized_shape),
        () => {
          const stars = ['*', ...normalized_shape.map((n) => String(intValue(n)))].join(', ');
          return `Given normalized_shape=${wanted}, expected input with shape [${stars}], but got input of size${printShape(input.shape)}`;
        },
      );
      checkFloats(input, weight, 'LayerNormKernelImpl');
      return input;
    },
    onnx: (g, { input, normalized_shape, weight, bias, eps }, out) => {
      if (out.dtype !== 'float32') return null;
      const shape = normalized_shape.map(intValue);
      const ones = new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(1);
      const scale = weight ?? g.constant({ dtype: 'float32', shape, data: ones });
      const axis = out.shape.length - shape.length;
      return g.add(
        'LayerNormalization',
        [input, scale, bias],
        { axis, epsilon: { float: eps } },
        out,
      );
    },
    kernel: ({ input, normalized_shape, weight, bias, eps }, out) => {
      const size = normalized_shape.reduce<number>((n, dim) => n * intValue(dim), 1);
      normaliseRuns(input, out, size, eps, (i) => i % size, weight, bias);
    },
    cost: ({ input }) => 8 * numel(input.shape),
  },
);

/** Normalises runs of `size` elements; `partOf` gives the index of an element's weight and bias. */
function normaliseRuns(
  input: NdArray,
  out: NdArray,
  size: number,
  eps: number,
  partOf: (index: number) => number,
  weight: NdArray | null,
  bias: NdArray | null,
): void {
  const x = input.data as Floats;
  const y = out.data as Floats;
  for (let start = 0; start < x.length; start += size) {
    let sum = 0;
    for (let i = start; i < start + size; i++) sum += x[i] as number;
    const mean = sum / size;
    let squares = 0;
    for (let i = start; i < start + size; i++) squares += ((x[i] as number) - mean) ** 2;
    const scale = 1 / Math.sqrt(squares / size + eps);
    for (let i = start; i < start + size; i++) {
      const part = partOf(i);
      const factor = weight === null ? 1 : Number(weight.data[part]);
      const shift = bias === null ? 0 : Number(bias.data[part]);
      y[i] = ((x[i] as number) - mean) * scale * factor + shift;
    }
  }
}

/** A group of one element would be 0 always. */
function checkGroupSize(shape: Shape, groups: number): void {
  const [batch, channels, ...rest] = shape.map(intValue) as [number, number, ...number[]];
  const seen = [Math.floor((batch * channels) / groups), groups, ...rest];
  const elements = rest.reduce((a, b) => a * b, seen[0] as number);
  check(
    elements !== 1,
    () =>
      `Expected more than 1 value per channel when training, got input size ${printShape(seen)}`,
    'ValueError',
  );
}

export const groupNorm = defineOp(
  'group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1e-05) -> Tensor',
  {
    as: ['function', 'functional'],
    grad: 'NativeGroupNorm',
    shape: ({ input, num_groups, weight, bias }) => {
      const channels = intValue(channelsOf(input.shape));
      wrapDim(1, input.shape.length);
      checkGroupSize(input.shape, num_groups);
      check(
        channels % num_groups === 0,
        () =>
          `Expected number of channels in input to be divisible by num_groups, but got input of shape ${printShape(input.shape)} and num_groups=${num_groups}`,
      );
      for (const [name, part] of [
        ['weight', weight],
        ['bias', bias],
      ] as const) {
        check(
          part === null || (part.shape.length === 1 && numel(part.shape) === channels),
          // PyTorch prints the shape of the weight, whichever it is about.
          () =>
            `Expected ${name} to be a vector of size equal to the number of channels in input, but got ${name} of shape ${printShape((weight ?? (part as TensorType)).shape)} and input of shape ${printShape(input.shape)}`,
        );
      }
      checkFloats(input, weight, 'GroupNormKernelImpl');
      return input;
    },
    onnx: (g, { input, num_groups, weight, bias, eps }, out) => {
      if (out.dtype !== 'float32') return null;
      const [samples, channels] = sizes(out.shape) as [number, number];
      const rows = [samples * num_groups, numel(out.shape) / (samples * num_groups)];
      const flat: TensorType = { dtype: 'float32', shape: rows };
      const column: TensorType = { dtype: 'float32', shape: [rows[0] as number, 1] };
      const average = (value: OnnxValue): OnnxValue =>
        onnxReduce(g, 'ReduceMean', value, [1], true, column, ['float32']) as OnnxValue;
      const x = g.add('Reshape', [input, g.ints(rows)], {}, flat);
      const centred = g.add('Sub', [x, average(x)], {}, flat);
      const variance = average(g.add('Mul', [centred, centred], {}, flat));
      const padded = g.add('Add', [variance, g.scalar(eps, 'float32')], {}, column);
      const normal = g.add('Div', [centred, g.add('Sqrt', [padded], {}, column)], {}, flat);
      let result = g.add('Reshape', [normal, g.ints(sizes(out.shape))], {}, out);
      const wide = sizes(out.shape).map((_, i) => (i === 1 ? channels : 1));
      const spread = (part: OnnxValue): OnnxValue =>
        g.add('Reshape', [part, g.ints(wide)], {}, { dtype: 'float32', shape: wide });
      if (weight) result = g.add('Mul', [result, spread(weight)], {}, out);
      if (bias) result = g.add('Add', [result, spread(bias)], {}, out);
      return result;
    },
    kernel: ({ input, num_groups, weight, bias, eps }, out) => {
      const { channels, inner } = layout(input.shape);
      const size = (channels / num_groups) * inner;
      normaliseRuns(input, out, size, eps, (i) => Math.floor(i / inner) % channels, weight, bias);
    },
    cost: ({ input }) => 8 * numel(input.shape),
  },
);

/** Each channel of each sample is normalised for itself. */
export const instanceNormOf = defineOp(
  'instance_norm_of(Tensor input, Tensor? weight=None, Tensor? bias=None, float eps=1e-05) -> Tensor',
  {
    as: ['private'],
    grad: 'View',
    body: ({ input, weight, bias, eps }) => {
      const channels = intValue(channelsOf(input.type.shape));
      const normal = groupNorm({ input, num_groups: channels, eps });
      const spread = (part: Value): Value =>
        reshape({
          input: part,
          shape: input.type.shape.map((n, i) => (i === 1 ? n : 1)),
        });
      const scaled = weight === null ? normal : mul({ input: normal, other: spread(weight) });
      return bias === null ? scaled : add({ input: scaled, other: spread(bias) });
    },
  },
);
