// Iterators of ours: one class over a JavaScript step function, named as CPython names it.

import { builtinType, PyObject, type PyType } from './object.ts';
import type { Result } from '../evaluate/pending.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';

/** An iterator whose next value JavaScript computes; `DONE` when there is none. */
export abstract class NativeIterator extends PyObject {
  abstract next(vm: Interpreter): Result;
  /** How many items are left at most, for budgets; -1 where that is not known. */
  lengthHint(): number {
    return -1;
  }
  /** Whether nobody can know when it ends. */
  get inDoubt(): boolean {
    return false;
  }
}

/** An iterator over a step function. */
export class StepIterator extends NativeIterator {
  readonly #step: (vm: Interpreter) => Result;
  constructor(cls: PyType, step: (vm: Interpreter) => Result) {
    super(cls);
    this.#step = step;
  }
  override next(vm: Interpreter): Result {
    return this.#step(vm);
  }
}

export const listIteratorType = builtinType('list_iterator');
export const tupleIteratorType = builtinType('tuple_iterator');
export const rangeIteratorType = builtinType('range_iterator');
export const strIteratorType = builtinType('str_iterator');
export const dictKeyIteratorType = builtinType('dict_keyiterator');
export const dictValueIteratorType = builtinType('dict_valueiterator');
export const dictItemIteratorType = builtinType('dict_itemiterator');
export const setIteratorType = builtinType('set_iterator');
export const bytesIteratorType = builtinType('bytes_iterator');
export const bytearrayIteratorType = builtinType('bytearray_iterator');
/** Iterates over what has `__getitem__` alone. */
export const sequenceIteratorType = builtinType('iterator');
export const callableIteratorType = builtinType('callable_iterator');
