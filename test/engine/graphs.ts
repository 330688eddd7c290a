// Small graphs for tests of engines.

import { constant } from '../../src/graph/build.ts';
import type { Value } from '../../src/graph/graph.ts';

export function floats(
  values: readonly number[],
  shape: readonly number[] = [values.length],
): Value {
  return constant({ dtype: 'float32', shape, data: Float32Array.from(values) });
}

export function numbers({ data }: Value): number[] {
  if (data === null) throw new Error('not computed');
  return Array.from(data.data, Number);
}
