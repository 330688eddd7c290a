// Containers of modules: https://pytorch.org/docs/stable/nn.html#containers

import { call, callMethod } from '../../python/evaluate/call.ts';
import type { Interpreter } from '../../python/evaluate/interpreter.ts';
import { DONE, wait, type Steps } from '../../python/evaluate/pending.ts';
import { collect, index as toIndex, repr } from '../../python/evaluate/protocols.ts';
import { List, Range, Slice, Tuple } from '../../python/values/containers.ts';
import { raise } from '../../python/values/exception.ts';
import { listIteratorType, StepIterator } from '../../python/values/iterator.ts';
import type { PyObject } from '../../python/values/object.ts';
import { Dict, type PyType, type Value } from '../../python/values/object.ts';
import { isUnknown } from '../../python/values/unknown.ts';
import { addModule, indent, isModule, layOut, table } from '../module.ts';
import { since } from '../state.ts';
import { defineModule, numberOf, type ModuleDeclaration } from './define.ts';

const CONTAINER = 'torch.nn.modules.container';

function modulesOf(self: PyObject): Dict {
  return table(self, '_modules') ?? new Dict();
}

function children(self: PyObject): Value[] {
  return [...modulesOf(self).values.values()];
}

function keysOf(self: PyObject): string[] {
  return [...modulesOf(self).values.keys()].map(String);
}

function keyAt(vm: Interpreter, self: PyObject, position: Value): string {
  const keys = keysOf(self);
  const i = Number(toIndex(vm, position));
  const at = i < 0 ? i + keys.length : i;
  return keys[at] ?? raise('IndexError', `index ${i} is out of range`);
}

/** The positions that a slice takes of `length`. */
function positions(slice: Slice, length: number): number[] {
  const step = slice.step === null ? 1 : numberOf(slice.step);
  const clamp = (value: Value, fallback: number): number => {
    if (value === null) return fallback;
    const n = numberOf(value);
    const low = step < 0 ? -1 : 0;
    const high = step < 0 ? length - 1 : length;
    return Math.min(Math.max(n < 0 ? n + length : n, low), high);
  };
  const start = clamp(slice.start, step < 0 ? length - 1 : 0);
  const stop = clamp(slice.stop, step < 0 ? -1 : length);
  const { length: count } = new Range(start, stop, step);
  return Array.from({ length: count }, (_, i) => start + i * step);
}

function* append(vm: Interpreter, self: PyObject, items: readonly Value[]): Steps {
  for (const item of items) {
    yield* wait(callMethod(vm, self, 'add_module', [String(modulesOf(self).size), item]));
  }
  return self;
}

function iterator(values: readonly Value[]): StepIterator {
  let i = 0;
  return new StepIterator(listIteratorType, () => values[i++] ?? DONE);
}

/** Removes entry `key` and numbers the rest anew. */
function removeAndRenumber(self: PyObject, key: string): void {
  const modules = modulesOf(self);
  modules.delete(key);
  const rest = [...modules.values.values()];
  modules.clear();
  for (const [i, module] of rest.entries()) modules.setName(String(i), module);
}

/** What Sequential and ModuleList do alike: their modules are named by their numbers. */
const numbered: NonNullable<ModuleDeclaration['methods']> = {
  '__len__(self)': (_vm, self: PyObject) => modulesOf(self).size,
  '__iter__(self)': (_vm, self: PyObject) => iterator(children(self)),
  '__setitem__(self, idx, module)': (vm, self: PyObject, position: Value, module: Value) => {
    addModule(self, keyAt(vm, self, position), module);
    return null;
  },
  '__delitem__(self, idx)': (vm, self: PyObject, position: Value) => {
    removeAndRenumber(self, keyAt(vm, self, position));
    return null;
  },
  *'append(self, module)'(vm: Interpreter, self: PyObject, module: Value) {
    return yield* append(vm, self, [module]);
  },
  'pop(self, key)': (vm, self: PyObject, position: Value) => {
    const key = keyAt(vm, self, position);
    const module = modulesOf(self).get(key) ?? null;
    removeAndRenumber(self, key);
    return module;
  },
};

export const Sequential: PyType = defineModule(CONTAINER, 'Sequential(*args)', {
  *init(vm: Interpreter, self: PyObject, args: Value[]) {
    const [first] = args;
    if (args.length === 1 && first instanceof Dict) {
      for (const [key, child] of first.entries()) {
        yield* wait(callMethod(vm, self, 'add_module', [key, child]));
      }
      return null;
    }
    return yield* append(vm, self, args);
  },
  *forward(vm: Interpreter, self: PyObject, input: Value) {
    let value = input;
    for (const child of children(self)) value = yield* wait(call(vm, child, [value]));
    return value;
  },
  methods: {
    ...numbered,
    *'__getitem__(self, idx)'(vm: Interpreter, self: PyObject, position: Value) {
      if (isUnknown(position)) return position;
      if (position instanceof Slice) return yield* sliceOf(vm, self, position);
      return modulesOf(self).get(keyAt(vm, self, position)) ?? null;
    },
    *'extend(self, sequential)'(vm: Interpreter, self: PyObject, more: Value) {
      return yield* append(vm, self, yield* collect(vm, more));
    },
    'insert(self, index, module)': (_vm, self: PyObject, position: Value, module: Value) => {
      insertAt(self, numberOf(position), module);
      return self;
    },
  },
});

/** A container of the same class with some of the modules, under their keys. */
function* sliceOf(vm: Interpreter, self: PyObject, slice: Slice): Steps {
  const entries = [...modulesOf(self).values];
  const taken = positions(slice, entries.length).map((i) => entries[i] as [unknown, Value]);
  const copy = (yield* wait(call(vm, self.cls, []))) as PyObject;
  for (const [key, module] of taken) addModule(copy, String(key), module);
  return copy;
}

function insertAt(self: PyObject, position: number, module: Value): void {
  const modules = modulesOf(self);
  const list = [...modules.values.values()];
  if (module !== null && !isModule(module)) addModule(self, String(list.length), module);
  list.splice(position < 0 ? Math.max(0, position + list.length) : position, 0, module);
  modules.clear();
  for (const [i, each] of list.entries()) modules.setName(String(i), each);
}

export const ModuleList = defineModule(CONTAINER, 'ModuleList(modules=None)', {
  *init(vm: Interpreter, self: PyObject, modules: Value) {
    if (modules === null) return null;
    return yield* append(vm, self, yield* collect(vm, modules));
  },
  methods: {
    ...numbered,
    *'__getitem__(self, idx)'(vm: Interpreter, self: PyObject, position: Value) {
      if (isUnknown(position)) return position;
      if (position instanceof Slice) {
        const all = children(self);
        const picked = positions(position, all.length).map((i) => all[i] ?? null);
        return yield* wait(call(vm, self.cls, [new List(picked)]));
      }
      return modulesOf(self).get(keyAt(vm, self, position)) ?? null;
    },
    *'__iadd__(self, modules)'(vm: Interpreter, self: PyObject, modules: Value) {
      return yield* append(vm, self, yield* collect(vm, modules));
    },
    *'__add__(self, other)'(vm: Interpreter, self: PyObject, other: Value) {
      const all = [...children(self), ...(yield* collect(vm, other))];
      return yield* wait(call(vm, ModuleList, [new List(all)]));
    },
    *'extend(self, modules)'(vm: Interpreter, self: PyObject, modules: Value) {
      return yield* append(vm, self, yield* collect(vm, modules));
    },
    'insert(self, index, module)': (_vm, self: PyObject, position: Value, module: Value) => {
      insertAt(self, numberOf(position), module);
      return null;
    },
    '__repr__(self)': listRepr,
  },
});

/** Newer versions of torch print equal neighbours once: `(0-2): 3 x Linear(…)`. */
function* listRepr(vm: Interpreter, self: PyObject): Steps {
  const texts: string[] = [];
  for (const child of children(self)) texts.push(String(yield* wait(repr(vm, child))));
  if (texts.length === 0) return `${self.cls.name}()`;
  const lines: string[] = [];
  const joins = since(vm, 2, 0);
  for (let start = 0; start < texts.length;) {
    let end = start;
    while (joins && texts[end + 1] === texts[start]) end++;
    const count = end - start + 1;
    const label = count === 1 ? `(${start}): ` : `(${start}-${end}): ${count} x `;
    lines.push(label + indent(texts[start] as string));
    start = end + 1;
  }
  return layOut(self.cls.name, [], lines);
}

export const ModuleDict = defineModule(CONTAINER, 'ModuleDict(modules=None)', {
  *init(vm: Interpreter, self: PyObject, modules: Value) {
    if (modules === null) return null;
    return yield* update(vm, self, modules);
  },
  methods: {
    '__len__(self)': (_vm, self: PyObject) => modulesOf(self).size,
    '__iter__(self)': (_vm, self: PyObject) => iterator(keysOf(self)),
    '__contains__(self, key)': (_vm, self: PyObject, key: Value) => modulesOf(self).has(key),
    '__getitem__(self, key)': (_vm, self: PyObject, key: Value) =>
      isUnknown(key) ? key : (modulesOf(self).get(key) ?? raise('KeyError', key)),
    '__setitem__(self, key, module)': (_vm, self: PyObject, key: Value, module: Value) => {
      addModule(self, key, module);
      return null;
    },
    '__delitem__(self, key)': (_vm, self: PyObject, key: Value) => {
      if (!modulesOf(self).delete(key)) raise('KeyError', key);
      return null;
    },
    'keys(self)': (_vm, self: PyObject) => new List(keysOf(self)),
    'values(self)': (_vm, self: PyObject) => new List(children(self)),
    'items(self)': (_vm, self: PyObject) =>
      new List([...modulesOf(self).entries()].map((entry) => new Tuple(entry))),
    *'update(self, modules)'(vm: Interpreter, self: PyObject, modules: Value) {
      return yield* update(vm, self, modules);
    },
    'pop(self, key)': (_vm, self: PyObject, key: Value) => {
      const module = modulesOf(self).get(key) ?? raise('KeyError', key);
      modulesOf(self).delete(key);
      return module;
    },
    'clear(self)': (_vm, self: PyObject) => {
      modulesOf(self).clear();
      return null;
    },
  },
});

function* update(vm: Interpreter, self: PyObject, modules: Value): Steps {
  if (modules instanceof Dict) {
    for (const [key, child] of modules.entries()) addModule(self, key, child);
    return null;
  }
  if (isModule(modules)) {
    for (const [key, child] of modulesOf(modules).entries()) addModule(self, key, child);
    return null;
  }
  for (const pair of yield* collect(vm, modules)) {
    const [key = null, child = null] = yield* collect(vm, pair);
    addModule(self, key, child);
  }
  return null;
}
