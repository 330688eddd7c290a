// Functions of matrices that are made of products and inverses: powers, exponentials, products of
// many, tensors taken as matrices; Vandermonde matrices and products along a dimension.
//
// https://pytorch.org/docs/stable/linalg.html

import { intValue, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import { exponential } from '../kernels/matrices/exponential.ts';
import { category, cName, isFloat, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import type { Scalar } from '../tensor/promotion.ts';
import { numel, printShape, wrapDim, type Shape } from '../tensor/shape.ts';
import { add, mul } from './arithmetic.ts';
import { commonDtype } from './broadcast.ts';
import { eye, full } from './creation.ts';
import { defineOp } from './define.ts';
import { dot, matmul, mm, outer } from './linear.ts';
import { logicalOr } from './logic.ts';
import {
  batchCount,
  checkFloating,
  checkSquare,
  lastTwo,
  matrixAt,
  putMatrix,
  requireKernel,
} from './matrixBatches.ts';
import { sum } from './reduction.ts';
import { conjPhysical } from './rounding.ts';
import { cumprod } from './scan.ts';
import { cat, expand, expandedShape, permute, reshape, toDtype } from './shape.ts';
import { linalgInv, solve } from './solving.ts';

function powerOf(A: Value, n: number): Value {
  checkSquare('linalg.matrix_power', A.type);
  const { dtype, shape } = A.type;
  if (n === 0) {
    const size = shape.at(-1) as Int;
    return expand({ input: eye({ n: size, m: size, dtype }), size: shape });
  }
  let base = n < 0 ? linalgInv({ A }) : A;
  let result: Value | null = null;
  for (let left = Math.abs(n); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = result ? matmul({ input: result, other: base }) : base;
    if (left > 1) base = matmul({ input: base, other: base });
  }
  return result as Value;
}

export const linalgMatrixPower = defineOp('matrix_power.linalg(Tensor A, int n) -> Tensor', {
  as: ['linalg'],
  refuses: ['A'],
  body: ({ A, n }) => powerOf(A, n),
});

export const matrixPower = defineOp('matrix_power(Tensor input, int n) -> Tensor', {
  grad: 'Mm',
  as: ['function', 'method'],
  refuses: ['input'],
  body: ({ input, n }) => powerOf(input, n),
});

/** The one kernel of the two names. */
const exponentialOf = defineOp('exponential_of(Tensor input) -> Tensor', {
  grad: 'LinalgMatrixExp',
  shape: ({ input }) => {
    checkSquare('linalg.matrix_exp', input);
    checkFloating('matrix_exp', input);
    const half = input.dtype === 'bfloat16' || numel(lastTwo(input.shape)) <= 1;
    if (!half) requireKernel('log2_vml_cpu', input.dtype);
    return { dtype: input.dtype, shape: input.shape };
  },
  kernel: ({ input }, out) => {
    const n = input.shape.at(-1) as number;
    for (let i = 0; i < batchCount(input); i++) {
      putMatrix(out, i, exponential(matrixAt(input, i), n));
    }
  },
  cost: ({ input }) => 30 * numel(input.shape) * intValue(input.shape.at(-1) ?? 1),
});

export const matrixExp = defineOp('matrix_exp(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  grad: 'LinalgMatrixExp',
  body: ({ input }) => exponentialOf({ input }),
});

export const linalgMatrixExp = defineOp('matrix_exp.linalg(Tensor A) -> Tensor', {
  as: ['linalg'],
  grad: 'LinalgMatrixExp',
  body: ({ A }) => exponentialOf({ input: A }),
});

/** The product of several matrices in the order that takes the fewest multiplications. */
export const multiDot = defineOp('multi_dot(Tensor[] tensors) -> Tensor', {
  as: ['linalg'],
  grad: 'Mm',
  body: ({ tensors }) => {
    const given = tensors;
    const count = given.length;
    check(count >= 2, () => `multi_dot(): expected at least 2 tensors but got ${count}`);
    const rankOf = (i: number): number => (given[i] as Value).type.shape.length;
    for (const [i, which] of [
      [0, 'first'],
      [count - 1, 'last'],
    ] as const) {
      check(
        rankOf(i) === 1 || rankOf(i) === 2,
        () => `multi_dot(): the ${which} tensor must be 1D or 2D but got ${rankOf(i)}D`,
      );
    }
    const matrices = given.map((value, i) => asMatrix(value, i, count));
    checkChain(matrices);
    const [rows, columns] = [rankOf(0) === 2, rankOf(count - 1) === 2];
    const product = productOf(matrices, splits(matrices), 0, count - 1);
    const [m, n] = lastTwo(product.type.shape);
    if (rows && columns) return product;
    return reshape({ input: product, shape: [...(rows ? [m] : []), ...(columns ? [n] : [])] });
  },
});

function asMatrix(value: Value, i: number, count: number): Value {
  const { shape } = value.type;
  if (i > 0 && i < count - 1) {
    check(shape.length === 2, () => `multi_dot(): tensor ${i} must be 2D but got ${shape.length}D`);
  }
  if (shape.length === 2) return value;
  return reshape({ input: value, shape: i === 0 ? [1, ...shape] : [...shape, 1] });
}

function checkChain(matrices: readonly Value[]): void {
  const first = (matrices[0] as Value).type.dtype;
  for (const [i, { type }] of matrices.entries()) {
    check(
      type.dtype === first,
      () =>
        `multi_dot(): all tensors must have be the same dtype but tensor 0 is ` +
        `${cName(first)} and tensor ${i} ${cName(type.dtype)}`,
    );
  }
  for (let i = 0; i + 1 < matrices.length; i++) {
    const [a, b] = [(matrices[i] as Value).type.shape, (matrices[i + 1] as Value).type.shape];
    check(
      intValue(a[1] as Int) === intValue(b[0] as Int),
      () =>
        `multi_dot(): tensors ${i} and ${i + 1} with shapes ${printShape(a)} and ${printShape(b)} ` +
        'cannot be multiplied',
    );
  }
}

/** Where each part of the chain is best split, by what the parts cost. */
function splits(matrices: readonly Value[]): readonly (readonly number[])[] {
  const n = matrices.length;
  const sizes = [
    ...matrices.map(({ type }) => intValue(type.shape[0] as Int)),
    intValue((matrices[n - 1] as Value).type.shape[1] as Int),
  ];
  const cost = matrices.map(() => new Array<number>(n).fill(0));
  const best = matrices.map(() => new Array<number>(n).fill(0));
  const at = (table: readonly number[][], i: number, j: number): number =>
    (table[i] as number[])[j] as number;
  for (let length = 1; length < n; length++) {
    for (let i = 0; i + length < n; i++) {
      const j = i + length;
      let least = Infinity;
      for (let k = i; k < j; k++) {
        const own = (sizes[i] as number) * (sizes[k + 1] as number) * (sizes[j + 1] as number);
        const total = at(cost, i, k) + at(cost, k + 1, j) + own;
        if (total >= least) continue;
        least = total;
        (best[i] as number[])[j] = k;
      }
      (cost[i] as number[])[j] = least;
    }
  }
  return best;
}

function productOf(
  matrices: readonly Value[],
  best: readonly (readonly number[])[],
  i: number,
  j: number,
): Value {
  if (i === j) return matrices[i] as Value;
  const k = best[i]?.[j] ?? i;
  return mm({
    input: productOf(matrices, best, i, k),
    mat2: productOf(matrices, best, k + 1, j),
  });
}

/** Sums of products along a dimension; the first factor's conjugates are taken. */
export const vecdot = defineOp('vecdot(Tensor x, Tensor y, *, int dim=-1) -> Tensor', {
  as: ['linalg'],
  grad: ({ x, y }) => (x.shape.length === 1 && y.shape.length === 1 ? 'Dot' : 'Sum'),
  body: ({ x, y, dim }) => {
    checkFloating('linalg.vecdot', x.type);
    check(
      x.type.dtype === y.type.dtype,
      () =>
        'linalg.vecdot: Expected x and y to have the same dtype, but found x of type ' +
        `${scalarTypeName[x.type.dtype]} and y of type ${scalarTypeName[y.type.dtype]} instead`,
    );
    const complex = category(x.type.dtype) === 'complex';
    if (!complex && x.type.shape.length === 1 && y.type.shape.length === 1) {
      return dot({ input: x, tensor: y });
    }
    const input = complex ? conjPhysical({ input: x }) : x;
    return sum({ input: mul({ input, other: y }), dim: [dim] });
  },
});

/** Powers 0, 1, 2 … of the numbers, in a new last dimension. */
export const linalgVander = defineOp('vander.linalg(Tensor x, *, int? N=None) -> Tensor', {
  as: ['linalg'],
  grad: 'Cat',
  body: ({ x, N }) => {
    const { dtype, shape: given } = x.type;
    const shape: Shape = given.length === 0 ? [1] : given;
    check(
      (isFloat(dtype) || ['int', 'complex'].includes(category(dtype))) &&
        !dtype.endsWith('float16'),
      () =>
        'linalg.vander supports floating point, complex, and integer tensors, but got ' +
        scalarTypeName[dtype],
    );
    const n = N ?? intValue(shape.at(-1) ?? 1);
    check(n > 1, () => 'N must be greater than 1.');
    const wide = expand({
      input: reshape({ input: x, shape: [...shape, 1] }),
      size: [...shape, n - 1],
    });
    const powers = cumprod({ input: wide, dim: -1 });
    const one = { kind: 'int', value: 1 } as const;
    const ones = full({ size: [...shape, 1], fill_value: one, dtype: powers.type.dtype });
    return cat({ tensors: [ones, powers], dim: -1 });
  },
});

const product = (shape: Shape): number => shape.reduce<number>((n, d) => n * intValue(d), 1);

/** The inverse of a tensor taken as a matrix from its last dims to the first `ind`. */
export const tensorinv = defineOp('tensorinv(Tensor A, int ind=2) -> Tensor', {
  as: ['linalg'],
  grad: 'Reshape',
  refuses: ['A'],
  body: ({ A, ind }) => {
    check(ind > 0, () => `Expected a strictly positive integer for 'ind', but got ${ind}`);
    const { shape } = A.type;
    const [start, end] = [shape.slice(0, ind), shape.slice(ind)];
    const [rows, columns] = [product(start), product(end)];
    check(
      rows === columns,
      () =>
        'Expected self to satisfy the requirement prod(self.shape[ind:]) == prod(self.shape[:ind]), ' +
        `but got ${columns} != ${rows}`,
    );
    const inverse = linalgInv({ A: reshape({ input: A, shape: [columns, columns] }) });
    return reshape({ input: inverse, shape: [...end, ...start] });
  },
});

/** Solves for the X whose product with A over X's dims is B. */
export const tensorsolve = defineOp('tensorsolve(Tensor A, Tensor B, int[]? dims=None) -> Tensor', {
  as: ['linalg'],
  grad: 'Reshape',
  refuses: ['A'],
  body: ({ A, B, dims }) => {
    const rank = A.type.shape.length;
    const last = (dims ?? []).map((d) => wrapDim(d, rank));
    const order = A.type.shape.map((_, d) => d).filter((d) => !last.includes(d));
    const input = dims ? permute({ input: A, dims: [...order, ...last] }) : A;
    const { shape } = input.type;
    const wanted = shape.slice(B.type.shape.length);
    const [inner, cells] = [product(wanted), product(B.type.shape)];
    check(
      inner === cells,
      () =>
        'Expected self to satisfy the requirement prod(self.shape[other.ndim:]) == ' +
        `prod(self.shape[:other.ndim]), but got ${inner} != ${cells}`,
    );
    const matrix = reshape({ input, shape: [inner, inner] });
    const found = solve({ A: matrix, B: reshape({ input: B, shape: [cells] }) });
    return reshape({ input: found, shape: wanted });
  },
});

/** beta · input + alpha · vec1 ⊗ vec2 */
export const addr = defineOp(
  'addr(Tensor input, Tensor vec1, Tensor vec2, *, Scalar beta=1, Scalar alpha=1) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    body: ({ input, vec1, vec2, beta, alpha }) => {
      for (const [name, { type }] of [
        ['vec1', vec1],
        ['vec2', vec2],
      ] as const) {
        const rank = type.shape.length;
        check(rank === 1, () => `addr: Expected 1-D argument ${name}, but got ${rank}-D`);
      }
      const size = [vec1.type.shape[0] as Int, vec2.type.shape[0] as Int];
      expandedShape(input.type.shape, size, input.type.dtype);
      const dtype = commonDtype(input.type, vec1.type, vec2.type);
      for (const [name, scalar] of [
        ['beta', beta],
        ['alpha', alpha],
      ] as const) {
        check(
          scalar.kind !== 'float' || category(dtype) !== 'int',
          () => `For integral input tensors, argument ${name} must not be a floating point number.`,
        );
      }
      return addrOf(input, outer({ input: vec1, vec2 }), beta, alpha, dtype);
    },
  },
);

function addrOf(input: Value, product: Value, beta: Scalar, alpha: Scalar, dtype: DType): Value {
  if (dtype === 'bool') {
    const factor = (value: Value, scalar: Scalar): Value =>
      Number(scalar.value) === 0
        ? full({ size: value.type.shape, fill_value: { kind: 'bool', value: 0 }, dtype })
        : value;
    return logicalOr({ input: factor(input, beta), other: factor(product, alpha) });
  }
  const scaled = Number(alpha.value) === 1 ? product : mul({ input: product, other: alpha });
  // What is multiplied by 0 is not looked at, be it NaN.
  if (Number(beta.value) === 0) return toDtype({ input: scaled, dtype });
  const base = Number(beta.value) === 1 ? input : mul({ input, other: beta });
  return add({ input: base, other: scaled });
}
