// The largest or smallest element: of a tensor, or along dimensions, with or without its place.

import type { NdArray } from '../tensor/array.ts';
import { category, isFloat, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import type { OnnxBuilder, OnnxValue } from '../graph/op.ts';
import { numel, type Shape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { notImplemented } from './binary.ts';
import { defineOp } from './define.ts';
import { reshape } from './shape.ts';
import { maximum, minimum } from './extrema.ts';
import {
  checkNotEmpty,
  lanes,
  nanMarks,
  onnxReduce,
  onnxWithNaN,
  reducedDims,
  reducedShape,
} from './lanes.ts';

type Dims = readonly number[] | number | null;

interface Reduced<T> {
  readonly input: T;
  readonly dim: Dims;
  readonly keepdim: boolean;
}

type Order = 'max' | 'min';

/** The place of the first largest element in a lane; NaN is larger, and smaller, than all. */
function extremePlace(data: Float64Array, base: number, offsets: Int32Array, order: Order): number {
  let place = 0;
  let best = data[base + (offsets[0] as number)] as number;
  for (let i = 1; i < offsets.length; i++) {
    const x = data[base + (offsets[i] as number)] as number;
    if (best !== best) return place;
    if (x !== x || (order === 'max' ? x > best : x < best)) {
      best = x;
      place = i;
    }
  }
  return place;
}

/** Calls back with each lane's number, and with where its extreme element is. */
function eachExtreme(
  input: NdArray,
  dim: Dims,
  order: Order,
  found: (lane: number, at: number, place: number) => void,
): void {
  const { bases, offsets } = lanes(input.shape, reducedDims(input.shape, dim));
  const data = input.data as Float64Array;
  for (let lane = 0; lane < bases.length; lane++) {
    const base = bases[lane] as number;
    const place = extremePlace(data, base, offsets, order);
    found(lane, base + (offsets[place] as number), place);
  }
}

const ONNX_EXTREMES: readonly DType[] = ['float32', 'float64', 'int32', 'int64', 'int8', 'uint8'];
const ONNX_PLACES: readonly DType[] = ['float32', 'float64', 'int32', 'int8', 'uint8'];

function onnxPlace(
  g: OnnxBuilder,
  order: Order,
  { input, dim, keepdim }: Reduced<OnnxValue>,
  out: TensorType,
): OnnxValue | null {
  const { shape, dtype } = input.type;
  if (!ONNX_PLACES.includes(dtype) || numel(shape) === 0 || shape.length === 0) return null;
  const opType = order === 'max' ? 'ArgMax' : 'ArgMin';
  const keepdims = keepdim ? 1 : 0;
  if (dim !== null) {
    const axis = reducedDims(shape, dim)[0] as number;
    return placeOf(g, opType, input, { axis, keepdims }, out);
  }
  if (keepdim) return null;
  const flat = { dtype, shape: [numel(shape)] };
  const row = g.add('Reshape', [input, g.ints([numel(shape)])], {}, flat);
  return placeOf(g, opType, row, { axis: 0, keepdims: 0 }, out);
}

/** ONNX leaves open what NaN does; in PyTorch the first one is the largest and the smallest. */
function placeOf(
  g: OnnxBuilder,
  opType: string,
  input: OnnxValue,
  attributes: { axis: number; keepdims: number },
  out: TensorType,
): OnnxValue {
  const found = g.add(opType, [input], attributes, out);
  if (!isFloat(input.type.dtype)) return found;
  const marks = nanMarks(g, input);
  const firstNaN = g.add('ArgMax', [marks], attributes, out);
  const there = g.add(
    'ReduceMax',
    [marks, g.ints([attributes.axis])],
    {
      keepdims: attributes.keepdims,
    },
    { dtype: 'int32', shape: out.shape },
  );
  return g.add('Where', [g.cast(there, 'bool'), firstNaN, found], {}, out);
}

function extremeOf(
  g: OnnxBuilder,
  opType: string,
  { input, dim, keepdim }: Reduced<OnnxValue>,
  out: TensorType,
): OnnxValue | null {
  const found = onnxReduce(g, opType, input, dim, keepdim, out, ONNX_EXTREMES);
  return found && onnxWithNaN(g, found, input, dim, keepdim, out);
}

function valuesType(name: string, { input, dim, keepdim }: Reduced<TensorType>): TensorType {
  checkNotEmpty(name, input.shape, dim);
  return { dtype: input.dtype, shape: reducedShape(input.shape, dim, keepdim) };
}

function values(order: Order): {
  readonly kernel: (args: Reduced<NdArray>, out: NdArray) => void;
  readonly onnx: (g: OnnxBuilder, args: Reduced<OnnxValue>, out: TensorType) => OnnxValue | null;
  readonly cost: (args: { input: TensorType }) => number;
} {
  return {
    kernel: ({ input, dim }, out) => {
      eachExtreme(input, dim, order, (lane, at) => {
        out.data[lane] = input.data[at] as never;
      });
    },
    onnx: (g, args, out) => extremeOf(g, order === 'max' ? 'ReduceMax' : 'ReduceMin', args, out),
    cost: ({ input }) => numel(input.shape),
  };
}

function refuseComplex(kernelName: string, { dtype }: TensorType): void {
  if (category(dtype) === 'complex') notImplemented(kernelName, dtype);
}

export const amax = defineOp('amax(Tensor input, int[1] dim=[], bool keepdim=False) -> Tensor', {
  as: ['function', 'method'],
  shape: (args) => {
    refuseComplex('max_values_cpu', args.input);
    return valuesType('amax', args);
  },
  ...values('max'),
});

export const amin = defineOp('amin(Tensor input, int[1] dim=[], bool keepdim=False) -> Tensor', {
  as: ['function', 'method'],
  shape: (args) => {
    refuseComplex('min_values_cpu', args.input);
    return valuesType('amin', args);
  },
  ...values('min'),
});

export const maxAll = defineOp('max(Tensor input) -> Tensor', {
  grad: 'MaxBackward1',
  as: ['function', 'method'],
  body: ({ input }) => {
    refuseComplex('max_all', input.type);
    checkNotEmpty('max', input.type.shape, null);
    return amax({ input });
  },
});

export const minAll = defineOp('min(Tensor input) -> Tensor', {
  grad: 'MinBackward1',
  as: ['function', 'method'],
  body: ({ input }) => {
    refuseComplex('min_all', input.type);
    checkNotEmpty('min', input.type.shape, null);
    return amin({ input });
  },
});

function withIndices(
  name: string,
  order: Order,
): {
  readonly shape: (args: Reduced<TensorType>) => readonly TensorType[];
  readonly kernel: (args: Reduced<NdArray>, out: NdArray, outs: readonly NdArray[]) => void;
  readonly onnx: (
    g: OnnxBuilder,
    args: Reduced<OnnxValue>,
    out: TensorType,
    outs: readonly TensorType[],
  ) => readonly OnnxValue[] | null;
  readonly cost: (args: { input: TensorType }) => number;
} {
  return {
    shape: (args) => {
      refuseComplex(name, args.input);
      const type = valuesType(name, args);
      return [type, { dtype: 'int64', shape: type.shape }];
    },
    kernel: ({ input, dim }, out, outs) => {
      const indices = (outs[1] as NdArray).data as BigInt64Array;
      eachExtreme(input, dim, order, (lane, at, place) => {
        out.data[lane] = input.data[at] as never;
        indices[lane] = BigInt(place);
      });
    },
    onnx: (g, args, out, outs) => {
      const places = onnxPlace(g, order, args, outs[1] as TensorType);
      const found = places && values(order).onnx(g, args, out);
      return found && places ? [found, places] : null;
    },
    cost: ({ input }) => numel(input.shape),
  };
}

export const maxDim = defineOp(
  'max.dim(Tensor input, int dim, bool keepdim=False) -> Tensor values, Tensor indices',
  { as: ['function', 'method'], ...withIndices('max', 'max') },
);

export const minDim = defineOp(
  'min.dim(Tensor input, int dim, bool keepdim=False) -> Tensor values, Tensor indices',
  { as: ['function', 'method'], ...withIndices('min', 'min') },
);

export const maxOther = defineOp('max.other(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method'],
  grad: 'Maximum',
  body: ({ input, other }) => maximum({ input, other }),
});

export const minOther = defineOp('min.other(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method'],
  grad: 'Minimum',
  body: ({ input, other }) => minimum({ input, other }),
});

function place(
  name: string,
  order: Order,
): {
  readonly grad: null;
  readonly shape: (args: Reduced<TensorType>) => TensorType;
  readonly kernel: (args: Reduced<NdArray>, out: NdArray) => void;
  readonly onnx: (g: OnnxBuilder, args: Reduced<OnnxValue>, out: TensorType) => OnnxValue | null;
  readonly cost: (args: { input: TensorType }) => number;
} {
  return {
    grad: null,
    shape: ({ input, dim, keepdim }) => {
      const kind = category(input.dtype);
      if (kind === 'bool' || kind === 'complex') notImplemented(`${name}_cpu`, input.dtype);
      checkNotEmpty(name, input.shape, dim, 'IndexError');
      return { dtype: 'int64', shape: reducedShape(input.shape, dim, keepdim) };
    },
    kernel: ({ input, dim }, out) => {
      eachExtreme(input, dim, order, (lane, _at, found) => {
        (out.data as BigInt64Array)[lane] = BigInt(found);
      });
    },
    onnx: (g, args, out) => onnxPlace(g, order, args, out),
    cost: ({ input }) => numel(input.shape),
  };
}

export const argmax = defineOp(
  'argmax(Tensor input, int? dim=None, bool keepdim=False) -> Tensor',
  { as: ['function', 'method'], ...place('argmax', 'max') },
);

export const argmin = defineOp(
  'argmin(Tensor input, int? dim=None, bool keepdim=False) -> Tensor',
  { as: ['function', 'method'], ...place('argmin', 'min') },
);

export const aminmax = defineOp(
  'aminmax(Tensor input, *, int? dim=None, bool keepdim=False) -> Tensor min, Tensor max',
  {
    as: ['function', 'method'],
    body: ({ input, dim, keepdim }) => {
      checkExtent(input.type.shape, dim);
      const dims = dim === null ? [] : [dim];
      // A kept dimension that is not there becomes one.
      const isNumber = input.type.shape.length === 0 && dim !== null && keepdim;
      const source = isNumber ? reshape({ input, shape: [1] }) : input;
      const along = { input: source, dim: dims, keepdim };
      return [amin(along), amax(along)];
    },
  },
);

function checkExtent(shape: Shape, dim: number | null): void {
  check(
    dim !== null || numel(shape) > 0,
    () =>
      'aminmax(): cannot compute aminmax over an empty dimension as the operation has no identity.',
  );
  checkNotEmpty('aminmax', shape, dim);
}
