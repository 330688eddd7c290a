// Resampling along one dimension after the other: each place of the output is a weighted sum of a
// few places ("taps") of the input. Weights are computed in the input's precision, as PyTorch has
// them, because the place they round to depends on it.

export interface Taps {
  /** How many taps a place has. */
  readonly count: number;
  readonly places: Int32Array;
  readonly weights: Float64Array;
}

/** The last two look at all that a place of a smaller output covers, as Pillow does. */
export type Interpolation =
  'nearest' | 'nearest-exact' | 'linear' | 'cubic' | 'linear-covering' | 'cubic-covering';

interface Line {
  readonly from: number;
  readonly to: number;
  readonly alignCorners: boolean;
  /** The factor that the user gave; null where it follows from the sizes. */
  readonly factor: number | null;
  readonly single: boolean;
}

/** The taps of one dimension. */
export function tapsOf(mode: Interpolation, line: Line): Taps {
  const { from, to, single } = line;
  const round = single ? Math.fround : (x: number): number => x;
  if (mode === 'linear-covering') return coveringTaps(line, 1, triangle, round);
  if (mode === 'cubic-covering') return coveringTaps(line, 2, keys, round);
  const count = { nearest: 1, 'nearest-exact': 1, linear: 2, cubic: 4 }[mode];
  const places = new Int32Array(to * count);
  const weights = new Float64Array(to * count).fill(1);
  const step = stepOf(mode, line, round);
  const clamp = (place: number): number => Math.min(Math.max(place, 0), from - 1);
  for (let i = 0; i < to; i++) {
    if (mode === 'nearest') places[i] = Math.min(Math.floor(round(i * step)), from - 1);
    else if (mode === 'nearest-exact') {
      places[i] = Math.min(Math.floor(round(round(i + 0.5) * step)), from - 1);
    } else {
      const center = line.alignCorners ? round(i * step) : round(round(step * (i + 0.5)) - 0.5);
      const at = mode === 'linear' ? Math.max(center, 0) : center;
      const place = Math.min(Math.floor(at), from - 1);
      const rest = Math.min(Math.max(round(at - place), 0), 1);
      const all = mode === 'linear' ? [1 - rest, rest] : cubicWeights(rest);
      all.forEach((weight, k) => {
        places[i * count + k] = clamp(place + k - (mode === 'cubic' ? 1 : 0));
        weights[i * count + k] = weight;
      });
    }
  }
  return { count, places, weights };
}

/** Taps under a filter that grows as the output gets smaller; `reach` is its own on one side. */
function coveringTaps(
  line: Line,
  reach: number,
  filter: (x: number) => number,
  round: (x: number) => number,
): Taps {
  const { from, to } = line;
  const step = stepOf('linear', line, round);
  const growth = Math.max(step, 1);
  const support = round(reach * growth);
  const count = Math.ceil(support) * 2 + 1;
  const places = new Int32Array(to * count);
  const weights = new Float64Array(to * count);
  const inverse = round(1 / growth);
  for (let i = 0; i < to; i++) {
    const center = round(step * (i + 0.5));
    const first = Math.max(Math.trunc(round(round(center - support) + 0.5)), 0);
    const end = Math.min(Math.trunc(round(round(center + support) + 0.5)), from);
    let sum = 0;
    for (let k = 0; k < count; k++) {
      const place = first + k;
      places[i * count + k] = Math.min(place, from - 1);
      if (place >= end) continue;
      const weight = round(filter(round(round(round(k + first - center) + 0.5) * inverse)));
      weights[i * count + k] = weight;
      sum = round(sum + weight);
    }
    if (sum === 0) continue;
    for (let k = i * count; k < (i + 1) * count; k++) {
      weights[k] = round((weights[k] as number) / sum);
    }
  }
  return { count, places, weights };
}

function triangle(x: number): number {
  return Math.max(1 - Math.abs(x), 0);
}

/** Keys' convolution with A = −0.5. */
function keys(x: number): number {
  const A = -0.5;
  const t = Math.abs(x);
  if (t < 1) return ((A + 2) * t - (A + 3)) * t * t + 1;
  return t < 2 ? (((t - 5) * t + 8) * t - 4) * A : 0;
}

/** How far two neighbours of the output lie apart in the input. */
function stepOf(mode: Interpolation, line: Line, round: (x: number) => number): number {
  const { from, to, alignCorners, factor } = line;
  if (alignCorners && !mode.startsWith('nearest')) return to > 1 ? round((from - 1) / (to - 1)) : 0;
  return factor !== null && factor > 0 ? round(1 / factor) : round(from / to);
}

/** Keys' convolution with A = −0.75. */
export function cubicWeights(t: number): readonly number[] {
  const A = -0.75;
  const near = (x: number): number => ((A + 2) * x - (A + 3)) * x * x + 1;
  const far = (x: number): number => ((A * x - 5 * A) * x + 8 * A) * x - 4 * A;
  return [far(t + 1), near(t), near(1 - t), far(2 - t)];
}

/** Resamples the middle dimension of `[outer, from, inner]`. */
export function resampleLine(
  x: Float64Array,
  outer: number,
  from: number,
  inner: number,
  taps: Taps,
): Float64Array {
  const to = taps.places.length / taps.count;
  const y = new Float64Array(outer * to * inner);
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < to; i++) {
      const target = (o * to + i) * inner;
      for (let k = 0; k < taps.count; k++) {
        const source = (o * from + (taps.places[i * taps.count + k] as number)) * inner;
        const weight = taps.weights[i * taps.count + k] as number;
        if (weight === 0) continue;
        for (let j = 0; j < inner; j++) {
          y[target + j] = (y[target + j] as number) + weight * (x[source + j] as number);
        }
      }
    }
  }
  return y;
}
