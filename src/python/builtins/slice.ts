// The type of slices.

import { attribute, methods, staticMethods } from '../native.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { index } from '../evaluate/protocols.ts';
import { compareSequences, reprItems } from './sequences.ts';
import { sliceIndex } from '../text/indices.ts';
import { Slice, sliceType, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { normalise, type Int } from '../values/integers.ts';
import { notImplemented } from '../values/numbers.ts';
import type { PyType, Value } from '../values/object.ts';

const parts = (slice: Slice): Value[] => [slice.start, slice.stop, slice.step];
const sequence = (slice: Slice): { items: Value[] } => ({ items: parts(slice) });

staticMethods(sliceType, {
  '__new__(cls, /, *args)': (_vm, _cls: PyType, args: Value[]) => {
    if (args.length === 0) raise('TypeError', 'slice expected at least 1 argument, got 0');
    if (args.length > 3)
      raise('TypeError', `slice expected at most 3 arguments, got ${args.length}`);
    const [first, second, third] = args as [Value, Value?, Value?];
    if (second === undefined) return new Slice(null, first, null);
    return new Slice(first, second, third ?? null);
  },
});

const comparisons = { eq: 'Eq', ne: 'NotEq', lt: 'Lt', le: 'LtE', gt: 'Gt', ge: 'GtE' } as const;
for (const [name, op] of Object.entries(comparisons)) {
  methods(sliceType, {
    [`__${name}__(self, value, /)`]: (vm, self: Slice, other: Value) =>
      other instanceof Slice
        ? compareSequences(vm, op, sequence(self), sequence(other))
        : notImplemented,
  });
}

methods(sliceType, {
  *'__repr__(self, /)'(vm, self: Slice) {
    return `slice(${yield* reprItems(vm, parts(self))})`;
  },
  '__reduce__(self, /)': (_vm, self: Slice) => new Tuple([sliceType, new Tuple(parts(self))]),
  'indices(self, length, /)': (vm, self: Slice, length: Value) => {
    const size = index(vm, length);
    if (size < 0) raise('ValueError', 'length should not be negative');
    return new Tuple(sliceIndices(vm, self, size));
  },
});
sliceType.dict.setName('__hash__', null);

/** start, stop and step within a sequence of this length, which may be beyond 2**53. */
export function sliceIndices(
  vm: Interpreter,
  slice: Slice,
  size: Int,
): [start: Int, stop: Int, step: Int] {
  const length = BigInt(size);
  const step = BigInt(sliceIndex(vm, slice.step) ?? 1);
  if (step === 0n) raise('ValueError', 'slice step cannot be zero');
  const low = step < 0n ? -1n : 0n;
  const high = step < 0n ? length - 1n : length;
  const place = (bound: Int | null, otherwise: bigint): Int => {
    if (bound === null) return normalise(otherwise);
    const at = BigInt(bound) < 0n ? BigInt(bound) + length : BigInt(bound);
    return normalise(at < low ? low : at > high ? high : at);
  };
  const start = place(sliceIndex(vm, slice.start), step < 0n ? high : low);
  const stop = place(sliceIndex(vm, slice.stop), step < 0n ? low : high);
  return [start, stop, normalise(step)];
}

for (const name of ['start', 'stop', 'step'] as const) {
  attribute<Slice>(
    sliceType,
    name,
    (_vm, self) => self[name],
    () => raise('AttributeError', 'readonly attribute'),
  );
}
