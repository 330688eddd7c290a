// How iterators are copied and pickled: `__reduce__` gives the call of `iter` that makes them anew,
// and where they stand.

import type { Interpreter } from '../evaluate/interpreter.ts';
import { raise } from '../values/exception.ts';
import { Tuple } from '../values/containers.ts';
import { intOf, type Int } from '../values/integers.ts';
import type { Value } from '../values/object.ts';

/** The argument of `__setstate__`: where the iterator is to stand. */
export function stateIndex(state: Value): Int {
  return intOf(state) ?? raise('TypeError', 'an integer is required');
}

/** The program's `iter`. */
export function iterFunction(vm: Interpreter): Value {
  return builtin(vm, 'iter');
}

export function builtin(vm: Interpreter, name: string): Value {
  return vm.builtins.get(name) ?? raise('AttributeError', name);
}

/** `(iter, (source,), index)`, or without an index where the iterator starts at the beginning. */
export function iterCall(vm: Interpreter, source: Value, at?: Int): Tuple {
  const parts: Value[] = [iterFunction(vm), new Tuple([source])];
  if (at !== undefined) parts.push(at);
  return new Tuple(parts);
}
