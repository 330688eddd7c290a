// "Export to ONNX…": the case under the cursor, or one that is picked, to a file that is named in a
// dialog. Which dimensions may have other sizes is asked on the way.

import * as vscode from 'vscode';
import * as l10n from '../base/l10n.ts';
import type { CaseTable } from '../view/caseTable.ts';
import { dimMarkOf, type DimMark } from '../view/dimMark.ts';
import type { ExportReport } from '../view/exportReport.ts';
import type { CommandContext } from './commands.ts';
import { openDocument } from './documents.ts';
import { pickCase } from './pickCase.ts';

export async function exportOnnx(context: CommandContext, uri: string | undefined): Promise<void> {
  const { client, cases, log } = context;
  const document = uri === undefined ? undefined : openDocument(uri);
  if (uri === undefined || !document) {
    void vscode.window.showInformationMessage(l10n.t('Open a Python file first.'));
    return;
  }
  const { table } = cases.of(uri) ?? {};
  const caseIndex =
    caseAtCursor(table, document) ?? (await pickCase(table, l10n.t('The case to export')));
  if (caseIndex === undefined) return;
  const marks = await askMarks();
  const target = marks && (await askFile(document, table, caseIndex));
  if (!target) return;
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: l10n.t('Exporting {0}', vscode.workspace.asRelativePath(target)),
    cancellable: true,
  };
  try {
    const report = await vscode.window.withProgress(options, (_progress, token) =>
      client.request('torchpad/export', { uri, caseIndex, file: target.fsPath, marks }, token),
    );
    if (report) await tell(report, document);
  } catch (error) {
    if (error instanceof vscode.CancellationError) return;
    log.error(`The export of ${uri} ended: ${String(error)}`);
    void vscode.window.showErrorMessage(l10n.t('The export was not finished.'));
  }
}

/** The case whose call stands where the cursor is, or the only one. */
function caseAtCursor(
  table: CaseTable | undefined,
  document: vscode.TextDocument,
): number | undefined {
  const rows = table?.rows ?? [];
  if (rows.length === 1) return rows[0]?.index;
  const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
  const line = editor?.selection.active.line;
  if (line === undefined) return undefined;
  const here = rows.filter(
    ({ path, start, end }) =>
      path === document.uri.toString() && start.line <= line && line <= end.line,
  );
  return here.length === 1 ? here[0]?.index : undefined;
}

/** Undefined where the person gave up. */
async function askMarks(): Promise<readonly DimMark[] | undefined> {
  const split = (text: string): string[] => text.split(/[\s,]+/).filter((part) => part !== '');
  const text = await vscode.window.showInputBox({
    prompt: l10n.t('Dimensions of inputs that may have other sizes; leave it empty for none.'),
    placeHolder: 'x:0=batch x:1=time',
    validateInput: (typed) => {
      const wrong = split(typed).find((part) => dimMarkOf(part) === null);
      return wrong === undefined ? null : l10n.t('{0} is not NAME:DIM or NAME:DIM=LABEL.', wrong);
    },
  });
  return text === undefined ? undefined : split(text).flatMap((part) => dimMarkOf(part) ?? []);
}

async function askFile(
  document: vscode.TextDocument,
  table: CaseTable | undefined,
  caseIndex: number,
): Promise<vscode.Uri | undefined> {
  const name = table?.rows.find(({ index }) => index === caseIndex)?.className ?? 'model';
  const folder =
    document.uri.scheme === 'file'
      ? vscode.Uri.joinPath(document.uri, '..')
      : vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({
    filters: { ONNX: ['onnx'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${name}.onnx`) }),
  });
}

async function tell(
  { written, remarks }: ExportReport,
  document: vscode.TextDocument,
): Promise<void> {
  const [remark] = remarks;
  const said = [written, ...remarks.map(({ message }) => message)].filter((part) => part !== null);
  const text = said.join('  ') || l10n.t('The export was not finished.');
  const line = remark?.position?.line;
  const go = line === undefined ? [] : [l10n.t('Go to line {0}', line + 1)];
  const show =
    written === null ? vscode.window.showErrorMessage : vscode.window.showInformationMessage;
  if ((await show(text, ...go)) === undefined || line === undefined) return;
  const place = new vscode.Range(line, 0, line, 0);
  await vscode.window.showTextDocument(document, { selection: place });
}
