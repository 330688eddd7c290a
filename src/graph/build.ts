// The only way to make nodes: types are inferred as the graph grows, so that no node is untyped.

import { NamedInt } from '../base/origin.ts';
import type { NdArray } from '../tensor/array.ts';
import { Unsupported } from '../tensor/errors.ts';
import type { TensorType } from '../tensor/type.ts';
import { Value, type Node, type Origin } from './graph.ts';
import type { Args, ArgumentValue, Op, Signature } from './op.ts';

/** Applies an operator to bound arguments. Throws TorchError where PyTorch would refuse. */
export function apply(op: Op, args: Args<Value>, origin: Origin | null = null): readonly Value[] {
  const types = op.infer(typesOf(op, args));
  const outputs: Value[] = [];
  const node: Node = { op, args, inputs: valuesIn(args), outputs, origin };
  if (op.complex === false && (node.inputs.some(isComplex) || types.some(isComplexType))) {
    throw new Unsupported(`${op.name.split('.')[0] ?? ''} of complex numbers`);
  }
  for (const [index, type] of types.entries()) outputs.push(new Value(node, index, type));
  return outputs;
}

const isComplexType = ({ dtype }: TensorType): boolean => dtype.startsWith('complex');

const isComplex = ({ type }: Value): boolean => isComplexType(type);

/** The types of the arguments, with the numbers where the rule reads them and they are known. */
function typesOf(op: Op, args: Args<Value>): Args<TensorType> {
  const types = mapTensors(args, isValue, (value) => value.type);
  const read = [...op.needs, ...(op.sees ?? [])];
  if (read.length === 0) return types;
  const needed = Object.entries(args).filter(([name]) => read.includes(name));
  const known = mapTensors(Object.fromEntries(needed), isValue, ({ type, data }) =>
    data === null ? type : { ...type, numbers: data },
  );
  return { ...types, ...known };
}

/** An operator that computes nothing: what values stand for that no engine has to run. */
export function bareOp(signature: Signature): Op {
  return {
    name: signature.name,
    signature,
    variants: [],
    needs: [],
    aliases: [],
    since: null,
    infer: () => [],
    body: null,
    kernel: null,
    lower: null,
    cost: () => 0,
    random: false,
    gradName: null,
  };
}

function nullary(name: string): Signature {
  return { name, text: `${name}() -> Tensor`, parameters: [], outputs: 1 };
}

const constantOp = bareOp(nullary('constant'));

/** A value whose numbers are known. */
export function constant(array: NdArray): Value {
  const outputs: Value[] = [];
  const node: Node = { op: constantOp, args: {}, inputs: [], outputs, origin: null };
  const value = new Value(node, 0, { dtype: array.dtype, shape: array.shape });
  value.data = array;
  outputs.push(value);
  return value;
}

const opaqueOp = bareOp(nullary('unknown'));
const placeholderOp = bareOp(nullary('placeholder'));

/** A value that only has a type, for running a body to learn what it gives. */
export function placeholder(type: TensorType): Value {
  const node: Node = { op: placeholderOp, args: {}, inputs: [], outputs: [], origin: null };
  const value = new Value(node, 0, type);
  // What a rule may look at, the rules of the body may as well.
  value.data = type.numbers ?? null;
  return value;
}

/**
 * A value of which the type is known and the numbers never will be; `missing` names what is not
 * supported, where that is why.
 */
export function opaque(type: TensorType, missing: string | null = null): Value {
  const outputs: Value[] = [];
  const node: Node = { op: opaqueOp, args: { missing }, inputs: [], outputs, origin: null };
  const value = new Value(node, 0, type);
  outputs.push(value);
  return value;
}

/** Whether the node's numbers can never be known. */
export function isOpaque(node: Node): boolean {
  return node.op === opaqueOp;
}

/** What is not supported, so that an opaque node has no numbers. */
export function missingAt({ args }: Node): string | null {
  const { missing } = args;
  return typeof missing === 'string' ? missing : null;
}

/**
 * Lets go of what a computed value was made from, so that a long run's past can be freed. What made
 * it can still be told: the types of the arguments stay.
 */
export function forgetHistory(value: Value): void {
  const { node } = value;
  if (value.data === null || node.inputs.length === 0) return;
  const args = mapTensors(node.args, isValue, ({ type }) => opaque(type));
  value.node = { ...node, args, inputs: [], outputs: [value] };
}

export function isValue(argument: unknown): argument is Value {
  return argument instanceof Value;
}

/** The arguments with each tensor replaced; lists of tensors too. */
export function mapTensors<From, To>(
  args: Args<From>,
  isTensor: (argument: unknown) => argument is From,
  replace: (tensor: From) => To,
): Args<To> {
  const mapped: Record<string, ArgumentValue<To>> = {};
  for (const [name, argument] of Object.entries(args)) {
    if (isTensor(argument)) {
      mapped[name] = replace(argument);
    } else if (Array.isArray(argument)) {
      mapped[name] = argument.map((item: unknown) =>
        isTensor(item) ? replace(item) : item,
      ) as readonly To[];
    } else {
      mapped[name] = argument as ArgumentValue<To>;
    }
  }
  return mapped;
}

export function valuesIn(args: Args<Value>): Value[] {
  return Object.values(args).flatMap((argument) =>
    isValue(argument) ? [argument] : Array.isArray(argument) ? argument.filter(isValue) : [],
  );
}

/** A bound argument as a plain JavaScript value, for printing: dimensions lose their origin. */
export function plainArgument(argument: ArgumentValue<Value>): unknown {
  if (argument instanceof NamedInt) return argument.value;
  return Array.isArray(argument) ? argument.map((item) => plainArgument(item as Value)) : argument;
}
