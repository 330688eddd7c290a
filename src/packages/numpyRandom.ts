// numpy's older generator, RandomState: a Mersenne Twister and what numpy makes of its bits. A draw is
// a node of the graph that takes the state and gives the next one, as torch's draws are.
//
// https://numpy.org/doc/1.24/reference/random/legacy.html

import { Mt19937 } from '../kernels/random/mt19937.ts';
import { checkSizes } from '../ops/creation.ts';
import { defineOp } from '../ops/define.ts';
import { store, type NdArray } from '../tensor/array.ts';
import type { DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';

/** 624 words, how many are left, where the next is, whether a normal number waits, and which. */
const STATE_SIZE = 628;

export function seededTwister(seed: number): Float64Array {
  const twister = new Twister();
  twister.bits.seed(seed);
  return twister.state();
}

/** A state from a sequence of words, as RandomState([1, 2, 3]) has it. */
export function seededByWords(key: readonly number[]): Float64Array {
  const twister = new Twister();
  const { words } = twister.bits;
  twister.bits.seed(19650218);
  const at = (i: number): number => words[i] as number;
  let i = 1;
  const step = (factor: number, add: number): void => {
    words[i] = (at(i) ^ Math.imul(at(i - 1) ^ (at(i - 1) >>> 30), factor)) + add;
    if (++i < Mt19937.size) return;
    words[0] = at(Mt19937.size - 1);
    i = 1;
  };
  for (let k = 0; k < Math.max(Mt19937.size, key.length); k++) {
    const j = k % key.length;
    step(1664525, (key[j] as number) + j);
  }
  for (let k = 1; k < Mt19937.size; k++) step(1566083941, -i);
  words[0] = 0x80000000;
  return twister.state();
}

class Twister {
  readonly bits = new Mt19937();
  /** The second of two normal numbers, where one was drawn. */
  waiting: number | null = null;

  load(state: Float64Array): void {
    this.bits.words.set(state.subarray(0, Mt19937.size));
    this.bits.left = state[624] as number;
    this.bits.next = state[625] as number;
    this.waiting = state[626] === 1 ? (state[627] as number) : null;
  }

  state(): Float64Array {
    const state = new Float64Array(STATE_SIZE);
    state.set(this.bits.words);
    state[624] = this.bits.left;
    state[625] = this.bits.next;
    state[626] = this.waiting === null ? 0 : 1;
    state[627] = this.waiting ?? 0;
    return state;
  }

  double(): number {
    const high = this.bits.draw() >>> 5;
    const low = this.bits.draw() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** Marsaglia's polar method. */
  normal(): number {
    const { waiting } = this;
    if (waiting !== null) {
      this.waiting = null;
      return waiting;
    }
    for (;;) {
      const a = 2 * this.double() - 1;
      const b = 2 * this.double() - 1;
      const square = a * a + b * b;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      this.waiting = factor * a;
      return factor * b;
    }
  }

  exponential(): number {
    return -Math.log(1 - this.double());
  }

  /** An integer from 0 to `most`, by refusing what is larger. */
  below(most: number): number {
    const mask = maskOf(most);
    for (;;) {
      const value = (this.bits.draw() & mask) >>> 0;
      if (value <= most) return value;
    }
  }

  below64(most: bigint): bigint {
    let mask = most;
    for (let shift = 1n; shift < 64n; shift *= 2n) mask |= mask >> shift;
    for (;;) {
      const value = ((BigInt(this.bits.draw()) << 32n) | BigInt(this.bits.draw())) & mask;
      if (value <= most) return value;
    }
  }

  /** The same from pieces of words: small integers share them. */
  *pieces(most: number, width: number): Generator<number, never> {
    const mask = width === 1 ? 1 : maskOf(most);
    const all = 2 ** width - 1;
    for (;;) {
      let word = this.bits.draw();
      for (let i = 0; i < 32 / width; i++, word >>>= width) {
        const value = word & all & mask;
        if (value <= most) yield value;
      }
    }
  }
}

function maskOf(most: number): number {
  let mask = most;
  for (const shift of [1, 2, 4, 8, 16]) mask |= mask >>> shift;
  return mask >>> 0;
}

/** Numbers of a distribution, one after the other. `a` and `b` are its parameters. */
const DISTRIBUTIONS: Record<string, (twister: Twister, a: number, b: number) => number> = {
  uniform: (twister, low, width) => low + width * twister.double(),
  normal: (twister, mean, deviation) => mean + deviation * twister.normal(),
  lognormal: (twister, mean, deviation) => Math.exp(mean + deviation * twister.normal()),
  exponential: (twister, scale) => scale * twister.exponential(),
  rayleigh: (twister, mode) => mode * Math.sqrt(2 * twister.exponential()),
  laplace: (twister, mean, scale) => {
    for (;;) {
      const u = twister.double();
      if (u >= 0.5) return mean - scale * Math.log(2 - u - u);
      if (u > 0) return mean + scale * Math.log(u + u);
    }
  },
  gumbel: (twister, mean, scale) => {
    for (;;) {
      const u = 1 - twister.double();
      if (u < 1) return mean - scale * Math.log(-Math.log(u));
    }
  },
  cauchy: (twister) => {
    const a = twister.normal();
    return a / twister.normal();
  },
};

const stateType = { dtype: 'float64', shape: [STATE_SIZE] } as const;

function withTwister(
  state: NdArray,
  outs: readonly NdArray[],
  draw: (twister: Twister, out: NdArray) => void,
): void {
  const twister = new Twister();
  twister.load(state.data as Float64Array);
  const [out, next] = outs as [NdArray, NdArray];
  draw(twister, out);
  (next.data as Float64Array).set(twister.state());
}

export const drawReal = defineOp(
  'numpy_draw_real(Tensor state, SymInt[] size, str name, float a, float b) -> Tensor, Tensor',
  {
    random: true,
    grad: null,
    shape: ({ size, name }) => {
      checkSizes(size);
      check(Object.hasOwn(DISTRIBUTIONS, name), () => `no distribution '${name}'`);
      return [{ dtype: 'float64', shape: size }, stateType];
    },
    kernel: ({ state, name, a, b }, _out, outs) => {
      withTwister(state, outs, (twister, { data }) => {
        const next = DISTRIBUTIONS[name] as (twister: Twister, a: number, b: number) => number;
        for (let i = 0; i < data.length; i++) data[i] = next(twister, a, b);
      });
    },
  },
);

/** The width of the pieces that the integers of a type are drawn from. */
const WIDTHS: Partial<Record<DType, number>> = { bool: 1, int8: 8, uint8: 8, int16: 16 };

/** `range` is the difference of the largest and the smallest. */
export const drawInteger = defineOp(
  'numpy_draw_integer(Tensor state, SymInt[] size, int low, int range, ScalarType dtype) -> Tensor, Tensor',
  {
    random: true,
    grad: null,
    shape: ({ size, dtype }) => {
      checkSizes(size);
      return [{ dtype, shape: size }, stateType];
    },
    kernel: ({ state, low, range }, _out, outs) => {
      withTwister(state, outs, (twister, out) => {
        fillIntegers(twister, out, BigInt(low), BigInt(range));
      });
    },
  },
);

function fillIntegers(twister: Twister, out: NdArray, low: bigint, range: bigint): void {
  const { data, dtype } = out;
  const most = Number(range);
  const width = WIDTHS[dtype];
  const put = (i: number, value: bigint): void => {
    if (data instanceof BigInt64Array) data[i] = BigInt.asIntN(64, low + value);
    else store(out, i, Number(low + value));
  };
  const isFull = width !== undefined && width > 1 && most === 2 ** width - 1;
  if (range === 0n) for (let i = 0; i < data.length; i++) put(i, 0n);
  else if (width !== undefined) {
    const pieces = twister.pieces(isFull ? 2 ** width - 1 : most, width);
    for (let i = 0; i < data.length; i++) put(i, BigInt(pieces.next().value));
  } else if (range < 2n ** 32n) {
    for (let i = 0; i < data.length; i++) put(i, BigInt(twister.below(most)));
  } else for (let i = 0; i < data.length; i++) put(i, twister.below64(range));
}

/** Where each element of a shuffled sequence comes from. */
export const drawOrder = defineOp('numpy_draw_order(Tensor state, SymInt n) -> Tensor, Tensor', {
  random: true,
  grad: null,
  shape: ({ n }) => {
    checkSizes([n]);
    return [{ dtype: 'int64', shape: [n] }, stateType];
  },
  kernel: ({ state }, _out, outs) => {
    withTwister(state, outs, (twister, { data }) => {
      const order = Array.from({ length: data.length }, (_, i) => i);
      for (let i = order.length - 1; i > 0; i--) {
        const j = twister.below(i);
        [order[i], order[j]] = [order[j] as number, order[i] as number];
      }
      order.forEach((from, i) => (data[i] = BigInt(from)));
    });
  },
});
