// Positions in a deque, and the arguments that it is made from.

import { typeOf } from '../evaluate/attributes.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { index } from '../evaluate/protocols.ts';
import { raise } from '../values/exception.ts';
import { intOf, type Int } from '../values/integers.ts';
import type { Dict, Value } from '../values/object.ts';

/** An int that C would hold too. */
export function checked(int: Int): number {
  if (typeof int === 'bigint' && BigInt.asIntN(64, int) !== int) {
    return raise('OverflowError', 'Python int too large to convert to C ssize_t');
  }
  return Number(int);
}

/** A bound of a search, clipped to the length. */
export function position(vm: Interpreter, bound: Value, size: number): number {
  if (intOf(bound) === undefined && typeOf(bound).lookup('__index__') === undefined) {
    return raise('TypeError', 'slice indices must be integers or have an __index__ method');
  }
  const at = Number(index(vm, bound));
  return at < 0 ? Math.max(0, at + size) : Math.min(at, size);
}

/** `deque(iterable, maxlen)` */
export function dequeArguments(
  args: readonly Value[],
  named: Dict,
): { iterable: Value | undefined; maxlen: Value | undefined } {
  const given = args.length + named.size;
  if (given > 2) return raise('TypeError', `deque() takes at most 2 arguments (${given} given)`);
  for (const name of named.keys()) {
    if (name === 'iterable' || name === 'maxlen') continue;
    raise('TypeError', `'${String(name)}' is an invalid keyword argument for deque()`);
  }
  for (const [i, name] of ['iterable', 'maxlen'].entries()) {
    if (i >= args.length || !named.has(name)) continue;
    const text = `argument for deque() given by name ('${name}') and position (${i + 1})`;
    raise('TypeError', text);
  }
  return {
    iterable: args.length > 0 ? args[0] : named.get('iterable'),
    maxlen: args.length > 1 ? args[1] : named.get('maxlen'),
  };
}
