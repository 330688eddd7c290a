// String and bytes literals: prefixes, quotes, escapes. The replacement fields of f-strings are
// converted in fstrings.ts.
//
// https://docs.python.org/3.13/reference/lexical_analysis.html#string-and-bytes-literals

import { characterNamed } from '../text/unicodeNames.ts';

export interface Quoting {
  readonly raw: boolean;
  readonly bytes: boolean;
  readonly format: boolean;
  /** Length of prefix and opening quotes. */
  readonly opening: number;
  /** Length of the closing quotes. */
  readonly closing: number;
}

/** Reads the prefix and the opening quotes of a literal. */
export function quotingOf(literal: string): Quoting {
  let raw = false;
  let bytes = false;
  let format = false;
  let at = 0;
  for (; ; at++) {
    const letter = literal.charCodeAt(at) | 32;
    if (letter === 114 /* r */) raw = true;
    else if (letter === 98 /* b */) bytes = true;
    else if (letter === 102 /* f */) format = true;
    else if (letter !== 117 /* u */) break;
  }
  const quote = literal.charCodeAt(at);
  const triple = literal.charCodeAt(at + 1) === quote && literal.charCodeAt(at + 2) === quote;
  // `''` is an empty string, not the beginning of a triple-quoted one.
  const closing = triple && literal.length >= at + 6 ? 3 : 1;
  return { raw, bytes, format, opening: at + closing, closing };
}

/** Text between quotes, or between the fields of an f-string, as the string that it means. */
export function decodeText(content: string, raw: boolean, format: boolean): string {
  const text = newlines(content);
  if (!format) return raw || !text.includes('\\') ? text : text.replace(textEscape, textOf);
  if (raw) return text.replace(/\{\{|\}\}/g, (braces) => braces.charAt(0));
  return text.replace(formatEscape, (escape) =>
    escape === '{{' || escape === '}}' ? escape.charAt(0) : textOf(escape),
  );
}

export function decodeBytes(content: string, raw: boolean): Uint8Array {
  const text = newlines(content);
  const plain = raw ? text : text.replace(bytesEscape, bytesOf);
  return Uint8Array.from(plain, (character) => character.charCodeAt(0) & 0xff);
}

/** Python reads `\r\n` and a lone `\r` as `\n`, inside literals too. */
function newlines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

const textEscape =
  /\\(?:[0-7]{1,3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|N\{[^}]*\}|[\s\S])/g;
const formatEscape = new RegExp(`${textEscape.source}|\\{\\{|\\}\\}`, 'g');
const bytesEscape = /\\(?:[0-7]{1,3}|x[\da-fA-F]{2}|[\s\S])/g;

function textOf(escape: string): string {
  switch (escape.charAt(1)) {
    case 'u':
    case 'U': {
      if (escape.length === 2) return escape;
      const code = parseInt(escape.slice(2), 16);
      return code > 0x10ffff ? escape : String.fromCodePoint(code);
    }
    case 'N': {
      if (escape.length === 2) return escape;
      return characterNamed(escape.slice(3, -1)) ?? '\ufffd';
    }
    default:
      return bytesOf(escape);
  }
}

function bytesOf(escape: string): string {
  const letter = escape.charAt(1);
  switch (letter) {
    case '\n':
      return '';
    case 'a':
      return '\x07';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'v':
      return '\v';
    case '\\':
    case "'":
    case '"':
      return letter;
    case 'x':
      return escape.length === 4 ? String.fromCharCode(parseInt(escape.slice(2), 16)) : escape;
    default:
      // An escape that Python does not know stands for itself, with its backslash.
      if (letter < '0' || letter > '7') return escape;
      return String.fromCharCode(parseInt(escape.slice(1), 8));
  }
}
