// Long graphs are evaluated in parts, with the same numbers and nothing kept of what nobody asked for.

import assert from 'node:assert/strict';
import { BundledEngine } from '../../src/engine/bundled.ts';
import { inChunks } from '../../src/engine/chunks.ts';
import { constant } from '../../src/graph/build.ts';
import { pendingNodes, type Value } from '../../src/graph/graph.ts';
import type { Evaluator } from '../../src/graph/op.ts';
import { add } from '../../src/ops/arithmetic.ts';

const bundled = new BundledEngine({ now: () => performance.now(), pause: () => Promise.resolve() });

/** The engine, noting how many nodes it was asked for each time. */
function watched(): { engine: Evaluator; nodes: number[] } {
  const nodes: number[] = [];
  const engine: Evaluator = {
    evaluate: (values, options) => {
      nodes.push(pendingNodes(values).length);
      return bundled.evaluate(values, options);
    },
  };
  return { engine, nodes };
}

function doubled(start: Value, times: number): Value[] {
  const chain = [start];
  for (let i = 0; i < times; i++) {
    const last = chain.at(-1) as Value;
    chain.push(add({ input: last, other: last }));
  }
  return chain;
}

describe('a graph in chunks', () => {
  const one = (): Value => constant({ dtype: 'float64', shape: [1], data: Float64Array.of(1) });

  it('has the numbers that it has at once', async () => {
    const { engine, nodes } = watched();
    const chain = doubled(one(), 25);
    const [early, last] = [chain[3] as Value, chain.at(-1) as Value];
    const report = await inChunks(engine, 10).evaluate([last, early]);
    assert.deepEqual([last.data?.data[0], early.data?.data[0]], [2 ** 25, 8]);
    assert.deepEqual(nodes, [10, 10, 5]);
    assert.equal(report.operators, 25);
  });

  it('keeps only what was asked for', async () => {
    const chain = doubled(one(), 25);
    await inChunks(bundled, 10).evaluate([chain.at(-1) as Value]);
    assert.deepEqual(
      chain.flatMap(({ data }, i) => (data === null ? [] : [i])),
      [0, 25],
    );
  });
});
