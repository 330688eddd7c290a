// The third kind of wrong: our own mistake. Never thrown for what a user wrote.

export class InvariantViolation extends Error {
  override readonly name = 'InvariantViolation';
}

/** Throws when something that our own code guarantees does not hold. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantViolation(message);
}

/** For the end of an exhaustive switch. */
export function unreachable(value: never): never {
  throw new InvariantViolation(`unreachable: ${String(value)}`);
}
