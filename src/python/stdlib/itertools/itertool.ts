// What the iterators of itertools have in common: their types, their arguments, and how the state of
// one is kept and told.

import { ambient } from '../../ambient.ts';
import { typeOf } from '../../evaluate/attributes.ts';
import { inDoubt } from '../../evaluate/doubt.ts';
import type { Interpreter } from '../../evaluate/interpreter.ts';
import { next as nextItem } from '../../evaluate/protocols.ts';
import { DONE, steps, type Result, type Steps } from '../../evaluate/pending.ts';
import { index } from '../../evaluate/protocols.ts';
import { then } from '../../evaluate/then.ts';
import { methods, staticMethods } from '../../native.ts';
import { Tuple } from '../../values/containers.ts';
import { raise } from '../../values/exception.ts';
import { NativeIterator } from '../../values/iterator.ts';
import { builtinType, types, type Dict, type PyType, type Value } from '../../values/object.ts';

/** An iterator over iterators. All that changes while it runs is in its fields. */
export abstract class Itertool extends NativeIterator {
  /** The next item: at once where nothing has to be waited for. */
  abstract step(vm: Interpreter): Result | Steps;

  override get inDoubt(): boolean {
    return Object.values(this).some((value: Value | readonly Value[]) =>
      Array.isArray(value) ? value.some(inDoubt) : inDoubt(value as Value),
    );
  }

  override next(vm: Interpreter): Result {
    ambient.journal?.touch(this);
    const item = this.step(vm);
    return isSteps(item) ? steps(item) : item;
  }

  snapshot(): () => void {
    const saved = Object.entries(this).map(([name, value]: [string, unknown]) => [
      name,
      Array.isArray(value) ? (value as unknown[]).slice() : value,
    ]);
    return () => Object.assign(this, Object.fromEntries(saved) as object);
  }
}

function isSteps(item: Result | Steps): item is Steps {
  return typeof item === 'object' && item !== null && Symbol.iterator in item;
}

/** A type of itertools. */
export function itertoolType(name: string, allocate: (cls: PyType) => Itertool): PyType {
  const type = builtinType(name, undefined, allocate);
  delete types[name];
  type.module = 'itertools';
  type.messageName = `itertools.${name}`;
  methods(type, {
    '__iter__(self, /)': (_vm, self: Value) => self,
    '__next__(self, /)': (vm, self: Value) =>
      then(nextItem(vm, self), (item) => (item === DONE ? raise('StopIteration') : item)),
  });
  return type;
}

type Make<T> = (vm: Interpreter, made: T, args: readonly Value[], cls: PyType) => Steps;

/** A constructor that takes from `least` to `most` arguments, none by name. */
export function positional<T extends Itertool>(
  type: PyType,
  least: number,
  most: number,
  make: Make<T>,
): void {
  staticMethods(type, {
    *'__new__(cls, /, *args, **kwargs)'(vm, cls: PyType, args: Value[], named: Dict) {
      // A class of the program's may take further arguments for its own __init__.
      const own = cls === type || cls.lookup('__init__') === typeOf(null).lookup('__init__');
      if (named.size > 0 && own) raise('TypeError', `${type.name}() takes no keyword arguments`);
      if (args.length < least || args.length > most) {
        raise('TypeError', `${type.name} expected ${wanted(args.length, least, most)}`);
      }
      return yield* make(vm, cls.allocate(cls) as T, args, cls);
    },
  });
}

/** `2 arguments, got 1` */
export function wanted(given: number, least: number, most: number): string {
  const bound = least === most ? '' : given < least ? 'at least ' : 'at most ';
  const count = given < least ? least : most;
  return `${bound}${count} argument${count === 1 ? '' : 's'}, got ${given}`;
}

/** A constructor whose arguments have names; the first `required` of them have to be there. */
export function named<T extends Itertool>(
  type: PyType,
  names: readonly string[],
  required: number,
  make: (vm: Interpreter, made: T, args: readonly (Value | undefined)[], cls: PyType) => Steps,
): void {
  staticMethods(type, {
    *'__new__(cls, /, *args, **kwargs)'(vm, cls: PyType, args: Value[], given: Dict) {
      const count = args.length + given.size;
      if (count > names.length) {
        const most = `${names.length} argument${names.length === 1 ? '' : 's'}`;
        raise('TypeError', `${type.name}() takes at most ${most} (${count} given)`);
      }
      for (const key of given.keys()) {
        const at = names.indexOf(String(key));
        if (at < 0)
          raise('TypeError', `'${String(key)}' is an invalid keyword argument for ${type.name}()`);
        if (at < args.length) {
          const text = `argument for ${type.name}() given by name ('${String(key)}') and position (${at + 1})`;
          raise('TypeError', text);
        }
      }
      const all = names.map((name, i) => (i < args.length ? args[i] : given.get(name)));
      const missing = all.findIndex((value, i) => value === undefined && i < required);
      if (missing >= 0) {
        const text = `'${names[missing] ?? ''}' (pos ${missing + 1})`;
        raise('TypeError', `${type.name}() missing required argument ${text}`);
      }
      return yield* make(vm, cls.allocate(cls) as T, all, cls);
    },
  });
}

/** What copies and pickles are made from: arguments, and a state that is set afterwards. */
export function told<T extends Itertool>(
  type: PyType,
  reduce: (self: T, vm: Interpreter) => { args: readonly Value[]; state?: Value; cls?: PyType },
  setState?: (self: T, state: Value, vm: Interpreter) => void,
): void {
  methods(type, {
    '__reduce__(self, /)': (vm, self: T) => {
      const { args, state, cls } = reduce(self, vm);
      const parts: Value[] = [cls ?? self.cls, new Tuple([...args])];
      if (state !== undefined) parts.push(state);
      return new Tuple(parts);
    },
  });
  if (setState === undefined) return;
  methods(type, {
    '__setstate__(self, state, /)': (vm, self: T, state: Value) => {
      ambient.journal?.touch(self);
      setState(self, state, vm);
      return null;
    },
  });
}

/** A size given as an argument: no bigger than memory. */
export function sizeOf(vm: Interpreter, value: Value): number {
  const int = index(vm, value);
  if (typeof int === 'bigint' && BigInt.asIntN(64, int) !== int) {
    return raise('OverflowError', 'Python int too large to convert to C ssize_t');
  }
  return Number(int);
}

/** The items of a state that is a tuple of so many. */
export function tupleState(state: Value, count: number): readonly Value[] {
  if (!(state instanceof Tuple)) return raise('TypeError', 'state is not a tuple');
  if (state.items.length !== count) return raise('TypeError', 'invalid arguments');
  return state.items;
}
