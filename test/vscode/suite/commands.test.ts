import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../../src/view/contributions.ts';
import { open, rangeOf } from './document.ts';
import { eventually } from './eventually.ts';
import { statusBar, workbench } from './workbench.ts';

describe('the command', () => {
  it('"Select Engine" offers the engines and writes the setting, which the next run obeys', async () => {
    await open('residual_block.py');
    const settings = (): vscode.WorkspaceConfiguration =>
      vscode.workspace.getConfiguration('torchpad');
    void vscode.commands.executeCommand(commands.selectEngine);
    const { keyboard } = await workbench();
    const choices = (await workbench()).locator('.quick-input-list .monaco-list-row');
    await choices.nth(2).waitFor();
    assert.equal(await choices.count(), 3);
    await keyboard.type('bundled');
    await keyboard.press('Enter');
    try {
      await eventually(() => assert.equal(settings().get('engine'), 'bundled'));
      await vscode.commands.executeCommand(commands.runCases);
      await (await statusBar('Torchpad: bundled')).waitFor();
    } finally {
      await settings().update('engine', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('"Select Case" shows the shapes of the case that is picked', async () => {
    const editor = await open('residual_block.py');
    editor.revealRange(rangeOf(editor.document, 'def forward')); // its lens tells the case
    void vscode.commands.executeCommand(commands.selectCase);
    const { keyboard } = await workbench();
    const choices = (await workbench()).locator('.quick-input-list .monaco-list-row');
    await choices.nth(3).waitFor();
    await keyboard.type('ResidualBlock(64, 128, stride=2)');
    await keyboard.press('Enter');
    const lens = (await workbench()).locator('.codelens-decoration', { hasText: 'case 4 of 4' });
    await lens.first().waitFor();
    for (let i = 0; i < 3; i++) await vscode.commands.executeCommand(commands.previousCase);
  });

  it('"Report a Problem" leaves versions, engine and the log on the clipboard', async () => {
    await vscode.commands.executeCommand(commands.reportProblem);
    const report = await vscode.env.clipboard.readText();
    const { version } = vscode.extensions.getExtension('torchpad.torchpad')?.packageJSON as {
      version: string;
    };
    assert.ok(report.includes(`Torchpad: ${version}`), report);
    assert.ok(report.includes(vscode.version), report);
    assert.match(report, /Engine asked for: auto/);
    assert.match(report, /Engine of the last run: \w+/);
    assert.match(report, /The server runs\./);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
