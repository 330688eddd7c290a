// The Mersenne Twister with a period of 2^19937 - 1 (Matsumoto and Nishimura, 1998), counting its
// position the way PyTorch's CPU generator does, so that the state can be exchanged with it.
// Knows bits only; what distributions make of them is in `generator.ts`.

export class Mt19937 {
  static readonly size = 624;

  readonly words = new Uint32Array(Mt19937.size);
  /** How many words are left, plus one; at 1 the next draw makes a new block first. */
  left = 1;
  /** Index of the next word to hand out. */
  next = 0;

  /** The state after `init_genrand(seed)`; only the low 32 bits of a seed count. */
  seed(seed: number): void {
    const { words } = this;
    words[0] = seed >>> 0;
    for (let i = 1; i < Mt19937.size; i++) {
      const previous = word(words, i - 1);
      words[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i;
    }
    this.left = 1;
    this.next = 0;
  }

  /** The next 32 bits. */
  draw(): number {
    if (--this.left === 0) this.#renew();
    let y = word(this.words, this.next++);
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  /** Passes over `count` draws without tempering them. */
  skip(count: number): void {
    while (count > 0) {
      if (--this.left === 0) this.#renew();
      const step = Math.min(count, this.left);
      this.left -= step - 1;
      this.next += step;
      count -= step;
    }
  }

  copyFrom(other: Mt19937): void {
    this.words.set(other.words);
    this.left = other.left;
    this.next = other.next;
  }

  #renew(): void {
    const { words } = this;
    const last = Mt19937.size - 1;
    for (let i = 0; i < Mt19937.size - middle; i++) {
      words[i] = word(words, i + middle) ^ twist(word(words, i), word(words, i + 1));
    }
    for (let i = Mt19937.size - middle; i < last; i++) {
      words[i] = word(words, i + middle - Mt19937.size) ^ twist(word(words, i), word(words, i + 1));
    }
    words[last] = word(words, middle - 1) ^ twist(word(words, last), word(words, 0));
    this.left = Mt19937.size;
    this.next = 0;
  }
}

const middle = 397;

function twist(upper: number, lower: number): number {
  const mixed = (upper & 0x80000000) | (lower & 0x7fffffff);
  return (mixed >>> 1) ^ (lower & 1 ? 0x9908b0df : 0);
}

/** A word at an index known to be inside. */
function word(words: Uint32Array, index: number): number {
  return words[index] as number;
}
