// `bytearray`: what it has beyond `bytes`, all of it writing.
//
// https://docs.python.org/3.11/library/stdtypes.html#bytearray

import { typeName, typeOf } from '../evaluate/attributes.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import type { Steps } from '../evaluate/pending.ts';
import { index } from '../evaluate/protocols.ts';
import { methods, staticMethods } from '../native.ts';
import { sliceRange } from '../text/indices.ts';
import { bytearrayType, Bytes, Slice } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { bufferOf } from '../values/memoryView.ts';
import { notImplemented, StrObject } from '../values/numbers.ts';
import type { PyType, Value } from '../values/object.ts';
import { isUnknown, poison } from '../values/unknown.ts';
import { byteOf, bytesFrom, bytesFromItems, iterable } from './bytesArguments.ts';
import { bytePosition, joined, repeated } from './bytes.ts';

bytearrayType.dict.setName('__hash__', null);

staticMethods(bytearrayType, {
  '__new__(cls, /, *args, **kwargs)': (_vm: Interpreter, cls: PyType) =>
    new Bytes(new Uint8Array(), cls),
});

methods(bytearrayType, {
  *'__init__(self, source=<none>, encoding=<none>, errors=<none>)'(
    vm: Interpreter,
    self: Bytes,
    source: Value | undefined,
    encoding: Value | undefined,
    errors: Value | undefined,
  ): Steps {
    const data = yield* bytesFrom(vm, bytearrayType, { source, encoding, errors });
    write(self, data);
    return null;
  },
  *'__setitem__(self, key, value, /)'(
    vm: Interpreter,
    self: Bytes,
    key: Value,
    value: Value,
  ): Steps {
    if (isUnknown(key) || isUnknown(value)) write(self, null);
    else if (key instanceof Slice) assignSlice(vm, self, key, yield* forSlice(vm, value));
    else {
      const at = bytePosition(vm, self, key);
      const byte = byteOf(vm, value);
      self.touch();
      self.data[at] = byte;
    }
    return null;
  },
  '__delitem__(self, key, /)': (vm, self: Bytes, key: Value) => {
    if (isUnknown(key)) write(self, null);
    else if (key instanceof Slice) {
      const { start, step, count } = sliceRange(vm, key, self.data.length);
      const gone = new Set(Array.from({ length: count }, (_, i) => start + i * step));
      write(
        self,
        self.data.filter((_, i) => !gone.has(i)),
      );
    } else {
      const at = bytePosition(vm, self, key);
      write(
        self,
        self.data.filter((_, i) => i !== at),
      );
    }
    return null;
  },
  '__iadd__(self, value, /)': (vm, self: Bytes, value: Value) => {
    if (isUnknown(value)) write(self, null);
    else if (bufferOf(value) !== null)
      write(self, joined(vm, self.data, bufferOf(value) as Uint8Array));
    else raise('TypeError', `can't concat ${typeName(value)} to bytearray`);
    return self;
  },
  '__imul__(self, value, /)': (vm, self: Bytes, value: Value) => {
    if (typeOf(value).lookup('__index__') === undefined) return notImplemented;
    write(self, repeated(vm, self.data, value));
    return self;
  },
  'append(self, item, /)': (vm, self: Bytes, item: Value) => {
    write(self, isUnknown(item) ? null : appended(vm, self.data, byteOf(vm, item)));
    return null;
  },
  *'extend(self, iterable_of_ints, /)'(vm: Interpreter, self: Bytes, items: Value): Steps {
    if (!isUnknown(items) && !iterable(items)) {
      raise('TypeError', `can't extend bytearray with ${typeName(items)}`);
    }
    const data = yield* assigned(vm, items);
    write(self, data === null ? null : joined(vm, self.data, data));
    return null;
  },
  'insert(self, index, item, /)': (vm, self: Bytes, at: Value, item: Value) => {
    const bytes = Array.from(self.data);
    const position = Number(index(vm, at));
    const byte = byteOf(vm, item);
    bytes.splice(position < 0 ? Math.max(0, position + bytes.length) : position, 0, byte);
    write(self, Uint8Array.from(bytes));
    return null;
  },
  'pop(self, index=-1, /)': (vm, self: Bytes, at: Value) => {
    const { length } = self.data;
    if (length === 0) raise('IndexError', 'pop from empty bytearray');
    const given = Number(index(vm, at));
    const position = given < 0 ? given + length : given;
    const byte = self.data[position];
    if (byte === undefined) raise('IndexError', 'pop index out of range');
    write(
      self,
      self.data.filter((_, i) => i !== position),
    );
    return byte;
  },
  'remove(self, value, /)': (vm, self: Bytes, value: Value) => {
    const at = self.data.indexOf(byteOf(vm, value));
    if (at < 0) raise('ValueError', 'value not found in bytearray');
    write(
      self,
      self.data.filter((_, i) => i !== at),
    );
    return null;
  },
  'reverse(self, /)': (_vm, self: Bytes) => {
    write(self, self.data.slice().reverse());
    return null;
  },
  'clear(self, /)': (_vm, self: Bytes) => {
    write(self, new Uint8Array());
    return null;
  },
  'copy(self, /)': (_vm, self: Bytes) => new Bytes(self.data.slice(), bytearrayType),
});

/** Gives the array its new content; null where that is not known. */
function write(self: Bytes, data: Uint8Array | null): void {
  self.touch();
  if (data === null) poison(self);
  else self.data = data;
}

/** Buffers with room at their end, each of one array alone. */
const roomy = new WeakSet<ArrayBufferLike>();

/** The data and one byte more. The buffer doubles, so that many appends stay cheap. */
function appended(vm: Interpreter, data: Uint8Array, byte: number): Uint8Array {
  const { length } = data;
  let { buffer } = data;
  if (!roomy.has(buffer) || length >= buffer.byteLength) {
    const room = new Uint8Array(Math.max(16, 2 * length));
    vm.charge(room.length);
    room.set(data);
    buffer = room.buffer;
    roomy.add(buffer);
  }
  const longer = new Uint8Array(buffer, 0, length + 1);
  longer[length] = byte;
  return longer;
}

/** What stands on the right of a slice assignment, as bytes. */
function* assigned(vm: Interpreter, value: Value): ReturnType<typeof bytesFromItems> {
  if (isUnknown(value)) return null;
  const data = bufferOf(value);
  if (data !== null) return data.slice();
  return yield* bytesFromItems(vm, value);
}

function* forSlice(vm: Interpreter, value: Value): ReturnType<typeof bytesFromItems> {
  const text = typeof value === 'string' || value instanceof StrObject;
  if (!isUnknown(value) && (text || !iterable(value))) {
    raise('TypeError', 'can assign only bytes, buffers, or iterables of ints in range(0, 256)');
  }
  return yield* assigned(vm, value);
}

function assignSlice(vm: Interpreter, self: Bytes, key: Slice, data: Uint8Array | null): void {
  if (data === null) return write(self, null);
  const { start, step, count } = sliceRange(vm, key, self.data.length);
  if (step === 1) {
    const head = joined(vm, self.data.subarray(0, start), data);
    return write(self, joined(vm, head, self.data.subarray(start + count)));
  }
  if (data.length !== count) {
    raise(
      'ValueError',
      `attempt to assign bytes of size ${data.length} to extended slice of size ${count}`,
    );
  }
  self.touch();
  for (const [i, byte] of data.entries()) self.data[start + i * step] = byte;
}
