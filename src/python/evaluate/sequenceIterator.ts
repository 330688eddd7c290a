// Iteration over what has only `__getitem__`: `value[0]`, `value[1]` … until IndexError.

import { ambient } from '../ambient.ts';
import { raise } from '../values/exception.ts';
import { normalise, type Int } from '../values/integers.ts';
import { NativeIterator, sequenceIteratorType } from '../values/iterator.ts';
import type { Value } from '../values/object.ts';
import type { Interpreter } from './interpreter.ts';
import { DONE, steps, wait, type Result, type Steps } from './pending.ts';
import { getItem, isException } from './protocols.ts';

const INDEX_MAX = 2n ** 63n - 1n;

export class SequenceIterator extends NativeIterator {
  readonly source: Value;
  /** The next index; negative where the end was met. */
  at: Int = 0;
  constructor(source: Value) {
    super(sequenceIteratorType);
    this.source = source;
  }

  override next(vm: Interpreter): Result {
    if (this.at < 0) return DONE;
    ambient.journal?.touch(this);
    if (this.at >= INDEX_MAX) raise('OverflowError', 'iter index too large');
    return steps(this.#item(vm));
  }

  *#item(vm: Interpreter): Steps {
    try {
      const item = yield* wait(getItem(vm, this.source, this.at));
      if (this.at >= 0)
        this.at = typeof this.at === 'number' ? this.at + 1 : normalise(this.at + 1n);
      return item;
    } catch (error) {
      if (!isException(error, 'IndexError') && !isException(error, 'StopIteration')) throw error;
      this.at = -1;
      return DONE;
    }
  }

  snapshot(): () => void {
    const { at } = this;
    return () => {
      this.at = at;
    };
  }
}
