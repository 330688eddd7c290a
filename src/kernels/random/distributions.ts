// Single draws from distributions beyond uniform and normal, in double precision, from the same bits
// as PyTorch's CPU takes, in the same order.

/** What the generator gives. */
export interface Source {
  uniform53(): number;
  normal(): number;
}

export function cauchy(source: Source, median: number, sigma: number): number {
  return median + sigma * Math.tan(Math.PI * (source.uniform53() - 0.5));
}

/** How many trials until the first success. */
export function geometric(source: Source, p: number): number {
  return Math.ceil(Math.log(source.uniform53()) / Math.log1p(-p));
}

/** Below 10 by multiplying uniforms; above, W. Hörmann's transformed rejection (PTRS, 1993). */
export function poisson(source: Source, rate: number, logGamma: (x: number) => number): number {
  if (rate === 0) return 0;
  if (!(rate >= 10)) return smallPoisson(source, rate);
  const root = Math.sqrt(rate);
  const b = 0.931 + 2.53 * root;
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const vr = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = source.uniform53() - 0.5;
    const v = source.uniform53();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + rate + 0.43);
    if (us >= 0.07 && v <= vr) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const left = Math.log(v) + Math.log(inverseAlpha) - Math.log(a / (us * us) + b);
    if (left <= k * Math.log(rate) - rate - logGamma(k + 1)) return k;
  }
}

function smallPoisson(source: Source, rate: number): number {
  if (!(rate > 0)) return NaN;
  const least = Math.exp(-rate);
  let count = 0;
  for (let product = source.uniform53(); product > least; product *= source.uniform53()) count++;
  return count;
}

/** The successes among `count` trials. */
export function binomial(
  source: Source,
  count: number,
  p: number,
  logGamma: (x: number) => number,
): number {
  if (count <= 0 || p <= 0) return 0;
  if (p >= 1) return count;
  if (Number.isNaN(count) || Number.isNaN(p)) return NaN;
  const rare = Math.min(p, 1 - p);
  const many = count * rare >= 10;
  const found = many ? rejected(source, count, rare, logGamma) : waited(source, count, rare);
  return p <= 0.5 ? found : count - found;
}

/** By the waiting times between successes. */
function waited(source: Source, count: number, p: number): number {
  const logarithm = Math.log1p(-p);
  let [time, found] = [0, 0];
  for (;;) {
    time += Math.ceil(Math.log(source.uniform53()) / logarithm);
    if (time > count) return found;
    found++;
  }
}

/** W. Hörmann's transformed rejection for the binomial distribution (BTRS, 1993). */
function rejected(
  source: Source,
  count: number,
  p: number,
  logGamma: (x: number) => number,
): number {
  const deviation = Math.sqrt(count * p * (1 - p));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = count * p + 0.5;
  const vr = 0.92 - 4.2 / b;
  const odds = p / (1 - p);
  const alpha = (2.83 + 5.1 / b) * deviation;
  const mode = Math.floor((count + 1) * p);
  const weight = (k: number): number =>
    k * Math.log(odds) - logGamma(k + 1) - logGamma(count - k + 1);
  for (;;) {
    const u = source.uniform53() - 0.5;
    const v = source.uniform53();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + c);
    if (k < 0 || k > count) continue;
    if (us >= 0.07 && v <= vr) return k;
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= weight(k) - weight(mode)) return k;
  }
}

/** G. Marsaglia and W. Tsang's method (2000); a shape below 1 by way of the next one. */
export function gamma(source: Source, shape: number): number {
  let scale = 1;
  let alpha = shape;
  if (alpha < 1) {
    if (alpha === 0) return 0;
    scale = (1 - source.uniform53()) ** (1 / alpha);
    alpha++;
  }
  const d = alpha - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    let x = source.normal();
    let y = 1 + c * x;
    while (y <= 0) {
      x = source.normal();
      y = 1 + c * x;
    }
    const v = y * y * y;
    const u = 1 - source.uniform53();
    const square = x * x;
    if (u < 1 - 0.0331 * square * square) return scale * d * v;
    if (Math.log(u) < square / 2 + d * (1 - v + Math.log(v))) return scale * d * v;
  }
}
