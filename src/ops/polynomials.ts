// Orthogonal polynomials, as `torch.special` has them: Chebyshev's of four kinds, also shifted to
// [0, 1], Hermite's of two, Laguerre's and Legendre's, by their recurrences (DLMF 18.9).

import type { NdArray } from '../tensor/array.ts';
import type { DType } from '../tensor/dtype.ts';
import { Unsupported } from '../tensor/errors.ts';
import type { Scalar } from '../tensor/promotion.ts';
import type { TensorType } from '../tensor/type.ts';
import { binary, singleOrDouble } from './binary.ts';
import { rowOf, toFloat } from './broadcast.ts';
import { defineOp } from './define.ts';

type Round = (x: number) => number;
/** The polynomial of degree n at x, in steps of the dtype's precision. */
type Polynomial = (x: number, n: number, round: Round) => number;

/** The first two, and the next from the last two, of degrees k and k-1. */
interface Recurrence {
  readonly first: (x: number) => number;
  readonly next: (x: number, k: number, last: number, before: number) => number;
  /** Where a closed form is known. */
  readonly known?: (x: number, n: number, round: Round) => number | undefined;
}

const DEGREE_MAX = 1e6;

function recurring({ first, next, known }: Recurrence): Polynomial {
  return (x, n, round) => {
    if (!(n >= 0 && n < 2 ** 63)) return 0;
    const given = known?.(x, n, round);
    if (given !== undefined) return given;
    if (n === 0) return 1;
    let before = 1;
    let last = round(first(x));
    if (n > DEGREE_MAX) throw new Unsupported('a polynomial of so high a degree');
    for (let k = 1; k < n; k++) {
      [before, last] = [last, round(next(x, k, last, before))];
      if (Number.isNaN(last)) break;
    }
    return last;
  };
}

const sign = (n: number): number => (n % 2 === 0 ? 1 : -1);

interface Kind {
  readonly first: (x: number) => number;
  /** The values at 1 and at -1. */
  readonly ends: (n: number) => readonly [number, number];
  /** The trigonometric form for x between them, x being the cosine of the angle. */
  readonly inside: (n: number, angle: number) => number;
}

/** The trigonometric form stands for the recurrence beyond the degree `from`. */
function chebyshev({ first, ends, inside }: Kind, from: number): Polynomial {
  return recurring({
    first,
    next: (x, _k, last, before) => 2 * x * last - before,
    known: (x, n, round) => {
      if (x === 1) return ends(n)[0];
      if (x === -1) return ends(n)[1];
      return n > from && Math.abs(x) < 1 ? inside(n, round(Math.acos(x))) : undefined;
    },
  });
}

const kindT: Kind = {
  first: (x) => x,
  ends: (n) => [1, sign(n)],
  inside: (n, angle) => Math.cos(n * angle),
};

const kindU: Kind = {
  first: (x) => 2 * x,
  ends: (n) => [n + 1, sign(n) * (n + 1)],
  inside: (n, angle) => Math.sin((n + 1) * angle) / Math.sin(angle),
};

const kindV: Kind = {
  first: (x) => 2 * x - 1,
  ends: (n) => [1, sign(n) * (2 * n + 1)],
  inside: (n, angle) => Math.cos((n + 0.5) * angle) / Math.cos(angle / 2),
};

const kindW: Kind = {
  first: (x) => 2 * x + 1,
  ends: (n) => [2 * n + 1, sign(n)],
  inside: (n, angle) => Math.sin((n + 0.5) * angle) / Math.sin(angle / 2),
};

const shifted =
  (polynomial: Polynomial): Polynomial =>
  (x, n, round) =>
    polynomial(round(2 * x - 1), n, round);

const hermiteH = recurring({
  first: (x) => 2 * x,
  next: (x, k, last, before) => 2 * x * last - 2 * k * before,
});

const hermiteHe = recurring({
  first: (x) => x,
  next: (x, k, last, before) => x * last - k * before,
});

const laguerreL = recurring({
  first: (x) => 1 - x,
  next: (x, k, last, before) => ((2 * k + 1 - x) * last - k * before) / (k + 1),
  known: (x) => (x === 0 ? 1 : undefined),
});

const legendreP = recurring({
  first: (x) => x,
  next: (x, k, last, before) => ((2 * k + 1) * x * last - k * before) / (k + 1),
  known: (x, n) => (Math.abs(x) === 1 ? (x > 0 ? 1 : sign(n)) : undefined),
});

const POLYNOMIALS: Readonly<Record<string, Polynomial>> = {
  chebyshev_polynomial_t: chebyshev(kindT, 6),
  chebyshev_polynomial_u: chebyshev(kindU, 8),
  chebyshev_polynomial_v: chebyshev(kindV, 8),
  chebyshev_polynomial_w: chebyshev(kindW, 8),
  shifted_chebyshev_polynomial_t: shifted(chebyshev(kindT, 6)),
  shifted_chebyshev_polynomial_u: shifted(chebyshev(kindU, 6)),
  shifted_chebyshev_polynomial_v: shifted(chebyshev(kindV, 6)),
  shifted_chebyshev_polynomial_w: shifted(chebyshev(kindW, 6)),
  hermite_polynomial_h: hermiteH,
  hermite_polynomial_he: hermiteHe,
  laguerre_polynomial_l: laguerreL,
  legendre_polynomial_p: legendreP,
};

for (const [name, polynomial] of Object.entries(POLYNOMIALS)) {
  const rule = ruleOf(name, polynomial);
  defineOp(`${name}(Tensor x, Operand n) -> Tensor` as 'p(Tensor x, Operand n) -> Tensor', {
    as: ['special'],
    grad: null,
    ...rule,
  });
  defineOp(`${name}.x_scalar(Scalar x, Tensor n) -> Tensor` as 'p(Scalar x, Tensor n) -> Tensor', {
    as: ['special'],
    grad: null,
    ...rule,
  });
}

interface Operands<T> {
  readonly x: T | Scalar;
  readonly n: T | Scalar;
}

function ruleOf(
  name: string,
  polynomial: Polynomial,
): {
  readonly shape: (args: Operands<TensorType>) => TensorType;
  readonly kernel: (args: Operands<NdArray>, out: NdArray) => void;
} {
  const at = (round: Round): ReturnType<typeof binary> =>
    binary({
      name,
      rows: { float: rowOf((x, n) => polynomial(x, Math.trunc(n), round)) },
      result: toFloat,
      check: (_operands, dtype) => {
        singleOrDouble(name, dtype);
      },
    });
  return {
    shape: ({ x, n }) => at(Math.fround).shape({ input: x, other: n }),
    kernel: ({ x, n }, out) => {
      at(roundTo(out.dtype)).kernel({ input: x, other: n }, out);
    },
  };
}

function roundTo(dtype: DType): Round {
  return dtype === 'float64' ? (x) => x : Math.fround;
}
