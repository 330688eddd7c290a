// The canonical key under which dicts and sets store a value: equal values have the same key.
// Numbers of one value share theirs (1, 1.0 and True), strings are their own, tuples and
// frozensets get one by structure. Objects with `__eq__` of their own are looked up by hash and
// compared; the first one stored is the key of its equals.

import { ambient } from '../ambient.ts';
import { callSync } from '../evaluate/call.ts';
import { equals } from '../evaluate/operators.ts';
import { hash as hashOf } from '../evaluate/protocols.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { Bytes, bytesType, List, PySet, setType, Tuple } from './containers.ts';
import { FunctionObject, NativeFunction } from './callable.ts';
import { PyError, raise } from './exception.ts';
import { intOf } from './integers.ts';
import { Complex, Float, IntObject, StrObject } from './numbers.ts';
import { Dict, NamedInt, objectType, PyObject, PyType, type Key, type Value } from './object.ts';
import { isUnknown } from './unknown.ts';

/** Keys of objects with Python-level equality, by hash; one for each run. */
export class KeyTable {
  readonly #vm: Interpreter;
  readonly #buckets = new Map<string, PyObject[]>();

  constructor(vm: Interpreter) {
    this.#vm = vm;
  }

  keyOf = (value: Value): Key => {
    if (typeof value === 'number') return value;
    if (typeof value === 'string') return value.charCodeAt(0) === 0 ? `\0s${value}` : value;
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (value === null || typeof value === 'bigint') return value;
    if (value instanceof NamedInt) return value.value;
    return this.#objectKey(value);
  };

  #objectKey(value: PyObject): Key {
    if (isUnknown(value)) return value;
    const { cls } = value;
    const hash = cls.lookup('__hash__');
    if (hash === null) raise('TypeError', `unhashable type: '${cls.messageName ?? cls.name}'`);
    const ownHash =
      hash instanceof FunctionObject || (hash instanceof NativeFunction && custom(hash));
    const eq = cls.lookup('__eq__');
    const ownEq = eq instanceof FunctionObject || (eq instanceof NativeFunction && custom(eq));
    if (ownHash || ownEq) {
      // A scalar of numpy is the number that it equals.
      const asNumber = cls.lookup('__number_key__');
      if (asNumber) return this.keyOf(callSync(this.#vm, asNumber, [value]));
      return this.#bucketKey(value, hash ?? null);
    }
    if (value instanceof Float) return floatKey(value);
    if (value instanceof StrObject) return this.keyOf(value.value);
    if (value instanceof IntObject) return value.value;
    if (value instanceof Complex)
      return value.im === 0 ? floatKey(new Float(value.re)) : `\0c${value.re},${value.im}`;
    if (value instanceof Tuple)
      return `\0t(${value.items.map((item) => this.#part(item)).join(',')})`;
    if (value instanceof Bytes) {
      if (cls === bytesType || cls.isSubtypeOf(bytesType)) return `\0b${String(value.data)}`;
      raise('TypeError', `unhashable type: '${cls.messageName ?? cls.name}'`);
    }
    if (value instanceof PySet) {
      if (cls.isSubtypeOf(setType))
        raise('TypeError', `unhashable type: '${cls.messageName ?? cls.name}'`);
      return `\0f{${[...value.elements.values()]
        .map((item) => this.#part(item))
        .sort()
        .join(',')}}`;
    }
    if (value instanceof List || (value instanceof Dict && !(value instanceof PyType))) {
      raise('TypeError', `unhashable type: '${cls.messageName ?? cls.name}'`);
    }
    const comparesValues = eq instanceof NativeFunction && eq.owner !== objectType;
    return comparesValues && !(value instanceof PyType)
      ? this.#bucketKey(value, hash ?? null)
      : value;
  }

  #part(value: Value): string {
    const key = this.keyOf(value);
    if (typeof key === 'string') return `s${key.length}:${key}`;
    if (key instanceof PyObject) return `o${key.id}`;
    return typeof key === 'number' || typeof key === 'bigint' ? `n${key}` : String(key);
  }

  #bucketKey(value: PyObject, hashMethod: Value): Key {
    const [hash, hashed] = this.#ownHash(value, hashMethod);
    const builtin = hashed.find((other) => this.#isEqualBuiltin(value, hash, other));
    if (builtin !== undefined) return this.keyOf(builtin);
    const text = String(this.keyOf(hash));
    const bucket = this.#buckets.get(text);
    if (bucket === undefined) {
      this.#buckets.set(text, [value]);
      return value;
    }
    for (const candidate of bucket) {
      if (candidate === value || equals(this.#vm, candidate, value)) return candidate;
    }
    bucket.push(value);
    return value;
  }

  /** The hash that an object says it has, and whose hashes it asked for on the way. */
  #ownHash(value: PyObject, hashMethod: Value): [hash: Value, hashed: readonly Value[]] {
    const outer = ambient.hashed;
    const hashed: Value[] = [];
    ambient.hashed = hashed;
    try {
      const hash = callSync(this.#vm, hashMethod, [value]);
      if (!isUnknown(hash) && intOf(hash) === undefined) {
        raise('TypeError', '__hash__ method should return an integer');
      }
      return [hash, hashed];
    } finally {
      ambient.hashed = outer;
    }
  }

  /** Whether an object with a built-in value's hash equals it, as a fraction does a float. */
  #isEqualBuiltin(value: PyObject, hash: Value, other: Value): boolean {
    const akin =
      typeof other === 'string'
        ? value instanceof StrObject
        : (typeof other === 'number' || typeof other === 'bigint' || other instanceof Float) &&
          isNumberLike(value);
    if (!akin || hashOf(this.#vm, other) !== hash) return false;
    try {
      return equals(this.#vm, value, other);
    } catch (error) {
      // CPython would not have asked where no dict has the other as a key.
      if (error instanceof PyError) return false;
      throw error;
    }
  }
}

function isNumberLike({ cls }: PyObject): boolean {
  return cls.lookup('__float__') !== undefined || cls.lookup('__index__') !== undefined;
}

/** Whether a native `__hash__` or `__eq__` is another room's, not one of the built-in types'. */
function custom(method: NativeFunction): boolean {
  const { owner } = method;
  return owner !== null && owner !== objectType && owner.module !== 'builtins';
}

function floatKey(value: Float): Key {
  const { value: number } = value;
  if (Number.isNaN(number)) return value;
  if (!Number.isInteger(number)) return number;
  return Number.isSafeInteger(number) ? number + 0 : BigInt(number);
}

/** Installs the run's table for the containers' use. */
export function installKeys(vm: Interpreter): void {
  ambient.keyOf = new KeyTable(vm).keyOf as typeof ambient.keyOf;
}
