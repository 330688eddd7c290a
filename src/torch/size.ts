// `torch.Size`: a tuple of ints that prints itself and keeps its class when sliced or added to.

import { mul, type NamedInt } from '../base/origin.ts';
import { index, next, iterate } from '../python/evaluate/protocols.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { DONE, wait } from '../python/evaluate/pending.ts';
import { methods, staticMethods } from '../python/native.ts';
import { Slice, Tuple, tupleType } from '../python/values/containers.ts';
import { NativeFunction } from '../python/values/callable.ts';
import { raise } from '../python/values/exception.ts';
import type { PyType } from '../python/values/object.ts';
import { NamedInt as NamedIntClass, type Value } from '../python/values/object.ts';
import { notImplemented } from '../python/values/numbers.ts';
import { isUnknown, Unknown } from '../python/values/unknown.ts';
import { typeName } from '../python/evaluate/attributes.ts';
import { call } from '../python/evaluate/call.ts';
import { torchType } from './module.ts';

export const sizeType: PyType = torchType(
  'Size',
  'torch',
  [tupleType],
  (cls) => new Tuple([], cls),
);
sizeType.messageName = 'torch.Size';

export type Int = number | NamedInt;

/** A `torch.Size` of these extents. */
export function makeSize(sizes: readonly Value[]): Tuple {
  return new Tuple(sizes, sizeType);
}

/** How PyTorch prints sizes: `torch.Size([1, 64, 32, 32])`. */
export function sizeText(sizes: readonly Value[]): string {
  const shown = sizes.map((size) => (isUnknown(size) ? '?' : String(plain(size))));
  return `torch.Size([${shown.join(', ')}])`;
}

function plain(size: Value): Value {
  return size instanceof NamedIntClass ? size.value : size;
}

/** A method that tuple has, on the plain items. */
function* viaTuple(vm: Interpreter, name: string, self: Tuple, args: Value[]) {
  const method = tupleType.lookup(name);
  if (!(method instanceof NativeFunction)) return notImplemented;
  const result = yield* wait(call(vm, method, [self, ...args]));
  return result instanceof Tuple && result.cls === tupleType ? makeSize(result.items) : result;
}

methods(sizeType, {
  '__repr__(self, /)': (_vm, self: Tuple) => sizeText(self.items),
  '__str__(self, /)': (_vm, self: Tuple) => sizeText(self.items),
  'numel(self, /)': (_vm, self: Tuple) => {
    const unknown = self.items.find(isUnknown);
    if (unknown) return new Unknown('a size of unknown extent');
    return (self.items as Int[]).reduce<Int>((product, size) => mul(product, size), 1);
  },
  *'__getitem__(self, key, /)'(vm, self: Tuple, key: Value) {
    if (typeof key === 'number') {
      const found = self.items[key < 0 ? key + self.items.length : key];
      return found ?? raise('IndexError', 'tuple index out of range');
    }
    const result = yield* viaTuple(vm, '__getitem__', self, [key]);
    return key instanceof Slice && result instanceof Tuple ? makeSize(result.items) : result;
  },
  *'__add__(self, other, /)'(vm, self: Tuple, other: Value) {
    if (other instanceof Tuple) return makeSize([...self.items, ...other.items]);
    return yield* viaTuple(vm, '__add__', self, [other]);
  },
  *'__mul__(self, count, /)'(vm, self: Tuple, count: Value) {
    return yield* viaTuple(vm, '__mul__', self, [count]);
  },
});

staticMethods(sizeType, {
  *'__new__(cls, iterable=(), /)'(vm, cls: PyType, iterable: Value) {
    if (isUnknown(iterable)) return iterable;
    const items: Value[] = [];
    const iterator = yield* wait(iterate(vm, iterable));
    for (;;) {
      const item = yield* wait(next(vm, iterator));
      if (item === DONE) break;
      items.push(checkedItem(vm, item, items.length));
    }
    return new Tuple(items, cls);
  },
});

function checkedItem(vm: Interpreter, item: Value, position: number): Value {
  if (typeof item === 'number' || item instanceof NamedIntClass || isUnknown(item)) return item;
  try {
    return index(vm, item);
  } catch {
    return raise(
      'TypeError',
      `torch.Size() takes an iterable of 'int' (item ${position} is '${typeName(item)}')`,
    );
  }
}

/** The product of extents, with its origin. */
export function product(sizes: readonly Int[]): Int {
  return sizes.reduce<Int>((total, size) => mul(total, size), 1);
}
