// Where `torchpad run` finds modules besides the program's own: PYTHONPATH, and the packages of an
// environment, which are read and not run.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { torchpad } from './inProcess.ts';

describe('modules from elsewhere', () => {
  let folder: string;

  beforeEach(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'torchpad packages ')));
    write('environment/bin/python', '');
    write(
      'environment/lib/python3.12/site-packages/widths/__init__.py',
      'from .all import width\n',
    );
    write('environment/lib/python3.12/site-packages/widths/all.py', 'width = 6\n');
    write('environment/lib/python3.12/site-packages/linked.pth', '../../../elsewhere\n');
    write('environment/elsewhere/heights.py', 'height = 7\n');
    write('libraries/widths.py', 'width = 9\n');
    write('project/main.py', 'import widths\nprint(widths.width)\n');
    write('project/both.py', 'import heights, widths\nprint(heights.height, widths.width)\n');
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const write = (name: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  };
  const run = (
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): ReturnType<typeof torchpad> =>
    torchpad(['run', ...args], { folder: path.join(folder, 'project'), environment });

  it('are not there by themselves', async () => {
    const { code, stderr } = await run(['main.py']);
    assert.equal(code, 1);
    assert.match(stderr, /ModuleNotFoundError: No module named 'widths'/);
  });

  it('are those of the environment that --python names, by its interpreter or its folder', async () => {
    for (const place of ['environment/bin/python', 'environment']) {
      const { stdout, stderr } = await run(['--python', path.join(folder, place), 'both.py']);
      assert.equal(stdout, '7 6\n', stderr);
    }
  });

  it('are those of the active environment', async () => {
    const { stdout } = await run(['both.py'], { VIRTUAL_ENV: path.join(folder, 'environment') });
    assert.equal(stdout, '7 6\n');
  });

  it('are those of a .venv beside the program', async () => {
    fs.renameSync(path.join(folder, 'environment'), path.join(folder, 'project/.venv'));
    const { stdout } = await run(['both.py']);
    assert.equal(stdout, '7 6\n');
  });

  it('are those of PYTHONPATH before all of these', async () => {
    const { stdout } = await run(['main.py'], {
      PYTHONPATH: ['../nowhere', path.join(folder, 'libraries')].join(path.delimiter),
      VIRTUAL_ENV: path.join(folder, 'environment'),
    });
    assert.equal(stdout, '9\n');
  });
});
