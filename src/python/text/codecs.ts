// Text to bytes and back: the codecs that programs name. What is done with characters and bytes
// that a codec cannot take is in codecErrors.ts.
//
// https://docs.python.org/3.11/library/codecs.html#standard-encodings

import { makeException, PyError, raise } from '../values/exception.ts';
import {
  replaceBytes,
  replaceCharacters,
  UnsupportedText,
  type CustomErrors,
  type EncodeProblem,
} from './codecErrors.ts';
import { readEscapes, readRawEscapes, writeEscapes, writeRawEscapes } from './unicodeEscape.ts';
import { characterNamed } from './unicodeNames.ts';
import {
  readUtf16,
  readUtf32,
  readUtf8,
  writeUtf16,
  writeUtf32,
  writeUtf8,
  type Refuse,
  type WriteCode,
} from './utf.ts';

type Kind = 'utf-8' | 'utf-16' | 'utf-32' | 'table' | 'unicodeescape' | 'rawunicodeescape';

export interface Codec {
  /** As exceptions name it. */
  readonly name: string;
  /** As `codecs.lookup` names it. */
  readonly canonical: string;
  readonly kind: Kind;
  readonly order: 'little' | 'big' | 'marked';
  /** The characters of bytes, where one stands for one; what is past its end cannot be read. */
  readonly table?: readonly (number | null)[];
  readonly reason?: string;
}

const ASCII = Array.from({ length: 128 }, (_, i) => i);
const LATIN = Array.from({ length: 256 }, (_, i) => i);
// https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT
const WINDOWS = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ';
const CP1252 = LATIN.map((code) => {
  if (code < 0x80 || code > 0x9f) return code;
  const char = WINDOWS.charAt(code - 0x80);
  return char === '.' ? null : char.charCodeAt(0);
});

const utf = (size: '8' | '16' | '32', order: Codec['order'], suffix: string): Codec => ({
  name: `utf-${size}${size === '8' ? '' : suffix}`,
  canonical: `utf-${size}${suffix}`,
  kind: `utf-${size}`,
  order,
});

const CODECS: Record<string, Codec> = {
  utf_8: utf('8', 'little', ''),
  utf_8_sig: utf('8', 'marked', '-sig'),
  utf_16: utf('16', 'marked', ''),
  utf_16_le: utf('16', 'little', '-le'),
  utf_16_be: utf('16', 'big', '-be'),
  utf_32: utf('32', 'marked', ''),
  utf_32_le: utf('32', 'little', '-le'),
  utf_32_be: utf('32', 'big', '-be'),
  ascii: table('ascii', 'ascii', ASCII, 'ordinal not in range(128)'),
  latin_1: table('latin-1', 'iso8859-1', LATIN, 'ordinal not in range(256)'),
  cp1252: table('charmap', 'cp1252', CP1252, 'character maps to <undefined>'),
  unicode_escape: {
    name: 'unicodeescape',
    canonical: 'unicode-escape',
    kind: 'unicodeescape',
    order: 'little',
  },
  raw_unicode_escape: {
    name: 'rawunicodeescape',
    canonical: 'raw-unicode-escape',
    kind: 'rawunicodeescape',
    order: 'little',
  },
};

function table(
  name: string,
  canonical: string,
  codes: readonly (number | null)[],
  reason: string,
): Codec {
  return { name, canonical, kind: 'table', order: 'little', table: codes, reason };
}

// Names of Python's own aliases, from the documentation's table and from observation.
const ALIASES: Record<string, string> = {
  utf8: 'utf_8',
  u8: 'utf_8',
  utf: 'utf_8',
  utf8_ucs2: 'utf_8',
  utf8_ucs4: 'utf_8',
  cp65001: 'utf_8',
  us_ascii: 'ascii',
  us: 'ascii',
  '646': 'ascii',
  ansi_x3_4_1968: 'ascii',
  latin1: 'latin_1',
  latin: 'latin_1',
  l1: 'latin_1',
  iso_8859_1: 'latin_1',
  iso8859_1: 'latin_1',
  iso8859: 'latin_1',
  '8859': 'latin_1',
  cp819: 'latin_1',
  '1252': 'cp1252',
  windows_1252: 'cp1252',
  utf16: 'utf_16',
  u16: 'utf_16',
  utf_16le: 'utf_16_le',
  utf_16be: 'utf_16_be',
  utf16_le: 'utf_16_le',
  utf16_be: 'utf_16_be',
  utf32: 'utf_32',
  u32: 'utf_32',
  utf_32le: 'utf_32_le',
  utf_32be: 'utf_32_be',
  utf32_le: 'utf_32_le',
  utf32_be: 'utf_32_be',
};

/** What makes two names of one encoding the same. */
export function normalisedName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '_')
    .replace(/^_|_$/g, '');
}

export function codecNamed(name: string): Codec | undefined {
  const key = normalisedName(name).replaceAll('.', '_');
  return CODECS[ALIASES[key] ?? key];
}

function codecOrRaise(name: string, verb: 'encode' | 'decode'): Codec {
  if (name.includes('\0')) raise('ValueError', 'embedded null character');
  const codec = codecNamed(name);
  if (codec) return codec;
  const key = normalisedName(name);
  if (OTHERS.test(key)) throw new UnsupportedText(`the encoding ${name}`);
  if (BYTES_CODECS.test(key)) {
    const hint = `use codecs.${verb}() to handle arbitrary codecs`;
    raise('LookupError', `'${name}' is not a text encoding; ${hint}`);
  }
  return raise('LookupError', `unknown encoding: ${name}`);
}

/** Encodings that CPython has and we have not. */
const OTHERS =
  /^(?:cp\d+|windows_\d+|iso_?8859_\d+|koi8_[rut]|mac_\w+|big5\w*|gb\w+|hz\w*|shift_jis\w*|sjis|euc_\w+|iso_?2022_\w+|johab|utf_?7|idna|punycode|mbcs|oem|kz1048|ptcp154|tis_620|hp_roman8|palmos|charmap|undefined)$/;
const BYTES_CODECS =
  /^(?:hex|hex_codec|base64|base_64|base64_codec|bz2|bz2_codec|zip|zlib|zlib_codec|quopri|quopri_codec|uu|uu_codec|rot_?13)$/;

/** `text.encode(encoding, errors)` */
export function encode(
  text: string,
  encodingName: string,
  errors: string,
  custom: CustomErrors | null = null,
): Uint8Array {
  return explained('encoding', encodingName, () => encoded(text, encodingName, errors, custom));
}

// Those that CPython reaches without its registry.
const DIRECT = /^(?:utf-?8|utf-?16|utf-?32|(?:us-)?ascii|latin-?1|iso-?8859-1)$/;

/** What goes wrong in a codec of the registry names the codec. */
function explained<T>(doing: string, name: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof PyError) || DIRECT.test(name.toLowerCase().replaceAll('_', '-')))
      throw error;
    const { cls, args } = error.value;
    const known =
      codecNamed(name) !== undefined && (cls.name === 'LookupError' || cls.name === 'TypeError');
    const text = args.items[0];
    if (!known || args.items.length !== 1 || typeof text !== 'string') throw error;
    const message = `${doing} with '${name}' codec failed (${cls.name}: ${text})`;
    const outer = makeException(cls.name, message);
    outer.cause = error.value;
    throw new PyError(outer);
  }
}

function encoded(
  text: string,
  encodingName: string,
  errors: string,
  custom: CustomErrors | null,
): Uint8Array {
  const codec = codecOrRaise(encodingName, 'encode');
  const mark = codec.order === 'marked' ? MARKS[codec.kind as keyof typeof MARKS] : [];
  if (codec.kind === 'utf-8' && !/\p{Cs}/u.test(text)) {
    const bytes = new TextEncoder().encode(text);
    return mark.length === 0 ? bytes : Uint8Array.from([...mark, ...bytes]);
  }
  const points = Uint32Array.from(text, (char) => char.codePointAt(0) as number);
  if (codec.kind === 'unicodeescape') return narrow(writeEscapes(points));
  if (codec.kind === 'rawunicodeescape') return narrow(writeRawEscapes(points));
  return encodePoints(text, points, codec, mark, errors, custom);
}

const MARKS = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16': [0xff, 0xfe],
  'utf-32': [0xff, 0xfe, 0, 0],
};

function narrow(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

function encodePoints(
  text: string,
  points: Uint32Array,
  codec: Codec,
  mark: readonly number[],
  errors: string,
  custom: CustomErrors | null,
): Uint8Array {
  const write = writerOf(codec);
  const unit = { 'utf-16': 2, 'utf-32': 4 }[codec.kind as string] ?? 1;
  const bytes = [...mark];
  const scratch: number[] = [];
  for (let at = 0; at < points.length;) {
    if (write(points[at] as number, bytes)) {
      at++;
      continue;
    }
    let end = at + 1;
    const whole = codec.kind === 'utf-8' || codec.kind === 'table';
    while (whole && end < points.length && !write(points[end] as number, scratch)) end++;
    const problem: EncodeProblem = {
      codec: codec.name,
      text,
      points,
      start: at,
      end,
      reason: codec.reason ?? 'surrogates not allowed',
    };
    const [instead, next] = replaceCharacters(problem, errors, custom);
    if (typeof instead !== 'string') {
      if (instead.length % unit !== 0) replaceCharacters(problem, 'strict', null);
      for (const byte of instead) bytes.push(byte);
    } else if (![...instead].every((char) => write(char.codePointAt(0) as number, bytes))) {
      replaceCharacters(problem, 'strict', null);
    }
    at = next;
  }
  return Uint8Array.from(bytes);
}

const inverses = new WeakMap<readonly (number | null)[], Map<number, number>>();

function writerOf({ kind, order, table: codes = [] }: Codec): WriteCode {
  if (kind === 'utf-8') return writeUtf8;
  if (kind === 'utf-16') return writeUtf16(order === 'big');
  if (kind === 'utf-32') return writeUtf32(order === 'big');
  let inverse = inverses.get(codes);
  if (inverse === undefined) {
    inverse = new Map();
    for (const [byte, code] of codes.entries()) if (code !== null) inverse.set(code, byte);
    inverses.set(codes, inverse);
  }
  const known = inverse;
  return (code, bytes) => {
    const byte = known.get(code);
    if (byte !== undefined) bytes.push(byte);
    return byte !== undefined;
  };
}

/** `bytes.decode(encoding, errors)` */
export function decode(
  data: Uint8Array,
  encodingName: string,
  errors: string,
  custom: CustomErrors | null = null,
): string {
  return explained('decoding', encodingName, () => decoded(data, encodingName, errors, custom));
}

function decoded(
  data: Uint8Array,
  encodingName: string,
  errors: string,
  custom: CustomErrors | null,
): string {
  const codec = codecOrRaise(encodingName, 'decode');
  let { name } = codec;
  const refuse: Refuse = (start, end, reason) =>
    replaceBytes({ codec: name, data, start, end, reason }, errors, custom);
  switch (codec.kind) {
    case 'utf-8': {
      const marked = codec.order === 'marked' && data[0] === 0xef && data[1] === 0xbb;
      const from = marked && data[2] === 0xbf ? 3 : 0;
      return wellFormed(data.subarray(from)) ?? readUtf8(data, from, refuse);
    }
    case 'utf-16':
    case 'utf-32': {
      let { order } = codec;
      let from = 0;
      if (order === 'marked') {
        order = markOf(data, codec.kind);
        from = startsWithMark(data, codec.kind) ? (codec.kind === 'utf-16' ? 2 : 4) : 0;
        name = `${codec.kind}-${order === 'big' ? 'be' : 'le'}`;
      }
      const read = codec.kind === 'utf-16' ? readUtf16 : readUtf32;
      return read(data, from, order === 'big', refuse);
    }
    case 'unicodeescape':
      return readEscapes(data, refuse, namedOrUnsupported);
    case 'rawunicodeescape':
      return readRawEscapes(data, refuse);
    case 'table':
      return readTable(data, codec, refuse);
  }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 with nothing wrong in it, at the platform's speed; null for everything else. */
function wellFormed(data: Uint8Array): string | null {
  if (data.length < 32) return null;
  try {
    return strict.decode(data);
  } catch {
    return null;
  }
}

function namedOrUnsupported(name: string): string {
  const char = characterNamed(name);
  if (char === undefined) throw new UnsupportedText(`the character named ${name}`);
  return char;
}

function startsWithMark(data: Uint8Array, kind: 'utf-16' | 'utf-32'): boolean {
  const mark = MARKS[kind];
  const last = mark.length - 1;
  return (
    mark.every((byte, i) => data[i] === byte) ||
    (data.length > last && mark.every((byte, i) => data[last - i] === byte))
  );
}

function markOf(data: Uint8Array, kind: 'utf-16' | 'utf-32'): 'little' | 'big' {
  const first = kind === 'utf-16' ? data[0] : data[2];
  return startsWithMark(data, kind) && first === 0xfe ? 'big' : 'little';
}

function readTable(
  data: Uint8Array,
  { table: codes = [], reason = '' }: Codec,
  refuse: Refuse,
): string {
  let text = '';
  for (let at = 0; at < data.length;) {
    const code = codes[data[at] as number];
    if (code !== undefined && code !== null) {
      text += String.fromCharCode(code);
      at++;
      continue;
    }
    const [instead, next] = refuse(at, at + 1, reason);
    text += instead;
    at = next;
  }
  return text;
}
