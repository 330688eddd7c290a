// Iteration over the code points of a string.

import { ambient } from '../ambient.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { DONE, type Result } from '../evaluate/pending.ts';
import { methods } from '../native.ts';
import { NativeIterator, strIteratorType } from '../values/iterator.ts';
import type { Value } from '../values/object.ts';
import { iterCall, stateIndex } from './iteratorState.ts';

export class StrIterator extends NativeIterator {
  /** Null where the end was met. */
  #text: string | null;
  /** Where the next character begins, in UTF-16. */
  #at = 0;
  constructor(text: string) {
    super(strIteratorType);
    this.#text = text;
  }

  override next(): Result {
    if (this.#text === null) return DONE;
    ambient.journal?.touch(this);
    const code = this.#text.codePointAt(this.#at);
    if (code === undefined) {
      this.#text = null;
      return DONE;
    }
    const at = this.#at;
    this.#at += code > 0xffff ? 2 : 1;
    return this.#text.slice(at, this.#at);
  }

  override lengthHint(): number {
    return this.#text === null ? 0 : codePoints(this.#text.slice(this.#at));
  }

  reduced(vm: Interpreter): Value {
    if (this.#text === null) return iterCall(vm, '');
    return iterCall(vm, this.#text, codePoints(this.#text.slice(0, this.#at)));
  }

  moveTo(position: number): void {
    if (this.#text === null) return;
    ambient.journal?.touch(this);
    this.#at = 0;
    for (let i = 0; i < position && this.#at < this.#text.length; i++)
      this.#at += (this.#text.codePointAt(this.#at) as number) > 0xffff ? 2 : 1;
  }

  snapshot(): () => void {
    const text = this.#text;
    const at = this.#at;
    return () => {
      this.#text = text;
      this.#at = at;
    };
  }
}

function codePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; count++)
    at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
  return count;
}

methods(strIteratorType, {
  '__reduce__(self, /)': (vm: Interpreter, self: StrIterator) => self.reduced(vm),
  '__setstate__(self, state, /)': (_vm: Interpreter, self: StrIterator, state: Value) => {
    self.moveTo(Number(stateIndex(state)));
    return null;
  },
});
