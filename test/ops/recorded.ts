// Compares operators with what PyTorch was recorded to give: one test for each operator of a
// family's file, each case applied, evaluated by the kernels and compared.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { apply, constant } from '../../src/graph/build.ts';
import type { Value } from '../../src/graph/graph.ts';
import type { Args, ArgumentValue, Op, Parameter } from '../../src/graph/op.ts';
import { operators } from '../../src/ops/define.ts';
import { allocate, type NdArray } from '../../src/tensor/array.ts';
import { category, type DType } from '../../src/tensor/dtype.ts';
import { TorchError } from '../../src/tensor/errors.ts';
import type { Scalar } from '../../src/tensor/promotion.ts';
import { sizes } from '../../src/tensor/shape.ts';
import { evaluate } from './evaluate.ts';

type Plain = number | string | boolean;

interface RecordedTensor {
  readonly tensor: DType;
  readonly shape: readonly number[];
  readonly data: readonly Plain[];
}

type Recorded =
  | RecordedTensor
  | { readonly dtype: DType }
  | { readonly int: number | string }
  | { readonly float: number | string }
  | readonly Recorded[]
  | string
  | boolean
  | null;

export interface RecordedCase {
  readonly op: string;
  readonly args: readonly Recorded[];
  readonly kwargs: Readonly<Record<string, Recorded>>;
  readonly tolerance?: number;
  readonly results?: readonly Recorded[];
  readonly error?: readonly [string, string];
}

export function recordedCases(family: string): readonly RecordedCase[] {
  const url = new URL(`recorded/${family}.json`, import.meta.url);
  return (JSON.parse(readFileSync(url, 'utf8')) as { cases: RecordedCase[] }).cases;
}

/** Declares the tests of a family. */
export function testFamily(family: string): void {
  const byOp = new Map<string, RecordedCase[]>();
  for (const each of recordedCases(family)) {
    byOp.set(each.op, [...(byOp.get(each.op) ?? []), each]);
  }
  describe(`PyTorch's numbers: ${family}`, () => {
    for (const [name, cases] of byOp) {
      it(name, () => {
        for (const [i, each] of cases.entries()) compare(each, `${name}, case ${i + 1}`);
      });
    }
  });
}

function compare(each: RecordedCase, title: string): void {
  const op = operators().get(each.op);
  assert.ok(op, `${each.op} is declared`);
  const about = `${title}: ${JSON.stringify(each.args).slice(0, 300)} ${JSON.stringify(each.kwargs)}`;
  const { error } = each;
  if (error) {
    assert.throws(
      () => {
        apply(op, boundArgs(op, each)).forEach(evaluate);
      },
      (thrown: unknown) => {
        if (!(thrown instanceof TorchError)) throw thrown;
        assert.deepEqual([thrown.type, thrown.message], error, about);
        return true;
      },
      about,
    );
    return;
  }
  const values = apply(op, boundArgs(op, each));
  const results = (each.results ?? []).map(expectedArray);
  assert.equal(values.length, results.length, about);
  for (const [i, expected] of results.entries()) {
    const value = values[i] as Value;
    const type = `${value.type.dtype}[${sizes(value.type.shape).join()}]`;
    assert.equal(type, `${expected.dtype}[${expected.shape.join()}]`, about);
    compareArrays(evaluate(value), expected, each.tolerance ?? null, about);
  }
}

/** A result that is a Python number stands for a tensor without dimensions. */
export function expectedArray(result: Recorded): NdArray {
  if (typeof result === 'boolean') {
    return { dtype: 'bool', shape: [], data: new Uint8Array([Number(result)]) };
  }
  return arrayOf(result as RecordedTensor);
}

const TOLERANCE: Partial<Record<DType, number>> = {
  float64: 1e-12,
  complex128: 1e-12,
  float16: 1e-3,
  bfloat16: 8e-3,
};

export function compareArrays(
  actual: NdArray,
  expected: NdArray,
  tolerance: number | null,
  about: string,
): void {
  assert.equal(actual.data.length, expected.data.length, about);
  const exact = ['int', 'bool'].includes(category(expected.dtype));
  const relative = tolerance ?? TOLERANCE[expected.dtype] ?? 1e-5;
  let scale = 0;
  for (const x of expected.data) {
    const size = Math.abs(Number(x));
    if (Number.isFinite(size) && size > scale) scale = size;
  }
  for (let i = 0; i < expected.data.length; i++) {
    const a = actual.data[i] as number | bigint;
    const b = expected.data[i] as number | bigint;
    if (a === b || (Number.isNaN(a) && Number.isNaN(b))) continue;
    const near = !exact && Math.abs(Number(a) - Number(b)) <= relative * scale;
    assert.ok(near, `element ${i} is ${a}, PyTorch has ${b}; ${about}`);
  }
}

export function boundArgs(op: Op, each: RecordedCase): Args<Value> {
  const args: Record<string, ArgumentValue<Value>> = {};
  const { parameters } = op.signature;
  for (const [i, parameter] of parameters.entries()) {
    const given = i < each.args.length ? each.args[i] : each.kwargs[parameter.name];
    if (given === undefined) {
      assert.ok(parameter.hasDefault || parameter.optional, `${op.name} needs ${parameter.name}`);
      args[parameter.name] = parameter.default;
    } else args[parameter.name] = argument(parameter, given);
  }
  return args;
}

function argument(parameter: Parameter, given: Recorded): ArgumentValue<Value> {
  if (given === null) return null;
  if (Array.isArray(given)) {
    const each = { ...parameter, length: 0 };
    return given.map((item: Recorded) => argument(each, item)) as readonly number[];
  }
  if (typeof given === 'string') return given;
  const takesScalar = parameter.type === 'Scalar' || parameter.type === 'Operand';
  if (typeof given === 'boolean') {
    return takesScalar ? { kind: 'bool', value: Number(given) } : given;
  }
  if ('tensor' in given) return constant(arrayOf(given as RecordedTensor));
  if ('dtype' in given) return given.dtype as DType;
  const kind = 'int' in given ? 'int' : 'float';
  const value =
    'int' in given ? integer(given.int as Plain) : numberOf((given as { float: Plain }).float);
  if (takesScalar) return { kind, value } satisfies Scalar;
  // One number stands for as many as the signature says, as the torch room binds it.
  if (parameter.type.endsWith('[]') && parameter.length > 0) {
    return new Array<number>(parameter.length).fill(Number(value));
  }
  return Number(value);
}

function integer(plain: Plain): number | bigint {
  return typeof plain === 'string' ? BigInt(plain) : Number(plain);
}

function numberOf(plain: Plain): number {
  return typeof plain === 'string' ? Number(plain.replace('inf', 'Infinity')) : Number(plain);
}

export function arrayOf(recorded: RecordedTensor): NdArray {
  const data = allocate(recorded.tensor, 0);
  if (data instanceof BigInt64Array) {
    const wide = BigInt64Array.from(recorded.data.map((item) => BigInt(item)));
    return { dtype: recorded.tensor, shape: recorded.shape, data: wide };
  }
  const numbers = recorded.data.map(numberOf);
  const filled = (data.constructor as Float64ArrayConstructor).from(numbers);
  return { dtype: recorded.tensor, shape: recorded.shape, data: filled };
}
