// Operators in ONNX's words for models that are kept, where our own kernels are better for a run: what
// moves elements one by one, by places that are known when the model is written.

import { intValue, type Int } from '../base/origin.ts';
import type { Op, OnnxBuilder, OnnxValue } from '../graph/op.ts';
import type { NdArray } from '../tensor/array.ts';
import type { TensorType } from '../tensor/type.ts';
import { numel, sizes } from '../tensor/shape.ts';

type Lower = NonNullable<Op['lower']>;

/** By the operator's name. */
export const keptLowerings: ReadonlyMap<string, Lower> = new Map<string, Lower>([
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

/** Windows of several sizes, dimension by dimension: each average is a product with a matrix. */
function adaptiveAverage(
  g: OnnxBuilder,
  args: Parameters<Lower>[1],
  out: TensorType | undefined,
  rank: 1 | 2,
): OnnxValue[] | null {
  let value = args['input'] as OnnxValue;
  if (out?.dtype !== 'float32') return null;
  const from = sizes(value.type.shape);
  const to = sizes(out.shape);
  const last = from.length - 1;
  const columns = averages(from[last] as number, to[last] as number);
  const shape = [...from.slice(0, last), to[last] as number];
  value = g.add('MatMul', [value, g.constant(transposed(columns))], {}, { ...out, shape });
  if (rank === 1) return [value];
  const rows = averages(from[last - 1] as number, to[last - 1] as number);
  return [g.add('MatMul', [g.constant(rows), value], {}, out)];
}

/** A row for each window, with its share of each element. */
function averages(size: number, windows: number): NdArray {
  const data = new Float32Array(windows * size);
  for (let row = 0; row < windows; row++) {
    const start = Math.floor((row * size) / windows);
    const end = Math.ceil(((row + 1) * size) / windows);
    data.fill(1 / (end - start), row * size + start, row * size + end);
  }
  return { dtype: 'float32', shape: [windows, size], data };
}

function transposed({ dtype, shape, data }: NdArray): NdArray {
  const [rows, columns] = shape as [number, number];
  const flipped = Float32Array.from({ length: rows * columns }, (_, i) =>
    Number(data[(i % rows) * columns + Math.floor(i / rows)]),
  );
  return { dtype, shape: [columns, rows], data: flipped };
}

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
