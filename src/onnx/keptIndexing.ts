// Elements taken and put by indices, and in order, in ONNX's words for models that are kept; see
// keptLowerings.ts.

import type { OnnxBuilder, OnnxValue, Op } from '../graph/op.ts';
import { broadcastAll, numel, sizes } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';

type Lower = NonNullable<Op['lower']>;
type Args = Parameters<Lower>[1];

export const keptIndexing: Readonly<Record<string, Lower>> = {
  index: (g, args, [out]) => {
    const plan = planOf(g, args);
    if (!plan || !out) return null;
    const { rows, places, before } = plan;
    const shape = [...sizes(places.type.shape), ...sizes(rows.type.shape).slice(1)];
    const taken = g.add('Gather', [rows, places], { axis: 0 }, { ...out, shape });
    if (before === 0) return [restored(g, taken, plan, out)];
    // Dimensions before the indices come first again, where those stand together.
    const count = places.type.shape.length;
    const split = [...sizes(places.type.shape), ...plan.rest];
    const whole = reshaped(g, taken, split);
    const order = [
      ...range(count, count + before),
      ...range(0, count),
      ...range(count + before, split.length),
    ];
    return [g.add('Transpose', [whole], { perm: order }, out)];
  },
  index_put: (g, args, [out]) => {
    if (!out) return null;
    const masked = maskPut(g, args, out);
    if (masked) return masked;
    const plan = planOf(g, args);
    const values = args['values'] as OnnxValue;
    if (!plan || plan.before > 0 || values.type.dtype !== out.dtype) return null;
    const { rows, places, order, rest } = plan;
    const count = numel(places.type.shape);
    const target = [...sizes(places.type.shape), ...rest];
    const wide = { ...values.type, shape: target };
    const spread = g.add('Expand', [values, g.ints(target)], {}, wide);
    const updates = reshaped(g, spread, [count, ...sizes(rows.type.shape).slice(1)]);
    const indices = reshaped(g, places, [count, 1]);
    const attributes: Record<string, string> =
      args['accumulate'] === true ? { reduction: 'add' } : {};
    const written = g.add('ScatterND', [rows, indices, updates], attributes, rows.type);
    const shape = order.map((dim) => sizes(out.shape)[dim] as number);
    const back = order.map((_, dim) => order.indexOf(dim));
    return [g.add('Transpose', [reshaped(g, written, shape)], { perm: back }, out)];
  },
  scatter_add: (g, args, [out]) => scattered(g, args, args['src'] as OnnxValue, out, 'add'),
  'scatter.value': (g, args, [out]) => {
    const index = args['index'] as OnnxValue;
    if (!out || args['reduce']) return null;
    const { value } = args['value'] as { readonly value: number | bigint | boolean };
    const shape = sizes(index.type.shape);
    const number = g.scalar(Number(value), out.dtype);
    const filled = g.add('Expand', [number, g.ints(shape)], {}, { dtype: out.dtype, shape });
    return scattered(g, args, filled, out, 'none');
  },
  index_add: (g, args, [out]) => {
    const { kind, value } = args['alpha'] as { readonly kind: string; readonly value: unknown };
    if (kind === 'complex' || Number(value) !== 1) return null;
    return along(g, args, out, 'add');
  },
  index_copy: (g, args, [out]) => along(g, args, out, 'none'),
  sort: (g, args, outs) => sorted(g, args, outs, args['descending'] === true),
  'sort.stable': (g, args, outs) => sorted(g, args, outs, args['descending'] === true),
  'one_hot.classes': (g, args, [out]) => {
    const input = args['input'] as OnnxValue;
    const classes = Number(args['num_classes']);
    if (!out || input.type.dtype !== 'int64' || classes < 0) return null;
    const column = reshaped(g, input, [...sizes(input.type.shape), 1]);
    const equal = g.add(
      'Equal',
      [column, g.ints(range(0, classes))],
      {},
      { ...out, dtype: 'bool' },
    );
    return [g.cast(equal, out.dtype)];
  },
};

/** One number where a mask on the first dimensions says so. */
function maskPut(g: OnnxBuilder, args: Args, out: TensorType): OnnxValue[] | null {
  const input = args['input'] as OnnxValue;
  const values = args['values'] as OnnxValue;
  const [mask, ...others] = args['indices'] as readonly (OnnxValue | null)[];
  if (mask?.type.dtype !== 'bool' || others.some((each) => each !== null)) return null;
  if (numel(values.type.shape) !== 1 || values.type.dtype !== out.dtype) return null;
  const shape = sizes(mask.type.shape);
  const ones = sizes(out.shape)
    .slice(shape.length)
    .map(() => 1);
  const condition = reshaped(g, mask, [...shape, ...ones]);
  const number = reshaped(g, values, []);
  const added = args['accumulate'] === true ? g.add('Add', [input, number], {}, out) : number;
  return [g.add('Where', [condition, added, input], {}, out)];
}

interface Plan {
  /** The input with the indexed dimensions first, as one. */
  readonly rows: OnnxValue;
  /** Where in the first dimension of that. */
  readonly places: OnnxValue;
  /** The sizes of the other dimensions. */
  readonly rest: readonly number[];
  /** The input's dimensions as they stand in `rows`. */
  readonly order: readonly number[];
  /** How many dimensions stand before the indices, where these stand together. */
  readonly before: number;
}

/** What integer indices on some of the dimensions come to; null for masks. */
function planOf(g: OnnxBuilder, args: Args): Plan | null {
  const input = args['input'] as OnnxValue;
  const indices = args['indices'] as readonly (OnnxValue | null)[];
  const shape = sizes(input.type.shape);
  const dims = indices.flatMap((each, dim) => (each ? [dim] : []));
  const given = indices.filter((each) => each !== null);
  const [first] = dims;
  if (first === undefined || given.some(({ type }) => !/^int(32|64)$/.test(type.dtype)))
    return null;
  const order = [...dims, ...range(0, shape.length).filter((dim) => !dims.includes(dim))];
  const rest = order.slice(dims.length).map((dim) => shape[dim] as number);
  const common = sizes(broadcastAll(given.map(({ type }) => type.shape)));
  let places: OnnxValue | null = null;
  for (const [i, each] of given.entries()) {
    const size = g.scalar(shape[dims[i] as number] as number, 'int64');
    const type: TensorType = { dtype: 'int64', shape: common };
    // Mod has the sign of the divisor: what is negative counts from the end.
    const own = { dtype: 'int64' as const, shape: each.type.shape };
    const place = g.add('Mod', [g.cast(each, 'int64'), size], {}, own);
    places = places
      ? g.add('Add', [g.add('Mul', [places, size], {}, type), place], {}, type)
      : place;
  }
  const turned = g.add(
    'Transpose',
    [input],
    { perm: order },
    { ...input.type, shape: order.map((dim) => shape[dim] as number) },
  );
  const length = dims.reduce((product, dim) => product * (shape[dim] as number), 1);
  const together = dims.every((dim, i) => dim === first + i);
  const wide = g.add(
    'Expand',
    [places as OnnxValue, g.ints(common)],
    {},
    { dtype: 'int64', shape: common },
  );
  return {
    rows: reshaped(g, turned, [length, ...rest]),
    places: wide,
    rest,
    order,
    before: together ? first : 0,
  };
}

function restored(
  g: OnnxBuilder,
  value: OnnxValue,
  { places, rest }: Plan,
  out: TensorType,
): OnnxValue {
  const shape = [...sizes(places.type.shape), ...rest];
  return g.add('Reshape', [value, g.ints(shape)], {}, out);
}

/** ScatterElements, whose updates are as large as the indices. */
function scattered(
  g: OnnxBuilder,
  args: Args,
  updates: OnnxValue,
  out: TensorType | undefined,
  reduction: 'add' | 'none',
): OnnxValue[] | null {
  const input = args['input'] as OnnxValue;
  const index = args['index'] as OnnxValue;
  const rank = input.type.shape.length;
  if (!out || rank === 0 || index.type.shape.length !== rank) return null;
  if (updates.type.dtype !== out.dtype || updates.type.shape.length !== rank) return null;
  const shape = sizes(index.type.shape);
  const zeros = g.ints(shape.map(() => 0));
  const axes = g.ints(range(0, rank));
  const cut = g.add('Slice', [updates, zeros, g.ints(shape), axes], {}, { ...updates.type, shape });
  const dim = (Number(args['dim']) + rank) % rank;
  const attributes = { axis: dim, ...(reduction === 'add' && { reduction }) };
  return [g.add('ScatterElements', [input, g.cast(index, 'int64'), cut], attributes, out)];
}

/** One index for each slice along a dimension. */
function along(
  g: OnnxBuilder,
  args: Args,
  out: TensorType | undefined,
  reduction: 'add' | 'none',
): OnnxValue[] | null {
  const source = args['source'] as OnnxValue;
  const index = args['index'] as OnnxValue;
  const rank = source.type.shape.length;
  if (rank === 0 || index.type.shape.length !== 1) return null;
  const dim = (Number(args['dim']) + rank) % rank;
  const shape = sizes(source.type.shape);
  const column = reshaped(
    g,
    index,
    shape.map((size, i) => (i === dim ? size : 1)),
  );
  const wide = g.add('Expand', [column, g.ints(shape)], {}, { dtype: index.type.dtype, shape });
  return scattered(g, { ...args, index: wide }, source, out, reduction);
}

/** All of a dimension in order; of equal ones the first comes first, as in a stable sort. */
function sorted(
  g: OnnxBuilder,
  args: Args,
  outs: readonly TensorType[],
  descending: boolean,
): OnnxValue[] | null {
  const input = args['input'] as OnnxValue;
  const { dtype, shape } = input.type;
  const rank = shape.length;
  if (rank === 0 || !/^(float32|float64|int32|int64)$/.test(dtype)) return null;
  const axis = (Number(args['dim']) + rank) % rank;
  const count = g.ints([sizes(shape)[axis] as number]);
  const top = (value: OnnxValue): OnnxValue[] => {
    const types = [value.type, { dtype: 'int64' as const, shape }];
    return g.addMany(
      'TopK',
      [value, count],
      { axis, largest: Number(descending), sorted: 1 },
      types,
    );
  };
  if (!dtype.startsWith('float')) return top(input);
  // NaN is the greatest: with infinity's place at first, then after all of those.
  const isNumber = g.add('Equal', [input, input], {}, { dtype: 'bool', shape });
  const infinite = g.scalar(Infinity, dtype);
  const [, order] = top(g.add('Where', [isNumber, input, infinite], {}, input.type));
  const pick = (from: OnnxValue, places: OnnxValue): OnnxValue =>
    g.add('GatherElements', [from, places], { axis }, from.type);
  const isNaN = g.add('Not', [isNumber], {}, { dtype: 'bool', shape });
  const marks = pick(g.cast(isNaN, 'float32'), order as OnnxValue);
  const [, last] = top(marks);
  const places = pick(order as OnnxValue, last as OnnxValue);
  return outs.length === 2 ? [pick(input, places), places] : null;
}

function reshaped(g: OnnxBuilder, value: OnnxValue, shape: readonly number[]): OnnxValue {
  return g.add('Reshape', [value, g.ints(shape)], {}, { ...value.type, shape });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
