// Iterators that pass on some of the items of others: chain, compress, dropwhile, takewhile,
// filterfalse, islice, starmap, pairwise and batched.

import { call } from '../../evaluate/call.ts';
import type { Interpreter } from '../../evaluate/interpreter.ts';
import {
  DONE,
  pause,
  Pending,
  steps,
  wait,
  type Result,
  type Steps,
} from '../../evaluate/pending.ts';
import { collect, iterate, next, truth } from '../../evaluate/protocols.ts';
import { then } from '../../evaluate/then.ts';
import { Tuple } from '../../values/containers.ts';
import { types, type Value } from '../../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../../values/unknown.ts';
import { Itertool } from './itertool.ts';

export class Chain extends Itertool {
  /** The iterables that are left; null at the end. */
  sources: Value | null = null;
  active: Value = null;
  /** Whether there is an active iterator: None is no iterator, but could be a value. */
  running = false;
  step(vm: Interpreter): Result | Steps {
    if (this.sources === null) return DONE;
    if (this.running) {
      const item = next(vm, this.active);
      if (item instanceof Pending) return this.#search(vm, item);
      if (item !== DONE) return item;
      this.running = false;
    }
    return this.#search(vm, null);
  }

  *#search(vm: Interpreter, first: Pending | null): Steps {
    let waiting = first;
    for (let i = 1; ; i++) {
      if (this.running) {
        const result = waiting ?? next(vm, this.active);
        waiting = null;
        const item = result instanceof Pending ? yield* wait(result) : result;
        if (item !== DONE) return item;
        this.running = false;
      }
      const following = next(vm, this.sources);
      const source = following instanceof Pending ? yield* wait(following) : following;
      if (source === DONE) {
        this.sources = null;
        return DONE;
      }
      if (isUnknown(source)) return new Unknown(reasonOf(source));
      const iterator = iterate(vm, source);
      this.active = iterator instanceof Pending ? yield* wait(iterator) : iterator;
      this.running = true;
      if ((i & 0xfff) === 0) yield* pause(vm, 0x1000);
    }
  }
}

/** Passes on those items of one source whose test is as wanted. */
abstract class Tested extends Itertool {
  func: Value = null;
  source: Value = null;
  /** The truth of the test of an item; null where it is unknown. */
  *test(vm: Interpreter, item: Value): Generator<Pending, boolean | null, Value> {
    const plain = this.func === null || this.func === types['bool'];
    const result = plain ? item : yield* wait(call(vm, this.func, [item]));
    if (isUnknown(result)) return null;
    const decided = yield* wait(truth(vm, result));
    return isUnknown(decided) ? null : decided === true;
  }
}

const UNDECIDED = 'kept or not by a test that is not known';

export class DropWhile extends Tested {
  started = false;
  step(vm: Interpreter): Result | Steps {
    return this.started ? next(vm, this.source) : this.#search(vm);
  }

  *#search(vm: Interpreter): Steps {
    for (let i = 1; ; i++) {
      const item = yield* wait(next(vm, this.source));
      if (item === DONE) return DONE;
      const dropped = yield* this.test(vm, item);
      if (dropped === null) return new Unknown(UNDECIDED);
      if (!dropped) {
        this.started = true;
        return item;
      }
      if ((i & 0xfff) === 0) yield* pause(vm, 0x1000);
    }
  }
}

export class TakeWhile extends Tested {
  stopped = false;
  *step(vm: Interpreter): Steps {
    if (this.stopped) return DONE;
    const item = yield* wait(next(vm, this.source));
    if (item === DONE) return DONE;
    const taken = yield* this.test(vm, item);
    if (taken === null) return new Unknown(UNDECIDED);
    if (taken) return item;
    this.stopped = true;
    return DONE;
  }
}

export class FilterFalse extends Tested {
  *step(vm: Interpreter): Steps {
    for (let i = 1; ; i++) {
      const item = yield* wait(next(vm, this.source));
      if (item === DONE) return DONE;
      const test = yield* this.test(vm, item);
      if (test === null) return new Unknown(UNDECIDED);
      if (!test) return item;
      if ((i & 0xfff) === 0) yield* pause(vm, 0x1000);
    }
  }
}

export class Compress extends Itertool {
  data: Value = null;
  selectors: Value = null;
  *step(vm: Interpreter): Steps {
    for (let i = 1; ; i++) {
      const item = yield* wait(next(vm, this.data));
      if (item === DONE) return DONE;
      const selector = yield* wait(next(vm, this.selectors));
      if (selector === DONE) return DONE;
      const kept = yield* wait(truth(vm, selector));
      if (isUnknown(kept)) return new Unknown(UNDECIDED);
      if (kept === true) return item;
      if ((i & 0xfff) === 0) yield* pause(vm, 0x1000);
    }
  }
}

export class Slice extends Itertool {
  /** Null once the end was met. */
  source: Value = null;
  ended = false;
  wanted = 0;
  stop: number | null = null;
  by = 1;
  taken = 0;
  step(vm: Interpreter): Result | Steps {
    if (this.ended) return DONE;
    if (this.stop !== null && this.wanted >= this.stop) return this.#skip(vm);
    if (this.taken < this.wanted) return this.#skip(vm);
    return then(next(vm, this.source), (item) => this.#given(item));
  }

  #given(item: Value): Value {
    if (item === DONE) return this.#end();
    this.taken++;
    this.wanted += this.by;
    if (this.stop !== null && this.wanted > this.stop) this.wanted = this.stop;
    return item;
  }

  #end(): Value {
    this.ended = true;
    this.source = null;
    return DONE;
  }

  /** Reads what is not passed on. */
  *#skip(vm: Interpreter): Steps {
    while (this.taken < this.wanted) {
      if ((yield* wait(next(vm, this.source))) === DONE) return this.#end();
      this.taken++;
      if ((this.taken & 0xfff) === 0) yield* pause(vm, 0x1000);
    }
    if (this.stop !== null && this.taken >= this.stop) return this.#end();
    return this.#given(yield* wait(next(vm, this.source)));
  }
}

export class StarMap extends Itertool {
  func: Value = null;
  source: Value = null;
  step(vm: Interpreter): Result | Steps {
    return then(next(vm, this.source), (item) => {
      if (item === DONE) return DONE;
      if (item instanceof Tuple) return call(vm, this.func, [...item.items]);
      if (isUnknown(item)) return new Unknown(reasonOf(item));
      return steps(spread(vm, this.func, item));
    });
  }
}

/** The items of an iterable as arguments. */
function* spread(vm: Interpreter, func: Value, item: Value): Steps {
  return yield* wait(call(vm, func, yield* collect(vm, item)));
}

export class Pairwise extends Itertool {
  source: Value = null;
  old: Value = DONE;
  *step(vm: Interpreter): Steps {
    if (this.source === null) return DONE;
    if (this.old === DONE) {
      const first = yield* wait(next(vm, this.source));
      if (first === DONE) return this.#end();
      this.old = first;
      if (this.source === null) return DONE;
    }
    const following = yield* wait(next(vm, this.source));
    if (following === DONE) return this.#end();
    const pair = new Tuple([this.old, following]);
    this.old = following;
    return pair;
  }

  #end(): Value {
    this.source = null;
    this.old = DONE;
    return DONE;
  }
}

export class Batched extends Itertool {
  source: Value = null;
  size = 1;
  *step(vm: Interpreter): Steps {
    const items: Value[] = [];
    while (items.length < this.size) {
      const item = yield* wait(next(vm, this.source));
      if (item === DONE) break;
      items.push(item);
      if ((items.length & 0xfff) === 0) yield* pause(vm, 0x1000);
    }
    return items.length === 0 ? DONE : new Tuple(items);
  }
}
