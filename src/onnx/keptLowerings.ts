// Operators in ONNX's words for models that are kept, where our own kernels are better for a run.

import type { Op, OnnxBuilder, OnnxValue } from '../graph/op.ts';
import type { TensorType } from '../tensor/type.ts';
import { sizes } from '../tensor/shape.ts';
import { keptIndexing } from './keptIndexing.ts';
import { keptPointwise } from './keptPointwise.ts';
import { keptViews } from './keptViews.ts';

type Lower = NonNullable<Op['lower']>;

/** By the operator's name. */
export const keptLowerings: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ...Object.entries(keptPointwise),
  ...Object.entries(keptIndexing),
  ...Object.entries(keptViews),
  ['adaptive_avg_pool1d', (g, args, [out]) => adaptiveAverage(g, args, out, 1)],
  ['adaptive_avg_pool2d', (g, args, [out]) => adaptiveAverage(g, args, out, 2)],
  ['adaptive_avg_pool3d', (g, args, [out]) => adaptiveAverage(g, args, out, 3)],
  ['tril', (g, args, [out]) => triangle(g, args, out, 0)],
  ['triu', (g, args, [out]) => triangle(g, args, out, 1)],
]);

/** ONNX Runtime cuts triangles out of floating point numbers. */
function triangle(
  g: OnnxBuilder,
  args: Parameters<Lower>[1],
  out: TensorType | undefined,
  upper: number,
): OnnxValue[] | null {
  const input = args['input'] as OnnxValue;
  if (out?.dtype !== 'bool') return null;
  const numbers = g.cast(input, 'float32');
  const diagonal = g.scalar(Number(args['diagonal']), 'int64');
  const cut = g.add('Trilu', [numbers, diagonal], { upper }, numbers.type);
  return [g.cast(cut, out.dtype)];
}

/** Windows of several sizes: the mean of each is taken by itself, one dimension after the other. */
function adaptiveAverage(
  g: OnnxBuilder,
  args: Parameters<Lower>[1],
  out: TensorType | undefined,
  rank: number,
): OnnxValue[] | null {
  let value = args['input'] as OnnxValue;
  if (out?.dtype !== 'float32') return null;
  const to = sizes(out.shape);
  if (to.slice(-rank).some((size) => size > WINDOWS_MAX)) return null;
  for (let dim = to.length - rank; dim < to.length; dim++) {
    const shape = [...sizes(value.type.shape)];
    const from = shape[dim] as number;
    const windows = to[dim] as number;
    const means = Array.from({ length: windows }, (_, i) => {
      const start = Math.floor((i * from) / windows);
      const end = Math.ceil(((i + 1) * from) / windows);
      const bounds = [g.ints([start]), g.ints([end]), g.ints([dim])];
      const part = { ...out, shape: shape.with(dim, end - start) };
      const window = g.add('Slice', [value, ...bounds], {}, part);
      return g.add(
        'ReduceMean',
        [window, g.ints([dim])],
        { keepdims: 1 },
        { ...out, shape: shape.with(dim, 1) },
      );
    });
    value = g.add('Concat', means, { axis: dim }, { ...out, shape: shape.with(dim, windows) });
  }
  return [value];
}

const WINDOWS_MAX = 64;
