// Operators in ONNX's words for models that are kept, where our own kernels are better for a run: what
// moves elements one by one, by places that are known when the model is written.

import { intValue, type Int } from '../base/origin.ts';
import type { Op, OnnxBuilder, OnnxValue } from '../graph/op.ts';
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
]);

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
