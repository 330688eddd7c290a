// The classes that every stream derives from, with the methods that a class of the program gets
// from them: `IOBase`, `RawIOBase`, `BufferedIOBase`, `TextIOBase`.
//
// https://docs.python.org/3.11/library/io.html#class-hierarchy

import { attribute, methods } from '../native.ts';
import { getAttribute } from '../evaluate/attributes.ts';
import { callMethod } from '../evaluate/call.ts';
import { linearise } from '../evaluate/classes.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { steps, wait, type Pending, type Steps } from '../evaluate/pending.ts';
import { collect, index, length, truth } from '../evaluate/protocols.ts';
import { bytearrayType, Bytes, List, Tuple } from '../values/containers.ts';
import { ExceptionObject, exceptionType, PyError, raise } from '../values/exception.ts';
import type { PyObject } from '../values/object.ts';
import { builtinType, PyType, types, typeType, type Value } from '../values/object.ts';

/** A class of `io`: not a name of the built-in namespace. */
export function ioType(
  name: string,
  module: string,
  base?: PyType,
  allocate?: (cls: PyType) => PyObject,
): PyType {
  const type = base ? builtinType(name, [base], allocate) : builtinType(name);
  delete types[name];
  type.module = module;
  return type;
}

export const ioBaseType = ioType('IOBase', 'io');
export const rawIOBaseType = ioType('RawIOBase', 'io', ioBaseType);
export const bufferedIOBaseType = ioType('BufferedIOBase', 'io', ioBaseType);
export const textIOBaseType = ioType('TextIOBase', 'io', ioBaseType);

/** `io.UnsupportedOperation` */
export const unsupportedOperationType = new PyType(
  typeType,
  'UnsupportedOperation',
  [exceptionType('OSError'), exceptionType('ValueError')],
  { module: 'io' },
);
unsupportedOperationType.mro = linearise(unsupportedOperationType, unsupportedOperationType.bases);
unsupportedOperationType.immutable = true;

export function refuseOperation(message: string): never {
  const exception = new ExceptionObject(unsupportedOperationType);
  exception.args = new Tuple([message]);
  throw new PyError(exception);
}

/** How many bytes or characters: None and negative numbers are all. */
export function sizeOf(vm: Interpreter, size: Value): number {
  if (size === null) return Infinity;
  const count = Number(index(vm, size));
  return count < 0 ? Infinity : count;
}

export function* isTrue(vm: Interpreter, value: Value): Generator<Pending, boolean, Value> {
  return (yield* wait(truth(vm, value))) === true;
}

export function* isClosed(vm: Interpreter, stream: Value): Generator<Pending, boolean, Value> {
  return yield* isTrue(vm, yield* wait(getAttribute(vm, stream, 'closed')));
}

function* checkOpen(vm: Interpreter, self: Value): Generator<Pending, void, Value> {
  if (yield* isClosed(vm, self)) raise('ValueError', 'I/O operation on closed file.');
}

const CLOSED = '__IOBase_closed';

attribute<PyObject>(ioBaseType, 'closed', (_vm, self) => self.getAttr(CLOSED) === true);

methods(ioBaseType, {
  'seek(self, offset, whence=0, /)': () => refuseOperation('seek'),
  'tell(self, /)': (vm, self: Value) => callMethod(vm, self, 'seek', [0, 1]),
  'truncate(self, pos=None, /)': () => refuseOperation('truncate'),
  'fileno(self, /)': () => refuseOperation('fileno'),
  *'flush(self, /)'(vm, self: Value): Steps {
    yield* checkOpen(vm, self);
    return null;
  },
  *'close(self, /)'(vm, self: PyObject): Steps {
    if (self.getAttr(CLOSED) === true) return null;
    try {
      yield* wait(callMethod(vm, self, 'flush', []));
    } finally {
      self.setAttr(CLOSED, true);
    }
    return null;
  },
  'seekable(self, /)': () => false,
  'readable(self, /)': () => false,
  'writable(self, /)': () => false,
  *'isatty(self, /)'(vm, self: Value): Steps {
    yield* checkOpen(vm, self);
    return false;
  },
  *'_checkClosed(self, /, msg=None)'(vm, self: Value): Steps {
    yield* checkOpen(vm, self);
    return null;
  },
  ...check('_checkReadable', 'readable', 'File or stream is not readable.'),
  ...check('_checkWritable', 'writable', 'File or stream is not writable.'),
  ...check('_checkSeekable', 'seekable', 'File or stream is not seekable.'),
  *'__enter__(self, /)'(vm, self: Value): Steps {
    yield* checkOpen(vm, self);
    return self;
  },
  '__exit__(self, /, *args)': (vm, self: Value) => callMethod(vm, self, 'close', []),
  *'__iter__(self, /)'(vm, self: Value): Steps {
    yield* checkOpen(vm, self);
    return self;
  },
  *'__next__(self, /)'(vm, self: Value): Steps {
    const line = yield* wait(callMethod(vm, self, 'readline', []));
    if (line === '' || (line instanceof Bytes && line.data.length === 0)) {
      return raise('StopIteration');
    }
    return line;
  },
  *'readline(self, size=-1, /)'(vm, self: Value, size: Value): Steps {
    const limit = sizeOf(vm, size);
    const found: number[] = [];
    while (found.length < limit && found.at(-1) !== 10) {
      const part = yield* wait(callMethod(vm, self, 'read', [1]));
      if (!(part instanceof Bytes)) raise('OSError', 'read() should have returned a bytes object');
      if (part.data.length === 0) break;
      for (const byte of part.data) found.push(byte);
    }
    return new Bytes(Uint8Array.from(found));
  },
  *'readlines(self, hint=-1, /)'(vm, self: Value, hint: Value): Steps {
    const limit = sizeOf(vm, hint) || Infinity;
    if (limit === Infinity) return new List(yield* collect(vm, self));
    const lines: Value[] = [];
    for (let total = 0; total < limit;) {
      const line = yield* wait(callMethod(vm, self, 'readline', []));
      const size = Number(yield* wait(length(vm, line)));
      if (size === 0) break;
      lines.push(line);
      total += size;
    }
    return new List(lines);
  },
  *'writelines(self, lines, /)'(vm, self: Value, lines: Value): Steps {
    yield* checkOpen(vm, self);
    for (const line of yield* collect(vm, lines))
      yield* wait(callMethod(vm, self, 'write', [line]));
    return null;
  },
});

function check(name: string, question: string, message: string): Parameters<typeof methods>[1] {
  return {
    *[`${name}(self, /, msg=None)`](vm: Interpreter, self: Value): Steps {
      if (yield* isTrue(vm, yield* wait(callMethod(vm, self, question, [])))) return true;
      return refuseOperation(message);
    },
  };
}

methods(rawIOBaseType, {
  *'read(self, size=-1, /)'(vm, self: Value, size: Value): Steps {
    const count = sizeOf(vm, size);
    if (count === Infinity) return yield* wait(callMethod(vm, self, 'readall', []));
    vm.charge(count);
    const buffer = new Bytes(new Uint8Array(count), bytearrayType);
    const read = yield* wait(callMethod(vm, self, 'readinto', [buffer]));
    return read === null ? null : new Bytes(buffer.data.slice(0, Number(index(vm, read))));
  },
  *'readall(self, /)'(vm, self: Value): Steps {
    const parts: Uint8Array[] = [];
    for (;;) {
      const part = yield* wait(callMethod(vm, self, 'read', [8192]));
      if (part === null && parts.length === 0) return null;
      if (!(part instanceof Bytes) || part.data.length === 0) return new Bytes(joined(vm, parts));
      parts.push(part.data);
    }
  },
  'readinto(self, buffer, /)': () => raise('NotImplementedError'),
  'write(self, data, /)': () => raise('NotImplementedError'),
});

export function joined(vm: Interpreter, parts: readonly Uint8Array[]): Uint8Array {
  const size = parts.reduce((total, part) => total + part.length, 0);
  vm.charge(size);
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

methods(bufferedIOBaseType, {
  'detach(self, /)': () => refuseOperation('detach'),
  'read(self, size=-1, /)': () => refuseOperation('read'),
  'read1(self, size=-1, /)': () => refuseOperation('read1'),
  'write(self, data, /)': () => refuseOperation('write'),
  'readinto(self, buffer, /)': (vm, self: Value, buffer: Value) =>
    steps(readInto(vm, self, 'read', buffer)),
  'readinto1(self, buffer, /)': (vm, self: Value, buffer: Value) =>
    steps(readInto(vm, self, 'read1', buffer)),
});

function* readInto(vm: Interpreter, self: Value, how: string, buffer: Value): Steps {
  if (!(buffer instanceof Bytes) || !buffer.cls.isSubtypeOf(bytearrayType)) {
    return raise(
      'TypeError',
      'readinto() argument must be read-write bytes-like object, not bytes',
    );
  }
  const part = yield* wait(callMethod(vm, self, how, [buffer.data.length]));
  if (!(part instanceof Bytes)) return raise('TypeError', `${how}() should return bytes`);
  buffer.touch();
  buffer.data.set(part.data);
  return part.data.length;
}

methods(textIOBaseType, {
  'detach(self, /)': () => refuseOperation('detach'),
  'read(self, size=-1, /)': () => refuseOperation('read'),
  'readline(self, size=-1, /)': () => refuseOperation('readline'),
  'write(self, text, /)': () => refuseOperation('write'),
});
for (const name of ['encoding', 'newlines', 'errors']) {
  attribute<PyObject>(
    textIOBaseType,
    name,
    (_vm, self) => self.getAttr(name) ?? null,
    (_vm, self, value) => {
      self.setAttr(name, value);
      return null;
    },
  );
}
