// Chooses between the engines as the setting says: `native` and `bundled` insist, `auto` takes the
// native one where it works and the bundled one else, and says so.

import * as l10n from '../base/l10n.ts';
import { pendingNodes, type Value } from '../graph/graph.ts';
import type { EvaluateOptions, EvaluateReport, Evaluator } from '../graph/op.ts';
import type { BundledEngine } from './bundled.ts';
import { inChunks } from './chunks.ts';
import { EngineFailure, mayFallBack } from './failure.ts';
import { costOf, NativeEngine } from './native.ts';
import { NativeHost } from './nativeHost.ts';
import type { Connect } from './protocol.ts';

export type EngineChoice = 'auto' | 'native' | 'bundled';

export interface EngineOptions {
  readonly choice: EngineChoice;
  /** Starts the native engine's process; null where there can be none, as in a browser. */
  readonly connect: Connect | null;
  readonly bundled: BundledEngine;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
}

export interface SelectedEngine {
  readonly engine: Evaluator;
  /** The engine that runs, as far as is known by now. */
  name(): 'native' | 'bundled';
  /** Why it is not the native one under `auto`; for people. */
  note(): string | null;
  /** Starts the native engine's process, if it is going to be used, so that a run need not wait. */
  warm(): void;
  stop(): void;
}

export function selectEngine(options: EngineOptions): SelectedEngine {
  const { choice, connect, bundled, now } = options;
  if (choice === 'bundled') return fixed(bundled, 'bundled', null);
  if (connect === null) {
    const none = l10n.t('There is no native engine here.');
    return choice === 'native'
      ? fixed(new AbsentEngine(none), 'native', none)
      : fixed(bundled, 'bundled', none);
  }
  const host = new NativeHost(connect);
  const native = inChunks(new NativeEngine({ host, bundled, now }));
  const auto = choice === 'auto' ? new AutoEngine(native, bundled, host) : null;
  return {
    engine: auto ?? native,
    name: () => (auto?.fellBack === true ? 'bundled' : 'native'),
    note: () => auto?.note ?? null,
    warm: () => void host.start().catch(() => undefined),
    stop: () => host.stop(),
  };
}

function fixed(engine: Evaluator, name: 'native' | 'bundled', note: string | null): SelectedEngine {
  const nothing = (): void => undefined;
  return { engine, name: () => name, note: () => note, warm: nothing, stop: nothing };
}

/** Loops make graphs of many small operators, which take longer to load than to compute here. */
function areManySmall(values: readonly Value[]): boolean {
  const nodes = pendingNodes(values);
  if (nodes.length < MANY) return false;
  return nodes.reduce((cost, node) => cost + costOf(node), 0) / nodes.length < SMALL;
}

const MANY = 400;
/** Floating point operations of one operator, on average. */
const SMALL = 20_000;

/** An engine that crashes this often is not asked again. */
const CRASHES_MAX = 3;

/** The native engine while it works, the bundled one for the runs in which it does not. */
class AutoEngine implements Evaluator {
  /** Whether the last run was the bundled engine's. */
  fellBack = false;
  note: string | null = null;
  readonly #native: Evaluator;
  readonly #bundled: Evaluator;
  readonly #host: NativeHost;
  #unavailable = false;

  constructor(native: Evaluator, bundled: Evaluator, host: NativeHost) {
    this.#native = native;
    this.#bundled = bundled;
    this.#host = host;
  }

  async evaluate(values: readonly Value[], options: EvaluateOptions = {}): Promise<EvaluateReport> {
    if (areManySmall(values)) return this.#bundled.evaluate(values, options);
    if (!this.#unavailable && this.#host.crashes < CRASHES_MAX) {
      try {
        const report = await this.#native.evaluate(values, options);
        this.fellBack = false;
        this.note = null;
        return report;
      } catch (error) {
        if (!mayFallBack(error)) throw error;
        this.#unavailable = error.kind === 'unavailable';
        this.note = l10n.t('The bundled engine was used: {0}', error.message);
      }
    }
    this.fellBack = true;
    return this.#bundled.evaluate(values, options);
  }
}

class AbsentEngine implements Evaluator {
  readonly #why: string;

  constructor(why: string) {
    this.#why = why;
  }

  evaluate(): Promise<EvaluateReport> {
    return Promise.reject(new EngineFailure('unavailable', this.#why));
  }
}
