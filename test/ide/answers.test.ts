import assert from 'node:assert/strict';
import { caseTable } from '../../src/ide/cases.ts';
import { problems } from '../../src/ide/diagnostics.ts';
import { hover } from '../../src/ide/hover.ts';
import { lenses } from '../../src/ide/lenses.ts';
import type { Snapshot } from '../../src/ide/snapshot.ts';
import '../../src/ops/index.ts';
import { at, caseAt, fact, layer, path, snapshot, tensor } from './handmade.ts';

const source = `class Net(nn.Module):
    def __init__(self, n):
        self.fc = nn.Linear(3, n)
    def forward(self, x):
        out = self.fc(x)
        return out
def test_net():
    x = torch.zeros(1, 3)
    y = Net(5)(x)
    z = Net(6)(x)
`;

async function example(): Promise<Snapshot> {
  const out = at(source, 'out = self', 'out');
  const fc = at(source, 'self.fc(x)', 'self.fc');
  const definition = {
    path,
    name: at(source, 'class Net', 'Net'),
    forward: at(source, 'def forward(self, x):'),
  };
  return snapshot(
    source,
    [
      fact(at(source, 'self.fc = nn', 'self.fc'), layer('Linear', 'Linear(3, 6)', 24), {
        first: layer('Linear', 'Linear(3, 5)', 20),
        visits: 2,
        steady: false,
      }),
      fact(fc, layer('Linear', 'Linear(3, 5)', 20), { kind: 'expression', caseIndex: 0 }),
      fact(fc, layer('Linear', 'Linear(3, 6)', 12_345), { kind: 'expression', caseIndex: 1 }),
      fact(out, { ...tensor(1, 5), madeBy: 'linear' }, { caseIndex: 0 }),
      fact(out, { ...tensor(1, 6), madeBy: 'linear' }, { caseIndex: 1 }),
    ],
    {
      cases: [
        caseAt(0, at(source, 'Net(5)(x)'), { definition, constructed: 'Net(5)' }),
        caseAt(1, at(source, 'Net(6)(x)'), { definition, constructed: 'Net(6)' }),
      ],
    },
  );
}

describe('the hover', () => {
  it('on a tensor is a table of its shape in every case', async () => {
    const answer = hover(await example(), at(source, 'out = self').start + 1);
    assert.equal(
      answer?.markdown,
      [
        '**`out`** tensor',
        '',
        '| case | shape | dtype |',
        '| --- | --- | --- |',
        '| 1: `Net(5)` | `[1, 5]` | float32 |',
        '| 2: `Net(6)` | `[1, 6]` | float32 |',
        '',
        'made by `linear`',
      ].join('\n'),
    );
    assert.deepEqual(
      [answer?.start, answer?.end],
      [
        { line: 4, column: 8 },
        { line: 4, column: 11 },
      ],
    );
  });

  it('on a layer has its parameters, also where it is made', async () => {
    for (const place of ['fc(x)', 'fc = nn.Linear']) {
      const answer = hover(await example(), source.indexOf(place));
      assert.match(answer?.markdown ?? '', /\| 1: `Net\(5\)` \| `Linear\(3, 5\)` \| 20 \|/, place);
      assert.match(answer?.markdown ?? '', /`Linear\(3, 6\)` \| 12,345 \|/, place);
    }
  });

  it('on a class and its forward has what the cases take and give', async () => {
    for (const name of ['Net(nn', 'forward(self']) {
      const answer = hover(await example(), source.indexOf(name) + 1);
      assert.equal(
        answer?.markdown,
        [
          '| case | input | output |',
          '| --- | --- | --- |',
          '| 1: `Net(5)` | `[1, 3]` | `[1, 5]` |',
          '| 2: `Net(6)` | `[1, 3]` | `[1, 6]` |',
        ].join('\n'),
        name,
      );
    }
  });

  it('is not there where nothing is known', async () => {
    assert.equal(hover(await example(), source.indexOf('test_net')), null);
  });
});

describe('lenses', () => {
  it('tell the case that is shown, with its neighbours, and run what a function calls', async () => {
    const shown = lenses(await example(), [1]);
    assert.deepEqual(
      shown.map(({ line, title, action }) => [line, title, action]),
      [
        [3, 'case 2 of 2: Net(6)', null],
        [3, '◀', { kind: 'select', caseIndex: 0 }],
        [3, '▶', { kind: 'select', caseIndex: 0 }],
        [6, 'Run cases', { kind: 'run', cases: [0, 1] }],
      ],
    );
  });

  it('stay in their places while a line is broken', async () => {
    const good = await example();
    const text = `# one more line\n${source}`.replace('Net(6)(x)', 'Net(6)(x');
    const now = await snapshot(text, []);
    const edits = [
      { start: 0, end: 0, newEnd: 16 },
      {
        start: text.indexOf('Net(6)(x') + 8,
        end: text.indexOf('Net(6)(x') + 9,
        newEnd: text.indexOf('Net(6)(x') + 8,
      },
    ];
    const lines = lenses(now, [], { snapshot: good, edits }).map(({ line }) => line);
    assert.deepEqual(lines, [4, 4, 4, 7]);
  });
});

describe('diagnostics', () => {
  const error = {
    severity: 'error',
    path,
    span: at(source, 'self.fc(x)'),
    type: 'RuntimeError',
    message: 'mat1 and mat2 shapes cannot be multiplied (1x3 and 4x5)',
    callPath: [
      { path, span: at(source, 'Net(5)(x)'), name: 'test_net' },
      { path: '/home/ann/other.py', span: { start: 0, end: 3 }, name: 'inner' },
    ],
  } as const;

  it("are in PyTorch's words, with the calls that led there", async () => {
    const known = { ...(await example()) };
    const found = problems(
      { ...known, trace: { ...known.trace, diagnostics: [error], end: 'raised' } },
      () => null,
    );
    assert.equal(found.length, 1);
    assert.equal(found[0]?.message, `RuntimeError: ${error.message}`);
    assert.deepEqual(found[0]?.start, { line: 4, column: 14 });
    assert.deepEqual(
      found[0]?.related.map(({ start }) => start.line),
      [8],
    );
  });

  it('of another file stand at the call that led out of this one', async () => {
    const known = await example();
    const elsewhere = { ...error, path: '/home/ann/other.py', span: { start: 2, end: 3 } };
    const { lineIndex } = (await snapshot('ab\ncd\n', [])).parsed;
    const found = problems(
      { ...known, trace: { ...known.trace, diagnostics: [elsewhere] } },
      (name) => (name === '/home/ann/other.py' ? lineIndex : null),
    );
    assert.deepEqual(found[0]?.start, { line: 8, column: 8 });
    assert.equal(found[0]?.related[0]?.path, '/home/ann/other.py');
  });

  it('of what a half-written program raises are not told', async () => {
    const text = source.replace('nn.Linear(3, n)', 'nn.Linear(3,');
    const now = await snapshot(text, [], { diagnostics: [error], end: 'raised' });
    const found = problems(now, () => null);
    assert.deepEqual(
      found.map(({ message }) => message),
      ["SyntaxError: '(' was never closed"],
    );
  });
});

describe('the table of cases', () => {
  const none = { selection: [], lastRun: null, progress: null, linesOf: () => null };

  it('has a row for each, with what was foretold', async () => {
    const { rows } = caseTable(await example(), { ...none, selection: [1] });
    assert.deepEqual(
      rows.map(({ constructed, input, output, caller, start, selected, result }) => ({
        constructed,
        input,
        output,
        caller,
        line: start.line,
        selected,
        result,
      })),
      [
        {
          constructed: 'Net(5)',
          input: '[1, 3]',
          output: '[1, 5]',
          caller: 'test_net',
          line: 8,
          selected: false,
          result: null,
        },
        {
          constructed: 'Net(6)',
          input: '[1, 3]',
          output: '[1, 6]',
          caller: 'test_net',
          line: 9,
          selected: true,
          result: null,
        },
      ],
    );
  });

  it('keeps the results of the last run, as outdated after an edit', async () => {
    const known = await example();
    const result = {
      index: 1,
      verdict: 'failed',
      message: 'not finite',
      engine: 'bundled',
      operators: 3,
      milliseconds: 2,
      outputs: [],
      expected: null,
      printed: '',
    } as const;
    const report = {
      cases: [result],
      engine: 'bundled',
      engineNote: null,
      milliseconds: 9,
      stated: null,
      stopped: false,
    } as const;
    for (const outdated of [false, true]) {
      const lastRun = { trace: known.trace, report, outdated };
      const { rows, engine } = caseTable(known, { ...none, lastRun });
      assert.equal(engine, 'bundled');
      assert.equal(rows[0]?.result, null);
      assert.equal(rows[1]?.result?.verdict, 'failed');
      assert.equal(rows[1]?.result?.outdated, outdated);
    }
  });
});
