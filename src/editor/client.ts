// The editor's end of the connection to Torchpad's server: starts the process, speaks
// `server/protocol` in types, and starts it anew when it died or hung. What the messages mean is
// the business of the files beside this one.

import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
  type LanguageClientOptions,
  type ServerOptions,
} from 'vscode-languageclient/node';
import * as l10n from '../base/l10n.ts';
import {
  serverFlags,
  type ClientNotifications,
  type ClientOptions,
  type ClientRequests,
  type DocumentVersion,
  type ServerNotifications,
} from '../server/protocol.ts';
import { commands } from '../view/contributions.ts';
import { documentSelector, openDocument } from './documents.ts';
import type { CurrentDocument } from './documents.ts';
import { onInterpreterSelected, selectedInterpreter } from './interpreter.ts';
import type { Log } from './log.ts';
import { PendingTraces } from './pendingTraces.ts';
import { silenceMaxMs, watchServer } from './watch.ts';

/** Typed messages to and from the server, which may be replaced behind this. */
export interface Client extends vscode.Disposable {
  start(): Promise<void>;
  stop(): Promise<void>;
  on<Name extends keyof ServerNotifications>(
    name: Name,
    listener: (params: ServerNotifications[Name]) => void,
  ): vscode.Disposable;
  notify<Name extends keyof ClientNotifications>(
    name: Name,
    params: ClientNotifications[Name],
  ): Promise<void>;
  /** Rejects where the server stops before it answers. */
  request<Name extends keyof ClientRequests>(
    name: Name,
    params: ClientRequests[Name]['params'],
    token?: vscode.CancellationToken,
  ): Promise<ClientRequests[Name]['result']>;
  /** The server is new: what an earlier one was told and asked is gone. */
  readonly onDidRestart: vscode.Event<void>;
}

/** A server that dies this often within the time is not started again by itself. */
const crashesMax = 5;
const crashWindowMs = 3 * 60_000;

/** @param serverFile the built server, in the extension's folder. */
export function createClient(serverFile: vscode.Uri, current: CurrentDocument, log: Log): Client {
  const pending = new PendingTraces();
  const client = new LanguageClient(
    'torchpad',
    'Torchpad',
    serverOptions(serverFile),
    clientOptions(pending, log),
  );
  const emitters = emittersOf(client);
  const restarted = new vscode.EventEmitter<void>();
  let requestsUnderWay = 0;
  let started = 0;

  const watch = watchServer({
    ask: () => client.sendRequest('torchpad/alive', null),
    idle: () => client.state !== State.Running || (pending.none && requestsUnderWay === 0),
    onSilent: () => {
      saySilent(pending.blame(current.uri), log);
      // Its exit is what the client restarts it for. A hung process hears no polite request.
      client.serverProcess?.kill('SIGKILL');
    },
  });
  const given = (document: vscode.TextDocument): void => {
    if (!current.isTraced(document)) return;
    pending.sent({ uri: document.uri.toString(), version: document.version });
    watch.wake();
  };
  const owned: vscode.Disposable[] = [
    watch,
    restarted,
    ...Object.values(emitters),
    emitters['torchpad/cases'].event((traced) => pending.answered(traced)),
    onInterpreterSelected(() => {
      void client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    }),
    vscode.workspace.onDidOpenTextDocument(given),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) given(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => pending.closed(uri.toString())),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) return;
      log.info(started === 0 ? 'The server runs.' : 'A new server runs.');
      for (const document of vscode.workspace.textDocuments) given(document);
      if (started++ > 0) restarted.fire();
    }),
  ];

  return {
    start: () => client.start(),
    stop: () => client.stop(),
    on: (name, listener) => emitters[name].event(listener),
    notify: (name, params) => client.sendNotification(name, params),
    async request(name, params, token) {
      requestsUnderWay++;
      watch.wake();
      try {
        return await client.sendRequest<ClientRequests[typeof name]['result']>(name, params, token);
      } finally {
        requestsUnderWay--;
      }
    },
    onDidRestart: restarted.event,
    dispose() {
      for (const each of owned) each.dispose();
    },
  };
}

/** A process of its own, by Node's channel between processes. */
function serverOptions(serverFile: vscode.Uri): ServerOptions {
  const server = { module: serverFile.fsPath, transport: TransportKind.ipc };
  return {
    run: { ...server, options: { execArgv: [...serverFlags] } },
    debug: { ...server, options: { execArgv: [...serverFlags, '--inspect=6009'] } },
  };
}

function clientOptions(pending: PendingTraces, log: Log): LanguageClientOptions {
  const crashes: number[] = [];
  return {
    documentSelector: documentSelector().map((filter) => ({ ...filter })),
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Asked again at each start.
    initializationOptions: (): ClientOptions => ({
      paintsLineShapes: true,
      ownsCommands: true,
      silentOver: pending.silentOver,
    }),
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => ({ action: afterCrash(crashes, log), handled: true }),
    },
    middleware: {
      workspace: {
        async configuration({ items }, token, next) {
          const values: unknown = await next({ items }, token);
          if (!Array.isArray(values)) return [];
          return Promise.all(
            items.map(async ({ section, scopeUri }, i) => {
              if (section !== 'python.defaultInterpreterPath') return values[i] as unknown;
              const resource = scopeUri === undefined ? undefined : vscode.Uri.parse(scopeUri);
              return (await selectedInterpreter(resource)) ?? (values[i] as unknown);
            }),
          );
        },
      },
    },
    // Hovers carry links that choose a case, and none that do anything else.
    markdown: { isTrusted: { enabledCommands: [commands.selectCase, commands.runCases] } },
  };
}

/** The library keeps one listener for a message; several files here listen. */
function emittersOf(client: LanguageClient): Emitters {
  const emitter = <Name extends keyof ServerNotifications>(
    name: Name,
  ): vscode.EventEmitter<ServerNotifications[Name]> => {
    const emitter = new vscode.EventEmitter<ServerNotifications[Name]>();
    client.onNotification(name, (params: ServerNotifications[Name]) => emitter.fire(params));
    return emitter;
  };
  return {
    'torchpad/shapes': emitter('torchpad/shapes'),
    'torchpad/cases': emitter('torchpad/cases'),
    'torchpad/progress': emitter('torchpad/progress'),
    'torchpad/status': emitter('torchpad/status'),
  };
}

type Emitters = {
  readonly [Name in keyof ServerNotifications]: vscode.EventEmitter<ServerNotifications[Name]>;
};

function afterCrash(crashes: number[], log: Log): CloseAction {
  const now = Date.now();
  crashes.push(now);
  while (now - (crashes[0] ?? now) > crashWindowMs) crashes.shift();
  if (crashes.length < crashesMax) {
    log.warn(l10n.t('The server ended; it is started again.'));
    return CloseAction.Restart;
  }
  const message = l10n.t('The server ended {0} times; Torchpad stops here.', crashes.length);
  log.error(message);
  void vscode.window.showErrorMessage(message, reportLabel()).then((choice) => {
    if (choice) void vscode.commands.executeCommand(commands.reportProblem);
  });
  return CloseAction.DoNotRestart;
}

/** Says once for a version of a document that it is not traced. */
function saySilent(silentOver: readonly DocumentVersion[], log: Log): void {
  for (const { uri, version } of silentOver) {
    log.warn(
      `The server was silent for ${silenceMaxMs / 1000} s over version ${version} of ${uri}`,
    );
  }
  const names = silentOver.map(({ uri }) => nameOf(uri)).join(', ');
  const message =
    names === ''
      ? l10n.t('Torchpad did not answer any more and was started again.')
      : l10n.t(
          'Torchpad did not answer any more and was started again. {0} is traced again at its next edit.',
          names,
        );
  void vscode.window.showWarningMessage(message, reportLabel()).then((choice) => {
    if (choice) void vscode.commands.executeCommand(commands.reportProblem);
  });
}

function reportLabel(): string {
  return l10n.t('Report a Problem');
}

function nameOf(uri: string): string {
  const document = openDocument(uri);
  return document ? vscode.workspace.asRelativePath(document.uri) : uri;
}
