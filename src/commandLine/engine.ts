// The engine that a command computes with.

import type { Evaluator } from '../graph/op.ts';
import { bundledEngine } from '../world.ts';
import type { EngineChoice } from './options.ts';

export interface OpenEngine {
  readonly evaluator: Evaluator;
  stop(): void;
}

export function openEngine(_choice: EngineChoice): OpenEngine {
  return { evaluator: bundledEngine, stop: () => undefined };
}
