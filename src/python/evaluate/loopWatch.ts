// A loop that a live trace leaves early has one more pass under watch first: what that pass writes
// to, the passes left out would have written to as well, so it is unknown after the loop. A loop whose
// end is in doubt is watched from its start (doubt.ts).

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

/** A loop in its last pass, or one whose end is in doubt. */
export interface LoopWatch {
  readonly frame: Frame;
  readonly index: number;
  readonly journal: WatchJournal;
  readonly why: 'last pass' | 'from the start';
  /** From the start: its end is in doubt for certain, not only perhaps. */
  readonly certain: boolean;
}

/** Begins to watch a loop, or returns false where it was watched: its last pass is over. */
export function watchLoop(vm: Interpreter, frame: Frame, index: number): boolean {
  if (endWatch(vm, frame, index, 'last pass', true)) return false;
  watch(vm, { frame, index, why: 'last pass', certain: true });
  return true;
}

/** Begins to watch a loop before its first pass. */
export function watchFromStart(
  vm: Interpreter,
  frame: Frame,
  index: number,
  certain: boolean,
): void {
  dropStale(vm);
  watch(vm, { frame, index, why: 'from the start', certain });
}

function watch(vm: Interpreter, loop: Omit<LoopWatch, 'journal'>): void {
  const journal = new WatchJournal(ambient.journal);
  vm.loopWatches.push({ ...loop, journal });
  ambient.journal = journal;
}

/** Whether the loop is in its last pass. */
export function isWatched(vm: Interpreter, frame: Frame, index: number): boolean {
  return find(vm, frame, index, 'last pass') >= 0;
}

/** Ends the watch, and all that were begun inside it; what was written to may be unknown then. */
function endWatch(
  vm: Interpreter,
  frame: Frame,
  index: number,
  why: LoopWatch['why'],
  unknown: boolean,
): boolean {
  const at = find(vm, frame, index, why);
  if (at < 0) return false;
  const ended = vm.loopWatches.splice(at);
  ambient.journal = (ended[0] as LoopWatch).journal.parent;
  if (!unknown) return true;
  for (const { journal } of ended) {
    for (const [object, undo] of journal.before) blurSince(object, undo, frame);
  }
  ambient.typeVersion++;
  return true;
}

/** Ends the watch of a loop that is over; true where its end was in doubt for certain. */
export function dropWatch(
  vm: Interpreter,
  frame: Frame,
  index: number,
  doubtful: boolean,
): boolean {
  const at = find(vm, frame, index, 'from the start');
  if (at < 0) return false;
  const { certain } = vm.loopWatches[at] as LoopWatch;
  endWatch(vm, frame, index, 'from the start', certain || doubtful);
  return certain;
}

/** Ends watches of loops that a `return` or an exception left. */
function dropStale(vm: Interpreter): void {
  const { loopWatches } = vm;
  if (loopWatches.length === 0) return;
  const running = new Set<unknown>();
  for (let work = vm.top; work !== null; work = work.back) running.add(work);
  const at = loopWatches.findIndex(
    ({ frame, index, why }) =>
      why === 'from the start' && !(running.has(frame) && isInside(frame, index)),
  );
  if (at < 0) return;
  ambient.journal = (loopWatches[at] as LoopWatch).journal.parent;
  loopWatches.length = at;
}

function isInside({ pc, code }: Frame, index: number): boolean {
  const loop = code.loops[index];
  return loop !== undefined && pc / 2 > loop.start && pc / 2 <= loop.end;
}

function find(vm: Interpreter, frame: Frame, index: number, why: LoopWatch['why']): number {
  return vm.loopWatches.findIndex(
    (watch) => watch.frame === frame && watch.index === index && watch.why === why,
  );
}

const REASON = 'a loop was left early';

function blurSince(object: Restorable, undo: () => void, frame: Frame): void {
  if (object instanceof Dict) {
    blurDict(object, undo, object === frame.globals || object === frame.locals);
  } else if (object instanceof Cell) object.value = new Unknown(REASON);
  else if ('blur' in object && typeof object.blur === 'function') object.blur();
  else if (object instanceof PyObject) poison(object);
}

/**
 * Values that the pass changed are unknown; where it added or removed keys, all of the dict is, but
 * for the names of a module or a class, which are unknown each by itself.
 */
function blurDict(dict: Dict, undo: () => void, isNamespace: boolean): void {
  const now = dict.snapshot();
  const after = dict.values;
  undo();
  const before = dict.values;
  now();
  const sameKeys = before.size === after.size && [...before.keys()].every((key) => after.has(key));
  if (!sameKeys && !isNamespace) {
    poison(dict);
    return;
  }
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    if (after.get(key) !== before.get(key)) dict.values.set(key, new Unknown(REASON));
  }
}
