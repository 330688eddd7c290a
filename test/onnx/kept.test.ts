// Models that are kept: read back from their own bytes.

import assert from 'node:assert/strict';
import { fromBinary } from '@bufbuild/protobuf';
import { ModelProtoSchema, type GraphProto } from 'onnx-buf';
import { constant } from '../../src/graph/build.ts';
import { pendingNodes, type Value } from '../../src/graph/graph.ts';
import { writeKept } from '../../src/onnx/kept.ts';
import { Lowering } from '../../src/onnx/lower.ts';
import type { WeightPlace, WrittenModel } from '../../src/onnx/model.ts';
import { kept } from '../../src/onnx/opset.ts';
import { gelu } from '../../src/ops/activation.ts';
import { conv2d } from '../../src/ops/convolution.ts';
import { mean } from '../../src/ops/reduction.ts';

describe('a model that is kept', () => {
  const x = zeros([1, 16, 8, 8]);
  const weight = zeros([32, 16, 3, 3]);
  const bias = zeros([32]);
  const y = mean({ input: conv2d({ input: x, weight, bias }), dim: [1] });

  it('names what comes in, what goes out and its weights, in the older operator set', () => {
    const { model, graph } = read(write(y, 'inside'));
    assert.equal(model.irVersion, 8n);
    assert.deepEqual(
      model.opsetImport.map(({ version }) => version),
      [17n],
    );
    assert.deepEqual(
      [graph.input, graph.output, graph.initializer].map((list) => list.map(({ name }) => name)),
      [['image'], ['logits'], ['conv.weight', 'conv.bias']],
    );
    assert.deepEqual(
      graph.node.map(({ name, opType, input }) => [name, opType, input.length]),
      [
        ['/Conv', 'Conv', 3],
        ['/ReduceMean', 'ReduceMean', 1],
        ['logits_Identity', 'Identity', 1],
      ],
    );
    const type = graph.input[0]?.type?.value;
    assert.ok(type?.case === 'tensorType');
    assert.deepEqual(
      type.value.shape?.dim.map(({ value }) => value.value),
      ['batch', 16n, 8n, 8n],
    );
  });

  it('has large weights in one file, each where a page begins', () => {
    const written = write(y, { file: 'model.data' });
    const { graph } = read(written);
    assert.deepEqual(
      written.weights.map(({ location, offset }) => [location, offset]),
      [['model.data', 0]],
    );
    assert.deepEqual(
      graph.initializer.map(({ externalData }) => externalData.map(({ value }) => value)),
      [['model.data', '0', String(32 * 16 * 9 * 4)], []],
      'what is small stays inside',
    );
  });

  it('says in older words, or not at all, what came to ONNX later', () => {
    const lowering = new Lowering(kept);
    const { node } = gelu({ input: x });
    assert.ok(lowering.canLower(node));
    assert.deepEqual(
      lowering.flat([node]).steps.map(({ instruction }) => instruction.opType),
      ['Mul', 'Erf', 'Mul', 'Add', 'Mul'],
    );
  });

  function write(value: Value, place: WeightPlace): WrittenModel {
    const lowering = new Lowering(kept);
    const nodes = pendingNodes([value]);
    for (const node of nodes) assert.ok(lowering.canLower(node), node.op.name);
    const array = (each: Value) => ({ array: each.data as NonNullable<typeof each.data> });
    return writeKept(
      {
        flat: lowering.flat(nodes),
        inputs: [{ name: 'image', value: x, dtype: 'float32', sizes: ['batch', 16, 8, 8] }],
        outputs: [{ name: 'logits', value, dtype: 'float32', sizes: [1, 6, 6] }],
        weights: new Map([
          [weight, { name: 'conv.weight', ...array(weight) }],
          [bias, { name: 'conv.bias', ...array(bias) }],
        ]),
        nodeName: (_node, opType) => `/${opType}`,
      },
      place,
    );
  }
});

function zeros(shape: readonly number[]): Value {
  const count = shape.reduce((a, b) => a * b, 1);
  return constant({ dtype: 'float32', shape, data: new Float32Array(count) });
}

function read({ bytes }: WrittenModel): {
  model: ReturnType<typeof parse>;
  graph: GraphProto;
} {
  const model = parse(bytes);
  assert.ok(model.graph);
  return { model, graph: model.graph };
}

function parse(bytes: Uint8Array) {
  return fromBinary(ModelProtoSchema, bytes);
}
