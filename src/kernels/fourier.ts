// Discrete Fourier transforms of any length along one dimension: radix two where the length is a
// power of two, the sum itself where it is short, else Bluestein's chirp, which makes it a
// convolution of a power of two.
//
// https://en.wikipedia.org/wiki/Chirp_Z-transform#Bluestein's_algorithm

/** Complex numbers, their parts apart. */
export interface Parts {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * Transforms lanes of `n` numbers that lie `stride` apart, in place; unscaled. The sign is that of
 * the exponent: -1 forward.
 */
export function transformLanes({ re, im }: Parts, n: number, stride: number, sign: 1 | -1): void {
  if (n <= 1 || re.length === 0) return;
  const run = transformOf(n, sign);
  const lane = { re: new Float64Array(n), im: new Float64Array(n) };
  const block = n * stride;
  for (let start = 0; start < re.length; start += block) {
    for (let inner = 0; inner < stride; inner++) {
      const first = start + inner;
      for (let k = 0; k < n; k++) {
        lane.re[k] = re[first + k * stride] as number;
        lane.im[k] = im[first + k * stride] as number;
      }
      run(lane);
      for (let k = 0; k < n; k++) {
        re[first + k * stride] = lane.re[k] as number;
        im[first + k * stride] = lane.im[k] as number;
      }
    }
  }
}

/** Up to here the plain sum is as fast as what is cleverer. */
const SHORT = 48;

function transformOf(n: number, sign: 1 | -1): (lane: Parts) => void {
  if ((n & (n - 1)) === 0) return radixTwo(n, sign);
  return n <= SHORT ? plainSum(n, sign) : chirp(n, sign);
}

/** exp(sign · 2πi · k / n) for k below n. */
function roots(n: number, sign: number): Parts {
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    re[k] = cosine(k, n);
    im[k] = sign * cosine(k - n / 4, n);
  }
  return { re, im };
}

/** cos(2πk/n), exact at the quarters of the circle. */
function cosine(k: number, n: number): number {
  const turn = Math.abs(k) / n;
  if (turn === 0.25 || turn === 0.75) return 0;
  return Math.cos(2 * Math.PI * turn);
}

function plainSum(n: number, sign: number): (lane: Parts) => void {
  const w = roots(n, sign);
  const from = { re: new Float64Array(n), im: new Float64Array(n) };
  return ({ re, im }) => {
    from.re.set(re);
    from.im.set(im);
    for (let k = 0; k < n; k++) {
      let [x, y] = [0, 0];
      for (let j = 0, turn = 0; j < n; j++, turn = (turn + k) % n) {
        const [a, b] = [from.re[j] as number, from.im[j] as number];
        const [c, s] = [w.re[turn] as number, w.im[turn] as number];
        x += a * c - b * s;
        y += a * s + b * c;
      }
      re[k] = x;
      im[k] = y;
    }
  };
}

function radixTwo(n: number, sign: number): (lane: Parts) => void {
  const w = roots(n, sign);
  const bits = Math.log2(n);
  const reversed = new Uint32Array(n);
  for (let i = 1; i < n; i++) {
    reversed[i] = ((reversed[i >> 1] as number) >> 1) | ((i & 1) << (bits - 1));
  }
  return ({ re, im }) => {
    for (let i = 0; i < n; i++) {
      const j = reversed[i] as number;
      if (j <= i) continue;
      [re[i], re[j]] = [re[j] as number, re[i] as number];
      [im[i], im[j]] = [im[j] as number, im[i] as number];
    }
    for (let half = 1; half < n; half *= 2) butterflies(re, im, w, half, n);
  };
}

function butterflies(re: Float64Array, im: Float64Array, w: Parts, half: number, n: number): void {
  const step = n / (2 * half);
  for (let start = 0; start < n; start += 2 * half) {
    for (let k = 0; k < half; k++) {
      const [i, j] = [start + k, start + k + half];
      const [c, s] = [w.re[k * step] as number, w.im[k * step] as number];
      const [a, b] = [re[j] as number, im[j] as number];
      const x = a * c - b * s;
      const y = a * s + b * c;
      re[j] = (re[i] as number) - x;
      im[j] = (im[i] as number) - y;
      re[i] = (re[i] as number) + x;
      im[i] = (im[i] as number) + y;
    }
  }
}

/** jk = (j² + k² - (k-j)²) / 2, so the sum is a convolution with a chirp. */
function chirp(n: number, sign: number): (lane: Parts) => void {
  let size = 1;
  while (size < 2 * n - 1) size *= 2;
  const forward = radixTwo(size, -1);
  const back = radixTwo(size, 1);
  const turns = roots(2 * n, sign);
  const w = { re: new Float64Array(n), im: new Float64Array(n) };
  const filter = { re: new Float64Array(size), im: new Float64Array(size) };
  for (let k = 0, square = 0; k < n; square = (square + 2 * k + 1) % (2 * n), k++) {
    w.re[k] = turns.re[square] as number;
    w.im[k] = turns.im[square] as number;
    for (const at of k === 0 ? [0] : [k, size - k]) {
      filter.re[at] = w.re[k] as number;
      filter.im[at] = -(w.im[k] as number);
    }
  }
  forward(filter);
  const work = { re: new Float64Array(size), im: new Float64Array(size) };
  return ({ re, im }) => {
    work.re.fill(0);
    work.im.fill(0);
    work.re.set(re);
    work.im.set(im);
    multiply(work, w, n, 1);
    forward(work);
    multiply(work, filter, size, 1);
    back(work);
    multiply(work, w, n, 1 / size);
    re.set(work.re.subarray(0, n));
    im.set(work.im.subarray(0, n));
  };
}

function multiply({ re, im }: Parts, by: Parts, n: number, scale: number): void {
  for (let k = 0; k < n; k++) {
    const [a, b] = [re[k] as number, im[k] as number];
    const [c, s] = [by.re[k] as number, by.im[k] as number];
    re[k] = (a * c - b * s) * scale;
    im[k] = (a * s + b * c) * scale;
  }
}
