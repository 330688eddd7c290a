// Sorting, and finding places in what is sorted: sort, topk, unique, searchsorted, histograms.

import { intValue, type Int } from '../base/origin.ts';
import type { OnnxBuilder, OnnxValue } from '../graph/op.ts';
import type { NdArray } from '../tensor/array.ts';
import { category, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check, Unsupported } from '../tensor/errors.ts';
import type { Scalar } from '../tensor/promotion.ts';
import { numel, printShape, sameShape, sizes, wrapDim } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { notImplemented } from './binary.ts';
import { isScalar, realOnly } from './broadcast.ts';
import { convert } from './convert.ts';
import { defineOp } from './define.ts';
import { lanes, nanMarks, reducedDims } from './lanes.ts';
import { compare, sortedPlaces } from './order.ts';
import { scalarArray } from './creation.ts';

/** Sorted along a dimension, and the places where the elements were. Equal ones keep their order. */
export const sort = defineOp(
  'sort(Tensor input, int dim=-1, bool descending=False) -> Tensor values, Tensor indices',
  {
    as: ['function', 'method'],
    shape: ({ input, dim }) => sortTypes(input, dim),
    kernel: ({ input, dim, descending }, _out, outs) => {
      sortInto(input, dim, descending, outs);
    },
    cost: ({ input }) => 10 * numel(input.shape),
  },
);

export const stableSort = defineOp(
  'sort.stable(Tensor input, *, bool? stable, int dim=-1, bool descending=False) -> Tensor values, Tensor indices',
  {
    as: ['function', 'method'],
    grad: 'Sort',
    body: ({ input, dim, descending }) => sort({ input, dim, descending }),
  },
);

function sortTypes(input: TensorType, dim: number): TensorType[] {
  wrapDim(dim, input.shape.length);
  return [
    { dtype: realOnly('sort', input.dtype), shape: input.shape },
    { dtype: 'int64', shape: input.shape },
  ];
}

function sortInto(
  input: NdArray,
  dim: number,
  descending: boolean,
  outs: readonly NdArray[],
): void {
  const { bases, offsets } = lanes(input.shape, reducedDims(input.shape, dim));
  const [values, indices] = outs as [NdArray, NdArray];
  for (const base of bases) {
    sortedPlaces(input.data, base, offsets, descending).forEach((place, i) => {
      const at = base + (offsets[i] as number);
      values.data[at] = input.data[base + (offsets[place] as number)] as never;
      indices.data[at] = BigInt(place) as never;
    });
  }
}

export const argsort = defineOp(
  'argsort(Tensor input, int dim=-1, bool descending=False) -> Tensor',
  {
    as: ['function', 'method'],
    grad: null,
    body: ({ input, dim, descending }) => {
      const [, indices] = sort({ input, dim, descending });
      if (!indices) throw new Error('sort gives two tensors');
      return indices;
    },
  },
);

export const stableArgsort = defineOp(
  'argsort.stable(Tensor input, *, bool stable, int dim=-1, bool descending=False) -> Tensor',
  {
    as: ['function', 'method'],
    grad: null,
    body: ({ input, dim, descending }) => argsort({ input, dim, descending }),
  },
);

export const msort = defineOp('msort(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  grad: 'Sort',
  body: ({ input }) => {
    const [values] = sort({ input, dim: 0 });
    if (!values) throw new Error('sort gives two tensors');
    return values;
  },
});

/** The k largest or smallest along a dimension, with their places. */
export const topk = defineOp(
  'topk(Tensor input, SymInt k, int dim=-1, bool largest=True, bool sorted=True) -> Tensor values, Tensor indices',
  {
    as: ['function', 'method'],
    shape: ({ input, k, dim }) => {
      const d = wrapDim(dim, input.shape.length);
      const size = intValue((input.shape[d] ?? 1) as Int);
      const wanted = intValue(k);
      check(wanted >= 0 && wanted <= size, () => 'selected index k out of range');
      if (input.dtype === 'bool') notImplemented('topk_cpu', input.dtype);
      const shape = input.shape.map((n, i) => (i === d ? k : n));
      return [
        { dtype: realOnly('topk', input.dtype), shape },
        { dtype: 'int64', shape },
      ];
    },
    kernel: ({ input, k, dim, largest }, values, outs) => {
      const from = lanes(input.shape, reducedDims(input.shape, dim));
      const to = lanes(values.shape, reducedDims(values.shape, dim));
      const indices = outs[1] as NdArray;
      from.bases.forEach((base, lane) => {
        const order = sortedPlaces(input.data, base, from.offsets, largest);
        for (let i = 0; i < intValue(k); i++) {
          const place = order[i] as number;
          const at = (to.bases[lane] as number) + (to.offsets[i] as number);
          values.data[at] = input.data[base + (from.offsets[place] as number)] as never;
          indices.data[at] = BigInt(place) as never;
        }
      });
    },
    onnx: (g, { input, k, dim, largest }, _out, outs) => {
      const { shape, dtype } = input.type;
      if (!['float32', 'int32', 'int64'].includes(dtype) || shape.length === 0) return null;
      const axis = wrapDim(dim, shape.length);
      const attributes = { axis, largest: largest ? 1 : 0, sorted: 1 };
      const count = g.ints([intValue(k)]);
      if (dtype !== 'float32') return g.addMany('TopK', [input, count], attributes, outs);
      const [out, places] = outs as [TensorType, TensorType];
      const [, indices] = g.addMany('TopK', [orderedOnnx(g, input), count], attributes, [
        { ...out, dtype: 'float64' },
        places,
      ]) as [OnnxValue, OnnxValue];
      return [g.add('GatherElements', [input, indices], { axis }, out), indices];
    },
    cost: ({ input }) => 10 * numel(input.shape),
  },
);

/** Numbers in the order of float32 numbers, with NaN above all: ONNX Runtime has no place for it. */
function orderedOnnx(g: OnnxBuilder, input: OnnxValue): OnnxValue {
  const { shape } = input.type;
  const type = { dtype: 'float64', shape } as const;
  const finite = g.add('Min', [g.cast(input, 'float64'), g.scalar(1e299, 'float64')], {}, type);
  const isNaN = g.cast(nanMarks(g, input), 'bool');
  return g.add('Where', [isNaN, g.scalar(1e300, 'float64'), finite], {}, type);
}

/** The numbers of an argument that decides about a shape. */
export function knownNumbers(type: TensorType, operator: string): NdArray {
  if (!type.numbers) throw new Unsupported(`${operator}: its shape depends on unknown numbers`);
  return type.numbers;
}

/** Distinct elements in ascending order; the inverse and the counts are wanted seldom. */
export const unique = defineOp(
  'unique_of(Tensor input, bool return_inverse=True, bool return_counts=True) -> Tensor, Tensor, Tensor',
  {
    grad: null,
    needs: ['input'],
    shape: ({ input }) => {
      const found = groups(knownNumbers(input, 'unique'), null).length;
      return [
        { dtype: input.dtype, shape: [found] },
        { dtype: 'int64', shape: input.shape },
        { dtype: 'int64', shape: [found] },
      ];
    },
    kernel: ({ input }, _out, outs) => {
      fillGroups(groups(input, null), input, null, outs);
    },
  },
);

/** Distinct slices along a dimension, in ascending order. */
export const uniqueDim = defineOp('unique_along(Tensor input, int dim) -> Tensor, Tensor, Tensor', {
  grad: null,
  needs: ['input'],
  shape: ({ input, dim }) => {
    const d = wrapDim(dim, input.shape.length);
    const found = groups(knownNumbers(input, 'unique'), d).length;
    return [
      { dtype: input.dtype, shape: input.shape.map((n, i) => (i === d ? found : n)) },
      { dtype: 'int64', shape: [input.shape[d] as Int] },
      { dtype: 'int64', shape: [found] },
    ];
  },
  kernel: ({ input, dim }, _out, outs) => {
    const d = wrapDim(dim, input.shape.length);
    fillGroups(groups(input, d), input, d, outs);
  },
});

/** Runs of equal neighbours, counted once each. */
export const uniqueConsecutive = defineOp(
  'unique_consecutive_of(Tensor input, int? dim=None) -> Tensor, Tensor, Tensor',
  {
    grad: null,
    needs: ['input'],
    shape: ({ input, dim }) => {
      const d = dim === null ? null : wrapDim(dim, input.shape.length);
      const found = runs(knownNumbers(input, 'unique_consecutive'), d).length;
      const whole = d === null ? [found] : input.shape.map((n, i) => (i === d ? found : n));
      return [
        { dtype: input.dtype, shape: whole },
        { dtype: 'int64', shape: d === null ? input.shape : [input.shape[d] as Int] },
        { dtype: 'int64', shape: [found] },
      ];
    },
    kernel: ({ input, dim }, _out, outs) => {
      const d = dim === null ? null : wrapDim(dim, input.shape.length);
      fillGroups(runs(input, d), input, d, outs);
    },
  },
);

/** What is compared: single elements, or slices of a dimension, each with its elements' places. */
function slicesOf(input: NdArray, dim: number | null): { count: number; places: Int32Array[] } {
  if (dim === null) {
    const places = Array.from(input.data.keys(), (i) => Int32Array.of(i));
    return { count: input.data.length, places };
  }
  const { bases, offsets } = lanes(input.shape, [dim]);
  const places = Array.from(offsets, (offset) => bases.map((base) => base + offset));
  return { count: offsets.length, places };
}

function compareSlices(input: NdArray, a: Int32Array, b: Int32Array): number {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [input.data[a[i] as number], input.data[b[i] as number]] as number[];
    const order = compare(x as number, y as number);
    if (order !== 0) return order;
    // Each NaN is distinct.
    if (x !== x) return -1;
  }
  return 0;
}

function groups(input: NdArray, dim: number | null): number[][] {
  const { count, places } = slicesOf(input, dim);
  const order = Array.from({ length: count }, (_, i) => i);
  order.sort(
    (i, j) => compareSlices(input, places[i] as Int32Array, places[j] as Int32Array) || i - j,
  );
  return grouped(order, (i, j) => isEqual(input, places[i] as Int32Array, places[j] as Int32Array));
}

function runs(input: NdArray, dim: number | null): number[][] {
  const { count, places } = slicesOf(input, dim);
  const order = Array.from({ length: count }, (_, i) => i);
  return grouped(order, (i, j) => isEqual(input, places[i] as Int32Array, places[j] as Int32Array));
}

function isEqual(input: NdArray, a: Int32Array, b: Int32Array): boolean {
  return a.every((at, i) => input.data[at] === input.data[b[i] as number]);
}

function grouped(order: readonly number[], same: (i: number, j: number) => boolean): number[][] {
  const found: number[][] = [];
  for (const i of order) {
    const last = found[found.length - 1];
    if (last && same(last[0] as number, i)) last.push(i);
    else found.push([i]);
  }
  return found;
}

function fillGroups(
  found: readonly number[][],
  input: NdArray,
  dim: number | null,
  outs: readonly NdArray[],
): void {
  const [values, inverse, counts] = outs as [NdArray, NdArray, NdArray];
  const from = slicesOf(input, dim).places;
  const to = slicesOf(values, dim).places;
  found.forEach((members, group) => {
    const source = from[members[0] as number] as Int32Array;
    (to[group] as Int32Array).forEach((at, i) => {
      values.data[at] = input.data[source[i] as number] as never;
    });
    for (const member of members) inverse.data[member] = BigInt(group) as never;
    counts.data[group] = BigInt(members.length) as never;
  });
}

/** Where each value would be put into the sorted sequence so that it stays sorted. */
export const searchsorted = defineOp(
  'searchsorted(Tensor sorted_sequence, Operand input, *, bool out_int32=False, bool right=False, str? side=None, Tensor? sorter=None) -> Tensor',
  {
    as: ['function'],
    grad: null,
    shape: ({ sorted_sequence: sequence, input, out_int32, right, side, sorter }) => {
      check(
        side === null || side === 'left' || side === 'right',
        () => `torch.searchsorted(): side can only be 'left' or 'right' but got ${side}`,
      );
      check(
        side !== 'left' || !right,
        () =>
          "torch.searchsorted(): side and right can't be set to opposites, got side of left while " +
          'right was True',
      );
      checkSequence(sequence, input);
      if (sorter) checkSorter(sequence, sorter);
      return { dtype: out_int32 ? 'int32' : 'int64', shape: isScalar(input) ? [] : input.shape };
    },
    kernel: ({ sorted_sequence: sequence, input, right, side, sorter }, out) => {
      const sorted = sorter ? inOrder(sequence, sorter) : sequence;
      search(sorted, input, right || side === 'right', out);
    },
  },
);

function checkSorter(sequence: TensorType, sorter: TensorType): void {
  check(
    sameShape(sequence.shape, sorter.shape),
    () =>
      'torch.searchsorted(): boundary and sorter must have the same size, but got boundary tensor ' +
      `${printShape(sequence.shape)}and got sorter tensor ${printShape(sorter.shape)}`,
  );
  check(
    sorter.dtype === 'int64',
    () =>
      'torch.searchsorted(): sorter must be a tensor of long dtype but got dtype ' +
      scalarTypeName[sorter.dtype],
  );
}

/** The rows of a sequence, each in the order that its sorter gives. */
function inOrder(sequence: NdArray, sorter: NdArray): NdArray {
  const width = sequence.shape[sequence.shape.length - 1] as number;
  const data = sequence.data.slice();
  for (let i = 0; i < data.length; i++) {
    const place = Number(sorter.data[i]);
    check(place >= 0 && place < width, () => 'torch.searchsorted(): sorter index out of range');
    data[i] = sequence.data[i - (i % width) + place] as never;
  }
  return { ...sequence, data };
}

function checkSequence(sequence: TensorType, input: TensorType | Scalar): void {
  const rank = isScalar(input) ? 0 : input.shape.length;
  const count = isScalar(input) ? 1 : numel(input.shape);
  check(
    sequence.shape.length === 1 || rank > 0 || (sequence.shape.length === 0 && count === 0),
    () =>
      'torch.searchsorted(): input value can be a scalar only when boundaries tensor dimension is ' +
      `1, but we got boundaries tensor dim(${sequence.shape.length}) and input value's ` +
      `dim(${rank}) numel(${count})`,
  );
  check(
    sequence.shape.length > 0,
    () =>
      'torch.searchsorted(): boundaries tensor should have positive dimension, but got 0 dimension',
  );
  if (isScalar(input)) return;
  const [a, b] = [sizes(sequence.shape), sizes(input.shape)];
  check(
    a.length === 1 || (a.length === b.length && a.slice(0, -1).join() === b.slice(0, -1).join()),
    () =>
      'torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions of ' +
      'boundaries tensor and input value tensor must match, but we got boundaries tensor ' +
      `${printShape(sequence.shape)} and input value tensor ${printShape(input.shape)}`,
  );
}

function search(sequence: NdArray, input: NdArray | Scalar, right: boolean, out: NdArray): void {
  const values = isScalar(input)
    ? scalarArray(input, input.kind === 'float' ? 'float64' : 'int64')
    : input;
  const width = sequence.shape[sequence.shape.length - 1] as number;
  const rows = sequence.shape.length === 1 ? 1 : sequence.data.length / Math.max(width, 1);
  const perRow = values.data.length / Math.max(rows, 1);
  for (let i = 0; i < values.data.length; i++) {
    const start = Math.floor(i / perRow) * width;
    const x = values.data[i] as number | bigint;
    let [low, high] = [0, width];
    while (low < high) {
      const half = (low + high) >> 1;
      const order = compare(sequence.data[start + half] as number | bigint, x);
      if (order < 0 || (right && order === 0)) low = half + 1;
      else high = half;
    }
    out.data[i] = (out.data instanceof BigInt64Array ? BigInt(low) : low) as never;
  }
}

export const bucketize = defineOp(
  'bucketize(Operand input, Tensor boundaries, *, bool out_int32=False, bool right=False) -> Tensor',
  {
    as: ['function'],
    grad: null,
    body: ({ input, boundaries, out_int32, right }) => {
      check(
        boundaries.type.shape.length === 1,
        () => `boundaries tensor must be 1 dimension, but got dim(${boundaries.type.shape.length})`,
      );
      return searchsorted({ sorted_sequence: boundaries, input, out_int32, right });
    },
  },
);

/** How many elements fall into each of `bins` equal parts of [min, max]. */
export const histc = defineOp(
  'histc(Tensor input, int bins=100, Scalar min=0, Scalar max=0) -> Tensor',
  {
    as: ['function', 'method'],
    grad: null,
    shape: ({ input, bins, min, max }) => {
      if (category(input.dtype) !== 'float') notImplemented('histogram_cpu', input.dtype);
      check(bins > 0, () => `torch.histogram(): bins must be > 0, but got ${bins} for dimension 0`);
      check(
        Number(max.value) >= Number(min.value),
        () => 'torch.histc: max must be larger than min',
      );
      return { dtype: input.dtype, shape: [bins] };
    },
    kernel: ({ input, bins, min, max }, out) => {
      const data = input.data as Float64Array;
      let [low, high] = [Number(min.value), Number(max.value)];
      if (low === high && data.length > 0) {
        low = data.reduce((a, b) => Math.min(a, b), Infinity);
        high = data.reduce((a, b) => Math.max(a, b), -Infinity);
      }
      if (low === high) [low, high] = [low - 1, high + 1];
      for (const x of data) {
        if (!(x >= low && x <= high)) continue;
        const bin = Math.min(Math.floor(((x - low) / (high - low)) * bins), bins - 1);
        out.data[bin] = ((out.data[bin] as number) + 1) as never;
      }
    },
  },
);

/** How often each number from 0 stands in a vector; its length follows from the largest. */
export const bincount = defineOp(
  'bincount(Tensor input, Tensor? weights=None, int minlength=0) -> Tensor',
  {
    as: ['function', 'method'],
    grad: null,
    needs: ['input'],
    shape: ({ input, weights, minlength }) => {
      const whole = category(input.dtype) === 'int';
      if (!whole) notImplemented('bincount_cpu', input.dtype);
      const dtype: DType =
        weights === null ? 'int64' : weights.dtype === 'float32' ? 'float32' : 'float64';
      check(minlength >= 0, () => 'minlength should be >= 0');
      const known = knownNumbers(input, 'bincount').data;
      const negative = known.some((x: number | bigint) => x < 0);
      check(
        input.shape.length === 1 && !negative,
        () => 'bincount only supports 1-d non-negative integral inputs.',
      );
      check(
        weights === null || numel(weights.shape) === numel(input.shape),
        () => 'weights should be 1-d and have the same length as input',
      );
      let largest = -1;
      for (const x of known) largest = Math.max(largest, Number(x));
      return { dtype, shape: [Math.max(largest + 1, minlength)] };
    },
    kernel: ({ input, weights }, out) => {
      const amounts = weights && convert(weights, out.dtype).data;
      input.data.forEach((x: number | bigint, i: number) => {
        const bin = Number(x);
        const more = (amounts ? amounts[i] : 1n) as never;
        out.data[bin] = ((out.data[bin] as number) + more) as never;
      });
    },
  },
);
