import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../../src/view/contributions.ts';
import { open, openText } from './document.ts';
import { eventually } from './eventually.ts';
import { screenshot, testItem, unfoldTests, webview, workbench } from './workbench.ts';

const endless = `import torch
from torch import nn

class Grow(nn.Module):
    def forward(self, x):
        return x + 1

grow = Grow()
x = torch.zeros(2, 3)
while True:
    x = grow(x)
`;

const failing = `import torch
from torch import nn

class Grow(nn.Module):
    def forward(self, x):
        return x + 1

def test_grow():
    y = Grow()(torch.zeros(2, 3))
    assert y.shape == (3, 2), "turned"

test_grow()
`;

describe('the panel', () => {
  it('says why a case failed, as the Test Explorer does', async () => {
    await openText(failing);
    await vscode.commands.executeCommand(commands.openPanel);
    const panel = await webview();
    await panel.getByRole('button', { name: 'Run Cases' }).click();
    await panel.getByText('AssertionError: turned').first().waitFor();
    await panel.locator('.verdict', { hasText: 'failed' }).waitFor();
    await vscode.commands.executeCommand('workbench.view.testing.focus');
    await unfoldTests();
    await eventually(async () => {
      const label = await (await testItem('Grow()')).getAttribute('aria-label');
      assert.match(label ?? '', /failed/i);
    });
    await screenshot('panel-failed');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('is walked with the keyboard alone', async () => {
    const editor = await open('residual_block.py');
    await vscode.commands.executeCommand(commands.openPanel);
    const panel = await webview();
    const cases = panel.getByRole('button', { name: /^ResidualBlock\(/ });
    await cases.nth(3).waitFor();
    await cases.first().focus();
    const { keyboard } = await workbench();
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await keyboard.press('End');
    await keyboard.press('ArrowUp');
    await screenshot('panel-keyboard');
    await keyboard.press('Enter');
    await eventually(() => {
      const { document, selection } = vscode.window.activeTextEditor ?? editor;
      assert.equal(document.lineAt(selection.active.line).text.trim(), 'out3 = block3(x)');
    });
  });

  it('follows the theme of the editor', async () => {
    await open('residual_block.py');
    await vscode.commands.executeCommand(commands.openPanel);
    const panel = await webview();
    const background = (): Promise<string> =>
      panel.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    await panel.getByText('ResidualBlock(64, 128, stride=2)').first().waitFor();
    const dark = await background();
    const workbenchSettings = vscode.workspace.getConfiguration('workbench');
    const theme = workbenchSettings.get<string>('colorTheme');
    await workbenchSettings.update(
      'colorTheme',
      'Default Light Modern',
      vscode.ConfigurationTarget.Global,
    );
    try {
      await eventually(async () => assert.notEqual(await background(), dark));
      await screenshot('panel-light');
    } finally {
      await workbenchSettings.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
    }
  });

  it('shows a long run, and stops it', async () => {
    await openText(endless);
    await vscode.commands.executeCommand(commands.openPanel);
    const panel = await webview();
    await panel.getByRole('button', { name: 'Run Cases' }).click();
    const stop = panel.getByRole('button', { name: 'Stop' });
    await stop.waitFor();
    await screenshot('panel-running');
    await stop.click();
    await panel.getByRole('button', { name: 'Run Cases' }).waitFor();
  });
});
