// `io.TextIOWrapper`: text over a stream of bytes, and the program's standard streams, which are
// text over what the host gives. What is to be read is decoded as a whole at the first question.
//
// https://docs.python.org/3.11/library/io.html#io.TextIOWrapper

import { ambient } from '../ambient.ts';
import { decodeBytes, encodeText } from '../builtins/textCodecs.ts';
import { attribute, methods } from '../native.ts';
import { getAttribute, typeName } from '../evaluate/attributes.ts';
import { callMethod } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { wait, type Pending, type Steps } from '../evaluate/pending.ts';
import { collect, index, repr } from '../evaluate/protocols.ts';
import { lengthOf, unitIndex } from '../text/codePoints.ts';
import { codecNamed } from '../text/codecs.ts';
import { Bytes, List } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { intOf } from '../values/integers.ts';
import { StrObject } from '../values/numbers.ts';
import { PyObject, type PyType, type Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { ioType, isTrue, refuseOperation, sizeOf, textIOBaseType } from './base.ts';
import { ByteFile } from './byteFile.ts';
import { Buffered } from './buffered.ts';
import { checkNewline, endOfLine, newlinesSeen } from './newlines.ts';

export class TextFile extends PyObject {
  buffer: Value = null;
  encoding = 'UTF-8';
  errors = 'strict';
  newline: string | null = null;
  lineBuffering = false;
  writeThrough = false;
  /** Which standard stream it is. */
  standard: 'stdin' | 'stdout' | 'stderr' | null = null;
  standardClosed = false;
  standardBuffer: (() => Value) | null = null;
  mode: Value = null;
  /** Decoded, its line ends not yet made equal, and how much of it was read. */
  pending = '';
  consumed = 0;
  /** Where in the file the pending text begins. */
  start = 0;
  /** Iteration is under way: `tell` does not know where. */
  iterating = false;
  seen = new Set<string>();

  /** The file below, where it is one of ours. */
  get file(): ByteFile | null {
    const { buffer } = this;
    if (!(buffer instanceof ByteFile)) return null;
    return buffer instanceof Buffered && buffer.below !== undefined ? null : buffer;
  }

  snapshot(): () => void {
    const { pending, consumed, start, iterating, standardClosed } = this;
    return () => {
      Object.assign(this, { pending, consumed, start, iterating, standardClosed });
    };
  }
}

const allocate = (cls: PyType): TextFile => new TextFile(cls);
export const textFileType = ioType('TextIOWrapper', '_io', textIOBaseType, allocate);

function* closed(vm: Interpreter, self: TextFile): Generator<Pending, boolean, Value> {
  if (self.standard !== null) return self.standardClosed;
  const { file } = self;
  if (file) return file.closed;
  return yield* isTrue(vm, yield* wait(getAttribute(vm, self.buffer, 'closed')));
}

function* open(vm: Interpreter, self: TextFile): Generator<Pending, void, Value> {
  if (self.buffer === null && self.standard === null) {
    raise('ValueError', 'underlying buffer has been detached');
  }
  if (yield* closed(vm, self)) raise('ValueError', 'I/O operation on closed file.');
}

function* readable(vm: Interpreter, self: TextFile): Generator<Pending, void, Value> {
  yield* open(vm, self);
  const able =
    self.standard === null ? (self.file?.access.reads ?? true) : self.standard === 'stdin';
  if (!able) refuseOperation('not readable');
}

/** Decodes what there is now behind the pending text; false at the end. */
function* fetch(vm: Interpreter, self: TextFile): Generator<Pending, boolean, Value> {
  ambient.journal?.touch(self);
  if (self.standard !== null) {
    const line = vm.host.readLine();
    if (line === null) return false;
    self.pending = `${self.pending.slice(self.consumed)}${line}\n`;
    self.consumed = 0;
    return true;
  }
  const { file } = self;
  const rest = self.pending.slice(self.consumed);
  const position = file?.position ?? 0;
  const found = file
    ? new Bytes(file.take(Infinity))
    : yield* wait(callMethod(vm, self.buffer, 'read', []));
  if (!(found instanceof Bytes)) {
    const how = `underlying read() should have returned a bytes-like object, not '${typeName(found)}'`;
    return raise('TypeError', how);
  }
  if (found.data.length === 0) return false;
  const text = yield* decodeBytes(vm, found.data, self.encoding, self.errors);
  if (typeof text !== 'string') return false;
  if (rest === '') self.start = position;
  self.pending = rest + text;
  self.consumed = 0;
  return true;
}

/** Text as the program sees it. */
function shown(self: TextFile, raw: string): string {
  if (self.newline !== null || !raw.includes('\r')) {
    if (raw.includes('\n') && self.newline === null) self.seen.add('\n');
    return raw;
  }
  for (const [end] of raw.matchAll(/\r\n|\r|\n/g)) self.seen.add(end);
  return raw.replace(/\r\n?/g, '\n');
}

function* nextLine(
  vm: Interpreter,
  self: TextFile,
  limit: number,
): Generator<Pending, string, Value> {
  const universal = self.newline === null ? '' : self.newline;
  for (;;) {
    const { pending, consumed } = self;
    const end = endOfLine(pending, consumed, universal);
    const line = pending.slice(consumed, end);
    // A line that ends with the text may go on, where more comes.
    const whole = /[\n\r]$/.test(line) && end < pending.length;
    if (whole || line.endsWith('\n') || !(yield* fetch(vm, self))) {
      ambient.journal?.touch(self);
      const size = limit === Infinity ? line.length : unitIndex(line, limit);
      self.consumed += Math.min(size, line.length);
      return shown(self, line.slice(0, size));
    }
  }
}

function* readText(
  vm: Interpreter,
  self: TextFile,
  count: number,
): Generator<Pending, string, Value> {
  for (;;) {
    const rest = self.pending.slice(self.consumed);
    const have = rest.length >= count && lengthOf(rest) > count;
    if (!have && (yield* fetch(vm, self))) continue;
    ambient.journal?.touch(self);
    if (count === Infinity) {
      self.consumed = self.pending.length;
      return shown(self, rest);
    }
    let size = unitIndex(rest, count);
    if (self.newline === null && rest.includes('\r')) size = unitsOfShown(rest, count);
    self.consumed += Math.min(size, rest.length);
    return shown(self, rest.slice(0, size));
  }
}

/** How many units make so many characters, once `\r\n` is one. */
function unitsOfShown(text: string, count: number): number {
  let at = 0;
  for (let left = count; left > 0 && at < text.length; left--) {
    if (text[at] === '\r' && text[at + 1] === '\n') at += 2;
    else at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
  }
  return at;
}

export function* writeText(vm: Interpreter, self: TextFile, given: Value): Steps {
  const value = given instanceof StrObject ? given.value : given;
  if (isUnknown(value)) {
    // What it holds from now on nobody can tell.
    self.file?.node.forget(reasonOf(value));
    return new Unknown(reasonOf(value));
  }
  if (typeof value !== 'string') {
    raise('TypeError', `write() argument must be str, not ${typeName(given)}`);
  }
  yield* open(vm, self);
  const text =
    self.newline === '\r' || self.newline === '\r\n' ? value.replaceAll('\n', self.newline) : value;
  if (self.standard !== null) {
    if (self.standard === 'stdin') refuseOperation('not writable');
    vm.charge(text.length);
    vm[self.standard].write(text);
    return lengthOf(value);
  }
  const { file } = self;
  if (file && !file.access.writes) refuseOperation('not writable');
  const data = yield* encodeText(vm, text, encodingAt(self, file), self.errors);
  if (!(data instanceof Bytes)) return data;
  ambient.journal?.touch(self);
  self.pending = '';
  self.consumed = 0;
  if (file) file.put(vm, data.data);
  else yield* wait(callMethod(vm, self.buffer, 'write', [data]));
  return lengthOf(value);
}

/** A mark of the byte order stands at the beginning alone. */
function encodingAt({ encoding }: TextFile, file: ByteFile | null): string {
  const begun = file !== null && (file.access.appends ? file.node.size : file.position) > 0;
  if (!begun) return encoding;
  const name = encoding.toLowerCase().replaceAll('_', '-');
  if (name === 'utf-8-sig') return 'utf-8';
  return name === 'utf-16' || name === 'utf-32' ? `${name}-le` : encoding;
}

function textOption(name: string, value: Value): string | null {
  if (value === null) return null;
  if (value instanceof StrObject) return value.value;
  if (typeof value === 'string') return value;
  const type = typeName(value);
  return raise('TypeError', `TextIOWrapper() argument '${name}' must be str or None, not ${type}`);
}

/** Gives a text file its parameters; `open` and the constructor share it. */
export function setUp(
  self: TextFile,
  buffer: Value,
  { encoding, errors, newline }: { encoding: Value; errors: Value; newline: Value },
): void {
  const name = textOption('encoding', encoding);
  self.errors = textOption('errors', errors) ?? 'strict';
  self.newline = checkNewline(newline);
  self.encoding = name === null || name === 'locale' ? 'UTF-8' : name;
  if (codecNamed(self.encoding) === undefined) {
    raise('LookupError', `unknown encoding: ${self.encoding}`);
  }
  self.buffer = buffer;
}

methods(textFileType, {
  '__init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)':
    function* (
      vm,
      self: TextFile,
      buffer: Value,
      encoding: Value,
      errors: Value,
      newline: Value,
      ...rest: Value[]
    ): Steps {
      setUp(self, buffer, { encoding, errors, newline });
      self.lineBuffering = yield* isTrue(vm, rest[0] as Value);
      self.writeThrough = yield* isTrue(vm, rest[1] as Value);
      return null;
    },
  *'read(self, size=-1, /)'(vm, self: TextFile, size: Value): Steps {
    yield* readable(vm, self);
    if (isForgotten(self)) return forgotten(self);
    return yield* readText(vm, self, sizeOf(vm, size));
  },
  *'readline(self, size=-1, /)'(vm, self: TextFile, size: Value): Steps {
    yield* readable(vm, self);
    if (isForgotten(self)) return forgotten(self);
    return yield* nextLine(vm, self, sizeOf(vm, size));
  },
  *'readlines(self, hint=-1, /)'(vm, self: TextFile, hint: Value): Steps {
    yield* readable(vm, self);
    if (isForgotten(self)) return forgotten(self);
    const limit = sizeOf(vm, hint) || Infinity;
    const lines: string[] = [];
    for (let total = 0; total < limit;) {
      const line = yield* nextLine(vm, self, Infinity);
      if (line === '') break;
      vm.charge(line.length + 16);
      total += line.length;
      lines.push(line);
    }
    return new List(lines);
  },
  *'__iter__(self, /)'(vm, self: TextFile): Steps {
    yield* open(vm, self);
    return isForgotten(self) ? forgotten(self) : self;
  },
  *'__next__(self, /)'(vm, self: TextFile): Steps {
    yield* readable(vm, self);
    if (isForgotten(self)) return forgotten(self);
    const line = yield* nextLine(vm, self, Infinity);
    self.iterating = line !== '';
    return line === '' ? raise('StopIteration') : line;
  },
  'write(self, text, /)': writeText,
  *'writelines(self, lines, /)'(vm, self: TextFile, lines: Value): Steps {
    yield* open(vm, self);
    for (const line of yield* collect(vm, lines)) yield* writeText(vm, self, line);
    return null;
  },
  *'flush(self, /)'(vm, self: TextFile): Steps {
    yield* open(vm, self);
    if (self.standard === null && self.file === null) {
      yield* wait(callMethod(vm, self.buffer, 'flush', []));
    }
    return null;
  },
  *'close(self, /)'(vm, self: TextFile): Steps {
    ambient.journal?.touch(self);
    if (self.standard !== null) self.standardClosed = true;
    else if (self.buffer !== null) yield* wait(callMethod(vm, self.buffer, 'close', []));
    return null;
  },
  *'tell(self, /)'(vm, self: TextFile): Steps {
    yield* open(vm, self);
    if (self.standard !== null) return raise('OSError', 29, 'Illegal seek');
    if (self.iterating) raise('OSError', 'telling position disabled by next() call');
    const at = yield* wait(callMethod(vm, self.buffer, 'tell', []));
    if (self.pending === '') return at;
    const rest = yield* encodeText(
      vm,
      self.pending.slice(self.consumed),
      plain(self.encoding),
      self.errors,
    );
    return rest instanceof Bytes ? Number(index(vm, at)) - rest.data.length : rest;
  },
  *'seek(self, cookie, whence=0, /)'(vm, self: TextFile, cookie: Value, whence: Value): Steps {
    yield* open(vm, self);
    if (self.standard !== null) return refuseOperation('underlying stream is not seekable');
    const by = Number(index(vm, cookie));
    const from = intOf(whence);
    if (from === 1 && by !== 0) refuseOperation("can't do nonzero cur-relative seeks");
    if (from === 2 && by !== 0) refuseOperation("can't do nonzero end-relative seeks");
    if (from !== 0 && from !== 1 && from !== 2) {
      raise('ValueError', `invalid whence (${String(from)}, should be 0, 1 or 2)`);
    }
    if (by < 0) raise('ValueError', `negative seek position ${by}`);
    const here = from === 1 ? yield* wait(callMethod(vm, self, 'tell', [])) : cookie;
    ambient.journal?.touch(self);
    self.pending = '';
    self.consumed = 0;
    self.iterating = false;
    return yield* wait(callMethod(vm, self.buffer, 'seek', [here, from === 2 ? 2 : 0]));
  },
  *'truncate(self, pos=None, /)'(vm, self: TextFile, pos: Value): Steps {
    yield* open(vm, self);
    const to = pos ?? (yield* wait(callMethod(vm, self, 'tell', [])));
    return yield* wait(callMethod(vm, self.buffer, 'truncate', [to]));
  },
  'detach(self, /)': (_vm, self: TextFile) => {
    const { buffer } = self;
    self.buffer = null;
    return buffer;
  },
  'reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)':
    (_vm, self: TextFile, encoding: Value, errors: Value, newline: Value, lines: Value) => {
      if (encoding !== null) self.encoding = textOption('encoding', encoding) ?? self.encoding;
      if (errors !== null) self.errors = textOption('errors', errors) ?? self.errors;
      if (newline !== null) self.newline = checkNewline(newline);
      if (lines !== null) self.lineBuffering = lines === true;
      return null;
    },
  *'fileno(self, /)'(vm, self: TextFile): Steps {
    yield* open(vm, self);
    if (self.standard !== null) return ['stdin', 'stdout', 'stderr'].indexOf(self.standard);
    return yield* wait(callMethod(vm, self.buffer, 'fileno', []));
  },
  ...question('readable', (self) => self.standard === 'stdin'),
  ...question('writable', (self) => self.standard !== 'stdin'),
  ...question('seekable', () => false),
  ...question('isatty', () => false),
  *'__repr__(self, /)'(vm, self: TextFile): Steps {
    const parts = ['<_io.TextIOWrapper'];
    const name = nameOf(self);
    if (name !== null) parts.push(`name=${(yield* wait(repr(vm, name))) as string}`);
    const mode = modeOf(self);
    if (mode !== null) parts.push(`mode=${(yield* wait(repr(vm, mode))) as string}`);
    parts.push(`encoding='${self.encoding}'>`);
    return parts.join(' ');
  },
});

function isForgotten(self: TextFile): boolean {
  return (self.file?.node.unknown ?? null) !== null;
}

function forgotten(self: TextFile): Unknown {
  return new Unknown(self.file?.node.unknown ?? '');
}

function plain(encoding: string): string {
  const name = encoding.toLowerCase().replaceAll('_', '-');
  if (name === 'utf-8-sig') return 'utf-8';
  return name === 'utf-16' || name === 'utf-32' ? `${name}-le` : encoding;
}

function question(
  name: string,
  ofStandard: (self: TextFile) => boolean,
): Parameters<typeof methods>[1] {
  return {
    *[`${name}(self, /)`](vm: Interpreter, self: TextFile): Steps {
      yield* open(vm, self);
      if (self.standard !== null) return ofStandard(self);
      return yield* wait(callMethod(vm, self.buffer, name, []));
    },
  };
}

function nameOf(self: TextFile): Value {
  if (self.standard !== null) return `<${self.standard}>`;
  const { file } = self;
  return file === null ? null : file.name;
}

function modeOf(self: TextFile): Value {
  if (self.standard !== null) return self.standard === 'stdin' ? 'r' : 'w';
  return self.mode;
}

attribute<TextFile>(textFileType, 'closed', (vm, self) => {
  if (self.standard !== null) return self.standardClosed;
  return self.file?.closed ?? getAttribute(vm, self.buffer, 'closed');
});
attribute<TextFile>(textFileType, 'name', (vm, self) =>
  self.standard !== null ? nameOf(self) : getAttribute(vm, self.buffer, 'name'),
);
attribute<TextFile>(
  textFileType,
  'mode',
  (vm, self) => modeOf(self) ?? getAttribute(vm, self.buffer, 'mode'),
  (_vm, self, value) => {
    self.mode = value;
    return null;
  },
);
attribute<TextFile>(textFileType, 'encoding', (_vm, self) => self.encoding);
attribute<TextFile>(textFileType, 'errors', (_vm, self) => self.errors);
attribute<TextFile>(textFileType, 'newlines', (_vm, self) => newlinesSeen(self.seen));
attribute<TextFile>(textFileType, 'line_buffering', (_vm, self) => self.lineBuffering);
attribute<TextFile>(textFileType, 'write_through', (_vm, self) => self.writeThrough);
attribute<TextFile>(textFileType, 'buffer', (_vm, self) => {
  // The bytes below a standard stream are made when a program asks for them.
  if (self.standard !== null) self.buffer ??= self.standardBuffer?.() ?? null;
  return self.buffer;
});
