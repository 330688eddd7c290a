// What `functools.lru_cache` makes of a function: an object that remembers results by arguments.
//
// https://docs.python.org/3.11/library/functools.html#functools.lru_cache

import { ambient } from '../ambient.ts';
import { typeOf } from '../evaluate/attributes.ts';
import { call } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import type { Result } from '../evaluate/pending.ts';
import { then } from '../evaluate/then.ts';
import { methods, native } from '../native.ts';
import { BoundMethod, type NativeFunction } from '../values/callable.ts';
import { Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { intOf } from '../values/integers.ts';
import { builtinType, Dict, PyObject, types, type Key, type Value } from '../values/object.ts';
import { isUnknown } from '../values/unknown.ts';
import { isCallable } from './partial.ts';

class CachedFunction extends PyObject {
  func: Value = null;
  /** How many results are kept; null for all of them. */
  limit: number | null = null;
  typed = false;
  results = new Dict();
  hits = 0;
  misses = 0;
  /** The function that makes the answer of cache_info(). */
  info: Value = null;
  /** It takes attributes as a function does. */
  override attrs: Dict | null = new Dict();

  snapshot(): () => void {
    const { hits, misses } = this;
    return () => Object.assign(this, { hits, misses });
  }
}

export const cachedType = builtinType(
  '_lru_cache_wrapper',
  undefined,
  (cls) => new CachedFunction(cls),
);
cachedType.module = 'functools';
cachedType.messageName = 'functools._lru_cache_wrapper';
cachedType.dict.setName('__doc__', 'A function that remembers its results.');
delete types['_lru_cache_wrapper'];

/** Stands between positional and keyword arguments in a key. */
const SEPARATOR = new PyObject(builtinType('separator'));
delete types['separator'];

/** What the arguments are stored under. An only argument that is an int or a str is its own key. */
function argumentsKey(self: CachedFunction, args: readonly Value[], named: Dict): Value {
  const [only] = args;
  if (!self.typed && named.size === 0 && args.length === 1) {
    if (typeof only === 'number' || typeof only === 'string' || typeof only === 'bigint')
      return only;
  }
  const parts: Value[] = [...args];
  if (named.size > 0) parts.push(SEPARATOR);
  for (const [name, value] of named.entries()) parts.push(name, value);
  if (self.typed) {
    for (const value of args) parts.push(typeOf(value));
    for (const [, value] of named.entries()) parts.push(typeOf(value));
  }
  return new Tuple(parts);
}

methods(cachedType, {
  '__call__(self, /, *args, **kwargs)': (
    vm: Interpreter,
    self: CachedFunction,
    args: Value[],
    named: Dict,
  ): Result => {
    const keywords = named.size > 0 ? (new Map(named.values) as Map<string, Value>) : null;
    const known = !args.some(isUnknown) && ![...named.values.values()].some(isUnknown);
    ambient.journal?.touch(self);
    if (self.limit === 0 || !known) {
      self.misses++;
      return call(vm, self.func, args, keywords);
    }
    // Python's hash of the arguments is asked for once.
    const key = ambient.keyOf(argumentsKey(self, args, named));
    const found = self.results.values.get(key);
    if (found !== undefined) {
      self.hits++;
      if (self.limit !== null) {
        ambient.journal?.touch(self.results);
        self.results.values.delete(key);
        self.results.values.set(key, found);
      }
      return found;
    }
    self.misses++;
    return then(call(vm, self.func, args, keywords), (value) => store(vm, self, key, value));
  },
  '__get__(self, instance, owner=None, /)': (_vm, self: CachedFunction, instance: Value) =>
    instance === null ? self : new BoundMethod(self as unknown as NativeFunction, instance),
  'cache_info(self, /)': (vm: Interpreter, self: CachedFunction) =>
    call(vm, self.info, [self.hits, self.misses, self.limit, self.results.size]),
  'cache_clear(self, /)': (_vm, self: CachedFunction) => {
    ambient.journal?.touch(self);
    self.hits = self.misses = 0;
    self.results.clear();
    return null;
  },
  '__reduce__(self, /)': (_vm, self: CachedFunction) => self.getAttr('__qualname__') ?? null,
  '__copy__(self, /)': (_vm, self: CachedFunction) => self,
  '__deepcopy__(self, memo, /)': (_vm, self: CachedFunction) => self,
});

function store(vm: Interpreter, self: CachedFunction, key: Key, value: Value): Value {
  if (self.limit !== null) {
    // A call within the call may have stored it already.
    if (self.results.values.has(key)) return value;
    ambient.journal?.touch(self.results);
    if (self.results.size >= self.limit) {
      self.results.values.delete(self.results.values.keys().next().value);
    }
  }
  ambient.journal?.touch(self.results);
  vm.charge(32);
  self.results.values.set(key, value);
  return value;
}

/** `cached(function, maxsize, typed, info)`, without its outward look. */
export const makeCached = native(
  '_lru_cache_wrapper(user_function, maxsize, typed, cache_info_type, /)',
  (_vm, func: Value, limit: Value, typed: Value, info: Value) => {
    if (!isCallable(func)) return raise('TypeError', 'the first argument must be callable');
    const made = new CachedFunction(cachedType);
    made.func = func;
    const most = limit === null ? null : intOf(limit);
    if (most === undefined) return raise('TypeError', 'maxsize should be integer or None');
    made.limit = most === null ? null : Math.max(0, Number(most));
    made.typed = typed === true;
    made.info = info;
    return made;
  },
);
