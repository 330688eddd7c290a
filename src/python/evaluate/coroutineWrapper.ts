// What a coroutine's `__await__()` gives: the iterator that drives it, for `yield from` in an
// `__await__` of one's own.
//
// https://docs.python.org/3.11/reference/datamodel.html#coroutine-objects

import { methods } from '../native.ts';
import { NativeIterator } from '../values/iterator.ts';
import { builtinType, type Value } from '../values/object.ts';
import { callMethod } from './call.ts';
import { coroutineType, type Generator } from './frame.ts';
import { resume } from './generator.ts';
import type { Interpreter } from './interpreter.ts';
import type { Result } from './pending.ts';

const wrapperType = builtinType('coroutine_wrapper');

class CoroutineWrapper extends NativeIterator {
  readonly coroutine: Generator;
  constructor(coroutine: Generator) {
    super(wrapperType);
    this.coroutine = coroutine;
  }

  override next(vm: Interpreter): Result {
    return resume(vm, this.coroutine, null, 'quiet');
  }
}

methods(coroutineType, {
  '__await__(self, /)': (_vm, self: Generator) => new CoroutineWrapper(self),
});

methods(wrapperType, {
  '__iter__(self, /)': (_vm, self: Value) => self,
  '__next__(self, /)': (vm, self: CoroutineWrapper) => resume(vm, self.coroutine, null, 'raise'),
  'send(self, value, /)': (vm, self: CoroutineWrapper, value: Value) =>
    resume(vm, self.coroutine, value, 'raise'),
  'throw(self, type, value=None, traceback=None, /)': (
    vm,
    self: CoroutineWrapper,
    type: Value,
    value: Value,
    traceback: Value,
  ) => callMethod(vm, self.coroutine, 'throw', [type, value, traceback]),
  'close(self, /)': (vm, self: CoroutineWrapper) => callMethod(vm, self.coroutine, 'close', []),
});
