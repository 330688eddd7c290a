// Sampling at places that a grid gives, and the grids of affine transformations.
// https://pytorch.org/docs/stable/nn.functional.html#vision-functions

import { intValue, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import { sampleGrid } from '../kernels/gridSampling.ts';
import { store } from '../tensor/array.ts';
import { isFloat, scalarTypeName } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { printShape, sizes } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { full, linspace } from './creation.ts';
import { add, div, mul } from './arithmetic.ts';
import { defineOp } from './define.ts';
import { bmm } from './linear.ts';
import { cat, expand, permute, reshape } from './shape.ts';

const MODES = ['bilinear', 'nearest', 'bicubic'] as const;
const PADDINGS = ['zeros', 'border', 'reflection'] as const;

/** What `F.grid_sample` calls, with its modes as numbers. */
export const gridSampler = defineOp(
  'grid_sampler(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners) -> Tensor',
  {
    as: ['function'],
    grad: ({ input }) => (input.shape.length === 5 ? 'GridSampler3D' : 'GridSampler2D'),
    shape: ({ input, grid, interpolation_mode }) => {
      checkOperands(input, grid, interpolation_mode);
      const [batch, channels] = input.shape as [Int, Int];
      return { dtype: input.dtype, shape: [batch, channels, ...grid.shape.slice(1, -1)] };
    },
    kernel: ({ input, grid, interpolation_mode, padding_mode, align_corners }, out) => {
      const sampling = {
        mode: MODES[interpolation_mode] as (typeof MODES)[number],
        padding: PADDINGS[padding_mode] as (typeof PADDINGS)[number],
        alignCorners: align_corners,
      };
      sampleGrid(
        { data: input.data as Float64Array, shape: input.shape },
        { data: grid.data as Float64Array, shape: grid.shape },
        sampling,
        (at, value) => {
          store(out, at, value);
        },
      );
    },
    onnx: (g, { input, grid, interpolation_mode, padding_mode, align_corners }, out) =>
      out.dtype === 'float32' && out.shape.length === 4 && interpolation_mode < 2
        ? g.add(
            'GridSample',
            [input, grid],
            {
              mode: interpolation_mode === 0 ? 'linear' : 'nearest',
              padding_mode: PADDINGS[padding_mode] as string,
              align_corners: align_corners ? 1 : 0,
            },
            out,
          )
        : null,
  },
);

function checkOperands(input: TensorType, grid: TensorType, mode: number): void {
  const [a, b] = [input.shape, grid.shape];
  const both = `but got input with sizes ${printShape(a)} and grid with sizes ${printShape(b)}`;
  check(
    a.length > 0 && b.length > 0 && intValue(a[0] as Int) === intValue(b[0] as Int),
    () => `grid_sampler(): expected grid and input to have same batch size, ${both}`,
  );
  check(
    intValue(b.at(-1) as Int) === a.length - 2,
    () =>
      `grid_sampler(): expected grid to have size ${a.length - 2} in last dimension, but got grid with sizes ${printShape(b)}`,
  );
  for (let d = 2; d < a.length; d++) {
    check(
      intValue(a[d] as Int) > 0,
      () =>
        `grid_sampler(): expected input to have non-empty spatial dimensions, but input has sizes ${printShape(a)} with dimension ${d} being empty`,
    );
  }
  check(
    (a.length === 4 || a.length === 5) && a.length === b.length,
    () =>
      `grid_sampler(): expected 4D or 5D input and grid with same number of dimensions, ${both}`,
  );
  check(
    !(a.length === 5 && mode === 2),
    () => 'grid_sampler(): bicubic interpolation only supports 4D input',
  );
  check(
    isFloat(input.dtype),
    () => `grid_sampler_${a.length - 2}d_cpu not implemented for ${scalarTypeName[input.dtype]}`,
  );
  check(
    input.dtype === grid.dtype,
    () =>
      `expected scalar type ${scalarTypeName[input.dtype]} but found ${scalarTypeName[grid.dtype]}`,
  );
}

/** The places of an output of this size, moved by matrices [N, 2, 3] or [N, 3, 4]. */
export const affineGridGenerator = defineOp(
  'affine_grid_generator(Tensor theta, SymInt[] size, bool align_corners) -> Tensor',
  {
    as: ['function'],
    body: ({ theta, size, align_corners }) => {
      const [batch, , ...spatial] = size as [Int, Int, ...Int[]];
      const dims = spatial.length;
      const columns = [...spatial.keys()].reverse().map((d) => {
        const line = places(spatial[d] as Int, theta, align_corners);
        const shape = spatial.map((n, i) => (i === d ? n : 1));
        return expand({
          input: reshape({ input: line, shape: [...shape, 1] }),
          size: [...spatial, 1],
        });
      });
      const first = columns[0] as Value;
      const ones = add({
        input: mul({ input: first, other: { kind: 'int', value: 0 } }),
        other: { kind: 'int', value: 1 },
      });
      const points = sizes(spatial).reduce((n, each) => n * each, 1);
      const base = reshape({
        input: cat({ tensors: [...columns, ones], dim: -1 }),
        shape: [1, points, dims + 1],
      });
      const spread = expand({ input: base, size: [batch, points, dims + 1] });
      const moved = bmm({ input: spread, mat2: permute({ input: theta, dims: [0, 2, 1] }) });
      return reshape({ input: moved, shape: [batch, ...spatial, dims] });
    },
  },
);

/** From −1 to 1: the centres of the outermost elements, or their outer edges. */
function places(count: Int, theta: Value, alignCorners: boolean): Value {
  const { dtype } = theta.type;
  const float = (value: number) => ({ kind: 'float', value }) as const;
  const int = (value: number) => ({ kind: 'int', value }) as const;
  const n = intValue(count);
  if (n <= 1) return full({ size: [count], fill_value: int(0), dtype });
  const line = linspace({ start: float(-1), end: float(1), steps: count, dtype });
  if (alignCorners) return line;
  return div({ input: mul({ input: line, other: int(n - 1) }), other: int(n) });
}
