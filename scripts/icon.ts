// Draws media/icon.png: a residual block, two layers with a shortcut around them.
//
//   npm run icon

import fs from 'node:fs';
import { deflateSync, crc32 as zlibCrc } from 'node:zlib';

type Color = readonly [red: number, green: number, blue: number];
/** How deep a point lies inside a form, in pixels; negative outside. */
type Form = (x: number, y: number) => number;

const size = 256;
const background: Color = [32, 35, 46];
const flame: Color = [238, 96, 54];
const mist: Color = [176, 188, 208];

const picture: readonly (readonly [Form, Color])[] = [
  [box(128, 128, 128, 128, 52), background],
  [line(128, 30, 128, 226, 5), mist],
  [arc(128, 128, 74, 7), mist],
  [box(128, 98, 44, 17, 8), flame],
  [box(128, 158, 44, 17, 8), flame],
  [circle(128, 202, 15), mist],
  [line(119, 202, 137, 202, 2.5), background],
  [line(128, 193, 128, 211, 2.5), background],
];

fs.writeFileSync(new URL('../media/icon.png', import.meta.url), png(paint()));

function paint(): Uint8Array {
  const pixels = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const at = (y * size + x) * 4;
      for (const [form, color] of picture) {
        // Half a pixel on either side of the edge blends: that is all the smoothing needed.
        const cover = Math.min(1, Math.max(0, form(x + 0.5, y + 0.5) + 0.5));
        if (cover > 0) blend(pixels, at, color, cover);
      }
    }
  }
  return pixels;
}

function blend(pixels: Uint8Array, at: number, color: Color, cover: number): void {
  const below = (pixels[at + 3] ?? 0) / 255;
  const alpha = cover + below * (1 - cover);
  color.forEach((channel, i) => {
    const under = (pixels[at + i] ?? 0) * below * (1 - cover);
    pixels[at + i] = Math.round((channel * cover + under) / alpha);
  });
  pixels[at + 3] = Math.round(alpha * 255);
}

function circle(cx: number, cy: number, radius: number): Form {
  return (x, y) => radius - Math.hypot(x - cx, y - cy);
}

function line(x1: number, y1: number, x2: number, y2: number, half: number): Form {
  const length = Math.hypot(x2 - x1, y2 - y1);
  return (x, y) => {
    const along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length;
    const t = Math.min(length, Math.max(0, along)) / length;
    return half - Math.hypot(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1));
  };
}

/** A box with round corners, given by its middle and half its sides. */
function box(cx: number, cy: number, halfX: number, halfY: number, corner: number): Form {
  return (x, y) => {
    const dx = Math.abs(x - cx) - halfX + corner;
    const dy = Math.abs(y - cy) - halfY + corner;
    return corner - Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) - Math.min(Math.max(dx, dy), 0);
  };
}

/** The right half of a ring. */
function arc(cx: number, cy: number, radius: number, half: number): Form {
  return (x, y) => Math.min(half - Math.abs(Math.hypot(x - cx, y - cy) - radius), x - cx);
}

/** PNG, 8 bits RGBA, no filter: https://www.w3.org/TR/png/ */
function png(pixels: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y++) {
    rows.set(pixels.subarray(y * size * 4, (y + 1) * size * 4), y * (size * 4 + 1) + 1);
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(zlibCrc(body), body.length + 4);
  return frame;
}
