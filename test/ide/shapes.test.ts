import assert from 'node:assert/strict';
import { editBetween } from '../../src/ide/edit.ts';
import { lineShapes, variableShapes, type LastGood } from '../../src/ide/shapes.ts';
import { at, caseAt, fact, snapshot, tensor } from './handmade.ts';

const source = `class Net(nn.Module):
    def forward(self, x):
        out = self.fc(x)
        return out
x = torch.zeros(1, 3)
y = Net()(x)
`;
const facts = [
  fact(at(source, 'out = self', 'out'), tensor(1, 5), { name: 'out', caseIndex: 0 }),
  fact(at(source, 'out = self', 'out'), tensor(1, 6), { name: 'out', caseIndex: 1 }),
  fact(at(source, 'x = torch', 'x'), tensor(1, 3), { name: 'x' }),
];
const cases = [caseAt(0, at(source, 'Net()(x)')), caseAt(1, at(source, 'Net()(x)'))];

describe('shapes beside the code', () => {
  it('stand at the ends of the lines, of the chosen case', async () => {
    const known = await snapshot(source, facts, { cases });
    assert.deepEqual(texts(lineShapes(known, [])), ['2 [1, 5]', '4 [1, 3]']);
    assert.deepEqual(texts(lineShapes(known, [1])), ['2 [1, 6]', '4 [1, 3]']);
  });

  it('stand behind the variable', async () => {
    const known = await snapshot(source, facts, { cases });
    assert.deepEqual(
      variableShapes(known, [1]).map(({ position, text }) => [
        position.line,
        position.column,
        text,
      ]),
      [
        [2, 11, '[1, 6]'],
        [4, 1, '[1, 3]'],
      ],
    );
  });

  it('are not those of a part, where what is assigned has none', async () => {
    const text = 'm = int(x.max())\nif x.any() > 0:\n    n: int = f(\n        x.sum())\n';
    const kind = 'expression';
    const max = fact(at(text, 'x.max()'), tensor(), { kind });
    const any = fact(at(text, 'x.any()'), tensor(), { kind });
    const sum = fact(at(text, 'x.sum()'), tensor(2), { kind });
    const shown = lineShapes(await snapshot(text, [max, any, sum]), []);
    assert.deepEqual(texts(shown), ['1 []', '3 [2]']);
  });

  it('name first and last where passes differ', async () => {
    const text = 'x = f(x)\n';
    const changing = fact(at(text, 'x'), tensor(4), {
      name: 'x',
      first: tensor(16),
      visits: 3,
      steady: false,
    });
    assert.deepEqual(texts(lineShapes(await snapshot(text, [changing]), [])), ['0 [16] → [4]']);
  });

  it('stay, as stale, while their line can not be read', async () => {
    const good = await snapshot(source, facts, { cases });
    const broken = source.replace('self.fc(x)', 'self.fc(x');
    const now = await snapshot(broken, [fact(at(broken, 'x = torch', 'x'), tensor(1, 3))]);
    const shown = lineShapes(now, [], typed(good, broken));
    assert.deepEqual(texts(shown), ['2 [1, 5] stale', '4 [1, 3]']);
    assert.match(shown[0]?.hover ?? '', /line 3 can not be read right now/);
  });

  it('stay, as stale, behind the line at which the program ends', async () => {
    const text = 'x = f()\ny = nobody\nz = g(x)\n';
    const z = fact(at(text, 'z = g', 'z'), tensor(7));
    const x = fact(at(text, 'x = f', 'x'), tensor(3));
    const good = await snapshot(text, [x, fact(at(text, 'y = n', 'y'), tensor(9)), z]);
    const diagnostic = {
      severity: 'error',
      path: good.path,
      span: at(text, 'nobody'),
      type: 'NameError',
      message: "name 'nobody' is not defined",
    } as const;
    const now = await snapshot(text, [x], { end: 'raised', diagnostics: [diagnostic] });
    const shown = lineShapes(now, [], { snapshot: good, edits: [] });
    assert.deepEqual(texts(shown), ['0 [3]', '2 [7] stale']);
    assert.match(shown[1]?.hover ?? '', /the program ends at line 2 \(NameError/);
  });
});

describe('shapes of a program that was not followed to its end', () => {
  it('stay, as stale, where it did not come', async () => {
    const text = 'x = f()\ny = g(x)\n';
    const x = fact(at(text, 'x = f', 'x'), tensor(3));
    const good = await snapshot(text, [x, fact(at(text, 'y = g', 'y'), tensor(9))]);
    const now = await snapshot(text, [x], { end: 'time' });
    const shown = lineShapes(now, [], { snapshot: good, edits: [] });
    assert.deepEqual(texts(shown), ['0 [3]', '1 [9] stale']);
    assert.match(shown[1]?.hover ?? '', /not followed to its end/);
  });
});

function typed(good: LastGood['snapshot'], text: string): LastGood {
  const edit = editBetween(good.parsed.text, text);
  return { snapshot: good, edits: edit ? [edit] : [] };
}

function texts(shapes: ReturnType<typeof lineShapes>): string[] {
  return shapes.map(({ line, text, stale }) => `${line} ${text}${stale ? ' stale' : ''}`);
}
