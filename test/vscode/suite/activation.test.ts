import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../../src/view/contributions.ts';
import { paintedLine, screenshot } from './workbench.ts';

describe('opening a Python file', () => {
  before(async () => {
    const [file] = await vscode.workspace.findFiles('residual_block.py');
    assert.ok(file);
    await vscode.window.showTextDocument(file);
  });

  it('starts the extension', async () => {
    const extension = vscode.extensions.getExtension('torchpad.torchpad');
    assert.ok(extension, 'not installed');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers every contributed command', async () => {
    const registered = await vscode.commands.getCommands(true);
    const missing = Object.values(commands).filter((command) => !registered.includes(command));
    assert.deepEqual(missing, []);
  });

  it('shows the file in the window', async () => {
    const line = await paintedLine('class ResidualBlock');
    await line.waitFor();
    await screenshot('opened');
  });
});
