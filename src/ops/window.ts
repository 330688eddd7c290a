// Windows that slide over the last dimensions of a tensor: what convolutions and pools have in
// common, their sizes and the words in which PyTorch refuses them.

import { add, floorDiv, intValue, mul, sub, type Int } from '../base/origin.ts';
import type { OnnxBuilder, OnnxValue } from '../graph/op.ts';
import { sizes, type Shape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';

/** How many places a window has: ⌊(n + 2·padding − dilation·(k − 1) − 1) / stride⌋ + 1. */
export function windowCount(
  size: Int,
  kernel: Int,
  stride: number,
  padding: number,
  dilation: number,
): Int {
  const reach = mul(dilation, sub(kernel, 1));
  return add(floorDiv(sub(sub(add(size, 2 * padding), reach), 1), stride), 1);
}

/** The same for pools, which may count a last window that hangs over the edge. */
export function poolCount(
  size: Int,
  kernel: number,
  stride: number,
  padding: number,
  dilation: number,
  ceilMode: boolean,
): Int {
  if (!ceilMode) return windowCount(size, kernel, stride, padding, dilation);
  const n = intValue(size);
  let count = Math.ceil((n + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1;
  // A window must begin inside the input or its left padding.
  if ((count - 1) * stride >= n + padding) count--;
  return count;
}

/** One number for each of `rank` dimensions. */
export function perDimension(values: readonly number[], rank: number): number[] {
  return values.length === 1 ? new Array<number>(rank).fill(values[0] as number) : [...values];
}

/** The sizes of the windowed dimensions: all but batch and channels. */
export function spatial(shape: Shape, rank: number): Shape {
  return shape.slice(shape.length - rank);
}

/** A Reshape in ONNX. */
export function reshapedOnnx(g: OnnxBuilder, value: OnnxValue, shape: Shape): OnnxValue {
  return g.add('Reshape', [value, g.ints(sizes(shape))], {}, { ...value.type, shape });
}

/** ONNX's windows want a batch; an input without one gets it and loses it again. */
export function unbatchedOnnx(
  g: OnnxBuilder,
  input: OnnxValue,
  out: TensorType,
  rank: number,
  add: (input: OnnxValue, type: TensorType) => OnnxValue,
): OnnxValue {
  if (input.type.shape.length === rank + 2) return add(input, out);
  const batch = reshapedOnnx(g, input, [1, ...input.type.shape]);
  return reshapedOnnx(g, add(batch, { ...out, shape: [1, ...out.shape] }), out.shape);
}

/** MaxPool in which NaN wins, as it does in PyTorch; ONNX Runtime passes it over. */
export function onnxMaxPool(
  g: OnnxBuilder,
  input: OnnxValue,
  attributes: Parameters<OnnxBuilder['add']>[2],
  type: TensorType,
): OnnxValue {
  const { dtype } = type;
  const pool = (value: OnnxValue): OnnxValue => g.add('MaxPool', [value], attributes, type);
  const bool = { ...input.type, dtype: 'bool' } as const;
  const isNaN = g.add('Not', [g.add('Equal', [input, input], {}, bool)], {}, bool);
  const marks = g.cast(pool(g.cast(isNaN, dtype)), 'bool');
  return g.add('Where', [marks, g.scalar(NaN, dtype), pool(input)], {}, type);
}
