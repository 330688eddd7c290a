// The types of the iterators in picking.ts: how they are made, and made anew.

import { genericAlias } from '../../builtins/genericAlias.ts';
import type { Interpreter } from '../../evaluate/interpreter.ts';
import { wait, DONE, type Steps } from '../../evaluate/pending.ts';
import { index, iterate, quickTruth } from '../../evaluate/protocols.ts';
import { typeOf } from '../../evaluate/attributes.ts';
import { classMethods } from '../../native.ts';
import { List, Tuple } from '../../values/containers.ts';
import { raise } from '../../values/exception.ts';
import { intOf } from '../../values/integers.ts';
import type { PyType, Value } from '../../values/object.ts';
import { itertoolType, named, positional, sizeOf, told } from './itertool.ts';
import {
  Batched,
  Chain,
  Compress,
  DropWhile,
  FilterFalse,
  Pairwise,
  Slice,
  StarMap,
  TakeWhile,
} from './picking.ts';

export const chainType = itertoolType('chain', (cls) => new Chain(cls));
positional<Chain>(chainType, 0, Infinity, function* (vm, made, args) {
  made.sources = yield* wait(iterate(vm, new Tuple([...args])));
  return made;
});
classMethods(chainType, {
  *'from_iterable(cls, iterable, /)'(vm: Interpreter, cls: PyType, iterable: Value): Steps {
    const made = cls.allocate(cls) as Chain;
    made.sources = yield* wait(iterate(vm, iterable));
    return made;
  },
  '__class_getitem__(cls, item, /)': (_vm, cls: PyType, item: Value) => genericAlias(cls, item),
});
told<Chain>(
  chainType,
  (self) => {
    if (self.sources === null) return { args: [] };
    const state = self.running ? [self.sources, self.active] : [self.sources];
    return { args: [], state: new Tuple(state) };
  },
  (self, state) => {
    if (!(state instanceof Tuple)) return raise('TypeError', 'state is not a tuple');
    const [sources, active] = state.items;
    for (const each of state.items) {
      if (typeOf(each).lookup('__next__') === undefined)
        raise('TypeError', 'Arguments must be iterators.');
    }
    if (sources === undefined || state.items.length > 2) {
      const problem =
        sources === undefined
          ? 'at least 1 argument (0'
          : `at most 2 arguments (${state.items.length}`;
      return raise('TypeError', `function takes ${problem} given)`);
    }
    self.sources = sources;
    self.running = active !== undefined;
    self.active = active ?? null;
  },
);

const TESTED = [
  ['dropwhile', DropWhile],
  ['takewhile', TakeWhile],
  ['filterfalse', FilterFalse],
] as const;
export const testedTypes = TESTED.map(([name, made]) => itertoolType(name, (cls) => new made(cls)));
for (const type of testedTypes) {
  positional<FilterFalse>(type, 2, 2, function* (vm, made, [func, source]) {
    made.func = func as Value;
    made.source = yield* wait(iterate(vm, source as Value));
    return made;
  });
}
told<DropWhile>(
  testedTypes[0] as PyType,
  (self) => ({ args: [self.func, self.source], state: Number(self.started) }),
  (self, state) => {
    self.started = quickTruth(state) === true;
  },
);
told<TakeWhile>(
  testedTypes[1] as PyType,
  (self) => ({ args: [self.func, self.source], state: Number(self.stopped) }),
  (self, state) => {
    self.stopped = quickTruth(state) === true;
  },
);
told<FilterFalse>(testedTypes[2] as PyType, (self) => ({ args: [self.func, self.source] }));

export const compressType = itertoolType('compress', (cls) => new Compress(cls));
named<Compress>(compressType, ['data', 'selectors'], 2, function* (vm, made, [data, selectors]) {
  made.data = yield* wait(iterate(vm, data as Value));
  made.selectors = yield* wait(iterate(vm, selectors as Value));
  return made;
});
told<Compress>(compressType, (self) => ({ args: [self.data, self.selectors] }));

export const isliceType = itertoolType('islice', (cls) => new Slice(cls));
positional<Slice>(isliceType, 2, 4, function* (vm, made, args) {
  const [source, ...bounds] = args;
  const only = bounds.length === 1;
  const [start, stop, step] = only ? [null, bounds[0], null] : bounds;
  const END = 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.';
  const INDICES = 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.';
  made.stop = bound(vm, stop ?? null, null, END, only ? END : INDICES);
  made.wanted = bound(vm, start ?? null, 0, INDICES) as number;
  const STEP = 'Step for islice() must be a positive integer or None.';
  made.by = bound(vm, step ?? null, 1, STEP) as number;
  if (made.by < 1) raise('ValueError', STEP);
  made.source = yield* wait(iterate(vm, source as Value));
  return made;
});

/** A bound of a slice: an index from zero on, or None. */
function bound(
  vm: Interpreter,
  value: Value,
  otherwise: number | null,
  message: string,
  negative = message,
): number | null {
  if (value === null) return otherwise;
  if (intOf(value) === undefined && typeOf(value).lookup('__index__') === undefined) {
    return raise('ValueError', message);
  }
  const int = index(vm, value);
  const at = Number(int);
  if (typeof int === 'bigint' && BigInt.asIntN(64, int) !== int)
    return raise('ValueError', message);
  return at < 0 ? raise('ValueError', negative) : at;
}

told<Slice>(
  isliceType,
  (self, vm) => {
    if (self.ended) {
      const empty = iterate(vm, new List([])) as Value;
      return { args: [empty, 0], state: 0 };
    }
    return { args: [self.source, self.wanted, self.stop, self.by], state: self.taken };
  },
  (self, state, vm) => {
    self.taken = sizeOf(vm, state);
  },
);

export const starmapType = itertoolType('starmap', (cls) => new StarMap(cls));
positional<StarMap>(starmapType, 2, 2, function* (vm, made, [func, source]) {
  made.func = func as Value;
  made.source = yield* wait(iterate(vm, source as Value));
  return made;
});
told<StarMap>(starmapType, (self) => ({ args: [self.func, self.source] }));

export const pairwiseType = itertoolType('pairwise', (cls) => new Pairwise(cls));
positional<Pairwise>(pairwiseType, 1, 1, function* (vm, made, [source]) {
  made.source = yield* wait(iterate(vm, source as Value));
  made.old = DONE;
  return made;
});

export const batchedType = itertoolType('batched', (cls) => new Batched(cls));
named<Batched>(batchedType, ['iterable', 'n'], 2, function* (vm, made, [source, size]) {
  made.size = sizeOf(vm, size as Value);
  if (made.size < 1) raise('ValueError', 'n must be at least one');
  made.source = yield* wait(iterate(vm, source as Value));
  return made;
});
