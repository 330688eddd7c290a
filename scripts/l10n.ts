// The messages that the sources hand to base/l10n.ts, compared with the tables of both languages.
//
//   npm run l10n      writes the English table and lists what lacks a Simplified Chinese text
//
// test/base/l10n.test.ts makes the same comparison and fails where something is missing.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const englishTable = path.join(root, 'l10n/bundle.l10n.json');
const chineseTable = path.join(root, 'l10n/bundle.l10n.zh-cn.json');

export type Table = Readonly<Record<string, string>>;

export const readEnglish = (): Table => readTable(englishTable);
export const readChinese = (): Table => readTable(chineseTable);

/** Each message of src/, with the first place that uses it. */
export function usedMessages(): Map<string, string> {
  const messages = new Map<string, string>();
  for (const name of fs.readdirSync(path.join(root, 'src'), {
    recursive: true,
    encoding: 'utf8',
  })) {
    if (!/\.tsx?$/.test(name)) continue;
    const text = fs.readFileSync(path.join(root, 'src', name), 'utf8');
    if (!text.includes('/l10n.ts')) continue;
    for (const { message, line } of messagesOf(text, name)) {
      if (!messages.has(message)) messages.set(message, `src/${name}:${line}`);
    }
  }
  return messages;
}

/** The literal first arguments of `l10n.t(…)` and of an imported `t(…)`. */
export function messagesOf(text: string, name: string): { message: string; line: number }[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: { message: string; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTranslation(node.expression)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const [message] = node.arguments;
      if (!message || !ts.isStringLiteralLike(message)) {
        throw new Error(`src/${name}:${line}: the message is not a literal, so it can't be found`);
      }
      found.push({ message: message.text, line });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTranslation(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return callee.text === 't';
  return (
    ts.isPropertyAccessExpression(callee) &&
    callee.name.text === 't' &&
    ts.isIdentifier(callee.expression) &&
    callee.expression.text === 'l10n'
  );
}

/** The `{0}` and `{name}` of a message, sorted. */
export function placeholdersOf(message: string): string[] {
  return (message.match(/\{\w+\}/g) ?? []).sort();
}

function readTable(file: string): Table {
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Table;
}

function main(): void {
  const used = usedMessages();
  const english = Object.fromEntries([...used.keys()].sort().map((message) => [message, message]));
  fs.writeFileSync(englishTable, `${JSON.stringify(english, null, 2)}\n`);
  const chinese = readChinese();
  for (const [message, place] of used) {
    if (!(message in chinese)) console.log(`no Chinese text: ${place}: ${JSON.stringify(message)}`);
  }
  for (const message of Object.keys(chinese)) {
    if (!used.has(message)) console.log(`no longer used: ${JSON.stringify(message)}`);
  }
  console.log(`${used.size} messages`);
}

if (process.argv.includes('--write')) main();
