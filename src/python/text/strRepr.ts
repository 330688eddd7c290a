// Quoted text: `repr()` of str and bytes, `ascii()`, and which characters are printable.

import { allAssigned } from './unicodeVersion.ts';

/** `repr(text)` */
export function strRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = escape(text);
  const body = quote === "'" && escaped.includes("'") ? escaped.replaceAll("'", "\\'") : escaped;
  return quote + body + quote;
}

function escape(text: string): string {
  if (!allAssigned(text)) {
    return Array.from(text, (char) =>
      isPrintable(char) && char !== '\\' ? char : escapeCharacter(char),
    ).join('');
  }
  return NEEDS_ESCAPE.test(text) ? text.replace(ESCAPED, escapeCharacter) : text;
}

/** What `str.isprintable` refuses: separators but the space, controls, unassigned, surrogates. */
const NOT_PRINTABLE = '[\\p{C}\\p{Zl}\\p{Zp}]|(?! )\\p{Zs}';
const UNPRINTABLE = new RegExp(NOT_PRINTABLE, 'u');
const NEEDS_ESCAPE = new RegExp(`\\\\|${NOT_PRINTABLE}`, 'u');
const ESCAPED = new RegExp(`\\\\|${NOT_PRINTABLE}`, 'gu');

export function isPrintable(text: string): boolean {
  return !UNPRINTABLE.test(text) && allAssigned(text);
}

function escapeCharacter(char: string): string {
  switch (char) {
    case '\\':
      return '\\\\';
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    case '\t':
      return '\\t';
    default:
      return escapeCode(char.codePointAt(0) as number);
  }
}

/** A code point as `\x`, `\u` or `\U` write it. */
export function escapeCode(code: number): string {
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}

/** Everything past ASCII as escapes, as `ascii()` does with a repr. */
export function escapeNonAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (char) => escapeCode(char.codePointAt(0) as number));
}

/** The literal of bytes, without what a bytearray puts around it. */
export function bytesRepr(data: Uint8Array): string {
  const quote = data.includes(0x27) && !data.includes(0x22) ? '"' : "'";
  let text = '';
  for (const byte of data) text += byteText(byte, quote);
  return `b${quote}${text}${quote}`;
}

function byteText(byte: number, quote: string): string {
  const char = String.fromCharCode(byte);
  if (char === quote || char === '\\') return `\\${char}`;
  if (byte >= 0x20 && byte < 0x7f) return char;
  if (char === '\n' || char === '\r' || char === '\t') return escapeCharacter(char);
  return escapeCode(byte);
}
