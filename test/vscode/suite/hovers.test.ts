import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, rangeOf } from './document.ts';
import { eventually } from './eventually.ts';
import { hover, screenshot } from './workbench.ts';

describe('the hover', () => {
  let editor: vscode.TextEditor;

  before(async () => {
    editor = await open('residual_block.py');
  });

  it('on a tensor has its shape in every case, and its dtype', async () => {
    const text = await hoverText('out += self.shortcut(x)');
    for (const shape of ['1, 64, 32, 32', '1, 128, 32, 32', '1, 64, 16, 16', '1, 128, 16, 16']) {
      assert.ok(text.includes(shape), `${shape} in:\n${text}`);
    }
    assert.match(text, /float32/);
  });

  it('on a layer has its parameters', async () => {
    const text = await hoverText('conv1 = nn.Conv2d');
    assert.match(text, /Conv2d/);
    assert.match(text, /36[,\s]?864/); // 64 · 64 · 3 · 3
  });

  it('opens in the window', async () => {
    const popup = await hover('out += self.shortcut(x)', 'shortcut');
    await screenshot('hover');
    assert.notEqual((await popup.textContent())?.trim(), '');
  });

  async function hoverText(at: string): Promise<string> {
    const { document } = editor;
    return eventually(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        rangeOf(document, at).start,
      );
      const text = hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (typeof content === 'string' ? content : content.value))
        .join('\n');
      assert.match(text, /\S/);
      return text;
    });
  }
});
