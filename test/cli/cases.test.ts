// `torchpad cases`, `check`, `trace --json` and `annotate`: what is a case, and what makes it pass.

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { torchpad, type Surroundings } from './inProcess.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface CaseJson {
  verdict: string;
  message: string | null;
  engine: string | null;
  operators: number;
  constructed: string;
  line: number;
  count: number;
  inputs: string[];
  output: string | null;
  expected: string | null;
  printed: string;
  outputs: { name: string; shape: number[]; mean: number }[];
}

interface CasesJson {
  cases: CaseJson[];
  skipped: { name: string; reason: string; line: number }[];
  errors: { type: string; message: string; line: number }[];
  stated: { matches: boolean } | null;
  end: string;
}

async function casesOf(
  args: readonly string[],
  surroundings: Surroundings,
): Promise<{ code: number; report: CasesJson }> {
  const { code, stdout } = await torchpad([...args, '--json', '--engine', 'bundled'], surroundings);
  return { code, report: JSON.parse(stdout) as CasesJson };
}

const net = [
  'import torch',
  'import torch.nn as nn',
  'class Inner(nn.Module):',
  '    def forward(self, x):',
  '        return x * 2',
  'class Net(nn.Module):',
  '    def __init__(self, width, *, bias=True):',
  '        super().__init__()',
  '        self.inner = Inner()',
  '        self.fc = nn.Linear(4, width, bias=bias)',
  '        self.inner(torch.zeros(1, 4))',
  '    def forward(self, x, scale=1.0):',
  '        return self.fc(self.inner(x)) * scale',
  '',
].join('\n');

describe('torchpad cases', () => {
  it('has four in the example, computed and green', async () => {
    const { code, report } = await casesOf(['cases', 'examples/residual_block.py'], {
      folder: root,
    });
    assert.equal(code, 0);
    assert.deepEqual(
      report.cases.map(({ constructed, output, verdict }) => [constructed, output, verdict]),
      [
        ['ResidualBlock(64, 64, stride=1)', '[1, 64, 32, 32]', 'passed'],
        ['ResidualBlock(64, 128, stride=1)', '[1, 128, 32, 32]', 'passed'],
        ['ResidualBlock(64, 64, stride=2)', '[1, 64, 16, 16]', 'passed'],
        ['ResidualBlock(64, 128, stride=2)', '[1, 128, 16, 16]', 'passed'],
      ],
    );
    for (const { engine, operators, outputs } of report.cases) {
      assert.equal(engine, 'bundled');
      assert.ok(operators > 5);
      assert.ok((outputs[0]?.mean ?? 0) > 0, 'the mean of what a ReLU gives');
    }
    assert.equal(report.stated?.matches, true);
  });

  it('are outermost calls by the driver, equal ones counted', async () => {
    const source = `${net}
model = Net(8, bias=False)
for n in (2, 2, 3):
    model(torch.randn(n, 4), scale=0.5)
nn.Sequential(nn.Linear(4, 4))(torch.zeros(1, 4))
`;
    const { report } = await casesOf(['cases', 'a.py'], { files: { 'a.py': source } });
    assert.deepEqual(
      report.cases.map(({ constructed, inputs, count, line }) => [
        constructed,
        inputs,
        count,
        line,
      ]),
      [
        ['Net(8, bias=False)', ['[2, 4]', 'float'], 2, 17],
        ['Net(8, bias=False)', ['[3, 4]', 'float'], 1, 17],
      ],
    );
  });

  it('come from tests that the program did not call, where they need no arguments', async () => {
    const source = `${net}
def test_called():
    Net(1)(torch.zeros(1, 4))
def test_left(width=2):
    y = Net(width)(torch.zeros(1, 4))
    assert y.shape == (1, 2)
def test_failing():
    y = Net(3)(torch.zeros(1, 4))
    assert y.shape == (1, 4), 'four'
def test_fixture(tmp_path):
    pass
test_called()
`;
    const { code, report } = await casesOf(['cases', 'a.py'], { files: { 'a.py': source } });
    assert.equal(code, 1);
    assert.deepEqual(
      report.cases.map(({ constructed, verdict, message }) => [constructed, verdict, message]),
      [
        ['Net(1)', 'passed', null],
        ['Net(2)', 'passed', null],
        ['Net(3)', 'failed', 'AssertionError: four'],
      ],
    );
    assert.deepEqual(report.skipped, [
      { name: 'test_fixture', reason: 'needs arguments: tmp_path', line: 23 },
    ]);
    assert.deepEqual(
      report.errors.map(({ type, line }) => [type, line]),
      [['AssertionError', 22]],
    );
  });

  it("fail in PyTorch's words, or with numbers that are not finite", async () => {
    const source = `${net}
Net(2)(torch.zeros(1, 4) / 0)
Net(2)(torch.zeros(1, 5))
`;
    const { report } = await casesOf(['cases', 'a.py'], { files: { 'a.py': source } });
    assert.deepEqual(
      report.cases.map(({ verdict, message }) => [verdict, message]),
      [
        ['failed', 'output has numbers that are not finite'],
        ['failed', 'RuntimeError: mat1 and mat2 shapes cannot be multiplied (1x5 and 4x2)'],
      ],
    );
  });

  it('are not called green where something in them is not known', async () => {
    const source = net
      .replace('* scale', '* torch.spam_nonesuch')
      .replace('torch.spam_nonesuch', '__import__("tensorflow").constant(1)');
    const files = { 'a.py': `${source}\nNet(2)(torch.zeros(1, 4))\n` };
    const { code, report } = await casesOf(['cases', 'a.py'], { files });
    assert.equal(code, 1);
    assert.equal(report.cases[0]?.verdict, 'notRun');
  });

  it('have the output that was printed after them, compared with what is stated', async () => {
    const source = `${net}
print('start')
for n in (1, 2):
    y = Net(2)(torch.zeros(n, 4))
    print('n', n)
    print('shape', list(y.shape))
`;
    const stated = 'start\nn 1\nshape [1, 2]\nn 2\nshape [2, 3]\n';
    const files = { 'a.py': source, 'a.expected.txt': stated };
    const { code, report } = await casesOf(['cases', 'a.py'], { files });
    assert.equal(code, 1);
    assert.deepEqual(
      report.cases.map(({ verdict, printed, expected }) => [verdict, printed, expected]),
      [
        ['passed', 'n 1\nshape [1, 2]\n', 'n 1\nshape [1, 2]'],
        ['failed', 'n 2\nshape [2, 2]\n', 'n 2\nshape [2, 3]'],
      ],
    );
    const right = { ...files, 'a.expected.txt': stated.replace('[2, 3]', '[2, 2]') };
    assert.equal((await casesOf(['cases', 'a.py'], { files: right })).code, 0);
  });

  it('print as a table', async () => {
    const files = { 'a.py': `${net}\nNet(2)(torch.zeros(1, 4))\n` };
    const { stdout } = await torchpad(['cases', '--engine', 'bundled', 'a.py'], { files });
    assert.match(stdout, /^✓ {2}1 {2}Net\(2\) {2}\[1, 4\] {2}\[1, 2\] {2}bundled {2}\d+ operators/);
    assert.match(stdout, /1 of 1 cases passed, engine: bundled\n$/);
  });
});

describe('torchpad check', () => {
  const page = (text: string): Surroundings => ({ files: { 'page.md': text } });
  const program = 'import torch\nprint(torch.zeros(2, 3).shape)\n';

  it('compares the paragraph after the program, unescaped', async () => {
    const stated = 'torch.Size(\\[2, 3])\\\n';
    const text = `# Page\n\n{% code %}\n\`\`\`\n${program}\`\`\`\n{% endcode %}\n\n${stated}\nMore.\n`;
    const good = await casesOf(['check', 'page.md'], page(text));
    assert.deepEqual([good.code, good.report.stated?.matches], [0, true]);
    const wrong = await casesOf(['check', 'page.md'], page(text.replace('2, 3])', '3, 2])')));
    assert.deepEqual([wrong.code, wrong.report.stated?.matches], [1, false]);
  });

  it('does not take prose for output', async () => {
    const text = `\`\`\`python\n${program}\`\`\`\nThis prints a size.\nIt has two numbers.\n`;
    const { code, report } = await casesOf(['check', 'page.md'], page(text));
    assert.deepEqual([code, report.stated], [0, null]);
  });

  it('says where a page has no program', async () => {
    const { code, stderr } = await torchpad(['check', 'page.md'], page('# Nothing\n'));
    assert.deepEqual(
      [code, stderr],
      [1, 'torchpad check: There is no Python program on page.md.\n'],
    );
  });
});
