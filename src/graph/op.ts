// What an operator is to the rest of the house, and what an engine is. The declarations are in
// ops/; nothing here knows Python, protobuf or a particular engine.

import type { DType } from '../tensor/dtype.ts';
import type { NdArray } from '../tensor/array.ts';
import type { Scalar } from '../tensor/promotion.ts';
import type { Dim } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import type { Value } from './graph.ts';

/** The types that a signature may name. A trailing `?` allows None, `[]` a list, `[2]` a pair. */
export type ArgumentType =
  | 'Tensor'
  | 'Tensor[]'
  /** A list of tensors or None, as in `x[:, index]`. */
  | 'Tensor?[]'
  /** A tensor or a number, as in `x + 2`: PyTorch's overloads add.Tensor and add.Scalar in one. */
  | 'Operand'
  | 'int'
  | 'int[]'
  /** Sizes of which None keeps what there is, as adaptive pools take them. */
  | 'int?[]'
  | 'SymInt'
  | 'SymInt[]'
  | 'float'
  | 'float[]'
  | 'bool'
  | 'bool[]'
  | 'str'
  | 'Scalar'
  | 'ScalarType';

export interface Parameter {
  readonly name: string;
  readonly type: ArgumentType;
  /** For lists: how many elements a single number stands for; 0 where any number may be given. */
  readonly length: number;
  readonly optional: boolean;
  readonly keywordOnly: boolean;
  readonly hasDefault: boolean;
  readonly default: ArgumentValue<never>;
}

export interface Signature {
  readonly name: string;
  readonly text: string;
  readonly parameters: readonly Parameter[];
  /** How many tensors it gives; -1 where that follows from the arguments (`Tensor[]`). */
  readonly outputs: number;
  /** Names of the outputs, where PyTorch gives a named tuple: `-> Tensor values, Tensor indices`. */
  readonly outputNames?: readonly string[];
}

/** A bound argument; T is what stands for a tensor in the place that looks at it. */
export type ArgumentValue<T> =
  | T
  | readonly T[]
  | number
  | readonly number[]
  | Dim
  | readonly Dim[]
  | boolean
  | readonly boolean[]
  | string
  | Scalar
  | readonly (T | null)[]
  | null;

export type Args<T> = Readonly<Record<string, ArgumentValue<T>>>;

/** Where PyTorch offers the operator. */
export type Variant =
  /** `torch.name` */
  | 'function'
  /** `Tensor.name` */
  | 'method'
  /** `Tensor.name_`, and `torch.name_` where 'function' stands too */
  | 'inplace'
  /** `torch.nn.functional.name` */
  | 'functional'
  /** `torch.special.name`, `torch.linalg.name`, `torch.fft.name` */
  | 'special'
  | 'linalg'
  | 'fft'
  /** `torch._VF.name`: what layers are made of */
  | 'private';

/** An operator, as declared in ops/. Rules throw TorchError for what PyTorch refuses. */
export interface Op {
  readonly name: string;
  readonly signature: Signature;
  readonly variants: readonly Variant[];
  /** The arguments whose numbers `infer` reads, in `numbers` of their types; usually none. */
  readonly needs: readonly string[];
  /** The arguments whose numbers `infer` checks where they are known already: indices. */
  readonly sees?: readonly string[];
  /** The arguments whose numbers may be refused: they are computed at the call, if there are few. */
  readonly refuses?: readonly string[];
  /** Other names with the same meaning: `absolute` for `abs`. */
  readonly aliases: readonly string[];
  /** PyTorch's first version that has it, where that is after 1.13. */
  readonly since: string | null;
  /** The types of the outputs. */
  readonly infer: (args: Args<TensorType>) => readonly TensorType[];
  /** The operator in terms of others; absent in primitives. */
  readonly body: ((args: Args<Value>) => readonly Value[]) | null;
  /** The definition on numbers: fills the outputs, which have their types and zeros. */
  readonly kernel: ((args: Args<NdArray>, outputs: readonly NdArray[]) => void) | null;
  /** The operator in ONNX, given its output types; null where ONNX Runtime cannot do it for these. */
  readonly lower:
    | ((
        onnx: OnnxBuilder,
        args: Args<OnnxValue>,
        outputs: readonly TensorType[],
      ) => readonly OnnxValue[] | null)
    | null;
  /** Floating point operations, for budgets. */
  readonly cost: (args: Args<TensorType>, outputs: readonly TensorType[]) => number;
  /** Whether it draws random numbers: never folded, never lowered. */
  readonly random: boolean;
  /** Whether its kernel, if it has one, knows complex numbers. */
  readonly complex?: boolean;
  /** What PyTorch calls the node in `grad_fn`, without `Backward0`; null where there is no gradient. */
  readonly gradName: string | null;
  /** The same where it depends on the arguments, or on whether PyTorch is older than 2.0. */
  readonly gradNameOf?: (args: Args<TensorType>, old: boolean) => string | null;
}

/** A tensor in an ONNX graph that is being built. */
export interface OnnxValue {
  readonly name: string;
  readonly type: TensorType;
}

export type OnnxAttribute = number | string | readonly number[] | { readonly float: number };

/** Builds an ONNX graph; onnx/ implements it. A plain number as attribute is an integer. */
export interface OnnxBuilder {
  /** Adds a node with one output of the given type. */
  add(
    opType: string,
    inputs: readonly (OnnxValue | null)[],
    attributes: Readonly<Record<string, OnnxAttribute>>,
    type: TensorType,
  ): OnnxValue;
  /** Adds a node with several outputs. */
  addMany(
    opType: string,
    inputs: readonly (OnnxValue | null)[],
    attributes: Readonly<Record<string, OnnxAttribute>>,
    types: readonly TensorType[],
  ): OnnxValue[];
  /** A 1-dimensional int64 constant: axes, shapes. */
  ints(values: readonly number[]): OnnxValue;
  /** A constant without dimensions. */
  scalar(value: number, dtype: DType): OnnxValue;
  constant(array: NdArray): OnnxValue;
  cast(value: OnnxValue, dtype: DType): OnnxValue;
}

export interface EvaluateOptions {
  readonly signal?: AbortSignal;
  readonly bytesMax?: number;
}

/** What an evaluation did. */
export interface EvaluateReport {
  /** `onnxruntime-node 1.30.0` or `bundled` */
  readonly engine: string;
  /** Operators that ran; constants and what was known before do not count. */
  readonly operators: number;
  readonly milliseconds: number;
  /** Operators that the chosen engine could not run and another one did, by name. */
  readonly elsewhere: readonly string[];
}

/** An engine: fills in `data` of the values. */
export interface Evaluator {
  evaluate(values: readonly Value[], options?: EvaluateOptions): Promise<EvaluateReport>;
}

/** An engine that can answer on the spot. */
export interface ImmediateEvaluator extends Evaluator {
  evaluateNow(values: readonly Value[], options?: EvaluateOptions): EvaluateReport;
}
