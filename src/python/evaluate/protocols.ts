// The language's protocols on any value: truth, iteration, length, items, text, hashes.

import { escapeNonAscii } from '../text/strRepr.ts';
import { NativeFunction } from '../values/callable.ts';
import { List, PySet, Range, Tuple } from '../values/containers.ts';
import { PyError, raise } from '../values/exception.ts';
import { intOf, type Int } from '../values/integers.ts';
import { Float, IntObject, StrObject } from '../values/numbers.ts';
import {
  Dict,
  NamedInt,
  objectType,
  type PyObject,
  PyType,
  typeType,
  type Value,
} from '../values/object.ts';
import { NativeIterator, sequenceIteratorType } from '../values/iterator.ts';
import { isUnknown, reasonOf, Unknown } from '../values/unknown.ts';
import { getAttribute, typeName, typeOf } from './attributes.ts';
import { call, callSpecial, finishNow } from './call.ts';
import { Generator, generatorType } from './frame.ts';
import { resume } from './generator.ts';
import type { Interpreter } from './interpreter.ts';
import { equals } from './operators.ts';
import { SequenceIterator } from './sequenceIterator.ts';
import { then } from './then.ts';
import { DONE, pause, Pending, steps, wait, type Result, type Steps } from './pending.ts';

/** Whether a value counts as true; pending where `__bool__` is Python's. */
export function truth(vm: Interpreter, value: Value): Result {
  const quick = quickTruth(value);
  if (quick !== undefined) return quick;
  const viaBool = callSpecial(vm, value, '__bool__', []);
  if (viaBool !== undefined) return then(viaBool, (result) => checkBool(result));
  const viaLength = callSpecial(vm, value, '__len__', []);
  if (viaLength !== undefined) return then(viaLength, (result) => toSize(vm, result) !== 0);
  return true;
}

/** The truth of built-in values; undefined where a method decides. */
export function quickTruth(value: Value): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'string') return value !== '';
  if (typeof value === 'bigint') return true;
  if (value instanceof NamedInt) return value.value !== 0;
  if (!value.cls.immutable) return undefined;
  if (value instanceof Float) return value.value !== 0;
  if (value instanceof List || value instanceof Tuple) return value.items.length > 0;
  if (value instanceof Dict || value instanceof PySet) return value.size > 0;
  return undefined;
}

function checkBool(result: Value): Value {
  if (typeof result === 'boolean' || isUnknown(result)) return result;
  return raise('TypeError', `__bool__ should return bool, returned ${typeName(result)}`);
}

/** `iter(value)` */
export function iterate(vm: Interpreter, value: Value): Result {
  if (value instanceof NativeIterator) return value;
  if (value instanceof Generator && value.cls === generatorType) return value;
  if (isUnknown(value)) return new UnknownIterator(value);
  const type = typeOf(value);
  const method = type.lookup('__iter__');
  if (method === null) raise('TypeError', `'${type.name}' object is not iterable`);
  const result = callSpecial(vm, value, '__iter__', []);
  if (result !== undefined) {
    return method instanceof NativeFunction ? result : then(result, (it) => checkIterator(it));
  }
  if (type.lookup('__getitem__') !== undefined) return new SequenceIterator(value);
  raise('TypeError', `'${type.name}' object is not iterable`);
}

function checkIterator(iterator: Value): Value {
  if (iterator instanceof NativeIterator || iterator instanceof Generator) return iterator;
  if (isUnknown(iterator) || typeOf(iterator).lookup('__next__') !== undefined) return iterator;
  return raise('TypeError', `iter() returned non-iterator of type '${typeName(iterator)}'`);
}

/** Iterates over an unknown value: nothing is known of its items, nor how many there are. */
class UnknownIterator extends NativeIterator {
  readonly #source: PyObject;
  #passes = 0;
  constructor(source: PyObject) {
    super(sequenceIteratorType);
    this.#source = source;
  }
  override get inDoubt(): boolean {
    return true;
  }
  override next(vm: Interpreter): Result {
    if (this.#passes++ === 0) return new Unknown(reasonOf(this.#source));
    vm.doubtful = true;
    return DONE;
  }
}

/** Whether something thrown is a Python exception of this class or one derived from it. */
export function isException(error: unknown, name: string): error is PyError {
  return error instanceof PyError && error.value.cls.mro.some((type) => type.name === name);
}

/** The next item of an iterator, or DONE. */
export function next(vm: Interpreter, iterator: Value): Result {
  if (iterator instanceof NativeIterator) return iterator.next(vm);
  if (iterator instanceof Generator) return resume(vm, iterator, null, 'quiet');
  if (isUnknown(iterator)) {
    vm.doubtful = true;
    return DONE;
  }
  const result = callSpecialOrRaise(vm, iterator);
  if (!(result instanceof Pending)) return result;
  return steps(
    (function* (): Steps {
      try {
        return yield* wait(result);
      } catch (error) {
        if (isException(error, 'StopIteration')) return DONE;
        throw error;
      }
    })(),
  );
}

function callSpecialOrRaise(vm: Interpreter, iterator: Value): Result {
  try {
    const result = callSpecial(vm, iterator, '__next__', []);
    if (result !== undefined) return result;
  } catch (error) {
    if (isException(error, 'StopIteration')) return DONE;
    throw error;
  }
  raise('TypeError', `'${typeName(iterator)}' object is not an iterator`);
}

/** All items of an iterable, for natives: `const items = yield* collect(vm, iterable)`. */
export function* collect(
  vm: Interpreter,
  iterable: Value,
): globalThis.Generator<Pending, Value[], Value> {
  if (iterable instanceof List || iterable instanceof Tuple) {
    if (iterable.cls.immutable) return [...iterable.items];
  }
  if (iterable instanceof Range) vm.charge(iterable.length * 8);
  const iterator = yield* wait(iterate(vm, iterable));
  const items: Value[] = [];
  for (;;) {
    const item = next(vm, iterator);
    const value = item instanceof Pending ? yield* wait(item) : item;
    if (value === DONE) return items;
    items.push(value);
    if ((items.length & 0xffff) === 0) {
      vm.charge(0x80000);
      yield* pause(vm, 0x1000);
    }
  }
}

/** `len(value)` */
export function length(vm: Interpreter, value: Value): Result {
  if (isUnknown(value)) return new Unknown(reasonOf(value));
  const result = callSpecial(vm, value, '__len__', []);
  if (result === undefined) raise('TypeError', `object of type '${typeName(value)}' has no len()`);
  return then(result, (size) =>
    isUnknown(size) || size instanceof NamedInt ? size : toSize(vm, size),
  );
}

function toSize(vm: Interpreter, value: Value): Int {
  if (isUnknown(value)) return 1;
  const size = index(vm, value);
  if (size < 0) raise('ValueError', '__len__() should return >= 0');
  if (typeof size === 'bigint' && size >= 2n ** 63n)
    raise('OverflowError', "cannot fit 'int' into an index-sized integer");
  return size;
}

/** `item in container` */
export function contains(vm: Interpreter, container: Value, item: Value): Result {
  if (isUnknown(container)) return new Unknown(reasonOf(container));
  const method = typeOf(container).lookup('__contains__');
  if (method !== undefined && method !== null) {
    const result = callSpecial(vm, container, '__contains__', [item]) as Result;
    return method instanceof NativeFunction ? result : then(result, (value) => truth(vm, value));
  }
  if (method === null) raise('TypeError', `'${typeName(container)}' object is not a container`);
  if (!isIterable(container)) {
    raise('TypeError', `argument of type '${typeName(container)}' is not iterable`);
  }
  return steps(
    (function* (): Steps {
      const iterator = yield* searched(vm, container);
      for (;;) {
        const value = yield* wait(next(vm, iterator));
        if (value === DONE) return false;
        if (equals(vm, value, item)) return true;
      }
    })(),
  );
}

function* searched(vm: Interpreter, container: Value): Steps {
  try {
    return yield* wait(iterate(vm, container));
  } catch (error) {
    if (!isException(error, 'TypeError')) throw error;
    return raise('TypeError', `argument of type '${typeName(container)}' is not iterable`);
  }
}

function isIterable(value: Value): boolean {
  const type = typeOf(value);
  return type.lookup('__iter__') !== undefined || type.lookup('__getitem__') !== undefined;
}

/** `container[key]` */
export function getItem(vm: Interpreter, container: Value, key: Value): Result {
  if (isUnknown(container)) return new Unknown(reasonOf(container));
  const result = callSpecial(vm, container, '__getitem__', [key]);
  if (result !== undefined) return result;
  if (container instanceof PyType) {
    const make = container.lookup('__class_getitem__');
    if (make !== undefined) return callClassGetItem(vm, container, key);
    raise('TypeError', `type '${container.name}' is not subscriptable`);
  }
  raise('TypeError', `'${typeName(container)}' object is not subscriptable`);
}

function callClassGetItem(vm: Interpreter, type: PyType, key: Value): Result {
  return steps(
    (function* (): Steps {
      const method = yield* wait(getAttribute(vm, type, '__class_getitem__'));
      return yield* wait(call(vm, method, [key]));
    })(),
  );
}

/** `container[key] = value` */
export function setItem(vm: Interpreter, container: Value, key: Value, value: Value): Result {
  if (isUnknown(container)) return null;
  const result = callSpecial(vm, container, '__setitem__', [key, value]);
  if (result !== undefined) return result;
  raise('TypeError', `'${typeName(container)}' object does not support item assignment`);
}

/** `del container[key]` */
export function deleteItem(vm: Interpreter, container: Value, key: Value): Result {
  if (isUnknown(container)) return null;
  const result = callSpecial(vm, container, '__delitem__', [key]);
  if (result !== undefined) return result;
  // Of a sequence, or what might be one, an item at a number is said to be missing differently.
  const type = typeOf(container);
  const sequence =
    !type.immutable || ['tuple', 'str', 'bytes', 'range', 'frozenset', 'set'].includes(type.name);
  const verb = sequence && intOf(key) !== undefined ? "doesn't" : 'does not';
  raise('TypeError', `'${type.name}' object ${verb} support item deletion`);
}

/** `repr(value)` */
export function repr(vm: Interpreter, value: Value): Result {
  if (isUnknown(value)) return `<unknown: ${reasonOf(value)}>`;
  return textOf(vm, value, '__repr__');
}

/** `str(value)` */
export function str(vm: Interpreter, value: Value): Result {
  if (typeof value === 'string') return value;
  if (isUnknown(value)) return `<unknown: ${reasonOf(value)}>`;
  return textOf(vm, value, '__str__');
}

function textOf(vm: Interpreter, value: Value, method: '__repr__' | '__str__'): Result {
  const result = callSpecial(vm, value, method, []);
  if (result === undefined) return `<${typeName(value)} object>`;
  return then(result, (text) => {
    if (typeof text === 'string') return text;
    if (text instanceof StrObject) return text.value;
    if (isUnknown(text)) return `<unknown: ${reasonOf(text)}>`;
    return raise('TypeError', `${method} returned non-string (type ${typeName(text)})`);
  });
}

/** `ascii(value)` */
export function ascii(vm: Interpreter, value: Value): Result {
  return then(repr(vm, value), (text) => escapeNonAscii(text as string));
}

/** `format(value, spec)` */
export function format(vm: Interpreter, value: Value, spec: string): Result {
  if (typeof value === 'string' && spec === '') return value;
  if (isUnknown(value)) return `<unknown: ${reasonOf(value)}>`;
  const result = callSpecial(vm, value, '__format__', [spec]);
  if (result === undefined)
    raise('TypeError', `unsupported format string passed to ${typeName(value)}.__format__`);
  return then(result, (text) => {
    if (typeof text === 'string') return text;
    if (text instanceof StrObject) return text.value;
    return raise('TypeError', `__format__ must return a str, not ${typeName(text)}`);
  });
}

/** `hash(value)`, decided on the spot. */
export function hash(vm: Interpreter, value: Value): number | bigint {
  const method = typeOf(value).lookup('__hash__');
  if (method === null || method === undefined) {
    raise('TypeError', `unhashable type: '${typeName(value)}'`);
  }
  const result = finishNow(vm, callSpecial(vm, value, '__hash__', []) ?? 0);
  if (typeof result === 'number' || typeof result === 'bigint') return result;
  if (result instanceof IntObject || result instanceof NamedInt) return result.value;
  if (typeof result === 'boolean') return result ? 1 : 0;
  return raise('TypeError', '__hash__ method should return an integer');
}

/** The integer that a value is, by `__index__`. */
export function index(vm: Interpreter, value: Value): number | bigint {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof NamedInt || value instanceof IntObject) return value.value;
  const result = callSpecial(vm, value, '__index__', []);
  if (result === undefined) {
    raise('TypeError', `'${typeName(value)}' object cannot be interpreted as an integer`);
  }
  const number = finishNow(vm, result);
  if (typeof number === 'number' || typeof number === 'bigint') return number;
  if (number instanceof NamedInt || number instanceof IntObject) return number.value;
  if (typeof number === 'boolean') return number ? 1 : 0;
  return raise('TypeError', `__index__ returned non-int (type ${typeName(number)})`);
}

/** `isinstance(value, info)` */
export function isInstance(vm: Interpreter, value: Value, info: Value): Result {
  if (isUnknown(value)) return unknownInstance(value, info);
  if (info instanceof PyType && info.cls.lookup('__instancecheck__') === defaultCheck()) {
    const type = typeOf(value);
    if (type.isSubtypeOf(info) || !claimsClass(type)) return type.isSubtypeOf(info);
  }
  return steps(instanceCheck(vm, value, info));
}

/** `type.__instancecheck__` */
function defaultCheck(): Value | undefined {
  return typeType.dict.values.get('__instancecheck__');
}

/** Of an unknown value the class may be known. */
function unknownInstance(value: Unknown, info: Value): Value {
  const known = value instanceof Unknown ? value.known : null;
  const kinds = info instanceof Tuple ? info.items : [info];
  if (known !== null && kinds.some((kind) => kind instanceof PyType && known.isSubtypeOf(kind))) {
    return true;
  }
  return new Unknown(reasonOf(value));
}

/** Whether instances may say that they are of another class, as proxies do. */
export function claimsClass(type: PyType): boolean {
  if (type.immutable) return false;
  return (
    type.lookup('__class__') !== objectType.dict.values.get('__class__') ||
    type.lookup('__getattribute__') !== objectType.dict.values.get('__getattribute__')
  );
}

function* instanceCheck(vm: Interpreter, value: Value, info: Value): Steps {
  if (isUnknown(info)) return new Unknown(reasonOf(info));
  if (isUnknown(value)) return new Unknown(reasonOf(value));
  if (info instanceof Tuple) {
    for (const item of info.items) {
      if ((yield* wait(isInstance(vm, value, item))) === true) return true;
    }
    return false;
  }
  if (info instanceof PyType && typeOf(value) === info) return true;
  const check = callSpecial(vm, info, '__instancecheck__', [value]);
  if (check !== undefined) return yield* wait(truth(vm, yield* wait(check)));
  if (info instanceof PyType) return typeOf(value).isSubtypeOf(info);
  return raise('TypeError', 'isinstance() arg 2 must be a type, a tuple of types, or a union');
}
