import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openText } from './document.ts';
import { eventually } from './eventually.ts';
import { lineEnds } from './workbench.ts';

describe('bad input', () => {
  it('an empty file gets nothing', async () => {
    const { document } = await openText('');
    // Another file is traced after it, which tells that the empty one has been.
    const next = await openText('import torch\nx = torch.zeros(2, 3)\n');
    await shows('x = torch.zeros(2, 3)', '[2, 3]');
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    assert.deepEqual(vscode.languages.getDiagnostics(next.document.uri), []);
  });

  it('a text that is not Python is a SyntaxError', async () => {
    const { document } = await openText('Dear reader, this is not a program.\n');
    const { message, range } = await firstDiagnostic(document.uri);
    assert.match(message, /SyntaxError/);
    assert.equal(range.start.line, 0);
  });

  it('an endless loop leaves the shapes before it, and the editor free', async () => {
    await openText('import torch\nx = torch.zeros(2, 3)\nwhile True:\n    y = x + 1\n');
    await shows('x = torch.zeros(2, 3)', '[2, 3]');
    await shows('y = x + 1', '[2, 3]');
  });

  it('unbounded recursion is RecursionError', async () => {
    const { document } = await openText('def f(n):\n    return f(n + 1)\nf(0)\n');
    const { message } = await firstDiagnostic(document.uri);
    assert.match(message, /^RecursionError: maximum recursion depth exceeded/);
  });

  it('a tensor larger than any memory raises what PyTorch raises', async () => {
    const { document } = await openText('import torch\nx = torch.zeros(10**12)\n');
    const { message, range } = await firstDiagnostic(document.uri);
    assert.match(message, /^RuntimeError: .*can't allocate memory/);
    assert.equal(range.start.line, 1);
  });

  it('an import that nothing provides is told at its line', async () => {
    const { document } = await openText('import torch\nimport nobody_wrote_this_package\n');
    const { message, range } = await firstDiagnostic(document.uri);
    assert.match(message, /nobody_wrote_this_package/);
    assert.equal(range.start.line, 1);
  });

  it('20,000 lines are followed', async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `a${i} = ${i}`);
    await openText(`import torch\nx = torch.zeros(2, 3)\n${lines.join('\n')}\n`);
    await shows('x = torch.zeros(2, 3)', '[2, 3]');
  });
});

async function shows(line: string, shape: string): Promise<void> {
  await eventually(async () => {
    const ends = await lineEnds();
    const text = ends.find((end) => end.line === line)?.text ?? '';
    assert.ok(text.includes(shape), `${line} shows ${text}`);
  });
}

async function firstDiagnostic(uri: vscode.Uri): Promise<vscode.Diagnostic> {
  return eventually(() => {
    const [first] = vscode.languages.getDiagnostics(uri);
    assert.ok(first, 'no diagnostic');
    return first;
  });
}
