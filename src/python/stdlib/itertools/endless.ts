// `count`, `cycle` and `repeat`: iterators that need not end.

import type { Interpreter } from '../../evaluate/interpreter.ts';
import { typeOf } from '../../evaluate/attributes.ts';
import { binary } from '../../evaluate/operators.ts';
import { DONE, wait, type Result, type Steps } from '../../evaluate/pending.ts';
import { iterate, next, repr, truth } from '../../evaluate/protocols.ts';
import { then } from '../../evaluate/then.ts';
import { methods } from '../../native.ts';
import { List, Tuple } from '../../values/containers.ts';
import { raise } from '../../values/exception.ts';
import { intOf } from '../../values/integers.ts';
import type { Value } from '../../values/object.ts';
import { isUnknown } from '../../values/unknown.ts';
import { Itertool, itertoolType, named, positional, sizeOf, told, tupleState } from './itertool.ts';

class Count extends Itertool {
  at: Value = 0;
  by: Value = 1;
  step(vm: Interpreter): Result {
    const { at, by } = this;
    if (typeof at === 'number' && typeof by === 'number') {
      const following = at + by;
      if (Number.isSafeInteger(following)) {
        this.at = following;
        return at;
      }
    }
    return then(binary(vm, 'Add', at, by), (following) => {
      this.at = following;
      return at;
    });
  }
}

class Cycle extends Itertool {
  source: Value = null;
  /** What was read; a copy of the cycle has the same list. */
  saved = new List([]);
  /** Whether what the source still gives is saved already. */
  known = false;
  /** Where the next round stands; -1 in the first, which reads the source. */
  at = -1;
  step(vm: Interpreter): Result {
    if (this.at >= 0) return this.#again();
    return then(next(vm, this.source), (item) => {
      if (item !== DONE) {
        const { items } = this.saved;
        if ((items.length & 0xffff) === 0xffff) vm.charge(0x80000);
        if (!this.known) {
          this.saved.touch();
          items.push(item);
        }
        return item;
      }
      this.at = 0;
      return this.#again();
    });
  }

  #again(): Value {
    const item = this.saved.items[this.at];
    if (item === undefined) return DONE;
    this.at = (this.at + 1) % this.saved.items.length;
    return item;
  }
}

class Repeat extends Itertool {
  object: Value = null;
  left: number | null = null;
  step(): Result {
    if (this.left === null) return this.object;
    if (this.left === 0) return DONE;
    this.left--;
    return this.object;
  }
}

export const countType = itertoolType('count', (cls) => new Count(cls));
named<Count>(countType, ['start', 'step'], 0, function* (_vm, made, [start = 0, by = 1]): Steps {
  for (const value of [start, by]) {
    if (isUnknown(value)) continue;
    const type = typeOf(value);
    const number = ['__index__', '__float__', '__complex__'].some(
      (name) => type.lookup(name) !== undefined,
    );
    if (!number && type.name !== 'complex') return raise('TypeError', 'a number is required');
  }
  made.at = typeof start === 'boolean' ? Number(start) : start;
  made.by = by;
  return yield* wait(made);
});
methods(countType, {
  *'__repr__(self, /)'(vm: Interpreter, self: Count): Steps {
    const start = String(yield* wait(repr(vm, self.at)));
    if (intOf(self.by) === 1) return `${self.cls.qualname}(${start})`;
    return `${self.cls.qualname}(${start}, ${String(yield* wait(repr(vm, self.by)))})`;
  },
});
told<Count>(countType, (self) => ({
  args: intOf(self.by) === 1 ? [self.at] : [self.at, self.by],
}));

export const cycleType = itertoolType('cycle', (cls) => new Cycle(cls));
positional<Cycle>(cycleType, 1, 1, function* (vm, made, [source]) {
  made.source = yield* wait(iterate(vm, source as Value));
  return made;
});
methods(cycleType, {
  *'__reduce__(self, /)'(vm: Interpreter, self: Cycle): Steps {
    const { items } = self.saved;
    const whole = self.at < 0 ? items : items.slice(self.at);
    const rest = self.at < 0 ? self.source : yield* wait(iterate(vm, new List(whole)));
    return yield* wait(reduced(self, rest));
  },
  *'__setstate__(self, state, /)'(vm: Interpreter, self: Cycle, state: Value): Steps {
    const [saved, first] = tupleState(state, 2);
    if (!(saved instanceof List)) return raise('TypeError', 'argument 1 must be list');
    if (intOf(first as Value) === undefined) {
      const name = typeOf(first as Value).name;
      return raise('TypeError', `'${name}' object cannot be interpreted as an integer`);
    }
    self.saved = saved;
    self.at = -1;
    self.known = (yield* wait(truth(vm, first as Value))) === true;
    return null;
  },
});

function reduced(self: Cycle, source: Value): Result {
  return new Tuple([
    self.cls,
    new Tuple([source]),
    new Tuple([self.saved, self.known || self.at >= 0]),
  ]);
}

export const repeatType = itertoolType('repeat', (cls) => new Repeat(cls));
named<Repeat>(repeatType, ['object', 'times'], 1, function* (vm, made, [object, times]) {
  made.object = object as Value;
  made.left = times === undefined ? null : Math.max(0, sizeOf(vm, times));
  return yield* wait(made);
});
methods(repeatType, {
  *'__repr__(self, /)'(vm: Interpreter, self: Repeat): Steps {
    const object = String(yield* wait(repr(vm, self.object)));
    return `${self.cls.qualname}(${object}${self.left === null ? '' : `, ${self.left}`})`;
  },
  '__length_hint__(self, /)': (_vm, self: Repeat) =>
    self.left ?? raise('TypeError', 'len() of unsized object'),
});
told<Repeat>(repeatType, (self) => ({
  args: self.left === null ? [self.object] : [self.object, self.left],
}));
