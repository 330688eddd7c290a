import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { commands } from '../../../src/view/contributions.ts';
import { open, revert } from './document.ts';
import { eventually } from './eventually.ts';
import { codeLens, screenshot, statusBar, testItem, unfoldTests, webview } from './workbench.ts';

const axe = path.join(process.env['TORCHPAD_TEST_ROOT'] ?? '', 'node_modules/axe-core/axe.min.js');

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

  it('are reached by a click in the panel', async () => {
    const panel = await webview();
    await panel.getByText('ResidualBlock(64, 64, stride=2)').first().click();
    await eventually(() => {
      const { document, selection } = vscode.window.activeTextEditor ?? editor;
      assert.equal(document.lineAt(selection.active.line).text.trim(), 'out3 = block3(x)');
    });
  });

  it('stand in a panel that runs only its own script', async () => {
    const panel = await webview();
    const policy = await panel
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    assert.match(policy ?? '', /default-src 'none'/);
    assert.match(policy ?? '', /script-src 'nonce-[^']{16,}'/);
    assert.doesNotMatch(policy ?? '', /unsafe-eval|script-src[^;]*unsafe-inline/);
  });

  it('stand in a panel that a screen reader can read', async () => {
    const panel = await webview();
    const frame = await (await panel.locator('body').elementHandle())?.ownerFrame();
    assert.ok(frame);
    await frame.evaluate(fs.readFileSync(axe, 'utf8')); // from outside: its policy does not apply
    const violations = await frame.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; help: string }[] }> };
      };
      return (await axe.run()).violations.map(({ id, help }) => `${id}: ${help}`);
    });
    assert.deepEqual(violations, []);
  });
});
