// The cases of every document, as the server told them last: one store that the panel, the Test
// Explorer and the commands read, so that they can't disagree.

import * as vscode from 'vscode';
import type { CaseTable } from '../view/caseTable.ts';
import type { RunProgress } from '../view/runReport.ts';
import type { Client } from './client.ts';

export interface DocumentCases {
  readonly uri: string;
  readonly version: number;
  /** Its `progress` is the latest one. */
  readonly table: CaseTable;
}

export class Cases implements vscode.Disposable {
  readonly #client: Client;
  readonly #byUri = new Map<string, DocumentCases>();
  readonly #runs = new Map<string, Promise<CaseTable | null>>();
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #began = new vscode.EventEmitter<string>();
  readonly #ended = new vscode.EventEmitter<{ uri: string; table: CaseTable | null }>();
  readonly #listeners: vscode.Disposable[];

  constructor(client: Client) {
    this.#client = client;
    this.#listeners = [
      client.on('torchpad/cases', (cases) => this.#keep(cases)),
      client.on('torchpad/progress', ({ uri, progress }) => this.#setProgress(uri, progress)),
      client.onDidRestart(() => this.#endProgress()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.#byUri.delete(uri.toString())) this.#changed.fire(uri.toString());
      }),
    ];
  }

  /** Fires with the URI of a document whose cases or progress changed. */
  get onDidChange(): vscode.Event<string> {
    return this.#changed.event;
  }

  of(uri: string): DocumentCases | undefined {
    return this.#byUri.get(uri);
  }

  get running(): string[] {
    return [...this.#byUri.values()].filter(({ table }) => table.progress).map(({ uri }) => uri);
  }

  /** Fires when a run begins, whoever asked for it. */
  get onWillRun(): vscode.Event<string> {
    return this.#began.event;
  }

  /** Fires when a run ended; its table is null where the server could not run the document. */
  get onDidRun(): vscode.Event<{ readonly uri: string; readonly table: CaseTable | null }> {
    return this.#ended.event;
  }

  /**
   * Runs the program of a document on numbers; null where the server does not have it. Who asks
   * while it runs waits for the same run. Rejects where the server ended meanwhile.
   */
  run(uri: string, cases: readonly number[]): Promise<CaseTable | null> {
    const underWay = this.#runs.get(uri);
    if (underWay) return underWay;
    const run = this.#run(uri, cases).finally(() => this.#runs.delete(uri));
    this.#runs.set(uri, run);
    return run;
  }

  async stop(uri: string): Promise<void> {
    await this.#client.notify('torchpad/stop', { uri });
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    for (const emitter of [this.#changed, this.#began, this.#ended]) emitter.dispose();
  }

  async #run(uri: string, cases: readonly number[]): Promise<CaseTable | null> {
    let table: CaseTable | null = null;
    this.#began.fire(uri);
    try {
      const result = await this.#client.request('torchpad/run', { uri, cases });
      table = result?.table ?? null;
      if (result) this.#keep({ uri, version: result.version, table: result.table });
    } finally {
      this.#ended.fire({ uri, table });
    }
    return table;
  }

  #keep({ uri, version, table }: DocumentCases): void {
    // What an earlier version had is not news, however late it comes.
    if (version < (this.#byUri.get(uri)?.version ?? 0)) return;
    this.#byUri.set(uri, { uri, version, table });
    this.#changed.fire(uri);
  }

  #setProgress(uri: string, progress: RunProgress | null): void {
    const known = this.#byUri.get(uri);
    if (!known) return;
    this.#byUri.set(uri, { ...known, table: { ...known.table, progress } });
    this.#changed.fire(uri);
  }

  /** A run ends with its server. */
  #endProgress(): void {
    for (const uri of this.running) this.#setProgress(uri, null);
  }
}
