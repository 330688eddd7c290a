// Sums, means, products and counts over dimensions. Variances are in moments.ts, extrema in
// largest.ts, norms in norm.ts, running sums in scan.ts, medians in quantile.ts.

import type { OnnxBuilder, OnnxValue } from '../graph/op.ts';
import type { NdArray } from '../tensor/array.ts';
import { category, isFloat, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { intValue } from '../base/origin.ts';
import { numel, printShape, sizes } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { toFloat, operandArray } from './broadcast.ts';
import { convert } from './convert.ts';
import { defineOp } from './define.ts';
import {
  lanes,
  onnxReduce,
  onnxWithNaN,
  reducedDims,
  reducedShape,
  reduceInto,
  reduceWide,
} from './lanes.ts';

type Dims = readonly number[] | number | null;

/** Sums of integers and bools are counted in 64 bits. */
export function sumType(input: DType, dtype: DType | null): DType {
  if (dtype !== null) return dtype;
  return category(input) === 'int' || input === 'bool' ? 'int64' : input;
}

/** Adds up in double precision, so that the order of the elements does not show. */
function sumInto(input: NdArray, dim: Dims, out: NdArray, divisor = 1): void {
  const numbers = convert(input, out.dtype);
  if (out.dtype === 'int64') {
    reduceWide(numbers, dim, out, (data, base, offsets) => {
      let sum = 0n;
      for (let i = 0; i < offsets.length; i++) sum += data[base + (offsets[i] as number)] as bigint;
      return sum;
    });
  } else if (category(out.dtype) === 'complex') sumComplex(numbers, dim, out, divisor);
  else {
    reduceInto(numbers, dim, out, (data, base, offsets) => {
      let sum = 0;
      for (let i = 0; i < offsets.length; i++) sum += data[base + (offsets[i] as number)] as number;
      return sum / divisor;
    });
  }
}

function sumComplex(input: NdArray, dim: Dims, out: NdArray, divisor: number): void {
  const { bases, offsets } = lanes(input.shape, reducedDims(input.shape, dim));
  const data = input.data as Float64Array;
  for (let i = 0; i < bases.length; i++) {
    for (const part of [0, 1]) {
      let sum = 0;
      for (const offset of offsets) {
        sum += data[2 * ((bases[i] as number) + offset) + part] as number;
      }
      out.data[2 * i + part] = sum / divisor;
    }
  }
}

function multiplyComplex(input: NdArray, dim: number | null, out: NdArray): void {
  const { bases, offsets } = lanes(input.shape, reducedDims(input.shape, dim));
  const data = input.data as Float64Array;
  for (let i = 0; i < bases.length; i++) {
    let [re, im] = [1, 0];
    for (const offset of offsets) {
      const at = 2 * ((bases[i] as number) + offset);
      const [x, y] = [data[at] as number, data[at + 1] as number];
      [re, im] = [re * x - im * y, re * y + im * x];
    }
    out.data[2 * i] = re;
    out.data[2 * i + 1] = im;
  }
}

const SUMMED: readonly DType[] = ['float32', 'float64', 'int32', 'int64'];

export const sum = defineOp(
  'sum(Tensor input, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor',
  {
    grad: ({ dim }) => (dim === null ? 'Sum' : 'SumBackward1'),
    as: ['function', 'method'],
    shape: ({ input, dim, keepdim, dtype }) => ({
      dtype: sumType(input.dtype, dtype),
      shape: reducedShape(input.shape, dim, keepdim),
    }),
    kernel: ({ input, dim }, out) => {
      sumInto(input, dim, out);
    },
    // ONNX Runtime adds 64-bit integers up as floats, which is exact only for smaller ones.
    onnx: (g, { input, dim, keepdim }, out) =>
      input.type.dtype === 'int64'
        ? null
        : onnxReduce(g, 'ReduceSum', input, dim, keepdim, out, SUMMED),
    cost: ({ input }) => numel(input.shape),
  },
);

/** The sum of what is not NaN. */
export const nansum = defineOp(
  'nansum(Tensor input, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor',
  {
    as: ['function', 'method'],
    shape: ({ input, dim, keepdim, dtype }) => {
      check(category(input.dtype) !== 'complex', () => 'nansum does not support complex inputs');
      return {
        dtype: sumType(input.dtype, dtype),
        shape: reducedShape(input.shape, dim, keepdim),
      };
    },
    kernel: ({ input, dim }, out) => {
      sumInto(isFloat(input.dtype) ? withoutNaN(input) : input, dim, out);
    },
    cost: ({ input }) => numel(input.shape),
  },
);

function withoutNaN(input: NdArray): NdArray {
  const data = (input.data as Float64Array).map((x) => (Number.isNaN(x) ? 0 : x));
  return { ...input, data };
}

function meanType(name: string, input: DType, dtype: DType | null): DType {
  const given = dtype ?? input;
  const word = dtype === null ? 'Input' : 'Optional';
  check(
    isFloat(given) || category(given) === 'complex',
    () =>
      `${name}(): could not infer output dtype. ${word} dtype must be either a floating point or ` +
      `complex dtype. Got: ${scalarTypeName[given]}`,
  );
  return given;
}

export const mean = defineOp(
  'mean(Tensor input, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor',
  {
    grad: ({ dim }) => (dim === null ? 'Mean' : 'MeanBackward1'),
    as: ['function', 'method'],
    shape: ({ input, dim, keepdim, dtype }) => ({
      dtype: meanType('mean', input.dtype, dtype),
      shape: reducedShape(input.shape, dim, keepdim),
    }),
    kernel: ({ input, dim }, out) => {
      const dims = reducedDims(input.shape, dim);
      sumInto(
        input,
        dim,
        out,
        dims.reduce((n, d) => n * (input.shape[d] as number), 1),
      );
    },
    onnx: (g, { input, dim, keepdim }, out) =>
      onnxReduce(g, 'ReduceMean', input, dim, keepdim, out, ['float32', 'float64']),
    cost: ({ input }) => numel(input.shape),
  },
);

export const nanmean = defineOp(
  'nanmean(Tensor input, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor',
  {
    grad: 'Div',
    as: ['function', 'method'],
    shape: ({ input, dim, keepdim, dtype }) => {
      check(
        isFloat(input.dtype),
        () =>
          'nanmean(): expected input to have floating point dtype but got ' +
          scalarTypeName[input.dtype],
      );
      return { dtype: dtype ?? input.dtype, shape: reducedShape(input.shape, dim, keepdim) };
    },
    kernel: ({ input, dim }, out) => {
      reduceInto(convert(input, out.dtype), dim, out, (data, base, offsets) => {
        let [total, n] = [0, 0];
        for (const offset of offsets) {
          const x = data[base + offset] as number;
          if (Number.isNaN(x)) continue;
          total += x;
          n++;
        }
        return total / n;
      });
    },
    cost: ({ input }) => numel(input.shape),
  },
);

export const prod = defineOp(
  'prod(Tensor input, int? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor',
  {
    grad: ({ dim }) => (dim === null ? 'Prod' : 'ProdBackward1'),
    as: ['function', 'method'],
    shape: ({ input, dim, keepdim, dtype }) => ({
      dtype: sumType(input.dtype, dtype),
      shape: reducedShape(input.shape, dim, keepdim),
    }),
    kernel: ({ input, dim }, out) => {
      const numbers = convert(input, out.dtype);
      if (out.dtype === 'int64') {
        reduceWide(numbers, dim, out, (data, base, offsets) => {
          let product = 1n;
          for (const i of offsets)
            product = BigInt.asIntN(64, product * (data[base + i] as bigint));
          return product;
        });
        return;
      }
      if (category(out.dtype) === 'complex') {
        multiplyComplex(numbers, dim, out);
        return;
      }
      reduceInto(numbers, dim, out, (data, base, offsets) => {
        let product = 1;
        for (const i of offsets) product *= data[base + i] as number;
        return product;
      });
    },
    onnx: (g, { input, dim, keepdim }, out) =>
      onnxReduce(g, 'ReduceProd', input, dim, keepdim, out, ['float32', 'int32', 'int64']),
    cost: ({ input }) => numel(input.shape),
  },
);

/** Whether all elements are true; uint8 gives uint8. */
export const all = defineOp('all(Tensor input, int[1]? dim=None, bool keepdim=False) -> Tensor', {
  as: ['function', 'method'],
  grad: null,
  shape: ({ input, dim, keepdim }) => ({
    dtype: input.dtype === 'uint8' ? 'uint8' : 'bool',
    shape: reducedShape(input.shape, dim, keepdim),
  }),
  kernel: ({ input, dim }, out) => {
    reduceInto(operandArray(input, 'bool'), dim, out, (data, base, offsets) => {
      for (let i = 0; i < offsets.length; i++) if (!data[base + (offsets[i] as number)]) return 0;
      return 1;
    });
  },
  onnx: (g, args, out) => onnxTruth(g, 'ReduceMin', args, out),
  cost: ({ input }) => numel(input.shape),
});

export const any = defineOp('any(Tensor input, int[1]? dim=None, bool keepdim=False) -> Tensor', {
  as: ['function', 'method'],
  grad: null,
  shape: ({ input, dim, keepdim }) => ({
    dtype: input.dtype === 'uint8' ? 'uint8' : 'bool',
    shape: reducedShape(input.shape, dim, keepdim),
  }),
  kernel: ({ input, dim }, out) => {
    reduceInto(operandArray(input, 'bool'), dim, out, (data, base, offsets) => {
      for (let i = 0; i < offsets.length; i++) if (data[base + (offsets[i] as number)]) return 1;
      return 0;
    });
  },
  onnx: (g, args, out) => onnxTruth(g, 'ReduceMax', args, out),
  cost: ({ input }) => numel(input.shape),
});

/** The least or the greatest of 0 and 1. */
function onnxTruth(
  g: OnnxBuilder,
  opType: string,
  { input, dim, keepdim }: { input: OnnxValue; dim: Dims; keepdim: boolean },
  out: TensorType,
): OnnxValue | null {
  if (!/^(float(32|64)|int(32|64)|bool)$/.test(input.type.dtype)) return null;
  const truth = g.cast(g.cast(input, 'bool'), 'int32');
  const type = { dtype: 'int32', shape: out.shape } as const;
  const found = onnxReduce(g, opType, truth, dim, keepdim, type, ['int32']);
  return found && g.cast(found, out.dtype);
}

export const countNonzero = defineOp('count_nonzero(Tensor input, int[1]? dim=None) -> Tensor', {
  as: ['function', 'method'],
  grad: null,
  shape: ({ input, dim }) => ({
    dtype: 'int64',
    shape: reducedShape(input.shape, dim, false),
  }),
  kernel: ({ input, dim }, out) => {
    sumInto(operandArray(input, 'bool'), dim, out);
  },
  cost: ({ input }) => numel(input.shape),
});

/** log Σ exp(x), shifted by the largest x so that nothing overflows. */
export const logsumexp = defineOp(
  'logsumexp(Tensor input, int[1] dim, bool keepdim=False) -> Tensor',
  {
    as: ['function', 'method', 'special'],
    shape: ({ input, dim, keepdim }) => ({
      dtype: toFloat(input.dtype),
      shape: reducedShape(input.shape, dim, keepdim),
    }),
    kernel: ({ input, dim }, out) => {
      reduceInto(convert(input, out.dtype), dim, out, (data, base, offsets) => {
        let largest = -Infinity;
        for (const offset of offsets) {
          const x = data[base + offset] as number;
          if (Number.isNaN(x)) return NaN;
          if (x > largest) largest = x;
        }
        if (!Number.isFinite(largest)) return largest;
        let total = 0;
        for (const offset of offsets) total += Math.exp((data[base + offset] as number) - largest);
        return largest + Math.log(total);
      });
    },
    onnx: (g, { input, dim, keepdim }, out) => {
      const dtypes = ['float32', 'float64'] as const;
      const found = onnxReduce(g, 'ReduceLogSumExp', input, dim, keepdim, out, dtypes);
      return found && onnxWithNaN(g, found, input, dim, keepdim, out);
    },
    cost: ({ input }) => 2 * numel(input.shape),
  },
);

/** The opposite of expand: sums over what broadcasting repeated. */
export const sumToSize = defineOp('sum_to_size(Tensor input, SymInt[] size) -> Tensor', {
  as: ['method'],
  body: ({ input, size }) => {
    const { shape } = input.type;
    const lead = shape.length - size.length;
    const fits = size.every((n, i) => {
      const own = shape[lead + i];
      return own !== undefined && (intValue(n) === 1 || intValue(n) === intValue(own));
    });
    check(
      fits,
      () => `size {${printShape(size)}} is not expandable to size {${printShape(shape)}}.`,
    );
    const repeated = shape
      .map((_, d) => d)
      .filter((d) => d >= lead && sizes(size)[d - lead] === 1 && sizes(shape)[d] !== 1);
    const inner = repeated.length > 0 ? sum({ input, dim: repeated, keepdim: true }) : input;
    const outer = Array.from({ length: lead }, (_, d) => d);
    return lead > 0 ? sum({ input: inner, dim: outer }) : inner;
  },
});
