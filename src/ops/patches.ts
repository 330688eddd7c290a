// Images taken apart into sliding blocks and put together again: unfold and fold.
// https://pytorch.org/docs/stable/generated/torch.nn.functional.unfold.html

import { intValue, mul, type Int } from '../base/origin.ts';
import { isFloat } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { numel, printShape, sizes, wrapDim, type Shape } from '../tensor/shape.ts';
import { notImplemented } from './binary.ts';
import { defineOp } from './define.ts';
import { perDimension, windowCount } from './window.ts';

interface BlockArgs {
  readonly kernel_size: readonly number[];
  readonly dilation: readonly number[];
  readonly padding: readonly number[];
  readonly stride: readonly number[];
}

interface Blocks {
  readonly kernel: readonly number[];
  readonly dilation: readonly number[];
  readonly padding: readonly number[];
  readonly stride: readonly number[];
}

function blocksOf(args: BlockArgs): Blocks {
  for (const name of ['kernel_size', 'dilation', 'padding', 'stride'] as const) {
    const { length } = args[name];
    check(
      length === 1 || length === 2,
      () => `It is expected ${name} equals to 2, but got size ${length}`,
    );
  }
  return {
    kernel: perDimension(args.kernel_size, 2),
    dilation: perDimension(args.dilation, 2),
    padding: perDimension(args.padding, 2),
    stride: perDimension(args.stride, 2),
  };
}

function checkBlocks(blocks: Blocks, order: readonly (keyof Blocks)[]): void {
  const words = {
    kernel: 'kernel size',
    dilation: 'dilation',
    padding: 'padding',
    stride: 'stride',
  };
  for (const name of order) {
    const [height, width] = blocks[name] as [number, number];
    const least = name === 'padding' ? 0 : 1;
    const short = name === 'padding' ? 'pad' : name;
    check(
      height >= least && width >= least,
      () =>
        `${words[name]} should be ${least === 0 ? 'non-negative' : 'greater than zero'}, but got ${short}_height: ${height} ${short}_width: ${width}`,
    );
  }
}

function counts(size: Shape, { kernel, dilation, padding, stride }: Blocks): Int[] {
  return kernel.map((k, i) =>
    windowCount(
      size[i] as Int,
      k,
      stride[i] as number,
      padding[i] as number,
      dilation[i] as number,
    ),
  );
}

function pair(values: readonly number[]): string {
  return `(${values.join(', ')})`;
}

export const unfold = defineOp(
  'unfold(Tensor input, int[2] kernel_size, int[2] dilation=1, int[2] padding=0, int[2] stride=1) -> Tensor',
  {
    as: ['functional'],
    grad: 'Im2Col',
    shape: ({ input, ...args }) => {
      const blocks = blocksOf(args);
      checkBlocks(blocks, ['kernel', 'dilation', 'padding', 'stride']);
      const { shape } = input;
      wrapDim(1, shape.length);
      wrapDim(2, shape.length);
      const needed = shape.slice(shape.length === 4 ? 1 : 0);
      check(
        (shape.length === 3 || shape.length === 4) && needed.every((n) => intValue(n) !== 0),
        () =>
          `Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, but got: ${printShape(shape)}`,
      );
      const size = shape.slice(-2);
      const count = counts(size, blocks);
      const { kernel, dilation, padding } = blocks;
      check(
        count.every((n) => intValue(n) >= 1),
        () =>
          // PyTorch prints the height twice.
          `Given input with spatial size ${pair(sizes([size[0] as Int, size[0] as Int]))}, kernel_size=${pair(kernel)}, dilation=${pair(dilation)}, padding=${pair(padding)}, calculated shape of the array of sliding blocks as ${pair(sizes(count))}, but its components must be at least one.`,
      );
      if (!isFloat(input.dtype)) notImplemented('im2col_out_cpu', input.dtype);
      const channels = mul(
        shape[shape.length - 3] as Int,
        (kernel[0] as number) * (kernel[1] as number),
      );
      const places = mul(count[0] as Int, count[1] as Int);
      return { dtype: input.dtype, shape: [...shape.slice(0, -3), channels, places] };
    },
    kernel: ({ input, ...args }, out) => {
      const size = input.shape.slice(-2);
      const planes = input.data.length / Math.max(1, (size[0] as number) * (size[1] as number));
      const [x, y] = [input.data as Float64Array, out.data as Float64Array];
      walkBlocks(planes, size, blocksOf(args), (pixel, place) => {
        y[place] = x[pixel] as number;
      });
    },
    cost: (_args, out) => numel(out.shape),
  },
);

/** Calls back with the index of a pixel and that of its place among the blocks. */
function walkBlocks(
  planes: number,
  size: readonly number[],
  blocks: Blocks,
  visit: (pixel: number, place: number) => void,
): void {
  const [height, width] = size as [number, number];
  const [rows, columns] = sizes(counts(size, blocks)) as [number, number];
  const { kernel, dilation, padding, stride } = blocks;
  let place = 0;
  for (let plane = 0; plane < planes; plane++) {
    for (let i = 0; i < (kernel[0] as number); i++) {
      for (let j = 0; j < (kernel[1] as number); j++) {
        for (let r = 0; r < rows; r++) {
          const y =
            r * (stride[0] as number) - (padding[0] as number) + i * (dilation[0] as number);
          for (let c = 0; c < columns; c++, place++) {
            const x =
              c * (stride[1] as number) - (padding[1] as number) + j * (dilation[1] as number);
            if (y < 0 || y >= height || x < 0 || x >= width) continue;
            visit((plane * height + y) * width + x, place);
          }
        }
      }
    }
  }
}

export const fold = defineOp(
  'fold(Tensor input, SymInt[2] output_size, int[2] kernel_size, int[2] dilation=1, int[2] padding=0, int[2] stride=1) -> Tensor',
  {
    as: ['functional'],
    grad: 'Col2Im',
    shape: ({ input, output_size, ...args }) => {
      const size = pairOf(output_size);
      const blocks = blocksOf(args);
      checkBlocks(blocks, ['kernel', 'stride', 'dilation', 'padding']);
      const { shape } = input;
      const needed = shape.slice(shape.length === 3 ? 1 : 0);
      check(
        (shape.length === 2 || shape.length === 3) && needed.every((n) => intValue(n) !== 0),
        () =>
          `Expected 2D or 3D (batch mode) tensor for input with possibly 0 batch size and non-zero dimensions for input, but got: ${printShape(shape)}`,
      );
      checkFold(shape, size, blocks);
      if (!isFloat(input.dtype)) notImplemented('col2im_out_cpu', input.dtype);
      const window = (blocks.kernel[0] as number) * (blocks.kernel[1] as number);
      const channels = intValue(shape[shape.length - 2] as Int) / window;
      return { dtype: input.dtype, shape: [...shape.slice(0, -2), channels, ...size] };
    },
    kernel: ({ input, output_size, ...args }, out) => {
      const size = sizes(pairOf(output_size));
      const planes = out.data.length / Math.max(1, (size[0] as number) * (size[1] as number));
      const sums = new Float64Array(out.data.length);
      const x = input.data as Float64Array;
      walkBlocks(planes, size, blocksOf(args), (pixel, place) => {
        sums[pixel] = (sums[pixel] as number) + (x[place] as number);
      });
      (out.data as Float64Array).set(sums);
    },
    cost: ({ input }) => numel(input.shape),
  },
);

function pairOf(size: Shape): Shape {
  check(
    size.length === 1 || size.length === 2,
    () => `It is expected output_size equals to 2, but got size ${size.length}`,
  );
  return size.length === 1 ? [size[0] as Int, size[0] as Int] : size;
}

function checkFold(shape: Shape, size: Shape, blocks: Blocks): void {
  const { kernel, dilation, padding, stride } = blocks;
  const dim = shape.length - 2;
  const planes = intValue(shape[dim] as Int);
  const given = intValue(shape[dim + 1] as Int);
  const window = (kernel[0] as number) * (kernel[1] as number);
  check(
    planes % window === 0,
    () =>
      `Expected size of input's dimension 1 to be divisible by the product of kernel_size, but got input.size(1)=${planes} and kernel_size=${pair(kernel)}.`,
  );
  const [rows, columns] = sizes(counts(size, blocks)) as [number, number];
  const settings = `output_size=${pair(sizes(size))}, kernel_size=${pair(kernel)}, dilation=${pair(dilation)}, padding=${pair(padding)}, stride=${pair(stride)}`;
  check(
    rows * columns === given,
    () =>
      `Given ${settings}, expected size of input's dimension 2 to match the calculated number of sliding blocks ${rows} * ${columns} = ${rows * columns}, but got input.size(2)=${given}.`,
  );
}
