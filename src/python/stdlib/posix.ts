// `posix`: what `os` asks of the system, answered from the files of this run. No processes.

import { ambient } from '../ambient.ts';
import { typeName, typeOf } from '../evaluate/attributes.ts';
import { raise } from '../values/exception.ts';
import { raiseOsError } from '../builtins/exceptions.ts';
import { bytesLike } from '../builtins/bytesArguments.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { type Pending, type Steps } from '../evaluate/pending.ts';
import { index } from '../evaluate/protocols.ts';
import { errorNumbers, errorText } from '../files/errorText.ts';
import { FileError, filesOf, type Node } from '../files/overlay.ts';
import type { BuiltinModule } from '../imports.ts';
import { ByteFile, fileIOType } from '../io/byteFile.ts';
import { descriptorsOf, fileName, giveDescriptor, pathText, raiseFileError } from '../io/open.ts';
import { native } from '../native.ts';
import { encode } from '../text/codecs.ts';
import { Bytes, List, Tuple } from '../values/containers.ts';
import { realOf } from '../values/integers.ts';
import { Dict, type Value } from '../values/object.ts';
import { Float, floatType, intType, StrObject } from '../values/numbers.ts';
import { isUnknown, Unknown } from '../values/unknown.ts';

type Outcome = FileError | null;

/** A change to the file at a path; its error names the path. */
function change(
  signature: string,
  apply: (vm: Interpreter, path: string, ...rest: Value[]) => Outcome,
): Value {
  return native(signature, function* (vm: Interpreter, given: Value, ...rest: Value[]): Steps {
    const name = signature.slice(0, signature.indexOf('('));
    const path = yield* textOf(vm, given, `${name}: path should be string, bytes or os.PathLike`);
    if (path === null) return new Unknown('a path that is not known');
    const outcome = apply(vm, path, ...rest);
    return outcome instanceof FileError ? raiseFileError(outcome, shown(given, path)) : null;
  });
}

function* textOf(
  vm: Interpreter,
  given: Value,
  wording = 'stat: path should be string, bytes, os.PathLike or integer',
): Generator<Pending, string | null, Value> {
  if (isUnknown(given)) return null;
  if (!isPath(given)) raise('TypeError', `${wording}, not ${typeName(given)}`);
  const name = yield* fileName(vm, given);
  if (isUnknown(name)) return null;
  if (typeof name === 'number') {
    const file = descriptorsOf(vm).get(name);
    return file ? pathText(file.name) : raiseOsError(9, errorText(9));
  }
  return pathText(name);
}

/** A path in a message: in the type that it came in, a path-like object as its text. */
export function shown(given: Value, path: string): Value {
  return given instanceof Bytes ? given : path;
}

/** Whether a value can name a file: text, bytes, a path-like object or a descriptor. */
export function isPath(given: Value): boolean {
  if (typeof given === 'string' || typeof given === 'number' || given instanceof Bytes) return true;
  return given instanceof StrObject || typeOf(given).lookup('__fspath__') !== undefined;
}

function rename(name: string): Value {
  return native(`${name}(src, dst)`, function* (vm: Interpreter, from: Value, to: Value): Steps {
    const source = yield* textOf(vm, from, `${name}: src should be string, bytes or os.PathLike`);
    const target = yield* textOf(vm, to, `${name}: dst should be string, bytes or os.PathLike`);
    if (source === null || target === null) return new Unknown('a path that is not known');
    const outcome = filesOf(vm).rename(source, target);
    return outcome instanceof FileError
      ? raiseFileError(outcome, shown(from, source), shown(to, target))
      : null;
  });
}

const stat = native('stat(path, /)', function* (vm: Interpreter, given: Value): Steps {
  const path = yield* textOf(vm, given);
  if (path === null) return new Unknown('a path that is not known');
  const node = filesOf(vm).find(path);
  return node instanceof FileError ? raiseFileError(node, shown(given, path)) : statOf(node);
});

/** mode, inode, size and time. */
function statOf(node: Node): Tuple {
  const isFile = node.kind === 'file';
  const mode = (isFile ? 0o100000 : 0o040000) | node.mode;
  const time =
    node.modified === null ? new Unknown('the time', floatType) : new Float(node.modified);
  return new Tuple([mode, node.id, isFile ? node.size : 4096, time]);
}

/** What `os.environ` is over: a copy of the host's, which the program may change. */
export function environmentOf(vm: Interpreter): Dict {
  let environment = vm.extensions.get('environment') as Dict | undefined;
  if (!environment) {
    environment = new Dict();
    for (const [name, value] of vm.host.environment) environment.set(name, value);
    vm.extensions.set('environment', environment);
  }
  return environment;
}

export const posix: BuiltinModule = {
  name: 'posix',
  build: (vm) => {
    return {
      environment: environmentOf(vm),
      stat,
      listdir: native('listdir(path, /)', function* (run: Interpreter, given: Value): Steps {
        const kinds = 'string, bytes, os.PathLike, integer or None';
        const path = yield* textOf(run, given, `listdir: path should be ${kinds}`);
        if (path === null) return new Unknown('a path that is not known');
        const names = filesOf(run).list(path);
        if (names instanceof FileError) return raiseFileError(names, shown(given, path));
        if (!(given instanceof Bytes)) return new List(names);
        return new List(names.map((name) => new Bytes(encode(name, 'utf-8', 'surrogateescape'))));
      }),
      mkdir: change('mkdir(path, mode, /)', (run, path, mode) =>
        filesOf(run).makeDirectory(path, Number(index(run, mode ?? 0o777)) & 0o755),
      ),
      rmdir: change('rmdir(path, /)', (run, path) => filesOf(run).removeDirectory(path)),
      unlink: change('unlink(path, /)', (run, path) => filesOf(run).removeFile(path)),
      chdir: change('chdir(path, /)', (run, path) => filesOf(run).changeDirectory(path)),
      chmod: change('chmod(path, mode, /)', (run, path, mode) =>
        filesOf(run).changeMode(path, Number(index(run, mode ?? 0)) & 0o7777),
      ),
      utime: change('utime(path, seconds, /)', (run, path, seconds) => {
        const time = isUnknown(seconds) ? undefined : realOf(seconds ?? null);
        return filesOf(run).changeTime(path, time ?? null);
      }),
      rename: rename('rename'),
      getcwd: native('getcwd()', (run: Interpreter) => filesOf(run).workingDirectory),
      getpid: native('getpid()', (run: Interpreter) =>
        run.limits.kind === 'live'
          ? new Unknown('a process id', intType)
          : 1000 + Number(run.host.entropy % 30000n),
      ),
      cpu_count: native('cpu_count()', (run: Interpreter) =>
        run.limits.kind === 'live' || run.host.processorCount === undefined
          ? new Unknown('the number of processors', intType)
          : run.host.processorCount,
      ),
      urandom: native('urandom(size, /)', (run: Interpreter, size: Value) =>
        randomBytes(run, size),
      ),
      strerror: native('strerror(code, /)', (run: Interpreter, code: Value) =>
        errorText(Number(index(run, code))),
      ),
      refuse: native('refuse(name, /)', (run: Interpreter, name: Value) =>
        run.unsupported(`${String(name)} (not available in the sandbox)`),
      ),
      ...descriptors(),
    };
  },
};

/** Bytes of a generator that starts where the host says; live they are not known. */
function randomBytes(vm: Interpreter, given: Value): Value {
  if (isUnknown(given) || vm.limits.kind === 'live') return new Unknown('random bytes');
  const size = Number(index(vm, given));
  vm.charge(size);
  const data = new Uint8Array(size);
  let state =
    (vm.extensions.get('urandom') as bigint | undefined) ?? vm.host.entropy ^ 0x9e3779b97f4a7c15n;
  for (let i = 0; i < size; i++) {
    // splitmix64
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
    let mixed = state;
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    data[i] = Number((mixed ^ (mixed >> 31n)) & 255n);
  }
  vm.extensions.set('urandom', state);
  return new Bytes(data);
}

const FLAGS = {
  O_RDONLY: 0,
  O_WRONLY: 1,
  O_RDWR: 2,
  O_CREAT: 0o100,
  O_EXCL: 0o200,
  O_TRUNC: 0o1000,
  O_APPEND: 0o2000,
};

/** Files by number, as `os.open` gives them. */
function descriptors(): Record<string, Value> {
  const file = (vm: Interpreter, given: Value): ByteFile =>
    descriptorsOf(vm).get(Number(index(vm, given))) ?? raiseOsError(9, errorText(9));
  return {
    ...FLAGS,
    open: native(
      'open(path, flags, mode=511, /)',
      function* (vm: Interpreter, given: Value, flags: Value): Steps {
        const path = yield* textOf(vm, given);
        if (path === null) return new Unknown('a path that is not known');
        const asked = Number(index(vm, flags));
        const raw = new ByteFile(fileIOType);
        raw.name = given;
        const writes = (asked & 3) !== 0;
        raw.access = { reads: (asked & 3) !== 1, writes, appends: (asked & FLAGS.O_APPEND) !== 0 };
        const existing = filesOf(vm).find(path);
        if (existing instanceof FileError && !(asked & FLAGS.O_CREAT))
          return raiseFileError(existing, shown(given, path));
        const creates = writes || (asked & FLAGS.O_CREAT) !== 0;
        const exclusive = (asked & FLAGS.O_EXCL) !== 0;
        const node = creates
          ? filesOf(vm).openForWriting(path, { keep: !(asked & FLAGS.O_TRUNC), exclusive })
          : existing;
        if (node instanceof FileError) return raiseFileError(node, shown(given, path));
        if (node.kind === 'directory') return raiseOsError(21, errorText(21), shown(given, path));
        raw.node = node;
        return giveDescriptor(vm, raw);
      },
    ),
    close: native('close(fd, /)', (vm: Interpreter, given: Value) => {
      file(vm, given).shut();
      return null;
    }),
    read: native(
      'read(fd, length, /)',
      (vm: Interpreter, given: Value, count: Value) =>
        new Bytes(file(vm, given).take(Number(index(vm, count)))),
    ),
    write: native('write(fd, data, /)', (vm: Interpreter, given: Value, data: Value) => {
      const number = Number(index(vm, given));
      const bytes = bytesLike(data);
      if (number !== 1 && number !== 2) return file(vm, given).put(vm, bytes);
      vm[number === 1 ? 'stdout' : 'stderr'].write(new TextDecoder().decode(bytes));
      return bytes.length;
    }),
    lseek: native(
      'lseek(fd, pos, whence, /)',
      (vm: Interpreter, given: Value, to: Value, from: Value) => {
        const open = file(vm, given);
        const base = from === 1 ? open.position : from === 2 ? open.node.size : 0;
        ambient.journal?.touch(open);
        return (open.position = base + Number(index(vm, to)));
      },
    ),
    fstat: native('fstat(fd, /)', (vm: Interpreter, given: Value) => statOf(file(vm, given).node)),
  };
}

/** `errno` */
export const errno: BuiltinModule = {
  name: 'errno',
  build: () => {
    const errorcode = new Dict();
    for (const [name, number] of errorNumbers) {
      if (!errorcode.has(number)) errorcode.set(number, name);
    }
    return { errorcode, ...Object.fromEntries(errorNumbers) };
  },
};
