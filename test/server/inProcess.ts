// The server and a client of it in one process, over streams, speaking the real protocol.

import { PassThrough, type Readable, type Writable } from 'node:stream';
import {
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
  type ConfigurationParams,
  type InitializeParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import type {
  ClientOptions,
  ClientRequests,
  ServerNotifications,
} from '../../src/server/protocol.ts';
import { startServer } from '../../src/server/server.ts';
import type { Services } from '../../src/server/services.ts';

/** A client that keeps what the server told last about each document. */
export class Client {
  readonly connection: ProtocolConnection;
  /** Every notification of ours, in order. */
  readonly told: { name: keyof ServerNotifications; params: unknown }[] = [];
  readonly diagnostics = new Map<string, PublishDiagnosticsParams>();
  settings: unknown = {};
  /** Settings of Python, by their whole names. */
  pythonSettings: Readonly<Record<string, unknown>> = {};
  #waiting: (() => void)[] = [];
  #versions = new Map<string, number>();

  constructor(connection: ProtocolConnection) {
    this.connection = connection;
    for (const name of notifications) {
      connection.onNotification(name, (params: unknown) => {
        this.told.push({ name, params });
        this.#wake();
      });
    }
    connection.onNotification('textDocument/publishDiagnostics', (params) => {
      this.diagnostics.set(
        (params as PublishDiagnosticsParams).uri,
        params as PublishDiagnosticsParams,
      );
      this.#wake();
    });
    connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
      items.map(({ section = '' }) =>
        section === 'torchpad' ? this.settings : (this.pythonSettings[section] ?? null),
      ),
    );
    connection.onRequest('workspace/codeLens/refresh', () => null);
    connection.onRequest('workspace/inlayHint/refresh', () => null);
    connection.listen();
  }

  async initialize(options?: ClientOptions): Promise<unknown> {
    const params: InitializeParams = {
      processId: null,
      rootUri: null,
      capabilities: {
        workspace: {
          configuration: true,
          codeLens: { refreshSupport: true },
          inlayHint: { refreshSupport: true },
        },
      },
      ...(options && { initializationOptions: options }),
    };
    const result = await this.connection.sendRequest('initialize', params);
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  async open(uri: string, text: string, languageId = 'python'): Promise<void> {
    this.#versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Replaces a stretch of a line; returns the new version. */
  async edit(uri: string, line: number, from: number, to: number, text: string): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const range = { start: { line, character: from }, end: { line, character: to } };
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
    return version;
  }

  request<Name extends keyof ClientRequests>(
    name: Name,
    params: ClientRequests[Name]['params'],
  ): Promise<ClientRequests[Name]['result']> {
    return this.connection.sendRequest(name, params);
  }

  /** What the server told last under that name about a version of the document. */
  async latest<Name extends keyof ServerNotifications>(
    name: Name,
    uri: string,
    version = this.#versions.get(uri),
  ): Promise<ServerNotifications[Name]> {
    return this.until(() => {
      const found = this.told.findLast(
        ({ name: other, params }) =>
          other === name &&
          (params as { uri: string }).uri === uri &&
          (params as { version: number }).version === version,
      );
      return found?.params as ServerNotifications[Name] | undefined;
    });
  }

  /** The first answer that is not undefined, asked again after each message. */
  async until<T>(ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const answer = await ask();
      if (answer !== undefined) return answer;
      if (Date.now() > deadline)
        throw new Error(`never came; told last: ${JSON.stringify(this.told.slice(-3), null, 1)}`);
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        setTimeout(resolve, 200);
      });
    }
  }

  close(): void {
    this.connection.dispose();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

const notifications = [
  'torchpad/shapes',
  'torchpad/cases',
  'torchpad/progress',
  'torchpad/status',
] as const satisfies readonly (keyof ServerNotifications)[];

export function connect(services: Services): Client {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(createConnection(toServer, toClient), services);
  return clientOver(toClient, toServer);
}

/** A client of a server at the other end of two streams. */
export function clientOver(output: Readable, input: Writable): Client {
  return new Client(
    createProtocolConnection(new StreamMessageReader(output), new StreamMessageWriter(input)),
  );
}

/** Everything but the trace and the run. */
export function clock(): Services['clock'] {
  return { now: () => performance.now(), soon: (work) => void setImmediate(work) };
}
