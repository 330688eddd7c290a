// Which of a model's tensors are weights, that is initializers, and which are inputs. As inputs,
// weights cost a fifth to a third of a run, since nothing is laid out for them ahead; if all were
// initializers, ONNX Runtime would compute the whole model while it loads it.

import type { Instruction } from './lower.ts';

/** The operands that are usually weights, by operator of ONNX. */
const WEIGHT_OPERANDS: Readonly<Record<string, readonly number[]>> = {
  Conv: [1, 2],
  ConvTranspose: [1, 2],
  MatMul: [1],
  Gemm: [1, 2],
  BatchNormalization: [1, 2, 3, 4],
  InstanceNormalization: [1, 2],
  LayerNormalization: [1, 2],
  GroupNormalization: [1, 2],
  PRelu: [1],
  Gather: [0],
  LSTM: [1, 2, 3],
  GRU: [1, 2, 3],
  RNN: [1, 2, 3],
};

/** Operators that only arrange a weight anew before it is used: `weight.t()`. */
const ARRANGING = new Set(['Transpose', 'Reshape', 'Identity', 'Squeeze', 'Unsqueeze', 'Cast']);

/** The names of the tensors that are used as weights and as nothing else. */
export function weightNames(instructions: readonly Instruction[]): ReadonlySet<string> {
  const weights = new Set<string>();
  const others = new Set<string>();
  // Users come before what they use, so that an arrangement's use is known when it is met.
  for (const { opType, inputs, outputs } of instructions.toReversed()) {
    const passesOn =
      ARRANGING.has(opType) && outputs.every(({ name }) => weights.has(name) && !others.has(name));
    for (const [i, input] of inputs.entries()) {
      if (!input) continue;
      const asWeight = passesOn ? i === 0 : (WEIGHT_OPERANDS[opType]?.includes(i) ?? false);
      (asWeight ? weights : others).add(input.name);
    }
  }
  return new Set([...weights].filter((name) => !others.has(name)));
}

/** Operators that compute the same whether a number among their operands is known ahead or not. */
const ELEMENTWISE = new Set(
  'Add Sub Mul Div Pow Mod Max Min Equal Greater GreaterOrEqual Less LessOrEqual Where'.split(' '),
);

/** The tensors among the operands that another run of the same program might have otherwise. */
export function changingNames(instructions: readonly Instruction[]): ReadonlySet<string> {
  const changing = new Set<string>();
  const fixed = new Set<string>();
  for (const { opType, inputs } of instructions) {
    for (const input of inputs) {
      if (input) (ELEMENTWISE.has(opType) ? changing : fixed).add(input.name);
    }
  }
  return new Set([...changing].filter((name) => !fixed.has(name)));
}
