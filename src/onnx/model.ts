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

/** The operator set that every model names, and the oldest IR version that has it. */
export const opsetVersion = 21;
const irVersion = 10n;

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
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Where initializers go: `inside` the model's bytes, or `beside` it, each as external data with a
 * location of its own, which spares two copies and the 2 GB that a protobuf message may have. Small
 * ones are always inside.
 */
export type WeightPlace = 'inside' | 'beside';

export class ModelWriter {
  readonly #place: WeightPlace;
  /** Each name given, with the last number that was put behind it. */
  readonly #names = new Map<Name, number>();
  readonly #nodes: MessageInitShape<typeof NodeProtoSchema>[] = [];
  readonly #initializers: MessageInitShape<typeof TensorProtoSchema>[] = [];
  readonly #inputs: MessageInitShape<typeof ValueInfoProtoSchema>[] = [];
  readonly #outputs: MessageInitShape<typeof ValueInfoProtoSchema>[] = [];
  readonly #weights: Weight[] = [];

  constructor(place: WeightPlace) {
    this.#place = place;
  }

  get nodeCount(): number {
    return this.#nodes.length;
  }

  input(hint: string, dtype: DType, shape: readonly number[]): Name {
    const name = this.fresh(hint);
    this.#inputs.push(valueInfo(name, dtype, shape));
    return name;
  }

  /** Makes a value an output, under a name of its own: a value may be asked for twice. */
  output(value: Name, hint: string, dtype: DType, shape: readonly number[]): Name {
    const name = this.fresh(hint);
    this.#nodes.push({ opType: 'Identity', input: [value], output: [name] });
    this.#outputs.push(valueInfo(name, dtype, shape));
    return name;
  }

  initializer(hint: string, array: NdArray): Name {
    const name = this.fresh(hint);
    const bytes = rawBytes(array);
    const tensor = { name, dataType: onnxDtype[array.dtype], dims: array.shape.map(BigInt) };
    if (this.#place === 'inside' || bytes.byteLength < besideBytesMin) {
      this.#initializers.push({ ...tensor, rawData: bytes });
    } else {
      const location = `w${this.#weights.length}`;
      this.#weights.push({ location, bytes });
      this.#initializers.push({
        ...tensor,
        dataLocation: external,
        externalData: [
          { key: 'location', value: location },
          { key: 'offset', value: '0' },
          { key: 'length', value: String(bytes.byteLength) },
        ],
      });
    }
    return name;
  }

  /** Appends a node and returns its outputs' names; an input that is left out is the empty name. */
  node(
    opType: string,
    inputs: readonly Name[],
    attributes: Attributes,
    outputs: readonly string[],
  ): Name[] {
    const output = outputs.map((hint) => this.fresh(hint));
    this.#nodes.push({
      name: `${opType}_${this.#nodes.length}`,
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
      irVersion,
      producerName: 'torchpad',
      opsetImport: [{ domain: '', version: BigInt(opsetVersion) }],
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

// A page of small constants costs less inside than a location each.
const besideBytesMin = 4096;

// TensorProto.DataLocation.EXTERNAL
const external = 1;

function valueInfo(
  name: string,
  dtype: DType,
  shape: readonly number[],
): MessageInitShape<typeof ValueInfoProtoSchema> {
  const dim = shape.map((size) => ({
    value: { case: 'dimValue' as const, value: BigInt(size) },
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
