// The engine's side of the process that hosts ONNX Runtime: starts it, asks it one run at a time,
// and starts it again when it died. Knows nothing of graphs; `native.ts` does.

import * as l10n from '../base/l10n.ts';
import { EngineFailure } from './failure.ts';
import { encodeFrame, FrameReader } from './protocol.ts';
import type { Connect, FromHost, HostReady, Port, RunRequest, RunResult } from './protocol.ts';

export interface RunLimits {
  readonly signal?: AbortSignal;
  readonly timeMsMax?: number;
}

export class NativeHost {
  readonly #connect: Connect;
  #live: Connection | undefined;
  #tail: Promise<unknown> = Promise.resolve();
  #nextId = 1;
  #crashes = 0;

  constructor(connect: Connect) {
    this.#connect = connect;
  }

  /** How often the process ended by itself since the start. */
  get crashes(): number {
    return this.#crashes;
  }

  /** ONNX Runtime's version; null until it was loaded. */
  get version(): string | null {
    return this.#live?.version ?? null;
  }

  /** Starts the process, if none is there; call it early, since it takes about 100 ms by itself. */
  start(): Promise<HostReady> {
    return this.#connection().ready;
  }

  /**
   * Runs a model. Rejects with an `EngineFailure`, or with the signal's reason: a run that has begun
   * can only be stopped by ending its process, and the next run gets a new one.
   */
  run(request: Omit<RunRequest, 'kind' | 'id'>, limits: RunLimits = {}): Promise<RunResult> {
    const turn = this.#tail.then(() => this.#runNow(request, limits));
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  stop(): void {
    this.#live?.end(new EngineFailure('crashed', l10n.t('The native engine was stopped.')));
    this.#live = undefined;
  }

  async #runNow(
    request: Omit<RunRequest, 'kind' | 'id'>,
    { signal, timeMsMax }: RunLimits,
  ): Promise<RunResult> {
    signal?.throwIfAborted();
    const connection = this.#connection();
    const abort = (): void => connection.end(abortReason(signal));
    const expire = (): void =>
      connection.end(
        new EngineFailure('limit', l10n.t('The run was stopped after {0} ms.', timeMsMax ?? 0)),
      );
    const timer = timeMsMax === undefined ? undefined : setTimeout(expire, timeMsMax);
    signal?.addEventListener('abort', abort, { once: true });
    connection.hold(true);
    try {
      await connection.ready;
      return await connection.ask({ ...request, kind: 'run', id: this.#nextId++ });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      connection.hold(false);
    }
  }

  #connection(): Connection {
    if (this.#live && !this.#live.ended) return this.#live;
    this.#live = new Connection(this.#connect(), () => void this.#crashes++);
    return this.#live;
  }
}

/** One life of the process. */
class Connection {
  readonly ready: Promise<HostReady>;
  version: string | null = null;
  readonly #port: Port;
  #settleReady: { resolve(ready: HostReady): void; reject(error: Error): void } | undefined;
  #waiting: { resolve(result: RunResult): void; reject(error: Error): void } | undefined;
  #end: Error | undefined;

  constructor(port: Port, onCrash: () => void) {
    this.#port = port;
    this.ready = new Promise((resolve, reject) => {
      this.#settleReady = { resolve, reject };
    });
    // Nobody may be waiting for a start that was made early; whoever runs, sees the error.
    this.ready.catch(() => undefined);
    const reader = new FrameReader<FromHost>((message) => this.#receive(message));
    port.hold(false);
    port.onData((chunk) => {
      try {
        reader.push(chunk);
      } catch (error) {
        this.end(new EngineFailure('crashed', String(error)));
      }
    });
    port.onClose((reason) => {
      if (!this.#end) onCrash();
      this.#close(new EngineFailure('crashed', l10n.t('The native engine crashed ({0}).', reason)));
    });
  }

  get ended(): boolean {
    return this.#end !== undefined;
  }

  /** While held, the process keeps this one alive. */
  hold(busy: boolean): void {
    this.#port.hold(busy);
  }

  ask(request: RunRequest): Promise<RunResult> {
    if (this.#end) return Promise.reject(this.#end);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#port.write(encodeFrame(request));
    });
  }

  /** Ends the process; whoever waits for it gets the reason. */
  end(reason: Error): void {
    this.#close(reason);
    this.#port.kill();
  }

  #receive(message: FromHost): void {
    switch (message.kind) {
      case 'ready':
        this.version = message.version;
        this.#settleReady?.resolve(message);
        this.#settleReady = undefined;
        return;
      case 'unavailable':
        this.end(new EngineFailure('unavailable', message.message));
        return;
      case 'result':
        this.#settle()?.resolve(message);
        return;
      case 'failed':
        this.#settle()?.reject(new EngineFailure('failed', message.message));
    }
  }

  #settle(): { resolve(result: RunResult): void; reject(error: Error): void } | undefined {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    return waiting;
  }

  #close(reason: Error): void {
    if (this.#end) return;
    this.#end = reason;
    this.#settleReady?.reject(reason);
    this.#settle()?.reject(reason);
  }
}

function abortReason(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error
    ? reason
    : new EngineFailure('limit', l10n.t('The run was stopped.'));
}
