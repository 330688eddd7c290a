// Computes what cases gave, and keeps for each what the engine did for it: operators, time, numbers.

import type { Value as GraphValue } from '../graph/graph.ts';
import type { EvaluateOptions, EvaluateReport, Evaluator } from '../graph/op.ts';
import { printShape, sizes } from '../tensor/shape.ts';
import * as l10n from '../base/l10n.ts';
import type { CaseOutputs } from '../trace/cases.ts';
import type { EngineName, NumberSummary } from '../view/runReport.ts';
import { isFiniteArray, summary } from './summary.ts';

/** What computing a case came to. */
export interface CaseRecord {
  engine: EngineName | null;
  operators: number;
  milliseconds: number;
  outputs: NumberSummary[];
  /** Why the numbers are not as they should be. */
  fault: string | null;
  /** Why there are no numbers. */
  failure: string | null;
  computed: boolean;
}

export class Ledger implements Evaluator {
  readonly #evaluator: Evaluator;
  readonly #signal: AbortSignal | null;
  readonly #records = new Map<number, CaseRecord>();
  #waiting: CaseOutputs[] = [];
  #current: number | null = null;

  constructor(evaluator: Evaluator, signal: AbortSignal | null) {
    this.#evaluator = evaluator;
    this.#signal = signal;
  }

  get records(): ReadonlyMap<number, CaseRecord> {
    return this.#records;
  }

  /** The engine that computed last. */
  get engine(): EngineName | null {
    return [...this.#records.values()].findLast(({ engine }) => engine !== null)?.engine ?? null;
  }

  entered(index: number): void {
    this.#current = index;
  }

  gave(outputs: CaseOutputs): void {
    this.#waiting.push(outputs);
  }

  /** What the program itself asks for is done for the case whose call came last. */
  async evaluate(
    values: readonly GraphValue[],
    options: EvaluateOptions = {},
  ): Promise<EvaluateReport> {
    const report = await this.#evaluator.evaluate(values, options);
    if (this.#current !== null) note(this.#record(this.#current), report);
    return report;
  }

  /** Computes the outputs of the cases that have ended. */
  async computeWaiting(): Promise<void> {
    while (this.#waiting.length > 0) {
      const outputs = this.#waiting.shift() as CaseOutputs;
      if (this.#signal?.aborted) return;
      await this.#compute(outputs);
    }
  }

  async #compute({ index, values, writes }: CaseOutputs): Promise<void> {
    const record = this.#record(index);
    const wanted = values.map(({ value }) => value);
    try {
      const options = this.#signal ? { signal: this.#signal } : {};
      if (wanted.length === 0) {
        record.failure = l10n.t('it gave no tensor that is known');
        return;
      }
      note(record, await this.#evaluator.evaluate([...wanted, ...writes], options));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      record.failure = error.message;
      return;
    }
    record.computed = true;
    for (const { name, value } of values) {
      const { data } = value;
      if (data === null) {
        record.failure ??= l10n.t('its numbers are not known');
        record.computed = false;
        continue;
      }
      const foretold = sizes(value.type.shape);
      if (printShape(foretold) !== printShape(data.shape)) {
        record.fault ??= l10n.t(
          'the engine gave {0}, the trace foretold {1}',
          printShape(data.shape),
          printShape(foretold),
        );
      }
      if (!isFiniteArray(data)) {
        record.fault ??= l10n.t('{0} has numbers that are not finite', name || 'output');
      }
      const numbers = summary(name, data);
      if (numbers) record.outputs.push(numbers);
    }
  }

  #record(index: number): CaseRecord {
    let record = this.#records.get(index);
    if (!record) {
      record = {
        engine: null,
        operators: 0,
        milliseconds: 0,
        outputs: [],
        fault: null,
        failure: null,
        computed: false,
      };
      this.#records.set(index, record);
    }
    return record;
  }
}

function note(record: CaseRecord, { engine, operators, milliseconds }: EvaluateReport): void {
  record.operators += operators;
  record.milliseconds += milliseconds;
  if (operators > 0) record.engine = engineName(engine);
}

/** Reports name the engine with its version. */
export function engineName(reported: string): EngineName {
  return reported.startsWith('bundled') ? 'bundled' : 'native';
}
