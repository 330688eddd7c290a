// Searching, splitting, filling and converting in bytes and bytearrays: str's methods, for which
// only ASCII has letters, digits and white space.

import { typeName } from '../evaluate/attributes.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import type { Result, Steps } from '../evaluate/pending.ts';
import { collect, index } from '../evaluate/protocols.ts';
import { methods } from '../native.ts';
import { bounds } from '../text/indices.ts';
import * as splitting from '../text/split.ts';
import { bytearrayType, Bytes, bytesType, List, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { bufferOf } from '../values/memoryView.ts';
import type { Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { alike, bytesLike, fromLatin, iterable, latin, searched } from './bytesArguments.ts';

const text = (self: Bytes): string => latin(self.data);
const wrap = (self: Bytes, result: string): Bytes => alike(self, fromLatin(result));
const part = (value: Value): string => latin(bytesLike(value));

for (const type of [bytesType, bytearrayType]) {
  methods(type, {
    ...searching('find', splitting.find, false),
    ...searching('rfind', splitting.findLast, false),
    ...searching('index', splitting.find, true),
    ...searching('rindex', splitting.findLast, true),
    ...searching('count', splitting.count, false),
    ...affix('startswith', (whole, wanted) => whole.startsWith(wanted)),
    ...affix('endswith', (whole, wanted) => whole.endsWith(wanted)),
    ...dividing(),
    ...filling(),
    'removeprefix(self, prefix, /)': (_vm, self: Bytes, prefix: Value) => {
      const whole = text(self);
      const wanted = part(prefix);
      return wrap(self, whole.startsWith(wanted) ? whole.slice(wanted.length) : whole);
    },
    'removesuffix(self, suffix, /)': (_vm, self: Bytes, suffix: Value) => {
      const whole = text(self);
      const wanted = part(suffix);
      const found = wanted !== '' && whole.endsWith(wanted);
      return wrap(self, found ? whole.slice(0, -wanted.length) : whole);
    },
    'replace(self, old, new, count=-1, /)': (
      vm,
      self: Bytes,
      old: Value,
      by: Value,
      most: Value,
    ) => {
      const limit = Number(index(vm, most));
      const result = splitting.replace(text(self), part(old), part(by), limit);
      vm.charge(result.length);
      return wrap(self, result);
    },
    *'join(self, iterable_of_bytes, /)'(vm: Interpreter, self: Bytes, items: Value): Steps {
      return yield* join(vm, self, items);
    },
    'translate(self, table, /, delete=<none>)': translate,
    'expandtabs(self, /, tabsize=8)': (vm, self: Bytes, size: Value) =>
      wrap(self, splitting.expandTabs(text(self), Number(index(vm, size)))),
  });
  for (const [name, convert] of Object.entries(conversions())) {
    methods(type, { [`${name}(self, /)`]: (_vm, self: Bytes) => wrap(self, convert(text(self))) });
  }
  for (const [name, test] of Object.entries(tests())) {
    methods(type, { [`is${name}(self, /)`]: (_vm, self: Bytes) => test(text(self)) });
  }
}

type Search = (text: string, part: string, start: number, stop: number) => number;

function searching(name: string, search: Search, must: boolean) {
  return {
    [`${name}(self, sub, start=None, end=None, /)`]: (
      vm: Interpreter,
      self: Bytes,
      sub: Value,
      start: Value,
      end: Value,
    ): Result => {
      if (isUnknown(sub)) return new Unknown(reasonOf(sub));
      const wanted = searched(vm, sub);
      const [from, to] = bounds(vm, start, end, self.data.length);
      const at = search(text(self), wanted, from, to);
      if (at < 0 && must) raise('ValueError', 'subsection not found');
      return at;
    },
  };
}

function affix(name: string, test: (whole: string, wanted: string) => boolean) {
  return {
    [`${name}(self, affix, start=None, end=None, /)`]: (
      vm: Interpreter,
      self: Bytes,
      wanted: Value,
      start: Value,
      end: Value,
    ): Result => {
      if (isUnknown(wanted)) return new Unknown(reasonOf(wanted));
      const [from, to] = bounds(vm, start, end, self.data.length);
      const whole = text(self).slice(from, to);
      const holds = (one: string): boolean => from <= to && test(whole, one);
      if (wanted instanceof Tuple) return wanted.items.some((item) => holds(part(item)));
      if (bufferOf(wanted) === null) {
        raise(
          'TypeError',
          `${name} first arg must be bytes or a tuple of bytes, not ${typeName(wanted)}`,
        );
      }
      return holds(part(wanted));
    },
  };
}

function dividing() {
  const separator = (value: Value): string | null => (value === null ? null : part(value));
  const list = (self: Bytes, parts: string[]): Value => new List(parts.map((p) => wrap(self, p)));
  const tuple = (self: Bytes, parts: string[]): Value => new Tuple(parts.map((p) => wrap(self, p)));
  return {
    'split(self, /, sep=None, maxsplit=-1)': (
      vm: Interpreter,
      self: Bytes,
      sep: Value,
      most: Value,
    ) => {
      const limit = Number(index(vm, most));
      return list(self, splitting.split(text(self), separator(sep), limit, splitting.isAsciiSpace));
    },
    'rsplit(self, /, sep=None, maxsplit=-1)': (
      vm: Interpreter,
      self: Bytes,
      sep: Value,
      most: Value,
    ) => {
      const limit = Number(index(vm, most));
      const parts = splitting.splitRight(text(self), separator(sep), limit, splitting.isAsciiSpace);
      return list(self, parts);
    },
    'splitlines(self, /, keepends=False)': (vm: Interpreter, self: Bytes, keep: Value) =>
      list(
        self,
        splitting.splitLines(text(self), Number(index(vm, keep)) !== 0, splitting.BYTES_LINE_END),
      ),
    'partition(self, sep, /)': (_vm: Interpreter, self: Bytes, sep: Value) =>
      tuple(self, splitting.partition(text(self), part(sep))),
    'rpartition(self, sep, /)': (_vm: Interpreter, self: Bytes, sep: Value) =>
      tuple(self, splitting.partitionRight(text(self), part(sep))),
  };
}

/** White space as `bytes.strip()` takes it. */
const SPACE = ' \t\n\r\v\f';
const SPACE_BYTE = new Bytes(Uint8Array.of(32));

function filling() {
  const table: Record<string, (vm: Interpreter, self: Bytes, ...rest: Value[]) => Result> = {};
  for (const [name, sides] of [
    ['strip', 'both'],
    ['lstrip', 'left'],
    ['rstrip', 'right'],
  ] as const) {
    table[`${name}(self, bytes=None, /)`] = (_vm, self, set = null) =>
      wrap(self, splitting.strip(text(self), set === null ? SPACE : part(set), sides));
  }
  for (const [name, where] of [
    ['ljust', 'left'],
    ['rjust', 'right'],
    ['center', 'center'],
  ] as const) {
    table[`${name}(self, width, fillchar=<none>, /)`] = (
      vm,
      self,
      width = 0,
      fill = SPACE_BYTE,
    ) => {
      if (!(fill instanceof Bytes && fill.data.length === 1)) {
        raise(
          'TypeError',
          `${name}() argument 2 must be a byte string of length 1, not ${typeName(fill)}`,
        );
      }
      const size = Number(index(vm, width));
      vm.charge(size);
      return wrap(self, splitting.justify(text(self), size, text(fill), where));
    };
  }
  table['zfill(self, width, /)'] = (vm, self, width = 0) =>
    wrap(self, splitting.zeroFill(text(self), Number(index(vm, width))));
  return table;
}

function* join(vm: Interpreter, self: Bytes, items: Value): Steps {
  if (isUnknown(items)) return new Unknown(reasonOf(items));
  if (!iterable(items)) raise('TypeError', 'can only join an iterable');
  const parts: Uint8Array[] = [];
  for (const [i, item] of (yield* collect(vm, items)).entries()) {
    if (isUnknown(item)) return new Unknown(reasonOf(item), self.cls);
    const data = bufferOf(item);
    if (data === null) {
      raise(
        'TypeError',
        `sequence item ${i}: expected a bytes-like object, ${typeName(item)} found`,
      );
    }
    parts.push(data);
  }
  const between = self.data;
  const gaps = between.length * Math.max(0, parts.length - 1);
  const size = parts.reduce((sum, data) => sum + data.length, gaps);
  vm.charge(size);
  const result = new Uint8Array(size);
  let at = 0;
  for (const [i, data] of parts.entries()) {
    if (i > 0) {
      result.set(between, at);
      at += between.length;
    }
    result.set(data, at);
    at += data.length;
  }
  return alike(self, result);
}

function translate(_vm: Interpreter, self: Bytes, table: Value, deleted?: Value): Result {
  const map = table === null ? null : bytesLike(table);
  if (map !== null && map.length !== 256) {
    raise('ValueError', 'translation table must be 256 characters long');
  }
  const without = new Set(deleted === undefined ? [] : bytesLike(deleted));
  const kept = self.data.filter((byte) => !without.has(byte));
  return alike(self, map === null ? kept : kept.map((byte) => map[byte] as number));
}

function conversions(): Record<string, (whole: string) => string> {
  const upper = (s: string): string => s.replace(/[a-z]/g, (c) => c.toUpperCase());
  const lower = (s: string): string => s.replace(/[A-Z]/g, (c) => c.toLowerCase());
  const capital = (s: string): string => upper(s.slice(0, 1)) + lower(s.slice(1));
  return {
    upper,
    lower,
    capitalize: capital,
    title: (s) => s.replace(/[A-Za-z]+/g, capital),
    swapcase: (s) => s.replace(/[A-Za-z]/g, (c) => (c < 'a' ? lower(c) : upper(c))),
  };
}

function tests(): Record<string, (whole: string) => boolean> {
  return {
    alnum: (s) => /^[A-Za-z0-9]+$/.test(s),
    alpha: (s) => /^[A-Za-z]+$/.test(s),
    ascii: (s) => /^[\0-\x7f]*$/.test(s),
    digit: (s) => /^[0-9]+$/.test(s),
    lower: (s) => /[a-z]/.test(s) && !/[A-Z]/.test(s),
    upper: (s) => /[A-Z]/.test(s) && !/[a-z]/.test(s),
    space: (s) => /^[ \t-\r]+$/.test(s),
    // Words of a capital and small letters, with anything else between.
    title: (s) => /[A-Za-z]/.test(s) && /^(?:[^A-Za-z]|[A-Z][a-z]*(?![A-Za-z]))*$/.test(s),
  };
}
