// `mappingproxy`: a mapping that is only read, such as a class's `__dict__`.
//
// https://docs.python.org/3.11/library/types.html#types.MappingProxyType

import { typeName, typeOf } from '../evaluate/attributes.ts';
import { callMethod } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { binary, compare, type Comparison } from '../evaluate/operators.ts';
import { wait, type Result } from '../evaluate/pending.ts';
import { contains, getItem, iterate, length, repr, str } from '../evaluate/protocols.ts';
import { classMethods, methods, staticMethods } from '../native.ts';
import { List, Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { builtinType, PyObject, type PyType, type Value } from '../values/object.ts';
import { genericAlias } from './genericAlias.ts';

export const mappingProxyType = builtinType('mappingproxy');

export class MappingProxy extends PyObject {
  readonly mapping: Value;
  constructor(mapping: Value) {
    super(mappingProxyType);
    this.mapping = mapping;
  }
}

staticMethods(mappingProxyType, {
  '__new__(cls, mapping)': (_vm, _cls: PyType, mapping: Value) => {
    const isMapping = typeOf(mapping).lookup('__getitem__') !== undefined;
    if (!isMapping || mapping instanceof List || mapping instanceof Tuple) {
      const text = `mappingproxy() argument must be a mapping, not ${typeName(mapping)}`;
      raise('TypeError', text);
    }
    return new MappingProxy(mapping);
  },
});
classMethods(mappingProxyType, {
  '__class_getitem__(cls, item, /)': (_vm, cls: PyType, item: Value) => genericAlias(cls, item),
});

methods(mappingProxyType, {
  '__getitem__(self, key, /)': (vm, self: MappingProxy, key: Value) =>
    getItem(vm, self.mapping, key),
  '__contains__(self, key, /)': (vm, self: MappingProxy, key: Value) =>
    contains(vm, self.mapping, key),
  '__iter__(self, /)': (vm, self: MappingProxy) => iterate(vm, self.mapping),
  '__len__(self, /)': (vm, self: MappingProxy) => length(vm, self.mapping),
  '__reversed__(self, /)': (vm, self: MappingProxy) =>
    callMethod(vm, self.mapping, '__reversed__', []),
  'get(self, key, default=None, /)': (vm, self: MappingProxy, key: Value, otherwise: Value) =>
    callMethod(vm, self.mapping, 'get', [key, otherwise]),
  *'__repr__(self, /)'(vm, self: MappingProxy) {
    return `mappingproxy(${String(yield* wait(repr(vm, self.mapping)))})`;
  },
  '__str__(self, /)': (vm, self: MappingProxy) => str(vm, self.mapping),
  '__or__(self, value, /)': (vm, self: Value, value: Value) =>
    binary(vm, 'BitOr', inner(self), inner(value)),
  '__ror__(self, value, /)': (vm, self: Value, value: Value) =>
    binary(vm, 'BitOr', inner(value), inner(self)),
  '__ior__(self, value, /)': (_vm, self: Value, value: Value) => {
    const text = `'|=' is not supported by ${typeName(self)}; use '|' instead`;
    return value === undefined ? null : raise('TypeError', text);
  },
});
mappingProxyType.dict.setName('__hash__', null);

function inner(value: Value): Value {
  return value instanceof MappingProxy ? value.mapping : value;
}

for (const name of ['keys', 'values', 'items', 'copy']) {
  methods(mappingProxyType, {
    [`${name}(self, /)`]: (vm: Interpreter, self: MappingProxy): Result =>
      callMethod(vm, self.mapping, name, []),
  });
}

for (const [name, comparison] of [
  ['__eq__', 'Eq'],
  ['__ne__', 'NotEq'],
  ['__lt__', 'Lt'],
  ['__le__', 'LtE'],
  ['__gt__', 'Gt'],
  ['__ge__', 'GtE'],
] as const) {
  methods(mappingProxyType, {
    [`${name}(self, value, /)`]: (vm: Interpreter, self: MappingProxy, value: Value): Result =>
      compare(vm, comparison satisfies Comparison, self.mapping, inner(value)),
  });
}
