// `sys`, as far as the sandbox lets a program see its surroundings.
//
// https://docs.python.org/3.11/library/sys.html

import type { Interpreter } from '../evaluate/interpreter.ts';
import { handledException } from '../evaluate/run.ts';
import { getFrame } from '../builtins/frameType.ts';
import { getAttribute, typeName } from '../evaluate/attributes.ts';
import { callMethod } from '../evaluate/call.ts';
import { wait, type Steps } from '../evaluate/pending.ts';
import { repr } from '../evaluate/protocols.ts';
import { formatTraceback } from '../evaluate/traceback.ts';
import { standardStream } from '../io/standard.ts';
import { native } from '../native.ts';
import { List, Tuple } from '../values/containers.ts';
import { PyError, ExceptionObject, makeException, raise } from '../values/exception.ts';
import { intOf } from '../values/integers.ts';
import { StrObject } from '../values/numbers.ts';
import type { Value } from '../values/object.ts';
import { isUnknown, Unknown } from '../values/unknown.ts';
import type { BuiltinModule } from '../imports.ts';
import {
  flags,
  floatInfo,
  hashInfo,
  implementation,
  intInfo,
  threadInfo,
  versionInfo,
} from './sysFacts.ts';

function textList(items: readonly string[]): List {
  return new List([...items]);
}

const STANDARD_LIBRARY = '/usr';

export const sys: BuiltinModule = {
  name: 'sys',
  build: (vm) => {
    const stdin = standardStream('stdin');
    const stdout = standardStream('stdout');
    const stderr = standardStream('stderr');
    return {
      argv: textList(vm.host.argv),
      orig_argv: textList(['python3', ...vm.host.argv]),
      path: textList(vm.searchPath),
      modules: vm.modules,
      maxsize: 2n ** 63n - 1n,
      maxunicode: 0x10ffff,
      byteorder: 'little',
      platform: 'linux',
      version: '3.11.2 (main) [Torchpad]',
      copyright: 'Copyright (c) 2001-2023 Python Software Foundation.',
      api_version: 1013,
      executable: '',
      prefix: STANDARD_LIBRARY,
      exec_prefix: STANDARD_LIBRARY,
      base_prefix: STANDARD_LIBRARY,
      base_exec_prefix: STANDARD_LIBRARY,
      platlibdir: 'lib',
      float_repr_style: 'short',
      dont_write_bytecode: false,
      pycache_prefix: null,
      warnoptions: new List([]),
      meta_path: new List([]),
      path_hooks: new List([]),
      version_info: versionInfo(),
      hexversion: 0x030b02f0,
      ...{ stdin, stdout, stderr, __stdin__: stdin, __stdout__: stdout, __stderr__: stderr },
      float_info: floatInfo(),
      int_info: intInfo(),
      thread_info: threadInfo(),
      implementation: implementation(),
      flags: flags(),
      hash_info: hashInfo(),
      ...functions(),
    };
  },
};

function functions(): Record<string, Value> {
  return {
    exit: native('exit(status=None, /)', (_vm: Interpreter, status: Value) => {
      const items = status instanceof Tuple ? status.items : status === null ? [] : [status];
      const exit = makeException('SystemExit', ...items);
      const code = items.length === 1 ? (items[0] as Value) : items.length === 0 ? null : status;
      exit.fields = new Map([['code', code]]);
      throw new PyError(exit);
    }),
    getrecursionlimit: native('getrecursionlimit()', (run: Interpreter) => run.recursionMax),
    setrecursionlimit: native('setrecursionlimit(limit, /)', (run: Interpreter, limit: Value) => {
      const count = intOf(limit);
      if (count === undefined) {
        raise('TypeError', `'${typeName(limit)}' object cannot be interpreted as an integer`);
      }
      if (count < 1) raise('ValueError', 'recursion limit must be greater or equal than 1');
      const depth = run.depth + 1; // CPython counts the call from outside
      if (depth >= count) {
        const at = `at the recursion depth ${depth}: the limit is too low`;
        raise('RecursionError', `cannot set the recursion limit to ${count} ${at}`);
      }
      run.recursionMax = Math.min(Number(count), 100000);
      return null;
    }),
    // The sizes of CPython's objects are not ours to know.
    getsizeof: native('getsizeof(object, default=<none>)', () => new Unknown('a size in memory')),
    getrefcount: native('getrefcount(object, /)', () => new Unknown('a reference count')),
    getallocatedblocks: native('getallocatedblocks()', () => new Unknown('a count of blocks')),
    intern: native('intern(string, /)', (_vm: Interpreter, text: Value) => {
      if (typeof text === 'string' || isUnknown(text)) return text;
      if (text instanceof StrObject) raise('TypeError', `can't intern ${typeName(text)}`);
      return raise('TypeError', `intern() argument must be str, not ${typeName(text)}`);
    }),
    is_finalizing: native('is_finalizing()', () => false),
    getdefaultencoding: native('getdefaultencoding()', () => 'utf-8'),
    getfilesystemencoding: native('getfilesystemencoding()', () => 'utf-8'),
    getfilesystemencodeerrors: native('getfilesystemencodeerrors()', () => 'surrogateescape'),
    getswitchinterval: native('getswitchinterval()', () => new Unknown('an interval of threads')),
    gettrace: native('gettrace()', () => null),
    getprofile: native('getprofile()', () => null),
    settrace: native('settrace(function, /)', (run: Interpreter) =>
      run.unsupported('sys.settrace'),
    ),
    setprofile: native('setprofile(function, /)', (run: Interpreter) =>
      run.unsupported('sys.setprofile'),
    ),
    addaudithook: native('addaudithook(hook)', (run: Interpreter) =>
      run.unsupported('sys.addaudithook'),
    ),
    audit: native('audit(event, /, *args)', () => null),
    _clear_type_cache: native('_clear_type_cache()', () => null),
    get_int_max_str_digits: native('get_int_max_str_digits()', () => 4300),
    exc_info: native('exc_info()', (run: Interpreter) => {
      const handled = handledException(run);
      if (handled === null) return new Tuple([null, null, null]);
      return new Tuple([handled.cls, handled, handled.traceback]);
    }),
    exception: native('exception()', (run: Interpreter) => handledException(run)),
    _getframe: getFrame(),
    ...hooks(),
  };
}

function hooks(): Record<string, Value> {
  const displayhook = native(
    'displayhook(object, /)',
    function* (run: Interpreter, value: Value): Steps {
      if (value === null) return null;
      const shown = (yield* wait(repr(run, value))) as string;
      const module = run.modules.get('sys') ?? null;
      const output = yield* wait(getAttribute(run, module, 'stdout'));
      yield* wait(callMethod(run, output, 'write', [`${shown}\n`]));
      run.builtins.setName('_', value);
      return null;
    },
  );
  const excepthook = native(
    'excepthook(exctype, value, traceback, /)',
    function* (run: Interpreter, _type: Value, value: Value): Steps {
      if (!(value instanceof ExceptionObject)) return null;
      const sourceOf = run.extensions.get('sourceOf') as
        ((path: string) => string | null) | undefined;
      const text = formatTraceback(run, value, { sourceOf: sourceOf ?? (() => null) });
      const module = run.modules.get('sys') ?? null;
      const output = yield* wait(getAttribute(run, module, 'stderr'));
      return yield* wait(callMethod(run, output, 'write', [text]));
    },
  );
  return { displayhook, __displayhook__: displayhook, excepthook, __excepthook__: excepthook };
}
