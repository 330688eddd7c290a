// What is written for a graph: read back from the model's own bytes.

import assert from 'node:assert/strict';
import { fromBinary } from '@bufbuild/protobuf';
import { ModelProtoSchema, type GraphProto } from 'onnx-buf';
import { constant } from '../../src/graph/build.ts';
import { pendingNodes, type Value } from '../../src/graph/graph.ts';
import { Lowering, type LoweredGraph } from '../../src/onnx/lower.ts';
import { add } from '../../src/ops/arithmetic.ts';
import { relu } from '../../src/ops/activation.ts';
import { conv2d } from '../../src/ops/convolution.ts';
import { full } from '../../src/ops/creation.ts';
import { drawUniform, seededState } from '../../src/ops/random.ts';
import { exp } from '../../src/ops/unary.ts';

describe('a graph as an ONNX model', () => {
  it('names its operator set, its inputs and outputs with their types', () => {
    const x = zeros([2, 3]);
    const { model, graph } = read([exp({ input: add({ input: x, other: zeros([3]) }) })]);
    assert.deepEqual(
      model.opsetImport.map(({ domain, version }) => [domain, version]),
      [['', 21n]],
    );
    assert.deepEqual(
      graph.node.map(({ opType }) => opType),
      ['Add', 'Exp', 'Identity'],
    );
    assert.deepEqual(graph.input.map(dims), [[2, 3], [3]]);
    assert.deepEqual(graph.output.map(dims), [[2, 3]]);
  });

  it('has weights as initializers beside it, and what they work on as inputs', () => {
    const weight = zeros([8, 16, 3, 3]);
    const y = relu({ input: conv2d({ input: zeros([1, 16, 8, 8]), weight }) });
    const { graph, lowered } = read([y]);
    assert.deepEqual(graph.input.map(dims), [[1, 16, 8, 8]]);
    const [initializer] = graph.initializer;
    assert.deepEqual(initializer?.dims, [8n, 16n, 3n, 3n]);
    assert.equal(initializer?.dataLocation, 1);
    assert.deepEqual(
      lowered.model.weights.map(({ bytes }) => bytes.buffer),
      [weight.data?.data.buffer],
      'without a copy',
    );
  });

  it('takes a tensor that is more than a weight as an input', () => {
    const weight = zeros([8, 16, 1, 1]);
    const y = conv2d({ input: zeros([1, 16, 8, 8]), weight });
    const { graph } = read([y, exp({ input: weight })]);
    assert.equal(graph.input.length, 2);
    assert.equal(graph.initializer.length, 0);
  });

  it('does not let the runtime compute filled tensors ahead', () => {
    const x = full({ size: [100, 100], fill_value: { kind: 'float', value: 2 }, dtype: 'float32' });
    const { graph, lowered } = read([exp({ input: x })]);
    assert.equal(graph.input.length, 1);
    assert.deepEqual([...(lowered.inputs[0]?.array.data ?? [])], [2]);
  });

  it('has one constant for equal numbers, and one node for a value that is used twice', () => {
    const x = zeros([4]);
    const plus = (input: Value): Value => add({ input, other: { kind: 'float', value: 3 } });
    const once = plus(x);
    const { graph } = read([add({ input: once, other: plus(once) })]);
    assert.equal(graph.node.filter(({ opType }) => opType === 'Add').length, 3);
    assert.equal(graph.initializer.length, 1);
  });

  it('refuses draws, halves and empty tensors', () => {
    const lowering = new Lowering();
    const state = constant({ dtype: 'uint8', shape: [5056], data: seededState(0n) });
    const [draw] = drawUniform({ state, size: [4], from: 0, to: 1, dtype: 'float32' });
    assert.equal(lowering.canLower((draw as Value).node), false);
    const half = constant({ dtype: 'float16', shape: [1], data: Float32Array.of(1) });
    assert.equal(lowering.canLower(exp({ input: half }).node), false);
    assert.equal(lowering.canLower(exp({ input: zeros([0, 2]) }).node), false);
    assert.equal(lowering.canLower(exp({ input: zeros([1, 2]) }).node), true);
  });
});

function zeros(shape: readonly number[]): Value {
  const count = shape.reduce((a, b) => a * b, 1);
  return constant({ dtype: 'float32', shape, data: new Float32Array(count) });
}

function read(values: readonly Value[]): {
  model: ReturnType<typeof parse>;
  graph: GraphProto;
  lowered: LoweredGraph;
} {
  const lowering = new Lowering();
  const nodes = pendingNodes(values);
  for (const node of nodes) assert.ok(lowering.canLower(node), node.op.name);
  const lowered = lowering.write(nodes, values, 'specific');
  const model = parse(lowered.model.bytes);
  assert.ok(model.graph);
  return { model, graph: model.graph, lowered };
}

function parse(bytes: Uint8Array) {
  return fromBinary(ModelProtoSchema, bytes);
}

function dims({ type }: GraphProto['input'][number]): number[] {
  const tensor = type?.value;
  assert.ok(tensor?.case === 'tensorType');
  return (tensor.value.shape?.dim ?? []).map(({ value }) => Number(value.value));
}
