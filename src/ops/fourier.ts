// torch.fft: discrete Fourier transforms. Three primitives, as in PyTorch: complex to complex, real
// to half of the conjugate symmetric spectrum, and back. The rest are sizes, norms and conjugates.
//
// https://pytorch.org/docs/stable/fft.html

import { intValue, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import { transformLanes, type Parts } from '../kernels/fourier.ts';
import { count, type NdArray } from '../tensor/array.ts';
import { category, isFloat, scalarTypeName, type DType } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { ambientDefault } from '../tensor/promotion.ts';
import { numel, wrapDim, type Shape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { toFloat } from './broadcast.ts';
import { defineOp } from './define.ts';
import { pad } from './padding.ts';
import { conjPhysical, partType } from './rounding.ts';
import { roll, slice, toDtype } from './shape.ts';

const isComplex = ({ dtype }: TensorType): boolean => category(dtype) === 'complex';

export function complexOf(dtype: DType): DType {
  if (category(dtype) === 'complex') return dtype;
  return dtype === 'float64' ? 'complex128' : 'complex64';
}

const transformCost = ({ input }: { readonly input: TensorType }): number =>
  10 * numel(input.shape) * Math.log2(numel(input.shape) + 2);

/** Sums over all of the dims of x · exp(∓2πi jk/n), times the scale. */
export const fftComplex = defineOp(
  'fft_complex(Tensor input, int[] dim, float scale, bool forward) -> Tensor',
  {
    grad: 'FftC2C',
    shape: ({ input }) => input,
    kernel: ({ input, dim, scale, forward }, out) => {
      join(transformed(apart(input), input.shape, dim, forward ? -1 : 1), out, scale);
    },
    cost: transformCost,
  },
);

/** The same of real numbers; of the last dim only the first half is given. */
export const fftReal = defineOp(
  'fft_real(Tensor input, int[] dim, float scale, bool onesided) -> Tensor',
  {
    grad: 'FftR2C',
    shape: ({ input, dim, onesided }) => {
      const last = dim.at(-1) as number;
      const half = (n: Int): Int => Math.floor(intValue(n) / 2) + 1;
      const shape = input.shape.map((n, d) => (onesided && d === last ? half(n) : n));
      return { dtype: complexOf(input.dtype), shape };
    },
    kernel: ({ input, dim, scale }, out) => {
      const parts = transformed(apart(input), input.shape, dim, -1);
      const last = dim.at(-1) as number;
      join(firstOf(parts, input.shape, last, out.shape[last] as number), out, scale);
    },
    cost: transformCost,
  },
);

/** Back from half of a spectrum to `size` real numbers in the last dim. */
export const fftBack = defineOp(
  'fft_back(Tensor input, int[] dim, float scale, int size) -> Tensor',
  {
    grad: 'FftC2R',
    shape: ({ input, dim, size }) => {
      const shape = input.shape.map((n, d) => (d === dim.at(-1) ? size : n));
      return { dtype: partType(input.dtype), shape };
    },
    kernel: ({ input, dim, scale, size }, out) => {
      const last = dim.at(-1) as number;
      const half = transformed(apart(input), input.shape, dim.slice(0, -1), 1);
      const whole = mirrored(half, input.shape, last, size);
      transformLanes(whole, size, strideOf(out.shape, last), 1);
      for (let i = 0; i < out.data.length; i++) out.data[i] = (whole.re[i] as number) * scale;
    },
    cost: transformCost,
  },
);

function apart({ dtype, shape, data }: NdArray): Parts {
  const n = count(shape);
  const step = category(dtype) === 'complex' ? 2 : 1;
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    re[i] = data[step * i] as number;
    if (step === 2) im[i] = data[2 * i + 1] as number;
  }
  return { re, im };
}

function join({ re, im }: Parts, out: NdArray, scale: number): void {
  for (let i = 0; i < re.length; i++) {
    out.data[2 * i] = (re[i] as number) * scale;
    out.data[2 * i + 1] = (im[i] as number) * scale;
  }
}

function transformed(
  parts: Parts,
  shape: readonly number[],
  dims: readonly number[],
  sign: 1 | -1,
): Parts {
  for (const d of dims) transformLanes(parts, shape[d] as number, strideOf(shape, d), sign);
  return parts;
}

function strideOf(shape: readonly number[], dim: number): number {
  return count(shape.slice(dim + 1));
}

/** The first `size` of a dimension. */
function firstOf(from: Parts, shape: readonly number[], dim: number, size: number): Parts {
  const n = shape[dim] as number;
  if (size === n) return from;
  const stride = strideOf(shape, dim);
  const outer = count(shape.slice(0, dim));
  const to = {
    re: new Float64Array(outer * size * stride),
    im: new Float64Array(outer * size * stride),
  };
  for (let o = 0; o < outer; o++) {
    const [at, end] = [o * n * stride, o * n * stride + size * stride];
    to.re.set(from.re.subarray(at, end), o * size * stride);
    to.im.set(from.im.subarray(at, end), o * size * stride);
  }
  return to;
}

/** A conjugate symmetric spectrum from its first half; what must be real is taken as real. */
function mirrored(half: Parts, shape: readonly number[], dim: number, size: number): Parts {
  const n = shape[dim] as number;
  const stride = strideOf(shape, dim);
  const outer = count(shape.slice(0, dim));
  const re = new Float64Array(outer * size * stride);
  const im = new Float64Array(outer * size * stride);
  for (let o = 0; o < outer; o++) {
    for (let k = 0; k < size; k++) {
      const from = Math.min(k, size - k);
      const sign = k === 0 || 2 * k === size ? 0 : 2 * k < size ? 1 : -1;
      for (let i = 0; i < stride; i++) {
        const [at, to] = [(o * n + from) * stride + i, (o * size + k) * stride + i];
        re[to] = half.re[at] as number;
        im[to] = sign * (half.im[at] as number);
      }
    }
  }
  return { re, im };
}

type Norm = string | null;

/** What a sum over n numbers is multiplied by. */
function scaleFor(norm: Norm, n: number, forward: boolean): number {
  const scaled = forward ? 'forward' : 'backward';
  check(
    norm === null || ['forward', 'backward', 'ortho'].includes(norm),
    () => `Invalid normalization mode: "${norm ?? ''}"`,
  );
  if (norm === 'ortho') return 1 / Math.sqrt(n);
  return (norm ?? 'backward') === scaled ? 1 / n : 1;
}

function promoted(input: Value, complex = false): Value {
  const float = toFloat(input.type.dtype);
  check(!float.endsWith('float16'), () => `Unsupported dtype ${scalarTypeName[float]}`);
  const dtype = complex ? complexOf(float) : float;
  return dtype === input.type.dtype ? input : toDtype({ input, dtype });
}

function requirePoints(n: number): void {
  check(n >= 1, () => `Invalid number of data points (${n}) specified`);
}

/** Zeros at the end of a dimension, or its end cut off. */
function resized(input: Value, dims: readonly number[], sizes: readonly (number | null)[]): Value {
  let value = input;
  for (const [i, dim] of dims.entries()) {
    const [wanted, has] = [sizes[i] ?? null, intValue(value.type.shape[dim] as Int)];
    if (wanted === null || wanted === has) continue;
    if (wanted < has) value = slice({ input: value, dim, start: 0, end: wanted });
    else {
      const behind = new Array<number>(2 * (value.type.shape.length - 1 - dim)).fill(0);
      value = pad({ input: value, pad: [...behind, 0, wanted - has] });
    }
  }
  return value;
}

function onlyReal(name: string, { dtype }: TensorType, kind: string): void {
  check(
    category(dtype) !== 'complex',
    () => `${name} expects a ${kind} input tensor, but got ${scalarTypeName[dtype]}`,
  );
}

interface One {
  readonly input: Value;
  readonly n: number | null;
  readonly dim: number;
  readonly norm: Norm;
}

interface Many {
  readonly input: Value;
  readonly s: readonly number[] | null;
  readonly dim: readonly number[] | null;
  readonly norm: Norm;
}

/** The input at its length, and the dimension. */
function prepared({ input, n, dim }: One, complex = false): [Value, number] {
  const value = promoted(input, complex);
  const { shape } = value.type;
  const d = shape.length === 0 ? 0 : wrapDim(dim, shape.length);
  const size = n ?? (shape.length === 0 ? 0 : intValue(shape[d] as Int));
  requirePoints(shape.length === 0 ? 0 : size);
  return [resized(value, [d], [n]), d];
}

function lengthOf({ type }: Value, dims: readonly number[]): number {
  return dims.reduce((n, d) => n * intValue(type.shape[d] as Int), 1);
}

function forwardOne(args: One): Value {
  const [input, d] = prepared(args);
  const scale = scaleFor(args.norm, lengthOf(input, [d]), true);
  if (isComplex(input.type)) return fftComplex({ input, dim: [d], scale, forward: true });
  return fftReal({ input, dim: [d], scale, onesided: false });
}

function backwardOne(args: One): Value {
  const [input, d] = prepared(args, true);
  const scale = scaleFor(args.norm, lengthOf(input, [d]), false);
  return fftComplex({ input, dim: [d], scale, forward: false });
}

function halfOne(args: One, forward: boolean): Value {
  onlyReal(forward ? 'rfft' : 'ihfft', args.input.type, 'real');
  const [input, d] = prepared(args);
  const scale = scaleFor(args.norm, lengthOf(input, [d]), forward);
  const half = fftReal({ input, dim: [d], scale, onesided: true });
  return forward ? half : conjPhysical({ input: half });
}

function realOne(args: One, forward: boolean): Value {
  const value = promoted(args.input, true);
  const { shape } = value.type;
  const d = shape.length === 0 ? 0 : wrapDim(args.dim, shape.length);
  const size = args.n ?? 2 * ((shape.length === 0 ? 0 : intValue(shape[d] as Int)) - 1);
  requirePoints(size);
  const half = resized(value, [d], [Math.floor(size / 2) + 1]);
  const input = forward ? conjPhysical({ input: half }) : half;
  return fftBack({ input, dim: [d], scale: scaleFor(args.norm, size, forward), size });
}

/** The dims of a transform over several, and the sizes that are asked of them. */
function dimsOf(shape: Shape, { s, dim }: Many): [readonly number[], readonly (number | null)[]] {
  const rank = shape.length;
  const dims = dim?.map((d) => wrapDim(d, rank));
  if (dims) check(new Set(dims).size === dims.length, () => 'FFT dims must be unique');
  if (s === null) {
    const all = dims ?? shape.map((_, d) => d);
    for (const d of all) requirePoints(intValue(shape[d] as Int));
    return [all, all.map(() => null)];
  }
  check(
    !dims || dims.length === s.length,
    () => 'When given, dim and shape arguments must have the same length',
  );
  check(
    s.length <= rank,
    () => `Got shape with ${s.length} values but input tensor only has ${rank} dimensions.`,
  );
  const chosen = dims ?? s.map((_, i) => rank - s.length + i);
  const wanted = s.map((n) => (n === -1 ? null : n));
  for (const [i, d] of chosen.entries()) requirePoints(wanted[i] ?? intValue(shape[d] as Int));
  return [chosen, wanted];
}

function complexMany(args: Many, forward: boolean): Value {
  const value = promoted(args.input, true);
  const [dims, wanted] = dimsOf(value.type.shape, args);
  check(value.type.shape.length > 0, () => 'ndim must be >= 1');
  const input = resized(value, dims, wanted);
  const scale = scaleFor(args.norm, lengthOf(input, dims), forward);
  return dims.length === 0 ? input : fftComplex({ input, dim: dims, scale, forward });
}

function halfMany(name: string, args: Many): Value {
  if (name === 'ihfftn') {
    check(
      !isComplex(args.input.type),
      () =>
        'Expected self.is_floating_point() to be true, but got false.  (Could this error message ' +
        'be improved?  If so, please report an enhancement request to PyTorch.)',
    );
  } else onlyReal(name, args.input.type, 'real-valued');
  const value = promoted(args.input);
  const [dims, wanted] = dimsOf(value.type.shape, args);
  check(dims.length > 0, () => `${name} must transform at least one axis`);
  const input = resized(value, dims, wanted);
  const forward = name === 'rfftn';
  const scale = scaleFor(args.norm, lengthOf(input, dims), forward);
  if (forward) return fftReal({ input, dim: dims, scale, onesided: true });
  // The last dim comes first, as of a real signal; the others are transformed back.
  const half = fftReal({ input, dim: dims.slice(-1), scale, onesided: true });
  const turned = conjPhysical({ input: half });
  const rest = dims.slice(0, -1);
  if (rest.length === 0) return turned;
  return fftComplex({ input: turned, dim: rest, scale: 1, forward: false });
}

function realMany(name: string, args: Many): Value {
  const value = promoted(args.input, true);
  const { shape } = value.type;
  const asked: Many = args;
  const rank = shape.length;
  const noDims = (args.dim ?? (args.s ?? shape).map(() => 0)).length === 0;
  check(!noDims, () => `${name} must transform at least one axis`);
  const [dims, wanted] = dimsOf(shape, asked);
  const last = dims.at(-1) as number;
  const own = rank === 0 ? 1 : intValue(shape[last] as Int);
  const size = wanted.at(-1) ?? 2 * (own - 1);
  requirePoints(size);
  const input = resized(value, dims, [...wanted.slice(0, -1), Math.floor(size / 2) + 1]);
  const rest = dims.slice(0, -1);
  const n = lengthOf(input, rest) * size;
  if (name === 'irfftn') {
    return fftBack({ input, dim: dims, scale: scaleFor(args.norm, n, false), size });
  }
  const scale = scaleFor(args.norm, n, true);
  const spread =
    rest.length === 0 ? input : fftComplex({ input, dim: rest, scale: 1, forward: true });
  return fftBack({ input: conjPhysical({ input: spread }), dim: [last], scale, size });
}

const one = '(Tensor input, int? n=None, int dim=-1, str? norm=None) -> Tensor';
const two = '(Tensor input, int[1]? s=None, int[1] dim=[-2,-1], str? norm=None) -> Tensor';
const many = '(Tensor input, int[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor';
const offered = { as: ['fft'] } as const;

type OneText = `fft${typeof one}`;
type ManyText = `fftn${typeof many}`;

const transform = (name: string, grad: string, body: (args: One) => Value): unknown =>
  defineOp(`${name}${one}` as OneText, { ...offered, grad, body });

defineOp(`fft${one}`, {
  ...offered,
  grad: ({ input }) => (isComplex(input) ? 'FftC2C' : 'FftR2C'),
  body: forwardOne,
});
transform('ifft', 'FftC2C', backwardOne);
transform('rfft', 'FftR2C', (args) => halfOne(args, true));
transform('ihfft', 'Conj', (args) => halfOne(args, false));
transform('irfft', 'FftC2R', (args) => realOne(args, false));
transform('hfft', 'FftC2R', (args) => realOne(args, true));

/** The form over all dims or those named, and the one over the last two. */
function transforms(name: string, grad: string, body: (args: Many) => Value): void {
  defineOp(`${name}n${many}` as ManyText, { ...offered, grad, body });
  defineOp(`${name}2${two}` as ManyText, { ...offered, grad, body });
}

transforms('fft', 'FftC2C', (args) => complexMany(args, true));
transforms('ifft', 'FftC2C', (args) => complexMany(args, false));
transforms('rfft', 'FftR2C', (args) => halfMany('rfftn', args));
transforms('ihfft', 'FftC2C', (args) => halfMany('ihfftn', args));
transforms('irfft', 'FftC2R', (args) => realMany('irfftn', args));
transforms('hfft', 'FftC2R', (args) => realMany('hfftn', args));

function shifted(input: Value, dim: readonly number[] | null, by: (n: number) => number): Value {
  const dims = dim ?? input.type.shape.map((_, d) => d);
  if (dims.length === 0) return input;
  const sizes = dims.map((d) =>
    intValue(input.type.shape[wrapDim(d, input.type.shape.length)] as Int),
  );
  return roll({ input, shifts: sizes.map(by), dims });
}

/** Puts the zero frequency in the middle, and back. */
export const fftshift = defineOp('fftshift(Tensor input, int[1]? dim=None) -> Tensor', {
  ...offered,
  grad: 'Roll',
  body: ({ input, dim }) => shifted(input, dim, (n) => Math.floor(n / 2)),
});

export const ifftshift = defineOp('ifftshift(Tensor input, int[1]? dim=None) -> Tensor', {
  ...offered,
  grad: 'Roll',
  body: ({ input, dim }) => shifted(input, dim, (n) => Math.floor((n + 1) / 2)),
});

/** k / (nd) for the frequencies k in the order of a spectrum; of a real one up to n/2. */
const frequencies = (name: 'fftfreq' | 'rfftfreq'): unknown =>
  defineOp(
    `${name}(int n, float d=1.0, *, ScalarType? dtype=None) -> Tensor` as 'fftfreq(int n, float d=1.0, *, ScalarType? dtype=None) -> Tensor',
    {
      ...offered,
      grad: null,
      shape: ({ n, dtype }) => {
        const type = dtype ?? ambientDefault.dtype;
        check(isFloat(type), () => `${name} requires a floating point or complex dtype`);
        return { dtype: type, shape: [name === 'fftfreq' ? n : Math.floor(n / 2) + 1] };
      },
      kernel: ({ n, d }, out) => {
        const middle = name === 'fftfreq' ? Math.floor((n + 1) / 2) : Infinity;
        for (let k = 0; k < out.data.length; k++) {
          out.data[k] = (k < middle ? k : k - n) * (1 / (n * d));
        }
      },
    },
  );

frequencies('fftfreq');
frequencies('rfftfreq');
