// Random numbers in the graph. A random node takes the generator's state and gives it on, so that
// the order of the program decides what each draws, however late anyone looks. All are primitives
// that only the bundled kernels run: no other engine has PyTorch's generator.

import { Generator, type FloatArray, type IntArray } from '../kernels/random/generator.ts';
import { roundToBfloat16, roundToHalf, type NdArray } from '../tensor/array.ts';
import { isFloat, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import type { TensorType } from '../tensor/type.ts';
import { notImplemented } from './binary.ts';
import { checkSizes } from './creation.ts';
import { defineOp } from './define.ts';
import type { Shape } from '../tensor/shape.ts';

/** The bytes of `torch.get_rng_state()`. */
export const stateType: TensorType = { dtype: 'uint8', shape: [5056] };

/** The state right after `manual_seed(seed)`. */
export function seededState(seed: bigint): Uint8Array {
  return new Generator(seed).toBytes();
}

export function draws(size: Shape, dtype: DType): readonly TensorType[] {
  checkSizes(size);
  return [{ dtype, shape: size }, stateType];
}

/** Runs a draw on the state and stores what is left of it. */
export function withGenerator(
  state: NdArray,
  outs: readonly NdArray[],
  draw: (generator: Generator, out: NdArray) => void,
): void {
  const generator = Generator.fromBytes(state.data as Uint8Array);
  const [out, next] = outs as [NdArray, NdArray];
  draw(generator, out);
  if (out.dtype === 'float16' || out.dtype === 'bfloat16') {
    const round = out.dtype === 'float16' ? roundToHalf : roundToBfloat16;
    for (let i = 0; i < out.data.length; i++) out.data[i] = round(out.data[i] as number);
  }
  (next.data as Uint8Array).set(generator.toBytes());
}

export const drawUniform = defineOp(
  'draw_uniform(Tensor state, SymInt[] size, float from, float to, ScalarType dtype) -> Tensor, Tensor',
  {
    random: true,
    grad: null,
    shape: ({ size, dtype, from, to }) => {
      if (!isFloat(dtype)) notImplemented('check_uniform_bounds', dtype);
      check(
        from <= to,
        () => `uniform_ expects to return a [from, to) range, but found from=${from} > to=${to}`,
      );
      return draws(size, dtype);
    },
    kernel: ({ state, from, to }, _out, outs) => {
      withGenerator(state, outs, (generator, out) => {
        generator.fillUniform(out.data as FloatArray, from, to);
      });
    },
  },
);

export const drawNormal = defineOp(
  'draw_normal(Tensor state, SymInt[] size, float mean, float std, ScalarType dtype, bool serial=False) -> Tensor, Tensor',
  {
    random: true,
    grad: null,
    shape: ({ size, dtype, std }) => {
      check(std >= 0, () => `normal expects std >= 0.0, but found std ${std}`);
      check(
        isFloat(dtype),
        () => `"normal_kernel_cpu" not implemented for '${scalarTypeName[dtype]}'`,
      );
      return draws(size, dtype);
    },
    kernel: ({ state, mean, std, serial }, _out, outs) => {
      withGenerator(state, outs, (generator, out) => {
        if (serial) generator.fillNormalSerially(out.data as FloatArray, mean, std);
        else generator.fillNormal(out.data as FloatArray, mean, std);
      });
    },
  },
);

/** 1 with probability p, else 0: the mask of dropout. */
export const drawBernoulli = defineOp(
  'draw_bernoulli(Tensor state, SymInt[] size, float p, ScalarType dtype) -> Tensor, Tensor',
  {
    random: true,
    grad: null,
    shape: ({ size, dtype, p }) => {
      check(p >= 0 && p <= 1, () => `bernoulli_ expects p to be in [0, 1], but got p=${p}`);
      return draws(size, dtype);
    },
    kernel: ({ state, p }, _out, outs) => {
      withGenerator(state, outs, (generator, out) => {
        if (out.data instanceof BigInt64Array) {
          const narrow = new Uint8Array(out.data.length);
          generator.fillBernoulli(narrow, p);
          for (let i = 0; i < narrow.length; i++) out.data[i] = BigInt(narrow[i] as number);
        } else generator.fillBernoulli(out.data, p);
      });
    },
  },
);

export const drawBernoulliEach = defineOp(
  'draw_bernoulli_each(Tensor state, Tensor p) -> Tensor, Tensor',
  {
    random: true,
    grad: null,
    shape: ({ p }) => {
      check(
        isFloat(p.dtype),
        () => `"bernoulli_tensor_cpu_p_" not implemented for '${scalarTypeName[p.dtype]}'`,
      );
      return draws(p.shape, p.dtype);
    },
    kernel: ({ state, p }, _out, outs) => {
      withGenerator(state, outs, (generator, out) => {
        generator.fillBernoulliEach(out.data as FloatArray, p.data as FloatArray);
      });
    },
  },
);

export const drawInt = defineOp(
  'draw_int(Tensor state, SymInt[] size, int low, int high, ScalarType dtype, bool recent=True) -> Tensor, Tensor',
  {
    random: true,
    grad: null,
    shape: ({ size, dtype, low, high }) => {
      check(
        low < high,
        () => `random_ expects 'from' to be less than 'to', but got from=${low} >= to=${high}`,
      );
      return draws(size, dtype);
    },
    kernel: ({ state, low, high, recent }, _out, outs) => {
      withGenerator(state, outs, (generator, out) => {
        const data = out.data as FloatArray | IntArray | BigInt64Array;
        generator.fillRandomInt(data, low, high, recent ? 2 ** 28 : 2 ** 32);
      });
    },
  },
);

export const drawPermutation = defineOp(
  'draw_permutation(Tensor state, SymInt n, ScalarType dtype) -> Tensor, Tensor',
  {
    random: true,
    grad: null,
    shape: ({ n, dtype }) => draws([n], dtype),
    kernel: ({ state }, _out, outs) => {
      withGenerator(state, outs, (generator, out) => {
        const order = generator.randperm(out.data.length);
        const { data } = out;
        if (data instanceof BigInt64Array) order.forEach((n, i) => (data[i] = BigInt(n)));
        else (data as Float64Array).set(order);
      });
    },
  },
);

export const drawExponential = defineOp(
  'draw_exponential(Tensor state, SymInt[] size, float rate, ScalarType dtype) -> Tensor, Tensor',
  {
    random: true,
    grad: null,
    shape: ({ size, dtype, rate }) => {
      if (!isFloat(dtype)) notImplemented('exponential_cpu', dtype);
      check(rate >= 0, () => `exponential_ expects lambda >= 0.0, but found lambda=${rate}`);
      return draws(size, dtype);
    },
    kernel: ({ state, rate }, _out, outs) => {
      withGenerator(state, outs, (generator, out) => {
        generator.fillExponential(out.data as FloatArray, rate);
      });
    },
  },
);

/** Categories drawn again and again with the weights of the last dimension: one double each. */
export const drawCategories = defineOp(
  'draw_categories(Tensor state, Tensor input, int count) -> Tensor, Tensor',
  {
    random: true,
    grad: null,
    shape: ({ input, count }) => draws([...input.shape.slice(0, -1), count], 'int64'),
    kernel: ({ state, input, count }, _out, outs) => {
      withGenerator(state, outs, (generator, out) => {
        const categories = input.shape.at(-1) as number;
        const rows = input.data.length / categories;
        for (let row = 0; row < rows; row++) {
          const sums = cumulated(input, row * categories, categories);
          for (let i = 0; i < count; i++) {
            const point = generator.uniform53();
            let at = sums.findIndex((sum) => point < sum);
            if (at < 0) at = categories - 1;
            (out.data as BigInt64Array)[row * count + i] = BigInt(at);
          }
        }
      });
    },
  },
);

/** The shares of the weights, added up in the weights' own precision. */
function cumulated(input: NdArray, start: number, count: number): number[] {
  const round = input.dtype === 'float64' ? (x: number): number => x : Math.fround;
  const sums: number[] = [];
  let sum = 0;
  for (let i = start; i < start + count; i++) {
    sum = round(sum + Number(input.data[i]));
    sums.push(sum);
  }
  return sums.map((each) => round(each / sum));
}
