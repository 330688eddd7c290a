// Padding: https://pytorch.org/docs/stable/generated/torch.nn.functional.pad.html

import { add, intValue, type Int } from '../base/origin.ts';
import { slots } from './strided.ts';
import { allocate, store, type NdArray } from '../tensor/array.ts';
import { category, isFloat } from '../tensor/dtype.ts';
import { check } from '../tensor/errors.ts';
import { printShape, sizes, type Shape } from '../tensor/shape.ts';
import type { TensorType } from '../tensor/type.ts';
import { notImplemented } from './binary.ts';
import { defineOp } from './define.ts';

const MODES = ['constant', 'reflect', 'replicate', 'circular'] as const;
type Mode = (typeof MODES)[number];

/** How many elements come before and after each dimension; PyTorch lists the last one first. */
function amounts(rank: number, pad: Shape): readonly (readonly [Int, Int])[] {
  return Array.from({ length: rank }, (_, d) => {
    const i = 2 * (rank - 1 - d);
    return [pad[i] ?? 0, pad[i + 1] ?? 0] as const;
  });
}

export const pad = defineOp(
  "pad(Tensor input, SymInt[] pad, str mode='constant', float? value=None) -> Tensor",
  {
    as: ['functional'],
    grad: ({ pad, mode }) => {
      const named = { reflect: 'ReflectionPad', replicate: 'ReplicationPad' }[mode];
      if (named) return `${named}${pad.length / 2}D`;
      return mode === 'circular' ? 'CopySlices' : 'ConstantPadNd';
    },
    shape: ({ input, pad, mode, value }) => {
      const { shape } = input;
      check(isMode(mode), () => `Unrecognised padding mode ${mode}`, 'NotImplementedError');
      check(pad.length % 2 === 0, () => 'Padding length must be divisible by 2');
      check(pad.length <= 2 * shape.length, () => 'Padding length too large');
      if (mode !== 'constant') checkMode(mode, input, pad, value);
      const padded = amounts(shape.length, pad).map(([before, after], d) =>
        add(add(shape[d] as Int, before), after),
      );
      if (mode === 'constant') checkConstant(shape, pad);
      else checkSizes(mode, shape, pad, padded);
      return { dtype: input.dtype, shape: padded };
    },
    kernel: ({ input, pad, mode, value }, out) => {
      const fill: NdArray = { dtype: out.dtype, shape: [], data: allocate(out.dtype, 1) };
      store(fill, 0, value ?? 0);
      const places = amounts(input.shape.length, pad).map(([before], d) =>
        sourcePlaces(
          mode as Mode,
          input.shape[d] as number,
          out.shape[d] as number,
          intValue(before),
        ),
      );
      copyPlaces(input, out, places, fill.data[0] as number | bigint);
    },
    onnx: (g, { input, pad, mode, value }, out) => {
      const onnxMode = { constant: 'constant', reflect: 'reflect', replicate: 'edge' }[mode];
      const numbers = sizes(pad);
      const known = ['float32', 'float64', 'int32', 'int64'].includes(out.dtype);
      if (!known || onnxMode === undefined || numbers.some((n) => n < 0)) return null;
      const all = amounts(input.type.shape.length, numbers);
      const pads = [...all.map(([before]) => before), ...all.map(([, after]) => after)].map(
        intValue,
      );
      const fill = g.scalar(
        category(out.dtype) === 'int' ? Math.trunc(value ?? 0) : (value ?? 0),
        out.dtype,
      );
      return g.add('Pad', [input, g.ints(pads), fill], { mode: onnxMode }, out);
    },
  },
);

export const constantPadNd = defineOp(
  'constant_pad_nd(Tensor input, SymInt[] pad, float value=0) -> Tensor',
  {
    as: ['function'],
    body: ({ input, pad: amount, value }) => pad({ input, pad: amount, value }),
  },
);

function isMode(mode: string): mode is Mode {
  return (MODES as readonly string[]).includes(mode);
}

function checkMode(
  mode: Exclude<Mode, 'constant'>,
  input: TensorType,
  pad: Shape,
  value: number | null,
): void {
  const { shape, dtype } = input;
  check(!value, () => `Padding mode "${mode}" doesn't take in value argument`);
  const rank = pad.length / 2;
  check(
    [1, 2, 3].includes(rank) && [rank + 1, rank + 2].includes(shape.length),
    () => 'Only 2D, 3D, 4D, 5D padding with non-constant padding are supported for now',
    'NotImplementedError',
  );
  if (mode === 'circular') {
    const expected = 2 * (shape.length - 2);
    check(
      pad.length === expected,
      () => `Invalid padding size, expected ${expected} but got ${pad.length}`,
    );
  } else if (!isFloat(dtype) && category(dtype) !== 'complex') {
    notImplemented(kernelName(mode, rank), dtype);
  }
}

function kernelName(mode: 'reflect' | 'replicate', rank: number): string {
  if (mode === 'replicate') return `replication_pad${rank}d_cpu`;
  return rank === 3 ? 'reflection_pad3d_cpu' : `reflection_pad${rank}d`;
}

/** Negative padding cuts off, first before and then after. */
function checkConstant(shape: Shape, pad: Shape): void {
  amounts(shape.length, pad).forEach(([before, after], d) => {
    const size = intValue(shape[d] as Int);
    const [left, right] = [intValue(before), intValue(after)];
    check(
      -left <= size,
      () =>
        `Dimension out of range (expected to be in range of [${-size}, ${size - 1}], but got ${-left})`,
      'IndexError',
    );
    const kept = size + Math.min(left, 0);
    check(
      right >= 0 || kept + right >= 0,
      () => `start (0) + length (${kept + right}) exceeds dimension size (${kept}).`,
    );
  });
}

function checkSizes(
  mode: Exclude<Mode, 'constant'>,
  shape: Shape,
  pad: Shape,
  padded: Shape,
): void {
  const rank = pad.length / 2;
  const dims = Array.from({ length: rank }, (_, i) => shape.length - 1 - i);
  for (const [i, d] of dims.entries()) {
    const size = intValue(shape[d] as Int);
    const [before, after] = [intValue(pad[2 * i] as Int), intValue(pad[2 * i + 1] as Int)];
    if (mode === 'reflect') {
      check(
        before < size && after < size,
        () =>
          `Argument #${4 + 2 * i}: Padding size should be less than the corresponding input dimension, but got: padding (${before}, ${after}) at dimension ${d} of input ${rank === 2 ? shape.length : printShape(shape)}`,
      );
    } else if (mode === 'circular') {
      check(
        before <= size && after <= size,
        () => 'Padding value causes wrapping around more than once.',
      );
      check(
        size + before + after > 0,
        () => 'Negative padding value is resulting in an empty dimension',
      );
    }
  }
  const negative = sizes(padded).find((n) => n < 0);
  check(
    negative === undefined,
    () =>
      `Trying to create tensor with negative dimension ${negative as number}: ${printShape(padded)}`,
  );
}

/** For each place of a padded dimension the place that it shows; -1 for the constant. */
function sourcePlaces(mode: Mode, size: number, padded: number, before: number): Int32Array {
  // What negative padding cuts off takes no part in a circle.
  const first = Math.max(-before, 0);
  const end = Math.min(size, padded - before);
  const around = end - first;
  return Int32Array.from({ length: padded }, (_, i) => {
    const place = i - before;
    if (place >= 0 && place < size) return place;
    if (mode === 'constant' || size === 0) return -1;
    if (mode === 'replicate') return place < 0 ? 0 : size - 1;
    if (mode === 'circular') return first + ((((place - first) % around) + around) % around);
    return place < 0 ? -place : 2 * (size - 1) - place;
  });
}

/** Copies the elements that lie at given places of each dimension. */
export function copyPlaces(
  input: NdArray,
  out: NdArray,
  places: readonly Int32Array[],
  fill: number | bigint,
): void {
  const [from, to] = [input.data as Float64Array, out.data as Float64Array];
  const width = slots(out.dtype);
  const rank = places.length;
  let o = 0;
  const walk = (d: number, base: number): void => {
    if (d === rank) {
      for (let k = 0; k < width; k++) {
        to[o++] = base < 0 ? (k === 0 ? (fill as number) : 0) : (from[base * width + k] as number);
      }
      return;
    }
    const size = input.shape[d] as number;
    const here = places[d] as Int32Array;
    if (d === rank - 1 && width === 1) {
      for (const place of here) {
        to[o++] = base < 0 || place < 0 ? (fill as number) : (from[base * size + place] as number);
      }
      return;
    }
    for (const place of here) walk(d + 1, base < 0 || place < 0 ? -1 : base * size + place);
  };
  walk(0, 0);
}
