// The leaky rectifier whose slope is drawn for each negative element while a model trains.

import type { FloatArray } from '../kernels/random/generator.ts';
import { isFloat, scalarTypeName } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import type { TensorType } from '../tensor/type.ts';
import { leakyRelu } from './activation.ts';
import { defineOp } from './define.ts';
import { draws, withGenerator } from './random.ts';

/** With the slope in the middle of both bounds: what it is when a model does not train. */
export const rrelu = defineOp(
  'rrelu(Tensor input, float lower=0.125, float upper=0.3333333333333333, bool training=False) -> Tensor',
  {
    as: [],
    grad: 'RreluWithNoise',
    body: ({ input, lower, upper }) => {
      requireDtype(input.type);
      requireBounds(lower, upper);
      return leakyRelu({ input, negative_slope: (lower + upper) / 2 });
    },
  },
);

/** What each element is multiplied by: 1, or a slope that is drawn where it is not positive. */
export const drawSlopes = defineOp(
  'draw_slopes(Tensor state, Tensor input, float lower, float upper) -> Tensor, Tensor',
  {
    random: true,
    grad: null,
    shape: ({ input, lower, upper }) => {
      requireDtype(input);
      requireBounds(lower, upper);
      return draws(input.shape, input.dtype);
    },
    kernel: ({ state, input, lower, upper }, _out, outs) => {
      const numbers = input.data as FloatArray;
      withGenerator(state, outs, (generator, out) => {
        for (let i = 0; i < numbers.length; i++) {
          const drawn = (numbers[i] as number) <= 0;
          out.data[i] = drawn ? generator.uniform53() * (upper - lower) + lower : 1;
        }
      });
    },
  },
);

function requireDtype({ dtype }: TensorType): void {
  const name = `"rrelu_with_noise_out_cpu" not implemented for '${scalarTypeName[dtype]}'`;
  check(isFloat(dtype) && dtype !== 'float16', () => name);
}

function requireBounds(lower: number, upper: number): void {
  check(lower <= upper, () => 'Lower bound should be less than or equal to the upper bound');
}
