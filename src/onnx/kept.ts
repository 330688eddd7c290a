// Writes a model that is kept: with names that people know, in an operator set that other tools have.

import type { Node, Value } from '../graph/graph.ts';
import type { OnnxValue } from '../graph/op.ts';
import type { NdArray } from '../tensor/array.ts';
import type { DType } from '../tensor/dtype.ts';
import { typed, withoutTrailing, type Flat } from './lower.ts';
import { ModelWriter, type Sizes, type WeightPlace, type WrittenModel } from './model.ts';
import { kept } from './opset.ts';

export interface Port {
  readonly name: string;
  readonly value: Value;
  readonly dtype: DType;
  readonly sizes: Sizes;
}

export interface KeptModel {
  readonly flat: Flat;
  /** In the order in which the model takes them. */
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  /** What is neither an input nor computed. */
  readonly weights: ReadonlyMap<Value, { readonly name: string; readonly array: NdArray }>;
  /** The name of a node by its ONNX operator. */
  nodeName(node: Node, opType: string): string;
  /** Writes what stands in the place of an operand, where it follows from the inputs' sizes. */
  operand?(step: number, index: number, writer: ModelWriter, names: NameOf): string | null;
}

export type NameOf = (handle: string) => string;

export function writeKept(model: KeptModel, place: WeightPlace): WrittenModel {
  const { flat, inputs, outputs, weights } = model;
  const writer = new ModelWriter(place, kept);
  const names = new Map<string, string>();
  // First of all, so that nothing else has their names.
  for (const { name, value, dtype, sizes } of inputs) {
    names.set(flat.nameOf(value), writer.input(name, dtype, sizes));
  }
  const outputNames = outputs.map(({ name }) => writer.fresh(name));
  for (const [value, { name, array }] of weights) {
    names.set(flat.nameOf(value), writer.initializer(name, array));
  }
  const nameOf = (handle: string): string => {
    const known = names.get(handle);
    if (known !== undefined) return known;
    const array = flat.constant(handle);
    if (!array) throw new Error(`nothing makes ${handle}`);
    const name = writer.initializer('constant', array);
    names.set(handle, name);
    return name;
  };
  const operandName = (handle: OnnxValue | null, step: number, index: number): string => {
    if (handle === null) return '';
    return model.operand?.(step, index, writer, nameOf) ?? nameOf(handle.name);
  };
  for (const [i, { node, instruction }] of flat.steps.entries()) {
    const { opType, attributes, outputs: results } = instruction;
    const title = writer.fresh(model.nodeName(node, opType));
    const operands = withoutTrailing(instruction.inputs).map((handle, index) =>
      operandName(handle, i, index),
    );
    const hints = results.map(() => `${title}_output`);
    const made = writer.node(opType, operands, typed(attributes), hints, title);
    for (const [index, { name }] of results.entries()) names.set(name, made[index] as string);
  }
  for (const [i, { value, dtype, sizes }] of outputs.entries()) {
    writer.outputAs(nameOf(flat.nameOf(value)), outputNames[i] as string, dtype, sizes);
  }
  return writer.finish('torchpad');
}
