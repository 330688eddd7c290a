// The parser for tests: reads the wasm files from where npm put them.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import { createParser } from '../../src/python/parse/parse.ts';
import type { Parser } from '../../src/python/parse/parse.ts';

const { resolve } = createRequire(import.meta.url);
let opened: Promise<Parser> | undefined;

export function openParser(): Promise<Parser> {
  opened ??= createParser({
    runtime: fs.readFileSync(resolve('web-tree-sitter/web-tree-sitter.wasm')),
    grammar: fs.readFileSync(resolve('tree-sitter-python/tree-sitter-python.wasm')),
  });
  return opened;
}
