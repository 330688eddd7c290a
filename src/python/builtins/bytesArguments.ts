// What the methods of bytes and bytearray take as arguments, and how their constructors make data:
// from sizes, iterables, other bytes and encoded text.

import { typeName, typeOf } from '../evaluate/attributes.ts';
import { callSpecial } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { wait, type Pending } from '../evaluate/pending.ts';
import { collect, index } from '../evaluate/protocols.ts';
import { bytesRepr } from '../text/strRepr.ts';
import { bytearrayType, Bytes, bytesType } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { StrObject } from '../values/numbers.ts';
import type { PyType, Value } from '../values/object.ts';
import { bufferOf } from '../values/memoryView.ts';
import { isUnknown } from '../values/unknown.ts';
import { encodeText } from './textCodecs.ts';

/** Bytes as text with one unit for each: what text/split.ts searches. */
export function latin(data: Uint8Array): string {
  let text = '';
  for (let at = 0; at < data.length; at += CHUNK) {
    text += String.fromCharCode(...data.subarray(at, at + CHUNK));
  }
  return text;
}

/** How many arguments a JavaScript call takes safely. */
const CHUNK = 0x2000;

export function fromLatin(text: string): Uint8Array {
  const data = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) data[i] = text.charCodeAt(i);
  return data;
}

/** New bytes of the kind of `self`; classes derived from it give plain ones. */
export function alike(self: Bytes, data: Uint8Array): Bytes {
  return new Bytes(data, self.cls.isSubtypeOf(bytearrayType) ? bytearrayType : bytesType);
}

/** `repr(self)` */
export function literalOf(self: Bytes): string {
  const text = bytesRepr(self.data);
  if (!self.cls.isSubtypeOf(bytearrayType)) return text;
  // CPython escapes single quotes here whichever quotes stand around.
  return `${self.cls.name}(${text.startsWith('b"') ? text.replaceAll("'", "\\'") : text})`;
}

/** The data of a bytes-like argument. */
export function bytesLike(value: Value): Uint8Array {
  const data = bufferOf(value);
  if (data !== null) return data;
  return raise('TypeError', `a bytes-like object is required, not '${typeName(value)}'`);
}

/** An int as a byte: of range(0, 256). */
export function byteOf(vm: Interpreter, value: Value, noun = 'byte'): number {
  const byte = index(vm, value);
  if (byte < 0 || byte > 255) raise('ValueError', `${noun} must be in range(0, 256)`);
  return Number(byte);
}

/** What `find`, `count` and the like look for: bytes or a single byte. */
export function searched(vm: Interpreter, value: Value): string {
  const data = bufferOf(value);
  if (data !== null) return latin(data);
  if (typeOf(value).lookup('__index__') !== undefined) {
    return String.fromCharCode(byteOf(vm, value));
  }
  return raise(
    'TypeError',
    `argument should be integer or bytes-like object, not '${typeName(value)}'`,
  );
}

/** A text argument of a method: `decode() argument 'encoding' must be str, not int`. */
export function textParameter(value: Value, method: string, name: string): string {
  if (typeof value === 'string') return value;
  if (value instanceof StrObject) return value.value;
  return raise(
    'TypeError',
    `${method}() argument '${name}' must be str, not ${argumentType(value)}`,
  );
}

/** What messages about arguments call a value's type: None by its own name. */
export function argumentType(value: Value): string {
  return value === null ? 'None' : typeName(value);
}

export interface BytesSource {
  readonly source: Value | undefined;
  readonly encoding: Value | undefined;
  readonly errors: Value | undefined;
}

type Data = Generator<Pending, Uint8Array | null, Value>;

/** The data that `bytes(source, encoding, errors)` holds; null where the source is unknown. */
export function* bytesFrom(
  vm: Interpreter,
  type: PyType,
  { source, encoding, errors }: BytesSource,
): Data {
  if (isUnknown(source) || isUnknown(encoding)) return null;
  const bare = encoding === undefined && errors === undefined;
  if (bare && source instanceof StrObject && source.cls.lookup('__bytes__') !== undefined) {
    return yield* bytesFromObject(vm, type, source);
  }
  if (typeof source === 'string' || source instanceof StrObject) {
    if (encoding === undefined) raise('TypeError', 'string argument without an encoding');
    const text = typeof source === 'string' ? source : source.value;
    const name = textParameter(encoding, type.name, 'encoding');
    const handling = textParameter(errors ?? 'strict', type.name, 'errors');
    const made = yield* encodeText(vm, text, name, handling);
    return made instanceof Bytes ? made.data : null;
  }
  if (encoding !== undefined) raise('TypeError', 'encoding without a string argument');
  if (errors !== undefined) raise('TypeError', 'errors without a string argument');
  if (source === undefined) return new Uint8Array();
  const data = bufferOf(source);
  if (data !== null) return data.slice();
  return yield* bytesFromObject(vm, type, source);
}

function* bytesFromObject(vm: Interpreter, type: PyType, source: Value): Data {
  const own = type === bytesType ? callSpecial(vm, source, '__bytes__', []) : undefined;
  if (own !== undefined) {
    const made = yield* wait(own);
    if (isUnknown(made)) return null;
    if (made instanceof Bytes) return made.data.slice();
    raise('TypeError', `__bytes__ returned non-bytes (type ${typeName(made)})`);
  }
  if (typeOf(source).lookup('__index__') !== undefined) {
    const count = index(vm, source);
    if (count < 0) raise('ValueError', 'negative count');
    if (count > MEMORY_MAX) raise('MemoryError');
    vm.charge(Number(count));
    return new Uint8Array(Number(count));
  }
  if (!iterable(source)) {
    raise('TypeError', `cannot convert '${typeName(source)}' object to ${type.name}`);
  }
  return yield* bytesFromItems(vm, source, type === bytesType ? 'bytes' : 'byte');
}

/** More bytes than any machine has: CPython cannot have them either. */
export const MEMORY_MAX = 2 ** 46;

export function iterable(value: Value): boolean {
  const type = typeOf(value);
  return type.lookup('__iter__') !== undefined || type.lookup('__getitem__') !== undefined;
}

/** The data of an iterable of ints; null where one is unknown. */
export function* bytesFromItems(vm: Interpreter, source: Value, noun = 'byte'): Data {
  const items = yield* collect(vm, source);
  if (items.some(isUnknown)) return null;
  vm.charge(items.length);
  return Uint8Array.from(items, (item) => byteOf(vm, item, noun));
}
