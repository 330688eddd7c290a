// Pools: https://pytorch.org/docs/stable/nn.functional.html#pooling-functions
// Adaptive pools, whose windows follow from the size of the output, are in adaptivePooling.ts.

import { intValue, type Int } from '../base/origin.ts';
import {
  averagePool,
  maxPool,
  regularEdges,
  type Triple,
  type WindowEdges,
  type Windows,
} from '../kernels/pooling.ts';
import { store, type NdArray } from '../tensor/array.ts';
import { isFloat } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { numel, printShape, wrapDim, type Shape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { mul } from './arithmetic.ts';
import { relu } from './activation.ts';
import { notImplemented } from './binary.ts';
import { convert } from './convert.ts';
import { defineOp } from './define.ts';
import { pow } from './power.ts';
import { abs, sign } from './rounding.ts';
import { onnxMaxPool, perDimension, poolCount, unbatchedOnnx } from './window.ts';

type Rank = 1 | 2 | 3;

/** The window of a pool, one number for each dimension. */
interface Window {
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly dilation: readonly number[];
  readonly ceilMode: boolean;
}

interface PoolArgs {
  readonly kernel_size: readonly number[];
  readonly stride: readonly number[] | null;
  readonly padding: readonly number[];
  readonly dilation?: readonly number[];
  readonly ceil_mode: boolean;
}

function windowOf(rank: Rank, args: PoolArgs): Window {
  const kernel = perDimension(args.kernel_size, rank);
  const given = args.stride ?? [];
  return {
    kernel,
    stride: given.length === 0 ? kernel : perDimension(given, rank),
    padding: perDimension(args.padding, rank),
    dilation: perDimension(args.dilation ?? [1], rank),
    ceilMode: args.ceil_mode,
  };
}

function outputSizes(shape: Shape, rank: Rank, window: Window): Shape {
  return window.kernel.map((kernel, i) =>
    poolCount(
      shape[shape.length - rank + i] as Int,
      kernel,
      window.stride[i] as number,
      window.padding[i] as number,
      window.dilation[i] as number,
      window.ceilMode,
    ),
  );
}

function filled(values: readonly number[], by: number): Triple {
  return [...new Array<number>(3 - values.length).fill(by), ...values] as unknown as Triple;
}

function windowsOf(
  input: readonly number[],
  output: readonly number[],
  rank: Rank,
  w: Window,
): Windows {
  const from = filled(input.slice(input.length - rank), 1);
  const to = filled(output.slice(output.length - rank), 1);
  const [kernel, stride] = [filled(w.kernel, 1), filled(w.stride, 1)];
  const [padding, dilation] = [filled(w.padding, 0), filled(w.dilation, 1)];
  const edges = [0, 1, 2].map((i) =>
    regularEdges(
      from[i] as number,
      to[i] as number,
      kernel[i] as number,
      stride[i] as number,
      padding[i] as number,
      dilation[i] as number,
    ),
  ) as unknown as readonly [WindowEdges, WindowEdges, WindowEdges];
  const planes = input.slice(0, input.length - rank).reduce((a, b) => a * b, 1);
  return { planes, input: from, output: to, edges };
}

const COUNTS = { 1: 'one', 2: 'two', 3: 'three' } as const;

/** Lists must have one number or one for each dimension. */
function checkLengths(name: string, rank: Rank, args: PoolArgs): void {
  if (rank === 1) return;
  const isMax = name.startsWith('max');
  const either = isMax || rank === 2 ? 'either ' : '';
  const tuple = `a single int, or a tuple of ${COUNTS[rank]} ints`;
  const fits = (values: readonly number[] | null): boolean =>
    values === null || values.length === 1 || values.length === rank;
  check(fits(args.kernel_size), () => `${name}: kernel_size must ${either}be ${tuple}`);
  check(
    fits(args.stride) || args.stride?.length === 0,
    () => `${name}: stride must ${either}be omitted, ${tuple}`,
  );
  check(
    fits(args.padding),
    () => `${name}: padding must ${isMax ? 'be ' : ''}${either}be ${tuple}`,
  );
  check(fits(args.dilation ?? null), () => `${name}: dilation must be ${either}${tuple}`);
}

/** The checks of sizes that all pools make, in PyTorch's order and words. */
function checkWindow(window: Window): void {
  window.kernel.forEach((kernel, i) => {
    const padding = window.padding[i] as number;
    check(window.stride[i] !== 0, () => 'stride should not be zero');
    check(padding >= 0, () => `pad must be non-negative, but got pad: ${padding}`);
    check(
      padding <= kernel / 2,
      () =>
        `pad should be at most half of kernel size, but got pad=${padding} and kernel_size=${kernel}`,
    );
  });
  const letters = ['T', 'H', 'W'].slice(-Math.max(window.kernel.length, 2));
  for (const [values, what, short] of [
    [window.kernel, 'kernel size', 'k'],
    [window.stride, 'stride', 'd'],
    [window.dilation, 'dilation', 'dilation'],
  ] as const) {
    const all = values.length === 1 ? [1, ...values] : values;
    check(
      all.every((value) => value > 0),
      () =>
        `${what} should be greater than zero, but got ${letters.map((letter, i) => `${short}${letter}: ${all[i] as number}`).join(' ')}`,
    );
  }
}

function checkRank(name: string, rank: Rank, shape: Shape): void {
  const dims = shape.length;
  const expected = dims === rank + 1 || dims === rank + 2;
  const words = `Expected ${rank + 1}D or ${rank + 2}D (batch mode) tensor with optional 0 dim batch size for input, but got:`;
  if (name === 'max_pool1d') {
    const empty = shape.slice(dims === 3 ? 1 : 0).some((n) => intValue(n) === 0);
    check(expected && !empty, () => `max_pool1d: ${words}${printShape(shape)}`);
  } else if (rank === 1) {
    check(
      expected,
      () =>
        `Expected 2 to 3 dimensions, but got ${dims}-dimensional tensor for argument #1 'self' (while checking arguments for ${name})`,
    );
  } else if (rank === 3 || name.startsWith('max')) {
    check(
      expected,
      () => `non-empty ${rank + 1}D or ${rank + 2}D (batch mode) tensor expected for input`,
    );
  } else {
    wrapDim(-3, dims);
    check(expected, () => words + printShape(shape));
  }
}

function checkNotEmpty(name: string, rank: Rank, shape: Shape): void {
  const inner = shape.slice(shape.length - rank - 1);
  if (inner.every((n) => intValue(n) > 0)) return;
  if (rank === 3) {
    const where = name.startsWith('max') ? 'max_pool3d_with_indices_out_cpu_template' : name;
    check(
      false,
      () =>
        `${where}(): Expected input's non-batch dimensions to have positive length, but input has a shape of ${printShape(shape)} and non-batch dimension 0 has length zero!`,
    );
  }
  const seen = rank === 1 ? [...shape.slice(0, -1), 1, ...shape.slice(-1)] : shape;
  check(
    false,
    () =>
      `Expected 3D or 4D (batch mode) tensor with optional 0 dim batch size for input, but got:${printShape(seen)}`,
  );
}

/** The type of a pool's result, with all of PyTorch's refusals. */
function poolType(name: string, rank: Rank, input: TensorType, args: PoolArgs): TensorType {
  const { shape } = input;
  checkLengths(name, rank, args);
  checkRank(name, rank, shape);
  const window = windowOf(rank, args);
  if (rank === 1) checkOneNumber(name, args);
  if (name === 'max_pool1d') checkMaxPool1d(window);
  checkWindow(window);
  checkNotEmpty(name, rank, shape);
  if (name === 'avg_pool3d') checkReaches(shape, window.kernel);
  const output = outputSizes(shape, rank, window);
  const flat = (sizes: Shape): string =>
    [shape[shape.length - rank - 1] as Int, ...(rank === 1 ? [1] : []), ...sizes]
      .map(intValue)
      .join('x');
  if (name === 'max_pool1d') {
    const [count = 0] = output.map(intValue);
    check(count >= 0, () => `max_pool1d() Invalid computed output size: ${count}`);
  }
  check(
    name === 'max_pool1d' || output.every((n) => intValue(n) >= 1),
    () =>
      `Given input size: (${flat(shape.slice(shape.length - rank))}). Calculated output size: (${flat(output)}). Output size is too small`,
  );
  return { dtype: input.dtype, shape: [...shape.slice(0, shape.length - rank), ...output] };
}

/** Pools of one dimension take a number, or a list of one. */
function checkOneNumber(name: string, args: PoolArgs): void {
  const { kernel_size, stride, padding, dilation } = args;
  for (const [key, values] of Object.entries({ kernel_size, stride, padding, dilation })) {
    const count = values?.length ?? 1;
    if (count === 1 || (count === 0 && key === 'stride')) continue;
    const list = `an int, list of ints${key === 'stride' || key === 'padding' ? ',' : ''} or tuple of ints of size 1`;
    const kinds = key === 'stride' ? `None, ${list}` : list;
    check(
      name !== 'max_pool1d',
      () => `max_pool1d() ${key} must be ${kinds} but got size ${count}`,
    );
    check(false, () => `${name}() argument '${key}' should contain one int (got ${count})`);
  }
}

function checkMaxPool1d({ kernel, stride, padding, dilation }: Window): void {
  const [k, s, p, d] = [kernel[0], stride[0], padding[0], dilation[0]] as [
    number,
    number,
    number,
    number,
  ];
  const say = (what: string): string => `max_pool1d() ${what}`;
  check(k > 0, () => say(`kernel_size must be greater than zero, but got ${k}`));
  check(s > 0, () => say(`stride must be greater than zero, but got ${s}`));
  check(p >= 0, () => say(`padding must be non-negative, but got ${p}`));
  check(p <= k / 2, () =>
    say(`padding should be at most half of kernel size, but got padding=${p} and kernel_size=${k}`),
  );
  check(d > 0, () => say(`dilation must be greater than zero, but got ${d}`));
}

function checkReaches(shape: Shape, kernel: readonly number[]): void {
  const image = shape.slice(-3).map(intValue);
  const named = (values: readonly number[], prefix: string): string =>
    ['T', 'H', 'W'].map((letter, i) => `${prefix}${letter}: ${values[i] as number}`).join(' ');
  check(
    kernel.every((k, i) => k <= (image[i] as number)),
    () => `input image (${named(image, '')}) smaller than kernel size (${named(kernel, 'k')})`,
  );
}

/** The attributes of ONNX's pools: where the last window hangs over the edge, there is more padding. */
function onnxWindow(
  rank: Rank,
  { shape }: TensorType,
  w: Window,
): Record<string, readonly number[]> {
  const after = outputSizes(shape, rank, w).map((n, i) => {
    const size = intValue(shape[shape.length - rank + i] as Int);
    const [kernel, stride, padding, dilation] = [w.kernel, w.stride, w.padding, w.dilation].map(
      (each) => each[i] ?? 1,
    ) as [number, number, number, number];
    const end = (intValue(n) - 1) * stride + dilation * (kernel - 1) + 1;
    return Math.max(padding, end - size - padding);
  });
  return { kernel_shape: w.kernel, strides: w.stride, pads: [...w.padding, ...after] };
}

function hangsOver({ pads }: Record<string, readonly number[]>, { padding }: Window): boolean {
  return pads?.slice(padding.length).some((after, i) => after !== padding[i]) ?? false;
}

function cost(kernel: readonly number[], rank: Rank, out: TensorType): number {
  return perDimension(kernel, rank).reduce((a, b) => a * b, 1) * numel(out.shape);
}

type MaxText =
  'x(Tensor input, int[1] kernel_size, int[1]? stride=None, int[1] padding=0, int[1] dilation=1, bool ceil_mode=False)';

/** With indices, PyTorch pools one dimension as an image one line high, with its refusals. */
const INDICES_1D = 'max_pool1d_with_indices';

const KERNEL_NAMES = { 1: 'max_pool1d_impl', 2: 'max_pool2d', 3: 'max_pool3d_with_indices_cpu' };

function maxText(name: string, rank: Rank): string {
  const list = `int[${rank}]`;
  return `${name}(Tensor input, ${list} kernel_size, ${list}? stride=None, ${list} padding=0, ${list} dilation=1, bool ceil_mode=False)`;
}

function maxType(
  rank: Rank,
  args: PoolArgs & { readonly input: TensorType },
  name = `max_pool${rank}d`,
): TensorType {
  const type = poolType(name, rank, args.input, args);
  const kernel = KERNEL_NAMES[name === INDICES_1D ? 2 : rank];
  if (!isFloat(type.dtype)) notImplemented(kernel, type.dtype);
  return type;
}

function runMax(
  rank: Rank,
  args: PoolArgs & { readonly input: NdArray },
  outs: readonly NdArray[],
): void {
  const [out, places] = outs as [NdArray, NdArray | undefined];
  const windows = windowsOf(args.input.shape, out.shape, rank, windowOf(rank, args));
  const numbers = (places?.data ?? null) as BigInt64Array | null;
  maxPool(args.input.data as Float64Array, out.data as Float64Array, numbers, windows);
}

function declareMax(rank: Rank) {
  return defineOp(`${maxText(`max_pool${rank}d`, rank)} -> Tensor` as `${MaxText} -> Tensor`, {
    as: ['function', 'functional'],
    grad: rank === 1 ? 'SqueezeBackward1' : `MaxPool${rank}DWithIndices`,
    shape: (args) => maxType(rank, args),
    kernel: (args, out) => {
      runMax(rank, args, [out]);
    },
    onnx: (g, args, out) => {
      const window = windowOf(rank, args);
      const attributes = onnxWindow(rank, args.input.type, window);
      if (!['float32', 'float64'].includes(out.dtype)) return null;
      const all = { ...attributes, dilations: window.dilation };
      return unbatchedOnnx(g, args.input, out, rank, (input, type) =>
        onnxMaxPool(g, input, all, type),
      );
    },
    cost: ({ kernel_size }, out) => cost(kernel_size, rank, out),
  });
}

function declareMaxWithIndices(rank: Rank) {
  const text = `${maxText(`max_pool${rank}d_with_indices`, rank)} -> Tensor, Tensor`;
  return defineOp(text as `${MaxText} -> Tensor, Tensor`, {
    as: ['functional'],
    grad: rank === 1 ? 'SqueezeBackward1' : `MaxPool${rank}DWithIndices`,
    shape: (args) => {
      const type = rank === 1 ? maxType(1, args, INDICES_1D) : maxType(rank, args);
      return [type, { dtype: 'int64', shape: type.shape }];
    },
    kernel: (args, _out, outs) => {
      runMax(rank, args, outs);
    },
    cost: ({ kernel_size }, out) => cost(kernel_size, rank, out),
  });
}

export const maxPool1d = declareMax(1);
export const maxPool2d = declareMax(2);
export const maxPool3d = declareMax(3);
export const maxPool1dWithIndices = declareMaxWithIndices(1);
export const maxPool2dWithIndices = declareMaxWithIndices(2);
export const maxPool3dWithIndices = declareMaxWithIndices(3);

function declareAverage(rank: Rank) {
  const list = `int[${rank}]`;
  const divisor = rank === 1 ? '' : ', int? divisor_override=None';
  const text = `avg_pool${rank}d(Tensor input, ${list} kernel_size, ${list}? stride=None, ${list} padding=0, bool ceil_mode=False, bool count_include_pad=True${divisor}) -> Tensor`;
  return defineOp(
    text as 'x(Tensor input, int[1] kernel_size, int[1]? stride=None, int[1] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor',
    {
      as: rank === 1 ? ['function', 'functional'] : ['functional'],
      grad: rank === 1 ? 'SqueezeBackward1' : `AvgPool${rank}D`,
      shape: (args) => {
        const type = poolType(`avg_pool${rank}d`, rank, args.input, args);
        check(args.divisor_override !== 0, () => 'divisor must be not zero');
        const hasKernel = isFloat(type.dtype) || type.dtype === 'int64';
        if (!hasKernel)
          notImplemented(rank === 3 ? 'avg_pool3d_out_frame' : 'avg_pool2d', type.dtype);
        return type;
      },
      kernel: (args, out) => {
        const given =
          args.input.data instanceof BigInt64Array ? convert(args.input, 'float64') : args.input;
        const windows = windowsOf(given.shape, out.shape, rank, windowOf(rank, args));
        const { divisor_override: fixed, count_include_pad: padded } = args;
        averagePool(
          given.data as Float64Array,
          (place, average) => {
            store(out, place, average);
          },
          windows,
          (whole, inside) => fixed ?? (padded ? whole : inside),
        );
      },
      onnx: (g, args, out) => {
        if (out.dtype !== 'float32' || args.divisor_override) return null;
        const window = windowOf(rank, args);
        const attributes = onnxWindow(rank, args.input.type, window);
        const hangs = hangsOver(attributes, window);
        const isPadded = window.padding.some((n) => n > 0);
        // What hangs over does not count, what is padded does: ONNX can't tell them apart.
        if (hangs && isPadded && args.count_include_pad) return null;
        const all = { ...attributes, count_include_pad: Number(args.count_include_pad && !hangs) };
        return unbatchedOnnx(g, args.input, out, rank, (input, type) =>
          g.add('AveragePool', [input], all, type),
        );
      },
      cost: ({ kernel_size }, out) => cost(kernel_size, rank, out),
    },
  );
}

export const avgPool1d = declareAverage(1);
export const avgPool2d = declareAverage(2);
export const avgPool3d = declareAverage(3);

/** The p-norm of each window: (Σ xᵖ)^(1/p), from the average as PyTorch has it. */
function declareNorm(rank: 1 | 2) {
  const list = `int[${rank}]`;
  const text = `lp_pool${rank}d(Tensor input, float norm_type, ${list} kernel_size, ${list}? stride=None, bool ceil_mode=False) -> Tensor`;
  return defineOp(
    text as 'x(Tensor input, float norm_type, int[1] kernel_size, int[1]? stride=None, bool ceil_mode=False) -> Tensor',
    {
      as: ['functional'],
      grad: 'Pow',
      body: ({ input, norm_type, kernel_size, stride, ceil_mode }) => {
        const powers = pow({ input, exponent: { kind: 'float', value: norm_type } });
        const average = rank === 1 ? avgPool1d : avgPool2d;
        const means = average({ input: powers, kernel_size, stride, ceil_mode });
        const positive = mul({
          input: sign({ input: means }),
          other: relu({ input: abs({ input: means }) }),
        });
        const size = perDimension(kernel_size, rank).reduce((a, b) => a * b, 1);
        const sums = mul({ input: positive, other: { kind: 'int', value: size } });
        return pow({ input: sums, exponent: { kind: 'float', value: 1 / norm_type } });
      },
    },
  );
}

export const lpPool1d = declareNorm(1);
export const lpPool2d = declareNorm(2);
