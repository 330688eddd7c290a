// `float`: https://docs.python.org/3.11/library/functions.html#float

import { call, callSpecial } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { typeName, typeOf } from '../evaluate/attributes.ts';
import { wait, type Pending, type Result, type Steps } from '../evaluate/pending.ts';
import { index, repr, str } from '../evaluate/protocols.ts';
import { attribute, classMethods, methods, staticMethods } from '../native.ts';
import { decompose, floatRepr } from '../text/floatRepr.ts';
import { formatFloat, specText } from '../text/formatSpec.ts';
import { parseFloating } from '../text/parseNumber.ts';
import { Bytes, Tuple } from '../values/containers.ts';
import { power as exactPower } from '../values/elementary.ts';
import { raise } from '../values/exception.ts';
import { intFromDouble, intOf, normalise, toDouble, type Int } from '../values/integers.ts';
import { Complex, Float, floatType, notImplemented, StrObject } from '../values/numbers.ts';
import { bufferOf } from '../values/memoryView.ts';
import { type Dict, PyObject, type PyType, type Value } from '../values/object.ts';
import { refuseKeywords } from './sequences.ts';
import { isUnknown, Unknown } from '../values/unknown.ts';
import { complexPower } from './complex.ts';
import { fromFloat, hashInt } from './int.ts';
import { warn } from './warning.ts';

/** A number that arithmetic with floats takes: a float or an int. */
export function operand(value: Value): number | undefined {
  if (value instanceof Float) return value.value;
  const int = intOf(value);
  return int === undefined ? undefined : toDouble(int);
}

export function floorModulo(x: number, y: number): number {
  if (y === 0) raise('ZeroDivisionError', 'float modulo');
  return divideFloor(x, y)[1];
}

/** The quotient rounded down and the rest, which has the sign of the divisor. */
function divideFloor(x: number, y: number): [quotient: number, rest: number] {
  let rest = x % y;
  let quotient = (x - rest) / y;
  if (rest === 0) {
    rest = isNegative(y) ? -0 : 0;
  } else if (isNegative(y) !== isNegative(rest)) {
    rest += y;
    quotient -= 1;
  }
  if (quotient === 0) return [isNegative(x / y) ? -0 : 0, rest];
  const floor = Math.floor(quotient);
  return [quotient - floor > 0.5 ? floor + 1 : floor, rest];
}

function isNegative(x: number): boolean {
  return x < 0 || Object.is(x, -0);
}

function floorDivide(x: number, y: number): number {
  if (y === 0) raise('ZeroDivisionError', 'float floor division by zero');
  return divideFloor(x, y)[0];
}

function power(x: number, y: number): Value {
  if (y === 0 || x === 1) return new Float(1);
  if (x === 0 && y < 0 && y !== -Infinity) {
    raise('ZeroDivisionError', '0.0 cannot be raised to a negative power');
  }
  if (x === -1 && !Number.isFinite(y)) return new Float(Number.isNaN(y) ? y : 1);
  if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y)) {
    return complexPower(new Complex(x, 0), new Complex(y, 0));
  }
  const result = exactPower(x, y);
  if (!Number.isFinite(result) && Number.isFinite(x) && Number.isFinite(y)) {
    raise('OverflowError', "(34, 'Numerical result out of range')");
  }
  return new Float(result);
}

const arithmetic: Record<string, (x: number, y: number) => Value> = {
  add: (x, y) => new Float(x + y),
  sub: (x, y) => new Float(x - y),
  mul: (x, y) => new Float(x * y),
  truediv: (x, y) => {
    if (y === 0) raise('ZeroDivisionError', 'float division by zero');
    return new Float(x / y);
  },
  floordiv: (x, y) => new Float(floorDivide(x, y)),
  mod: (x, y) => new Float(floorModulo(x, y)),
  divmod: (x, y) => {
    if (y === 0) raise('ZeroDivisionError', 'float divmod()');
    return new Tuple([new Float(floorDivide(x, y)), new Float(floorModulo(x, y))]);
  },
};

for (const [name, compute] of Object.entries(arithmetic)) {
  methods(floatType, {
    [`__${name}__(self, value, /)`]: (_vm, self: Float, value: Value): Result => {
      const other = operand(value);
      return other === undefined ? notImplemented : compute(self.value, other);
    },
    [`__r${name}__(self, value, /)`]: (_vm, self: Float, value: Value): Result => {
      const other = operand(value);
      return other === undefined ? notImplemented : compute(other, self.value);
    },
  });
}

/** Compares with an int exactly, however large it is. */
function addComparison(name: string, test: (order: number) => boolean): void {
  methods(floatType, {
    [`__${name}__(self, value, /)`]: (_vm, self: Float, value: Value): Result => {
      const x = self.value;
      if (value instanceof Float) return decide(x, value.value);
      const int = intOf(value);
      if (int === undefined) return notImplemented;
      return decide(x, int);
    },
  });
  const decide = (a: number, b: number | bigint): boolean => {
    if (Number.isNaN(a) || Number.isNaN(b)) return name === 'ne';
    return test(a < b ? -1 : a > b ? 1 : 0);
  };
}
addComparison('eq', (order) => order === 0);
addComparison('ne', (order) => order !== 0);
addComparison('lt', (order) => order < 0);
addComparison('le', (order) => order <= 0);
addComparison('gt', (order) => order > 0);
addComparison('ge', (order) => order >= 0);

/** A double's hash is that of the rational number it is, modulo 2^61 - 1. */
export function hashFloat(x: number): number | bigint {
  if (Number.isInteger(x)) return hashInt(intFromDouble(x));
  if (Number.isNaN(x)) return 0;
  if (!Number.isFinite(x)) return x > 0 ? 314159 : -314159;
  const modulus = 2n ** 61n - 1n;
  const [mantissa, exponent] = decompose(Math.abs(x));
  const places = ((exponent % 61) + 61) % 61;
  const hash = (mantissa * 2n ** BigInt(places)) % modulus;
  const signed = x < 0 ? -hash : hash;
  return normalise(signed === -1n ? -2n : signed);
}

function roundHalfEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest < 0.5) return floor;
  if (rest > 0.5) return floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

methods(floatType, {
  '__pow__(self, value, mod=None, /)': (_vm, self: Float, value: Value, modulus: Value) => {
    const other = operand(value);
    if (modulus !== null) {
      raise('TypeError', 'pow() 3rd argument not allowed unless all arguments are integers');
    }
    return other === undefined ? notImplemented : power(self.value, other);
  },
  '__rpow__(self, value, mod=None, /)': (_vm, self: Float, value: Value) => {
    const other = operand(value);
    return other === undefined ? notImplemented : power(other, self.value);
  },
  '__neg__(self, /)': (_vm, self: Float) => new Float(-self.value),
  '__pos__(self, /)': (_vm, self: Float) => new Float(self.value),
  '__abs__(self, /)': (_vm, self: Float) => new Float(Math.abs(self.value)),
  '__bool__(self, /)': (_vm, self: Float) => self.value !== 0,
  '__int__(self, /)': (_vm, self: Float) => fromFloat(self.value),
  '__trunc__(self, /)': (_vm, self: Float) => fromFloat(self.value),
  '__floor__(self, /)': (_vm, self: Float) => fromFloat(Math.floor(self.value)),
  '__ceil__(self, /)': (_vm, self: Float) => fromFloat(Math.ceil(self.value)),
  '__float__(self, /)': (_vm, self: Float) => new Float(self.value),
  '__round__(self, ndigits=None, /)': (vm, self: Float, digits: Value) => {
    const x = self.value;
    if (digits === null) return fromFloat(Number.isFinite(x) ? roundHalfEven(x) : x);
    const places = Number(index(vm, digits));
    if (!Number.isFinite(x) || places > 323) return new Float(x);
    if (places < -308) return new Float(0 * x);
    if (places >= 0) return new Float(Number(formatFloat(x, `.${places}f`)));
    const rounded = Number(roundToUnit(intFromDouble(Math.trunc(x)), places, x % 1 !== 0));
    if (!Number.isFinite(rounded)) raise('OverflowError', 'rounded value too large to represent');
    return new Float(rounded === 0 && isNegative(x) ? -0 : rounded);
  },
  '__hash__(self, /)': (_vm, self: Float) =>
    Number.isNaN(self.value) ? self.id : hashFloat(self.value),
  '__repr__(self, /)': (_vm, self: Float) => floatRepr(self.value),
  '__format__(self, format_spec, /)': (vm, self: Float, spec: Value) => {
    const text = specText(spec);
    return text === '' ? str(vm, self) : formatFloat(self.value, text, typeName(self));
  },
  'is_integer(self, /)': (_vm, self: Float) => Number.isInteger(self.value),
  'conjugate(self, /)': (_vm, self: Float) => new Float(self.value),
  'as_integer_ratio(self, /)': (_vm, self: Float) => ratio(self.value),
  'hex(self, /)': (_vm, self: Float) => hexText(self.value),
  '__getnewargs__(self, /)': (_vm, self: Float) => new Tuple([new Float(self.value)]),
});

/** A whole number to a power of ten, halves to even; `more` says that a fraction was cut off. */
function roundToUnit(whole: Int, places: number, more: boolean): bigint {
  const unit = 10n ** BigInt(-places);
  const magnitude = BigInt(whole) < 0n ? -BigInt(whole) : BigInt(whole);
  const floor = magnitude / unit;
  const twice = 2n * (magnitude - floor * unit);
  const up = twice > unit || (twice === unit && (more || floor % 2n === 1n));
  const rounded = (up ? floor + 1n : floor) * unit;
  return whole < 0 ? -rounded : rounded;
}

function ratio(x: number): Value {
  if (Number.isNaN(x)) raise('ValueError', 'cannot convert NaN to integer ratio');
  if (!Number.isFinite(x)) raise('OverflowError', 'cannot convert Infinity to integer ratio');
  if (x === 0) return new Tuple([0, 1]);
  let [mantissa, exponent] = decompose(Math.abs(x));
  while (exponent < 0 && mantissa % 2n === 0n) {
    mantissa /= 2n;
    exponent++;
  }
  const top = exponent > 0 ? mantissa << BigInt(exponent) : mantissa;
  const bottom = exponent < 0 ? 1n << BigInt(-exponent) : 1n;
  return new Tuple([normalise(x < 0 ? -top : top), normalise(bottom)]);
}

function hexText(x: number): string {
  if (!Number.isFinite(x)) return floatRepr(x);
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  if (x === 0) return `${sign}0x0.0p+0`;
  const [mantissa, exponent] = decompose(Math.abs(x));
  const bits = mantissa.toString(2).length;
  const normal = exponent + bits - 1 >= -1022;
  const shifted = normal ? mantissa << BigInt(53 - bits) : mantissa;
  const power = normal ? exponent + bits - 1 : -1022;
  const lead = normal ? '1' : '0';
  const fraction = (shifted & (2n ** 52n - 1n)).toString(16).padStart(13, '0');
  return `${sign}0x${lead}.${fraction}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}

attribute<Float>(floatType, 'real', (_vm, self) => new Float(self.value));
attribute<Float>(floatType, 'imag', () => new Float(0));

export function textOf(value: Value): string | null {
  if (typeof value === 'string') return value;
  if (value instanceof StrObject) return value.value;
  const data = value instanceof PyObject ? bufferOf(value) : null;
  return data === null ? null : latin1(data);
}

/** Bytes as text, a character a byte; none of those beyond ASCII is a digit or a space. */
export function latin1(data: Uint8Array): string {
  let text = '';
  for (const byte of data) text += String.fromCharCode(byte < 128 ? byte : 0xe000 + byte);
  return text;
}

staticMethods(floatType, {
  *'__new__(cls, x=0, /, **kwargs)'(vm: Interpreter, cls: PyType, x: Value, keywords: Dict): Steps {
    refuseKeywords(floatType, cls, '__init__', keywords);
    if (isUnknown(x)) return new Unknown('a float made from something unknown', floatType);
    const value = yield* toFloat(vm, x);
    if (typeof value !== 'number') return value;
    return new Float(value, cls);
  },
});

/** `float(x)` */
export function* toFloat(vm: Interpreter, x: Value): Generator<Pending, number | Value, Value> {
  const text = textOf(x);
  if (text !== null && typeOf(x).lookup('__float__') === undefined) {
    const value = parseFloating(text);
    if (value === null) {
      const shown = yield* wait(repr(vm, x));
      raise('ValueError', `could not convert string to float: ${String(shown)}`);
    }
    return value;
  }
  if (x instanceof Float && x.cls.lookup('__float__') === floatType.lookup('__float__')) {
    return x.value;
  }
  const own = callSpecial(vm, x, '__float__', []);
  if (own !== undefined) {
    const value = yield* wait(own);
    if (value instanceof Float && value.cls !== floatType) {
      yield* warn(
        vm,
        'DeprecationWarning',
        `${typeName(x)}.__float__ returned non-float (type ${typeName(value)}).  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python.`,
      );
    }
    return floatResult(value, x);
  }
  const int = intOf(x);
  if (int !== undefined) return toDouble(int);
  if (callSpecial(vm, x, '__index__', []) !== undefined) return toDouble(index(vm, x));
  return raise(
    'TypeError',
    `float() argument must be a string or a real number, not '${typeName(x)}'`,
  );
}

function floatResult(value: Value, x: Value): number | Value {
  if (isUnknown(value)) return value;
  if (value instanceof Float) return value.value;
  return raise(
    'TypeError',
    `${typeName(x)}.__float__ returned non-float (type ${typeName(value)})`,
  );
}

classMethods(floatType, {
  '__getformat__(cls, typestr, /)': (_vm: Interpreter, _cls: PyType, kind: Value) => {
    if (kind === 'double' || kind === 'float') return 'IEEE, little-endian';
    if (typeof kind !== 'string') {
      raise('TypeError', `__getformat__() argument must be str, not ${typeName(kind)}`);
    }
    return raise('ValueError', "__getformat__() argument 1 must be 'double' or 'float'");
  },
  'fromhex(cls, string, /)': (vm: Interpreter, cls: PyType, given: Value) => {
    const made = (value: number): Result =>
      cls === floatType ? new Float(value) : call(vm, cls, [new Float(value)]);
    const text = given instanceof Bytes ? null : textOf(given);
    if (text === null) raise('TypeError', 'bad argument type for built-in operation');
    const match = /^\s*([-+]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([-+]?\d+))?\s*$/i.exec(text);
    if (!match || `${match[2]}${match[3] ?? ''}` === '') {
      const plain = parseFloating(text);
      if (plain !== null && !Number.isFinite(plain)) return made(plain);
      raise('ValueError', 'invalid hexadecimal floating-point string');
    }
    const [, sign, whole = '', fraction = '', exponent = '0'] = match;
    const digits = BigInt(`0x${whole}${fraction}`);
    const value = scale(digits, Number(exponent) - 4 * fraction.length);
    if (value === Infinity) {
      raise('OverflowError', 'hexadecimal value too large to represent as a float');
    }
    return made(sign === '-' ? -value : value);
  },
});

/** `digits * 2**exponent`, rounded once. */
function scale(digits: bigint, exponent: number): number {
  if (digits === 0n) return 0;
  const top = digits.toString(2).length + exponent;
  if (top > 1100) return Infinity;
  if (top < -1100) return 0;
  // As many bits as a double of this size keeps.
  const drop = digits.toString(2).length - Math.min(53, Math.max(0, top + 1074));
  if (drop <= 0) return timesPowerOfTwo(Number(digits), exponent);
  const unit = 1n << BigInt(drop);
  const floor = digits / unit;
  const twice = 2n * (digits % unit);
  const up = twice > unit || (twice === unit && floor % 2n === 1n);
  return timesPowerOfTwo(Number(up ? floor + 1n : floor), exponent + drop);
}

/** In two steps, since the power alone may be out of range. */
function timesPowerOfTwo(x: number, power: number): number {
  const half = Math.trunc(power / 2);
  return x * 2 ** half * 2 ** (power - half);
}
