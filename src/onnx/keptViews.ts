// Views of a storage, read and written through, in ONNX's words for models that are kept. A box of the
// tensor below, as `x[:, 1:, 0]`, is slices; any other view is read and written by its places.

import { intValue, type Int } from '../base/origin.ts';
import type { Op, OnnxBuilder, OnnxValue } from '../graph/op.ts';
import { numel, sizes } from '../tensor/shape.ts';
import { contiguousStrides } from '../tensor/strides.ts';

type Lower = NonNullable<Op['lower']>;
type Args = Parameters<Lower>[1];

export const keptViews: Readonly<Record<string, Lower>> = {
  as_strided: (g, args, [out]) => {
    const input = args['input'] as OnnxValue;
    if (!out) return null;
    const box = boxOf(sizes(input.type.shape), args);
    if (box) {
      const inside = box.map(({ start, extent }) => [start, start + extent] as const);
      return [reshaped(g, sliced(g, input, inside), sizes(out.shape))];
    }
    const places = placesOf(args);
    if (places === null) return null;
    const taken = constantPlaces(g, places, sizes(out.shape));
    return [g.add('Gather', [flat(g, input), taken], {}, out)];
  },
  as_strided_scatter: (g, args, [out]) => {
    const input = args['input'] as OnnxValue;
    const source = args['src'] as OnnxValue;
    if (!out) return null;
    const box = boxOf(sizes(input.type.shape), args);
    if (box) return [framed(g, input, source, box)];
    const places = placesOf(args);
    if (places === null) return null;
    const into = flat(g, input);
    const indices = constantPlaces(g, places, [places.length]);
    const written = g.add('ScatterElements', [into, indices, flat(g, source)], {}, into.type);
    return [reshaped(g, written, sizes(out.shape))];
  },
};

/** What of one dimension a view has. */
interface Span {
  readonly start: number;
  readonly extent: number;
}

/** The view as a part of each dimension, without gaps and in their order; null where it is not one. */
function boxOf(shape: readonly number[], args: Args): Span[] | null {
  const { size, stride, offset } = viewOf(args);
  const strides = contiguousStrides(shape);
  const kept = size.flatMap((extent, i) => (extent === 1 ? [] : [{ extent, step: stride[i] }]));
  let rest = offset;
  let next = 0;
  const box = shape.map((length, dim): Span => {
    const step = strides[dim] as number;
    const start = Math.floor(rest / step);
    rest -= start * step;
    const own = kept[next];
    const matches = own !== undefined && own.step === step && start + own.extent <= length;
    if (matches) next++;
    return { start, extent: matches ? own.extent : 1 };
  });
  const fits = box.every(({ start, extent }, dim) => start + extent <= (shape[dim] as number));
  return fits && rest === 0 && next === kept.length ? box : null;
}

/** The input with the box replaced: what is before and after it in a dimension is put around it. */
function framed(
  g: OnnxBuilder,
  input: OnnxValue,
  source: OnnxValue,
  box: readonly Span[],
): OnnxValue {
  const shape = sizes(input.type.shape);
  const bounds = box.map(({ start, extent }): [number, number] => [start, start + extent]);
  let value = reshaped(
    g,
    source,
    box.map(({ extent }) => extent),
  );
  for (let dim = shape.length - 1; dim >= 0; dim--) {
    const [start, end] = bounds[dim] as [number, number];
    const length = shape[dim] as number;
    const beside = (from: number, to: number): OnnxValue[] => {
      if (from === to) return [];
      const part = shape.map((all, d): [number, number] =>
        d < dim ? (bounds[d] as [number, number]) : d === dim ? [from, to] : [0, all],
      );
      return [sliced(g, input, part)];
    };
    const parts = [...beside(0, start), value, ...beside(end, length)];
    if (parts.length === 1) continue;
    const whole = { ...value.type, shape: sizes(value.type.shape).with(dim, length) };
    value = g.add('Concat', parts, { axis: dim }, whole);
  }
  return value;
}

function sliced(
  g: OnnxBuilder,
  value: OnnxValue,
  bounds: readonly (readonly [number, number])[],
): OnnxValue {
  const shape = sizes(value.type.shape);
  const cut = bounds.flatMap(([start, end], dim) =>
    start > 0 || end < (shape[dim] as number) ? [{ start, end, dim }] : [],
  );
  if (cut.length === 0) return value;
  const starts = g.ints(cut.map(({ start }) => start));
  const ends = g.ints(cut.map(({ end }) => end));
  const axes = g.ints(cut.map(({ dim }) => dim));
  const type = { ...value.type, shape: bounds.map(([start, end]) => end - start) };
  return g.add('Slice', [value, starts, ends, axes], {}, type);
}

function viewOf(args: Args): { size: number[]; stride: number[]; offset: number } {
  return {
    size: (args['size'] as readonly Int[]).map(intValue),
    stride: (args['stride'] as readonly Int[]).map(intValue),
    offset: intValue(args['storage_offset'] as Int),
  };
}

/** A model need not grow by more than this for one view. */
const PLACES_MAX = 2 ** 24;

/** Where in the flat input each element of the view lies. */
function placesOf(args: Args): BigInt64Array | null {
  const { size, stride, offset } = viewOf(args);
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

function reshaped(g: OnnxBuilder, value: OnnxValue, shape: readonly number[]): OnnxValue {
  return g.add('Reshape', [value, g.ints(shape)], {}, { ...value.type, shape });
}

function flat(g: OnnxBuilder, value: OnnxValue): OnnxValue {
  return reshaped(g, value, [numel(value.type.shape)]);
}
