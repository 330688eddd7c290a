// The command "Select Engine": a list of the engines that writes the setting.

import * as vscode from 'vscode';
import * as l10n from '../base/l10n.ts';
import type { Settings } from '../view/contributions.ts';
import { setSetting, setting } from './settings.ts';

interface EngineItem extends vscode.QuickPickItem {
  readonly engine: Settings['engine'];
}

export async function selectEngine(): Promise<void> {
  const now = setting('engine');
  const items = engines().map((item) =>
    item.engine === now ? { ...item, description: l10n.t('current') } : item,
  );
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: l10n.t('The engine that computes numbers'),
  });
  if (chosen && chosen.engine !== now) await setSetting('engine', chosen.engine);
}

function engines(): EngineItem[] {
  return [
    { engine: 'auto', label: 'auto', detail: l10n.t('native where it loads, else bundled') },
    {
      engine: 'native',
      label: 'native',
      detail: l10n.t('ONNX Runtime, in a process of its own'),
    },
    {
      engine: 'bundled',
      label: 'bundled',
      detail: l10n.t('CPU kernels that come with Torchpad and run everywhere'),
    },
  ];
}
