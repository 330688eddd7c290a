// The documents that tests open and edit, through the real API.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Opens a file of the workspace in the first group, with nothing else beside it. */
export async function open(name: string): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'no folder is open');
  return vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, name), { preview: false });
}

/** Opens a text that no file holds. */
export async function openText(content: string, language = 'python'): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  return vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ content, language }),
    { preview: false },
  );
}

/** Takes back every edit of the active file. */
export async function revert(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

/** Where a text stands in the document. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `not in ${document.fileName}: ${text}`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

export async function replace(
  editor: vscode.TextEditor,
  text: string,
  replacement: string,
): Promise<void> {
  const range = rangeOf(editor.document, text);
  assert.ok(await editor.edit((edit) => edit.replace(range, replacement)));
}

/** Selects a text and gives its editor the keyboard, so that what is typed next replaces it. */
export async function select(editor: vscode.TextEditor, text: string): Promise<void> {
  const range = rangeOf(editor.document, text);
  await setSelection(editor, new vscode.Selection(range.start, range.end));
  editor.revealRange(range);
}

/** Setting a selection only asks the window for it; what is typed at once would go elsewhere. */
export async function setSelection(
  editor: vscode.TextEditor,
  selection: vscode.Selection,
): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  if (editor.selection.isEqual(selection)) return;
  await new Promise<void>((resolve) => {
    const listener = vscode.window.onDidChangeTextEditorSelection(() => {
      listener.dispose();
      resolve();
    });
    editor.selection = selection;
  });
}
