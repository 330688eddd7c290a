// `open`: files that the program may read come from the host; what it writes stays in memory, for
// this run to read again.

import { ambient } from '../ambient.ts';
import { attribute, methods, native } from '../native.ts';
import { typeName } from '../evaluate/attributes.ts';
import { callSpecial } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { linearise } from '../evaluate/classes.ts';
import { DONE, wait, type Pending, type Result } from '../evaluate/pending.ts';
import { collect, index } from '../evaluate/protocols.ts';
import { decode, encode } from '../text/codecs.ts';
import { strRepr } from '../text/strRepr.ts';
import type { NativeFunction } from '../values/callable.ts';
import { Bytes, List, Tuple } from '../values/containers.ts';
import { ExceptionObject, exceptionType, PyError, raise } from '../values/exception.ts';
import { NativeIterator } from '../values/iterator.ts';
import { StrObject } from '../values/numbers.ts';
import { builtinType, PyType, types, typeType, type Value } from '../values/object.ts';
import { raiseOsError } from './exceptions.ts';
import { iteratorMethods } from './iterators.ts';

const textFileType = builtinType('TextIOWrapper');
const readerType = builtinType('BufferedReader');
const writerType = builtinType('BufferedWriter');
for (const type of [textFileType, readerType, writerType]) {
  type.module = '_io';
  // These are names of `io`, not of the built-in namespace.
  delete types[type.name];
}

/** `io.UnsupportedOperation` */
export const unsupportedOperationType = new PyType(
  typeType,
  'UnsupportedOperation',
  [exceptionType('OSError'), exceptionType('ValueError')],
  { module: 'io' },
);
unsupportedOperationType.mro = linearise(unsupportedOperationType, unsupportedOperationType.bases);
unsupportedOperationType.immutable = true;

function unsupported(message: string): ExceptionObject {
  const exception = new ExceptionObject(unsupportedOperationType);
  exception.args = new Tuple([message]);
  return exception;
}

/** The files that this run has written, by path. */
function overlay(vm: Interpreter): Map<string, Uint8Array> {
  let files = vm.extensions.get('writtenFiles') as Map<string, Uint8Array> | undefined;
  if (!files) vm.extensions.set('writtenFiles', (files = new Map()));
  return files;
}

/** The bytes of a file as the program sees it; null where there is none. */
export function fileBytes(vm: Interpreter, path: string): Uint8Array | null {
  return overlay(vm).get(path) ?? vm.host.readFile(path);
}

interface Mode {
  readonly text: string;
  readonly reads: boolean;
  readonly writes: boolean;
  readonly binary: boolean;
}

class FileObject extends NativeIterator {
  readonly path: string;
  readonly mode: Mode;
  readonly encoding: string;
  data: Uint8Array;
  position = 0;
  closed = false;
  constructor(cls: PyType, path: string, mode: Mode, encoding: string, data: Uint8Array) {
    super(cls);
    this.path = path;
    this.mode = mode;
    this.encoding = encoding;
    this.data = data;
  }

  override next(): Result {
    const line = this.line();
    return line.length === 0 ? DONE : this.show(line);
  }

  line(): Uint8Array {
    const end = this.data.indexOf(10, this.position);
    return this.take(end < 0 ? this.data.length - this.position : end + 1 - this.position);
  }

  take(count: number): Uint8Array {
    this.check('reads');
    ambient.journal?.touch(this);
    const part = this.data.slice(this.position, this.position + count);
    this.position += part.length;
    return part;
  }

  show(part: Uint8Array): Value {
    if (this.mode.binary) return new Bytes(part);
    return decode(part, this.encoding, 'strict').replace(/\r\n?/g, '\n');
  }

  check(what: 'reads' | 'writes'): void {
    if (this.closed && this.mode.binary) {
      raise('ValueError', what === 'reads' ? 'read of closed file' : 'write to closed file');
    }
    if (this.closed) raise('ValueError', 'I/O operation on closed file.');
    if (this.mode[what]) return;
    throw new PyError(unsupported(what === 'reads' ? 'not readable' : 'not writable'));
  }

  put(vm: Interpreter, part: Uint8Array): void {
    this.check('writes');
    ambient.journal?.touch(this);
    const at = this.mode.text.startsWith('a') ? this.data.length : this.position;
    const data = new Uint8Array(Math.max(this.data.length, at + part.length));
    vm.charge(data.length);
    data.set(this.data);
    data.set(part, at);
    this.data = data;
    this.position = at + part.length;
    overlay(vm).set(this.path, data);
  }

  snapshot(): () => void {
    const { data, position, closed } = this;
    return () => {
      Object.assign(this, { data, position, closed });
    };
  }
}

export function open(): NativeFunction {
  return native(
    "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
    function* (vm: Interpreter, file: Value, mode: Value, _buffering: Value, encoding: Value) {
      const path = yield* pathOf(vm, file);
      return openPath(vm, path, parseMode(mode), typeof encoding === 'string' ? encoding : 'utf-8');
    },
  );
}

function* pathOf(vm: Interpreter, file: Value): Generator<Pending, string, Value> {
  const asked = typeof file === 'string' ? undefined : callSpecial(vm, file, '__fspath__', []);
  const path = asked === undefined ? file : yield* wait(asked);
  if (typeof path === 'string') return path;
  if (path instanceof StrObject) return path.value;
  return raise('TypeError', `expected str, bytes or os.PathLike object, not ${typeName(file)}`);
}

function parseMode(mode: Value): Mode {
  if (typeof mode !== 'string')
    raise('TypeError', `open() argument 'mode' must be str, not ${typeName(mode)}`);
  const kind = mode.replace(/[bt+]/g, '');
  if (!/^[rwax]$/.test(kind)) {
    if (/^[rwaxbt+]*$/.test(mode)) {
      raise('ValueError', 'must have exactly one of create/read/write/append mode');
    }
    raise('ValueError', `invalid mode: ${strRepr(mode)}`);
  }
  const plus = mode.includes('+');
  return {
    text: mode,
    reads: kind === 'r' || plus,
    writes: kind !== 'r' || plus,
    binary: mode.includes('b'),
  };
}

function openPath(vm: Interpreter, path: string, mode: Mode, encoding: string): Value {
  const existing = fileBytes(vm, path);
  if (existing === null && mode.text.startsWith('r')) {
    raiseOsError(2, 'No such file or directory', path);
  }
  if (existing !== null && mode.text.startsWith('x')) raiseOsError(17, 'File exists', path);
  const keeps = mode.text.startsWith('r') || mode.text.startsWith('a');
  const data = keeps && existing !== null ? existing : new Uint8Array();
  if (!mode.text.startsWith('r')) overlay(vm).set(path, data);
  const type = mode.binary ? (mode.writes ? writerType : readerType) : textFileType;
  return new FileObject(type, path, mode, encoding, data);
}

for (const type of [textFileType, readerType, writerType]) {
  iteratorMethods(type);
  methods(type, {
    'read(self, size=-1, /)': (vm, self: FileObject, size: Value) => {
      const count = size === null ? -1 : Number(index(vm, size));
      if (self.mode.binary || count < 0)
        return self.show(self.take(count < 0 ? self.data.length : count));
      self.check('reads');
      // A text file counts characters.
      const rest = decode(self.data.slice(self.position), self.encoding, 'strict');
      const part = [...rest].slice(0, count).join('');
      self.take(encode(part, self.encoding, 'strict').length);
      return part;
    },
    'readline(self, size=-1, /)': (_vm, self: FileObject) => self.show(self.line()),
    'readlines(self, hint=-1, /)': (_vm, self: FileObject) => {
      const lines: Value[] = [];
      for (let line = self.line(); line.length > 0; line = self.line()) lines.push(self.show(line));
      return new List(lines);
    },
    'write(self, text, /)': (vm, self: FileObject, text: Value) => write(vm, self, text),
    *'writelines(self, lines, /)'(vm, self: FileObject, lines: Value) {
      for (const line of yield* collect(vm, lines)) write(vm, self, line);
      return null;
    },
    'close(self, /)': (_vm, self: FileObject) => {
      self.closed = true;
      return null;
    },
    'flush(self, /)': () => null,
    'seek(self, offset, whence=0, /)': (vm, self: FileObject, offset: Value, whence: Value) => {
      const from = whence === 1 ? self.position : whence === 2 ? self.data.length : 0;
      ambient.journal?.touch(self);
      return (self.position = from + Number(index(vm, offset)));
    },
    'tell(self, /)': (_vm, self: FileObject) => self.position,
    'readable(self, /)': (_vm, self: FileObject) => self.mode.reads,
    'writable(self, /)': (_vm, self: FileObject) => self.mode.writes,
    'seekable(self, /)': () => true,
    '__enter__(self, /)': (_vm, self: FileObject) => {
      if (self.closed) raise('ValueError', 'I/O operation on closed file.');
      return self;
    },
    '__exit__(self, /, *args)': (_vm, self: FileObject) => {
      self.closed = true;
      return null;
    },
    '__repr__(self, /)': (_vm, self: FileObject) => {
      const name = strRepr(self.path);
      if (self.mode.binary) return `<_io.${self.cls.name} name=${name}>`;
      return `<_io.TextIOWrapper name=${name} mode=${strRepr(self.mode.text)} encoding=${strRepr(self.encoding.toUpperCase())}>`;
    },
  });
  attribute<FileObject>(type, 'name', (_vm, self) => self.path);
  attribute<FileObject>(type, 'mode', (_vm, self) => self.mode.text);
  attribute<FileObject>(type, 'closed', (_vm, self) => self.closed);
  attribute<FileObject>(type, 'encoding', (_vm, self) => self.encoding);
}

function write(vm: Interpreter, self: FileObject, given: Value): Value {
  const value = given instanceof StrObject ? given.value : given;
  if (self.mode.binary) {
    if (!(value instanceof Bytes))
      raise('TypeError', `a bytes-like object is required, not '${typeName(value)}'`);
    self.put(vm, value.data);
    return value.data.length;
  }
  if (typeof value !== 'string')
    raise('TypeError', `write() argument must be str, not ${typeName(value)}`);
  self.put(vm, encode(value, self.encoding, 'strict'));
  return [...value].length;
}
