// The engine that runs everywhere: what it keeps, what it refuses, and that others get their turn.

import assert from 'node:assert/strict';
import { BundledEngine } from '../../src/engine/bundled.ts';
import { constant } from '../../src/graph/build.ts';
import type { Value } from '../../src/graph/graph.ts';
import { add, mul } from '../../src/ops/arithmetic.ts';
import { full } from '../../src/ops/creation.ts';
import { drawUniform, seededState } from '../../src/ops/random.ts';
import { exp } from '../../src/ops/unary.ts';
import { floats, numbers } from './graphs.ts';

const engine = new BundledEngine({
  now: () => performance.now(),
  pause: () => new Promise((resolve) => setImmediate(resolve)),
});

describe('the bundled engine', () => {
  it('computes on the spot, keeps what was asked for, and counts operators', () => {
    const x = floats([1, 2, 3]);
    const between = mul({ input: x, other: x });
    const sum = add({ input: between, other: x });
    const report = engine.evaluateNow([sum]);
    assert.deepEqual(numbers(sum), [2, 6, 12]);
    assert.equal(between.data, null);
    assert.equal(report.operators, 2);
    assert.equal(report.engine, 'bundled');
    assert.equal(engine.evaluateNow([sum]).operators, 0, 'what is known is not computed again');
  });

  it('keeps draws, so that a second look gives the same numbers', () => {
    const state = constant({ dtype: 'uint8', shape: [5056], data: seededState(0n) });
    const [drawn] = drawUniform({ state, size: [4], from: 0, to: 1, dtype: 'float32' });
    const twice = add({ input: drawn as Value, other: drawn as Value });
    engine.evaluateNow([twice]);
    assert.ok(drawn?.data);
    assert.deepEqual(
      numbers(twice),
      numbers(drawn).map((x) => 2 * x),
    );
  });

  it('rounds halves after each operator', () => {
    const half = (value: number): Value =>
      constant({ dtype: 'float16', shape: [1], data: Float32Array.of(value) });
    const sum = add({ input: add({ input: half(2048), other: half(1) }), other: half(1) });
    engine.evaluateNow([sum]);
    assert.deepEqual(numbers(sum), [2048]);
  });

  it('refuses in PyTorch’s words what no machine has, and stops at the bytes of a run', () => {
    const huge = full({
      size: [10 ** 12],
      fill_value: { kind: 'float', value: 0 },
      dtype: 'float32',
    });
    assert.throws(() => engine.evaluateNow([huge]), {
      name: 'RuntimeError',
      message: /DefaultCPUAllocator: can't allocate memory: you tried to allocate 4000000000000 /,
    });
    const x = floats(new Array<number>(1000).fill(1));
    const held = Array.from({ length: 10 }, () => exp({ input: x }));
    assert.throws(() => engine.evaluateNow(held, { bytesMax: 20_000 }), { kind: 'limit' });
    const small = new BundledEngine({
      now: () => 0,
      pause: () => Promise.resolve(),
      bytesMax: 20_000,
    });
    assert.throws(() => small.evaluateNow(Array.from({ length: 10 }, () => exp({ input: x }))), {
      kind: 'limit',
    });
    let chain = x;
    for (let i = 0; i < 50; i++) chain = exp({ input: mul({ input: chain, other: x }) });
    engine.evaluateNow([chain], { bytesMax: 20_000 });
  });

  it('computes chains that are longer than a stack is deep', () => {
    let chain = floats([0]);
    const one = floats([1]);
    for (let i = 0; i < 30_000; i++) chain = add({ input: chain, other: one });
    engine.evaluateNow([chain]);
    assert.deepEqual(numbers(chain), [30_000]);
  });

  it('gives the event loop back and stops at the signal', async () => {
    let chain = floats(new Array<number>(20_000).fill(0.5));
    for (let i = 0; i < 2000; i++) chain = exp({ input: chain });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 40);
    await assert.rejects(engine.evaluate([chain], { signal: controller.signal }));
    assert.equal(chain.data, null);
  });
});
