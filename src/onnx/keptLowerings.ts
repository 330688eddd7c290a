// Operators in ONNX's words for models that are kept, where our own kernels are better for a run: what
// moves elements one by one, by places that are known when the model is written.

import { intValue, type Int } from '../base/origin.ts';
import type { Op, OnnxBuilder, OnnxValue } from '../graph/op.ts';
import type { TensorType } from '../tensor/type.ts';
import { numel, sizes } from '../tensor/shape.ts';
import { keptIndexing } from './keptIndexing.ts';
import { keptPointwise } from './keptPointwise.ts';

type Lower = NonNullable<Op['lower']>;

/** By the operator's name. */
export const keptLowerings: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ...Object.entries(keptPointwise),
  ...Object.entries(keptIndexing),
  [
    'as_strided',
    (g, args, [out]) => {
      const input = args['input'] as OnnxValue;
      const places = placesOf(args);
      if (!out || places === null) return null;
      return [
        g.add('Gather', [flat(g, input), constantPlaces(g, places, sizes(out.shape))], {}, out),
      ];
    },
  ],
  [
    'as_strided_scatter',
    (g, args, [out]) => {
      const input = args['input'] as OnnxValue;
      const places = placesOf(args);
      if (!out || places === null) return null;
      const from = flat(g, args['src'] as OnnxValue);
      const into = flat(g, input);
      const indices = constantPlaces(g, places, [places.length]);
      const written = g.add('ScatterElements', [into, indices, from], {}, into.type);
      return [g.add('Reshape', [written, g.ints(sizes(out.shape))], {}, out)];
    },
  ],
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

/** A model need not grow by more than this for one view. */
const PLACES_MAX = 2 ** 24;

/** Where in the flat input each element of the view lies. */
function placesOf(args: Parameters<Lower>[1]): BigInt64Array | null {
  const size = (args['size'] as readonly Int[]).map(intValue);
  const stride = (args['stride'] as readonly Int[]).map(intValue);
  const offset = intValue(args['storage_offset'] as Int);
  const total = numel(size);
  if (total > PLACES_MAX) return null;
  const places = new BigInt64Array(total);
  for (let i = 0; i < total; i++) {
    let place = offset;
    let rest = i;
    for (let dim = size.length - 1; dim >= 0; dim--) {
      const extent = size[dim] as number;
      place += (rest % extent) * (stride[dim] as number);
      rest = Math.floor(rest / extent);
    }
    places[i] = BigInt(place);
  }
  return places;
}

function constantPlaces(g: OnnxBuilder, data: BigInt64Array, shape: readonly number[]): OnnxValue {
  return g.constant({ dtype: 'int64', shape, data });
}

function flat(g: OnnxBuilder, value: OnnxValue): OnnxValue {
  const { dtype, shape } = value.type;
  const length = numel(shape);
  return g.add('Reshape', [value, g.ints([length])], {}, { dtype, shape: [length] });
}
