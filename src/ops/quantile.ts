// Elements by rank: median, mode, kthvalue, quantile.

import type { NdArray } from '../tensor/array.ts';
import { category, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { intValue, type Int } from '../base/origin.ts';
import type { Scalar } from '../tensor/promotion.ts';
import { numel, wrapDim, type Shape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { notImplemented } from './binary.ts';
import { isScalar } from './broadcast.ts';
import { defineOp } from './define.ts';
import { checkNotEmpty, lanes, reducedDims, reducedShape } from './lanes.ts';
import { compare, sortedPlaces } from './order.ts';

interface Along<T> {
  readonly input: T;
  readonly dim: number;
  readonly keepdim: boolean;
}

/** Values along a dimension with the places where they stand. */
function rankTypes(name: string, { input, dim, keepdim }: Along<TensorType>): TensorType[] {
  if (category(input.dtype) === 'complex') notImplemented(`${name}_out_impl`, input.dtype);
  checkNotEmpty(name, input.shape, dim);
  const shape = reducedShape(input.shape, dim, keepdim);
  return [
    { dtype: input.dtype, shape },
    { dtype: 'int64', shape },
  ];
}

/** Fills both outputs with what `choose` finds among a lane's places in sorted order. */
function chooseInto(
  { input, dim }: Along<NdArray>,
  outs: readonly NdArray[],
  choose: (sorted: Uint32Array, at: (place: number) => number | bigint) => number,
): void {
  const { bases, offsets } = lanes(input.shape, reducedDims(input.shape, dim));
  const [values, indices] = outs as [NdArray, NdArray];
  bases.forEach((base, lane) => {
    const at = (place: number): number | bigint =>
      input.data[base + (offsets[place] as number)] as number | bigint;
    const place = choose(sortedPlaces(input.data, base, offsets, false), at);
    values.data[lane] = at(place) as never;
    (indices.data as BigInt64Array)[lane] = BigInt(place);
  });
}

const isNaNValue = (x: number | bigint): boolean => x !== x;

/** The lower one of two in the middle; NaN wherever there is one, unless they are left out. */
function middle(
  skipNaN: boolean,
): (sorted: Uint32Array, at: (place: number) => number | bigint) => number {
  return (sorted, at) => {
    const firstNaN = sorted.findIndex((place) => isNaNValue(at(place)));
    if (firstNaN < 0) return sorted[(sorted.length - 1) >> 1] as number;
    return sorted[skipNaN && firstNaN > 0 ? (firstNaN - 1) >> 1 : firstNaN] as number;
  };
}

function medianOfAll(skipNaN: boolean): {
  readonly shape: (args: { input: TensorType }) => TensorType;
  readonly kernel: (args: { input: NdArray }, out: NdArray) => void;
  readonly cost: (args: { input: TensorType }) => number;
} {
  return {
    shape: ({ input }) => ({ dtype: input.dtype, shape: [] }),
    kernel: ({ input }, out) => {
      const n = input.data.length;
      if (n === 0) {
        if (category(out.dtype) === 'float') out.data[0] = NaN;
        return;
      }
      const places = Int32Array.from(input.data.keys());
      const at = (place: number): number | bigint => input.data[place] as number | bigint;
      const sorted = sortedPlaces(input.data, 0, places, false);
      out.data[0] = at(middle(skipNaN)(sorted, at)) as never;
    },
    cost: ({ input }) => 10 * numel(input.shape),
  };
}

export const median = defineOp('median(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  ...medianOfAll(false),
});

export const medianDim = defineOp(
  'median.dim(Tensor input, int dim, bool keepdim=False) -> Tensor values, Tensor indices',
  {
    as: ['function', 'method'],
    shape: (args) => rankTypes('median', args),
    kernel: (args, _out, outs) => {
      chooseInto(args, outs, middle(false));
    },
  },
);

export const nanmedian = defineOp('nanmedian(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  ...medianOfAll(true),
});

export const nanmedianDim = defineOp(
  'nanmedian.dim(Tensor input, int dim, bool keepdim=False) -> Tensor values, Tensor indices',
  {
    as: ['function', 'method'],
    shape: (args) => rankTypes('median', args),
    kernel: (args, _out, outs) => {
      chooseInto(args, outs, middle(true));
    },
  },
);

/** The most frequent value, the smallest of several; its last place. */
export const mode = defineOp(
  'mode(Tensor input, int dim=-1, bool keepdim=False) -> Tensor values, Tensor indices',
  {
    as: ['function', 'method'],
    shape: (args) => rankTypes('mode', args),
    kernel: (args, _out, outs) => {
      chooseInto(args, outs, (sorted, at) => {
        let best = 0;
        let longest = 0;
        let run = 0;
        for (let i = 0; i < sorted.length; i++) {
          const place = sorted[i] as number;
          run = i > 0 && compare(at(place), at(sorted[i - 1] as number)) === 0 ? run + 1 : 1;
          if (run > longest) {
            longest = run;
            best = place;
          } else if (run > 1 && compare(at(place), at(best)) === 0) best = place;
        }
        return best;
      });
    },
  },
);

/** The k-th smallest, counted from 1. */
export const kthvalue = defineOp(
  'kthvalue(Tensor input, int k, int dim=-1, bool keepdim=False) -> Tensor values, Tensor indices',
  {
    as: ['function', 'method'],
    shape: ({ input, k, dim, keepdim }) => {
      const d = wrapDim(dim, input.shape.length);
      const size = sizeAt(input.shape, d);
      check(
        k >= 1 && k <= size,
        () => `kthvalue(): selected number k out of range for dimension ${d}`,
      );
      return rankTypes('kthvalue', { input, dim, keepdim });
    },
    kernel: ({ k, ...args }, _out, outs) => {
      chooseInto(args, outs, (sorted) => sorted[k - 1] as number);
    },
  },
);

const INTERPOLATIONS = ['linear', 'lower', 'higher', 'midpoint', 'nearest'];

interface QuantileArgs<T> {
  readonly input: T;
  readonly q: T | Scalar;
  readonly dim: number | null;
  readonly keepdim: boolean;
  readonly interpolation: string;
}

function quantileType(name: string, args: QuantileArgs<TensorType>): TensorType {
  const { input, q, dim, keepdim, interpolation } = args;
  check(numel(input.shape) > 0, () => `${name}() input tensor must be non-empty`);
  check(
    input.dtype === 'float32' || input.dtype === 'float64',
    () => `${name}() input tensor must be either float or double dtype`,
  );
  checkRanks(name, q, input.dtype);
  check(
    INTERPOLATIONS.includes(interpolation),
    () =>
      `${name}() interpolation must be one of linear, lower, higher, midpoint or nearest, but got ` +
      interpolation,
  );
  const kept = reducedShape(input.shape, dim, keepdim);
  return { dtype: input.dtype, shape: [...(isScalar(q) ? [] : q.shape), ...kept] };
}

function checkRanks(name: string, q: TensorType | Scalar, dtype: DType): void {
  if (isScalar(q)) {
    const value = Number(q.value);
    check(
      value >= 0 && value <= 1,
      () => `${name}() q must be in the range [0, 1] but got ${value}`,
    );
    return;
  }
  check(q.shape.length <= 1, () => `${name}() q must be a scalar or 1D tensor`);
  check(q.dtype === dtype, () => `${name}() q tensor must be same dtype as the input tensor`);
}

/** The results of one q after those of another: they make the first dimension. */
function quantileInto(args: QuantileArgs<NdArray>, out: NdArray, skipNaN: boolean): void {
  const { input, q, dim, interpolation } = args;
  const ranks = isScalar(q) ? [Number(q.value)] : [...(q.data as Float64Array)];
  const round = out.dtype === 'float32' ? Math.fround : (x: number): number => x;
  const { bases, offsets } = lanes(input.shape, reducedDims(input.shape, dim));
  const data = input.data as Float64Array;
  bases.forEach((base, lane) => {
    const all = Float64Array.from(offsets, (offset) => data[base + offset] as number).sort();
    const known = all.filter((x) => !Number.isNaN(x));
    const usable = skipNaN || known.length === all.length ? known : all.subarray(0, 0);
    ranks.forEach((rank, i) => {
      const value =
        usable.length === 0
          ? NaN
          : valueAt(usable, round(round(rank) * (usable.length - 1)), interpolation);
      out.data[i * bases.length + lane] = value;
    });
  });
}

function valueAt(sorted: Float64Array, position: number, interpolation: string): number {
  const low = sorted[Math.floor(position)] as number;
  const high = sorted[Math.ceil(position)] as number;
  const weight = position - Math.floor(position);
  if (interpolation === 'lower') return low;
  if (interpolation === 'higher') return high;
  if (interpolation === 'midpoint') return weight === 0 ? low : low + (high - low) / 2;
  if (interpolation === 'linear') {
    if (weight === 0) return low;
    return weight < 0.5 ? low + weight * (high - low) : high - (high - low) * (1 - weight);
  }
  const even = Math.floor(position) % 2 === 0;
  return weight < 0.5 || (weight === 0.5 && even) ? low : high;
}

export const quantile = defineOp(
  "quantile(Tensor input, Operand q, int? dim=None, bool keepdim=False, *, str interpolation='linear') -> Tensor",
  {
    grad: (_args, old) => `SqueezeBackward${old ? 3 : 4}`,
    as: ['function', 'method'],
    shape: (args) => quantileType('quantile', args),
    kernel: (args, out) => {
      quantileInto(args, out, false);
    },
    cost: ({ input }) => 10 * numel(input.shape),
  },
);

export const nanquantile = defineOp(
  "nanquantile(Tensor input, Operand q, int? dim=None, bool keepdim=False, *, str interpolation='linear') -> Tensor",
  {
    grad: (_args, old) => `SqueezeBackward${old ? 3 : 4}`,
    as: ['function', 'method'],
    shape: (args) => quantileType('nanquantile', args),
    kernel: (args, out) => {
      quantileInto(args, out, true);
    },
    cost: ({ input }) => 10 * numel(input.shape),
  },
);

/** A dimension as a number; 1 for a tensor without dimensions. */
export function sizeAt(shape: Shape, dim: number): number {
  return intValue((shape[dim] ?? 1) as Int);
}
