// The dropout family: https://pytorch.org/docs/stable/nn.functional.html#dropout-functions

import type { Value as GraphValue } from '../graph/graph.ts';
import { mul } from '../ops/arithmetic.ts';
import { full } from '../ops/creation.ts';
import { typeName } from '../python/evaluate/attributes.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { wait, type Pending, type Result, type Steps } from '../python/evaluate/pending.ts';
import type { NativeFunction } from '../python/values/callable.ts';
import { raise } from '../python/values/exception.ts';
import type { Value } from '../python/values/object.ts';
import { isUnknown, Unknown } from '../python/values/unknown.ts';
import type { DType } from '../tensor/dtype.ts';
import { numel, type Shape } from '../tensor/shape.ts';
import { gradFnOf, guarded, isTensor, result } from './apply.ts';
import { numbers } from './force.ts';
import { storeResult } from './inplace.ts';
import { pythonFunction } from './pythonFunction.ts';
import { numberOr } from './pythonNumber.ts';
import { bernoulliMask } from './random.ts';

interface Dropping {
  readonly p: number;
  readonly training: boolean;
  readonly inplace: boolean;
  readonly channels: boolean;
  /** The function that is called: `dropout2d`. */
  readonly name: string;
}

/** Drops elements, or whole channels where `channels` is set. */
export function dropout(vm: Interpreter, input: Value, options: Dropping): Result {
  const { p, training, inplace, channels, name } = options;
  checkProbability(p);
  if (!isTensor(input)) {
    if (isUnknown(input)) return input;
    raise(
      'TypeError',
      `dropout(): argument 'input' (position 1) must be Tensor, not ${typeName(input)}`,
    );
  }
  const { sizes, dtype } = input;
  if (!training || p === 0 || numel(sizes) === 0) return input;
  const kept = wholeDims(sizes.length, name);
  const shape = channels ? sizes.map((n, i) => (i < kept ? n : 1)) : sizes;
  return guarded(vm, name, () => {
    const factors = dropoutFactors(vm, shape, p, dtype);
    const scaled = mul({ input: input.value(), other: factors });
    const gradFn = gradFnOf(vm, mul.op, { input });
    return inplace ? storeResult(vm, input, scaled, gradFn) : result(vm, scaled, gradFn);
  });
}

/** Batch and channels, of which whole planes go; one dimension where there is no batch. */
function wholeDims(rank: number, name: string): number {
  const unbatched = (/1d$/.test(name) && rank === 2) || (/3d$/.test(name) && rank === 4);
  return unbatched ? 1 : 2;
}

/** Draws what elements are multiplied by: 0, or 1/(1-p) where one stays. */
export function dropoutFactors(vm: Interpreter, shape: Shape, p: number, dtype: DType): GraphValue {
  if (p === 1) return full({ size: shape, fill_value: { kind: 'int', value: 0 }, dtype });
  const mask = bernoulliMask(vm, shape, 1 - p, dtype);
  return mul({ input: mask, other: { kind: 'float', value: 1 / (1 - p) } });
}

export function checkProbability(p: number): void {
  if (p >= 0 && p <= 1) return;
  const shown = Number.isInteger(p) ? p.toFixed(1) : String(p);
  raise('ValueError', `dropout probability has to be between 0 and 1, but got ${shown}`);
}

const dropoutFunction = (name: string, channels: boolean): NativeFunction =>
  pythonFunction(
    `${name}(input, p=0.5, training=True, inplace=False)`,
    function* (
      vm: Interpreter,
      input: Value,
      given: Value,
      training: Value,
      inplace: Value,
    ): Steps {
      const p = yield* probability(vm, given);
      const unknown = [p, training].find((each) => isUnknown(each as Value));
      if (unknown) return unknown as Unknown;
      checkProbability(p as number);
      if (typeof training !== 'boolean') {
        const title = channels ? 'feature_dropout' : name;
        const got = typeName(training);
        raise('TypeError', `${title}(): argument 'train' (position 3) must be bool, not ${got}`);
      }
      return yield* wait(
        dropout(vm, input, {
          p: p as number,
          training,
          inplace: inplace === true,
          channels,
          name,
        }),
      );
    },
  );

/** A number, or a tensor of one. */
function* probability(vm: Interpreter, p: Value): Generator<Pending, number | Unknown, Value> {
  if (isTensor(p) && p.elements === 1) {
    const known = yield* numbers(vm, p.value());
    return known ? Number(known.data[0]) : new Unknown('the probability was not computed');
  }
  if (isUnknown(p)) return p as Unknown;
  const number = numberOr(p, NaN);
  if (!Number.isNaN(number)) return number;
  return raise('TypeError', `'<' not supported between instances of '${typeName(p)}' and 'float'`);
}

export const dropoutFunctions: Record<string, NativeFunction> = {
  dropout: dropoutFunction('dropout', false),
  dropout1d: dropoutFunction('dropout1d', true),
  dropout2d: dropoutFunction('dropout2d', true),
  dropout3d: dropoutFunction('dropout3d', true),
};
