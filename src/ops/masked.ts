// Elements replaced where a mask is true: masked_fill, masked_scatter. What a mask picks out is in
// indexing.ts.

import { category, cName, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import type { Scalar } from '../tensor/promotion.ts';
import { broadcast } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { broadcastTo, isScalar, onnxOperand, operandArray } from './broadcast.ts';
import { convert } from './convert.ts';
import { defineOp } from './define.ts';
import { slots } from './strided.ts';

/** The input with one number where the mask is true. */
export const maskedFill = defineOp(
  'masked_fill(Tensor input, Tensor mask, Operand value) -> Tensor',
  {
    grad: ({ value }) => (isScalar(value) ? 'MaskedFill' : 'MaskedFillBackward1'),
    as: ['function', 'method', 'inplace'],
    shape: ({ input, mask, value }) => {
      check(
        mask.dtype === 'bool' || mask.dtype === 'uint8',
        () =>
          `masked_fill_ only supports boolean masks, but got mask with dtype ` + cName(mask.dtype),
      );
      check(
        isScalar(value) || value.shape.length === 0,
        () =>
          'masked_fill_ only supports a 0-dimensional value tensor, but got tensor with ' +
          `${isScalar(value) ? 0 : value.shape.length} dimension(s).`,
      );
      checkFits(value, input.dtype);
      return { dtype: input.dtype, shape: broadcast(mask.shape, input.shape) };
    },
    kernel: ({ input, mask, value }, out) => {
      const where = broadcastTo(mask, out.shape).data;
      const from = broadcastTo(convert(input, out.dtype), out.shape).data;
      const fill = operandArray(value, out.dtype).data;
      const unit = slots(out.dtype);
      for (let i = 0; i < out.data.length; i++) {
        const part = unit === 1 ? 0 : i % 2;
        out.data[i] = (where[unit === 1 ? i : i >> 1] ? fill[part] : from[i]) as never;
      }
    },
    onnx: (g, { input, mask, value }, out) => {
      if (!/^(float(32|64)|int(32|64)|uint8)$/.test(out.dtype)) return null;
      return g.add(
        'Where',
        [g.cast(mask, 'bool'), onnxOperand(g, value, out.dtype), input],
        {},
        out,
      );
    },
  },
);

function checkFits(value: TensorType | Scalar, dtype: DType): void {
  if (!isScalar(value) || category(dtype) !== 'int') return;
  check(
    Number.isFinite(Number(value.value)),
    () => 'value cannot be converted to type int64_t without overflow',
  );
}

/** The mask's true places filled with the source's elements in order. */
export const maskedScatter = defineOp(
  'masked_scatter(Tensor input, Tensor mask, Tensor source) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    shape: ({ input, mask, source }) => {
      check(
        input.dtype === source.dtype,
        () =>
          'masked_scatter: expected self and source to have same dtypes but got' +
          `${scalarTypeName[input.dtype]} and ${scalarTypeName[source.dtype]}`,
      );
      // PyTorch 1.13 takes the bytes of other masks for bools, whatever they are.
      check(
        mask.dtype === 'bool' || mask.dtype === 'uint8',
        () =>
          `masked_scatter_ only supports boolean masks, but got mask with dtype ` +
          cName(mask.dtype),
      );
      return { dtype: input.dtype, shape: broadcast(mask.shape, input.shape) };
    },
    kernel: ({ input, mask, source }, out) => {
      const where = broadcastTo(mask, out.shape).data;
      out.data.set(broadcastTo(input, out.shape).data as never);
      let next = 0;
      for (let i = 0; i < where.length; i++) {
        if (!where[i]) continue;
        check(
          next < source.data.length,
          () => 'Number of elements of source < number of ones in mask',
        );
        out.data[i] = source.data[next++] as never;
      }
    },
  },
);
