// The item in the status bar: which engine computes, or that a run is under way. A click chooses
// the engine.

import * as vscode from 'vscode';
import * as l10n from '../base/l10n.ts';
import type { ServerStatus } from '../server/protocol.ts';
import { commands } from '../view/contributions.ts';
import type { Client } from './client.ts';
import type { CurrentDocument } from './documents.ts';
import type { Log } from './log.ts';
import { onDidChangeSettings, setting } from './settings.ts';

export function createStatusBar(
  client: Client,
  current: CurrentDocument,
  log: Log,
): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'torchpad.engine',
    vscode.StatusBarAlignment.Right,
    // Beside the language of the file, which is at 100.
    99,
  );
  item.name = l10n.t('Torchpad Engine');
  item.command = commands.selectEngine;
  let status: ServerStatus = { doing: 'nothing', engine: null, engineNote: null };
  const show = (): void => {
    const engine = status.engine ?? setting('engine');
    item.text =
      status.doing === 'running' ? `$(loading~spin) Torchpad: ${engine}` : `Torchpad: ${engine}`;
    item.tooltip = tooltip(status);
    if (current.document) item.show();
    else item.hide();
  };
  show();
  return vscode.Disposable.from(
    item,
    client.on('torchpad/status', (now) => {
      if (now.engine !== null && now.engine !== status.engine) {
        log.info([`Engine: ${now.engine}`, ...(now.engineNote ? [now.engineNote] : [])].join('. '));
      }
      status = now;
      show();
    }),
    client.onDidRestart(() => {
      status = { ...status, doing: 'nothing' };
      show();
    }),
    current.onDidChange(show),
    onDidChangeSettings(['engine'], show),
  );
}

function tooltip({ doing, engine, engineNote }: ServerStatus): string {
  const last =
    engine === null
      ? l10n.t('Nothing was run yet; the engine is chosen at the first run.')
      : l10n.t('Engine of the last run: {0}', engine);
  const now = doing === 'running' ? [l10n.t('A run is under way.')] : [];
  return [...now, last, ...(engineNote === null ? [] : [engineNote])].join('\n');
}
