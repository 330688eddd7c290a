// Pools in plain JavaScript: each plane of the input is seen through a window, of which the greatest
// element or the average remains. All ranks have three spatial dimensions, missing ones of size 1.

type Floats = Float64Array;
export type Triple = readonly [number, number, number];

/** Where the windows of one dimension begin and end, before padding is cut off and after. */
export interface WindowEdges {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The length that counts when padding is included in an average. */
  readonly lengths: Int32Array;
  readonly step: number;
}

export interface Windows {
  readonly planes: number;
  readonly input: Triple;
  readonly output: Triple;
  readonly edges: readonly [WindowEdges, WindowEdges, WindowEdges];
}

/** Windows of one size at regular distances. */
export function regularEdges(
  size: number,
  count: number,
  kernel: number,
  stride: number,
  padding: number,
  dilation: number,
): WindowEdges {
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  const lengths = new Int32Array(count);
  for (let o = 0; o < count; o++) {
    const start = o * stride - padding;
    const end = start + (kernel - 1) * dilation + 1;
    lengths[o] = Math.min(end, size + padding) - start;
    starts[o] = start < 0 ? start + Math.ceil(-start / dilation) * dilation : start;
    ends[o] = Math.min(end, size);
  }
  return { starts, ends, lengths, step: dilation };
}

/** Windows that share the input out among the places of the output, as evenly as can be. */
export function adaptiveEdges(size: number, count: number): WindowEdges {
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  for (let o = 0; o < count; o++) {
    starts[o] = Math.floor((o * size) / count);
    ends[o] = Math.ceil(((o + 1) * size) / count);
  }
  return { starts, ends, lengths: ends.map((end, i) => end - (starts[i] as number)), step: 1 };
}

/** The greatest of each window, and its place in the plane. NaN is greater than all. */
export function maxPool(
  x: Floats,
  y: Floats,
  places: BigInt64Array | null,
  windows: Windows,
): void {
  const { planes, input, output, edges } = windows;
  const [, height, width] = input;
  const plane = input[0] * height * width;
  const [depths, rows, columns] = edges;
  let o = 0;
  for (let p = 0; p < planes; p++) {
    const base = p * plane;
    for (let a = 0; a < output[0]; a++) {
      for (let b = 0; b < output[1]; b++) {
        for (let c = 0; c < output[2]; c++) {
          const [z0, y0, x0] = [depths.starts[a], rows.starts[b], columns.starts[c]] as number[];
          const right = columns.ends[c] as number;
          let most = -Infinity;
          let place = ((z0 as number) * height + (y0 as number)) * width + (x0 as number);
          for (let i = z0 as number; i < (depths.ends[a] as number); i += depths.step) {
            for (let j = y0 as number; j < (rows.ends[b] as number); j += rows.step) {
              const row = (i * height + j) * width;
              for (let k = x0 as number; k < right; k += columns.step) {
                const value = x[base + row + k] as number;
                if (value > most || value !== value) {
                  most = value;
                  place = row + k;
                }
              }
            }
          }
          y[o] = most;
          if (places) places[o] = BigInt(place);
          o++;
        }
      }
    }
  }
}

/** The sum of each window, divided by what `divisor` says of the window's two sizes. */
export function averagePool(
  x: Floats,
  write: (place: number, average: number) => void,
  windows: Windows,
  divisor: (withPadding: number, withoutPadding: number) => number,
): void {
  const { planes, input, output, edges } = windows;
  const [, height, width] = input;
  const plane = input[0] * height * width;
  const [depths, rows, columns] = edges;
  let o = 0;
  for (let p = 0; p < planes; p++) {
    const base = p * plane;
    for (let a = 0; a < output[0]; a++) {
      const [z0, z1] = [depths.starts[a] as number, depths.ends[a] as number];
      for (let b = 0; b < output[1]; b++) {
        const [y0, y1] = [rows.starts[b] as number, rows.ends[b] as number];
        for (let c = 0; c < output[2]; c++, o++) {
          const [x0, x1] = [columns.starts[c] as number, columns.ends[c] as number];
          const inside = Math.max(z1 - z0, 0) * Math.max(y1 - y0, 0) * Math.max(x1 - x0, 0);
          if (inside === 0) continue;
          let sum = 0;
          for (let i = z0; i < z1; i++) {
            for (let j = y0; j < y1; j++) {
              const row = base + (i * height + j) * width;
              for (let k = row + x0; k < row + x1; k++) sum += x[k] as number;
            }
          }
          const [dl, rl, cl] = [depths.lengths[a], rows.lengths[b], columns.lengths[c]] as number[];
          const whole = (dl as number) * (rl as number) * (cl as number);
          write(o, sum / divisor(whole, inside));
        }
      }
    }
  }
}
