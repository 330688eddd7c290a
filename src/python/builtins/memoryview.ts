// `memoryview`, of one dimension: https://docs.python.org/3.11/library/stdtypes.html#memory-views

import { typeName, typeOf } from '../evaluate/attributes.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { DONE, type Result } from '../evaluate/pending.ts';
import { index } from '../evaluate/protocols.ts';
import { equals } from '../evaluate/operators.ts';
import { attribute, classMethods, methods, staticMethods } from '../native.ts';
import { itemIndex, sliceRange } from '../text/indices.ts';
import { bytearrayType, Bytes, List, Slice, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { intOf } from '../values/integers.ts';
import { StepIterator } from '../values/iterator.ts';
import { bufferOf, MemoryView, memoryviewType, type Exporter } from '../values/memoryView.ts';
import { Float, notImplemented } from '../values/numbers.ts';
import { builtinType, type PyObject, type PyType, type Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { latin } from './bytesArguments.ts';
import { genericAlias } from './genericAlias.ts';
import { elements } from './memoryFormats.ts';
import { address } from './object.ts';
import { hashText } from './str.ts';

staticMethods(memoryviewType, {
  '__new__(cls, object)': (_vm, _cls: PyType, object: Value) => {
    if (isUnknown(object)) return new Unknown(reasonOf(object), memoryviewType);
    if (object instanceof MemoryView) {
      check(object);
      return new MemoryView(object.exporter, object, object.readonly);
    }
    if (!(object instanceof Bytes)) {
      const message = `memoryview: a bytes-like object is required, not '${typeName(object)}'`;
      return raise('TypeError', message);
    }
    const given = bufferFormat(object);
    const exporter: Exporter = {
      object,
      readonly: given.readonly,
      data: () => object.data,
    };
    const { size } = elements(given.format);
    const length = object.data.length / size;
    const shape = { format: given.format, itemSize: size, offset: 0, stride: size, length };
    return new MemoryView(exporter, shape);
  },
});

/** Bytes of another kind, such as an array, tell their format. */
function bufferFormat(object: Bytes & { code?: string }): { format: string; readonly: boolean } {
  if (object.code !== undefined) return { format: object.code, readonly: false };
  return { format: 'B', readonly: !object.cls.isSubtypeOf(bytearrayType) };
}

classMethods(memoryviewType, {
  '__class_getitem__(cls, item, /)': (_vm, cls: PyType, item: Value) => genericAlias(cls, item),
});

function check(self: MemoryView): void {
  if (self.released) raise('ValueError', 'operation forbidden on released memoryview object');
}

function read(self: MemoryView, at: number): Value {
  const view = viewOf(self.exporter.data());
  return elements(self.format).read(view, self.offset + at * self.stride);
}

function viewOf(data: Uint8Array): DataView {
  return new DataView(data.buffer, data.byteOffset, data.byteLength);
}

function items(self: MemoryView): Value[] {
  return Array.from({ length: self.length }, (_, i) => read(self, i));
}

const iteratorType = builtinType('memory_iterator');

methods(memoryviewType, {
  '__len__(self, /)': (_vm, self: MemoryView) => {
    check(self);
    return self.dims?.[0] ?? self.length;
  },
  '__getitem__(self, key, /)': (vm: Interpreter, self: MemoryView, key: Value) => {
    check(self);
    if (isUnknown(key)) return new Unknown(reasonOf(key));
    if (self.dims !== null) return read(self, cell(vm, self.dims, key));
    if (!(key instanceof Slice)) return read(self, place(vm, self, key));
    const { start, step, count } = sliceRange(vm, key, self.length);
    const offset = self.offset + start * self.stride;
    const shape = { ...shapeOf(self), offset, stride: self.stride * step, length: count };
    return new MemoryView(self.exporter, shape, self.readonly);
  },
  '__setitem__(self, key, value, /)': setItem,
  '__delitem__(self, key, /)': () => raise('TypeError', 'cannot delete memory'),
  '__iter__(self, /)': (_vm, self: MemoryView) => {
    check(self);
    let at = 0;
    return new StepIterator(iteratorType, () => (at < self.length ? read(self, at++) : DONE));
  },
  '__contains__(self, value, /)': (vm: Interpreter, self: MemoryView, value: Value) => {
    check(self);
    return items(self).some((item) => equals(vm, item, value));
  },
  '__eq__(self, value, /)': (vm: Interpreter, self: MemoryView, value: Value) =>
    same(vm, self, value) ?? notImplemented,
  '__ne__(self, value, /)': (vm: Interpreter, self: MemoryView, value: Value) => {
    const equal = same(vm, self, value);
    return equal === null ? notImplemented : !equal;
  },
  '__hash__(self, /)': (_vm, self: MemoryView) => {
    check(self);
    if (!self.readonly) raise('ValueError', 'cannot hash writable memoryview object');
    return hashText(latin(self.bytes()));
  },
  '__repr__(self, /)': (_vm, self: MemoryView) =>
    `<${self.released ? 'released memory' : 'memory'} at ${address(self)}>`,
  '__enter__(self, /)': (_vm, self: MemoryView) => {
    check(self);
    return self;
  },
  '__exit__(self, /, *args)': (_vm, self: MemoryView) => {
    self.released = true;
    return null;
  },
  'release(self, /)': (_vm, self: MemoryView) => {
    self.released = true;
    return null;
  },
  "tobytes(self, /, order='C')": (vm: Interpreter, self: MemoryView) => {
    check(self);
    vm.charge(self.length * self.itemSize);
    return new Bytes(self.bytes());
  },
  'tolist(self, /)': (vm: Interpreter, self: MemoryView) => {
    check(self);
    vm.charge(self.length * 8);
    return nested(items(self), self.dims ?? [self.length]);
  },
  'hex(self, /)': (_vm, self: MemoryView) => {
    check(self);
    return Array.from(self.bytes(), (byte) => byte.toString(16).padStart(2, '0')).join('');
  },
  'toreadonly(self, /)': (_vm, self: MemoryView) => {
    check(self);
    return new MemoryView(self.exporter, shapeOf(self), true);
  },
  'cast(self, /, format, shape=None)': (
    vm: Interpreter,
    self: MemoryView,
    format: Value,
    shape: Value,
  ) => cast(vm, self, format, shape),
});

function shapeOf(self: MemoryView) {
  const { format, itemSize, offset, stride, length } = self;
  return { format, itemSize, offset, stride, length };
}

function place(vm: Interpreter, self: MemoryView, key: Value): number {
  if (typeOf(key).lookup('__index__') === undefined) {
    raise('TypeError', 'memoryview: invalid slice key');
  }
  return itemIndex(index(vm, key), self.length, 'index out of bounds on dimension 1');
}

function setItem(vm: Interpreter, self: MemoryView, key: Value, value: Value): Result {
  check(self);
  if (self.readonly) raise('TypeError', 'cannot modify read-only memory');
  const data = self.exporter.data();
  (self.exporter.object as Bytes).touch();
  if (!(key instanceof Slice)) {
    const at = self.offset + place(vm, self, key) * self.stride;
    write(self, viewOf(data), at, value);
    return null;
  }
  const given = bufferOf(value);
  if (given === null) {
    return raise('TypeError', `a bytes-like object is required, not '${typeName(value)}'`);
  }
  const { start, step, count } = sliceRange(vm, key, self.length);
  const format = value instanceof MemoryView ? value.format : 'B';
  if (format !== self.format || given.length !== count * self.itemSize) {
    const message = 'memoryview assignment: lvalue and rvalue have different structures';
    return raise('ValueError', message);
  }
  for (let i = 0; i < count; i++) {
    const part = given.subarray(i * self.itemSize, (i + 1) * self.itemSize);
    data.set(part, self.offset + (start + i * step) * self.stride);
  }
  return null;
}

function write(self: MemoryView, view: DataView, at: number, value: Value): void {
  const { format } = self;
  const kind = elements(format);
  if (kind.isFloat) {
    const number = value instanceof Float ? value.value : intOf(value);
    if (number === undefined) raise('TypeError', `memoryview: invalid type for format '${format}'`);
    kind.write(view, at, Number(number));
    return;
  }
  if (format === 'c') {
    if (!(value instanceof Bytes)) {
      raise('TypeError', "memoryview: invalid type for format 'c'");
    }
    if (value.data.length !== 1) raise('ValueError', "memoryview: invalid value for format 'c'");
    view.setUint8(at, value.data[0] as number);
    return;
  }
  const int = intOf(value);
  if (int === undefined) raise('TypeError', `memoryview: invalid type for format '${format}'`);
  if (int < kind.min || int > kind.max) {
    raise('ValueError', `memoryview: invalid value for format '${format}'`);
  }
  kind.write(view, at, int);
}

function same(vm: Interpreter, self: MemoryView, value: Value): boolean | null {
  if (value === self) return true;
  const other = bufferOf(value);
  if (other === null || self.released) return value instanceof MemoryView ? false : null;
  if (!(value instanceof MemoryView) || value.format === self.format) {
    if (self.format === 'B' || self.format === 'c') {
      const own = self.bytes();
      return own.length === other.length && own.every((byte, i) => byte === other[i]);
    }
  }
  const theirs = value instanceof MemoryView ? items(value) : [...other];
  const ours = items(self);
  return (
    ours.length === theirs.length && ours.every((item, i) => equals(vm, item, theirs[i] as Value))
  );
}

function cast(vm: Interpreter, self: MemoryView, format: Value, shape: Value): Result {
  check(self);
  if (typeof format !== 'string') raise('TypeError', 'format argument must be a string');
  const name = format.replace(/^@/, '');
  if (!/^[bBcChHiIlLqQnNfd?]$/.test(name) || name === 'C') {
    const message =
      "memoryview: destination format must be a native single character format prefixed with an optional '@'";
    raise('ValueError', message);
  }
  if (shape !== null && !(shape instanceof List || shape instanceof Tuple)) {
    return raise('TypeError', 'shape must be a list or a tuple');
  }
  const dims = shape?.items.map((size) => Number(index(vm, size))) ?? null;
  if (!self.contiguous)
    raise('TypeError', 'memoryview: casts are restricted to C-contiguous views');
  const { size } = elements(name);
  const bytes = self.length * self.itemSize;
  if (!'bBc'.includes(self.format) && !'bBc'.includes(name)) {
    raise('TypeError', 'memoryview: cannot cast between two non-byte formats');
  }
  if (bytes % size !== 0) raise('TypeError', 'memoryview: length is not a multiple of itemsize');
  const made = {
    format: name,
    itemSize: size,
    offset: self.offset,
    stride: size,
    length: bytes / size,
  };
  const view = new MemoryView(self.exporter, made, self.readonly);
  if (dims !== null && dims.reduce((a, b) => a * b, 1) * size !== bytes) {
    raise('TypeError', 'memoryview: product(shape) * itemsize != buffer size');
  }
  if (dims !== null && dims.length > 1) view.dims = dims;
  return view;
}

/** Where a cell of several dimensions is. */
function cell(vm: Interpreter, dims: readonly number[], key: Value): number {
  if (!(key instanceof Tuple)) {
    return raise('NotImplementedError', 'multi-dimensional sub-views are not implemented');
  }
  if (key.items.length !== dims.length) {
    raise('NotImplementedError', 'sub-views are not implemented');
  }
  return dims.reduce((at, size, i) => {
    const message = `index out of bounds on dimension ${i + 1}`;
    return at * size + itemIndex(index(vm, key.items[i] as Value), size, message);
  }, 0);
}

/** Items as lists in lists. */
function nested(all: Value[], dims: readonly number[]): List {
  if (dims.length === 1) return new List(all);
  const [rows = 0, ...rest] = dims;
  const size = all.length / rows;
  const parts = Array.from({ length: rows }, (_, i) => all.slice(i * size, (i + 1) * size));
  return new List(parts.map((part) => nested(part, rest)));
}

const fields: Record<string, (self: MemoryView) => Value> = {
  obj: (self) => self.exporter.object as PyObject,
  nbytes: (self) => self.length * self.itemSize,
  itemsize: (self) => self.itemSize,
  format: (self) => self.format,
  ndim: (self) => self.dims?.length ?? 1,
  shape: (self) => new Tuple(self.dims ?? [self.length]),
  strides: (self) => {
    if (self.dims === null) return new Tuple([self.stride]);
    const { dims, itemSize } = self;
    return new Tuple(dims.map((_, i) => dims.slice(i + 1).reduce((a, b) => a * b, itemSize)));
  },
  suboffsets: () => new Tuple([]),
  readonly: (self) => self.readonly,
  contiguous: (self) => self.contiguous,
  c_contiguous: (self) => self.contiguous,
  f_contiguous: (self) => self.contiguous,
};
for (const [name, get] of Object.entries(fields)) {
  attribute(memoryviewType, name, (_vm, self: MemoryView) => {
    check(self);
    return get(self);
  });
}
