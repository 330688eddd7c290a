// `int` and `bool`: https://docs.python.org/3.11/library/stdtypes.html#numeric-types-int-float-complex
//
// Sums and products of plain ints take a shorter way in evaluate/operators.ts.

import { call, callSpecial } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { typeName } from '../evaluate/attributes.ts';
import { wait, type Result, type Steps } from '../evaluate/pending.ts';
import { index, quickTruth, str, truth } from '../evaluate/protocols.ts';
import { attribute, classMethods, methods, staticMethods } from '../native.ts';
import { formatInt, specText } from '../text/formatSpec.ts';
import { digitCount, parseInteger } from '../text/parseNumber.ts';
import { strRepr } from '../text/strRepr.ts';
import { Bytes, bytesType, Tuple } from '../values/containers.ts';
import { power as exactPower } from '../values/elementary.ts';
import { raise } from '../values/exception.ts';
import {
  bitLength,
  intFromDouble,
  intOf,
  normalise,
  toDouble,
  type Int,
} from '../values/integers.ts';
import {
  boolType,
  Float,
  IntObject,
  intType,
  notImplemented,
  StrObject,
} from '../values/numbers.ts';
import { NamedInt, type PyType, type Value } from '../values/object.ts';
import { isUnknown, Unknown } from '../values/unknown.ts';
import { bytesFrom, literalOf } from './bytesArguments.ts';

type Arithmetic = (a: bigint, b: bigint) => bigint;

/** Digits beyond which CPython refuses to convert between int and str. */
const DIGITS_MAX = 4300;

/** An integer in decimal. */
export function decimal(value: Int): string {
  const text = value.toString();
  const digits = value < 0 ? text.length - 1 : text.length;
  if (digits > DIGITS_MAX) {
    raise(
      'ValueError',
      `Exceeds the limit (${DIGITS_MAX} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  return text;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function modulo(a: bigint, b: bigint): bigint {
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

const exact: Record<string, Arithmetic> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

function addBinary(name: string, compute: (vm: Interpreter, a: Int, b: Int) => Value): void {
  methods(intType, {
    [`__${name}__(self, value, /)`]: (vm, self: Value, value: Value): Result => {
      const a = intOf(self);
      const b = intOf(value);
      return a === undefined || b === undefined ? notImplemented : compute(vm, a, b);
    },
    [`__r${name}__(self, value, /)`]: (vm, self: Value, value: Value): Result => {
      const a = intOf(self);
      const b = intOf(value);
      return a === undefined || b === undefined ? notImplemented : compute(vm, b, a);
    },
  });
}

for (const [name, compute] of Object.entries(exact)) {
  addBinary(name, (vm, a, b) => {
    chargeInts(vm, a, b);
    return normalise(compute(BigInt(a), BigInt(b)));
  });
}
addBinary('truediv', (_vm, a, b) => {
  if (Number(b) === 0) raise('ZeroDivisionError', 'division by zero');
  return new Float(divide(a, b));
});
addBinary('floordiv', (_vm, a, b) => {
  if (Number(b) === 0) raise('ZeroDivisionError', 'integer division or modulo by zero');
  return normalise(floorDivide(BigInt(a), BigInt(b)));
});
addBinary('mod', (_vm, a, b) => {
  if (Number(b) === 0) raise('ZeroDivisionError', 'integer modulo by zero');
  return normalise(modulo(BigInt(a), BigInt(b)));
});
addBinary('divmod', (_vm, a, b) => {
  if (Number(b) === 0) raise('ZeroDivisionError', 'integer division or modulo by zero');
  const [x, y] = [BigInt(a), BigInt(b)];
  return new Tuple([normalise(floorDivide(x, y)), normalise(modulo(x, y))]);
});
addBinary('lshift', (vm, a, b) => {
  if (b < 0) raise('ValueError', 'negative shift count');
  if (Number(a) === 0) return 0;
  vm.charge((bitLength(a) + Number(b)) / 8);
  return normalise(BigInt(a) << BigInt(b));
});
addBinary('rshift', (_vm, a, b) => {
  if (b < 0) raise('ValueError', 'negative shift count');
  return normalise(BigInt(a) >> BigInt(b));
});

/** The quotient rounded once, also where the operands are beyond the range of doubles. */
function divide(a: Int, b: Int): number {
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  const [x, y] = [BigInt(a), BigInt(b)];
  const negative = x < 0n !== y < 0n;
  const top = x < 0n ? -x : x;
  const bottom = y < 0n ? -y : y;
  const shift = Math.max(0, 66 - (bitLength(top) - bitLength(bottom)));
  const scaled = (top << BigInt(shift)) / bottom;
  const rest = (top << BigInt(shift)) % bottom !== 0n;
  // The last bit notes that something was cut off, so that halves round to the right side.
  const result = Number(rest ? scaled | 1n : scaled) * 2 ** -shift;
  if (!Number.isFinite(result)) {
    raise('OverflowError', 'integer division result too large for a float');
  }
  return negative ? -result : result;
}

function chargeInts(vm: Interpreter, a: Int, b: Int): void {
  if (typeof a === 'bigint' || typeof b === 'bigint') vm.charge((bitLength(a) + bitLength(b)) / 8);
}

function power(vm: Interpreter, base: Int, exponent: Int): Value {
  if (exponent < 0) {
    if (Number(base) === 0) {
      raise('ZeroDivisionError', '0.0 cannot be raised to a negative power');
    }
    return new Float(exactPower(toDouble(base), toDouble(exponent)));
  }
  if (Math.abs(Number(base)) > 1) vm.charge((bitLength(base) * Number(exponent)) / 8);
  return normalise(BigInt(base) ** BigInt(exponent));
}

function powerModulo(base: Int, exponent: Int, modulus: Int): Value {
  const m = BigInt(modulus);
  if (m === 0n) raise('ValueError', 'pow() 3rd argument cannot be 0');
  let x = modulo(BigInt(base), m);
  let e = BigInt(exponent);
  if (e < 0n) {
    x = inverse(x, m);
    e = -e;
  }
  let result = modulo(1n, m);
  for (; e > 0n; e >>= 1n) {
    if (e & 1n) result = modulo(result * x, m);
    x = modulo(x * x, m);
  }
  return normalise(result);
}

function inverse(a: bigint, m: bigint): bigint {
  let [r0, r1, s0, s1] = [a, m, 1n, 0n];
  while (r1 !== 0n) {
    const q = floorDivide(r0, r1);
    [r0, r1, s0, s1] = [r1, r0 - q * r1, s1, s0 - q * s1];
  }
  if (r0 !== 1n && r0 !== -1n) {
    raise('ValueError', 'base is not invertible for the given modulus');
  }
  return modulo(r0 === 1n ? s0 : -s0, m);
}

function addComparison(name: string, compare: (a: Int, b: Int) => boolean): void {
  methods(intType, {
    [`__${name}__(self, value, /)`]: (_vm, self: Value, value: Value): Result => {
      const a = intOf(self);
      const b = intOf(value);
      return a === undefined || b === undefined ? notImplemented : compare(a, b);
    },
  });
}
addComparison('eq', (a, b) => a === b);
addComparison('ne', (a, b) => a !== b);
addComparison('lt', (a, b) => a < b);
addComparison('le', (a, b) => a <= b);
addComparison('gt', (a, b) => a > b);
addComparison('ge', (a, b) => a >= b);

function own(self: Value): Int {
  return intOf(self) as Int;
}

/** The modulus of CPython's hashes of numbers: 2^61 - 1. */
const HASH_MODULUS = 2n ** 61n - 1n;

export function hashInt(value: Int): Int {
  if (typeof value === 'number') return value === -1 ? -2 : value;
  const magnitude = (value < 0n ? -value : value) % HASH_MODULUS;
  const hash = value < 0n ? -magnitude : magnitude;
  return normalise(hash === -1n ? -2n : hash);
}

/** An int with an origin stays one; a subclass becomes a plain int. */
function plain(self: Value): Value {
  return self instanceof NamedInt ? self : own(self);
}

methods(intType, {
  '__pow__(self, value, mod=None, /)': (vm, self: Value, value: Value, modulus: Value) => {
    const a = intOf(self);
    const b = intOf(value);
    if (a === undefined || b === undefined) return notImplemented;
    if (modulus === null) return power(vm, a, b);
    const m = intOf(modulus);
    return m === undefined ? notImplemented : powerModulo(a, b, m);
  },
  '__rpow__(self, value, mod=None, /)': (vm, self: Value, value: Value) => {
    const b = intOf(value);
    return b === undefined ? notImplemented : power(vm, b, own(self));
  },
  '__neg__(self, /)': (_vm, self: Value) => normalise(-BigInt(own(self))),
  '__pos__(self, /)': (_vm, self: Value) => plain(self),
  '__abs__(self, /)': (_vm, self: Value) => {
    const value = own(self);
    return value < 0 ? normalise(-BigInt(value)) : plain(self);
  },
  '__invert__(self, /)': (_vm, self: Value) => normalise(~BigInt(own(self))),
  '__bool__(self, /)': (_vm, self: Value) => Number(own(self)) !== 0,
  '__int__(self, /)': (_vm, self: Value) => plain(self),
  '__index__(self, /)': (_vm, self: Value) => plain(self),
  '__trunc__(self, /)': (_vm, self: Value) => plain(self),
  '__floor__(self, /)': (_vm, self: Value) => plain(self),
  '__ceil__(self, /)': (_vm, self: Value) => plain(self),
  '__float__(self, /)': (_vm, self: Value) => new Float(toDouble(own(self))),
  '__round__(self, ndigits=<none>, /)': (vm, self: Value, digits: Value | undefined) => {
    if (digits === undefined || digits === null) return plain(self);
    const places = Number(index(vm, digits));
    if (places >= 0) return plain(self);
    return roundTo(own(self), 10n ** BigInt(-places));
  },
  '__hash__(self, /)': (_vm, self: Value) => hashInt(own(self)),
  '__repr__(self, /)': (_vm, self: Value) => decimal(own(self)),
  '__format__(self, format_spec, /)': (vm, self: Value, spec: Value) =>
    spec === '' ? str(vm, self) : formatInt(own(self), specText(spec), typeName(self), decimal),
  'bit_length(self, /)': (_vm, self: Value) => bitLength(own(self)),
  'bit_count(self, /)': (_vm, self: Value) => {
    const value = BigInt(own(self));
    return [...(value < 0n ? -value : value).toString(2)].filter((bit) => bit === '1').length;
  },
  'conjugate(self, /)': (_vm, self: Value) => plain(self),
  'as_integer_ratio(self, /)': (_vm, self: Value) => new Tuple([plain(self), 1]),
  "to_bytes(self, /, length=1, byteorder='big', *, signed=False)": (
    vm,
    self: Value,
    length: Value,
    order: Value,
    signed: Value,
  ) => toBytes(BigInt(own(self)), Number(index(vm, length)), order, signed === true),
  '__getnewargs__(self, /)': (_vm, self: Value) => new Tuple([own(self)]),
});

function roundTo(value: Int, unit: bigint): Value {
  const n = BigInt(value);
  const floor = floorDivide(n, unit);
  const rest = n - floor * unit;
  const up = rest * 2n > unit || (rest * 2n === unit && floor % 2n !== 0n);
  return normalise((up ? floor + 1n : floor) * unit);
}

function toBytes(value: bigint, length: number, order: Value, signed: boolean): Value {
  if (length < 0) raise('ValueError', 'length argument must be non-negative');
  checkOrder(order);
  if (value < 0n && !signed) raise('OverflowError', "can't convert negative int to unsigned");
  const bits = BigInt(length * 8);
  const limit = signed ? 1n << (bits - 1n) : 1n << bits;
  if (length > 0 ? value >= limit || value < -limit : value !== 0n) {
    raise('OverflowError', 'int too big to convert');
  }
  const data = new Uint8Array(length);
  let rest = BigInt.asUintN(length * 8, value);
  for (let i = length - 1; i >= 0; i--) {
    data[i] = Number(rest & 255n);
    rest >>= 8n;
  }
  return new Bytes(order === 'big' ? data : data.reverse());
}

for (const [name, value] of [
  ['real', plain],
  ['numerator', plain],
  ['imag', () => 0],
  ['denominator', () => 1],
] as const) {
  attribute<Value>(intType, name, (_vm, self) => value(self));
}

staticMethods(intType, {
  *'__new__(cls, x=<none>, /, base=<none>)'(
    vm: Interpreter,
    cls: PyType,
    x: Value | undefined,
    base: Value | undefined,
  ): Steps {
    if (cls.isSubtypeOf(boolType)) {
      raise('TypeError', 'int.__new__(bool) is not safe, use bool.__new__()');
    }
    const value = yield* convert(vm, x, base);
    if (cls === intType || isUnknown(value)) return value;
    return new IntObject(intOf(value) as Int, cls);
  },
});

function* convert(vm: Interpreter, x: Value | undefined, base: Value | undefined): Steps {
  if (x === undefined) {
    if (base !== undefined) raise('TypeError', 'int() missing string argument');
    return 0;
  }
  if (isUnknown(x)) return new Unknown('an integer made from something unknown', intType);
  if (base !== undefined) {
    const radix = Number(index(vm, base));
    const text = textOf(x);
    if (text === null) raise('TypeError', "int() can't convert non-string with explicit base");
    return fromText(text, radix, x);
  }
  if (x instanceof NamedInt) return x;
  const int = intOf(x);
  if (int !== undefined && !(x instanceof IntObject)) return int;
  if (x instanceof Float) return fromFloat(x.value);
  for (const name of ['__int__', '__index__', '__trunc__']) {
    const result = callSpecial(vm, x, name, []);
    if (result === undefined) continue;
    const value = yield* wait(result);
    if (isUnknown(value)) return value;
    const number = intOf(value);
    if (number !== undefined) return number;
    raise('TypeError', `${name} returned non-int (type ${typeName(value)})`);
  }
  const text = textOf(x);
  if (text !== null) return fromText(text, 10, x);
  return raise(
    'TypeError',
    `int() argument must be a string, a bytes-like object or a real number, not '${typeName(x)}'`,
  );
}

function textOf(value: Value): string | null {
  if (typeof value === 'string') return value;
  if (value instanceof StrObject) return value.value;
  if (value instanceof Bytes) return String.fromCharCode(...value.data);
  return null;
}

function fromText(text: string, base: number, given: Value): Value {
  if (base !== 0 && (base < 2 || base > 36)) {
    raise('ValueError', 'int() base must be >= 2 and <= 36, or 0');
  }
  if (digitCount(text) > DIGITS_MAX && (base & (base - 1)) !== 0) {
    raise(
      'ValueError',
      `Exceeds the limit (${DIGITS_MAX} digits) for integer string conversion: value has ${digitCount(text)} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  const value = parseInteger(text, base);
  if (value !== null) return value;
  const shown = given instanceof Bytes ? literalOf(given) : strRepr(text);
  return raise('ValueError', `invalid literal for int() with base ${base}: ${shown}`);
}

export function fromFloat(x: number): Value {
  if (Number.isNaN(x)) raise('ValueError', 'cannot convert float NaN to integer');
  if (!Number.isFinite(x)) raise('OverflowError', 'cannot convert float infinity to integer');
  return intFromDouble(Math.trunc(x));
}

classMethods(intType, {
  *"from_bytes(cls, bytes, byteorder='big', *, signed=False)"(
    vm: Interpreter,
    cls: PyType,
    bytes: Value,
    order: Value,
    signed: Value,
  ): Steps {
    if (typeof bytes === 'string' || intOf(bytes) !== undefined) {
      raise('TypeError', `cannot convert '${typeName(bytes)}' object to bytes`);
    }
    const data = yield* bytesFrom(vm, bytesType, {
      source: bytes,
      encoding: undefined,
      errors: undefined,
    });
    if (data === null) return new Unknown('an integer made from unknown bytes', intType);
    checkOrder(order);
    const digits = order === 'little' ? data.slice().reverse() : data;
    const hex = Array.from(digits, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const value = BigInt(`0x0${hex}`);
    const int = normalise(
      quickTruth(signed) === true ? BigInt.asIntN(data.length * 8, value) : value,
    );
    return cls === intType ? int : yield* wait(call(vm, cls, [int]));
  },
});

function checkOrder(order: Value): void {
  if (order !== 'big' && order !== 'little') {
    raise('ValueError', "byteorder must be either 'little' or 'big'");
  }
}

for (const name of ['and', 'or', 'xor']) {
  const compute = exact[name] as Arithmetic;
  const method = (_vm: Interpreter, self: Value, value: Value): Result => {
    if (typeof self === 'boolean' && typeof value === 'boolean') {
      return compute(BigInt(self), BigInt(value)) !== 0n;
    }
    const b = intOf(value);
    return b === undefined ? notImplemented : normalise(compute(BigInt(own(self)), BigInt(b)));
  };
  methods(boolType, {
    [`__${name}__(self, value, /)`]: method,
    [`__r${name}__(self, value, /)`]: method,
  });
}

methods(boolType, {
  '__repr__(self, /)': (_vm, self: boolean) => (self ? 'True' : 'False'),
});

staticMethods(boolType, {
  '__new__(cls, x=False, /)': (vm: Interpreter, _cls: PyType, x: Value) =>
    quickTruth(x) ?? truth(vm, x),
});
