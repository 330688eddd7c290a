// The native engine: what ONNX has of a graph runs on ONNX Runtime in its own process, the rest,
// draws of random numbers among it, on the bundled engine; the report names what ran elsewhere.

import { isValue, mapTensors } from '../graph/build.ts';
import type { Node, Value } from '../graph/graph.ts';
import type { EvaluateOptions, EvaluateReport, Evaluator } from '../graph/op.ts';
import { Lowering } from '../onnx/lower.ts';
import { rawBytes } from '../onnx/dtype.ts';
import { expand } from '../passes/expand.ts';
import { allocate, type Data, type NdArray } from '../tensor/array.ts';
import type { DType } from '../tensor/dtype.ts';
import { printShape, sizes } from '../tensor/shape.ts';
import { printType } from '../tensor/type.ts';
import type { BundledEngine } from './bundled.ts';
import { EngineFailure } from './failure.ts';
import type { NativeHost } from './nativeHost.ts';
import { checkMemory, plan, type Stage } from './plan.ts';
import type { WireDtype, WireTensor } from './protocol.ts';

export interface NativeOptions {
  readonly host: NativeHost;
  /** Runs what ONNX has not got. */
  readonly bundled: BundledEngine;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
}

export class NativeEngine implements Evaluator {
  readonly #options: NativeOptions;
  readonly #seen = new SeenModels();
  #tail: Promise<unknown> = Promise.resolve();

  constructor(options: NativeOptions) {
    this.#options = options;
  }

  /** One evaluation after the other: each finds what those before it left in the values. */
  evaluate(values: readonly Value[], options: EvaluateOptions = {}): Promise<EvaluateReport> {
    const turn = this.#tail.then(() => this.#evaluate(values, options));
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  async #evaluate(values: readonly Value[], options: EvaluateOptions): Promise<EvaluateReport> {
    const { now, host, bundled } = this.#options;
    const started = now();
    const lowering = new Lowering();
    const { nodes, resolve } = expand(
      values,
      // Where ONNX Runtime lacks the dtype, a body would end at the bundled kernels all the same.
      (node) => lowering.canLower(node) || (node.op.kernel !== null && !lowering.takesTypes(node)),
    );
    const wanted = values.map(resolve);
    checkMemory(nodes, wanted, options.bytesMax ?? bundled.bytesMax);
    const run = new NativeRun(this.#options, this.#seen, lowering, options);
    try {
      for (const stage of plan(nodes, wanted, (node) => lowering.canLower(node))) {
        await run.stage(stage);
      }
      for (const [i, value] of values.entries()) value.data = (wanted[i] as Value).data;
    } finally {
      run.forget(new Set([...values, ...wanted]));
    }
    const milliseconds = now() - started;
    const { operators, elsewhere } = run;
    // Where nothing was left for ONNX Runtime, it is not named as what computed.
    if (!run.ranNatively && operators > 0) {
      return { engine: 'bundled', operators, milliseconds, elsewhere: [] };
    }
    const version = host.version === null ? '' : ` ${host.version}`;
    return {
      engine: `onnxruntime-node${version}`,
      operators,
      milliseconds,
      elsewhere: [...elsewhere],
    };
  }
}

/** One evaluation's stages. What crosses from one to the next lies in the values meanwhile. */
class NativeRun {
  operators = 0;
  ranNatively = false;
  readonly elsewhere = new Set<string>();
  readonly #options: NativeOptions;
  readonly #seen: SeenModels;
  readonly #lowering: Lowering;
  readonly #limits: EvaluateOptions;
  readonly #lent: Value[] = [];

  constructor(
    options: NativeOptions,
    seen: SeenModels,
    lowering: Lowering,
    limits: EvaluateOptions,
  ) {
    this.#options = options;
    this.#seen = seen;
    this.#lowering = lowering;
    this.#limits = limits;
  }

  async stage(stage: Stage): Promise<void> {
    this.#limits.signal?.throwIfAborted();
    if (!stage.native) return this.#bundled(stage);
    try {
      await this.#native(stage);
    } catch (error) {
      // The runtime has the operator, but not for these types.
      if (!(error instanceof EngineFailure && NOT_IMPLEMENTED.test(error.message))) throw error;
      await this.#bundled(stage);
    }
  }

  /** Takes the numbers out of the values again that nobody asked for; draws stay. */
  forget(asked: ReadonlySet<Value>): void {
    for (const value of this.#lent) {
      if (!asked.has(value) && !value.node.op.random) value.data = null;
    }
  }

  async #bundled({ nodes, outputs }: Stage): Promise<void> {
    for (const { op } of nodes) this.elsewhere.add(op.name);
    const missing = outputs.filter(({ data }) => data === null);
    this.#lent.push(...missing);
    this.operators += (await this.#options.bundled.evaluate(missing, this.#limits)).operators;
  }

  async #native({ nodes, outputs }: Stage): Promise<void> {
    const missing = outputs.filter(({ data }) => data === null);
    const general = this.#lowering.write(nodes, missing, 'general');
    const {
      model,
      inputs,
      outputs: named,
    } = this.#seen.again(general.model.bytes)
      ? general
      : this.#lowering.write(nodes, missing, 'specific');
    const cost = nodes.reduce((sum, node) => sum + costOf(node), 0);
    const { signal } = this.#limits;
    const result = await this.#options.host.run(
      {
        model: model.bytes,
        weights: model.weights,
        inputs: inputs.map(({ name, array }) => toWire(name, array)),
        outputs: named.map(({ name }) => name),
        threads: cost < THREADED_FLOPS_MIN ? 1 : 0,
      },
      signal ? { signal } : {},
    );
    for (const [i, { value }] of named.entries()) {
      value.data = fromWire(result.outputs[i] as WireTensor, value);
      this.#lent.push(value);
    }
    this.operators += nodes.length;
    this.ranNatively = true;
  }
}

/**
 * Which models were asked for lately, by a hash of them: what comes again is loaded in the form that
 * also does for the times after that. A collision costs time, nothing else.
 */
class SeenModels {
  readonly #hashes = new Set<number>();

  again(model: Uint8Array): boolean {
    let hash = model.length;
    for (const byte of model) hash = Math.imul(hash ^ byte, 0x01000193);
    const seen = this.#hashes.delete(hash);
    // To the end of the order: the first is the one to go.
    this.#hashes.add(hash);
    for (const oldest of this.#hashes) {
      if (this.#hashes.size <= SEEN_MAX) break;
      this.#hashes.delete(oldest);
    }
    return seen;
  }
}

const SEEN_MAX = 256;

/** Below this, starting threads for a model takes longer than they save. */
const THREADED_FLOPS_MIN = 2e6;

export function costOf({ op, args, outputs }: Node): number {
  const types = mapTensors(args, isValue, ({ type }) => type);
  return op.cost(
    types,
    outputs.map(({ type }) => type),
  );
}

const NOT_IMPLEMENTED = /NOT_IMPLEMENTED|Could not find an implementation/;

function toWire(name: string, array: NdArray): WireTensor {
  return { name, dtype: array.dtype as WireDtype, dims: array.shape, bytes: rawBytes(array) };
}

/** The numbers, if they are of the type that the trace foretold. */
function fromWire({ dtype, dims, bytes }: WireTensor, { type, node }: Value): NdArray {
  const shape = sizes(type.shape);
  if (dtype !== type.dtype || dims.join() !== shape.join()) {
    throw new EngineFailure(
      'failed',
      `${node.op.name}: the engine gave ${dtype}${printShape(dims)}, the trace foretold ${printType(type)}`,
    );
  }
  return { dtype: type.dtype, shape, data: viewOf(type.dtype, bytes) };
}

/** A typed array over the bytes, which frames align. */
function viewOf(dtype: DType, { buffer, byteOffset, byteLength }: Uint8Array): Data {
  const Elements = allocate(dtype, 0).constructor as Float32ArrayConstructor;
  const length = byteLength / Elements.BYTES_PER_ELEMENT;
  return new Elements(buffer as ArrayBuffer, byteOffset, length);
}
