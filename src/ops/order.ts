// Ordering the elements of a lane, as PyTorch does: NaN is the largest of all, equal elements keep
// their order.

/** A lane's places, sorted by their elements. */
export function sortedPlaces(
  data: ArrayLike<number | bigint>,
  base: number,
  offsets: Int32Array,
  descending: boolean,
): Uint32Array {
  const places = Uint32Array.from(offsets.keys());
  const at = (place: number): number | bigint => data[base + (offsets[place] as number)] as number;
  const sign = descending ? -1 : 1;
  return places.sort((i, j) => sign * compare(at(i), at(j)) || i - j);
}

export function compare(x: number | bigint, y: number | bigint): number {
  if (x < y) return -1;
  if (x > y) return 1;
  if (x === y) return 0;
  return Number(y === y) - Number(x === x);
}
