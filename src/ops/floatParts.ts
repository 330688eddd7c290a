// Floating point numbers taken apart: mantissa and exponent.

import { isFloat } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { defineOp } from './define.ts';

/** x = mantissa · 2^exponent, with the mantissa's size in [½, 1). */
export const frexp = defineOp('frexp(Tensor input) -> Tensor mantissa, Tensor exponent', {
  as: ['function', 'method'],
  shape: ({ input }) => {
    check(isFloat(input.dtype), () => 'torch.frexp() only supports floating-point dtypes');
    return [input, { dtype: 'int32', shape: input.shape }];
  },
  kernel: ({ input }, mantissas, outs) => {
    for (let i = 0; i < input.data.length; i++) {
      const x = input.data[i] as number;
      const exponent = exponentOf(x);
      // In two steps, since 2^-exponent may overflow for the smallest numbers.
      const half = Math.trunc(exponent / 2);
      mantissas.data[i] = (x * 2 ** -half * 2 ** (half - exponent)) as never;
      if (outs[1]) outs[1].data[i] = exponent as never;
    }
  },
});

function exponentOf(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return 0;
  const size = Math.abs(x);
  let exponent = Math.ceil(Math.log2(size));
  // The logarithm is rounded.
  while (size >= 2 ** exponent) exponent++;
  while (size < 2 ** (exponent - 1)) exponent--;
  return exponent;
}
