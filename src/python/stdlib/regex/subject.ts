// What is searched: text, or bytes as text with a unit for each.

import { fromLatin, latin } from '../../builtins/bytesArguments.ts';
import { typeName } from '../../evaluate/attributes.ts';
import { hasPairs } from '../../text/codePoints.ts';
import { Bytes } from '../../values/containers.ts';
import { bufferOf } from '../../values/memoryView.ts';
import { raise } from '../../values/exception.ts';
import { StrObject } from '../../values/numbers.ts';
import type { Value } from '../../values/object.ts';
import type { Characters } from './match.ts';

export interface Subject {
  /** What the program has given. */
  readonly value: Value;
  readonly isText: boolean;
  readonly characters: Characters;
  readonly from: number;
  readonly to: number;
}

/** Text of a str, or null where it is none. */
export function textOf(value: Value): string | null {
  if (typeof value === 'string') return value;
  return value instanceof StrObject ? value.value : null;
}

/** A str or bytes from one character to another, for a pattern of its kind. */
export function subjectOf(
  value: Value,
  patternIsText: boolean,
  pos = 0,
  endpos = Infinity,
): Subject {
  const text = textOf(value);
  const data = text === null ? bufferOf(value) : null;
  if (text === null && data === null) {
    return raise('TypeError', `expected string or bytes-like object, got '${typeName(value)}'`);
  }
  if (text !== null && !patternIsText) {
    return raise('TypeError', 'cannot use a bytes pattern on a string-like object');
  }
  if (text === null && patternIsText) {
    return raise('TypeError', 'cannot use a string pattern on a bytes-like object');
  }
  const characters = text === null ? latin(data as Uint8Array) : charactersOf(text);
  const to = Math.max(0, Math.min(characters.length, endpos));
  const from = Math.max(0, Math.min(pos, to));
  // CPython begins behind the end where `pos` is past it: nothing is found then.
  return { value, isText: text !== null, characters, from: pos > to ? to + 1 : from, to };
}

// A tokenizer asks again and again about one long text.
let lastText = '';
let lastPoints = new Uint32Array();

function charactersOf(text: string): Characters {
  if (!hasPairs(text)) return text;
  if (text !== lastText) {
    lastPoints = Uint32Array.from(text, (char) => char.codePointAt(0) as number);
    lastText = text;
  }
  return lastPoints;
}

/** A part of the subject, as text of units. */
export function piece(characters: Characters, from: number, to: number): string {
  if (typeof characters === 'string') return characters.slice(from, to);
  let text = '';
  for (let at = from; at < to; at += CHUNK) {
    text += String.fromCodePoint(...characters.subarray(at, Math.min(to, at + CHUNK)));
  }
  return text;
}

const CHUNK = 4096;

/** Text of units as the kind of value that the subject is. */
export function valueOf(text: string, isText: boolean): Value {
  return isText ? text : new Bytes(fromLatin(text));
}
