// Running sums, products and extrema along one dimension.

import type { NdArray } from '../tensor/array.ts';
import { category, type DType } from '../tensor/dtype.ts';
import { wrapDim } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { notImplemented } from './binary.ts';
import { realOnly } from './broadcast.ts';
import { convert } from './convert.ts';
import { defineOp } from './define.ts';
import { lanes, reducedDims } from './lanes.ts';
import { sumType } from './reduction.ts';

interface Scan<T> {
  readonly input: T;
  readonly dim: number;
  readonly dtype: DType | null;
}

function scanType(name: string, { input, dim, dtype }: Scan<TensorType>): TensorType {
  wrapDim(dim, input.shape.length);
  const type = sumType(input.dtype, dtype);
  const known = name === 'cumsum' || name === 'cumprod';
  return { dtype: known ? type : realOnly(name, type), shape: input.shape };
}

/** Calls back with the places of each lane's elements, in order. */
function eachLane(
  shape: readonly number[],
  dim: number,
  visit: (base: number, offsets: Int32Array) => void,
): void {
  const { bases, offsets } = lanes(shape, reducedDims(shape, dim));
  for (const base of bases) visit(base, offsets);
}

function accumulate<N extends number | bigint>(
  { input, dim }: Scan<NdArray>,
  out: NdArray,
  start: N,
  add: (sofar: N, x: N) => N,
): void {
  const { data } = convert(input, out.dtype);
  eachLane(input.shape, dim, (base, offsets) => {
    let sofar = start;
    for (const offset of offsets) {
      sofar = add(sofar, data[base + offset] as N);
      out.data[base + offset] = sofar as never;
    }
  });
}

type Pair = readonly [number, number];

function scanPairs(
  { input, dim }: Scan<NdArray>,
  out: NdArray,
  start: Pair,
  add: (sofar: Pair, x: Pair) => Pair,
): void {
  const { data } = convert(input, out.dtype);
  eachLane(input.shape, dim, (base, offsets) => {
    let sofar = start;
    for (const offset of offsets) {
      const at = 2 * (base + offset);
      sofar = add(sofar, [data[at] as number, data[at + 1] as number]);
      [out.data[at], out.data[at + 1]] = sofar;
    }
  });
}

export const cumsum = defineOp(
  'cumsum(Tensor input, int dim, *, ScalarType? dtype=None) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    shape: (args) => scanType('cumsum', args),
    kernel: (args, out) => {
      if (category(out.dtype) === 'complex')
        scanPairs(args, out, [0, 0], (a, b) => [a[0] + b[0], a[1] + b[1]]);
      else if (out.dtype === 'int64') accumulate(args, out, 0n, (sofar: bigint, x) => sofar + x);
      else accumulate(args, out, 0, (sofar: number, x) => sofar + x);
    },
    onnx: (g, { input, dim }, out) => {
      const rank = input.type.shape.length;
      if (!['float32', 'float64', 'int32', 'int64'].includes(out.dtype) || rank === 0) return null;
      const axis = g.scalar(wrapDim(dim, rank), 'int64');
      return g.add('CumSum', [g.cast(input, out.dtype), axis], {}, out);
    },
  },
);

export const cumprod = defineOp(
  'cumprod(Tensor input, int dim, *, ScalarType? dtype=None) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    shape: (args) => scanType('cumprod', args),
    kernel: (args, out) => {
      if (category(out.dtype) === 'complex') {
        scanPairs(args, out, [1, 0], ([a, b], [c, d]) => [a * c - b * d, a * d + b * c]);
      } else if (out.dtype === 'int64') {
        accumulate(args, out, 1n, (sofar: bigint, x) => BigInt.asIntN(64, sofar * x));
      } else accumulate(args, out, 1, (sofar: number, x) => sofar * x);
    },
  },
);

export const logcumsumexp = defineOp('logcumsumexp(Tensor input, int dim) -> Tensor', {
  as: ['function', 'method'],
  shape: ({ input, dim }) => {
    wrapDim(dim, input.shape.length);
    if (category(input.dtype) !== 'float') notImplemented('logcumsumexp_out_cpu', input.dtype);
    return input;
  },
  kernel: ({ input, dim }, out) => {
    accumulate({ input, dim, dtype: null }, out, -Infinity, (sofar: number, x: number) => {
      const [low, high] = [Math.min(sofar, x), Math.max(sofar, x)];
      if (low === high && !Number.isFinite(low)) return low;
      return high + Math.log1p(Math.exp(low - high));
    });
  },
});

/** The last of equal extrema counts; NaN stays once it came. */
function runningExtreme(beats: (x: number, best: number) => boolean): {
  readonly shape: (args: { input: TensorType; dim: number }) => readonly TensorType[];
  readonly kernel: (
    args: { input: NdArray; dim: number },
    out: NdArray,
    outs: readonly NdArray[],
  ) => void;
} {
  return {
    shape: ({ input, dim }) => {
      wrapDim(dim, input.shape.length);
      realOnly('cummax', input.dtype);
      return [input, { dtype: 'int64', shape: input.shape }];
    },
    kernel: ({ input, dim }, out, outs) => {
      const indices = (outs[1] as NdArray).data as BigInt64Array;
      const data = input.data as Float64Array;
      eachLane(input.shape, dim, (base, offsets) => {
        let place = 0;
        let best = data[base] as number;
        for (let i = 0; i < offsets.length; i++) {
          const at = base + (offsets[i] as number);
          const x = data[at] as number;
          if (x !== x || (best === best && beats(x, best))) {
            best = x;
            place = i;
          }
          out.data[at] = best as never;
          indices[at] = BigInt(place);
        }
      });
    },
  };
}

export const cummax = defineOp('cummax(Tensor input, int dim) -> Tensor values, Tensor indices', {
  as: ['function', 'method'],
  ...runningExtreme((x, best) => x >= best),
});

export const cummin = defineOp('cummin(Tensor input, int dim) -> Tensor values, Tensor indices', {
  as: ['function', 'method'],
  ...runningExtreme((x, best) => x <= best),
});
