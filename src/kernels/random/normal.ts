// Normals for a contiguous tensor of 16 elements or more. The tensor is first filled with uniforms
// of its own dtype; then in each block of 16, element j and element j + 8 make one pair of normals
// (Box and Muller). If the length is not a multiple of 16, the last 16 elements are drawn once more
// and made into normals again, over what the last full block had left there.

import type { FloatArray } from './generator.ts';

interface Uniforms {
  uniform24(): number;
  uniform53(): number;
}

export function fillNormalBlocks(
  uniforms: Uniforms,
  out: FloatArray,
  mean: number,
  std: number,
): void {
  const single = out instanceof Float32Array;
  const pair = single ? pair32 : pair64;
  const draw = () => (single ? uniforms.uniform24() : uniforms.uniform53());

  for (let i = 0; i < out.length; i++) out[i] = draw();
  for (let i = 0; i + 16 <= out.length; i += 16) block(out, i, pair, mean, std);
  if (out.length % 16 !== 0) {
    const tail = out.length - 16;
    for (let i = tail; i < out.length; i++) out[i] = draw();
    block(out, tail, pair, mean, std);
  }
}

type Pair = (out: FloatArray, at: number, mean: number, std: number) => void;

function block(out: FloatArray, start: number, pair: Pair, mean: number, std: number): void {
  for (let j = 0; j < 8; j++) pair(out, start + j, mean, std);
}

/** Rounded to float32 where PyTorch's vector code rounds: the angle's error shows in the result. */
function pair32(out: FloatArray, at: number, mean: number, std: number): void {
  const u1 = Math.fround(1 - (out[at] as number));
  const radius = Math.fround(Math.sqrt(Math.fround(-2 * Math.fround(Math.log(u1)))));
  const angle = Math.fround(turn32 * (out[at + 8] as number));
  out[at] = Math.fround(radius * Math.fround(Math.cos(angle))) * std + mean;
  out[at + 8] = Math.fround(radius * Math.fround(Math.sin(angle))) * std + mean;
}

function pair64(out: FloatArray, at: number, mean: number, std: number): void {
  const radius = Math.sqrt(-2 * Math.log(1 - (out[at] as number)));
  const angle = 2 * Math.PI * (out[at + 8] as number);
  out[at] = radius * Math.cos(angle) * std + mean;
  out[at + 8] = radius * Math.sin(angle) * std + mean;
}

const turn32 = Math.fround(2 * Math.PI);
