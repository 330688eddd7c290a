// How exceptions are copied and pickled: their class, their arguments, and what else they know.
//
// https://docs.python.org/3.11/library/pickle.html#object.__reduce__

import { setAttribute, typeName } from '../evaluate/attributes.ts';
import { wait, type Steps } from '../evaluate/pending.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { methods } from '../native.ts';
import { Tuple } from '../values/containers.ts';
import { exceptionType, raise, type ExceptionObject } from '../values/exception.ts';
import { Dict, type Value } from '../values/object.ts';

/** Class, arguments and, where there are any, attributes. */
function reduced(self: ExceptionObject, args: Tuple = self.args, more: Dict | null = null): Tuple {
  const state = more ?? (self.attrs !== null && self.attrs.size > 0 ? self.attrs : null);
  return new Tuple(state === null ? [self.cls, args] : [self.cls, args, state]);
}

methods(exceptionType('BaseException'), {
  '__reduce__(self, /)': (_vm, self: ExceptionObject) => reduced(self),
  *'__setstate__(self, state, /)'(vm: Interpreter, self: ExceptionObject, state: Value): Steps {
    if (state === null) return null;
    if (!(state instanceof Dict)) return raise('TypeError', 'state is not a dictionary');
    for (const [name, value] of state.entries()) {
      if (typeof name !== 'string') {
        return raise('TypeError', `attribute name must be string, not '${typeName(name)}'`);
      }
      yield* wait(setAttribute(vm, self, name, value));
    }
    return null;
  },
});

methods(exceptionType('ImportError'), {
  '__reduce__(self, /)': (_vm, self: ExceptionObject) => {
    const state = new Dict();
    for (const [key, value] of self.attrs?.entries() ?? []) state.set(key, value);
    for (const name of ['name', 'path']) {
      const value = self.fields?.get(name) ?? null;
      if (value !== null) state.setName(name, value);
    }
    return reduced(self, self.args, state.size > 0 ? state : null);
  },
});

methods(exceptionType('OSError'), {
  '__reduce__(self, /)': (_vm, self: ExceptionObject) => {
    const [filename, filename2] = ['filename', 'filename2'].map((name) => self.fields?.get(name));
    const { items } = self.args;
    if (items.length !== 2 || filename === undefined || filename === null) return reduced(self);
    const second = filename2 === undefined || filename2 === null ? [] : [null, filename2];
    return reduced(self, new Tuple([...items, filename, ...second]));
  },
});
