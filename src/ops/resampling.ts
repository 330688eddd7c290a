// Images made larger or smaller: interpolate and its older names.
// https://pytorch.org/docs/stable/generated/torch.nn.functional.interpolate.html

import { intValue, mul, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import type { OnnxBuilder, OnnxValue } from '../graph/op.ts';
import { resampleLine, tapsOf, type Interpolation } from '../kernels/resampling.ts';
import { isFloat } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { numel, printShape, sizes, type Shape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { adaptiveAvgPool1d, adaptiveAvgPool2d, adaptiveAvgPool3d } from './adaptivePooling.ts';
import { notImplemented } from './binary.ts';
import { defineOp } from './define.ts';

/** Names of modes by how many dimensions they are for. */
const MODES: Readonly<Record<string, readonly [Interpolation, readonly number[]]>> = {
  nearest: ['nearest', [1, 2, 3]],
  'nearest-exact': ['nearest-exact', [1, 2, 3]],
  linear: ['linear', [1]],
  bilinear: ['linear', [2]],
  trilinear: ['linear', [3]],
  bicubic: ['cubic', [2]],
};

/** The same with antialiasing. */
const COVERING: Readonly<Record<string, Interpolation>> = {
  bilinear: 'linear-covering',
  bicubic: 'cubic-covering',
};

/** Resamples all but the first two dimensions; `factors` are empty where sizes were given. */
export const resample = defineOp(
  'resample(Tensor input, SymInt[] size, str mode, bool align_corners, float[] factors) -> Tensor',
  {
    grad: 'UpsampleNearest2D',
    shape: ({ input, size, mode }) => {
      checkSizes(input.shape, size);
      const kernel = mode.endsWith('-covering') ? 'aa' : mode.replace('-exact', '');
      const bytes = mode.startsWith('nearest') && input.dtype === 'uint8';
      const half = input.dtype === 'float16' || (kernel === 'aa' && input.dtype === 'bfloat16');
      if ((!isFloat(input.dtype) || half) && !bytes) {
        notImplemented(`compute_indices_weights_${kernel}`, input.dtype);
      }
      return { dtype: input.dtype, shape: [...input.shape.slice(0, 2), ...size] };
    },
    kernel: ({ input, mode, align_corners, factors }, out) => {
      let numbers: Float64Array = Float64Array.from(input.data as Float64Array);
      const shape = [...input.shape];
      const single = input.dtype !== 'float64';
      // PyTorch takes one channel for the layout where channels lie innermost, whose nearest
      // neighbour of a dimension that keeps its size is the place itself.
      const asImages = mode === 'nearest' && shape.length > 3 && shape[1] === 1;
      for (let d = 2; d < shape.length; d++) {
        const [from, to] = [shape[d] as number, out.shape[d] as number];
        const factor = factors[d - 2] ?? null;
        const line = { from, to, alignCorners: align_corners, factor, single };
        const outer = shape.slice(0, d).reduce((a, b) => a * b, 1);
        const inner = shape.slice(d + 1).reduce((a, b) => a * b, 1);
        // One that keeps its size is not interpolated, whatever the factor.
        if (from === to && (mode === 'linear' || mode === 'cubic' || asImages)) continue;
        numbers = resampleLine(numbers, outer, from, inner, tapsOf(mode as Interpolation, line));
        shape[d] = to;
      }
      (out.data as Float64Array).set(numbers);
    },
    onnx: (g, args, out) => {
      if (out.dtype !== 'float32') return null;
      return onnxResize(g, args, out) ?? onnxTaps(g, args, out);
    },
    cost: ({ mode }, out) =>
      ({ nearest: 1, linear: 8, cubic: 40 })[mode.split('-')[0] as 'linear'] * numel(out.shape),
  },
);

interface ResampleArgs {
  readonly input: OnnxValue;
  readonly size: Shape;
  readonly mode: string;
  readonly align_corners: boolean;
  readonly factors: readonly number[];
}

/** ONNX's own operator, where its places are PyTorch's. */
function onnxResize(
  g: OnnxBuilder,
  { input, size, mode, align_corners, factors }: ResampleArgs,
  out: TensorType,
): OnnxValue | null {
  const from = sizes(input.type.shape).slice(2);
  const to = sizes(size);
  if (!['nearest', 'linear', 'cubic'].includes(mode)) return null;
  // With other ratios the places may round to another neighbour.
  const plain = to.every((n, i) => Number.isInteger(Math.log2(n / (from[i] as number))));
  if (mode === 'nearest' ? !plain : out.shape.length !== 4) return null;
  const exact = factors.every((factor, i) => (from[i] as number) * factor === to[i]);
  if (!exact) return null;
  const attributes = {
    mode,
    nearest_mode: 'floor',
    cubic_coeff_a: { float: -0.75 },
    coordinate_transformation_mode:
      mode === 'nearest' ? 'asymmetric' : align_corners ? 'align_corners' : 'half_pixel',
  };
  return g.add('Resize', [input, null, null, g.ints(sizes(out.shape))], attributes, out);
}

/** The taps of one dimension after the other, as the kernel takes them. */
function onnxTaps(
  g: OnnxBuilder,
  { input, mode, align_corners, factors }: ResampleArgs,
  out: TensorType,
): OnnxValue {
  let value = input;
  const to = sizes(out.shape);
  for (let d = 2; d < to.length; d++) {
    const shape = sizes(value.type.shape);
    const [before, after] = [shape[d] as number, to[d] as number];
    const factor = factors[d - 2] ?? null;
    const line = { from: before, to: after, alignCorners: align_corners, factor, single: true };
    const asImages = mode === 'nearest' && shape.length > 3 && shape[1] === 1;
    if (before === after && (mode === 'linear' || mode === 'cubic' || asImages)) continue;
    const { count, places, weights } = tapsOf(mode as Interpolation, line);
    const type = { ...out, shape: shape.with(d, after) };
    const along = to.slice(d + 1).map(() => 1);
    const tap = (k: number): OnnxValue => {
      const nth = Array.from({ length: after }, (_, i) => i * count + k);
      const taken = g.ints(nth.map((i) => places[i] as number));
      const gathered = g.add('Gather', [value, taken], { axis: d }, type);
      if (nth.every((i) => weights[i] === 1)) return gathered;
      const data = Float32Array.from(nth, (i) => weights[i] as number);
      const weight = g.constant({ dtype: 'float32', shape: [after, ...along], data });
      return g.add('Mul', [gathered, weight], {}, type);
    };
    let sum = tap(0);
    for (let k = 1; k < count; k++) sum = g.add('Add', [sum, tap(k)], {}, type);
    value = sum;
  }
  return value;
}

function checkSizes(shape: Shape, size: Shape): void {
  const rank = size.length;
  const letters = ['D', 'H', 'W'].slice(3 - rank);
  const named = (values: Shape): string =>
    letters.map((letter, i) => `${letter}: ${intValue(values[i] as Int)}`).join(', ');
  const from = shape.slice(2);
  const and = rank === 1 ? ' and' : '';
  check(
    [...from, ...size].every((n) => intValue(n) > 0),
    () =>
      `Input and output sizes should be greater than 0, but got input (${named(from)})${and} output (${named(size)})`,
  );
  check(
    shape.slice(1).every((n) => intValue(n) > 0),
    () =>
      `Non-empty ${rank + 2}D data tensor expected but got a tensor with sizes ${printShape(shape)}`,
  );
}

export const interpolate = defineOp(
  "interpolate(Tensor input, SymInt[1]? size=None, float[1]? scale_factor=None, str mode='nearest', bool? align_corners=None, bool? recompute_scale_factor=None, bool antialias=False) -> Tensor",
  {
    as: ['functional'],
    grad: ({ input, mode, antialias }, old) =>
      gradName(input.shape.length - 2, mode + (antialias ? '-aa' : ''), old),
    body: ({
      input,
      size,
      scale_factor,
      mode,
      align_corners,
      recompute_scale_factor,
      antialias,
    }) => {
      const refuse = (condition: boolean, text: string): void => {
        check(condition, () => text, 'ValueError');
      };
      refuse(
        align_corners === null || !['nearest', 'area', 'nearest-exact'].includes(mode),
        'align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear',
      );
      refuse(
        size === null || scale_factor === null,
        'only one of size or scale_factor should be defined',
      );
      refuse(
        size !== null || scale_factor !== null,
        'either size or scale_factor should be defined',
      );
      const rank = input.type.shape.length - 2;
      const wanted = size && everyDimension(size, rank, () => sizeMessage(input.type, size));
      let factors =
        scale_factor &&
        everyDimension(scale_factor, rank, () => factorMessage(input.type, scale_factor));
      refuse(
        !recompute_scale_factor || size === null,
        'recompute_scale_factor is not meaningful with an explicit size.',
      );
      const output = wanted ?? scaledSizes(input.type.shape.slice(2), factors ?? []);
      if (recompute_scale_factor === true || mode === 'area') factors = null;
      refuse(
        !antialias || (['bilinear', 'bicubic'].includes(mode) && rank === 2),
        'Anti-alias option is only supported for bilinear and bicubic modes',
      );
      const covering = antialias ? COVERING[mode] : undefined;
      const alignCorners = align_corners ?? false;
      if (!covering) return interpolated(input, output, mode, alignCorners, factors ?? []);
      return resample({
        input,
        size: output,
        mode: covering,
        align_corners: alignCorners,
        factors: factors ?? [],
      });
    },
  },
);

/** `UpsampleBilinear2DAa`, with the number that PyTorch before 2.0 counted. */
function gradName(rank: number, mode: string, old: boolean): string {
  if (mode === 'area') return rank === 1 ? 'Squeeze' : `AdaptiveAvgPool${rank}D`;
  const words = mode.replace('-aa', '').split('-');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return `Upsample${name}${rank}D${mode.endsWith('-aa') ? 'Aa' : ''}Backward${old ? 1 : 0}`;
}

function everyDimension<T>(given: readonly T[], rank: number, message: () => string): readonly T[] {
  if (given.length === 1) return new Array<T>(Math.max(rank, 0)).fill(given[0] as T);
  check(given.length === rank, message, 'ValueError');
  return given;
}

function sizeMessage({ shape }: TensorType, size: Shape): string {
  return `Input and output must have the same number of spatial dimensions, but got input with spatial dimensions of ${printShape(shape.slice(2))} and output size of (${sizes(size).join(', ')}). Please provide input tensor in (N, C, d1, d2, ...,dK) format and output size in (o1, o2, ...,oK) format.`;
}

function factorMessage({ shape }: TensorType, factors: readonly number[]): string {
  return `Input and scale_factor must have the same number of spatial dimensions, but got input with spatial dimensions of ${printShape(shape.slice(2))} and scale_factor of shape (${factors.join(', ')}). Please provide input tensor in (N, C, d1, d2, ...,dK) format and scale_factor in (s1, s2, ...,sK) format.`;
}

function scaledSizes(shape: Shape, factors: readonly number[]): Shape {
  return shape.map((size, i) => {
    const factor = factors[i] as number;
    return Number.isInteger(factor) ? mul(size, factor) : Math.trunc(intValue(size) * factor);
  });
}

function interpolated(
  input: Value,
  size: Shape,
  mode: string,
  alignCorners: boolean,
  factors: readonly number[],
): Value {
  const rank = input.type.shape.length - 2;
  const known = MODES[mode];
  if (mode === 'area' && rank >= 1 && rank <= 3) {
    const pool = [adaptiveAvgPool1d, adaptiveAvgPool2d, adaptiveAvgPool3d][rank - 1];
    if (pool) return pool({ input, output_size: sizes(size) });
  }
  if (known?.[1].includes(rank)) {
    return resample({ input, size, mode: known[0], align_corners: alignCorners, factors });
  }
  const named = known?.[0] === 'linear' && rank >= 1 && rank <= 3;
  check(
    !named,
    () => `Got ${rank + 2}D input, but ${mode} mode needs ${(known?.[1][0] as number) + 2}D input`,
    'NotImplementedError',
  );
  check(
    false,
    () =>
      `Input Error: Only 3D, 4D and 5D input Tensors supported (got ${rank + 2}D) for the modes: nearest | linear | bilinear | bicubic | trilinear | area | nearest-exact (got ${mode})`,
    'NotImplementedError',
  );
  return input;
}

export const upsample = defineOp(
  "upsample(Tensor input, SymInt[1]? size=None, float[1]? scale_factor=None, str mode='nearest', bool? align_corners=None) -> Tensor",
  {
    as: ['functional'],
    grad: ({ input, mode }, old) => gradName(input.shape.length - 2, mode, old),
    body: (args) => interpolate(args),
  },
);

export const upsampleNearest = defineOp(
  'upsample_nearest(Tensor input, SymInt[1]? size=None, float[1]? scale_factor=None) -> Tensor',
  {
    as: ['functional'],
    grad: ({ input }, old) => gradName(input.shape.length - 2, 'nearest', old),
    body: (args) => interpolate(args),
  },
);

export const upsampleBilinear = defineOp(
  'upsample_bilinear(Tensor input, SymInt[1]? size=None, float[1]? scale_factor=None) -> Tensor',
  {
    as: ['functional'],
    grad: (_args, old) => gradName(2, 'bilinear', old),
    body: (args) => interpolate({ ...args, mode: 'bilinear', align_corners: true }),
  },
);
