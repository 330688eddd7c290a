// A tensor's numbers in four: mean, standard deviation, least and greatest.

import type { NdArray } from '../tensor/array.ts';
import type { NumberSummary } from '../view/runReport.ts';

/** Null for complex numbers, which have no order, and where there are no numbers. */
export function summary(name: string, array: NdArray): NumberSummary | null {
  const { data, dtype, shape } = array;
  if (dtype.startsWith('complex') || data.length === 0) return null;
  let min = Infinity;
  let max = -Infinity;
  let sum = 0;
  for (const element of data) {
    const x = Number(element);
    sum += x;
    if (x < min) min = x;
    if (x > max) max = x;
  }
  const mean = sum / data.length;
  let squares = 0;
  for (const element of data) squares += (Number(element) - mean) ** 2;
  // As torch.std: of a sample; a single number has none.
  const std = data.length > 1 ? Math.sqrt(squares / (data.length - 1)) : 0;
  return { name, shape, dtype, mean, std, min, max };
}

export function isFiniteArray({ data }: NdArray): boolean {
  if (data instanceof BigInt64Array) return true;
  for (const element of data) if (!Number.isFinite(element)) return false;
  return true;
}
