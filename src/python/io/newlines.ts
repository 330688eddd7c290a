// The ends of lines, as the parameter `newline` of text streams asks for them.

import { typeName } from '../evaluate/attributes.ts';
import { Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { StrObject } from '../values/numbers.ts';
import type { Value } from '../values/object.ts';

export function checkNewline(given: Value, shown = (text: string) => text): string | null {
  if (given === null) return null;
  const newline = given instanceof StrObject ? given.value : given;
  if (typeof newline !== 'string') {
    raise('TypeError', `newline must be str or None, not ${typeName(given)}`);
  }
  if (!['', '\n', '\r', '\r\n'].includes(newline)) {
    raise('ValueError', `illegal newline value: ${shown(newline)}`);
  }
  return newline;
}

/** What a program's text becomes in a stream that keeps text. */
export function fromProgram(text: string, newline: string | null): string {
  if (newline === null) return text.replace(/\r\n?/g, '\n');
  return newline === '\r' || newline === '\r\n' ? text.replaceAll('\n', newline) : text;
}

/** Behind the end of the line that begins at `from`; the text's end where it is the last. */
export function endOfLine(text: string, from: number, newline: string | null): number {
  if (newline !== '') {
    const end = text.indexOf(newline ?? '\n', from);
    return end < 0 ? text.length : end + (newline ?? '\n').length;
  }
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10) return at + 1;
    if (unit === 13) return text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
  }
  return text.length;
}

/** The attribute `newlines`: the ends of lines that were met. */
export function newlinesSeen(seen: ReadonlySet<string>): Value {
  if (seen.size === 0) return null;
  const all = ['\r', '\n', '\r\n'].filter((end) => seen.has(end));
  return all.length === 1 ? (all[0] as string) : new Tuple(all);
}
