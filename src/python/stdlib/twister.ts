// The Mersenne Twister, as CPython seeds and reads it, so that a seeded program draws CPython's numbers.

import { bitLength } from '../values/integers.ts';

/** How many words its state has. */
export const N = 624;
const M = 397;

/** The Mersenne Twister (Matsumoto and Nishimura, 1998) as CPython seeds it: by an array. */
export class Twister {
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

  set state({ words, next }: { words: readonly number[]; next: number }) {
    this.#state.set(words);
    this.#next = next;
  }
}
