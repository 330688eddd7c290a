// The larger or smaller of two operands, and limits: maximum, minimum, fmax, fmin, clamp.

import { category } from '../tensor/dtype.ts';
import { check, Unsupported } from '../tensor/errors.ts';
import type { OnnxValue } from '../graph/op.ts';
import type { NdArray } from '../tensor/array.ts';
import type { Scalar } from '../tensor/promotion.ts';
import type { TensorType } from '../tensor/type.ts';
import { binary, ONNX_ARITHMETIC, type Binary, type Rows } from './binary.ts';
import {
  broadcastRows,
  commonDtype,
  commonShape,
  isScalar,
  onnxOperand,
  operandArray,
  rowOf,
  wideRowOf,
} from './broadcast.ts';
import { defineOp } from './define.ts';

/** NaN wins. */
const larger: Rows = {
  float: rowOf((x, y) => (x > y || x !== x ? x : y)),
  wide: wideRowOf((x, y) => (x > y ? x : y)),
  bool: rowOf((x, y) => x | y),
};

const smaller: Rows = {
  float: rowOf((x, y) => (x < y || x !== x ? x : y)),
  wide: wideRowOf((x, y) => (x < y ? x : y)),
  bool: rowOf((x, y) => x & y),
};

/** NaN loses. */
const largerNumber: Rows = {
  ...larger,
  float: rowOf((x, y) => (x >= y || y !== y ? x : y)),
};

const smallerNumber: Rows = {
  ...smaller,
  float: rowOf((x, y) => (x <= y || y !== y ? x : y)),
};

function extremum(name: string, rows: Rows, onnx?: string): Binary {
  return {
    name,
    rows,
    ...(onnx === undefined ? {} : { onnx, onnxDtypes: ONNX_ARITHMETIC }),
    check: (_operands, dtype) => {
      check(category(dtype) !== 'complex', () => `${name} not implemented for complex tensors.`);
    },
  };
}

export const maximum = defineOp('maximum(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method'],
  ...binary(extremum('maximum', larger, 'Max')),
});

export const minimum = defineOp('minimum(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method'],
  ...binary(extremum('minimum', smaller, 'Min')),
});

export const fmax = defineOp('fmax(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method'],
  ...binary(extremum('fmax', largerNumber)),
});

export const fmin = defineOp('fmin(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method'],
  ...binary(extremum('fmin', smallerNumber)),
});

type Bound<T> = T | Scalar | null;

function clampType(input: TensorType, bounds: readonly Bound<TensorType>[]): TensorType {
  const given = bounds.filter((bound) => bound !== null);
  check(given.length > 0, () => "torch.clamp: At least one of 'min' or 'max' must not be None");
  const dtype = commonDtype(input, ...given);
  if (category(dtype) === 'complex') throw new Unsupported('clamp of complex numbers');
  return { dtype, shape: commonShape(input, ...given) };
}

/** min first, then max, so that max decides where they cross. NaN stays. */
function clampInto(input: NdArray, min: Bound<NdArray>, max: Bound<NdArray>, out: NdArray): void {
  const { dtype } = out;
  const kind = dtype === 'int64' ? 'wide' : dtype === 'bool' ? 'bool' : 'float';
  const first = min ?? input;
  const row = (rows: Rows): NonNullable<Rows['float']> => rows[kind] as NonNullable<Rows['float']>;
  broadcastRows(operandArray(input, dtype), operandArray(first, dtype), out, row(larger));
  if (max !== null) {
    const sofar: NdArray = { ...out, data: out.data.slice() };
    broadcastRows(sofar, operandArray(max, dtype), out, row(smaller));
  }
}

export const clamp = defineOp(
  'clamp(Tensor input, Operand? min=None, Operand? max=None) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    aliases: ['clip'],
    grad: ({ min, max }) =>
      (min === null || isScalar(min)) && (max === null || isScalar(max))
        ? 'ClampBackward1'
        : 'Clamp',
    shape: ({ input, min, max }) => clampType(input, [min, max]),
    kernel: ({ input, min, max }, out) => {
      clampInto(input, min, max, out);
    },
    onnx: (g, { input, min, max }, out) => {
      if (!ONNX_ARITHMETIC.includes(out.dtype)) return null;
      const isConstant = (bound: Bound<OnnxValue>): boolean => bound === null || isScalar(bound);
      const x = g.cast(input, out.dtype);
      const limit = (bound: Bound<OnnxValue>): OnnxValue | null =>
        bound === null ? null : onnxOperand(g, bound, out.dtype);
      // With one limit only, ONNX's Clip takes the largest finite number for the other.
      if (min && max && isConstant(min) && isConstant(max)) {
        return g.add('Clip', [x, limit(min), limit(max)], {}, out);
      }
      const low =
        min === null
          ? x
          : g.add(
              'Max',
              [x, limit(min)],
              {},
              {
                dtype: out.dtype,
                shape: commonShape(x.type, isScalar(min) ? min : min.type),
              },
            );
      return max === null ? low : g.add('Min', [low, limit(max)], {}, out);
    },
  },
);

export const clampMin = defineOp('clamp_min(Tensor input, Operand min) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  body: ({ input, min }) => clamp({ input, min }),
});

export const clampMax = defineOp('clamp_max(Tensor input, Operand max) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  body: ({ input, max }) => clamp({ input, max }),
});
