// What replaces a match: text with the groups of the match in it.

import { classes } from '../../text/characters.ts';
import { strRepr } from '../../text/strRepr.ts';
import { Source } from './source.ts';
import type { Expression } from './syntax.ts';

/** Text, or the number of a group. */
export type Template = readonly (string | number)[];

/** A name that no group of the pattern has. */
export class UnknownGroup extends Error {
  readonly group: string;
  constructor(group: string) {
    super(group);
    this.group = group;
  }
}

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

/** Reads `\1`, `\g<name>` and the escapes of a template; throws PatternError where it is none. */
export function parseTemplate(text: string, isText: boolean, expression: Expression): Template {
  if (!text.includes('\\')) return text === '' ? [] : [text];
  const source = new Source(text, isText);
  const parts: (string | number)[] = [];
  let literal = '';
  for (let next = source.get(); next !== null; next = source.get()) {
    const part = next.startsWith('\\') ? escaped(source, next, expression) : next;
    if (typeof part === 'string') {
      literal += part;
      continue;
    }
    if (literal !== '') parts.push(literal);
    literal = '';
    parts.push(part);
  }
  if (literal !== '') parts.push(literal);
  return parts;
}

function escaped(source: Source, escape: string, expression: Expression): string | number {
  const letter = escape.slice(1);
  if (letter === 'g') return named(source, expression);
  if (letter === '0') {
    const digits = source.run(2, /^[0-7]$/);
    return String.fromCharCode(Number.parseInt(`0${digits}`, 8) & 0xff);
  }
  if (/^[1-9]$/.test(letter)) return numbered(source, letter, expression);
  const control = CONTROLS[letter];
  if (control !== undefined) return control;
  if (/^[A-Za-z]$/.test(letter)) source.fail(`bad escape ${escape}`, escape.length);
  return escape;
}

function numbered(source: Source, first: string, expression: Expression): string | number {
  let digits = first + source.run(1, /^[0-9]$/);
  if (/^[0-7]{2}$/.test(digits)) {
    digits += source.run(1, /^[0-7]$/);
    if (digits.length === 3) {
      const code = Number.parseInt(digits, 8);
      if (code <= 0o377) return String.fromCharCode(code);
      const text = `octal escape value \\${digits} outside of range 0-0o377`;
      source.fail(text, digits.length + 1);
    }
  }
  return group(source, digits, digits.length, expression);
}

function named(source: Source, expression: Expression): number {
  if (!source.take('<')) source.fail('missing <');
  const name = source.until('>', 'group name');
  const back = Array.from(name).length + 1;
  if (classes.identifier.test(name)) {
    const index = expression.names.get(name);
    if (index === undefined) throw new UnknownGroup(name);
    return index;
  }
  if (!/^ *\+?\p{Nd}+(?:_\p{Nd}+)* *$/u.test(name)) {
    source.fail(`bad character in group name ${strRepr(name)}`, back);
  }
  return group(source, name.trim().replaceAll('_', ''), back, expression);
}

function group(source: Source, written: string, back: number, expression: Expression): number {
  const index = Number(written);
  if (index > expression.groups) source.fail(`invalid group reference ${BigInt(written)}`, back);
  return index;
}
