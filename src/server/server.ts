// The language server: documents in, answers out. It computes nothing itself: the tracer gives each
// document its snapshot, ide/ makes answers from that, and convert.ts puts them in LSP's words.

import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  TextDocuments,
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as l10n from '../base/l10n.ts';
import { hover } from '../ide/hover.ts';
import { lenses } from '../ide/lenses.ts';
import { outline } from '../ide/outline.ts';
import { variableShapes } from '../ide/shapes.ts';
import type { Snapshot } from '../ide/snapshot.ts';
import type { SettingName } from '../view/contributions.ts';
import type { ExportReport } from '../view/exportReport.ts';
import { toCodeLens, toHover, toInlayHint, toSymbols } from './convert.ts';
import { readSettings } from './configuration.ts';
import { chooseCase } from './chooseCase.ts';
import { OpenDocument } from './openDocument.ts';
import { pathOf } from './paths.ts';
import { exportDocument } from './exportDocument.ts';
import { Publisher } from './publisher.ts';
import { pythonSections, readPythonChoice, sameChoice } from './pythonChoice.ts';
import type {
  ClientOptions,
  ClientRequests,
  ExportParams,
  RunParams,
  SelectCaseParams,
} from './protocol.ts';
import { runDocument, type RunSurroundings } from './runDocument.ts';
import type { Services } from './services.ts';
import { Tracer } from './tracer.ts';

/** Answers on the connection until it closes. */
export function startServer(connection: Connection, services: Services): void {
  new Server(connection, services).listen();
}

class Server {
  readonly #connection: Connection;
  readonly #services: Services;
  readonly #texts = new TextDocuments(TextDocument);
  readonly #open = new Map<string, OpenDocument>();
  readonly #tracer: Tracer;
  #publisher: Publisher;
  #client: ClientOptions = {};
  #capabilities: InitializeParams['capabilities'] = {};
  /** The paths of the workspace's folders. */
  #folders: readonly string[] = [];
  /** What a client that can't be asked has pushed. */
  #pushed: unknown = {};

  constructor(connection: Connection, services: Services) {
    this.#connection = connection;
    this.#services = services;
    this.#publisher = this.#newPublisher();
    this.#tracer = new Tracer({
      services,
      openFiles: () => this.#openFiles(),
      roots: (document) => this.#roots(document),
      isSilenced: ({ uri, version }) =>
        (this.#client.silentOver ?? []).some(
          (silent) => silent.uri === uri && silent.version === version,
        ),
      onTraced: (document) => this.#traced(document),
      onFailure: (document, error) => this.#failed(document, error),
    });
  }

  listen(): void {
    this.#listenToLife();
    this.#listenToTexts();
    this.#listenToQuestions();
    this.#listenToOwnMessages();
    this.#texts.listen(this.#connection);
    this.#connection.listen();
  }

  #listenToLife(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#register());
    connection.onDidChangeConfiguration(({ settings }) => {
      const section: unknown = (settings as { torchpad?: unknown } | null)?.torchpad;
      if (section !== undefined) this.#pushed = section;
      for (const document of this.#open.values()) void this.#configure(document);
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      // What is open is read from the editor, however it is saved.
      if (changes.every(({ uri }) => this.#open.has(uri))) return;
      for (const document of this.#open.values()) this.#tracer.changed(document);
    });
    connection.onShutdown(() => {
      for (const document of this.#open.values()) document.dispose();
    });
  }

  #initialize(params: InitializeParams): InitializeResult {
    const { capabilities, initializationOptions, locale, workspaceFolders } = params;
    this.#folders = (workspaceFolders ?? []).map(({ uri }) => pathOf(uri));
    if (locale !== undefined) l10n.useLanguage(locale);
    this.#client = (initializationOptions as ClientOptions | undefined) ?? {};
    this.#capabilities = capabilities;
    this.#publisher = this.#newPublisher();
    const commands = ['torchpad.runCases', 'torchpad.selectCase'];
    return {
      serverInfo: { name: 'Torchpad' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        codeLensProvider: { resolveProvider: false },
        inlayHintProvider: { resolveProvider: false },
        documentSymbolProvider: true,
        ...(this.#client.ownsCommands !== true && { executeCommandProvider: { commands } }),
      },
    };
  }

  /** What the client offers to tell when it changes. */
  #register(): void {
    const { workspace } = this.#capabilities;
    if (workspace?.didChangeConfiguration?.dynamicRegistration) {
      void this.#connection.client.register(DidChangeConfigurationNotification.type, {
        section: ['torchpad', 'python'],
      });
    }
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = [{ globPattern: '**/*.py' }, { globPattern: '**/*.expected.txt' }];
      void this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
  }

  #listenToTexts(): void {
    // Opening a document counts as its first change.
    this.#texts.onDidChangeContent(({ document }) => {
      const known = this.#open.get(document.uri);
      const changed = known ?? new OpenDocument(document);
      if (!known) {
        this.#open.set(document.uri, changed);
        void this.#configure(changed);
      }
      this.#changed(changed);
    });
    this.#texts.onDidClose(({ document }) => {
      const closed = this.#open.get(document.uri);
      if (!closed) return;
      this.#open.delete(document.uri);
      this.#tracer.closed(closed);
      this.#publisher.forget(closed);
      closed.dispose();
    });
  }

  #listenToQuestions(): void {
    const connection = this.#connection;
    connection.onHover(async ({ textDocument, position }, token) => {
      const found = await this.#settled(textDocument.uri, token);
      if (!found) return null;
      const { line, character: column } = position;
      const offset = found.snapshot.parsed.lineIndex.offsetAt({ line, column });
      const answer = hover(found.snapshot, offset);
      return answer && toHover(answer);
    });
    connection.onCodeLens(async ({ textDocument }, token) => {
      const found = await this.#settled(textDocument.uri, token);
      if (!found) return [];
      const { document, snapshot } = found;
      const shown = lenses(snapshot, document.selection, document.lastGood);
      return shown.map((lens) => toCodeLens(lens, document.uri));
    });
    connection.languages.inlayHint.on(async ({ textDocument }, token) => {
      const found = await this.#settled(textDocument.uri, token);
      if (!found || !this.#publisher.atVariables(found.document)) return [];
      const { document, snapshot } = found;
      const shapes = variableShapes(snapshot, document.selection, document.lastGood);
      return shapes.map(toInlayHint);
    });
    connection.onDocumentSymbol(async ({ textDocument }, token) => {
      const found = await this.#settled(textDocument.uri, token);
      if (!found) return [];
      const { module, lineIndex } = found.snapshot.parsed;
      return toSymbols(outline(module), lineIndex);
    });
  }

  #listenToOwnMessages(): void {
    const connection = this.#connection;
    const answer = <Name extends keyof ClientRequests>(
      name: Name,
      work: (
        params: ClientRequests[Name]['params'],
        token: CancellationToken,
      ) => Promise<ClientRequests[Name]['result']>,
    ): void => {
      connection.onRequest(name, work);
    };
    answer('torchpad/run', (params) => this.#run(params));
    answer('torchpad/selectCase', (params) => this.#selectCase(params));
    answer('torchpad/caseTable', async ({ uri }) => {
      const found = await this.#settled(uri, null);
      return found ? this.#publisher.caseTable(found.document) : null;
    });
    answer('torchpad/export', (params, token) => this.#export(params, token));
    answer('torchpad/alive', () => Promise.resolve(null));
    connection.onNotification('torchpad/stop', ({ uri }: { readonly uri: string }) => {
      this.#open.get(uri)?.running?.abort();
    });
    connection.onExecuteCommand(async ({ command, arguments: args = [] }) => {
      const [uri, rest] = args as [string, unknown];
      if (command === 'torchpad.runCases') {
        const result = await this.#run({ uri, cases: rest as readonly number[] });
        if (result)
          connection.window.showInformationMessage(this.#publisher.summary(result.report));
      } else if (command === 'torchpad.selectCase') {
        const choice = { kind: 'index', caseIndex: Number(rest) } as const;
        await this.#selectCase({ uri, choice });
      }
      return null;
    });
  }

  async #run(params: RunParams): Promise<ClientRequests['torchpad/run']['result']> {
    const document = this.#open.get(params.uri);
    if (!document) return null;
    // A setting that was changed a moment ago counts for this run already.
    await this.#configure(document);
    return runDocument(document, params.cases, this.#runSurroundings());
  }

  async #export(params: ExportParams, token: CancellationToken): Promise<ExportReport | null> {
    const document = this.#open.get(params.uri);
    if (!document) return null;
    await this.#configure(document);
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    return exportDocument(document, params, this.#runSurroundings(), abort.signal);
  }

  #runSurroundings(): RunSurroundings {
    return {
      services: this.#services,
      settled: (document) => this.#tracer.settled(document),
      openFiles: () => this.#openFiles(),
      roots: (document) => this.#roots(document),
      publisher: this.#publisher,
    };
  }

  #openFiles(): ReadonlyMap<string, string> {
    return new Map([...this.#open.values()].map((each) => [each.path, each.program]));
  }

  /** The workspace's folders, that of the document first; its own folder where it is in none. */
  #roots({ path }: OpenDocument): readonly string[] {
    const own = path.slice(0, Math.max(path.lastIndexOf('/'), 1));
    const around = this.#folders.filter((folder) => path.startsWith(`${folder}/`));
    return [...new Set([...around, own, ...this.#folders])];
  }

  async #selectCase({ uri, choice }: SelectCaseParams): Promise<number | null> {
    const found = await this.#settled(uri, null);
    if (!found) return null;
    const chosen = chooseCase(found.snapshot, found.document.selection, choice);
    if (chosen === null) return null;
    found.document.choose(chosen);
    this.#publisher.shown(found.document);
    return chosen;
  }

  /** The document with the snapshot of its present version; null where there is none. */
  async #settled(
    uri: string,
    token: CancellationToken | null,
  ): Promise<{ readonly document: OpenDocument; readonly snapshot: Snapshot } | null> {
    const document = this.#open.get(uri);
    if (!document) return null;
    await this.#tracer.settled(document);
    const { snapshot } = document;
    if (token?.isCancellationRequested || !snapshot) return null;
    // A version that could not be traced has no answers; the last snapshot is of another text.
    return document.tracedVersion === document.version ? { document, snapshot } : null;
  }

  async #configure(document: OpenDocument): Promise<void> {
    const [section, ...python] = await this.#sections(document);
    if (this.#open.get(document.uri) !== document) return;
    const before = document.settings;
    const now = readSettings(section);
    const choice = readPythonChoice(python, this.#roots(document)[0] ?? '');
    const sameEnvironment = sameChoice(choice, document.python);
    document.python = choice;
    const names = Object.keys(now) as SettingName[];
    const changed = names.filter((name) => now[name] !== before[name]);
    document.settings = now;
    const traced: readonly SettingName[] = ['torchVersion', 'trace.liveBudgetMs'];
    if (!sameEnvironment || changed.some((name) => traced.includes(name))) {
      this.#tracer.changed(document);
    } else if (changed.length > 0 && document.snapshot) {
      this.#publisher.shown(document);
    }
  }

  /** What the client holds for a document under `torchpad`, and of Python. */
  async #sections({ uri }: OpenDocument): Promise<readonly unknown[]> {
    if (this.#capabilities.workspace?.configuration !== true) return [this.#pushed];
    try {
      const sections = ['torchpad', ...pythonSections];
      const items = sections.map((section) => ({ scopeUri: uri, section }));
      return await this.#connection.workspace.getConfiguration(items);
    } catch {
      return [this.#pushed]; // the client went away, or refuses to say
    }
  }

  #traced(document: OpenDocument): void {
    if (this.#open.get(document.uri) === document) this.#publisher.traced(document);
  }

  /** Programs that import the document read it from here; it comes before them. */
  #changed(document: OpenDocument): void {
    for (const other of this.#open.values()) {
      const imports = other.snapshot?.trace.sources.includes(document.path) === true;
      if (imports && other !== document) this.#tracer.changed(other);
    }
    this.#tracer.changed(document);
  }

  #failed(document: OpenDocument, error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#connection.console.error(
      `Tracing version ${document.version} of ${document.uri}: ${text}`,
    );
  }

  #newPublisher(): Publisher {
    return new Publisher({
      connection: this.#connection,
      client: this.#client,
      capabilities: this.#capabilities,
      readText: (path) => {
        const open = [...this.#open.values()].find((document) => document.path === path);
        return open ? open.program : this.#services.readText(path);
      },
    });
  }
}
