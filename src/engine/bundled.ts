// The bundled engine: runs the kernels that the operators declare, one node after the other. Right
// before fast; it runs wherever JavaScript does, and can answer on the spot.

import { isValue, mapTensors } from '../graph/build.ts';
import { pendingNodes, type Node, type Value } from '../graph/graph.ts';
import type { Args, EvaluateOptions, EvaluateReport, ImmediateEvaluator } from '../graph/op.ts';
import { roundToBfloat16, roundToHalf, zeros, type NdArray } from '../tensor/array.ts';
import { sizes } from '../tensor/shape.ts';
import { AllocationFailure, EngineFailure } from './failure.ts';
import { ARRAY_BYTES_MAX, bytesOf, outOfMemory } from './plan.ts';

/** What the engine needs of its surroundings. */
export interface BundledOptions {
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  /** Gives the event loop back for a moment. */
  pause(): Promise<void>;
  /** The bytes that an evaluation may hold where it does not say so itself. */
  readonly bytesMax?: number;
}

/** After this many milliseconds an evaluation lets others run. */
const SLICE_MS = 12;

export class BundledEngine implements ImmediateEvaluator {
  readonly #options: BundledOptions;

  constructor(options: BundledOptions) {
    this.#options = options;
  }

  /** What an evaluation may hold where it does not say so itself. */
  get bytesMax(): number {
    return this.#options.bytesMax ?? Infinity;
  }

  async evaluate(values: readonly Value[], options: EvaluateOptions = {}): Promise<EvaluateReport> {
    const { now, pause } = this.#options;
    const started = now();
    let sliceEnd = started + SLICE_MS;
    const run = new Run(values, options.bytesMax ?? this.bytesMax);
    while (run.step()) {
      if (now() < sliceEnd) continue;
      await pause();
      if (options.signal?.aborted) throw new EngineFailure('limit', 'stopped');
      sliceEnd = now() + SLICE_MS;
    }
    return report(run.operators, now() - started);
  }

  evaluateNow(values: readonly Value[], options: EvaluateOptions = {}): EvaluateReport {
    const started = this.#options.now();
    const run = new Run(values, options.bytesMax ?? this.bytesMax);
    while (run.step()) {
      // Each step is one operator.
    }
    return report(run.operators, this.#options.now() - started);
  }
}

function report(operators: number, milliseconds: number): EvaluateReport {
  return { engine: 'bundled', operators, milliseconds, elsewhere: [] };
}

/** One evaluation: the nodes in order, and the results that are still needed. */
class Run {
  operators = 0;
  readonly #nodes: readonly Node[];
  readonly #requested: Set<Value>;
  readonly #given = new Map<Value, NdArray>();
  readonly #results = new Map<Value, NdArray>();
  /** How many nodes of this run still read a value. */
  readonly #readers = new Map<Value, number>();
  readonly #bytesMax: number;
  #bytes = 0;
  #next = 0;

  constructor(values: readonly Value[], bytesMax: number) {
    this.#nodes = pendingNodes(values);
    this.#requested = new Set(values);
    this.#bytesMax = bytesMax;
    for (const { inputs } of this.#nodes) {
      for (const input of inputs) {
        this.#readers.set(input, (this.#readers.get(input) ?? 0) + 1);
        // Held from the start: who lent the numbers to the value may take them back meanwhile.
        if (input.data !== null) this.#given.set(input, input.data);
      }
    }
  }

  /** Runs one node; false when there is none left. */
  step(): boolean {
    const node = this.#nodes[this.#next++];
    if (!node) return false;
    const outputs = this.#compute(node);
    for (const [i, output] of node.outputs.entries()) {
      const array = outputs[i] as NdArray;
      this.#results.set(output, array);
      // A draw is kept, so that looking again does not repeat the whole chain of them.
      if (this.#requested.has(output) || node.op.random) output.data = array;
    }
    for (const input of node.inputs) this.#release(input);
    return true;
  }

  #compute(node: Node): readonly NdArray[] {
    const { op } = node;
    if (op.kernel) {
      const outputs = node.outputs.map((output) => this.#allocate(output));
      op.kernel(this.#numbers(node), outputs);
      outputs.forEach(roundHalves);
      this.operators++;
      return outputs;
    }
    if (!op.body) throw new EngineFailure('unsupported', op.name);
    return this.#expand(node);
  }

  /** A composite: its body on the numbers that are there. */
  #expand(node: Node): readonly NdArray[] {
    const restore: Value[] = [];
    for (const input of node.inputs) {
      if (input.data !== null) continue;
      input.data = this.#numbersOf(input) ?? null;
      restore.push(input);
    }
    try {
      const results = (node.op.body as NonNullable<typeof node.op.body>)(node.args);
      const inner = new Run(results, this.#bytesMax - this.#bytes);
      while (inner.step()) {
        // Each step is one operator.
      }
      this.operators += inner.operators;
      for (const output of node.outputs) this.#take(bytesOf(output));
      return results.map((value) => value.data as NdArray);
    } finally {
      for (const input of restore) if (!this.#requested.has(input)) input.data = null;
    }
  }

  #numbers(node: Node): Args<NdArray> {
    return mapTensors(node.args, isValue, (value) => this.#numbersOf(value) as NdArray);
  }

  #numbersOf(value: Value): NdArray | undefined {
    return value.data ?? this.#results.get(value) ?? this.#given.get(value);
  }

  #allocate(output: Value): NdArray {
    const bytes = bytesOf(output);
    if (bytes > this.#bytesMax || bytes > ARRAY_BYTES_MAX) throw new AllocationFailure(bytes);
    this.#take(bytes);
    try {
      return zeros(output.type.dtype, sizes(output.type.shape));
    } catch (error) {
      if (error instanceof RangeError) throw new AllocationFailure(bytes);
      throw error;
    }
  }

  #take(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.#bytesMax) throw outOfMemory();
  }

  #release(input: Value): void {
    const left = (this.#readers.get(input) ?? 1) - 1;
    this.#readers.set(input, left);
    if (left > 0 || this.#requested.has(input)) return;
    const array = this.#results.get(input);
    if (!array) return;
    this.#results.delete(input);
    this.#bytes -= bytesOf(input);
  }
}

/** Halves are computed in float32 and rounded after each operator. */
function roundHalves(array: NdArray): void {
  if (array.dtype !== 'float16' && array.dtype !== 'bfloat16') return;
  const round = array.dtype === 'float16' ? roundToHalf : roundToBfloat16;
  const { data } = array;
  for (let i = 0; i < data.length; i++) data[i] = round(data[i] as number);
}
