// What is not a program yet, or not a good one: a message at the right line, and a server that
// answers all the while.

import assert from 'node:assert/strict';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import type { LineShape } from '../../src/view/shape.ts';
import { nodeServices } from '../../src/server.ts';
import { connect, type Client } from './inProcess.ts';

const uri = 'untitled:Untitled-1';
const vscode = { paintsLineShapes: true, ownsCommands: true };

describe('the language server on bad input', () => {
  let client: Client;

  beforeEach(async () => {
    client = connect(await nodeServices());
    await client.initialize(vscode);
  });
  afterEach(() => client.close());

  it('has nothing to say of an empty file', async () => {
    const { shapes, messages } = await opened('');
    assert.deepEqual([shapes, messages], [[], []]);
  });

  it('calls what is not Python a SyntaxError', async () => {
    const { messages } = await opened('Dear reader, this is not a program.\n'.repeat(200));
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? '', /^1: SyntaxError: invalid syntax/);
  });

  it('shows what an endless loop came through', async () => {
    const { shapes } = await opened(
      'import torch\nx = torch.zeros(2, 3)\nwhile True:\n    y = x + 1\nz = x.t()\n',
    );
    assert.ok(shapes.some(({ line, text }) => line === 1 && text === '[2, 3]'));
    assert.ok(shapes.some(({ line, text }) => line === 3 && text === '[2, 3]'));
  });

  it('answers while it traces', async () => {
    await opened('x = 1\n');
    client.told.length = 0;
    const answered = alive();
    const deep = 'def f(n):\n    return f(n - 1) + f(n - 2) if n > 1 else n\n';
    await client.edit(uri, 0, 0, 5, `${deep}f(100)`);
    // A question takes several turns of the event loop here, and each turn waits for a slice.
    assert.ok((await answered) >= 2);
  });

  it('calls unbounded recursion RecursionError', async () => {
    const { messages } = await opened('def f(n):\n    return f(n + 1)\nf(0)\n');
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? '', /^2: RecursionError: maximum recursion depth exceeded/);
  });

  it('says what PyTorch says of a tensor larger than any memory', async () => {
    const { shapes, messages } = await opened('import torch\nx = torch.zeros(10**12)\n');
    assert.deepEqual(shapes, []);
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? '', /^2: RuntimeError: .*can't allocate memory/);
  });

  it('tells an import that nothing provides at its line', async () => {
    const { messages } = await opened('import torch\nimport nobody_wrote_this_package\n');
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? '', /^2: .*nobody_wrote_this_package/);
  });

  it('follows 20,000 lines, and an edit in them', async function () {
    this.timeout(30_000);
    const lines = Array.from({ length: 20_000 }, (_, i) => `a${i} = ${i}`);
    const text = `import torch\nx = torch.zeros(2, 3)\n${lines.join('\n')}\ny = x.t()\n`;
    const { shapes } = await opened(text);
    assert.ok(shapes.some(({ text }) => text === '[2, 3]'));
    await client.edit(uri, 1, 19, 20, '9');
    const after = await client.latest('torchpad/shapes', uri);
    assert.ok(after.shapes.some(({ text }) => text === '[2, 9]'));
  });

  it('keeps what stands before a line that is half-written, in a file that was never right', async () => {
    const { shapes, messages } = await opened(
      'import torch\nx = torch.zeros(2, 3)\ny = torch.cat([x,\nz = x.t()\n',
    );
    assert.deepEqual(
      shapes.map(({ line, text }) => [line, text]),
      [
        [1, '[2, 3]'],
        [3, '[3, 2]'],
      ],
    );
    assert.deepEqual(messages, ["3: SyntaxError: '[' was never closed"]);
  });

  async function opened(
    text: string,
  ): Promise<{ readonly shapes: readonly LineShape[]; readonly messages: readonly string[] }> {
    await client.open(uri, text);
    const { shapes } = await client.latest('torchpad/shapes', uri);
    const found: PublishDiagnosticsParams = await client.until(() => client.diagnostics.get(uri));
    const messages = found.diagnostics.map(
      ({ range, message }) => `${range.start.line + 1}: ${String(message)}`,
    );
    return { shapes, messages };
  }

  /** How often the server said that it is there, while it traced. */
  async function alive(): Promise<number> {
    let answers = 0;
    while (!client.told.some(({ name }) => name === 'torchpad/shapes')) {
      await client.request('torchpad/alive', null);
      answers++;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return answers;
  }
});
