// `open`: https://docs.python.org/3.11/library/functions.html#open
//
// Files come from the run's tree of files: the host's to read, the run's own to write.

import { raiseOsError } from '../builtins/exceptions.ts';
import { typeName } from '../evaluate/attributes.ts';
import { callSpecial } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { wait, type Steps } from '../evaluate/pending.ts';
import { index } from '../evaluate/protocols.ts';
import { errorText } from '../files/errorText.ts';
import type { FileNode } from '../files/fileNode.ts';
import { FileError, filesOf } from '../files/overlay.ts';
import { methods, native } from '../native.ts';
import { decode } from '../text/codecs.ts';
import { strRepr } from '../text/strRepr.ts';
import type { NativeFunction } from '../values/callable.ts';
import { Bytes } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { intOf } from '../values/integers.ts';
import { StrObject } from '../values/numbers.ts';
import type { Value } from '../values/object.ts';
import { isUnknown, Unknown } from '../values/unknown.ts';
import { isTrue } from './base.ts';
import { ByteFile, fileIOType, type Access } from './byteFile.ts';
import { Buffered, randomType, readerType, writerType } from './buffered.ts';
import { setUp, TextFile, textFileType } from './textFile.ts';

const SIGNATURE =
  "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)";

export function open(): NativeFunction {
  return native(
    SIGNATURE,
    function* (
      vm: Interpreter,
      file: Value,
      mode: Value,
      buffering: Value,
      encoding: Value,
      errors: Value,
      newline: Value,
      closes: Value,
      opener: Value,
    ): Steps {
      if (isUnknown(file)) return new Unknown('a file whose path is not known');
      if (opener !== null) return vm.unsupported('open() with an opener');
      const name = yield* fileName(vm, file);
      const asked = parseMode(mode);
      const buffer = Number(index(vm, buffering));
      if (asked.binary) refuseTextOptions({ encoding, errors, newline });
      const bytes = openBytes(vm, name, asked, yield* isTrue(vm, closes));
      if (buffer === 0 && !asked.binary) raise('ValueError', "can't have unbuffered text I/O");
      if (buffer === 0) return bytes;
      const buffered = bufferedOver(bytes, asked);
      if (asked.binary) return buffered;
      const text = new TextFile(textFileType);
      setUp(text, buffered, { encoding, errors, newline });
      text.mode = typeof mode === 'string' ? mode : 'r';
      text.lineBuffering = buffer === 1;
      return text;
    },
  );
}

interface Mode {
  readonly kind: string;
  readonly plus: boolean;
  readonly binary: boolean;
}

function parseMode(given: Value): Mode {
  const mode = given instanceof StrObject ? given.value : given;
  if (typeof mode !== 'string') {
    return raise('TypeError', `open() argument 'mode' must be str, not ${shownType(given)}`);
  }
  const letters = new Set(mode);
  if (letters.size !== mode.length || !/^[rwaxbt+]*$/.test(mode)) {
    raise('ValueError', `invalid mode: '${mode}'`);
  }
  const kind = mode.replace(/[bt+]/g, '');
  if (letters.has('b') && letters.has('t')) {
    raise('ValueError', "can't have text and binary mode at once");
  }
  if (kind.length > 1) {
    raise('ValueError', 'must have exactly one of create/read/write/append mode');
  }
  if (kind === '') {
    const rule = 'Must have exactly one of create/read/write/append mode and at most one plus';
    raise('ValueError', rule);
  }
  return { kind, plus: letters.has('+'), binary: letters.has('b') };
}

function shownType(value: Value): string {
  return value === null ? 'None' : typeName(value);
}

function refuseTextOptions(options: Record<string, Value>): void {
  for (const [name, value] of Object.entries(options)) {
    if (value === null) continue;
    const article = name === 'newline' ? 'a' : 'an';
    raise('ValueError', `binary mode doesn't take ${article} ${name} argument`);
  }
}

/** The path or descriptor that a file is named by; a path-like object gives its path. */
export function* fileName(vm: Interpreter, file: Value): Steps {
  if (typeof file === 'string' || file instanceof Bytes) return file;
  if (file instanceof StrObject) return file.value;
  const path = callSpecial(vm, file, '__fspath__', []);
  if (path !== undefined) return yield* wait(path);
  const descriptor = intOf(file);
  if (descriptor !== undefined && typeof file !== 'boolean') return descriptor;
  const message = `expected str, bytes or os.PathLike object, not ${typeName(file)}`;
  return raise('TypeError', message);
}

/** A path as text, whichever type named it. */
export function pathText(name: Value): string {
  if (name instanceof Bytes) return decode(name.data, 'utf-8', 'surrogateescape');
  return typeof name === 'string' ? name : raise('TypeError', 'a path is text');
}

function accessOf({ kind, plus }: Mode): Access {
  return { reads: kind === 'r' || plus, writes: kind !== 'r' || plus, appends: kind === 'a' };
}

const SHOWN: Record<string, string> = { r: 'rb', w: 'wb', a: 'ab', x: 'xb' };

/** A raw file; the class that stands over it takes it over. */
function openBytes(vm: Interpreter, name: Value, mode: Mode, closes = true): ByteFile {
  const raw = new ByteFile(fileIOType);
  raw.name = name;
  raw.mode = `${mode.kind === 'w' && mode.plus ? 'rb' : (SHOWN[mode.kind] as string)}${mode.plus ? '+' : ''}`;
  raw.access = accessOf(mode);
  if (typeof name === 'number') return openDescriptor(vm, raw, name, closes);
  const path = pathText(name);
  if (path.includes('\0')) raise('ValueError', 'embedded null byte');
  raw.node = nodeFor(vm, path, mode, name);
  if (raw.access.appends) raw.position = raw.node.size;
  giveDescriptor(vm, raw);
  return raw;
}

function nodeFor(vm: Interpreter, path: string, { kind, plus }: Mode, name: Value): FileNode {
  const files = filesOf(vm);
  if (kind === 'r' && !plus) {
    const node = files.find(path);
    if (node instanceof FileError) return raiseFileError(node, name);
    if (node.kind === 'directory') return raiseOsError(21, errorText(21), name);
    return node;
  }
  if (kind === 'r') {
    const node = files.find(path);
    if (node instanceof FileError) return raiseFileError(node, name);
  }
  const keep = kind === 'r' || kind === 'a';
  const node = files.openForWriting(path, { keep, exclusive: kind === 'x' });
  return node instanceof FileError ? raiseFileError(node, name) : node;
}

export function raiseFileError({ errno }: FileError, name: Value, second?: Value): never {
  return raiseOsError(errno, errorText(errno), name, second);
}

/** Open files by descriptor, of this run. */
export function descriptorsOf(vm: Interpreter): Map<number, ByteFile> {
  let table = vm.extensions.get('descriptors') as Map<number, ByteFile> | undefined;
  if (!table) vm.extensions.set('descriptors', (table = new Map()));
  return table;
}

export function giveDescriptor(vm: Interpreter, file: ByteFile): number {
  const table = descriptorsOf(vm);
  let descriptor = 3;
  while (table.has(descriptor)) descriptor++;
  table.set(descriptor, file);
  file.descriptor = descriptor;
  file.onClose = () => table.delete(descriptor);
  return descriptor;
}

function openDescriptor(
  vm: Interpreter,
  raw: ByteFile,
  descriptor: number,
  closes: boolean,
): ByteFile {
  const file = descriptorsOf(vm).get(descriptor);
  if (!file) return raiseOsError(9, errorText(9));
  raw.node = file.node;
  raw.position = file.position;
  raw.descriptor = descriptor;
  if (closes) raw.onClose = file.onClose;
  return raw;
}

function bufferedOver(raw: ByteFile, { kind, plus }: Mode): Buffered {
  const type = plus ? randomType : kind === 'r' ? readerType : writerType;
  const { node, access, name, mode, descriptor, position, onClose } = raw;
  const fields = { node, access, name, mode, descriptor, position, onClose };
  return Object.assign(new Buffered(type), fields);
}

methods(fileIOType, {
  "__init__(self, file, mode='r', closefd=True, opener=None)": function* (
    vm,
    self: ByteFile,
    file: Value,
    mode: Value,
  ): Steps {
    const name = yield* fileName(vm, file);
    const text = typeof mode === 'string' ? mode : 'r';
    if (/[^rwaxb+]/.test(text)) raise('ValueError', `invalid mode: ${strRepr(text)}`);
    const raw = openBytes(vm, name, parseMode(text.includes('b') ? text : `${text}b`));
    const { node, access, position, descriptor, onClose } = raw;
    Object.assign(self, { node, access, position, descriptor, onClose, name, mode: raw.mode });
    return null;
  },
});
