// What a Python value is in JavaScript. None, bools, strings and integers are JavaScript's own
// values; everything else is a `PyObject`, which carries its class. Attributes and keys live in
// `Dict`s over Maps, never on JavaScript objects. Operations on values are in evaluate/; the
// methods of built-in types in builtins/.
//
// None is null, an int is a number (a bigint past 2^53), or a NamedInt where its origin is known.

import { NamedInt } from '../../base/origin.ts';
import { ambient } from '../ambient.ts';

export type Value = null | boolean | number | bigint | string | NamedInt | PyObject;

export { NamedInt };

/** Base of every value that is not a JavaScript primitive. A plain instance is just this. */
export class PyObject {
  cls: PyType;
  /** The instance's `__dict__`, made at the first write; null where there is none yet. */
  attrs: Dict | null = null;
  /** The values of `__slots__`; made at the first write. */
  declare slots?: Dict;
  /** Given at the first question; not a private field, which V8 would define one by one. */
  ownId = 0;

  constructor(cls: PyType) {
    this.cls = cls;
  }

  /** A number that no other living object of this run has: the basis of id() and identity hashes. */
  get id(): number {
    return (this.ownId ||= ++ambient.lastId);
  }

  getAttr(name: string): Value | undefined {
    return this.attrs?.values.get(name);
  }

  setAttr(name: string, value: Value): void {
    (this.attrs ??= new Dict()).setName(name, value);
  }
}

/** A class, built-in or of the program. */
export class PyType extends PyObject {
  name: string;
  qualname: string;
  module: string;
  bases: readonly PyType[];
  mro: readonly PyType[] = [];
  readonly dict = new Dict();
  /** Whether the type is one of ours: its attributes cannot be set from Python. */
  immutable = false;
  /** A native type that programs may patch (torch's classes); the run that does so restores it. */
  shared = false;
  /** Instances have no `__dict__`. */
  slotsOnly = false;
  /** Whether the program may derive from it. */
  final = false;
  doc: string | null = null;
  /** How messages name the class, where not by its name alone: `datetime.date`. */
  messageName: string | null = null;
  /**
   * Makes an empty instance of this type or of a class derived from it; inherited. Python's
   * layout of an object is decided here.
   */
  allocate: (cls: PyType) => PyObject;
  /** Counts the changes to attributes of a class from which none is derived. */
  changes = 0;
  /** Whether there are classes derived from it, which a change concerns too. */
  extended = false;
  #cache = new Map<string, Value | undefined>();
  #cacheVersion = 0;

  constructor(
    meta: PyType | null,
    name: string,
    bases: readonly PyType[],
    options: { module?: string; allocate?: (cls: PyType) => PyObject } = {},
  ) {
    super(meta as PyType);
    this.name = name;
    this.qualname = name;
    this.module = options.module ?? 'builtins';
    this.bases = bases;
    this.allocate = options.allocate ?? bases[0]?.allocate ?? ((cls) => new PyObject(cls));
    for (const base of bases) base.extended = true;
  }

  /** The attribute as the method resolution order finds it, with no descriptor applied. */
  lookup(name: string): Value | undefined {
    if (this.#cacheVersion !== ambient.typeVersion) {
      this.#cache.clear();
      this.#cacheVersion = ambient.typeVersion;
    }
    const cached = this.#cache.get(name);
    if (cached !== undefined) return cached;
    if (this.#cache.has(name)) return undefined;
    let found: Value | undefined;
    for (const type of this.mro) {
      found = type.dict.values.get(name);
      if (found !== undefined) break;
    }
    this.#cache.set(name, found);
    return found;
  }

  /** The class of the resolution order that holds the name. */
  owner(name: string): PyType | undefined {
    return this.mro.find((type) => type.dict.values.has(name));
  }

  isSubtypeOf(other: PyType): boolean {
    return this === other || this.mro.includes(other);
  }

  setTypeAttr(name: string, value: Value): void {
    this.dict.setName(name, value);
    this.#changed();
  }

  deleteTypeAttr(name: string): boolean {
    this.#changed();
    return this.dict.delete(name);
  }

  /** What was looked up before may be another now: in this class, and where it is derived from. */
  #changed(): void {
    if (this.extended) {
      ambient.typeVersion++;
    } else {
      this.changes++;
      this.#cache.clear();
    }
  }
}

/** What a dict or set stores an entry under: equal values have the same key. */
export type Key = unknown;

/**
 * A dict in insertion order. Values are found by a canonical key (see `keyOf` in hashing.ts);
 * where the key object differs from it, the original stands in `originals`.
 */
export class Dict extends PyObject {
  values = new Map<Key, Value>();
  originals: Map<Key, Value> | null = null;

  constructor(cls: PyType | null = null) {
    super(cls ?? (types.dict as PyType));
  }

  get size(): number {
    return this.values.size;
  }

  get(key: Value): Value | undefined {
    return this.values.get(typeof key === 'number' ? key : ambient.keyOf(key));
  }

  has(key: Value): boolean {
    return this.values.has(ambient.keyOf(key));
  }

  set(key: Value, value: Value): void {
    ambient.journal?.touch(this);
    const canonical = ambient.keyOf(key);
    if (canonical !== key && !this.values.has(canonical)) {
      (this.originals ??= new Map()).set(canonical, key);
    }
    this.values.set(canonical, value);
  }

  /** `set` for a key that is an identifier. */
  setName(name: string, value: Value): void {
    ambient.journal?.touch(this);
    this.values.set(name, value);
  }

  delete(key: Value): boolean {
    ambient.journal?.touch(this);
    const canonical = ambient.keyOf(key);
    this.originals?.delete(canonical);
    return this.values.delete(canonical);
  }

  clear(): void {
    ambient.journal?.touch(this);
    this.values.clear();
    this.originals = null;
  }

  keyFor(canonical: Key): Value {
    return this.originals?.get(canonical) ?? (canonical as Value);
  }

  *keys(): IterableIterator<Value> {
    for (const canonical of this.values.keys()) yield this.keyFor(canonical);
  }

  *entries(): IterableIterator<[Value, Value]> {
    for (const [canonical, value] of this.values) yield [this.keyFor(canonical), value];
  }

  /** Takes over all entries of another dict. */
  update(other: Dict): void {
    for (const [key, value] of other.entries()) this.set(key, value);
  }

  snapshot(): () => void {
    const values = new Map(this.values);
    const originals = this.originals === null ? null : new Map(this.originals);
    return () => {
      this.values = values;
      this.originals = originals;
    };
  }
}

/**
 * The built-in types. They are made bare here, so that values can name their class; builtins/
 * gives them their methods.
 */
export const types: Record<string, PyType> = {};

/** Makes and registers a built-in type. */
export function builtinType(
  name: string,
  bases: readonly PyType[] = [objectType],
  allocate?: (cls: PyType) => PyObject,
): PyType {
  const type = new PyType(typeType, name, bases, allocate ? { allocate } : {});
  type.mro = [type, ...(bases[0]?.mro ?? [])];
  type.immutable = true;
  types[name] = type;
  return type;
}

export const typeType = new PyType(null, 'type', []);
export const objectType = new PyType(typeType, 'object', []);
typeType.cls = typeType;
typeType.bases = [objectType];
typeType.mro = [typeType, objectType];
objectType.mro = [objectType];
for (const type of [typeType, objectType]) {
  type.immutable = true;
  types[type.name] = type;
}
types['dict'] = new PyType(typeType, 'dict', [objectType]);
const dictType = types['dict'];
dictType.allocate = (cls) => new Dict(cls);
dictType.mro = [dictType, objectType];
dictType.immutable = true;
// The three dicts above were made before the dict type existed.
for (const type of [typeType, objectType, dictType]) type.dict.cls = dictType;

export { dictType };
