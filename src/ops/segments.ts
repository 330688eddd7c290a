// Elements by groups along a dimension: segments that are reduced one by one, slices reduced into
// the places that an index names, slices repeated as often as a tensor says.

import { intValue, type Int } from '../base/origin.ts';
import { numberAt, type NdArray } from '../tensor/array.ts';
import { category, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { numel, printShape, wrapDim, type Shape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { notImplemented } from './binary.ts';
import { defineOp } from './define.ts';
import { checkSelected, selectedPlace } from './indexSelect.ts';
import { padded } from './scatter.ts';
import { knownNumbers } from './sorting.ts';
import { slots } from './strided.ts';

/** What a reduction starts with, how it goes on, and how it ends after so many elements. */
interface Reduction {
  readonly start: number;
  readonly next: (sofar: number, x: number) => number;
  readonly end?: (total: number, count: number) => number;
}

const larger = (a: number, b: number): number => (a > b || Number.isNaN(a) ? a : b);
const smaller = (a: number, b: number): number => (a < b || Number.isNaN(a) ? a : b);
const plus = (a: number, b: number): number => a + b;

const SEGMENT_REDUCTIONS: Readonly<Record<string, Reduction>> = {
  max: { start: -Infinity, next: larger },
  min: { start: Infinity, next: smaller },
  sum: { start: 0, next: plus },
  mean: { start: 0, next: plus, end: (total, count) => total / count },
  prod: { start: 1, next: (a, b) => a * b },
};

/** Reduces segments of a dimension, given by their lengths or by where each begins and ends. */
export const segmentReduce = defineOp(
  'segment_reduce(Tensor data, str reduce, *, Tensor? lengths=None, Tensor? indices=None, Tensor? offsets=None, int axis=0, bool unsafe=False, Scalar? initial=None) -> Tensor',
  {
    as: ['function'],
    sees: ['lengths'],
    shape: ({ data, reduce, lengths, indices, offsets, axis, unsafe }) => {
      const d = wrapDim(axis, data.shape.length);
      check(reduce in SEGMENT_REDUCTIONS, () => `unsupported reduction given! ${reduce}`);
      check(
        indices === null,
        () => 'segment_reduce(): indices based reduction is not supported yet.',
      );
      const given = offsets ?? lengths;
      if (given === null) {
        check(false, () => 'segment_reduce(): Either lengths or offsets must be defined.');
        return data;
      }
      const name = offsets ? 'offsets' : 'lengths';
      check(
        d === given.shape.length - 1,
        () =>
          `segment_reduce(): Expected axis to be the last dimension of ${name} but got ${axis}.`,
      );
      if (category(data.dtype) !== 'float') notImplemented('_segment_reduce_cpu', data.dtype);
      requireIndices(given.dtype, `_segment_reduce_${name}_cpu_kernel1`);
      if (lengths?.numbers && !unsafe)
        checkLengths(lengths.numbers, intValue(data.shape[d] as Int));
      const count = intValue(given.shape[d] as Int) - (offsets ? 1 : 0);
      const shape = [...given.shape.slice(0, d), count, ...data.shape.slice(d + 1)];
      return { dtype: data.dtype, shape };
    },
    kernel: ({ data, reduce, lengths, offsets, axis, unsafe, initial }, out) => {
      const d = wrapDim(axis, data.shape.length);
      if (lengths && !offsets && !unsafe) checkLengths(lengths, data.shape[d] as number);
      const rule = SEGMENT_REDUCTIONS[reduce] as Reduction;
      const start = initial === null ? null : Number(initial.value);
      reduceSegments(data, d, boundsOf(lengths, offsets, d), rule, start, out);
    },
    cost: ({ data }) => numel(data.shape),
  },
);

function requireIndices(dtype: DType, kernelName: string): void {
  if (dtype !== 'int64' && dtype !== 'int32') notImplemented(kernelName, dtype);
}

function checkLengths(lengths: NdArray, size: number): void {
  const row = lengths.shape[lengths.shape.length - 1] as number;
  for (let start = 0; start < lengths.data.length; start += row) {
    let total = 0;
    for (let i = start; i < start + row; i++) {
      const length = numberAt(lengths, i);
      check(length >= 0, () => 'lengths contains negative value!');
      total += length;
    }
    check(
      total === size,
      () =>
        'segment_reduce(): Expected all rows of lengths along axis to sum to ' +
        'data.size(lengths.dim()-1) when !unsafe.',
    );
  }
}

/** Where each segment begins and ends, for every row of those before the dimension. */
function boundsOf(
  lengths: NdArray | null,
  offsets: NdArray | null,
  dim: number,
): readonly (readonly number[])[] {
  const given = (offsets ?? lengths) as NdArray;
  const width = given.shape[dim] as number;
  const rows: number[][] = [];
  for (let start = 0; start < given.data.length; start += width) {
    const row = Array.from({ length: width }, (_, i) => numberAt(given, start + i));
    if (offsets) rows.push(row);
    else {
      let sum = 0;
      rows.push([0, ...row.map((n) => (sum += n))]);
    }
  }
  return rows;
}

function reduceSegments(
  data: NdArray,
  dim: number,
  rows: readonly (readonly number[])[],
  { start, next, end }: Reduction,
  initial: number | null,
  out: NdArray,
): void {
  const size = data.shape[dim] as number;
  const inner = data.shape.slice(dim + 1).reduce((a, b) => a * b, 1);
  let o = 0;
  for (const [outer, bounds] of rows.entries()) {
    for (let segment = 0; segment + 1 < bounds.length; segment++) {
      const [from, to] = [bounds[segment] as number, bounds[segment + 1] as number];
      for (let k = 0; k < inner; k++) {
        let value = initial ?? start;
        for (let i = from; i < to; i++) {
          value = next(value, data.data[(outer * size + i) * inner + k] as number);
        }
        const count = to - from;
        const ended = end && (count > 0 || initial === null) ? end(value, count) : value;
        out.data[o++] = ended as never;
      }
    }
  }
}

const INDEX_REDUCTIONS: Readonly<Record<string, (a: number, b: number) => number>> = {
  prod: (a, b) => a * b,
  mean: plus,
  amax: larger,
  amin: smaller,
};

/** The source's slices combined with those that the index names. */
export const indexReduce = defineOp(
  'index_reduce(Tensor input, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    sees: ['index'],
    shape: ({ input, dim, index, source, reduce }) => {
      check(
        reduce in INDEX_REDUCTIONS,
        () =>
          'index_reduce(): Expected reduce to be one of prod, mean, amax or amin but got ' +
          `${reduce}.`,
      );
      const d = wrapDim(dim, input.shape.length);
      checkIndexReduce(input, d, index, source);
      checkSelected(index, padded(input.shape), d);
      return input;
    },
    kernel: ({ input, dim, index, source, reduce, include_self }, out) => {
      out.data.set(input.data as never);
      const shape = padded(input.shape) as readonly number[];
      const d = wrapDim(dim, shape.length);
      const inner = shape.slice(d + 1).reduce((a, b) => a * b, 1);
      const size = shape[d] as number;
      const counts = new Int32Array(size).fill(include_self ? 1 : 0);
      const combine = INDEX_REDUCTIONS[reduce] as (a: number, b: number) => number;
      for (let i = 0; i < index.data.length; i++) {
        const place = selectedPlace(numberAt(index, i), size);
        const isFirst = counts[place] === 0;
        counts[place] = (counts[place] as number) + 1;
        eachOfSlice(shape, d, (outer, k) => {
          const to = (outer * size + place) * inner + k;
          const value = source.data[(outer * index.data.length + i) * inner + k] as number;
          out.data[to] = (isFirst ? value : combine(out.data[to] as number, value)) as never;
        });
      }
      if (reduce === 'mean') divideSlices(out, shape, d, counts);
    },
    cost: ({ input, source }) => numel(input.shape) + numel(source.shape),
  },
);

function checkIndexReduce(
  input: TensorType,
  dim: number,
  index: TensorType,
  source: TensorType,
): void {
  check(
    index.shape.length <= 1,
    () =>
      `index_reduce_(): Index is supposed to be a vector, but got dim: ${index.shape.length} with ` +
      `type: ${scalarTypeName[index.dtype]} and size: ${printShape(index.shape)}`,
    'IndexError',
  );
  check(
    index.dtype === 'int64' || index.dtype === 'int32',
    () =>
      'index_reduce_(): Expected dtype int32/int64 for index but got: ' +
      scalarTypeName[index.dtype],
  );
  check(
    input.dtype === source.dtype,
    () =>
      `index_reduce_(): self (${scalarTypeName[input.dtype]}) and source ` +
      `(${scalarTypeName[source.dtype]}) must have the same scalar type`,
  );
  const [wanted, given] = [numel(index.shape), intValue(padded(source.shape)[dim] as Int)];
  check(
    wanted === given,
    () =>
      `index_reduce_(): Number of indices (${wanted}) should be equal to source.size(dim): ` +
      `(${given}), for dim: ${dim}`,
  );
  const [a, b] = [padded(input.shape), padded(source.shape)];
  for (let d = a.length - 1; d >= 0; d--) {
    check(
      d === dim || intValue(a[d] as Int) === intValue(b[d] as Int),
      () =>
        `The size of tensor a (${intValue(a[d] as Int)}) must match the size of tensor b ` +
        `(${intValue(b[d] as Int)}) at non-singleton dimension ${d < dim ? d : d - 1}`,
    );
  }
}

/** Calls back for each place beside the dimension. */
function eachOfSlice(
  shape: readonly number[],
  dim: number,
  visit: (outer: number, k: number) => void,
): void {
  const inner = shape.slice(dim + 1).reduce((a, b) => a * b, 1);
  const outer = shape.slice(0, dim).reduce((a, b) => a * b, 1);
  for (let o = 0; o < outer; o++) for (let k = 0; k < inner; k++) visit(o, k);
}

function divideSlices(
  out: NdArray,
  shape: readonly number[],
  dim: number,
  counts: Int32Array,
): void {
  const size = shape[dim] as number;
  const inner = shape.slice(dim + 1).reduce((a, b) => a * b, 1);
  eachOfSlice(shape, dim, (outer, k) => {
    for (let place = 0; place < size; place++) {
      const at = (outer * size + place) * inner + k;
      const n = counts[place] as number;
      if (n > 1) out.data[at] = divided(out.data[at] as number | bigint, n, out.dtype) as never;
    }
  });
}

/** Integers are rounded down. */
function divided(total: number | bigint, n: number, dtype: DType): number | bigint {
  if (typeof total === 'number') {
    return category(dtype) === 'int' ? Math.floor(total / n) : total / n;
  }
  const by = BigInt(n);
  const quotient = total / by;
  return total < 0n && quotient * by !== total ? quotient - 1n : quotient;
}

/** 0 as often as the first number says, then 1, and so on. */
export const repeatInterleaveCounts = defineOp(
  'repeat_interleave.Tensor(Tensor repeats, *, int? output_size=None) -> Tensor',
  {
    as: ['function'],
    grad: null,
    needs: ['repeats'],
    shape: ({ repeats, output_size }) => {
      check(repeats.shape.length === 1, () => 'repeat_interleave only accept 1D vector as repeat');
      const total = totalOf(repeats, intValue(repeats.shape[0] as Int), output_size);
      return { dtype: repeats.dtype, shape: [total] };
    },
    kernel: ({ repeats }, out) => {
      let o = 0;
      for (let i = 0; i < repeats.data.length; i++) {
        const value = (out.dtype === 'int64' ? BigInt(i) : i) as never;
        for (let n = numberAt(repeats, i); n > 0; n--) out.data[o++] = value;
      }
    },
  },
);

/** How many places `size` slices have, each repeated as often as its number says. */
function totalOf(repeats: TensorType, size: number, outputSize: number | null): number {
  requireIndices(repeats.dtype, 'repeat_interleave_cpu');
  const numbers = knownNumbers(repeats, 'repeat_interleave');
  let total = 0;
  for (let i = 0; i < numbers.data.length; i++) {
    const n = numberAt(numbers, i);
    check(n >= 0, () => 'repeats can not be negative');
    total += n;
  }
  if (numbers.data.length === 1) total *= size;
  check(
    outputSize === null || outputSize === total,
    () => 'allocated size does not match required size',
  );
  return total;
}

export const repeatInterleaveEach = defineOp(
  'repeat_interleave.self_Tensor(Tensor input, Tensor repeats, int? dim=None, *, int? output_size=None) -> Tensor',
  {
    as: ['function', 'method'],
    grad: 'IndexSelect',
    needs: ['repeats'],
    shape: ({ input, repeats, dim, output_size }) => {
      const shape: Shape = dim === null ? [numel(input.shape)] : padded(input.shape);
      const d = wrapDim(dim ?? 0, shape.length);
      const size = intValue(shape[d] as Int);
      check(repeats.shape.length <= 1, () => 'repeats must be 0-dim or 1-dim tensor');
      const given = numel(repeats.shape);
      check(
        repeats.shape.length === 0 || given === 1 || given === size,
        () => 'repeats must have the same size as input along dim',
      );
      const total = totalOf(repeats, size, output_size);
      return { dtype: input.dtype, shape: shape.map((n, i) => (i === d ? total : n)) };
    },
    kernel: ({ input, repeats, dim }, out) => {
      const shape = dim === null ? [input.data.length / slots(input.dtype)] : padded(input.shape);
      const d = wrapDim(dim ?? 0, shape.length);
      const sizes = shape as readonly number[];
      const inner = slots(input.dtype) * sizes.slice(d + 1).reduce((a, b) => a * b, 1);
      const outer = sizes.slice(0, d).reduce((a, b) => a * b, 1);
      const size = sizes[d] as number;
      let o = 0;
      for (let from = 0; from < outer * size; from++) {
        const times = numberAt(repeats, repeats.data.length === 1 ? 0 : from % size);
        const slice = input.data.subarray(from * inner, (from + 1) * inner);
        for (let n = 0; n < times; n++, o += inner) out.data.set(slice as never, o);
      }
    },
  },
);
