// Functions of one number that keep its dtype: absolute values, rounding, signs, squares; and the
// parts of complex numbers.

import type { OnnxBuilder, OnnxValue } from '../graph/op.ts';
import type { NdArray } from '../tensor/array.ts';
import { category, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { broadcast, sizes } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { notImplemented, ONNX_ARITHMETIC, ONNX_FLOATS } from './binary.ts';
import { broadcastTo, mapRows, mapWide, operandArray, toFloat } from './broadcast.ts';
import { mul } from './arithmetic.ts';
import { defineOp } from './define.ts';
import { pow } from './power.ts';

const everywhere = { as: ['function', 'method', 'inplace'] } as const;

/** complex64 has parts of float32. */
export function partType(dtype: DType): DType {
  if (dtype === 'complex64') return 'float32';
  return dtype === 'complex128' ? 'float64' : dtype;
}

/** A kernel on floats and integers; integers of 64 bits by their own function. */
function mapped(
  f: (x: number) => number,
  wide: (x: bigint) => bigint,
): (args: { input: NdArray }, out: NdArray) => void {
  return ({ input }, out) => {
    if (out.dtype === 'int64') mapWide(input, out, wide);
    else mapRows(input, out, f);
  };
}

export const abs = defineOp('abs(Tensor input) -> Tensor', {
  ...everywhere,
  aliases: ['absolute'],
  shape: ({ input }) => {
    if (input.dtype === 'bool') notImplemented('abs_cpu', input.dtype);
    return { dtype: partType(input.dtype), shape: input.shape };
  },
  kernel: ({ input }, out) => {
    if (category(input.dtype) === 'complex') {
      const parts = input.data as Float64Array;
      for (let i = 0; i < out.data.length; i++) {
        out.data[i] = Math.hypot(parts[2 * i] as number, parts[2 * i + 1] as number);
      }
    } else mapped(Math.abs, (x) => (x < 0n ? -x : x))({ input }, out);
  },
  onnx: (g, { input }, out) =>
    ONNX_ARITHMETIC.includes(input.type.dtype) ? g.add('Abs', [input], {}, out) : null,
});

/** Rounds floats, and gives integers as they are. */
function rounding(name: string, f: (x: number) => number, onnx: string | null) {
  return {
    shape: ({ input }: { input: TensorType }): TensorType => {
      const kind = category(input.dtype);
      if (kind === 'bool') notImplemented(`${name}_vml_cpu`, input.dtype);
      check(kind !== 'complex', () => `${name} is not supported for complex inputs`);
      return input;
    },
    kernel: ({ input }: { input: NdArray }, out: NdArray): void => {
      if (category(out.dtype) === 'int') out.data.set(input.data as never);
      else mapRows(input, out, f);
    },
    ...(onnx === null
      ? {}
      : {
          onnx: ((g, { input }, out) =>
            ONNX_FLOATS.includes(out.dtype) ? g.add(onnx, [input], {}, out) : null) as Lowering,
        }),
  };
}

type Lowering = (g: OnnxBuilder, args: { input: OnnxValue }, out: TensorType) => OnnxValue | null;

export const floor = defineOp('floor(Tensor input) -> Tensor', {
  ...everywhere,
  ...rounding('floor', Math.floor, 'Floor'),
});

export const ceil = defineOp('ceil(Tensor input) -> Tensor', {
  ...everywhere,
  ...rounding('ceil', Math.ceil, 'Ceil'),
});

export const trunc = defineOp('trunc(Tensor input) -> Tensor', {
  ...everywhere,
  aliases: ['fix'],
  ...rounding('trunc', Math.trunc, null),
});

/** To the nearest even number where it is half way. */
export function roundHalfEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest < 0.5) return rest === 0 ? x : floor === 0 ? 0 : floor;
  if (rest > 0.5) return floor === -1 ? -0 : floor + 1;
  return floor % 2 === 0 ? floor : floor === -1 ? -0 : floor + 1;
}

export const round = defineOp('round(Tensor input, *, int decimals=0) -> Tensor', {
  as: ['function', 'method', 'inplace', 'special'],
  shape: ({ input, decimals }) => {
    const kind = category(input.dtype);
    if (kind === 'bool' || kind === 'complex') notImplemented('round_vml_cpu', input.dtype);
    if (kind === 'int' && decimals !== 0) notImplemented('round_cpu', input.dtype);
    return input;
  },
  kernel: ({ input, decimals }, out) => {
    const fit = out.dtype === 'float64' ? (x: number): number => x : Math.fround;
    const scale = fit(10 ** Math.abs(decimals));
    if (category(out.dtype) === 'int') out.data.set(input.data as never);
    else if (decimals === 0) mapRows(input, out, roundHalfEven);
    else if (decimals > 0) mapRows(input, out, (x) => fit(roundHalfEven(fit(x * scale))) / scale);
    else mapRows(input, out, (x) => roundHalfEven(fit(x / scale)) * scale);
  },
  onnx: (g, { input, decimals }, out) =>
    decimals === 0 && ONNX_FLOATS.includes(out.dtype) ? g.add('Round', [input], {}, out) : null,
});

/** What is behind the point, with the number's sign. */
export const frac = defineOp('frac(Tensor input) -> Tensor', {
  ...everywhere,
  shape: ({ input }) => {
    if (category(input.dtype) !== 'float') notImplemented('frac_cpu', input.dtype);
    return input;
  },
  kernel: ({ input }, out) => {
    mapRows(input, out, (x) => x - Math.trunc(x));
  },
});

/** -1, 0 or 1; NaN has sign 0. */
export const sign = defineOp('sign(Tensor input) -> Tensor', {
  ...everywhere,
  shape: ({ input }) => {
    check(
      category(input.dtype) !== 'complex',
      () =>
        'Unlike NumPy, torch.sign is not intended to support complex numbers. Please use ' +
        'torch.sgn instead.',
    );
    return input;
  },
  kernel: mapped(
    (x) => (x > 0 ? 1 : x < 0 ? -1 : 0),
    (x) => (x > 0n ? 1n : x < 0n ? -1n : 0n),
  ),
  // ONNX's Sign of NaN is NaN.
  onnx: (g, { input }, out) => {
    if (!ONNX_ARITHMETIC.includes(out.dtype)) return null;
    const zero = g.scalar(0, out.dtype);
    const side = (opType: string): OnnxValue =>
      g.cast(g.add(opType, [input, zero], {}, { dtype: 'bool', shape: out.shape }), out.dtype);
    return g.add('Sub', [side('Greater'), side('Less')], {}, out);
  },
});

/** sign; for complex numbers x / |x|. */
export const sgn = defineOp('sgn(Tensor input) -> Tensor', {
  ...everywhere,
  shape: ({ input }) => input,
  kernel: ({ input }, out) => {
    if (category(input.dtype) !== 'complex') {
      mapped(
        (x) => (x > 0 ? 1 : x < 0 ? -1 : 0),
        (x) => (x > 0n ? 1n : x < 0n ? -1n : 0n),
      )({ input }, out);
      return;
    }
    const parts = input.data as Float64Array;
    for (let i = 0; i < parts.length; i += 2) {
      const [re, im] = [parts[i] as number, parts[i + 1] as number];
      const length = Math.hypot(re, im) || 1;
      out.data[i] = re / length;
      out.data[i + 1] = im / length;
    }
  },
});

export const signbit = defineOp('signbit(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  grad: null,
  shape: ({ input }) => {
    check(
      category(input.dtype) !== 'complex',
      () => 'signbit is not implemented for complex tensors.',
    );
    return { dtype: 'bool', shape: input.shape };
  },
  kernel: ({ input }, out) => {
    for (let i = 0; i < out.data.length; i++) {
      const x = input.data[i] as number;
      out.data[i] = x < 0 || Object.is(x, -0) ? 1 : 0;
    }
  },
});

export const square = defineOp('square(Tensor input) -> Tensor', {
  ...everywhere,
  grad: 'Pow',
  body: ({ input }) =>
    category(input.type.dtype) === 'complex'
      ? mul({ input, other: input })
      : pow({ input, exponent: { kind: 'int', value: 2 } }),
});

/** The largest finite number of a float dtype. */
const FINITE_MAX: Partial<Record<DType, number>> = {
  float16: 65504,
  bfloat16: (2 - 2 ** -7) * 2 ** 127,
  float32: (2 - 2 ** -23) * 2 ** 127,
  float64: Number.MAX_VALUE,
};

export const nanToNum = defineOp(
  'nan_to_num(Tensor input, float? nan=None, float? posinf=None, float? neginf=None) -> Tensor',
  {
    ...everywhere,
    shape: ({ input }) => {
      if (category(input.dtype) === 'complex') notImplemented('nan_to_num', input.dtype);
      return input;
    },
    kernel: ({ input, nan, posinf, neginf }, out) => {
      if (category(out.dtype) !== 'float') {
        out.data.set(input.data as never);
        return;
      }
      const limit = FINITE_MAX[out.dtype] ?? 0;
      const [zero, high, low] = [nan ?? 0, posinf ?? limit, neginf ?? -limit];
      mapRows(input, out, (x) =>
        Number.isNaN(x) ? zero : x === Infinity ? high : x === -Infinity ? low : x,
      );
    },
  },
);

/** The angle of a number in the complex plane: 0 or π for real ones. */
export const angle = defineOp('angle(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  shape: ({ input }) => ({ dtype: partType(toFloat(input.dtype)), shape: input.shape }),
  kernel: ({ input }, out) => {
    if (category(input.dtype) === 'complex') {
      const parts = input.data as Float64Array;
      for (let i = 0; i < out.data.length; i++) {
        out.data[i] = Math.atan2(parts[2 * i + 1] as number, parts[2 * i] as number);
      }
      return;
    }
    const numbers = operandArray(input, out.dtype);
    mapRows(numbers, out, (x) => (Number.isNaN(x) ? NaN : x < 0 ? Math.PI : 0));
  },
});

export const conjPhysical = defineOp('conj_physical(Tensor input) -> Tensor', {
  as: ['function', 'method', 'inplace'],
  shape: ({ input }) => input,
  kernel: ({ input }, out) => {
    out.data.set(input.data as never);
    if (category(out.dtype) !== 'complex') return;
    for (let i = 1; i < out.data.length; i += 2) out.data[i] = -(out.data[i] as number);
  },
});

/** The real and the imaginary parts: in PyTorch views, of which the torch room keeps the numbers. */
export const realPart = defineOp('real_part(Tensor input) -> Tensor', {
  grad: 'ViewAsReal',
  shape: ({ input }) => ({ dtype: partType(input.dtype), shape: input.shape }),
  kernel: ({ input }, out) => {
    const unit = category(input.dtype) === 'complex' ? 2 : 1;
    for (let i = 0; i < out.data.length; i++) out.data[i] = input.data[unit * i] as never;
  },
});

export const imaginaryPart = defineOp('imaginary_part(Tensor input) -> Tensor', {
  grad: 'ViewAsReal',
  shape: ({ input }) => {
    check(
      category(input.dtype) === 'complex',
      () => 'imag is not implemented for tensors with non-complex dtypes.',
    );
    return { dtype: partType(input.dtype), shape: input.shape };
  },
  kernel: ({ input }, out) => {
    for (let i = 0; i < out.data.length; i++) out.data[i] = input.data[2 * i + 1] as never;
  },
});

/** Pairs in the last dimension as complex numbers, and back. */
export const viewAsComplex = defineOp('view_as_complex(Tensor input) -> Tensor', {
  shape: ({ input }) => {
    const whole: Partial<Record<DType, DType>> = { float32: 'complex64', float64: 'complex128' };
    const dtype = whole[input.dtype];
    check(
      dtype !== undefined,
      () =>
        'view_as_complex is only supported for half, float and double tensors, but got a tensor ' +
        `of scalar type: ${scalarTypeName[input.dtype]}`,
    );
    check(input.shape.length > 0, () => 'Input tensor must have one or more dimensions');
    check(sizes(input.shape).at(-1) === 2, () => 'Tensor must have a last dimension of size 2');
    return { dtype: dtype as DType, shape: input.shape.slice(0, -1) };
  },
  kernel: ({ input }, out) => {
    out.data.set(input.data as never);
  },
});

export const viewAsReal = defineOp('view_as_real(Tensor input) -> Tensor', {
  shape: ({ input }) => {
    check(
      category(input.dtype) === 'complex',
      () => 'view_as_real is only supported for complex tensors',
    );
    return { dtype: partType(input.dtype), shape: [...input.shape, 2] };
  },
  kernel: ({ input }, out) => {
    out.data.set(input.data as never);
  },
});

/** A complex number from length and angle; `torch.complex` from its parts. */
export const polar = defineOp('polar(Tensor abs, Tensor angle) -> Tensor', {
  as: ['function'],
  shape: ({ abs: length, angle: turn }) => complexType(length, turn),
  kernel: ({ abs: length, angle: turn }, out) => {
    const [r, t] = spreadPair(length, turn, out);
    for (let i = 0; i < r.length; i++) {
      out.data[2 * i] = (r[i] as number) * Math.cos(t[i] as number);
      out.data[2 * i + 1] = (r[i] as number) * Math.sin(t[i] as number);
    }
  },
});

export const complex = defineOp('complex(Tensor real, Tensor imag) -> Tensor', {
  as: ['function'],
  shape: ({ real, imag }) => complexType(real, imag),
  kernel: ({ real, imag }, out) => {
    const [re, im] = spreadPair(real, imag, out);
    for (let i = 0; i < re.length; i++) {
      out.data[2 * i] = re[i] as number;
      out.data[2 * i + 1] = im[i] as number;
    }
  },
});

function complexType(a: TensorType, b: TensorType): TensorType {
  const ok = (dtype: DType): boolean => dtype === 'float32' || dtype === 'float64';
  check(
    ok(a.dtype) && ok(b.dtype),
    () =>
      `Expected both inputs to be Half, Float or Double tensors but got ${scalarTypeName[a.dtype]} ` +
      `and ${scalarTypeName[b.dtype]}`,
  );
  check(
    a.dtype === b.dtype,
    () =>
      `Expected object of scalar type ${scalarTypeName[a.dtype]} but got scalar type ` +
      `${scalarTypeName[b.dtype]} for second argument`,
  );
  const dtype = a.dtype === 'float32' ? 'complex64' : 'complex128';
  return { dtype, shape: broadcast(a.shape, b.shape) };
}

function spreadPair(a: NdArray, b: NdArray, out: NdArray): [Float64Array, Float64Array] {
  return [broadcastTo(a, out.shape).data, broadcastTo(b, out.shape).data] as unknown as [
    Float64Array,
    Float64Array,
  ];
}
