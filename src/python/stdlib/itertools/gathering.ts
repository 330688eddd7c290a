// `accumulate`, `zip_longest`, `groupby` and `tee`: iterators that keep something of what they read.

import { inDoubt } from '../../evaluate/doubt.ts';
import { builtin } from '../../builtins/iteratorState.ts';
import { call } from '../../evaluate/call.ts';
import type { Interpreter } from '../../evaluate/interpreter.ts';
import { binary, compare, is } from '../../evaluate/operators.ts';
import { DONE, wait, type Result, type Steps } from '../../evaluate/pending.ts';
import { iterate, next, truth } from '../../evaluate/protocols.ts';
import { then } from '../../evaluate/then.ts';
import { methods, staticMethods } from '../../native.ts';
import { Tuple } from '../../values/containers.ts';
import { raise } from '../../values/exception.ts';
import type { Dict, PyType, Value } from '../../values/object.ts';
import { isUnknown, Unknown } from '../../values/unknown.ts';
import { Itertool, itertoolType, named, told } from './itertool.ts';

class Accumulate extends Itertool {
  source: Value = null;
  func: Value = null;
  /** What the first result is, where that is given; None counts as nothing. */
  initial: Value = null;
  total: Value = DONE;
  step(vm: Interpreter): Result {
    if (this.initial !== null) {
      this.total = this.initial;
      this.initial = null;
      return this.total;
    }
    return then(next(vm, this.source), (item) => {
      if (item === DONE) return DONE;
      if (this.total === DONE) return (this.total = item);
      const sum =
        this.func === null
          ? binary(vm, 'Add', this.total, item)
          : call(vm, this.func, [this.total, item]);
      return then(sum, (total) => (this.total = total));
    });
  }
}

export const accumulateType = itertoolType('accumulate', (cls) => new Accumulate(cls));
named<Accumulate>(
  accumulateType,
  ['iterable', 'func', 'initial'],
  1,
  function* (vm, made, [source, func, initial]) {
    made.source = yield* wait(iterate(vm, source as Value));
    made.func = func ?? null;
    made.initial = initial ?? null;
    made.total = DONE;
    return made;
  },
);
told<Accumulate>(
  accumulateType,
  ({ source, func, initial, total }) => {
    if (initial !== null) return { args: [source, func, initial] };
    // A total of None would be taken for none: it is given as a value before all others.
    return { args: [source, func], state: total === DONE ? null : total };
  },
  (self, state) => {
    self.total = state === null ? DONE : state;
  },
);

class ZipLongest extends Itertool {
  /** Null where one has ended. */
  sources: (Value | typeof DONE)[] = [];
  fill: Value = null;
  *step(vm: Interpreter): Steps {
    const items: Value[] = [];
    for (const [i, source] of this.sources.entries()) {
      const item = source === DONE ? DONE : yield* wait(next(vm, source));
      if (item === DONE) this.sources[i] = DONE;
      items.push(item === DONE ? this.fill : item);
      if (item === DONE && this.sources.every((each) => each === DONE)) return DONE;
    }
    return items.length === 0 ? DONE : new Tuple(items);
  }
}

export const zipLongestType = itertoolType('zip_longest', (cls) => new ZipLongest(cls));
staticMethods(zipLongestType, {
  *'__new__(cls, /, *iterables, **kwargs)'(
    vm,
    cls: PyType,
    iterables: Value[],
    named: Dict,
  ): Steps {
    const known = named.size === 0 || (named.size === 1 && named.has('fillvalue'));
    if (!known && cls === zipLongestType)
      raise('TypeError', 'zip_longest() got an unexpected keyword argument');
    const made = cls.allocate(cls) as ZipLongest;
    made.fill = named.get('fillvalue') ?? null;
    for (const each of iterables) made.sources.push(yield* wait(iterate(vm, each)));
    return made;
  },
});
told<ZipLongest>(
  zipLongestType,
  (self) => ({
    args: self.sources.map((source) => (source === DONE ? new Tuple([]) : source)),
    state: self.fill,
  }),
  (self, state) => {
    self.fill = state;
  },
);

class GroupBy extends Itertool {
  source: Value = null;
  func: Value = null;
  item: Value = DONE;
  key: Value = DONE;
  target: Value = DONE;
  group: Value = null;
  override get inDoubt(): boolean {
    return inDoubt(this.source);
  }
  *step(vm: Interpreter): Steps {
    // What is left of a group that nobody went through is passed over.
    while (this.key === DONE || (this.target !== DONE && (yield* this.inGroup(vm)))) {
      if (!(yield* this.advance(vm))) return DONE;
    }
    if (isUnknown(this.key)) return new Unknown('grouped by a key that is not known');
    this.target = this.key;
    const group = new Group(groupType);
    group.parent = this;
    group.target = this.key;
    this.group = group;
    return new Tuple([this.key, group]);
  }

  *inGroup(vm: Interpreter, target = this.target): Steps {
    if (is(target, this.key)) return true;
    const same = yield* wait(compare(vm, 'Eq', target, this.key));
    return (yield* wait(truth(vm, same))) === true;
  }

  /** Reads one more item; false at the end. */
  *advance(vm: Interpreter): Steps {
    const item = yield* wait(next(vm, this.source));
    if (item === DONE) return false;
    const key = this.func === null ? item : yield* wait(call(vm, this.func, [item]));
    this.item = item;
    this.key = key;
    return true;
  }
}

/** The items of one group: it shares its source with the groups. */
class Group extends Itertool {
  parent: GroupBy | null = null;
  target: Value = null;
  override get inDoubt(): boolean {
    return this.parent?.inDoubt ?? false;
  }
  *step(vm: Interpreter): Steps {
    const { parent } = this;
    if (parent === null || parent.group !== this) return DONE;
    if (parent.item === DONE && !(yield* parent.advance(vm))) return DONE;
    if (!(yield* parent.inGroup(vm, this.target))) return DONE;
    const { item } = parent;
    parent.item = DONE;
    return item;
  }
}

export const groupbyType = itertoolType('groupby', (cls) => new GroupBy(cls));
named<GroupBy>(groupbyType, ['iterable', 'key'], 1, function* (vm, made, [source, key]) {
  made.source = yield* wait(iterate(vm, source as Value));
  made.func = key ?? null;
  return made;
});
export const groupType = itertoolType('_grouper', (cls) => new Group(cls));
told<GroupBy>(
  groupbyType,
  ({ source, func, item, key, target }) => ({
    args: [source, func],
    ...(item !== DONE && key !== DONE && target !== DONE
      ? { state: new Tuple([item, target, key]) }
      : {}),
  }),
  (self, state) => {
    if (!(state instanceof Tuple)) return raise('TypeError', 'state is not a tuple');
    const [item, target, key] = state.items;
    Object.assign(self, { item, target, key });
  },
);
methods(groupType, {
  '__reduce__(self, /)': (vm: Interpreter, self: Group) =>
    self.parent?.group === self
      ? new Tuple([self.cls, new Tuple([self.parent, self.target])])
      : new Tuple([builtin(vm, 'iter'), new Tuple([new Tuple([])])]),
});
staticMethods(groupType, {
  '__new__(cls, parent, tgtkey, /)': (_vm, cls: PyType, parent: Value, target: Value) => {
    const made = cls.allocate(cls) as Group;
    if (!(parent instanceof GroupBy))
      return raise('TypeError', 'argument 1 must be itertools.groupby');
    made.parent = parent;
    made.target = target;
    parent.group = made;
    return made;
  },
});
