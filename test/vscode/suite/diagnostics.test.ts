import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, openText, rangeOf, replace, revert } from './document.ts';
import { eventually } from './eventually.ts';
import { problem, screenshot } from './workbench.ts';

describe('diagnostics', () => {
  afterEach(revert);

  it("are PyTorch's own, at the line that raises, with the calls that led there", async () => {
    const { document } = await openBroken();
    const found = await eventually(() => onlyError(document.uri));
    assert.equal(
      found.message,
      'RuntimeError: The size of tensor a (16) must match the size of tensor b (32) at non-singleton dimension 3',
    );
    assert.equal(found.range.start.line, rangeOf(document, 'out += self.shortcut(x)').start.line);
    const calls = (found.relatedInformation ?? []).map(({ location }) => location.range.start.line);
    assert.ok(calls.includes(rangeOf(document, 'out3 = block3(x)').start.line), String(calls));
  });

  it('stand in the Problems view', async () => {
    await openBroken();
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await (await problem('The size of tensor a (16)')).waitFor();
    await screenshot('problems');
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('go away when the mistake does', async () => {
    const editor = await openBroken();
    await eventually(() => onlyError(editor.document.uri));
    await revert();
    await eventually(() => assert.deepEqual(errors(editor.document.uri), []));
  });

  it('say what the language refuses', async () => {
    const { document } = await openText('import torch\nx = torch.zeros(2, 3)\ndef f(a, a): pass\n');
    const found = await eventually(() => onlyError(document.uri));
    assert.match(found.message, /SyntaxError: duplicate argument 'a' in function definition/);
    assert.equal(found.range.start.line, 2);
  });

  it('are not red for what is only not supported yet', async () => {
    const { document } = await openText('import torch\ny = torch.not_a_function_of_torch_yet\n');
    // Either PyTorch's AttributeError or a quiet note; never an error that PyTorch would not raise.
    const all = await eventually(() => {
      const found = vscode.languages.getDiagnostics(document.uri);
      assert.equal(found.length, 1);
      return found;
    });
    for (const { message, severity } of all) {
      const red = severity === vscode.DiagnosticSeverity.Error;
      assert.equal(red, message.startsWith('AttributeError'), message);
    }
  });
});

async function openBroken(): Promise<vscode.TextEditor> {
  const editor = await open('residual_block.py');
  await replace(editor, 'kernel_size=1, stride=stride', 'kernel_size=1, stride=1');
  return editor;
}

function errors(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
}

function onlyError(uri: vscode.Uri): vscode.Diagnostic {
  const found = errors(uri);
  assert.equal(found.length, 1, found.map(({ message }) => message).join('\n'));
  return found[0] as vscode.Diagnostic;
}
