// Who imports whom, read from the import statements and compared with the table in src/README.md.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const src = fileURLToPath(new URL('../src', import.meta.url));

interface Row {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

describe('rooms', () => {
  const table = readTable();
  const files = fs
    .readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => /\.tsx?$/.test(name));

  it('has every room of src in the table', () => {
    const rooms = new Set(files.map(roomOf));
    assert.deepEqual(
      [...rooms].filter((room) => !table.has(room)),
      [],
    );
  });

  it('imports only what the table allows', () => {
    assert.ok(files.length > 0);
    const refused = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => !allowed(file, target, table))
        .map((target) => `${file} imports ${target}`),
    );
    assert.deepEqual(refused, []);
  });

  it('would refuse what the table forbids', () => {
    const refused: [file: string, target: string][] = [
      ['python/parse.ts', 'src/tensor/shape.ts'],
      ['python/parse.ts', 'node:fs'],
      ['base/span.ts', 'src/view/case.ts'],
      ['editor/panel.ts', 'src/panel/main.ts'],
      ['ops/pooling.ts', 'src/torch/tensor.ts'],
      ['extension.ts', 'src/run/cases.ts'],
    ];
    for (const [file, target] of refused) assert.equal(allowed(file, target, table), false, target);
    const accepted: [file: string, target: string][] = [
      ['torch/nn/linear.ts', 'src/python/values/str.ts'],
      ['editor/panel.ts', 'src/panel/protocol.ts'],
      ['cli.ts', 'node:fs'],
    ];
    for (const [file, target] of accepted) assert.equal(allowed(file, target, table), true, target);
  });
});

/** A file of src/ itself is a room of its own; else the first folder is. */
function roomOf(file: string): string {
  return file.split('/')[0] ?? file;
}

function allowed(file: string, target: string, table: ReadonlyMap<string, Row>): boolean {
  const room = roomOf(file);
  const row = table.get(room);
  if (!row) return false;
  if (target.startsWith('src/')) {
    const other = target.slice('src/'.length);
    if (roomOf(other) === room) return true;
    const everywhere = room === 'base' ? [] : room === 'view' ? ['base'] : ['base', 'view'];
    return [...everywhere, ...row.rooms].some(
      (room) => room === roomOf(other) || `${room}.ts` === other,
    );
  }
  return row.packages.some((name) => {
    const [before = '', after] = name.split('*');
    if (after !== undefined) return target.startsWith(before) && target.endsWith(after);
    return target === name || target.startsWith(`${name}/`);
  });
}

/** What a file imports: `src/room/file.ts` for our own, a path from the root, or a package. */
function importsOf(file: string): string[] {
  const text = fs.readFileSync(path.join(src, file), 'utf8');
  return ts.preProcessFile(text).importedFiles.map(({ fileName }) => {
    if (!fileName.startsWith('.')) return fileName;
    return path.posix.join('src', path.posix.dirname(file), fileName);
  });
}

function readTable(): Map<string, Row> {
  const text = fs.readFileSync(path.join(src, 'README.md'), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith('Who may import whom'));
  assert.ok(section, 'src/README.md has no table "Who may import whom"');
  const table = new Map<string, Row>();
  for (const line of section.split('\n')) {
    const cells = line.split('|').slice(1, 4).map(namesIn);
    const [room] = cells[0] ?? [];
    if (room) table.set(room, { rooms: cells[1] ?? [], packages: cells[2] ?? [] });
  }
  return table;
}

/** The names in back quotes. */
function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}
