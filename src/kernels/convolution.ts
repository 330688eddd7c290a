// Convolutions in plain JavaScript. For each output plane the rows of the input are added up,
// weighted, along the innermost dimension: the loop that the engine can run fast.

import type { NdArray } from '../tensor/array.ts';

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
  const [od, oh, ow] = shape.output;
  const plane = od * oh * ow;
  const perGroup = inputChannels / groups;
  const outPerGroup = outputChannels / groups;
  const [id, ih, iw] = shape.input;
  const [kd, kh, kw] = shape.kernel;
  const inputPlane = id * ih * iw;
  const sums = new Float64Array(plane);
  const x = new Float64Array(inputPlane * inputChannels);
  const source = input.data as Floats;
  for (let n = 0; n < batch; n++) {
    x.set(source.subarray(n * x.length, (n + 1) * x.length));
    for (let o = 0; o < outputChannels; o++) {
      sums.fill(bias === null ? 0 : Number(bias.data[o]));
      const group = Math.floor(o / outPerGroup);
      for (let c = 0; c < perGroup; c++) {
        const channel = (group * perGroup + c) * inputPlane;
        const weights = (o * perGroup + c) * kd * kh * kw;
        addChannel(x, channel, weight.data as Floats, weights, sums, shape);
      }
      (out.data as Floats).set(sums, (n * outputChannels + o) * plane);
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
  for (let n = 0; n < batch; n++) {
    for (let o = 0; o < outputChannels; o++) {
      sums.fill(bias === null ? 0 : Number(bias.data[o]));
      const group = Math.floor(o / outPerGroup);
      for (let c = 0; c < perGroup; c++) {
        const channel = group * perGroup + c;
        const weights = (channel * outPerGroup + (o % outPerGroup)) * window;
        const source = (n * inputChannels + channel) * inputPlane;
        spreadChannel(input.data as Floats, source, weight.data as Floats, weights, sums, shape);
      }
      (out.data as Floats).set(sums, (n * outputChannels + o) * plane);
    }
  }
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
