// The numbers of one dtype as another one, as PyTorch casts: floats are truncated to integers,
// integers wrap, halves are rounded, complex numbers lose their imaginary part.

import { allocate, count, store, type NdArray } from '../tensor/array.ts';
import { category, type DType } from '../tensor/dtype.ts';

export function convert(array: NdArray, dtype: DType): NdArray {
  if (array.dtype === dtype) return array;
  const n = count(array.shape);
  const result: NdArray = { dtype, shape: array.shape, data: allocate(dtype, n) };
  const fromStep = category(array.dtype) === 'complex' ? 2 : 1;
  const toStep = category(dtype) === 'complex' ? 2 : 1;
  if (fromStep === 2 && toStep === 2) {
    for (let i = 0; i < 2 * n; i++) result.data[i] = array.data[i] as never;
    return result;
  }
  const isWide = array.data instanceof BigInt64Array;
  const plain = dtype === 'float32' || dtype === 'float64';
  if (plain && !isWide && fromStep === 1) {
    (result.data as Float64Array).set(array.data as Float64Array);
    return result;
  }
  if (dtype === 'bool' && fromStep === 2) {
    for (let i = 0; i < n; i++) {
      result.data[i] = array.data[2 * i] !== 0 || array.data[2 * i + 1] !== 0 ? 1 : 0;
    }
    return result;
  }
  for (let i = 0; i < n; i++) castElement(array, i * fromStep, result, i * toStep);
  return result;
}

function castElement(from: NdArray, i: number, to: NdArray, j: number): void {
  const value = from.data[i] as number | bigint;
  if (typeof value === 'bigint') {
    if (to.data instanceof BigInt64Array) to.data[j] = value;
    else if (to.dtype === 'bool') to.data[j] = value === 0n ? 0 : 1;
    else if (category(to.dtype) === 'int') to.data[j] = Number(BigInt.asIntN(32, value));
    else store(to, j, Number(value));
    return;
  }
  // NaN is true; for integers the conversion of what does not fit is the platform's.
  if (to.dtype === 'bool') to.data[j] = value === 0 ? 0 : 1;
  else
    store(
      to,
      j,
      category(to.dtype) === 'int' && !(to.data instanceof BigInt64Array) ? wrap(value) : value,
    );
}

/** To 32 bits by way of 64, as x86 converts. */
function wrap(value: number): number {
  if (!Number.isFinite(value) || Math.abs(value) >= 2 ** 63) return 0;
  return Number(BigInt.asIntN(32, BigInt(Math.trunc(value))));
}
