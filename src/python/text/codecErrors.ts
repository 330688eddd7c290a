// What is done with characters and bytes that a codec cannot take: the error handlers.
//
// https://docs.python.org/3.11/library/codecs.html#error-handlers

import { Bytes } from '../values/containers.ts';
import { makeException, PyError, raise, type ExceptionObject } from '../values/exception.ts';
import { escapeCode } from './strRepr.ts';
import { characterName } from './unicodeNames.ts';

/** What no codec here can do yet, though CPython can. */
export class UnsupportedText extends Error {
  readonly what: string;
  constructor(what: string) {
    super(what);
    this.what = what;
  }
}

/** Handlers that a program has registered: given the error, they tell what stands in its place. */
export interface CustomErrors {
  find(name: string): ((error: ExceptionObject) => [string | Uint8Array, number]) | undefined;
}

/** What stands in the place of what went wrong, and where the codec goes on. */
export type Replacement = readonly [string | Uint8Array, number];

/** Where characters cannot be encoded; indices count characters. */
export interface EncodeProblem {
  readonly codec: string;
  readonly text: string;
  readonly points: ArrayLike<number>;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

export function encodeFailure(problem: EncodeProblem): ExceptionObject {
  const { codec, text, start, end, reason } = problem;
  return makeException('UnicodeEncodeError', codec, text, start, end, reason);
}

export function replaceCharacters(
  problem: EncodeProblem,
  errors: string,
  custom: CustomErrors | null,
): Replacement {
  const { codec, points, start, end } = problem;
  const fail = (): never => {
    throw new PyError(encodeFailure(problem));
  };
  const each = (shown: (code: number) => string): Replacement => {
    let text = '';
    for (let at = start; at < end; at++) text += shown(points[at] as number);
    return [text, end];
  };
  const own = custom?.find(errors);
  if (own) return own(encodeFailure(problem));
  switch (errors) {
    case 'strict':
      return fail();
    case 'ignore':
      return ['', end];
    case 'replace':
      return each(() => '?');
    case 'backslashreplace':
      return each(escapeCode);
    case 'xmlcharrefreplace':
      return each((code) => `&#${code};`);
    case 'namereplace':
      return each((code) => {
        const name = characterName(code);
        if (name === undefined) throw new UnsupportedText('names of such characters');
        return name === null ? escapeCode(code) : `\\N{${name}}`;
      });
    case 'surrogateescape': {
      const bytes: number[] = [];
      for (let at = start; at < end; at++) {
        const code = points[at] as number;
        if (code < 0xdc80 || code > 0xdcff) fail();
        bytes.push(code - 0xdc00);
      }
      return [Uint8Array.from(bytes), end];
    }
    case 'surrogatepass':
      return codec.startsWith('utf') ? passSurrogates(problem, fail) : fail();
    default:
      return raise('LookupError', `unknown error handler name '${errors}'`);
  }
}

function passSurrogates(problem: EncodeProblem, fail: () => never): Replacement {
  const { codec, points, start, end } = problem;
  const bytes: number[] = [];
  for (let at = start; at < end; at++) {
    const code = points[at] as number;
    if (code < 0xd800 || code > 0xdfff) fail();
    const unit = [code & 0xff, code >> 8];
    const big = codec.endsWith('be');
    if (codec === 'utf-8') bytes.push(0xed, 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else if (codec.startsWith('utf-16')) bytes.push(...(big ? unit.reverse() : unit));
    else bytes.push(...(big ? [0, 0, ...unit.reverse()] : [...unit, 0, 0]));
  }
  return [Uint8Array.from(bytes), end];
}

/** Where bytes cannot be decoded. */
export interface DecodeProblem {
  readonly codec: string;
  readonly data: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

export function decodeFailure(problem: DecodeProblem): ExceptionObject {
  const { codec, data, start, end, reason } = problem;
  return makeException('UnicodeDecodeError', codec, new Bytes(data), start, end, reason);
}

export function replaceBytes(
  problem: DecodeProblem,
  errors: string,
  custom: CustomErrors | null,
): readonly [string, number] {
  const { data, start, end } = problem;
  const fail = (): never => {
    throw new PyError(decodeFailure(problem));
  };
  const own = custom?.find(errors);
  if (own) {
    const [text, at] = own(decodeFailure(problem));
    if (typeof text !== 'string') {
      raise('TypeError', 'decoding error handler must return (str, int) tuple');
    }
    return [text, at];
  }
  switch (errors) {
    case 'strict':
      return fail();
    case 'ignore':
      return ['', end];
    case 'replace':
      return ['\ufffd', end];
    case 'backslashreplace':
      return [Array.from(data.subarray(start, end), escapeCode).join(''), end];
    case 'surrogateescape': {
      let at = start;
      let text = '';
      while (at < end && at < start + 4 && (data[at] as number) >= 0x80) {
        text += String.fromCharCode(0xdc00 + (data[at++] as number));
      }
      return at === start ? fail() : [text, at];
    }
    case 'surrogatepass':
      return surrogateAt(problem) ?? fail();
    case 'xmlcharrefreplace':
    case 'namereplace':
      return raise('TypeError', "don't know how to handle UnicodeDecodeError in error callback");
    default:
      return raise('LookupError', `unknown error handler name '${errors}'`);
  }
}

/** A surrogate that is written where the codec expects a character. */
function surrogateAt({ codec, data, start }: DecodeProblem): readonly [string, number] | null {
  const byte = (i: number): number => data[start + i] ?? 0;
  const size = codec === 'utf-8' ? 3 : codec.startsWith('utf-16') ? 2 : 4;
  if (!codec.startsWith('utf') || start + size > data.length) return null;
  let code: number;
  if (size === 3) {
    if (byte(0) !== 0xed || (byte(1) & 0xc0) !== 0x80 || (byte(2) & 0xc0) !== 0x80) return null;
    code = 0xd000 | ((byte(1) & 63) << 6) | (byte(2) & 63);
  } else {
    const big = codec.endsWith('be');
    code = big ? (byte(size - 2) << 8) | byte(size - 1) : byte(0) | (byte(1) << 8);
    const rest = size === 4 ? (big ? byte(0) | byte(1) : byte(2) | byte(3)) : 0;
    if (rest !== 0) return null;
  }
  if (code < 0xd800 || code > 0xdfff) return null;
  return [String.fromCharCode(code), start + size];
}
