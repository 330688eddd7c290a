// Shapes: lists of dimensions, their arithmetic, broadcasting and the naming of dimensions by
// numbers. A dimension is an integer that may know where it came from.

import { intValue, mul, type Int } from '../base/origin.ts';
import { check, TorchError } from './errors.ts';

export type Dim = Int;
export type Shape = readonly Dim[];

/** The dimensions as plain numbers. */
export function sizes(shape: Shape): number[] {
  return shape.map(intValue);
}

/** How many elements a tensor of this shape has. */
export function numel(shape: Shape): number {
  return shape.reduce<number>((n, dim) => n * intValue(dim), 1);
}

/** The product of dimensions, with its origin. */
export function product(dims: Shape): Dim {
  return dims.reduce<Dim>((a, b) => mul(a, b), 1);
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((dim, i) => intValue(dim) === intValue(b[i] as Dim));
}

/** `[1, 64, 32, 32]` */
export function printShape(shape: Shape): string {
  return `[${sizes(shape).join(', ')}]`;
}

/** The shape that two operands broadcast to. https://pytorch.org/docs/stable/notes/broadcasting.html */
export function broadcast(a: Shape, b: Shape): Shape {
  const rank = Math.max(a.length, b.length);
  const result: Dim[] = [];
  for (let i = rank - 1; i >= 0; i--) {
    const x = a[i - (rank - a.length)];
    const y = b[i - (rank - b.length)];
    if (x === undefined || y === undefined) {
      result.unshift((x ?? y) as Dim);
      continue;
    }
    const m = intValue(x);
    const n = intValue(y);
    if (m !== n && m !== 1 && n !== 1) {
      throw new TorchError(
        'RuntimeError',
        `The size of tensor a (${m}) must match the size of tensor b (${n}) at non-singleton dimension ${i}`,
      );
    }
    result.unshift(m === 1 ? y : x);
  }
  return result;
}

export function broadcastAll(shapes: readonly Shape[]): Shape {
  return shapes.reduce<Shape>((a, b) => broadcast(a, b), []);
}

/** A dimension's number from 0, where negative ones count from the end. */
export function wrapDim(dim: number, rank: number): number {
  const range = Math.max(rank, 1);
  check(
    dim >= -range && dim < range,
    () =>
      `Dimension out of range (expected to be in range of [${-range}, ${range - 1}], but got ${dim})`,
    'IndexError',
  );
  return dim < 0 ? dim + range : dim;
}

/** Several dimensions from 0; none given means all. A dimension may stand once. */
export function wrapDims(dims: readonly number[] | null, rank: number): number[] {
  if (dims === null || dims.length === 0) return Array.from({ length: rank }, (_, i) => i);
  const wrapped = dims.map((dim) => wrapDim(dim, rank));
  wrapped.forEach((dim, i) => {
    check(
      wrapped.indexOf(dim) === i,
      () => `dim ${dim} appears multiple times in the list of dims`,
    );
  });
  return wrapped;
}

/** The sizes that `view` and `reshape` mean, with -1 filled in. */
export function inferSize(shape: Shape, wanted: Shape): Shape {
  const total = numel(shape);
  const numbers = sizes(wanted);
  const invalid = (): string =>
    `shape '[${numbers.join(', ')}]' is invalid for input of size ${total}`;
  const open = numbers.indexOf(-1);
  check(numbers.filter((n) => n === -1).length <= 1, () => 'only one dimension can be inferred');
  const negative = numbers.find((n) => n < -1);
  check(negative === undefined, () => `invalid shape dimension ${negative}`);
  const rest = numbers.reduce((n, size) => (size === -1 ? n : n * size), 1);
  if (open < 0) {
    check(rest === total, invalid);
    return wanted;
  }
  check(
    rest !== 0,
    () =>
      `cannot reshape tensor of 0 elements into shape [${numbers.join(', ')}] because the ` +
      'unspecified dimension size -1 can be any value and is ambiguous',
  );
  check(total % rest === 0, invalid);
  return wanted.map((dim, i) => (i === open ? total / rest : dim));
}
