import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../../src/view/contributions.ts';
import { open, replace, revert, select } from './document.ts';
import { eventually } from './eventually.ts';
import {
  codeLens,
  lineEnds,
  paintedLine,
  screenshot,
  useInReadme,
  workbench,
} from './workbench.ts';

const firstLayer = 'out = self.relu(self.bn1(self.conv1(x)))';
const secondLayer = 'out = self.bn2(self.conv2(out))';
const input = 'x = torch.randn(1, 64, 32, 32)';

describe('shapes', () => {
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    editor = await open('residual_block.py');
    await shows(firstLayer, '[1, 64, 32, 32]');
  });
  afterEach(revert);

  it('stand at the ends of the lines that make tensors', async () => {
    await shows(secondLayer, '[1, 64, 32, 32]');
    await shows('out += self.shortcut(x)', '[1, 64, 32, 32]');
    await shows(input, '[1, 64, 32, 32]');
    await screenshot('shapes');
  });

  it('are those of the selected case', async () => {
    await vscode.commands.executeCommand(commands.nextCase);
    await shows(firstLayer, '[1, 128, 32, 32]');
    await vscode.commands.executeCommand(commands.nextCase);
    await shows(firstLayer, '[1, 64, 16, 16]');
    await vscode.commands.executeCommand(commands.nextCase);
    await shows(firstLayer, '[1, 128, 16, 16]');
    await (await codeLens('case 4 of 4')).waitFor();
    useInReadme(await screenshot('shapes-case-4'));
    for (let i = 0; i < 3; i++) await vscode.commands.executeCommand(commands.previousCase);
    await shows(firstLayer, '[1, 64, 32, 32]');
  });

  it('follow as a person types, without saving', async () => {
    await select(editor, '32, 32)');
    await (await workbench()).keyboard.type('48, 48)');
    await shows(secondLayer, '[1, 64, 48, 48]');
    assert.equal(editor.document.isDirty, true);
  });

  it('stay, dimmer, while their line is half-written', async () => {
    const fresh = await shows(secondLayer, '[1, 64, 32, 32]');
    await replace(editor, secondLayer, secondLayer.slice(0, -1));
    const stale = await eventually(async () => {
      const end = await lineEnd(secondLayer.slice(0, -1));
      assert.notEqual(end.color, fresh.color);
      return end;
    });
    assert.match(stale.text, /\[1, 64, 32, 32\]/);
    const below = await shows('out += self.shortcut(x)', '[1, 64, 32, 32]');
    assert.ok(below);
    await screenshot('shapes-half-written');
  });

  it('go away with the command that switches them off, and come back', async () => {
    await vscode.commands.executeCommand(commands.toggleShapeHints);
    await eventually(async () => assert.deepEqual(await lineEnds(), []));
    await vscode.commands.executeCommand(commands.toggleShapeHints);
    await shows(firstLayer, '[1, 64, 32, 32]');
  });

  it('stand at the variable where the setting says so', async () => {
    const settings = vscode.workspace.getConfiguration('torchpad');
    await settings.update('hints.position', 'variable', vscode.ConfigurationTarget.Global);
    try {
      await eventually(async () => {
        const line = await (await paintedLine('self.conv1(x)')).textContent();
        assert.match(line?.replaceAll('\u00a0', ' ') ?? '', /out.*\[1, 64, 32, 32\].*self\.relu/);
        assert.deepEqual(await lineEnds(), []);
      });
      await screenshot('shapes-at-variable');
    } finally {
      await settings.update('hints.position', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

async function shows(line: string, shape: string): Promise<{ text: string; color: string }> {
  return eventually(async () => {
    const end = await lineEnd(line);
    assert.ok(end.text.includes(shape), `${line} shows ${end.text}`);
    return end;
  });
}

async function lineEnd(line: string): Promise<{ text: string; color: string }> {
  const ends = await lineEnds();
  const end = ends.find((candidate) => candidate.line === line);
  assert.ok(end, `nothing after ${line}, but after:\n${ends.map((each) => each.line).join('\n')}`);
  return end;
}
