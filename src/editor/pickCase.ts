// A case that the person picks from a list.

import * as vscode from 'vscode';
import * as l10n from '../base/l10n.ts';
import type { CaseTable } from '../view/caseTable.ts';

export async function pickCase(
  table: CaseTable | undefined,
  placeHolder = l10n.t('The case whose shapes stand beside the code'),
): Promise<number | undefined> {
  const items = (table?.rows ?? []).map((row) => ({
    label: row.constructed,
    description: `${row.input} → ${row.output}`,
    detail: row.caller,
    picked: row.selected,
    index: row.index,
  }));
  if (items.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('This file has no cases.'));
    return undefined;
  }
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.index;
}
