// Operators of `torch.special` beyond those in unary.ts: Bessel and Airy functions, incomplete gamma
// functions.

import * as bessel from './bessel.ts';
import { binary } from './binary.ts';
import { rowOf } from './broadcast.ts';
import { defineOp } from './define.ts';
import { gammaLower, gammaUpper } from './incompleteGamma.ts';
import { i0, i1 } from './special.ts';
import { floating } from './unary.ts';

const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  airy_ai: bessel.airy,
  bessel_j0: bessel.j0,
  bessel_j1: bessel.j1,
  bessel_y0: bessel.y0,
  bessel_y1: bessel.y1,
  modified_bessel_i0: i0,
  modified_bessel_i1: i1,
  modified_bessel_k0: bessel.k0,
  modified_bessel_k1: bessel.k1,
  scaled_modified_bessel_k0: bessel.k0e,
  scaled_modified_bessel_k1: bessel.k1e,
  spherical_bessel_j0: bessel.sphericalJ0,
};

for (const [name, f] of Object.entries(FUNCTIONS)) {
  defineOp(`${name}(Tensor input) -> Tensor` as 'f(Tensor input) -> Tensor', {
    as: ['special'],
    // PyTorch 1.13 has no derivatives of these.
    grad: null,
    ...floating(name, { f, plain: true }),
  });
}

export const igamma = defineOp('igamma(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  ...binary({ name: 'igamma', rows: { float: rowOf(gammaLower) } }),
});

export const igammac = defineOp('igammac(Tensor input, Tensor other) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  ...binary({ name: 'igammac', rows: { float: rowOf(gammaUpper) } }),
});

export const gammainc = defineOp('gammainc(Tensor input, Tensor other) -> Tensor', {
  as: ['special'],
  grad: 'Igamma',
  body: (operands) => igamma(operands),
});

export const gammaincc = defineOp('gammaincc(Tensor input, Tensor other) -> Tensor', {
  as: ['special'],
  grad: 'Igammac',
  body: (operands) => igammac(operands),
});
