import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../../src/view/contributions.ts';
import { open, revert } from './document.ts';
import { eventually } from './eventually.ts';
import { codeLens, screenshot, statusBar, testItem, unfoldTests, webview } from './workbench.ts';

describe('cases', () => {
  let editor: vscode.TextEditor;

  before(async () => {
    editor = await open('residual_block.py');
  });
  after(revert);

  it('have lenses that run them and that step through them', async () => {
    const titles = await eventually(async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        editor.document.uri,
        100,
      );
      const found = lenses.map(({ command }) => command?.title ?? '');
      assert.ok(
        found.some((title) => title.includes('Run cases')),
        found.join('\n'),
      );
      return found;
    });
    assert.ok(
      titles.some((title) => title.includes('case 1 of 4: ResidualBlock(64, 64, stride=1)')),
      titles.join('\n'),
    );
    assert.ok(titles.includes('◀') && titles.includes('▶'), titles.join('\n'));
  });

  it('change with a click on the lens', async () => {
    await (await codeLens('▶')).locator('a', { hasText: '▶' }).click();
    await (await codeLens('case 2 of 4: ResidualBlock(64, 128, stride=1)')).waitFor();
    await (await codeLens('◀')).locator('a', { hasText: '◀' }).click();
    await (await codeLens('case 1 of 4')).waitFor();
  });

  it('run, and stand in the Test Explorer with their results', async () => {
    await vscode.commands.executeCommand(commands.runCases);
    await vscode.commands.executeCommand('workbench.view.testing.focus');
    await unfoldTests();
    for (const name of [
      'ResidualBlock(64, 64, stride=1)',
      'ResidualBlock(64, 128, stride=1)',
      'ResidualBlock(64, 64, stride=2)',
      'ResidualBlock(64, 128, stride=2)',
    ]) {
      await (await testItem(name)).waitFor();
    }
    await eventually(async () => {
      const label = await (
        await testItem('ResidualBlock(64, 128, stride=2)')
      ).getAttribute('aria-label');
      assert.match(label ?? '', /passed/i);
    });
    await screenshot('test-explorer');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('say which engine ran', async () => {
    await (await statusBar(/native|bundled/i)).waitFor();
  });

  it('stand in the panel with shapes, verdict and engine, beside the printed output', async () => {
    await vscode.commands.executeCommand(commands.openPanel);
    const panel = await webview();
    await panel.getByText('ResidualBlock(64, 128, stride=2)').first().waitFor();
    await panel.getByText('[1, 128, 16, 16]').first().waitFor();
    await panel.getByText('输出尺寸=torch.Size([1, 128, 16, 16])').first().waitFor();
    await panel
      .getByText(/native|bundled/i)
      .first()
      .waitFor();
    await screenshot('panel');
  });
});
