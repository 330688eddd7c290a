// Carries a run on: in slices of a few milliseconds with the event loop between them, answering what
// the program waits for. Nothing here knows what is recorded.

import type { Evaluator, ImmediateEvaluator } from '../graph/op.ts';
import { ambient } from '../python/ambient.ts';
import type { Interpreter, LimitReached } from '../python/evaluate/interpreter.ts';
import type { HostRequest, Pending } from '../python/evaluate/pending.ts';
import { advance, answer, answerWithError, start, type Outcome } from '../python/evaluate/run.ts';
import { type ExceptionObject, makeException, PyError } from '../python/values/exception.ts';
import type { Value } from '../python/values/object.ts';
import { TorchError, Unsupported } from '../tensor/errors.ts';
import { EvaluateRequest, forgetComputed, tooMuchPending } from '../torch/force.ts';
import { torchState } from '../torch/state.ts';

/** How a piece of work ended. */
export type End =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'raised'; readonly exception: ExceptionObject }
  | { readonly kind: 'limit'; readonly limit: LimitReached['limit'] }
  /** A mistake of ours: the rest of the program is not followed. */
  | { readonly kind: 'mistake'; readonly error: Error };

export interface DriveOptions {
  /** Computes the numbers that the program asks for; null where only `immediate` is to be used. */
  readonly evaluator: Evaluator | null;
  /** Computes numbers on the spot, where nothing can wait. */
  readonly immediate: ImmediateEvaluator;
  /** Gives the event loop back and goes on when it is this run's turn. */
  pause(): Promise<void>;
  /** Aborted where the run is to stop; asked for at each pause, since a run may change hands. */
  signal(): AbortSignal | null;
  /** What is to be done before the program goes on, at each of its pauses. */
  between?(): Promise<void>;
  /** An operator that no engine has. */
  onUnsupported(name: string): void;
}

/** How long the event loop waits for a run, at most. */
const SLICE_MS = 5;

export class Driver {
  readonly #vm: Interpreter;
  readonly #options: DriveOptions;
  #journal: typeof ambient.journal = null;
  readonly #keyOf: typeof ambient.keyOf;
  /** CPU time that the program has used. */
  #used = 0;
  #sliceStart: number | null = null;

  constructor(vm: Interpreter, keyOf: typeof ambient.keyOf, options: DriveOptions) {
    this.#vm = vm;
    this.#keyOf = keyOf;
    this.#options = options;
    vm.extensions.set('answerNow', (request: HostRequest): Value => {
      if (request instanceof EvaluateRequest) this.#evaluateNow(request);
      return null;
    });
  }

  /** Milliseconds of CPU time that are left. */
  millisecondsLeft = (): number => {
    const { millisecondsMax } = this.#vm.limits;
    if (millisecondsMax === Infinity) return Infinity;
    const slice = this.#sliceStart === null ? 0 : this.#vm.host.now() - this.#sliceStart;
    return millisecondsMax - this.#used - slice;
  };

  /** Runs something at once as part of the program, for example to print one of its values. */
  now<T>(body: () => T): T {
    const { journal, keyOf } = ambient;
    ambient.journal = this.#journal;
    ambient.keyOf = this.#keyOf;
    this.#sliceStart = this.#vm.host.now();
    try {
      return body();
    } finally {
      this.#used += this.#vm.host.now() - this.#sliceStart;
      this.#sliceStart = null;
      this.#journal = ambient.journal;
      ambient.journal = journal;
      ambient.keyOf = keyOf;
    }
  }

  async run(work: Pending): Promise<End> {
    const vm = this.#vm;
    const base = start(vm, work);
    for (;;) {
      if (this.#options.signal()?.aborted) return { kind: 'limit', limit: 'stopped' };
      const outcome = this.#advance(base);
      switch (outcome.kind) {
        case 'value':
        case 'raised':
        case 'limit':
        case 'mistake':
          await this.#options.between?.();
          return outcome;
        case 'slice':
          if (this.millisecondsLeft() <= 0) return { kind: 'limit', limit: 'time' };
          await this.#options.between?.();
          await this.#options.pause();
          break;
        case 'waiting': {
          const end = await this.#answer(outcome.request);
          if (end) return end;
        }
      }
      const end = await this.#computePending();
      if (end) return end;
    }
  }

  /** A long run without a look at its numbers computes them on the way. */
  async #computePending(): Promise<End | null> {
    const { evaluator } = this.#options;
    const signal = this.#options.signal();
    if (!evaluator) return null;
    const state = torchState(this.#vm);
    const values = tooMuchPending(state);
    if (values === null || values.length === 0) return null;
    try {
      await evaluator.evaluate(values, signal ? { signal } : {});
      forgetComputed(state, values);
      return null;
    } catch (error) {
      const kind: unknown = error instanceof Error && 'kind' in error ? error.kind : null;
      if (signal?.aborted) return { kind: 'limit', limit: 'stopped' };
      // What no engine has is told where the program asks for it.
      if (kind === 'unsupported') return null;
      if (kind === 'limit' || (error instanceof Error && error.name === 'RuntimeError')) {
        return { kind: 'limit', limit: 'memory' };
      }
      return { kind: 'mistake', error: error instanceof Error ? error : new Error(String(error)) };
    }
  }

  #advance(base: ReturnType<typeof start>): Outcome | End {
    const vm = this.#vm;
    try {
      return this.now(() => {
        const left = Math.min(SLICE_MS, this.millisecondsLeft());
        return advance(vm, base, vm.host.now() + left);
      });
    } catch (error) {
      return { kind: 'mistake', error: error instanceof Error ? error : new Error(String(error)) };
    }
  }

  async #answer(request: HostRequest): Promise<End | null> {
    const { evaluator } = this.#options;
    const signal = this.#options.signal();
    await this.#options.between?.();
    try {
      if (request instanceof EvaluateRequest) {
        if (evaluator) await evaluator.evaluate(request.values, signal ? { signal } : {});
        else this.now(() => this.#evaluateNow(request));
      }
    } catch (error) {
      return this.#failed(request, error);
    }
    answer(this.#vm, request, null);
    return null;
  }

  #evaluateNow({ values }: EvaluateRequest): void {
    this.#options.immediate.evaluateNow(values);
  }

  /** Memory that PyTorch would be refused too is the program's exception; the rest is ours. */
  #failed(request: HostRequest, error: unknown): End | null {
    if (this.#options.signal()?.aborted) return { kind: 'limit', limit: 'stopped' };
    if (!(error instanceof Error)) throw error;
    if (error instanceof TorchError) {
      const exception = makeException(error.type, error.message);
      answerWithError(this.#vm, request, new PyError(exception));
      return null;
    }
    if (error.name === 'RuntimeError') {
      const exception = makeException('RuntimeError', error.message);
      answerWithError(this.#vm, request, new PyError(exception));
      return null;
    }
    const kind: unknown = 'kind' in error ? error.kind : null;
    if (kind === 'limit') return { kind: 'limit', limit: 'memory' };
    const unsupported = error instanceof Unsupported || kind === 'unsupported';
    if (!unsupported) return { kind: 'mistake', error };
    this.#options.onUnsupported(error.message);
    answer(this.#vm, request, null);
    return null;
  }
}
