// Attention: https://pytorch.org/docs/stable/generated/torch.nn.functional.scaled_dot_product_attention.html

import { intValue, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import { scalarTypeName } from '../tensor/dtype.ts';
import { check, Unsupported } from '../tensor/errors.ts';
import { softmax } from './activation.ts';
import { add, mul } from './arithmetic.ts';
import { full } from './creation.ts';
import { defineOp } from './define.ts';
import { matmul } from './linear.ts';
import { logicalNot } from './logic.ts';
import { maskedFill } from './masked.ts';
import { tril } from './matrices.ts';
import { permute } from './shape.ts';

export const scaledDotProductAttention = defineOp(
  'scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *, float? scale=None, bool enable_gqa=False) -> Tensor',
  {
    as: ['functional'],
    since: '2.0',
    grad: 'UnsafeView',
    body: ({ query, key, value, attn_mask, dropout_p, is_causal, scale, enable_gqa }) => {
      if (dropout_p > 0) throw new Unsupported('scaled_dot_product_attention with dropout');
      if (enable_gqa) throw new Unsupported('scaled_dot_product_attention with enable_gqa');
      checkOperands(query, key, value);
      check(
        !(attn_mask && is_causal),
        () =>
          '_scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True',
      );
      const width = intValue(query.type.shape.at(-1) as Int);
      const factor = { kind: 'float', value: scale ?? 1 / Math.sqrt(width) } as const;
      const scores = matmul({ input: mul({ input: query, other: factor }), other: turned(key) });
      const mask = is_causal ? causalMask(query, key) : attn_mask;
      const weights = softmax({ input: mask ? masked(scores, mask) : scores, dim: -1 });
      return matmul({ input: weights, other: value });
    },
  },
);

/** As PyTorch 1.13 had it, with the weights beside the result; a mask of integers is added. */
export const scaledDotProductAttention113 = defineOp(
  '_scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool need_attn_weights=False, bool is_causal=False) -> Tensor, Tensor',
  {
    as: ['functional'],
    grad: 'UnsafeView',
    body: ({ query, key, value, attn_mask, dropout_p, is_causal }) => {
      if (dropout_p > 0) throw new Unsupported('_scaled_dot_product_attention with dropout');
      check(
        !(attn_mask && is_causal),
        () =>
          '_scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True',
      );
      const width = intValue(query.type.shape.at(-1) as Int);
      const factor = { kind: 'float', value: 1 / Math.sqrt(width) } as const;
      const scores = matmul({ input: mul({ input: query, other: factor }), other: turned(key) });
      const mask = is_causal ? causalMask(query, key) : attn_mask;
      const weights = softmax({ input: mask ? masked(scores, mask) : scores, dim: -1 });
      return [matmul({ input: weights, other: value }), weights];
    },
  },
);

function checkOperands(query: Value, key: Value, value: Value): void {
  const types = [query.type, key.type, value.type] as const;
  const [q, k, v] = types.map(({ dtype }) => scalarTypeName[dtype]) as [string, string, string];
  check(
    q === k && q === v,
    () =>
      `Expected query, key, and value to have the same dtype, but got query.dtype: ${q.toLowerCase()} key.dtype: ${k.toLowerCase()} and value.dtype: ${v.toLowerCase()} instead.`,
  );
  const ranks = types.map(({ shape }) => shape.length) as [number, number, number];
  check(
    ranks.every((rank) => rank >= 2),
    () =>
      `Expected query, key, and value to all be  at least 2 dimensional, but got query.dim: ${ranks[0]}, key.dim: ${ranks[1]} and value.dim: ${ranks[2]} instead.`,
  );
}

function turned(key: Value): Value {
  const rank = key.type.shape.length;
  const dims = Array.from({ length: rank }, (_, i) => i);
  [dims[rank - 1], dims[rank - 2]] = [rank - 2, rank - 1];
  return permute({ input: key, dims });
}

/** Each place sees itself and what came before. */
function causalMask(query: Value, key: Value): Value {
  const size = [query.type.shape.at(-2) as Int, key.type.shape.at(-2) as Int];
  return tril({ input: full({ size, fill_value: { kind: 'bool', value: 1 }, dtype: 'bool' }) });
}

/** A mask of bool says what counts, one of numbers is added. */
function masked(scores: Value, mask: Value): Value {
  if (mask.type.dtype !== 'bool') return add({ input: scores, other: mask });
  return maskedFill({
    input: scores,
    mask: logicalNot({ input: mask }),
    value: { kind: 'float', value: -Infinity },
  });
}
