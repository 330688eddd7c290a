// Composites give way to their bodies, where the engine does not take them as they are.

import assert from 'node:assert/strict';
import type { Node, Value } from '../../src/graph/graph.ts';
import { add, mul } from '../../src/ops/arithmetic.ts';
import { defineOp } from '../../src/ops/define.ts';
import { expand } from '../../src/passes/expand.ts';
import { floats } from '../engine/graphs.ts';

const twice = defineOp('test_twice(Tensor input) -> Tensor', {
  body: ({ input }) => add({ input, other: input }),
});
const same = defineOp('test_same(Tensor input) -> Tensor', { body: ({ input }) => input });
const both = defineOp('test_both(Tensor input) -> Tensor, Tensor', {
  body: ({ input }) => [twice({ input: same({ input }) }), input],
});

describe('expanding composites', () => {
  it('puts bodies in their place, each once', () => {
    const x = floats([1]);
    const shared = twice({ input: x });
    const y = mul({ input: shared, other: shared });
    const { nodes, resolve } = expand([y, shared], isPrimitive);
    assert.deepEqual(nodes.map(name), ['add', 'mul']);
    const product = resolve(y).node;
    assert.deepEqual(product.inputs, [resolve(shared), resolve(shared)]);
    assert.equal(shared.node.op.name, 'test_twice', 'the graph stays as it is');
  });

  it('follows bodies in bodies, and results that are arguments', () => {
    const x = floats([1]);
    const [doubled, unchanged] = both({ input: x }) as [Value, Value];
    const { nodes, resolve } = expand([doubled, unchanged], isPrimitive);
    assert.deepEqual(nodes.map(name), ['add']);
    assert.equal(resolve(unchanged), x);
    assert.deepEqual(resolve(doubled).node.inputs, [x, x]);
  });

  it('leaves what the engine takes, and what was not touched', () => {
    const y = mul({ input: twice({ input: floats([1]) }), other: floats([2]) });
    const { nodes, resolve } = expand([y], () => true);
    assert.deepEqual(nodes.map(name), ['test_twice', 'mul']);
    assert.equal(resolve(y), y);
  });

  it('does not compute again what is known', () => {
    const known = twice({ input: floats([1]) });
    known.data = { dtype: 'float32', shape: [1], data: Float32Array.of(2) };
    assert.deepEqual(expand([add({ input: known, other: known })], isPrimitive).nodes.map(name), [
      'add',
    ]);
  });

  it('takes chains of any length', () => {
    let chain = floats([1]);
    for (let i = 0; i < 20_000; i++) chain = twice({ input: chain });
    assert.equal(expand([chain], isPrimitive).nodes.length, 20_000);
  });
});

function isPrimitive({ op }: Node): boolean {
  return op.kernel !== null;
}

function name({ op }: Node): string {
  return op.name;
}
