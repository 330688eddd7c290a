// `Class.__bases__ = …`: the new resolution order of a class and of all that derive from it.

import { List, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { PyType, type Value } from '../values/object.ts';
import { ambient } from '../ambient.ts';
import { typeName } from './attributes.ts';
import { checkBase, resolutionOrder, subclassesOf } from './classes.ts';
import type { Interpreter } from './interpreter.ts';
import { bestBase, refuseOtherLayout } from './layout.ts';
import type { Steps } from './pending.ts';

export function* setBases(vm: Interpreter, type: PyType, value: Value): Steps {
  if (type.immutable) {
    raise('TypeError', `cannot set '__bases__' attribute of immutable type '${type.name}'`);
  }
  const bases = checked(type, value);
  const best = bestBase(bases);
  const before = type.bases;
  refuseOtherLayout('__bases__', best, bestBase(before));
  const orders: [PyType, readonly PyType[]][] = [];
  type.bases = bases;
  for (const base of bases) base.extended = true;
  try {
    yield* reorder(vm, type, orders);
  } catch (error) {
    // A nested assignment by someone's mro() has already decided otherwise.
    if (type.bases === bases) {
      type.bases = before;
      for (const [each, order] of orders) each.mro = order;
      ambient.typeVersion++;
    }
    throw error;
  }
  if (type.bases !== bases) return null;
  for (const base of before) {
    const list = subclassesOf(vm, base);
    const index = list.indexOf(type);
    if (index >= 0) list.splice(index, 1);
  }
  for (const base of bases) subclassesOf(vm, base).push(type);
  return null;
}

function checked(type: PyType, value: Value): PyType[] {
  const name = type.name;
  if (!(value instanceof Tuple)) {
    raise('TypeError', `can only assign tuple to ${name}.__bases__, not ${typeName(value)}`);
  }
  if (value.items.length === 0) {
    raise('TypeError', `can only assign non-empty tuple to ${name}.__bases__, not ()`);
  }
  return value.items.map((base) => {
    if (!(base instanceof PyType)) {
      raise('TypeError', `${name}.__bases__ must be tuple of classes, not '${typeName(base)}'`);
    }
    const cyclic = base.isSubtypeOf(type) || chain(base).includes(type);
    if (cyclic) raise('TypeError', 'a __bases__ item causes an inheritance cycle');
    return checkBase(base);
  });
}

/** The classes that a class is laid out like, itself first. */
function chain(type: PyType): PyType[] {
  const seen: PyType[] = [];
  for (let at: PyType | undefined = type; at && !seen.includes(at); at = at.bases[0]) seen.push(at);
  return seen;
}

/** Orders a class and its subclasses anew, noting what was before. */
function* reorder(vm: Interpreter, type: PyType, orders: [PyType, readonly PyType[]][]): Steps {
  const { bases, mro } = type;
  const order = yield* resolutionOrder(vm, type, bases);
  if (type.bases !== bases) return null;
  orders.push([type, mro]);
  type.mro = order;
  ambient.typeVersion++;
  for (const derived of [...subclassesOf(vm, type)]) yield* reorder(vm, derived, orders);
  return null;
}

/** `type.__subclasses__` */
export function subclassList(vm: Interpreter, type: PyType): List {
  return new List([...subclassesOf(vm, type)]);
}
