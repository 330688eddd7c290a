// `torchpad trace --json`: what each line assigned, as the recorder of PyTorch's truth writes it.

import assert from 'node:assert/strict';
import { torchpad } from './inProcess.ts';

interface TraceJson {
  files: Record<string, Record<string, Record<string, [number[], string][]>>>;
  stdout: string;
  errors: { file: string; line: number; type: string; message: string }[];
}

async function traced(
  lines: readonly string[],
  options: { args?: string[]; files?: Record<string, string> } = {},
): Promise<TraceJson> {
  const { stdout } = await torchpad(
    ['trace', '--json', '--engine', 'bundled', ...(options.args ?? []), 'main.py'],
    { files: { 'main.py': ['import torch', ...lines].join('\n'), ...options.files } },
  );
  return JSON.parse(stdout) as TraceJson;
}

const f = 'float32';

describe('torchpad trace --json', () => {
  it('has each target of a line, as ast.unparse writes it', async () => {
    const { files } = await traced([
      'a, (b, *c) = torch.zeros(1), (torch.zeros(2), torch.zeros(3), torch.zeros(4))',
      'class Net(torch.nn.Module):',
      '    def __init__(self):',
      '        super().__init__()',
      '        self.w = torch.nn.Parameter(torch.zeros(2, 2))',
      'net = Net()',
      'for i, x in enumerate(torch.zeros(2, 3)): pass',
      'if (y := torch.ones(5)).sum() > 1: z = {"k": [a, b]}',
      'a[0] = 1',
      'b.add_(1).mul_(2)',
      'l = [t for t in (a, b)]',
    ]);
    assert.deepEqual(files['main.py'], {
      2: {
        a: [[[1], f]],
        b: [[[2], f]],
        c: [
          [[3], f],
          [[4], f],
        ],
      },
      6: { 'self.w': [[[2, 2], f]] },
      8: { x: [[[3], f]] },
      9: {
        y: [[[5], f]],
        z: [
          [[1], f],
          [[2], f],
        ],
      },
      10: { a: [[[1], f]] },
      11: { b: [[[2], f]] },
      12: {
        l: [
          [[1], f],
          [[2], f],
        ],
      },
    });
  });

  it('has what was there last, or first', async () => {
    const lines = [
      'x = torch.zeros(8)',
      'while x.numel() > 1:',
      '    x = x[::2]',
      'def f(n):',
      '    y = torch.zeros(n) if n else None',
      '    return (',
      '        y)',
      'f(1); f(2); f(0)',
    ];
    const last = await traced(lines);
    assert.deepEqual(last.files['main.py'], {
      2: { x: [[[8], f]] },
      4: { x: [[[1], f]] },
      6: { y: [] },
      7: { '<return>': [] },
    });
    const first = await traced(lines, { args: ['--first'] });
    assert.deepEqual(first.files['main.py'], {
      2: { x: [[[8], f]] },
      4: { x: [[[4], f]] },
      6: { y: [[[1], f]] },
      7: { '<return>': [[[1], f]] },
    });
  });

  it('has the files that the program imports, and what it printed', async () => {
    const files = { 'lib/ops.py': 'import torch\ndef half(x):\n    return x / 2\n' };
    const json = await traced(['from lib.ops import half', 'print(half(torch.ones(2)).dtype)'], {
      files,
    });
    assert.deepEqual(json.files, { 'lib/ops.py': { 3: { '<return>': [[[2], f]] } } });
    assert.equal(json.stdout, 'torch.float32\n');
  });

  it('has the exception first, then what is not supported', async () => {
    const { errors } = await traced(['import jax', 'def f():', '    raise OSError("x")', 'f()']);
    assert.deepEqual(errors, [
      { file: 'main.py', line: 4, type: 'OSError', message: 'x' },
      { file: 'main.py', line: 2, type: 'Unsupported', message: 'not supported yet: import jax' },
    ]);
  });
});
