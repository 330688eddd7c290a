// Convolutions in plain JavaScript: as a product of matrices, or, where a group has few channels of
// output, row by row.

import type { NdArray } from '../tensor/array.ts';
import { Unsupported } from '../tensor/errors.ts';
import { addBlock, packRows } from './gemm.ts';

/** All ranks as three spatial dimensions, the missing ones of size 1. */
export interface ConvolutionShape {
  readonly batch: number;
  readonly inputChannels: number;
  readonly outputChannels: number;
  readonly groups: number;
  readonly input: readonly [number, number, number];
  readonly output: readonly [number, number, number];
  readonly kernel: readonly [number, number, number];
  readonly stride: readonly [number, number, number];
  readonly padding: readonly [number, number, number];
  readonly dilation: readonly [number, number, number];
}

type Floats = Float64Array;

/** output[n, o] = bias[o] + Σ weight[o, c, k] · input[n, c, …], summed in double precision. */
export function convolve(
  input: NdArray,
  weight: NdArray,
  bias: NdArray | null,
  out: NdArray,
  shape: ConvolutionShape,
): void {
  const { batch, groups, inputChannels, outputChannels } = shape;
  const plane = product(shape.output);
  const perGroup = inputChannels / groups;
  const outPerGroup = outputChannels / groups;
  const inner = perGroup * product(shape.kernel);
  const inputPlane = product(shape.input);
  const sums = new Float64Array(outPerGroup * plane);
  const x = new Float64Array(inputPlane * inputChannels);
  const [source, factors] = [doubles(input), doubles(weight)];
  requireExact(source, factors, inner, out);
  for (let n = 0; n < batch; n++) {
    x.set(source.subarray(n * x.length, (n + 1) * x.length));
    for (let group = 0; group < groups; group++) {
      const first = group * outPerGroup;
      for (let o = 0; o < outPerGroup; o++) {
        const start = bias === null ? 0 : Number(bias.data[first + o]);
        sums.fill(start, o * plane, (o + 1) * plane);
      }
      const from = group * perGroup * inputPlane;
      const weights = first * inner;
      if (outPerGroup < 4) addPlanes(x, from, factors, weights, sums, shape);
      else addPatches(x, from, factors, weights, sums, shape);
      store(sums, out, (n * outputChannels + first) * plane);
    }
  }
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((a, b) => a * b, 1);
}

/** A group of few output channels: each pair of channels for itself. */
function addPlanes(
  x: Floats,
  from: number,
  weights: Floats,
  first: number,
  sums: Floats,
  shape: ConvolutionShape,
): void {
  const plane = product(shape.output);
  const window = product(shape.kernel);
  const channels = shape.inputChannels / shape.groups;
  for (let o = 0; o * plane < sums.length; o++) {
    const target = sums.subarray(o * plane, (o + 1) * plane);
    for (let c = 0; c < channels; c++) {
      const weight = first + (o * channels + c) * window;
      addChannel(x, from + c * product(shape.input), weights, weight, target, shape);
    }
  }
}

/**
 * A group as a product of matrices: the weights by the patches of the input, of which four at a time
 * are laid out.
 */
function addPatches(
  x: Floats,
  from: number,
  weights: Floats,
  first: number,
  sums: Floats,
  shape: ConvolutionShape,
): void {
  const plane = product(shape.output);
  const channels = shape.inputChannels / shape.groups;
  const inner = channels * product(shape.kernel);
  const rows = sums.length / plane;
  const packed = packRows(weights, first, rows, inner);
  const patches = new Float64Array(inner * 4);
  for (let place = 0; place < plane; place += 4) {
    const width = Math.min(4, plane - place);
    patches.fill(0);
    for (let j = 0; j < width; j++) layPatch(x, from, place + j, patches, j, shape);
    for (let row = 0; row < rows; row += 4) {
      const height = Math.min(4, rows - row);
      addBlock(
        packed,
        row * inner,
        patches,
        inner,
        sums,
        row * plane + place,
        plane,
        height,
        width,
      );
    }
  }
}

/** Writes what the window sees at one place of the output; outside the input there are zeros. */
function layPatch(
  x: Floats,
  from: number,
  place: number,
  patches: Floats,
  lane: number,
  shape: ConvolutionShape,
): void {
  const [id, ih, iw] = shape.input;
  const [, oh, ow] = shape.output;
  const [kd, kh, kw] = shape.kernel;
  const [dd, dh, dw] = shape.dilation;
  const z0 = Math.floor(place / (oh * ow)) * shape.stride[0] - shape.padding[0];
  const y0 = (Math.floor(place / ow) % oh) * shape.stride[1] - shape.padding[1];
  const x0 = (place % ow) * shape.stride[2] - shape.padding[2];
  const channels = shape.inputChannels / shape.groups;
  let to = lane;
  for (let c = 0; c < channels; c++) {
    for (let a = 0; a < kd; a++) {
      const z = z0 + a * dd;
      for (let b = 0; b < kh; b++) {
        const y = y0 + b * dh;
        if (z < 0 || z >= id || y < 0 || y >= ih) {
          to += 4 * kw;
          continue;
        }
        const row = from + ((c * id + z) * ih + y) * iw;
        for (let k = 0; k < kw; k++, to += 4) {
          const at = x0 + k * dw;
          if (at >= 0 && at < iw) patches[to] = x[row + at] as number;
        }
      }
    }
  }
}

/** Adds what one input channel gives to one output plane. */
function addChannel(
  x: Floats,
  channel: number,
  weights: Floats,
  first: number,
  sums: Floats,
  shape: ConvolutionShape,
): void {
  const [id, ih, iw] = shape.input;
  const [od, oh, ow] = shape.output;
  const [kd, kh, kw] = shape.kernel;
  const [sd, sh, sw] = shape.stride;
  const [pd, ph, pw] = shape.padding;
  const [dd, dh, dw] = shape.dilation;
  let w = first;
  for (let a = 0; a < kd; a++) {
    for (let b = 0; b < kh; b++) {
      for (let c = 0; c < kw; c++) {
        const factor = weights[w++] as number;
        const left = c * dw - pw;
        const from = Math.max(0, Math.ceil(-left / sw));
        const to = Math.min(ow, Math.floor((iw - 1 - left) / sw) + 1);
        for (let z = 0; z < od; z++) {
          const iz = z * sd + a * dd - pd;
          if (iz < 0 || iz >= id) continue;
          for (let y = 0; y < oh; y++) {
            const iy = y * sh + b * dh - ph;
            if (iy < 0 || iy >= ih) continue;
            let source = channel + (iz * ih + iy) * iw + left + from * sw;
            const target = (z * oh + y) * ow;
            for (let i = target + from; i < target + to; i++) {
              sums[i] = (sums[i] as number) + factor * (x[source] as number);
              source += sw;
            }
          }
        }
      }
    }
  }
}

/** The gradient of a convolution: each input element spreads over the output, weighted. */
export function convolveTransposed(
  input: NdArray,
  weight: NdArray,
  bias: NdArray | null,
  out: NdArray,
  shape: ConvolutionShape,
): void {
  const { batch, groups, inputChannels, outputChannels } = shape;
  const [od, oh, ow] = shape.output;
  const [id, ih, iw] = shape.input;
  const plane = od * oh * ow;
  const inputPlane = id * ih * iw;
  const perGroup = inputChannels / groups;
  const outPerGroup = outputChannels / groups;
  const window = shape.kernel[0] * shape.kernel[1] * shape.kernel[2];
  const sums = new Float64Array(plane);
  const [x, factors] = [doubles(input), doubles(weight)];
  requireExact(x, factors, window * perGroup, out);
  for (let n = 0; n < batch; n++) {
    for (let o = 0; o < outputChannels; o++) {
      sums.fill(bias === null ? 0 : Number(bias.data[o]));
      const group = Math.floor(o / outPerGroup);
      for (let c = 0; c < perGroup; c++) {
        const channel = group * perGroup + c;
        const weights = (channel * outPerGroup + (o % outPerGroup)) * window;
        const source = (n * inputChannels + channel) * inputPlane;
        spreadChannel(x, source, factors, weights, sums, shape);
      }
      store(sums, out, (n * outputChannels + o) * plane);
    }
  }
}

function doubles({ data }: NdArray): Floats {
  return data instanceof BigInt64Array ? Float64Array.from(data, Number) : (data as Floats);
}

/** Integers are summed as doubles, which holds as long as no sum leaves what those count exactly. */
function requireExact(x: Floats, factors: Floats, terms: number, out: NdArray): void {
  if (!(out.data instanceof BigInt64Array)) return;
  if (largest(x) * largest(factors) * terms < Number.MAX_SAFE_INTEGER) return;
  throw new Unsupported('a convolution of integers this large');
}

function store(sums: Floats, { data }: NdArray, to: number): void {
  if (data instanceof BigInt64Array) data.set(Array.from(sums, BigInt), to);
  else (data as Floats).set(sums, to);
}

function largest(values: Floats): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function spreadChannel(
  x: Floats,
  source: number,
  weights: Floats,
  first: number,
  sums: Floats,
  shape: ConvolutionShape,
): void {
  const [id, ih, iw] = shape.input;
  const [od, oh, ow] = shape.output;
  const [kd, kh, kw] = shape.kernel;
  const [sd, sh, sw] = shape.stride;
  const [pd, ph, pw] = shape.padding;
  const [dd, dh, dw] = shape.dilation;
  let w = first;
  for (let a = 0; a < kd; a++) {
    for (let b = 0; b < kh; b++) {
      for (let c = 0; c < kw; c++) {
        const factor = weights[w++] as number;
        for (let z = 0; z < id; z++) {
          const oz = z * sd + a * dd - pd;
          if (oz < 0 || oz >= od) continue;
          for (let y = 0; y < ih; y++) {
            const oy = y * sh + b * dh - ph;
            if (oy < 0 || oy >= oh) continue;
            for (let i = 0; i < iw; i++) {
              const at = i * sw + c * dw - pw;
              if (at < 0 || at >= ow) continue;
              const place = (oz * oh + oy) * ow + at;
              sums[place] =
                (sums[place] as number) + factor * (x[source + (z * ih + y) * iw + i] as number);
            }
          }
        }
      }
    }
  }
}
