// The process that hosts ONNX Runtime: what it computes, and that its death costs one run.

import assert from 'node:assert/strict';
import { create, toBinary } from '@bufbuild/protobuf';
import { ModelProtoSchema, TensorProto_DataType } from 'onnx-buf';
import { EngineFailure } from '../../src/engine/failure.ts';
import { NativeHost } from '../../src/engine/nativeHost.ts';
import { encodeFrame, FrameReader } from '../../src/engine/protocol.ts';
import type { Port, RunRequest, RunResult, ToHost } from '../../src/engine/protocol.ts';
import { connectHost, killableHost } from './host.ts';

describe('the native engine’s host', function () {
  this.timeout(30_000);

  it('says which runtime it is, and adds', async () => {
    const host = new NativeHost(connectHost);
    try {
      const ready = await host.start();
      assert.equal(ready.name, 'onnxruntime');
      assert.match(ready.version, /^\d+\.\d+/);
      const first = await host.run(addition([1, 2], [10, 20]));
      assert.deepEqual(numbersOf(first), [11, 22]);
      assert.ok(first.createMs > 0);
      const second = await host.run(addition([1, 2], [10, 20]));
      assert.equal(second.createMs, 0, 'an equal model keeps its session');
      const other = await host.run(addition([1, 2], [10, 21]));
      assert.deepEqual(numbersOf(other), [11, 23], 'other weights are another session');
    } finally {
      host.stop();
    }
  });

  it('gives an error for the run in which it died, and works again', async () => {
    const killable = killableHost();
    const host = new NativeHost(killable.connect);
    try {
      await host.start();
      const run = host.run(endless());
      const outcome = assert.rejects(run, (error) => {
        assert.ok(error instanceof EngineFailure);
        assert.equal(error.kind, 'crashed');
        assert.match(error.message, /The native engine crashed \(SIGKILL/);
        return true;
      });
      await pause(100);
      killable.kill();
      await outcome;
      assert.equal(host.crashes, 1);
      assert.deepEqual(numbersOf(await host.run(addition([1], [1]))), [2]);
      assert.equal(killable.starts(), 2);
    } finally {
      host.stop();
    }
  });

  it('stops within the time limit, and at the signal', async () => {
    const host = new NativeHost(connectHost);
    try {
      await host.start();
      await assert.rejects(host.run(endless(), { timeMsMax: 100 }), { kind: 'limit' });
      const controller = new AbortController();
      setTimeout(() => controller.abort(new Error('stopped by the test')), 500);
      await assert.rejects(
        host.run(endless(), { signal: controller.signal }),
        /stopped by the test/,
      );
      assert.deepEqual(numbersOf(await host.run(addition([1], [2]))), [3]);
    } finally {
      host.stop();
    }
  });

  it('refuses a model that is none, and lives on', async () => {
    const host = new NativeHost(connectHost);
    try {
      const model = new Uint8Array([1, 2, 3]);
      await assert.rejects(host.run({ ...addition([1], [2]), model }), { kind: 'failed' });
      assert.deepEqual(numbersOf(await host.run(addition([1], [2]))), [3]);
      assert.equal(host.crashes, 0);
    } finally {
      host.stop();
    }
  });

  it('is unavailable where its process cannot start', async () => {
    const host = new NativeHost(() => deadPort('spawn ENOENT'));
    await assert.rejects(host.run(addition([1], [2])), /spawn ENOENT/);
  });
});

describe('frames', () => {
  it('arrive whole, whatever the chunks', () => {
    const messages: RunRequest[] = [1, 2].map((id) => ({
      ...addition([1, 2, 3], [id]),
      kind: 'run',
      id,
    }));
    const bytes = Buffer.concat(messages.flatMap(encodeFrame));
    for (const size of [1, 7, 64, bytes.length]) {
      const received: ToHost[] = [];
      const reader = new FrameReader<ToHost>((message) => received.push(message));
      for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
      assert.deepEqual(received, messages);
      for (const { inputs } of received) assert.equal((inputs[0]?.bytes.byteOffset ?? 1) % 8, 0);
    }
  });

  it('are refused where the stream is something else', () => {
    const reader = new FrameReader<ToHost>(() => undefined);
    assert.throws(() => reader.push(Buffer.from('Segmentation fault')), { name: 'FrameError' });
  });
});

type Request = Omit<RunRequest, 'kind' | 'id'>;

/** y = x + w, with w beside the model. */
function addition(x: readonly number[], w: readonly number[]): Request {
  const model = create(ModelProtoSchema, {
    irVersion: 8n,
    opsetImport: [{ domain: '', version: 17n }],
    graph: {
      name: 'addition',
      node: [{ opType: 'Add', input: ['x', 'w'], output: ['y'] }],
      input: [valueInfo('x', x.length)],
      output: [valueInfo('y', Math.max(x.length, w.length))],
      initializer: [
        {
          name: 'w',
          dataType: TensorProto_DataType.FLOAT,
          dims: [BigInt(w.length)],
          dataLocation: 1,
          externalData: [
            { key: 'location', value: 'w0' },
            { key: 'offset', value: '0' },
            { key: 'length', value: String(4 * w.length) },
          ],
        },
      ],
    },
  });
  return {
    model: toBinary(ModelProtoSchema, model),
    weights: [{ location: 'w0', bytes: bytesOf(w) }],
    inputs: [{ name: 'x', dtype: 'float32', dims: [x.length], bytes: bytesOf(x) }],
    outputs: ['y'],
    threads: 1,
  };
}

/** A loop of 2^40 matrix products. */
function endless(): Request {
  const n = 64;
  const scalar = (name: string, dataType: number, rawData: Uint8Array): object => ({
    name,
    dataType,
    dims: [],
    rawData,
  });
  const int64 = new Uint8Array(new BigInt64Array([2n ** 40n]).buffer);
  const model = create(ModelProtoSchema, {
    irVersion: 8n,
    opsetImport: [{ domain: '', version: 17n }],
    graph: {
      name: 'endless',
      input: [valueInfo('x', n, n)],
      output: [valueInfo('y', n, n)],
      initializer: [
        scalar('trips', TensorProto_DataType.INT64, int64),
        scalar('go', TensorProto_DataType.BOOL, new Uint8Array([1])),
      ],
      node: [
        {
          opType: 'Loop',
          input: ['trips', 'go', 'x'],
          output: ['y'],
          attribute: [
            {
              name: 'body',
              type: 5,
              g: {
                name: 'body',
                input: [
                  scalarInfo('i', TensorProto_DataType.INT64),
                  scalarInfo('again', TensorProto_DataType.BOOL),
                  valueInfo('state', n, n),
                ],
                output: [scalarInfo('more', TensorProto_DataType.BOOL), valueInfo('next', n, n)],
                node: [
                  { opType: 'Identity', input: ['again'], output: ['more'] },
                  { opType: 'MatMul', input: ['state', 'state'], output: ['next'] },
                ],
              },
            },
          ],
        },
      ],
    },
  });
  return {
    model: toBinary(ModelProtoSchema, model),
    weights: [],
    inputs: [{ name: 'x', dtype: 'float32', dims: [n, n], bytes: new Uint8Array(n * n * 4) }],
    outputs: ['y'],
    threads: 1,
  };
}

function valueInfo(name: string, ...dims: number[]): object {
  return infoOf(name, TensorProto_DataType.FLOAT, dims);
}

function scalarInfo(name: string, elemType: number): object {
  return infoOf(name, elemType, []);
}

function infoOf(name: string, elemType: number, dims: readonly number[]): object {
  const dim = dims.map((dim) => ({ value: { case: 'dimValue', value: BigInt(dim) } }));
  return { name, type: { value: { case: 'tensorType', value: { elemType, shape: { dim } } } } };
}

function bytesOf(numbers: readonly number[]): Uint8Array {
  return new Uint8Array(new Float32Array(numbers).buffer);
}

function numbersOf(result: RunResult): number[] {
  const bytes = result.outputs[0]?.bytes;
  assert.ok(bytes);
  return [...new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)];
}

function deadPort(reason: string): Port {
  return {
    write: () => undefined,
    onData: () => undefined,
    onClose: (listener) => void setTimeout(() => listener(reason)),
    hold: () => undefined,
    kill: () => undefined,
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
