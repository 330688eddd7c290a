// `BufferedReader`, `BufferedWriter`, `BufferedRandom`: over a file of ours they are that file; over
// a raw stream of the program they keep what was read ahead, or is yet to be written.

import { ambient } from '../ambient.ts';
import { bytesLike } from '../builtins/bytesArguments.ts';
import { attribute, methods } from '../native.ts';
import { getAttribute } from '../evaluate/attributes.ts';
import { callMethod } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { steps, wait, type Pending, type Steps } from '../evaluate/pending.ts';
import { index } from '../evaluate/protocols.ts';
import { Bytes, List } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import type { NativeFunction } from '../values/callable.ts';
import type { PyType, Value } from '../values/object.ts';
import { bufferedIOBaseType, ioType, isTrue, joined, refuseOperation, sizeOf } from './base.ts';
import { ByteFile, byteMethods, fileIOType, nameText } from './byteFile.ts';

/** A buffered stream; `below` is the program's own raw stream, where there is one. */
export class Buffered extends ByteFile {
  below: Value | undefined = undefined;
  ahead: Uint8Array = new Uint8Array();
  behind: Uint8Array[] = [];
  behindSize = 0;
  bufferSize = 8192;

  override snapshot(): () => void {
    const undo = super.snapshot();
    const { ahead, behind, behindSize } = this;
    return () => {
      undo();
      Object.assign(this, { ahead, behind, behindSize });
    };
  }
}

const allocate = (cls: PyType): Buffered => new Buffered(cls);
export const readerType = ioType('BufferedReader', '_io', bufferedIOBaseType, allocate);
export const writerType = ioType('BufferedWriter', '_io', bufferedIOBaseType, allocate);
export const randomType = ioType('BufferedRandom', '_io', bufferedIOBaseType, allocate);

for (const type of [readerType, writerType, randomType]) {
  byteMethods(
    type,
    (doing) =>
      /^(tell|isatty|.*able)$/.test(doing)
        ? 'I/O operation on closed file'
        : `${doing.replace(/^(read\w*)$/, '$1 of')} closed file`,
    (doing) => (doing === 'readline' || doing === 'readlines' ? 'not readable' : doing),
  );
  methods(type, {
    *'__init__(self, raw, buffer_size=8192)'(vm, self: Buffered, raw: Value, size: Value): Steps {
      if (Number(index(vm, size)) <= 0)
        raise('ValueError', 'buffer size must be strictly positive');
      self.bufferSize = Number(index(vm, size));
      if (raw instanceof ByteFile && raw.cls === fileIOType) return adopt(self, raw);
      const needed =
        type === writerType
          ? [['writable', 'File or stream is not writable.']]
          : [['readable', 'File or stream is not readable.']];
      for (const [question, message] of needed as [string, string][]) {
        const answer = yield* isTrue(vm, yield* wait(callMethod(vm, raw, question, [])));
        if (!answer) refuseOperation(message);
      }
      self.below = raw;
      return null;
    },
    'peek(self, size=0, /)': (vm, self: Buffered) => {
      if (self.closed) raise('ValueError', 'peek of closed file');
      if (self.below !== undefined) return steps(peekBelow(vm, self));
      return new Bytes(self.node.read(self.position, self.bufferSize));
    },
    'fileno(self, /)': (vm, self: Buffered) =>
      self.below === undefined ? self.descriptor : callMethod(vm, self.below, 'fileno', []),
    'detach(self, /)': (_vm, self: Buffered) => rawOf(self),
    '__repr__(self, /)': (_vm, self: Buffered) =>
      self.below === undefined
        ? `<_io.${self.cls.name} name=${nameText(self.name)}>`
        : `<_io.${self.cls.name}>`,
  });
  attribute<Buffered>(type, 'name', (vm, self) =>
    self.below === undefined ? self.name : getAttribute(vm, self.below, 'name'),
  );
  attribute<Buffered>(type, 'mode', (vm, self) =>
    self.below === undefined ? self.mode : getAttribute(vm, self.below, 'mode'),
  );
  attribute<Buffered>(type, 'raw', (_vm, self) => rawOf(self));
  attribute<Buffered>(type, 'closed', (vm, self) =>
    self.below === undefined ? self.closed : getAttribute(vm, self.below, 'closed'),
  );
  overRawStreams(type);
}

function adopt(self: Buffered, raw: ByteFile): null {
  const { node, access, name, mode, descriptor, position } = raw;
  Object.assign(self, { node, access, name, mode, descriptor, position, raw });
  return null;
}

function rawOf(self: Buffered): Value {
  if (self.below !== undefined) return self.below;
  if (self.raw === null) {
    const { node, access, name, mode, descriptor, position } = self;
    self.raw = Object.assign(new ByteFile(fileIOType), {
      ...{ node, access, name, mode, descriptor, position },
    });
  }
  return self.raw;
}

/** The methods once more, for streams over a raw stream of the program. */
function overRawStreams(type: PyType): void {
  const ways: Record<string, (vm: Interpreter, self: Buffered, ...given: Value[]) => Steps> = {
    *read(vm, self, size) {
      return new Bytes(yield* readBelow(vm, self, sizeOf(vm, size as Value), false));
    },
    *read1(vm, self, size) {
      const limit = Math.min(sizeOf(vm, size as Value), self.bufferSize);
      if (self.ahead.length === 0) yield* fill(vm, self);
      return new Bytes(takeAhead(self, limit));
    },
    *readline(vm, self, size) {
      return new Bytes(yield* readBelow(vm, self, sizeOf(vm, size as Value), true));
    },
    *__next__(vm, self) {
      const line = yield* readBelow(vm, self, Infinity, true);
      return line.length === 0 ? raise('StopIteration') : new Bytes(line);
    },
    *readlines(vm, self) {
      const lines: Value[] = [];
      for (;;) {
        const line = yield* readBelow(vm, self, Infinity, true);
        if (line.length === 0) return new List(lines);
        lines.push(new Bytes(line));
      }
    },
    *readinto(vm, self, buffer) {
      if (!(buffer instanceof Bytes)) return raise('TypeError', 'a bytes-like object is required');
      const part = yield* readBelow(vm, self, buffer.data.length, false);
      buffer.touch();
      buffer.data.set(part);
      return part.length;
    },
    *write(vm, self, data) {
      if (type === readerType) return refuseOperation('write');
      const part = bytesLike(data as Value).slice();
      vm.charge(part.length);
      ambient.journal?.touch(self);
      self.behind.push(part);
      self.behindSize += part.length;
      if (self.behindSize > self.bufferSize) yield* drain(vm, self);
      return part.length;
    },
    *flush(vm, self) {
      yield* drain(vm, self);
      return yield* wait(callMethod(vm, self.below as Value, 'flush', []));
    },
    *close(vm, self) {
      if (yield* isTrue(vm, yield* wait(getAttribute(vm, self.below as Value, 'closed'))))
        return null;
      yield* drain(vm, self);
      return yield* wait(callMethod(vm, self.below as Value, 'close', []));
    },
    *seek(vm, self, offset, whence) {
      yield* drain(vm, self);
      const back = whence === 1 ? self.ahead.length : 0;
      self.ahead = new Uint8Array();
      const by = Number(index(vm, offset as Value)) - back;
      return yield* wait(callMethod(vm, self.below as Value, 'seek', [by, whence as Value]));
    },
    *tell(vm, self) {
      const at = yield* wait(callMethod(vm, self.below as Value, 'tell', []));
      return Number(index(vm, at)) - self.ahead.length + self.behindSize;
    },
  };
  // A reader is not writable and a writer not readable, whatever is below them.
  const never = type === readerType ? 'writable' : type === writerType ? 'readable' : null;
  for (const question of ['readable', 'writable', 'seekable', 'isatty']) {
    ways[question] = (vm, self) =>
      wait(question === never ? false : callMethod(vm, self.below as Value, question, []));
  }
  for (const [name, way] of Object.entries(ways)) {
    const own = type.dict.values.get(name) as NativeFunction;
    const body = own.body as (vm: Interpreter, ...given: never[]) => Value;
    const signature = own.signature.text;
    methods(type, {
      [signature]: (vm, self: Buffered, ...given: never[]) =>
        self.below === undefined
          ? body(vm, self as never, ...given)
          : steps(way(vm, self, ...given)),
    });
  }
}

function* fill(vm: Interpreter, self: Buffered): Generator<Pending, boolean, Value> {
  const part = yield* wait(callMethod(vm, self.below as Value, 'read', [self.bufferSize]));
  if (!(part instanceof Bytes) || part.data.length === 0) return false;
  ambient.journal?.touch(self);
  self.ahead = joined(vm, [self.ahead, part.data]);
  return true;
}

function takeAhead(self: Buffered, count: number): Uint8Array {
  ambient.journal?.touch(self);
  const part = self.ahead.slice(0, Math.min(count, self.ahead.length));
  self.ahead = self.ahead.slice(part.length);
  return part;
}

function* readBelow(
  vm: Interpreter,
  self: Buffered,
  count: number,
  line: boolean,
): Generator<Pending, Uint8Array, Value> {
  yield* drain(vm, self);
  const parts: Uint8Array[] = [];
  let left = count;
  while (left > 0) {
    if (self.ahead.length === 0 && !(yield* fill(vm, self))) break;
    const end = line ? self.ahead.indexOf(10) + 1 : 0;
    const part = takeAhead(self, end > 0 ? Math.min(end, left) : left);
    parts.push(part);
    left -= part.length;
    if (line && part.at(-1) === 10) break;
  }
  return joined(vm, parts);
}

function* drain(vm: Interpreter, self: Buffered): Generator<Pending, void, Value> {
  if (self.behindSize === 0) return;
  let rest = joined(vm, self.behind);
  self.behind = [];
  self.behindSize = 0;
  while (rest.length > 0) {
    const count = yield* wait(callMethod(vm, self.below as Value, 'write', [new Bytes(rest)]));
    rest = rest.slice(count === null ? rest.length : Number(index(vm, count)));
  }
}

function* peekBelow(vm: Interpreter, self: Buffered): Steps {
  if (self.ahead.length === 0) yield* fill(vm, self);
  return new Bytes(self.ahead.slice());
}
