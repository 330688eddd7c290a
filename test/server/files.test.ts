// Programs of several files: what stands in the editor comes before what is on the disk.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeServices } from '../../src/server.ts';
import { connect, type Client } from './inProcess.ts';

describe('a program of several files', () => {
  let client: Client;
  let folder: string;

  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'torchpad files '));
    client = connect(await nodeServices());
    await client.initialize({ paintsLineShapes: true, ownsCommands: true });
  });
  afterEach(() => {
    client.close();
    fs.rmSync(folder, { recursive: true });
  });

  it('imports from the disk, and from the editor once it is open there', async () => {
    fs.writeFileSync(path.join(folder, 'sizes.py'), 'channels = 4\n');
    const main = uriOf('main.py');
    await client.open(
      main,
      'import torch\nfrom sizes import channels\nx = torch.zeros(channels)\n',
    );
    assert.equal(await shown(main, 2), '[4]');
    const sizes = uriOf('sizes.py');
    await client.open(sizes, 'channels = 4\n');
    await client.edit(sizes, 0, 11, 12, '7');
    await client.until(async () => ((await shown(main, 2)) === '[7]' ? true : undefined));
  });

  it('has an error of another file at the call that leads there', async () => {
    const text = 'import torch\n\ndef join(a, b):\n    return a + b\n';
    fs.writeFileSync(path.join(folder, 'joining.py'), text);
    const main = uriOf('main.py');
    await client.open(
      main,
      'import torch\nfrom joining import join\njoin(torch.zeros(2), torch.zeros(3))\n',
    );
    const { diagnostics } = await client.until(() => client.diagnostics.get(main));
    assert.equal(diagnostics.length, 1);
    assert.equal(diagnostics[0]?.range.start.line, 2);
    assert.match(String(diagnostics[0]?.message), /^RuntimeError: The size of tensor a \(2\)/);
    const [place] = diagnostics[0]?.relatedInformation ?? [];
    assert.equal(place?.location.uri, uriOf('joining.py'));
    assert.equal(place?.location.range.start.line, 3);
  });

  it('imports from the folders and the environment that the Python settings name', async () => {
    const write = (name: string, text: string): void => {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), text);
    };
    write('shared/layers/sizes.py', 'channels = 4\n');
    write('environment/bin/python3', '');
    write('environment/lib/python3.11/site-packages/widths.py', 'width = 6\n');
    write('environment/lib/python3.11/site-packages/sizes.py', 'channels = 8\n');
    client.pythonSettings = {
      'python.analysis.extraPaths': ['${workspaceFolder}/shared/layers'],
      'python.defaultInterpreterPath': path.join(folder, 'environment/bin/python3'),
    };
    const main = uriOf('main.py');
    await client.open(
      main,
      'import torch\nfrom sizes import channels\nfrom widths import width\n' +
        'x = torch.zeros(channels, width)\n',
    );
    await client.until(async () => ((await shown(main, 3)) === '[4, 6]' ? true : undefined));
    client.pythonSettings = {};
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: null,
    });
    const { diagnostics } = await client.until(() => {
      const told = client.diagnostics.get(main);
      return told && told.diagnostics.length > 0 ? told : undefined;
    });
    assert.match(String(diagnostics[0]?.message), /No module named 'sizes'/);
  });

  it('reads nothing outside of its folders', async () => {
    const main = uriOf('main.py');
    await client.open(main, "print(open('/etc/hostname').read())\n");
    const { diagnostics } = await client.until(() => client.diagnostics.get(main));
    assert.ok(diagnostics.length > 0);
    const { table } = await client.latest('torchpad/cases', main);
    assert.deepEqual(table.printed, []);
  });

  function uriOf(name: string): string {
    return pathToFileURL(path.join(fs.realpathSync(folder), name)).href;
  }

  async function shown(uri: string, line: number): Promise<string | undefined> {
    await client.latest('torchpad/shapes', uri);
    const last = client.told.findLast(
      ({ name, params }) => name === 'torchpad/shapes' && (params as { uri: string }).uri === uri,
    );
    const { shapes } = last?.params as { shapes: { line: number; text: string }[] };
    return shapes.find((shape) => shape.line === line)?.text;
  }
});
