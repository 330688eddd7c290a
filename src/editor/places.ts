// Goes to places in source files, as views name them.

import * as vscode from 'vscode';
import type { Place } from '../panel/protocol.ts';

/** Opens the file beside a panel, not over it, selects the place's beginning and shows it. */
export async function goTo({ path, start, end }: Place): Promise<void> {
  const uri = vscode.Uri.parse(path, true);
  const shown = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  const editor = await vscode.window.showTextDocument(uri, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    preview: false,
  });
  const range = rangeOf({ start, end });
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

export function rangeOf({ start, end }: Omit<Place, 'path'>): vscode.Range {
  return new vscode.Range(start.line, start.column, end.line, end.column);
}
