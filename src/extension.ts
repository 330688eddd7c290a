// What VS Code starts: makes the parts of the extension and gives them to each other.

import * as vscode from 'vscode';
import { useLanguage } from './base/l10n.ts';
import { Cases } from './editor/cases.ts';
import { createClient, type Client } from './editor/client.ts';
import { registerCommands } from './editor/commands.ts';
import { CurrentDocument } from './editor/documents.ts';
import { createLog } from './editor/log.ts';
import { Panel } from './editor/panel.ts';
import { ShapeDecorations } from './editor/shapeDecorations.ts';
import { createStatusBar } from './editor/statusBar.ts';
import { TestExplorer } from './editor/testExplorer.ts';

let client: Client | undefined;

export function activate(context: vscode.ExtensionContext): void {
  useLanguage(vscode.env.language);
  const log = createLog();
  const { version } = context.extension.packageJSON as { readonly version: string };
  log.info(`Torchpad ${version}, ${vscode.env.appName} ${vscode.version}`);
  const current = new CurrentDocument();
  const server = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js');
  client = createClient(server, current, log);
  const cases = new Cases(client);
  const panel = new Panel(context.extensionUri, cases, current, log);
  const { extension } = context;
  context.subscriptions.push(
    log,
    current,
    client,
    cases,
    new ShapeDecorations(client),
    panel,
    new TestExplorer(cases, log),
    createStatusBar(client, current, log),
    registerCommands({ client, cases, current, log, extension, panel }),
  );
  // The editor need not wait: everything above works, empty, until the server answers.
  client.start().catch((error: unknown) => log.error(String(error)));
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
