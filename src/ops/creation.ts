// Tensors from nothing but numbers: constant fills, ranges, identity matrices.

import { intValue, type Int } from '../base/origin.ts';
import { allocate, store, zeros, type NdArray } from '../tensor/array.ts';
import { category } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import type { Scalar } from '../tensor/promotion.ts';
import { printShape, sizes, type Shape } from '../tensor/shape.ts';
import { defineOp } from './define.ts';

/** A tensor in which every element is the same number. The dtype is given. */
export const full = defineOp('full(SymInt[] size, Scalar fill_value, ScalarType dtype) -> Tensor', {
  grad: null,
  shape: ({ size, dtype }) => {
    checkSizes(size);
    return { dtype, shape: size };
  },
  kernel: ({ fill_value }, out) => {
    fill(out, fill_value);
  },
  onnx: (g, { fill_value }, out) => {
    const one = zeros(out.dtype, []);
    fill(one, fill_value);
    const number = g.constant(one);
    if (out.shape.length === 0) return g.add('Identity', [number], {}, out);
    return g.add('Expand', [number, g.ints(sizes(out.shape))], {}, out);
  },
  cost: () => 0,
});

/** Tensors with memory that was not written; PyTorch leaves what was there, here it is 0. */
export function checkSizes(size: Shape): void {
  const negative = size.find((n) => intValue(n) < 0);
  check(
    negative === undefined,
    () =>
      `Trying to create tensor with negative dimension ${intValue(negative as Int)}: ${printShape(size)}`,
  );
}

export function fill(out: NdArray, scalar: Scalar): void {
  if (category(out.dtype) === 'complex') {
    for (let i = 0; i < out.data.length; i += 2) {
      out.data[i] = Number(scalar.value);
      out.data[i + 1] = scalar.imaginary ?? 0;
    }
  } else if (out.data instanceof BigInt64Array) {
    out.data.fill(
      typeof scalar.value === 'bigint' ? scalar.value : BigInt(Math.trunc(scalar.value)),
    );
  } else if (out.data.length > 0) {
    store(out, 0, Number(scalar.value));
    (out.data as Float64Array).fill(out.data[0] as number);
  }
}

/** `start`, `start + step`, … ; how many is already known. */
export const arange = defineOp(
  'arange_of(Scalar start, Scalar step, SymInt length, ScalarType dtype) -> Tensor',
  {
    grad: null,
    shape: ({ length, dtype }) => ({ dtype, shape: [length] }),
    kernel: ({ start, step }, out) => {
      const { data } = out;
      if (data instanceof BigInt64Array) {
        const first = BigInt(Math.trunc(Number(start.value)));
        const by = BigInt(Math.trunc(Number(step.value)));
        for (let i = 0; i < data.length; i++) data[i] = first + by * BigInt(i);
        return;
      }
      const [first, by] = [endpoint(start, out), endpoint(step, out)];
      for (let i = 0; i < data.length; i++) store(out, i, first + by * i);
    },
  },
);

/** Integers are counted between whole numbers. */
function endpoint(scalar: Scalar, { dtype }: NdArray): number {
  const value = Number(scalar.value);
  return category(dtype) === 'int' ? Math.trunc(value) : value;
}

/** `steps` numbers from start to end, both included: the second half is counted from the end. */
export const linspace = defineOp(
  'linspace_of(Scalar start, Scalar end, SymInt steps, ScalarType dtype) -> Tensor',
  {
    grad: null,
    shape: ({ steps, dtype }) => ({ dtype, shape: [steps] }),
    kernel: ({ start, end }, out) => {
      const n = out.data.length;
      const round = out.dtype === 'float32' ? Math.fround : (x: number): number => x;
      const first = round(endpoint(start, out));
      const last = round(endpoint(end, out));
      const step = n > 1 ? round((last - first) / (n - 1)) : 0;
      for (let i = 0; i < n; i++) {
        store(out, i, i < n / 2 ? first + round(step * i) : last - round(step * (n - 1 - i)));
      }
    },
  },
);

/** Powers of the base, whose exponents are spaced evenly. */
export const logspace = defineOp(
  'logspace_of(Scalar start, Scalar end, SymInt steps, float base, ScalarType dtype) -> Tensor',
  {
    grad: null,
    shape: ({ steps, dtype }) => ({ dtype, shape: [steps] }),
    kernel: ({ start, end, base }, out) => {
      const n = out.data.length;
      const [first, last] = [endpoint(start, out), endpoint(end, out)];
      const step = n > 1 ? (last - first) / (n - 1) : 0;
      for (let i = 0; i < n; i++) {
        store(out, i, base ** (i < n / 2 ? first + step * i : last - step * (n - 1 - i)));
      }
    },
  },
);

export const eye = defineOp('eye_of(SymInt n, SymInt m, ScalarType dtype) -> Tensor', {
  grad: null,
  shape: ({ n, m, dtype }) => ({ dtype, shape: [n, m] }),
  kernel: (_args, out) => {
    const [rows = 0, columns = 0] = out.shape;
    const unit = category(out.dtype) === 'complex' ? 2 : 1;
    for (let i = 0; i < Math.min(rows, columns); i++) store(out, unit * (i * columns + i), 1);
  },
});

/** The array of one number, as a graph's constant. */
export function scalarArray(scalar: Scalar, dtype: NdArray['dtype']): NdArray {
  const out: NdArray = { dtype, shape: [], data: allocate(dtype, 1) };
  fill(out, scalar);
  return out;
}
