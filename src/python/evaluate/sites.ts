// What an instruction learnt about the class that it met last, so that the next instance of the same
// class needs no look-up along the resolution order. Anything that changes a class's attributes
// makes it void: for that class (`changes`), or for all where others derive from it
// (`ambient.typeVersion`).

import { ambient } from '../ambient.ts';
import { FunctionObject, NativeFunction } from '../values/callable.ts';
import { objectType, PyObject, type PyType, type Value } from '../values/object.ts';
import { isDataDescriptor } from './attributes.ts';
import { hasCustomAttributes } from './functions.ts';

/** One attribute of one class, as one instruction uses it. */
export interface Site {
  readonly cls: PyType;
  readonly version: number;
  readonly changes: number;
  /** Whether the instance's own `__dict__` decides, and after it `value`. */
  readonly direct: boolean;
  /** What the class itself has: for a method call the function, else a value that is not bound. */
  readonly value: Value | undefined;
}

/** `object.name` */
export function readSite(object: PyObject, name: string): Site {
  const { cls } = object;
  const inClass = cls.lookup(name);
  const direct =
    !hasCustomAttributes(object, cls) && (inClass === undefined || !isDataDescriptor(inClass));
  const value = inClass instanceof PyObject ? undefined : inClass;
  return { cls, version: ambient.typeVersion, changes: cls.changes, direct, value };
}

/** `object.name(…)` */
export function methodSite(object: PyObject, name: string): Site {
  const { cls } = object;
  const found = hasCustomAttributes(object, cls) ? undefined : cls.lookup(name);
  const isMethod =
    found instanceof FunctionObject || (found instanceof NativeFunction && found.owner !== null);
  const { typeVersion: version } = ambient;
  return { cls, version, changes: cls.changes, direct: isMethod, value: found };
}

/** `object.name = …` */
export function writeSite(object: PyObject, name: string): Site {
  const { cls } = object;
  const custom = cls.lookup('__setattr__');
  const plain = custom instanceof NativeFunction && custom.owner === objectType;
  const inClass = cls.lookup(name);
  const direct =
    plain &&
    !hasCustomAttributes(object, cls) &&
    !cls.immutable &&
    !cls.slotsOnly &&
    (inClass === undefined || !isDataDescriptor(inClass));
  const { typeVersion: version } = ambient;
  return { cls, version, changes: cls.changes, direct, value: undefined };
}
