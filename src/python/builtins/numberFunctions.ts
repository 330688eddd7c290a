// Functions on numbers and text: abs, divmod, pow, round, sum, min and max, bin, chr and the like.

import { ambient } from '../ambient.ts';
import { native } from '../native.ts';
import { typeName, typeOf } from '../evaluate/attributes.ts';
import { call, callSpecial } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { DONE, steps, wait, type Result, type Steps } from '../evaluate/pending.ts';
import { ascii, collect, format, hash, index, iterate, next, repr } from '../evaluate/protocols.ts';
import { then } from '../evaluate/then.ts';
import { binary, compare } from '../evaluate/operators.ts';
import { lengthOf } from '../text/codePoints.ts';
import type { NativeFunction } from '../values/callable.ts';
import { Bytes } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { intOf } from '../values/integers.ts';
import { notImplemented, StrObject } from '../values/numbers.ts';
import { PyObject, type Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { known } from './sequences.ts';

export const numberFunctions = (): NativeFunction[] => [
  native('abs(x, /)', (vm, x: Value) => {
    if (isUnknown(x)) return new Unknown(reasonOf(x));
    const result = callSpecial(vm, x, '__abs__', []);
    return result ?? raise('TypeError', `bad operand type for abs(): '${typeName(x)}'`);
  }),
  native('divmod(x, y, /)', (vm, x: Value, y: Value) => steps(divmod(vm, x, y))),
  native('pow(base, exp, mod=None)', (vm, base: Value, exponent: Value, modulus: Value) => {
    if (modulus === null) return binary(vm, 'Pow', base, exponent);
    if (isUnknown(base)) return new Unknown(reasonOf(base));
    const result = callSpecial(vm, base, '__pow__', [exponent, modulus]) ?? notImplemented;
    return then(result, (value) =>
      value === notImplemented ? refusePower(base, exponent, modulus) : value,
    );
  }),
  native('round(number, ndigits=<none>)', (vm, number: Value, digits: Value | undefined) => {
    if (isUnknown(number)) return new Unknown(reasonOf(number));
    const args = digits === undefined || digits === null ? [] : [digits];
    const result = callSpecial(vm, number, '__round__', args);
    return result ?? raise('TypeError', `type ${typeName(number)} doesn't define __round__ method`);
  }),
  native('sum(iterable, /, start=0)', (vm, iterable: Value, start: Value) =>
    steps(sum(vm, iterable, start)),
  ),
  native(
    'min(*args, key=None, default=<none>)',
    (vm, args: Value[], key: Value, otherwise: Value | undefined) =>
      steps(extreme(vm, 'min', 'Lt', args, key, otherwise)),
  ),
  native(
    'max(*args, key=None, default=<none>)',
    (vm, args: Value[], key: Value, otherwise: Value | undefined) =>
      steps(extreme(vm, 'max', 'Gt', args, key, otherwise)),
  ),
  native('bin(number, /)', (vm, number: Value) => inBase(vm, number, 2, '0b')),
  native('oct(number, /)', (vm, number: Value) => inBase(vm, number, 8, '0o')),
  native('hex(number, /)', (vm, number: Value) => inBase(vm, number, 16, '0x')),
  native('chr(i, /)', (vm, i: Value) => {
    if (isUnknown(i)) return new Unknown(reasonOf(i));
    const code = index(vm, i);
    if (code < 0 || code > 0x10ffff) raise('ValueError', 'chr() arg not in range(0x110000)');
    return String.fromCodePoint(Number(code));
  }),
  native('ord(c, /)', (_vm, c: Value) => ordinal(c)),
  native('hash(obj, /)', (vm, object: Value) => {
    ambient.hashed?.push(object);
    return isUnknown(object) ? new Unknown(reasonOf(object)) : hash(vm, object);
  }),
  native('id(obj, /)', (_vm, object: Value) => identity(object)),
  native('repr(obj, /)', (vm, object: Value) => repr(vm, object)),
  native('ascii(obj, /)', (vm, object: Value) => ascii(vm, object)),
  native("format(value, format_spec='', /)", (vm, value: Value, spec: Value) => {
    const text = spec instanceof StrObject ? spec.value : spec;
    if (typeof text === 'string') return format(vm, value, text);
    return raise(
      'TypeError',
      `format() argument 2 must be str, not ${spec === null ? 'None' : typeName(spec)}`,
    );
  }),
];

function refusePower(base: Value, exponent: Value, modulus: Value): never {
  const names = [base, exponent, modulus].map((value) => `'${typeName(value)}'`).join(', ');
  return raise('TypeError', `unsupported operand type(s) for ** or pow(): ${names}`);
}

function* divmod(vm: Interpreter, x: Value, y: Value): Steps {
  if (isUnknown(x) || isUnknown(y)) return new Unknown('divides values that are not known');
  for (const [method, self, other] of divisions(x, y)) {
    const result = callSpecial(vm, self, method, [other]);
    const value = result === undefined ? notImplemented : yield* wait(result);
    if (value !== notImplemented) return value;
  }
  const [a, b] = [typeName(x), typeName(y)];
  return raise('TypeError', `unsupported operand type(s) for divmod(): '${a}' and '${b}'`);
}

/** Who is asked, in order: a subclass with an answer of its own first, one class only once. */
function divisions(x: Value, y: Value): [method: string, self: Value, other: Value][] {
  const [left, right] = [typeOf(x), typeOf(y)];
  if (left === right) return [['__divmod__', x, y]];
  const reflectedFirst =
    right.isSubtypeOf(left) && right.lookup('__rdivmod__') !== left.lookup('__rdivmod__');
  const forward: [string, Value, Value] = ['__divmod__', x, y];
  const backward: [string, Value, Value] = ['__rdivmod__', y, x];
  return reflectedFirst ? [backward, forward] : [forward, backward];
}

function* sum(vm: Interpreter, iterable: Value, start: Value): Steps {
  const iterator = yield* wait(iterate(vm, iterable));
  if (typeof start === 'string' || start instanceof StrObject) {
    raise('TypeError', "sum() can't sum strings [use ''.join(seq) instead]");
  }
  if (start instanceof Bytes)
    raise('TypeError', `sum() can't sum ${typeName(start)} [use b''.join(seq) instead]`);
  let total: Value = start;
  for (;;) {
    const item = yield* wait(next(vm, iterator));
    if (item === DONE) return total;
    total = yield* wait(binary(vm, 'Add', total, item));
  }
}

function* extreme(
  vm: Interpreter,
  name: 'min' | 'max',
  op: 'Lt' | 'Gt',
  args: readonly Value[],
  key: Value,
  otherwise: Value | undefined,
): Steps {
  if (args.length === 0) raise('TypeError', `${name} expected at least 1 argument, got 0`);
  if (args.length > 1 && otherwise !== undefined) {
    raise('TypeError', `Cannot specify a default for ${name}() with multiple positional arguments`);
  }
  const items = args.length > 1 ? args : yield* collect(vm, args[0] as Value);
  if (items.length === 0) return otherwise ?? empty(name, otherwise);
  let best = items[0] as Value;
  let bestKey = key === null ? best : yield* wait(call(vm, key, [best]));
  for (const item of items.slice(1)) {
    const itemKey = key === null ? item : yield* wait(call(vm, key, [item]));
    const better = yield* known(vm, compare(vm, op, itemKey, bestKey));
    if (better === null) return new Unknown(`${name} of values that are not known`);
    if (better) [best, bestKey] = [item, itemKey];
  }
  return best;
}

function empty(name: string, otherwise: Value | undefined): Value {
  return otherwise === null ? null : raise('ValueError', `${name}() arg is an empty sequence`);
}

function inBase(vm: Interpreter, number: Value, base: number, prefix: string): Result {
  if (isUnknown(number)) return new Unknown(reasonOf(number));
  const int = index(vm, number);
  const digits = (int < 0 ? -int : int).toString(base);
  return `${int < 0 ? '-' : ''}${prefix}${digits}`;
}

function ordinal(value: Value): Value {
  if (isUnknown(value)) return new Unknown(reasonOf(value));
  const text = value instanceof StrObject ? value.value : value;
  if (typeof text === 'string') {
    const length = lengthOf(text);
    if (length === 1) return text.codePointAt(0) as number;
    return raise('TypeError', `ord() expected a character, but string of length ${length} found`);
  }
  if (value instanceof Bytes) {
    if (value.data.length === 1) return value.data[0] as number;
    const text = `ord() expected a character, but string of length ${value.data.length} found`;
    return raise('TypeError', text);
  }
  return raise('TypeError', `ord() expected string of length 1, but ${typeName(value)} found`);
}

const ADDRESS = 0x7f0000000000;

/** A number that stands for the object while it lives; equal primitives share theirs. */
export function identity(value: Value): number {
  if (value instanceof PyObject) return ADDRESS + value.id * 16;
  const int = intOf(value);
  if (int !== undefined && typeof value !== 'boolean') return 0x560000000000 + Number(int) * 32;
  if (typeof value !== 'string') return 0x550000000000 + (value === null ? 0 : value ? 32 : 64);
  let mixed = 5381;
  for (let i = 0; i < value.length; i++) mixed = (mixed * 33 + value.charCodeAt(i)) % 0xffffffff;
  return 0x570000000000 + mixed * 16;
}
