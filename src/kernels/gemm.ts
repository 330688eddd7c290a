// Matrix products in plain JavaScript: C += A · B with rows of B added up, so that the innermost
// loop runs over adjacent elements.

type Floats = Float64Array;

/** `c[m, n] += a[m, k] · b[k, n]`; `c` is in double precision, all are row-major. */
export function multiply(
  a: ArrayLike<number>,
  aStart: number,
  b: Floats,
  bStart: number,
  c: Floats,
  rows: number,
  inner: number,
  columns: number,
): void {
  for (let i = 0; i < rows; i++) {
    const target = i * columns;
    let k = 0;
    for (; k + 3 < inner; k += 4) {
      const at = aStart + i * inner + k;
      const f0 = a[at] as number;
      const f1 = a[at + 1] as number;
      const f2 = a[at + 2] as number;
      const f3 = a[at + 3] as number;
      let s0 = bStart + k * columns;
      let s1 = s0 + columns;
      let s2 = s1 + columns;
      let s3 = s2 + columns;
      for (let j = target; j < target + columns; j++) {
        c[j] =
          (c[j] as number) +
          f0 * (b[s0++] as number) +
          f1 * (b[s1++] as number) +
          f2 * (b[s2++] as number) +
          f3 * (b[s3++] as number);
      }
    }
    for (; k < inner; k++) {
      const factor = a[aStart + i * inner + k] as number;
      let source = bStart + k * columns;
      for (let j = target; j < target + columns; j++) {
        c[j] = (c[j] as number) + factor * (b[source++] as number);
      }
    }
  }
}

/** Integers wrap as 64-bit ones do. */
export function multiplyWide(
  a: BigInt64Array,
  aStart: number,
  b: BigInt64Array,
  bStart: number,
  c: BigInt64Array,
  cStart: number,
  rows: number,
  inner: number,
  columns: number,
): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = 0n;
      for (let k = 0; k < inner; k++) {
        sum += (a[aStart + i * inner + k] as bigint) * (b[bStart + k * columns + j] as bigint);
      }
      c[cStart + i * columns + j] = BigInt.asIntN(64, sum);
    }
  }
}
