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
import { intFromDouble, intOf, normalise, toDouble, type Int } from '../values/integers.ts';
import type { Value } from '../values/object.ts';
import { isUnknown, Unknown } from '../values/unknown.ts';
import type { BuiltinModule } from '../imports.ts';
import * as elementary from '../values/elementary.ts';

/** A real number as a double; objects may say theirs by `__float__` or `__index__`. */
function* real(vm: Interpreter, value: Value): Generator<Pending, number | null, Value> {
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
function rounding(name: string, method: string, compute: (x: number) => number) {
  return native(`${name}(x, /)`, function* (vm: Interpreter, value: Value): Steps {
    if (isUnknown(value)) return new Unknown('computed from an unknown number');
    if (!(value instanceof Float) && intOf(value) === undefined) {
      const own = callSpecial(vm, value, method, []);
      if (own !== undefined) return yield* wait(own);
    }
    const int = intOf(value);
    if (int !== undefined) return int;
    const x = yield* real(vm, value);
    if (x === null) return unknownFloat();
    if (Number.isNaN(x)) raise('ValueError', 'cannot convert float NaN to integer');
    if (!Number.isFinite(x)) raise('OverflowError', 'cannot convert float infinity to integer');
    return intFromDouble(compute(x));
  });
}

function integer(vm: Interpreter, value: Value): bigint {
  return BigInt(index(vm, value));
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

function factorial(n: Int): Int {
  let product = 1n;
  for (let i = 2n; i <= BigInt(n); i++) product *= i;
  return normalise(product);
}

function combinations(n: bigint, k: bigint): bigint {
  let product = 1n;
  const small = k > n - k ? n - k : k;
  for (let i = 1n; i <= small; i++) product = (product * (n - small + i)) / i;
  return product;
}

function integerRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let x = BigInt(Math.floor(Math.sqrt(Number(n))));
  for (;;) {
    const next = (x + n / x) / 2n;
    const gap = next - x;
    if (gap === 0n || gap === 1n || gap === -1n) {
      x = next;
      break;
    }
    x = next;
  }
  while (x * x > n) x--;
  while ((x + 1n) * (x + 1n) <= n) x++;
  return x;
}

function* logarithm(vm: Interpreter, value: Value, compute: (x: number) => number): Steps {
  const int = intOf(value);
  if (typeof int === 'bigint' && int > 0n) {
    // Beyond the range of doubles: log(m·2^k) = log(m) + k·log(2).
    const shift = Math.max(0, int.toString(2).length - 1000);
    const mantissa = Number(int >> BigInt(shift));
    return new Float(compute(mantissa) + shift * compute(2));
  }
  const x = yield* real(vm, value);
  if (x === null) return unknownFloat();
  if (x <= 0) raise('ValueError', 'math domain error');
  return new Float(compute(x));
}

/** Sums doubles without losing digits: partial sums that don't overlap, as Shewchuk has it. */
function exactSum(numbers: readonly number[]): number {
  const partials: number[] = [];
  let special = 0;
  for (const number of numbers) {
    if (!Number.isFinite(number)) {
      special += number;
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
    partials.length = kept;
    partials.push(x);
  }
  if (special !== 0 || Number.isNaN(special)) return special;
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

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];

/** log |Γ(x)| by Lanczos' approximation (g = 7, n = 9). */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x);
  const t = x + 6.5;
  const series = LANCZOS.reduce((sum, c, i) => (i === 0 ? c : sum + c / (x - 1 + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

function gamma(x: number): number {
  if (Number.isInteger(x) && x > 0 && x < 171) return Number(factorial(x - 1));
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
  const t = x + 6.5;
  const series = LANCZOS.reduce((sum, c, i) => (i === 0 ? c : sum + c / (x - 1 + i)), 0);
  return Math.sqrt(2 * Math.PI) * t ** (x - 0.5) * Math.exp(-t) * series;
}

/** erf by its series near 0 and a continued fraction of erfc elsewhere. */
function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) >= 2.5) return Math.sign(x) * (1 - erfcTail(Math.abs(x)));
  let term = x;
  let sum = x;
  for (let n = 1; n < 100; n++) {
    term *= -(x * x) / n;
    const next = sum + term / (2 * n + 1);
    if (next === sum) break;
    sum = next;
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

function erfc(x: number): number {
  if (x < 2.5) return 1 - erf(x);
  return erfcTail(x);
}

function erfcTail(x: number): number {
  if (x > 27) return 0;
  let fraction = 0;
  for (let k = 60; k > 0; k--) fraction = k / 2 / (x + fraction);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
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
  return x < 0 ? -signed : signed;
}

function power(x: number, y: number): number {
  const result = x === 1 || y === 0 ? 1 : elementary.power(x, y);
  const finite = Number.isFinite(x) && Number.isFinite(y);
  if (finite && Number.isNaN(result)) raise('ValueError', 'math domain error');
  if (finite && !Number.isFinite(result)) {
    if (x === 0) raise('ValueError', 'math domain error');
    raise('OverflowError', 'math range error');
  }
  return result;
}

const scratch = new DataView(new ArrayBuffer(8));

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
  let exponent = Math.max(-1023, Math.floor(Math.log2(Math.abs(x))) + 1);
  let mantissa = x * 2 ** -exponent;
  while (Math.abs(mantissa) < 0.5) {
    mantissa *= 2;
    exponent--;
  }
  while (Math.abs(mantissa) >= 1) {
    mantissa /= 2;
    exponent++;
  }
  return [mantissa, exponent];
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
  asin: unary('asin', Math.asin, inUnit),
  acos: unary('acos', Math.acos, inUnit),
  atan: unary('atan', Math.atan),
  sinh: unary('sinh', Math.sinh),
  cosh: unary('cosh', Math.cosh),
  tanh: unary('tanh', Math.tanh),
  asinh: unary('asinh', Math.asinh),
  acosh: unary('acosh', Math.acosh, (x) => x >= 1),
  atanh: unary('atanh', Math.atanh, (x) => x > -1 && x < 1),
  fabs: unary('fabs', Math.abs),
  cbrt: unary('cbrt', Math.cbrt),
  degrees: unary('degrees', (x) => x * (180 / Math.PI)),
  radians: unary('radians', (x) => x * (Math.PI / 180)),
  gamma: unary('gamma', gamma, (x) => !(Number.isInteger(x) && x <= 0)),
  lgamma: unary('lgamma', logGamma, (x) => !(Number.isInteger(x) && x <= 0)),
  erf: unary('erf', erf),
  erfc: unary('erfc', erfc),
  ulp: unary('ulp', (x) => nextAfter(Math.abs(x), Infinity) - Math.abs(x)),
  floor: rounding('floor', '__floor__', Math.floor),
  ceil: rounding('ceil', '__ceil__', Math.ceil),
  trunc: rounding('trunc', '__trunc__', Math.trunc),
  pow: twoNumbers('pow', power),
  atan2: twoNumbers('atan2', Math.atan2),
  copysign: twoNumbers('copysign', (x, y) =>
    Object.is(y, -0) || y < 0 ? -Math.abs(x) : Math.abs(x),
  ),
  fmod: twoNumbers('fmod', (x, y) => {
    if ((!Number.isFinite(x) && !Number.isNaN(x) && !Number.isNaN(y)) || y === 0) {
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
    return new Float(Math.hypot(...numbers));
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
    return new Float(Math.hypot(...gaps));
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
    return yield* logarithm(vm, value, Math.log10);
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
    const rest = Number.isFinite(x) ? x - whole : x > 0 ? 0 : -0;
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
    const exponent = Number(index(vm, i));
    const half = Math.trunc(exponent / 2);
    const result = x * 2 ** half * 2 ** (exponent - half);
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
  factorial: native('factorial(x, /)', (vm: Interpreter, value: Value) => {
    if (value instanceof Float) {
      raise('TypeError', "'float' object cannot be interpreted as an integer");
    }
    const n = index(vm, value);
    if (n < 0) raise('ValueError', 'factorial() not defined for negative values');
    if (n > 100000) vm.charge(Number(n) * 8);
    return factorial(n);
  }),
  gcd: native('gcd(*integers)', (vm: Interpreter, all: Value[]) =>
    normalise(all.reduce<bigint>((a, b) => gcd(a, integer(vm, b)), 0n)),
  ),
  lcm: native('lcm(*integers)', (vm: Interpreter, all: Value[]) =>
    normalise(
      all.reduce<bigint>((a, value) => {
        const b = integer(vm, value);
        const product = a * b;
        return product === 0n ? 0n : (product < 0n ? -product : product) / gcd(a, b);
      }, 1n),
    ),
  ),
  comb: native('comb(n, k, /)', (vm: Interpreter, n: Value, k: Value) => {
    const [a, b] = [integer(vm, n), integer(vm, k)];
    if (a < 0n) raise('ValueError', 'n must be a non-negative integer');
    if (b < 0n) raise('ValueError', 'k must be a non-negative integer');
    return b > a ? 0 : normalise(combinations(a, b));
  }),
  perm: native('perm(n, k=None, /)', (vm: Interpreter, n: Value, k: Value) => {
    const a = integer(vm, n);
    const b = k === null ? a : integer(vm, k);
    if (a < 0n) raise('ValueError', 'n must be a non-negative integer');
    if (b < 0n) raise('ValueError', 'k must be a non-negative integer');
    let product = b > a ? 0n : 1n;
    for (let i = 0n; i < b && product !== 0n; i++) product *= a - i;
    return normalise(product);
  }),
  isqrt: native('isqrt(n, /)', (vm: Interpreter, value: Value) => {
    const n = integer(vm, value);
    if (n < 0n) raise('ValueError', 'isqrt() argument must be nonnegative');
    return normalise(integerRoot(n));
  }),
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
    pi: new Float(Math.PI),
    e: new Float(Math.E),
    tau: new Float(2 * Math.PI),
    inf: new Float(Infinity),
    nan: new Float(Number.NaN),
  }),
};
