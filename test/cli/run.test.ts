// `torchpad run`: what a program prints, how it ends, what it may read.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { torchpad } from './inProcess.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('torchpad run', () => {
  it('prints what PyTorch prints for the example', async () => {
    const { stdout, stderr, code } = await torchpad(['run', 'examples/residual_block.py'], {
      folder: root,
    });
    const sizes = ['64, 32, 32', '128, 32, 32', '64, 16, 16', '128, 16, 16'];
    const lines = sizes.map(
      (size, i) =>
        `测试${i + 1}: 输入尺寸=torch.Size([1, 64, 32, 32]), 输出尺寸=torch.Size([1, ${size}])\n`,
    );
    assert.deepEqual({ stdout, stderr, code }, { stdout: lines.join(''), stderr: '', code: 0 });
  });

  it('gives the program its arguments, its name and its input', async () => {
    const source = [
      'import sys',
      'print(sys.argv, __name__)',
      "print('hello', input('name? '))",
    ].join('\n');
    const { stdout } = await torchpad(['run', 'a.py', 'x', '--engine', 'none'], {
      files: { 'a.py': source },
      input: 'Ann\n',
    });
    assert.equal(stdout, "['a.py', 'x', '--engine', 'none'] __main__\nname? hello Ann\n");
  });

  it("prints CPython's traceback of what nobody caught, and ends with 1", async () => {
    const source = ['def f(x):', '    return 1 / x', '', 'print("before")', 'f(0)'].join('\n');
    const { stdout, stderr, code } = await torchpad(['run', 'a.py'], { files: { 'a.py': source } });
    assert.equal(stdout, 'before\n');
    assert.equal(
      stderr,
      [
        'Traceback (most recent call last):',
        '  File "a.py", line 5, in <module>',
        '    f(0)',
        '  File "a.py", line 2, in f',
        '    return 1 / x',
        '           ~~^~~',
        'ZeroDivisionError: division by zero',
        '',
      ].join('\n'),
    );
    assert.equal(code, 1);
  });

  it('ends as SystemExit says', async () => {
    const exit = async (argument: string) => {
      const files = { 'a.py': `import sys\nsys.exit(${argument})\n` };
      const { code, stderr } = await torchpad(['run', 'a.py'], { files });
      return [code, stderr];
    };
    assert.deepEqual(await exit(''), [0, '']);
    assert.deepEqual(await exit('3'), [3, '']);
    assert.deepEqual(await exit("'no such model'"), [1, 'no such model\n']);
  });

  it('imports files beside the program: modules, packages, relatively', async () => {
    const files = {
      'a.py': 'from net.blocks import size\nimport tools.deep\nprint(size(), tools.deep.NAME)',
      'net/__init__.py': '',
      'net/blocks.py': 'from .sizes import WIDTH\ndef size():\n    return WIDTH\n',
      'net/sizes.py': 'WIDTH = 64\n',
      'tools/deep.py': 'NAME = __name__\n',
    };
    const { stdout, stderr } = await torchpad(['run', 'a.py'], { files });
    assert.deepEqual([stdout, stderr], ['64 tools.deep\n', '']);
  });

  it('does not run a file that does not parse, and names the line of one that it imports', async () => {
    const own = await torchpad(['run', 'a.py'], { files: { 'a.py': 'print(1)\nx = = 2\n' } });
    assert.deepEqual([own.stdout, own.code], ['', 1]);
    assert.match(own.stderr, /File "a\.py", line 2\n.*\n.*\^\nSyntaxError: invalid syntax\n$/s);
    const files = { 'a.py': 'print(1)\nimport b\n', 'b.py': 'def f(:\n' };
    const imported = await torchpad(['run', 'a.py'], { files });
    assert.equal(imported.stdout, '1\n');
    assert.match(imported.stderr, /line 2, in <module>.*File "b\.py", line 1\n.*SyntaxError/s);
  });

  it('says which name is missing, and which is only missing here', async () => {
    const missing = await torchpad(['run', 'a.py'], { files: { 'a.py': 'import nonesuch\n' } });
    assert.match(missing.stderr, /ModuleNotFoundError: No module named 'nonesuch'\n$/);
    const files = { 'a.py': 'import tensorflow\nprint("on")\n' };
    const known = await torchpad(['run', 'a.py'], { files });
    assert.equal(known.stdout, 'on\n');
    assert.equal(known.stderr, 'torchpad: a.py:1: not supported yet: import tensorflow\n');
  });

  it('ends an endless loop after --max-steps', async () => {
    const files = { 'a.py': 'print("on")\nwhile True:\n    pass\n' };
    const { stdout, stderr, code } = await torchpad(['run', '--max-steps', '100000', 'a.py'], {
      files,
    });
    assert.deepEqual([stdout, code], ['on\n', 1]);
    assert.match(stderr, /--max-steps/);
  });

  it('refuses what it does not know', async () => {
    assert.equal((await torchpad(['run'])).code, 2);
    assert.equal((await torchpad(['run', 'missing.py'])).code, 2);
    assert.equal((await torchpad(['run', '--engine', 'gpu', 'a.py'])).code, 2);
    assert.equal((await torchpad(['walk'])).code, 2);
    assert.equal((await torchpad([])).code, 2);
    assert.match((await torchpad(['--help'])).stdout, /cases FILE/);
  });
});

describe('torchpad run --batch', () => {
  it('runs each program in an interpreter of its own', async () => {
    const programs = [
      {
        id: 'a',
        src: 'import torch\ntorch.set_default_dtype(torch.float64)\nimport sys\nsys.x = 1',
      },
      { id: 'b', src: 'import torch, sys\nprint(torch.zeros(1).dtype, hasattr(sys, "x"))' },
      { id: 'c', src: 'def f():\n    raise KeyError("k")\nprint(1)\nf()' },
      { id: 'd', src: 'x = (1,\n' },
      { id: 'e', src: 'from sibling import X\nprint(X)', path: 'sub/e.py' },
    ];
    const files = {
      'cases.jsonl': programs.map((program) => `${JSON.stringify(program)}\n`).join(''),
      'sub/sibling.py': 'X = 7',
    };
    const { stdout } = await torchpad(['run', '--batch', 'cases.jsonl'], { files });
    const results = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    assert.deepEqual(results, [
      { id: 'a', stdout: '', error: null },
      { id: 'b', stdout: 'torch.float32 False\n', error: null },
      { id: 'c', stdout: '1\n', error: { type: 'KeyError', message: "'k'", line: 2 } },
      {
        id: 'd',
        stdout: '',
        error: { type: 'SyntaxError', message: "'(' was never closed", line: 1 },
      },
      { id: 'e', stdout: '7\n', error: null },
    ]);
  });
});

describe('torchpad parse --check', () => {
  it('names the line where a file does not parse', async () => {
    const files = { 'a.py': 'x = 1\n', 'b.py': 'x = 1\nif x\n    pass\n' };
    const good = await torchpad(['parse', '--check', 'a.py'], { files });
    assert.deepEqual(good, { code: 0, stdout: '', stderr: '' });
    const bad = await torchpad(['parse', '--check', 'a.py', 'b.py'], { files });
    assert.deepEqual([bad.code, bad.stdout], [1, "b.py:2: SyntaxError: expected ':'\n"]);
  });

  it('accepts the example', async () => {
    const example = fs.readFileSync(`${root}examples/residual_block.py`, 'utf8');
    const { code } = await torchpad(['parse', '--check', 'a.py'], { files: { 'a.py': example } });
    assert.equal(code, 0);
  });
});
