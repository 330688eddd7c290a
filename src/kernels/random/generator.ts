// PyTorch's CPU random number generator: its state and what each distribution draws from it.
// Integers and uniforms are the same bits; normals agree within 2e-6 (their last bits depend on
// PyTorch's own vector code). Which tensors are filled, and in which order, is not decided here.
//
// `mt19937.ts` makes the bits, `stateBytes.ts` is what `torch.get_rng_state()` shows of them.

import { fusedMultiplyAdd32, fusedMultiplyAdd64 } from './fma.ts';
import { Mt19937 } from './mt19937.ts';
import { fillNormalBlocks } from './normal.ts';
import { decodeState, encodeState } from './stateBytes.ts';

export type FloatArray = Float32Array | Float64Array;
export type IntArray = Int8Array | Int16Array | Int32Array | Uint8Array;

export class Generator {
  #seed = 0n;
  readonly #twister = new Mt19937();
  /** The second normal of the last pair, waiting; it survives any other kind of draw. */
  #cachedNormal: number | null = null;

  /** `seed` is PyTorch's default where none is given. */
  constructor(seed: number | bigint = 67280421310721n) {
    this.seed(seed);
  }

  /** `manual_seed`: any integer in [-2^63, 2^64); a negative one counts from 2^64. */
  seed(seed: number | bigint): void {
    this.#seed = BigInt.asUintN(64, BigInt(seed));
    this.#twister.seed(Number(this.#seed & 0xffffffffn));
    this.#cachedNormal = null;
  }

  get initialSeed(): bigint {
    return this.#seed;
  }

  clone(): Generator {
    const copy = new Generator(0);
    copy.set(this);
    return copy;
  }

  /** Takes over the state of another generator. */
  set(other: Generator): void {
    this.#seed = other.#seed;
    this.#twister.copyFrom(other.#twister);
    this.#cachedNormal = other.#cachedNormal;
  }

  /** As `torch.get_rng_state()`: 5,056 bytes. */
  toBytes(): Uint8Array {
    return encodeState({
      seed: this.#seed,
      twister: this.#twister,
      cachedNormal: this.#cachedNormal,
    });
  }

  /** Throws a RangeError, in PyTorch's words, for bytes that are not a state. */
  static fromBytes(bytes: Uint8Array): Generator {
    const state = decodeState(bytes);
    const generator = new Generator(0);
    generator.#seed = state.seed;
    generator.#twister.copyFrom(state.twister);
    generator.#cachedNormal = state.cachedNormal;
    return generator;
  }

  /** 32 random bits, as a number. */
  random32(): number {
    return this.#twister.draw();
  }

  /** 64 random bits: the first draw is the upper half. */
  random64(): bigint {
    const high = this.#twister.draw();
    return (BigInt(high) << 32n) | BigInt(this.#twister.draw());
  }

  /** Leaves out as many 32-bit draws as a tensor that nobody looks at would have taken. */
  skip(draws: number): void {
    this.#twister.skip(draws);
  }

  /** Uniform in [0, 1), a multiple of 2^-24: what one float32 takes, one draw. */
  uniform24(): number {
    return (this.#twister.draw() & 0xffffff) * 2 ** -24;
  }

  /** Uniform in [0, 1), a multiple of 2^-53: what one float64 takes, two draws. */
  uniform53(): number {
    const high = this.#twister.draw() & 0x1fffff;
    return (high * 2 ** 32 + this.#twister.draw()) * 2 ** -53;
  }

  /** `uniform_(from, to)`. */
  fillUniform(out: FloatArray, from = 0, to = 1): void {
    if (out instanceof Float64Array) {
      const width = to - from;
      for (let i = 0; i < out.length; i++) {
        out[i] = fusedMultiplyAdd64(this.uniform53(), width, from);
      }
      return;
    }
    const start = Math.fround(from);
    const width = Math.fround(Math.fround(to) - start);
    for (let i = 0; i < out.length; i++) {
      out[i] = fusedMultiplyAdd32(this.uniform24(), width, start);
    }
  }

  /** `normal_(mean, std)` of a contiguous tensor: one way from 16 elements up, one below. */
  fillNormal(out: FloatArray, mean = 0, std = 1): void {
    if (out.length >= 16) fillNormalBlocks(this, out, mean, std);
    else this.fillNormalSerially(out, mean, std);
  }

  /**
   * `normal_(mean, std)` below 16 elements, of non-contiguous tensors of any size and of
   * integer-sized loops like `log_normal_`: pairs in double precision, of which the second waits
   * for whoever asks next, whatever its dtype.
   */
  fillNormalSerially(out: FloatArray, mean = 0, std = 1): void {
    for (let i = 0; i < out.length; i++) out[i] = this.normal() * std + mean;
  }

  /** One standard normal in double precision: four draws, or the one that waits. */
  normal(): number {
    if (this.#cachedNormal !== null) {
      const waiting = this.#cachedNormal;
      this.#cachedNormal = null;
      return waiting;
    }
    const turn = this.uniform53();
    const radius = Math.sqrt(-2 * Math.log1p(-this.uniform53()));
    this.#cachedNormal = radius * Math.sin(2 * Math.PI * turn);
    return radius * Math.cos(2 * Math.PI * turn);
  }

  /** `bernoulli_(p)` with a number, as dropout has it: one double for each element. */
  fillBernoulli(out: FloatArray | IntArray, p: number): void {
    for (let i = 0; i < out.length; i++) out[i] = this.uniform53() < p ? 1 : 0;
  }

  /** `bernoulli(p)` with a tensor: each compared with a uniform of the dtype of `p`. */
  fillBernoulliEach(out: FloatArray | IntArray, p: FloatArray): void {
    const single = p instanceof Float32Array;
    for (let i = 0; i < out.length; i++) {
      const uniform = single ? this.uniform24() : this.uniform53();
      out[i] = uniform < (p[i] as number) ? 1 : 0;
    }
  }

  /**
   * `random_(from, to)` and `randint`: the remainder of 32 bits, or of 64 where the range is
   * `wideFrom` or more. Newer PyTorch has 2^28 there; with 2^32, integers of up to 32 bits always
   * took 32. `random_()` is the range from 0 to the dtype's largest exact integer, on either.
   */
  fillRandomInt(
    out: FloatArray | IntArray | BigInt64Array,
    from: number | bigint,
    to: number | bigint,
    wideFrom = 2 ** 32,
  ): void {
    const range = BigInt(to) - BigInt(from);
    const base = BigInt(from);
    const narrow = range < BigInt(wideFrom) || (wideFrom === 2 ** 32 && isSmallInt(out));
    if (!narrow) {
      for (let i = 0; i < out.length; i++) {
        const value = (this.random64() % range) + base;
        if (out instanceof BigInt64Array) out[i] = value;
        else out[i] = Number(value);
      }
      return;
    }
    const width = Number(range);
    const start = Number(base);
    for (let i = 0; i < out.length; i++) {
      const remainder = this.#twister.draw() % width;
      if (out instanceof BigInt64Array) out[i] = BigInt(remainder) + base;
      else out[i] = remainder + start;
    }
  }

  /** `randperm(n)`: a shuffle from the front, n - 1 draws. */
  randperm(n: number): Float64Array {
    const order = Float64Array.from({ length: n }, (_, i) => i);
    for (let i = 0; i < n - 1; i++) {
      const other = i + (this.#twister.draw() % (n - i));
      const kept = order[i] as number;
      order[i] = order[other] as number;
      order[other] = kept;
    }
    return order;
  }

  /** `exponential_(rate)`: -log(1 - u) / rate, in double precision. */
  fillExponential(out: FloatArray, rate = 1): void {
    for (let i = 0; i < out.length; i++) out[i] = (-1 / rate) * Math.log1p(-this.uniform53());
  }
}

function isSmallInt(out: FloatArray | IntArray | BigInt64Array): out is IntArray {
  return !(
    out instanceof BigInt64Array ||
    out instanceof Float32Array ||
    out instanceof Float64Array
  );
}
