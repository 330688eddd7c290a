// What the operators on two operands are made of: from the rows for each kind of number comes the
// shape rule with PyTorch's promotion, the kernel, and the lowering where ONNX has a node for it.

import type { OnnxBuilder, OnnxValue } from '../graph/op.ts';
import type { NdArray } from '../tensor/array.ts';
import { category, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import type { Scalar } from '../tensor/promotion.ts';
import type { TensorType } from '../tensor/type.ts';
import {
  broadcastRows,
  commonDtype,
  commonShape,
  isScalar,
  onnxOperand,
  operandArray,
  realOnly,
  type Row,
} from './broadcast.ts';

export interface Pair<T> {
  readonly input: T | Scalar;
  readonly other: T | Scalar;
}

/** The rows for each kind of number; where one is missing, PyTorch refuses the kind. */
export interface Rows {
  /** For float32, float64 and halves; for small integers too where `int` is missing. */
  readonly float?: Row;
  readonly int?: Row;
  readonly wide?: Row;
  readonly bool?: Row;
  readonly complex?: Row;
}

export interface Binary {
  readonly name: string;
  readonly rows: Rows;
  /** The result's dtype from that of the operands together; the kernel computes in it. */
  readonly result?: (common: DType) => DType;
  /** What PyTorch calls its kernel when it refuses a dtype: `remainder_cpu`. */
  readonly kernelName?: string;
  /** Throws what PyTorch refuses beyond dtypes and shapes. */
  readonly check?: (operands: Pair<TensorType>, dtype: DType) => void;
  /** The ONNX operator, and the dtypes in which ONNX Runtime's CPU computes it alike. */
  readonly onnx?: string;
  readonly onnxDtypes?: readonly DType[];
}

/** What ONNX Runtime's CPU has for plain arithmetic. */
export const ONNX_ARITHMETIC: readonly DType[] = ['float32', 'float64', 'int32', 'int64'];
export const ONNX_FLOATS: readonly DType[] = ['float32', 'float64'];

export function binary(spec: Binary): {
  readonly shape: (operands: Pair<TensorType>) => TensorType;
  readonly kernel: (operands: Pair<NdArray>, out: NdArray) => void;
  readonly onnx: (g: OnnxBuilder, operands: Pair<OnnxValue>, out: TensorType) => OnnxValue | null;
} {
  return {
    shape: (operands) => {
      const { input, other } = operands;
      const common = commonDtype(input, other);
      const dtype = spec.result ? spec.result(common) : common;
      spec.check?.(operands, dtype);
      requireRow(spec, dtype);
      return { dtype, shape: commonShape(input, other) };
    },
    kernel: ({ input, other }, out) => {
      const a = operandArray(input, out.dtype);
      const b = operandArray(other, out.dtype);
      broadcastRows(a, b, out, rowFor(spec.rows, out.dtype) as Row);
    },
    onnx: (g, { input, other }, out) => {
      if (!spec.onnx || !(spec.onnxDtypes ?? ONNX_ARITHMETIC).includes(out.dtype)) return null;
      const inputs = [onnxOperand(g, input, out.dtype), onnxOperand(g, other, out.dtype)];
      return g.add(spec.onnx, inputs, {}, out);
    },
  };
}

/** The row that computes in a dtype, if there is one. */
export function rowFor(rows: Rows, dtype: DType): Row | undefined {
  switch (category(dtype)) {
    case 'bool':
      return rows.bool;
    case 'complex':
      return rows.complex;
    case 'float':
      return rows.float;
    case 'int':
      return dtype === 'int64' ? rows.wide : (rows.int ?? (rows.wide && rows.float));
  }
}

export function requireRow(spec: Pick<Binary, 'name' | 'rows' | 'kernelName'>, dtype: DType): void {
  if (rowFor(spec.rows, dtype)) return;
  realOnly(spec.name, dtype);
  notImplemented(spec.kernelName ?? `${spec.name}_cpu`, dtype);
}

/** PyTorch's refusal of a dtype that a kernel has no code for. */
export function notImplemented(kernelName: string, dtype: DType): never {
  check(false, () => `"${kernelName}" not implemented for '${scalarTypeName[dtype]}'`);
  throw new Error('unreachable');
}

/** Many special functions have no code for halves and complex numbers. */
export function singleOrDouble(name: string, dtype: DType): void {
  if (!ONNX_FLOATS.includes(dtype)) notImplemented(`${name}_cpu`, dtype);
}

/** A row over pairs of real and imaginary part; `f` writes both parts of one result. */
export function complexRow(
  f: (ar: number, ai: number, br: number, bi: number, out: Float64Array, o: number) => void,
): Row {
  return (a, ai, aStep, b, bi, bStep, out, o, n) => {
    for (let i = 0; i < n; i++) {
      const x = 2 * ai;
      const y = 2 * bi;
      f(a[x] as number, a[x + 1] as number, b[y] as number, b[y + 1] as number, out, 2 * (o + i));
      ai += aStep;
      bi += bStep;
    }
  };
}

/** Whether a dividend of integers is divided by the number 0, which PyTorch refuses. */
export function isZero(operand: TensorType | Scalar): boolean {
  return isScalar(operand) && Number(operand.value) === 0 && !operand.imaginary;
}
