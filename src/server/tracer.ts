// Which document is traced when: one at a time, the one edited last first, at once. An edit drops the
// trace in progress. Who asks about a document waits until its present version is traced.

import type { OpenDocument } from './openDocument.ts';
import type { Services } from './services.ts';

export interface TracerOptions {
  readonly services: Services;
  /** Texts that stand in the editor instead of what is on the disk, by path. */
  openFiles(): ReadonlyMap<string, string>;
  /** The folders inside of which the program of a document may read. */
  roots(document: OpenDocument): readonly string[];
  /** Whether this version silenced an earlier server. */
  isSilenced(document: OpenDocument): boolean;
  /** A document has a new snapshot, or its present version can't have one. */
  onTraced(document: OpenDocument): void;
  onFailure(document: OpenDocument, error: unknown): void;
}

export class Tracer {
  readonly #options: TracerOptions;
  /** The last is next. */
  readonly #waiting = new Set<OpenDocument>();
  readonly #settled = new Map<OpenDocument, (() => void)[]>();
  #current: { readonly document: OpenDocument; readonly abort: AbortController } | null = null;
  #scheduled = false;

  constructor(options: TracerOptions) {
    this.#options = options;
  }

  /** The document, or something that its program depends on, has changed. */
  changed(document: OpenDocument): void {
    const { document: current } = this.#current ?? {};
    this.#current?.abort.abort();
    if (current && current !== document) this.#waiting.add(current);
    this.#waiting.delete(document);
    this.#waiting.add(document);
    this.#schedule();
  }

  closed(document: OpenDocument): void {
    this.#waiting.delete(document);
    if (this.#current?.document === document) this.#current.abort.abort();
    this.#release(document);
  }

  /** Resolves once the present version is traced, or the document is closed. */
  settled(document: OpenDocument): Promise<void> {
    if (!this.#waiting.has(document) && this.#current?.document !== document) {
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const waiting = this.#settled.get(document);
      if (waiting) waiting.push(resolve);
      else this.#settled.set(document, [resolve]);
    });
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    // Behind the messages that have arrived already: they may hold the next edit.
    this.#options.services.clock.soon(() => {
      this.#scheduled = false;
      if (!this.#current) void this.#traceAll();
    });
  }

  async #traceAll(): Promise<void> {
    for (let next = this.#next(); next; next = this.#next()) await this.#trace(next);
  }

  #next(): OpenDocument | undefined {
    const next = [...this.#waiting].at(-1);
    if (next) this.#waiting.delete(next);
    return next;
  }

  async #trace(document: OpenDocument): Promise<void> {
    const abort = new AbortController();
    this.#current = { document, abort };
    try {
      if (!this.#options.isSilenced(document)) await this.#attempt(document, abort.signal);
    } catch (error) {
      this.#options.onFailure(document, error);
    } finally {
      this.#current = null;
    }
    if (this.#waiting.has(document)) return;
    this.#options.onTraced(document);
    this.#release(document);
  }

  async #attempt(document: OpenDocument, signal: AbortSignal): Promise<void> {
    const { services } = this.#options;
    const { version, settings, path } = document;
    const parsed = document.parse();
    const trace = await services.trace({
      path,
      parsed,
      roots: this.#options.roots(document),
      python: document.python,
      openFiles: this.#options.openFiles(),
      torchVersion: settings.torchVersion,
      budgetMs: settings['trace.liveBudgetMs'],
      signal,
    });
    if (trace && !signal.aborted && version === document.version) document.traced(parsed, trace);
  }

  #release(document: OpenDocument): void {
    const waiting = this.#settled.get(document) ?? [];
    this.#settled.delete(document);
    for (const resolve of waiting) resolve();
  }
}
