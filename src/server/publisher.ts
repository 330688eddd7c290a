// What the server tells without being asked: shapes at line ends, diagnostics, cases, progress, and
// that lenses and inlay hints should be asked for again. Each message names the version it is of.

import {
  CodeLensRefreshRequest,
  type ClientCapabilities,
  type Connection,
} from 'vscode-languageserver';
import * as l10n from '../base/l10n.ts';
import { LineIndex } from '../base/span.ts';
import { caseTable } from '../ide/cases.ts';
import { problems } from '../ide/diagnostics.ts';
import { lenses } from '../ide/lenses.ts';
import { lineShapes } from '../ide/shapes.ts';
import type { CaseTable } from '../view/caseTable.ts';
import type { RunProgress, RunReport } from '../view/runReport.ts';
import { toDiagnostic, withUris } from './convert.ts';
import type { OpenDocument } from './openDocument.ts';
import { uriOf } from './paths.ts';
import type { ClientOptions, ServerNotifications, ServerStatus } from './protocol.ts';

export interface PublisherOptions {
  readonly connection: Connection;
  readonly client: ClientOptions;
  readonly capabilities: ClientCapabilities;
  /** The text of a file of a program, as it stands in an editor or on the disk. */
  readText(path: string): string | null;
}

export class Publisher {
  readonly #connection: Connection;
  readonly #client: ClientOptions;
  readonly #readText: PublisherOptions['readText'];
  readonly #refreshesLenses: boolean;
  readonly #refreshesHints: boolean;
  /** What was sent last, so that nothing is sent twice. */
  readonly #sentLenses = new Map<string, string>();
  #engine: Pick<ServerStatus, 'engine' | 'engineNote'> = { engine: null, engineNote: null };

  constructor(options: PublisherOptions) {
    const { connection, client, capabilities, readText } = options;
    const { workspace } = capabilities;
    this.#readText = readText;
    this.#connection = connection;
    this.#client = client;
    this.#refreshesLenses = workspace?.codeLens?.refreshSupport === true;
    this.#refreshesHints = workspace?.inlayHint?.refreshSupport === true;
  }

  /** Whether shapes stand at the variables, as inlay hints. */
  atVariables({ settings }: OpenDocument): boolean {
    if (!settings['hints.enabled']) return false;
    return this.#client.paintsLineShapes !== true || settings['hints.position'] === 'variable';
  }

  /** Everything about a version, as soon as it is traced. */
  traced(document: OpenDocument): void {
    const { snapshot, lastGood, uri, version } = document;
    this.shown(document);
    if (!snapshot || document.tracedVersion !== version) return;
    const found = problems(snapshot, (path) => this.#linesOf(document, path), lastGood);
    void this.#connection.sendDiagnostics({
      uri,
      version,
      diagnostics: found.map((problem) => toDiagnostic(problem, (path) => uriFor(document, path))),
    });
  }

  /** What depends on the chosen case and on the settings. */
  shown(document: OpenDocument): void {
    this.#shapes(document);
    this.cases(document);
    this.#refresh(document);
  }

  cases(document: OpenDocument): void {
    const table = this.caseTable(document);
    this.#notify('torchpad/cases', { uri: document.uri, version: document.version, table });
  }

  caseTable(document: OpenDocument): CaseTable {
    const { snapshot, selection, lastRun, progress, version } = document;
    if (!snapshot) return { ...noCases, progress };
    const table = caseTable(snapshot, {
      selection,
      lastRun: lastRun && { ...lastRun, outdated: lastRun.version !== version },
      progress,
      linesOf: (path) => this.#linesOf(document, path),
    });
    return withUris(table, (path) => uriFor(document, path));
  }

  progress(document: OpenDocument, progress: RunProgress | null): void {
    this.#notify('torchpad/progress', { uri: document.uri, progress });
  }

  status(doing: ServerStatus['doing'], report?: RunReport): void {
    if (report) this.#engine = { engine: report.engine, engineNote: report.engineNote };
    this.#notify('torchpad/status', { doing, ...this.#engine });
  }

  /** `3 passed, 1 failed (native)` */
  summary({ cases, engine }: RunReport): string {
    const passed = cases.filter(({ verdict }) => verdict === 'passed').length;
    const failed = cases.filter(({ verdict }) => verdict === 'failed').length;
    return l10n.t('{0} passed, {1} failed ({2})', passed, failed, engine ?? l10n.t('no engine'));
  }

  /** The document is closed: nothing of it stays in lists that outlive it. */
  forget({ uri }: OpenDocument): void {
    this.#sentLenses.delete(uri);
    void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  #shapes(document: OpenDocument): void {
    if (this.#client.paintsLineShapes !== true) return;
    const { snapshot, selection, lastGood, settings, uri, version } = document;
    const hidden = !settings['hints.enabled'] || settings['hints.position'] !== 'lineEnd';
    const current = snapshot && document.tracedVersion === version ? snapshot : null;
    const shapes = hidden || !current ? [] : lineShapes(current, selection, lastGood);
    // A version that could not be traced leaves what the editor shows where it is.
    if (current || hidden) this.#notify('torchpad/shapes', { uri, version, shapes });
  }

  #refresh(document: OpenDocument): void {
    if (this.#refreshesHints && this.atVariables(document)) {
      this.#connection.languages.inlayHint.refresh().catch(ignored);
    }
    const { snapshot, selection, lastGood, uri } = document;
    if (!this.#refreshesLenses || !snapshot) return;
    const text = JSON.stringify(lenses(snapshot, selection, lastGood));
    if (this.#sentLenses.get(uri) === text) return;
    this.#sentLenses.set(uri, text);
    this.#connection.sendRequest(CodeLensRefreshRequest.type).catch(ignored);
  }

  /** The lines of a file of the program. */
  #linesOf(document: OpenDocument, path: string): LineIndex | null {
    if (path === document.path) return document.snapshot?.parsed.lineIndex ?? null;
    const text = this.#readText(path);
    return text === null ? null : new LineIndex(text);
  }

  #notify<Name extends keyof ServerNotifications>(
    name: Name,
    params: ServerNotifications[Name],
  ): void {
    void this.#connection.sendNotification(name, params);
  }
}

/** A client that went away asks for nothing any more. */
function ignored(): void {
  return undefined;
}

const noCases: CaseTable = {
  rows: [],
  skipped: [],
  printed: [],
  engine: null,
  engineNote: null,
  error: null,
  statedMatches: null,
  progress: null,
};

function uriFor(document: OpenDocument, path: string): string {
  return path === document.path ? document.uri : uriOf(path);
}
