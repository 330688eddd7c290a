// `bytes`, and what a bytearray shares with it: everything that does not write.
//
// https://docs.python.org/3.11/library/stdtypes.html#bytes-and-bytearray-operations

import { typeName, typeOf } from '../evaluate/attributes.ts';
import { call } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { DONE, type Result, type Steps } from '../evaluate/pending.ts';
import { index } from '../evaluate/protocols.ts';
import { ambient } from '../ambient.ts';
import { classMethods, methods, staticMethods } from '../native.ts';
import { itemIndex, sliceRange } from '../text/indices.ts';
import { percentFormat } from '../text/percent.ts';
import { bytearrayType, Bytes, bytesType, Slice, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { bytearrayIteratorType, NativeIterator, bytesIteratorType } from '../values/iterator.ts';
import { bufferOf } from '../values/memoryView.ts';
import { notImplemented, StrObject } from '../values/numbers.ts';
import type { PyType, Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import {
  alike,
  byteOf,
  bytesFrom,
  bytesLike,
  fromLatin,
  latin,
  literalOf,
  MEMORY_MAX,
  textParameter,
} from './bytesArguments.ts';
import { decodeBytes } from './textCodecs.ts';
import { bytesKind } from './bytesPercent.ts';
import { decimal } from './int.ts';
import { iterCall } from './iteratorState.ts';
import { hashText } from './str.ts';

function orderOf(a: Uint8Array, b: Uint8Array): number {
  const common = Math.min(a.length, b.length);
  for (let i = 0; i < common; i++) {
    if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  }
  return a.length - b.length;
}

const comparisons: Record<string, (order: number) => boolean> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
};

for (const type of [bytesType, bytearrayType]) {
  for (const [name, test] of Object.entries(comparisons)) {
    methods(type, {
      [`__${name}__(self, value, /)`]: (_vm, self: Bytes, value: Value): Result =>
        value instanceof Bytes ? test(orderOf(self.data, value.data)) : notImplemented,
    });
  }
  methods(type, {
    '__len__(self, /)': (_vm, self: Bytes) => self.data.length,
    '__iter__(self, /)': (_vm, self: Bytes) => new BytesIterator(self),
    '__contains__(self, key, /)': contains,
    '__getitem__(self, key, /)': getBytesItem,
    '__add__(self, value, /)': concatenate,
    '__mul__(self, value, /)': repeat,
    '__rmul__(self, value, /)': repeat,
    '__str__(self, /)': (_vm, self: Bytes) => literalOf(self),
    '__repr__(self, /)': (_vm, self: Bytes) => literalOf(self),
    *'__mod__(self, value, /)'(vm: Interpreter, self: Bytes, value: Value): Steps {
      if (isUnknown(value)) return new Unknown(reasonOf(value), type);
      const text = yield* percentFormat(vm, latin(self.data), value, bytesKind, decimal);
      return alike(self, fromLatin(text));
    },
    *'__rmod__(self, value, /)'(vm: Interpreter, self: Bytes, value: Value): Steps {
      if (!(value instanceof Bytes && value.cls.isSubtypeOf(type))) return notImplemented;
      const text = yield* percentFormat(vm, latin(value.data), self, bytesKind, decimal);
      return alike(value, fromLatin(text));
    },
    *"decode(self, /, encoding='utf-8', errors='strict')"(
      vm: Interpreter,
      self: Bytes,
      encoding: Value,
      errors: Value,
    ): Steps {
      const name = textParameter(encoding, 'decode', 'encoding');
      return yield* decodeBytes(vm, self.data, name, textParameter(errors, 'decode', 'errors'));
    },
    'hex(self, /, sep=<none>, bytes_per_sep=1)': (
      vm,
      self: Bytes,
      separator: Value | undefined,
      group: Value,
    ) => hex(self.data, separator, Number(index(vm, group))),
  });
  classMethods(type, {
    'fromhex(cls, string, /)': (vm: Interpreter, cls: PyType, text: Value) => {
      const made = new Bytes(fromHex(text), type);
      return cls === type ? made : call(vm, cls, [made]);
    },
  });
  staticMethods(type, {
    'maketrans(frm, to, /)': (_vm: Interpreter, from: Value, to: Value) => {
      const a = bytesLike(from);
      const b = bytesLike(to);
      if (a.length !== b.length) raise('ValueError', 'maketrans arguments must have same length');
      const table = Uint8Array.from({ length: 256 }, (_, i) => i);
      a.forEach((byte, i) => (table[byte] = b[i] as number));
      return new Bytes(table);
    },
  });
}

methods(bytesType, {
  '__hash__(self, /)': (_vm, self: Bytes) => hashText(latin(self.data)),
  '__bytes__(self, /)': (_vm, self: Bytes) =>
    self.cls === bytesType ? self : new Bytes(self.data),
  '__getnewargs__(self, /)': (_vm, self: Bytes) => new Tuple([new Bytes(self.data)]),
});

staticMethods(bytesType, {
  *'__new__(cls, source=<none>, encoding=<none>, errors=<none>)'(
    vm: Interpreter,
    cls: PyType,
    source: Value | undefined,
    encoding: Value | undefined,
    errors: Value | undefined,
  ): Steps {
    if (source instanceof Bytes && source.cls === bytesType && cls === bytesType) {
      if (encoding === undefined && errors === undefined) return source;
    }
    const data = yield* bytesFrom(vm, bytesType, { source, encoding, errors });
    return data === null
      ? new Unknown('bytes made from something unknown', bytesType)
      : new Bytes(data, cls);
  },
});

/** The bytes one after the other, as they are at each step. */
class BytesIterator extends NativeIterator {
  readonly #source: Bytes;
  #at = 0;
  constructor(source: Bytes) {
    super(source.cls.isSubtypeOf(bytearrayType) ? bytearrayIteratorType : bytesIteratorType);
    this.#source = source;
  }

  override next(): Result {
    const byte = this.#source.data[this.#at];
    if (byte === undefined) {
      this.#at = Infinity;
      return DONE;
    }
    ambient.journal?.touch(this);
    this.#at++;
    return byte;
  }

  override lengthHint(): number {
    return Math.max(0, this.#source.data.length - this.#at);
  }

  reduced(vm: Interpreter): Value {
    return this.#at === Infinity
      ? iterCall(vm, new Tuple([]))
      : iterCall(vm, this.#source, this.#at);
  }

  moveTo(position: number): void {
    if (this.#at !== Infinity) this.#at = Math.max(0, position);
  }

  snapshot(): () => void {
    const at = this.#at;
    return () => {
      this.#at = at;
    };
  }
}

for (const type of [bytesIteratorType, bytearrayIteratorType]) {
  methods(type, {
    '__reduce__(self, /)': (vm: Interpreter, self: BytesIterator) => self.reduced(vm),
    '__setstate__(self, state, /)': (vm: Interpreter, self: BytesIterator, state: Value) => {
      self.moveTo(Number(index(vm, state)));
      return null;
    },
  });
}

function contains(vm: Interpreter, self: Bytes, key: Value): Result {
  if (isUnknown(key)) return new Unknown(reasonOf(key));
  const part = bufferOf(key);
  if (part !== null) return latin(self.data).includes(latin(part));
  if (typeOf(key).lookup('__index__') === undefined) bytesLike(key);
  return self.data.includes(byteOf(vm, key));
}

function getBytesItem(vm: Interpreter, self: Bytes, key: Value): Result {
  if (isUnknown(key)) return new Unknown(reasonOf(key));
  if (key instanceof Slice) {
    const { start, step, count } = sliceRange(vm, key, self.data.length);
    if (step === 1) return alike(self, self.data.slice(start, start + count));
    return alike(
      self,
      Uint8Array.from({ length: count }, (_, i) => self.data[start + i * step] as number),
    );
  }
  return self.data[bytePosition(vm, self, key)] as number;
}

/** `self[key]`: where that is, with the messages of the two kinds. */
export function bytePosition(vm: Interpreter, self: Bytes, key: Value): number {
  const mutable = self.cls.isSubtypeOf(bytearrayType);
  if (typeOf(key).lookup('__index__') === undefined) {
    const noun = mutable ? 'bytearray' : 'byte';
    raise('TypeError', `${noun} indices must be integers or slices, not ${typeName(key)}`);
  }
  const message = mutable ? 'bytearray index out of range' : 'index out of range';
  return itemIndex(index(vm, key), self.data.length, message);
}

function concatenate(vm: Interpreter, self: Bytes, value: Value): Result {
  if (isUnknown(value)) return new Unknown(reasonOf(value));
  const other = bufferOf(value);
  if (other === null) {
    if (typeOf(value).lookup('__radd__') !== undefined) return notImplemented;
    raise('TypeError', `can't concat ${typeName(value)} to ${self.cls.name}`);
  }
  return alike(self, joined(vm, self.data, other));
}

export function joined(vm: Interpreter, a: Uint8Array, b: Uint8Array): Uint8Array {
  vm.charge(a.length + b.length);
  const data = new Uint8Array(a.length + b.length);
  data.set(a);
  data.set(b, a.length);
  return data;
}

function repeat(vm: Interpreter, self: Bytes, value: Value): Result {
  if (isUnknown(value)) return new Unknown(reasonOf(value));
  if (typeOf(value).lookup('__index__') === undefined) return notImplemented;
  return alike(self, repeated(vm, self.data, value));
}

export function repeated(vm: Interpreter, data: Uint8Array, count: Value): Uint8Array {
  const times = Math.max(0, Number(index(vm, count)));
  if (data.length * times > MEMORY_MAX) raise('MemoryError');
  vm.charge(data.length * times);
  const result = new Uint8Array(data.length * times);
  for (let i = 0; i < times; i++) result.set(data, i * data.length);
  return result;
}

function hex(data: Uint8Array, separator: Value | undefined, group: number): string {
  const pairs = Array.from(data, (byte) => byte.toString(16).padStart(2, '0'));
  if (separator === undefined) return pairs.join('');
  const between = separatorOf(separator);
  const size = Math.abs(group);
  if (size === 0) return pairs.join('');
  // Positive groups count from the right.
  const offset = group > 0 ? pairs.length % size : 0;
  return pairs
    .map((pair, i) => (i > 0 && (i - offset) % size === 0 ? between + pair : pair))
    .join('');
}

function separatorOf(value: Value): string {
  const text =
    value instanceof Bytes
      ? latin(value.data)
      : value instanceof StrObject
        ? value.value
        : typeof value === 'string'
          ? value
          : notSeparator(value);
  if (text.length !== 1) raise('ValueError', 'sep must be length 1.');
  if (text.charCodeAt(0) > 127) raise('ValueError', 'sep must be ASCII.');
  return text;
}

/** CPython asks for the length before it looks at the type. */
function notSeparator(value: Value): never {
  if (typeOf(value).lookup('__len__') === undefined) {
    raise('TypeError', `object of type '${typeName(value)}' has no len()`);
  }
  return raise('TypeError', 'sep must be str or bytes.');
}

function fromHex(value: Value): Uint8Array {
  const text = value instanceof StrObject ? value.value : value;
  if (typeof text !== 'string') {
    raise('TypeError', `fromhex() argument must be str, not ${typeName(value)}`);
  }
  const bytes: number[] = [];
  for (let at = 0; at < text.length;) {
    if (/[ \t-\r]/.test(text.charAt(at))) {
      at++;
      continue;
    }
    const pair = text.slice(at, at + 2);
    if (!/^[0-9a-fA-F]{2}$/.test(pair)) {
      const wrong = at + (/^[0-9a-fA-F]/.test(pair) ? 1 : 0);
      raise('ValueError', `non-hexadecimal number found in fromhex() arg at position ${wrong}`);
    }
    bytes.push(parseInt(pair, 16));
    at += 2;
  }
  return Uint8Array.from(bytes);
}
