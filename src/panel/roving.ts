// Walking a list with the keyboard: one of its elements is reached with Tab, the others from there.

/** Where a key leads from a place among `count`; null where the key has nothing to do with it. */
export function neighbour(key: string, place: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(place + 1, count - 1);
    case 'ArrowUp':
      return Math.max(place - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
