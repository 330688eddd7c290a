// Searching, splitting, replacing, stripping and filling in text: what the methods of str and
// bytes share. Bytes come here as text of the same length, one unit a byte.

import { raise } from '../values/exception.ts';
import { hasPairs, lengthOf, pointIndex, unitIndex } from './codePoints.ts';
import { isSpaceUnit, stripSpaceLeft, stripSpaceRight } from './characters.ts';

/** Which units count as white space: bytes know the ASCII ones only. */
export type IsSpace = (unit: string) => boolean;

export function isAsciiSpace(unit: string): boolean {
  return unit === ' ' || (unit >= '\t' && unit <= '\r');
}

/** Index of the first occurrence within [start, stop), in code points; -1 if there is none. */
export function find(text: string, part: string, start: number, stop: number): number {
  if (start > stop) return -1;
  const pairs = hasPairs(text);
  const from = pairs ? unitIndex(text, start) : start;
  const to = pairs ? unitIndex(text, stop) : stop;
  const at = text.indexOf(part, from);
  if (at < 0 || at + part.length > to) return -1;
  return pairs ? pointIndex(text, at) : at;
}

/** Index of the last occurrence within [start, stop). */
export function findLast(text: string, part: string, start: number, stop: number): number {
  if (start > stop) return -1;
  const pairs = hasPairs(text);
  const from = pairs ? unitIndex(text, start) : start;
  const to = pairs ? unitIndex(text, stop) : stop;
  if (to - part.length < from) return -1;
  const at = text.lastIndexOf(part, to - part.length);
  if (at < from) return -1;
  return pairs ? pointIndex(text, at) : at;
}

/** How often a part occurs without overlap. */
export function count(text: string, part: string, start: number, stop: number): number {
  if (start > stop) return 0;
  const pairs = hasPairs(text);
  const from = pairs ? unitIndex(text, start) : start;
  const to = pairs ? unitIndex(text, stop) : stop;
  if (part === '') return stop - start + 1;
  let found = 0;
  for (let at = text.indexOf(part, from); at >= 0 && at + part.length <= to;) {
    found++;
    at = text.indexOf(part, at + part.length);
  }
  return found;
}

/** `text.replace(old, new, most)`; a negative `most` means all. */
export function replace(text: string, old: string, by: string, most: number): string {
  if (most === 0) return text;
  if (old === '') return interleave(text, by, most);
  if (most < 0) return text.replaceAll(old, () => by);
  let result = '';
  let at = 0;
  for (let done = 0; done < most; done++) {
    const next = text.indexOf(old, at);
    if (next < 0) break;
    result += text.slice(at, next) + by;
    at = next + old.length;
  }
  return result + text.slice(at);
}

function interleave(text: string, by: string, most: number): string {
  let result = '';
  let done = 0;
  for (const char of text) {
    if (most < 0 || done < most) result += by;
    done++;
    result += char;
  }
  return most < 0 || done < most ? result + by : result;
}

/** `text.split(separator, most)`; null splits at runs of white space. */
export function split(
  text: string,
  separator: string | null,
  most: number,
  isSpace: IsSpace = isSpaceUnit,
): string[] {
  if (separator === null) return splitSpace(text, most, isSpace);
  if (separator === '') raise('ValueError', 'empty separator');
  if (most < 0) return text.split(separator);
  const parts: string[] = [];
  let at = 0;
  while (parts.length < most) {
    const next = text.indexOf(separator, at);
    if (next < 0) break;
    parts.push(text.slice(at, next));
    at = next + separator.length;
  }
  parts.push(text.slice(at));
  return parts;
}

function splitSpace(text: string, most: number, isSpace: IsSpace): string[] {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && isSpace(text.charAt(at))) at++;
    if (at >= text.length) return parts;
    if (most >= 0 && parts.length >= most) {
      parts.push(text.slice(at));
      return parts;
    }
    const start = at;
    while (at < text.length && !isSpace(text.charAt(at))) at++;
    parts.push(text.slice(start, at));
  }
}

/** `text.rsplit(separator, most)` */
export function splitRight(
  text: string,
  separator: string | null,
  most: number,
  isSpace: IsSpace = isSpaceUnit,
): string[] {
  if (separator === null) return splitSpaceRight(text, most, isSpace);
  if (separator === '') raise('ValueError', 'empty separator');
  const parts: string[] = [];
  let end = text.length;
  while (most < 0 || parts.length < most) {
    const at = end < separator.length ? -1 : text.lastIndexOf(separator, end - separator.length);
    if (at < 0) break;
    parts.unshift(text.slice(at + separator.length, end));
    end = at;
  }
  parts.unshift(text.slice(0, end));
  return parts;
}

function splitSpaceRight(text: string, most: number, isSpace: IsSpace): string[] {
  const parts: string[] = [];
  let end = text.length;
  for (;;) {
    while (end > 0 && isSpace(text.charAt(end - 1))) end--;
    if (end === 0) return parts;
    if (most >= 0 && parts.length >= most) {
      parts.unshift(text.slice(0, end));
      return parts;
    }
    const stop = end;
    while (end > 0 && !isSpace(text.charAt(end - 1))) end--;
    parts.unshift(text.slice(end, stop));
  }
}

/** `text.partition(separator)` */
export function partition(text: string, separator: string): [string, string, string] {
  if (separator === '') raise('ValueError', 'empty separator');
  const at = text.indexOf(separator);
  if (at < 0) return [text, '', ''];
  return [text.slice(0, at), separator, text.slice(at + separator.length)];
}

export function partitionRight(text: string, separator: string): [string, string, string] {
  if (separator === '') raise('ValueError', 'empty separator');
  const at = text.lastIndexOf(separator);
  if (at < 0) return ['', '', text];
  return [text.slice(0, at), separator, text.slice(at + separator.length)];
}

/** `text.splitlines(keepends)`; the pattern says what ends a line. */
export function splitLines(text: string, keepEnds: boolean, lineEnd = LINE_END): string[] {
  const lines: string[] = [];
  let at = 0;
  for (const match of text.matchAll(lineEnd)) {
    lines.push(text.slice(at, keepEnds ? match.index + match[0].length : match.index));
    at = match.index + match[0].length;
  }
  if (at < text.length) lines.push(text.slice(at));
  return lines;
}

/** What ends a line of text: the separators of files, groups and records among them. */
const LINE_END = new RegExp(`\\r\\n|[\\n\\r\\v\\f\\u001c-\\u001e\\x85\\u2028\\u2029]`, 'g');
export const BYTES_LINE_END = /\r\n|[\n\r]/g;

/** `strip`, `lstrip`, `rstrip`: of white space, or of any of the given characters. */
export function strip(
  text: string,
  characters: string | null,
  sides: 'both' | 'left' | 'right',
): string {
  if (characters === null) {
    const left = sides === 'right' ? text : stripSpaceLeft(text);
    return sides === 'left' ? left : stripSpaceRight(left);
  }
  const set = new Set(characters);
  const points = hasPairs(text) ? Array.from(text) : text;
  let from = 0;
  let to = points.length;
  if (sides !== 'right') while (from < to && set.has(points[from] as string)) from++;
  if (sides !== 'left') while (to > from && set.has(points[to - 1] as string)) to--;
  return typeof points === 'string' ? points.slice(from, to) : points.slice(from, to).join('');
}

/** `ljust`, `rjust`, `center` */
export function justify(
  text: string,
  width: number,
  fill: string,
  where: 'left' | 'right' | 'center',
): string {
  const missing = width - lengthOf(text);
  if (missing <= 0) return text;
  if (where === 'left') return text + fill.repeat(missing);
  if (where === 'right') return fill.repeat(missing) + text;
  // CPython puts the odd one left where the width is odd.
  const left = (missing >> 1) + (missing & width & 1);
  return fill.repeat(left) + text + fill.repeat(missing - left);
}

/** `zfill` */
export function zeroFill(text: string, width: number): string {
  const missing = width - lengthOf(text);
  if (missing <= 0) return text;
  const signed = text.startsWith('+') || text.startsWith('-');
  return signed ? text.charAt(0) + '0'.repeat(missing) + text.slice(1) : '0'.repeat(missing) + text;
}

/** `expandtabs` */
export function expandTabs(text: string, size: number): string {
  let result = '';
  let column = 0;
  for (const char of text) {
    if (char === '\t') {
      const spaces = size > 0 ? size - (column % size) : 0;
      result += ' '.repeat(spaces);
      column += spaces;
    } else {
      result += char;
      column = char === '\n' || char === '\r' ? 0 : column + 1;
    }
  }
  return result;
}
