// `torch.gradient`: slopes between neighbours along each dimension, of first or second order at the
// two ends.

import { intValue, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import { check, Unsupported } from '../tensor/errors.ts';
import type { Scalar } from '../tensor/promotion.ts';
import { printShape, wrapDim } from '../tensor/shape.ts';
import { add, div, mul, neg, sub } from './arithmetic.ts';
import { defineOp } from './define.ts';
import { cat, reshape, slice } from './shape.ts';

type Dims = readonly number[] | null;

export const gradient = defineOp(
  'gradient(Tensor input, *, Scalar? spacing=None, int[1]? dim=None, int edge_order=1) -> Tensor[]',
  {
    as: ['function'],
    grad: 'Cat',
    body: ({ input, spacing, dim, edge_order }) =>
      checkedDims(input, null, dim, edge_order).map((d) =>
        evenSlopes(input, d, spacing ?? number(1), edge_order),
      ),
  },
);

export const gradientOfSteps = defineOp(
  'gradient.scalars(Tensor input, *, float[] spacing, int[1]? dim=None, int edge_order=1) -> Tensor[]',
  {
    as: ['function'],
    grad: 'Cat',
    body: ({ input, spacing, dim, edge_order }) =>
      checkedDims(input, spacing.length, dim, edge_order).map((d, i) =>
        evenSlopes(input, d, number(each(spacing, i)), edge_order),
      ),
  },
);

export const gradientOfPlaces = defineOp(
  'gradient.tensors(Tensor input, *, Tensor[] spacing, int[1]? dim=None, int edge_order=1) -> Tensor[]',
  {
    as: ['function'],
    grad: 'Cat',
    body: ({ input, spacing, dim, edge_order }) => {
      const dims = checkedDims(input, spacing.length, dim, edge_order);
      for (const { type } of spacing) {
        const rank = type.shape.length;
        check(
          rank === 1,
          () =>
            'torch.gradient expected each element of spacing to have one dimension, but got an ' +
            `element with ${rank} dimensions!`,
        );
      }
      return dims.map((d, i) => unevenSlopes(input, d, each(spacing, i), edge_order));
    },
  },
);

/** PyTorch reads past the end of a list that is too short. */
function each<T>(spacing: readonly T[], i: number): T {
  if (i >= spacing.length) throw new Unsupported('gradient of several dimensions with one spacing');
  return spacing[i] as T;
}

function checkedDims(
  { type }: Value,
  given: number | null,
  dim: Dims,
  edgeOrder: number,
): readonly number[] {
  const rank = type.shape.length;
  check(type.dtype !== 'uint8', () => 'torch.gradient does not support uint8 input.');
  const start = 'torch.gradient expected spacing to be unspecified, a scalar or ';
  if (given !== null && dim === null) {
    check(
      given === 1 || given === rank,
      () => `${start}a list of length ${rank} but got a list of length ${given}`,
    );
  } else if (given !== null && dim !== null) {
    check(
      given === dim.length,
      () =>
        `${start}it's spacing and dim arguments to have the same length, but got a spacing ` +
        `argument of length ${given} and a dim argument of length ${dim.length}.`,
    );
  }
  check(
    edgeOrder === 1 || edgeOrder === 2,
    () => 'torch.gradient only supports edge_order=1 and edge_order=2.',
  );
  const dims = dim === null ? type.shape.map((_, d) => d) : dim.map((d) => wrapDim(d, rank));
  for (const [i, d] of dims.entries()) {
    check(dims.indexOf(d) === i, () => `dim ${d} appears multiple times in the list of dims`);
    check(
      intValue(type.shape[d] as Int) >= edgeOrder + 1,
      () => 'torch.gradient expected each dimension size to be at least edge_order+1',
    );
  }
  return dims;
}

const number = (value: number): Scalar => ({ kind: 'float', value });

/** `n` places along a dimension from one on; negative ones count from the end. */
function part(input: Value, dim: number, from: number, n = 1): Value {
  const size = intValue(input.type.shape[dim] as Int);
  const start = from < 0 ? from + size : from;
  return slice({ input, dim, start, end: start + n });
}

function weighted(terms: readonly (readonly [Value, Scalar | Value])[]): Value {
  const [first, ...rest] = terms.map(([input, other]) => mul({ input, other }));
  return rest.reduce((sum, term) => add({ input: sum, other: term }), first as Value);
}

function evenSlopes(input: Value, dim: number, step: Scalar, edgeOrder: number): Value {
  const size = intValue(input.type.shape[dim] as Int);
  const at = (from: number): Value => part(input, dim, from);
  const slope = (rise: Value): Value => div({ input: rise, other: step });
  const ends =
    edgeOrder === 1
      ? [sub({ input: at(1), other: at(0) }), sub({ input: at(-1), other: at(-2) })]
      : [
          weighted([
            [at(0), number(-1.5)],
            [at(1), number(2)],
            [at(2), number(-0.5)],
          ]),
          weighted([
            [at(-1), number(1.5)],
            [at(-2), number(-2)],
            [at(-3), number(0.5)],
          ]),
        ];
  const [first, last] = ends.map(slope) as [Value, Value];
  if (size === 2) return cat({ tensors: [first, last], dim });
  const rise = sub({ input: part(input, dim, 2, size - 2), other: part(input, dim, 0, size - 2) });
  const center = div({ input: slope(rise), other: number(2) });
  return cat({ tensors: [first, center, last], dim });
}

function unevenSlopes(input: Value, dim: number, places: Value, edgeOrder: number): Value {
  const { shape } = input.type;
  const size = intValue(shape[dim] as Int);
  if (intValue(places.type.shape[0] as Int) !== size) {
    throw new Unsupported(
      `gradient of ${printShape(shape)} at ${printShape(places.type.shape)} places`,
    );
  }
  const gaps = sub({ input: part(places, 0, 1, size - 1), other: part(places, 0, 0, size - 1) });
  const across = shape.map((_, d) => (d === dim ? -1 : 1));
  const gap = (from: number, n = 1): Value =>
    reshape({ input: part(gaps, 0, from, n), shape: across });
  const at = (from: number, n = 1): Value => part(input, dim, from, n);
  const straight = (a: number, b: number, g: number): Value =>
    div({ input: sub({ input: at(b), other: at(a) }), other: gap(g) });
  const curved = (from: number, weights: Weights): Value =>
    weighted(weights.map((weight, i) => [at(from + i), weight]));
  const first = edgeOrder === 1 ? straight(0, 1, 0) : curved(0, weightsAtStart(gap(0), gap(1)));
  const last = edgeOrder === 1 ? straight(-2, -1, -1) : curved(-3, weightsAtEnd(gap(-2), gap(-1)));
  if (size === 2) return cat({ tensors: [first, last], dim });
  const n = size - 2;
  const center = weightsBetween(gap(0, n), gap(1, n)).map((w, i) => [at(i, n), w] as const);
  return cat({ tensors: [first, weighted(center), last], dim });
}

/** What each of three neighbours counts, in terms of the gaps between them. */
type Weights = readonly [Value, Value, Value];

const plus = (input: Value, other: Value): Value => add({ input, other });
const times = (input: Value, other: Value): Value => mul({ input, other });
const over = (input: Value, other: Value): Value => div({ input, other });
const twice = (input: Value): Value => mul({ input, other: number(2) });

function weightsBetween(p: Value, q: Value): Weights {
  const both = plus(p, q);
  return [
    over(neg({ input: q }), times(p, both)),
    over(sub({ input: q, other: p }), times(p, q)),
    over(p, times(q, both)),
  ];
}

function weightsAtStart(p: Value, q: Value): Weights {
  const both = plus(p, q);
  return [
    over(neg({ input: plus(twice(p), q) }), times(p, both)),
    over(both, times(p, q)),
    over(neg({ input: p }), times(q, both)),
  ];
}

function weightsAtEnd(p: Value, q: Value): Weights {
  const both = plus(p, q);
  return [
    over(q, times(p, both)),
    over(neg({ input: both }), times(p, q)),
    over(plus(twice(q), p), times(q, both)),
  ];
}
