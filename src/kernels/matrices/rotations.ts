// Plane rotations as LAPACK makes and applies them. Vectors are kept row by row, so that a rotation
// of two of them is one of two rows.

export interface Rotation {
  readonly c: number;
  readonly s: number;
  readonly r: number;
}

/** c, s and r with [c s; -s c] (f, g) = (r, 0). LAPACK's lartg. */
export function rotationOf(f: number, g: number): Rotation {
  if (g === 0) return { c: 1, s: 0, r: f };
  if (f === 0) return { c: 0, s: g < 0 ? -1 : 1, r: Math.abs(g) };
  const r = withSign(Math.hypot(f, g), f);
  return { c: Math.abs(f) / Math.abs(r), s: g / r, r };
}

/** Rows i and j become c·i + s·j and c·j - s·i. */
export function rotateRows(
  rows: Float64Array,
  width: number,
  i: number,
  j: number,
  c: number,
  s: number,
): void {
  for (let k = 0; k < width; k++) {
    const a = rows[i * width + k] as number;
    const b = rows[j * width + k] as number;
    rows[i * width + k] = c * a + s * b;
    rows[j * width + k] = c * b - s * a;
  }
}

/** |a| with the sign of b; that of zero is plus. */
export function withSign(a: number, b: number): number {
  return b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a);
}

/** What is small beside a number, and beside nothing, in the type that a matrix has. */
export interface Precision {
  readonly eps: number;
  readonly least: number;
}

export const DOUBLE: Precision = { eps: 2 ** -53, least: 2 ** -1022 };

/** Sums are kept in double precision here too; it ends, and takes its turns, where LAPACK does. */
export const SINGLE: Precision = { eps: 2 ** -24, least: 2 ** -126 };
