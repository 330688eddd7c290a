// `io.StringIO`: https://docs.python.org/3.11/library/io.html#io.StringIO

import { ambient } from '../ambient.ts';
import { attribute, methods } from '../native.ts';
import { typeName } from '../evaluate/attributes.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { index } from '../evaluate/protocols.ts';
import { hasPairs, lengthOf, unitIndex, pointIndex } from '../text/codePoints.ts';
import { strRepr } from '../text/strRepr.ts';
import { List } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { intOf } from '../values/integers.ts';
import { StrObject } from '../values/numbers.ts';
import { PyObject, type Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { ioType, refuseOperation, sizeOf, textIOBaseType } from './base.ts';
import { checkNewline, endOfLine, fromProgram, newlinesSeen } from './newlines.ts';

export class StringIO extends PyObject {
  /** Written at the end and not yet joined: most programs only append. */
  #tail: string[] = [];
  #text = '';
  #length = 0;
  /** In UTF-16 units; past the end after a far seek. */
  unit = 0;
  closed = false;
  newline: string | null = '\n';
  seen = new Set<string>();
  /** Why what it holds is not known: something unknown was written. */
  unknown: string | null = null;

  get text(): string {
    if (this.#tail.length > 0) {
      this.#text += this.#tail.join('');
      this.#tail = [];
    }
    return this.#text;
  }

  set text(text: string) {
    this.#tail = [];
    this.#text = text;
    this.#length = text.length;
  }

  put(vm: Interpreter, part: string): void {
    ambient.journal?.touch(this);
    vm.charge(part.length * 2);
    if (this.unit === this.#length) {
      this.#tail.push(part);
      this.#length += part.length;
      this.unit = this.#length;
      return;
    }
    const { text, unit } = this;
    const before = text.length < unit ? text.padEnd(unit, '\0') : text.slice(0, unit);
    // What is overwritten counts in characters.
    const behind = unitIndex(text.slice(unit), lengthOf(part));
    this.text = before + part + text.slice(unit + behind);
    this.unit = before.length + part.length;
  }

  snapshot(): () => void {
    const { text, unit, closed, unknown } = this;
    return () => {
      Object.assign(this, { text, unit, closed, unknown });
    };
  }
}

export const stringIOType = ioType('StringIO', '_io', textIOBaseType, (cls) => new StringIO(cls));

function open(self: StringIO): void {
  if (self.closed) raise('ValueError', 'I/O operation on closed file');
}

function write(vm: Interpreter, self: StringIO, given: Value): Value {
  const text = given instanceof StrObject ? given.value : given;
  if (isUnknown(text)) {
    ambient.journal?.touch(self);
    self.unknown = reasonOf(text);
    return new Unknown(self.unknown);
  }
  if (typeof text !== 'string') {
    raise('TypeError', `string argument expected, got '${typeName(given)}'`);
  }
  open(self);
  self.put(vm, fromProgram(text, self.newline));
  return lengthOf(text);
}

function line(self: StringIO, limit: number): string {
  ambient.journal?.touch(self);
  const { text, unit } = self;
  let end = endOfLine(text, unit, self.newline);
  if (end - unit > limit) end = Math.min(end, unit + unitIndex(text.slice(unit), limit));
  self.unit = Math.max(unit, end);
  return text.slice(unit, end);
}

methods(stringIOType, {
  "__init__(self, initial_value='', newline='\\n')": (
    vm,
    self: StringIO,
    initial: Value,
    newline: Value,
  ) => {
    self.newline = checkNewline(newline, strRepr);
    self.closed = false;
    self.unknown = null;
    self.unit = 0;
    self.text = '';
    if (initial === null) return null;
    const text = initial instanceof StrObject ? initial.value : initial;
    if (isUnknown(text)) {
      self.unknown = reasonOf(text);
      return null;
    }
    if (typeof text !== 'string') {
      raise('TypeError', `initial_value must be str or None, not ${typeName(initial)}`);
    }
    self.put(vm, fromProgram(text, self.newline));
    self.unit = 0;
    return null;
  },
  'getvalue(self, /)': (vm, self: StringIO) => {
    open(self);
    if (self.unknown !== null) return new Unknown(self.unknown);
    vm.charge(self.text.length);
    return self.text;
  },
  'read(self, size=-1, /)': (vm, self: StringIO, size: Value) => {
    open(self);
    if (self.unknown !== null) return new Unknown(self.unknown);
    ambient.journal?.touch(self);
    const count = sizeOf(vm, size);
    const { text, unit } = self;
    const rest = text.slice(unit);
    const part = count === Infinity ? rest : rest.slice(0, unitIndex(rest, count));
    self.unit = unit + part.length;
    return part;
  },
  'readline(self, size=-1, /)': (vm, self: StringIO, size: Value) => {
    open(self);
    if (self.unknown !== null) return new Unknown(self.unknown);
    return line(self, sizeOf(vm, size));
  },
  'readlines(self, hint=-1, /)': (vm, self: StringIO, hint: Value) => {
    open(self);
    if (self.unknown !== null) return new Unknown(self.unknown);
    const limit = sizeOf(vm, hint) || Infinity;
    const lines: string[] = [];
    for (let total = 0; total < limit;) {
      const next = line(self, Infinity);
      if (next === '') break;
      vm.charge(next.length + 16);
      total += lengthOf(next);
      lines.push(next);
    }
    return new List(lines);
  },
  '__next__(self, /)': (_vm, self: StringIO) => {
    open(self);
    const next = line(self, Infinity);
    return next === '' ? raise('StopIteration') : next;
  },
  'write(self, s, /)': write,
  'seek(self, pos, whence=0, /)': (vm, self: StringIO, pos: Value, whence: Value) => {
    open(self);
    const from = intOf(whence);
    const by = Number(index(vm, pos));
    if (from !== 0 && from !== 1 && from !== 2) {
      raise('ValueError', `Invalid whence (${String(from)}, should be 0, 1 or 2)`);
    }
    if (from === 0 && by < 0) raise('ValueError', `Negative seek position ${by}`);
    if (from !== 0 && by !== 0) raise('OSError', "Can't do nonzero cur-relative seeks");
    ambient.journal?.touch(self);
    const { text } = self;
    if (from === 0) self.unit = hasPairs(text) ? placeOf(text, by) : by;
    if (from === 2) self.unit = text.length;
    return tell(self);
  },
  'tell(self, /)': (_vm, self: StringIO) => {
    open(self);
    return tell(self);
  },
  'truncate(self, pos=None, /)': (vm, self: StringIO, pos: Value) => {
    open(self);
    const size = pos === null ? tell(self) : Number(index(vm, pos));
    if (size < 0) raise('ValueError', `Negative size value ${size}`);
    ambient.journal?.touch(self);
    const { text, unit } = self;
    self.text = text.slice(0, unitIndex(text, size));
    self.unit = unit;
    return size;
  },
  'flush(self, /)': (_vm, self: StringIO) => {
    open(self);
    return null;
  },
  'close(self, /)': (_vm, self: StringIO) => {
    ambient.journal?.touch(self);
    self.closed = true;
    return null;
  },
  'detach(self, /)': () => refuseOperation('detach'),
  'fileno(self, /)': () => refuseOperation('fileno'),
  'readable(self, /)': (_vm, self: StringIO) => (open(self), true),
  'writable(self, /)': (_vm, self: StringIO) => (open(self), true),
  'seekable(self, /)': (_vm, self: StringIO) => (open(self), true),
  'isatty(self, /)': (_vm, self: StringIO) => (open(self), false),
});
attribute<StringIO>(stringIOType, 'closed', (_vm, self) => self.closed);
attribute<StringIO>(stringIOType, 'line_buffering', () => false);
attribute<StringIO>(stringIOType, 'newlines', (_vm, self) => newlinesSeen(self.seen));

function placeOf(text: string, point: number): number {
  const all = lengthOf(text);
  return point > all ? text.length + point - all : unitIndex(text, point);
}

function tell({ text, unit }: StringIO): number {
  return unit > text.length ? lengthOf(text) + unit - text.length : pointIndex(text, unit);
}
