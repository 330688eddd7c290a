// The generator against what PyTorch drew: `test/oracle/record_random.py` recorded it.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import type { FloatArray, IntArray } from '../../src/kernels/random/generator.ts';
import { Generator } from '../../src/kernels/random/generator.ts';
import { fusedMultiplyAdd32, fusedMultiplyAdd64 } from '../../src/kernels/random/fma.ts';

type Values = FloatArray | IntArray | BigInt64Array;

interface Step {
  step: [string, ...(string | number)[]];
  dtype?: string;
  values?: string;
  length?: number;
  first?: string;
  last?: string;
  sha256?: string;
  state: string;
  cachedNormal: number;
}

interface Recorded {
  fullState: { state: string; then: string };
  sequences: Record<string, Step[]>;
}

const recorded = JSON.parse(
  fs.readFileSync(new URL('./random.json', import.meta.url), 'utf8'),
) as Recorded;

const normalTolerance = 2e-6;

describe('the generator draws what PyTorch draws', () => {
  for (const [name, steps] of Object.entries(recorded.sequences)) {
    it(name, () => {
      const generator = new Generator(0);
      for (const step of steps) {
        const values = perform(generator, step.step);
        if (values) compareValues(values, step);
        compareState(generator, step);
      }
    });
  }
});

describe('the state of the generator', () => {
  it('has the bytes of torch.get_rng_state()', () => {
    const generator = new Generator(17);
    generator.fillUniform(new Float32Array(1000));
    generator.fillNormal(new Float32Array(3));
    const expected = Buffer.from(recorded.fullState.state, 'base64');
    const actual = Buffer.from(generator.toBytes());
    const [cached, expectedCached] = [actual.readDoubleLE(5024), expected.readDoubleLE(5024)];
    assert.ok(Math.abs(cached - expectedCached) <= 1e-15, 'the cached normal');
    actual.writeDoubleLE(expectedCached, 5024);
    assert.deepEqual(actual, expected);
  });

  it('is taken from the bytes of torch.get_rng_state()', () => {
    const generator = Generator.fromBytes(Buffer.from(recorded.fullState.state, 'base64'));
    const values = new Float64Array(5);
    generator.fillNormal(values);
    const expected = decode('float64', recorded.fullState.then);
    assert.ok(distance(values, expected) <= 1e-14);
    assert.equal(generator.initialSeed, 17n);
  });

  it('comes back from its own bytes, and a clone goes its own way', () => {
    const generator = new Generator(5);
    generator.fillNormal(new Float32Array(7));
    const copy = generator.clone();
    const restored = Generator.fromBytes(generator.toBytes());
    const [a, b, c] = [generator, copy, restored].map((each) => {
      const out = new Float32Array(9);
      each.fillNormal(out);
      return out;
    });
    assert.deepEqual(a, b);
    assert.deepEqual(a, c);
  });

  it('refuses what is not a state, in PyTorch’s words', () => {
    assert.throws(() => Generator.fromBytes(new Uint8Array(100)), {
      message:
        'Expected either a CPUGeneratorImplStateLegacy of size 5048 or a CPUGeneratorImplState of ' +
        'size 5056 but found the input RNG state size to be 100',
    });
    assert.throws(() => Generator.fromBytes(new Uint8Array(5056)), {
      message: 'Invalid mt19937 state',
    });
  });

  it('skips draws as if they had been made', () => {
    for (const count of [0, 1, 5, 623, 624, 625, 1300, 10000]) {
      const [drawn, skipped] = [new Generator(1), new Generator(1)];
      for (const generator of [drawn, skipped]) generator.random32();
      for (let i = 0; i < count; i++) drawn.random32();
      skipped.skip(count);
      assert.deepEqual(skipped.toBytes(), drawn.toBytes(), `${count} draws`);
    }
  });
});

describe('fused multiply-add rounds once', () => {
  it('in float32, where the double lies halfway between two floats', () => {
    // The product is exact: 1 + 2^-23 + 2^-24 is halfway, and 2^-80 decides.
    const [a, halfUlp] = [1 + 2 ** -23, 2 ** -24];
    assert.equal(fusedMultiplyAdd32(a, 1, halfUlp), 1 + 2 * 2 ** -23);
    assert.equal(fusedMultiplyAdd32(2 ** -40, 2 ** -40, a + halfUlp - 2 ** -23), 1 + 2 ** -23);
    assert.equal(fusedMultiplyAdd32(2 ** -40, -(2 ** -40), a + halfUlp - 2 ** -23), 1);
  });

  it('in float64', () => {
    const a = 1 + 2 ** -30;
    assert.equal(fusedMultiplyAdd64(a, a, -(1 + 2 ** -29)), 2 ** -60);
  });
});

function perform(generator: Generator, [name, ...args]: Step['step']): Values | null {
  if (name === 'seed') {
    generator.seed(BigInt(args[0] ?? 0));
    return null;
  }
  if (name === 'randperm') return generator.randperm(Number(args[0]));
  const [dtype = '', size, first = 0, second = 1] = args;
  const out = allocate(String(dtype), Number(size));
  const [low, high] = [Number(first), Number(second)];
  switch (name) {
    case 'uniform':
      generator.fillUniform(floats(out), low, high);
      return out;
    case 'normal':
      generator.fillNormal(floats(out), low, high);
      return out;
    case 'normalSerially':
      generator.fillNormalSerially(floats(out));
      return out;
    case 'bernoulli':
      assert.ok(!(out instanceof BigInt64Array));
      generator.fillBernoulli(out, low);
      return out;
    case 'bernoulliEach':
      generator.fillBernoulliEach(
        floats(out),
        floats(out).map((_, i) => i / out.length),
      );
      return out;
    case 'randomInt':
      generator.fillRandomInt(out, BigInt(first), BigInt(second));
      return out;
    case 'random':
      generator.fillRandomInt(out, 0, ends[String(dtype)] ?? 0);
      return out;
    case 'exponential':
      generator.fillExponential(floats(out), args[2] === undefined ? 1 : low);
      return out;
    default:
      throw new Error(`no step ${name}`);
  }
}

const ends: Record<string, bigint> = {
  int64: 2n ** 63n,
  int32: 2n ** 31n,
  uint8: 2n ** 8n,
  float32: 2n ** 24n + 1n,
  float64: 2n ** 53n + 1n,
};

function compareValues(values: Values, step: Step): void {
  const near = /^(normal|exponential)/.test(step.step[0]);
  if (step.values !== undefined) {
    compare(values, decode(step.dtype ?? '', step.values), near);
    return;
  }
  assert.equal(values.length, step.length);
  compare(values.slice(0, 64), decode(step.dtype ?? '', step.first ?? ''), near);
  compare(values.slice(-64), decode(step.dtype ?? '', step.last ?? ''), near);
  if (!near) {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    assert.equal(createHash('sha256').update(bytes).digest('hex'), step.sha256);
  }
}

function compare(actual: Values, expected: Values, near: boolean): void {
  assert.equal(actual.length, expected.length);
  if (near) assert.ok(distance(actual, expected) <= normalTolerance);
  else assert.deepEqual([...actual].map(String), [...expected].map(String));
}

function distance(a: Values, b: Values): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    largest = Math.max(largest, Math.abs(Number(a[i]) - Number(b[i])));
  }
  return largest;
}

function compareState(generator: Generator, step: Step): void {
  const bytes = Buffer.from(generator.toBytes());
  const cached = bytes.readDoubleLE(5024);
  assert.ok(Math.abs(cached - step.cachedNormal) <= 1e-14, 'the cached normal');
  bytes.writeDoubleLE(0, 5024);
  assert.equal(createHash('sha256').update(bytes).digest('hex'), step.state);
}

function allocate(dtype: string, size: number): Values {
  return decode(dtype, Buffer.alloc(size * 8).toString('base64')).slice(0, size);
}

function decode(dtype: string, text: string): Values {
  const { buffer, byteOffset, byteLength } = Buffer.from(text, 'base64');
  const bytes = buffer.slice(byteOffset, byteOffset + byteLength);
  switch (dtype) {
    case 'float32':
      return new Float32Array(bytes);
    case 'float64':
      return new Float64Array(bytes);
    case 'int64':
      return new BigInt64Array(bytes);
    case 'int32':
      return new Int32Array(bytes);
    case 'uint8':
      return new Uint8Array(bytes);
    default:
      throw new Error(`no dtype ${dtype}`);
  }
}

function floats(values: Values): FloatArray {
  assert.ok(values instanceof Float32Array || values instanceof Float64Array);
  return values;
}
