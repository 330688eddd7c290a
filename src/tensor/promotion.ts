// Which dtype the result of an operation on several operands has.
//
// https://pytorch.org/docs/stable/tensor_attributes.html#type-promotion-doc

import { category, type Category, type DType } from './dtype.ts';

/** A Python number among the operands. */
export interface Scalar {
  readonly kind: Category;
  /** For complex numbers, the real part. */
  readonly value: number | bigint;
  readonly imaginary?: number;
}

/** An operand: tensors with dimensions weigh more than those without, those more than numbers. */
export interface Operand {
  readonly dtype: DType;
  readonly rank: number;
}

const order: Record<Category, number> = { bool: 0, int: 1, float: 2, complex: 3 };

/**
 * What a Python float becomes beside integers. `torch.set_default_dtype` changes it for one run: who
 * runs or resumes a program sets it.
 */
export const ambientDefault: { dtype: DType; old: boolean } = { dtype: 'float32', old: true };

/** The result's dtype. */
export function resultType(
  operands: readonly (Operand | Scalar)[],
  defaultDtype: DType = ambientDefault.dtype,
): DType {
  let dimension: DType | null = null;
  let zero: DType | null = null;
  let number: DType | null = null;
  for (const operand of operands) {
    if ('rank' in operand) {
      if (operand.rank > 0) dimension = join(dimension, operand.dtype);
      else zero = join(zero, operand.dtype);
    } else {
      number = join(number, scalarDtype(operand.kind, defaultDtype));
    }
  }
  return combine(dimension, combine(zero, number)) ?? defaultDtype;
}

function scalarDtype(kind: Category, defaultDtype: DType): DType {
  if (kind === 'bool') return 'bool';
  if (kind === 'int') return 'int64';
  if (kind === 'float') return defaultDtype;
  return defaultDtype === 'float64' ? 'complex128' : 'complex64';
}

/** A lower class of operands decides only where its category is higher. */
function combine(higher: DType | null, lower: DType | null): DType | null {
  if (higher === null) return lower;
  if (lower === null) return higher;
  if (order[category(higher)] >= order[category(lower)]) return higher;
  if (category(lower) === 'complex' && category(higher) === 'float')
    return join(higher, 'complex64');
  return lower;
}

function join(a: DType | null, b: DType): DType {
  return a === null ? b : promoteTypes(a, b);
}

/** `torch.promote_types` */
export function promoteTypes(a: DType, b: DType): DType {
  if (a === b) return a;
  const ca = category(a);
  const cb = category(b);
  if (ca !== cb) {
    const [low, high] = order[ca] < order[cb] ? [a, b] : [b, a];
    if (category(high) === 'complex' && low === 'float64') return 'complex128';
    return high;
  }
  if (ca === 'int') return promoteIntegers(a, b);
  if (ca === 'float' && [a, b].includes('float16') && [a, b].includes('bfloat16')) return 'float32';
  const ranks: DType[] = ['float16', 'bfloat16', 'float32', 'float64', 'complex64', 'complex128'];
  return ranks.indexOf(a) > ranks.indexOf(b) ? a : b;
}

function promoteIntegers(a: DType, b: DType): DType {
  const ranks: DType[] = ['int8', 'int16', 'int32', 'int64'];
  if (a === 'uint8' || b === 'uint8') {
    const other = a === 'uint8' ? b : a;
    return other === 'int8' ? 'int16' : other;
  }
  return ranks.indexOf(a) > ranks.indexOf(b) ? a : b;
}
