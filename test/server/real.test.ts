// The server with the real parser and the real trace, on the example: what a person sees.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { nodeServices } from '../../src/server.ts';
import { connect, type Client } from './inProcess.ts';

const file = fileURLToPath(new URL('../../examples/residual_block.py', import.meta.url));
const uri = pathToFileURL(file).href;
const source = fs.readFileSync(file, 'utf8');
const vscode = { paintsLineShapes: true, ownsCommands: true };

describe('the language server on the example', () => {
  let client: Client;

  beforeEach(async () => {
    client = connect(await nodeServices());
    await client.initialize(vscode);
    await client.open(uri, source);
  });
  afterEach(() => client.close());

  it('has the shape of every tensor, of the chosen case', async () => {
    await shows('out = self.relu(self.bn1', '[1, 64, 32, 32]');
    await shows('x = torch.randn(1, 64', '[1, 64, 32, 32]');
    const choice = { kind: 'index', caseIndex: 3 } as const;
    assert.equal(await client.request('torchpad/selectCase', { uri, choice }), 3);
    await shows('out = self.relu(self.bn1', '[1, 128, 16, 16]');
    await shows('out4 = block4(x)', '[1, 128, 16, 16]');
  });

  it('exports a case to the file that is named', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'torchpad-export-'));
    const output = path.join(folder, 'block.onnx');
    // In training, the numbers of a batch depend on its size.
    const marks = [{ input: 'x', dim: 0, label: 'batch' }];
    try {
      const params = { uri, caseIndex: 3, file: output, marks: [] };
      const report = await client.request('torchpad/export', params);
      assert.match(report?.remarks[0]?.message ?? '', /training mode/);
      assert.match(report?.written ?? '', /x float32\[1, 64, 32, 32\] → output .*128, 16, 16\]/);
      assert.ok(fs.statSync(output).size > 500_000);
      const none = await client.request('torchpad/export', { ...params, caseIndex: 9 });
      assert.deepEqual(none, {
        written: null,
        remarks: [{ message: 'There is no such call.', position: null }],
      });
      const sized = await client.request('torchpad/export', { ...params, marks });
      assert.match(sized?.remarks[0]?.message ?? '', /any size of batch$/);
      assert.equal(
        sized?.remarks[0]?.position?.line,
        source.split('\n').findIndex((line) => line.includes('self.bn1(')),
      );
      const nowhere = path.join(folder, 'none', 'block.onnx');
      const failed = await client.request('torchpad/export', { ...params, file: nowhere });
      assert.match(
        failed?.remarks[0]?.message ?? '',
        /block\.onnx can not be written \(ENOENT\)\.$/,
      );
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });

  it('follows what is typed', async () => {
    const { line, column } = placeOf('32, 32)');
    await client.edit(uri, line, column, column + 6, '48, 48');
    await shows('out = self.bn2', '[1, 64, 48, 48]');
  });

  it('has the four cases', async () => {
    const { table } = await client.latest('torchpad/cases', uri);
    assert.deepEqual(
      table.rows.map(({ constructed, input, output }) => [constructed, input, output]),
      [
        ['ResidualBlock(64, 64, stride=1)', '[1, 64, 32, 32]', '[1, 64, 32, 32]'],
        ['ResidualBlock(64, 128, stride=1)', '[1, 64, 32, 32]', '[1, 128, 32, 32]'],
        ['ResidualBlock(64, 64, stride=2)', '[1, 64, 32, 32]', '[1, 64, 16, 16]'],
        ['ResidualBlock(64, 128, stride=2)', '[1, 64, 32, 32]', '[1, 128, 16, 16]'],
      ],
    );
  });

  it('has a table of shapes in the hover, and the parameters of a layer', async () => {
    const tensor = await hoverAt('out += self.shortcut(x)');
    for (const shape of ['1, 64, 32, 32', '1, 128, 32, 32', '1, 64, 16, 16', '1, 128, 16, 16']) {
      assert.ok(tensor.includes(shape), `${shape} in:\n${tensor}`);
    }
    const layer = await hoverAt('conv1 = nn.Conv2d');
    assert.match(layer, /Conv2d\(64, 64/);
    assert.match(layer, /36,864/);
  });

  it("has PyTorch's own error at the line that raises, with the calls that led there", async () => {
    const { line, column } = placeOf('kernel_size=1, stride=stride');
    await client.edit(uri, line, column + 15, column + 28, 'stride=1');
    const { diagnostics } = await client.until(() => {
      const found = client.diagnostics.get(uri);
      return found?.version === 2 ? found : undefined;
    });
    assert.deepEqual(
      diagnostics.map(({ message }) => message),
      [
        'RuntimeError: The size of tensor a (16) must match the size of tensor b (32) at non-singleton dimension 3',
      ],
    );
    assert.equal(diagnostics[0]?.range.start.line, placeOf('out += self.shortcut(x)').line);
    const calls = diagnostics[0]?.relatedInformation?.map(({ location }) => location.range.start);
    assert.ok(calls?.some((start) => start.line === placeOf('out3 = block3(x)').line));
  });

  it('keeps the other shapes while a line is half-written, and says nothing false', async () => {
    const { line, column } = placeOf('self.bn2(self.conv2(out))');
    await client.edit(uri, line, column + 24, column + 25, '');
    const { shapes } = await client.latest('torchpad/shapes', uri);
    assert.deepEqual(
      shapes.filter(({ stale }) => stale).map((shape) => shape.line),
      [line],
    );
    await shows('out += self.shortcut(x)', '[1, 64, 32, 32]');
    const found = await client.until(() => {
      const known = client.diagnostics.get(uri);
      return known?.version === 2 ? known.diagnostics : undefined;
    });
    assert.equal(found.length, 1);
    assert.match(String(found[0]?.message), /^SyntaxError/);
  });

  for (const engine of ['bundled', 'native']) {
    it(`runs the cases on the ${engine} engine`, async function () {
      this.timeout(60_000);
      client.settings = { engine };
      await client.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: null,
      });
      await client.request('torchpad/alive', null);
      const result = await client.request('torchpad/run', { uri, cases: [] });
      assert.deepEqual(
        result?.report.cases.map((each) => [each.verdict, each.message, each.engine]),
        Array.from({ length: 4 }, () => ['passed', null, engine]),
      );
      assert.deepEqual(
        result?.table.rows.map((row) => row.result?.verdict),
        ['passed', 'passed', 'passed', 'passed'],
      );
      assert.ok(result?.report.cases.every(({ operators }) => operators > 0));
      assert.match(
        result?.table.printed[3]?.text ?? '',
        /测试4: .*torch\.Size\(\[1, 128, 16, 16\]\)/,
      );
    });
  }

  async function shows(text: string, shape: string): Promise<void> {
    const { line } = placeOf(text);
    await client.until(() => {
      const latest = client.told.findLast(({ name }) => name === 'torchpad/shapes');
      const { shapes } = (latest?.params ?? { shapes: [] }) as {
        shapes: { line: number; text: string }[];
      };
      return shapes.some((each) => each.line === line && each.text.includes(shape)) || undefined;
    });
  }

  async function hoverAt(text: string): Promise<string> {
    const { line, column } = placeOf(text);
    const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: { line, character: column },
    });
    return (hover?.contents as MarkupContent | undefined)?.value ?? '';
  }
});

function placeOf(text: string): { readonly line: number; readonly column: number } {
  const offset = source.indexOf(text);
  assert.ok(offset >= 0, text);
  const before = source.slice(0, offset);
  return { line: before.split('\n').length - 1, column: offset - before.lastIndexOf('\n') - 1 };
}
