// What is made of the single losses: nothing, their mean or their sum. The older arguments
// `size_average` and `reduce` mean one of these words.

import type { Value } from '../graph/graph.ts';
import { check } from '../tensor/errors.ts';
import { mean, sum } from './reduction.ts';

export interface ReductionArgs {
  readonly size_average?: boolean | null;
  readonly reduce?: boolean | null;
  readonly reduction: string;
}

/** `none`, `mean` or `sum`. */
export function reductionOf({ size_average, reduce, reduction }: ReductionArgs): string {
  if ((size_average ?? null) !== null || (reduce ?? null) !== null) {
    if (!(reduce ?? true)) return 'none';
    return (size_average ?? true) ? 'mean' : 'sum';
  }
  check(
    ['none', 'mean', 'sum', 'elementwise_mean'].includes(reduction),
    () => `${reduction} is not a valid value for reduction`,
    'ValueError',
  );
  return reduction === 'elementwise_mean' ? 'mean' : reduction;
}

export function reduced(losses: Value, reduction: string): Value {
  if (reduction === 'none') return losses;
  return reduction === 'mean' ? mean({ input: losses }) : sum({ input: losses });
}
