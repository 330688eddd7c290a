// Streams of bytes over a file in memory: `FileIO`, the buffered classes that `open` gives, and
// `BytesIO`. What is written is in the file at once: a program that never closes its file still
// finds what it wrote, as reference counts give it to CPython's programs.

import { ambient } from '../ambient.ts';
import { bytesLike } from '../builtins/bytesArguments.ts';
import { attribute, methods } from '../native.ts';
import { typeName } from '../evaluate/attributes.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { index, collect } from '../evaluate/protocols.ts';
import { FileNode } from '../files/fileNode.ts';
import { raiseOsError } from '../builtins/exceptions.ts';
import { strRepr } from '../text/strRepr.ts';
import { bytearrayType, Bytes, List } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { intOf } from '../values/integers.ts';
import type { PyType } from '../values/object.ts';
import { PyObject, type Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { bufferedIOBaseType, ioType, rawIOBaseType, refuseOperation, sizeOf } from './base.ts';

export interface Access {
  readonly reads: boolean;
  readonly writes: boolean;
  readonly appends: boolean;
}

export class ByteFile extends PyObject {
  node = new FileNode(new Uint8Array(), 0o600, null);
  access: Access = { reads: true, writes: true, appends: false };
  position = 0;
  closed = false;
  /** The path as the program gave it, or a file descriptor. */
  name: Value = null;
  mode = 'rb';
  descriptor: number | null = null;
  /** What FileIO stands below a buffered file; made when asked for. */
  raw: ByteFile | null = null;
  onClose: (() => void) | null = null;

  take(count: number): Uint8Array {
    ambient.journal?.touch(this);
    const part = this.node.read(this.position, count);
    this.position += part.length;
    return part;
  }

  line(limit: number): Uint8Array {
    const { bytes } = this.node;
    const end = bytes.indexOf(10, this.position);
    const stop = end < 0 ? bytes.length : end + 1;
    return this.take(Math.max(0, Math.min(limit, stop - this.position)));
  }

  put(vm: Interpreter, part: Uint8Array): number {
    ambient.journal?.touch(this);
    if (this.access.appends) this.position = this.node.size;
    if (part.length > 0) this.node.write(vm, this.position, part);
    this.position += part.length;
    return part.length;
  }

  shut(): void {
    if (this.closed) return;
    ambient.journal?.touch(this);
    this.closed = true;
    this.onClose?.();
  }

  snapshot(): () => void {
    const { position, closed, node } = this;
    return () => {
      Object.assign(this, { position, closed, node });
    };
  }
}

const allocate = (cls: PyType): ByteFile => new ByteFile(cls);
export const fileIOType = ioType('FileIO', '_io', rawIOBaseType, allocate);
export const bytesIOType = ioType('BytesIO', '_io', bufferedIOBaseType, allocate);

/** The bytes that a position or size stands for, refused where it is no int. */
function place(vm: Interpreter, self: ByteFile, offset: Value, whence: Value): number {
  const from = intOf(whence);
  const by = Number(index(vm, offset));
  if (from === 0) {
    if (by >= 0) return by;
    if (self.cls.isSubtypeOf(bytesIOType)) raise('ValueError', `negative seek value ${by}`);
    return raiseOsError(22, 'Invalid argument');
  }
  if (from !== 1 && from !== 2) {
    const shown = String(from);
    const inMemory = self.cls.isSubtypeOf(bytesIOType);
    raise(
      'ValueError',
      inMemory
        ? `invalid whence (${shown}, should be 0, 1 or 2)`
        : `whence value ${shown} unsupported`,
    );
  }
  const at = (from === 1 ? self.position : self.node.size) + by;
  if (at >= 0) return at;
  if (self.cls.isSubtypeOf(bytesIOType)) return 0;
  return raiseOsError(22, 'Invalid argument');
}

type Wording = (doing: string) => string;

/** The methods of a class of streams. `closed` words what is refused on a closed one. */
export function byteMethods(type: PyType, closed: Wording, unreadable: Wording): void {
  const open = (self: ByteFile, doing: string): void => {
    if (self.closed) raise('ValueError', closed(doing));
  };
  const readable = (self: ByteFile, doing: string): void => {
    if (!self.access.reads && self.cls !== fileIOType) refuseOperation(unreadable(doing));
    open(self, doing);
    if (!self.access.reads) refuseOperation(unreadable(doing));
  };
  const read = (doing: string) => (vm: Interpreter, self: ByteFile, size: Value) => {
    readable(self, doing);
    if (doing === 'read' && size !== null && Number(index(vm, size)) < -1 && type !== bytesIOType) {
      raise('ValueError', 'read length must be non-negative or -1');
    }
    if (self.node.unknown !== null) return new Unknown(self.node.unknown);
    const part = self.take(sizeOf(vm, size));
    vm.charge(part.length);
    return new Bytes(part);
  };
  const readInto = (_vm: Interpreter, self: ByteFile, buffer: Value): Value => {
    readable(self, 'readinto');
    if (!(buffer instanceof Bytes) || !buffer.cls.isSubtypeOf(bytearrayType)) {
      const given = typeName(buffer);
      return raise(
        'TypeError',
        `readinto() argument must be read-write bytes-like object, not ${given}`,
      );
    }
    const part = self.take(buffer.data.length);
    buffer.touch();
    buffer.data.set(part);
    return part.length;
  };
  const write = (vm: Interpreter, self: ByteFile, data: Value): Value => {
    if (!self.access.writes)
      refuseOperation(type === fileIOType ? 'File not open for writing' : 'write');
    open(self, 'write to');
    if (isUnknown(data)) {
      self.node.forget(reasonOf(data));
      return new Unknown(reasonOf(data));
    }
    return self.put(vm, bytesLike(data));
  };
  methods(type, {
    'read(self, size=-1, /)': read('read'),
    'read1(self, size=-1, /)': read('read1'),
    'readinto(self, buffer, /)': readInto,
    'readinto1(self, buffer, /)': readInto,
    'readline(self, size=-1, /)': (vm, self: ByteFile, size: Value) => {
      readable(self, 'readline');
      if (self.node.unknown !== null) return new Unknown(self.node.unknown);
      return new Bytes(self.line(sizeOf(vm, size)));
    },
    'readlines(self, hint=-1, /)': (vm, self: ByteFile, hint: Value) => {
      readable(self, 'readlines');
      if (self.node.unknown !== null) return new Unknown(self.node.unknown);
      const limit = sizeOf(vm, hint) || Infinity;
      const lines: Value[] = [];
      for (let total = 0; total < limit;) {
        const line = self.line(Infinity);
        if (line.length === 0) break;
        vm.charge(line.length + 16);
        total += line.length;
        lines.push(new Bytes(line));
      }
      return new List(lines);
    },
    '__iter__(self, /)': (_vm, self: ByteFile) => {
      if (self.closed) raise('ValueError', 'I/O operation on closed file.');
      return self.node.unknown === null ? self : new Unknown(self.node.unknown);
    },
    '__next__(self, /)': (_vm, self: ByteFile) => {
      readable(self, 'readline');
      const line = self.line(Infinity);
      return line.length === 0 ? raise('StopIteration') : new Bytes(line);
    },
    'write(self, data, /)': write,
    *'writelines(self, lines, /)'(vm, self: ByteFile, lines: Value) {
      open(self, 'write to');
      for (const line of yield* collect(vm, lines)) write(vm, self, line);
      return null;
    },
    'seek(self, offset, whence=0, /)': (vm, self: ByteFile, offset: Value, whence: Value) => {
      open(self, 'seek of');
      const at = place(vm, self, offset, whence);
      ambient.journal?.touch(self);
      return (self.position = at);
    },
    'tell(self, /)': (_vm, self: ByteFile) => {
      open(self, 'tell');
      return self.position;
    },
    'truncate(self, size=None, /)': (vm, self: ByteFile, size: Value) => {
      open(self, 'truncate of');
      if (!self.access.writes) {
        refuseOperation(type === fileIOType ? 'File not open for writing' : 'truncate');
      }
      const to = size === null ? self.position : Number(index(vm, size));
      if (to < 0) {
        if (type === bytesIOType) raise('ValueError', `negative size value ${to}`);
        raiseOsError(22, 'Invalid argument');
      }
      if (to < self.node.size || type !== bytesIOType) self.node.resize(vm, to);
      return to;
    },
    'flush(self, /)': (_vm, self: ByteFile) => {
      open(self, 'flush of');
      return null;
    },
    'close(self, /)': (_vm, self: ByteFile) => {
      self.shut();
      return null;
    },
    'readable(self, /)': (_vm, self: ByteFile) => (open(self, 'readable'), self.access.reads),
    'writable(self, /)': (_vm, self: ByteFile) => (open(self, 'writable'), self.access.writes),
    'seekable(self, /)': (_vm, self: ByteFile) => (open(self, 'seekable'), true),
    'isatty(self, /)': (_vm, self: ByteFile) => (open(self, 'isatty'), false),
  });
  attribute<ByteFile>(type, 'closed', (_vm, self) => self.closed);
}

byteMethods(
  fileIOType,
  () => 'I/O operation on closed file',
  () => 'File not open for reading',
);
methods(fileIOType, {
  'readall(self, /)': (vm, self: ByteFile) => {
    if (self.closed) raise('ValueError', 'I/O operation on closed file');
    const part = self.take(Infinity);
    vm.charge(part.length);
    return new Bytes(part);
  },
  'fileno(self, /)': (_vm, self: ByteFile) => {
    if (self.closed) raise('ValueError', 'I/O operation on closed file');
    return self.descriptor;
  },
  '__repr__(self, /)': (_vm, self: ByteFile) =>
    self.closed
      ? '<_io.FileIO [closed]>'
      : `<_io.FileIO name=${nameText(self.name)} mode=${strRepr(self.mode)} closefd=True>`,
});
attribute<ByteFile>(fileIOType, 'name', (_vm, self) => self.name);
attribute<ByteFile>(fileIOType, 'mode', (_vm, self) => self.mode);

export function nameText(name: Value): string {
  return typeof name === 'string' ? strRepr(name) : String(name);
}

byteMethods(
  bytesIOType,
  () => 'I/O operation on closed file.',
  () => 'not readable',
);
methods(bytesIOType, {
  '__init__(self, initial_bytes=None)': (vm, self: ByteFile, initial: Value) => {
    const given = isUnknown(initial) ? null : initial;
    const data = given === null ? new Uint8Array() : bytesLike(given);
    ambient.journal?.touch(self);
    self.node = new FileNode(new Uint8Array(), 0o600, null);
    if (isUnknown(initial)) self.node.forget(reasonOf(initial));
    if (data.length > 0) self.node.write(vm, 0, data);
    self.position = 0;
    return null;
  },
  'getvalue(self, /)': (vm, self: ByteFile) => {
    if (self.closed) raise('ValueError', 'I/O operation on closed file.');
    if (self.node.unknown !== null) return new Unknown(self.node.unknown);
    vm.charge(self.node.size);
    return new Bytes(self.node.bytes.slice());
  },
  'getbuffer(self, /)': (vm) => vm.unsupported('memoryview of a BytesIO'),
});
