// A value that is not known: the result of something unsupported, or of a number that a live
// trace may not compute. Whatever is done with it gives another unknown; it is never guessed.

import { builtinType, PyObject, type PyType, type Value } from './object.ts';

export const unknownType = builtinType('unknown');

export class Unknown extends PyObject {
  /** Why the value is unknown, in words for the hover. */
  readonly reason: string;
  /** The class that the value certainly has, where that much is known. */
  readonly known: PyType | null;
  constructor(reason: string, known: PyType | null = null) {
    super(unknownType);
    this.reason = reason;
    this.known = known;
  }
}

/** Whether nothing may be concluded from the value: an unknown, or an object that was poisoned. */
export function isUnknown(value: Value | undefined): value is Unknown {
  return value instanceof PyObject && value.cls === unknownType;
}

/** Makes an existing object unknown in place: everyone who holds it now sees an unknown. */
export function poison(object: PyObject): void {
  object.cls = unknownType;
}

export function reasonOf(value: PyObject): string {
  // A poisoned object is not an Unknown, whatever `isUnknown` tells the compiler.
  return value instanceof Unknown ? value.reason : 'changed in a part of the program not followed';
}
