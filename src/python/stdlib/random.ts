// `random`: CPython's generator, so that a seeded program draws the numbers that CPython draws.
//
// https://docs.python.org/3.11/library/random.html

import { ambient } from '../ambient.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { typeName } from '../evaluate/attributes.ts';
import { wait, type Steps } from '../evaluate/pending.ts';
import { collect, getItem, index, length } from '../evaluate/protocols.ts';
import { methods, staticMethods } from '../native.ts';
import { BoundMethod } from '../values/callable.ts';
import { List, Range, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { bitLength, intOf, normalise, realOf } from '../values/integers.ts';
import { Float, floatType, intType } from '../values/numbers.ts';
import { builtinType, PyObject, type PyType, type Value } from '../values/object.ts';
import { isUnknown, poison, Unknown } from '../values/unknown.ts';
import type { BuiltinModule } from '../imports.ts';
import { hashText } from '../builtins/str.ts';
import { sha512 } from './sha512.ts';

const N = 624;
const M = 397;

/** The Mersenne Twister (Matsumoto and Nishimura, 1998) as CPython seeds it: by an array. */
class Twister {
  readonly #state = new Uint32Array(N);
  #next = N;

  seed(value: bigint): void {
    const key: number[] = [];
    for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= 32n) {
      key.push(Number(rest & 0xffffffffn));
    }
    if (key.length === 0) key.push(0);
    this.#seedArray(key);
  }

  #seedNumber(seed: number): void {
    const state = this.#state;
    state[0] = seed >>> 0;
    for (let i = 1; i < N; i++) {
      const before = (state[i - 1] as number) ^ ((state[i - 1] as number) >>> 30);
      state[i] = Math.imul(1812433253, before) + i;
    }
    this.#next = N;
  }

  #seedArray(key: readonly number[]): void {
    this.#seedNumber(19650218);
    const state = this.#state;
    const mix = (i: number, factor: number): number => {
      const before = (state[i - 1] as number) ^ ((state[i - 1] as number) >>> 30);
      return (state[i] as number) ^ Math.imul(before, factor);
    };
    let i = 1;
    let j = 0;
    for (let k = Math.max(N, key.length); k > 0; k--) {
      state[i] = mix(i, 1664525) + (key[j] as number) + j;
      i++;
      j++;
      if (i >= N) {
        state[0] = state[N - 1] as number;
        i = 1;
      }
      if (j >= key.length) j = 0;
    }
    for (let k = N - 1; k > 0; k--) {
      state[i] = mix(i, 1566083941) - i;
      i++;
      if (i >= N) {
        state[0] = state[N - 1] as number;
        i = 1;
      }
    }
    state[0] = 0x80000000;
  }

  bits32(): number {
    if (this.#next >= N) this.#refill();
    let y = this.#state[this.#next++] as number;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  #refill(): void {
    const state = this.#state;
    for (let i = 0; i < N; i++) {
      const y = ((state[i] as number) & 0x80000000) | ((state[(i + 1) % N] as number) & 0x7fffffff);
      state[i] = (state[(i + M) % N] as number) ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.#next = 0;
  }

  /** Uniform in [0, 1), 53 bits. */
  random(): number {
    const a = this.bits32() >>> 5;
    const b = this.bits32() >>> 6;
    return (a * 67108864 + b) / 9007199254740992;
  }

  bits(count: number): bigint {
    let result = 0n;
    for (let shift = 0; shift < count; shift += 32) {
      const left = count - shift;
      const word = left < 32 ? this.bits32() >>> (32 - left) : this.bits32();
      result |= BigInt(word) << BigInt(shift);
    }
    return result;
  }

  /** Uniform in [0, n), by rejection. */
  below(n: bigint): bigint {
    if (n === 0n) return 0n;
    const count = bitLength(n);
    let drawn = this.bits(count);
    while (drawn >= n) drawn = this.bits(count);
    return drawn;
  }

  get state(): { words: number[]; next: number } {
    return { words: [...this.#state], next: this.#next };
  }

  set state({ words, next }: { words: number[]; next: number }) {
    this.#state.set(words);
    this.#next = next;
  }
}

const randomType = builtinType('Random', undefined, () => new RandomObject());
randomType.module = 'random';

class RandomObject extends PyObject {
  readonly twister = new Twister();
  /** False while someone types and the program has not seeded it: its numbers are not known. */
  known = true;
  /** The second of a pair of normals. */
  spare: number | null = null;
  constructor() {
    super(randomType);
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

function seed(vm: Interpreter, self: RandomObject, value: Value): void {
  self.spare = null;
  self.known = !isUnknown(value);
  if (value === null) {
    self.known = vm.limits.kind !== 'live';
    self.twister.seed(vm.host.entropy);
    return;
  }
  const int = intOf(value);
  if (int !== undefined) self.twister.seed(BigInt(int));
  else if (typeof value === 'string') self.twister.seed(seedOfText(value));
  else if (value instanceof Float) self.twister.seed(BigInt(hashText(String(value.value)) >>> 0));
  else if (!isUnknown(value)) {
    raise(
      'TypeError',
      'The only supported seed types are: None,\nint, float, str, bytes, and bytearray.',
    );
  }
}

/** A str seeds by its bytes and their SHA-512, read as one integer. */
function seedOfText(text: string): bigint {
  const bytes = new TextEncoder().encode(text);
  let value = 0n;
  for (const byte of [...bytes, ...sha512(bytes)]) value = (value << 8n) | BigInt(byte);
  return value;
}

type Method = (vm: Interpreter, self: RandomObject, ...args: Value[]) => Value | Steps;

const UNKNOWN = 'a random number without a seed';

function integerArgument(vm: Interpreter, value: Value): bigint {
  return BigInt(index(vm, value));
}

function number(value: Value): number {
  return realOf(value) ?? raise('TypeError', `must be real number, not ${typeName(value)}`);
}

function randrange(vm: Interpreter, self: RandomObject, a: Value, b: Value, c: Value): Value {
  const start = b === null ? 0n : integerArgument(vm, a);
  const stop = integerArgument(vm, b ?? a);
  const step = c === null ? 1n : integerArgument(vm, c);
  const width = stop - start;
  if (step === 0n) raise('ValueError', 'zero step for randrange()');
  const count = step > 0n ? (width + step - 1n) / step : (width + step + 1n) / step;
  if (count <= 0n || (step > 0n ? width <= 0n : width >= 0n)) {
    if (b === null) raise('ValueError', 'empty range for randrange()');
    const shown = step === 1n ? `(${start}, ${stop}, ${width})` : `(${start}, ${stop}, ${step})`;
    raise('ValueError', `empty range for randrange() ${shown}`);
  }
  return normalise(start + step * self.twister.below(count));
}

/** Methods by signature, without `self`. */
const table: Record<string, { make: Method; known?: PyType }> = {
  'random()': { known: floatType, make: (_vm, self) => new Float(self.twister.random()) },
  'getrandbits(k, /)': {
    known: intType,
    make: (vm, self, k) => normalise(self.twister.bits(Number(integerArgument(vm, k as Value)))),
  },
  'uniform(a, b)': {
    known: floatType,
    make: (_vm, self, a, b) => {
      const low = number(a as Value);
      return new Float(low + (number(b as Value) - low) * self.twister.random());
    },
  },
  'randint(a, b)': {
    known: intType,
    make: (vm, self, a, b) => {
      const stop = normalise(integerArgument(vm, b as Value) + 1n);
      return randrange(vm, self, a as Value, stop, null);
    },
  },
  'randrange(start, stop=None, step=None)': {
    known: intType,
    make: (vm, self, a, b, c) => randrange(vm, self, a as Value, b ?? null, c ?? null),
  },
  'gauss(mu=0.0, sigma=1.0)': {
    known: floatType,
    make: (_vm, self, mu, sigma) => {
      const z = self.spare ?? pairOfNormals(self);
      if (self.spare !== null) self.spare = null;
      else self.spare = pending.pop() ?? null;
      return new Float(number(mu as Value) + z * number(sigma as Value));
    },
  },
  'normalvariate(mu=0.0, sigma=1.0)': {
    known: floatType,
    make: (_vm, self, mu, sigma) => {
      const magic = (4 * Math.exp(-0.5)) / Math.SQRT2;
      for (;;) {
        const u1 = self.twister.random();
        const u2 = 1 - self.twister.random();
        const z = (magic * (u1 - 0.5)) / u2;
        if ((z * z) / 4 <= -Math.log(u2)) {
          return new Float(number(mu as Value) + z * number(sigma as Value));
        }
      }
    },
  },
  'expovariate(lambd)': {
    known: floatType,
    make: (_vm, self, rate) =>
      new Float(-Math.log(1 - self.twister.random()) / number(rate as Value)),
  },
  'triangular(low=0.0, high=1.0, mode=None)': {
    known: floatType,
    make: (_vm, self, low, high, mode) => {
      let [a, b] = [number(low as Value), number(high as Value)];
      let u = self.twister.random();
      let c = mode === null ? 0.5 : (number(mode as Value) - a) / (b - a);
      if (u > c) {
        u = 1 - u;
        c = 1 - c;
        [a, b] = [b, a];
      }
      return new Float(a + (b - a) * Math.sqrt(u * c));
    },
  },
  'choice(seq)': { make: (vm, self, sequence) => choice(vm, self, sequence as Value) },
  'shuffle(x)': { make: (vm, self, list) => shuffle(vm, self, list as Value) },
  'sample(population, k, *, counts=None)': {
    make: (vm, self, population, k) => sample(vm, self, population as Value, k as Value),
  },
  'choices(population, weights=None, *, cum_weights=None, k=1)': {
    make: (vm, self, population, weights, cumulative, k) =>
      choices(vm, self, population as Value, weights ?? null, cumulative ?? null, k ?? 1),
  },
};

/** The second normal of a pair, between its making and its keeping. */
const pending: number[] = [];

function pairOfNormals(self: RandomObject): number {
  const angle = self.twister.random() * 2 * Math.PI;
  const radius = Math.sqrt(-2 * Math.log(1 - self.twister.random()));
  pending.length = 0;
  pending.push(Math.sin(angle) * radius);
  return Math.cos(angle) * radius;
}

function* choice(vm: Interpreter, self: RandomObject, sequence: Value): Steps {
  const size = Number(yield* wait(length(vm, sequence)));
  if (size === 0) raise('IndexError', 'Cannot choose from an empty sequence');
  const at = Number(self.twister.below(BigInt(size)));
  return yield* wait(getItem(vm, sequence, at));
}

function* shuffle(vm: Interpreter, self: RandomObject, list: Value): Steps {
  if (!(list instanceof List)) {
    return vm.unsupported(`random.shuffle of ${typeName(list)}`);
  }
  list.touch();
  const { items } = list;
  for (let i = items.length - 1; i > 0; i--) {
    const j = Number(self.twister.below(BigInt(i + 1)));
    const kept = items[i] as Value;
    items[i] = items[j] as Value;
    items[j] = kept;
  }
  yield* wait(null);
  return null;
}

function* sample(vm: Interpreter, self: RandomObject, population: Value, k: Value): Steps {
  if (!(population instanceof List || population instanceof Tuple || population instanceof Range)) {
    if (typeof population !== 'string') {
      raise('TypeError', 'Population must be a sequence.  For dicts or sets, use sorted(d).');
    }
  }
  const items = yield* collect(vm, population);
  const n = items.length;
  const count = Number(index(vm, k));
  if (count < 0 || count > n) {
    raise('ValueError', 'Sample larger than population or is negative');
  }
  let setSize = 21;
  if (count > 5) setSize += 4 ** Math.ceil(Math.log(count * 3) / Math.log(4));
  const result: Value[] = [];
  if (n <= setSize) {
    const pool = [...items];
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
    result.push(items[j] as Value);
  }
  return new List(result);
}

function* choices(
  vm: Interpreter,
  self: RandomObject,
  population: Value,
  weights: Value,
  cumulative: Value,
  k: Value,
): Steps {
  const items = yield* collect(vm, population);
  const count = Number(index(vm, k));
  let sums: number[] | null = null;
  if (cumulative !== null) sums = (yield* collect(vm, cumulative)).map(number);
  else if (weights !== null) {
    let total = 0;
    sums = (yield* collect(vm, weights)).map((weight) => (total += number(weight)));
  }
  const draw = (): Value => {
    if (sums === null) return items[Math.floor(self.twister.random() * items.length)] as Value;
    const point = self.twister.random() * (sums.at(-1) as number);
    const at = sums.findIndex((sum) => point < sum);
    return items[at < 0 ? items.length - 1 : at] as Value;
  };
  return new List(Array.from({ length: count }, draw));
}

function runMethod(
  vm: Interpreter,
  self: RandomObject,
  { make, known }: { make: Method; known?: PyType },
  args: Value[],
): Value | Steps {
  ambient.journal?.touch(self);
  if (!self.known) {
    const [first] = args;
    if (first instanceof List && make === table['shuffle(x)']?.make) poison(first);
    return new Unknown(UNKNOWN, known ?? null);
  }
  return make(vm, self, ...args);
}

for (const [signature, entry] of Object.entries(table)) {
  const inside = signature.slice(signature.indexOf('(') + 1);
  const name = signature.slice(0, signature.indexOf('('));
  methods(randomType, {
    [`${name}(self${inside === ')' ? '' : ', '}${inside}`]: function* (
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
  'seed(self, a=None, version=2)': (vm: Interpreter, self: RandomObject, value: Value) => {
    ambient.journal?.touch(self);
    seed(vm, self, value);
    return null;
  },
  'getstate(self, /)': (_vm, self: RandomObject) => {
    const copy = new RandomObject();
    copy.twister.state = self.twister.state;
    copy.spare = self.spare;
    copy.known = self.known;
    return copy;
  },
  'setstate(self, state, /)': (_vm, self: RandomObject, state: RandomObject) => {
    ambient.journal?.touch(self);
    self.twister.state = state.twister.state;
    self.spare = state.spare;
    self.known = state.known;
    return null;
  },
});

staticMethods(randomType, {
  '__new__(cls, x=None)': (vm: Interpreter, _cls: PyType, x: Value) => {
    const made = new RandomObject();
    seed(vm, made, x);
    return made;
  },
});

export const random: BuiltinModule = {
  name: 'random',
  build: (vm) => {
    const shared = new RandomObject();
    seed(vm, shared, null);
    const names: Record<string, Value> = { Random: randomType };
    for (const [key, method] of randomType.dict.values) {
      if (typeof key !== 'string' || key.startsWith('__')) continue;
      names[key] = new BoundMethod(method, shared);
    }
    return names;
  },
};
