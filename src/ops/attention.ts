// Attention: https://pytorch.org/docs/stable/generated/torch.nn.functional.scaled_dot_product_attention.html

import { intValue, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import { scalarTypeName } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { broadcast, type Shape } from '../tensor/shape.ts';
import { softmax } from './activation.ts';
import { add, mul } from './arithmetic.ts';
import { full } from './creation.ts';
import { defineOp } from './define.ts';
import { matmul } from './linear.ts';
import { logicalNot } from './logic.ts';
import { maskedFill } from './masked.ts';
import { tril } from './matrices.ts';
import { permute, repeatInterleave } from './shape.ts';

export const scaledDotProductAttention = defineOp(
  'scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *, float? scale=None, bool enable_gqa=False) -> Tensor',
  {
    as: ['functional'],
    since: '2.0',
    grad: 'UnsafeView',
    body: (args) => {
      checkOperands(args.query, args.key, args.value);
      return attend({ ...args, kept: null })[0];
    },
  },
);

/** As PyTorch 1.13 had it, with the weights beside the result; a mask of integers is added. */
export const scaledDotProductAttention113 = defineOp(
  '_scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool need_attn_weights=False, bool is_causal=False) -> Tensor, Tensor',
  {
    as: ['functional'],
    grad: 'UnsafeView',
    body: (args) => attend({ ...args, scale: null, enable_gqa: false, kept: null }),
  },
);

/** Attention of which weights are dropped: `kept` has what each is multiplied by. */
export const attentionWithDropout = defineOp(
  '_attention_with_dropout(Tensor query, Tensor key, Tensor value, Tensor kept, Tensor? attn_mask, bool is_causal, float? scale, bool enable_gqa) -> Tensor, Tensor',
  { as: [], grad: 'UnsafeView', body: (args) => attend(args) },
);

interface Attention {
  readonly query: Value;
  readonly key: Value;
  readonly value: Value;
  readonly attn_mask: Value | null;
  readonly is_causal: boolean;
  readonly scale: number | null;
  /** Whether several heads of the query share one of the key and value. */
  readonly enable_gqa: boolean;
  readonly kept: Value | null;
}

/** The result and the weights. */
function attend({ kept, ...given }: Attention): [Value, Value] {
  const { query, attn_mask, is_causal, scale } = given;
  check(
    !(attn_mask && is_causal),
    () => '_scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True',
  );
  const { key, value } = given.enable_gqa ? sharedHeads(given) : given;
  const width = intValue(query.type.shape.at(-1) as Int);
  const factor = { kind: 'float', value: scale ?? 1 / Math.sqrt(width) } as const;
  const scores = matmul({ input: mul({ input: query, other: factor }), other: turned(key) });
  const mask = is_causal ? causalMask(query, key) : attn_mask;
  const weights = softmax({ input: mask ? masked(scores, mask) : scores, dim: -1 });
  const dropped = kept ? mul({ input: weights, other: kept }) : weights;
  return [matmul({ input: dropped, other: value }), dropped];
}

/** Key and value with each head as often as heads of the query look at it. */
function sharedHeads({ query, key, value }: Omit<Attention, 'kept'>): { key: Value; value: Value } {
  const heads = ({ type }: Value): number => intValue(type.shape.at(-3) ?? 1);
  const [asked, ofKey, ofValue] = [heads(query), heads(key), heads(value)];
  check(
    asked % ofKey === 0 && asked % ofValue === 0,
    () => 'Number of heads in key and value must divide the number of heads in query',
  );
  const each = (input: Value, times: number): Value =>
    repeatInterleave({ input, repeats: times, dim: -3, output_size: null });
  return { key: each(key, asked / ofKey), value: each(value, asked / ofValue) };
}

/** The shape of the weights. */
export function weightsShape(
  query: Shape,
  key: Shape,
  mask: Shape | null,
  sharesHeads: boolean,
): Shape {
  const [rows, columns] = [query.at(-2), key.at(-2)] as [Int, Int];
  const own = query.slice(0, -2);
  const batch = sharesHeads ? own : broadcast(own, key.slice(0, -2));
  const shape = [...batch, rows, columns];
  return mask ? broadcast(shape, mask) : shape;
}

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
