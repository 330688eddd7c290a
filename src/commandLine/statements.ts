// What stands beside a program as its output: a sibling `NAME.expected.txt`, else a comment or a
// string at the end of the file.

import fs from 'node:fs';
import path from 'node:path';
import { trailingStatements, type Statement } from '../run/stated.ts';
import type { SourceFile } from './session.ts';

export function statementsBeside({ path: file, text }: SourceFile): readonly Statement[] {
  const { dir, name } = path.parse(file);
  const sibling = path.join(dir, `${name}.expected.txt`);
  if (fs.existsSync(sibling)) return [{ text: fs.readFileSync(sibling, 'utf8'), certain: true }];
  return trailingStatements(text);
}
