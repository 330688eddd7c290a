// `sys`, `os`, `os.path` and `time`, as far as the sandbox lets a program see its surroundings.
//
// https://docs.python.org/3.11/library/sys.html

import type { Interpreter } from '../evaluate/interpreter.ts';
import { handledException } from '../evaluate/run.ts';
import { getFrame } from '../builtins/frameType.ts';
import type { Steps } from '../evaluate/pending.ts';
import { collect } from '../evaluate/protocols.ts';
import { typeName } from '../evaluate/attributes.ts';
import { attribute, methods, native } from '../native.ts';
import { List, Tuple, tupleType } from '../values/containers.ts';
import { PyError, makeException, raise } from '../values/exception.ts';
import { Float, intType, floatType, strType } from '../values/numbers.ts';
import { builtinType, Dict, PyObject, type Value } from '../values/object.ts';
import { isUnknown, Unknown } from '../values/unknown.ts';
import type { BuiltinModule } from '../imports.ts';

const streamType = builtinType('TextIOWrapper');

/** sys.stdout and sys.stderr. */
export class Stream extends PyObject {
  readonly which: 'stdout' | 'stderr';
  constructor(which: 'stdout' | 'stderr') {
    super(streamType);
    this.which = which;
  }
}

methods(streamType, {
  'write(self, text, /)': (vm, self: Stream, text: Value) => {
    if (isUnknown(text)) return text;
    if (typeof text !== 'string') {
      raise('TypeError', `write() argument must be str, not ${typeName(text)}`);
    }
    vm[self.which].write(text);
    return text.length;
  },
  *'writelines(self, lines, /)'(vm: Interpreter, self: Stream, lines: Value): Steps {
    for (const line of yield* collect(vm, lines)) {
      if (typeof line === 'string') vm[self.which].write(line);
    }
    return null;
  },
  'flush(self, /)': () => null,
  'isatty(self, /)': () => false,
  'fileno(self, /)': (_vm, self: Stream) => (self.which === 'stdout' ? 1 : 2),
});

function textList(items: readonly string[]): List {
  return new List([...items]);
}

const floatInfoType = builtinType('sys.float_info');
const versionInfoType = builtinType('sys.version_info', [tupleType], (cls) => new Tuple([], cls));
for (const [i, name] of ['major', 'minor', 'micro', 'releaselevel', 'serial'].entries()) {
  attribute<Tuple>(versionInfoType, name, (_vm, self) => self.items[i] ?? null);
}

export const sys: BuiltinModule = {
  name: 'sys',
  build: (vm) => ({
    argv: textList(vm.host.argv),
    path: textList(vm.searchPath),
    modules: vm.modules,
    maxsize: 2n ** 63n - 1n,
    byteorder: 'little',
    platform: 'linux',
    version: '3.11.2 (main)',
    executable: '',
    prefix: '',
    version_info: new Tuple([3, 11, 2, 'final', 0], versionInfoType),
    hexversion: 0x030b02f0,
    stdout: new Stream('stdout'),
    stderr: new Stream('stderr'),
    __stdout__: new Stream('stdout'),
    __stderr__: new Stream('stderr'),
    float_info: floatInfo(),
    implementation: implementation(),
    flags: flags(),
    hash_info: hashInfo(),
    exit: native('exit(status=None, /)', (_vm: Interpreter, status: Value) => {
      const exit = makeException('SystemExit', ...(status === null ? [] : [status]));
      exit.fields = new Map([['code', status]]);
      throw new PyError(exit);
    }),
    getrecursionlimit: native('getrecursionlimit()', (run: Interpreter) => run.recursionMax),
    setrecursionlimit: native('setrecursionlimit(limit, /)', (run: Interpreter, limit: Value) => {
      if (typeof limit === 'number') run.recursionMax = Math.min(limit, 100000);
      return null;
    }),
    getsizeof: native('getsizeof(object, default=None)', () => new Unknown('a size in memory')),
    getrefcount: native('getrefcount(object, /)', () => new Unknown('a reference count')),
    intern: native('intern(string, /)', (_vm: Interpreter, text: Value) => text),
    getdefaultencoding: native('getdefaultencoding()', () => 'utf-8'),
    getfilesystemencoding: native('getfilesystemencoding()', () => 'utf-8'),
    exc_info: native('exc_info()', (run: Interpreter) => {
      const handled = handledException(run);
      if (handled === null) return new Tuple([null, null, null]);
      return new Tuple([handled.cls, handled, handled.traceback]);
    }),
    exception: native('exception()', (run: Interpreter) => handledException(run)),
    _getframe: getFrame(),
  }),
};

const namespaceType = builtinType('types.SimpleNamespace');

function implementation(): PyObject {
  const namespace = new PyObject(namespaceType);
  namespace.setAttr('name', 'cpython');
  namespace.setAttr('cache_tag', 'cpython-311');
  namespace.setAttr('version', new Tuple([3, 11, 2, 'final', 0], versionInfoType));
  namespace.setAttr('hexversion', 0x030b02f0);
  return namespace;
}

const hashInfoType = builtinType('sys.hash_info');

function hashInfo(): PyObject {
  const info = new PyObject(hashInfoType);
  info.setAttr('width', 64);
  info.setAttr('modulus', 2n ** 61n - 1n);
  info.setAttr('inf', 314159);
  info.setAttr('nan', 0);
  info.setAttr('imag', 1000003);
  info.setAttr('algorithm', 'siphash13');
  info.setAttr('hash_bits', 64);
  info.setAttr('seed_bits', 128);
  return info;
}

const flagsType = builtinType('sys.flags');

function flags(): PyObject {
  const namespace = new PyObject(flagsType);
  const names =
    'debug inspect interactive optimize dont_write_bytecode no_user_site no_site ' +
    'ignore_environment verbose bytes_warning quiet isolated utf8_mode';
  for (const name of names.split(' ')) namespace.setAttr(name, 0);
  namespace.setAttr('hash_randomization', 1);
  namespace.setAttr('dev_mode', false);
  return namespace;
}

function floatInfo(): PyObject {
  const info = new PyObject(floatInfoType);
  info.setAttr('max', new Float(Number.MAX_VALUE));
  info.setAttr('min', new Float(2 ** -1022));
  info.setAttr('epsilon', new Float(Number.EPSILON));
  info.setAttr('dig', 15);
  info.setAttr('mant_dig', 53);
  return info;
}

// time

/** The clock under Run; while someone types, the time is not known. */
function clock(name: string, milliseconds: (vm: Interpreter) => number, whole = false) {
  return native(`${name}()`, (vm: Interpreter) => {
    if (vm.limits.kind === 'live') return new Unknown('the time', whole ? intType : floatType);
    const now = milliseconds(vm);
    return whole ? BigInt(Math.round(now * 1e6)) : new Float(now / 1000);
  });
}

const wall = (vm: Interpreter): number => vm.host.wallClock() * 1000;
const steady = (vm: Interpreter): number => vm.host.now();

export const time: BuiltinModule = {
  name: 'time',
  build: () => ({
    time: clock('time', wall),
    time_ns: clock('time_ns', wall, true),
    perf_counter: clock('perf_counter', steady),
    perf_counter_ns: clock('perf_counter_ns', steady, true),
    monotonic: clock('monotonic', steady),
    process_time: clock('process_time', steady),
    sleep: native('sleep(secs, /)', () => null),
    strftime: native('strftime(format, t=None, /)', () => new Unknown('the time', strType)),
    ctime: native('ctime(secs=None, /)', () => new Unknown('the time', strType)),
    localtime: native('localtime(secs=None, /)', () => new Unknown('the time')),
    gmtime: native('gmtime(secs=None, /)', () => new Unknown('the time')),
  }),
};

// os

function pathText(value: Value): string {
  if (typeof value === 'string') return value;
  return raise('TypeError', `expected str, bytes or os.PathLike object, not ${typeName(value)}`);
}

export function joinPaths(first: string, rest: readonly string[]): string {
  return rest.reduce((path, part) => {
    if (part.startsWith('/')) return part;
    return path === '' || path.endsWith('/') ? path + part : `${path}/${part}`;
  }, first);
}

export function normalisePath(path: string): string {
  const rooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !rooted) parts.push(part);
  }
  return (rooted ? '/' : '') + parts.join('/') || '.';
}

function absolute(vm: Interpreter, path: string): string {
  return normalisePath(joinPaths(vm.host.workingDirectory, [path]));
}

function exists(vm: Interpreter, path: string): 'file' | 'directory' | null {
  const full = absolute(vm, path);
  if (vm.host.listDirectory(full) !== null) return 'directory';
  return vm.host.readFile(full) === null ? null : 'file';
}

function split(path: string): [head: string, tail: string] {
  const at = path.lastIndexOf('/') + 1;
  const head = path.slice(0, at);
  const bare = head.replace(/\/+$/, '');
  return [bare === '' ? head : bare, path.slice(at)];
}

function splitExtension(path: string): [root: string, extension: string] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  if (dot <= 0 || /^\.+$/.test(name.slice(0, dot + 1))) return [path, ''];
  const cut = path.length - name.length + dot;
  return [path.slice(0, cut), path.slice(cut)];
}

export const osPath: BuiltinModule = {
  name: 'os.path',
  build: () => ({
    sep: '/',
    join: native('join(a, *p)', (_vm: Interpreter, a: Value, p: Value[]) => {
      const unknown = [a, ...p].find(isUnknown);
      if (unknown !== undefined) return new Unknown('a path that is not known', strType);
      return joinPaths(pathText(a), p.map(pathText));
    }),
    dirname: native('dirname(p)', (_vm: Interpreter, p: Value) =>
      isUnknown(p) ? p : split(pathText(p))[0],
    ),
    basename: native('basename(p)', (_vm: Interpreter, p: Value) =>
      isUnknown(p) ? p : split(pathText(p))[1],
    ),
    split: native('split(p)', (_vm: Interpreter, p: Value) => new Tuple(split(pathText(p)))),
    splitext: native('splitext(p)', (_vm: Interpreter, p: Value) =>
      isUnknown(p) ? p : new Tuple(splitExtension(pathText(p))),
    ),
    abspath: native('abspath(path)', (vm: Interpreter, p: Value) =>
      isUnknown(p) ? p : absolute(vm, pathText(p)),
    ),
    realpath: native('realpath(path)', (vm: Interpreter, p: Value) =>
      isUnknown(p) ? p : absolute(vm, pathText(p)),
    ),
    normpath: native('normpath(path)', (_vm: Interpreter, p: Value) => normalisePath(pathText(p))),
    expanduser: native('expanduser(path)', (_vm: Interpreter, p: Value) => p),
    isabs: native('isabs(s)', (_vm: Interpreter, p: Value) => pathText(p).startsWith('/')),
    exists: native('exists(path)', (vm: Interpreter, p: Value) =>
      isUnknown(p) ? p : exists(vm, pathText(p)) !== null,
    ),
    isfile: native('isfile(path)', (vm: Interpreter, p: Value) =>
      isUnknown(p) ? p : exists(vm, pathText(p)) === 'file',
    ),
    isdir: native('isdir(path)', (vm: Interpreter, p: Value) =>
      isUnknown(p) ? p : exists(vm, pathText(p)) === 'directory',
    ),
    getsize: native('getsize(path)', (vm: Interpreter, p: Value) => {
      const bytes = vm.host.readFile(absolute(vm, pathText(p)));
      return bytes?.length ?? raise('FileNotFoundError', 2, 'No such file or directory');
    }),
  }),
};

export const os: BuiltinModule = {
  name: 'os',
  submodules: ['path'],
  build: (vm) => {
    const environment = new Dict();
    for (const [name, value] of vm.host.environment) environment.set(name, value);
    return {
      name: 'posix',
      sep: '/',
      linesep: '\n',
      pathsep: ':',
      curdir: '.',
      devnull: '/dev/null',
      environ: environment,
      getenv: native(
        'getenv(key, default=None)',
        (_vm: Interpreter, key: Value, or: Value) => environment.get(key) ?? or,
      ),
      getcwd: native('getcwd()', (run: Interpreter) => run.host.workingDirectory),
      cpu_count: native('cpu_count()', () => new Unknown('the number of processors', intType)),
      getpid: native('getpid()', () => new Unknown('a process id', intType)),
      fspath: native('fspath(path)', (_vm: Interpreter, path: Value) => path),
      listdir: native("listdir(path='.')", (run: Interpreter, path: Value) => {
        const names = run.host.listDirectory(absolute(run, pathText(path)));
        if (names !== null) return textList(names);
        return raise('FileNotFoundError', 2, 'No such file or directory');
      }),
      makedirs: native('makedirs(name, mode=511, exist_ok=False)', () => null),
      mkdir: native('mkdir(path, mode=511)', () => null),
      remove: native('remove(path)', () => null),
      system: native('system(command)', (run: Interpreter) => notInSandbox(run, 'os.system')),
      popen: native('popen(cmd, mode=None)', (run: Interpreter) => notInSandbox(run, 'os.popen')),
    };
  },
};

function notInSandbox(vm: Interpreter, name: string): Value {
  return vm.unsupported(`${name} (not available in the sandbox)`);
}
