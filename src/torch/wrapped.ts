// What a package's own arrays and scalars wrap: numpy's arrays hold a tensor, its scalars a number.

import { PyObject, type Value } from '../python/values/object.ts';
import { isTensor } from './apply.ts';
import type { TensorObject } from './tensor.ts';

/** The tensor of one of numpy's arrays; null for anything else. */
export function tensorOfArray(value: Value): TensorObject | null {
  const inside = fieldOf(value, '_t');
  return inside !== undefined && isTensor(inside) ? inside : null;
}

/** The number of one of numpy's scalars; undefined for those that are Python's numbers themselves. */
export function numberOfScalar(value: Value): Value | undefined {
  return fieldOf(value, '_v');
}

/** The type of one of numpy's scalars, by its name. */
export function scalarTypeOf(value: Value): string | null {
  return value instanceof PyObject && value.cls.module === 'numpy' ? value.cls.name : null;
}

function fieldOf(value: Value, name: string): Value | undefined {
  if (!(value instanceof PyObject) || value.cls.module !== 'numpy') return undefined;
  return value.attrs?.values.get(name);
}
