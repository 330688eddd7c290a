// Logic on truth values and on the bits of integers.

import type { OnnxBuilder, OnnxValue } from '../graph/op.ts';
import type { NdArray } from '../tensor/array.ts';
import type { TensorType } from '../tensor/type.ts';
import { binary, notImplemented, type Pair } from './binary.ts';
import { category } from '../tensor/dtype.ts';
import {
  broadcastRows,
  commonShape,
  onnxOperand,
  operandArray,
  rowOf,
  wideRowOf,
} from './broadcast.ts';
import { defineOp } from './define.ts';

/** Any number but zero is true. */
function logical(
  onnx: string,
  f: (x: number, y: number) => number,
): {
  readonly grad: null;
  readonly shape: (operands: Pair<TensorType>) => TensorType;
  readonly kernel: (operands: Pair<NdArray>, out: NdArray) => void;
  readonly onnx: (g: OnnxBuilder, operands: Pair<OnnxValue>, out: TensorType) => OnnxValue | null;
} {
  return {
    grad: null,
    shape: ({ input, other }) => ({ dtype: 'bool', shape: commonShape(input, other) }),
    kernel: ({ input, other }, out) => {
      broadcastRows(operandArray(input, 'bool'), operandArray(other, 'bool'), out, rowOf(f));
    },
    onnx: (g, { input, other }, out) => {
      const isHalf = (x: OnnxValue | { kind: string }): boolean =>
        'type' in x && /16|complex/.test(x.type.dtype);
      if (isHalf(input) || isHalf(other)) return null;
      return g.add(onnx, [onnxOperand(g, input, 'bool'), onnxOperand(g, other, 'bool')], {}, out);
    },
  };
}

export const logicalAnd = defineOp('logical_and(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  ...logical('And', (x, y) => x & y),
});

export const logicalOr = defineOp('logical_or(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  ...logical('Or', (x, y) => x | y),
});

export const logicalXor = defineOp('logical_xor(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  ...logical('Xor', (x, y) => x ^ y),
});

export const logicalNot = defineOp('logical_not(Tensor input) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  grad: null,
  shape: ({ input }) => ({ dtype: 'bool', shape: input.shape }),
  kernel: ({ input }, out) => {
    const truth = operandArray(input, 'bool').data;
    for (let i = 0; i < truth.length; i++) out.data[i] = truth[i] ? 0 : 1;
  },
  onnx: (g, { input }, out) =>
    /16|complex/.test(input.type.dtype) ? null : g.add('Not', [g.cast(input, 'bool')], {}, out),
});

const onBools = (logic: string): Pick<Parameters<typeof binary>[0], 'onnx' | 'onnxDtypes'> => ({
  onnx: logic,
  onnxDtypes: ['bool'],
});

export const bitwiseAnd = defineOp('bitwise_and(Tensor input, Operand other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  grad: null,
  ...binary({
    name: 'bitwise_and',
    rows: {
      int: rowOf((x, y) => x & y),
      wide: wideRowOf((x, y) => x & y),
      bool: rowOf((x, y) => x & y),
    },
    ...onBools('And'),
  }),
});

export const bitwiseOr = defineOp('bitwise_or(Tensor input, Operand other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  grad: null,
  ...binary({
    name: 'bitwise_or',
    rows: {
      int: rowOf((x, y) => x | y),
      wide: wideRowOf((x, y) => x | y),
      bool: rowOf((x, y) => x | y),
    },
    ...onBools('Or'),
  }),
});

export const bitwiseXor = defineOp('bitwise_xor(Tensor input, Operand other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  grad: null,
  ...binary({
    name: 'bitwise_xor',
    rows: {
      int: rowOf((x, y) => x ^ y),
      wide: wideRowOf((x, y) => x ^ y),
      bool: rowOf((x, y) => x ^ y),
    },
    ...onBools('Xor'),
  }),
});

/** `~x`: on bools the logical one. */
export const bitwiseNot = defineOp('bitwise_not(Tensor input) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  grad: null,
  shape: ({ input }) => {
    const kind = category(input.dtype);
    if (kind !== 'int' && kind !== 'bool') notImplemented('bitwise_not_cpu', input.dtype);
    return input;
  },
  kernel: ({ input }, out) => {
    const { data } = input;
    if (out.dtype === 'bool') {
      for (let i = 0; i < data.length; i++) out.data[i] = data[i] ? 0 : 1;
    } else for (let i = 0; i < data.length; i++) out.data[i] = ~(data[i] as number) as never;
  },
  onnx: (g, { input }, out) => (out.dtype === 'bool' ? g.add('Not', [input], {}, out) : null),
});

export const bitwiseLeftShift = defineOp(
  'bitwise_left_shift(Tensor input, Operand other) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    grad: null,
    ...binary({
      name: 'bitwise_left_shift',
      kernelName: 'lshift_cpu',
      rows: {
        int: rowOf((x, y) => (y < 0 || y > 31 ? 0 : x << y)),
        wide: wideRowOf((x, y) => (y < 0n || y > 63n ? 0n : x << y)),
      },
    }),
  },
);

export const bitwiseRightShift = defineOp(
  'bitwise_right_shift(Tensor input, Operand other) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    grad: null,
    ...binary({
      name: 'bitwise_right_shift',
      kernelName: 'rshift_cpu',
      rows: {
        int: rowOf((x, y) => x >> Math.min(y < 0 ? 31 : y, 31)),
        wide: wideRowOf((x, y) => x >> (y < 0n || y > 63n ? 63n : y)),
      },
    }),
  },
);

/** `2 << x` and `2 >> x`: the number takes the tensor's part. */
export const rlshift = defineOp('rlshift(Tensor input, Scalar other) -> Tensor', {
  grad: null,
  ...binary({
    name: 'bitwise_left_shift',
    kernelName: 'lshift_cpu',
    rows: {
      int: rowOf((x, y) => (x < 0 || x > 31 ? 0 : y << x)),
      wide: wideRowOf((x, y) => (x < 0n || x > 63n ? 0n : y << x)),
    },
  }),
});

export const rrshift = defineOp('rrshift(Tensor input, Scalar other) -> Tensor', {
  grad: null,
  ...binary({
    name: 'bitwise_right_shift',
    kernelName: 'rshift_cpu',
    rows: {
      int: rowOf((x, y) => y >> Math.min(x < 0 ? 31 : x, 31)),
      wide: wideRowOf((x, y) => y >> (x < 0n || x > 63n ? 63n : x)),
    },
  }),
});
