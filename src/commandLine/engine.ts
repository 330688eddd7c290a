// The engine that a command computes with.

import type { Evaluator } from '../graph/op.ts';
import { bundledEngine } from '../world.ts';
import type { EngineChoice } from './options.ts';

export interface OpenEngine {
  readonly evaluator: Evaluator;
  /** Why it is not the one that was asked for. */
  note(): string | null;
  stop(): void;
}

export function openEngine(_choice: EngineChoice): OpenEngine {
  return { evaluator: bundledEngine, note: () => null, stop: () => undefined };
}
