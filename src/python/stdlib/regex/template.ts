// What replaces a match: text with the groups of the match in it.

import type { Expression } from './syntax.ts';
import { PatternError } from './syntax.ts';

/** Text, or the number of a group. */
export type Template = readonly (string | number)[];

const CONTROLS: Record<string, string> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};

/** Reads `\1`, `\g<name>` and the escapes of a template. */
export function parseTemplate(text: string, { groups, names }: Expression): Template {
  const parts: (string | number)[] = [];
  const group = (index: number, at: number): void => {
    if (index > groups) throw new PatternError(`invalid group reference ${index}`, at);
    parts.push(index);
  };
  const escape = /\\(?:g<([^>]*)>|(0[0-7]{0,2}|[0-3][0-7]{2})|(\d\d?)|([^]?))/gu;
  let end = 0;
  for (const match of text.matchAll(escape)) {
    const [whole, name, octal, number, char] = match;
    parts.push(text.slice(end, match.index));
    end = match.index + whole.length;
    if (name !== undefined) {
      const at = match.index + 3;
      if (name === '') throw new PatternError('missing group name', at);
      const index = /^\d+$/.test(name) ? Number(name) : names.get(name);
      if (index !== undefined) group(index, at);
      else if (/^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(name)) throw new UnknownGroup(name);
      else throw new PatternError(`bad character in group name '${name}'`, at);
    } else if (octal !== undefined) {
      parts.push(String.fromCharCode(Number.parseInt(octal, 8)));
    } else if (number !== undefined) {
      group(Number(number), match.index + 1);
    } else {
      parts.push(plain(char as string, match.index));
    }
  }
  parts.push(text.slice(end));
  return parts.filter((part) => part !== '');
}

/** A name that no group of the pattern has. */
export class UnknownGroup extends Error {
  readonly group: string;
  constructor(group: string) {
    super(group);
    this.group = group;
  }
}

function plain(char: string, at: number): string {
  const control = CONTROLS[char];
  if (control !== undefined) return control;
  if (char === '') throw new PatternError('bad escape (end of pattern)', at);
  if (char === 'g') throw new PatternError('missing <', at + 2);
  if (/[A-Za-z]/.test(char)) throw new PatternError(`bad escape \\${char}`, at);
  return `\\${char}`;
}
