// Fourier transforms of windows that slide over a signal, and back: torch.stft and torch.istft.
//
// https://pytorch.org/docs/stable/generated/torch.stft.html

import { intValue, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import { numberAt } from '../tensor/array.ts';
import { category, scalarTypeName } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { ambientDefault } from '../tensor/promotion.ts';
import { numel, printShape, wrapDim } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { div, mul } from './arithmetic.ts';
import { full } from './creation.ts';
import { defineOp } from './define.ts';
import { complexOf, fftBack, fftComplex, fftReal } from './fourier.ts';
import { pad } from './padding.ts';
import { viewAsComplex, viewAsReal } from './rounding.ts';
import { asStrided, expand, permute, reshape, slice, toDtype } from './shape.ts';
import { slots } from './strided.ts';

const isComplex = ({ dtype }: TensorType): boolean => category(dtype) === 'complex';

const ONE = { kind: 'int', value: 1 } as const;

/** As C++ prints what may be missing. */
const shown = (value: boolean | number | null): string =>
  value === null ? 'None' : String(Number(value));

function tensorWords({ dtype, shape }: TensorType, open = '', close = ''): string {
  return `torch.${scalarTypeName[dtype]}Tensor${open}${printShape(shape)}${close}`;
}

const windowWords = (window: Value | null): string =>
  window === null ? 'None' : tensorWords(window.type, '{', '}');

interface Frames {
  readonly n_fft: number;
  readonly hop: number;
  readonly width: number;
  readonly window: Value | null;
}

/** The window with zeros on both sides up to the transform's size; null where it would be ones. */
function fullWindow({ n_fft, width, window }: Frames, dtype: TensorType['dtype']): Value | null {
  if (window === null && width === n_fft) return null;
  const given = window ?? full({ size: [width], fill_value: ONE, dtype });
  if (width === n_fft) return given;
  const left = Math.floor((n_fft - width) / 2);
  return pad({ input: given, pad: [left, n_fft - width - left] });
}

const sizeOf = ({ type }: Value, dim: number): number => intValue(type.shape.at(dim) as Int);

export const stft = defineOp(
  "stft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, str pad_mode='reflect', bool normalized=False, bool? onesided=None, bool? return_complex=None) -> Tensor",
  {
    as: ['function', 'method'],
    grad: ({ input, return_complex }) =>
      (return_complex ?? isComplex(input)) ? 'SqueezeBackward1' : 'ViewAsReal',
    body: (args) => {
      const { n_fft, window, normalized, onesided, return_complex } = args;
      const pairs = isComplex(args.input.type) || (window !== null && isComplex(window.type));
      check(
        ambientDefault.old || return_complex !== null || pairs,
        () =>
          'stft requires the return_complex parameter be given for real inputs, and will further ' +
          'require that return_complex=True in a future PyTorch release.',
      );
      const input = args.center ? centered(args.input, n_fft, args.pad_mode) : args.input;
      const hop = args.hop_length ?? Math.floor(n_fft / 4);
      const frames: Frames = { n_fft, hop, width: args.win_length ?? n_fft, window };
      const words =
        `stft(${tensorWords(input.type)}, n_fft=${n_fft}, hop_length=${hop}, ` +
        `win_length=${frames.width}, window=${windowWords(window)}, normalized=${shown(normalized)}, ` +
        `onesided=${shown(onesided)}, return_complex=${shown(return_complex)}) : `;
      checkFrames(input, frames, words);
      const half = onesided ?? !pairs;
      check(!pairs || !half, () => 'Cannot have onesided output if window or input is complex');
      const windowed = cut(input, frames);
      const scale = normalized ? 1 / Math.sqrt(n_fft) : 1;
      const found = pairs
        ? fftComplex({ input: asPairs(windowed), dim: [2], scale, forward: true })
        : fftReal({ input: windowed, dim: [2], scale, onesided: half });
      const [, count, bins] = found.type.shape as [Int, Int, Int];
      const turned = permute({ input: found, dims: [0, 2, 1] });
      const alone = args.input.type.shape.length < 2;
      const result = alone ? reshape({ input: turned, shape: [bins, count] }) : turned;
      if (return_complex ?? pairs) return result;
      return viewAsReal({ input: result });
    },
  },
);

function asPairs(input: Value): Value {
  return isComplex(input.type) ? input : toDtype({ input, dtype: complexOf(input.type.dtype) });
}

/** Half a transform more on both sides. */
function centered(input: Value, n_fft: number, mode: string): Value {
  const { shape } = input.type;
  const rank = shape.length;
  const lifted = reshape({ input, shape: [...new Array<number>(3 - rank).fill(1), ...shape] });
  const side = Math.floor(n_fft / 2);
  const padded = pad({ input: lifted, pad: [side, side], mode });
  const length = padded.type.shape.at(-1) as Int;
  return reshape({ input: padded, shape: rank === 0 ? [length] : [...shape.slice(0, -1), length] });
}

function checkFrames(input: Value, { n_fft, hop, width, window }: Frames, words: string): void {
  const { dtype, shape } = input.type;
  const kind = category(dtype);
  check(
    kind === 'float' || kind === 'complex',
    () => `${words}expected a tensor of floating point or complex values`,
  );
  check(shape.length === 1 || shape.length === 2, () => `${words}expected a 1D or 2D tensor`);
  const length = sizeOf(input, -1);
  check(
    n_fft > 0 && n_fft <= length,
    () => `${words}expected 0 < n_fft < ${length}, but got n_fft=${n_fft}`,
  );
  check(hop > 0, () => `${words}expected hop_length > 0, but got hop_length=${hop}`);
  check(
    width > 0 && width <= n_fft,
    () => `${words}expected 0 < win_length <= n_fft, but got win_length=${width}`,
  );
  check(
    window === null || (window.type.shape.length === 1 && sizeOf(window, 0) === width),
    () =>
      `${words}expected a 1D window tensor of size equal to win_length=${width}, but got window ` +
      `with size ${printShape(window?.type.shape ?? [])}`,
  );
}

/** The windows, one after the other, of each signal. */
function cut(input: Value, frames: Frames): Value {
  const { n_fft, hop } = frames;
  const length = sizeOf(input, -1);
  const batch = input.type.shape.length === 1 ? 1 : sizeOf(input, 0);
  const count = 1 + Math.floor((length - n_fft) / hop);
  const size = [batch, count, n_fft];
  const windows = asStrided({ input, size, stride: [length, hop, 1], storage_offset: 0 });
  const window = fullWindow(frames, input.type.dtype);
  return window ? mul({ input: windows, other: window }) : windows;
}

/** Windows put back `step` apart, and added where they overlap. */
const overlapAdd = defineOp('overlap_add(Tensor input, int step) -> Tensor', {
  grad: 'UnfoldBackward',
  shape: ({ input: { dtype, shape }, step }) => {
    const [batch, count, size] = shape as [Int, Int, Int];
    return { dtype, shape: [batch, intValue(size) + step * (intValue(count) - 1)] };
  },
  kernel: ({ input, step }, out) => {
    const [batch, count, size] = input.shape as [number, number, number];
    const unit = slots(out.dtype);
    const [row, length] = [size * unit, (out.shape[1] as number) * unit];
    for (let b = 0; b < batch; b++) {
      for (let f = 0; f < count; f++) {
        const from = (b * count + f) * row;
        const to = b * length + f * step * unit;
        for (let i = 0; i < row; i++) {
          out.data[to + i] = (out.data[to + i] as number) + (input.data[from + i] as number);
        }
      }
    }
  },
});

export const istft = defineOp(
  'istft(Tensor input, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, bool normalized=False, bool? onesided=None, int? length=None, bool return_complex=False) -> Tensor',
  {
    as: ['function', 'method'],
    grad: 'SqueezeBackward1',
    refuses: ['window'],
    body: (args) => {
      const { input, n_fft, window, normalized, center, onesided, length } = args;
      check(
        ambientDefault.old || isComplex(input.type),
        () =>
          'istft requires a complex-valued input tensor matching the output from stft with ' +
          'return_complex=True.',
      );
      const hop = args.hop_length ?? Math.floor(n_fft / 4);
      const frames: Frames = { n_fft, hop, width: args.win_length ?? n_fft, window };
      const type = isComplex(input.type)
        ? `CPU${scalarTypeName[input.type.dtype]}Type${printShape(input.type.shape)}`
        : tensorWords(input.type);
      const words =
        `istft(${type}, n_fft=${n_fft}, hop_length=${hop}, win_length=${frames.width}, ` +
        `window=${windowWords(window)}, center=${shown(center)}, normalized=${shown(normalized)}, ` +
        `onesided=${shown(onesided)}, length=${shown(length)}, ` +
        `return_complex=${shown(args.return_complex)})`;
      const spectrum = checkSpectrum(input, frames, onesided, words);
      const half = onesided ?? sizeOf(spectrum, 1) !== n_fft;
      const windows = back(spectrum, frames, half, normalized, args.return_complex);
      const whole = unweighted(windows, frames, center, length, words);
      return input.type.shape.length - (isComplex(input.type) ? 0 : 1) < 3
        ? reshape({ input: whole, shape: whole.type.shape.slice(1) })
        : whole;
    },
  },
);

/** The spectrum as complex numbers, with a batch in front. */
function checkSpectrum(
  input: Value,
  { n_fft, hop, width, window }: Frames,
  onesided: boolean | null,
  name: string,
): Value {
  const words = `${name} : `;
  wrapDim(-2, input.type.shape.length);
  const pairs = isComplex(input.type);
  const shape = pairs ? [...input.type.shape, 2] : input.type.shape;
  check(numel(shape) > 0, () => `${words}input tensor cannot be empty.`);
  check(
    shape.length === 3 || shape.length === 4,
    () => `${words}expected a tensor with 3 or 4 dimensions, but got ${shape.length}`,
  );
  check(
    intValue(shape.at(-1) as Int) === 2,
    () =>
      `${words}expected the last dimension to be 2 (corresponding to real and imaginary parts), ` +
      `but got ${intValue(shape.at(-1) as Int)}`,
  );
  const bins = intValue(shape.at(-3) as Int);
  const half = onesided ?? bins !== n_fft;
  check(
    bins === (half ? Math.floor(n_fft / 2) + 1 : n_fft),
    () =>
      `${words}expected the frequency dimension (3rd to the last) of the input tensor to match ` +
      `n_fft ${half ? '/ 2 + 1 when onsided=True' : 'when onsided=False'}, but got ${bins}`,
  );
  check(hop > 0 && hop <= width, () => `${words}expected 0 < hop_length <= win_length`);
  check(width > 0 && width <= n_fft, () => `${words}expected 0 < win_length <= n_fft`);
  check(
    window === null || (window.type.shape.length === 1 && sizeOf(window, 0) === width),
    () => `${words}Invalid window shape. window has to be 1D and length of \`win_length\``,
  );
  const value = pairs ? input : viewAsComplex({ input });
  const own = value.type.shape;
  return own.length === 3 ? value : reshape({ input: value, shape: [1, ...own] });
}

/** Each window's signal, weighted by the window again. */
function back(
  spectrum: Value,
  frames: Frames,
  half: boolean,
  normalized: boolean,
  pairs: boolean,
): Value {
  const { n_fft, window } = frames;
  const turned = permute({ input: spectrum, dims: [0, 2, 1] });
  const scale = normalized ? 1 / Math.sqrt(n_fft) : 1 / n_fft;
  const weight = fullWindow(frames, turned.type.dtype === 'complex128' ? 'float64' : 'float32');
  const weighted = (input: Value): Value => (weight ? mul({ input, other: weight }) : input);
  if (pairs) {
    check(!half, () => 'Cannot have onesided output if window or input is complex');
    return weighted(fftComplex({ input: turned, dim: [2], scale, forward: false }));
  }
  check(
    window === null || !isComplex(window.type),
    () => 'Complex windows are incompatible with return_complex=False',
  );
  const end = Math.floor(n_fft / 2) + 1;
  const input = half ? turned : slice({ input: turned, dim: 2, start: 0, end });
  return weighted(fftBack({ input, dim: [2], scale, size: n_fft }));
}

/** The windows together, divided by the sum of their weights, and the part that is wanted. */
function unweighted(
  windows: Value,
  frames: Frames,
  center: boolean,
  length: number | null,
  words: string,
): Value {
  const { n_fft, hop } = frames;
  const [, count] = windows.type.shape as [Int, Int, Int];
  const signal = overlapAdd({ input: windows, step: hop });
  const total = sizeOf(signal, 1);
  const start = center ? Math.floor(n_fft / 2) : 0;
  const end = length !== null ? start + length : center ? total - Math.floor(n_fft / 2) : total;
  const range = {
    dim: 1,
    start: Math.min(start, total),
    end: Math.max(start, Math.min(end, total)),
  };
  const known = envelopeOf(frames, intValue(count));
  check(
    known === null || known.slice(range.start, range.end).every((x) => Math.abs(x) >= 1e-11),
    () => `${words} window overlap add min: 1\n[ CPUBoolType{} ]`,
  );
  const dtype = windows.type.dtype;
  const real = dtype === 'complex128' || dtype === 'float64' ? 'float64' : 'float32';
  const weight = fullWindow(frames, real) ?? full({ size: [n_fft], fill_value: ONE, dtype: real });
  const squares = expand({ input: mul({ input: weight, other: weight }), size: [1, count, n_fft] });
  const envelope = overlapAdd({ input: squares, step: hop });
  const part = div({
    input: slice({ input: signal, ...range }),
    other: slice({ input: envelope, ...range }),
  });
  return end > total ? pad({ input: part, pad: [0, end - Math.max(total, start)] }) : part;
}

/** Sums of the squares of the windows' weights, as far as they are known. */
function envelopeOf({ n_fft, hop, width, window }: Frames, count: number): Float64Array | null {
  const numbers = window ? (window.data ?? window.type.numbers ?? null) : null;
  if (window && numbers === null) return null;
  const left = Math.floor((n_fft - width) / 2);
  const sums = new Float64Array(n_fft + hop * (count - 1));
  for (let f = 0; f < count; f++) {
    for (let i = 0; i < width; i++) {
      const at = f * hop + left + i;
      sums[at] = (sums[at] as number) + (numbers ? numberAt(numbers, i) : 1) ** 2;
    }
  }
  return sums;
}
