// Operators that move elements and compute nothing: reshape, permute, expand, slices, joins. Those
// that are views in PyTorch have no public name here: the torch room makes them views of storages
// and uses these to derive their values.

import { add, intValue, mul, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import type { NdArray } from '../tensor/array.ts';
import { check } from '../tensor/errors.ts';
import { scalarTypeName, type DType } from '../tensor/dtype.ts';
import { resultType } from '../tensor/promotion.ts';
import {
  inferSize,
  numel,
  printShape,
  sameShape,
  sizes,
  wrapDim,
  wrapDims,
  type Shape,
} from '../tensor/shape.ts';
import { contiguousStrides } from '../tensor/strides.ts';
import { convert } from './convert.ts';
import { defineOp } from './define.ts';
import { copyStrided } from './strided.ts';

export const reshape = defineOp('reshape(Tensor input, SymInt[] shape) -> Tensor', {
  grad: 'View',
  shape: ({ input, shape }) => ({ dtype: input.dtype, shape: inferSize(input.shape, shape) }),
  onnx: (g, { input, shape }) => {
    const to = inferSize(input.type.shape, shape);
    return g.add(
      'Reshape',
      [input, g.ints(sizes(to))],
      { allowzero: 1 },
      { ...input.type, shape: to },
    );
  },
  kernel: ({ input }, out) => {
    (out.data as Float64Array).set(input.data as Float64Array);
  },
  cost: () => 0,
});

export const permute = defineOp('permute(Tensor input, int[] dims) -> Tensor', {
  shape: ({ input, dims }) => {
    check(
      dims.length === input.shape.length,
      () =>
        'permute(sparse_coo): number of dimensions in the tensor input does not match the length of ' +
        `the desired ordering of dimensions i.e. input.dim() = ${input.shape.length} is not equal to len(dims) = ${dims.length}`,
    );
    const order = dims.map((dim) => wrapDim(dim, input.shape.length));
    check(new Set(order).size === order.length, () => 'permute(): duplicate dims are not allowed.');
    return { dtype: input.dtype, shape: order.map((dim) => input.shape[dim] as Int) };
  },
  onnx: (g, { input, dims }) => {
    const order = dims.map((dim) => wrapDim(dim, input.type.shape.length));
    if (order.length === 0) return g.add('Identity', [input], {}, input.type);
    return g.add(
      'Transpose',
      [input],
      { perm: order },
      {
        dtype: input.type.dtype,
        shape: order.map((dim) => input.type.shape[dim] as Int),
      },
    );
  },
  kernel: ({ input, dims }, out) => {
    const strides = contiguousStrides(input.shape);
    const order = dims.map((dim) => wrapDim(dim, input.shape.length));
    const from = { offset: 0, strides: order.map((dim) => strides[dim] as number) };
    copyStrided(input, from, out, whole(out), out.shape);
  },
});

export const expand = defineOp('expand(Tensor input, SymInt[] size) -> Tensor', {
  shape: ({ input, size }) => ({
    dtype: input.dtype,
    shape: expandedShape(input.shape, size, input.dtype),
  }),
  onnx: (g, { input, size }) => {
    const shape = expandedShape(input.type.shape, size, input.type.dtype);
    return g.add('Expand', [input, g.ints(sizes(shape))], {}, { ...input.type, shape });
  },
  kernel: ({ input }, out) => {
    const missing = out.shape.length - input.shape.length;
    const strides = contiguousStrides(input.shape);
    const from = out.shape.map((_, i) => {
      const dim = i - missing;
      return dim < 0 || input.shape[dim] === 1 ? 0 : (strides[dim] as number);
    });
    copyStrided(input, { offset: 0, strides: from }, out, whole(out), out.shape);
  },
});

/** What `expand` makes of a shape: -1 keeps a dimension. */
export function expandedShape(from: Shape, size: Shape, dtype: DType): Shape {
  const tensorClass = `${scalarTypeName[dtype]}Tensor`;
  const missing = size.length - from.length;
  check(
    missing >= 0,
    () =>
      `expand(torch.${tensorClass}{${printShape(from)}}, size=${printShape(size)}): the number of sizes provided (${size.length}) must be greater or equal to the number of dimensions in the tensor (${from.length})`,
  );
  const fit = (wanted: Int, i: number): Int => {
    const n = intValue(wanted);
    const own = from[i - missing];
    if (own === undefined) {
      check(
        n >= 0,
        () =>
          `The expanded size of the tensor (${n}) isn't allowed in a leading, non-existing dimension ${i}`,
      );
      return wanted;
    }
    if (n === -1) return own;
    check(
      intValue(own) === 1 || intValue(own) === n,
      () =>
        `The expanded size of the tensor (${n}) must match the existing size (${intValue(own)}) at non-singleton dimension ${i}.  Target sizes: ${printShape(size)}.  Tensor sizes: ${printShape(from)}`,
    );
    return intValue(own) === n ? own : wanted;
  };
  // The last dimension that does not fit is the one that is named.
  return size.map((_, i) => fit(size[size.length - 1 - i] as Int, size.length - 1 - i)).reverse();
}

/** Elements `start`, `start + step`, … below `end` of one dimension; bounds already clamped. */
export const slice = defineOp(
  'slice(Tensor input, int dim, SymInt start, SymInt end, SymInt step=1) -> Tensor',
  {
    shape: ({ input, dim, start, end, step }) => {
      const shape = [...input.shape];
      shape[dim] = sliceLength(shape[dim] as Int, start, end, step);
      return { dtype: input.dtype, shape };
    },
    onnx: (g, { input, dim, start, end, step }) => {
      const shape = [...input.type.shape];
      shape[dim] = sliceLength(shape[dim] as Int, start, end, step);
      const one = (value: Int): ReturnType<typeof g.ints> => g.ints([intValue(value)]);
      return g.add(
        'Slice',
        [input, one(start), one(end), one(dim), one(step)],
        {},
        {
          dtype: input.type.dtype,
          shape,
        },
      );
    },
    kernel: ({ input, dim, start, step }, out) => {
      const strides = contiguousStrides(input.shape);
      const from = strides.map((stride, i) => (i === dim ? stride * intValue(step) : stride));
      const offset = intValue(start) * (strides[dim] as number);
      copyStrided(input, { offset, strides: from }, out, whole(out), out.shape);
    },
  },
);

/** How many elements a slice has; the whole dimension keeps its origin. */
export function sliceLength(size: Int, start: Int, end: Int, step: Int): Int {
  const length = Math.max(0, Math.ceil((intValue(end) - intValue(start)) / intValue(step)));
  if (length === intValue(size)) return size;
  if (intValue(start) === 0 && intValue(step) === 1 && length === intValue(end)) return end;
  return length;
}

/** One index of a dimension, which is gone then; the index is in range. */
export const select = defineOp('select(Tensor input, int dim, SymInt index) -> Tensor', {
  body: ({ input, dim, index }) => {
    const one = slice({ input, dim, start: index, end: intValue(index) + 1 });
    return reshape({ input: one, shape: input.type.shape.filter((_, i) => i !== dim) });
  },
});

export const asStrided = defineOp(
  'as_strided(Tensor input, SymInt[] size, int[] stride, int storage_offset=0) -> Tensor',
  {
    shape: ({ input, size }) => ({ dtype: input.dtype, shape: size }),
    kernel: ({ input, stride, storage_offset }, out) => {
      const from = { offset: storage_offset, strides: stride };
      copyStrided(input, from, out, whole(out), out.shape);
    },
  },
);

/** The input with `src` written where the view (size, stride, offset) lies in it. */
export const asStridedScatter = defineOp(
  'as_strided_scatter(Tensor input, Tensor src, SymInt[] size, int[] stride, int storage_offset=0) -> Tensor',
  {
    shape: ({ input }) => input,
    kernel: ({ input, src, size, stride, storage_offset }, out) => {
      (out.data as Float64Array).set(input.data as Float64Array);
      const to = { offset: storage_offset, strides: stride };
      copyStrided(src, whole(src), out, to, sizes(size));
    },
  },
);

export const cat = defineOp('cat(Tensor[] tensors, int dim=0) -> Tensor', {
  as: ['function'],
  aliases: ['concat', 'concatenate'],
  shape: ({ tensors, dim }) => {
    check(tensors.length > 0, () => 'torch.cat(): expected a non-empty list of Tensors');
    const dtype = resultType(tensors.map((t) => ({ dtype: t.dtype, rank: t.shape.length })));
    return {
      dtype,
      shape: catShape(
        tensors.map((t) => t.shape),
        dim,
      ),
    };
  },
  onnx: (g, { tensors, dim }) => {
    const dtype = resultType(
      tensors.map(({ type }) => ({ dtype: type.dtype, rank: type.shape.length })),
    );
    const kept = tensors.filter(({ type }) => !isLegacyEmpty(type.shape));
    if (kept.length === 0) return null;
    const shape = catShape(
      tensors.map(({ type }) => type.shape),
      dim,
    );
    const axis = wrapDim(dim, shape.length);
    return g.add(
      'Concat',
      kept.map((t) => g.cast(t, dtype)),
      { axis },
      { dtype, shape },
    );
  },
  kernel: ({ tensors, dim }, out) => {
    const axis = wrapDim(dim, out.shape.length);
    const to = contiguousStrides(out.shape);
    let start = 0;
    for (const tensor of tensors) {
      if (isLegacyEmpty(tensor.shape)) continue;
      const layout = { offset: start * (to[axis] as number), strides: to };
      copyStrided(convert(tensor, out.dtype), whole(tensor), out, layout, tensor.shape);
      start += tensor.shape[axis] as number;
    }
  },
});

/** A tensor of shape [0] may stand among tensors of any rank, for old programs. */
function isLegacyEmpty(shape: Shape): boolean {
  return shape.length === 1 && intValue(shape[0] as Int) === 0;
}

function catShape(shapes: readonly Shape[], dim: number): Shape {
  shapes.forEach((shape, i) => {
    check(
      shape.length > 0,
      () => `zero-dimensional tensor (at position ${i}) cannot be concatenated`,
    );
  });
  const first = shapes.find((shape) => !isLegacyEmpty(shape));
  if (!first) return shapes[0] as Shape;
  const axis = wrapDim(dim, first.length);
  let total: Int = 0;
  for (const [i, shape] of shapes.entries()) {
    if (isLegacyEmpty(shape)) continue;
    check(
      shape.length === first.length,
      () => `Tensors must have same number of dimensions: got ${first.length} and ${shape.length}`,
    );
    for (let d = 0; d < shape.length; d++) {
      const expected = intValue(first[d] as Int);
      const got = intValue(shape[d] as Int);
      check(
        d === axis || expected === got,
        () =>
          `Sizes of tensors must match except in dimension ${axis}. Expected size ${expected} but got size ${got} for tensor number ${i} in the list.`,
      );
    }
    total = total === 0 ? (shape[axis] as Int) : add(total, shape[axis] as Int);
  }
  return first.map((dim_, d) => (d === axis ? total : dim_));
}

export const stack = defineOp('stack(Tensor[] tensors, int dim=0) -> Tensor', {
  as: ['function'],
  body: ({ tensors, dim }) => {
    check(tensors.length > 0, () => 'stack expects a non-empty TensorList');
    const first = tensors[0] as (typeof tensors)[number];
    const axis = wrapDim(dim, first.type.shape.length + 1);
    tensors.forEach((tensor, i) => {
      check(
        sameShape(first.type.shape, tensor.type.shape),
        () =>
          `stack expects each tensor to be equal size, but got ${printShape(first.type.shape)} at entry 0 and ${printShape(tensor.type.shape)} at entry ${i}`,
      );
    });
    const wide = tensors.map((input) => {
      const shape = [...input.type.shape];
      shape.splice(axis, 0, 1);
      return reshape({ input, shape });
    });
    return cat({ tensors: wide, dim: axis });
  },
});

export const flip = defineOp('flip(Tensor input, int[] dims) -> Tensor', {
  as: ['function', 'method'],
  shape: ({ input, dims }) => {
    wrapDims(dims.length === 0 ? [] : dims, input.shape.length);
    return input;
  },
  kernel: ({ input, dims }, out) => {
    const strides = contiguousStrides(input.shape);
    const axes = new Set(dims.map((dim) => wrapDim(dim, input.shape.length)));
    let offset = 0;
    const from = strides.map((stride, i) => {
      if (!axes.has(i)) return stride;
      offset += ((input.shape[i] as number) - 1) * stride;
      return -stride;
    });
    copyStrided(input, { offset, strides: from }, out, whole(out), out.shape);
  },
});

export const fliplr = defineOp('fliplr(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  body: ({ input }) => {
    check(input.type.shape.length >= 2, () => 'Input must be >= 2-d.');
    return flip({ input, dims: [1] });
  },
});

export const flipud = defineOp('flipud(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  body: ({ input }) => {
    check(input.type.shape.length >= 1, () => 'Input must be >= 1-d.');
    return flip({ input, dims: [0] });
  },
});

export const repeat = defineOp('repeat(Tensor input, SymInt[] repeats) -> Tensor', {
  as: ['method'],
  body: ({ input, repeats }) => {
    const { shape } = input.type;
    check(
      repeats.length >= shape.length,
      () =>
        'Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor',
    );
    const missing = repeats.length - shape.length;
    const padded: Int[] = [...new Array<Int>(missing).fill(1), ...shape];
    const folded = padded.map((n, i) => mul(repeats[i] as Int, n));
    const negative = folded.find((n) => intValue(n) < 0);
    check(
      negative === undefined,
      () =>
        `Trying to create tensor with negative dimension ${intValue(negative as Int)}: ${printShape(folded)}`,
    );
    if (repeats.some((n) => intValue(n) < 0)) return reshape({ input, shape: folded });
    // Each dimension n becomes [repeats, n], is expanded there and folded together.
    const split = padded.flatMap((n) => [1, n]);
    const wide = padded.flatMap((n, i) => [repeats[i] as Int, n]);
    const expanded = expand({ input: reshape({ input, shape: split }), size: wide });
    return reshape({ input: expanded, shape: folded });
  },
});

export const tile = defineOp('tile(Tensor input, SymInt[] dims) -> Tensor', {
  grad: 'Repeat',
  as: ['function', 'method'],
  body: ({ input, dims }) => {
    const missing = Math.max(0, input.type.shape.length - dims.length);
    return repeat({ input, repeats: [...new Array<Int>(missing).fill(1), ...dims] });
  },
});

export const roll = defineOp('roll(Tensor input, int[1] shifts, int[1] dims=[]) -> Tensor', {
  as: ['function', 'method'],
  body: ({ input, shifts, dims }) => {
    check(shifts.length > 0, () => '`shifts` required');
    if (dims.length === 0) {
      check(
        shifts.length === 1,
        () => `shifts and dimensions must align. shifts: ${shifts.length}, dims:0`,
      );
      const flat = reshape({ input, shape: [numel(input.type.shape)] });
      return reshape({ input: rollOne(flat, shifts[0] as number, 0), shape: input.type.shape });
    }
    check(
      shifts.length === dims.length,
      () => `shifts and dimensions must align. shifts: ${shifts.length}, dims:${dims.length}`,
    );
    return dims.reduce(
      (value, dim, i) => rollOne(value, shifts[i] as number, wrapDim(dim, input.type.shape.length)),
      input,
    );
  },
});

function rollOne(input: Value, shift: number, dim: number): Value {
  const size = intValue(input.type.shape[dim] as Int);
  if (size === 0) return input;
  const start = (((size - shift) % size) + size) % size;
  if (start === 0) return input;
  const tail = slice({ input, dim, start, end: size });
  const head = slice({ input, dim, start: 0, end: start });
  return cat({ tensors: [tail, head], dim });
}

export const rot90 = defineOp('rot90(Tensor input, int k=1, int[] dims=[0,1]) -> Tensor', {
  as: ['function', 'method'],
  body: ({ input, k, dims }) => {
    const rank = input.type.shape.length;
    check(
      dims.length === 2,
      () => `expected total rotation dims == 2, but got dims = ${dims.length}`,
    );
    check(rank >= 2, () => `expected total dims >= 2, but got total dims = ${rank}`);
    const [first, second] = dims as [number, number];
    check(
      first !== second && Math.abs(first - second) !== rank,
      () => `expected rotation dims to be different, but got dim0 = ${first} and dim1 = ${second}`,
    );
    for (const [i, dim] of dims.entries()) {
      check(dim < rank && dim >= -rank, () => `Rotation dim${i} out of range, dim${i} = ${dim}`);
    }
    const [a, b] = dims.map((dim) => wrapDim(dim, rank)) as [number, number];
    const order = Array.from({ length: rank }, (_, i) => (i === a ? b : i === b ? a : i));
    const turns = ((k % 4) + 4) % 4;
    if (turns === 1) return permute({ input: flip({ input, dims: [b] }), dims: order });
    if (turns === 2) return flip({ input, dims: [a, b] });
    if (turns === 3) return flip({ input: permute({ input, dims: order }), dims: [b] });
    return input;
  },
});

export const repeatInterleave = defineOp(
  'repeat_interleave(Tensor input, SymInt repeats, int? dim=None, *, int? output_size=None) -> Tensor',
  {
    as: ['function', 'method'],
    grad: 'IndexSelect',
    body: ({ input, repeats, dim, output_size }) => {
      check(intValue(repeats) >= 0, () => 'repeats can not be negative');
      const flat = dim === null;
      const source = flat ? reshape({ input, shape: [numel(input.type.shape)] }) : input;
      const axis = flat ? 0 : wrapDim(dim, input.type.shape.length);
      const { shape } = source.type;
      const split = [...shape.slice(0, axis + 1), 1, ...shape.slice(axis + 1)];
      const wide = [...shape.slice(0, axis + 1), repeats, ...shape.slice(axis + 1)];
      const folded = shape.map((n, i) => (i === axis ? mul(n, repeats) : n));
      check(
        output_size === null || output_size === intValue(folded[axis] as Int),
        () => 'allocated size does not match required size',
      );
      const expanded = expand({ input: reshape({ input: source, shape: split }), size: wide });
      return reshape({ input: expanded, shape: folded });
    },
  },
);

/** The numbers again as a value of another dtype; nothing where it is the same. */
export const toDtype = defineOp('to_dtype(Tensor input, ScalarType dtype) -> Tensor', {
  grad: 'ToCopy',
  shape: ({ input, dtype }) => ({ dtype, shape: input.shape }),
  onnx: (g, { input, dtype }) => g.cast(input, dtype),
  kernel: ({ input, dtype }, out) => {
    (out.data as Float64Array).set(convert(input, dtype).data as Float64Array);
  },
});

function whole(array: NdArray): { offset: number; strides: number[] } {
  return { offset: 0, strides: contiguousStrides(array.shape) };
}
