// Combinations of three operands: where, lerp, addcmul, addcdiv.

import { category, cName, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import type { NdArray } from '../tensor/array.ts';
import type { Scalar } from '../tensor/promotion.ts';
import type { TensorType } from '../tensor/type.ts';
import { ONNX_ARITHMETIC } from './binary.ts';
import {
  broadcastTo,
  commonDtype,
  commonShape,
  isScalar,
  onnxOperand,
  operandArray,
  realOnly,
} from './broadcast.ts';
import { defineOp } from './define.ts';
import { slots } from './strided.ts';

/** The elements of `input` where the condition holds, of `other` elsewhere. */
export const where = defineOp('where(Tensor condition, Operand input, Operand other) -> Tensor', {
  as: ['function'],
  shape: ({ condition, input, other }) => {
    check(
      condition.dtype === 'bool' || condition.dtype === 'uint8',
      () =>
        'where expected condition to be a boolean tensor, but got a tensor with dtype ' +
        scalarTypeName[condition.dtype],
    );
    const branches = commonShape(input, other);
    const dtype = commonDtype(input, other);
    return { dtype, shape: commonShape(condition, { dtype, shape: branches }) };
  },
  kernel: ({ condition, input, other }, out) => {
    const mask = broadcastTo(condition, out.shape).data;
    const yes = broadcastTo(operandArray(input, out.dtype), out.shape).data;
    const no = broadcastTo(operandArray(other, out.dtype), out.shape).data;
    const unit = slots(out.dtype);
    for (let i = 0; i < out.data.length; i++) {
      out.data[i] = (mask[unit === 1 ? i : i >> 1] ? yes[i] : no[i]) as never;
    }
  },
  onnx: (g, { condition, input, other }, out) => {
    if (!['float32', 'float64', 'int32', 'int64', 'uint8'].includes(out.dtype)) return null;
    const operands = [onnxOperand(g, input, out.dtype), onnxOperand(g, other, out.dtype)];
    return g.add('Where', [g.cast(condition, 'bool'), ...operands], {}, out);
  },
});

/** The method puts the tensor between: `x.where(condition, y)`. */
export const whereMethod = defineOp(
  'where.self(Tensor input, Tensor condition, Operand other) -> Tensor',
  {
    as: ['method'],
    grad: 'Where',
    body: ({ input, condition, other }) => where({ condition, input, other }),
  },
);

/** input + weight·(end - input), from the nearer end. */
export const lerp = defineOp('lerp(Tensor input, Tensor end, Operand weight) -> Tensor', {
  grad: ({ weight }) => (isScalar(weight) ? 'Lerp' : 'LerpBackward1'),
  as: ['function', 'method', 'inplace'],
  shape: ({ input, end, weight }) => {
    expectDtype('end', input.dtype, end.dtype);
    if (!isScalar(weight)) expectDtype('weight', input.dtype, weight.dtype);
    return { dtype: realOnly('lerp', input.dtype), shape: commonShape(input, end, weight) };
  },
  kernel: ({ input, end, weight }, out) => {
    const [start, stop, w] = spreadAll([input, end, weight], out);
    for (let i = 0; i < out.data.length; i++) {
      const [a, b, t] = [start?.[i] as number, stop?.[i] as number, w?.[i] as number];
      out.data[i] = Math.abs(t) < 0.5 ? a + t * (b - a) : b - (b - a) * (1 - t);
    }
  },
});

function expectDtype(name: string, expected: DType, got: DType): void {
  check(
    expected === got,
    () => `expected dtype ${cName(expected)} for \`${name}\` but got dtype ${cName(got)}`,
  );
}

/** The operands as number arrays of the output's dtype and shape. */
function spreadAll(operands: readonly (NdArray | Scalar)[], out: NdArray): Float64Array[] {
  return operands.map(
    (operand) =>
      broadcastTo(operandArray(operand, out.dtype), out.shape).data as unknown as Float64Array,
  );
}

function combinedType(...tensors: readonly TensorType[]): TensorType {
  return { dtype: commonDtype(...tensors), shape: commonShape(...tensors) };
}

/** input + value·tensor1·tensor2 */
export const addcmul = defineOp(
  'addcmul(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    shape: ({ input, tensor1, tensor2 }) => {
      const type = combinedType(input, tensor1, tensor2);
      realOnly('addcmul', type.dtype);
      return type;
    },
    kernel: ({ input, tensor1, tensor2, value }, out) => {
      const [x, a, b] = spreadAll([input, tensor1, tensor2], out);
      if (out.data instanceof BigInt64Array) {
        const [wx, wa, wb] = [x, a, b] as unknown as BigInt64Array[];
        const k = BigInt(Math.trunc(Number(value.value)));
        for (let i = 0; i < out.data.length; i++) {
          out.data[i] = (wx?.[i] as bigint) + k * (wa?.[i] as bigint) * (wb?.[i] as bigint);
        }
        return;
      }
      const whole = category(out.dtype) === 'int';
      const k = whole ? Math.trunc(Number(value.value)) : Number(value.value);
      for (let i = 0; i < out.data.length; i++) {
        out.data[i] = (x?.[i] as number) + k * (a?.[i] as number) * (b?.[i] as number);
      }
    },
    onnx: (g, { input, tensor1, tensor2, value }, out) => {
      if (!ONNX_ARITHMETIC.includes(out.dtype)) return null;
      const [x, a, b] = [input, tensor1, tensor2].map((t) => g.cast(t, out.dtype));
      if (!x || !a || !b) return null;
      const shape = commonShape(a.type, b.type);
      const factors = g.add('Mul', [a, b], {}, { dtype: out.dtype, shape });
      const k = onnxOperand(g, value, out.dtype);
      const scaled =
        value.value === 1 ? factors : g.add('Mul', [factors, k], {}, { dtype: out.dtype, shape });
      return g.add('Add', [x, scaled], {}, out);
    },
  },
);

/** input + value·tensor1 / tensor2 */
export const addcdiv = defineOp(
  'addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor',
  {
    as: ['function', 'method', 'inplace'],
    shape: ({ input, tensor1, tensor2 }) => {
      const integral = [tensor1, tensor2].every(({ dtype }) => /int|bool/.test(dtype));
      check(
        !integral,
        () =>
          'Integer division with addcdiv is no longer supported, and in a future  release addcdiv ' +
          'will perform a true division of tensor1 and tensor2. The historic addcdiv behavior can ' +
          'be implemented as (input + value * torch.trunc(tensor1 / tensor2)).to(input.dtype) for ' +
          'integer inputs and as (input + value * tensor1 / tensor2) for float inputs. The future ' +
          'addcdiv behavior is just the latter implementation: (input + value * tensor1 / ' +
          'tensor2), for all dtypes.',
      );
      const type = combinedType(input, tensor1, tensor2);
      realOnly('addcdiv', type.dtype);
      return type;
    },
    kernel: ({ input, tensor1, tensor2, value }, out) => {
      const [x, a, b] = spreadAll([input, tensor1, tensor2], out);
      const k = Number(value.value);
      for (let i = 0; i < out.data.length; i++) {
        out.data[i] = (x?.[i] as number) + (k * (a?.[i] as number)) / (b?.[i] as number);
      }
    },
    onnx: (g, { input, tensor1, tensor2, value }, out) => {
      if (out.dtype !== 'float32' && out.dtype !== 'float64') return null;
      const [x, a, b] = [input, tensor1, tensor2].map((t) => g.cast(t, out.dtype));
      if (!x || !a || !b) return null;
      const shape = commonShape(a.type, b.type);
      const type = { dtype: out.dtype, shape };
      const k = onnxOperand(g, value, out.dtype);
      const scaled = value.value === 1 ? a : g.add('Mul', [a, k], {}, a.type);
      return g.add('Add', [x, g.add('Div', [scaled, b], {}, type)], {}, out);
    },
  },
);
