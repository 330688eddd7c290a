// `int` and `bool`: https://docs.python.org/3.11/library/stdtypes.html#numeric-types-int-float-complex
//
// Sums and products of plain ints take a shorter way in evaluate/operators.ts.

import { call, callSpecial } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { typeName } from '../evaluate/attributes.ts';
import { then } from '../evaluate/then.ts';
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
import { bufferOf } from '../values/memoryView.ts';
import { NamedInt, PyObject, type PyType, type Value } from '../values/object.ts';
import { isUnknown, Unknown } from '../values/unknown.ts';
import { bytesFrom, literalOf } from './bytesArguments.ts';
import { latin1 } from './float.ts';
import { warn } from './warning.ts';

type Arithmetic = (a: bigint, b: bigint) => bigint;

/** Digits beyond which CPython refuses to convert between int and str. */
const DIGITS_MAX = 4300;

/** An integer in decimal. */
export function decimal(value: Int): string {
  if (typeof value === 'number') return value.toString();
  // Its bits first: the digits of a huge one would take long to find.
  if (bitLength(value) > BITS_OF_DIGITS) refuseDigits();
  const text = value.toString();
  const digits = value < 0 ? text.length - 1 : text.length;
  return digits > DIGITS_MAX ? refuseDigits() : text;
}

function refuseDigits(): never {
  return raise(
    'ValueError',
    `Exceeds the limit (${DIGITS_MAX} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
  );
}

/** No number of more bits has as few digits as may be shown. */
const BITS_OF_DIGITS = Math.ceil(DIGITS_MAX * Math.log2(10)) + 1;

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
  const bits = bitLength(a) + Number(b);
  if (bits > 2 ** 62) raise('OverflowError', 'too many digits in integer');
  vm.charge(bits / 8);
  if (bits > BITS_MAX) raise('MemoryError', '');
  return normalise(BigInt(a) << BigInt(b));
});
addBinary('rshift', (_vm, a, b) => {
  if (b < 0) raise('ValueError', 'negative shift count');
  if (Number(b) > BITS_MAX) return a < 0 ? -1 : 0;
  return normalise(BigInt(a) >> BigInt(b));
});

/** The quotient rounded once, halves to even, also where the operands are beyond doubles. */
export function divide(a: Int, b: Int): number {
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  const [x, y] = [BigInt(a), BigInt(b)];
  if (x === 0n) return y < 0n ? -0 : 0;
  const negative = x < 0n !== y < 0n;
  const top = x < 0n ? -x : x;
  const bottom = y < 0n ? -y : y;
  const size = bitLength(top) - bitLength(bottom);
  if (size > 1025) raise('OverflowError', 'integer division result too large for a float');
  // 66 bits, and near zero no more than two beyond the last that a double has.
  const shift = Math.min(66 - size, 1076);
  const scaledTop = shift > 0 ? top << BigInt(shift) : top;
  const scaledBottom = shift < 0 ? bottom << BigInt(-shift) : bottom;
  const scaled = scaledTop / scaledBottom;
  const rest = scaledTop % scaledBottom !== 0n;
  // The last bit notes that something was cut off, so that halves round to the right side.
  const result = scaleExactly(rest ? scaled | 1n : scaled, -shift);
  if (!Number.isFinite(result)) {
    raise('OverflowError', 'integer division result too large for a float');
  }
  return negative ? -result : result;
}

/** `value * 2**power`, rounded once: the bits that a double of this size has no room for go first. */
function scaleExactly(value: bigint, power: number): number {
  const drop = Math.max(bitLength(value) - 53, -1074 - power);
  let whole = value;
  if (drop > 0) {
    const unit = 1n << BigInt(drop);
    const twice = (value & (unit - 1n)) * 2n;
    whole >>= BigInt(drop);
    if (twice > unit || (twice === unit && (whole & 1n) === 1n)) whole += 1n;
  }
  const rest = power + Math.max(drop, 0);
  const half = Math.trunc(rest / 2);
  return Number(whole) * 2 ** half * 2 ** (rest - half);
}

function chargeInts(vm: Interpreter, a: Int, b: Int): void {
  if (typeof a === 'bigint' || typeof b === 'bigint') vm.charge((bitLength(a) + bitLength(b)) / 8);
}

function power(vm: Interpreter, base: Int, exponent: Int): Value {
  if (exponent < 0) {
    if (base === 0) {
      raise('ZeroDivisionError', '0.0 cannot be raised to a negative power');
    }
    return new Float(exactPower(toDouble(base), toDouble(exponent)));
  }
  if (typeof base === 'number' && typeof exponent === 'number') {
    const quick = base ** exponent;
    if (Number.isSafeInteger(quick)) return quick + 0;
  }
  if (base !== 0 && base !== 1 && base !== -1) {
    const bits = (bitLength(base) - 1) * Number(exponent);
    vm.charge(bits / 8);
    if (bits > BITS_MAX) raise('MemoryError', '');
  } else {
    return base === -1 && BigInt(exponent) % 2n === 0n ? 1 : base;
  }
  return normalise(BigInt(base) ** BigInt(exponent));
}

/** JavaScript's integers have no more bits than this. */
const BITS_MAX = 2 ** 30 - 1;

function powerModulo(vm: Interpreter, base: Int, exponent: Int, modulus: Int): Value {
  const m = BigInt(modulus);
  if (m === 0n) raise('ValueError', 'pow() 3rd argument cannot be 0');
  let x = modulo(BigInt(base), m);
  let e = BigInt(exponent);
  if (e < 0n) {
    x = inverse(x, m);
    e = -e;
  }
  // A multiplication and a division for each bit of the exponent.
  const work = (bitLength(modulus) / 8) * bitLength(e);
  if (work > 1e5) vm.charge(work);
  let result = modulo(1n, m);
  for (const bit of e.toString(2)) {
    result = modulo(result * result, m);
    if (bit === '1') result = modulo(result * x, m);
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

/** How many bits are set in each hexadecimal digit. */
const BITS_OF_DIGIT = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4];

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
    return m === undefined ? notImplemented : powerModulo(vm, a, b, m);
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
    if (-places > bitLength(own(self))) return 0;
    return roundTo(own(self), 10n ** BigInt(-places));
  },
  '__hash__(self, /)': (_vm, self: Value) => hashInt(own(self)),
  '__repr__(self, /)': (_vm, self: Value) => decimal(own(self)),
  '__format__(self, format_spec, /)': (vm, self: Value, spec: Value) =>
    spec === '' ? str(vm, self) : formatInt(own(self), specText(spec), typeName(self), decimal),
  'bit_length(self, /)': (_vm, self: Value) => bitLength(own(self)),
  'bit_count(self, /)': (_vm, self: Value) => {
    const value = BigInt(own(self));
    const hex = (value < 0n ? -value : value).toString(16);
    let count = 0;
    for (let i = 0; i < hex.length; i++) count += BITS_OF_DIGIT[parseInt(hex.charAt(i), 16)] ?? 0;
    return count;
  },
  'conjugate(self, /)': (_vm, self: Value) => plain(self),
  'as_integer_ratio(self, /)': (_vm, self: Value) => new Tuple([plain(self), 1]),
  "to_bytes(self, /, length=1, byteorder='big', *, signed=False)": (
    vm,
    self: Value,
    length: Value,
    order: Value,
    signed: Value,
  ) => {
    const size = Number(index(vm, length));
    vm.charge(size);
    return then(truth(vm, signed), (yes) => toBytes(BigInt(own(self)), size, order, yes === true));
  },
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
  checkOrder(order, 'to_bytes');
  if (value < 0n && !signed) raise('OverflowError', "can't convert negative int to unsigned");
  const bits = bitLength(signed && value < 0n ? ~value : value) + (signed && value !== 0n ? 1 : 0);
  if (bits > length * 8 && !(length === 0 && value === -1n))
    raise('OverflowError', 'int too big to convert');
  const data = new Uint8Array(length);
  const hex = BigInt.asUintN(length * 8, value)
    .toString(16)
    .padStart(length * 2, '0');
  for (let i = 0; i < length; i++) {
    const end = hex.length - 2 * i;
    const pair = hex.slice(Math.max(0, end - 2), end);
    data[length - 1 - i] = Number.parseInt(pair, 16);
  }
  return new Bytes(textOf(order) === 'big' ? data : data.reverse());
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
    if (number !== undefined) {
      yield* warnOfConversion(vm, name, x, value);
      return number;
    }
    raise('TypeError', `${name} returned non-int (type ${typeName(value)})`);
  }
  const text = textOf(x);
  if (text !== null) return fromText(text, 10, x);
  return raise(
    'TypeError',
    `int() argument must be a string, a bytes-like object or a real number, not '${typeName(x)}'`,
  );
}

/** What CPython gives up: results of derived classes, and `__trunc__` in the place of `__int__`. */
function* warnOfConversion(vm: Interpreter, name: string, x: Value, value: Value): Steps {
  if (name === '__trunc__') {
    const text = 'The delegation of int() to __trunc__ is deprecated.';
    return yield* warn(vm, 'DeprecationWarning', text);
  }
  if ((value instanceof IntObject || typeof value === 'boolean') && intOf(x) === undefined) {
    const text = `${name} returned non-int (type ${typeName(value)}).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.`;
    return yield* warn(vm, 'DeprecationWarning', text);
  }
  return null;
}

function textOf(value: Value): string | null {
  if (typeof value === 'string') return value;
  if (value instanceof StrObject) return value.value;
  const data = value instanceof PyObject ? bufferOf(value) : null;
  return data === null ? null : latin1(data);
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
    checkOrder(order, 'from_bytes');
    const digits = textOf(order) === 'little' ? data.slice().reverse() : data;
    const hex = Array.from(digits, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const value = BigInt(`0x0${hex}`);
    const int = normalise(
      quickTruth(signed) === true ? BigInt.asIntN(data.length * 8, value) : value,
    );
    return cls === intType ? int : yield* wait(call(vm, cls, [int]));
  },
});

function checkOrder(order: Value, method: string): void {
  const name = order instanceof StrObject ? order.value : order;
  if (typeof name !== 'string') {
    raise('TypeError', `${method}() argument 'byteorder' must be str, not ${typeName(order)}`);
  }
  if (name !== 'big' && name !== 'little') {
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
