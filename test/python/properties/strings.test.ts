// Methods of str against what CPython makes of random calls (strings.json, from record_strings.py),
// and laws that hold for any text.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { lengthOf, sliceText } from '../../../src/python/text/codePoints.ts';
import { decode, encode } from '../../../src/python/text/codecs.ts';
import * as splitting from '../../../src/python/text/split.ts';
import { runProgram } from '../runProgram.ts';

const recorded = JSON.parse(
  readFileSync(new URL('strings.json', import.meta.url), 'utf8'),
) as Record<string, [expression: string, outcome: string][]>;

const OUTCOMES = `
for expression in EXPRESSIONS:
    try:
        print(ascii(eval(expression)))
    except Exception as error:
        print(ascii(f'{type(error).__name__}: {error}')[1:-1])
`;

describe('random calls of methods of str', () => {
  for (const [method, calls] of Object.entries(recorded)) {
    it(method, () => {
      const list = calls.map(([expression]) => pythonLiteral(expression)).join(',\n');
      const { stdout } = runProgram('calls.py', `EXPRESSIONS = [${list}]\n${OUTCOMES}`);
      const lines = stdout.split('\n');
      for (const [i, [expression, outcome]] of calls.entries()) {
        const isError = /^\w+Error: /.test(outcome);
        assert.equal(lines[i], isError ? asciiText(outcome) : outcome, expression);
      }
    });
  }
});

/** A literal of Python for a text: JSON's escapes are Python's, but for surrogate pairs. */
function pythonLiteral(text: string): string {
  return Array.from(JSON.stringify(text), (char) => {
    const code = char.codePointAt(0) as number;
    return code < 128 ? char : `\\U${code.toString(16).padStart(8, '0')}`;
  }).join('');
}

/** As `ascii()` writes it, without its quotes. */
function asciiText(text: string): string {
  const quoted = text.includes("'") && !text.includes('"') ? text : text.replaceAll("'", "\\'");
  return quoted
    .replaceAll('\\', '\\\\')
    .replaceAll("\\\\'", "\\'")
    .replace(/[^ -~]/gu, (char) => {
      const code = char.codePointAt(0) as number;
      const [letter, size] = code < 0x100 ? ['x', 2] : code < 0x10000 ? ['u', 4] : ['U', 8];
      return `\\${letter}${code.toString(16).padStart(size as number, '0')}`;
    });
}

describe('any text', () => {
  const text = fc.string({ unit: 'binary', maxLength: 30 });

  it('is joined again from what it was split into', () => {
    fc.assert(
      fc.property(text, fc.string({ minLength: 1, maxLength: 3 }), (whole, separator) => {
        assert.equal(splitting.split(whole, separator, -1).join(separator), whole);
        assert.equal(splitting.splitRight(whole, separator, -1).join(separator), whole);
        assert.equal(splitting.partition(whole, separator).join(''), whole);
        assert.equal(splitting.partitionRight(whole, separator).join(''), whole);
        assert.equal(splitting.splitLines(whole, true).join(''), whole);
      }),
    );
  });

  it('has a part where find says so', () => {
    fc.assert(
      fc.property(text, fc.nat(30), fc.nat(5), (whole, from, length) => {
        const size = lengthOf(whole);
        const start = Math.min(from, size);
        const part = sliceText(whole, start, Math.min(size, start + length));
        const found = splitting.find(whole, part, 0, size);
        assert.ok(found >= 0 && found <= start);
        assert.equal(sliceText(whole, found, found + lengthOf(part)), part);
        assert.ok(splitting.findLast(whole, part, 0, size) >= start);
      }),
    );
  });

  it('is the same after being encoded and decoded', () => {
    fc.assert(
      fc.property(text, (whole) => {
        for (const name of ['utf-8', 'utf-16', 'utf-32-be', 'utf-8-sig', 'unicode_escape']) {
          const data = encode(whole, name, 'surrogatepass');
          assert.equal(decode(data, name, 'surrogatepass'), whole);
        }
      }),
    );
  });

  it('has the width that it was justified to', () => {
    fc.assert(
      fc.property(text, fc.nat(40), (whole, width) => {
        for (const where of ['left', 'right', 'center'] as const) {
          const made = splitting.justify(whole, width, '*', where);
          assert.equal(lengthOf(made), Math.max(width, lengthOf(whole)));
          assert.ok(made.includes(whole));
        }
      }),
    );
  });
});
