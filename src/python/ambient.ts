// What belongs to the run that is executing right now. JavaScript runs one slice of one run at a
// time; the interpreter sets these when a slice starts and clears them when it ends. Containers
// reach the undo journal and Python's own `__hash__`/`__eq__` through here, since passing the
// interpreter to every `dict.set` would cost more than the lookup. Imports nothing.

/** Something whose state can be put back. */
export interface Restorable {
  snapshot(): () => void;
}

export interface Journal {
  /** Called before a write; the first write of an object keeps its old state. */
  touch(object: Restorable): void;
}

export const ambient = {
  journal: null as Journal | null,
  typeVersion: 1,
  lastId: 0,
  keyOf: ((value: unknown) => value) as (value: unknown) => unknown,
  /** While an object's own `__hash__` runs for a look-up: the values whose hash it asked for. */
  hashed: null as unknown[] | null,
};
