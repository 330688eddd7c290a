// The command "Report a Problem": what somebody who looks into it needs to know, on the clipboard.
// Nothing is sent anywhere, and nothing of the person's program is in it but what the log names.

import * as vscode from 'vscode';
import * as l10n from '../base/l10n.ts';
import type { CommandContext } from './commands.ts';
import { setting } from './settings.ts';

export async function reportProblem(
  context: Pick<CommandContext, 'cases' | 'current' | 'log' | 'extension'>,
): Promise<void> {
  await vscode.env.clipboard.writeText(reportText(context));
  const show = l10n.t('Show Log');
  const message = l10n.t('Versions, engine and the last lines of the log are on the clipboard.');
  void vscode.window.showInformationMessage(message, show).then((chosen) => {
    if (chosen === show) context.log.show();
  });
}

/** In English whatever the editor speaks: maintainers read it. */
function reportText({
  cases,
  current,
  log,
  extension,
}: Pick<CommandContext, 'cases' | 'current' | 'log' | 'extension'>): string {
  const { version } = extension.packageJSON as { readonly version: string };
  const table = current.uri === undefined ? undefined : cases.of(current.uri)?.table;
  const facts: readonly (readonly [string, string])[] = [
    ['Torchpad', version],
    [vscode.env.appName, `${vscode.version} (${vscode.env.appHost})`],
    ['Node', `${process.versions.node}, ${process.platform} ${process.arch}`],
    ['Language', vscode.env.language],
    ['Engine asked for', setting('engine')],
    ['Engine of the last run', table?.engine ?? 'none'],
    ...(table?.engineNote ? [['Engine note', table.engineNote] as const] : []),
    ['Workspace trusted', String(vscode.workspace.isTrusted)],
  ];
  return [
    ...facts.map(([name, value]) => `- ${name}: ${value}`),
    '',
    '```',
    ...log.recentLines(),
    '```',
    '',
  ].join('\n');
}
