// `binascii`: https://docs.python.org/3.11/library/binascii.html

import type { Interpreter } from '../evaluate/interpreter.ts';
import { typeName } from '../evaluate/attributes.ts';
import { wait, type Steps } from '../evaluate/pending.ts';
import { index, truth } from '../evaluate/protocols.ts';
import type { BuiltinModule } from '../imports.ts';
import { native } from '../native.ts';
import { bytesLike } from '../builtins/bytesArguments.ts';
import { Bytes } from '../values/containers.ts';
import { makeException, PyError, raise } from '../values/exception.ts';
import { bufferOf } from '../values/memoryView.ts';
import { StrObject } from '../values/numbers.ts';
import { PyType, types, typeType, type Value } from '../values/object.ts';

const errorType = errorClass('Error', 'ValueError');
const incompleteType = errorClass('Incomplete', 'Exception');

function errorClass(name: string, base: string): PyType {
  const parent = types[base] as PyType;
  const type = new PyType(typeType, name, [parent], { module: 'binascii' });
  type.mro = [type, ...parent.mro];
  return type;
}

function fail(message: string): never {
  const error = makeException('ValueError', message);
  error.cls = errorType;
  throw new PyError(error);
}

/** Bytes, or text of ASCII that stands for them. */
function asciiBytes(value: Value): Uint8Array {
  const text = value instanceof StrObject ? value.value : value;
  if (typeof text !== 'string') {
    const data = bufferOf(value);
    if (data !== null) return data;
    return raise(
      'TypeError',
      `argument should be bytes, buffer or ASCII string, not '${typeName(value)}'`,
    );
  }
  const data = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) raise('ValueError', 'string argument should contain only ASCII characters');
    data[i] = code;
  }
  return data;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Int8Array(256).fill(-1);
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

function toBase64(vm: Interpreter, data: Uint8Array, newline: boolean): Bytes {
  const size = Math.ceil(data.length / 3) * 4 + (newline ? 1 : 0);
  vm.charge(size);
  const out = new Uint8Array(size);
  let at = 0;
  for (let i = 0; i < data.length; i += 3) {
    const left = data.length - i;
    const bits =
      ((data[i] as number) << 16) | ((data[i + 1] ?? 0) << 8) | ((data[i + 2] ?? 0) & 255);
    out[at++] = ALPHABET.charCodeAt((bits >> 18) & 63);
    out[at++] = ALPHABET.charCodeAt((bits >> 12) & 63);
    out[at++] = left > 1 ? ALPHABET.charCodeAt((bits >> 6) & 63) : 0x3d;
    out[at++] = left > 2 ? ALPHABET.charCodeAt(bits & 63) : 0x3d;
  }
  if (newline) out[at] = 10;
  return new Bytes(out);
}

function fromBase64(vm: Interpreter, data: Uint8Array, strict: boolean): Bytes {
  vm.charge(data.length);
  const out = new Uint8Array(Math.ceil(data.length / 4) * 3);
  let size = 0;
  let quad = 0;
  let left = 0;
  let pads = 0;
  let ended = false;
  if (strict && data[0] === 0x3d) fail('Leading padding not allowed');
  for (let i = 0; i < data.length; i++) {
    const byte = data[i] as number;
    if (byte === 0x3d) {
      pads++;
      if (quad >= 2 && quad + pads >= 4) {
        if (strict && i + 1 < data.length) fail('Excess data after padding');
        ended = true;
        break;
      }
      continue;
    }
    const value = VALUES[byte] as number;
    if (value < 0) {
      if (strict) fail('Only base64 data is allowed');
      continue;
    }
    if (strict && pads > 0) fail('Discontinuous padding not allowed');
    pads = 0;
    if (quad === 0) {
      left = value;
    } else if (quad === 1) {
      out[size++] = (left << 2) | (value >> 4);
      left = value & 15;
    } else if (quad === 2) {
      out[size++] = (left << 4) | (value >> 2);
      left = value & 3;
    } else {
      out[size++] = (left << 6) | value;
    }
    quad = (quad + 1) & 3;
  }
  if (!ended && quad === 1) {
    const count = Math.floor(size / 3) * 4 + 1;
    fail(
      `Invalid base64-encoded string: number of data characters (${count}) cannot be 1 more than a multiple of 4`,
    );
  }
  if (!ended && quad !== 0) fail('Incorrect padding');
  return new Bytes(out.slice(0, size));
}

function fromHex(vm: Interpreter, data: Uint8Array): Bytes {
  if (data.length % 2 === 1) fail('Odd-length string');
  vm.charge(data.length / 2);
  const out = new Uint8Array(data.length / 2);
  for (let i = 0; i < data.length; i += 2) {
    const pair = String.fromCharCode(data[i] as number, data[i + 1] as number);
    if (!/^[0-9a-fA-F]{2}$/.test(pair)) fail('Non-hexadecimal digit found');
    out[i / 2] = Number.parseInt(pair, 16);
  }
  return new Bytes(out);
}

const CRC_TABLE = new Uint32Array(256).map((_, byte) => {
  let crc = byte;
  for (let i = 0; i < 8; i++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(data: Uint8Array, start: number): number {
  let crc = ~start;
  for (const byte of data) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 255] as number);
  return ~crc >>> 0;
}

function crcHqx(data: Uint8Array, start: number): number {
  let crc = start & 0xffff;
  for (const byte of data) {
    crc ^= byte << 8;
    for (let i = 0; i < 8; i++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc;
}

const hexlify = (name: string) =>
  native(
    `${name}(data, sep=<none>, bytes_per_sep=1)`,
    (vm: Interpreter, value: Value, separator: Value | undefined, group: Value) => {
      const data = bytesLike(value);
      vm.charge(data.length * 3);
      let text = '';
      const size = Number(index(vm, group));
      const mark = separator === undefined ? '' : markOf(separator);
      for (let i = 0; i < data.length; i++) {
        const place = size < 0 ? i : data.length - i;
        if (i > 0 && mark !== '' && size !== 0 && place % Math.abs(size) === 0) text += mark;
        text += (data[i] as number).toString(16).padStart(2, '0');
      }
      return new Bytes(asciiBytes(text));
    },
  );

function markOf(value: Value): string {
  const text = value instanceof Bytes ? String.fromCharCode(...value.data) : value;
  if (typeof text !== 'string') raise('TypeError', 'sep must be str or bytes.');
  if (text.length !== 1) raise('ValueError', 'sep must be length 1.');
  if (text > '\x7f') raise('ValueError', 'sep must be ASCII.');
  return text;
}

const unhexlify = (name: string) =>
  native(`${name}(hexstr, /)`, (vm: Interpreter, value: Value) => fromHex(vm, asciiBytes(value)));

export const binascii: BuiltinModule = {
  name: 'binascii',
  build: () => ({
    Error: errorType,
    Incomplete: incompleteType,
    hexlify: hexlify('hexlify'),
    b2a_hex: hexlify('b2a_hex'),
    unhexlify: unhexlify('unhexlify'),
    a2b_hex: unhexlify('a2b_hex'),
    b2a_base64: native('b2a_base64(data, /, *, newline=True)', function* (vm, value, newline) {
      return toBase64(vm, bytesLike(value), (yield* wait(truth(vm, newline))) === true);
    } as (vm: Interpreter, value: Value, newline: Value) => Steps),
    a2b_base64: native('a2b_base64(data, /, *, strict_mode=False)', function* (vm, value, strict) {
      return fromBase64(vm, asciiBytes(value), (yield* wait(truth(vm, strict))) === true);
    } as (vm: Interpreter, value: Value, strict: Value) => Steps),
    crc32: native('crc32(data, crc=0, /)', (vm: Interpreter, value: Value, crc: Value) =>
      crc32(bytesLike(value), Number(BigInt.asUintN(32, BigInt(index(vm, crc))))),
    ),
    crc_hqx: native('crc_hqx(data, crc, /)', (vm: Interpreter, value: Value, crc: Value) =>
      crcHqx(bytesLike(value), Number(index(vm, crc))),
    ),
  }),
};
