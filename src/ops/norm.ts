// Norms of vectors, and distances between tensors. Norms of matrices are in matrixNorms.ts.

import type { NdArray } from '../tensor/array.ts';
import { category, isFloat, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { numel, sizes, wrapDim } from '../tensor/shape.ts';
import { constant } from '../graph/build.ts';
import type { Value } from '../graph/graph.ts';
import type { Scalar } from '../tensor/promotion.ts';
import type { TensorType } from '../tensor/type.ts';
import { add, mul, sub } from './arithmetic.ts';
import { where } from './blend.ts';
import { gt } from './comparison.ts';
import { convert } from './convert.ts';
import { defineOp } from './define.ts';
import { onnxReduce, reducedShape, reduceInto } from './lanes.ts';
import { partType } from './rounding.ts';
import { indexSelect } from './indexSelect.ts';
import { reciprocal } from './unary.ts';

type Dims = readonly number[] | null;

/** (Σ |x|^p)^(1/p), and what that tends to at 0, ∞ and -∞. */
export const pNorm = defineOp(
  'p_norm(Tensor input, float p, int[1]? dim, bool keepdim, ScalarType? dtype) -> Tensor',
  {
    grad: 'LinalgVectorNorm',
    shape: ({ input, dim, keepdim, dtype }) => ({
      dtype: partType(dtype ?? input.dtype),
      shape: reducedShape(input.shape, dim, keepdim),
    }),
    kernel: ({ input, p, dim }, out) => {
      reduceInto(magnitudes(input, out.dtype), dim, out, normOf(p));
    },
    onnx: (g, { input, p, dim, keepdim }, out) => {
      if (category(input.type.dtype) !== 'float') return null;
      const opType = p === 2 ? 'ReduceL2' : p === 1 ? 'ReduceL1' : null;
      return opType && onnxReduce(g, opType, input, dim, keepdim, out, ['float32', 'float64']);
    },
    cost: ({ input }) => 2 * numel(input.shape),
  },
);

function magnitudes(input: NdArray, dtype: DType): NdArray {
  if (category(input.dtype) !== 'complex') return convert(input, dtype);
  const parts = input.data as Float64Array;
  const data = Float64Array.from({ length: parts.length / 2 }, (_, i) =>
    Math.hypot(parts[2 * i] as number, parts[2 * i + 1] as number),
  );
  return { dtype: 'float64', shape: input.shape, data };
}

function normOf(p: number): (data: Float64Array, base: number, offsets: Int32Array) => number {
  const fold =
    (start: number, add: (sofar: number, x: number) => number, last: (n: number) => number) =>
    (data: Float64Array, base: number, offsets: Int32Array): number => {
      let sofar = start;
      for (let i = 0; i < offsets.length; i++) {
        sofar = add(sofar, Math.abs(data[base + (offsets[i] as number)] as number));
      }
      return last(sofar);
    };
  if (p === Infinity) return fold(0, Math.max, (n) => n);
  if (p === -Infinity) return fold(Infinity, Math.min, (n) => n);
  if (p === 0)
    return fold(
      0,
      (n, x) => n + (x === 0 ? 0 : 1),
      (n) => n,
    );
  if (p === 1)
    return fold(
      0,
      (n, x) => n + x,
      (n) => n,
    );
  if (p === 2) return fold(0, (n, x) => n + x * x, Math.sqrt);
  return fold(
    0,
    (n, x) => n + x ** p,
    (n) => n ** (1 / p),
  );
}

function requireFloat(dtype: DType): void {
  check(
    isFloat(dtype) || category(dtype) === 'complex',
    () =>
      'norm(): input dtype should be either floating point or complex. Got ' +
      `${scalarTypeName[dtype]} instead.`,
  );
}

/** `torch.norm`, which flattens: p is of a vector even where two dimensions are named. */
export const norm = defineOp(
  'norm(Tensor input, Scalar? p=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor',
  {
    grad: 'NormBackward1',
    as: ['function', 'method'],
    body: ({ input, p, dim, keepdim, dtype }) => {
      requireFloat(dtype ?? input.type.dtype);
      return pNorm({ input, p: p === null ? 2 : Number(p.value), dim, keepdim, dtype });
    },
  },
);

export const vectorNorm = defineOp(
  'vector_norm(Tensor x, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor',
  {
    as: ['linalg'],
    grad: 'LinalgVectorNorm',
    body: ({ x, ord, dim, keepdim, dtype }) => {
      checkVector(x.type, ord, dim);
      return pNorm({ input: x, p: Number(ord.value), dim, keepdim, dtype });
    },
  },
);

export function checkVector(
  { dtype, shape }: TensorType,
  ord: Scalar,
  dim: readonly number[] | null,
): void {
  check(
    isFloat(dtype) || category(dtype) === 'complex',
    () =>
      'linalg.vector_norm: Expected a floating point or complex tensor as input. Got ' +
      scalarTypeName[dtype],
  );
  const p = Number(ord.value);
  if (numel(shape) > 0 || (p >= 0 && p !== Infinity)) return;
  const words = p === Infinity ? 'inf' : p === -Infinity ? '-inf' : String(p);
  check(
    dim !== null && dim.length > 0,
    () =>
      `linalg.vector_norm cannot compute the ${words} norm on an empty tensor because the ` +
      'operation does not have an identity',
  );
  for (const d of dim ?? []) {
    check(
      numel(shape.slice(wrapDim(d, shape.length)).slice(0, 1)) !== 0,
      () =>
        `linalg.vector_norm cannot compute the ${words} norm on the dimension ${d}because this ` +
        'dimension is empty and the operation does not have an identity',
    );
  }
}

/** The norm of the difference. */
export const dist = defineOp('dist(Tensor input, Tensor other, Scalar p=2) -> Tensor', {
  as: ['function', 'method'],
  body: ({ input, other, p }) => {
    const difference = sub({ input, other });
    requireFloat(difference.type.dtype);
    return pNorm({
      input: difference,
      p: Number(p.value),
      dim: null as Dims,
      keepdim: false,
      dtype: null,
    });
  },
});

/** Slices along a dimension, made shorter where their norm passes the limit. */
export const renorm = defineOp(
  'renorm(Tensor input, Scalar p, int dim, Scalar maxnorm) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    body: ({ input, p, dim, maxnorm }) => {
      const { shape, dtype } = input.type;
      const limit = Number(maxnorm.value);
      check(
        shape.length > 1,
        () => `renorm: input needs at least 2 dimensions, got ${shape.length} dimensions`,
      );
      check(limit >= 0, () => `renorm: expected maxnorm to be >= 0 but got ${limit}`);
      const d = wrapDim(dim, shape.length);
      const others = shape.map((_, i) => i).filter((i) => i !== d);
      const norms = pNorm({ input, p: Number(p.value), dim: others, keepdim: true, dtype });
      const room = add({ input: norms, other: { kind: 'float', value: 1e-7 } });
      const factor = mul({ input: reciprocal({ input: room }), other: maxnorm });
      const isLong = gt({ input: norms, other: maxnorm });
      const one = { kind: 'float', value: 1 } as const;
      return mul({ input, other: where({ condition: isLong, input: factor, other: one }) });
    },
  },
);

/** Distances between the rows of one matrix, each pair once. */
export const pdist = defineOp('pdist(Tensor input, float p=2) -> Tensor', {
  as: ['function', 'functional'],
  body: ({ input, p }) => {
    const { shape } = input.type;
    check(shape.length === 2, () => `pdist only supports 2D tensors, got: ${shape.length}D`);
    requireFloat(input.type.dtype);
    const n = sizes(shape)[0] as number;
    const pairs: [number, number][] = [];
    for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) pairs.push([i, j]);
    const rows = (side: 0 | 1): Value => {
      const data = BigInt64Array.from(pairs, (pair) => BigInt(pair[side]));
      const index = constant({ dtype: 'int64', shape: [data.length], data });
      return indexSelect({ input, dim: 0, index });
    };
    const difference = sub({ input: rows(0), other: rows(1) });
    return pNorm({ input: difference, p, dim: [1], keepdim: false, dtype: null });
  },
});
