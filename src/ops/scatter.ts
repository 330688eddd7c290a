// Elements picked and placed along one dimension by an index tensor of the result's shape: gather,
// scatter in its modes, take_along_dim. Where the index is a vector: indexSelect.ts.

import { intValue, type Int } from '../base/origin.ts';
import { numberAt, type NdArray } from '../tensor/array.ts';
import { category, scalarTypeName } from '../tensor/dtype.ts';
import { check, Unsupported } from '../tensor/errors.ts';
import type { Scalar } from '../tensor/promotion.ts';
import { broadcast, numel, printShape, wrapDim, type Shape } from '../tensor/shape.ts';
import { contiguousStrides } from '../tensor/strides.ts';
import type { TensorType } from '../tensor/type.ts';
import { isScalar } from './broadcast.ts';
import { scalarArray } from './creation.ts';
import { defineOp } from './define.ts';
import { positions } from './lanes.ts';
import { expand, reshape } from './shape.ts';
import { slots } from './strided.ts';

/** A tensor without dimensions counts as one of one element. */
export function padded(shape: Shape): Shape {
  return shape.length === 0 ? [1] : shape;
}

function checkIndexType(name: string, { dtype, shape }: TensorType): void {
  if (numel(shape) === 0) return;
  check(dtype === 'int64' || dtype === 'int32', () => `${name}(): Expected dtype int64 for index`);
}

function outOfBounds(at: number, dim: number, size: number): number {
  check(
    at >= 0 && at < size,
    () => `index ${at} is out of bounds for dimension ${dim} with size ${size}`,
  );
  return at;
}

function checkKnown(index: TensorType, shape: Shape, dim: number): void {
  if (!index.numbers) return;
  const size = intValue(padded(shape)[dim] as Int);
  for (const n of index.numbers.data) outOfBounds(Number(n), dim, size);
}

/** Calls back with each index element's number and the place that it means in the tensor. */
function visitAlong(
  index: NdArray,
  shape: readonly number[],
  dim: number,
  visit: (i: number, at: number) => void,
): void {
  const full = shape.length === 0 ? [1] : shape;
  const own = index.shape.length === 0 ? [1] : index.shape;
  const strides = contiguousStrides(full);
  const rest = strides.map((stride, d) => (d === dim ? 0 : stride));
  const starts = positions(own, rest, [...own.keys()]);
  const step = strides[dim] as number;
  const size = full[dim] as number;
  for (let i = 0; i < starts.length; i++) {
    const place = outOfBounds(numberAt(index, i), dim, size);
    visit(i, (starts[i] as number) + place * step);
  }
}

/** Where the elements of an index lie in a source that is as large or larger. */
function sourcePlaces(index: NdArray, source: NdArray): Int32Array {
  const own = index.shape.length === 0 ? [1] : index.shape;
  const strides = contiguousStrides(source.shape.length === 0 ? [1] : source.shape);
  return positions(own, strides, [...own.keys()]);
}

export const gather = defineOp(
  'gather(Tensor input, int dim, Tensor index, *, bool sparse_grad=False) -> Tensor',
  {
    as: ['function', 'method'],
    sees: ['index'],
    shape: ({ input, dim, index }) => {
      const d = wrapDim(dim, input.shape.length);
      checkIndexType('gather', index);
      if (numel(index.shape) > 0) checkGather(input.shape, index.shape, d);
      checkKnown(index, input.shape, d);
      return { dtype: input.dtype, shape: index.shape };
    },
    kernel: ({ input, dim, index }, out) => {
      const unit = slots(out.dtype);
      visitAlong(index, input.shape, wrapDim(dim, input.shape.length), (i, at) => {
        for (let part = 0; part < unit; part++) {
          out.data[unit * i + part] = input.data[unit * at + part] as never;
        }
      });
    },
    onnx: (g, { input, dim, index }, out) => {
      const rank = input.type.shape.length;
      if (rank === 0 || !/^(float(32|64)|int(8|32|64)|uint8|bool)$/.test(out.dtype)) return null;
      return g.add('GatherElements', [input, index], { axis: wrapDim(dim, rank) }, out);
    },
  },
);

function checkGather(input: Shape, index: Shape, dim: number): void {
  const [a, b] = [padded(input), padded(index)];
  check(
    a.length === b.length,
    () => 'Index tensor must have the same number of dimensions as input tensor',
  );
  for (const [d, n] of b.entries()) {
    check(
      d === dim || intValue(n) <= intValue(a[d] as Int),
      () =>
        `Size does not match at dimension ${d} expected index ${printShape(index)} to be smaller ` +
        `than self ${printShape(input)} apart from dimension ${dim}`,
    );
  }
}

type Reduce = 'replace' | 'sum' | 'prod' | 'mean' | 'amax' | 'amin';

function scatterType(
  input: TensorType,
  dim: number,
  index: TensorType,
  src: TensorType | Scalar,
): TensorType {
  const d = wrapDim(dim, input.shape.length);
  checkIndexType('scatter', index);
  check(
    isScalar(src) || src.dtype === input.dtype,
    () => 'scatter(): Expected self.dtype to be equal to src.dtype',
  );
  if (numel(index.shape) === 0) return input;
  const [a, b] = [padded(input.shape), padded(index.shape)];
  const c = isScalar(src) ? b : padded(src.shape);
  check(
    a.length === b.length,
    () => 'Index tensor must have the same number of dimensions as self tensor',
  );
  check(
    c.length === b.length,
    () => 'Index tensor must have the same number of dimensions as src tensor',
  );
  const fits = b.every((n, i) => {
    const size = intValue(n);
    return (i === d || size <= intValue(a[i] as Int)) && size <= intValue(c[i] as Int);
  });
  check(fits, () =>
    isScalar(src)
      ? `Expected index ${printShape(index.shape)} to be smaller than self ` +
        `${printShape(input.shape)} apart from dimension ${d}`
      : `Expected index ${printShape(index.shape)} to be smaller than self ` +
        `${printShape(input.shape)} apart from dimension ${d} and to be smaller size than src ` +
        printShape(src.shape),
  );
  checkKnown(index, input.shape, d);
  return input;
}

function scatterInto(
  {
    input,
    dim,
    index,
    src,
  }: { input: NdArray; dim: number; index: NdArray; src: NdArray | Scalar },
  out: NdArray,
  reduce: Reduce,
  includeSelf = true,
): void {
  out.data.set(input.data as never);
  const source = isScalar(src) ? scalarArray(src, out.dtype) : src;
  const places = isScalar(src) ? null : sourcePlaces(index, source);
  const met = new Map<number, number>();
  const complex = slots(out.dtype) === 2;
  visitAlong(index, input.shape, wrapDim(dim, input.shape.length), (i, at) => {
    const from = places ? (places[i] as number) : 0;
    if (complex) {
      scatterComplex(source, from, out, at, reduce);
      return;
    }
    const value = source.data[from] as number;
    const before = out.data[at] as number;
    const first = !includeSelf && !met.has(at);
    met.set(at, (met.get(at) ?? (includeSelf ? 1 : 0)) + 1);
    out.data[at] = (first ? value : combined(reduce, before, value)) as never;
  });
  if (reduce === 'mean') divideByCounts(out, met);
}

function scatterComplex(
  source: NdArray,
  from: number,
  out: NdArray,
  at: number,
  reduce: Reduce,
): void {
  if (reduce !== 'replace' && reduce !== 'sum') throw new Unsupported('scatter of complex numbers');
  for (const part of [0, 1]) {
    const value = source.data[2 * from + part] as number;
    const before = reduce === 'sum' ? (out.data[2 * at + part] as number) : 0;
    out.data[2 * at + part] = before + value;
  }
}

function combined(reduce: Reduce, before: number, value: number): number {
  switch (reduce) {
    case 'replace':
      return value;
    case 'sum':
    case 'mean':
      return before + value;
    case 'prod':
      return before * value;
    case 'amax':
      return before > value || before !== before ? before : value;
    case 'amin':
      return before < value || before !== before ? before : value;
  }
}

function divideByCounts(out: NdArray, counts: ReadonlyMap<number, number>): void {
  const whole = category(out.dtype) === 'int';
  for (const [at, n] of counts) {
    const total = out.data[at] as number | bigint;
    if (typeof total === 'bigint') out.data[at] = floorDivided(total, BigInt(n)) as never;
    else out.data[at] = whole ? Math.floor(total / n) : total / n;
  }
}

function floorDivided(x: bigint, n: bigint): bigint {
  const quotient = x / n;
  return x < 0n && quotient * n !== x ? quotient - 1n : quotient;
}

/** The old `reduce=` of scatter. */
function scatterMode(reduce: string | null): Reduce {
  if (reduce === null) return 'replace';
  check(
    reduce === 'add' || reduce === 'multiply',
    () => 'reduce argument must be either add or multiply.',
  );
  return reduce === 'add' ? 'sum' : 'prod';
}

export const scatter = defineOp(
  'scatter(Tensor input, int dim, Tensor index, Tensor src, *, str? reduce=None) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    sees: ['index'],
    shape: ({ input, dim, index, src, reduce }) => {
      scatterMode(reduce);
      return scatterType(input, dim, index, src);
    },
    kernel: (args, out) => {
      scatterInto(args, out, scatterMode(args.reduce));
    },
    onnx: (g, { input, dim, index, src, reduce }, out) => {
      const same = printShape(index.type.shape) === printShape(src.type.shape);
      const rank = input.type.shape.length;
      if (reduce !== null || !same || rank === 0) return null;
      if (!/^(float(32|64)|int(32|64))$/.test(out.dtype)) return null;
      return g.add('ScatterElements', [input, index, src], { axis: wrapDim(dim, rank) }, out);
    },
  },
);

export const scatterValue = defineOp(
  'scatter.value(Tensor input, int dim, Tensor index, Scalar value, *, str? reduce=None) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    sees: ['index'],
    shape: ({ input, dim, index, value, reduce }) => {
      scatterMode(reduce);
      return scatterType(input, dim, index, value);
    },
    kernel: ({ input, dim, index, value, reduce }, out) => {
      scatterInto({ input, dim, index, src: value }, out, scatterMode(reduce));
    },
  },
);

export const scatterAdd = defineOp(
  'scatter_add(Tensor input, int dim, Tensor index, Tensor src) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    sees: ['index'],
    shape: ({ input, dim, index, src }) => scatterType(input, dim, index, src),
    kernel: (args, out) => {
      scatterInto(args, out, 'sum');
    },
  },
);

const REDUCTIONS = ['sum', 'prod', 'mean', 'amax', 'amin'];

export const scatterReduce = defineOp(
  'scatter_reduce(Tensor input, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    sees: ['index'],
    shape: ({ input, dim, index, src, reduce }) => {
      check(
        REDUCTIONS.includes(reduce),
        () => 'reduce argument must be either sum, prod, mean, amax or amin.',
      );
      return scatterType(input, dim, index, src);
    },
    kernel: (args, out) => {
      scatterInto(args, out, args.reduce as Reduce, args.include_self);
    },
  },
);

export const takeAlongDim = defineOp(
  'take_along_dim(Tensor input, Tensor indices, int? dim=None) -> Tensor',
  {
    as: ['function', 'method'],
    grad: 'Gather',
    body: ({ input, indices, dim }) => {
      check(
        indices.type.dtype === 'int64',
        () =>
          'torch.take_along_dim(): dtype of indices should be Long but got ' +
          scalarTypeName[indices.type.dtype],
      );
      if (dim === null) {
        const flat = (x: typeof input): typeof input =>
          reshape({ input: x, shape: [numel(x.type.shape)] });
        return gather({ input: flat(input), dim: 0, index: flat(indices) });
      }
      const rank = input.type.shape.length;
      const d = wrapDim(dim, rank);
      check(
        rank === indices.type.shape.length,
        () =>
          `torch.take_along_dim(): input and indices should have the same number of dimensions, ` +
          `but got ${rank} dimensions for input, and ${indices.type.shape.length} dimensions for ` +
          'indices',
      );
      const others = (shape: Shape): Shape => shape.map((n, i) => (i === d ? 1 : n));
      const joint = broadcast(others(input.type.shape), others(indices.type.shape));
      const spread = (x: typeof input): typeof input =>
        expand({ input: x, size: joint.map((n, i) => (i === d ? (x.type.shape[d] as Int) : n)) });
      return gather({ input: spread(input), dim: d, index: spread(indices) });
    },
  },
);
