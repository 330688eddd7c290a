// `operator`: Python's operators as functions. What gets attributes, items and methods is in
// operatorGetters.ts.
//
// https://docs.python.org/3.11/library/operator.html

import { typeName, typeOf } from '../evaluate/attributes.ts';
import { call, callSpecial } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { binary, compare, equals, inplace, is, unary } from '../evaluate/operators.ts';
import type { Comparison } from '../evaluate/operators.ts';
import {
  pause,
  steps,
  wait,
  DONE,
  type Pending,
  type Result,
  type Steps,
} from '../evaluate/pending.ts';
import {
  contains,
  deleteItem,
  getItem,
  index,
  isException,
  iterate,
  next,
  setItem,
  truth,
} from '../evaluate/protocols.ts';
import { then } from '../evaluate/then.ts';
import type { BuiltinModule } from '../imports.ts';
import { native, type Body } from '../native.ts';
import type { Operator } from '../syntax.ts';
import { List } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { intOf } from '../values/integers.ts';
import { notImplemented } from '../values/numbers.ts';
import type { Dict, Value } from '../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { attrgetterType, itemgetterType, methodcallerType } from './operatorGetters.ts';

export const operator: BuiltinModule = { name: 'operator', build: () => operatorModule() };
export const nativeOperator: BuiltinModule = { name: '_operator', build: () => operatorModule() };

const BINARY: Readonly<Record<string, Operator>> = {
  add: 'Add',
  and_: 'BitAnd',
  floordiv: 'FloorDiv',
  lshift: 'LShift',
  matmul: 'MatMult',
  mod: 'Mod',
  mul: 'Mult',
  or_: 'BitOr',
  pow: 'Pow',
  rshift: 'RShift',
  sub: 'Sub',
  truediv: 'Div',
  xor: 'BitXor',
};
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  eq: 'Eq',
  ge: 'GtE',
  gt: 'Gt',
  le: 'LtE',
  lt: 'Lt',
  ne: 'NotEq',
};
const UNARY = { inv: 'Invert', invert: 'Invert', neg: 'USub', pos: 'UAdd' } as const;

/** The functions, which both modules have; nothing of a run is in them. */
let functions: Record<string, Value> | null = null;

function operatorModule(): Record<string, Value> {
  functions ??= operatorFunctions();
  const all = [...Object.keys(functions), 'attrgetter', 'itemgetter', 'methodcaller']
    .filter((name) => !name.startsWith('__'))
    .sort();
  return {
    ...functions,
    __all__: new List(all),
    attrgetter: attrgetterType,
    itemgetter: itemgetterType,
    methodcaller: methodcallerType,
  };
}

function operatorFunctions(): Record<string, Value> {
  const table: Record<string, Value> = {};
  const define = (signature: string, body: Body): void => {
    const made = native(signature, body);
    made.module = '_operator';
    table[made.name] = made;
    // The methods' names stand for the functions too: operator.__add__.
    if (!NO_METHOD.has(made.name)) table[`__${made.name.replace(/_$/, '')}__`] = made;
  };
  for (const [name, op] of Object.entries(BINARY)) {
    define(`${name}(a, b, /)`, (vm, a: Value, b: Value) => binary(vm, op, a, b));
    const inPlace = `i${name.replace(/_$/, '')}`;
    define(`${inPlace}(a, b, /)`, (vm, a: Value, b: Value) => inplace(vm, op, a, b));
  }
  for (const [name, op] of Object.entries(COMPARISONS)) {
    define(`${name}(a, b, /)`, (vm, a: Value, b: Value) => compare(vm, op, a, b));
  }
  for (const [name, op] of Object.entries(UNARY)) {
    define(`${name}(a, /)`, (vm, a: Value) => unary(vm, op, a));
  }
  for (const [signature, body] of Object.entries(OTHERS)) define(signature, body);
  return table;
}

const NO_METHOD = new Set(['is_', 'is_not', 'truth', 'countOf', 'indexOf', 'length_hint']);

const OTHERS: Record<string, Body> = {
  'abs(a, /)': (vm, a: Value) =>
    isUnknown(a)
      ? new Unknown(reasonOf(a))
      : (callSpecial(vm, a, '__abs__', []) ??
        raise('TypeError', `bad operand type for abs(): '${typeName(a)}'`)),
  'call(obj, /, *args, **kwargs)': (vm, obj: Value, args: Value[], named: Dict) =>
    call(vm, obj, args, new Map(named.values) as Map<string, Value>),
  'concat(a, b, /)': (vm, a: Value, b: Value) => concat(vm, 'concat', a, b),
  'contains(a, b, /)': (vm, a: Value, b: Value) => contains(vm, a, b),
  'countOf(a, b, /)': (vm, a: Value, b: Value) => steps(search(vm, a, b, 'count')),
  'delitem(a, b, /)': (vm, a: Value, b: Value) => then(deleteItem(vm, a, b), () => null),
  'getitem(a, b, /)': (vm, a: Value, b: Value) => getItem(vm, a, b),
  'iconcat(a, b, /)': (vm, a: Value, b: Value) => concat(vm, 'iconcat', a, b),
  'index(a, /)': (vm, a: Value) => (isUnknown(a) ? new Unknown(reasonOf(a)) : index(vm, a)),
  'indexOf(a, b, /)': (vm, a: Value, b: Value) => steps(search(vm, a, b, 'index')),
  'is_(a, b, /)': (_vm, a: Value, b: Value) => is(a, b),
  'is_not(a, b, /)': (_vm, a: Value, b: Value) => !is(a, b),
  *'length_hint(obj, default=0, /)'(vm, value: Value, otherwise: Value) {
    if (intOf(otherwise) === undefined) {
      const name = typeName(otherwise);
      return raise('TypeError', `'${name}' object cannot be interpreted as an integer`);
    }
    return yield* lengthHint(vm, value, otherwise);
  },
  'not_(a, /)': (vm, a: Value) =>
    then(truth(vm, a), (known) => (isUnknown(known) ? known : known !== true)),
  'setitem(a, b, c, /)': (vm, a: Value, b: Value, c: Value) =>
    then(setItem(vm, a, b, c), () => null),
  'truth(a, /)': (vm, a: Value) => truth(vm, a),
};

/** `a + b` of sequences. */
function concat(vm: Interpreter, name: 'concat' | 'iconcat', a: Value, b: Value): Result {
  if (!isUnknown(a) && typeOf(a).lookup('__getitem__') === undefined) {
    raise('TypeError', `'${typeName(a)}' object can't be concatenated`);
  }
  return name === 'concat' ? binary(vm, 'Add', a, b) : inplace(vm, 'Add', a, b);
}

/** How many items are equal to the value, or which is the first. */
function* search(vm: Interpreter, source: Value, value: Value, want: 'count' | 'index'): Steps {
  if (isUnknown(source) || isUnknown(value)) return new Unknown('searches what is not known');
  const type = typeOf(source);
  if ((type.lookup('__iter__') ?? null) === null && type.lookup('__getitem__') === undefined) {
    raise('TypeError', `argument of type '${type.name}' is not iterable`);
  }
  const iterator = yield* wait(iterate(vm, source));
  let count = 0;
  for (let i = 0; ; i++) {
    const item = yield* wait(next(vm, iterator));
    if (item === DONE) break;
    if (isUnknown(item)) return new Unknown(reasonOf(item));
    if (equals(vm, item, value)) {
      if (want === 'index') return i;
      count++;
    }
    if ((i & 0xfff) === 0xfff) yield* pause(vm, 0x1000);
  }
  if (want === 'count') return count;
  return raise('ValueError', 'sequence.index(x): x not in sequence');
}

/** How many items there are, or will about be: `__len__`, else `__length_hint__`, else a default. */
export function* lengthHint(
  vm: Interpreter,
  value: Value,
  otherwise: Value,
): Generator<Pending, Value, Value> {
  if (isUnknown(value)) return new Unknown(reasonOf(value));
  for (const method of ['__len__', '__length_hint__']) {
    let hint: Value;
    try {
      const result = callSpecial(vm, value, method, []);
      if (result === undefined) continue;
      hint = yield* wait(result);
    } catch (error) {
      if (!isException(error, 'TypeError')) throw error;
      continue;
    }
    if (hint === notImplemented || isUnknown(hint))
      return hint === notImplemented ? otherwise : hint;
    if (intOf(hint) === undefined) {
      const name = typeName(hint);
      if (method === '__length_hint__')
        raise('TypeError', `__length_hint__ must be an integer, not ${name}`);
      raise('TypeError', `'${name}' object cannot be interpreted as an integer`);
    }
    if (Number(index(vm, hint)) < 0) {
      raise('ValueError', `${method}() should return >= 0`);
    }
    return hint;
  }
  return otherwise;
}
