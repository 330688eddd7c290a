// `complex`: https://docs.python.org/3.11/library/functions.html#complex

import { typeName, typeOf } from '../evaluate/attributes.ts';
import { callSpecial } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { wait, type Pending, type Result, type Steps } from '../evaluate/pending.ts';
import { str } from '../evaluate/protocols.ts';
import { attribute, methods, staticMethods } from '../native.ts';
import { floatRepr } from '../text/floatRepr.ts';
import { formatComplex, specText } from '../text/formatSpec.ts';
import { parseComplex } from '../text/parseNumber.ts';
import { strRepr } from '../text/strRepr.ts';
import { Tuple } from '../values/containers.ts';
import { cos, exp, log, power as exactPower, sin } from '../values/elementary.ts';
import { raise } from '../values/exception.ts';
import { normalise } from '../values/integers.ts';
import { Complex, complexType, Float, notImplemented, StrObject } from '../values/numbers.ts';
import type { PyType, Value } from '../values/object.ts';
import { norm } from '../values/specialFunctions.ts';
import { isUnknown, Unknown } from '../values/unknown.ts';
import { hashFloat, operand, textOf, toFloat } from './float.ts';

function complexOf(value: Value): Complex | undefined {
  if (value instanceof Complex) return value;
  const real = operand(value);
  return real === undefined ? undefined : new Complex(real, 0);
}

export function complexDivide(a: Complex, b: Complex): Complex {
  if (b.re === 0 && b.im === 0) raise('ZeroDivisionError', 'complex division by zero');
  if (Math.abs(b.re) >= Math.abs(b.im)) {
    const ratio = b.im / b.re;
    const bottom = b.re + b.im * ratio;
    return new Complex((a.re + a.im * ratio) / bottom, (a.im - a.re * ratio) / bottom);
  }
  const ratio = b.re / b.im;
  const bottom = b.re * ratio + b.im;
  return new Complex((a.re * ratio + a.im) / bottom, (a.im * ratio - a.re) / bottom);
}

export function complexPower(a: Complex, b: Complex): Complex {
  if (b.re === 0 && b.im === 0) return new Complex(1, 0);
  if (a.re === 0 && a.im === 0) {
    if (b.im !== 0 || b.re < 0) {
      raise('ZeroDivisionError', '0.0 to a negative or complex power');
    }
    return new Complex(0, 0);
  }
  if (b.im === 0 && Number.isInteger(b.re) && Math.abs(b.re) <= 100) return wholePower(a, b.re);
  const size = Math.hypot(a.re, a.im);
  const angle = Math.atan2(a.im, a.re);
  let length = exactPower(size, b.re);
  let turn = angle * b.re;
  if (b.im !== 0) {
    length *= exp(-angle * b.im);
    turn += b.im * log(size);
  }
  return new Complex(length * cos(turn), length * sin(turn));
}

function wholePower(a: Complex, n: number): Complex {
  let result = new Complex(1, 0);
  let base = a;
  for (let i = Math.abs(n); i > 0; i >>= 1) {
    if (i & 1) result = complexTimes(result, base);
    base = complexTimes(base, base);
  }
  return n < 0 ? complexDivide(new Complex(1, 0), result) : result;
}

function complexTimes(a: Complex, b: Complex): Complex {
  return new Complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
}

function finitePower(a: Complex, b: Complex): Complex {
  const result = complexPower(a, b);
  if (Math.abs(result.re) === Infinity || Math.abs(result.im) === Infinity) {
    raise('OverflowError', 'complex exponentiation');
  }
  return result;
}

const complexArithmetic: Record<string, (a: Complex, b: Complex) => Complex> = {
  add: (a, b) => new Complex(a.re + b.re, a.im + b.im),
  sub: (a, b) => new Complex(a.re - b.re, a.im - b.im),
  mul: complexTimes,
  truediv: complexDivide,
  pow: finitePower,
};

for (const [name, compute] of Object.entries(complexArithmetic)) {
  const tail = name === 'pow' ? ', mod=None' : '';
  methods(complexType, {
    [`__${name}__(self, value${tail}, /)`]: (
      _vm,
      self: Complex,
      value: Value,
      modulus: Value = null,
    ): Result => {
      const other = complexOf(value);
      if (other !== undefined && modulus !== null) raise('ValueError', 'complex modulo');
      return other === undefined ? notImplemented : compute(self, other);
    },
    [`__r${name}__(self, value${tail}, /)`]: (_vm, self: Complex, value: Value): Result => {
      const other = complexOf(value);
      return other === undefined ? notImplemented : compute(other, self);
    },
  });
}

export function complexRepr(value: Complex): string {
  const part = (x: number): string => floatRepr(x).replace(/\.0$/, '');
  const imaginary = part(value.im);
  if (value.re === 0 && !Object.is(value.re, -0)) return `${imaginary}j`;
  const sign = imaginary.startsWith('-') || imaginary === 'nan' ? '' : '+';
  return `(${part(value.re)}${imaginary === 'nan' ? '+' : sign}${imaginary}j)`;
}

methods(complexType, {
  '__eq__(self, value, /)': (_vm, self: Complex, value: Value) => {
    const other = complexOf(value);
    return other ? self.re === other.re && self.im === other.im : notImplemented;
  },
  '__ne__(self, value, /)': (_vm, self: Complex, value: Value) => {
    const other = complexOf(value);
    return other ? !(self.re === other.re && self.im === other.im) : notImplemented;
  },
  '__neg__(self, /)': (_vm, self: Complex) => new Complex(-self.re, -self.im),
  '__pos__(self, /)': (_vm, self: Complex) => new Complex(self.re, self.im),
  '__abs__(self, /)': (_vm, self: Complex) => {
    const size = norm([self.re, self.im]);
    const finite = Number.isFinite(self.re) && Number.isFinite(self.im);
    if (size === Infinity && finite) raise('OverflowError', 'absolute value too large');
    return new Float(size);
  },
  '__bool__(self, /)': (_vm, self: Complex) => self.re !== 0 || self.im !== 0,
  '__complex__(self, /)': (_vm, self: Complex) => new Complex(self.re, self.im),
  '__hash__(self, /)': (_vm, self: Complex) => {
    const sum = BigInt(hashFloat(self.re)) + 1000003n * BigInt(hashFloat(self.im));
    const hash = BigInt.asIntN(64, sum);
    return normalise(hash === -1n ? -2n : hash);
  },
  '__repr__(self, /)': (_vm, self: Complex) => complexRepr(self),
  '__format__(self, format_spec, /)': (vm, self: Complex, spec: Value) => {
    const text = specText(spec);
    return text === '' ? str(vm, self) : formatComplex(self.re, self.im, text);
  },
  '__getnewargs__(self, /)': (_vm, self: Complex) =>
    new Tuple([new Float(self.re), new Float(self.im)]),
  'conjugate(self, /)': (_vm, self: Complex) => new Complex(self.re, -self.im),
});
attribute<Complex>(complexType, 'real', (_vm, self) => new Float(self.re));
attribute<Complex>(complexType, 'imag', (_vm, self) => new Float(self.im));

staticMethods(complexType, {
  *'__new__(cls, real=0, imag=<none>)'(
    vm: Interpreter,
    cls: PyType,
    real: Value,
    imaginary: Value | undefined,
  ): Steps {
    if (isUnknown(real) || isUnknown(imaginary)) return new Unknown('an unknown number');
    const text = textOf(real);
    if (text !== null && (typeof real === 'string' || real instanceof StrObject)) {
      if (imaginary !== undefined) {
        raise('TypeError', "complex() can't take second arg if first is a string");
      }
      const parts = parseComplex(text);
      if (parts !== null) return new Complex(parts[0], parts[1], cls);
      if (/(?<!\d)_|_(?!\d)/.test(text)) {
        raise('ValueError', `could not convert string to complex: ${strRepr(text)}`);
      }
      raise('ValueError', 'complex() arg is a malformed string');
    }
    if (typeof imaginary === 'string' || imaginary instanceof StrObject) {
      raise('TypeError', "complex() second arg can't be a string");
    }
    const a = yield* toComplex(vm, real, 'first argument must be a string or a number');
    if (imaginary === undefined) return new Complex(a.re, a.im, cls);
    const b = yield* toComplex(vm, imaginary, 'second argument must be a number');
    // A part that is real leaves the other's signs of zero alone.
    return new Complex(b.isComplex ? a.re - b.im : a.re, a.isComplex ? b.re + a.im : b.re, cls);
  },
});

interface Parts {
  readonly re: number;
  readonly im: number;
  readonly isComplex: boolean;
}

function* toComplex(
  vm: Interpreter,
  value: Value,
  wanted: string,
): Generator<Pending, Parts, Value> {
  if (value instanceof Complex) return { re: value.re, im: value.im, isComplex: true };
  const own = callSpecial(vm, value, '__complex__', []);
  if (own !== undefined) {
    const made = yield* wait(own);
    if (made instanceof Complex) return { re: made.re, im: made.im, isComplex: true };
    raise('TypeError', `__complex__ returned non-complex (type ${typeName(made)})`);
  }
  const type = typeOf(value);
  if (type.lookup('__float__') === undefined && type.lookup('__index__') === undefined) {
    raise('TypeError', `complex() ${wanted}, not '${type.name}'`);
  }
  const re = yield* toFloat(vm, value);
  return { re: typeof re === 'number' ? re : NaN, im: 0, isComplex: false };
}
