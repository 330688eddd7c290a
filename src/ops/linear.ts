// Matrix products: https://pytorch.org/docs/stable/torch.html#blas-and-lapack-operations

import { intValue, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import { multiply, multiplyWide } from '../kernels/gemm.ts';
import { store, type NdArray } from '../tensor/array.ts';
import { category, cName, isFloat, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { ambientDefault, type Scalar } from '../tensor/promotion.ts';
import { broadcast, numel, printShape, sizes, type Shape } from '../tensor/shape.ts';
import { add, mul } from './arithmetic.ts';
import { notImplemented } from './binary.ts';
import { defineOp } from './define.ts';
import { conjPhysical } from './rounding.ts';
import { expand, expandedShape, permute, reshape, toDtype } from './shape.ts';
import { sum } from './reduction.ts';

/** `[b, m, k] @ [b, k, n]`: what all products come down to. Shapes are checked by the callers. */
export const batchedProduct = defineOp('batched_product(Tensor input, Tensor mat2) -> Tensor', {
  grad: 'Bmm',
  shape: ({ input, mat2 }) => {
    sameDtype(input.dtype, mat2.dtype);
    refuseKind('addmm_impl_cpu_', input.dtype);
    const [b, m] = input.shape as [Int, Int];
    return { dtype: input.dtype, shape: [b, m, mat2.shape[2] as Int] };
  },
  onnx: (g, { input, mat2 }, out) =>
    out.dtype === 'float32' || out.dtype === 'float64'
      ? g.add('MatMul', [input, mat2], {}, out)
      : null,
  kernel: ({ input, mat2 }, out) => {
    const [batch, rows, inner] = input.shape as [number, number, number];
    const columns = mat2.shape[2] as number;
    if (input.data instanceof BigInt64Array) {
      for (let n = 0; n < batch; n++) {
        multiplyWide(
          input.data,
          n * rows * inner,
          mat2.data as BigInt64Array,
          n * inner * columns,
          out.data as BigInt64Array,
          n * rows * columns,
          rows,
          inner,
          columns,
        );
      }
      return;
    }
    const size = { batch, rows, inner, columns };
    if (category(out.dtype) === 'complex') multiplyPairs(input, mat2, out, size);
    else multiplyFloats(input, mat2, out, size);
  },
  cost: ({ input, mat2 }) => 2 * numel(input.shape) * intValue(mat2.shape[2] as Int),
});

/** Products of complex numbers by four products of their parts. */
function multiplyPairs(
  input: NdArray,
  mat2: NdArray,
  out: NdArray,
  size: { batch: number; rows: number; inner: number; columns: number },
): void {
  const { batch, rows, inner, columns } = size;
  const part = ({ data }: NdArray, which: number): Float64Array =>
    Float64Array.from({ length: data.length / 2 }, (_, i) => data[2 * i + which] as number);
  const [a, b] = [0, 1].map((which) => part(input, which)) as [Float64Array, Float64Array];
  const [c, d] = [0, 1].map((which) => part(mat2, which)) as [Float64Array, Float64Array];
  const product = (x: Float64Array, y: Float64Array): Float64Array => {
    const sums = new Float64Array(batch * rows * columns);
    for (let n = 0; n < batch; n++) {
      const to = sums.subarray(n * rows * columns, (n + 1) * rows * columns);
      multiply(x, n * rows * inner, y, n * inner * columns, to, rows, inner, columns);
    }
    return sums;
  };
  const [ac, bd, ad, bc] = [product(a, c), product(b, d), product(a, d), product(b, c)];
  for (let i = 0; i < ac.length; i++) {
    out.data[2 * i] = (ac[i] as number) - (bd[i] as number);
    out.data[2 * i + 1] = (ad[i] as number) + (bc[i] as number);
  }
}

function multiplyFloats(
  input: NdArray,
  mat2: NdArray,
  out: NdArray,
  size: { batch: number; rows: number; inner: number; columns: number },
): void {
  const { batch, rows, inner, columns } = size;
  const right = Float64Array.from(mat2.data as Float64Array);
  const sums = new Float64Array(rows * columns);
  const isInteger = !isFloat(out.dtype);
  for (let n = 0; n < batch; n++) {
    sums.fill(0);
    const a = input.data as Float64Array;
    multiply(a, n * rows * inner, right, n * inner * columns, sums, rows, inner, columns);
    if (isInteger)
      sums.forEach((value, i) => {
        store(out, n * sums.length + i, value);
      });
    else (out.data as Float64Array).set(sums, n * sums.length);
  }
}

function sameDtype(a: DType, b: DType): void {
  check(
    a === b,
    () => `expected m1 and m2 to have the same dtype, but got: ${cName(a)} != ${cName(b)}`,
  );
}

function text(shape: Shape): string {
  return sizes(shape).join('x');
}

function dim(value: Value, i: number): Int {
  const { shape } = value.type;
  return shape[i < 0 ? i + shape.length : i] as Int;
}

function dimSize(value: Value, i: number): number {
  return intValue(dim(value, i));
}

/** Products of truth values there are none, nor of half floats before 2.0. */
function refuseKind(kernel: string, dtype: DType): void {
  if (dtype === 'bool' || (dtype === 'float16' && ambientDefault.old)) {
    notImplemented(kernel, dtype);
  }
}

function expectedSame(a: Value, b: Value, kernel = 'addmm_impl_cpu_'): void {
  refuseKind(kernel, a.type.dtype);
  check(
    a.type.dtype === b.type.dtype,
    () =>
      `expected scalar type ${scalarTypeName[a.type.dtype]} but found ${scalarTypeName[b.type.dtype]}`,
  );
}

/** A product of two matrices, with PyTorch's words where the sizes do not fit. */
function matrixProduct(a: Value, b: Value): Value {
  check(
    dimSize(a, 1) === dimSize(b, 0),
    () =>
      `mat1 and mat2 shapes cannot be multiplied (${text(a.type.shape)} and ${text(b.type.shape)})`,
  );
  expectedSame(a, b);
  const product = batchedProduct({ input: withOne(a), mat2: withOne(b) });
  return reshape({ input: product, shape: [dim(a, 0), dim(b, 1)] });
}

function withOne(value: Value): Value {
  return reshape({ input: value, shape: [1, ...value.type.shape] });
}

function transposed(value: Value): Value {
  const rank = value.type.shape.length;
  const dims = Array.from({ length: rank }, (_, i) => i);
  [dims[rank - 1], dims[rank - 2]] = [rank - 2, rank - 1];
  return permute({ input: value, dims });
}

export const mm = defineOp('mm(Tensor input, Tensor mat2) -> Tensor', {
  as: ['function', 'method'],
  body: ({ input, mat2 }) => {
    check(input.type.shape.length === 2, () => 'self must be a matrix');
    check(mat2.type.shape.length === 2, () => 'mat2 must be a matrix');
    return matrixProduct(input, mat2);
  },
});

export const bmm = defineOp('bmm(Tensor input, Tensor mat2) -> Tensor', {
  as: ['function', 'method'],
  body: ({ input, mat2 }) => {
    check(input.type.shape.length === 3, () => 'batch1 must be a 3D tensor');
    check(mat2.type.shape.length === 3, () => 'batch2 must be a 3D tensor');
    check(
      dimSize(input, 0) === dimSize(mat2, 0) && dimSize(input, 2) === dimSize(mat2, 1),
      () =>
        `Expected size for first two dimensions of batch2 tensor to be: [${dimSize(input, 0)}, ${dimSize(input, 2)}] but got: [${dimSize(mat2, 0)}, ${dimSize(mat2, 1)}].`,
    );
    expectedSame(input, mat2, 'bmm');
    return batchedProduct({ input, mat2 });
  },
});

export const mv = defineOp('mv(Tensor input, Tensor vec) -> Tensor', {
  as: ['function', 'method'],
  body: ({ input, vec }) => {
    check(
      input.type.shape.length === 2 && vec.type.shape.length === 1,
      () =>
        `vector + matrix @ vector expected, got 1, ${input.type.shape.length}, ${vec.type.shape.length}`,
    );
    check(
      dimSize(input, 1) === dimSize(vec, 0),
      () =>
        `size mismatch, got ${dimSize(input, 0)}, ${dimSize(input, 0)}x${dimSize(input, 1)},${dimSize(vec, 0)}`,
    );
    expectedSame(input, vec, 'addmv_impl_cpu');
    const column = reshape({ input: vec, shape: [...vec.type.shape, 1] });
    return reshape({ input: matrixProduct(input, column), shape: [dim(input, 0)] });
  },
});

/** The same with the first vector's conjugates. */
export const vdot = defineOp('vdot(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method'],
  grad: ({ input }) => (category(input.dtype) === 'complex' ? 'Vdot' : 'Dot'),
  body: ({ input, other }) => {
    const complex = category(input.type.dtype) === 'complex';
    return dot({ input: complex ? conjPhysical({ input }) : input, tensor: other });
  },
});

export const dot = defineOp('dot(Tensor input, Tensor tensor) -> Tensor', {
  as: ['function', 'method'],
  body: ({ input, tensor }) => {
    check(
      input.type.shape.length === 1 && tensor.type.shape.length === 1,
      () =>
        `1D tensors expected, but got ${input.type.shape.length}D and ${tensor.type.shape.length}D tensors`,
    );
    check(
      input.type.dtype === tensor.type.dtype,
      () =>
        `dot : expected both vectors to have same dtype, but found ${scalarTypeName[input.type.dtype]} and ${scalarTypeName[tensor.type.dtype]}`,
    );
    refuseKind('dot', input.type.dtype);
    check(
      dimSize(input, 0) === dimSize(tensor, 0),
      () =>
        `inconsistent tensor size, expected tensor [${dimSize(input, 0)}] and src [${dimSize(tensor, 0)}] to have the same number of elements, but got ${dimSize(input, 0)} and ${dimSize(tensor, 0)} elements respectively`,
    );
    return vectorProduct(input, tensor);
  },
});

function vectorProduct(a: Value, b: Value): Value {
  const row = reshape({ input: a, shape: [1, 1, dim(a, 0)] });
  const column = reshape({ input: b, shape: [1, dim(b, 0), 1] });
  return reshape({ input: batchedProduct({ input: row, mat2: column }), shape: [] });
}

export const matmul = defineOp('matmul(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method', 'linalg'],
  aliases: ['__matmul__'],
  grad: ({ input, other }) => {
    const ranks = `${input.shape.length}${other.shape.length}`;
    const names: Record<string, string> = {
      11: 'Dot',
      21: 'Mv',
      22: 'Mm',
      12: 'SqueezeBackward3',
    };
    return names[ranks] ?? 'UnsafeView';
  },
  body: ({ input, other }) => {
    const ranks = [input.type.shape.length, other.type.shape.length] as const;
    check(
      ranks[0] > 0 && ranks[1] > 0,
      () =>
        `both arguments to matmul need to be at least 1D, but they are ${ranks[0]}D and ${ranks[1]}D`,
    );
    if (ranks[0] === 1 && ranks[1] === 1) return dot({ input, tensor: other });
    if (ranks[0] === 2 && ranks[1] === 1) return mv({ input, vec: other });
    if (ranks[0] === 1 && ranks[1] === 2) {
      const row = reshape({ input, shape: [1, ...input.type.shape] });
      return reshape({ input: matrixProduct(row, other), shape: [dim(other, 1)] });
    }
    if (ranks[0] === 2 && ranks[1] === 2) return matrixProduct(input, other);
    if (ranks[1] <= 2) return foldedProduct(input, other);
    if (ranks[0] <= 2) checkFolded(input, other);
    return broadcastProduct(input, other);
  },
});

/** A batch times one matrix: the batch is folded into the rows. */
function foldedProduct(input: Value, other: Value): Value {
  const { shape } = input.type;
  const vector = other.type.shape.length === 1;
  const folded = reshape({ input, shape: [numel(shape.slice(0, -1)), dim(input, -1)] });
  const product = vector ? mv({ input: folded, vec: other }) : matrixProduct(folded, other);
  const tail = vector ? [] : [dim(other, 1)];
  return reshape({ input: product, shape: [...shape.slice(0, -1), ...tail] });
}

/** PyTorch folds a batch on the right by transposing both, which its refusal shows. */
function checkFolded(input: Value, other: Value): void {
  const inner = dimSize(other, -2);
  const rows = numel(other.type.shape) / Math.max(inner, 1);
  const wanted = dimSize(input, -1);
  check(inner === wanted, () =>
    input.type.shape.length === 1
      ? `size mismatch, got ${rows}, ${rows}x${inner},${wanted}`
      : `mat1 and mat2 shapes cannot be multiplied (${rows}x${inner} and ${wanted}x${dimSize(input, 0)})`,
  );
}

function broadcastProduct(input: Value, other: Value): Value {
  const vector = input.type.shape.length === 1;
  const column = other.type.shape.length === 1;
  const left = vector ? reshape({ input, shape: [1, ...input.type.shape] }) : input;
  const right = column ? reshape({ input: other, shape: [...other.type.shape, 1] }) : other;
  const [m, k] = [dim(left, -2), dim(left, -1)];
  const n = dim(right, -1);
  const batch = broadcast(left.type.shape.slice(0, -2), right.type.shape.slice(0, -2));
  const count = numel(batch);
  check(
    intValue(k) === dimSize(right, -2),
    () =>
      `Expected size for first two dimensions of batch2 tensor to be: [${count}, ${intValue(k)}] but got: [${count}, ${dimSize(right, -2)}].`,
  );
  expectedSame(left, right, 'bmm');
  const flat = (value: Value, rows: Int, columns: Int): Value =>
    reshape({
      input: expand({ input: value, size: [...batch, rows, columns] }),
      shape: [count, rows, columns],
    });
  const product = batchedProduct({ input: flat(left, m, k), mat2: flat(right, k, n) });
  const tail = [...(vector ? [] : [m]), ...(column ? [] : [n])];
  return reshape({ input: product, shape: [...batch, ...tail] });
}

export const linear = defineOp('linear(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor', {
  as: ['functional'],
  grad: ({ input, bias }, old) => {
    const rank = input.shape.length;
    if (rank === 2) return bias ? 'Addmm' : 'Mm';
    if (rank === 1) return bias ? 'Add' : 'SqueezeBackward3';
    if (bias) return old ? 'Add' : 'View';
    return 'UnsafeView';
  },
  body: ({ input, weight, bias }) => {
    const rank = input.type.shape.length;
    if (weight.type.shape.length === 1) {
      const product = matmul({ input, other: weight });
      return bias === null ? product : add({ input: product, other: bias });
    }
    const inner = dimSize(weight, -1);
    if (rank === 0) {
      check(false, () => 'both arguments to matmul need to be at least 1D, but they are 0D and 2D');
    }
    const rows = numel(input.type.shape.slice(0, -1));
    const flat = rank === 2 ? input : reshape({ input, shape: [rows, dim(input, -1)] });
    check(
      dimSize(input, -1) === inner,
      () =>
        `mat1 and mat2 shapes cannot be multiplied (${text(flat.type.shape)} and ${inner}x${dimSize(weight, 0)})`,
    );
    if (bias && rank > 1) sameDtypeOfLinear(input, weight, bias);
    const product = matrixProduct(flat, transposed(weight));
    if (bias && (rank === 2 || rank === 3)) checkExpandable(bias, product.type.shape);
    const shape = [...input.type.shape.slice(0, -1), dim(weight, 0)];
    const result = rank === 2 ? product : reshape({ input: product, shape });
    return bias === null ? result : add({ input: result, other: bias });
  },
});

function sameDtypeOfLinear(input: Value, weight: Value, bias: Value): void {
  checkSameDtypes(bias, input, weight);
}

/** beta · input + alpha · product, in the dtype of the product: of a factor for integers, the whole part counts. */
function blended(input: Value, product: Value, beta: Scalar, alpha: Scalar): Value {
  const { dtype } = product.type;
  const [kept, scale] = [beta, alpha].map((scalar) => inDtype(scalar, dtype)) as [Scalar, Scalar];
  const scaled = isOne(scale) ? product : mul({ input: product, other: scale });
  // With beta = 0 the input counts for nothing, not even its NaN.
  if (Number(kept.value) === 0) return scaled;
  const own = input.type.dtype === dtype ? input : toDtype({ input, dtype });
  return add({ input: isOne(kept) ? own : mul({ input: own, other: kept }), other: scaled });
}

function isOne({ value }: Scalar): boolean {
  return Number(value) === 1;
}

function inDtype(scalar: Scalar, dtype: DType): Scalar {
  if (category(dtype) !== 'int' || scalar.kind !== 'float') return scalar;
  return { kind: 'int', value: Math.trunc(Number(scalar.value)) };
}

function checkSameDtypes(input: Value, first: Value, second: Value): void {
  const { dtype } = second.type;
  check(input.type.dtype === dtype, () => 'self and mat2 must have the same dtype');
  check(first.type.dtype === dtype, () => 'mat1 and mat2 must have the same dtype');
}

function checkExpandable(input: Value, wanted: Shape): void {
  const given = input.type.shape;
  const missing = wanted.length - given.length;
  if (missing < 0) expandedShape(given, wanted, input.type.dtype);
  given.forEach((n, i) => {
    const target = intValue(wanted[i + missing] as Int);
    check(
      intValue(n) === 1 || intValue(n) === target,
      () =>
        `The expanded size of the tensor (${target}) must match the existing size (${intValue(n)}) at non-singleton dimension ${i + missing}.  Target sizes: ${printShape(wanted)}.  Tensor sizes: ${printShape(given)}`,
    );
  });
}

export const addmm = defineOp(
  'addmm(Tensor input, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    body: ({ input, mat1, mat2, beta, alpha }) => {
      check(
        mat1.type.shape.length === 2,
        () => `mat1 must be a matrix, got ${mat1.type.shape.length}-D tensor`,
      );
      check(
        mat2.type.shape.length === 2,
        () => `mat2 must be a matrix, got ${mat2.type.shape.length}-D tensor`,
      );
      checkSameDtypes(input, mat1, mat2);
      const product = matrixProduct(mat1, mat2);
      checkExpandable(input, product.type.shape);
      return blended(input, product, beta, alpha);
    },
  },
);

export const baddbmm = defineOp(
  'baddbmm(Tensor input, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    body: ({ input, batch1, batch2, beta, alpha }) => {
      const [left, right] = [batch1.type.shape, batch2.type.shape];
      if (left.length === 3 && right.length === 3) {
        checkExpandable(input, [left[0] as Int, left[1] as Int, right[2] as Int]);
      }
      refuseKind('baddbmm', batch1.type.dtype);
      const product = bmm({ input: batch1, mat2: batch2 });
      return blended(input, product, beta, alpha);
    },
  },
);

export const addbmm = defineOp(
  'addbmm(Tensor input, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    body: ({ input, batch1, batch2, beta, alpha }) => {
      checkSameDtypes(input, batch1, batch2);
      const product = sum({ input: bmm({ input: batch1, mat2: batch2 }), dim: [0] });
      return blended(input, product, beta, alpha);
    },
  },
);

export const addmv = defineOp(
  'addmv(Tensor input, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    body: ({ input, mat, vec, beta, alpha }) =>
      blended(input, mv({ input: mat, vec }), beta, alpha),
  },
);

export const outer = defineOp('outer(Tensor input, Tensor vec2) -> Tensor', {
  grad: 'Mul',
  as: ['function', 'method'],
  aliases: ['ger'],
  body: ({ input, vec2 }) => {
    for (const [name, value] of [
      ['self', input],
      ['vec2', vec2],
    ] as const) {
      check(
        value.type.shape.length === 1,
        () => `outer: Expected 1-D argument ${name}, but got ${value.type.shape.length}-D`,
      );
    }
    return mul({ input: reshape({ input, shape: [dim(input, 0), 1] }), other: vec2 });
  },
});

export const bilinear = defineOp(
  'bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias=None) -> Tensor',
  {
    as: ['function', 'functional'],
    grad: 'Add',
    body: ({ input1, input2, weight, bias }) => {
      const [out, first, second] = weight.type.shape as [Int, Int, Int];
      for (const [i, input, wanted] of [
        [1, input1, first],
        [2, input2, second],
      ] as const) {
        check(
          dimSize(input, -1) === intValue(wanted),
          () =>
            `bilinear(): input${i} size does not match weight size: got ${dimSize(input, -1)} but expected ${intValue(wanted)}`,
        );
      }
      const [left, right] = [input1.type.shape, input2.type.shape];
      check(
        left.length === right.length,
        () => `bilinear(): input dimensions do not match: got ${left.length} and ${right.length}`,
      );
      const batch = left.slice(0, -1);
      const rows = numel(batch);
      const a = reshape({ input: input1, shape: [rows, first] });
      const b = reshape({ input: input2, shape: [rows, 1, second] });
      const w = reshape({
        input: permute({ input: weight, dims: [1, 0, 2] }),
        shape: [first, intValue(out) * intValue(second)],
      });
      const partial = reshape({ input: matrixProduct(a, w), shape: [rows, out, second] });
      const summed = sum({ input: mul({ input: partial, other: b }), dim: [2] });
      const result = reshape({ input: summed, shape: [...batch, out] });
      return bias === null ? result : add({ input: result, other: bias });
    },
  },
);
