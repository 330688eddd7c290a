// What makes matrices of vectors and of other matrices: triangles, traces, products that are not
// matmul's, distances between rows, grids, differences between neighbours.

import { add as addInt, intValue, mul as mulInt, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import type { NdArray } from '../tensor/array.ts';
import { isFloat, scalarTypeName } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import {
  broadcast,
  numel,
  printShape,
  product,
  sizes,
  wrapDim,
  type Shape,
} from '../tensor/shape.ts';
import type { Scalar } from '../tensor/promotion.ts';
import type { TensorType } from '../tensor/type.ts';
import { add, div, mul, sub } from './arithmetic.ts';
import { notImplemented } from './binary.ts';
import { broadcastTo, commonDtype, operandArray } from './broadcast.ts';
import { ne } from './comparison.ts';
import { convert } from './convert.ts';
import { defineOp } from './define.ts';
import { sum, sumType } from './reduction.ts';
import { cumsum } from './scan.ts';
import { mm } from './linear.ts';
import { cat, expand, permute, reshape, slice } from './shape.ts';
import { slots } from './strided.ts';

/** The part of the last two dimensions on one side of a diagonal. */
function triangle(upper: boolean): {
  readonly shape: (args: { input: TensorType; diagonal: number }) => TensorType;
  readonly kernel: (args: { input: NdArray; diagonal: number }, out: NdArray) => void;
} {
  return {
    shape: ({ input }) => {
      wrapDim(-2, input.shape.length);
      return input;
    },
    kernel: ({ input, diagonal }, out) => {
      const [rows, columns] = input.shape.slice(-2) as [number, number];
      const unit = slots(out.dtype);
      for (let i = 0; i < out.data.length; i++) {
        const at = Math.floor(i / unit);
        const distance = (at % columns) - (Math.floor(at / columns) % rows);
        const kept = upper ? distance >= diagonal : distance <= diagonal;
        if (kept) out.data[i] = input.data[i] as never;
      }
    },
  };
}

export const tril = defineOp('tril(Tensor input, int diagonal=0) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  ...triangle(false),
  onnx: (g, { input, diagonal }, out) =>
    ['float32', 'float64', 'int64'].includes(out.dtype)
      ? g.add('Trilu', [input, g.scalar(diagonal, 'int64')], { upper: 0 }, out)
      : null,
});

export const triu = defineOp('triu(Tensor input, int diagonal=0) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  ...triangle(true),
  onnx: (g, { input, diagonal }, out) =>
    ['float32', 'float64', 'int64'].includes(out.dtype)
      ? g.add('Trilu', [input, g.scalar(diagonal, 'int64')], { upper: 1 }, out)
      : null,
});

export const trace = defineOp('trace(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  shape: ({ input }) => {
    check(
      input.shape.length === 2,
      () => `trace: expected a matrix, but got tensor with dim ${input.shape.length}`,
    );
    if (input.dtype === 'bool') notImplemented('trace', input.dtype);
    return { dtype: sumType(input.dtype, null), shape: [] };
  },
  kernel: ({ input }, out) => {
    const [rows, columns] = input.shape as [number, number];
    const { data } = convert(input, out.dtype);
    if (slots(out.dtype) === 2) {
      for (let i = 0; i < Math.min(rows, columns); i++) {
        for (const part of [0, 1]) {
          const at = 2 * (i * columns + i) + part;
          out.data[part] = (out.data[part] as number) + (data[at] as number);
        }
      }
      return;
    }
    let total = (out.dtype === 'int64' ? 0n : 0) as number;
    for (let i = 0; i < Math.min(rows, columns); i++) total += data[i * columns + i] as number;
    out.data[0] = total as never;
  },
});

/** The cross product along a dimension of size 3. */
const crossAlong = defineOp('cross_along(Tensor input, Tensor other, int dim) -> Tensor', {
  grad: 'LinalgCross',
  body: ({ input, other, dim }) => {
    const [a, b] = [input.type.shape, other.type.shape];
    check(
      a.length === b.length,
      () => 'linalg.cross: inputs must have the same number of dimensions.',
    );
    const d = wrapDim(dim, a.length);
    const [m, n] = [a[d], b[d]].map((size) => intValue((size ?? 1) as Int));
    check(
      m === 3 && n === 3,
      () => `linalg.cross: inputs dimension ${dim} must have length 3. Got ${m} and ${n}`,
    );
    const size = broadcast(a, b);
    const [x, y] = [expand({ input, size }), expand({ input: other, size })];
    const part = (value: Value, i: number): Value =>
      slice({ input: value, dim: d, start: i, end: i + 1 });
    const minor = (i: number, j: number): Value =>
      sub({
        input: mul({ input: part(x, i), other: part(y, j) }),
        other: mul({ input: part(x, j), other: part(y, i) }),
      });
    return cat({ tensors: [minor(1, 2), minor(2, 0), minor(0, 1)], dim: d });
  },
});

export const cross = defineOp('cross(Tensor input, Tensor other, int? dim=None) -> Tensor', {
  as: ['function', 'method'],
  grad: 'LinalgCross',
  body: ({ input, other, dim }) => {
    if (dim !== null) return crossAlong({ input, other, dim });
    const first = sizes(input.type.shape).indexOf(3);
    check(first >= 0, () => 'no dimension of size 3 in input');
    return crossAlong({ input, other, dim: first });
  },
});

export const linalgCross = defineOp(
  'cross.linalg(Tensor input, Tensor other, *, int dim=-1) -> Tensor',
  {
    as: ['linalg'],
    grad: 'LinalgCross',
    body: ({ input, other, dim }) => crossAlong({ input, other, dim }),
  },
);

/** Kronecker's product: each element of the first times the whole second. */
export const kron = defineOp('kron(Tensor input, Tensor other) -> Tensor', {
  grad: (_args, old) => (old ? 'UnsafeView' : 'View'),
  as: ['function', 'method'],
  body: ({ input, other }) => {
    const rank = Math.max(input.type.shape.length, other.type.shape.length);
    const padded = (shape: Shape): Shape => [
      ...new Array<Int>(rank - shape.length).fill(1),
      ...shape,
    ];
    const [a, b] = [padded(input.type.shape), padded(other.type.shape)];
    const left = reshape({ input, shape: a.flatMap((n) => [n, 1]) });
    const right = reshape({ input: other, shape: b.flatMap((n) => [1, n]) });
    const shape = a.map((n, d) => mulInt(n, b[d] as Int));
    return reshape({ input: mul({ input: left, other: right }), shape });
  },
});

/** Distances between the rows of two matrices, in the p-norm. */
export const cdist = defineOp(
  'cdist(Tensor x1, Tensor x2, float p=2.0, str? compute_mode=None) -> Tensor',
  {
    as: ['function'],
    shape: ({ x1, x2, p }) => {
      for (const [i, x] of [x1, x2].entries()) {
        check(
          isFloat(x.dtype),
          () =>
            `cdist only supports floating-point dtypes, X${i + 1} got: ${scalarTypeName[x.dtype]}`,
        );
      }
      for (const [i, x] of [x1, x2].entries()) {
        check(
          x.shape.length >= 2,
          () => `cdist only supports at least 2D tensors, X${i + 1} got: ${x.shape.length}D`,
        );
      }
      const [m, n] = [x1, x2].map((x) => intValue(x.shape[x.shape.length - 1] as Int));
      check(m === n, () => `X1 and X2 must have the same number of columns. X1: ${m} X2: ${n}`);
      check(
        x1.dtype === x2.dtype,
        () =>
          `expected scalar type ${scalarTypeName[x1.dtype]} but found ${scalarTypeName[x2.dtype]}`,
      );
      check(p >= 0, () => 'cdist only supports non-negative p values');
      const batch = broadcast(x1.shape.slice(0, -2), x2.shape.slice(0, -2));
      const rows = [x1, x2].map((x) => x.shape[x.shape.length - 2] as Int);
      return { dtype: x1.dtype, shape: [...batch, ...rows] };
    },
    kernel: ({ x1, x2, p }, out) => {
      const batch = out.shape.slice(0, -2);
      const [rows, columns] = out.shape.slice(-2) as [number, number];
      const width = x1.shape[x1.shape.length - 1] as number;
      const a = broadcastTo(x1, [...batch, rows, width]).data as Float64Array;
      const b = broadcastTo(x2, [...batch, columns, width]).data as Float64Array;
      const block = rows * columns;
      for (let o = 0; o < out.data.length; o++) {
        const image = Math.floor(o / block);
        const left = (image * rows + (Math.floor(o / columns) % rows)) * width;
        const right = (image * columns + (o % columns)) * width;
        out.data[o] = distance(a, left, b, right, width, p);
      }
    },
    cost: ({ x1 }, out) => 3 * numel(out.shape) * intValue(x1.shape.at(-1) ?? 1),
  },
);

function distance(
  a: Float64Array,
  left: number,
  b: Float64Array,
  right: number,
  width: number,
  p: number,
): number {
  let total = 0;
  for (let k = 0; k < width; k++) {
    const gap = Math.abs((a[left + k] as number) - (b[right + k] as number));
    if (p === 2) total += gap * gap;
    else if (p === 1) total += gap;
    else if (p === 0) total += gap === 0 ? 0 : 1;
    else if (p === Infinity) total = Math.max(total, gap);
    else total += gap ** p;
  }
  if (p === 2) return Math.sqrt(total);
  return p === 0 || p === 1 || p === Infinity ? total : total ** (1 / p);
}

/** Coordinates of a grid: each vector spread over the dimensions of the others. */
export const meshgrid = defineOp("meshgrid(Tensor[] tensors, *, str indexing='ij') -> Tensor[]", {
  as: ['function'],
  grad: 'Expand',
  body: ({ tensors, indexing }) => {
    checkGrid(tensors, indexing);
    const swap = indexing === 'xy' && tensors.length >= 2;
    const order = [...tensors.keys()];
    if (swap) [order[0], order[1]] = [1, 0];
    const lengths = tensors.map(({ type }) => (type.shape[0] ?? 1) as Int);
    const size = order.map((i) => lengths[i] as Int);
    return tensors.map((input, i) => {
      const place = order.indexOf(i);
      const shape = size.map((n, d) => (d === place ? n : 1));
      return expand({ input: reshape({ input, shape }), size });
    });
  },
});

function checkGrid(tensors: readonly Value[], indexing: string): void {
  check(tensors.length > 0, () => 'meshgrid expects a non-empty TensorList');
  const first = tensors[0] as Value;
  check(
    tensors.every(({ type }) => type.dtype === first.type.dtype),
    () => 'meshgrid expects all tensors to have the same dtype',
  );
  for (const { type } of tensors) {
    check(
      type.shape.length <= 1,
      () =>
        `torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: ` +
        `[ torch.${scalarTypeName[type.dtype]}Tensor{${sizes(type.shape).join()}} ]`,
    );
  }
  check(
    indexing === 'ij' || indexing === 'xy',
    () => `torch.meshgrid: indexing must be one of "xy" or "ij", but received: ${indexing}`,
  );
}

/** Differences between neighbours, n times over. */
export const diff = defineOp(
  'diff(Tensor input, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None) -> Tensor',
  {
    as: ['function', 'method'],
    grad: 'Sub',
    body: ({ input, n, dim, prepend, append }) => {
      check(input.type.shape.length > 0, () => 'diff expects input to be at least one-dimensional');
      check(n >= 0, () => `order must be non-negative but got ${n}`);
      const d = wrapDim(dim, input.type.shape.length);
      if (n === 0) return input;
      const parts = [prepend, input, append].filter((part) => part !== null);
      let value = parts.length === 1 ? input : cat({ tensors: parts, dim: d });
      const times = Math.min(n, intValue(value.type.shape[d] as Int));
      for (let i = 0; i < times; i++) value = neighbourGap(value, d);
      return value;
    },
  },
);

function neighbourGap(input: Value, dim: number): Value {
  const size = intValue(input.type.shape[dim] as Int);
  const later = slice({ input, dim, start: Math.min(1, size), end: size });
  const earlier = slice({ input, dim, start: 0, end: Math.max(0, size - 1) });
  return input.type.dtype === 'bool'
    ? ne({ input: later, other: earlier })
    : sub({ input: later, other: earlier });
}

/** The area under a line through points at distance dx, or at the places x. */
export const trapezoid = defineOp(
  'trapezoid(Tensor y, Tensor? x=None, *, Scalar dx=1, int dim=-1) -> Tensor',
  {
    as: ['function'],
    aliases: ['trapz'],
    grad: 'Sum',
    body: ({ y, x, dx, dim }) => {
      const d = wrapDim(dim, y.type.shape.length);
      return div({ input: sum({ input: trapezoids(y, x, dx, d), dim: [d] }), other: two });
    },
  },
);

const two: Scalar = { kind: 'float', value: 2 };

/** Twice the area between each two neighbours. */
function trapezoids(y: Value, x: Value | null, dx: Scalar, dim: number): Value {
  const { shape } = y.type;
  check(shape.length > 0, () => 'slice() cannot be applied to a 0-dim tensor.', 'IndexError');
  const size = intValue(shape[dim] as Int);
  const pair = add({
    input: slice({ input: y, dim, start: Math.min(1, size), end: size }),
    other: slice({ input: y, dim, start: 0, end: Math.max(0, size - 1) }),
  });
  if (x === null) return mul({ input: pair, other: dx });
  if (x.type.shape.length > 1) return mul({ input: pair, other: neighbourGap(x, dim) });
  const gaps = neighbourGap(x, 0);
  const wide = shape.map((_, i) => (i === dim ? (gaps.type.shape[0] as Int) : 1));
  return mul({ input: pair, other: reshape({ input: gaps, shape: wide }) });
}

/** Which elements stand among the test elements. */
export const isin = defineOp(
  'isin(Tensor elements, Operand test_elements, *, bool assume_unique=False, bool invert=False) -> Tensor',
  {
    as: ['function'],
    grad: null,
    shape: ({ elements }) => ({ dtype: 'bool', shape: elements.shape }),
    kernel: ({ elements, test_elements: tests, invert }, out) => {
      const dtype = commonDtype(elements, tests);
      const sought = new Set<unknown>(operandArray(tests, dtype).data);
      const { data } = operandArray(elements, dtype);
      for (let i = 0; i < data.length; i++) {
        const x = data[i] as number;
        out.data[i] = (x === x && sought.has(x)) !== invert ? 1 : 0;
      }
    },
  },
);

/** Matrices along the diagonal of a larger one. */
export const blockDiag = defineOp('block_diag(Tensor[] tensors) -> Tensor', {
  as: ['function'],
  shape: ({ tensors }) => {
    let [rows, columns]: [Int, Int] = [0, 0];
    for (const [i, { shape }] of tensors.entries()) {
      check(
        shape.length <= 2,
        () =>
          'torch.block_diag: Input tensors must have 2 or fewer dimensions. Input ' +
          `${i} has ${shape.length} dimensions`,
      );
      rows = addInt(rows, shape.length === 2 ? (shape[0] as Int) : 1);
      columns = addInt(columns, shape.at(-1) ?? 1);
    }
    return { dtype: commonDtype(...tensors), shape: [rows, columns] };
  },
  kernel: ({ tensors }, out) => {
    const width = out.shape[1] as number;
    let [row, column] = [0, 0];
    for (const tensor of tensors) {
      const { data } = convert(tensor, out.dtype);
      const columns = tensor.shape.at(-1) ?? 1;
      const rows = tensor.shape.length === 2 ? (tensor.shape[0] as number) : 1;
      for (let i = 0; i < data.length; i++) {
        const at = (row + Math.floor(i / columns)) * width + column + (i % columns);
        out.data[at] = data[i] as never;
      }
      row += rows;
      column += columns;
    }
  },
});

/** The areas up to each point. */
export const cumulativeTrapezoid = defineOp(
  'cumulative_trapezoid(Tensor y, Tensor? x=None, *, Scalar dx=1, int dim=-1) -> Tensor',
  {
    as: ['function'],
    grad: 'Cumsum',
    body: ({ y, x, dx, dim }) => {
      const d = wrapDim(dim, y.type.shape.length);
      const areas = trapezoids(y, x, dx, d);
      return div({ input: cumsum({ input: areas, dim: d }), other: two });
    },
  },
);

/** Sums of products over some dimensions of both: a product of matrices after all is laid out so. */
/** Sums of products over the last dimension of both. */
export const inner = defineOp('inner(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method'],
  grad: ({ input, other }) =>
    input.shape.length === 0 || other.shape.length === 0 ? 'Mul' : 'ReshapeAlias',
  body: ({ input, other }) => {
    const [a, b] = [input.type.shape, other.type.shape];
    if (a.length === 0 || b.length === 0) return mul({ input, other });
    const [width, otherWidth] = [a.at(-1) as Int, b.at(-1) as Int];
    check(
      intValue(width) === intValue(otherWidth),
      () =>
        `inner() the last dimension must match on both input tensors but got shapes ${printShape(a)} and ${printShape(b)}`,
    );
    const rows = (value: Value): Value => reshape({ input: value, shape: [-1, width] });
    const product = mm({ input: rows(input), mat2: permute({ input: rows(other), dims: [1, 0] }) });
    return reshape({ input: product, shape: [...a.slice(0, -1), ...b.slice(0, -1)] });
  },
});

export const tensordot = defineOp(
  'tensordot_of(Tensor a, Tensor b, int[] dims_a, int[] dims_b) -> Tensor',
  {
    grad: 'View',
    body: ({ a, b, dims_a, dims_b }) => {
      const [left, right] = [a.type.shape, b.type.shape];
      check(dims_a.length === dims_b.length, () => 'both dimension lists should have same length');
      const ours = dims_a.map((dim) => wrapDim(dim, left.length));
      const theirs = dims_b.map((dim) => wrapDim(dim, right.length));
      for (const [i, d] of ours.entries()) {
        const [m, n] = [left[d], right[theirs[i] as number]].map((x) => intValue(x as Int));
        check(
          m === n,
          () =>
            `contracted dimensions need to match, but first has size ${m} in dim ${dims_a[i]} and ` +
            `second has size ${n} in dim ${dims_b[i]}`,
        );
      }
      const kept = left.map((_, d) => d).filter((d) => !ours.includes(d));
      const others = right.map((_, d) => d).filter((d) => !theirs.includes(d));
      const size = (shape: Shape, dims: readonly number[]): Int =>
        product(dims.map((d) => shape[d] as Int));
      const rows = reshape({
        input: permute({ input: a, dims: [...kept, ...ours] }),
        shape: [size(left, kept), size(left, ours)],
      });
      const columns = reshape({
        input: permute({ input: b, dims: [...theirs, ...others] }),
        shape: [size(right, theirs), size(right, others)],
      });
      const shape = [...kept.map((d) => left[d] as Int), ...others.map((d) => right[d] as Int)];
      return reshape({ input: mm({ input: rows, mat2: columns }), shape });
    },
  },
);
