// `_weakref`: what only the language knows of weak references: which objects may have them, and the
// reference that an object has already.

import { typeName } from '../evaluate/attributes.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { hasWeakReferences } from '../evaluate/layout.ts';
import type { BuiltinModule } from '../imports.ts';
import { native } from '../native.ts';
import { List } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { PyObject, type Value } from '../values/object.ts';

export const weakParts: BuiltinModule = {
  name: '_weakref',
  build: () => ({
    // The list of references and proxies to an object, to be added to.
    known: native('known(object, /)', (vm, object: Value) => {
      if (!(object instanceof PyObject) || !hasWeakReferences(object.cls)) {
        return raise('TypeError', `cannot create weak reference to '${typeName(object)}' object`);
      }
      return listOf(vm, object);
    }),
  }),
};

function listOf(vm: Interpreter, object: PyObject): List {
  let table = vm.extensions.get('weakref') as WeakMap<PyObject, List> | undefined;
  if (!table) vm.extensions.set('weakref', (table = new WeakMap<PyObject, List>()));
  let list = table.get(object);
  if (!list) table.set(object, (list = new List([])));
  return list;
}
