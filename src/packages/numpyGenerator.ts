// numpy's newer generator: PCG64, seeded through a SeedSequence, and what Generator makes of its bits.
//
// https://numpy.org/doc/1.24/reference/random/generator.html

import { numel } from '../tensor/shape.ts';
import { checkSizes } from '../ops/creation.ts';
import { defineOp } from '../ops/define.ts';
import type { NdArray } from '../tensor/array.ts';

/** State and increment in words of 32 bits, whether half of a draw waits, and which. */
const STATE_SIZE = 10;

const MASK_64 = 2n ** 64n - 1n;
const MASK_128 = 2n ** 128n - 1n;
const MULTIPLIER = 0x2360ed051fc65da44385df649fccf645n;

export function seededGenerator(entropy: bigint): Float64Array {
  const words: number[] = [];
  for (let left = entropy; words.length === 0 || left > 0n; left >>= 32n) {
    words.push(Number(left & 0xffffffffn));
  }
  const [a, b, c, d] = longs(sequence(words, 8)) as [bigint, bigint, bigint, bigint];
  const pcg = new Pcg64();
  pcg.increment = ((((c << 64n) | d) << 1n) | 1n) & MASK_128;
  pcg.step();
  pcg.bits = (pcg.bits + ((a << 64n) | b)) & MASK_128;
  pcg.step();
  return pcg.state();
}

/** So many words from a SeedSequence with this entropy. */
function sequence(entropy: readonly number[], count: number): number[] {
  let constant = 0x43b0d7e5;
  const hashed = (value: number): number => {
    const mixed = value ^ constant;
    constant = Math.imul(constant, 0x931e8875);
    return folded(Math.imul(mixed, constant));
  };
  const mixed = (x: number, y: number): number =>
    folded(Math.imul(0xca01f9dd, x) - Math.imul(0x4973f715, y));
  const pool = [0, 1, 2, 3].map((i) => hashed(entropy[i] ?? 0));
  const mixInto = (value: number, but: number): void => {
    for (let i = 0; i < 4; i++) if (i !== but) pool[i] = mixed(pool[i] as number, hashed(value));
  };
  for (let i = 0; i < 4; i++) mixInto(pool[i] as number, i);
  for (const word of entropy.slice(4)) mixInto(word, -1);
  let after = 0x8b51f9dd;
  return Array.from({ length: count }, (_, i) => {
    const word = (pool[i % 4] as number) ^ after;
    after = Math.imul(after, 0x58f38ded);
    return folded(Math.imul(word, after)) >>> 0;
  });
}

function folded(value: number): number {
  return value ^ (value >>> 16);
}

function longs(words: readonly number[]): bigint[] {
  return words.flatMap((low, i) =>
    i % 2 === 0 ? [BigInt(low) | (BigInt(words[i + 1] as number) << 32n)] : [],
  );
}

class Pcg64 {
  bits = 0n;
  increment = 0n;
  /** The upper half of a draw whose lower half was asked for. */
  waiting: number | null = null;

  load(state: Float64Array): void {
    const word = (i: number): bigint => BigInt(state[i] as number);
    const whole = (i: number): bigint =>
      word(i) | (word(i + 1) << 32n) | (word(i + 2) << 64n) | (word(i + 3) << 96n);
    this.bits = whole(0);
    this.increment = whole(4);
    this.waiting = state[8] === 1 ? (state[9] as number) : null;
  }

  state(): Float64Array {
    const state = new Float64Array(STATE_SIZE);
    for (let i = 0; i < 4; i++) {
      const shift = BigInt(32 * i);
      state[i] = Number((this.bits >> shift) & 0xffffffffn);
      state[4 + i] = Number((this.increment >> shift) & 0xffffffffn);
    }
    state[8] = this.waiting === null ? 0 : 1;
    state[9] = this.waiting ?? 0;
    return state;
  }

  step(): void {
    this.bits = (this.bits * MULTIPLIER + this.increment) & MASK_128;
  }

  long(): bigint {
    this.step();
    const high = this.bits >> 64n;
    const value = high ^ (this.bits & MASK_64);
    const turn = high >> 58n;
    return ((value >> turn) | (value << (64n - turn))) & MASK_64;
  }

  word(): number {
    const { waiting } = this;
    if (waiting !== null) {
      this.waiting = null;
      return waiting;
    }
    const both = this.long();
    this.waiting = Number(both >> 32n);
    return Number(both & 0xffffffffn);
  }

  double(): number {
    return Number(this.long() >> 11n) / 2 ** 53;
  }

  /** An integer from 0 to `most`, by Lemire's method. */
  below(most: bigint): bigint {
    if (most === 0n) return 0n;
    const isWord = most <= 0xffffffffn;
    const bits = isWord ? 32n : 64n;
    const all = (1n << bits) - 1n;
    const draw = (): bigint => (isWord ? BigInt(this.word()) : this.long());
    if (most === all) return draw();
    const count = most + 1n;
    const least = (all - most) % count;
    for (;;) {
      const product = draw() * count;
      if ((product & all) >= least) return product >> bits;
    }
  }

  /** The same by refusing what is larger: what shuffles use. */
  interval(most: number): number {
    let mask = most;
    for (const shift of [1, 2, 4, 8, 16]) mask |= mask >>> shift;
    for (;;) {
      const value = (this.word() & mask) >>> 0;
      if (value <= most) return value;
    }
  }

  /** Marsaglia and Tsang's ziggurat. */
  normal(): number {
    for (;;) {
      const bits = this.long();
      const layer = Number(bits & 0xffn);
      const size = Number((bits >> 9n) & 0xfffffffffffffn);
      const { edges, widths, heights } = ziggurat();
      const x = (bits & 0x100n ? -1 : 1) * size * (widths[layer] as number);
      if (size < (edges[layer] as number)) return x;
      if (layer === 0) {
        const tail = this.#tail();
        return (size / 256) & 1 ? -tail : tail;
      }
      const top = heights[layer - 1] as number;
      const bottom = heights[layer] as number;
      if ((top - bottom) * this.double() + bottom < Math.exp(-0.5 * x * x)) return x;
    }
  }

  #tail(): number {
    for (;;) {
      const x = -INVERSE * Math.log1p(-this.double());
      const y = -Math.log1p(-this.double());
      if (y + y > x * x) return START + x;
    }
  }
}

/** Where the tail begins, one over that, and the area of each layer. */
const START = 3.6541528853610088;
const INVERSE = 0.27366123732975828;
const AREA = 0.004928673233974658;

interface Ziggurat {
  readonly edges: Float64Array;
  readonly widths: Float64Array;
  readonly heights: Float64Array;
}

let layers: Ziggurat | null = null;

function ziggurat(): Ziggurat {
  if (layers) return layers;
  const edges = new Float64Array(256);
  const widths = new Float64Array(256);
  const heights = new Float64Array(256);
  const unit = 2 ** 52;
  const density = (x: number): number => Math.exp(-0.5 * x * x);
  let x = START;
  const base = AREA / density(x);
  edges[0] = Math.floor((x / base) * unit);
  widths[0] = base / unit;
  widths[255] = x / unit;
  heights[0] = 1;
  heights[255] = density(x);
  for (let i = 254; i > 0; i--) {
    const outer = x;
    x = Math.sqrt(-2 * Math.log(AREA / x + density(x)));
    edges[i + 1] = Math.floor((x / outer) * unit);
    heights[i] = density(x);
    widths[i] = x / unit;
  }
  return (layers = { edges, widths, heights });
}

/** Arithmetic on 128 bits takes so much longer than on doubles. */
const BIG_COST = 50;

const stateType = { dtype: 'float64', shape: [STATE_SIZE] } as const;

function withGenerator(
  state: NdArray,
  outs: readonly NdArray[],
  draw: (pcg: Pcg64, out: NdArray) => void,
): void {
  const pcg = new Pcg64();
  pcg.load(state.data as Float64Array);
  const [out, next] = outs as [NdArray, NdArray];
  draw(pcg, out);
  (next.data as Float64Array).set(pcg.state());
}

/** `low + width * u`, or `mean + deviation * z`. */
export const generateReal = defineOp(
  'numpy_generate_real(Tensor state, SymInt[] size, str name, float a, float b) -> Tensor, Tensor',
  {
    random: true,
    grad: null,
    cost: (_args, out) => BIG_COST * numel(out.shape),
    shape: ({ size }) => {
      checkSizes(size);
      return [{ dtype: 'float64', shape: size }, stateType];
    },
    kernel: ({ state, name, a, b }, _out, outs) => {
      withGenerator(state, outs, (pcg, { data }) => {
        const isNormal = name === 'normal';
        for (let i = 0; i < data.length; i++) {
          data[i] = a + b * (isNormal ? pcg.normal() : pcg.double());
        }
      });
    },
  },
);

/** Integers from `low` on; `range` is the difference of the largest and the smallest. */
export const generateInteger = defineOp(
  'numpy_generate_integer(Tensor state, SymInt[] size, int low, int range) -> Tensor, Tensor',
  {
    random: true,
    grad: null,
    cost: (_args, out) => BIG_COST * numel(out.shape),
    shape: ({ size }) => {
      checkSizes(size);
      return [{ dtype: 'int64', shape: size }, stateType];
    },
    kernel: ({ state, low, range }, _out, outs) => {
      withGenerator(state, outs, (pcg, { data }) => {
        const from = BigInt(low);
        for (let i = 0; i < data.length; i++) data[i] = from + pcg.below(BigInt(range));
      });
    },
  },
);

/** Where each element of a shuffled sequence comes from. */
export const generateOrder = defineOp(
  'numpy_generate_order(Tensor state, SymInt n) -> Tensor, Tensor',
  {
    random: true,
    grad: null,
    cost: (_args, out) => BIG_COST * numel(out.shape),
    shape: ({ n }) => {
      checkSizes([n]);
      return [{ dtype: 'int64', shape: [n] }, stateType];
    },
    kernel: ({ state }, _out, outs) => {
      withGenerator(state, outs, (pcg, { data }) => {
        const order = Array.from({ length: data.length }, (_, i) => i);
        shuffle(order, (most) => pcg.interval(most));
        order.forEach((from, i) => (data[i] = BigInt(from)));
      });
    },
  },
);

/** Some of many, none of them twice: Floyd's way, and shuffled. */
export const generateSample = defineOp(
  'numpy_generate_sample(Tensor state, SymInt n, SymInt count) -> Tensor, Tensor',
  {
    random: true,
    grad: null,
    cost: (_args, out) => BIG_COST * numel(out.shape),
    shape: ({ count }) => {
      checkSizes([count]);
      return [{ dtype: 'int64', shape: [count] }, stateType];
    },
    kernel: ({ state, n }, _out, outs) => {
      withGenerator(state, outs, (pcg, { data }) => {
        const found = new Set<number>();
        for (let j = Number(n) - data.length; j < Number(n); j++) {
          const value = Number(pcg.below(BigInt(j)));
          found.add(found.has(value) ? j : value);
        }
        const sample = [...found];
        shuffle(sample, (most) => Number(pcg.below(BigInt(most))));
        sample.forEach((from, i) => (data[i] = BigInt(from)));
      });
    },
  },
);

function shuffle(items: number[], below: (most: number) => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = below(i);
    [items[i], items[j]] = [items[j] as number, items[i] as number];
  }
}
