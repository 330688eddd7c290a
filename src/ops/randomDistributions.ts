// Draws from distributions beyond uniform and normal: what `cauchy_`, `geometric_`, `log_normal_` and
// `random_` fill a tensor with, and draws whose parameters are tensors.

import { binomial, cauchy, gamma, geometric, poisson } from '../kernels/random/distributions.ts';
import type { Generator } from '../kernels/random/generator.ts';
import type { NdArray } from '../tensor/array.ts';
import { isFloat, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import type { TensorType } from '../tensor/type.ts';
import { notImplemented } from './binary.ts';
import { defineOp } from './define.ts';
import { draws, withGenerator } from './random.ts';
import { lgamma } from './special.ts';

type One = (generator: Generator, i: number) => number;

/** Element after element; integers hold the whole part. */
function fill(state: NdArray, outs: readonly NdArray[], one: One): void {
  withGenerator(state, outs, (generator, { data }) => {
    for (let i = 0; i < data.length; i++) {
      const value = one(generator, i);
      data[i] = (data instanceof BigInt64Array ? BigInt(Math.trunc(value)) : value) as never;
    }
  });
}

function requireFloat(name: string, dtype: DType): void {
  if (!isFloat(dtype)) notImplemented(name, dtype);
}

export const drawCauchy = defineOp(
  'draw_cauchy(Tensor state, SymInt[] size, float median, float sigma, ScalarType dtype) -> Tensor, Tensor',
  {
    random: true,
    grad: null,
    shape: ({ size, dtype }) => {
      requireFloat('cauchy_cpu', dtype);
      return draws(size, dtype);
    },
    kernel: ({ state, median, sigma }, _out, outs) => {
      fill(state, outs, (generator) => cauchy(generator, median, sigma));
    },
  },
);

export const drawLogNormal = defineOp(
  'draw_log_normal(Tensor state, SymInt[] size, float mean, float std, ScalarType dtype) -> Tensor, Tensor',
  {
    random: true,
    grad: null,
    shape: ({ size, std, dtype }) => {
      check(std > 0, () => `log_normal_ expects std > 0.0, but found std=${std}`);
      requireFloat('log_normal_cpu', dtype);
      return draws(size, dtype);
    },
    kernel: ({ state, mean, std }, _out, outs) => {
      fill(state, outs, (generator) => Math.exp(generator.normal() * std + mean));
    },
  },
);

export const drawGeometric = defineOp(
  'draw_geometric(Tensor state, SymInt[] size, float p, ScalarType dtype) -> Tensor, Tensor',
  {
    random: true,
    grad: null,
    shape: ({ size, p, dtype }) => {
      check(p > 0 && p < 1, () => `geometric_ expects p to be in (0, 1), but got p=${p}`);
      return draws(size, dtype);
    },
    kernel: ({ state, p }, _out, outs) => {
      fill(state, outs, (generator) => geometric(generator, p));
    },
  },
);

/** One more than the largest whole number up to which the dtype holds all. */
const LIMITS: Partial<Record<DType, bigint>> = {
  bool: 2n,
  uint8: 2n ** 8n,
  int8: 2n ** 7n,
  int16: 2n ** 15n,
  int32: 2n ** 31n,
  int64: 2n ** 63n,
  float16: 2n ** 11n + 1n,
  bfloat16: 2n ** 8n + 1n,
  float32: 2n ** 24n + 1n,
  float64: 2n ** 53n + 1n,
};

/** `random_()`: any whole number from 0 on that the dtype holds. */
export const drawWhole = defineOp(
  'draw_whole(Tensor state, SymInt[] size, ScalarType dtype) -> Tensor, Tensor',
  {
    random: true,
    grad: null,
    shape: ({ size, dtype }) => {
      if (!LIMITS[dtype]) notImplemented('random_cpu', dtype);
      return draws(size, dtype);
    },
    kernel: ({ state }, _out, outs) => {
      withGenerator(state, outs, (generator, out) => {
        generator.fillRandomInt(out.data as Float64Array, 0, LIMITS[out.dtype] as bigint);
      });
    },
  },
);

/** A draw for each element of a tensor of parameters. */
function each(kernelName: string, { shape, dtype }: TensorType): readonly TensorType[] {
  requireFloat(kernelName, dtype);
  return draws(shape, dtype);
}

export const drawPoisson = defineOp('draw_poisson(Tensor state, Tensor rate) -> Tensor, Tensor', {
  random: true,
  grad: null,
  // Known rates are refused at once, before later draws depend on this one.
  sees: ['rate'],
  shape: ({ rate }) => {
    const types = each('poisson_cpu', rate);
    if (rate.numbers) checkRates(rate.numbers);
    return types;
  },
  kernel: ({ state, rate }, _out, outs) => {
    checkRates(rate);
    const rates = rate.data as Float64Array;
    fill(state, outs, (generator, i) => poisson(generator, rates[i] as number, lgamma));
  },
});

function checkRates({ data }: NdArray): void {
  const negative = (data as Float64Array).some((x) => x < 0);
  check(!negative, () => 'invalid Poisson rate, expected rate to be non-negative');
}

export const drawBinomial = defineOp(
  'draw_binomial(Tensor state, Tensor count, Tensor p) -> Tensor, Tensor',
  {
    random: true,
    grad: null,
    shape: ({ count }) => each('binomial_cpu', count),
    kernel: ({ state, count, p }, _out, outs) => {
      const [counts, ps] = [count.data as Float64Array, p.data as Float64Array];
      fill(state, outs, (generator, i) =>
        binomial(generator, counts[i] as number, ps[i] as number, lgamma),
      );
    },
  },
);

/** The least positive normal numbers, below which no draw goes. */
const LEAST = { float64: 2 ** -1022, float32: 2 ** -126 } as const;

export const drawGamma = defineOp('draw_gamma(Tensor state, Tensor alpha) -> Tensor, Tensor', {
  random: true,
  grad: null,
  shape: ({ alpha }) => each('gamma_cpu', alpha),
  kernel: ({ state, alpha }, _out, outs) => {
    const alphas = alpha.data as Float64Array;
    const least = alpha.dtype === 'float64' ? LEAST.float64 : LEAST.float32;
    fill(state, outs, (generator, i) => Math.max(least, gamma(generator, alphas[i] as number)));
  },
});
