// `cmath`: https://docs.python.org/3.11/library/cmath.html

import { complexDivide } from '../builtins/complex.ts';
import { typeName } from '../evaluate/attributes.ts';
import { callSpecial } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { wait, type Pending, type Steps } from '../evaluate/pending.ts';
import type { BuiltinModule } from '../imports.ts';
import { native } from '../native.ts';
import * as functionsOf from '../values/complexFunctions.ts';
import type { ComplexFunction } from '../values/complexFunctions.ts';
import { Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { Complex, complexType, Float } from '../values/numbers.ts';
import type { Value } from '../values/object.ts';
import { atan2, norm } from '../values/specialFunctions.ts';
import { isUnknown, Unknown } from '../values/unknown.ts';
import { real } from './math.ts';

/** A number as a complex one; objects may say theirs by `__complex__`, `__float__` or `__index__`. */
function* complex(
  vm: Interpreter,
  value: Value,
): Generator<Pending, { re: number; im: number } | null, Value> {
  if (value instanceof Complex) return value;
  if (isUnknown(value)) return null;
  const own = callSpecial(vm, value, '__complex__', []);
  if (own !== undefined) {
    const number = yield* wait(own);
    if (isUnknown(number)) return null;
    if (number instanceof Complex) return number;
    raise('TypeError', `__complex__ returned non-complex (type ${typeName(number)})`);
  }
  const re = yield* real(vm, value);
  return re === null ? null : { re, im: 0 };
}

const unknownComplex = (): Unknown => new Unknown('computed from an unknown number', complexType);

type Domain = (re: number, im: number) => boolean;

/** A function of one number; `domain` refuses where no value is defined. */
function unary(name: string, compute: ComplexFunction, domain: Domain = () => true) {
  return native(`${name}(z, /)`, function* (vm: Interpreter, value: Value): Steps {
    const z = yield* complex(vm, value);
    return z === null ? unknownComplex() : checked(compute, domain, z);
  });
}

function checked(compute: ComplexFunction, domain: Domain, z: { re: number; im: number }): Complex {
  if (!domain(z.re, z.im)) raise('ValueError', 'math domain error');
  const [re, im] = compute(z.re, z.im);
  const finite = Number.isFinite(z.re) && Number.isFinite(z.im);
  if (finite && (Math.abs(re) === Infinity || Math.abs(im) === Infinity)) {
    raise('OverflowError', 'math range error');
  }
  return new Complex(re, im);
}

/** Hyperbolic functions turn by their imaginary part, which must have an angle then. */
const hasAngle: Domain = (re, im) => Math.abs(im) !== Infinity || Number.isNaN(re);
const hasFiniteAngle: Domain = (re, im) => Math.abs(im) !== Infinity || !Number.isFinite(re);
const hasExponential: Domain = (re, im) => hasAngle(re, im) || re === -Infinity;
const notZero: Domain = (re, im) => re !== 0 || im !== 0;
const across =
  (domain: Domain): Domain =>
  (re, im) =>
    domain(-im, re);

function predicate(name: string, test: (re: number, im: number) => boolean) {
  return native(`${name}(z, /)`, function* (vm: Interpreter, value: Value): Steps {
    const z = yield* complex(vm, value);
    return z === null ? new Unknown('computed from an unknown number') : test(z.re, z.im);
  });
}

const functions = {
  sqrt: unary('sqrt', functionsOf.sqrt),
  exp: unary('exp', functionsOf.exponential, hasExponential),
  log10: unary(
    'log10',
    (re, im) => {
      const [size, angle] = functionsOf.naturalLog(re, im);
      return [size / Math.LN10, angle / Math.LN10];
    },
    notZero,
  ),
  cos: unary('cos', functionsOf.cosine, across(hasAngle)),
  sin: unary('sin', functionsOf.sine, across(hasAngle)),
  tan: unary('tan', functionsOf.tangent, across(hasFiniteAngle)),
  cosh: unary('cosh', functionsOf.cosh, hasAngle),
  sinh: unary('sinh', functionsOf.sinh, hasAngle),
  tanh: unary('tanh', functionsOf.tanh, hasFiniteAngle),
  acos: unary('acos', functionsOf.acos),
  asin: unary('asin', functionsOf.asin),
  atan: unary('atan', functionsOf.atan, (re, im) => re !== 0 || Math.abs(im) !== 1),
  acosh: unary('acosh', functionsOf.acosh),
  asinh: unary('asinh', functionsOf.asinh),
  atanh: unary('atanh', functionsOf.atanh, (re, im) => im !== 0 || Math.abs(re) !== 1),
  log: native(
    'log(z, base=<none>, /)',
    function* (vm: Interpreter, value: Value, base: Value | undefined): Steps {
      const z = yield* complex(vm, value);
      const b = base === undefined ? undefined : yield* complex(vm, base);
      if (z === null || b === null) return unknownComplex();
      const top = checked(functionsOf.naturalLog, notZero, z);
      if (b === undefined) return top;
      const bottom = checked(functionsOf.naturalLog, notZero, b);
      if (!notZero(bottom.re, bottom.im)) raise('ValueError', 'math domain error');
      return complexDivide(top, bottom);
    },
  ),
  phase: native('phase(z, /)', function* (vm: Interpreter, value: Value): Steps {
    const z = yield* complex(vm, value);
    return z === null ? unknownComplex() : new Float(atan2(z.im, z.re));
  }),
  polar: native('polar(z, /)', function* (vm: Interpreter, value: Value): Steps {
    const z = yield* complex(vm, value);
    if (z === null) return new Tuple([unknownComplex(), unknownComplex()]);
    const length = norm([z.re, z.im]);
    if (length === Infinity && Number.isFinite(z.re) && Number.isFinite(z.im)) {
      raise('OverflowError', 'math range error');
    }
    return new Tuple([new Float(length), new Float(atan2(z.im, z.re))]);
  }),
  rect: native('rect(r, phi, /)', function* (vm: Interpreter, r: Value, phi: Value): Steps {
    const length = yield* real(vm, r);
    const angle = yield* real(vm, phi);
    if (length === null || angle === null) return unknownComplex();
    if (Math.abs(angle) === Infinity && length !== 0 && !Number.isNaN(length)) {
      raise('ValueError', 'math domain error');
    }
    return new Complex(...functionsOf.fromPolar(length, angle));
  }),
  isnan: predicate('isnan', (re, im) => Number.isNaN(re) || Number.isNaN(im)),
  isinf: predicate('isinf', (re, im) => Math.abs(re) === Infinity || Math.abs(im) === Infinity),
  isfinite: predicate('isfinite', (re, im) => Number.isFinite(re) && Number.isFinite(im)),
  isclose: native(
    'isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)',
    function* (vm: Interpreter, a: Value, b: Value, relative: Value, absolute: Value): Steps {
      const x = yield* complex(vm, a);
      const y = yield* complex(vm, b);
      const rel = yield* real(vm, relative);
      const abs = yield* real(vm, absolute);
      if (x === null || y === null || rel === null || abs === null) {
        return new Unknown('computed from an unknown number');
      }
      if (rel < 0 || abs < 0) raise('ValueError', 'tolerances must be non-negative');
      if (x.re === y.re && x.im === y.im) return true;
      if ([x.re, x.im, y.re, y.im].some((part) => Math.abs(part) === Infinity)) return false;
      const gap = norm([x.re - y.re, x.im - y.im]);
      return gap <= rel * norm([y.re, y.im]) || gap <= rel * norm([x.re, x.im]) || gap <= abs;
    },
  ),
};

export const cmath: BuiltinModule = {
  name: 'cmath',
  build: () => ({
    ...functions,
    pi: new Float(Math.PI),
    e: new Float(Math.E),
    tau: new Float(2 * Math.PI),
    inf: new Float(Infinity),
    infj: new Complex(0, Infinity),
    nan: new Float(Number.NaN),
    nanj: new Complex(0, Number.NaN),
  }),
};
