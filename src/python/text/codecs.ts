// Text to bytes and back: the codecs that programs name, and what is done with characters and
// bytes that a codec cannot take.
//
// https://docs.python.org/3.11/library/codecs.html#standard-encodings

import { PyError, makeException, raise } from '../values/exception.ts';
import { Bytes } from '../values/containers.ts';
import { codePointsOf } from './codePoints.ts';
import { escapeCode } from './strRepr.ts';

type Codec = 'utf-8' | 'ascii' | 'latin-1' | 'utf-16' | 'utf-32';

interface Encoding {
  readonly codec: Codec;
  readonly order: 'little' | 'big' | 'marked';
}

const NAMES: Record<string, Encoding> = {
  utf_8: { codec: 'utf-8', order: 'little' },
  utf_8_sig: { codec: 'utf-8', order: 'marked' },
  ascii: { codec: 'ascii', order: 'little' },
  latin_1: { codec: 'latin-1', order: 'little' },
  utf_16: { codec: 'utf-16', order: 'marked' },
  utf_16_le: { codec: 'utf-16', order: 'little' },
  utf_16_be: { codec: 'utf-16', order: 'big' },
  utf_32: { codec: 'utf-32', order: 'marked' },
  utf_32_le: { codec: 'utf-32', order: 'little' },
  utf_32_be: { codec: 'utf-32', order: 'big' },
};

const ALIASES: Record<string, string> = {
  utf8: 'utf_8',
  u8: 'utf_8',
  utf: 'utf_8',
  utf8_ucs4: 'utf_8',
  us_ascii: 'ascii',
  '646': 'ascii',
  latin1: 'latin_1',
  latin: 'latin_1',
  l1: 'latin_1',
  iso_8859_1: 'latin_1',
  iso8859_1: 'latin_1',
  '8859': 'latin_1',
  cp819: 'latin_1',
  utf16: 'utf_16',
  utf_16le: 'utf_16_le',
  utf_16be: 'utf_16_be',
  utf32: 'utf_32',
  utf_32le: 'utf_32_le',
  utf_32be: 'utf_32_be',
};

function encodingNamed(name: string): Encoding {
  const key = name.toLowerCase().replace(/[- .]+/g, '_');
  const known = NAMES[ALIASES[key] ?? key];
  return known ?? raise('LookupError', `unknown encoding: ${name}`);
}

/** `text.encode(encoding, errors)` */
export function encode(text: string, encodingName: string, errors: string): Uint8Array {
  const { codec, order } = encodingNamed(encodingName);
  const bytes: number[] = [];
  if (order === 'marked') writeMark(bytes, codec);
  const characters = codePointsOf(text);
  for (let at = 0; at < characters.length; at++) {
    const code = (characters[at] as string).codePointAt(0) as number;
    if (canEncode(code, codec)) {
      writeCode(bytes, code, codec, order === 'big');
      continue;
    }
    let end = at + 1;
    const bad = (i: number): boolean =>
      !canEncode((characters[i] as string).codePointAt(0) as number, codec);
    while (end < characters.length && bad(end)) end++;
    replaceCharacters(bytes, text, characters, at, end, codec, order === 'big', errors);
    at = end - 1;
  }
  return Uint8Array.from(bytes);
}

function canEncode(code: number, codec: Codec): boolean {
  if (codec === 'ascii') return code < 0x80;
  if (codec === 'latin-1') return code < 0x100;
  return code < 0xd800 || code > 0xdfff;
}

function writeMark(bytes: number[], codec: Codec): void {
  if (codec === 'utf-8') bytes.push(0xef, 0xbb, 0xbf);
  else if (codec === 'utf-16') bytes.push(0xff, 0xfe);
  else bytes.push(0xff, 0xfe, 0, 0);
}

function writeCode(bytes: number[], code: number, codec: Codec, big: boolean): void {
  if (codec === 'ascii' || codec === 'latin-1' || (codec === 'utf-8' && code < 0x80)) {
    bytes.push(code);
  } else if (codec === 'utf-8') {
    if (code < 0x800) bytes.push(0xc0 | (code >> 6));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63));
    bytes.push(0x80 | (code & 63));
  } else if (codec === 'utf-16') {
    for (const unit of units(code)) writeUnit(bytes, unit, 2, big);
  } else {
    writeUnit(bytes, code, 4, big);
  }
}

function units(code: number): number[] {
  if (code < 0x10000) return [code];
  return [0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff)];
}

function writeUnit(bytes: number[], unit: number, size: number, big: boolean): void {
  for (let i = 0; i < size; i++) {
    bytes.push((unit >>> (8 * (big ? size - 1 - i : i))) & 0xff);
  }
}

function replaceCharacters(
  bytes: number[],
  text: string,
  characters: readonly string[],
  start: number,
  end: number,
  codec: Codec,
  big: boolean,
  errors: string,
): void {
  const put = (replacement: string): void => {
    for (const char of replacement) writeCode(bytes, char.codePointAt(0) as number, codec, big);
  };
  for (let at = start; at < end; at++) {
    const code = (characters[at] as string).codePointAt(0) as number;
    switch (errors) {
      case 'ignore':
        break;
      case 'replace':
        put('?');
        break;
      case 'backslashreplace':
        put(escapeCode(code));
        break;
      case 'xmlcharrefreplace':
        put(`&#${code};`);
        break;
      case 'surrogateescape':
        if (code < 0xdc80 || code > 0xdcff) encodeError(text, start, end, codec);
        bytes.push(code - 0xdc00);
        break;
      case 'surrogatepass':
        if (code < 0xd800 || code > 0xdfff) encodeError(text, start, end, codec);
        writeCode(bytes, code, codec, big);
        break;
      default:
        if (errors === 'strict') encodeError(text, start, end, codec);
        raise('LookupError', `unknown error handler name '${errors}'`);
    }
  }
}

function encodeError(text: string, start: number, end: number, codec: Codec): never {
  const reason =
    codec === 'ascii'
      ? 'ordinal not in range(128)'
      : codec === 'latin-1'
        ? 'ordinal not in range(256)'
        : 'surrogates not allowed';
  const stop = codec.startsWith('utf') && codec !== 'utf-8' ? start + 1 : end;
  throw new PyError(makeException('UnicodeEncodeError', codec, text, start, stop, reason));
}

/** `bytes.decode(encoding, errors)` */
export function decode(data: Uint8Array, encodingName: string, errors: string): string {
  const { codec, order } = encodingNamed(encodingName);
  if (codec === 'utf-8') return decodeUtf8(data, order === 'marked', errors);
  if (codec === 'ascii' || codec === 'latin-1') {
    let text = '';
    for (let at = 0; at < data.length; at++) {
      const byte = data[at] as number;
      if (codec === 'latin-1' || byte < 0x80) text += String.fromCharCode(byte);
      else text += replacement(data, at, at + 1, codec, 'ordinal not in range(128)', errors);
    }
    return text;
  }
  return decodeUnits(data, codec, order, errors);
}

function decodeUtf8(data: Uint8Array, marked: boolean, errors: string): string {
  let at = marked && data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf ? 3 : 0;
  let text = '';
  while (at < data.length) {
    const byte = data[at] as number;
    if (byte < 0x80) {
      text += String.fromCharCode(byte);
      at++;
      continue;
    }
    const { size, reason, code } = sequence(data, at);
    if (reason === null) text += String.fromCodePoint(code);
    else text += replacement(data, at, at + size, 'utf-8', reason, errors);
    at += size;
  }
  return text;
}

/** A sequence of several bytes: its code, or how many bytes are wrong and why. */
function sequence(
  data: Uint8Array,
  at: number,
): { size: number; reason: string | null; code: number } {
  const lead = data[at] as number;
  const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return { size: 1, reason: 'invalid start byte', code: 0 };
  let code = lead & (0x7f >> size);
  for (let i = 1; i < size; i++) {
    const byte = data[at + i];
    if (byte === undefined) return { size: i, reason: 'unexpected end of data', code: 0 };
    const low = i === 1 ? lowestSecond(lead) : 0x80;
    const high = i === 1 ? highestSecond(lead) : 0xbf;
    if (byte < low || byte > high) return { size: i, reason: 'invalid continuation byte', code: 0 };
    code = (code << 6) | (byte & 63);
  }
  return { size, reason: null, code };
}

function lowestSecond(lead: number): number {
  return lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
}

function highestSecond(lead: number): number {
  return lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
}

function decodeUnits(
  data: Uint8Array,
  codec: 'utf-16' | 'utf-32',
  written: Encoding['order'],
  errors: string,
): string {
  const size = codec === 'utf-16' ? 2 : 4;
  let at = 0;
  let big = written === 'big';
  if (written === 'marked') {
    const mark = readUnit(data, 0, size, false);
    big = mark === (size === 2 ? 0xfffe : 0xfffe0000);
    if (mark === 0xfeff || big) at = size;
  }
  let text = '';
  for (; at < data.length; at += size) {
    if (at + size > data.length) {
      return text + replacement(data, at, data.length, codec, 'truncated data', errors);
    }
    const unit = readUnit(data, at, size, big);
    if (size === 2) text += String.fromCharCode(unit);
    else if (unit <= 0x10ffff) text += String.fromCodePoint(unit);
    else text += replacement(data, at, at + 4, codec, 'code point not in range(0x110000)', errors);
  }
  return text;
}

function readUnit(data: Uint8Array, at: number, size: number, big: boolean): number {
  let unit = 0;
  for (let i = 0; i < size; i++) {
    unit = unit * 256 + (data[big ? at + i : at + size - 1 - i] ?? 0);
  }
  return unit;
}

function replacement(
  data: Uint8Array,
  start: number,
  end: number,
  codec: Codec,
  reason: string,
  errors: string,
): string {
  const bad = [...data.slice(start, end)];
  switch (errors) {
    case 'ignore':
      return '';
    case 'replace':
      return '\ufffd';
    case 'backslashreplace':
      return bad.map(escapeCode).join('');
    case 'surrogateescape':
      return bad.map((byte) => String.fromCharCode(0xdc00 + byte)).join('');
    case 'strict':
    case 'surrogatepass':
      throw new PyError(
        makeException('UnicodeDecodeError', codec, new Bytes(data), start, end, reason),
      );
    default:
      return raise('LookupError', `unknown error handler name '${errors}'`);
  }
}
