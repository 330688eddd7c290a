// SHA-512 (FIPS 180-4), for `random.seed` with a text and for `hashlib`.

const MASK = (1n << 64n) - 1n;

/** The first 64 bits of the fractional parts of the `root`-th roots of the first primes. */
function constants(count: number, root: 2n | 3n): bigint[] {
  const found: bigint[] = [];
  for (let n = 2n; found.length < count; n++) {
    let prime = true;
    for (let d = 2n; d * d <= n; d++) if (n % d === 0n) prime = false;
    if (prime) found.push(integerRoot(n << (64n * root), root) & MASK);
  }
  return found;
}

function integerRoot(value: bigint, root: bigint): bigint {
  let low = 0n;
  let high = 1n << BigInt(Math.ceil(value.toString(2).length / Number(root)) + 1);
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** root <= value) low = middle;
    else high = middle;
  }
  return low;
}

let tables: { start: bigint[]; rounds: bigint[] } | null = null;

/** SHA-512, or SHA-384, which starts from the next eight primes and is cut short. */
export function sha512(message: Uint8Array, bits: 384 | 512 = 512): Uint8Array {
  tables ??= { start: constants(16, 2n), rounds: constants(80, 3n) };
  const hash = bits === 512 ? tables.start.slice(0, 8) : tables.start.slice(8);
  const blocks = padded(message);
  for (let at = 0; at < blocks.length; at += 128) addBlock(hash, blocks, at, tables.rounds);
  const result = new Uint8Array(64);
  const view = new DataView(result.buffer);
  for (const [i, word] of hash.entries()) view.setBigUint64(i * 8, word);
  return result.slice(0, bits / 8);
}

function padded(message: Uint8Array): Uint8Array {
  const length = Math.ceil((message.length + 17) / 128) * 128;
  const blocks = new Uint8Array(length);
  blocks.set(message);
  blocks[message.length] = 0x80;
  new DataView(blocks.buffer).setBigUint64(length - 8, BigInt(message.length) * 8n);
  return blocks;
}

function rotate(x: bigint, by: bigint): bigint {
  return ((x >> by) | (x << (64n - by))) & MASK;
}

function addBlock(hash: bigint[], blocks: Uint8Array, at: number, rounds: readonly bigint[]): void {
  const view = new DataView(blocks.buffer, at, 128);
  const w: bigint[] = Array.from({ length: 16 }, (_, i) => view.getBigUint64(i * 8));
  const word = (i: number): bigint => w[i] as bigint;
  for (let i = 16; i < 80; i++) {
    const a = word(i - 15);
    const b = word(i - 2);
    const s0 = rotate(a, 1n) ^ rotate(a, 8n) ^ (a >> 7n);
    const s1 = rotate(b, 19n) ^ rotate(b, 61n) ^ (b >> 6n);
    w.push((word(i - 16) + s0 + word(i - 7) + s1) & MASK);
  }
  let [a, b, c, d, e, f, g, h] = hash as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  for (let i = 0; i < 80; i++) {
    const s1 = rotate(e, 14n) ^ rotate(e, 18n) ^ rotate(e, 41n);
    const choice = (e & f) ^ (~e & MASK & g);
    const first = (h + s1 + choice + (rounds[i] as bigint) + word(i)) & MASK;
    const s0 = rotate(a, 28n) ^ rotate(a, 34n) ^ rotate(a, 39n);
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) & MASK;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) & MASK, c, b, a, (first + second) & MASK];
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) {
    hash[i] = ((hash[i] as bigint) + value) & MASK;
  }
}
