// Comparisons of two operands, and what kind of number an element is: eq … ge, isnan, isclose.

import type { OnnxBuilder, OnnxValue } from '../graph/op.ts';
import type { Value } from '../graph/graph.ts';
import type { NdArray } from '../tensor/array.ts';
import { category, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { broadcast, numel, sameShape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import type { Pair } from './binary.ts';
import {
  broadcastRows,
  commonDtype,
  commonShape,
  isScalar,
  onnxOperand,
  operandArray,
  rowOf,
  broadcastTo,
} from './broadcast.ts';
import { defineOp } from './define.ts';

type Test = (x: number, y: number) => boolean;

interface Comparison {
  readonly test: Test;
  /** On complex numbers only equality is defined. */
  readonly ordered: string | null;
  readonly onnx: string;
  readonly negated?: boolean;
}

const ONNX_COMPARED: readonly DType[] = ['float32', 'float64', 'int32', 'int64'];

function comparison({ test, ordered, onnx, negated = false }: Comparison): {
  readonly grad: null;
  readonly shape: (operands: Pair<TensorType>) => TensorType;
  readonly kernel: (operands: Pair<NdArray>, out: NdArray) => void;
  readonly onnx: (g: OnnxBuilder, operands: Pair<OnnxValue>, out: TensorType) => OnnxValue | null;
} {
  return {
    grad: null,
    shape: ({ input, other }) => {
      const common = commonDtype(input, other);
      check(
        ordered === null || category(common) !== 'complex',
        () => `"${ordered}" not implemented for '${scalarTypeName[common]}'`,
      );
      return { dtype: 'bool', shape: commonShape(input, other) };
    },
    kernel: ({ input, other }, out) => {
      const common = commonDtype(input, other);
      const [a, b] = [operandArray(input, common), operandArray(other, common)];
      if (category(common) === 'complex') compareComplex(a, b, out, test);
      else broadcastRows(a, b, out, rowOf(test as never));
    },
    onnx: (g, { input, other }, out) => {
      const types = [input, other].map((x) => (isScalar(x) ? x : x.type));
      const common = commonDtype(...types);
      const dtype = common === 'bool' && onnx !== 'Equal' ? 'int32' : common;
      if (!ONNX_COMPARED.includes(dtype) && dtype !== 'bool') return null;
      const inputs = [onnxOperand(g, input, dtype), onnxOperand(g, other, dtype)];
      const result = g.add(onnx, inputs, {}, out);
      return negated ? g.add('Not', [result], {}, out) : result;
    },
  };
}

/** The parts one by one, then together: both must be equal. */
function compareComplex(a: NdArray, b: NdArray, out: NdArray, test: Test): void {
  const part = (array: NdArray, offset: number): NdArray => ({
    dtype: 'float64',
    shape: array.shape,
    data: Float64Array.from({ length: array.data.length / 2 }, (_, i) =>
      Number(array.data[2 * i + offset]),
    ),
  });
  const imaginary: NdArray = { ...out, data: out.data.slice() };
  broadcastRows(part(a, 0), part(b, 0), out, rowOf(test as never));
  broadcastRows(part(a, 1), part(b, 1), imaginary, rowOf(test as never));
  const equality = test(0, 0);
  for (let i = 0; i < out.data.length; i++) {
    const [re, im] = [out.data[i] === 1, imaginary.data[i] === 1];
    out.data[i] = Number(equality ? re && im : re || im);
  }
}

export const eq = defineOp('eq(Tensor input, Operand other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  ...comparison({ test: (x, y) => x === y, ordered: null, onnx: 'Equal' }),
});

export const ne = defineOp('ne(Tensor input, Operand other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  aliases: ['not_equal'],
  ...comparison({ test: (x, y) => x !== y, ordered: null, onnx: 'Equal', negated: true }),
});

export const lt = defineOp('lt(Tensor input, Operand other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  aliases: ['less'],
  ...comparison({ test: (x, y) => x < y, ordered: 'lt_cpu', onnx: 'Less' }),
});

export const le = defineOp('le(Tensor input, Operand other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  aliases: ['less_equal'],
  ...comparison({ test: (x, y) => x <= y, ordered: 'le_cpu', onnx: 'LessOrEqual' }),
});

export const gt = defineOp('gt(Tensor input, Operand other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  aliases: ['greater'],
  ...comparison({ test: (x, y) => x > y, ordered: 'gt_cpu', onnx: 'Greater' }),
});

export const ge = defineOp('ge(Tensor input, Operand other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  aliases: ['greater_equal'],
  ...comparison({ test: (x, y) => x >= y, ordered: 'ge_cpu', onnx: 'GreaterOrEqual' }),
});

/** A test of one number: for complex ones it is enough that a part passes, or both must. */
function classification(
  test: (x: number) => boolean,
  parts: 'either' | 'both' = 'either',
): {
  readonly grad: null;
  readonly shape: (args: { input: TensorType }) => TensorType;
  readonly kernel: (args: { input: NdArray }, out: NdArray) => void;
} {
  return {
    grad: null,
    shape: ({ input }) => ({ dtype: 'bool', shape: input.shape }),
    kernel: ({ input }, out) => {
      const { data } = input;
      if (category(input.dtype) === 'complex') {
        for (let i = 0; i < out.data.length; i++) {
          const [re, im] = [test(Number(data[2 * i])), test(Number(data[2 * i + 1]))];
          out.data[i] = Number(parts === 'both' ? re && im : re || im);
        }
        return;
      }
      for (let i = 0; i < out.data.length; i++) out.data[i] = Number(test(Number(data[i])));
    },
  };
}

export const isnan = defineOp('isnan(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  ...classification(Number.isNaN),
  onnx: (g, { input }, out) =>
    input.type.dtype === 'float32' ? g.add('IsNaN', [input], {}, out) : null,
});

export const isinf = defineOp('isinf(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  ...classification((x) => x === Infinity || x === -Infinity),
  onnx: (g, { input }, out) =>
    input.type.dtype === 'float32' ? g.add('IsInf', [input], {}, out) : null,
});

export const isfinite = defineOp('isfinite(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  ...classification(Number.isFinite, 'both'),
});

export const isposinf = defineOp('isposinf(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  ...classification((x) => x === Infinity),
});

export const isneginf = defineOp('isneginf(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  ...classification((x) => x === -Infinity),
});

export const isreal = defineOp('isreal(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  grad: null,
  shape: ({ input }) => ({ dtype: 'bool', shape: input.shape }),
  kernel: ({ input }, out) => {
    const complex = category(input.dtype) === 'complex';
    for (let i = 0; i < out.data.length; i++) {
      out.data[i] = complex && input.data[2 * i + 1] !== 0 ? 0 : 1;
    }
  },
});

interface Nearness {
  readonly rtol: number;
  readonly atol: number;
  readonly equal_nan: boolean;
}

/** Complex numbers are as near as the length of their difference. */
function closePairs(a: NdArray, b: NdArray, out: NdArray, near: Nearness): void {
  const spread = (x: NdArray): Float64Array =>
    broadcastTo(operandArray(x, 'complex128'), out.shape).data as Float64Array;
  const [x, y] = [spread(a), spread(b)];
  for (let i = 0; i < out.data.length; i++) {
    const [ar, ai] = [x[2 * i] as number, x[2 * i + 1] as number];
    const [br, bi] = [y[2 * i] as number, y[2 * i + 1] as number];
    const isNan = Number.isNaN(ar + ai) && Number.isNaN(br + bi);
    const limit = near.atol + Math.abs(near.rtol * Math.hypot(br, bi));
    const close =
      (ar === br && ai === bi) ||
      (near.equal_nan && isNan) ||
      (Number.isFinite(br + bi) && Math.hypot(ar - br, ai - bi) <= limit);
    out.data[i] = close ? 1 : 0;
  }
}

/** Whether |input - other| ≤ atol + rtol·|other|. */
export const isclose = defineOp(
  'isclose(Tensor input, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False) -> Tensor',
  {
    as: ['function', 'method'],
    grad: null,
    shape: ({ input, other, rtol, atol }) => {
      check(
        input.dtype === other.dtype,
        () => `${scalarTypeName[input.dtype]} did not match ${scalarTypeName[other.dtype]}`,
      );
      check(rtol >= 0, () => `rtol must be greater than or equal to zero, but got ${rtol}`);
      check(atol >= 0, () => `atol must be greater than or equal to zero, but got ${atol}`);
      return { dtype: 'bool', shape: broadcast(input.shape, other.shape) };
    },
    kernel: ({ input, other, rtol, atol, equal_nan }, out) => {
      if (category(input.dtype) === 'complex') {
        closePairs(input, other, out, { rtol, atol, equal_nan });
        return;
      }
      const close = (x: number, y: number): number =>
        x === y ||
        (equal_nan && Number.isNaN(x) && Number.isNaN(y)) ||
        (Number.isFinite(y) && Math.abs(x - y) <= atol + Math.abs(rtol * y))
          ? 1
          : 0;
      broadcastRows(
        operandArray(input, 'float64'),
        operandArray(other, 'float64'),
        out,
        rowOf(close),
      );
    },
  },
);

/** `torch.allclose`, as a tensor of one bool: the torch room makes a Python bool of it. */
export const allclose = defineOp(
  'allclose(Tensor input, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False) -> Tensor',
  {
    as: ['function', 'method'],
    grad: null,
    body: ({ input, other, rtol, atol, equal_nan }) =>
      allTrue({ input: isclose({ input, other, rtol, atol, equal_nan }) }),
  },
);

/** `torch.equal`: same shape, same numbers; again a tensor of one bool. */
export const equal = defineOp('equal(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method'],
  grad: null,
  body: ({ input, other }) => {
    return sameShape(input.type.shape, other.type.shape)
      ? allTrue({ input: eq({ input, other }) })
      : allTrue({ input: unequal(input) });
  },
});

/** One False, however many elements: tensors of different shapes are not equal. */
function unequal(input: Value): Value {
  return differ({ input });
}

const differ = defineOp('shapes_differ(Tensor input) -> Tensor', {
  grad: null,
  shape: () => ({ dtype: 'bool', shape: [1] }),
  kernel: (_args, out) => {
    out.data[0] = 0;
  },
  cost: () => 0,
});

const allTrue = defineOp('all_true(Tensor input) -> Tensor', {
  grad: null,
  shape: () => ({ dtype: 'bool', shape: [] }),
  kernel: ({ input }, out) => {
    out.data[0] = (input.data as Uint8Array).every((x) => x !== 0) ? 1 : 0;
  },
  cost: ({ input }) => numel(input.shape),
});
