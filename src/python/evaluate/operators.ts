// Binary, in-place, unary and comparison operators on any values. Numbers and strings are handled
// here directly; everything else through the special methods of the operands' classes.
//
// https://docs.python.org/3.11/reference/datamodel.html#emulating-numeric-types

import * as origin from '../../base/origin.ts';
import { Property } from '../values/callable.ts';
import { PyError, raise } from '../values/exception.ts';
import { Float, floatType, notImplemented } from '../values/numbers.ts';
import { NamedInt, PyObject, type Value } from '../values/object.ts';
import { List, Tuple } from '../values/containers.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import type { Operator } from '../syntax.ts';
import { bind, typeName, typeOf } from './attributes.ts';
import { call, callSpecial, finishNow } from './call.ts';
import type { Interpreter } from './interpreter.ts';
import { Pending, steps, wait, type Result, type Steps } from './pending.ts';
import { then } from './then.ts';

interface Methods {
  readonly left: string;
  readonly right: string;
  readonly inplace: string;
  readonly symbol: string;
}

const methods: Record<Operator, Methods> = {
  Add: named('add', '+'),
  Sub: named('sub', '-'),
  Mult: named('mul', '*'),
  MatMult: named('matmul', '@'),
  Div: named('truediv', '/'),
  Mod: named('mod', '%'),
  Pow: named('pow', '** or pow()'),
  LShift: named('lshift', '<<'),
  RShift: named('rshift', '>>'),
  BitOr: named('or', '|'),
  BitXor: named('xor', '^'),
  BitAnd: named('and', '&'),
  FloorDiv: named('floordiv', '//'),
};

function named(name: string, symbol: string): Methods {
  return { left: `__${name}__`, right: `__r${name}__`, inplace: `__i${name}__`, symbol };
}

/** `a op b` */
export function binary(vm: Interpreter, op: Operator, a: Value, b: Value): Result {
  const quick = quickBinary(op, a, b);
  if (quick !== undefined) return quick;
  const unknown = unknownOf(a, b);
  if (unknown) return unknown;
  return dispatch(vm, op, a, b, null);
}

/** `a op= b` */
export function inplace(vm: Interpreter, op: Operator, a: Value, b: Value): Result {
  const quick = quickBinary(op, a, b);
  if (quick !== undefined) return quick;
  const unknown = unknownOf(a, b);
  if (unknown) return unknown;
  const own = callSpecial(vm, a, methods[op].inplace, [b]);
  return orElse(own, () => dispatch(vm, op, a, b, '='));
}

/** Arithmetic on plain numbers and strings that needs no look-up; undefined for all else. */
function quickBinary(op: Operator, a: Value, b: Value): Value | undefined {
  if (typeof a === 'number' && typeof b === 'number') return quickInts(op, a, b);
  const x = real(a);
  const y = real(b);
  if (x !== undefined && y !== undefined) {
    if (op === 'Add') return new Float(x + y);
    if (op === 'Sub') return new Float(x - y);
    if (op === 'Mult') return new Float(x * y);
    if (op === 'Div' && y !== 0) return new Float(x / y);
    return undefined;
  }
  if (typeof a === 'string' && typeof b === 'string' && op === 'Add' && a.length + b.length < 1e6) {
    return a + b;
  }
  if (a instanceof NamedInt || b instanceof NamedInt) return namedInts(op, a, b);
  return undefined;
}

function quickInts(op: Operator, a: number, b: number): Value | undefined {
  let result: number;
  if (op === 'Add') result = a + b;
  else if (op === 'Sub') result = a - b;
  else if (op === 'Mult') result = a * b;
  else if (op === 'Div' && b !== 0) return new Float(a / b);
  else if (op === 'FloorDiv' && b !== 0) result = Math.floor(a / b);
  else if (op === 'Mod' && b !== 0) result = a - b * Math.floor(a / b);
  else return undefined;
  // A quotient of large numbers may round up; only small ones are surely exact.
  const exact =
    op === 'FloorDiv' || op === 'Mod'
      ? Math.abs(a) < 2 ** 31 && Math.abs(b) < 2 ** 31
      : Number.isSafeInteger(result);
  return exact ? result + 0 : undefined;
}

/** The number that an exact float, or an int beside one, is in arithmetic. */
function real(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  return value instanceof Float && value.cls === floatType ? value.value : undefined;
}

/** Arithmetic that keeps track of where an integer came from. */
function namedInts(op: Operator, a: Value, b: Value): Value | undefined {
  if (!isInt(a) || !isInt(b)) return undefined;
  switch (op) {
    case 'Add':
      return origin.add(a, b);
    case 'Sub':
      return origin.sub(a, b);
    case 'Mult':
      return origin.mul(a, b);
    case 'FloorDiv':
      return origin.intValue(b) === 0 ? undefined : origin.floorDiv(a, b);
    case 'Mod':
      return origin.intValue(b) === 0 ? undefined : origin.mod(a, b);
    default:
      return undefined;
  }
}

function isInt(value: Value): value is number | NamedInt {
  return typeof value === 'number' || value instanceof NamedInt;
}

function unknownOf(a: Value, b: Value): Unknown | null {
  if (isUnknown(a)) return new Unknown(reasonOf(a));
  if (isUnknown(b)) return new Unknown(reasonOf(b));
  return null;
}

/** The method of the left operand, then the reflected one of the right; a subclass goes first. */
function dispatch(vm: Interpreter, op: Operator, a: Value, b: Value, suffix: '=' | null): Result {
  const { left, right } = methods[op];
  const typeA = typeOf(a);
  const typeB = typeOf(b);
  const refuse = (): Result => {
    if (op === 'Add' || op === 'Mult') refuseSequence(op, a, b);
    if (op === 'Pow' && suffix === '=') return unsupportedOperands('**=', a, b);
    const { symbol } = methods[op];
    return unsupportedOperands(suffix === null ? symbol : `${symbol}=`, a, b);
  };
  if (typeA === typeB) return orElse(callSpecial(vm, a, left, [b]), refuse);
  const reflectedFirst = typeB.isSubtypeOf(typeA) && typeB.lookup(right) !== typeA.lookup(right);
  if (reflectedFirst) {
    return orElse(callSpecial(vm, b, right, [a]), () =>
      orElse(callSpecial(vm, a, left, [b]), refuse),
    );
  }
  return orElse(callSpecial(vm, a, left, [b]), () =>
    orElse(callSpecial(vm, b, right, [a]), refuse),
  );
}

/** What a special method answers; where it is not there or answers NotImplemented, something else. */
function orElse(answer: Result | undefined, otherwise: () => Result): Result {
  if (answer === undefined || answer === notImplemented) return otherwise();
  if (!(answer instanceof Pending)) return answer;
  return then(answer, (value) => (value === notImplemented ? otherwise() : value));
}

/** Sequences have messages of their own for what cannot be joined to them or repeat them. */
function refuseSequence(op: 'Add' | 'Mult', a: Value, b: Value): void {
  const left = sequenceType(a);
  if (op === 'Mult') {
    const other = left !== undefined ? b : sequenceType(b) !== undefined ? a : undefined;
    if (other === undefined) return;
    raise('TypeError', `can't multiply sequence by non-int of type '${typeName(other)}'`);
  }
  if (left === undefined) return;
  if (left === 'bytes' || left === 'bytearray')
    raise('TypeError', `can't concat ${typeName(b)} to ${left}`);
  raise('TypeError', `can only concatenate ${left} (not "${typeName(b)}") to ${left}`);
}

function sequenceType(value: Value): string | undefined {
  const names = ['list', 'tuple', 'str', 'bytes', 'bytearray'];
  return typeOf(value).mro.find((type) => type.immutable && names.includes(type.name))?.name;
}

function unsupportedOperands(symbol: string, a: Value, b: Value): never {
  raise(
    'TypeError',
    `unsupported operand type(s) for ${symbol}: '${typeName(a)}' and '${typeName(b)}'`,
  );
}

/** `-a`, `+a`, `~a` */
export function unary(vm: Interpreter, op: 'Invert' | 'UAdd' | 'USub', a: Value): Result {
  if (typeof a === 'number' && op !== 'Invert') return op === 'USub' ? 0 - a : a;
  if (a instanceof Float && op === 'USub' && a.attrs === null) return new Float(-a.value);
  if (a instanceof NamedInt && op === 'USub') return origin.neg(a);
  if (isUnknown(a)) return new Unknown(reasonOf(a));
  const name = { Invert: '__invert__', UAdd: '__pos__', USub: '__neg__' }[op];
  const result = callSpecial(vm, a, name, []);
  if (result !== undefined) return result;
  const symbol = { Invert: '~', UAdd: '+', USub: '-' }[op];
  raise('TypeError', `bad operand type for unary ${symbol}: '${typeName(a)}'`);
}

export type Comparison = 'Lt' | 'LtE' | 'Eq' | 'NotEq' | 'Gt' | 'GtE';

const comparisons: Record<Comparison, readonly [string, string, string]> = {
  Lt: ['__lt__', '__gt__', '<'],
  LtE: ['__le__', '__ge__', '<='],
  Eq: ['__eq__', '__eq__', '=='],
  NotEq: ['__ne__', '__ne__', '!='],
  Gt: ['__gt__', '__lt__', '>'],
  GtE: ['__ge__', '__le__', '>='],
};

/** `a op b` for comparisons; the result need not be a bool. */
export function compare(vm: Interpreter, op: Comparison, a: Value, b: Value): Result {
  const quick = quickCompare(op, a, b);
  if (quick !== undefined) return quick;
  const unknown = unknownOf(a, b);
  if (unknown) return unknown;
  const [method, reflected, symbol] = comparisons[op];
  const typeA = typeOf(a);
  const typeB = typeOf(b);
  const forward = (): Result | undefined => comparison(vm, a, method, b);
  const backward = (): Result | undefined => comparison(vm, b, reflected, a);
  const swapped = typeA !== typeB && typeB.isSubtypeOf(typeA);
  const refuse = (): Result => {
    if (op === 'Eq') return is(a, b);
    if (op === 'NotEq') return !is(a, b);
    const text = `'${symbol}' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`;
    return raise('TypeError', text);
  };
  const [first, second] = swapped ? [backward, forward] : [forward, backward];
  return orElse(first(), () => orElse(second(), refuse));
}

/** Calls a comparing method. One that can't even be got from its descriptor is as good as absent. */
function comparison(vm: Interpreter, a: Value, name: string, b: Value): Result | undefined {
  const method = typeOf(a).lookup(name);
  if (!(method instanceof Property)) return callSpecial(vm, a, name, [b]);
  return steps(
    (function* (): Steps {
      let callee: Value;
      try {
        callee = yield* wait(bind(vm, method, a));
      } catch (error) {
        if (!(error instanceof PyError)) throw error;
        return notImplemented;
      }
      return yield* wait(call(vm, callee, [b]));
    })(),
  );
}

function quickCompare(op: Comparison, a: Value, b: Value): boolean | undefined {
  const x = plain(a);
  const y = plain(b);
  if (x === undefined || y === undefined) return undefined;
  if (typeof x === 'string' || typeof y === 'string') {
    if (typeof x !== 'string' || typeof y !== 'string') return undefined;
    return compareText(op, x, y);
  }
  switch (op) {
    case 'Lt':
      return x < y;
    case 'LtE':
      return x <= y;
    // A float and a large int are of two JavaScript types; NaN equals nothing.
    case 'Eq':
      return x === y || (x >= y && x <= y);
    case 'NotEq':
      return !(x === y || (x >= y && x <= y));
    case 'Gt':
      return x > y;
    case 'GtE':
      return x >= y;
  }
}

/** Strings compare by code points, which UTF-16 units do except around the surrogates. */
function compareText(op: Comparison, a: string, b: string): boolean {
  if (op === 'Eq') return a === b;
  if (op === 'NotEq') return a !== b;
  const order = compareCodePoints(a, b);
  if (op === 'Lt') return order < 0;
  if (op === 'LtE') return order <= 0;
  return op === 'Gt' ? order > 0 : order >= 0;
}

export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    let x = a.charCodeAt(i);
    let y = b.charCodeAt(i);
    if (x === y) continue;
    // Surrogates stand for code points above all other units.
    if (x >= 0xd800 && x < 0xe000) x += 0x10000;
    if (y >= 0xd800 && y < 0xe000) y += 0x10000;
    return x - y;
  }
  return a.length - b.length;
}

/** The JavaScript value of an exact int, bool, float or str; undefined for all else. */
function plain(value: Value): number | bigint | string | undefined {
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'bigint')
    return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Float) return value.cls.immutable ? value.value : undefined;
  if (value instanceof NamedInt) return value.value;
  return undefined;
}

/** `a is b` */
export function is(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a instanceof NamedInt || b instanceof NamedInt) {
    const x = a instanceof NamedInt ? a.value : a;
    const y = b instanceof NamedInt ? b.value : b;
    return x === y;
  }
  return false;
}

/**
 * What `is` gives for two values that are not the same: nothing is known of what an unknown value is,
 * but for its class, where that is known.
 */
export function unlessSame(a: Value, b: Value): false | Unknown {
  if (a instanceof Unknown) return mayBe(a, b) ? new Unknown(a.reason) : false;
  if (b instanceof Unknown) return mayBe(b, a) ? new Unknown(b.reason) : false;
  return false;
}

function mayBe({ known }: Unknown, other: Value): boolean {
  return known === null || other instanceof Unknown || typeOf(other).isSubtypeOf(known);
}

/** Whether two values are equal, decided on the spot: what containers use. */
export function equals(vm: Interpreter, a: Value, b: Value): boolean {
  if (is(a, b)) return true;
  const quick = quickCompare('Eq', a, b);
  if (quick !== undefined) return quick;
  if (a instanceof Tuple && b instanceof Tuple && a.cls.immutable && b.cls.immutable) {
    return sameItems(vm, a.items, b.items);
  }
  if (a instanceof List && b instanceof List && a.cls.immutable && b.cls.immutable) {
    return sameItems(vm, a.items, b.items);
  }
  const result = finishNow(vm, compare(vm, 'Eq', a, b));
  if (typeof result === 'boolean') return result;
  if (isUnknown(result)) return false;
  return truthOfComparison(vm, result);
}

function truthOfComparison(vm: Interpreter, result: Value): boolean {
  if (result === null || result === 0) return false;
  if (!(result instanceof PyObject)) return Boolean(result);
  const truth = callSpecial(vm, result, '__bool__', []);
  return truth === undefined ? true : finishNow(vm, truth) === true;
}

function sameItems(vm: Interpreter, a: readonly Value[], b: readonly Value[]): boolean {
  if (a.length !== b.length) return false;
  if (++vm.depth > vm.recursionMax) {
    vm.depth--;
    raise('RecursionError', 'maximum recursion depth exceeded in comparison');
  }
  try {
    return a.every((item, i) => equals(vm, item, b[i] as Value));
  } finally {
    vm.depth--;
  }
}
