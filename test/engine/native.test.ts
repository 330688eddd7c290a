// The native engine on graphs: what runs where, that a wrong result cannot pass for a right one, and
// that the death of its process costs a run at most.

import assert from 'node:assert/strict';
import { EngineFailure } from '../../src/engine/failure.ts';
import { encodeFrame, type FromHost, type Port } from '../../src/engine/protocol.ts';
import { selectEngine } from '../../src/engine/select.ts';
import { constant } from '../../src/graph/build.ts';
import type { Value } from '../../src/graph/graph.ts';
import type { OnnxBuilder, OnnxValue } from '../../src/graph/op.ts';
import { add, mul } from '../../src/ops/arithmetic.ts';
import { matmul } from '../../src/ops/linear.ts';
import { defineOp } from '../../src/ops/define.ts';
import { drawUniform, seededState } from '../../src/ops/random.ts';
import { sum as sumOf } from '../../src/ops/reduction.ts';
import { exp } from '../../src/ops/unary.ts';
import type { NdArray } from '../../src/tensor/array.ts';
import type { TensorType } from '../../src/tensor/type.ts';
import { floats, numbers } from './graphs.ts';
import { connectHost, killableHost, makeEngines } from './host.ts';

type OneInput<T> = { input: T };

/** Doubles its input, with what a test wants to be wrong about it. */
function doubling(
  name: string,
  wrong: { lower?: string; kernelFactor?: number; shape?: (type: TensorType) => TensorType },
): (input: Value) => Value {
  const op = defineOp(`${name}(Tensor input) -> Tensor` as 'doubling(Tensor input) -> Tensor', {
    shape: ({ input }: OneInput<TensorType>) => wrong.shape?.(input) ?? input,
    onnx: (g: OnnxBuilder, { input }: OneInput<OnnxValue>) =>
      wrong.kernelFactor === undefined
        ? g.add(wrong.lower ?? 'Add', [input, input], {}, input.type)
        : null,
    kernel: ({ input }: OneInput<NdArray>, out: NdArray) => {
      for (let i = 0; i < out.data.length; i++) {
        out.data[i] = Number(input.data[i]) * (wrong.kernelFactor ?? 2);
      }
    },
  });
  return (input) => op({ input });
}

const doubled = doubling('test_double', {});
const doubledElsewhere = doubling('test_double_elsewhere', { kernelFactor: 2 });
const quadrupled = defineOp('test_quadruple(Tensor input) -> Tensor', {
  body: ({ input }) => doubledElsewhere(doubled(input)),
});

describe('the native engine', function () {
  this.timeout(30_000);
  const { native, bundled, stop } = makeEngines();
  after(stop);

  it('computes a graph in one model and says which runtime it was', async () => {
    const x = floats([1, 2, 3]);
    const between = mul({ input: x, other: x });
    const sum = add({ input: between, other: x });
    const report = await native.evaluate([sum]);
    assert.deepEqual(numbers(sum), [2, 6, 12]);
    assert.equal(between.data, null);
    assert.match(report.engine, /^onnxruntime-node \d+\.\d+\.\d+$/);
    assert.equal(report.operators, 2);
    assert.deepEqual(report.elsewhere, []);
  });

  it('runs what ONNX has not got elsewhere, in the middle of a graph too, and names it', async () => {
    const x = floats([1, 2]);
    const before = doubled(x);
    const middle = doubledElsewhere(before);
    const result = add({ input: doubled(middle), other: before });
    const report = await native.evaluate([result]);
    assert.deepEqual(numbers(result), [10, 20]);
    assert.deepEqual(report.elsewhere, ['test_double_elsewhere']);
    assert.equal(report.operators, 4);
    assert.equal(middle.data, null, 'what crossed between the engines is not kept');
  });

  it('expands composites, deep chains of them too', async () => {
    let chain = floats([1]);
    for (let i = 0; i < 10; i++) chain = quadrupled({ input: chain });
    const report = await native.evaluate([chain]);
    assert.deepEqual(numbers(chain), [4 ** 10]);
    assert.equal(report.operators, 20);
    let long = floats([0]);
    for (let i = 0; i < 3000; i++) long = add({ input: long, other: floats([1]) });
    await native.evaluate([long]);
    assert.deepEqual(numbers(long), [3000]);
  });

  it('loads one model for all the passes of a loop, whatever its numbers', async () => {
    const { native: engine, host, stop: stopHere } = makeEngines();
    const run = host.run.bind(host);
    const loads: number[] = [];
    host.run = async (...request) => {
      const result = await run(...request);
      loads.push(result.createMs);
      return result;
    };
    try {
      for (let i = 1; i <= 4; i++) {
        const weight = floats([i, 0, 0, i], [2, 2]);
        const product = matmul({ input: floats([1, 2], [1, 2]), other: weight });
        const result = add({ input: product, other: { kind: 'int', value: i } });
        await engine.evaluate([result]);
        assert.deepEqual(numbers(result), [2 * i, 3 * i]);
      }
      assert.deepEqual(
        loads.map((milliseconds) => milliseconds > 0),
        [true, true, false, false],
      );
    } finally {
      stopHere();
    }
  });

  it('sums many numbers as exactly as few', async () => {
    const size = 3 * 2 ** 16;
    const data = Float32Array.from({ length: size }, (_, i) => Math.fround(Math.sin(i) + 3));
    for (const shape of [[size], [64, 3, 1024]]) {
      const x = constant({ dtype: 'float32', shape, data });
      const sum = sumOf({ input: mul({ input: x, other: x }) });
      await native.evaluate([sum]);
      const exact = data.reduce((total, each) => total + Math.fround(each * each), 0);
      assert.ok(Math.abs((numbers(sum)[0] as number) / exact - 1) < 3e-7);
    }
  });

  it('draws with PyTorch’s generator and keeps the draws', async () => {
    const state = constant({ dtype: 'uint8', shape: [5056], data: seededState(0n) });
    const draw = (): Value =>
      drawUniform({ state, size: [4], from: 0, to: 1, dtype: 'float32' })[0] as Value;
    const [here, there] = [draw(), draw()];
    const result = exp({ input: here });
    const report = await native.evaluate([result]);
    bundled.evaluateNow([there]);
    assert.deepEqual(numbers(here), numbers(there));
    assert.deepEqual(report.elsewhere, ['draw_uniform']);
  });

  it('gives halves to the bundled engine', async () => {
    const half = (value: number): Value =>
      constant({ dtype: 'bfloat16', shape: [1], data: Float32Array.of(value) });
    const sum = add({ input: half(256), other: half(1) });
    const report = await native.evaluate([sum]);
    assert.deepEqual(numbers(sum), [256]);
    assert.equal(report.engine, 'bundled', 'which then is what computed');
  });

  it('takes empty tensors, and a value that was asked for twice', async () => {
    const empty = floats([], [0, 3]);
    const sum = add({ input: empty, other: floats([1, 2, 3]) });
    const x = floats([1]);
    const y = doubled(x);
    await native.evaluate([sum, y, y, x]);
    assert.deepEqual(sum.data?.shape, [0, 3]);
    assert.deepEqual(numbers(y), [2]);
  });

  it('fails where the runtime gives another shape than the trace foretold', async () => {
    const flat = doubling('test_wrong_shape', {
      shape: ({ dtype, shape }) => ({ dtype, shape: shape.map((dim) => Number(dim) + 1) }),
    });
    await assert.rejects(native.evaluate([flat(floats([1, 2]))]), (error) => {
      assert.ok(error instanceof EngineFailure);
      assert.match(error.message, /test_wrong_shape: .*float32\[2\].*float32\[3\]/);
      return true;
    });
  });

  it('computes wrongly where a lowering or a kernel is wrong: nothing is answered from elsewhere', async () => {
    const wrongLowering = doubling('test_wrong_lowering', { lower: 'Mul' })(floats([3]));
    await native.evaluate([wrongLowering]);
    assert.deepEqual(numbers(wrongLowering), [9]);
    const wrongKernel = doubling('test_wrong_kernel', { kernelFactor: 5 })(floats([3]));
    await native.evaluate([wrongKernel]);
    assert.deepEqual(numbers(wrongKernel), [15]);
  });

  it('refuses what is too big for the run, before anything is sent', async () => {
    const x = floats(new Array<number>(1000).fill(1));
    const big = add({ input: x, other: floats([1, 2, 3], [3, 1]) });
    await assert.rejects(
      native.evaluate([big], { bytesMax: 10_000 }),
      /you tried to allocate 12000/,
    );
    const held = Array.from({ length: 10 }, () => exp({ input: x }));
    await assert.rejects(native.evaluate(held, { bytesMax: 20_000 }), { kind: 'limit' });
  });

  it('computes many values asked for at the same time', async () => {
    const x = floats([1, 2]);
    const shared = doubledElsewhere(doubled(x));
    const results = Array.from({ length: 5 }, (_, i) => mul({ input: shared, other: floats([i]) }));
    await Promise.all(results.map((value) => native.evaluate([value])));
    assert.deepEqual(
      results.map(numbers),
      results.map((_, i) => [4 * i, 8 * i]),
    );
  });
});

describe('the choice of the engine', function () {
  this.timeout(30_000);
  const { bundled } = makeEngines();
  const now = (): number => performance.now();

  it('survives the death of the native engine’s process', async () => {
    const killable = killableHost();
    const selected = selectEngine({ choice: 'auto', connect: killable.connect, bundled, now });
    try {
      selected.warm();
      const first = doubled(floats([1]));
      assert.match((await selected.engine.evaluate([first])).engine, /^onnxruntime-node/);
      const second = doubled(floats([2]));
      const run = selected.engine.evaluate([second]);
      killable.kill();
      assert.equal((await run).engine, 'bundled');
      assert.deepEqual(numbers(second), [4]);
      assert.equal(selected.name(), 'bundled');
      assert.match(selected.note() ?? '', /crashed/);
      const third = doubled(floats([3]));
      assert.match((await selected.engine.evaluate([third])).engine, /^onnxruntime-node/);
      assert.equal(selected.note(), null);
      assert.equal(killable.starts(), 2);
    } finally {
      selected.stop();
    }
  });

  it('falls back where the native engine cannot be had, and does not where it was insisted on', async () => {
    const connect = null;
    const auto = selectEngine({ choice: 'auto', connect, bundled, now });
    const value = doubled(floats([1]));
    assert.equal((await auto.engine.evaluate([value])).engine, 'bundled');
    assert.equal(auto.name(), 'bundled');
    assert.ok(auto.note());
    const insisted = selectEngine({ choice: 'native', connect, bundled, now });
    await assert.rejects(insisted.engine.evaluate([doubled(floats([1]))]), { kind: 'unavailable' });
  });

  it('asks once for a runtime that cannot be loaded', async () => {
    let starts = 0;
    const selected = selectEngine({
      choice: 'auto',
      connect: () => {
        starts++;
        return portThatSays({ kind: 'unavailable', message: 'Cannot find package' });
      },
      bundled,
      now,
    });
    for (let i = 1; i <= 3; i++) {
      const value = doubled(floats([i]));
      assert.equal((await selected.engine.evaluate([value])).engine, 'bundled');
      assert.deepEqual(numbers(value), [2 * i]);
    }
    assert.equal(starts, 1);
    assert.match(selected.note() ?? '', /Cannot find package/);
  });

  it('uses the bundled engine only where that is chosen', async () => {
    let starts = 0;
    const connect = (): ReturnType<typeof connectHost> => {
      starts++;
      return connectHost();
    };
    const selected = selectEngine({ choice: 'bundled', connect, bundled, now });
    selected.warm();
    assert.equal((await selected.engine.evaluate([doubled(floats([1]))])).engine, 'bundled');
    assert.equal(selected.name(), 'bundled');
    assert.equal(selected.note(), null);
    assert.equal(starts, 0);
  });

  it('ends the run at the signal', async () => {
    const selected = selectEngine({ choice: 'auto', connect: connectHost, bundled, now });
    try {
      const controller = new AbortController();
      controller.abort(new Error('stopped by the test'));
      const run = selected.engine.evaluate([doubled(floats([1]))], { signal: controller.signal });
      await assert.rejects(run, /stopped by the test/);
    } finally {
      selected.stop();
    }
  });
});

/** The other end of a host that says one thing. */
function portThatSays(message: FromHost): Port {
  return {
    write: () => undefined,
    onData: (listener) => void setTimeout(() => encodeFrame(message).forEach(listener)),
    onClose: () => undefined,
    hold: () => undefined,
    kill: () => undefined,
  };
}
