// Matrix products in plain JavaScript, summed in double precision. Blocks of four rows and four
// columns are computed together: their sixteen sums stay in registers while both operands are read
// in the order in which they were packed.

type Floats = Float64Array;

/** How many rows and columns are computed together. */
const BLOCK = 4;

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
  if (rows < BLOCK || columns < BLOCK) {
    multiplyRows(a, aStart, b, bStart, c, rows, inner, columns);
    return;
  }
  const packed = packRows(a, aStart, rows, inner);
  const panel = new Float64Array(inner * BLOCK);
  for (let column = 0; column < columns; column += BLOCK) {
    const width = Math.min(BLOCK, columns - column);
    if (width < BLOCK) panel.fill(0);
    for (let k = 0; k < inner; k++) {
      const from = bStart + k * columns + column;
      for (let j = 0; j < width; j++) panel[k * BLOCK + j] = b[from + j] as number;
    }
    for (let row = 0; row < rows; row += BLOCK) {
      const height = Math.min(BLOCK, rows - row);
      addBlock(
        packed,
        row * inner,
        panel,
        inner,
        c,
        row * columns + column,
        columns,
        height,
        width,
      );
    }
  }
}

/** Four rows after each other, interleaved; missing ones are zeros. */
export function packRows(a: ArrayLike<number>, start: number, rows: number, inner: number): Floats {
  const packed = new Float64Array(Math.ceil(rows / BLOCK) * BLOCK * inner);
  for (let row = 0; row < rows; row++) {
    let to = (row - (row % BLOCK)) * inner + (row % BLOCK);
    for (let k = 0; k < inner; k++, to += BLOCK) packed[to] = a[start + row * inner + k] as number;
  }
  return packed;
}

/** Adds the product of four packed rows and four packed columns to a block of `c`. */
export function addBlock(
  a: Floats,
  first: number,
  b: Floats,
  inner: number,
  c: Floats,
  target: number,
  stride: number,
  height: number,
  width: number,
): void {
  let [c00, c01, c02, c03] = [0, 0, 0, 0];
  let [c10, c11, c12, c13] = [0, 0, 0, 0];
  let [c20, c21, c22, c23] = [0, 0, 0, 0];
  let [c30, c31, c32, c33] = [0, 0, 0, 0];
  let p = first;
  let q = 0;
  for (let k = 0; k < inner; k++) {
    const b0 = b[q] as number;
    const b1 = b[q + 1] as number;
    const b2 = b[q + 2] as number;
    const b3 = b[q + 3] as number;
    const a0 = a[p] as number;
    c00 += a0 * b0;
    c01 += a0 * b1;
    c02 += a0 * b2;
    c03 += a0 * b3;
    const a1 = a[p + 1] as number;
    c10 += a1 * b0;
    c11 += a1 * b1;
    c12 += a1 * b2;
    c13 += a1 * b3;
    const a2 = a[p + 2] as number;
    c20 += a2 * b0;
    c21 += a2 * b1;
    c22 += a2 * b2;
    c23 += a2 * b3;
    const a3 = a[p + 3] as number;
    c30 += a3 * b0;
    c31 += a3 * b1;
    c32 += a3 * b2;
    c33 += a3 * b3;
    p += BLOCK;
    q += BLOCK;
  }
  addRow(c, target, width, c00, c01, c02, c03);
  if (height > 1) addRow(c, target + stride, width, c10, c11, c12, c13);
  if (height > 2) addRow(c, target + 2 * stride, width, c20, c21, c22, c23);
  if (height > 3) addRow(c, target + 3 * stride, width, c30, c31, c32, c33);
}

function addRow(
  c: Floats,
  at: number,
  width: number,
  x0: number,
  x1: number,
  x2: number,
  x3: number,
): void {
  c[at] = (c[at] as number) + x0;
  if (width > 1) c[at + 1] = (c[at + 1] as number) + x1;
  if (width > 2) c[at + 2] = (c[at + 2] as number) + x2;
  if (width > 3) c[at + 3] = (c[at + 3] as number) + x3;
}

/** The same for few rows: rows of B are added up. */
function multiplyRows(
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
    for (let k = 0; k < inner; k++) {
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
