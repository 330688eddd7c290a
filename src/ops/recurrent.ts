// Recurrent layers: one direction of one layer over a whole sequence, [time, batch, features]. What
// PyTorch offers is put together from these in torch/lib/nn/modules/rnn.py.
//
// https://pytorch.org/docs/stable/generated/torch.nn.LSTM.html
// https://onnx.ai/onnx/operators/onnx__LSTM.html

import { intValue, type Int } from '../base/origin.ts';
import type { OnnxBuilder, OnnxValue } from '../graph/op.ts';
import { multiply } from '../kernels/gemm.ts';
import { numberAt, store, type NdArray } from '../tensor/array.ts';
import type { TensorType } from '../tensor/type.ts';
import { defineOp } from './define.ts';

/** `mode` is RNN_TANH, RNN_RELU or GRU. Gives all hidden states, and the last. */
export const recurrentLayer = defineOp(
  'recurrent_layer(Tensor input, Tensor hx, Tensor weight_ih, Tensor weight_hh, Tensor? bias_ih, Tensor? bias_hh, Tensor? lengths, str mode, bool reverse=False) -> (Tensor, Tensor)',
  {
    as: ['private'],
    grad: 'Stack',
    shape: ({ input, hx }) => [sequenceOf(input, hx), hx],
    kernel: (args, _out, outs) => {
      const { hx, weight_hh, bias_hh, mode } = args;
      const [all, last] = outs as [NdArray, NdArray];
      const [batch = 0, hidden = 0] = hx.shape;
      const state = doubles(hx);
      const fromInput = projected(args.input, args.weight_ih, args.bias_ih);
      const weights = transposed(weight_hh);
      const activate = mode === 'RNN_RELU' ? (x: number) => Math.max(x, 0) : Math.tanh;
      overTime(args, (time, active) => {
        const fromState = affine(state, batch, weights, bias_hh);
        for (const n of active) {
          const row = { x: (time * batch + n) * fromState.width, s: n * fromState.width };
          for (let i = 0; i < hidden; i++) {
            const [x, s] = [row.x + i, row.s + i];
            const gates = { x: fromInput, s: fromState.data, hidden };
            const at = n * hidden + i;
            state[at] =
              mode === 'GRU'
                ? gated(gates, x, s, state[at] as number)
                : activate((fromInput[x] as number) + (fromState.data[s] as number));
          }
          keep(all, (time * batch + n) * hidden, state, n * hidden, hidden);
        }
      });
      keep(last, 0, state, 0, state.length);
    },
    onnx: (g, args, _out, outs) => {
      const { mode, reverse, weight_hh } = args;
      if (mode === 'RNN_RELU') return null;
      const [all, last] = outs as [TensorType, TensorType];
      const isGru = mode === 'GRU';
      // PyTorch orders a GRU's gates as reset, update, new; ONNX as update, reset, new.
      const operands = onnxOperands(g, args, isGru ? [1, 0, 2] : [0]);
      const results = g.addMany(
        isGru ? 'GRU' : 'RNN',
        operands,
        {
          hidden_size: intValue(weight_hh.type.shape[1] as Int),
          direction: reverse ? 'reverse' : 'forward',
          ...(isGru && { linear_before_reset: 1 }),
        },
        [withDirection(all, 1), withDirection(last, 0)],
      );
      return withoutDirection(g, results, [all, last]);
    },
    cost: ({ input, weight_ih, weight_hh }) => costOf(input, weight_ih, weight_hh),
  },
);

/** Gives all hidden states, the last, and the last cell state. */
export const lstmLayer = defineOp(
  'lstm_layer(Tensor input, Tensor hx, Tensor cx, Tensor weight_ih, Tensor weight_hh, Tensor? bias_ih, Tensor? bias_hh, Tensor? weight_hr, Tensor? lengths, bool reverse=False) -> (Tensor, Tensor, Tensor)',
  {
    as: ['private'],
    grad: 'Stack',
    shape: ({ input, hx, cx }) => [sequenceOf(input, hx), hx, cx],
    kernel: (args, _out, outs) => {
      const { hx, cx, weight_hh, weight_hr, bias_hh } = args;
      const [all, lastHidden, lastCell] = outs as [NdArray, NdArray, NdArray];
      const [batch = 0, width = 0] = hx.shape;
      const hidden = cx.shape[1] as number;
      const [state, cell] = [doubles(hx), doubles(cx)];
      const fromInput = projected(args.input, args.weight_ih, args.bias_ih);
      const weights = transposed(weight_hh);
      const projection = weight_hr ? transposed(weight_hr) : null;
      const raw = new Float64Array(batch * hidden);
      overTime(args, (time, active) => {
        const fromState = affine(state, batch, weights, bias_hh);
        for (const n of active) {
          const [x, s] = [(time * batch + n) * 4 * hidden, n * 4 * hidden];
          const gates = { x: fromInput, s: fromState.data, hidden };
          for (let i = 0; i < hidden; i++) remember(gates, x + i, s + i, cell, raw, n * hidden + i);
        }
        const output = projection ? affine(raw, batch, projection, null).data : raw;
        for (const n of active) {
          state.set(output.subarray(n * width, (n + 1) * width), n * width);
          keep(all, (time * batch + n) * width, state, n * width, width);
        }
      });
      keep(lastHidden, 0, state, 0, state.length);
      keep(lastCell, 0, cell, 0, cell.length);
    },
    onnx: (g, args, _out, outs) => {
      if (args.weight_hr) return null;
      const [all, lastHidden, lastCell] = outs as [TensorType, TensorType, TensorType];
      // PyTorch orders the gates as input, forget, cell, output; ONNX as input, output, forget, cell.
      const operands = onnxOperands(g, args, [0, 3, 1, 2]);
      const results = g.addMany(
        'LSTM',
        [...operands, unsqueezed(g, args.cx)],
        {
          hidden_size: intValue(args.weight_hh.type.shape[1] as Int),
          direction: args.reverse ? 'reverse' : 'forward',
        },
        [withDirection(all, 1), withDirection(lastHidden, 0), withDirection(lastCell, 0)],
      );
      return withoutDirection(g, results, [all, lastHidden, lastCell]);
    },
    cost: ({ input, weight_ih, weight_hh }) => costOf(input, weight_ih, weight_hh),
  },
);

function sequenceOf(input: TensorType, hx: TensorType): TensorType {
  const [time, batch] = input.shape as [Int, Int];
  return { dtype: input.dtype, shape: [time, batch, hx.shape[1] as Int] };
}

function costOf(input: TensorType, ...weights: readonly TensorType[]): number {
  const rows = intValue(input.shape[0] as Int) * intValue(input.shape[1] as Int);
  const products = weights.map(({ shape: [a, b] }) => intValue(a as Int) * intValue(b as Int));
  return 2 * rows * products.reduce((sum, product) => sum + product, 0);
}

/** What the gates get from the input and from the state; `hidden` apart, gate by gate. */
interface Gates {
  readonly x: Float64Array;
  readonly s: Float64Array;
  readonly hidden: number;
}

/** r = σ(x₀+s₀), z = σ(x₁+s₁), n = tanh(x₂ + r·s₂), h' = (1−z)·n + z·h */
function gated({ x: X, s: S, hidden }: Gates, x: number, s: number, state: number): number {
  const reset = sigmoid((X[x] as number) + (S[s] as number));
  const update = sigmoid((X[x + hidden] as number) + (S[s + hidden] as number));
  const inner = reset * (S[s + 2 * hidden] as number);
  const candidate = Math.tanh((X[x + 2 * hidden] as number) + inner);
  return (1 - update) * candidate + update * state;
}

/** i, f, o = σ(x+s), g = tanh(x+s), c' = f·c + i·g, h' = o·tanh(c') */
function remember(
  { x: X, s: S, hidden }: Gates,
  x: number,
  s: number,
  cell: Float64Array,
  raw: Float64Array,
  at: number,
): void {
  const sum = (gate: number): number =>
    (X[x + gate * hidden] as number) + (S[s + gate * hidden] as number);
  const kept = sigmoid(sum(1)) * (cell[at] as number);
  const next = kept + sigmoid(sum(0)) * Math.tanh(sum(2));
  cell[at] = next;
  raw[at] = sigmoid(sum(3)) * Math.tanh(next);
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

interface Sequence {
  readonly input: NdArray;
  readonly lengths: NdArray | null;
  readonly reverse: boolean;
}

/** Visits the steps in the direction's order, each with the sequences that reach that far. */
function overTime(
  { input, lengths, reverse }: Sequence,
  visit: (time: number, active: readonly number[]) => void,
): void {
  const [steps = 0, batch = 0] = input.shape;
  const rows = Array.from({ length: batch }, (_, n) => n);
  for (let i = 0; i < steps; i++) {
    const time = reverse ? steps - 1 - i : i;
    visit(time, lengths ? rows.filter((n) => numberAt(lengths, n) > time) : rows);
  }
}

/** A matrix with rows and columns exchanged, in double precision. */
interface Transposed {
  readonly data: Float64Array;
  readonly rows: number;
  readonly columns: number;
}

function transposed({ data, shape }: NdArray): Transposed {
  const [columns = 0, rows = 0] = shape;
  const to = new Float64Array(rows * columns);
  for (let c = 0; c < columns; c++) {
    for (let r = 0; r < rows; r++) to[r * columns + c] = data[c * rows + r] as number;
  }
  return { data: to, rows, columns };
}

/** `state · weights + bias` for each row. */
function affine(
  state: ArrayLike<number>,
  rows: number,
  weights: Transposed,
  bias: NdArray | null,
): { readonly data: Float64Array; readonly width: number } {
  const { columns } = weights;
  const data = new Float64Array(rows * columns);
  if (bias) for (let n = 0; n < rows; n++) data.set(doubles(bias), n * columns);
  multiply(state, 0, weights.data, 0, data, rows, weights.rows, columns);
  return { data, width: columns };
}

/** What the gates get from the input at all steps at once. */
function projected(input: NdArray, weight: NdArray, bias: NdArray | null): Float64Array {
  const [time = 0, batch = 0] = input.shape;
  return affine(input.data as Float64Array, time * batch, transposed(weight), bias).data;
}

function doubles(array: NdArray): Float64Array {
  return Float64Array.from(array.data as Float64Array);
}

function keep(to: NdArray, at: number, from: Float64Array, start: number, count: number): void {
  for (let i = 0; i < count; i++) store(to, at + i, from[start + i] as number);
}

interface OnnxLayer {
  readonly input: OnnxValue;
  readonly hx: OnnxValue;
  readonly weight_ih: OnnxValue;
  readonly weight_hh: OnnxValue;
  readonly bias_ih: OnnxValue | null;
  readonly bias_hh: OnnxValue | null;
  readonly lengths: OnnxValue | null;
}

/** X, W, R, B, sequence_lens and initial_h, with the gates in ONNX's order. */
function onnxOperands(
  g: OnnxBuilder,
  layer: OnnxLayer,
  order: readonly number[],
): (OnnxValue | null)[] {
  const { weight_hh, bias_ih, bias_hh, lengths } = layer;
  const hidden = intValue(weight_hh.type.shape[0] as Int) / order.length;
  const rows = order.flatMap((gate) => Array.from({ length: hidden }, (_, i) => gate * hidden + i));
  const isSame = order.every((gate, i) => gate === i);
  const inOrder = (value: OnnxValue): OnnxValue =>
    isSame ? value : g.add('Gather', [value, g.ints(rows)], { axis: 0 }, value.type);
  let bias: OnnxValue | null = null;
  if (bias_ih && bias_hh) {
    const { dtype } = bias_ih.type;
    const type = { dtype, shape: [2 * rows.length] };
    const both = g.add('Concat', [inOrder(bias_ih), inOrder(bias_hh)], { axis: 0 }, type);
    bias = unsqueezed(g, both);
  }
  return [
    layer.input,
    unsqueezed(g, inOrder(layer.weight_ih)),
    unsqueezed(g, inOrder(weight_hh)),
    bias,
    lengths && g.cast(lengths, 'int32'),
    unsqueezed(g, layer.hx),
  ];
}

function unsqueezed(g: OnnxBuilder, value: OnnxValue): OnnxValue {
  return g.add('Unsqueeze', [value, g.ints([0])], {}, withDirection(value.type, 0));
}

/** ONNX has a dimension of the directions. */
function withDirection({ dtype, shape }: TensorType, at: number): TensorType {
  return { dtype, shape: [...shape.slice(0, at), 1, ...shape.slice(at)] };
}

function withoutDirection(
  g: OnnxBuilder,
  results: readonly OnnxValue[],
  types: readonly TensorType[],
): readonly OnnxValue[] {
  return results.map((value, i) =>
    g.add('Squeeze', [value, g.ints([i === 0 ? 1 : 0])], {}, types[i] as TensorType),
  );
}
