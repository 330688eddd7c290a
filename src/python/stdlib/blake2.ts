// BLAKE2b and BLAKE2s (RFC 7693) in one: words of 64 and of 32 bits.

const ORDER = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
  [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
  [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
  [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
  [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
];

const START_64 = [
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
];
// BLAKE2s starts from the upper halves, as SHA-256 does beside SHA-512.
const START_32 = START_64.map((word) => word >> 32n);

export function blake2(bits: 32 | 64, size: number, key: Uint8Array, data: Uint8Array): Uint8Array {
  const wordBytes = bits / 8;
  const block = wordBytes * 16;
  const message = new Uint8Array(
    Math.max(1, Math.ceil(data.length / block)) * block + (key.length ? block : 0),
  );
  message.set(key);
  message.set(data, key.length ? block : 0);
  const length = data.length + (key.length ? block : 0);
  const used = key.length && data.length === 0 ? block : message.length;
  const start = bits === 64 ? START_64 : START_32;
  const state = [...start];
  state[0] = (state[0] as bigint) ^ BigInt(0x01010000 ^ (key.length << 8) ^ size);
  for (let at = 0; at < used; at += block) {
    const last = at + block >= used;
    compress(bits, state, message.subarray(at, at + block), last ? length : at + block, last);
  }
  const out = new Uint8Array(wordBytes * 8);
  state.forEach((word, i) => {
    for (let j = 0; j < wordBytes; j++)
      out[i * wordBytes + j] = Number((word >> BigInt(8 * j)) & 255n);
  });
  return out.slice(0, size);
}

function compress(
  bits: 32 | 64,
  state: bigint[],
  block: Uint8Array,
  count: number,
  last: boolean,
): void {
  const mask = (1n << BigInt(bits)) - 1n;
  const turns = bits === 64 ? [32n, 24n, 16n, 63n] : [16n, 12n, 8n, 7n];
  const width = BigInt(bits);
  const right = (x: bigint, by: bigint): bigint => ((x >> by) | (x << (width - by))) & mask;
  const words = Array.from({ length: 16 }, (_, i) => {
    let word = 0n;
    for (let j = bits / 8 - 1; j >= 0; j--)
      word = (word << 8n) | BigInt(block[(i * bits) / 8 + j] as number);
    return word;
  });
  const v = [...state, ...(bits === 64 ? START_64 : START_32)];
  v[12] = (v[12] as bigint) ^ (BigInt(count) & mask);
  if (last) v[14] = (v[14] as bigint) ^ mask;
  const mix = (a: number, b: number, c: number, d: number, x: bigint, y: bigint): void => {
    let [va, vb, vc, vd] = [v[a], v[b], v[c], v[d]] as [bigint, bigint, bigint, bigint];
    for (const [word, first, second] of [
      [x, turns[0], turns[1]],
      [y, turns[2], turns[3]],
    ] as [bigint, bigint, bigint][]) {
      va = (va + vb + word) & mask;
      vd = right(vd ^ va, first);
      vc = (vc + vd) & mask;
      vb = right(vb ^ vc, second);
    }
    [v[a], v[b], v[c], v[d]] = [va, vb, vc, vd];
  };
  for (let round = 0; round < (bits === 64 ? 12 : 10); round++) {
    const order = ORDER[round % 10] as number[];
    for (let i = 0; i < 8; i++) {
      const column = i % 4;
      const skew = i < 4 ? 0 : 1;
      mix(
        column,
        4 + ((column + skew) % 4),
        8 + ((column + 2 * skew) % 4),
        12 + ((column + 3 * skew) % 4),
        words[order[2 * i] as number] as bigint,
        words[order[2 * i + 1] as number] as bigint,
      );
    }
  }
  for (let i = 0; i < 8; i++) {
    state[i] = (state[i] as bigint) ^ (v[i] as bigint) ^ (v[i + 8] as bigint);
  }
}
