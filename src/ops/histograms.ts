// Histograms of one and of several dimensions: edges of bins, and how many samples, or how much of
// their weight, fall between them. Sample by sample, as `torch.histogramdd` takes them in its rows.

import { intValue, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import type { NdArray } from '../tensor/array.ts';
import { cName, type DType } from '../tensor/dtype.ts';
import { check, Unsupported } from '../tensor/errors.ts';
import { numel, sameShape, type Shape } from '../tensor/shape.ts';
import { div, sub } from './arithmetic.ts';
import { notImplemented, ONNX_FLOATS } from './binary.ts';
import { defineOp } from './define.ts';
import { sum } from './reduction.ts';
import { reshape, slice } from './shape.ts';

/** The edges of equal bins over the range given, or over that of a column of the samples. */
export const binEdges = defineOp(
  'bin_edges(Tensor samples, int column, int bins, float[]? range) -> Tensor',
  {
    shape: ({ samples, bins }) => ({ dtype: samples.dtype, shape: [bins + 1] }),
    kernel: ({ samples, column, bins, range }, out) => {
      const given = range && ([range[2 * column], range[2 * column + 1]] as [number, number]);
      const [low, high] = widened(given ?? extent(samples, column));
      const round = out.dtype === 'float64' ? (x: number): number => x : Math.fround;
      const step = round((round(high) - round(low)) / bins);
      // As linspace counts them: the second half from its end.
      for (let i = 0; i <= bins; i++) {
        const value = 2 * i < bins + 1 ? low + step * i : high - step * (bins - i);
        out.data[i] = round(value) as never;
      }
    },
  },
);

function extent(samples: NdArray, column: number): [number, number] {
  const [rows, columns] = samples.shape as [number, number];
  if (rows === 0) return [0, 1];
  let [low, high] = [Infinity, -Infinity];
  for (let row = 0; row < rows; row++) {
    const x = samples.data[row * columns + column] as number;
    low = Number.isNaN(x) || x < low ? x : low;
    high = Number.isNaN(x) || x > high ? x : high;
    if (Number.isNaN(x)) break;
  }
  check(
    Number.isFinite(low) && Number.isFinite(high),
    () =>
      `torch.histogramdd: dimension ${column}'s range [${shown(low)}, ${shown(high)}] is not finite`,
  );
  return [low, high];
}

/** As C++ prints a number. */
function shown(x: number): string {
  return Number.isFinite(x)
    ? String(Number(x.toPrecision(6)))
    : String(x).replace('Infinity', 'inf').toLowerCase();
}

function widened([low, high]: readonly [number, number]): readonly [number, number] {
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}

/** For rows of samples, how many fall between the edges of every column, or how much of them. */
export const binCounts = defineOp(
  'bin_counts(Tensor samples, Tensor[] edges, Tensor? weight) -> Tensor',
  {
    shape: ({ samples, edges }) => ({
      dtype: samples.dtype,
      shape: edges.map(({ shape }) => intValue(shape[0] as Int) - 1),
    }),
    kernel: ({ samples, edges, weight }, out) => {
      const [rows, columns] = samples.shape as [number, number];
      for (let row = 0; row < rows; row++) {
        let place = 0;
        for (let column = 0; column < columns && place >= 0; column++) {
          const found = binOf(samples.data[row * columns + column] as number, edges[column]);
          place = found < 0 ? -1 : place * (out.shape[column] as number) + found;
        }
        if (place < 0) continue;
        const amount = weight ? (weight.data[row] as number) : 1;
        out.data[place] = ((out.data[place] as number) + amount) as never;
      }
    },
  },
);

/** The bin of a number by halving; the last one holds its right edge too. */
function binOf(x: number, edges: NdArray | undefined): number {
  const at = edges?.data as Float64Array;
  const bins = at.length - 1;
  if (!(x >= (at[0] as number) && x <= (at[bins] as number))) return -1;
  let first = 0;
  for (let left = bins + 1; left > 0;) {
    const half = left >> 1;
    if (x < (at[first + half] as number)) left = half;
    else {
      first += half + 1;
      left -= half + 1;
    }
  }
  return Math.min(first - 1, bins - 1);
}

export const histogramBetween = defineOp(
  'histogram.bins_tensor(Tensor input, Tensor bins, *, Tensor? weight=None, bool density=False) -> Tensor hist, Tensor bin_edges',
  {
    as: ['function', 'method'],
    grad: null,
    body: ({ input, bins, weight, density }) =>
      counted(column(input), [bins], weight && column(weight, 1), density) as [Value, Value],
  },
);

export const histogram = defineOp(
  'histogram(Tensor input, int bins=100, *, float[]? range=None, Tensor? weight=None, bool density=False) -> Tensor hist, Tensor bin_edges',
  {
    as: ['function', 'method'],
    grad: null,
    body: ({ input, bins, range, weight, density }) => {
      const samples = column(input);
      const edges = equalBins(samples, [bins], range);
      return counted(samples, edges, weight && column(weight, 1), density) as [Value, Value];
    },
  },
);

/** All elements as samples of one number. */
function column(input: Value, rank = 2): Value {
  const n = numel(input.type.shape);
  return reshape({ input, shape: rank === 2 ? [n, 1] : [n] });
}

const DD = 'float[]? range=None, Tensor? weight=None, bool density=False) -> Tensor[]';

export const histogramdd = defineOp(`histogramdd(Tensor input, int bins, ${DD}`, {
  as: ['function'],
  grad: null,
  body: ({ input, bins, range, weight, density }) => {
    const samples = rowsOf(input);
    const columns = intValue(samples.type.shape[1] as Int);
    const edges = equalBins(samples, new Array<number>(columns).fill(bins), range);
    return counted(input, edges, weight, density);
  },
});

export const histogramddSizes = defineOp(`histogramdd.sizes(Tensor input, int[] bins, ${DD}`, {
  as: ['function'],
  grad: null,
  body: ({ input, bins, range, weight, density }) =>
    counted(input, equalBins(rowsOf(input), bins, range), weight, density),
});

export const histogramddBetween = defineOp(`histogramdd.edges(Tensor input, Tensor[] bins, ${DD}`, {
  as: ['function'],
  grad: null,
  body: ({ input, bins, weight, density }) => {
    rowsOf(input);
    return counted(input, bins, weight, density);
  },
});

function rowsOf(input: Value): Value {
  const { shape } = input.type;
  check(
    shape.length >= 2,
    () => 'torch.histogramdd: input tensor should have at least 2 dimensions',
  );
  const columns = intValue(shape[shape.length - 1] as Int);
  return reshape({ input, shape: [numel(shape.slice(0, -1)), columns] });
}

function equalBins(
  samples: Value,
  bins: readonly number[],
  range: readonly number[] | null,
): readonly Value[] {
  const columns = intValue(samples.type.shape[1] as Int);
  // PyTorch reads past the end of the shorter one.
  if (bins.length !== columns) throw new Unsupported(`histogramdd with ${bins.length} bins`);
  bins.forEach((n, i) => {
    checkBins(n, i);
  });
  if (range === null) requireFloats('histogramdd', samples.type.dtype);
  check(
    range === null || range.length === 2 * columns,
    () =>
      `torch.histogramdd: for a ${columns}-dimensional histogram range should have ` +
      `${2 * columns} elements, but got ${range?.length ?? 0}`,
  );
  if (range) {
    bins.forEach((_, i) => {
      const [low, high] = [range[2 * i] as number, range[2 * i + 1] as number];
      check(
        low <= high,
        () =>
          `torch.histogramdd: min should not exceed max, but got min ${shown(low)} max ` +
          `${shown(high)} for dimension ${i}`,
      );
    });
  }
  return bins.map((n, i) => binEdges({ samples, column: i, bins: n, range }));
}

function checkBins(n: number, dim: number): void {
  check(n > 0, () => `torch.histogram(): bins must be > 0, but got ${n} for dimension ${dim}`);
}

function requireFloats(name: string, dtype: DType): void {
  if (!ONNX_FLOATS.includes(dtype)) notImplemented(name, dtype);
}

/** Counts, or their density, and the edges. */
function counted(
  input: Value,
  edges: readonly Value[],
  weight: Value | null,
  density: boolean,
): readonly Value[] {
  const { shape, dtype } = input.type;
  checkEdges(input, edges);
  if (weight) checkWeight(input, weight);
  requireFloats('histogram_cpu', dtype);
  const samples = rowsOf(input);
  const flat = weight && reshape({ input: weight, shape: [numel(shape.slice(0, -1))] });
  let hist = binCounts({ samples, edges, weight: flat });
  if (density) {
    hist = div({ input: hist, other: sum({ input: hist }) });
    edges.forEach((each, i) => {
      const n = intValue(each.type.shape[0] as Int);
      const part = (start: number): Value =>
        slice({ input: each, dim: 0, start, end: start + n - 1 });
      const widths = sub({ input: part(1), other: part(0) });
      const across: Shape = edges.map((_, d) => (d === i ? -1 : 1));
      hist = div({ input: hist, other: reshape({ input: widths, shape: across }) });
    });
  }
  return [hist, ...edges];
}

function checkEdges({ type }: Value, edges: readonly Value[]): void {
  const columns = intValue(type.shape[type.shape.length - 1] as Int);
  check(
    edges.length === columns,
    () =>
      `torch.histogramdd: expected ${columns} sequences of bin edges for a ${columns}-dimensional ` +
      `histogram but got ${edges.length}`,
  );
  edges.forEach(({ type: { shape, dtype } }, i) => {
    check(
      dtype === type.dtype,
      () =>
        'torch.histogramdd: input tensor and bins tensors should have the same dtype, but got ' +
        `input with dtype ${cName(type.dtype)} and bins for dimension ${i} with dtype ${cName(dtype)}`,
    );
    check(
      shape.length === 1,
      () =>
        'torch.histogramdd: bins tensor should have one dimension, but got ' +
        `${shape.length} dimensions in the bins tensor for dimension ${i}`,
    );
    const n = numel(shape);
    check(
      n > 0,
      () =>
        'torch.histogramdd: bins tensor should have at least 1 element, but got 0 elements in the ' +
        `bins tensor for dimension ${i}`,
    );
    checkBins(n - 1, i);
  });
}

function checkWeight({ type }: Value, { type: weight }: Value): void {
  check(
    type.dtype === weight.dtype,
    () =>
      'torch.histogramdd: if weight tensor is provided, input tensor and weight tensor should have ' +
      `the same dtype, but got input(${cName(type.dtype)}), and weight(${cName(weight.dtype)})`,
  );
  check(
    sameShape(type.shape.slice(0, -1), weight.shape),
    () =>
      'torch.histogramdd: if weight tensor is provided it should have the same shape as the input ' +
      `tensor excluding its innermost dimension, but got input with shape ${listed(type.shape)} ` +
      `and weight with shape ${listed(weight.shape)}`,
  );
}

function listed(shape: Shape): string {
  return `[${shape.map((n) => intValue(n)).join(', ')}]`;
}
