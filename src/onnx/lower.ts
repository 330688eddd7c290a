// Writes a part of a graph as an ONNX model: asks each operator for its lowering, then puts the
// lowerings of the wanted nodes together. Knows nothing of where a model runs.

import { isValue, mapTensors } from '../graph/build.ts';
import type { Node, Value } from '../graph/graph.ts';
import type { OnnxAttribute, OnnxBuilder, OnnxValue, Op } from '../graph/op.ts';
import { store, zeros, type NdArray } from '../tensor/array.ts';
import type { DType } from '../tensor/dtype.ts';
import { numel, sizes } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { onnxDtype } from './dtype.ts';
import { ModelWriter, type Attributes, type WrittenModel } from './model.ts';
import { asKept, kept, newest, type OperatorSet } from './opset.ts';
import { keptLowerings } from './keptLowerings.ts';
import { changingNames, weightNames } from './weights.ts';

/** A node of ONNX that is not in a model yet. */
export interface Instruction {
  readonly opType: string;
  readonly inputs: readonly (OnnxValue | null)[];
  readonly attributes: Readonly<Record<string, OnnxAttribute>>;
  readonly outputs: readonly OnnxValue[];
}

interface Fragment {
  readonly instructions: readonly Instruction[];
  readonly outputs: readonly OnnxValue[];
}

/** A model with the values that its inputs and outputs stand for. */
export interface LoweredGraph {
  readonly model: WrittenModel;
  readonly inputs: readonly { readonly name: string; readonly array: NdArray }[];
  readonly outputs: readonly { readonly name: string; readonly value: Value }[];
}

/**
 * - `specific`: weights are initializers beside it: the fastest to run, once it is loaded;
 * - `general`: all numbers that may be others the next time are inputs: one loaded model for all the
 *   runs of a loop.
 */
export type ModelForm = 'specific' | 'general';

/** Instructions one after the other, with what their operands' names stand for. */
export interface Flat {
  readonly steps: readonly { readonly node: Node; readonly instruction: Instruction }[];
  nameOf(value: Value): string;
  constant(name: string): NdArray | undefined;
}

/** What ONNX Runtime's CPU kernels take; halves and complex numbers they mostly do not. */
const SUPPORTED: ReadonlySet<DType> = new Set<DType>([
  'bool',
  'uint8',
  'int8',
  'int16',
  'int32',
  'int64',
  'float32',
  'float64',
]);

/** The lowerings of the nodes of one graph, each made once. */
export class Lowering {
  readonly #fragments = new Map<Node, Fragment | null>();
  readonly #handles = new Map<Value, OnnxValue>();
  readonly #constants = new Map<string, NdArray>();
  readonly #opset: OperatorSet;
  #names = 0;

  constructor(opset = newest) {
    this.#opset = opset;
  }

  /** Whether ONNX has the node; its inputs have to be asked before it. */
  canLower(node: Node): boolean {
    return this.#fragment(node) !== null;
  }

  /** Whether ONNX Runtime has kernels for tensors like the node's at all. */
  takesTypes({ inputs, outputs }: Node): boolean {
    return [...inputs, ...outputs].every(({ type }) => takes(type));
  }

  /** A model of the nodes, which come inputs first and can all be lowered. */
  write(nodes: readonly Node[], outputs: readonly Value[], form: ModelForm): LoweredGraph {
    const fragments = nodes.map((node) => this.#fragment(node) as Fragment);
    const instructions = fragments.flatMap((fragment) => fragment.instructions);
    const weights = form === 'general' ? new Set<string>() : weightNames(instructions);
    const fed = form === 'general' ? changingNames(instructions) : spreadConstants(instructions);
    const writer = new ModelWriter('beside');
    const names = new Map<string, string>();
    const inputs: { name: string; array: NdArray }[] = [];
    const feed = (array: NdArray): string => {
      const name = writer.input('input', array.dtype, array.shape);
      inputs.push({ name, array });
      return name;
    };
    const inside = new Set(nodes);
    for (const value of nodes.flatMap((node) => node.inputs)) {
      const handle = this.#handle(value);
      if (inside.has(value.node) || names.has(handle.name)) continue;
      const { data } = value;
      if (data === null) throw new Error(`an input of ${value.node.op.name} is not computed yet`);
      const asWeight = weights.has(handle.name);
      names.set(handle.name, asWeight ? writer.initializer('weight', data) : feed(data));
    }
    const nameOf = (handle: OnnxValue | null): string => {
      if (handle === null) return '';
      const known = names.get(handle.name);
      if (known !== undefined) return known;
      const array = this.#constants.get(handle.name);
      if (!array) throw new Error(`nothing makes ${handle.name}`);
      const name = fed.has(handle.name) ? feed(array) : writer.initializer('constant', array);
      names.set(handle.name, name);
      return name;
    };
    for (const { opType, inputs: operands, attributes, outputs: results } of instructions) {
      const hint = opType.toLowerCase();
      const made = writer.node(
        opType,
        withoutTrailing(operands).map(nameOf),
        typed(attributes),
        results.map(() => hint),
      );
      for (const [i, result] of results.entries()) names.set(result.name, made[i] as string);
    }
    const named = outputs.map((value) => {
      const { dtype, shape } = value.type;
      const source = nameOf(this.#handle(value));
      return { name: writer.output(source, 'output', dtype, sizes(shape)), value };
    });
    return { model: writer.finish('torchpad'), inputs, outputs: named };
  }

  /** The instructions of the nodes, which come inputs first and can all be lowered. */
  flat(nodes: readonly Node[]): Flat {
    const fragments = nodes.map((node) => ({ node, ...(this.#fragment(node) as Fragment) }));
    return {
      steps: fragments.flatMap(({ node, instructions }) =>
        instructions.map((instruction) => ({ node, instruction })),
      ),
      nameOf: (value) => this.#handle(value).name,
      constant: (name) => this.#constants.get(name),
    };
  }

  #fragment(node: Node): Fragment | null {
    const known = this.#fragments.get(node);
    if (known !== undefined) return known;
    const fragment = this.#lower(node);
    this.#fragments.set(node, fragment);
    for (const [i, output] of node.outputs.entries()) {
      const handle = fragment?.outputs[i];
      if (handle) this.#handles.set(output, handle);
    }
    return fragment;
  }

  #lower(node: Node): Fragment | null {
    const { op, args, outputs } = node;
    const lowerings = [op.lower, this.#opset === kept ? keptLowerings.get(op.name) : null];
    if (op.random || !this.takesTypes(node)) return null;
    for (const lower of lowerings) {
      const fragment = lower ? this.#lowerBy(lower, args, outputs) : null;
      if (fragment) return fragment;
    }
    return null;
  }

  #lowerBy(
    lower: NonNullable<Op['lower']>,
    args: Node['args'],
    outputs: Node['outputs'],
  ): Fragment | null {
    const types = outputs.map(({ type }) => type);
    const instructions: Instruction[] = [];
    let refused = false;
    const emit = (written: Instruction): void => {
      const instruction =
        this.#opset === kept
          ? asKept(written, (name) => this.#constants.get(name), this.#builder(emit))
          : written;
      if (instruction) instructions.push(instruction);
      refused ||= !instruction?.outputs.every(({ type }) => takes(type));
    };
    const handles = mapTensors(args, isValue, (value) => this.#handle(value));
    const results = lower(this.#builder(emit), handles, types);
    return results === null || refused ? null : { instructions, outputs: results };
  }

  #builder(emit: (instruction: Instruction) => void): OnnxBuilder {
    const addMany: OnnxBuilder['addMany'] = (opType, inputs, attributes, types) => {
      const outputs = types.map((type) => this.#fresh(type));
      emit({ opType, inputs, attributes, outputs });
      return outputs;
    };
    const add: OnnxBuilder['add'] = (opType, inputs, attributes, type) =>
      addMany(opType, inputs, attributes, [type])[0] as OnnxValue;
    return {
      add,
      addMany,
      constant: (array) => this.#constant(array),
      ints: (values) =>
        this.#constant({
          dtype: 'int64',
          shape: [values.length],
          data: BigInt64Array.from(values, BigInt),
        }),
      scalar: (value, dtype) => {
        const array = zeros(dtype, []);
        store(array, 0, value);
        return this.#constant(array);
      },
      cast: (value, dtype) =>
        value.type.dtype === dtype
          ? value
          : add('Cast', [value], { to: onnxDtype[dtype] }, { ...value.type, dtype }),
    };
  }

  #handle(value: Value): OnnxValue {
    let handle = this.#handles.get(value);
    if (!handle) this.#handles.set(value, (handle = this.#fresh(value.type)));
    return handle;
  }

  #fresh({ dtype, shape }: TensorType): OnnxValue {
    return { name: `${this.#names++}`, type: { dtype, shape } };
  }

  /** Small constants with equal bits are one. */
  #constant(array: NdArray): OnnxValue {
    const { dtype, shape, data } = array;
    const bits =
      data.byteLength > SHARED_BYTES_MAX
        ? `${this.#names++}`
        : new Uint8Array(data.buffer, data.byteOffset, data.byteLength).join();
    const name = `${dtype}[${shape.join()}]${bits}`;
    this.#constants.set(name, array);
    return { name, type: { dtype, shape } };
  }
}

const SHARED_BYTES_MAX = 128;

/** Tensors without elements are refused too: not every kernel of ONNX Runtime takes them. */
function takes({ dtype, shape }: TensorType): boolean {
  return SUPPORTED.has(dtype) && numel(shape) > 0;
}

/** Operands that are left out at the end are left off: ONNX Runtime's layer norm dies of an empty name. */
export function withoutTrailing<T>(operands: readonly (T | null)[]): readonly (T | null)[] {
  return operands.slice(0, operands.findLastIndex((operand) => operand !== null) + 1);
}

/**
 * Constants that fill big tensors, as `torch.ones(1, 3, 224, 224)`. They are inputs: what hangs on
 * constants alone is computed by ONNX Runtime while it loads the model, and on one thread.
 */
function spreadConstants(instructions: readonly Instruction[]): ReadonlySet<string> {
  const big = instructions.filter(
    ({ opType, outputs: [out] }) => opType === 'Expand' && out && numel(out.type.shape) > 4096,
  );
  return new Set(big.flatMap(({ inputs }) => inputs[0]?.name ?? []));
}

export function typed(attributes: Instruction['attributes']): Attributes {
  const result: Record<string, Attributes[string]> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'number') result[name] = { int: value };
    else if (typeof value === 'string') result[name] = { string: value };
    else if ('float' in value) result[name] = value;
    else result[name] = { ints: value };
  }
  return result;
}
