// Half-written programs: a broken line costs no other statement its tree.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { outlineOf, statementsOf } from './statementTexts.ts';
import { parse, type ParseResult } from '../../src/python/parse/parse.ts';

const seed = fs.readFileSync(new URL('../../examples/residual_block.py', import.meta.url), 'utf8');

describe('a text with a broken line', () => {
  for (const [how, earlier] of [
    ['while it is typed', true],
    ['that is opened so', false],
  ] as const) {
    it(`keeps every other statement, for every prefix of every line, ${how}`, function () {
      this.timeout(60_000);
      const good = parse(seed);
      const expected = statementsOf(good);
      let kept = 0;
      let all = 0;
      const lost: string[] = [];
      for (const { text, line, before } of prefixes(seed)) {
        const result = parse(text, earlier ? good : undefined);
        const found = new Set(statementsOf(result).map((each) => each.text));
        for (const { text: statement, firstLine, lastLine } of expected) {
          if (firstLine <= line && line <= lastLine) continue;
          all++;
          if (found.has(statement)) kept++;
          else lost.push(`${before}⎸ lost ${statement}`);
        }
      }
      const share = (100 * kept) / all;
      console.log(`      ${share.toFixed(2)} % of ${all} statements kept`);
      assert.ok(share >= 99.5, lost.slice(0, 20).join('\n'));
    });
  }

  it('has the spans of its own text, whatever stands in for the broken line', () => {
    const text = 'class Net(nn.Mod\n    def forward(self, x):\n        return x + 1\ny = Net()\n';
    const result = parse(text);
    assert.deepEqual(
      outlineOf(result),
      ['class Net(nn.Mod', 'def forward', 'return x + 1', 'y = Net()'].map((each) =>
        text.indexOf(each),
      ),
    );
    assert.deepEqual(brokenTexts(result), ['class Net(nn.Mod']);
  });

  it('has the last good header, once it was known', () => {
    const good = parse('def f(a, b=2):\n    c = a + b\n    return c\n');
    const text = 'def f(a, b=\n    c = a + b\n    return c\n';
    const result = parse(text, good);
    const [statement] = result.module.body;
    assert.ok(statement?.kind === 'FunctionDef');
    assert.deepEqual(
      statement.args.args.map(({ arg }) => arg),
      ['a', 'b'],
    );
    assert.equal(statement.body.length, 2);
    assert.equal(result.errors.length, 1);
  });

  it('says what CPython says, once', () => {
    const result = parse('x = (1,\ny = 2\nz = 3 +\n');
    assert.deepEqual(
      result.errors.map(({ type, message, span }) => [type, message, span.start]),
      [['SyntaxError', "'(' was never closed", 4]],
    );
  });

  it('gives what follows an unknown value rather than a wrong one', () => {
    const result = parse('x = 1\nx = f(\ny = x\n');
    const [, second] = result.module.body;
    assert.ok(second?.kind === 'Assign');
    assert.ok(second.value.kind === 'Name');
    assert.equal(second.value.id, '__unknown__');
  });

  it('may have any line ends', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['if a:', '    x = f(', '    y = 2', 'z = """', '"""', ''].join(end);
      const result = parse(text);
      assert.deepEqual(brokenTexts(result), ['    x = f('], JSON.stringify(end));
      assert.equal(outlineOf(result).length, 4);
    }
  });

  it('may be no program at all', () => {
    for (const text of [
      'Dear reader, this is\nnot (a program.\n',
      '((((',
      '"""',
      '\n\n  )\n',
      '\t\tx',
    ]) {
      const result = parse(text);
      assert.equal(result.errors.length, 1, JSON.stringify(text));
    }
  });

  it('may be any part of a program', () => {
    for (let start = 0; start < seed.length; start += 37) {
      for (let length = 1; length < 400; length += 61) {
        parse(seed.slice(start, start + length));
      }
    }
  });
});

interface Prefix {
  readonly text: string;
  readonly line: number;
  readonly before: string;
}

/** The text with one line cut at each of its columns. */
function* prefixes(text: string): Generator<Prefix> {
  const lines = text.split('\n');
  for (const [line, content] of lines.entries()) {
    for (let column = 0; column < content.length; column++) {
      const before = content.slice(0, column);
      yield { text: lines.with(line, before).join('\n'), line, before };
    }
  }
}

function brokenTexts({ broken, text }: ParseResult): string[] {
  return broken.map(({ start, end }) => text.slice(start, end));
}
