// `product`, `permutations`, `combinations` and `combinations_with_replacement`: all ways to choose.
// Each is an odometer of indices into pools of items, which are read before the first result.

import type { Interpreter } from '../../evaluate/interpreter.ts';
import { DONE, type Steps } from '../../evaluate/pending.ts';
import { collect } from '../../evaluate/protocols.ts';
import { staticMethods } from '../../native.ts';
import { Tuple } from '../../values/containers.ts';
import { raise } from '../../values/exception.ts';
import { intOf } from '../../values/integers.ts';
import type { Dict, PyType, Value } from '../../values/object.ts';
import { Itertool, itertoolType, named, sizeOf, told, tupleState } from './itertool.ts';

abstract class Chooser extends Itertool {
  pool: readonly Value[] = [];
  size = 0;
  /** Where the last result stood; null before the first. */
  indices: number[] | null = null;
  stopped = false;

  step(): Value {
    if (this.stopped) return DONE;
    if (this.indices === null) {
      this.indices = this.first();
      this.stopped = this.indices === null;
    } else if (!this.advance(this.indices)) this.stopped = true;
    return this.stopped ? DONE : this.result();
  }

  result(): Value {
    return new Tuple((this.indices ?? []).map((at) => this.pool[at] as Value));
  }

  /** The indices of the first result; null where there is none. */
  abstract first(): number[] | null;
  /** Goes to the next; false at the end. */
  abstract advance(indices: number[]): boolean;
}

class Product extends Chooser {
  pools: readonly (readonly Value[])[] = [];
  first(): number[] | null {
    return this.pools.some((pool) => pool.length === 0) ? null : this.pools.map(() => 0);
  }

  advance(indices: number[]): boolean {
    for (let i = indices.length - 1; i >= 0; i--) {
      const at = (indices[i] as number) + 1;
      if (at < (this.pools[i] as readonly Value[]).length) {
        indices[i] = at;
        return true;
      }
      indices[i] = 0;
    }
    return false;
  }

  override result(): Value {
    return new Tuple((this.indices ?? []).map((at, i) => this.pools[i]?.[at] as Value));
  }
}

class Combinations extends Chooser {
  first(): number[] | null {
    return this.size > this.pool.length ? null : Array.from({ length: this.size }, (_, i) => i);
  }

  advance(indices: number[]): boolean {
    const { size, pool } = this;
    let i = size - 1;
    while (i >= 0 && indices[i] === i + pool.length - size) i--;
    if (i < 0) return false;
    let at = indices[i] as number;
    for (; i < size; i++) indices[i] = ++at;
    return true;
  }
}

class Repeated extends Chooser {
  first(): number[] | null {
    const none = this.size > 0 && this.pool.length === 0;
    return none ? null : Array.from({ length: this.size }, () => 0);
  }

  advance(indices: number[]): boolean {
    let i = this.size - 1;
    while (i >= 0 && indices[i] === this.pool.length - 1) i--;
    if (i < 0) return false;
    indices.fill((indices[i] as number) + 1, i);
    return true;
  }
}

class Permutations extends Chooser {
  cycles: number[] = [];
  first(): number[] | null {
    const { length } = this.pool;
    if (this.size > length) return null;
    this.cycles = Array.from({ length: this.size }, (_, i) => length - i);
    return Array.from({ length }, (_, i) => i);
  }

  advance(indices: number[]): boolean {
    const { cycles } = this;
    for (let i = this.size - 1; i >= 0; i--) {
      const left = (cycles[i] as number) - 1;
      if (left > 0) {
        cycles[i] = left;
        const other = indices.length - left;
        [indices[i], indices[other]] = [indices[other] as number, indices[i] as number];
        return true;
      }
      // This place has had all items: it goes back to the end of those not chosen.
      indices.push(...indices.splice(i, 1));
      cycles[i] = indices.length - i;
    }
    return false;
  }

  override result(): Value {
    const chosen = (this.indices ?? []).slice(0, this.size);
    return new Tuple(chosen.map((at) => this.pool[at] as Value));
  }
}

export const productType = itertoolType('product', (cls) => new Product(cls));
staticMethods(productType, {
  *'__new__(cls, /, *iterables, **kwargs)'(
    vm: Interpreter,
    cls: PyType,
    iterables: Value[],
    named: Dict,
  ): Steps {
    const own = cls === productType;
    for (const key of named.keys()) {
      if (key === 'repeat' || !own) continue;
      raise('TypeError', `'${String(key)}' is an invalid keyword argument for product()`);
    }
    const times = sizeOf(vm, named.get('repeat') ?? 1);
    if (times < 0) raise('ValueError', 'repeat argument cannot be negative');
    vm.charge(times * iterables.length * 8);
    const pools: Value[][] = [];
    if (times > 0) for (const each of iterables) pools.push(yield* collect(vm, each));
    const made = cls.allocate(cls) as Product;
    made.pools = Array.from({ length: times }, () => pools).flat();
    return made;
  },
});
told<Product>(
  productType,
  (self) => {
    if (self.stopped) return { args: [new Tuple([])] };
    const args = self.pools.map((pool) => new Tuple([...pool]));
    return self.indices === null ? { args } : { args, state: new Tuple([...self.indices]) };
  },
  (self, state) => {
    const indices = tupleState(state, self.pools.length).map((each) => Number(intOf(each) ?? 0));
    if (self.pools.some((pool) => pool.length === 0)) {
      self.stopped = true;
      return;
    }
    self.indices = indices.map((at, i) => clamp(at, (self.pools[i]?.length ?? 1) - 1));
  },
);

function clamp(at: number, most: number): number {
  return Math.max(0, Math.min(at, most));
}

export const combinationTypes = (
  [
    ['combinations', Combinations],
    ['combinations_with_replacement', Repeated],
  ] as const
).map(([name, made]) => itertoolType(name, (cls) => new made(cls)));
for (const type of combinationTypes) {
  named<Chooser>(type, ['iterable', 'r'], 2, function* (vm, made, [source, size]) {
    made.pool = yield* collect(vm, source as Value);
    made.size = sizeOf(vm, size as Value);
    if (made.size < 0) raise('ValueError', 'r must be non-negative');
    return made;
  });
  told<Chooser>(
    type,
    (self) => {
      if (self.stopped) return { args: [new Tuple([]), self.size] };
      const args = [new Tuple([...self.pool]), self.size];
      return self.indices === null ? { args } : { args, state: new Tuple([...self.indices]) };
    },
    (self, state) => {
      const most = (i: number): number =>
        self instanceof Combinations ? i + self.pool.length - self.size : self.pool.length - 1;
      const indices = tupleState(state, self.size).map((each) => Number(intOf(each) ?? 0));
      self.indices = indices.map((at, i) => clamp(at, most(i)));
    },
  );
}

export const permutationsType = itertoolType('permutations', (cls) => new Permutations(cls));
named<Permutations>(permutationsType, ['iterable', 'r'], 1, function* (vm, made, [source, size]) {
  made.pool = yield* collect(vm, source as Value);
  made.size = made.pool.length;
  if (size !== undefined && size !== null) {
    if (intOf(size) === undefined) raise('TypeError', 'Expected int as r');
    made.size = sizeOf(vm, size);
  }
  if (made.size < 0) raise('ValueError', 'r must be non-negative');
  return made;
});
told<Permutations>(
  permutationsType,
  (self) => {
    if (self.stopped) return { args: [new Tuple([]), self.size] };
    const args = [new Tuple([...self.pool]), self.size];
    if (self.indices === null) return { args };
    return { args, state: new Tuple([new Tuple([...self.indices]), new Tuple([...self.cycles])]) };
  },
  (self, state) => {
    const [indices, cycles] = tupleState(state, 2);
    const numbers = (value: Value | undefined, count: number): number[] =>
      tupleState(value as Value, count).map((each) => Number(intOf(each) ?? 0));
    const size = self.pool.length;
    self.indices = numbers(indices, size).map((at) => clamp(at, size - 1));
    self.cycles = numbers(cycles, self.size).map((at, i) => Math.max(1, Math.min(at, size - i)));
  },
);
