// Embeddings whose rows are kept short: the rows that are looked up are scaled in place first.

import type { Op } from '../graph/op.ts';
import { embeddingBag, functionalEmbedding } from '../ops/embedding.ts';
import { call } from '../python/evaluate/call.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { steps, wait, type Result, type Steps } from '../python/evaluate/pending.ts';
import { native } from '../python/native.ts';
import type { NativeFunction } from '../python/values/callable.ts';
import type { Dict, Value } from '../python/values/object.ts';
import type { TensorArgs } from './apply.ts';
import { callBound } from './callBound.ts';
import { fromLibrary } from './library.ts';
import { run } from './operatorFunctions.ts';
import { since } from './state.ts';
import type { BoundCall } from './bind.ts';

export const embeddingFunctions: Record<string, NativeFunction> = {
  embedding: shortened('embedding', functionalEmbedding.op),
  embedding_bag: shortened('embedding_bag', embeddingBag.op),
};

function shortened(name: string, op: Op): NativeFunction {
  return native(`${name}(*args, **kwargs)`, (vm: Interpreter, args: Value[], named: Dict) => {
    const keywords = named.values as Map<string, Value>;
    const given = { title: name, args, keywords, isMethod: false, old: !since(vm, 2, 0) };
    return callBound(vm, [op], given, (bound): Result => {
      if ((bound.args['max_norm'] ?? null) === null) return run(vm, bound, false);
      return steps(shortenRows(vm, bound));
    });
  });
}

function* shortenRows(vm: Interpreter, bound: BoundCall): Steps {
  const args = bound.args as TensorArgs & Readonly<Record<string, Value>>;
  const shorten = fromLibrary(vm, 'torch', 'embedding_renorm_') ?? null;
  const { weight, input, max_norm, norm_type } = args as Readonly<Record<string, Value>>;
  yield* wait(
    call(vm, shorten, [weight ?? null, input ?? null, max_norm ?? null, norm_type ?? null]),
  );
  return yield* wait(run(vm, { ...bound, args: { ...bound.args, max_norm: null } }, false));
}
