// The functions of `math` on integers. What they compute is charged by its size before.

import { callSpecial } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { typeName } from '../evaluate/attributes.ts';
import { index } from '../evaluate/protocols.ts';
import { native } from '../native.ts';
import { raise } from '../values/exception.ts';
import { bitLength, intOf, normalise } from '../values/integers.ts';
import type { Value } from '../values/object.ts';
import { isUnknown, Unknown } from '../values/unknown.ts';

/** A function of integers; of unknown ones the result is unknown. */
function ofIntegers<Args extends (bigint | undefined)[]>(
  signature: string,
  compute: (vm: Interpreter, ...args: Args) => bigint,
) {
  return native(signature, (vm: Interpreter, ...args: (Value | Value[] | undefined)[]) => {
    const values = args.flat().filter((value) => value !== undefined && value !== null);
    if (values.some(isUnknown)) return new Unknown('computed from an unknown number');
    return normalise(
      compute(vm, ...(values.map((value) => BigInt(index(vm, value as Value))) as Args)),
    );
  });
}

export const integerFunctions = {
  factorial: native('factorial(x, /)', (vm: Interpreter, value: Value) => {
    if (isUnknown(value)) return new Unknown('computed from an unknown number');
    if (intOf(value) === undefined && callSpecial(vm, value, '__index__', []) === undefined) {
      raise('TypeError', `'${typeName(value)}' object cannot be interpreted as an integer`);
    }
    return normalise(factorial(vm, BigInt(index(vm, value))));
  }),
  gcd: ofIntegers('gcd(*integers)', (_vm: Interpreter, ...all: bigint[]) => all.reduce(gcd, 0n)),
  lcm: ofIntegers('lcm(*integers)', (vm: Interpreter, ...all: bigint[]) =>
    all.reduce((a, b) => {
      if (a === 0n || b === 0n) return 0n;
      vm.charge((bitLength(a) + bitLength(b)) / 8);
      const multiple = (a / gcd(a, b)) * b;
      return multiple < 0n ? -multiple : multiple;
    }, 1n),
  ),
  comb: ofIntegers('comb(n, k, /)', (vm: Interpreter, n: bigint, k: bigint) => {
    checkSizes(n, k);
    if (k > n) return 0n;
    const few = k > n - k ? n - k : k;
    if (few > LONG_MAX) {
      raise('OverflowError', `min(n - k, k) must not exceed ${LONG_MAX}`);
    }
    chargeProduct(vm, Number(few) * bitLength(n));
    return product(n - few + 1n, n) / product(1n, few);
  }),
  perm: ofIntegers('perm(n, k=None, /)', (vm: Interpreter, n: bigint, k?: bigint) => {
    if (k === undefined) return factorial(vm, n);
    checkSizes(n, k);
    if (k > n) return 0n;
    if (k > LONG_MAX) raise('OverflowError', `k must not exceed ${LONG_MAX}`);
    chargeProduct(vm, Number(k) * bitLength(n));
    return product(n - k + 1n, n);
  }),
  isqrt: ofIntegers('isqrt(n, /)', (_vm: Interpreter, n: bigint) => {
    if (n < 0n) raise('ValueError', 'isqrt() argument must be nonnegative');
    return integerRoot(n);
  }),
};

function factorial(vm: Interpreter, n: bigint): bigint {
  if (n < 0n) raise('ValueError', 'factorial() not defined for negative values');
  if (n > LONG_MAX) {
    raise('OverflowError', `factorial() argument should not exceed ${LONG_MAX}`);
  }
  chargeProduct(vm, Number(n) * Math.log2(Math.max(2, Number(n) / Math.E)));
  return product(1n, n);
}

const LONG_MAX = 2n ** 63n - 1n;

function checkSizes(n: bigint, k: bigint): void {
  if (n < 0n) raise('ValueError', 'n must be a non-negative integer');
  if (k < 0n) raise('ValueError', 'k must be a non-negative integer');
}

/** A product's bytes, as often as the tree of its parts has levels. */
function chargeProduct(vm: Interpreter, bits: number): void {
  vm.charge((bits / 8) * Math.max(1, Math.log2(bits / 64)));
}

/** from · (from + 1) · … · to, in halves of a size, which multiply faster than one by one. */
function product(from: bigint, to: bigint): bigint {
  if (to < from) return 1n;
  if (to - from < 16n) {
    let result = from;
    for (let i = from + 1n; i <= to; i++) result *= i;
    return result;
  }
  const middle = (from + to) / 2n;
  return product(from, middle) * product(middle + 1n, to);
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

/** The root rounded down, by Newton's method from above. */
function integerRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt((bitLength(n) + 1) >> 1);
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}
