// The 5,056 bytes of `torch.get_rng_state()`: what each field is, and both directions.
// PyTorch keeps the layout of Lua Torch's generator, followed by a cached float32 normal.
//
//   offset   type        field
//        0   uint64      the seed
//        8   int32       left
//       12   int32       seeded
//       16   uint64      next
//       24   uint64×624  the twister's words
//     5016   double      normal_x, unused
//     5024   double      normal_y, the second normal of the last pair
//     5032   double      normal_rho, unused
//     5040   int32       whether normal_y waits to be used
//     5048   float       the same for float32 kernels, of which the CPU has none
//     5052   bool        whether it waits

import { Mt19937 } from './mt19937.ts';

export const stateSize = 5056;
const stateSizeBefore15 = 5048;

export interface GeneratorState {
  readonly seed: bigint;
  readonly twister: Mt19937;
  /** The second of a pair of normals, if the first has been handed out alone. */
  readonly cachedNormal: number | null;
}

export function encodeState(state: GeneratorState): Uint8Array {
  const bytes = new Uint8Array(stateSize);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, state.seed, true);
  view.setInt32(8, state.twister.left, true);
  view.setInt32(12, 1, true);
  view.setUint32(16, state.twister.next, true);
  state.twister.words.forEach((word, i) => view.setUint32(24 + 8 * i, word, true));
  view.setFloat64(5024, state.cachedNormal ?? 0, true);
  view.setInt32(5040, state.cachedNormal === null ? 0 : 1, true);
  return bytes;
}

/** Throws a RangeError, in PyTorch's words, for bytes that it would refuse. */
export function decodeState(bytes: Uint8Array): GeneratorState {
  if (bytes.length !== stateSize && bytes.length !== stateSizeBefore15) {
    throw new RangeError(
      `Expected either a CPUGeneratorImplStateLegacy of size ${stateSizeBefore15} or a ` +
        `CPUGeneratorImplState of size ${stateSize} but found the input RNG state size to be ` +
        String(bytes.length),
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const twister = new Mt19937();
  twister.left = view.getInt32(8, true);
  twister.next = view.getUint32(16, true);
  const seeded = view.getInt32(12, true) !== 0;
  const { left, next } = twister;
  if (!seeded || left <= 0 || left > Mt19937.size || next > Mt19937.size) {
    throw new RangeError('Invalid mt19937 state');
  }
  for (let i = 0; i < Mt19937.size; i++) twister.words[i] = view.getUint32(24 + 8 * i, true);
  const cached = view.getInt32(5040, true) !== 0;
  return {
    seed: view.getBigUint64(0, true),
    twister,
    cachedNormal: cached ? view.getFloat64(5024, true) : null,
  };
}
