// The codecs that write text as Python's string literals do: `unicode_escape`, `raw_unicode_escape`.

import type { Refuse } from './utf.ts';

/** The text with escapes for whatever is not printable ASCII. */
export function writeEscapes(points: ArrayLike<number>): string {
  let text = '';
  for (let i = 0; i < points.length; i++) {
    const code = points[i] as number;
    if (code >= 0x20 && code < 0x7f && code !== 0x5c) text += String.fromCharCode(code);
    else text += SHORT[code] ?? numbered(code);
  }
  return text;
}

/** The text in Latin-1, with escapes for what is beyond. */
export function writeRawEscapes(points: ArrayLike<number>): string {
  let text = '';
  for (let i = 0; i < points.length; i++) {
    const code = points[i] as number;
    text += code < 0x100 ? String.fromCharCode(code) : numbered(code);
  }
  return text;
}

const SHORT: Record<number, string> = { 9: '\\t', 10: '\\n', 13: '\\r', 92: '\\\\' };

function numbered(code: number): string {
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}

const CONTROLS: Record<string, string> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const SIZES: Record<string, number> = { x: 2, u: 4, U: 8 };

/** Reads escapes; `named` gives the character of a name. */
export function readEscapes(
  data: Uint8Array,
  refuse: Refuse,
  named: (name: string) => string | null,
): string {
  let text = '';
  let at = 0;
  const wrong = (end: number, reason: string): void => {
    const [instead, next] = refuse(at, end, reason);
    text += instead;
    at = next;
  };
  while (at < data.length) {
    const byte = data[at] as number;
    if (byte !== 0x5c) {
      text += String.fromCharCode(byte);
      at++;
      continue;
    }
    if (at + 1 >= data.length) {
      wrong(data.length, '\\ at end of string');
      continue;
    }
    const char = String.fromCharCode(data[at + 1] as number);
    const control = CONTROLS[char];
    const size = SIZES[char];
    if (control !== undefined) {
      text += control;
      at += 2;
    } else if (char >= '0' && char <= '7') {
      const digits = run(data, at + 1, 3, /[0-7]/);
      text += String.fromCharCode(Number.parseInt(digits, 8));
      at += 1 + digits.length;
    } else if (size !== undefined) {
      const digits = run(data, at + 2, size, /[0-9a-fA-F]/);
      const end = at + 2 + digits.length;
      const code = Number.parseInt(digits, 16);
      if (digits.length < size) wrong(end, `truncated \\${char}${'X'.repeat(size)} escape`);
      else if (code > 0x10ffff) wrong(end, 'illegal Unicode character');
      else {
        text += String.fromCodePoint(code);
        at = end;
      }
    } else if (char === 'N') {
      const rest = String.fromCharCode(...data.subarray(at + 2, at + 100));
      const match = /^\{([^}]+)\}/.exec(rest);
      const found = match && named(match[1] as string);
      if (!match) {
        const open = /^\{[^}]*\}?/.exec(rest)?.[0].length ?? 0;
        wrong(at + 2 + open, 'malformed \\N character escape');
      } else if (found === null) {
        wrong(at + 2 + match[0].length, 'unknown Unicode character name');
      } else {
        text += found;
        at += 2 + match[0].length;
      }
    } else {
      text += `\\${char}`;
      at += 2;
    }
  }
  return text;
}

/** Reads `\u` and `\U` in Latin-1; a backslash that another one precedes is itself. */
export function readRawEscapes(data: Uint8Array, refuse: Refuse): string {
  let text = '';
  let at = 0;
  while (at < data.length) {
    const byte = data[at] as number;
    if (byte !== 0x5c || at + 1 >= data.length) {
      text += String.fromCharCode(byte);
      at++;
      continue;
    }
    const char = String.fromCharCode(data[at + 1] as number);
    const size = char === 'u' || char === 'U' ? (SIZES[char] as number) : 0;
    if (size === 0) {
      text += `\\${char}`;
      at += 2;
      continue;
    }
    const digits = run(data, at + 2, size, /[0-9a-fA-F]/);
    const end = at + 2 + digits.length;
    const code = Number.parseInt(digits, 16);
    if (digits.length === size && code <= 0x10ffff) {
      text += String.fromCodePoint(code);
      at = end;
      continue;
    }
    const reason =
      digits.length < size
        ? `truncated \\${char}${'X'.repeat(size)} escape`
        : '\\Uxxxxxxxx out of range';
    const [instead, next] = refuse(at, end, reason);
    text += instead;
    at = next;
  }
  return text;
}

function run(data: Uint8Array, from: number, most: number, kind: RegExp): string {
  let text = '';
  for (let at = from; at < data.length && text.length < most; at++) {
    const char = String.fromCharCode(data[at] as number);
    if (!kind.test(char)) break;
    text += char;
  }
  return text;
}
