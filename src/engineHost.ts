// The process that loads onnxruntime-node and runs models in it. It holds nothing that a crash could
// lose but sessions. Speaks `engine/protocol.ts` over file descriptor 3 and ends with its parent.

import { createHash } from 'node:crypto';
import net from 'node:net';
import type * as Ort from 'onnxruntime-node';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { encodeFrame, FrameReader } from './engine/protocol.ts';
import type { FromHost, RunRequest, ToHost, WireDtype, WireTensor } from './engine/protocol.ts';

type Runtime = typeof Ort;

interface Session {
  readonly session: InferenceSession;
  readonly bytes: number;
  readonly weights: RunRequest['weights'];
}

// How many sessions stay for a next run of the same model, and the bytes of their models together:
// a session holds its weights a second time.
const sessionsMax = 32;
const sessionBytesMax = 512 * 2 ** 20;

const parent = new net.Socket({ fd: 3, readable: true, writable: true });
// The parent is gone: there is nobody to compute for.
parent.on('close', () => process.exit(0));
parent.on('error', () => process.exit(0));

const runtime = loadRuntime();
const sessions = new Map<string, Session>();
let queue: Promise<void> = Promise.resolve();

const reader = new FrameReader<ToHost>((request) => {
  queue = queue.then(() => answer(request));
});
parent.on('data', (chunk: Buffer) => reader.push(chunk));

async function loadRuntime(): Promise<Runtime | undefined> {
  const started = performance.now();
  try {
    const runtime = await import('onnxruntime-node');
    const version = runtime.env.versions.node ?? runtime.env.versions.common;
    send({ kind: 'ready', name: 'onnxruntime', version, loadMs: performance.now() - started });
    return runtime;
  } catch (error) {
    send({ kind: 'unavailable', message: messageOf(error) });
    parent.end(() => process.exit(1));
    return undefined;
  }
}

async function answer(request: RunRequest): Promise<void> {
  const loaded = await runtime;
  if (!loaded) return;
  try {
    send(await run(loaded, request));
  } catch (error) {
    send({ kind: 'failed', id: request.id, message: messageOf(error) });
  }
}

async function run(runtime: Runtime, request: RunRequest): Promise<FromHost> {
  const started = performance.now();
  const { session, reused } = await sessionFor(runtime, request);
  const created = performance.now();
  const feeds: Record<string, Tensor> = {};
  for (const input of request.inputs) feeds[input.name] = tensorOf(runtime, input);
  const results = await session.run(feeds, [...request.outputs]);
  const outputs = request.outputs.map((name) => {
    const result = results[name];
    if (!result) throw new Error(`the model has no output ${name}`);
    return wireOf(name, result);
  });
  const runMs = performance.now() - created;
  return {
    kind: 'result',
    id: request.id,
    outputs,
    createMs: reused ? 0 : created - started,
    runMs,
  };
}

async function sessionFor(
  runtime: Runtime,
  { model, weights, threads }: RunRequest,
): Promise<{ session: InferenceSession; reused: boolean }> {
  const hash = createHash('sha256').update(`${threads}\0`).update(model);
  for (const { location, bytes } of weights) hash.update(`\0${location}\0`).update(bytes);
  const key = hash.digest('base64');
  const known = sessions.get(key);
  if (known) {
    // To the end of the order: the first is the one to go.
    sessions.delete(key);
    sessions.set(key, known);
    return { session: known.session, reused: true };
  }
  const session = await runtime.InferenceSession.create(model, {
    executionProviders: ['cpu'],
    ...(weights.length > 0 && {
      externalData: weights.map(({ location, bytes }) => ({ path: location, data: bytes })),
    }),
    graphOptimizationLevel: 'all',
    interOpNumThreads: 1,
    intraOpNumThreads: threads,
    logSeverityLevel: 3,
  });
  const bytes = weights.reduce((sum, weight) => sum + weight.bytes.byteLength, model.byteLength);
  // The weights stay referenced: ONNX Runtime may read them in place as long as the session lives.
  sessions.set(key, { session, bytes, weights });
  await forgetOldSessions();
  return { session, reused: false };
}

async function forgetOldSessions(): Promise<void> {
  let bytes = 0;
  for (const entry of sessions.values()) bytes += entry.bytes;
  for (const [key, entry] of sessions) {
    if (sessions.size === 1 || (sessions.size <= sessionsMax && bytes <= sessionBytesMax)) return;
    sessions.delete(key);
    bytes -= entry.bytes;
    await entry.session.release();
  }
}

function tensorOf(runtime: Runtime, { dtype, dims, bytes }: WireTensor): Tensor {
  const { buffer, byteOffset, byteLength } = bytes;
  const Elements = arrays[dtype];
  const data = new Elements(
    buffer as ArrayBuffer,
    byteOffset,
    byteLength / Elements.BYTES_PER_ELEMENT,
  );
  return new runtime.Tensor(dtype, data, dims);
}

function wireOf(name: string, tensor: Tensor): WireTensor {
  const { data, type, dims } = tensor;
  if (!isWireDtype(type) || Array.isArray(data)) throw new Error(`output ${name} has type ${type}`);
  return {
    name,
    dtype: type,
    dims,
    bytes: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  };
}

const arrays = {
  float32: Float32Array,
  float64: Float64Array,
  int64: BigInt64Array,
  int32: Int32Array,
  int16: Int16Array,
  int8: Int8Array,
  uint8: Uint8Array,
  bool: Uint8Array,
} satisfies Record<WireDtype, unknown>;

function isWireDtype(type: string): type is WireDtype {
  return Object.hasOwn(arrays, type);
}

function send(message: FromHost): void {
  parent.cork();
  for (const part of encodeFrame(message)) parent.write(part);
  parent.uncork();
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
