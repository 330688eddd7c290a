// Convolutions: https://pytorch.org/docs/stable/nn.functional.html#convolution-functions

import { intValue, type Int } from '../base/origin.ts';
import type { NdArray } from '../tensor/array.ts';
import { cName, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { ambientDefault } from '../tensor/promotion.ts';
import { numel, printShape, sizes, type Shape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import type { Value } from '../graph/graph.ts';
import { convolve, convolveTransposed, type ConvolutionShape } from '../kernels/convolution.ts';
import { notImplemented } from './binary.ts';
import { defineOp } from './define.ts';
import { full } from './creation.ts';
import { cat, toDtype } from './shape.ts';
import { perDimension, windowCount } from './window.ts';

interface Attributes {
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly dilation: readonly number[];
  readonly groups: number;
}

/** The checks that PyTorch makes, in its order and words. */
function checkConvolution(
  name: string,
  rank: number,
  input: TensorType,
  weight: TensorType,
  bias: TensorType | null,
  { stride, padding, dilation, groups }: Attributes,
  transposed: boolean,
): void {
  const dims = input.shape.length;
  if (bias && rank === 2 && !transposed) checkBiasType(input, bias);
  check(
    dims === rank + 1 || dims === rank + 2,
    () =>
      `Expected ${rank + 1}D (unbatched) or ${rank + 2}D (batched) input to ${name}, but got input of size: ${printShape(input.shape)}`,
  );
  checkCounts(weight.shape.length - 2, { stride, padding, dilation });
  check(
    padding.every((n) => n >= 0),
    () => 'negative padding is not supported',
  );
  check(
    stride.every((n) => n > 0),
    () => 'non-positive stride is not supported',
  );
  check(
    dilation.every((n) => n > 0),
    () =>
      rank === 3
        ? `dilation should be greater than zero, but got ${printShape(dilation)}`
        : 'non-positive dilation is not supported',
  );
  check(groups > 0, () => 'non-positive groups is not supported');
  const weightShape = printShape(weight.shape);
  const batched = withBatch(input.shape, rank);
  const inputShape = printShape(batched);
  const first = intValue(weight.shape[0] as Int);
  const channels = intValue(batched[1] as Int);
  check(
    first >= groups,
    () =>
      `Given groups=${groups}, expected weight to be at least ${groups} at dimension 0, but got weight of size ${weightShape} instead`,
  );
  check(
    first % groups === 0,
    () =>
      `Given groups=${groups}, expected weight to be divisible by ${groups} at dimension 0, but got weight of size [${weightShape}] instead`,
  );
  if (transposed) {
    check(
      channels === first,
      () =>
        `Given transposed=1, weight of size ${weightShape}, expected input${inputShape} to have ${first} channels, but got ${channels} channels instead`,
    );
  } else {
    const wanted = intValue(weight.shape[1] as Int) * groups;
    check(
      channels === wanted,
      () =>
        `Given groups=${groups}, weight of size ${weightShape}, expected input${inputShape} to have ${wanted} channels, but got ${channels} channels instead`,
    );
  }
  const outputs = transposed ? intValue(weight.shape[1] as Int) * groups : first;
  check(
    bias === null || (bias.shape.length === 1 && intValue(bias.shape[0] as Int) === outputs),
    () =>
      `Given ${transposed ? 'transposed=1, ' : ''}weight of size ${weightShape}, expected bias to be 1-dimensional with ${outputs} elements, but got bias of size ${printShape((bias as TensorType).shape)} instead`,
  );
  if (!transposed) checkKernelFits(batched, weight.shape, padding, dilation);
  checkTypes(input, weight, bias, groups);
  if (!hasKernel(input.dtype)) {
    notImplemented(kernelName(weight.shape.length - 2, transposed), input.dtype);
  }
  checkSameType(input, weight);
}

/** One value for each spatial dimension that the weight has. */
function checkCounts(spatial: number, given: Readonly<Record<string, readonly number[]>>): void {
  check(spatial > 0, () => 'weight should have at least three dimensions');
  for (const [name, values] of Object.entries(given)) {
    check(
      values.length === spatial,
      () =>
        `expected ${name} to be a single integer value or a list of ${spatial} values to match the convolution dimensions, but got ${name}=[${values.join(', ')}]`,
    );
  }
}

function checkBiasType(input: TensorType, bias: TensorType): void {
  check(
    bias.dtype === input.dtype,
    () =>
      `Input type (${cName(input.dtype)}) and bias type (${cName(bias.dtype)}) should be the same`,
  );
}

function checkTypes(
  input: TensorType,
  weight: TensorType,
  bias: TensorType | null,
  groups: number,
): void {
  const { dtype } = input;
  for (const [name, part] of [
    ['weight', weight],
    ['bias', bias],
  ] as const) {
    check(
      part === null || part.dtype === dtype || !takesFastWay(input, weight, groups),
      () =>
        `Input type (${tensorName(dtype)}) and ${name} type (${tensorName((part as TensorType).dtype)}) should be the same or input should be a MKLDNN tensor and ${name} is a dense tensor`,
    );
  }
}

/** There are no convolutions of truth values, nor of half floats before 2.0. */
function hasKernel(dtype: DType): boolean {
  return dtype !== 'bool' && !(dtype === 'float16' && ambientDefault.old);
}

function kernelName(rank: number, transposed: boolean): string {
  if (transposed) return `slow_conv_transpose${rank === 3 ? 3 : 2}d_out_cpu`;
  return rank === 3 ? 'slow_conv3d_cpu' : 'slow_conv2d_cpu';
}

function checkSameType(input: TensorType, weight: TensorType): void {
  check(
    input.dtype === weight.dtype,
    () =>
      `expected scalar type ${scalarTypeName[input.dtype]} but found ${scalarTypeName[weight.dtype]}`,
  );
}

/** Where PyTorch hands a convolution of floats to another library, which has its own refusals. */
function takesFastWay(input: TensorType, weight: TensorType, groups: number): boolean {
  if (input.dtype !== 'float32') return false;
  const [last, before] = [weight.shape.at(-1), weight.shape.at(-2)];
  const wide = weight.shape.length > 3 && intValue(last ?? 1) > 3 && intValue(before ?? 1) > 3;
  return groups > 1 || wide || intValue(input.shape[0] ?? 1) > 1 || numel(input.shape) > 20480;
}

/** A dtype as PyTorch names the type of a tensor. */
function tensorName(dtype: DType): string {
  return `torch.${scalarTypeName[dtype]}Tensor`;
}

function checkKernelFits(
  input: Shape,
  weight: Shape,
  padding: readonly number[],
  dilation: readonly number[],
): void {
  const padded = padding.map((pad, i) => intValue(input[i + 2] as Int) + 2 * pad);
  const kernel = dilation.map((step, i) => step * (intValue(weight[i + 2] as Int) - 1) + 1);
  check(
    padded.every((size, i) => size >= (kernel[i] as number)),
    () =>
      `Calculated padded input size per channel: (${padded.join(' x ')}). Kernel size: (${kernel.join(' x ')}). Kernel size can't be greater than actual input size`,
  );
}

/** An unbatched input as a batch of one. */
function withBatch(shape: Shape, rank: number): Shape {
  return shape.length === rank + 1 ? [1, ...shape] : shape;
}

function outputShape(
  input: Shape,
  weight: Shape,
  rank: number,
  { stride, padding, dilation }: Attributes,
): Shape {
  const batched = withBatch(input, rank);
  const spatial = Array.from({ length: rank }, (_, i) =>
    windowCount(
      batched[i + 2] as Int,
      weight[i + 2] as Int,
      stride[i] as number,
      padding[i] as number,
      dilation[i] as number,
    ),
  );
  const batch = input.length === rank + 1 ? [] : [batched[0] as Int];
  return [...batch, weight[0] as Int, ...spatial];
}

function attributes(
  rank: number,
  args: {
    readonly stride: readonly number[];
    readonly padding: readonly number[];
    readonly dilation: readonly number[];
    readonly groups: number;
  },
): Attributes {
  return {
    stride: perDimension(args.stride, rank),
    padding: perDimension(args.padding, rank),
    dilation: perDimension(args.dilation, rank),
    groups: args.groups,
  };
}

/** Everything that the kernel needs, with three spatial dimensions for all ranks. */
function kernelShape(
  input: readonly number[],
  weight: readonly number[],
  output: readonly number[],
  rank: number,
  { stride, padding, dilation, groups }: Attributes,
): ConvolutionShape {
  const fill = (values: readonly number[], by: number): [number, number, number] => {
    const filled = [...new Array<number>(3 - values.length).fill(by), ...values];
    return filled as [number, number, number];
  };
  const batched = input.length === rank + 1 ? [1, ...input] : input;
  return {
    batch: batched[0] as number,
    inputChannels: batched[1] as number,
    outputChannels: (output.length === rank + 1 ? output[0] : output[1]) as number,
    groups,
    input: fill(batched.slice(2), 1),
    output: fill(output.slice(output.length - rank), 1),
    kernel: fill(weight.slice(2), 1),
    stride: fill(stride, 1),
    padding: fill(padding, 0),
    dilation: fill(dilation, 1),
  };
}

function declare<const Name extends 'conv1d' | 'conv2d' | 'conv3d'>(name: Name, rank: number) {
  const text =
    `${name}(Tensor input, Tensor weight, Tensor? bias=None, int[${rank as 1}] stride=1, ` +
    `int[${rank as 1}] padding=0, int[${rank as 1}] dilation=1, int groups=1) -> Tensor`;
  return defineOp(
    text as `${Name}(Tensor input, Tensor weight, Tensor? bias=None, int[1] stride=1, int[1] padding=0, int[1] dilation=1, int groups=1) -> Tensor`,
    {
      as: ['function', 'functional'],
      grad: 'Convolution',
      shape: (given) => {
        const args = given as ConvolutionArgs<TensorType>;
        const a = attributes(rank, args);
        checkConvolution(name, rank, args.input, args.weight, args.bias, a, false);
        return {
          dtype: args.input.dtype,
          shape: outputShape(args.input.shape, args.weight.shape, rank, a),
        };
      },
      onnx: (g, given, out) => {
        const args = given as ConvolutionArgs<{ name: string; type: TensorType }>;
        if (out.dtype !== 'float32') return null;
        if (args.bias !== null && args.bias.type.dtype !== 'float32') return null;
        const a = attributes(rank, args);
        const unbatched = args.input.type.shape.length === rank + 1;
        const shape = unbatched ? [1, ...args.input.type.shape] : args.input.type.shape;
        const input = unbatched
          ? g.add('Reshape', [args.input, g.ints(sizes(shape))], {}, { ...args.input.type, shape })
          : args.input;
        const type = { dtype: out.dtype, shape: unbatched ? [1, ...out.shape] : out.shape };
        const result = g.add(
          'Conv',
          [input, args.weight, args.bias],
          onnxAttributes(a, args.weight),
          type,
        );
        if (!unbatched) return result;
        return g.add('Reshape', [result, g.ints(sizes(out.shape))], {}, out);
      },
      kernel: (given, out) => {
        const args = given as ConvolutionArgs<NdArray>;
        const shape = kernelShape(
          args.input.shape,
          args.weight.shape,
          out.shape,
          rank,
          attributes(rank, args),
        );
        convolve(args.input, args.weight, args.bias, out, shape);
      },
      cost: (given, out) => {
        const { weight } = given as ConvolutionArgs<TensorType>;
        const window = weight.shape.slice(1).reduce<number>((n, dim) => n * intValue(dim), 1);
        return 2 * window * out.shape.reduce<number>((n, dim) => n * intValue(dim), 1);
      },
    },
  );
}

interface ConvolutionArgs<T> {
  readonly input: T;
  readonly weight: T;
  readonly bias: T | null;
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly dilation: readonly number[];
  readonly groups: number;
}

function onnxAttributes(a: Attributes, weight: { type: TensorType }) {
  return {
    kernel_shape: sizes(weight.type.shape).slice(2),
    strides: a.stride,
    pads: [...a.padding, ...a.padding],
    dilations: a.dilation,
    group: a.groups,
  };
}

export const conv1d = declare('conv1d', 1);
export const conv2d = declare('conv2d', 2);
export const conv3d = declare('conv3d', 3);

/** `padding='same'` and `'valid'`: PyTorch's overload with words. */
function declareWords<const Name extends 'conv1d' | 'conv2d' | 'conv3d'>(name: Name, rank: number) {
  const plain = { conv1d, conv2d, conv3d }[name];
  const text = `${name}.padding(Tensor input, Tensor weight, Tensor? bias=None, int[${rank}] stride=1, str padding='valid', int[${rank}] dilation=1, int groups=1) -> Tensor`;
  return defineOp(
    text as 'conv.padding(Tensor input, Tensor weight, Tensor? bias=None, int[1] stride=1, str padding=x, int[1] dilation=1, int groups=1) -> Tensor',
    {
      as: ['function', 'functional'],
      grad: 'Convolution',
      body: ({ input, weight, bias, stride, padding, dilation, groups }) => {
        check(
          padding === 'same' || padding === 'valid',
          () => `Invalid padding string: '${padding}'`,
        );
        // Said in words, the padding hides the bias from the check of its type: it is copied.
        const { dtype } = input.type;
        const hidden = bias && rank === 2;
        const own = hidden ? toDtype({ input: bias, dtype }) : bias;
        const rest = { weight, bias: own, stride, groups, dilation };
        if (padding === 'valid') return plain({ ...rest, input, padding: [0] });
        check(
          stride.every((n) => n === 1),
          () => "padding='same' is not supported for strided convolutions",
        );
        const steps = perDimension(dilation, rank);
        const totals = steps.map((d, i) => d * (intValue(weight.type.shape[i + 2] as Int) - 1));
        const left = totals.map((total) => Math.floor(total / 2));
        const even = totals.every((total) => total % 2 === 0);
        const padded = even
          ? input
          : padRight(
              input,
              totals.map((total) => total % 2),
            );
        return plain({ ...rest, input: padded, padding: left });
      },
    },
  );
}

/** One more zero at the end of the dimensions that need it. */
function padRight(input: Value, extra: readonly number[]): Value {
  return extra.reduce((value, more, i) => {
    if (more === 0) return value;
    const dim = value.type.shape.length - extra.length + i;
    const shape = value.type.shape.map((n, d) => (d === dim ? more : n));
    const zero = full({
      size: shape,
      fill_value: { kind: 'int', value: 0 },
      dtype: value.type.dtype,
    });
    return cat({ tensors: [value, zero], dim });
  }, input);
}

export const convWords = (['conv1d', 'conv2d', 'conv3d'] as const).map((name, i) =>
  declareWords(name, i + 1),
);

function declareTransposed<
  const Name extends 'conv_transpose1d' | 'conv_transpose2d' | 'conv_transpose3d',
>(name: Name, rank: number) {
  const text = `${name}(Tensor input, Tensor weight, Tensor? bias=None, int[${rank}] stride=1, int[${rank}] padding=0, int[${rank}] output_padding=0, int groups=1, int[${rank}] dilation=1) -> Tensor`;
  return defineOp(
    text as `${Name}(Tensor input, Tensor weight, Tensor? bias=None, int[1] stride=1, int[1] padding=0, int[1] output_padding=0, int groups=1, int[1] dilation=1) -> Tensor`,
    {
      as: ['function', 'functional'],
      grad: 'Convolution',
      shape: (given) => {
        const args = given as TransposedArgs<TensorType>;
        const a = attributes(rank, args);
        checkConvolution(name, rank, args.input, args.weight, args.bias, a, true);
        const extra = perDimension(args.output_padding, rank);
        const shape = transposedShape(args.input.shape, args.weight.shape, rank, a, extra);
        return { dtype: args.input.dtype, shape };
      },
      onnx: (g, given, out) => {
        const args = given as TransposedArgs<{ name: string; type: TensorType }>;
        if (out.dtype !== 'float32' || args.input.type.shape.length !== rank + 2) return null;
        const a = attributes(rank, args);
        const extra = perDimension(args.output_padding, rank);
        return g.add(
          'ConvTranspose',
          [args.input, args.weight, args.bias],
          { ...onnxAttributes(a, args.weight), output_padding: extra },
          out,
        );
      },
      kernel: (given, out) => {
        const args = given as TransposedArgs<NdArray>;
        const shape = kernelShape(
          args.input.shape,
          args.weight.shape,
          out.shape,
          rank,
          attributes(rank, args),
        );
        convolveTransposed(args.input, args.weight, args.bias, out, shape);
      },
      cost: (given) => {
        const { input, weight } = given as TransposedArgs<TensorType>;
        const window = weight.shape.slice(1).reduce<number>((n, dim) => n * intValue(dim), 1);
        return 2 * window * input.shape.reduce<number>((n, dim) => n * intValue(dim), 1);
      },
    },
  );
}

interface TransposedArgs<T> extends ConvolutionArgs<T> {
  readonly output_padding: readonly number[];
}

function transposedShape(
  input: Shape,
  weight: Shape,
  rank: number,
  { stride, padding, dilation, groups }: Attributes,
  extra: readonly number[],
): Shape {
  const letters = rank === 3 ? ['depth', 'height', 'width'] : ['height', 'width'];
  // One dimension is refused in the words for two.
  const named = (what: string, values: readonly number[], missing: number): string => {
    const all = rank === 1 ? [missing, ...values] : values;
    return letters.map((letter, i) => `${what}_${letter}: ${all[i] as number}`).join(' ');
  };
  extra.forEach((more, i) => {
    const limit = Math.max(stride[i] as number, dilation[i] as number);
    check(
      more < limit,
      () =>
        `output padding must be smaller than either stride or dilation, but got ${named('output_padding', extra, 0)} ${named('stride', stride, 1)} ${named('dilation', dilation, 1)}`,
    );
  });
  const batched = withBatch(input, rank);
  const spatial = Array.from({ length: rank }, (_, i) => {
    const n = intValue(batched[i + 2] as Int);
    const kernel = intValue(weight[i + 2] as Int);
    return (
      (n - 1) * (stride[i] as number) -
      2 * (padding[i] as number) +
      (dilation[i] as number) * (kernel - 1) +
      (extra[i] as number) +
      1
    );
  });
  const batch = input.length === rank + 1 ? [] : [batched[0] as Int];
  return [...batch, intValue(weight[1] as Int) * groups, ...spatial];
}

export const convTranspose1d = declareTransposed('conv_transpose1d', 1);
export const convTranspose2d = declareTransposed('conv_transpose2d', 2);
export const convTranspose3d = declareTransposed('conv_transpose3d', 3);
