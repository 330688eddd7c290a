// Attention whose weights are dropped at random: what is dropped is drawn before the operator.

import type { Op } from '../graph/op.ts';
import {
  attentionWithDropout,
  scaledDotProductAttention,
  scaledDotProductAttention113,
  weightsShape,
} from '../ops/attention.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import type { Result } from '../python/evaluate/pending.ts';
import { native } from '../python/native.ts';
import type { NativeFunction } from '../python/values/callable.ts';
import { Tuple } from '../python/values/containers.ts';
import type { Dict, Value } from '../python/values/object.ts';
import { applyOp, result, type TensorArgs } from './apply.ts';
import { callBound } from './callBound.ts';
import { dropoutFactors, checkProbability } from './dropout.ts';
import { converting } from './converting.ts';
import { run } from './operatorFunctions.ts';
import { since } from './state.ts';
import type { TensorObject } from './tensor.ts';

const functions: Readonly<Record<string, Op>> = {
  scaled_dot_product_attention: scaledDotProductAttention.op,
  _scaled_dot_product_attention: scaledDotProductAttention113.op,
};

export const attentionFunctions: Record<string, NativeFunction> = Object.fromEntries(
  Object.entries(functions).map(([name, op]) => [name, attention(name, op)]),
);

function attention(name: string, op: Op): NativeFunction {
  return native(`${name}(*args, **kwargs)`, (vm: Interpreter, args: Value[], named: Dict) => {
    const keywords = named.values as Map<string, Value>;
    const call = { title: name, args, keywords, isMethod: false, old: !since(vm, 2, 0) };
    return callBound(vm, [op], call, (bound) => {
      if (Number(bound.args['dropout_p']) === 0) return run(vm, bound, false);
      return converting(vm, name, () => dropping(vm, bound.args, op.signature.outputs === 2));
    });
  });
}

/** As dropout of the weights draws it. */
function dropping(vm: Interpreter, args: TensorArgs, withWeights: boolean): Result {
  const { query, key, value, attn_mask, is_causal } = args as unknown as AttentionArgs;
  const p = Number(args['dropout_p']);
  checkProbability(p);
  const sharesHeads = args['enable_gqa'] === true;
  const shape = weightsShape(query.sizes, key.sizes, attn_mask?.sizes ?? null, sharesHeads);
  const results = applyOp(vm, attentionWithDropout.op, {
    query,
    key,
    value,
    kept: result(vm, dropoutFactors(vm, shape, p, query.dtype)),
    attn_mask,
    is_causal,
    scale: args['scale'] ?? null,
    enable_gqa: sharesHeads,
  });
  if (!Array.isArray(results)) return results;
  return withWeights ? new Tuple(results) : (results[0] as TensorObject);
}

interface AttentionArgs {
  readonly query: TensorObject;
  readonly key: TensorObject;
  readonly value: TensorObject;
  readonly attn_mask: TensorObject | null;
  readonly is_causal: boolean;
}
