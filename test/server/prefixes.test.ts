// For every prefix of every line of the example: which shapes stay while that line is half-written.
// What follows from the prefix itself depends on it: the line at which the program ends by an
// exception, and, where it runs to its end, lines that hold other values (`self.bn1 = nn.BatchNorm2d`
// is a program too). Any other shape that is gone is lost.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from '../../src/python/parse/parse.ts';
import { editBetween } from '../../src/ide/edit.ts';
import { lineShapes, type LastGood } from '../../src/ide/shapes.ts';
import type { Snapshot } from '../../src/ide/snapshot.ts';
import type { ParseResult } from '../../src/python/parse/parse.ts';
import { nodeServices } from '../../src/server.ts';
import { noChoice } from '../../src/server/pythonChoice.ts';
import type { Services } from '../../src/server/services.ts';

const path = fileURLToPath(new URL('../../examples/residual_block.py', import.meta.url));
const source = fs.readFileSync(path, 'utf8');

describe('while a line of the example is half-written', () => {
  it('the shapes of all others stay, for every prefix of every line', async function () {
    this.timeout(300_000);
    const services = await nodeServices();
    const parsed = parse(source);
    const good = await traced(services, parsed);
    const expected = lineShapes(good, []);
    assert.ok(expected.length >= 8, JSON.stringify(expected));
    let kept = 0;
    let all = 0;
    const lost: string[] = [];
    let dependent = 0;
    for (const { text, line, before } of prefixes(source)) {
      const broken = parse(text, parsed);
      const lastGood: LastGood = {
        snapshot: good,
        edits: [editBetween(source, text)].flatMap((e) => e ?? []),
      };
      const now = await traced(services, broken);
      const lines = new Set(lineShapes(now, [], lastGood).map((shape) => shape.line));
      for (const shape of expected) {
        if (shape.line === line) continue;
        if (!lines.has(shape.line) && dependsOnPrefix(now, shape.line)) {
          dependent++;
          continue;
        }
        all++;
        if (lines.has(shape.line)) kept++;
        else lost.push(`${before}⎸ lost line ${shape.line + 1}`);
      }
    }
    const share = (100 * kept) / all;
    console.log(
      `      ${share.toFixed(2)} % of ${all} shapes kept; ${dependent} more depend on the line`,
    );
    assert.ok(dependent < 0.02 * all, `${dependent} of ${all}`);
    assert.ok(share >= 99.5, lost.slice(0, 30).join('\n'));
  });
});

function dependsOnPrefix({ trace, parsed }: Snapshot, line: number): boolean {
  if (parsed.broken.length === 0 && trace.end === 'finished') return true;
  return trace.diagnostics.some(
    ({ severity, span }) => severity === 'error' && parsed.lineIndex.lineAt(span.start) === line,
  );
}

async function traced(services: Services, parsed: ParseResult): Promise<Snapshot> {
  const trace = await services.trace({
    path,
    parsed,
    roots: [path.slice(0, path.lastIndexOf('/'))],
    openFiles: new Map(),
    torchVersion: '',
    python: noChoice,
    budgetMs: 300,
    signal: new AbortController().signal,
  });
  assert.ok(trace);
  return { path, parsed, trace };
}

/** The text with one line cut at each of its columns. */
function* prefixes(text: string): Generator<{ text: string; line: number; before: string }> {
  const lines = text.split('\n');
  for (const [line, content] of lines.entries()) {
    for (let column = 0; column < content.length; column++) {
      const before = content.slice(0, column);
      yield { text: lines.with(line, before).join('\n'), line, before };
    }
  }
}
