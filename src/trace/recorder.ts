// Listens to a program while it runs and keeps what was seen at each place: one fact for a place
// and a case, with its first and its last value. Decides when a loop of a live trace is left.

import type { Diagnostic } from '../base/diagnostic.ts';
import * as l10n from '../base/l10n.ts';
import { intValue } from '../base/origin.ts';
import type { Span } from '../base/span.ts';
import type { Observation } from '../python/evaluate/code.ts';
import type { Frame } from '../python/evaluate/frame.ts';
import type { Observer } from '../python/evaluate/interpreter.ts';
import { PyObject, type Value } from '../python/values/object.ts';
import { TensorObject } from '../torch/tensor.ts';
import type { Fact, FileFacts, LoopNote, Seen, SeenTensor } from './facts.ts';
import type { ModuleBook } from './modules.ts';
import { isTelling, seen, shapeKey } from './seen.ts';

export interface RecorderOptions {
  readonly modules: ModuleBook;
  /** Whether a path is the program's own source, of which facts are kept. */
  isUserFile(path: string): boolean;
  /** The case that runs now; null outside of all. */
  currentCase(): number | null;
  /** Milliseconds that a live trace has left; Infinity under Run. */
  millisecondsLeft(): number;
}

interface Place {
  readonly path: string;
  readonly byCase: Map<number | null, Entry>;
}

interface Entry {
  readonly fact: Fact;
  /** The shapes seen here, where they differ. */
  keys: Set<string> | null;
}

interface LoopState {
  /** How many facts there were at the last pass. */
  additions: number;
  /** Passes in a row that added none. */
  quiet: number;
  readonly millisecondsAtStart: number;
}

/** How many different shapes of one place are kept. */
const DISTINCT_MAX = 8;

/** A loop is left when it has used this part of the time that was left at its start. */
const LOOP_SHARE = 0.25;

export class Recorder implements Observer {
  readonly loops: LoopNote[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #options: RecorderOptions;
  readonly #places = new Map<Observation, Place>();
  readonly #loopStates = new WeakMap<Frame, Map<number, LoopState>>();
  readonly #leftBefore = new Map<string, LoopNote>();
  readonly #noted = new Set<string>();
  /** How many facts with a new shape there are. */
  #additions = 0;
  #visits = 0;

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  observe(frame: Frame, observation: Observation, value: Value): void {
    const caseIndex = this.#options.currentCase();
    const entry = this.#places.get(observation)?.byCase.get(caseIndex);
    if (entry) this.#again(entry, value);
    else this.#first(frame.code.path, observation, caseIndex, value);
  }

  instantiated(
    instance: PyObject,
    args: readonly Value[],
    keywords: ReadonlyMap<string, Value> | null,
  ): void {
    this.#options.modules.instantiated(instance, args, keywords);
  }

  /** Leaves a loop once two passes in a row taught nothing and the rest would cost too much. */
  loopPass(frame: Frame, span: Span, passes: number): boolean {
    const left = this.#options.millisecondsLeft();
    if (left === Infinity || !this.#options.isUserFile(frame.code.path)) return false;
    const state = this.#loopState(frame, span, left);
    if (this.#additions > state.additions) {
      state.additions = this.#additions;
      state.quiet = 0;
      return false;
    }
    state.quiet++;
    const key = `${frame.code.path}:${span.start}`;
    const used = state.millisecondsAtStart - left;
    const costly = used > LOOP_SHARE * state.millisecondsAtStart || this.#leftBefore.has(key);
    if (state.quiet < 2 || !costly) return false;
    this.#noteLoop(key, { path: frame.code.path, span, passes });
    return true;
  }

  unsupported(path: string, span: Span, name: string): void {
    // What a package imports is told where it is used, if ever: few programs use all of a package.
    if (name.startsWith('import ') && !this.#options.isUserFile(path)) return;
    const key = `${path}:${span.start}:${name}`;
    if (this.#noted.has(key)) return;
    this.#noted.add(key);
    const message = l10n.t('not supported yet: {0}', name);
    this.diagnostics.push({ severity: 'unsupported', path, span, type: 'Unsupported', message });
  }

  /** All facts, by file. Called when the run is over. */
  files(): Map<string, FileFacts> {
    const files = new Map<string, Fact[]>();
    for (const { path, byCase } of this.#places.values()) {
      const facts = files.get(path) ?? [];
      if (!files.has(path)) files.set(path, facts);
      for (const { fact } of byCase.values()) facts.push(fact);
    }
    return new Map([...files].map(([path, facts]) => [path, { path, facts }]));
  }

  #first(path: string, observation: Observation, caseIndex: number | null, value: Value): void {
    if (!this.#options.isUserFile(path)) return;
    if (!(value instanceof PyObject) && !this.#places.has(observation)) return;
    const first = seen(value, this.#options.modules.seen);
    let place = this.#places.get(observation);
    if (!place && !isTelling(first)) return;
    if (!place) this.#places.set(observation, (place = { path, byCase: new Map() }));
    const { span, statement, kind, name } = observation;
    const visit = this.#visits++;
    const when = { firstVisit: visit, lastVisit: visit, visits: 1 };
    const fact = { span, statement, kind, name, caseIndex, first, last: first, ...when };
    place.byCase.set(caseIndex, {
      fact: { ...fact, steady: true, distinct: [first] },
      keys: null,
    });
    this.#additions++;
  }

  #again(entry: Entry, value: Value): void {
    const { fact } = entry;
    fact.visits++;
    fact.lastVisit = this.#visits++;
    if (value instanceof TensorObject && looksLike(value, fact.last)) return;
    const last = seen(value, this.#options.modules.seen);
    const key = shapeKey(last);
    const before = shapeKey(fact.last);
    fact.last = last;
    if (key === before) return;
    fact.steady = false;
    entry.keys ??= new Set([before]);
    if (entry.keys.has(key)) return;
    entry.keys.add(key);
    if (fact.distinct.length < DISTINCT_MAX) fact.distinct.push(last);
    this.#additions++;
  }

  #loopState(frame: Frame, span: Span, left: number): LoopState {
    let states = this.#loopStates.get(frame);
    if (!states) this.#loopStates.set(frame, (states = new Map()));
    let state = states.get(span.start);
    if (!state) {
      state = { additions: -1, quiet: 0, millisecondsAtStart: left };
      states.set(span.start, state);
    }
    return state;
  }

  #noteLoop(key: string, note: LoopNote): void {
    if (this.#leftBefore.has(key)) return;
    this.#leftBefore.set(key, note);
    this.loops.push(note);
  }
}

/** Whether a tensor would be kept just as the value is. */
function looksLike(tensor: TensorObject, kept: Seen): kept is SeenTensor {
  if (kept.type !== 'tensor' || kept.shape.length !== tensor.sizes.length) return false;
  if (kept.dtype !== tensor.dtype || kept.requiresGrad !== tensor.requiresGrad) return false;
  return tensor.sizes.every((dim, i) => intValue(dim) === kept.shape[i]?.value);
}
