// Types of elements: their names, sizes, categories and JavaScript storage. Promotion between them
// is in promotion.ts.

export const dtypes = [
  'bool',
  'uint8',
  'int8',
  'int16',
  'int32',
  'int64',
  'float16',
  'bfloat16',
  'float32',
  'float64',
  'complex64',
  'complex128',
] as const;

export type DType = (typeof dtypes)[number];

export type Category = 'bool' | 'int' | 'float' | 'complex';

/** Bytes of one element, as PyTorch stores it. */
export const itemSize: Record<DType, number> = {
  bool: 1,
  uint8: 1,
  int8: 1,
  int16: 2,
  int32: 4,
  int64: 8,
  float16: 2,
  bfloat16: 2,
  float32: 4,
  float64: 8,
  complex64: 8,
  complex128: 16,
};

export function category(dtype: DType): Category {
  if (dtype === 'bool') return 'bool';
  if (dtype.startsWith('complex')) return 'complex';
  return dtype.includes('float') ? 'float' : 'int';
}

export function isFloat(dtype: DType): boolean {
  return category(dtype) === 'float';
}

/** What PyTorch calls the scalar type in error messages. */
export const scalarTypeName: Record<DType, string> = {
  bool: 'Bool',
  uint8: 'Byte',
  int8: 'Char',
  int16: 'Short',
  int32: 'Int',
  int64: 'Long',
  float16: 'Half',
  bfloat16: 'BFloat16',
  float32: 'Float',
  float64: 'Double',
  complex64: 'ComplexFloat',
  complex128: 'ComplexDouble',
};

const cNames: Partial<Record<DType, string>> = {
  float32: 'float',
  float64: 'double',
  float16: 'c10::Half',
  bfloat16: 'c10::BFloat16',
  int64: 'long int',
  int32: 'int',
  int16: 'short int',
  int8: 'signed char',
  uint8: 'unsigned char',
  complex64: 'c10::complex<float>',
  complex128: 'c10::complex<double>',
};

/** A dtype as C++ calls it, which some messages show. */
export function cName(dtype: DType): string {
  return cNames[dtype] ?? dtype;
}

/** The range of an integer type, inclusive. */
export function integerRange(dtype: DType): readonly [bigint, bigint] {
  switch (dtype) {
    case 'bool':
      return [0n, 1n];
    case 'uint8':
      return [0n, 255n];
    case 'int8':
      return [-128n, 127n];
    case 'int16':
      return [-32768n, 32767n];
    case 'int32':
      return [-(2n ** 31n), 2n ** 31n - 1n];
    default:
      return [-(2n ** 63n), 2n ** 63n - 1n];
  }
}
