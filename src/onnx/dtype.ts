// Which ONNX element type is which of PyTorch's, and how an array lies in a model's bytes.

import { TensorProto_DataType } from 'onnx-buf';
import type { DType } from '../tensor/dtype.ts';
import type { NdArray } from '../tensor/array.ts';

/** ONNX's number for a dtype. https://onnx.ai/onnx/intro/concepts.html#element-type */
export const onnxDtype: Readonly<Record<DType, TensorProto_DataType>> = {
  bool: TensorProto_DataType.BOOL,
  uint8: TensorProto_DataType.UINT8,
  int8: TensorProto_DataType.INT8,
  int16: TensorProto_DataType.INT16,
  int32: TensorProto_DataType.INT32,
  int64: TensorProto_DataType.INT64,
  float16: TensorProto_DataType.FLOAT16,
  bfloat16: TensorProto_DataType.BFLOAT16,
  float32: TensorProto_DataType.FLOAT,
  float64: TensorProto_DataType.DOUBLE,
  complex64: TensorProto_DataType.COMPLEX64,
  complex128: TensorProto_DataType.COMPLEX128,
};

/**
 * The elements as TensorProto's `raw_data` has them: row-major, little endian, fixed width. Shares
 * the array's memory, but for the half types, which we keep in float32.
 */
export function rawBytes({ dtype, data }: NdArray): Uint8Array<ArrayBuffer> {
  if (dtype === 'float16') return halves(data, halfBits);
  if (dtype === 'bfloat16') return halves(data, bfloat16Bits);
  // Nothing here makes shared memory, and every machine that we run on is little endian.
  return new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
}

function halves(data: NdArray['data'], bits: (value: number) => number): Uint8Array<ArrayBuffer> {
  const words = new Uint16Array(data.length);
  for (let i = 0; i < data.length; i++) words[i] = bits(Number(data[i]));
  return new Uint8Array(words.buffer);
}

const scratch = new DataView(new ArrayBuffer(4));

/** The bits of a number that float16 can represent exactly. */
function halfBits(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const magnitude = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (magnitude === Infinity) return sign | 0x7c00;
  if (magnitude < 2 ** -14) return sign | (magnitude * 2 ** 24);
  const exponent = Math.floor(Math.log2(magnitude));
  const fraction = magnitude / 2 ** exponent - 1;
  return sign | ((exponent + 15) << 10) | (fraction * 1024);
}

/** The upper half of float32's bits, in which bfloat16's numbers are exact. */
function bfloat16Bits(value: number): number {
  scratch.setFloat32(0, value);
  return scratch.getUint16(0);
}
