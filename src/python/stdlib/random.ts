// `_random`: CPython's generator and what is drawn from it most. The rest of `random` is Python
// text (lib/random.py), as are the forms of these methods that classes derived from it need.
//
// https://docs.python.org/3.11/library/random.html

import { ambient } from '../ambient.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { typeName } from '../evaluate/attributes.ts';
import { wait, type Steps } from '../evaluate/pending.ts';
import { collect, getItem, hash, index, length } from '../evaluate/protocols.ts';
import { methods, native, staticMethods } from '../native.ts';
import { List, Tuple } from '../values/containers.ts';
import { cos, log, sin } from '../values/elementary.ts';
import { raise } from '../values/exception.ts';
import { intOf, normalise, realOf } from '../values/integers.ts';
import { bufferOf } from '../values/memoryView.ts';
import { Float, floatType, intType, StrObject } from '../values/numbers.ts';
import { builtinType, PyObject, type PyType, type Value } from '../values/object.ts';
import { isUnknown, poison, Unknown } from '../values/unknown.ts';
import type { BuiltinModule } from '../imports.ts';
import { sha512 } from './sha512.ts';
import { N, Twister } from './twister.ts';

const randomType = builtinType('Random', undefined, (cls) => new RandomObject(cls));
randomType.module = '_random';

class RandomObject extends PyObject {
  readonly twister = new Twister();
  /** False while someone types and the program has not seeded it: its numbers are not known. */
  known = true;
  /** The second of a pair of normals. */
  spare: number | null = null;
  constructor(cls: PyType) {
    super(cls);
  }

  snapshot(): () => void {
    const { state } = this.twister;
    const { known, spare } = this;
    return () => {
      this.twister.state = state;
      this.known = known;
      this.spare = spare;
    };
  }

  blur(): void {
    this.known = false;
  }
}

/** Seeds with an int, or with the hash of anything else. */
function seed(vm: Interpreter, self: RandomObject, value: Value): void {
  ambient.journal?.touch(self);
  self.spare = null;
  self.known = !isUnknown(value);
  if (isUnknown(value)) return;
  if (value === null) {
    self.known = vm.limits.kind !== 'live';
    self.twister.seed(vm.host.entropy);
    return;
  }
  const int = intOf(value);
  self.twister.seed(int === undefined ? BigInt.asUintN(64, BigInt(hash(vm, value))) : BigInt(int));
}

/** The int that text seeds with: its bytes and their SHA-512. */
const seedOfText = native('_seed_of_text(text, /)', (_vm: Interpreter, text: Value) => {
  const plain = text instanceof StrObject ? text.value : text;
  const bytes = typeof plain === 'string' ? new TextEncoder().encode(plain) : bufferOf(text);
  if (bytes === null) return new Unknown('a seed that is not known', intType);
  const hex = [...bytes, ...sha512(bytes)].map((byte) => byte.toString(16).padStart(2, '0'));
  return normalise(BigInt(`0x${hex.join('')}`));
});

type Method = (vm: Interpreter, self: RandomObject, ...args: Value[]) => Value | Steps;

const UNKNOWN = 'a random number without a seed';

function number(value: Value): number {
  return realOf(value) ?? raise('TypeError', `must be real number, not ${typeName(value)}`);
}

/** Methods by signature, without `self`. */
const table: Record<string, { make: Method; known?: PyType }> = {
  'random()': { known: floatType, make: (_vm, self) => new Float(self.twister.random()) },
  'getrandbits(k, /)': {
    known: intType,
    make: (vm, self, k) => {
      const count = Number(index(vm, k as Value));
      if (count < 0) raise('ValueError', 'number of bits must be non-negative');
      vm.charge(count / 8);
      return normalise(self.twister.bits(count));
    },
  },
  '_randbelow(n)': {
    known: intType,
    make: (vm, self, n) => normalise(self.twister.below(BigInt(index(vm, n as Value)))),
  },
  'uniform(a, b)': {
    known: floatType,
    make: (_vm, self, a, b) => {
      const low = number(a as Value);
      return new Float(low + (number(b as Value) - low) * self.twister.random());
    },
  },
  '_within(start, stop)': {
    known: intType,
    make: (_vm, self, start, stop) => {
      const low = BigInt(intOf(start as Value) ?? 0);
      const width = BigInt(intOf(stop as Value) ?? 0) - low;
      return normalise(low + self.twister.below(width));
    },
  },
  'gauss(mu=0.0, sigma=1.0)': {
    known: floatType,
    make: (_vm, self, mu, sigma) => {
      let z = self.spare;
      self.spare = null;
      if (z === null) {
        const angle = self.twister.random() * 2 * Math.PI;
        const radius = Math.sqrt(-2 * log(1 - self.twister.random()));
        z = cos(angle) * radius;
        self.spare = sin(angle) * radius;
      }
      return new Float(number(mu as Value) + z * number(sigma as Value));
    },
  },
  'normalvariate(mu=0.0, sigma=1.0)': {
    known: floatType,
    make: (_vm, self, mu, sigma) => {
      for (;;) {
        const u1 = self.twister.random();
        const u2 = 1 - self.twister.random();
        const z = (NORMAL * (u1 - 0.5)) / u2;
        if ((z * z) / 4 <= -log(u2)) {
          return new Float(number(mu as Value) + z * number(sigma as Value));
        }
      }
    },
  },
  'choice(seq)': { make: (vm, self, sequence) => choice(vm, self, sequence as Value) },
  'shuffle(x)': { make: (_vm, self, list) => shuffle(self, list as List) },
  '_sample(population, k)': {
    make: (vm, self, population, k) => sample(vm, self, population as Value, k as Value),
  },
  '_choices(population, k, sums)': {
    make: (vm, self, population, k, sums) =>
      choices(vm, self, population as Value, k as Value, sums as Value),
  },
};

const NORMAL = (4 * Math.exp(-0.5)) / Math.SQRT2;

function* choice(vm: Interpreter, self: RandomObject, sequence: Value): Steps {
  const size = Number(yield* wait(length(vm, sequence)));
  if (size === 0) raise('IndexError', 'Cannot choose from an empty sequence');
  const at = Number(self.twister.below(BigInt(size)));
  return yield* wait(getItem(vm, sequence, at));
}

/** Of a list; other sequences are shuffled by the Python form. */
function shuffle(self: RandomObject, list: List): Value {
  list.touch();
  const { items } = list;
  for (let i = items.length - 1; i > 0; i--) {
    const j = Number(self.twister.below(BigInt(i + 1)));
    const kept = items[i] as Value;
    items[i] = items[j] as Value;
    items[j] = kept;
  }
  return null;
}

/** Without replacement: from a pool that shrinks, or by a set of what was taken where that is less. */
function* sample(vm: Interpreter, self: RandomObject, population: Value, k: Value): Steps {
  const n = Number(yield* wait(length(vm, population)));
  const count = Number(index(vm, k));
  if (count < 0 || count > n) {
    raise('ValueError', 'Sample larger than population or is negative');
  }
  vm.charge(count * 16);
  let setSize = 21;
  if (count > 5) setSize += 4 ** Math.ceil(Math.log(count * 3) / Math.log(4));
  const result: Value[] = [];
  if (n <= setSize) {
    const pool = yield* collect(vm, population);
    for (let i = 0; i < count; i++) {
      const j = Number(self.twister.below(BigInt(n - i)));
      result.push(pool[j] as Value);
      pool[j] = pool[n - i - 1] as Value;
    }
    return new List(result);
  }
  const selected = new Set<number>();
  for (let i = 0; i < count; i++) {
    let j = Number(self.twister.below(BigInt(n)));
    while (selected.has(j)) j = Number(self.twister.below(BigInt(n)));
    selected.add(j);
    result.push(yield* wait(getItem(vm, population, j)));
  }
  return new List(result);
}

/** With replacement; `sums` are the running sums of the weights, as floats, or None. */
function* choices(
  vm: Interpreter,
  self: RandomObject,
  population: Value,
  k: Value,
  weights: Value,
): Steps {
  const n = Number(yield* wait(length(vm, population)));
  const count = Math.max(0, Number(index(vm, k)));
  vm.charge(count * 8);
  const sums = weights instanceof List ? weights.items.map(number) : null;
  const total = sums?.at(-1) ?? 0;
  const result: Value[] = [];
  for (let i = 0; i < count; i++) {
    const point = self.twister.random();
    let at = Math.floor(point * n);
    if (sums !== null) {
      let [low, high] = [0, n - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (point * total < (sums[middle] as number)) high = middle;
        else low = middle + 1;
      }
      at = low;
    }
    result.push(yield* wait(getItem(vm, population, at)));
  }
  return new List(result);
}

function runMethod(
  vm: Interpreter,
  self: RandomObject,
  { make, known }: { make: Method; known?: PyType },
  args: Value[],
): Value | Steps {
  ambient.journal?.touch(self);
  if (!self.known || args.some(isUnknown)) {
    const [first] = args;
    if (first instanceof List && make === table['shuffle(x)']?.make) poison(first);
    return new Unknown(UNKNOWN, known ?? null);
  }
  return make(vm, self, ...args);
}

for (const [signature, entry] of Object.entries(table)) {
  const inside = signature.slice(signature.indexOf('(') + 1);
  const name = signature.slice(0, signature.indexOf('('));
  const slash = inside === ')' || inside.endsWith('/)') ? inside.replace(/^\)$/, '/)') : inside;
  methods(randomType, {
    [`${name}(self, ${slash}`]: function* (
      vm: Interpreter,
      self: RandomObject,
      ...args: Value[]
    ): Steps {
      const result = runMethod(vm, self, entry, args);
      return isSteps(result) ? yield* result : result;
    },
  });
}

function isSteps(value: Value | Steps): value is Steps {
  return typeof value === 'object' && value !== null && 'throw' in value && !('cls' in value);
}

methods(randomType, {
  'seed(self, n=None, /)': (vm: Interpreter, self: RandomObject, value: Value) => {
    seed(vm, self, value);
    return null;
  },
  'getstate(self, /)': (_vm, self: RandomObject) => {
    if (!self.known) return new Unknown(UNKNOWN);
    const { words, next } = self.twister.state;
    return new Tuple([...words, next]);
  },
  'setstate(self, state, /)': (vm, self: RandomObject, state: Value) => {
    ambient.journal?.touch(self);
    self.known = !isUnknown(state);
    if (isUnknown(state)) return null;
    if (!(state instanceof Tuple)) raise('TypeError', 'state vector must be a tuple');
    if (state.items.length !== N + 1) raise('ValueError', 'state vector is the wrong size');
    const words = state.items.map((item) => index(vm, item));
    if (words.some((word) => word < 0)) {
      raise('OverflowError', "can't convert negative value to unsigned int");
    }
    const next = Number(words.pop());
    if (next > N) raise('ValueError', 'invalid state');
    self.twister.state = { words: words.map(Number), next };
    return null;
  },
  '_get_spare(self, /)': (_vm, self: RandomObject) =>
    self.spare === null ? null : new Float(self.spare),
  '_set_spare(self, value, /)': (_vm, self: RandomObject, value: Value) => {
    ambient.journal?.touch(self);
    self.spare = realOf(value) ?? null;
    return null;
  },
});

staticMethods(randomType, {
  '__new__(cls, *args, **keywords)': (vm: Interpreter, cls: PyType) => {
    const made = new RandomObject(cls);
    seed(vm, made, null);
    return made;
  },
});

export const random: BuiltinModule = {
  name: '_random',
  build: () => ({ Random: randomType, _seed_of_text: seedOfText }),
};
