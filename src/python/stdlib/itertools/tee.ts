// `tee`: several iterators over one. What one of them has read and another has not stands in links,
// which are freed behind the last.

import { builtin } from '../../builtins/iteratorState.ts';
import { findAttribute } from '../../evaluate/attributes.ts';
import { call } from '../../evaluate/call.ts';
import type { Interpreter } from '../../evaluate/interpreter.ts';
import { DONE, Pending, steps, wait, type Result, type Steps } from '../../evaluate/pending.ts';
import { iterate, next } from '../../evaluate/protocols.ts';
import { methods, native } from '../../native.ts';
import { List, Tuple } from '../../values/containers.ts';
import { raise } from '../../values/exception.ts';
import type { Value } from '../../values/object.ts';
import { Itertool, itertoolType, positional, sizeOf, wanted } from './itertool.ts';

interface Link {
  item?: Value;
  rest?: Link;
}

/** The iterator that is shared. */
interface Shared {
  readonly source: Value;
  running: boolean;
}

class Tee extends Itertool {
  shared: Shared = { source: null, running: false };
  link: Link = {};
  step(vm: Interpreter): Result {
    const { link, shared } = this;
    if (link.rest !== undefined) {
      this.link = link.rest;
      return link.item as Value;
    }
    if (shared.running) {
      return raise('RuntimeError', 'cannot re-enter the tee iterator');
    }
    shared.running = true;
    let item: Result;
    try {
      item = next(vm, shared.source);
    } catch (error) {
      shared.running = false;
      throw error;
    }
    if (!(item instanceof Pending)) return this.#given(item);
    return steps(this.#later(item));
  }

  *#later(item: Pending): Steps {
    try {
      return this.#given(yield* wait(item));
    } finally {
      this.shared.running = false;
    }
  }

  #given(item: Value): Value {
    this.shared.running = false;
    if (item === DONE) return DONE;
    const { link } = this;
    link.item = item;
    link.rest = {};
    this.link = link.rest;
    return item;
  }
}

export const teeType = itertoolType('_tee', (cls) => new Tee(cls));
positional<Tee>(teeType, 1, 1, function* (vm, made, [source]) {
  const iterator = yield* wait(iterate(vm, source as Value));
  if (iterator instanceof Tee) return again(iterator);
  made.shared = { source: iterator, running: false };
  made.link = {};
  return made;
});

function again(tee: Tee): Tee {
  const made = new Tee(teeType);
  made.shared = tee.shared;
  made.link = tee.link;
  return made;
}

methods(teeType, {
  '__copy__(self, /)': (_vm, self: Tee) => again(self),
  // A pickle holds what is still to come: the items read already, then the source itself.
  *'__reduce__(self, /)'(vm: Interpreter, self: Tee): Steps {
    const items: Value[] = [];
    for (let link = self.link; link.rest !== undefined; link = link.rest)
      items.push(link.item as Value);
    const rest = self.shared.source;
    if (items.length === 0) return new Tuple([teeType, new Tuple([rest])]);
    const chain = vm.modules.get('itertools');
    const type = yield* wait(findAttribute(vm, chain as Value, 'chain') ?? builtin(vm, 'iter'));
    const joined = yield* wait(call(vm, type, [new List(items), rest]));
    return new Tuple([teeType, new Tuple([joined])]);
  },
});

export const teeFunction = native('tee(*args)', function* (vm: Interpreter, args: Value[]): Steps {
  if (args.length < 1 || args.length > 2) {
    raise('TypeError', `tee expected ${wanted(args.length, 1, 2)}`);
  }
  const [source, count = 2] = args;
  const many = sizeOf(vm, count);
  if (many < 0) raise('ValueError', 'n must be >= 0');
  vm.charge(many * 64);
  if (many === 0) return new Tuple([]);
  const iterator = yield* wait(iterate(vm, source as Value));
  const copy = findAttribute(vm, iterator, '__copy__');
  const first = copy === undefined ? yield* wait(call(vm, teeType, [iterator])) : iterator;
  const made = [first];
  const again = copy ?? (findAttribute(vm, first, '__copy__') as Result);
  const copier = yield* wait(again);
  while (made.length < many) made.push(yield* wait(call(vm, copier, [])));
  return new Tuple(made);
});
