// Covariances and correlations of variables, in rows, over observations, in columns.
//
// https://pytorch.org/docs/stable/generated/torch.cov.html

import { intValue, type Int } from '../base/origin.ts';
import type { NdArray } from '../tensor/array.ts';
import { category, isFloat, scalarTypeName } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { numel } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { commonDtype, operandArray, realOnly } from './broadcast.ts';
import { defineOp } from './define.ts';
import { refuseNow } from './luFactors.ts';

function checkInput(name: string, { dtype, shape }: TensorType): void {
  check(
    shape.length <= 2,
    () =>
      `${name}(): expected input to have two or fewer dimensions but got an input with ` +
      `${shape.length} dimensions`,
  );
  check(dtype !== 'bool', () => `${name}(): bool dtype is not supported for input`);
}

/** A vector is one variable; so is a matrix of one row. */
function resultShape({ shape }: TensorType): TensorType['shape'] {
  const n = shape.length < 2 ? 1 : (shape[0] as Int);
  return intValue(n) === 1 ? [] : [n, n];
}

type Kind = 'fweights' | 'aweights';

function checkWeights(kind: Kind, weights: TensorType | null, observations: number): void {
  if (weights === null) return;
  const { dtype, shape } = weights;
  check(
    shape.length <= 1,
    () =>
      `cov(): expected ${kind} to have one or fewer dimensions but got ${kind} with ` +
      `${shape.length} dimensions`,
  );
  const fits = kind === 'fweights' ? category(dtype) === 'int' : isFloat(dtype);
  check(
    fits,
    () =>
      `cov(): expected ${kind} to have ${kind === 'fweights' ? 'integral' : 'floating point'} dtype ` +
      `but got ${kind} with ${scalarTypeName[dtype]} dtype`,
  );
  check(
    numel(shape) === observations,
    () =>
      `cov(): expected ${kind} to have the same numel as there are observations in the input but ` +
      `got ${numel(shape)} != ${observations}`,
  );
  refuseNow(weights, ({ data }) => {
    check(
      [...data].every((x) => Number(x) >= 0),
      () => `cov(): ${kind} cannot be negative`,
    );
  });
}

export const cov = defineOp(
  'cov(Tensor input, *, int correction=1, Tensor? fweights=None, Tensor? aweights=None) -> Tensor',
  {
    grad: 'Squeeze',
    as: ['function', 'method'],
    refuses: ['fweights', 'aweights'],
    shape: ({ input, fweights, aweights }) => {
      checkInput('cov', input);
      const { shape } = input;
      const observations = shape.length === 0 ? 1 : intValue(shape.at(-1) as Int);
      checkWeights('fweights', fweights, observations);
      checkWeights('aweights', aweights, observations);
      const given = [input, fweights, aweights].filter((type) => type !== null);
      const common = commonDtype(...given);
      const result = isFloat(common) ? common : commonDtype({ kind: 'float', value: 0 });
      return { dtype: realOnly('cov', result), shape: resultShape(input) };
    },
    kernel: ({ input, correction, fweights, aweights }, out) => {
      const weights = weightsOf(fweights, aweights, out);
      out.data.set(covariances(input, out, correction, weights, aweights) as never);
    },
    cost: ({ input }, out) => 2 * numel(input.shape) * Math.sqrt(numel(out.shape)),
  },
);

function weightsOf(f: NdArray | null, a: NdArray | null, out: NdArray): Float64Array | null {
  const [first, second] = [f, a].map(
    (given) => given && Float64Array.from(operandArray(given, out.dtype).data as Float64Array),
  );
  if (!first || !second) return first ?? second ?? null;
  return first.map((x, i) => x * (second[i] as number));
}

function covariances(
  input: NdArray,
  out: NdArray,
  correction: number,
  weights: Float64Array | null,
  aweights: NdArray | null,
): Float64Array {
  const numbers = operandArray(input, out.dtype).data as Float64Array;
  const rows = input.shape.length < 2 ? 1 : (input.shape[0] as number);
  const width = numbers.length / Math.max(1, rows);
  const weight = (i: number): number => (weights ? (weights[i] as number) : 1);
  const total = weights ? weights.reduce((a, b) => a + b, 0) : width;
  check(total !== 0 || !weights, () => "cov(): weights sum to zero, can't be normalized");
  const centered = Float64Array.from(numbers);
  for (let r = 0; r < rows; r++) {
    const row = centered.subarray(r * width, (r + 1) * width);
    const center = row.reduce((sum, x, i) => sum + x * weight(i), 0) / total;
    for (let i = 0; i < width; i++) row[i] = (row[i] as number) - center;
  }
  let norm = total - correction;
  if (weights && aweights && correction !== 0) {
    const squares = weights.reduce((sum, w, i) => sum + w * Number(aweights.data[i]), 0);
    norm = total - (correction * squares) / total;
  }
  const result = new Float64Array(rows * rows);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < rows; c++) {
      let sum = 0;
      for (let i = 0; i < width; i++) {
        const [x, y] = [centered[r * width + i] as number, centered[c * width + i] as number];
        sum += x * y * weight(i);
      }
      result[r * rows + c] = sum / Math.max(0, norm);
    }
  }
  return result;
}

export const corrcoef = defineOp('corrcoef(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  shape: ({ input }) => {
    checkInput('corrcoef', { ...input, dtype: 'float32' });
    return cov.op.infer({ input, correction: 1, fweights: null, aweights: null })[0] as TensorType;
  },
  kernel: ({ input }, out) => {
    const matrix = covariances(input, out, 1, null, null);
    const n = Math.round(Math.sqrt(matrix.length));
    for (let i = 0; i < matrix.length; i++) {
      const [r, c] = [Math.floor(i / n), i % n];
      const scale = Math.sqrt((matrix[r * n + r] as number) * (matrix[c * n + c] as number));
      const value = (matrix[i] as number) / scale;
      out.data[i] = Number.isNaN(value) ? NaN : Math.min(1, Math.max(-1, value));
    }
  },
});
