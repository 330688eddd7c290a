// Norms of matrices, and `torch.linalg.norm`, which is of vectors or of matrices.
//
// https://pytorch.org/docs/stable/generated/torch.linalg.matrix_norm.html

import type { Value } from '../graph/graph.ts';
import { category, itemSize, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { ambientDefault } from '../tensor/promotion.ts';
import { wrapDim } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { defineOp } from './define.ts';
import { amax, amin } from './largest.ts';
import { checkFloating, checkMatrix } from './matrixBatches.ts';
import { checkVector, pNorm } from './norm.ts';
import { sum } from './reduction.ts';
import { permute, reshape, toDtype } from './shape.ts';
import { svdvals } from './singularValues.ts';

interface Ask {
  readonly dim: readonly number[];
  readonly keepdim: boolean;
  readonly dtype: DType | null;
}

/** The two dims, from the start; what PyTorch refuses of them and of the dtype. */
function checkedDims(
  { dtype, shape }: TensorType,
  ask: Ask,
  lowPrecision: boolean,
): readonly [number, number] {
  const name = 'linalg.matrix_norm';
  checkMatrix(name, { dtype, shape });
  checkFloating(name, { dtype, shape }, lowPrecision);
  const { dim } = ask;
  check(dim.length === 2, () => `${name}: dim must be a 2-tuple. Got ${dim.join(' ')}`);
  const [a, b] = dim.map((d) => wrapDim(d, shape.length)) as [number, number];
  check(a !== b, () => `${name}: dims must be different. Got (${a}, ${b})`);
  checkNormDtype(name, dtype, ask.dtype);
  return [a, b];
}

/** What a norm may be asked to be computed in. */
function checkNormDtype(name: string, given: DType, asked: DType | null): void {
  if (asked === null) return;
  const [from, to] = [category(given), category(asked)];
  check(
    to === 'float' || to === 'complex',
    () => `${name}: dtype should be floating point or complex, but got ${scalarTypeName[asked]}`,
  );
  check(
    from === to,
    () =>
      `${name}: dtype should be ${from === 'complex' ? 'complex' : 'real'} for ` +
      `${from === 'complex' ? 'complex' : 'real'} inputs, but got ${scalarTypeName[asked]}`,
  );
  check(
    itemSize[asked] >= itemSize[given],
    () =>
      `${name}: the dtype of the input (${scalarTypeName[given]}) should be convertible without ` +
      `narrowing to the specified dtype (${scalarTypeName[asked]})`,
  );
}

/** The matrices' singular values in the last dimension. */
function valuesOf(A: Value, [a, b]: readonly [number, number], dtype: DType | null): Value {
  const order = A.type.shape.map((_, d) => d).filter((d) => d !== a && d !== b);
  const input = dtype === null || dtype === A.type.dtype ? A : toDtype({ input: A, dtype });
  if (b === order.length + 1 && a === order.length) return svdvals({ A: input });
  return svdvals({ A: permute({ input, dims: [...order, a, b] }) });
}

/** What came out for the other dims, with ones where the matrices were. */
function restored(value: Value, A: Value, dims: readonly number[], keepdim: boolean): Value {
  if (!keepdim) return value;
  const shape = A.type.shape.map((n, d) => (dims.includes(d) ? 1 : n));
  return reshape({ input: value, shape });
}

function byOrder(A: Value, ord: number, ask: Ask): Value {
  const size = Math.abs(ord);
  check(
    size === 2 || size === 1 || size === Infinity,
    () => `linalg.matrix_norm: Order ${numberWords(ord)} not supported.`,
  );
  const dims = checkedDims(A.type, ask, size !== 2);
  const extreme = ord > 0 ? amax : amin;
  if (size === 2) {
    const found = extreme({ input: valuesOf(A, dims, ask.dtype), dim: [-1] });
    return restored(found, A, dims, ask.keepdim);
  }
  const [inner, outer] = size === Infinity ? [dims[1], dims[0]] : dims;
  const sums = pNorm({ input: A, p: 1, dim: [inner], keepdim: ask.keepdim, dtype: ask.dtype });
  const moved = !ask.keepdim && inner < outer ? outer - 1 : outer;
  return extreme({ input: sums, dim: [moved], keepdim: ask.keepdim });
}

/** As C++ prints it. */
function numberWords(x: number): string {
  if (Number.isFinite(x)) return String(Number(x.toPrecision(6)));
  return Number.isNaN(x) ? 'nan' : x > 0 ? 'inf' : '-inf';
}

function byName(A: Value, ord: string, ask: Ask): Value {
  check(ord === 'fro' || ord === 'nuc', () => `linalg.matrix_norm: Order ${ord} not supported.`);
  const dims = checkedDims(A.type, ask, ord !== 'nuc');
  const { keepdim, dtype } = ask;
  if (ord === 'fro') return pNorm({ input: A, p: 2, dim: dims, keepdim, dtype });
  return restored(sum({ input: valuesOf(A, dims, dtype), dim: [-1] }), A, dims, keepdim);
}

export const matrixNormByName = defineOp(
  "matrix_norm(Tensor A, str ord='fro', int[] dim=[-2,-1], bool keepdim=False, *, ScalarType? dtype=None) -> Tensor",
  {
    as: ['linalg'],
    grad: 'LinalgVectorNorm',
    refuses: ['A'],
    body: ({ A, ord, dim, keepdim, dtype }) => byName(A, ord, { dim, keepdim, dtype }),
  },
);

export const matrixNorm = defineOp(
  'matrix_norm.ord(Tensor A, Scalar ord, int[] dim=[-2,-1], bool keepdim=False, *, ScalarType? dtype=None) -> Tensor',
  {
    as: ['linalg'],
    grad: ({ ord }) => (Number(ord.value) > 0 ? 'Amax' : 'Amin'),
    refuses: ['A'],
    body: ({ A, ord, dim, keepdim, dtype }) =>
      byOrder(A, Number(ord.value), { dim, keepdim, dtype }),
  },
);

/** Of a vector; of a matrix where `ord` is given and two dims are meant. */
export const linalgNorm = defineOp(
  'norm.linalg(Tensor A, Scalar? ord=None, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor',
  {
    as: ['linalg'],
    grad: 'LinalgVectorNorm',
    refuses: ['A'],
    body: ({ A, ord, dim, keepdim, dtype }) => {
      const rank = A.type.shape.length;
      checkLength(dim, 'must');
      if (ord !== null) checkRank(dim, rank);
      if (ord !== null && (dim?.length === 2 || (dim === null && rank === 2))) {
        return byOrder(A, Number(ord.value), { dim: dim ?? [0, 1], keepdim, dtype });
      }
      const order = ord ?? ({ kind: 'int', value: 2 } as const);
      checkVector(A.type, order, dim);
      checkNormDtype('linalg.vector_norm', A.type.dtype, dtype);
      return pNorm({ input: A, p: Number(order.value), dim, keepdim, dtype });
    },
  },
);

function checkLength(dim: readonly number[] | null, must: string): void {
  check(
    dim === null || dim.length === 1 || dim.length === 2,
    () =>
      `linalg.norm: If dim is specified, it ${must} be of length 1 or 2. Got [${(dim ?? []).join(', ')}]`,
  );
}

function checkRank(dim: readonly number[] | null, rank: number): void {
  check(
    dim !== null || rank === 1 || rank === 2,
    () =>
      `linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got ${rank}D.`,
  );
}

export const linalgNormByName = defineOp(
  'norm.linalg_name(Tensor A, str ord, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor',
  {
    as: ['linalg'],
    grad: 'LinalgVectorNorm',
    refuses: ['A'],
    body: ({ A, ord, dim, keepdim, dtype }) => {
      checkLength(dim, 'mut');
      checkRank(dim, A.type.shape.length);
      return byName(A, ord, { dim: dim ?? [0, 1], keepdim, dtype });
    },
  },
);

/** `torch.norm` by name. */
export const normByName = defineOp(
  'norm.name(Tensor input, str p, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor',
  {
    as: ['function', 'method'],
    grad: 'LinalgVectorNorm',
    refuses: ['input'],
    body: ({ input, p, dim, keepdim, dtype }) => {
      check(
        p === 'fro' || p === 'nuc',
        () => `only valid string values are 'fro' and 'nuc', found ${p}`,
      );
      if (p === 'nuc') return nuclear(input, dim, keepdim, dtype);
      if (ambientDefault.old) checkFrobenius(input.type.dtype, dim, dtype);
      checkNormInput(dtype ?? input.type.dtype);
      return pNorm({ input, p: 2, dim, keepdim, dtype });
    },
  },
);

/** What PyTorch 1 refused. */
function checkFrobenius(given: DType, dim: readonly number[] | null, asked: DType | null): void {
  check(asked === null, () => 'dtype argument is not supported in frobenius norm', 'ValueError');
  check(
    dim?.length !== 2 || category(given) === 'float' || category(given) === 'complex',
    () =>
      'result.scalar_type() == toRealValueType(self.scalar_type()) INTERNAL ASSERT FAILED at ' +
      '"./aten/src/ATen/native/LinearAlgebra.cpp":2694, please report a bug to PyTorch. ',
  );
}

function checkNormInput(dtype: DType): void {
  check(
    category(dtype) === 'float' || category(dtype) === 'complex',
    () =>
      'norm(): input dtype should be either floating point or complex. Got ' +
      `${scalarTypeName[dtype]} instead.`,
  );
}

function nuclear(
  input: Value,
  dim: readonly number[] | null,
  keepdim: boolean,
  dtype: DType | null,
): Value {
  const rank = input.type.shape.length;
  check(
    dim !== null || rank === 2,
    () =>
      `Expected a tensor with 2 dimensions, but got a tensor with ${rank} ` +
      `dimension${rank === 1 ? '' : 's'} instead.`,
  );
  check(dim === null || dim.length === 2, () => "nuclear norm requires a 'dim' argument of size 2");
  const dims = (dim ?? [0, 1]).map((d) => wrapDim(d, rank)) as [number, number];
  return restored(sum({ input: valuesOf(input, dims, dtype), dim: [-1] }), input, dims, keepdim);
}
