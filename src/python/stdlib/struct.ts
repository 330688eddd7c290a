// What `struct` is made of: a format's fields, and values to and from bytes.
//
// https://docs.python.org/3.11/library/struct.html; the module is lib/struct.py.

import type { Interpreter } from '../evaluate/interpreter.ts';
import { typeOf } from '../evaluate/attributes.ts';
import { index, quickTruth } from '../evaluate/protocols.ts';
import { native } from '../native.ts';
import { Bytes, List, Tuple } from '../values/containers.ts';
import { makeException, PyError, raise } from '../values/exception.ts';
import { normalise, realOf } from '../values/integers.ts';
import { bufferOf } from '../values/memoryView.ts';
import { Float } from '../values/numbers.ts';
import { PyType, types, typeType, type Value } from '../values/object.ts';
import type { BuiltinModule } from '../imports.ts';

const errorType = new PyType(typeType, 'error', [types['Exception'] as PyType], {
  module: 'struct',
});
errorType.mro = [errorType, ...(types['Exception'] as PyType).mro];

function fail(message: string): never {
  const error = makeException('Exception', message);
  error.cls = errorType;
  throw new PyError(error);
}

interface Field {
  readonly code: string;
  readonly count: number;
  readonly at: number;
  readonly size: number;
}

interface Layout {
  readonly fields: readonly Field[];
  readonly size: number;
  readonly little: boolean;
  /** Whether sizes and places are the machine's. */
  readonly native: boolean;
  /** How many values it takes. */
  readonly values: number;
}

const STANDARD: Record<string, number> = {
  x: 1,
  c: 1,
  b: 1,
  B: 1,
  '?': 1,
  h: 2,
  H: 2,
  i: 4,
  I: 4,
  l: 4,
  L: 4,
  q: 8,
  Q: 8,
  e: 2,
  f: 4,
  d: 8,
  s: 1,
  p: 1,
};
const NATIVE: Record<string, number> = { ...STANDARD, l: 8, L: 8, n: 8, N: 8, P: 8 };
const HUGE = 2 ** 63;

function layoutOf(format: string): Layout {
  const order = /^[@=<>!]/.exec(format)?.[0] ?? '@';
  const isNative = order === '@';
  const sizes = isNative ? NATIVE : STANDARD;
  const fields: Field[] = [];
  let at = 0;
  let values = 0;
  const rest = format.replace(/^[@=<>!]/, '');
  const pattern = /\s+|(\d*)([^\d\s]|$)/gy;
  while (pattern.lastIndex < rest.length) {
    const match = pattern.exec(rest);
    if (match === null) break;
    const [whole, digits = '', code] = match;
    if (code === undefined) continue;
    if (code === '') fail(`repeat count given without format specifier`);
    const size = Object.hasOwn(sizes, code)
      ? (sizes[code] as number)
      : fail('bad char in struct format');
    const count = digits === '' ? 1 : Number(digits);
    if (isNative && size > 1) at = Math.ceil(at / size) * size;
    fields.push({ code, count, at, size });
    at += size * count;
    if (at >= HUGE) fail('total struct size too long');
    if (code === 's' || code === 'p') values += 1;
    else if (code !== 'x') values += count;
    if (whole === '') break;
  }
  return { fields, size: at, little: order !== '>' && order !== '!', native: isNative, values };
}

/** Formats that were read once. */
const layouts = new Map<string, Layout>();

function formatOf(format: Value): Layout {
  const data = typeof format === 'string' ? null : bufferOf(format);
  const text = typeof format === 'string' ? format : data && String.fromCharCode(...data);
  if (text === null) raise('TypeError', 'Struct() argument 1 must be a str or bytes object');
  const known = layouts.get(text);
  if (known !== undefined) return known;
  const made = layoutOf(text);
  if (layouts.size > 200) layouts.clear();
  layouts.set(text, made);
  return made;
}

function pack(vm: Interpreter, layout: Layout, args: Value[]): Uint8Array {
  const { fields, size, values } = layout;
  if (args.length !== values) {
    fail(`pack expected ${values} items for packing (got ${args.length})`);
  }
  vm.charge(size);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  let next = 0;
  for (const { code, count, at, size: width } of fields) {
    if (code === 'x') continue;
    if (code === 's' || code === 'p') {
      packText(out, code, at, count, args[next++] as Value);
      continue;
    }
    for (let i = 0; i < count; i++) {
      packOne(vm, view, code, at + i * width, width, layout, args[next++] as Value);
    }
  }
  return out;
}

function packText(out: Uint8Array, code: string, at: number, count: number, value: Value): void {
  const data = bufferOf(value);
  if (data === null || typeof value === 'string') {
    fail(`argument for '${code}' must be a bytes object`);
  }
  if (code === 's') {
    out.set(data.subarray(0, count), at);
  } else if (count > 0) {
    const length = Math.min(data.length, count - 1, 255);
    out[at] = length;
    out.set(data.subarray(0, length), at + 1);
  }
}

function packOne(
  vm: Interpreter,
  view: DataView,
  code: string,
  at: number,
  width: number,
  { little, native: loose }: Layout,
  value: Value,
): void {
  if (code === 'c') {
    const data = value instanceof Bytes ? value.data : null;
    if (data?.length !== 1) fail('char format requires a bytes object of length 1');
    view.setUint8(at, data[0] as number);
  } else if (code === '?') {
    view.setUint8(at, quickTruth(value) === false ? 0 : 1);
  } else if (code === 'e' || code === 'f' || code === 'd') {
    const real = realOf(value);
    if (real === undefined) fail('required argument is not a float');
    if (code === 'd') view.setFloat64(at, real, little);
    else if (code === 'f') packSingle(view, at, real, little, loose);
    else view.setUint16(at, halfBits(real), little);
  } else {
    packInt(vm, view, code, at, width, little, value);
  }
}

function packSingle(
  view: DataView,
  at: number,
  real: number,
  little: boolean,
  loose: boolean,
): void {
  if (!loose && Number.isFinite(real) && !Number.isFinite(Math.fround(real))) {
    raise('OverflowError', 'float too large to pack with f format');
  }
  view.setFloat32(at, real, little);
}

function packInt(
  vm: Interpreter,
  view: DataView,
  code: string,
  at: number,
  width: number,
  little: boolean,
  value: Value,
): void {
  if (typeOf(value).lookup('__index__') === undefined) fail('required argument is not an integer');
  const given = BigInt(index(vm, value));
  // A pointer may be written as a negative int.
  const int = code === 'P' ? BigInt.asUintN(64, given) : given;
  const signed = code !== 'P' && code === code.toLowerCase();
  const bits = BigInt(width * 8);
  const low = signed ? -(1n << (bits - 1n)) : 0n;
  const high = (signed ? 1n << (bits - 1n) : 1n << bits) - 1n;
  if (int < low || int > high) fail(rangeMessage(code, width, little, low, high));
  for (let i = 0; i < width; i++) {
    const byte = Number((int >> BigInt(8 * i)) & 255n);
    view.setUint8(little ? at + i : at + width - 1 - i, byte);
  }
}

function rangeMessage(
  code: string,
  width: number,
  little: boolean,
  low: bigint,
  high: bigint,
): string {
  if (width === 1)
    return `${code === 'b' ? 'byte' : 'ubyte'} format requires ${low} <= number <= ${high}`;
  if (code === 'h' || code === 'H') {
    return `${code === 'h' ? 'short' : 'ushort'} format requires ${low} <= number <= ${high}`;
  }
  if (width === 8) return little ? 'argument out of range' : 'int too large to convert';
  return `'${code}' format requires ${low} <= number <= ${high}`;
}

/** A double as the bits of a half, halves to even. */
function halfBits(x: number): number {
  const sign = x < 0 || Object.is(x, -0) ? 0x8000 : 0;
  if (Number.isNaN(x)) return 0x7e00;
  const size = Math.abs(x);
  if (size === Infinity) return sign | 0x7c00;
  if (size === 0) return sign;
  const exponent = Math.max(-14, Math.floor(Math.log2(size)));
  const units = size / 2 ** (exponent - 10);
  const floor = Math.floor(units);
  const rest = units - floor;
  const rounded = rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
  const bits = (exponent + 14) * 1024 + rounded;
  if (bits >= 0x7c00) raise('OverflowError', 'float too large to pack with e format');
  return sign | bits;
}

function halfValue(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

function unpack(vm: Interpreter, { fields, little, size }: Layout, data: Uint8Array): Tuple {
  vm.charge(size * 8);
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const items: Value[] = [];
  for (const { code, count, at, size: width } of fields) {
    if (code === 'x') continue;
    if (code === 's') {
      items.push(new Bytes(data.slice(at, at + count)));
      continue;
    }
    if (code === 'p') {
      const length = count === 0 ? 0 : Math.min(data[at] as number, count - 1);
      items.push(new Bytes(data.slice(at + 1, at + 1 + length)));
      continue;
    }
    for (let i = 0; i < count; i++) {
      items.push(unpackOne(view, data, code, at + i * width, width, little));
    }
  }
  return new Tuple(items);
}

function unpackOne(
  view: DataView,
  data: Uint8Array,
  code: string,
  at: number,
  width: number,
  little: boolean,
): Value {
  switch (code) {
    case 'c':
      return new Bytes(data.slice(at, at + 1));
    case '?':
      return data[at] !== 0;
    case 'e':
      return new Float(halfValue(view.getUint16(at, little)));
    case 'f':
      return new Float(view.getFloat32(at, little));
    case 'd':
      return new Float(view.getFloat64(at, little));
    default: {
      let value = 0n;
      for (let i = 0; i < width; i++) {
        const byte = data[little ? at + width - 1 - i : at + i] as number;
        value = (value << 8n) | BigInt(byte);
      }
      const signed = code !== 'P' && code === code.toLowerCase();
      return normalise(signed ? BigInt.asIntN(width * 8, value) : value);
    }
  }
}

export const struct: BuiltinModule = {
  name: '_struct',
  build: () => ({
    error: errorType,
    calcsize: native('calcsize(format, /)', (_vm, format: Value) => formatOf(format).size),
    pack: native('pack(format, values, /)', (vm: Interpreter, format: Value, values: Value) => {
      const items = values instanceof Tuple || values instanceof List ? [...values.items] : [];
      return new Bytes(pack(vm, formatOf(format), items));
    }),
    unpack: native('unpack(format, buffer, /)', (vm: Interpreter, format: Value, buffer: Value) => {
      const data = bufferOf(buffer);
      return data === null ? null : unpack(vm, formatOf(format), data);
    }),
  }),
};
