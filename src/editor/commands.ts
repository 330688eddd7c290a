// The commands of the palette, the lenses and the keyboard. What a run or a case is, is known by
// the server and kept in `cases`.

import * as vscode from 'vscode';
import * as l10n from '../base/l10n.ts';
import type { CaseChoice } from '../server/protocol.ts';
import type { CaseTable } from '../view/caseTable.ts';
import { commands, type CommandId } from '../view/contributions.ts';
import type { Cases } from './cases.ts';
import type { Client } from './client.ts';
import type { CurrentDocument } from './documents.ts';
import { openDocument } from './documents.ts';
import { exportOnnx } from './exportOnnx.ts';
import type { Log } from './log.ts';
import type { Panel } from './panel.ts';
import { pickCase } from './pickCase.ts';
import { reportProblem } from './problemReport.ts';
import { selectEngine } from './selectEngine.ts';
import { setSetting, setting } from './settings.ts';

export interface CommandContext {
  readonly client: Client;
  readonly cases: Cases;
  readonly current: CurrentDocument;
  readonly log: Log;
  readonly extension: vscode.Extension<unknown>;
  readonly panel: Panel;
}

export function registerCommands(context: CommandContext): vscode.Disposable {
  const { current, cases } = context;
  // Lenses hand in what `LensCommands` says, menus the file's Uri, the palette nothing.
  const actions: Record<CommandId, (...args: readonly unknown[]) => unknown> = {
    [commands.runCases]: (uri) => runCases(context, uriOf(uri) ?? current.uri),
    [commands.stopRun]: () => Promise.all(cases.running.map((uri) => cases.stop(uri))),
    [commands.openPanel]: context.panel.open,
    [commands.selectEngine]: selectEngine,
    [commands.toggleShapeHints]: () => toggleShapeHints(current.document),
    [commands.nextCase]: () => step(context, 1),
    [commands.previousCase]: () => step(context, -1),
    [commands.selectCase]: (uri, index) =>
      selectCase(context, uriOf(uri) ?? current.uri, typeof index === 'number' ? index : null),
    [commands.exportOnnx]: (uri) => exportOnnx(context, uriOf(uri) ?? current.uri),
    [commands.reportProblem]: () => reportProblem(context),
  };
  return vscode.Disposable.from(
    ...Object.entries(actions).map(([id, action]) => vscode.commands.registerCommand(id, action)),
  );
}

function uriOf(argument: unknown): string | undefined {
  if (argument instanceof vscode.Uri) return argument.toString();
  return typeof argument === 'string' ? argument : undefined;
}

/** Runs the program of the document, and says in a sentence what came of it. */
async function runCases(
  { cases, log, panel }: CommandContext,
  uri: string | undefined,
): Promise<void> {
  if (uri === undefined) {
    void vscode.window.showInformationMessage(l10n.t('Open a Python file first.'));
    return;
  }
  let table: CaseTable | null;
  try {
    table = await cases.run(uri, []);
  } catch (error) {
    log.error(`The run of ${uri} ended: ${String(error)}`);
    void vscode.window.showErrorMessage(l10n.t('The run was not finished.'));
    return;
  }
  if (!table) return;
  const failed = table.rows.some(({ result }) => result?.verdict === 'failed');
  // Bad news stand in the panel too, where the person looks already.
  if (panel.isVisible || (!failed && table.error === null)) {
    vscode.window.setStatusBarMessage(outcome(table), saidForMs);
    return;
  }
  const show = l10n.t('Open Panel');
  void vscode.window.showWarningMessage(outcome(table), show).then((wanted) => {
    if (wanted === show) panel.open();
  });
}

/** What needs no answer stands in the status bar for a while. */
const saidForMs = 8000;

function outcome({ rows, engine, error }: CaseTable): string {
  if (rows.length === 0) return error ?? l10n.t('The program calls no module: there are no cases.');
  const passed = rows.filter(({ result }) => result?.verdict === 'passed').length;
  return engine === null
    ? l10n.t('{0} of {1} cases passed.', passed, rows.length)
    : l10n.t('{0} of {1} cases passed ({2}).', passed, rows.length, engine);
}

async function toggleShapeHints(scope: vscode.TextDocument | undefined): Promise<void> {
  await setSetting('hints.enabled', !setting('hints.enabled', scope), scope);
}

/** To the next or previous case of the function in which the cursor stands. */
async function step({ client, current }: CommandContext, by: 1 | -1): Promise<void> {
  if (current.uri === undefined) return;
  const editor = vscode.window.visibleTextEditors.find((e) => e.document === current.document);
  const line = editor?.selection.active.line ?? null;
  await choose(client, current.uri, { kind: 'step', by, line });
}

/** From a lens with the case's index, from the palette with a list to pick from. */
async function selectCase(
  { client, cases }: CommandContext,
  uri: string | undefined,
  caseIndex: number | null,
): Promise<void> {
  if (uri === undefined) return;
  const index = caseIndex ?? (await pickCase(cases.of(uri)?.table));
  if (index !== undefined) await choose(client, uri, { kind: 'index', caseIndex: index });
}

async function choose(client: Client, uri: string, choice: CaseChoice): Promise<void> {
  if (openDocument(uri)) await client.request('torchpad/selectCase', { uri, choice });
}
