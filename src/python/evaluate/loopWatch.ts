// A loop that a live trace leaves early has one more pass under watch first: what that pass writes
// to, the passes left out would have written to as well, so it is unknown after the loop.

import { ambient, type Journal, type Restorable } from '../ambient.ts';
import { Cell } from '../values/callable.ts';
import { Dict, PyObject } from '../values/object.ts';
import { poison, Unknown } from '../values/unknown.ts';
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';

/** Notes how each object was before its first write. */
class WatchJournal implements Journal {
  readonly parent: Journal | null;
  readonly before = new Map<Restorable, () => void>();
  constructor(parent: Journal | null) {
    this.parent = parent;
  }

  touch(object: Restorable): void {
    if (this.before.has(object)) return;
    this.parent?.touch(object);
    this.before.set(object, object.snapshot());
  }
}

/** A loop in its last pass. */
export interface LoopWatch {
  readonly frame: Frame;
  readonly index: number;
  readonly journal: WatchJournal;
}

/** Begins to watch a loop, or returns false where it was watched: its last pass is over. */
export function watchLoop(vm: Interpreter, frame: Frame, index: number): boolean {
  if (endWatch(vm, frame, index)) return false;
  const journal = new WatchJournal(ambient.journal);
  vm.loopWatches.push({ frame, index, journal });
  ambient.journal = journal;
  return true;
}

/** Whether the loop is being watched. */
export function isWatched(vm: Interpreter, frame: Frame, index: number): boolean {
  return vm.loopWatches.some((watch) => watch.frame === frame && watch.index === index);
}

/** Ends the watch, and all that were begun inside it; what was written to is unknown. */
function endWatch(vm: Interpreter, frame: Frame, index: number): boolean {
  const at = vm.loopWatches.findIndex((watch) => watch.frame === frame && watch.index === index);
  if (at < 0) return false;
  const ended = vm.loopWatches.splice(at);
  ambient.journal = (ended[0] as LoopWatch).journal.parent;
  for (const { journal } of ended) {
    for (const [object, undo] of journal.before) blurSince(object, undo);
  }
  ambient.typeVersion++;
  return true;
}

const REASON = 'a loop was left early';

function blurSince(object: Restorable, undo: () => void): void {
  if (object instanceof Dict) blurDict(object, undo);
  else if (object instanceof Cell) object.value = new Unknown(REASON);
  else if ('blur' in object && typeof object.blur === 'function') object.blur();
  else if (object instanceof PyObject) poison(object);
}

/** Values that the pass changed are unknown; where it added or removed keys, all of the dict is. */
function blurDict(dict: Dict, undo: () => void): void {
  const now = dict.snapshot();
  const after = dict.values;
  undo();
  const before = dict.values;
  now();
  const sameKeys = before.size === after.size && [...before.keys()].every((key) => after.has(key));
  if (!sameKeys) {
    poison(dict);
    return;
  }
  for (const [key, value] of before) {
    if (after.get(key) !== value) dict.values.set(key, new Unknown(REASON));
  }
}
