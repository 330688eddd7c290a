// The engine that a command computes with.

import { selectEngine } from '../engine/select.ts';
import type { Evaluator } from '../graph/op.ts';
import { bundledEngine } from '../world.ts';
import { connectEarly } from './early.ts';
import type { EngineChoice } from './options.ts';

export interface OpenEngine {
  readonly evaluator: Evaluator;
  /** Why it is not the one that was asked for. */
  note(): string | null;
  stop(): void;
}

export function openEngine(choice: EngineChoice): OpenEngine {
  const selected = selectEngine({
    choice,
    connect: connectEarly,
    bundled: bundledEngine,
    now: () => performance.now(),
  });
  // Its process loads while the program is read and traced.
  selected.warm();
  return { evaluator: selected.engine, note: selected.note, stop: selected.stop };
}
