// The type of modules.

import { attribute, methods, staticMethods } from '../native.ts';
import { ModuleObject, moduleType } from '../values/callable.ts';
import type { PyType, Value } from '../values/object.ts';
import { strRepr } from '../text/strRepr.ts';
import { StrObject } from '../values/numbers.ts';

staticMethods(moduleType, {
  '__new__(cls, name=<none>, doc=None)': (
    _vm,
    cls: PyType,
    name: Value | undefined,
    doc: Value,
  ) => {
    const text = name instanceof StrObject ? name.value : typeof name === 'string' ? name : '';
    const module = new ModuleObject(text, cls);
    module.namespace.setName('__doc__', doc);
    module.namespace.setName('__package__', null);
    module.namespace.setName('__loader__', null);
    module.namespace.setName('__spec__', null);
    return module;
  },
});

methods(moduleType, {
  '__init__(self, name, doc=None)': () => null,
  '__repr__(self, /)': (_vm, self: ModuleObject) => {
    const name = self.namespace.values.get('__name__') ?? self.name;
    const shown = strRepr(String(name));
    const file = self.namespace.values.get('__file__');
    if (typeof file === 'string') return `<module ${shown} from ${strRepr(file)}>`;
    return self.cls === moduleType ? `<module ${shown} (built-in)>` : `<module ${shown}>`;
  },
});
attribute<ModuleObject>(moduleType, '__dict__', (_vm, self) => self.namespace);
