// What singular values tell of a matrix: its rank, its condition, its pseudo-inverse.
//
// https://pytorch.org/docs/stable/generated/torch.linalg.pinv.html

import { intValue, type Int } from '../base/origin.ts';
import { constant } from '../graph/build.ts';
import type { Value } from '../graph/graph.ts';
import { category, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { numel, printShape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { div, mul } from './arithmetic.ts';
import { where } from './blend.ts';
import { gt } from './comparison.ts';
import { full, scalarArray } from './creation.ts';
import { defineOp } from './define.ts';
import { eigh, eigvalsh } from './eigenvalues.ts';
import { amax, maxOther } from './largest.ts';
import { matmul } from './linear.ts';
import { batchOf, checkMatrix, checkSquare, lastTwo, matrixShape } from './matrixBatches.ts';
import { matrixNorm, matrixNormByName } from './matrixNorms.ts';
import { sum } from './reduction.ts';
import { abs, nanToNum, partType } from './rounding.ts';
import { reshape, select, toDtype } from './shape.ts';
import { linalgSvd, svdvals, transposed } from './singularValues.ts';
import { invEx } from './solving.ts';
import { reciprocal } from './unary.ts';

const ZERO = { kind: 'float', value: 0 } as const;

/** A tolerance as the caller gave it: a number, a tensor with one for each matrix, or none. */
type Tolerance = number | Value | null;

function number(value: number, dtype: DType): Value {
  return constant(scalarArray({ kind: 'float', value }, dtype));
}

/** Size of steps between floats near 1. */
function epsilon(dtype: DType): number {
  const part = partType(dtype);
  check(
    part === 'float32' || part === 'float64',
    () => "This function doesn't handle types other than float and double",
  );
  return part === 'float64' ? 2 ** -52 : 2 ** -23;
}

/** The absolute and the relative tolerance: without an absolute one, the relative one has a default. */
function tolerances(A: TensorType, atol: Tolerance, rtol: Tolerance): readonly [Value, Value] {
  const dtype = partType(A.dtype);
  const usual = epsilon(A.dtype) * Math.max(...lastTwo(A.shape).map(intValue));
  const asValue = (given: Tolerance, fallback: number): Value =>
    given === null || typeof given === 'number'
      ? number(given ?? fallback, dtype)
      : toDtype({ input: given, dtype });
  const absolute = asValue(atol, 0);
  if (rtol !== null) return [absolute, asValue(rtol, 0)];
  if (atol === null || typeof atol === 'number') {
    return [absolute, number(atol !== null && atol > 0 ? 0 : usual, dtype)];
  }
  const condition = gt({ input: absolute, other: ZERO });
  return [absolute, where({ condition, input: ZERO, other: number(usual, dtype) })];
}

const lifted = (input: Value): Value => reshape({ input, shape: [...input.type.shape, 1] });

/** max(atol, rtol · largest), beside the values of each matrix. */
function limitOf([atol, rtol]: readonly [Value, Value], largest: Value): Value {
  return maxOther({
    input: lifted(atol),
    other: mul({ input: lifted(rtol), other: largest }),
  });
}

function zerosOf(shape: TensorType['shape'], dtype: DType): Value {
  return full({ size: shape, fill_value: ZERO, dtype });
}

function rankOf(A: Value, atol: Tolerance, rtol: Tolerance, hermitian: boolean): Value {
  checkMatrix('torch.linalg.matrix_rank', A.type, 'input');
  const limits = tolerances(A.type, atol, rtol);
  if (numel(A.type.shape) === 0) return zerosOf(batchOf(A.type.shape), 'int64');
  const values = hermitian ? abs({ input: eigvalsh({ A }) }) : svdvals({ A });
  const largest = amax({ input: values, dim: [-1], keepdim: true });
  return sum({ input: gt({ input: values, other: limitOf(limits, largest) }), dim: [-1] });
}

export const matrixRank = defineOp(
  'matrix_rank(Tensor A, *, float? atol=None, float? rtol=None, bool hermitian=False) -> Tensor',
  {
    as: ['linalg'],
    grad: null,
    refuses: ['A'],
    body: ({ A, atol, rtol, hermitian }) => rankOf(A, atol, rtol, hermitian),
  },
);

export const matrixRankTensors = defineOp(
  'matrix_rank.tensors(Tensor input, *, Tensor? atol=None, Tensor? rtol=None, bool hermitian=False) -> Tensor',
  {
    as: ['linalg'],
    grad: null,
    refuses: ['input'],
    body: ({ input, atol, rtol, hermitian }) => rankOf(input, atol, rtol, hermitian),
  },
);

export const matrixRankTol = defineOp(
  'matrix_rank.tol(Tensor A, float tol, bool hermitian=False) -> Tensor',
  {
    as: ['linalg'],
    grad: null,
    refuses: ['A'],
    body: ({ A, tol, hermitian }) => rankOf(A, tol, 0, hermitian),
  },
);

export const matrixRankTolTensor = defineOp(
  'matrix_rank.tol_tensor(Tensor input, Tensor tol, bool hermitian=False) -> Tensor',
  {
    as: ['linalg'],
    grad: null,
    refuses: ['input'],
    body: ({ input, tol, hermitian }) => rankOf(input, tol, 0, hermitian),
  },
);

function inverseOf(A: Value, atol: Tolerance, rtol: Tolerance, hermitian: boolean): Value {
  const { dtype, shape } = A.type;
  const kinds = ['float32', 'float64', 'complex64', 'complex128'];
  check(
    kinds.includes(dtype) && shape.length >= 2,
    () =>
      `linalg.pinv(${scalarTypeName[dtype]}{${printShape(shape)}}): expected a tensor with 2 or ` +
      'more dimensions of float, double, cfloat or cdouble types',
  );
  const limits = tolerances(A.type, atol, rtol);
  const [m, n] = lastTwo(shape);
  if (numel(shape) === 0) return zerosOf(matrixShape(batchOf(shape), n, m), dtype);
  if (hermitian) {
    const [values, vectors] = eigh({ A }) as [Value, Value];
    const sizes = abs({ input: values });
    const largest = amax({ input: sizes, dim: [-1], keepdim: true });
    const inverse = invertedAbove(values, sizes, limitOf(limits, largest));
    return matmul({ input: mul({ input: vectors, other: inverse }), other: transposed(vectors) });
  }
  const [U, S, Vh] = linalgSvd({ A, full_matrices: false }) as [Value, Value, Value];
  const largest = amax({ input: S, dim: [-1], keepdim: true });
  const inverse = invertedAbove(S, S, limitOf(limits, largest));
  return matmul({ input: mul({ input: transposed(Vh), other: inverse }), other: transposed(U) });
}

/** 1/x where its size is above the limit, else 0; as a row to multiply columns with. */
function invertedAbove(values: Value, sizes: Value, limit: Value): Value {
  const kept = where({
    condition: gt({ input: sizes, other: limit }),
    input: reciprocal({ input: values }),
    other: ZERO,
  });
  const { shape } = kept.type;
  return reshape({ input: kept, shape: [...shape.slice(0, -1), 1, shape.at(-1) as Int] });
}

export const pinv = defineOp(
  'pinv(Tensor A, *, float? atol=None, float? rtol=None, bool hermitian=False) -> Tensor',
  {
    as: ['linalg'],
    grad: 'LinalgPinv',
    refuses: ['A'],
    body: ({ A, atol, rtol, hermitian }) => inverseOf(A, atol, rtol, hermitian),
  },
);

export const pinvTensors = defineOp(
  'pinv.tensors(Tensor A, *, Tensor? atol=None, Tensor? rtol=None, bool hermitian=False) -> Tensor',
  {
    as: ['linalg'],
    grad: 'LinalgPinv',
    refuses: ['A'],
    body: ({ A, atol, rtol, hermitian }) => inverseOf(A, atol, rtol, hermitian),
  },
);

export const pinvRcond = defineOp(
  'pinv.rcond(Tensor A, float rcond, bool hermitian=False) -> Tensor',
  {
    as: ['linalg'],
    grad: 'LinalgPinv',
    refuses: ['A'],
    body: ({ A, rcond, hermitian }) => inverseOf(A, 0, rcond, hermitian),
  },
);

export const pinvRcondTensor = defineOp(
  'pinv.rcond_tensor(Tensor A, Tensor rcond, bool hermitian=False) -> Tensor',
  {
    as: ['linalg'],
    grad: 'LinalgPinv',
    refuses: ['A'],
    body: ({ A, rcond, hermitian }) => {
      const { dtype } = rcond.type;
      check(
        category(dtype) !== 'complex',
        () =>
          'torch.linalg.pinv: rcond tensor of complex type is not supported. Got ' +
          scalarTypeName[dtype],
      );
      return inverseOf(A, 0, rcond, hermitian);
    },
  },
);

export const pinverse = defineOp('pinverse(Tensor input, float rcond=1e-15) -> Tensor', {
  as: ['function', 'method'],
  grad: 'LinalgPinv',
  refuses: ['input'],
  body: ({ input, rcond }) => inverseOf(input, 0, rcond, false),
});

/** The norm of the matrix times that of its inverse, which is infinite where there is none. */
function conditionBy(A: Value, normOf: (A: Value) => Value): Value {
  const [inverse, info] = invEx({ A }) as [Value, Value];
  const singular = reshape({
    input: gt({ input: info, other: ZERO }),
    shape: [...info.type.shape, 1, 1],
  });
  const infinite = number(Infinity, partType(A.type.dtype));
  const known = where({ condition: singular, input: infinite, other: inverse });
  return nanToNum({
    input: mul({ input: normOf(A), other: normOf(known) }),
    nan: Infinity,
    posinf: Infinity,
    neginf: -Infinity,
  });
}

export const cond = defineOp('cond(Tensor A, Scalar? p=None) -> Tensor', {
  as: ['linalg'],
  grad: 'LinalgCond',
  refuses: ['A'],
  body: ({ A, p }) => {
    const { dtype, shape } = A.type;
    check(
      shape.length >= 2,
      () => 'linalg.cond: The input tensor must have at least 2 dimensions.',
    );
    const order = p === null ? 2 : Number(p.value);
    check(
      [1, 2, Infinity].includes(Math.abs(order)),
      () => `linalg.cond got an invalid norm type: ${order}`,
    );
    if (numel(shape) === 0) return zerosOf(batchOf(shape), partType(dtype));
    if (Math.abs(order) === 2) {
      const S = svdvals({ A });
      const largest = select({ input: S, dim: shape.length - 2, index: 0 });
      const last = intValue(S.type.shape.at(-1) as Int) - 1;
      const least = select({ input: S, dim: shape.length - 2, index: last });
      return order > 0
        ? div({ input: largest, other: least })
        : div({ input: least, other: largest });
    }
    const words = p?.kind === 'float' ? floatWords(order) : String(order);
    checkSquare(`linalg.cond(ord=${words})`, A.type);
    const ord = p as NonNullable<typeof p>;
    return conditionBy(A, (matrix) => matrixNorm({ A: matrix, ord }));
  },
});

/** As std::to_string writes it. */
function floatWords(x: number): string {
  if (Number.isFinite(x)) return x.toFixed(6);
  return x > 0 ? 'inf' : '-inf';
}

export const condByName = defineOp('cond.name(Tensor A, str p) -> Tensor', {
  as: ['linalg'],
  grad: 'LinalgCond',
  refuses: ['A'],
  body: ({ A, p }) => {
    checkSquare(`linalg.cond(ord=${p})`, A.type);
    check(p === 'fro' || p === 'nuc', () => `linalg.cond got an invalid norm type: ${p}`);
    if (numel(A.type.shape) === 0) {
      return zerosOf(batchOf(A.type.shape), partType(A.type.dtype));
    }
    if (p === 'fro') return conditionBy(A, (matrix) => matrixNormByName({ A: matrix, ord: 'fro' }));
    const S = svdvals({ A });
    return mul({
      input: sum({ input: S, dim: [-1] }),
      other: sum({ input: reciprocal({ input: S }), dim: [-1] }),
    });
  },
});
