// `torchpad export`: what it writes and says.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { torchpad, type Outcome } from './inProcess.ts';

const net = `import torch
class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = torch.nn.Linear(3, 2)
    def forward(self, x, y=None):
        print('called')
        return torch.lgamma(x) if y is not None else self.fc(x)
net = Net().eval()
`;

describe('torchpad export', () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'torchpad-export-')));
    fs.writeFileSync(path.join(folder, 'net.py'), net);
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const run = (...args: readonly string[]): Promise<Outcome> =>
    torchpad(['export', 'net.py', '--engine', 'bundled', ...args], { folder });

  it('writes the model and says what goes in and out', async () => {
    const { code, stdout, stderr } = await run(
      ...['--call', 'net(torch.ones(4, 3))', '-o', 'out.onnx', '--dynamic', 'x:0=batch'],
    );
    assert.equal(code, 0, stderr);
    assert.match(stdout, /out\.onnx: x float32\[batch, 3\] → output float32\[batch, 2\], \d/);
    assert.match(stderr, /^called\n/, 'what the program prints is not the result');
    assert.ok(fs.statSync(path.join(folder, 'out.onnx')).size > 100);
  });

  it('says at which line why there is no model', async () => {
    const { code, stderr } = await run('--call', 'net(torch.ones(3), 1)', '-o', 'out.onnx');
    assert.equal(code, 1);
    assert.match(stderr, /net\.py:8: not supported yet: export of lgamma\n/);
    const raised = await run('--call', 'net(torch.ones(4))', '-o', 'out.onnx');
    assert.equal(raised.code, 1);
    assert.match(raised.stderr, /RuntimeError: mat1 and mat2|RuntimeError: size mismatch/);
    const unknown = await run('--call', 'nett(1)', '-o', 'out.onnx');
    assert.match(unknown.stderr, /NameError: name 'nett' is not defined/);
    assert.deepEqual(fs.readdirSync(folder), ['net.py']);
  });

  it('refuses what it does not understand', async () => {
    const stderr = async (...args: readonly string[]): Promise<string> => {
      const outcome = await run(...args);
      assert.notEqual(outcome.code, 0);
      return outcome.stderr;
    };
    assert.match(await stderr(), /--call says what is exported/);
    assert.match(await stderr('--call', 'net(x)', '--dynamic', 'x'), /--dynamic is NAME:DIM/);
    assert.match(await stderr('--call', '3'), /3 is not a call\./);
    const nowhere = path.join('none', 'out.onnx');
    const told = await stderr('--call', 'net(torch.ones(3))', '-o', nowhere);
    assert.match(told, /out\.onnx can not be written \(ENOENT\)\.\n$/);
  });
});
