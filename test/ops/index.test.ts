import assert from 'node:assert/strict';
import fs from 'node:fs';
import { operatorMethods } from '../../src/ops/operators.ts';
import { operators } from '../../src/ops/define.ts';
import '../../src/ops/index.ts';

const folder = new URL('../../src/ops/', import.meta.url);

describe('the families of operators', () => {
  it('are all declared by importing index.ts', () => {
    const index = fs.readFileSync(new URL('index.ts', folder), 'utf8');
    const imported = [...index.matchAll(/import '\.\/(\w+)\.ts'/g)].map((match) => match[1]);
    const declaring = fs
      .readdirSync(folder)
      .filter((file) => !['index.ts', 'define.ts'].includes(file))
      .filter((file) => read(file).includes('defineOp('))
      .map((file) => file.replace('.ts', ''));
    assert.deepEqual(imported, declaring.sort());
  });

  it('have what stands behind each of Python’s operators', () => {
    const missing = Object.entries(operatorMethods).filter(([, { op }]) => !operators().has(op));
    assert.deepEqual(missing, []);
  });
});

function read(file: string): string {
  return fs.readFileSync(new URL(file, folder), 'utf8');
}
