// Digests of bytes: MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4), BLAKE2 (RFC 7693).
// `hashlib` (lib/hashlib.py) keeps the bytes that it was given and asks for a digest of them all.

import type { Interpreter } from '../evaluate/interpreter.ts';
import { native } from '../native.ts';
import { Bytes } from '../values/containers.ts';
import { intOf } from '../values/integers.ts';
import { bufferOf } from '../values/memoryView.ts';
import type { Value } from '../values/object.ts';
import { Unknown } from '../values/unknown.ts';
import type { BuiltinModule } from '../imports.ts';
import { blake2 } from './blake2.ts';
import { sha512 } from './sha512.ts';

type Digest = (data: Uint8Array) => Uint8Array;

/** The message, a bit, zeros, and its length in bits, in whole blocks. */
function padded(data: Uint8Array, little: boolean): DataView {
  const out = new Uint8Array(Math.ceil((data.length + 9) / 64) * 64);
  out.set(data);
  out[data.length] = 0x80;
  const view = new DataView(out.buffer);
  view.setBigUint64(out.length - 8, BigInt(data.length) * 8n, little);
  return view;
}

function wordsOf(state: readonly number[], little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(state.length * 4));
  state.forEach((word, i) => {
    view.setUint32(i * 4, word >>> 0, little);
  });
  return new Uint8Array(view.buffer);
}

const turn = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

const SINES = Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));
const TURNS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];

function md5(data: Uint8Array): Uint8Array {
  const view = padded(data, true);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let block = 0; block < view.byteLength; block += 64) {
    let [a, b, c, d] = state as [number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      let mixed: number;
      let at: number;
      if (round === 0) [mixed, at] = [(b & c) | (~b & d), i];
      else if (round === 1) [mixed, at] = [(d & b) | (~d & c), 5 * i + 1];
      else if (round === 2) [mixed, at] = [b ^ c ^ d, 3 * i + 5];
      else [mixed, at] = [c ^ (b | ~d), 7 * i];
      const word = view.getUint32(block + (at % 16) * 4, true);
      const sum = (mixed + a + (SINES[i] as number) + word) | 0;
      [a, d, c, b] = [d, c, b, (b + turn(sum, TURNS[round]?.[i % 4] as number)) | 0];
    }
    [a, b, c, d].forEach((word, i) => {
      state[i] = ((state[i] as number) + word) | 0;
    });
  }
  return wordsOf(state, true);
}

function sha1(data: Uint8Array): Uint8Array {
  const view = padded(data, false);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const words = new Int32Array(80);
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(block + i * 4);
    for (let i = 16; i < 80; i++) {
      const before = (j: number): number => words[i - j] as number;
      words[i] = turn(before(3) ^ before(8) ^ before(14) ^ before(16), 1);
    }
    let [a, b, c, d, e] = state as [number, number, number, number, number];
    for (let i = 0; i < 80; i++) {
      let mixed: number;
      if (i < 20) mixed = ((b & c) | (~b & d)) + 0x5a827999;
      else if (i < 40) mixed = (b ^ c ^ d) + 0x6ed9eba1;
      else if (i < 60) mixed = ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
      else mixed = (b ^ c ^ d) + 0xca62c1d6;
      const next = (turn(a, 5) + mixed + e + (words[i] as number)) | 0;
      [e, d, c, b, a] = [d, c, turn(b, 30), a, next];
    }
    [a, b, c, d, e].forEach((word, i) => {
      state[i] = ((state[i] as number) + word) | 0;
    });
  }
  return wordsOf(state, false);
}

/** The first n primes, whose roots are SHA-2's constants. */
function primes(n: number): number[] {
  const found: number[] = [];
  for (let i = 2; found.length < n; i++) if (found.every((p) => i % p !== 0)) found.push(i);
  return found;
}

const fractionBits = (x: number): number => Math.floor((x - Math.floor(x)) * 2 ** 32);
const CUBES = primes(64).map((prime) => fractionBits(prime ** (1 / 3)));
const SQUARES = primes(8).map((prime) => fractionBits(Math.sqrt(prime)));
const SQUARES_224 = [
  0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
];

function sha256(data: Uint8Array, start: readonly number[]): Uint8Array {
  const view = padded(data, false);
  const state = [...start];
  const words = new Int32Array(64);
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(block + i * 4);
    for (let i = 16; i < 64; i++) {
      const [x, y] = [words[i - 15] as number, words[i - 2] as number];
      const low = turn(x, 25) ^ turn(x, 14) ^ (x >>> 3);
      const high = turn(y, 15) ^ turn(y, 13) ^ (y >>> 10);
      words[i] = (words[i - 16] as number) + low + (words[i - 7] as number) + high;
    }
    mix256(state, words);
  }
  return wordsOf(state, false);
}

function mix256(state: number[], words: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = state as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let i = 0; i < 64; i++) {
    const high = turn(e, 26) ^ turn(e, 21) ^ turn(e, 7);
    const first =
      (h + high + ((e & f) ^ (~e & g)) + (CUBES[i] as number) + (words[i] as number)) | 0;
    const low = turn(a, 30) ^ turn(a, 19) ^ turn(a, 10);
    const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = ((state[i] as number) + word) | 0;
  });
}

const digests: Record<string, Digest> = {
  md5,
  sha1,
  sha224: (data) => sha256(data, SQUARES_224).slice(0, 28),
  sha256: (data) => sha256(data, SQUARES),
  sha384: (data) => sha512(data, 384),
  sha512: (data) => sha512(data),
};

export const hashes: BuiltinModule = {
  name: '_hashes',
  build: () => ({
    digest: native('digest(name, data, /)', (vm: Interpreter, name: Value, data: Value) => {
      const bytes = bufferOf(data);
      const compute = typeof name === 'string' ? digests[name] : undefined;
      if (bytes === null || compute === undefined) return new Unknown('a digest of unknown bytes');
      // Hashing a byte costs about as much as writing a few.
      vm.charge(bytes.length * 4);
      return new Bytes(compute(bytes));
    }),
    blake2: native(
      'blake2(bits, size, key, data, /)',
      (vm: Interpreter, bits: Value, size: Value, key: Value, data: Value) => {
        const [bytes, secret] = [bufferOf(data), bufferOf(key)];
        if (bytes === null || secret === null) return new Unknown('a digest of unknown bytes');
        vm.charge(bytes.length * 16);
        return new Bytes(blake2(bits === 64 ? 64 : 32, Number(intOf(size)), secret, bytes));
      },
    ),
  }),
};
