// `x[index]` with tensors of integers or masks, and what is like it: index_put, take, nonzero,
// masked_select. Integers, slices and None make views, which the torch room knows; here an index is
// a tensor for each dimension, or null where the dimension is taken whole.
//
// https://numpy.org/doc/stable/user/basics.indexing.html#advanced-indexing

import { intValue, type Int } from '../base/origin.ts';
import { allocate, count, numberAt, type NdArray } from '../tensor/array.ts';
import { category, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check, TorchError } from '../tensor/errors.ts';
import { broadcast, broadcastAll, numel, printShape, sizes, type Shape } from '../tensor/shape.ts';
import { contiguousStrides } from '../tensor/strides.ts';
import type { TensorType } from '../tensor/type.ts';
import { broadcastTo } from './broadcast.ts';
import { convert } from './convert.ts';
import { defineOp } from './define.ts';
import { positions } from './lanes.ts';
import { knownNumbers } from './sorting.ts';
import { slots } from './strided.ts';

export const index = defineOp('index(Tensor input, Tensor?[] indices) -> Tensor', {
  sees: ['indices'],
  shape: ({ input, indices }) => ({
    dtype: input.dtype,
    shape: indexedShape(input.shape, indices),
  }),
  kernel: ({ input, indices }, out) => {
    readIndexed(input, indices, out);
  },
  onnx: (g, { input, indices }, out) => {
    const given = indices.filter((each) => each !== null);
    const [only] = given;
    if (!only || given.length > 1 || only.type.dtype !== 'int64') return null;
    if (!/^(float(32|64)|int(8|32|64)|uint8|bool)$/.test(out.dtype)) return null;
    return g.add('Gather', [input, only], { axis: indices.indexOf(only) }, out);
  },
});

/** With masks among the indices the shape depends on how many of their elements are true. */
export const indexByMask = defineOp('index.mask(Tensor input, Tensor?[] indices) -> Tensor', {
  grad: 'Index',
  needs: ['indices'],
  shape: ({ input, indices }) => ({
    dtype: input.dtype,
    shape: indexedShape(input.shape, indices),
  }),
  kernel: ({ input, indices }, out) => {
    readIndexed(input, indices, out);
  },
});

function readIndexed(input: NdArray, indices: readonly (NdArray | null)[], out: NdArray): void {
  const unit = slots(out.dtype);
  let o = 0;
  visitIndexed(input.shape, indices, (at) => {
    for (let part = 0; part < unit; part++) out.data[o++] = input.data[unit * at + part] as never;
  });
}

/** A copy of the input with the indexed elements replaced, or added to. */
export const indexPut = defineOp(
  'index_put(Tensor input, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    sees: ['indices'],
    shape: ({ input, indices, values }) => {
      check(
        input.dtype === values.dtype,
        () =>
          `Index put requires the source and destination dtypes match, got ` +
          `${scalarTypeName[input.dtype]} for the destination and ` +
          `${scalarTypeName[values.dtype]} for the source.`,
      );
      const unknown = indices.some((each) => each && isMask(each.dtype) && !each.numbers);
      if (!unknown) checkValues(values.shape, indexedShape(input.shape, indices));
      return input;
    },
    kernel: ({ input, indices, values, accumulate }, out) => {
      out.data.set(input.data as never);
      const shape = sizes(indexedShape(input.shape, indices.map(withNumbers)));
      checkValues(values.shape, shape);
      const source = broadcastTo(convert(values, out.dtype), shape).data;
      const unit = slots(out.dtype);
      let from = 0;
      visitIndexed(input.shape, indices, (at) => {
        for (let part = 0; part < unit; part++) {
          const to = unit * at + part;
          const value = source[from++] as number;
          out.data[to] = (accumulate ? (out.data[to] as number) + value : value) as never;
        }
      });
    },
  },
);

function checkValues(values: Shape, indexed: Shape): void {
  const fits = ((): boolean => {
    try {
      return sizes(broadcast(values, indexed)).join() === sizes(indexed).join();
    } catch {
      return false;
    }
  })();
  check(
    fits,
    () =>
      `shape mismatch: value tensor of shape ${printShape(values)} cannot be broadcast to indexing ` +
      `result of shape ${printShape(indexed)}`,
  );
}

function isMask(dtype: DType): boolean {
  return dtype === 'bool' || dtype === 'uint8';
}

function withNumbers(array: NdArray | null): TensorType | null {
  return array && { dtype: array.dtype, shape: array.shape, numbers: array };
}

/** What the shape of `x[indices]` is; the numbers of masks are known, those of indices may be. */
function indexedShape(shape: Shape, indices: readonly (TensorType | null)[]): Shape {
  const perDim: (Shape | null)[] = [];
  for (const each of indices) {
    if (!each) perDim.push(null);
    else if (isMask(each.dtype)) {
      checkMask(each.shape, shape, perDim.length);
      const found = trueCount(knownNumbers(each, 'index'));
      for (let i = 0; i < Math.max(1, each.shape.length); i++) perDim.push([found]);
    } else {
      checkBounds(each, shape, perDim.length, perDim.filter((other) => other !== null).length);
      perDim.push(each.shape);
    }
  }
  check(
    perDim.length <= shape.length,
    () => `too many indices for tensor of dimension ${shape.length}`,
    'IndexError',
  );
  const given = perDim.filter((each) => each !== null);
  const joint = jointShape(given);
  const { before, after } = keptDims(shape.length, perDim);
  const pick = (dims: readonly number[]): Shape => dims.map((d) => shape[d] as Int);
  return [...pick(before), ...joint, ...pick(after)];
}

function jointShape(shapes: readonly Shape[]): Shape {
  try {
    return broadcastAll(shapes);
  } catch {
    throw new TorchError(
      'IndexError',
      'shape mismatch: indexing tensors could not be broadcast together with shapes ' +
        shapes.map(printShape).join(', '),
    );
  }
}

/** The dimensions taken whole, before and after those that the indices make. */
function keptDims(rank: number, perDim: readonly unknown[]): { before: number[]; after: number[] } {
  const indexed = [...perDim.keys()].filter((d) => perDim[d] !== null);
  const first = indexed[0] ?? 0;
  const adjacent = indexed.every((d, i) => d === first + i);
  const kept = Array.from({ length: rank }, (_, d) => d).filter((d) => !indexed.includes(d));
  return {
    before: adjacent ? kept.filter((d) => d < first) : [],
    after: adjacent ? kept.filter((d) => d > first) : kept,
  };
}

function checkMask(mask: Shape, shape: Shape, start: number): void {
  for (const [i, n] of mask.entries()) {
    const size = shape[start + i];
    check(
      size !== undefined && intValue(size) === intValue(n),
      () =>
        `The shape of the mask ${printShape(mask)} at index ${i} does not match the shape of the ` +
        `indexed tensor ${printShape(shape)} at index ${start + i}`,
      'IndexError',
    );
  }
}

/** PyTorch counts in its message the indices that are given, not the dimensions. */
function checkBounds(
  { dtype, numbers }: TensorType,
  shape: Shape,
  dim: number,
  ordinal: number,
): void {
  check(
    category(dtype) === 'int',
    () => 'tensors used as indices must be long, byte or bool tensors',
    'IndexError',
  );
  if (!numbers || shape[dim] === undefined) return;
  const size = intValue(shape[dim]);
  for (const n of numbers.data) inBounds(Number(n), ordinal, size);
}

function inBounds(at: number, dim: number, size: number): number {
  check(
    at >= -size && at < size,
    () => `index ${at} is out of bounds for dimension ${dim} with size ${size}`,
    'IndexError',
  );
  return at < 0 ? at + size : at;
}

export function trueCount(mask: NdArray): number {
  let n = 0;
  for (const x of mask.data) if (x) n++;
  return n;
}

/** Calls back with the place of each indexed element, in the order of the result. */
function visitIndexed(
  shape: readonly number[],
  indices: readonly (NdArray | null)[],
  visit: (at: number) => void,
): void {
  const strides = contiguousStrides(shape);
  const perDim = indices.flatMap((each) => (each && isMask(each.dtype) ? columns(each) : [each]));
  const given = perDim.filter((each) => each !== null);
  const joint = sizes(jointShape(given.map((each) => each.shape)));
  const offsets = new Float64Array(count(joint));
  let ordinal = -1;
  for (const [d, each] of perDim.entries()) {
    if (!each) continue;
    ordinal++;
    const spread = broadcastTo(each, joint);
    for (let j = 0; j < offsets.length; j++) {
      const at = inBounds(numberAt(spread, j), ordinal, shape[d] as number);
      offsets[j] = (offsets[j] as number) + at * (strides[d] as number);
    }
  }
  const { before, after } = keptDims(shape.length, perDim);
  const outer = positions(shape, strides, before);
  const inner = positions(shape, strides, after);
  for (const a of outer) for (const b of offsets) for (const c of inner) visit(a + b + c);
}

/** A mask as one index for each of its dimensions. */
function columns(mask: NdArray): NdArray[] {
  const found = nonzeroPlaces(mask);
  const rank = Math.max(1, mask.shape.length);
  const strides = mask.shape.length === 0 ? [1] : contiguousStrides(mask.shape);
  return Array.from({ length: rank }, (_, d) => {
    const data = allocate('int64', found.length) as BigInt64Array;
    const size = mask.shape[d] ?? 1;
    found.forEach((at, i) => {
      data[i] = BigInt(Math.floor(at / Math.max(1, strides[d] as number)) % size);
    });
    return { dtype: 'int64', shape: [found.length], data };
  });
}

function nonzeroPlaces(array: NdArray): number[] {
  const unit = slots(array.dtype);
  const found: number[] = [];
  for (let i = 0; i < array.data.length / unit; i++) {
    if (array.data[unit * i] || (unit === 2 && array.data[2 * i + 1])) found.push(i);
  }
  return found;
}

/** The indices of the elements that are not 0, one row each. */
export const nonzero = defineOp('nonzero(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  aliases: ['argwhere'],
  grad: null,
  needs: ['input'],
  shape: ({ input }) => ({
    dtype: 'int64',
    shape: [nonzeroPlaces(knownNumbers(input, 'nonzero')).length, input.shape.length],
  }),
  kernel: ({ input }, out) => {
    if (input.shape.length === 0) return;
    const found = columns(input);
    const rank = found.length;
    found.forEach((column, d) => {
      for (let i = 0; i < column.data.length; i++) {
        out.data[i * rank + d] = column.data[i] as never;
      }
    });
  },
});

/** The elements where the mask is true, in a row. */
export const maskedSelect = defineOp('masked_select(Tensor input, Tensor mask) -> Tensor', {
  as: ['function', 'method'],
  needs: ['mask'],
  shape: ({ input, mask }) => {
    check(isMask(mask.dtype), () => 'masked_select: expected BoolTensor or ByteTensor for mask');
    const shape = sizes(broadcast(mask.shape, input.shape));
    const spread = broadcastTo(knownNumbers(mask, 'masked_select'), shape);
    return { dtype: input.dtype, shape: [trueCount(spread)] };
  },
  kernel: ({ input, mask }, out) => {
    const shape = sizes(broadcast(mask.shape, input.shape));
    const from = broadcastTo(input, shape).data;
    const unit = slots(out.dtype);
    nonzeroPlaces(broadcastTo(mask, shape)).forEach((at, i) => {
      for (let part = 0; part < unit; part++) {
        out.data[unit * i + part] = from[unit * at + part] as never;
      }
    });
  },
});

/** Elements by their number in the flattened tensor. */
export const take = defineOp('take(Tensor input, Tensor index) -> Tensor', {
  as: ['function', 'method'],
  sees: ['index'],
  shape: ({ input, index: at }) => {
    check(
      at.dtype === 'int64',
      () => `take(): Expected a long tensor for index, but got ${scalarTypeName[at.dtype]}`,
    );
    if (at.numbers) for (const n of at.numbers.data) flatPlace(Number(n), numel(input.shape));
    return { dtype: input.dtype, shape: at.shape };
  },
  kernel: ({ input, index: at }, out) => {
    const total = count(input.shape);
    for (let i = 0; i < out.data.length; i++) {
      out.data[i] = input.data[flatPlace(numberAt(at, i), total)] as never;
    }
  },
});

function flatPlace(at: number, total: number): number {
  check(
    at >= -total && at < total,
    () => `out of range: tried to access index ${at} on a tensor of ${total} elements.`,
    'IndexError',
  );
  return at < 0 ? at + total : at;
}

/** The opposite of take. */
export const put = defineOp(
  'put(Tensor input, Tensor index, Tensor source, bool accumulate=False) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    sees: ['index'],
    shape: ({ input, index: at, source }) => {
      check(
        at.dtype === 'int64',
        () => `put_(): Expected a long tensor for index, but got ${scalarTypeName[at.dtype]}`,
      );
      check(
        input.dtype === source.dtype,
        () =>
          `put_(): self and source expected to have the same dtype, but got self.dtype = ` +
          `${scalarTypeName[input.dtype]} and source.dtype = ${scalarTypeName[source.dtype]}`,
      );
      if (at.numbers) for (const n of at.numbers.data) flatPlace(Number(n), numel(input.shape));
      return input;
    },
    kernel: ({ input, index: places, source, accumulate }, out) => {
      out.data.set(input.data as never);
      for (let i = 0; i < places.data.length; i++) {
        const at = flatPlace(numberAt(places, i), out.data.length);
        const value = source.data[i] as number;
        out.data[at] = (accumulate ? (out.data[at] as number) + value : value) as never;
      }
    },
  },
);

/** `torch.where(condition)`: an index for each dimension, as `nonzero(as_tuple=True)` gives. */
export const nonzeroColumns = defineOp('where.condition(Tensor condition) -> Tensor[]', {
  as: ['function'],
  grad: null,
  needs: ['condition'],
  shape: ({ condition }) => {
    const found = nonzeroPlaces(knownNumbers(condition, 'nonzero')).length;
    const column = { dtype: 'int64', shape: [found] } as const;
    return Array.from({ length: Math.max(1, condition.shape.length) }, () => column);
  },
  kernel: ({ condition }, _out, outs) => {
    columns(condition).forEach((column, d) => {
      (outs[d] as NdArray).data.set(column.data as never);
    });
  },
});
