import { execFileSync } from 'node:child_process';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openText, replace } from './document.ts';
import { eventually } from './eventually.ts';
import { lineEnds, workbench } from './workbench.ts';

describe('a server that hangs', () => {
  after(() => vscode.commands.executeCommand('notifications.clearAll'));

  it('is replaced and the person told, while the shapes stay', async function () {
    this.timeout(60_000);
    const line = 'x = torch.zeros(2, 3)';
    const editor = await openText(`import torch\n${line}\n`);
    await shows(line, '[2, 3]');

    const hung = serverProcess();
    process.kill(hung, 'SIGSTOP');
    await replace(editor, 'import torch\n', 'import torch  # edited\n');
    const told = (await workbench()).locator('.notification-list-item', {
      hasText: 'did not answer any more',
    });
    await told.waitFor();
    await shows(line, '[2, 3]');
    await eventually(() => assert.notEqual(serverProcess(), hung));

    await replace(editor, '2, 3', '4, 5');
    await shows('x = torch.zeros(4, 5)', '[4, 5]');
    assert.equal(await told.count(), 1);
  });
});

/** The server is a child of the extension host, in which this runs. */
function serverProcess(): number {
  const found = execFileSync('pgrep', ['-P', String(process.pid), '-f', 'dist/server.js'], {
    encoding: 'utf8',
  });
  return Number(found.trim().split('\n')[0]);
}

async function shows(line: string, shape: string): Promise<void> {
  await eventually(async () => {
    const ends = await lineEnds();
    const text = ends.find((end) => end.line === line)?.text ?? '';
    assert.ok(text.includes(shape), `${line} shows ${text}`);
  });
}
