// Torchpad's settings, typed as package.json contributes them.

import * as vscode from 'vscode';
import { defaultSettings, type SettingName, type Settings } from '../view/contributions.ts';

export function setting<Name extends SettingName>(
  name: Name,
  scope?: vscode.TextDocument,
): Settings[Name] {
  return vscode.workspace
    .getConfiguration('torchpad', scope)
    .get<Settings[Name]>(name, defaultSettings[name]);
}

/** Writes a setting where it is set already, most special first, else for the person. */
export async function setSetting<Name extends SettingName>(
  name: Name,
  value: Settings[Name],
  scope?: vscode.TextDocument,
): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('torchpad', scope);
  const known = configuration.inspect(name);
  const target =
    known?.workspaceFolderValue !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : known?.workspaceValue !== undefined
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
  await configuration.update(name, value, target);
}

export function onDidChangeSettings(
  names: readonly SettingName[],
  listener: () => void,
): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (names.some((name) => event.affectsConfiguration(`torchpad.${name}`))) listener();
  });
}
