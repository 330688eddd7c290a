// sys.stdin, sys.stdout and sys.stderr of a run, and the streams of bytes below them.

import { bytesLike } from '../builtins/bytesArguments.ts';
import { methods, attribute } from '../native.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { Bytes } from '../values/containers.ts';
import { PyObject, type PyType, type Value } from '../values/object.ts';
import { bufferedIOBaseType, ioType, refuseOperation, sizeOf } from './base.ts';
import { TextFile, textFileType } from './textFile.ts';

export type StandardName = 'stdin' | 'stdout' | 'stderr';

export function standardStream(name: StandardName): TextFile {
  const stream = new TextFile(textFileType);
  stream.standard = name;
  stream.encoding = 'utf-8';
  if (name === 'stderr') stream.errors = 'backslashreplace';
  stream.standardBuffer = () => standardBytes(stream);
  stream.lineBuffering = name === 'stderr';
  return stream;
}

class StandardBytes extends PyObject {
  readonly text: TextFile;
  /** Bytes of a character that is not complete yet; what was read ahead. */
  rest: Uint8Array = new Uint8Array();
  readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  constructor(type: PyType, text: TextFile) {
    super(type);
    this.text = text;
  }

  line(vm: Interpreter): boolean {
    const line = vm.host.readLine();
    if (line === null) return false;
    const more = new TextEncoder().encode(`${line}\n`);
    const all = new Uint8Array(this.rest.length + more.length);
    all.set(this.rest);
    all.set(more, this.rest.length);
    this.rest = all;
    return true;
  }

  take(count: number): Bytes {
    const part = this.rest.slice(0, Math.min(count, this.rest.length));
    this.rest = this.rest.slice(part.length);
    return new Bytes(part);
  }
}

const readerType = ioType('BufferedReader', '_io', bufferedIOBaseType);
const writerType = ioType('BufferedWriter', '_io', bufferedIOBaseType);

function standardBytes(text: TextFile): Value {
  return new StandardBytes(text.standard === 'stdin' ? readerType : writerType, text);
}

methods(readerType, {
  'read(self, size=-1, /)': (vm, self: StandardBytes, size: Value) => {
    const count = sizeOf(vm, size);
    while (self.rest.length < count && self.line(vm)) vm.charge(64);
    return self.take(count);
  },
  'readline(self, size=-1, /)': (vm, self: StandardBytes, size: Value) => {
    if (!self.rest.includes(10)) self.line(vm);
    const end = self.rest.indexOf(10) + 1 || self.rest.length;
    return self.take(Math.min(end, sizeOf(vm, size)));
  },
  'readable(self, /)': () => true,
});
methods(writerType, {
  'write(self, data, /)': (vm, self: StandardBytes, data: Value) => {
    const bytes = bytesLike(data);
    vm.charge(bytes.length);
    if (self.text.standard === 'stdout' || self.text.standard === 'stderr') {
      vm[self.text.standard].write(self.decoder.decode(bytes, { stream: true }));
    }
    return bytes.length;
  },
  'flush(self, /)': () => null,
  'writable(self, /)': () => true,
});
for (const type of [readerType, writerType]) {
  methods(type, {
    'fileno(self, /)': (_vm, self: StandardBytes) =>
      ['stdin', 'stdout', 'stderr'].indexOf(self.text.standard ?? ''),
    'detach(self, /)': () => refuseOperation('detach'),
  });
  attribute<StandardBytes>(type, 'name', (_vm, self) => `<${self.text.standard ?? ''}>`);
  attribute<StandardBytes>(type, 'mode', (_vm, self) =>
    self.text.standard === 'stdin' ? 'rb' : 'wb',
  );
}
