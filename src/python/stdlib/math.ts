// `math`: https://docs.python.org/3.11/library/math.html

import { callSpecial } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { typeName } from '../evaluate/attributes.ts';
import { wait, type Pending, type Steps } from '../evaluate/pending.ts';
import { collect, index } from '../evaluate/protocols.ts';
import { binary } from '../evaluate/operators.ts';
import { native } from '../native.ts';
import { Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { Float, floatType } from '../values/numbers.ts';
import { bitLength, intFromDouble, intOf, toDouble, type Int } from '../values/integers.ts';
import type { Value } from '../values/object.ts';
import { isUnknown, Unknown } from '../values/unknown.ts';
import type { BuiltinModule } from '../imports.ts';
import * as elementary from '../values/elementary.ts';
import * as special from '../values/specialFunctions.ts';
import { integerFunctions } from './mathIntegers.ts';

/** A real number as a double; objects may say theirs by `__float__` or `__index__`. */
export function* real(vm: Interpreter, value: Value): Generator<Pending, number | null, Value> {
  const quick = quickReal(value);
  if (quick !== undefined) return quick;
  if (isUnknown(value)) return null;
  for (const name of ['__float__', '__index__']) {
    const result = callSpecial(vm, value, name, []);
    if (result === undefined) continue;
    const number = yield* wait(result);
    if (isUnknown(number)) return null;
    const known = quickReal(number);
    if (known !== undefined) return known;
  }
  return raise('TypeError', `must be real number, not ${typeName(value)}`);
}

function quickReal(value: Value): number | undefined {
  if (value instanceof Float) return value.value;
  if (typeof value === 'boolean') return Number(value);
  const int = intOf(value);
  return int === undefined ? undefined : toDouble(int);
}

const unknownFloat = (): Unknown => new Unknown('computed from an unknown number', floatType);

/** A function of one number; `domain` refuses what it is not defined for. */
function unary(name: string, compute: (x: number) => number, domain?: (x: number) => boolean) {
  return native(`${name}(x, /)`, function* (vm: Interpreter, value: Value): Steps {
    const x = yield* real(vm, value);
    if (x === null) return unknownFloat();
    if (domain && !Number.isNaN(x) && !domain(x)) raise('ValueError', 'math domain error');
    const result = compute(x);
    if (!Number.isFinite(result) && Number.isFinite(x)) {
      if (Number.isNaN(result)) raise('ValueError', 'math domain error');
      raise('OverflowError', 'math range error');
    }
    return new Float(result);
  });
}

function twoNumbers(name: string, compute: (x: number, y: number) => number) {
  return native(`${name}(x, y, /)`, function* (vm: Interpreter, a: Value, b: Value): Steps {
    const x = yield* real(vm, a);
    const y = yield* real(vm, b);
    return x === null || y === null ? unknownFloat() : new Float(compute(x, y));
  });
}

/** `floor`, `ceil` and `trunc`: an object's own method first. */
function rounding(name: string, method: string, compute: ((x: number) => number) | null) {
  return native(`${name}(x, /)`, function* (vm: Interpreter, value: Value): Steps {
    if (isUnknown(value)) return new Unknown('computed from an unknown number');
    if (typeof value === 'number') return value;
    const own = callSpecial(vm, value, method, []);
    if (own !== undefined) return yield* wait(own);
    if (compute === null) {
      raise('TypeError', `type ${typeName(value)} doesn't define __trunc__ method`);
    }
    const x = yield* real(vm, value);
    if (x === null) return unknownFloat();
    if (Number.isNaN(x)) raise('ValueError', 'cannot convert float NaN to integer');
    if (!Number.isFinite(x)) raise('OverflowError', 'cannot convert float infinity to integer');
    return intFromDouble(compute(x));
  });
}

function* logarithm(vm: Interpreter, value: Value, compute: (x: number) => number): Steps {
  const int = intOf(value);
  if (typeof int === 'bigint') {
    if (int < 0n) raise('ValueError', 'math domain error');
    const [mantissa, exponent] = parts(int);
    if (exponent > 1024) return new Float(compute(mantissa) + compute(2) * exponent);
  }
  const x = yield* real(vm, value);
  if (x === null) return unknownFloat();
  if (x <= 0) raise('ValueError', 'math domain error');
  return new Float(compute(x));
}

/** A large int as a double in [½, 1) and a power of two. */
function parts(int: bigint): [mantissa: number, exponent: number] {
  const exponent = bitLength(int);
  const shift = BigInt(Math.max(0, exponent - 66));
  const top = int >> shift;
  const sticky = top << shift === int ? top : top | 1n;
  return [Number(sticky) / 2 ** (exponent - Number(shift)), exponent];
}

/** Sums doubles without losing digits: partial sums that don't overlap, as Shewchuk has it. */
function exactSum(numbers: readonly number[]): number {
  const partials: number[] = [];
  let infinite = 0;
  let finiteOnly = true;
  for (const number of numbers) {
    if (!Number.isFinite(number)) {
      if (infinite === -number) raise('ValueError', '-inf + inf in fsum');
      infinite = Number.isNaN(infinite) ? infinite : number;
      finiteOnly = false;
      continue;
    }
    let x = number;
    let kept = 0;
    for (const partial of partials) {
      const [big, small] = Math.abs(x) < Math.abs(partial) ? [partial, x] : [x, partial];
      const high = big + small;
      const low = small - (high - big);
      if (low !== 0) partials[kept++] = low;
      x = high;
    }
    if (!Number.isFinite(x)) raise('OverflowError', 'intermediate overflow in fsum');
    partials.length = kept;
    partials.push(x);
  }
  if (!finiteOnly) return infinite;
  return roundedPartials(partials);
}

function roundedPartials(partials: number[]): number {
  let n = partials.length - 1;
  if (n < 0) return 0;
  let high = partials[n] as number;
  let low = 0;
  while (n > 0) {
    const x = high;
    const y = partials[--n] as number;
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  const next = n > 0 ? (partials[n - 1] as number) : 0;
  if ((low < 0 && next < 0) || (low > 0 && next > 0)) {
    const twice = low * 2;
    const x = high + twice;
    if (twice === x - high) high = x;
  }
  return high;
}

/** The integer nearest to x, ties to even, as IEEE's remainder uses. */
function ieeeRemainder(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (y === 0 || !Number.isFinite(x)) raise('ValueError', 'math domain error');
  if (!Number.isFinite(y)) return x;
  const size = Math.abs(y);
  const rest = Math.abs(x) % size;
  const other = size - rest;
  const even = ((Math.abs(x) - rest) / size) % 2 === 0;
  const signed = rest < other || (rest === other && even) ? rest : -other;
  return x < 0 || Object.is(x, -0) ? -signed : signed;
}

function power(x: number, y: number): number {
  const one = x === 1 || y === 0 || (x === -1 && Math.abs(y) === Infinity);
  const result = one ? 1 : elementary.power(x, y);
  const finite = Number.isFinite(x) && Number.isFinite(y);
  if (finite && Number.isNaN(result)) raise('ValueError', 'math domain error');
  if (finite && !Number.isFinite(result)) {
    if (x === 0) raise('ValueError', 'math domain error');
    raise('OverflowError', 'math range error');
  }
  return result;
}

const scratch = new DataView(new ArrayBuffer(8));

function ulp(x: number): number {
  if (!Number.isFinite(x)) return Math.abs(x);
  const size = Math.abs(x);
  return size === Number.MAX_VALUE ? 2 ** 971 : nextAfter(size, Infinity) - size;
}

function nextAfter(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  scratch.setFloat64(0, x);
  const bits = scratch.getBigInt64(0);
  scratch.setBigInt64(0, y > x === x > 0 ? bits + 1n : bits - 1n);
  return scratch.getFloat64(0);
}

function frexp(x: number): [number, number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  if (Math.abs(x) < 2 ** -1022) {
    const [mantissa, exponent] = frexp(x * 2 ** 54);
    return [mantissa, exponent - 54];
  }
  scratch.setFloat64(0, x);
  const high = scratch.getUint32(0);
  scratch.setUint32(0, (high & 0x800fffff) | (1022 << 20));
  return [scratch.getFloat64(0), ((high >>> 20) & 0x7ff) - 1022];
}

/** x·2ⁱ, rounded once. */
function ldexp(x: number, i: Int): number {
  const [mantissa, exponent] = frexp(x);
  if (x === 0 || !Number.isFinite(x)) return x;
  const power = Math.max(-5000, Math.min(5000, Number(i) + exponent));
  if (power > 1025) return x > 0 ? Infinity : -Infinity;
  if (power > 1000) return mantissa * 2 ** 1000 * 2 ** (power - 1000);
  if (power >= -1074) return mantissa * 2 ** power;
  return mantissa * 2 ** Math.max(-1000, power + 1074) * 2 ** -1074;
}

const inUnit = (x: number): boolean => x >= -1 && x <= 1;

const functions = {
  sqrt: unary('sqrt', Math.sqrt, (x) => x >= 0),
  exp: unary('exp', elementary.exp),
  exp2: unary('exp2', (x) => elementary.power(2, x)),
  expm1: unary('expm1', Math.expm1),
  log1p: unary('log1p', Math.log1p, (x) => x > -1),
  sin: unary('sin', elementary.sin, Number.isFinite),
  cos: unary('cos', elementary.cos, Number.isFinite),
  tan: unary('tan', elementary.tan, Number.isFinite),
  asin: unary('asin', special.asin, inUnit),
  acos: unary('acos', special.acos, inUnit),
  atan: unary('atan', special.atan),
  sinh: unary('sinh', Math.sinh),
  cosh: unary('cosh', special.cosh),
  tanh: unary('tanh', Math.tanh),
  asinh: unary('asinh', special.asinh),
  acosh: unary('acosh', Math.acosh, (x) => x >= 1),
  atanh: unary('atanh', Math.atanh, (x) => x > -1 && x < 1),
  fabs: unary('fabs', Math.abs),
  cbrt: unary('cbrt', Math.cbrt),
  degrees: unary('degrees', (x) => x * (180 / Math.PI)),
  radians: unary('radians', (x) => x * (Math.PI / 180)),
  gamma: unary('gamma', special.gamma, (x) => !(Number.isInteger(x) && x <= 0) && x !== -Infinity),
  lgamma: unary('lgamma', special.logGamma, (x) => !(Number.isInteger(x) && x <= 0)),
  erf: unary('erf', special.erf),
  erfc: unary('erfc', special.erfc),
  ulp: unary('ulp', ulp),
  floor: rounding('floor', '__floor__', Math.floor),
  ceil: rounding('ceil', '__ceil__', Math.ceil),
  trunc: rounding('trunc', '__trunc__', null),
  pow: twoNumbers('pow', power),
  atan2: twoNumbers('atan2', special.atan2),
  copysign: twoNumbers('copysign', special.copySign),
  fmod: twoNumbers('fmod', (x, y) => {
    if ((Math.abs(x) === Infinity && !Number.isNaN(y)) || (y === 0 && !Number.isNaN(x))) {
      raise('ValueError', 'math domain error');
    }
    return x % y;
  }),
  remainder: twoNumbers('remainder', ieeeRemainder),
  nextafter: twoNumbers('nextafter', nextAfter),
  hypot: native('hypot(*coordinates)', function* (vm: Interpreter, all: Value[]): Steps {
    const numbers: number[] = [];
    for (const value of all) {
      const x = yield* real(vm, value);
      if (x === null) return unknownFloat();
      numbers.push(x);
    }
    return new Float(special.norm(numbers));
  }),
  dist: native('dist(p, q, /)', function* (vm: Interpreter, p: Value, q: Value): Steps {
    const a = yield* collect(vm, p);
    const b = yield* collect(vm, q);
    if (a.length !== b.length) {
      raise('ValueError', 'both points must have the same number of dimensions');
    }
    const gaps: number[] = [];
    for (const [i, value] of a.entries()) {
      const x = yield* real(vm, value);
      const y = yield* real(vm, b[i] ?? null);
      if (x === null || y === null) return unknownFloat();
      gaps.push(x - y);
    }
    return new Float(special.norm(gaps));
  }),
  log: native(
    'log(x, base=<none>, /)',
    function* (vm: Interpreter, value: Value, base: Value | undefined): Steps {
      const top = yield* logarithm(vm, value, elementary.log);
      if (base === undefined || !(top instanceof Float)) return top;
      const bottom = yield* logarithm(vm, base, elementary.log);
      if (!(bottom instanceof Float)) return bottom;
      if (bottom.value === 0) raise('ZeroDivisionError', 'float division by zero');
      return new Float(top.value / bottom.value);
    },
  ),
  log2: native('log2(x, /)', function* (vm: Interpreter, value: Value): Steps {
    return yield* logarithm(vm, value, elementary.log2);
  }),
  log10: native('log10(x, /)', function* (vm: Interpreter, value: Value): Steps {
    return yield* logarithm(vm, value, elementary.log10);
  }),
  isnan: predicate('isnan', Number.isNaN),
  isinf: predicate('isinf', (x) => Math.abs(x) === Infinity),
  isfinite: predicate('isfinite', Number.isFinite),
  isclose: native(
    'isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)',
    function* (vm: Interpreter, a: Value, b: Value, relative: Value, absolute: Value): Steps {
      const x = yield* real(vm, a);
      const y = yield* real(vm, b);
      const rel = yield* real(vm, relative);
      const abs = yield* real(vm, absolute);
      if (x === null || y === null || rel === null || abs === null) return unknownFloat();
      if (rel < 0 || abs < 0) raise('ValueError', 'tolerances must be non-negative');
      if (x === y) return true;
      if (!Number.isFinite(x) || !Number.isFinite(y)) return false;
      const gap = Math.abs(x - y);
      return gap <= Math.abs(rel * x) || gap <= Math.abs(rel * y) || gap <= abs;
    },
  ),
  modf: native('modf(x, /)', function* (vm: Interpreter, value: Value): Steps {
    const x = yield* real(vm, value);
    if (x === null) return new Tuple([unknownFloat(), unknownFloat()]);
    const whole = Math.trunc(x);
    const rest = special.copySign(Number.isFinite(x) ? x - whole : Number.isNaN(x) ? x : 0, x);
    return new Tuple([new Float(rest), new Float(whole)]);
  }),
  frexp: native('frexp(x, /)', function* (vm: Interpreter, value: Value): Steps {
    const x = yield* real(vm, value);
    if (x === null) return unknownFloat();
    const [mantissa, exponent] = frexp(x);
    return new Tuple([new Float(mantissa), exponent]);
  }),
  ldexp: native('ldexp(x, i, /)', function* (vm: Interpreter, value: Value, i: Value): Steps {
    const x = yield* real(vm, value);
    if (x === null) return unknownFloat();
    if (intOf(i) === undefined) {
      raise('TypeError', 'Expected an int as second argument to ldexp.');
    }
    const result = ldexp(x, index(vm, i));
    if (!Number.isFinite(result) && Number.isFinite(x)) raise('OverflowError', 'math range error');
    return new Float(result);
  }),
  fsum: native('fsum(seq, /)', function* (vm: Interpreter, sequence: Value): Steps {
    const numbers: number[] = [];
    for (const item of yield* collect(vm, sequence)) {
      const x = yield* real(vm, item);
      if (x === null) return unknownFloat();
      numbers.push(x);
    }
    return new Float(exactSum(numbers));
  }),
  prod: native(
    'prod(iterable, /, *, start=1)',
    function* (vm: Interpreter, iterable: Value, start: Value): Steps {
      let product = start;
      for (const item of yield* collect(vm, iterable)) {
        product = yield* wait(binary(vm, 'Mult', product, item));
      }
      return product;
    },
  ),
};

function predicate(name: string, test: (x: number) => boolean) {
  return native(`${name}(x, /)`, function* (vm: Interpreter, value: Value): Steps {
    const x = yield* real(vm, value);
    return x === null ? new Unknown('computed from an unknown number') : test(x);
  });
}

export const math: BuiltinModule = {
  name: 'math',
  build: () => ({
    ...functions,
    ...integerFunctions,
    pi: new Float(Math.PI),
    e: new Float(Math.E),
    tau: new Float(2 * Math.PI),
    inf: new Float(Infinity),
    nan: new Float(Number.NaN),
  }),
};
