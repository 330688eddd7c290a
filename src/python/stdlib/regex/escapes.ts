// Escapes of patterns, and sets in brackets.

import { caseless, CharSet, classOf, type Holds } from './charset.ts';
import { checkGroup } from './extension.ts';
import type { State } from './parse.ts';
import type { Source } from './source.ts';
import type { Assertion, Node } from './syntax.ts';
import { characterNamed } from '../../text/unicodeNames.ts';
import { Unsupported } from './unsupported.ts';

export type Escaped =
  | { readonly kind: 'character'; readonly code: number }
  | { readonly kind: 'class'; readonly letter: string }
  | { readonly kind: 'assert'; readonly what: Assertion }
  | { readonly kind: 'back'; readonly index: number };

const CONTROLS: Record<string, number> = {
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  '\\': 92,
};

const character = (code: number): Escaped => ({ kind: 'character', code });

/** What an escape outside of a set means; its backslash and character are read. */
export function parseEscape(state: State, escape: string): Escaped {
  const { source } = state;
  const letter = escape.slice(1);
  const ascii = state.range === 'ascii';
  if (letter === 'A') return { kind: 'assert', what: 'start' };
  if (letter === 'Z') return { kind: 'assert', what: 'end' };
  if (letter === 'b') return { kind: 'assert', what: ascii ? 'asciiWord' : 'word' };
  if (letter === 'B') return { kind: 'assert', what: ascii ? 'notAsciiWord' : 'notWord' };
  if (/^[dDsSwW]$/.test(letter)) return { kind: 'class', letter };
  if (letter === '0') {
    return character(Number.parseInt(`0${source.run(2, /^[0-7]$/)}`, 8));
  }
  if (/^[1-9]$/.test(letter)) return reference(state, letter);
  return plainEscape(source, escape, letter);
}

/** `\1` refers to a group; `\123` is a character. */
function reference(state: State, first: string): Escaped {
  const { source } = state;
  let digits = first + source.run(1, /^[0-9]$/);
  if (/^[0-7]{2}$/.test(digits) && /^[0-7]$/.test(source.characters[source.at] ?? '')) {
    digits += source.run(1, /^[0-7]$/);
    return character(octal(source, digits));
  }
  const index = Number(digits);
  if (index > state.groups) source.fail(`invalid group reference ${index}`, digits.length);
  checkGroup(state, index, digits.length + 1);
  return { kind: 'back', index };
}

function octal(source: Source, digits: string): number {
  const code = Number.parseInt(digits, 8);
  if (code > 0o377) {
    const text = `octal escape value \\${digits} outside of range 0-0o377`;
    source.fail(text, digits.length + 1);
  }
  return code;
}

const HEX_SIZES: Record<string, number> = { x: 2, u: 4, U: 8 };

function plainEscape(source: Source, escape: string, letter: string): Escaped {
  const control = letter === 'b' ? undefined : CONTROLS[letter];
  if (control !== undefined) return character(control);
  const size = HEX_SIZES[letter];
  if (size !== undefined && (letter === 'x' || source.isText)) {
    const digits = source.run(size, /^[0-9a-fA-F]$/);
    const whole = escape + digits;
    if (digits.length < size) source.fail(`incomplete escape ${whole}`, whole.length);
    const code = Number.parseInt(digits, 16);
    if (code > 0x10ffff) source.fail(`bad escape ${whole}`, whole.length);
    return character(code);
  }
  if (letter === 'N' && source.isText) {
    if (!source.take('{')) source.fail('missing {');
    const name = source.until('}', 'character name');
    const found = characterNamed(name);
    if (found !== undefined) return character(found.codePointAt(0) as number);
    if (/^[A-Za-z0-9 -]+$/.test(name)) throw new Unsupported(`the character named ${name}`);
    source.fail(`undefined character name '${name}'`, name.length + 4);
  }
  if (/^[A-Za-z0-9]$/.test(letter)) source.fail(`bad escape ${escape}`, escape.length);
  return character((source.isText ? letter.codePointAt(0) : letter.charCodeAt(0)) as number);
}

/** What an escape inside of a set means. */
function parseSetEscape(source: Source, escape: string): Escaped {
  const letter = escape.slice(1);
  if (/^[dDsSwW]$/.test(letter)) return { kind: 'class', letter };
  if (letter === 'b') return character(8);
  if (/^[0-7]$/.test(letter)) return character(octal(source, letter + source.run(2, /^[0-7]$/)));
  return plainEscape(source, escape, letter);
}

/** A set, after its opening bracket, which stands at `from`. */
export function parseSet(state: State, from: number): Node {
  const { source } = state;
  const members: Holds[] = [];
  const negative = source.take('^');
  const unterminated = (): never => source.fail('unterminated character set', source.at - from);
  warnOfSets(state, '[', from);
  for (let first = true; ; first = false) {
    const begin = source.at;
    const char = source.get() ?? unterminated();
    if (char === ']' && !first) break;
    if (!first && '-&~|'.includes(char) && source.characters[source.at] === char) {
      warnOfSets(state, char, begin);
    }
    const low = member(source, char);
    if (!source.take('-')) {
      members.push(holds(state, low));
      continue;
    }
    const next = source.get() ?? unterminated();
    if (next === ']') {
      members.push(holds(state, low), (code) => code === 45);
      break;
    }
    if (next === '-') warnOfSets(state, '--', begin);
    const high = member(source, next);
    if (low.kind !== 'character' || high.kind !== 'character' || high.code < low.code) {
      const range = source.characters.slice(begin, source.at).join('');
      return source.fail(`bad character range ${range}`, source.at - begin);
    }
    members.push((code) => code >= low.code && code <= high.code);
  }
  const any: Holds = (code) => members.some((test) => test(code));
  const set = state.ignoreCase ? caseless(any, state.range) : new CharSet(any);
  return { kind: 'set', set: negative ? new CharSet((code) => !set.has(code)) : set };
}

function member(source: Source, char: string): Escaped {
  if (char.startsWith('\\')) return parseSetEscape(source, char);
  return character((source.isText ? char.codePointAt(0) : char.charCodeAt(0)) as number);
}

function holds(state: State, escaped: Escaped): Holds {
  if (escaped.kind === 'character') return (code) => code === escaped.code;
  const set = classOf((escaped as { letter: string }).letter, state.range) as CharSet;
  return (code) => set.has(code);
}

/** Notes what a later Python may read as an operation on sets. */
function warnOfSets(state: State, operator: string, at: number): void {
  const { source, warnings } = state;
  if (operator === '[') {
    if (source.characters[source.at] === '[')
      warnings.push(`Possible nested set at position ${at}`);
    return;
  }
  const name = {
    '-': 'difference',
    '--': 'difference',
    '&': 'intersection',
    '~': 'symmetric difference',
    '|': 'union',
  }[operator] as string;
  warnings.push(`Possible set ${name} at position ${operator === '--' ? source.at - 2 : at}`);
}
