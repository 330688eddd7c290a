// Computes a value with the operators' own kernels, composites by their bodies: the definition that
// the engines are held against.

import { constant, isValue, mapTensors } from '../../src/graph/build.ts';
import type { Value } from '../../src/graph/graph.ts';
import type { Args } from '../../src/graph/op.ts';
import { roundToBfloat16, roundToHalf, zeros, type NdArray } from '../../src/tensor/array.ts';
import { sizes } from '../../src/tensor/shape.ts';

export function evaluate(value: Value): NdArray {
  if (value.data !== null) return value.data;
  const { op, outputs } = value.node;
  const args = mapTensors(value.node.args, isValue, evaluate) as Args<NdArray>;
  if (op.kernel) {
    const arrays = outputs.map(({ type }) => zeros(type.dtype, sizes(type.shape)));
    op.kernel(args, arrays);
    arrays.forEach(roundHalves);
    outputs.forEach((output, i) => (output.data = arrays[i] as NdArray));
  } else {
    const results = op.body?.(mapTensors(args, isArray, constant)) ?? [];
    outputs.forEach((output, i) => (output.data = evaluate(results[i] as Value)));
  }
  return value.data as unknown as NdArray;
}

function isArray(argument: unknown): argument is NdArray {
  return typeof argument === 'object' && argument !== null && 'data' in argument;
}

function roundHalves(array: NdArray): void {
  if (array.dtype !== 'float16' && array.dtype !== 'bfloat16') return;
  const round = array.dtype === 'float16' ? roundToHalf : roundToBfloat16;
  for (let i = 0; i < array.data.length; i++) array.data[i] = round(array.data[i] as number);
}
