// Writes one ONNX model: nodes, initializers, inputs and outputs, each under a name of its own.
// Knows ONNX's messages and nothing of operators; `lower.ts` decides what is written.

import { create, toBinary } from '@bufbuild/protobuf';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { AttributeProto_AttributeType as AttributeType, ModelProtoSchema } from 'onnx-buf';
import type {
  AttributeProtoSchema,
  NodeProtoSchema,
  TensorProtoSchema,
  ValueInfoProtoSchema,
} from 'onnx-buf';
import type { NdArray } from '../tensor/array.ts';
import type { DType } from '../tensor/dtype.ts';
import { onnxDtype, rawBytes } from './dtype.ts';
import { newest, type OperatorSet } from './opset.ts';

/** An attribute's value with its type, since ONNX tells 1 from 1.0. */
export type AttributeValue =
  | { readonly int: number }
  | { readonly float: number }
  | { readonly string: string }
  | { readonly tensor: NdArray }
  | { readonly ints: readonly number[] }
  | { readonly floats: readonly number[] }
  | { readonly strings: readonly string[] };

export type Attributes = Readonly<Record<string, AttributeValue>>;

/** A name within the model under construction. */
export type Name = string;

export interface WrittenModel {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The initializers that the bytes only refer to, by their location. */
  readonly weights: readonly Weight[];
}

export interface Weight {
  readonly location: string;
  /** Where it begins there. */
  readonly offset: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Where initializers go: `inside` the model's bytes, or `beside` it, each as external data with a
 * location of its own, which spares two copies and the 2 GB that a protobuf message may have; or all
 * of them one after the other in a file of that name. Small ones are always inside.
 */
export type WeightPlace = 'inside' | 'beside' | { readonly file: string };

export class ModelWriter {
  readonly #place: WeightPlace;
  /** Each name given, with the last number that was put behind it. */
  readonly #names = new Map<Name, number>();
  readonly #nodes: MessageInitShape<typeof NodeProtoSchema>[] = [];
  readonly #initializers: MessageInitShape<typeof TensorProtoSchema>[] = [];
  readonly #inputs: MessageInitShape<typeof ValueInfoProtoSchema>[] = [];
  readonly #outputs: MessageInitShape<typeof ValueInfoProtoSchema>[] = [];
  readonly #weights: Weight[] = [];
  readonly #opset: OperatorSet;
  /** Where the next weight begins in the file of all. */
  #offset = 0;

  constructor(place: WeightPlace, opset = newest) {
    this.#place = place;
    this.#opset = opset;
  }

  get nodeCount(): number {
    return this.#nodes.length;
  }

  input(hint: string, dtype: DType, shape: Sizes): Name {
    const name = this.fresh(hint);
    this.#inputs.push(valueInfo(name, dtype, shape));
    return name;
  }

  /** Makes a value an output, under a name of its own: a value may be asked for twice. */
  output(value: Name, hint: string, dtype: DType, shape: Sizes): Name {
    const name = this.fresh(hint);
    this.outputAs(value, name, dtype, shape);
    return name;
  }

  /** The same under a name that was kept free for it. */
  outputAs(value: Name, name: Name, dtype: DType, shape: Sizes): void {
    const title = `${name}_Identity`;
    this.#nodes.push({ name: title, opType: 'Identity', input: [value], output: [name] });
    this.#outputs.push(valueInfo(name, dtype, shape));
  }

  initializer(hint: string, array: NdArray): Name {
    const name = this.fresh(hint);
    const bytes = rawBytes(array);
    const tensor = { name, dataType: onnxDtype[array.dtype], dims: array.shape.map(BigInt) };
    if (this.#place === 'inside' || bytes.byteLength < besideBytesMin) {
      this.#initializers.push({ ...tensor, rawData: bytes });
      return name;
    }
    const together = this.#place !== 'beside';
    const location = together ? this.#place.file : `w${this.#weights.length}`;
    const offset = together ? this.#offset : 0;
    this.#weights.push({ location, offset, bytes });
    // Pages begin at multiples of this everywhere, so that a weight can be mapped into memory.
    if (together) this.#offset = Math.ceil((offset + bytes.byteLength) / PAGE) * PAGE;
    const externalData = Object.entries({ location, offset, length: bytes.byteLength });
    this.#initializers.push({
      ...tensor,
      dataLocation: external,
      externalData: externalData.map(([key, value]) => ({ key, value: String(value) })),
    });
    return name;
  }

  /** Appends a node and returns its outputs' names; an input that is left out is the empty name. */
  node(
    opType: string,
    inputs: readonly Name[],
    attributes: Attributes,
    outputs: readonly string[],
    name = `${opType}_${this.#nodes.length}`,
  ): Name[] {
    const output = outputs.map((hint) => this.fresh(hint));
    this.#nodes.push({
      name,
      opType,
      input: [...inputs],
      output,
      attribute: Object.entries(attributes).map(([name, value]) => ({
        name,
        ...attributeInit(value),
      })),
    });
    return [...output];
  }

  finish(graphName: string): WrittenModel {
    const model = create(ModelProtoSchema, {
      irVersion: BigInt(this.#opset.irVersion),
      producerName: 'torchpad',
      opsetImport: [{ domain: '', version: BigInt(this.#opset.version) }],
      graph: {
        name: graphName,
        node: this.#nodes,
        initializer: this.#initializers,
        input: this.#inputs,
        output: this.#outputs,
      },
    });
    return { bytes: toBinary(ModelProtoSchema, model), weights: this.#weights };
  }

  /** A name like the hint that nothing in this model has yet. */
  fresh(hint: string): Name {
    let name = hint;
    let count = this.#names.get(hint) ?? 0;
    while (this.#names.has(name)) name = `${hint}_${++count}`;
    this.#names.set(hint, count);
    this.#names.set(name, 0);
    return name;
  }
}

/** A size is a name where the model takes any. */
export type Sizes = readonly (number | string)[];

// A page of small constants costs less inside than a location each.
const besideBytesMin = 4096;

const PAGE = 65536;

// TensorProto.DataLocation.EXTERNAL
const external = 1;

function valueInfo(
  name: string,
  dtype: DType,
  shape: Sizes,
): MessageInitShape<typeof ValueInfoProtoSchema> {
  const dim = shape.map((size) => ({
    value:
      typeof size === 'string'
        ? { case: 'dimParam' as const, value: size }
        : { case: 'dimValue' as const, value: BigInt(size) },
  }));
  const tensorType = { elemType: onnxDtype[dtype], shape: { dim } };
  return { name, type: { value: { case: 'tensorType', value: tensorType } } };
}

function attributeInit(value: AttributeValue): MessageInitShape<typeof AttributeProtoSchema> {
  const text = new TextEncoder();
  if ('int' in value) return { type: AttributeType.INT, i: BigInt(value.int) };
  if ('float' in value) return { type: AttributeType.FLOAT, f: value.float };
  if ('string' in value) return { type: AttributeType.STRING, s: text.encode(value.string) };
  if ('ints' in value) return { type: AttributeType.INTS, ints: value.ints.map(BigInt) };
  if ('floats' in value) return { type: AttributeType.FLOATS, floats: [...value.floats] };
  if ('strings' in value) {
    return { type: AttributeType.STRINGS, strings: value.strings.map((s) => text.encode(s)) };
  }
  const { tensor } = value;
  return {
    type: AttributeType.TENSOR,
    t: {
      dataType: onnxDtype[tensor.dtype],
      dims: tensor.shape.map(BigInt),
      rawData: rawBytes(tensor),
    },
  };
}
