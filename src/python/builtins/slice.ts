// The type of slices.

import { attribute, methods, staticMethods } from '../native.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { index } from '../evaluate/protocols.ts';
import { compareSequences, reprItems } from './sequences.ts';
import { sliceRange } from '../text/indices.ts';
import { Slice, sliceType, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { notImplemented } from '../values/numbers.ts';
import type { PyType, Value } from '../values/object.ts';

const parts = (slice: Slice): Value[] => [slice.start, slice.stop, slice.step];

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

methods(sliceType, {
  *'__repr__(self, /)'(vm, self: Slice) {
    return `slice(${yield* reprItems(vm, parts(self))})`;
  },
  '__eq__(self, value, /)': (vm, self: Slice, other: Value) =>
    other instanceof Slice ? compareSequences(vm, 'Eq', parts(self), parts(other)) : notImplemented,
  '__lt__(self, value, /)': (vm, self: Slice, other: Value) =>
    other instanceof Slice ? compareSequences(vm, 'Lt', parts(self), parts(other)) : notImplemented,
  'indices(self, length, /)': (vm, self: Slice, length: Value) => {
    const size = Number(index(vm, length));
    if (size < 0) raise('ValueError', 'length should not be negative');
    return new Tuple(sliceIndices(vm, self, size));
  },
});
sliceType.dict.setName('__hash__', null);

/** start, stop and step within a sequence of this length. */
export function sliceIndices(
  vm: Interpreter,
  slice: Slice,
  size: number,
): [start: number, stop: number, step: number] {
  const { start, step } = sliceRange(vm, slice, size);
  if (slice.stop === null) return [start, step < 0 ? -1 : size, step];
  const stop = Number(index(vm, slice.stop));
  const low = step < 0 ? -1 : 0;
  const high = step < 0 ? size - 1 : size;
  return [start, stop < 0 ? Math.max(stop + size, low) : Math.min(stop, high), step];
}

attribute<Slice>(sliceType, 'start', (_vm, self) => self.start);
attribute<Slice>(sliceType, 'stop', (_vm, self) => self.stop);
attribute<Slice>(sliceType, 'step', (_vm, self) => self.step);
