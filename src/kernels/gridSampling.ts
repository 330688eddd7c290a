// Sampling at places that a grid gives: https://pytorch.org/docs/stable/generated/torch.nn.functional.grid_sample.html
// A place is computed along each dimension for itself; the result is a sum over the taps of all.

import { cubicWeights } from './resampling.ts';

export type Padding = 'zeros' | 'border' | 'reflection';

export interface Sampling {
  readonly mode: 'bilinear' | 'nearest' | 'bicubic';
  readonly padding: Padding;
  readonly alignCorners: boolean;
}

/** Where along a dimension of `size` to look, with what weight; what lies outside is left out. */
interface Tap {
  readonly place: number;
  readonly weight: number;
}

/** `output[n, c, …] = Σ input[n, c, taps]`; the grid's last dimension counts from the innermost. */
export function sampleGrid(
  input: { readonly data: ArrayLike<number>; readonly shape: readonly number[] },
  grid: { readonly data: ArrayLike<number>; readonly shape: readonly number[] },
  sampling: Sampling,
  write: (at: number, value: number) => void,
): void {
  const [batch = 0, channels = 0, ...sizes] = input.shape;
  const rank = sizes.length;
  const plane = sizes.reduce((n, size) => n * size, 1);
  const points = grid.shape.slice(1, -1).reduce((n, size) => n * size, 1);
  for (let n = 0; n < batch; n++) {
    for (let point = 0; point < points; point++) {
      const from = (n * points + point) * rank;
      const taps = sizes.map((size, d) =>
        tapsAt(grid.data[from + rank - 1 - d] as number, size, sampling),
      );
      const weighted = combined(taps, sizes);
      for (let c = 0; c < channels; c++) {
        const start = (n * channels + c) * plane;
        let sum = 0;
        for (const { place, weight } of weighted)
          sum += (input.data[start + place] as number) * weight;
        write((n * channels + c) * points + point, sum);
      }
    }
  }
}

/** All combinations of taps, at places of the flat plane. */
function combined(taps: readonly (readonly Tap[])[], sizes: readonly number[]): readonly Tap[] {
  let all: Tap[] = [{ place: 0, weight: 1 }];
  for (const [d, own] of taps.entries()) {
    const size = sizes[d] as number;
    all = all.flatMap((tap) =>
      own.map(({ place, weight }) => ({
        place: tap.place * size + place,
        weight: tap.weight * weight,
      })),
    );
  }
  return all;
}

function tapsAt(coordinate: number, size: number, sampling: Sampling): readonly Tap[] {
  const { mode, padding, alignCorners } = sampling;
  // −1 and 1 are the centres of the outermost elements, or their outer edges.
  const raw = alignCorners
    ? ((coordinate + 1) / 2) * (size - 1)
    : ((coordinate + 1) * size - 1) / 2;
  if (mode === 'bicubic') {
    const base = Math.floor(raw);
    return cubicWeights(raw - base).flatMap((weight, k) => {
      const place = within(base - 1 + k, size, padding, alignCorners);
      return inside(Math.trunc(place), weight, size);
    });
  }
  const at = within(raw, size, padding, alignCorners);
  if (mode === 'nearest') return inside(roundHalfToEven(at), 1, size);
  const base = Math.floor(at);
  const rest = at - base;
  return [...inside(base, 1 - rest, size), ...inside(base + 1, rest, size)];
}

function inside(place: number, weight: number, size: number): readonly Tap[] {
  return place >= 0 && place < size ? [{ place, weight }] : [];
}

/** A place moved into the input, as the padding has it; NaN goes to the border. */
function within(at: number, size: number, padding: Padding, alignCorners: boolean): number {
  if (padding === 'zeros') return at;
  const clip = (x: number): number => Math.min(size - 1, Math.max(0, Number.isNaN(x) ? 0 : x));
  if (padding === 'border') return clip(at);
  return clip(alignCorners ? reflected(at, 0, size - 1) : reflected(at, -0.5, size - 0.5));
}

function reflected(at: number, low: number, high: number): number {
  const span = high - low;
  if (span === 0) return 0;
  const distance = Math.abs(at - low);
  const extra = distance % span;
  return Math.floor(distance / span) % 2 === 0 ? low + extra : high - extra;
}

function roundHalfToEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest !== 0.5) return Math.round(x);
  return floor % 2 === 0 ? floor : floor + 1;
}
