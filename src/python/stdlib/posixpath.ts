// `os.path`: questions about paths as text (files/paths.ts), and about the files of this run.
//
// https://docs.python.org/3.11/library/os.path.html

import { raiseFileError, fileName, pathText } from '../io/open.ts';
import { typeName } from '../evaluate/attributes.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { wait, type Pending, type Steps } from '../evaluate/pending.ts';
import { collect, iterate } from '../evaluate/protocols.ts';
import { FileError, filesOf, type Node } from '../files/overlay.ts';
import { joinPaths, normalisePath, splitExtension, splitPath } from '../files/paths.ts';
import type { BuiltinModule } from '../imports.ts';
import { native } from '../native.ts';
import { environmentOf, isPath, shown } from './posix.ts';
import { encode } from '../text/codecs.ts';
import { Bytes, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { Float, strType, floatType } from '../values/numbers.ts';
import type { Value } from '../values/object.ts';
import { isUnknown, Unknown } from '../values/unknown.ts';

/** A path as text, and how to give an answer in the type that it came in. */
interface Asked {
  readonly text: string;
  readonly back: (text: string) => Value;
}

function* asked(vm: Interpreter, given: Value): Generator<Pending, Asked | null, Value> {
  if (isUnknown(given)) return null;
  if (typeof given === 'number' || typeof given === 'boolean') refuse(given);
  const name = yield* fileName(vm, given);
  if (isUnknown(name)) return null;
  const isBytes = name instanceof Bytes;
  const back = (text: string): Value =>
    isBytes ? new Bytes(encode(text, 'utf-8', 'surrogateescape')) : text;
  return { text: pathText(name), back };
}

function refuse(given: Value): never {
  raise('TypeError', `expected str, bytes or os.PathLike object, not ${typeName(given)}`);
}

const notKnown = (): Unknown => new Unknown('a path that is not known', strType);

/** A function of one path whose answer is text. */
function ofPath(
  signature: string,
  answer: (path: string, vm: Interpreter, back: Asked['back']) => Value,
): Value {
  return native(signature, function* (vm: Interpreter, given: Value): Steps {
    const path = yield* asked(vm, given);
    return path === null ? notKnown() : answer(path.text, vm, path.back);
  });
}

/** A question about a file; what cannot be asked has the answer False. */
function ofFile(signature: string, answer: (node: Node, vm: Interpreter) => boolean): Value {
  return native(signature, function* (vm: Interpreter, given: Value): Steps {
    if (typeof given === 'number') return false;
    refuseOthers(given);
    const path = yield* asked(vm, given);
    if (path === null) return new Unknown('a path that is not known');
    const node = filesOf(vm).find(path.text);
    return node instanceof FileError ? false : answer(node, vm);
  });
}

function refuseOthers(given: Value): void {
  if (isUnknown(given) || isPath(given)) return;
  const kinds = 'string, bytes, os.PathLike or integer';
  raise('TypeError', `stat: path should be ${kinds}, not ${typeName(given)}`);
}

function timeOfFile(name: string): Value {
  return native(`${name}(filename)`, function* (vm: Interpreter, given: Value): Steps {
    refuseOthers(given);
    const path = yield* asked(vm, given);
    if (path === null) return new Unknown('a path that is not known', floatType);
    const node = filesOf(vm).find(path.text);
    if (node instanceof FileError) return raiseFileError(node, shown(given, path.text));
    return node.modified === null ? new Unknown('the time', floatType) : new Float(node.modified);
  });
}

const pair = ([first, second]: readonly [string, string], back: Asked['back']): Tuple =>
  new Tuple([back(first), back(second)]);

export const posixpath: BuiltinModule = {
  name: 'posixpath',
  build: () => ({
    sep: '/',
    altsep: null,
    pathsep: ':',
    curdir: '.',
    pardir: '..',
    extsep: '.',
    devnull: '/dev/null',
    defpath: '/bin:/usr/bin',
    supports_unicode_filenames: false,
    join: native('join(a, *p)', join),
    dirname: ofPath('dirname(p)', (path, _vm, back) => back(splitPath(path)[0])),
    basename: ofPath('basename(p)', (path, _vm, back) => back(splitPath(path)[1])),
    split: ofPath('split(p)', (path, _vm, back) => pair(splitPath(path), back)),
    splitext: ofPath('splitext(p)', (path, _vm, back) => pair(splitExtension(path), back)),
    splitdrive: ofPath('splitdrive(p)', (path, _vm, back) => pair(['', path], back)),
    normcase: ofPath('normcase(s)', (path, _vm, back) => back(path)),
    normpath: ofPath('normpath(path)', (path, _vm, back) => back(normalisePath(path))),
    abspath: ofPath('abspath(path)', (path, vm, back) => back(absolute(vm, path))),
    realpath: native(
      'realpath(filename, *, strict=False)',
      function* (vm: Interpreter, given: Value, strict: Value): Steps {
        const path = yield* asked(vm, given);
        if (path === null) return notKnown();
        const node = strict === true ? filesOf(vm).find(path.text) : null;
        if (node instanceof FileError) return raiseFileError(node, shown(given, path.text));
        return path.back(absolute(vm, path.text).replace(/^\/\//, '/'));
      },
    ),
    expanduser: ofPath('expanduser(path)', (path, vm, back) => back(expandUser(vm, path))),
    expandvars: ofPath('expandvars(path)', (path, vm, back) =>
      back(
        path.replace(/\$(\w+|\{[^}]*\})/g, (whole, name: string) => {
          const key = name.replace(/^\{|\}$/g, '');
          const value = environmentOf(vm).get(key);
          return typeof value === 'string' ? value : whole;
        }),
      ),
    ),
    isabs: ofPath('isabs(s)', (path) => path.startsWith('/')),
    exists: ofFile('exists(path)', () => true),
    lexists: ofFile('lexists(path)', () => true),
    isfile: ofFile('isfile(path)', (node) => node.kind === 'file'),
    isdir: ofFile('isdir(s)', (node) => node.kind === 'directory'),
    islink: ofFile('islink(path)', () => false),
    ismount: native('ismount(path)', function* (vm: Interpreter, given: Value): Steps {
      const path = yield* asked(vm, given);
      return path === null ? notKnown() : absolute(vm, path.text) === '/';
    }),
    getsize: native('getsize(filename)', function* (vm: Interpreter, given: Value): Steps {
      const path = yield* asked(vm, given);
      if (path === null) return new Unknown('a path that is not known');
      const node = filesOf(vm).find(path.text);
      if (node instanceof FileError) return raiseFileError(node, shown(given, path.text));
      return node.kind === 'file' ? node.size : 4096;
    }),
    getmtime: timeOfFile('getmtime'),
    getctime: timeOfFile('getctime'),
    getatime: timeOfFile('getatime'),
    samefile: native('samefile(f1, f2)', function* (vm: Interpreter, a: Value, b: Value): Steps {
      const [first, second] = [yield* asked(vm, a), yield* asked(vm, b)];
      if (first === null || second === null) return new Unknown('a path that is not known');
      for (const [{ text }, given] of [
        [first, a],
        [second, b],
      ] as const) {
        const node = filesOf(vm).find(text);
        if (node instanceof FileError) raiseFileError(node, shown(given, text));
      }
      return absolute(vm, first.text) === absolute(vm, second.text);
    }),
    commonprefix: native('commonprefix(m)', function* (vm: Interpreter, given: Value): Steps {
      const paths = yield* everyPath(vm, given);
      if (paths === null) return notKnown();
      const texts = paths.map(({ text }) => text).sort();
      const [first = '', last = ''] = [texts[0], texts.at(-1)];
      let same = 0;
      while (same < first.length && first[same] === last[same]) same++;
      return paths[0]?.back(first.slice(0, same)) ?? '';
    }),
    commonpath: native('commonpath(paths)', function* (vm: Interpreter, given: Value): Steps {
      const paths = yield* everyPath(vm, given);
      if (paths === null) return notKnown();
      return commonPath(paths);
    }),
    relpath: native(
      'relpath(path, start=None)',
      function* (vm: Interpreter, given: Value, start: Value): Steps {
        const path = yield* asked(vm, given);
        const from = start === null ? { text: '.' } : yield* asked(vm, start);
        if (path === null || from === null) return notKnown();
        if (path.text === '') raise('ValueError', 'no path specified');
        return path.back(relative(absolute(vm, path.text), absolute(vm, from.text)));
      },
    ),
  }),
};

function* join(vm: Interpreter, first: Value, rest: Value[]): Steps {
  const begin = yield* asked(vm, first);
  const others: (Asked | null)[] = [];
  for (const part of rest) {
    if (part !== null && typeof part !== 'number' && typeof part !== 'boolean') {
      others.push(yield* asked(vm, part));
      if (part instanceof Bytes !== first instanceof Bytes && !isUnknown(part)) {
        raise('TypeError', "Can't mix strings and bytes in path components");
      }
      continue;
    }
    raise(
      'TypeError',
      `join() argument must be str, bytes, or os.PathLike object, not '${typeName(part)}'`,
    );
  }
  if (begin === null || others.includes(null)) return notKnown();
  const texts = others.map((other) => other?.text ?? '');
  return begin.back(joinPaths(begin.text, texts));
}

function absolute(vm: Interpreter, path: string): string {
  return normalisePath(joinPaths(filesOf(vm).workingDirectory, [path]));
}

/** `~` is the home directory of the environment; other people's homes are not known. */
function expandUser(vm: Interpreter, path: string): string {
  const home = environmentOf(vm).get('HOME');
  if (typeof home !== 'string' || (path !== '~' && !path.startsWith('~/'))) return path;
  return home.replace(/\/+$/, '') + path.slice(1) || '/';
}

function* everyPath(vm: Interpreter, given: Value): Generator<Pending, Asked[] | null, Value> {
  const items = yield* collect(vm, yield* wait(iterate(vm, given)));
  const paths: Asked[] = [];
  for (const item of items) {
    const path = yield* asked(vm, item);
    if (path === null) return null;
    paths.push(path);
  }
  return paths;
}

function commonPath(paths: readonly Asked[]): Value {
  const [first] = paths;
  if (!first) return raise('ValueError', 'commonpath() arg is an empty sequence');
  const rooted = paths.filter(({ text }) => text.startsWith('/')).length;
  if (rooted > 0 && rooted < paths.length) {
    raise('ValueError', "Can't mix absolute and relative paths");
  }
  const split = paths.map(({ text }) =>
    text.split('/').filter((part) => part !== '' && part !== '.'),
  );
  const shared = split.reduce((common, parts) => {
    let same = 0;
    while (same < common.length && common[same] === parts[same]) same++;
    return common.slice(0, same);
  });
  return first.back((rooted > 0 ? '/' : '') + shared.join('/'));
}

function relative(path: string, start: string): string {
  const parts = (text: string): string[] => text.split('/').filter((part) => part !== '');
  const [to, from] = [parts(path), parts(start)];
  let same = 0;
  while (same < to.length && to[same] === from[same]) same++;
  const up = from.slice(same).map(() => '..');
  return [...up, ...to.slice(same)].join('/') || '.';
}
