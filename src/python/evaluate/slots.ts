// `__slots__`: a descriptor for each name. The values stand in a table of their own, beside the
// instance's attributes.

import { GetSet, memberType } from '../values/callable.ts';
import { raise, raiseWithFields } from '../values/exception.ts';
import { Dict, PyObject, type PyType } from '../values/object.ts';
import { typeOf } from './attributes.ts';

export function slotDescriptor(type: PyType, name: string): GetSet {
  const descriptor = new GetSet(
    type,
    name,
    (_vm, given: PyObject) => {
      const self = own(type, name, given);
      const value = self.slots?.values.get(name);
      if (value === undefined) {
        const text = `'${self.cls.name}' object has no attribute '${name}'`;
        raiseWithFields('AttributeError', text, { name, obj: self });
      }
      return value;
    },
    (_vm, given: PyObject, value) => {
      (own(type, name, given).slots ??= new Dict()).setName(name, value);
      return null;
    },
  );
  descriptor.cls = memberType;
  descriptor.slot = true;
  descriptor.remove = (given: PyObject) =>
    own(type, name, given).slots?.delete(name) ? null : raise('AttributeError', name);
  return descriptor;
}

/** The object, if it is one of the class that has the slot. */
function own(type: PyType, name: string, object: PyObject): PyObject {
  if (object instanceof PyObject && object.cls.isSubtypeOf(type)) return object;
  const text = `descriptor '${name}' for '${type.name}' objects doesn't apply to a '${typeOf(object).name}' object`;
  raise('TypeError', text);
}
