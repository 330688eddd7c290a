// `__slots__`: a descriptor for each name. The values stand in a table of their own, beside the
// instance's attributes.

import { GetSet } from '../values/callable.ts';
import { raise, raiseWithFields } from '../values/exception.ts';
import { Dict, type PyObject, type PyType } from '../values/object.ts';

export function slotDescriptor(type: PyType, name: string): GetSet {
  const descriptor = new GetSet(
    type,
    name,
    (_vm, self: PyObject) => {
      const value = self.slots?.values.get(name);
      if (value === undefined) {
        const text = `'${self.cls.name}' object has no attribute '${name}'`;
        raiseWithFields('AttributeError', text, { name, obj: self });
      }
      return value;
    },
    (_vm, self: PyObject, value) => {
      (self.slots ??= new Dict()).setName(name, value);
      return null;
    },
  );
  descriptor.remove = (self: PyObject) =>
    self.slots?.delete(name) ? null : raise('AttributeError', name);
  return descriptor;
}
