// Methods and fields of the built-in exceptions, but for groups (exceptionGroups.ts).
//
// https://docs.python.org/3.11/library/exceptions.html

import { attribute, methods, staticMethods } from '../native.ts';
import { typeName } from '../evaluate/attributes.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { steps, wait, type Result, type Steps } from '../evaluate/pending.ts';
import { collect, index, repr, str } from '../evaluate/protocols.ts';
import type { GetSet } from '../values/callable.ts';
import { Bytes, List, Tuple } from '../values/containers.ts';
import { ExceptionObject, exceptionType, PyError, raise, TraceEntry } from '../values/exception.ts';
import { intOf } from '../values/integers.ts';
import { bufferOf } from '../values/memoryView.ts';
import { StrObject } from '../values/numbers.ts';
import type { Dict, PyType, Value } from '../values/object.ts';
import { reprItems } from './sequences.ts';

const base = exceptionType('BaseException');

staticMethods(base, {
  '__new__(cls, /, *args, **kwargs)': (_vm, cls: PyType, args: Value[]) => made(cls, args),
});

function made(cls: PyType, args: readonly Value[]): ExceptionObject {
  const exception = cls.allocate(cls) as ExceptionObject;
  exception.args = new Tuple(args);
  return exception;
}

methods(base, {
  '__init__(self, /, *args, **kwargs)': (
    _vm,
    self: ExceptionObject,
    args: Value[],
    keywords: Dict,
  ) => {
    if (keywords.size > 0) raise('TypeError', `${self.cls.name}() takes no keyword arguments`);
    self.args = new Tuple(args);
    return null;
  },
  *'__repr__(self, /)'(vm, self: ExceptionObject) {
    return `${self.cls.name}(${yield* reprItems(vm, self.args.items)})`;
  },
  *'__str__(self, /)'(vm, self: ExceptionObject) {
    const { items } = self.args;
    if (items.length === 0) return '';
    return yield* wait(items.length === 1 ? str(vm, items[0] as Value) : repr(vm, self.args));
  },
  'with_traceback(self, tb, /)': (_vm, self: ExceptionObject, traceback: Value) => {
    setTraceback(self, traceback);
    return self;
  },
  'add_note(self, note, /)': (_vm, self: ExceptionObject, note: Value) => {
    if (typeof note !== 'string') raise('TypeError', `note must be a str, not '${typeName(note)}'`);
    const notes = self.getAttr('__notes__');
    if (notes === undefined) self.setAttr('__notes__', new List([note]));
    else if (notes instanceof List) {
      notes.touch();
      notes.items.push(note);
    } else raise('TypeError', 'Cannot add note: __notes__ is not a list');
    return null;
  },
});

function setTraceback(self: ExceptionObject, value: Value): void {
  if (value === null || value instanceof TraceEntry) self.traceback = value;
  else raise('TypeError', '__traceback__ must be a traceback or None');
}

function checkException(value: Value, name: string): Value {
  if (value === null || value instanceof ExceptionObject) return value;
  return raise('TypeError', `exception ${name} must be None or derive from BaseException`);
}

type Setter = (self: ExceptionObject, value: Value) => void;

function settable(
  type: PyType,
  name: string,
  get: (self: ExceptionObject) => Value,
  set: Setter,
): void {
  attribute<ExceptionObject>(
    type,
    name,
    (_vm, self) => get(self),
    (_vm, self, value) => {
      set(self, value);
      return null;
    },
  );
}

attribute<ExceptionObject>(
  base,
  'args',
  (_vm, self) => self.args,
  (vm, self, value) => steps(setArguments(vm, self, value)),
);

function* setArguments(vm: Interpreter, self: ExceptionObject, value: Value): Steps {
  self.args = new Tuple(yield* collect(vm, value));
  return null;
}

settable(
  base,
  '__cause__',
  (e) => e.cause,
  (e, value) => {
    e.cause = checkException(value, 'cause');
    e.suppressContext = true;
  },
);
settable(
  base,
  '__context__',
  (e) => e.context,
  (e, value) => {
    e.context = checkException(value, 'context');
  },
);
settable(
  base,
  '__suppress_context__',
  (e) => e.suppressContext,
  (e, value) => {
    e.suppressContext = value === true;
  },
);
settable(base, '__traceback__', (e) => e.traceback, setTraceback);

for (const name of ['args', '__cause__', '__context__', '__traceback__']) {
  (base.dict.values.get(name) as GetSet).remove = () =>
    raise('TypeError', `${name} may not be deleted`);
}

/** A field that an argument gives by default, and that the program may set. */
function field(type: PyType, name: string, otherwise: (self: ExceptionObject) => Value): void {
  settable(
    type,
    name,
    (self) => self.fields?.get(name) ?? (self.fields?.has(name) ? null : otherwise(self)),
    (self, value) => void (self.fields ??= new Map()).set(name, value),
  );
}

const argument =
  (i: number) =>
  (self: ExceptionObject): Value =>
    self.args.items[i] ?? null;
const nothing = (): Value => null;

field(exceptionType('StopIteration'), 'value', argument(0));
field(exceptionType('SystemExit'), 'code', (self) =>
  self.args.items.length > 1 ? self.args : (self.args.items[0] ?? null),
);
field(exceptionType('NameError'), 'name', nothing);
field(exceptionType('AttributeError'), 'name', nothing);
field(exceptionType('AttributeError'), 'obj', nothing);
field(exceptionType('ImportError'), 'msg', (self) =>
  self.args.items.length === 1 ? (self.args.items[0] ?? null) : null,
);
field(exceptionType('ImportError'), 'name', nothing);
field(exceptionType('ImportError'), 'path', nothing);

/** Exceptions whose keywords become fields. */
const keywordFields = {
  NameError: ['name'],
  AttributeError: ['name', 'obj'],
  ImportError: ['name', 'path'],
};
for (const [name, names] of Object.entries(keywordFields)) {
  methods(exceptionType(name), {
    '__init__(self, /, *args, **kwargs)': (
      _vm,
      self: ExceptionObject,
      args: Value[],
      keywords: Dict,
    ) => {
      self.args = new Tuple(args);
      for (const key of ['msg', ...names]) self.fields?.delete(key);
      for (const [key, value] of keywords.values) {
        if (!names.includes(key as string)) {
          raise(
            'TypeError',
            `'${String(key)}' is an invalid keyword argument for ${self.cls.name}()`,
          );
        }
        (self.fields ??= new Map()).set(key as string, value);
      }
      return null;
    },
  });
}

methods(exceptionType('KeyError'), {
  *'__str__(self, /)'(vm, self: ExceptionObject) {
    const { items } = self.args;
    if (items.length === 0) return '';
    return yield* wait(repr(vm, items.length === 1 ? (items[0] as Value) : self.args));
  },
});

// https://docs.python.org/3.11/library/exceptions.html#OSError
const byErrno: Record<number, string> = {
  1: 'PermissionError',
  2: 'FileNotFoundError',
  3: 'ProcessLookupError',
  4: 'InterruptedError',
  10: 'ChildProcessError',
  11: 'BlockingIOError',
  13: 'PermissionError',
  17: 'FileExistsError',
  20: 'NotADirectoryError',
  21: 'IsADirectoryError',
  32: 'BrokenPipeError',
  103: 'ConnectionAbortedError',
  104: 'ConnectionResetError',
  110: 'TimeoutError',
  111: 'ConnectionRefusedError',
};
const osError = exceptionType('OSError');

staticMethods(osError, {
  '__new__(cls, /, *args, **kwargs)': (_vm, cls: PyType, args: Value[]) => {
    const errno = args.length >= 2 ? intOf(args[0] as Value) : undefined;
    const special = cls === osError && errno !== undefined ? byErrno[Number(errno)] : undefined;
    const exception = made(special ? exceptionType(special) : cls, args);
    fillOsError(exception, args);
    return exception;
  },
});
methods(osError, {
  '__init__(self, /, *args, **kwargs)': (
    _vm,
    self: ExceptionObject,
    args: Value[],
    keywords: Dict,
  ) => {
    if (keywords.size > 0) raise('TypeError', `${self.cls.name}() takes no keyword arguments`);
    self.args = new Tuple(args);
    fillOsError(self, args);
    return null;
  },
  *'__str__(self, /)'(vm, self: ExceptionObject) {
    const get = (name: string): Value => self.fields?.get(name) ?? null;
    const shown = function* (value: Value): Steps {
      return yield* wait(repr(vm, value));
    };
    if (get('filename') === null && get('errno') === null) return yield* wait(plainText(vm, self));
    const head = `[Errno ${String(yield* wait(str(vm, get('errno'))))}] ${String(yield* wait(str(vm, get('strerror'))))}`;
    if (get('filename') === null) return head;
    const first = `${head}: ${String(yield* shown(get('filename')))}`;
    return get('filename2') === null
      ? first
      : `${first} -> ${String(yield* shown(get('filename2')))}`;
  },
});
for (const name of ['errno', 'strerror', 'filename', 'filename2']) field(osError, name, nothing);

/** Raises the OSError for an error number, about a file. */
export function raiseOsError(errno: number, message: string, path?: Value, path2?: Value): never {
  const exception = made(exceptionType(byErrno[errno] ?? 'OSError'), [errno, message]);
  const rest = path === undefined ? [] : path2 === undefined ? [path] : [path, null, path2];
  fillOsError(exception, [errno, message, ...rest]);
  throw new PyError(exception);
}

function plainText(vm: Interpreter, self: ExceptionObject): Result {
  const { items } = self.args;
  if (items.length === 0) return '';
  return items.length === 1 ? str(vm, items[0] as Value) : repr(vm, self.args);
}

function fillOsError(self: ExceptionObject, args: readonly Value[]): void {
  if (args.length < 2 || args.length > 5) return;
  const [errno, strerror, filename, , filename2] = args;
  self.fields = new Map<string, Value>([
    ['errno', errno ?? null],
    ['strerror', strerror ?? null],
  ]);
  if (filename === undefined) return;
  self.fields.set('filename', filename);
  if (filename2 !== undefined) self.fields.set('filename2', filename2);
  self.args = new Tuple(args.slice(0, 2));
}

const syntaxError = exceptionType('SyntaxError');
field(syntaxError, 'msg', argument(0));
const details = ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset'];
for (const name of details) field(syntaxError, name, nothing);
field(syntaxError, 'print_file_and_line', nothing);
methods(syntaxError, {
  *'__init__(self, /, *args)'(vm, self: ExceptionObject, args: Value[]): Steps {
    self.args = new Tuple(args);
    if (args.length !== 2) return null;
    const given = yield* collect(vm, args[1] as Value);
    const count = `arguments (${given.length} given)`;
    if (given.length < 4) raise('TypeError', `function takes at least 4 ${count}`);
    if (given.length > 6) raise('TypeError', `function takes at most 6 ${count}`);
    if (given.length === 5) {
      raise('TypeError', 'end_offset must be provided when end_lineno is provided');
    }
    self.fields ??= new Map();
    for (const [i, name] of details.entries()) self.fields.set(name, given[i] ?? null);
    return null;
  },
  *'__str__(self, /)'(vm, self: ExceptionObject) {
    const get = (i: number): Value => self.fields?.get(details[i] as string) ?? null;
    const message = (yield* wait(str(vm, self.args.items[0] ?? null))) as string;
    const [file, line] = [get(0), get(1)];
    const name = typeof file === 'string' ? file.slice(file.lastIndexOf('/') + 1) : null;
    if (name !== null && line !== null) return `${message} (${name}, line ${String(intOf(line))})`;
    if (name !== null) return `${message} (${name})`;
    return line === null ? message : `${message} (line ${String(intOf(line))})`;
  },
});

const unicodeFields = {
  UnicodeDecodeError: ['encoding', 'object', 'start', 'end', 'reason'],
  UnicodeEncodeError: ['encoding', 'object', 'start', 'end', 'reason'],
  UnicodeTranslateError: ['object', 'start', 'end', 'reason'],
};
for (const [name, names] of Object.entries(unicodeFields)) {
  const type = exceptionType(name);
  for (const [i, fieldName] of names.entries()) field(type, fieldName, argument(i));
  methods(type, {
    '__init__(self, /, *args)': (vm, self: ExceptionObject, args: Value[]) => {
      if (args.length !== names.length) {
        raise(
          'TypeError',
          `function takes exactly ${names.length} arguments (${args.length} given)`,
        );
      }
      self.args = new Tuple(args);
      for (const [i, fieldName] of names.entries()) {
        checkUnicodeArgument(vm, args[i] as Value, fieldName, name, i + 1);
      }
      const data = name === 'UnicodeDecodeError' ? bufferOf(args[1]) : null;
      if (data) (self.fields ??= new Map()).set('object', new Bytes(Uint8Array.from(data)));
      return null;
    },
    '__str__(self, /)': (_vm, self: ExceptionObject) => unicodeText(self, names, name),
  });
}

function checkUnicodeArgument(
  vm: Interpreter,
  value: Value,
  field: string,
  type: string,
  position: number,
): void {
  if (field === 'start' || field === 'end') {
    index(vm, value);
  } else if (field === 'object' && type === 'UnicodeDecodeError') {
    if (bufferOf(value) === null) {
      raise('TypeError', `a bytes-like object is required, not '${typeName(value)}'`);
    }
  } else if (typeof value !== 'string' && !(value instanceof StrObject)) {
    raise('TypeError', `argument ${position} must be str, not ${typeName(value)}`);
  }
}

function unicodeText(self: ExceptionObject, names: readonly string[], type: string): string {
  const get = (name: string): Value =>
    self.fields?.get(name) ?? self.args.items[names.indexOf(name)] ?? null;
  if (get('object') === null) return '';
  const [start, end, object] = [Number(get('start')), Number(get('end')), get('object')];
  const verb = { UnicodeDecodeError: 'decode', UnicodeEncodeError: 'encode' }[type] ?? 'translate';
  const codec = names.includes('encoding') ? `'${String(get('encoding'))}' codec ` : '';
  const reason = String(get('reason'));
  if (object instanceof Bytes) {
    const byte = (object.data[start] ?? 0).toString(16).padStart(2, '0');
    const what =
      end === start + 1
        ? `byte 0x${byte} in position ${start}`
        : `bytes in position ${start}-${end - 1}`;
    return `${codec}can't ${verb} ${what}: ${reason}`;
  }
  const char = typeof object === 'string' ? [...object][start] : undefined;
  const what =
    end === start + 1 && char !== undefined
      ? `character '${escaped(char)}' in position ${start}`
      : `characters in position ${start}-${end - 1}`;
  return `${codec}can't ${verb} ${what}: ${reason}`;
}

function escaped(char: string): string {
  const code = char.codePointAt(0) as number;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}
