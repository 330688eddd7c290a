// NaN, infinities, zeros of both signs and huge numbers put into the recorded arguments: ONNX
// Runtime has to give what the kernels give, which are PyTorch's definition here.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { apply, constant, isValue, mapTensors } from '../../src/graph/build.ts';
import type { Value } from '../../src/graph/graph.ts';
import type { Args, Op } from '../../src/graph/op.ts';
import { Lowering } from '../../src/onnx/lower.ts';
import { operators } from '../../src/ops/define.ts';
import '../../src/ops/index.ts';
import type { NdArray } from '../../src/tensor/array.ts';
import { TorchError } from '../../src/tensor/errors.ts';
import { boundArgs, recordedCases } from '../ops/recorded.ts';
import { makeEngines } from './host.ts';

const SPECIAL = [NaN, Infinity, -Infinity, -0, 0, 1, -1, 0.5, 2.5, 1e30, 1e-30, 88.8, -104, 3e9];

// What they give depends on the order and the width of the arithmetic, in PyTorch too: infinity times
// the zeros of the padding, a huge number squared in a variance.
const UNDEFINED = /^(conv|(batch|layer|group|instance)_norm)/;

describe('special numbers', function () {
  this.timeout(120_000);
  const { bundled, native, stop } = makeEngines();
  after(stop);
  const families = readdirSync(new URL('../ops/recorded/', import.meta.url));

  for (const family of families) {
    it(`are on the native engine what they are in the kernels: ${family}`, async () => {
      const random = generator(1);
      let compared = 0;
      for (const each of recordedCases(family.replace('.json', ''))) {
        const op = operators().get(each.op);
        if (!op || each.error || UNDEFINED.test(each.op)) continue;
        const args = withSpecial(boundArgs(op, each), random);
        const pair = [applied(op, args), applied(op, args)] as const;
        if (!pair[0] || !pair[1]) continue;
        bundled.evaluateNow(pair[0]);
        await native.evaluate(pair[1]);
        for (const [i, { data }] of pair[0].entries()) {
          const other = pair[1][i]?.data;
          assert.ok(data && other);
          compareSpecial(other, data, `${each.op} ${JSON.stringify(each.kwargs)} ${shown(args)}`);
        }
        compared++;
      }
      // Families that ONNX has nothing of, or none in float32, have nothing to compare.
      if (['unary.json', 'pointwise.json', 'reduction.json'].includes(family)) {
        assert.ok(compared > 20, `${compared}`);
      }
    });
  }
});

/** The results, where ONNX has the operator for these arguments and nothing refuses them. */
function applied(op: Op, args: Args<Value>): readonly Value[] | null {
  try {
    const values = apply(op, args);
    return values[0] && new Lowering().canLower(values[0].node) ? values : null;
  } catch (error) {
    if (error instanceof TorchError) return null;
    throw error;
  }
}

function withSpecial(args: Args<Value>, random: () => number): Args<Value> {
  const share = random() < 0.5 ? 0.15 : 0.6;
  return mapTensors(args, isValue, (value) => {
    const { data } = value;
    if (data?.dtype !== 'float32') return value;
    const numbers = Float32Array.from(data.data as Float32Array, (x) =>
      random() < share ? (SPECIAL[Math.floor(random() * SPECIAL.length)] as number) : x,
    );
    return constant({ ...data, data: numbers });
  });
}

function compareSpecial(actual: NdArray, expected: NdArray, about: string): void {
  const finite = Array.from(expected.data, Number).filter((x) => Number.isFinite(x));
  const scale = finite.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  for (let i = 0; i < expected.data.length; i++) {
    const a = Number(actual.data[i]);
    const b = Number(expected.data[i]);
    const near =
      Object.is(a, b) ||
      a === b ||
      Math.abs(a - b) <= 1e-5 * Math.abs(b) ||
      (Number.isFinite(a) && Math.abs(a - b) <= 1e-6 * scale);
    assert.ok(near, `element ${i} is ${a}, the kernel has ${b}; ${about}`);
  }
}

function shown(args: Args<Value>): string {
  const texts = Object.entries(args).map(([name, value]) =>
    isValue(value) && value.data
      ? `${name}=[${value.data.shape.join()}] ${Array.from(value.data.data, String).join(' ')}`
      : Array.isArray(value) && value.some(isValue)
        ? `${name}=[${value.length}]`
        : `${name}=${JSON.stringify(value)}`,
  );
  return texts.join('; ').slice(0, 1000);
}

/** The same numbers in every run of the tests. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}
