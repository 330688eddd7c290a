// How an operator is declared: its signature in PyTorch's words, and beside it all that the house
// needs of it. A composite has a `body` over other operators and gets the rest from that; it may
// override one aspect. A primitive has a shape rule and a kernel, and where ONNX has it, a lowering.
//
//   export const relu = defineOp('relu(Tensor input) -> Tensor', {
//     as: ['function', 'method', 'inplace', 'functional'],
//     shape: ({ input }) => input,
//     onnx: (g, { input }) => g.add('Relu', [input], {}, input.type),
//     kernel: ({ input }, out) => map(input, out, (x) => (x > 0 ? x : 0)),   // max(x, 0)
//   });
//
// What it gives builds graphs: `relu({ input })` is a value.

import { apply, placeholder } from '../graph/build.ts';
import type { Value } from '../graph/graph.ts';
import type { Args, OnnxBuilder, OnnxValue, Op, Signature, Variant } from '../graph/op.ts';
import type { NdArray } from '../tensor/array.ts';
import type { TensorType } from '../tensor/type.ts';
import { numel } from '../tensor/shape.ts';
import { knowsComplex } from './complexNumbers.ts';
import { parseSignature, type ArgsOf } from './signature.ts';

/** One result, or several where the signature says so. */
type Results<S extends string, T> = S extends `${string}-> Tensor` ? T : readonly T[];

export interface Declaration<S extends string> {
  /** Where PyTorch offers it; none for operators of our own that others are made of. */
  readonly as?: readonly Variant[];
  readonly aliases?: readonly string[];
  /** Arguments whose numbers the shape rule reads, in `numbers` of their types. */
  readonly needs?: readonly string[];
  /** Arguments whose numbers the rule checks, in `numbers` too, where they are known already. */
  readonly sees?: readonly string[];
  /** Those that it may refuse for their numbers, which are computed for that, if there are few. */
  readonly refuses?: readonly string[];
  readonly since?: string;
  readonly shape?: (args: ArgsOf<S, TensorType>) => Results<S, TensorType>;
  readonly body?: (args: ArgsOf<S, Value>) => Results<S, Value>;
  /** Fills the output, or each of them. Halves are rounded by whoever runs the kernel. */
  readonly kernel?: (args: ArgsOf<S, NdArray>, out: NdArray, outs: readonly NdArray[]) => void;
  /** Given the output's type, or each of them. */
  readonly onnx?: (
    onnx: OnnxBuilder,
    args: ArgsOf<S, OnnxValue>,
    out: TensorType,
    outs: readonly TensorType[],
  ) => Results<S, OnnxValue> | null;
  readonly cost?: (args: ArgsOf<S, TensorType>, out: TensorType) => number;
  readonly random?: boolean;
  /** The name in `grad_fn`; null where the result has no gradient. By default the op's own name. */
  readonly grad?: string | null | ((args: ArgsOf<S, TensorType>, old: boolean) => string | null);
}

/** Applies the operator to arguments; those with defaults may be left out. */
export type Apply<S extends string> = ((args: Partial<ArgsOf<S, Value>>) => Results<S, Value>) & {
  readonly op: Op;
};

const registry = new Map<string, Op>();

export function defineOp<const S extends string>(text: S, d: Declaration<S>): Apply<S> {
  const signature = parseSignature(text);
  const single = signature.outputs === 1;
  const many = <T>(results: Results<S, T>): readonly T[] =>
    single ? [results as T] : (results as readonly T[]);
  const { shape, body, kernel, onnx, cost } = d;
  if (!shape && !body) throw new Error(`${signature.name} has neither a shape rule nor a body`);
  if (!kernel && !body) throw new Error(`${signature.name} has neither a kernel nor a body`);
  const op: Op = {
    name: signature.name,
    signature,
    variants: d.as ?? [],
    aliases: d.aliases ?? [],
    needs: d.needs ?? [],
    sees: [...(d.sees ?? []), ...(d.refuses ?? [])],
    refuses: d.refuses ?? [],
    since: d.since ?? null,
    infer: shape
      ? (args) => many<TensorType>(shape(args as ArgsOf<S, TensorType>))
      : (args) => inferFromBody(op, args),
    body: body ? (args) => many<Value>(body(args as ArgsOf<S, Value>)) : null,
    kernel: kernel
      ? (args, outs) => {
          kernel(args as ArgsOf<S, NdArray>, outs[0] as NdArray, outs);
        }
      : null,
    lower: onnx
      ? (builder, args, outs) => {
          const out = outs[0] as TensorType;
          const results = onnx(builder, args as ArgsOf<S, OnnxValue>, out, outs);
          return results === null ? null : many<OnnxValue>(results);
        }
      : null,
    cost: cost
      ? (args, outs) => cost(args as ArgsOf<S, TensorType>, outs[0] as TensorType)
      : (_args, outs) => outs.reduce((n, out) => n + numel(out.shape), 0),
    random: d.random ?? false,
    complex: !kernel || knowsComplex.has(signature.name),
    gradName:
      d.grad === undefined || typeof d.grad === 'function' ? gradNameOf(signature.name) : d.grad,
    ...(typeof d.grad === 'function' && {
      gradNameOf: d.grad as (args: Args<TensorType>, old: boolean) => string | null,
    }),
  };
  if (registry.has(op.name)) throw new Error(`${op.name} is declared twice`);
  registry.set(op.name, op);
  const applyTo = (args: Partial<ArgsOf<S, Value>>): Results<S, Value> => {
    const values = apply(op, withDefaults(signature, args as Args<Value>));
    return (single ? values[0] : values) as Results<S, Value>;
  };
  return Object.assign(applyTo, { op });
}

/** The name in PyTorch: `max.dim` is an overload of `max`. */
export function publicName(name: string): string {
  return name.split('.')[0] as string;
}

/** The overloads that PyTorch has under a name, or an alias, in the order in which to try them. */
export function overloads(): ReadonlyMap<string, readonly Op[]> {
  // Asked at every call of an operator, while files that declare more may still load.
  if (named.of === registry.size) return named.overloads;
  named = { of: registry.size, overloads: overloadsNow() };
  return named.overloads;
}

let named: { readonly of: number; readonly overloads: ReadonlyMap<string, readonly Op[]> } = {
  of: 0,
  overloads: new Map(),
};

function overloadsNow(): ReadonlyMap<string, readonly Op[]> {
  const named = new Map<string, Op[]>();
  for (const op of registry.values()) {
    for (const name of [publicName(op.name), ...op.aliases]) {
      named.set(name, [...(named.get(name) ?? []), op]);
    }
  }
  return named;
}

/** All operators, by name; overloads are `max`, `max.dim`, `max.other`. */
export function operators(): ReadonlyMap<string, Op> {
  return registry;
}

/** `leaky_relu` → `LeakyRelu`, as autograd names its nodes. */
function gradNameOf(name: string): string {
  return publicName(name)
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

function withDefaults(signature: Signature, args: Args<Value>): Args<Value> {
  const full: Record<string, Args<Value>[string]> = {};
  for (const parameter of signature.parameters) {
    const given = args[parameter.name];
    if (given !== undefined) full[parameter.name] = given;
    else if (parameter.hasDefault) full[parameter.name] = parameter.default;
    else if (parameter.optional) full[parameter.name] = null;
    else throw new Error(`${signature.name} needs ${parameter.name}`);
  }
  return full;
}

/** Runs the body on values that have types only. */
function inferFromBody(op: Op, args: Args<TensorType>): readonly TensorType[] {
  const isType = (a: unknown): a is TensorType =>
    typeof a === 'object' && a !== null && 'dtype' in a && 'shape' in a;
  const values: Record<string, Args<Value>[string]> = {};
  for (const [name, arg] of Object.entries(args)) {
    values[name] = isType(arg)
      ? placeholder(arg)
      : ((Array.isArray(arg)
          ? arg.map((a: unknown) => (isType(a) ? placeholder(a) : a))
          : arg) as Args<Value>[string]);
  }
  return (op.body as NonNullable<Op['body']>)(values).map((value) => value.type);
}
