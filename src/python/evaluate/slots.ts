// `__slots__`: a descriptor for each name. The values stand in the instance's attribute table,
// under a key that no attribute name can be, so that a class attribute cannot hide them.

import { GetSet } from '../values/callable.ts';
import { raiseWithFields } from '../values/exception.ts';
import { Dict, type PyObject, type PyType } from '../values/object.ts';

export function slotDescriptor(type: PyType, name: string): GetSet {
  const key = `\0slot ${name}`;
  return new GetSet(
    type,
    name,
    (_vm, self: PyObject) => {
      const value = self.attrs?.values.get(key);
      if (value === undefined) {
        const text = `'${self.cls.name}' object has no attribute '${name}'`;
        raiseWithFields('AttributeError', text, { name, obj: self });
      }
      return value;
    },
    (_vm, self: PyObject, value) => {
      (self.attrs ??= new Dict()).setName(key, value);
      return null;
    },
  );
}
