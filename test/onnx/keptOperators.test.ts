// Every operator that was recorded from PyTorch, in a model that is kept: ONNX Runtime takes the older
// operator set's words for it, and gives PyTorch's numbers.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { rawBytes } from '../../src/onnx/dtype.ts';
import { apply } from '../../src/graph/build.ts';
import type { Value } from '../../src/graph/graph.ts';
import { writeKept, type KeptModel, type Port } from '../../src/onnx/kept.ts';
import { Lowering } from '../../src/onnx/lower.ts';
import { kept } from '../../src/onnx/opset.ts';
import { operators } from '../../src/ops/define.ts';
import '../../src/ops/index.ts';
import { expand } from '../../src/passes/expand.ts';
import { allocate, type NdArray } from '../../src/tensor/array.ts';
import { sizes } from '../../src/tensor/shape.ts';
import { makeEngines } from '../engine/host.ts';
import { boundArgs, compareArrays, expectedArray, recordedCases } from '../ops/recorded.ts';

const folder = new URL('../ops/recorded/', import.meta.url);
const families = readdirSync(folder).map((file) => file.replace('.json', ''));
const { host, stop } = makeEngines();

describe('operators in a model that is kept', function () {
  this.timeout(120_000);
  after(stop);
  let checked = 0;

  for (const family of families) {
    it(family, async () => {
      for (const each of recordedCases(family)) {
        const op = operators().get(each.op);
        if (each.error || !op) continue;
        const about = `${each.op} ${JSON.stringify(each.args).slice(0, 300)} ${JSON.stringify(each.kwargs)}`;
        const values = apply(op, boundArgs(op, each));
        const model = modelOf(values);
        if (!model) continue;
        checked++;
        const arrays = await runKept(model);
        for (const [i, expected] of (each.results ?? []).map(expectedArray).entries()) {
          compareArrays(arrays[i] as NdArray, expected, each.tolerance ?? null, about);
        }
      }
    });
  }

  it('are most of them', () => {
    assert.ok(checked > 1500, `${checked}`);
  });
});

/** The model, and each of its numbers an input, so that ONNX Runtime computes nothing beforehand. */
function modelOf(values: readonly Value[]): KeptModel | null {
  const lowering = new Lowering(kept);
  const { nodes, resolve } = expand(values, (node) => lowering.canLower(node));
  if (nodes.length === 0 || !nodes.every((node) => lowering.canLower(node))) return null;
  const inside = new Set(nodes);
  const given = new Set(
    nodes.flatMap(({ inputs }) => inputs).filter(({ node }) => !inside.has(node)),
  );
  const port = (value: Value, name: string): Port => {
    const { dtype, shape } = value.type;
    return { name, value, dtype, sizes: sizes(shape) };
  };
  return {
    flat: lowering.flat(nodes),
    inputs: [...given].map((value, i) => port(value, `input_${i}`)),
    outputs: values.map((value, i) => port(resolve(value), `output_${i}`)),
    weights: new Map(),
    nodeName: (_node, opType) => opType,
  };
}

async function runKept(model: KeptModel): Promise<NdArray[]> {
  const { bytes, weights } = writeKept(model, 'inside');
  assert.equal(weights.length, 0);
  const { outputs } = await host.run({
    model: bytes,
    weights: [],
    inputs: model.inputs.map(({ name, value, dtype }) => {
      const array = value.data as NdArray;
      return { name, dtype: dtype as 'float32', dims: array.shape, bytes: rawBytes(array) };
    }),
    outputs: model.outputs.map(({ name }) => name),
    threads: 1,
  });
  return outputs.map(({ dtype, dims, bytes: raw }) => {
    const Elements = allocate(dtype, 0).constructor as Float32ArrayConstructor;
    return { dtype, shape: dims, data: new Elements(raw.slice().buffer) };
  });
}
