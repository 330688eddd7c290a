// `str`: https://docs.python.org/3.11/library/stdtypes.html#text-sequence-type-str
//
// Python's strings are code points, JavaScript's are UTF-16; text/ has the conversions.

import { callSpecial } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { typeName, typeOf } from '../evaluate/attributes.ts';
import { compareCodePoints } from '../evaluate/operators.ts';
import { wait, type Result, type Steps } from '../evaluate/pending.ts';
import { collect, getItem, index, str } from '../evaluate/protocols.ts';
import { methods, staticMethods } from '../native.ts';
import {
  capitalise,
  caseFold,
  classes,
  isLower,
  isTitle,
  isUpper,
  swapCase,
  toLower,
  toTitle,
  toUpper,
} from '../text/characters.ts';
import { codePointsOf, hasPairs, lengthOf, sliceText } from '../text/codePoints.ts';
import { formatText, specText } from '../text/formatSpec.ts';
import { formatString } from '../text/formatString.ts';
import { bounds, itemIndex, sliceRange } from '../text/indices.ts';
import { percentFormat, strKind } from '../text/percent.ts';
import * as splitting from '../text/split.ts';
import { isPrintable, strRepr } from '../text/strRepr.ts';
import { List, Slice, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { intOf } from '../values/integers.ts';
import { StrIterator } from './strIterator.ts';
import { notImplemented, StrObject, strType } from '../values/numbers.ts';
import type { Dict } from '../values/object.ts';
import { type PyType, type Value } from '../values/object.ts';
import { bufferOf } from '../values/memoryView.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import {
  argumentType,
  iterable as canIterate,
  MEMORY_MAX,
  textParameter,
} from './bytesArguments.ts';
import { decimal } from './int.ts';
import { decodeBytes, encodeText } from './textCodecs.ts';
import { makeTable, translate } from './translation.ts';

/** The text of a str or of an instance of a class derived from it. */
function own(self: Value): string {
  return self instanceof StrObject ? self.value : (self as string);
}

function textArgument(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  return value instanceof StrObject ? value.value : undefined;
}

/** The text of an argument that argument parsing itself refuses: there None is called `None`. */
function parsed(value: Value, method: string): string {
  return (
    textArgument(value) ?? raise('TypeError', `${method} must be str, not ${argumentType(value)}`)
  );
}

function need(value: Value, message: (type: string) => string): string {
  return textArgument(value) ?? raise('TypeError', message(typeName(value)));
}

const mustBeStr = (type: string): string => `must be str, not ${type}`;

function compareWith(test: (order: number) => boolean) {
  return (_vm: Interpreter, self: Value, value: Value): Result => {
    const other = textArgument(value);
    return other === undefined ? notImplemented : test(compareCodePoints(own(self), other));
  };
}

methods(strType, {
  '__repr__(self, /)': (_vm, self: Value) => strRepr(own(self)),
  '__str__(self, /)': (_vm, self: Value) => own(self),
  '__format__(self, format_spec, /)': (vm, self: Value, spec: Value) => {
    const text = specText(spec);
    return text === '' ? str(vm, self) : formatText(own(self), text, typeName(self));
  },
  '__len__(self, /)': (_vm, self: Value) => lengthOf(own(self)),
  '__hash__(self, /)': (_vm, self: Value) => hashText(own(self)),
  '__eq__(self, value, /)': (_vm, self: Value, value: Value) => {
    const other = textArgument(value);
    return other === undefined ? notImplemented : own(self) === other;
  },
  '__ne__(self, value, /)': (_vm, self: Value, value: Value) => {
    const other = textArgument(value);
    return other === undefined ? notImplemented : own(self) !== other;
  },
  '__lt__(self, value, /)': compareWith((order) => order < 0),
  '__le__(self, value, /)': compareWith((order) => order <= 0),
  '__gt__(self, value, /)': compareWith((order) => order > 0),
  '__ge__(self, value, /)': compareWith((order) => order >= 0),
  '__add__(self, value, /)': (vm, self: Value, value: Value) => {
    if (isUnknown(value)) return new Unknown(reasonOf(value), strType);
    const text = own(self);
    const other = textArgument(value);
    if (other === undefined) return notImplemented;
    vm.charge((text.length + other.length) * 2);
    return text + other;
  },
  '__mul__(self, value, /)': (vm, self: Value, value: Value) => repeat(vm, self, value),
  '__rmul__(self, value, /)': (vm, self: Value, value: Value) => repeat(vm, self, value),
  *'__rmod__(self, value, /)'(vm: Interpreter, self: Value, value: Value) {
    const format = textArgument(value);
    if (format === undefined) return notImplemented;
    return yield* percentFormat(vm, format, self, strKind, decimal);
  },
  *'__mod__(self, value, /)'(vm: Interpreter, self: Value, value: Value) {
    if (isUnknown(value)) return new Unknown(reasonOf(value), strType);
    return yield* percentFormat(vm, own(self), value, strKind, decimal);
  },
  '__contains__(self, key, /)': (_vm, self: Value, key: Value) => {
    if (isUnknown(key)) return new Unknown(reasonOf(key));
    return own(self).includes(
      need(key, (type) => `'in <string>' requires string as left operand, not ${type}`),
    );
  },
  '__getitem__(self, key, /)': getStrItem,
  '__iter__(self, /)': (_vm, self: Value) => new StrIterator(own(self)),
  '__getnewargs__(self, /)': (_vm, self: Value) => new Tuple([own(self)]),
});

function repeat(vm: Interpreter, self: Value, value: Value): Result {
  if (isUnknown(value)) return new Unknown(reasonOf(value), strType);
  const count = intOf(value) ?? (typeOf(value).lookup('__index__') && index(vm, value));
  if (count === undefined || count === null) return notImplemented;
  const text = own(self);
  const times = Math.max(0, Number(count));
  if (text.length * times > MEMORY_MAX) raise('MemoryError');
  vm.charge(text.length * times * 2);
  return text.repeat(times);
}

function getStrItem(vm: Interpreter, self: Value, key: Value): Result {
  if (isUnknown(key)) return new Unknown(reasonOf(key), strType);
  const text = own(self);
  if (key instanceof Slice) return slice(vm, text, key);
  const at = intOf(key) ?? indexOf(vm, key);
  const length = lengthOf(text);
  const position = itemIndex(at, length, 'string index out of range');
  return sliceText(text, position, position + 1);
}

function indexOf(vm: Interpreter, key: Value): number | bigint {
  try {
    return index(vm, key);
  } catch {
    return raise('TypeError', `string indices must be integers, not '${typeName(key)}'`);
  }
}

function slice(vm: Interpreter, text: string, key: Slice): string {
  const length = lengthOf(text);
  const { start, step, count } = sliceRange(vm, key, length);
  if (step === 1) return sliceText(text, start, start + count);
  const points = hasPairs(text) ? codePointsOf(text) : text;
  let result = '';
  for (let i = 0; i < count; i++) result += points[start + i * step] as string;
  return result;
}

/** A hash that is stable within a run; CPython's is random for each process. */
export function hashText(text: string): number {
  let hash = 5381;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 33) ^ text.charCodeAt(i)) | 0;
  return hash === -1 ? -2 : hash;
}

type Search = (text: string, part: string, start: number, stop: number) => number;

function searching(name: string, search: Search, missing: string | null) {
  return {
    [`${name}(self, sub, start=None, end=None, /)`]: (
      vm: Interpreter,
      self: Value,
      part: Value,
      start: Value,
      end: Value,
    ): Result => {
      if (isUnknown(part)) return new Unknown(reasonOf(part));
      const text = own(self);
      const sub = need(part, mustBeStr);
      const [from, to] = bounds(vm, start, end, lengthOf(text));
      const at = search(text, sub, from, to);
      if (at < 0 && missing !== null) raise('ValueError', missing);
      return at;
    },
  };
}

methods(strType, {
  ...searching('find', splitting.find, null),
  ...searching('rfind', splitting.findLast, null),
  ...searching('index', splitting.find, 'substring not found'),
  ...searching('rindex', splitting.findLast, 'substring not found'),
  ...searching('count', splitting.count, null),
  'startswith(self, prefix, start=None, end=None, /)': (vm, self, prefix, start, end) =>
    affix(vm, self, prefix, start, end, 'startswith'),
  'endswith(self, suffix, start=None, end=None, /)': (vm, self, suffix, start, end) =>
    affix(vm, self, suffix, start, end, 'endswith'),
  'removeprefix(self, prefix, /)': (_vm, self: Value, prefix: Value) => {
    const text = own(self);
    const part = parsed(prefix, 'removeprefix() argument');
    return text.startsWith(part) ? text.slice(part.length) : text;
  },
  'removesuffix(self, suffix, /)': (_vm, self: Value, suffix: Value) => {
    const text = own(self);
    const part = parsed(suffix, 'removesuffix() argument');
    return part !== '' && text.endsWith(part) ? text.slice(0, -part.length) : text;
  },
  'replace(self, old, new, count=-1, /)': (vm, self: Value, old: Value, by: Value, most: Value) => {
    const a = parsed(old, 'replace() argument 1');
    const b = parsed(by, 'replace() argument 2');
    const result = splitting.replace(own(self), a, b, Number(index(vm, most)));
    vm.charge(result.length * 2);
    return result;
  },
  'split(self, /, sep=None, maxsplit=-1)': (vm, self: Value, separator: Value, most: Value) =>
    new List(splitting.split(own(self), separatorOf(separator), Number(index(vm, most)))),
  'rsplit(self, /, sep=None, maxsplit=-1)': (vm, self: Value, separator: Value, most: Value) =>
    new List(splitting.splitRight(own(self), separatorOf(separator), Number(index(vm, most)))),
  'splitlines(self, /, keepends=False)': (vm, self: Value, keep: Value) =>
    new List(splitting.splitLines(own(self), Number(index(vm, keep)) !== 0)),
  'partition(self, sep, /)': (_vm, self: Value, separator: Value) =>
    new Tuple(splitting.partition(own(self), need(separator, mustBeStr))),
  'rpartition(self, sep, /)': (_vm, self: Value, separator: Value) =>
    new Tuple(splitting.partitionRight(own(self), need(separator, mustBeStr))),
  *'join(self, iterable, /)'(vm: Interpreter, self: Value, iterable: Value) {
    return yield* join(vm, own(self), iterable);
  },
  *"encode(self, /, encoding='utf-8', errors='strict')"(
    vm: Interpreter,
    self: Value,
    encoding: Value,
    errors: Value,
  ): Steps {
    const name = textParameter(encoding, 'encode', 'encoding');
    return yield* encodeText(vm, own(self), name, textParameter(errors, 'encode', 'errors'));
  },
  *'format(self, /, *args, **kwargs)'(vm: Interpreter, self: Value, args: Value[], named: Dict) {
    return yield* formatString(vm, own(self), {
      positional: (i) =>
        i < args.length
          ? (args[i] as Value)
          : raise('IndexError', `Replacement index ${i} out of range for positional args tuple`),

      *named(_vm, name) {
        const value = named.get(name);
        return value === undefined ? raise('KeyError', name) : value;
      },
    });
  },
  *'format_map(self, mapping, /)'(vm: Interpreter, self: Value, mapping: Value) {
    return yield* formatString(vm, own(self), {
      positional: () => raise('ValueError', 'Format string contains positional fields'),
      *named(run, name) {
        return yield* wait(getItem(run, mapping, name));
      },
    });
  },
  *'translate(self, table, /)'(vm: Interpreter, self: Value, table: Value): Steps {
    return yield* translate(vm, own(self), table);
  },
  'expandtabs(self, /, tabsize=8)': (vm, self: Value, size: Value) =>
    splitting.expandTabs(own(self), Number(index(vm, size))),
  'zfill(self, width, /)': (vm, self: Value, width: Value) =>
    splitting.zeroFill(own(self), Number(index(vm, width))),
});

function separatorOf(value: Value): string | null {
  if (value === null) return null;
  return need(value, (type) => `must be str or None, not ${type}`);
}

function affix(
  vm: Interpreter,
  self: Value,
  given: Value,
  start: Value,
  end: Value,
  name: 'startswith' | 'endswith',
): Result {
  if (isUnknown(given)) return new Unknown(reasonOf(given));
  const text = own(self);
  const [from, to] = bounds(vm, start, end, lengthOf(text));
  const whole = start === null && end === null;
  const part = whole ? text : from > to ? null : sliceText(text, from, to);
  const test = (wanted: string): boolean =>
    part !== null && (name === 'startswith' ? part.startsWith(wanted) : part.endsWith(wanted));
  if (given instanceof Tuple) {
    return given.items.some((item) =>
      test(need(item, (type) => `tuple for ${name} must only contain str, not ${type}`)),
    );
  }
  return test(
    need(given, (type) => `${name} first arg must be str or a tuple of str, not ${type}`),
  );
}

function* join(vm: Interpreter, separator: string, iterable: Value): Steps {
  if (isUnknown(iterable)) return new Unknown(reasonOf(iterable), strType);
  if (!canIterate(iterable)) raise('TypeError', 'can only join an iterable');
  const items = yield* collect(vm, iterable);
  const texts: string[] = [];
  for (const [i, item] of items.entries()) {
    if (isUnknown(item)) return new Unknown(reasonOf(item), strType);
    texts.push(need(item, (type) => `sequence item ${i}: expected str instance, ${type} found`));
  }
  const length = texts.reduce((n, text) => n + text.length, separator.length * texts.length);
  vm.charge(length * 2);
  return texts.join(separator);
}

for (const [name, sides] of [
  ['strip', 'both'],
  ['lstrip', 'left'],
  ['rstrip', 'right'],
] as const) {
  methods(strType, {
    [`${name}(self, chars=None, /)`]: (_vm, self: Value, chars: Value) => {
      const set = chars === null ? null : need(chars, () => `${name} arg must be None or str`);
      return splitting.strip(own(self), set, sides);
    },
  });
}

for (const [name, where] of [
  ['ljust', 'left'],
  ['rjust', 'right'],
  ['center', 'center'],
] as const) {
  methods(strType, {
    [`${name}(self, width, fillchar=' ', /)`]: (vm, self: Value, width: Value, fill: Value) => {
      const char = need(
        fill,
        (type) => `The fill character must be a unicode character, not ${type}`,
      );
      if (lengthOf(char) !== 1) {
        raise('TypeError', 'The fill character must be exactly one character long');
      }
      const size = Number(index(vm, width));
      vm.charge(size * 2);
      return splitting.justify(own(self), size, char, where);
    },
  });
}

const conversions: Record<string, (text: string) => string | boolean> = {
  upper: toUpper,
  lower: toLower,
  title: toTitle,
  capitalize: capitalise,
  swapcase: swapCase,
  casefold: caseFold,
  islower: isLower,
  isupper: isUpper,
  istitle: isTitle,
  isprintable: isPrintable,
  isascii: (text) => /^[\0-\x7f]*$/.test(text),
};
for (const [name, convert] of Object.entries(conversions)) {
  methods(strType, { [`${name}(self, /)`]: (_vm, self: Value) => convert(own(self)) });
}
for (const [name, test] of Object.entries(classes)) {
  methods(strType, {
    [`is${name}(self, /)`]: (_vm, self: Value) => test.test(own(self)),
  });
}

/** What `__str__` gives, which may be of a class derived from str. */
function* textFrom(vm: Interpreter, object: Value, cls: PyType): Steps {
  const made = typeof object === 'string' ? object : callSpecial(vm, object, '__str__', []);
  if (made === undefined) return yield* wait(str(vm, object));
  const text = yield* wait(made);
  if (typeof text === 'string' || isUnknown(text)) return text;
  if (text instanceof StrObject) return cls === strType ? text : text.value;
  return raise('TypeError', `__str__ returned non-string (type ${typeName(text)})`);
}

staticMethods(strType, {
  *'__new__(cls, object=<none>, encoding=<none>, errors=<none>)'(
    vm: Interpreter,
    cls: PyType,
    object: Value | undefined,
    encoding: Value | undefined,
    errors: Value | undefined,
  ): Steps {
    let text: Value = '';
    if (object !== undefined) {
      if (isUnknown(object)) return new Unknown(reasonOf(object), strType);
      if (encoding !== undefined || errors !== undefined) {
        const name = textParameter(encoding ?? 'utf-8', 'str', 'encoding');
        const handling = textParameter(errors ?? 'strict', 'str', 'errors');
        if (typeof object === 'string' || object instanceof StrObject) {
          raise('TypeError', 'decoding str is not supported');
        }
        const data = bufferOf(object);
        if (data === null) {
          raise(
            'TypeError',
            `decoding to str: need a bytes-like object, ${typeName(object)} found`,
          );
        }
        text = yield* decodeBytes(vm, data, name, handling);
        if (isUnknown(text)) return text;
      } else text = yield* textFrom(vm, object, cls);
    }
    return cls === strType ? text : new StrObject(text as string, cls);
  },
  'maketrans(x, y=<none>, z=<none>, /)': makeTable,
});
