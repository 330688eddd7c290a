// `array`: numbers of one kind in a row. https://docs.python.org/3.11/library/array.html
//
// The elements are kept as bytes, so that an array is bytes-like wherever bytes are asked for.

import { compare, equals } from '../evaluate/operators.ts';
import { typeName, typeOf } from '../evaluate/attributes.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { DONE, wait, type Result, type Steps } from '../evaluate/pending.ts';
import { collect, index, repr } from '../evaluate/protocols.ts';
import { bytesLike } from '../builtins/bytesArguments.ts';
import { elements, type Elements } from '../builtins/memoryFormats.ts';
import type { BuiltinModule } from '../imports.ts';
import { attribute, methods, staticMethods } from '../native.ts';
import { itemIndex, sliceRange } from '../text/indices.ts';
import { strRepr } from '../text/strRepr.ts';
import { Bytes, List, Slice, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { intOf } from '../values/integers.ts';
import { StepIterator } from '../values/iterator.ts';
import { Float, notImplemented } from '../values/numbers.ts';
import { builtinType, type PyType, type Value } from '../values/object.ts';

export const arrayType = builtinType('array', undefined, (cls) => new ArrayObject('b', cls));
arrayType.module = 'array';
const iteratorType = builtinType('arrayiterator');
iteratorType.module = 'array';

class ArrayObject extends Bytes {
  code: string;
  constructor(code: string, cls: PyType = arrayType, data: Uint8Array = new Uint8Array()) {
    super(data, cls);
    this.code = code;
  }

  get kind(): Elements {
    return elements(this.code);
  }

  get length(): number {
    return this.data.length / this.kind.size;
  }

  item(at: number): Value {
    const { buffer, byteOffset, byteLength } = this.data;
    return this.kind.read(new DataView(buffer, byteOffset, byteLength), at * this.kind.size);
  }

  items(): Value[] {
    return Array.from({ length: this.length }, (_, i) => this.item(i));
  }

  /** The bytes of values of this array's kind. */
  packed(values: readonly Value[]): Uint8Array {
    const { size } = this.kind;
    const data = new Uint8Array(values.length * size);
    const view = new DataView(data.buffer);
    for (const [i, value] of values.entries()) this.kind.write(view, i * size, this.#number(value));
    return data;
  }

  #number(value: Value): number | bigint {
    const { kind } = this;
    const int = intOf(value);
    if (kind.isFloat) {
      const number = value instanceof Float ? value.value : int;
      return number ?? raise('TypeError', `must be real number, not ${typeName(value)}`);
    }
    if (int === undefined) {
      const message = `'${typeName(value)}' object cannot be interpreted as an integer`;
      return raise('TypeError', message);
    }
    if (int < kind.min || int > kind.max) {
      const side = int > kind.max ? 'greater than maximum' : 'less than minimum';
      raise('OverflowError', `${NOUNS[this.code] ?? 'number'} is ${side}`);
    }
    return int;
  }

  /** Puts other bytes in the place of some elements. */
  splice(from: number, count: number, data: Uint8Array): void {
    const { size } = this.kind;
    this.touch();
    const made = new Uint8Array(this.data.length - count * size + data.length);
    made.set(this.data.subarray(0, from * size));
    made.set(data, from * size);
    made.set(this.data.subarray((from + count) * size), from * size + data.length);
    this.data = made;
  }
}

const CODES = 'bBhHiIlLqQfd';
const NOUNS: Record<string, string> = {
  b: 'signed char',
  B: 'unsigned byte integer',
  h: 'signed short integer',
  H: 'unsigned short',
  i: 'signed integer',
  I: 'unsigned int',
};

staticMethods(arrayType, {
  *'__new__(cls, typecode, initializer=<none>, /)'(
    vm: Interpreter,
    cls: PyType,
    code: Value,
    given: Value | undefined,
  ): Steps {
    if (typeof code !== 'string' || code.length !== 1) {
      const type = typeof code === 'string' ? 'str' : typeName(code);
      return raise('TypeError', `array() argument 1 must be a unicode character, not ${type}`);
    }
    if (code === 'u') return vm.unsupported('an array of characters');
    if (!CODES.includes(code)) {
      const message = 'bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)';
      return raise('ValueError', message);
    }
    const made = new ArrayObject(code, cls);
    if (given === undefined) return made;
    if (typeof given === 'string') {
      const message = `cannot use a str to initialize an array with typecode '${code}'`;
      return raise('TypeError', message);
    }
    if (given instanceof Bytes && !(given instanceof ArrayObject)) {
      checkSize(made, given.data);
      made.data = given.data.slice();
    } else {
      made.data = made.packed(yield* collect(vm, given));
    }
    vm.charge(made.data.length);
    return made;
  },
});

function checkSize(self: ArrayObject, data: Uint8Array): void {
  if (data.length % self.kind.size !== 0) {
    raise('ValueError', 'bytes length not a multiple of item size');
  }
}

function place(vm: Interpreter, self: ArrayObject, key: Value, doing = ''): number {
  if (typeOf(key).lookup('__index__') === undefined) {
    raise('TypeError', 'array indices must be integers');
  }
  return itemIndex(index(vm, key), self.length, `array ${doing}index out of range`);
}

function sameKind(self: ArrayObject, data: Uint8Array): ArrayObject {
  return new ArrayObject(self.code, arrayType, data);
}

function other(value: Value, message: (type: string) => string): ArrayObject {
  if (value instanceof ArrayObject) return value;
  return raise('TypeError', message(typeName(value)));
}

methods(arrayType, {
  '__len__(self, /)': (_vm, self: ArrayObject) => self.length,
  '__iter__(self, /)': (_vm, self: ArrayObject) => {
    let at = 0;
    return new StepIterator(iteratorType, () => (at < self.length ? self.item(at++) : DONE));
  },
  '__getitem__(self, key, /)': (vm: Interpreter, self: ArrayObject, key: Value) => {
    if (!(key instanceof Slice)) return self.item(place(vm, self, key));
    const { start, step, count } = sliceRange(vm, key, self.length);
    const values = Array.from({ length: count }, (_, i) => self.item(start + i * step));
    return sameKind(self, self.packed(values));
  },
  '__setitem__(self, key, value, /)': (
    vm: Interpreter,
    self: ArrayObject,
    key: Value,
    given: Value,
  ) => {
    if (!(key instanceof Slice)) {
      self.splice(place(vm, self, key, 'assignment '), 1, self.packed([given]));
      return null;
    }
    const from = other(given, (type) => `can only assign array (not "${type}") to array slice`);
    const { start, step, count } = sliceRange(vm, key, self.length);
    if (step === 1) self.splice(start, count, from.data.slice());
    else if (count === from.length) {
      for (let i = 0; i < count; i++) self.splice(start + i * step, 1, self.packed([from.item(i)]));
    } else {
      const message = `attempt to assign array of size ${from.length} to extended slice of size ${count}`;
      raise('ValueError', message);
    }
    return null;
  },
  '__delitem__(self, key, /)': (vm: Interpreter, self: ArrayObject, key: Value) => {
    if (!(key instanceof Slice)) {
      self.splice(place(vm, self, key, 'assignment '), 1, new Uint8Array());
      return null;
    }
    const { start, step, count } = sliceRange(vm, key, self.length);
    const gone = new Set(Array.from({ length: count }, (_, i) => start + i * step));
    self.touch();
    self.data = self.packed(self.items().filter((_, i) => !gone.has(i)));
    return null;
  },
  '__contains__(self, value, /)': (vm: Interpreter, self: ArrayObject, value: Value) =>
    self.items().some((item) => equals(vm, item, value)),
  '__add__(self, value, /)': (vm: Interpreter, self: ArrayObject, value: Value) => {
    const more = other(value, (type) => `can only append array (not "${type}") to array`);
    if (more.code !== self.code) raise('TypeError', 'bad argument type for built-in operation');
    vm.charge(self.data.length + more.data.length);
    return sameKind(self, Uint8Array.from([...self.data, ...more.data]));
  },
  '__iadd__(self, value, /)': (_vm: Interpreter, self: ArrayObject, value: Value) => {
    const more = other(value, (type) => `can only extend with array (not "${type}")`);
    self.splice(self.length, 0, more.data.slice());
    return self;
  },
  '__mul__(self, value, /)': (vm: Interpreter, self: ArrayObject, value: Value) => {
    const times = Math.max(0, Number(index(vm, value)));
    vm.charge(self.data.length * times);
    const data = new Uint8Array(self.data.length * times);
    for (let i = 0; i < times; i++) data.set(self.data, i * self.data.length);
    return sameKind(self, data);
  },
  *'__repr__(self, /)'(vm: Interpreter, self: ArrayObject): Steps {
    if (self.length === 0) return `${self.cls.name}('${self.code}')`;
    const list = (yield* wait(repr(vm, new List(self.items())))) as string;
    return `${self.cls.name}(${strRepr(self.code)}, ${list})`;
  },
});

for (const [name, op] of [
  ['eq', 'Eq'],
  ['ne', 'NotEq'],
  ['lt', 'Lt'],
  ['le', 'LtE'],
  ['gt', 'Gt'],
  ['ge', 'GtE'],
] as const) {
  methods(arrayType, {
    [`__${name}__(self, value, /)`]: (vm: Interpreter, self: ArrayObject, value: Value): Result =>
      value instanceof ArrayObject
        ? compare(vm, op, new List(self.items()), new List(value.items()))
        : notImplemented,
  });
}

methods(arrayType, {
  'append(self, v, /)': (_vm, self: ArrayObject, value: Value) => {
    self.splice(self.length, 0, self.packed([value]));
    return null;
  },
  *'extend(self, bb, /)'(vm: Interpreter, self: ArrayObject, values: Value): Steps {
    if (values instanceof ArrayObject && values.code !== self.code) {
      raise('TypeError', 'can only extend with array of same kind');
    }
    self.splice(self.length, 0, self.packed(yield* collect(vm, values)));
    return null;
  },
  'fromlist(self, list, /)': (_vm, self: ArrayObject, list: Value) => {
    if (!(list instanceof List)) return raise('TypeError', 'arg must be list');
    self.splice(self.length, 0, self.packed(list.items));
    return null;
  },
  'frombytes(self, buffer, /)': (_vm, self: ArrayObject, data: Value) => {
    checkSize(self, bytesLike(data));
    self.splice(self.length, 0, bytesLike(data).slice());
    return null;
  },
  'tobytes(self, /)': (_vm, self: ArrayObject) => new Bytes(self.data.slice()),
  'tolist(self, /)': (_vm, self: ArrayObject) => new List(self.items()),
  'insert(self, i, v, /)': (vm: Interpreter, self: ArrayObject, at: Value, value: Value) => {
    const wanted = Number(index(vm, at));
    const from = wanted < 0 ? Math.max(0, wanted + self.length) : Math.min(wanted, self.length);
    self.splice(from, 0, self.packed([value]));
    return null;
  },
  'pop(self, i=-1, /)': (vm: Interpreter, self: ArrayObject, at: Value) => {
    if (self.length === 0) raise('IndexError', 'pop from empty array');
    const from = itemIndex(index(vm, at), self.length, 'pop index out of range');
    const item = self.item(from);
    self.splice(from, 1, new Uint8Array());
    return item;
  },
  'remove(self, v, /)': (vm: Interpreter, self: ArrayObject, value: Value) => {
    const at = self.items().findIndex((item) => equals(vm, item, value));
    if (at < 0) raise('ValueError', 'array.remove(x): x not in array');
    self.splice(at, 1, new Uint8Array());
    return null;
  },
  'index(self, v, /)': (vm: Interpreter, self: ArrayObject, value: Value) => {
    const at = self.items().findIndex((item) => equals(vm, item, value));
    return at < 0 ? raise('ValueError', 'array.index(x): x not in array') : at;
  },
  'count(self, v, /)': (vm: Interpreter, self: ArrayObject, value: Value) =>
    self.items().filter((item) => equals(vm, item, value)).length,
  'reverse(self, /)': (_vm, self: ArrayObject) => {
    self.touch();
    self.data = self.packed(self.items().reverse());
    return null;
  },
  'byteswap(self, /)': (_vm, self: ArrayObject) => {
    self.touch();
    const { size } = self.kind;
    const data = self.data.slice();
    for (let at = 0; at < data.length; at += size) data.subarray(at, at + size).reverse();
    self.data = data;
    return null;
  },
  '__copy__(self, /)': (_vm, self: ArrayObject) => sameKind(self, self.data.slice()),
  '__reduce_ex__(self, protocol, /)': (_vm, self: ArrayObject) =>
    new Tuple([self.cls, new Tuple([self.code, new List(self.items())])]),
});
attribute(arrayType, 'typecode', (_vm, self: ArrayObject) => self.code);
attribute(arrayType, 'itemsize', (_vm, self: ArrayObject) => self.kind.size);

export const array: BuiltinModule = {
  name: 'array',
  build: () => ({ array: arrayType, ArrayType: arrayType, typecodes: 'bBuhHiIlLqQfd' }),
};
