// Code that is kept as text between processes is the code that was made of the source.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Code } from '../../src/python/evaluate/code.ts';
import { freeze, thaw } from '../../src/python/lower/frozen.ts';
import { lowerModule } from '../../src/python/lower/lower.ts';
import { parse } from '../../src/python/parse/parse.ts';

const library = fileURLToPath(new URL('../../src/python/stdlib/lib', import.meta.url));

describe('code kept as text', () => {
  it('is the same for every module of the library', () => {
    const files = fs
      .readdirSync(library, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.py'));
    assert.ok(files.length > 50);
    for (const file of files) {
      const text = fs.readFileSync(path.join(library, file), 'utf8');
      const { lineIndex, module } = parse(text);
      const lineAt = (offset: number): number => lineIndex.lineAt(offset);
      const options = { path: file, source: text, lineAt, observe: 'nothing' } as const;
      const made = lowerModule(module, options);
      const read = (): never => assert.fail('all is read already');
      const kept = thaw(freeze(made), { ...options, read });
      compare(made, kept);
    }
  });

  it('has every kind of constant', () => {
    const text =
      "x = (1, -0.0, 1e400, 2j, 10**0, 123456789012345678901234567890, b'\\xff', ..., '\\ud800', None, True)\n";
    const { lineIndex, module } = parse(text);
    const lineAt = (offset: number): number => lineIndex.lineAt(offset);
    const options = { path: 'x.py', source: text, lineAt, observe: 'nothing' } as const;
    const made = lowerModule(module, options);
    compare(made, thaw(freeze(made), { ...options, read: () => assert.fail() }));
  });
});

function compare(made: Code, kept: Code): void {
  made.prepare?.();
  kept.prepare?.();
  const { constants: own, ...fields } = plain(made);
  const { constants: others, ...rest } = plain(kept);
  assert.deepEqual(rest, fields);
  assert.equal(others.length, own.length);
  own.forEach((constant, i) => {
    const other = others[i];
    if (constant instanceof Code) compare(constant, other as Code);
    else assert.deepEqual(other, constant);
  });
}

function plain(code: Code) {
  const { name, qualname, path, span, kind, doc, firstLine, generator, simple } = code;
  const { slotNames, cellNames, cellParameters, freeNames, names, constants } = code;
  const { operations, spans, callShapes, handlers, loops, joins, parameterCount } = code;
  const header = { name, qualname, path, span, kind, doc, firstLine, generator, simple };
  const variables = { slotNames, cellNames, cellParameters, freeNames, names, parameterCount };
  return {
    ...header,
    ...variables,
    operations,
    spans,
    callShapes,
    handlers,
    loops,
    joins,
    constants,
  };
}
