// How methods and functions on tensors that are not plain operators are declared: by PyTorch's
// signature, with the arguments bound as PyTorch binds them.
//
//   tensorMethods({
//     'view(Tensor self, SymInt[] size)': (vm, { self, size }) => viewAs(vm, self, size),
//   });

import { native } from '../python/native.ts';
import { settle } from './pythonFunction.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import type { Result, Steps } from '../python/evaluate/pending.ts';
import type { NativeFunction } from '../python/values/callable.ts';
import { methodDescriptorType } from '../python/values/callable.ts';
import type { Dict, Value } from '../python/values/object.ts';
import { bareOp } from '../graph/build.ts';
import { parseSignature, type ArgsOf } from '../ops/signature.ts';
import type { Op } from '../graph/op.ts';
import { since } from './state.ts';
import { callBound } from './callBound.ts';
import { converting } from './converting.ts';
import { tensorType, type TensorObject } from './tensor.ts';

export type TorchBody<S extends string> = (
  vm: Interpreter,
  args: ArgsOf<`${S} -> Tensor`, TensorObject>,
) => Result | Steps;

/** Overloads are several signatures with one body; the body tells them apart by what is there. */
export function torchFunction<S extends string>(
  signatures: S | readonly S[],
  body: TorchBody<S>,
  isMethod = false,
): NativeFunction {
  const texts = typeof signatures === 'string' ? [signatures] : signatures;
  const ops = texts.map(signatureOnly);
  const { name } = (ops[0] as Op).signature;
  const run = settle(body as never);
  const made = native(`${name}(*args, **kwargs)`, (vm: Interpreter, args: Value[], named: Dict) => {
    const keywords = named.values as Map<string, Value>;
    const call = { title: name, args, keywords, isMethod, old: !since(vm, 2, 0) };
    return callBound(vm, ops, call, (bound) => converting(vm, name, () => run(vm, bound.args)));
  });
  if (isMethod) made.cls = methodDescriptorType;
  return made;
}

/**
 * Gives `torch.Tensor` methods, and returns the same as functions, for those that `torch` has too.
 * The first parameter is `self` in a method, `input` in a function.
 */
export function tensorMethods<const Table extends Record<string, unknown>>(
  table: {
    readonly [S in keyof Table & string]: TorchBody<S>;
  },
  aliases: Readonly<Record<string, readonly string[]>> = {},
): Record<string, NativeFunction> {
  const functions: Record<string, NativeFunction> = {};
  for (const [signature, given] of Object.entries(table)) {
    const names = aliases[signature.slice(0, signature.indexOf('('))] ?? [];
    Object.assign(functions, overloadedMethod([signature], given as TorchBody<string>, names));
  }
  return functions;
}

/** The same for one name with several signatures. */
export function overloadedMethod<S extends string>(
  signatures: readonly S[],
  body: TorchBody<S>,
  aliases: readonly string[] = [],
): Record<string, NativeFunction> {
  const functions: Record<string, NativeFunction> = {};
  const method = torchFunction(signatures, body, true);
  method.owner = tensorType;
  const asFunction = torchFunction(
    signatures.map((signature) => signature.replace('(Tensor self', '(Tensor input')),
    (vm, args: Record<string, unknown>) => body(vm, { ...args, self: args['input'] } as never),
  );
  for (const name of [method.name, ...aliases]) {
    tensorType.dict.setName(name, method);
    functions[name] = asFunction;
  }
  return functions;
}

/** The part of an operator that binding reads. */
function signatureOnly(text: string): Op {
  return bareOp(parseSignature(`${text} -> Tensor`));
}
