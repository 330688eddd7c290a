// Tensors that enumerate: places in triangles, combinations and products of vectors, powers.

import { intValue, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import { store, type NdArray } from '../tensor/array.ts';
import { check } from '../tensor/errors.ts';
import { printShape } from '../tensor/shape.ts';
import { defineOp } from './define.ts';
import { meshgrid } from './matrices.ts';
import { sumType } from './reduction.ts';
import { convert } from './convert.ts';
import { indexSelect } from './indexSelect.ts';
import { reshape, stack } from './shape.ts';
import { constant } from '../graph/build.ts';

/** The places of a triangle's elements, row by row. */
function trianglePlaces(
  rows: number,
  columns: number,
  inside: (row: number, column: number) => boolean,
): number[][] {
  const places: number[][] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (inside(row, column)) places.push([row, column]);
    }
  }
  return places;
}

function checkCounts(row: number, col: number): void {
  check(row >= 0, () => `row must be non-negative, got${row}`);
  check(col >= 0, () => `col must be non-negative, got${col}`);
}

function storePlaces(places: readonly number[][], out: NdArray): void {
  places.forEach(([row = 0, column = 0], i) => {
    store(out, i, row);
    store(out, places.length + i, column);
  });
}

export const trilIndices = defineOp(
  'tril_indices(int row, int col, int offset=0, *, ScalarType dtype=int64) -> Tensor',
  {
    as: ['function'],
    grad: null,
    shape: ({ row, col, offset, dtype }) => {
      checkCounts(row, col);
      return { dtype, shape: [2, trianglePlaces(row, col, (r, c) => c - r <= offset).length] };
    },
    kernel: ({ row, col, offset }, out) => {
      storePlaces(
        trianglePlaces(row, col, (r, c) => c - r <= offset),
        out,
      );
    },
  },
);

export const triuIndices = defineOp(
  'triu_indices(int row, int col, int offset=0, *, ScalarType dtype=int64) -> Tensor',
  {
    as: ['function'],
    grad: null,
    shape: ({ row, col, offset, dtype }) => {
      checkCounts(row, col);
      return { dtype, shape: [2, trianglePlaces(row, col, (r, c) => c - r >= offset).length] };
    },
    kernel: ({ row, col, offset }, out) => {
      storePlaces(
        trianglePlaces(row, col, (r, c) => c - r >= offset),
        out,
      );
    },
  },
);

/** Each way to choose r elements of a vector, in its order. */
export const combinations = defineOp(
  'combinations(Tensor input, int r=2, bool with_replacement=False) -> Tensor',
  {
    as: ['function'],
    grad: 'IndexSelect',
    body: ({ input, r, with_replacement }) => {
      requireVector(input);
      check(r >= 0, () => `Expect a non-negative number, but got ${r}`);
      const n = intValue(input.type.shape[0] as Int);
      const chosen = r === 0 ? [] : choices(n, r, with_replacement);
      const data = BigInt64Array.from(chosen.flat(), BigInt);
      const index = constant({ dtype: 'int64', shape: [data.length], data });
      const flat = indexSelect({ input, dim: 0, index });
      return reshape({ input: flat, shape: r === 0 ? [0] : [chosen.length, r] });
    },
  },
);

function choices(n: number, r: number, repeated: boolean): number[][] {
  let found: number[][] = [[]];
  for (let k = 0; k < r; k++) {
    found = found.flatMap((chosen) => {
      const last = chosen[chosen.length - 1];
      const start = last === undefined ? 0 : repeated ? last : last + 1;
      return Array.from({ length: Math.max(0, n - start) }, (_, i) => [...chosen, start + i]);
    });
  }
  return found;
}

function requireVector({ type }: Value): void {
  check(
    type.shape.length === 1,
    () => `Expect a 1D vector, but got shape ${printShape(type.shape)}`,
  );
}

/** Each choice of one element from every vector. */
export const cartesianProd = defineOp('cartesian_prod(Tensor[] tensors) -> Tensor', {
  as: ['function'],
  grad: 'Stack',
  body: ({ tensors }) => {
    tensors.forEach(requireVector);
    const [first] = tensors;
    if (first && tensors.length === 1) return first;
    const columns = meshgrid({ tensors }).map((input) => reshape({ input, shape: [-1] }));
    return stack({ tensors: columns, dim: 1 });
  },
});

/** The powers of each element, from the highest down unless they are to increase. */
export const vander = defineOp(
  'vander(Tensor x, SymInt? N=None, bool increasing=False) -> Tensor',
  {
    as: ['function'],
    grad: 'Cumprod',
    shape: ({ x, N }) => {
      check(x.shape.length === 1, () => 'x must be a one-dimensional tensor.');
      const n = N ?? (x.shape[0] as Int);
      check(intValue(n) >= 0, () => 'N must be non-negative.');
      return { dtype: sumType(x.dtype, null), shape: [x.shape[0] as Int, n] };
    },
    kernel: ({ x, increasing }, out) => {
      const [rows, columns] = out.shape as [number, number];
      const { data } = convert(x, out.dtype);
      for (let r = 0; r < rows; r++) {
        let power = (out.dtype === 'int64' ? 1n : 1) as number;
        for (let k = 0; k < columns; k++) {
          out.data[r * columns + (increasing ? k : columns - 1 - k)] = power as never;
          power *= data[r] as number;
        }
      }
    },
  },
);
