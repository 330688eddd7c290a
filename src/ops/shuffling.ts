// Channels turned into places and back: pixel_shuffle, pixel_unshuffle, channel_shuffle.
// https://pytorch.org/docs/stable/generated/torch.nn.functional.pixel_shuffle.html

import { floorDiv, intValue, mul, type Int } from '../base/origin.ts';
import type { Value } from '../graph/graph.ts';
import { check } from '../tensor/errors.ts';
import { printShape } from '../tensor/shape.ts';
import { defineOp } from './define.ts';
import { permute, reshape } from './shape.ts';

function checkRank(name: string, input: Value): void {
  const rank = input.type.shape.length;
  check(
    rank >= 3,
    () =>
      `${name} expects input to have at least 3 dimensions, but got input with ${rank} dimension(s)`,
  );
}

/** The order of dimensions with those before the image as they are. */
function behind(lead: number, order: readonly number[]): number[] {
  return [...Array.from({ length: lead }, (_, i) => i), ...order.map((i) => i + lead)];
}

export const pixelShuffle = defineOp('pixel_shuffle(Tensor input, int upscale_factor) -> Tensor', {
  as: ['function', 'functional'],
  body: ({ input, upscale_factor: r }) => {
    checkRank('pixel_shuffle', input);
    check(r > 0, () => `pixel_shuffle expects a positive upscale_factor, but got ${r}`);
    const { shape } = input.type;
    const lead = shape.slice(0, -3);
    const [channels, height, width] = shape.slice(-3) as [Int, Int, Int];
    check(
      intValue(channels) % (r * r) === 0,
      () =>
        `pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but input.size(-3)=${intValue(channels)} is not divisible by ${r * r}`,
    );
    const left = floorDiv(channels, r * r);
    const apart = reshape({ input, shape: [...lead, left, r, r, height, width] });
    const moved = permute({ input: apart, dims: behind(lead.length, [0, 3, 1, 4, 2]) });
    return reshape({ input: moved, shape: [...lead, left, mul(height, r), mul(width, r)] });
  },
});

export const pixelUnshuffle = defineOp(
  'pixel_unshuffle(Tensor input, int downscale_factor) -> Tensor',
  {
    as: ['function', 'functional'],
    body: ({ input, downscale_factor: r }) => {
      checkRank('pixel_unshuffle', input);
      check(r > 0, () => `pixel_unshuffle expects a positive downscale_factor, but got ${r}`);
      const { shape } = input.type;
      const lead = shape.slice(0, -3);
      const [channels, height, width] = shape.slice(-3) as [Int, Int, Int];
      for (const [name, size, dim] of [
        ['height', height, -2],
        ['width', width, -1],
      ] as const) {
        check(
          intValue(size) % r === 0,
          () =>
            `pixel_unshuffle expects ${name} to be divisible by downscale_factor, but input.size(${dim})=${intValue(size)} is not divisible by ${r}`,
        );
      }
      const [rows, columns] = [floorDiv(height, r), floorDiv(width, r)];
      const apart = reshape({ input, shape: [...lead, channels, rows, r, columns, r] });
      const moved = permute({ input: apart, dims: behind(lead.length, [0, 2, 4, 1, 3]) });
      return reshape({ input: moved, shape: [...lead, mul(channels, r * r), rows, columns] });
    },
  },
);

export const channelShuffle = defineOp('channel_shuffle(Tensor input, int groups) -> Tensor', {
  as: ['function', 'functional'],
  body: ({ input, groups }) => {
    const { shape } = input.type;
    check(
      shape.length > 2,
      () =>
        `channel_shuffle expects input with > 2 dims, but got input with sizes ${printShape(shape)}`,
    );
    check(
      groups > 0,
      () => `Number of groups to divide channels in must be positive. Value of groups:${groups}`,
    );
    const [batch, channels, ...rest] = shape as [Int, Int, ...Int[]];
    check(
      intValue(channels) % groups === 0,
      () =>
        `Number of channels must be divisible by groups. Got ${intValue(channels)} channels and ${groups} groups.`,
    );
    const apart = reshape({ input, shape: [batch, groups, floorDiv(channels, groups), ...rest] });
    const order = [0, 2, 1, ...rest.map((_, i) => i + 3)];
    return reshape({ input: permute({ input: apart, dims: order }), shape });
  },
});
