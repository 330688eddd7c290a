// a·b + c rounded once, as the processors on which PyTorch's numbers are recorded do it: its
// distribution kernels are compiled with fused multiply-add, and scaling a uniform shows it.

/** For float32 operands. Their product is exact in a double; only the sum needs care. */
export function fusedMultiplyAdd32(a: number, b: number, c: number): number {
  const product = a * b;
  const sum = product + c;
  double[0] = sum;
  // Rounding the double again is wrong only where the double lies halfway between two floats
  // and something was lost in making it.
  if ((low() & 0x1fffffff) !== 0x10000000) return Math.fround(sum);
  const lost = sumError(product, c, sum);
  if (lost === 0) return Math.fround(sum);
  bits[lowWord] = low() + (lost > 0 === sum > 0 ? 1 : -1);
  return Math.fround(double[0] as number);
}

/** For doubles of moderate size, where neither the product nor its parts overflow. */
export function fusedMultiplyAdd64(a: number, b: number, c: number): number {
  const product = a * b;
  const sum = product + c;
  return sum + (sumError(product, c, sum) + productError(a, b, product));
}

const double = new Float64Array(1);
const bits = new Uint32Array(double.buffer);
const lowWord = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 0 : 1;

function low(): number {
  return bits[lowWord] as number;
}

/** What `sum = a + b` lost, exactly (Knuth's TwoSum). */
function sumError(a: number, b: number, sum: number): number {
  const tail = sum - a;
  return a - (sum - tail) + (b - tail);
}

/** What `product = a * b` lost, exactly (Dekker's product over halves of 26 bits). */
function productError(a: number, b: number, product: number): number {
  const aHigh = upperHalf(a);
  const aLow = a - aHigh;
  const bHigh = upperHalf(b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

function upperHalf(value: number): number {
  const scaled = value * 134217729; // 2^27 + 1
  return scaled - (scaled - value);
}
