// Instructions of the newest operator set in the words of an older one, for models that are kept:
// opset 17 is what the tools of 2022 know already.
//
// https://onnx.ai/onnx/operators/

import type { OnnxBuilder, OnnxValue } from '../graph/op.ts';
import type { NdArray } from '../tensor/array.ts';
import { sizes } from '../tensor/shape.ts';
import type { Instruction } from './lower.ts';

export interface OperatorSet {
  readonly version: number;
  /** The format of the file that came with it. */
  readonly irVersion: number;
}

export const newest: OperatorSet = { version: 21, irVersion: 10 };
export const kept: OperatorSet = { version: 17, irVersion: 8 };

/** Operators that came after opset 17. */
const LATER = new Set(
  'AffineGrid BitwiseAnd BitwiseNot BitwiseOr BitwiseXor CenterCropPad Col2Im DeformConv Gelu GroupNormalization ImageDecoder Mish OptionalGetElement OptionalHasElement RegexFullMatch StringConcat StringSplit'.split(
    ' ',
  ),
);

/** What has its axes as an attribute still; ReduceSum has not. */
const REDUCTION = /^Reduce(?:L1|L2|LogSum|LogSumExp|Max|Mean|Min|Prod|SumSquare)$/;

/**
 * The instruction as opset 17 has it, or null where it has no such thing.
 * @param constant the numbers of an operand that is a constant.
 * @param g takes what is to stand before it.
 */
export function asKept(
  instruction: Instruction,
  constant: (name: string) => NdArray | undefined,
  g: OnnxBuilder,
): Instruction | null {
  const { opType, inputs, attributes } = instruction;
  if (opType === 'Gelu') return gelu(instruction, g);
  if (LATER.has(opType)) return null;
  if (REDUCTION.test(opType) && inputs.length > 1) {
    const axes = inputs[1] && constant(inputs[1].name);
    if (!axes) return null;
    const list = Array.from(axes.data as BigInt64Array, Number);
    return {
      ...instruction,
      inputs: inputs.slice(0, 1),
      attributes: { ...attributes, axes: list },
    };
  }
  // No tensor in a model is empty, and 0 keeps a size.
  if (opType === 'Reshape') return { ...instruction, attributes: {} };
  if (opType === 'Pad' && attributes['mode'] === 'wrap') return null;
  if (opType === 'GridSample') {
    const { mode } = attributes;
    const older = mode === 'linear' ? 'bilinear' : mode === 'cubic' ? 'bicubic' : mode;
    return {
      ...instruction,
      attributes: older === undefined ? attributes : { ...attributes, mode: older },
    };
  }
  if (opType === 'Resize' && ('antialias' in attributes || 'axes' in attributes)) return null;
  if (opType === 'AveragePool' || opType === 'MaxPool') return pool(instruction);
  return instruction;
}

/** A pool whose window is the whole image is so for an image of any size. */
function pool(instruction: Instruction): Instruction | null {
  const { opType, inputs, attributes, outputs } = instruction;
  if (opType === 'AveragePool' && 'dilations' in attributes) return null;
  const kernel = attributes['kernel_shape'];
  const [input] = inputs;
  if (!input || !Array.isArray(kernel)) return instruction;
  const image = sizes(input.type.shape).slice(-kernel.length);
  const { pads } = attributes;
  const isPadded = Array.isArray(pads) && pads.some((n) => n !== 0);
  if (isPadded || image.join() !== kernel.join() || outputs.length > 1) return instruction;
  return { opType: `Global${opType}`, inputs: [input], attributes: {}, outputs };
}

/** x·Φ(x), or its approximation by tanh. https://pytorch.org/docs/stable/generated/torch.nn.GELU.html */
function gelu({ inputs, attributes, outputs }: Instruction, g: OnnxBuilder): Instruction | null {
  const [x] = inputs;
  if (!x) return null;
  const { dtype } = x.type;
  const add = (opType: string, ...operands: readonly OnnxValue[]): OnnxValue =>
    g.add(opType, operands, {}, x.type);
  const number = (value: number): OnnxValue => g.scalar(value, dtype);
  let inner: OnnxValue;
  if (attributes['approximate'] === 'tanh') {
    const cube = add('Mul', add('Mul', x, x), x);
    const sum = add('Add', x, add('Mul', cube, number(0.044715)));
    inner = add('Tanh', add('Mul', sum, number(Math.sqrt(2 / Math.PI))));
  } else {
    inner = add('Erf', add('Mul', x, number(Math.SQRT1_2)));
  }
  const half = add('Mul', x, number(0.5));
  const operands = [half, add('Add', inner, number(1))];
  return { opType: 'Mul', inputs: operands, attributes: {}, outputs };
}
