// The type of modules.

import { typeName } from '../evaluate/attributes.ts';
import { attribute, methods, staticMethods } from '../native.ts';
import { raise } from '../values/exception.ts';
import { ModuleObject, moduleType } from '../values/callable.ts';
import type { PyType, Value } from '../values/object.ts';
import { strRepr } from '../text/strRepr.ts';
import { StrObject } from '../values/numbers.ts';

staticMethods(moduleType, {
  '__new__(cls, /, *args, **kwargs)': (_vm, cls: PyType) => {
    const module = new ModuleObject('', cls);
    module.namespace.clear();
    return module;
  },
});

methods(moduleType, {
  '__init__(self, name, doc=None)': (_vm, self: ModuleObject, name: Value, doc: Value) => {
    const text = name instanceof StrObject ? name.value : name;
    if (typeof text !== 'string') {
      raise('TypeError', `module() argument 'name' must be str, not ${typeName(name)}`);
    }
    Object.assign(self, { name: text });
    const parts = { __name__: name, __doc__: doc };
    for (const [key, value] of Object.entries(parts)) self.namespace.setName(key, value);
    for (const key of ['__package__', '__loader__', '__spec__']) self.namespace.setName(key, null);
    return null;
  },
  '__repr__(self, /)': (_vm, self: ModuleObject) => {
    const name = self.namespace.values.get('__name__') ?? self.name;
    const shown = strRepr(String(name));
    const file = self.namespace.values.get('__file__');
    if (typeof file === 'string') return `<module ${shown} from ${strRepr(file)}>`;
    return self.cls === moduleType ? `<module ${shown} (built-in)>` : `<module ${shown}>`;
  },
});
attribute<ModuleObject>(moduleType, '__dict__', (_vm, self) => self.namespace);
