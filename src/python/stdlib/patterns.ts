// `_patterns`: tells `match` what classes a program registers as sequences and mappings.

import { registerCollection } from '../evaluate/match.ts';
import type { BuiltinModule } from '../imports.ts';
import { native } from '../native.ts';
import { PyType, type Value } from '../values/object.ts';

export const patterns: BuiltinModule = {
  name: '_patterns',
  build: () => ({
    registered: native('registered(abstract, subclass, /)', (_vm, abstract: Value, type: Value) => {
      if (abstract instanceof PyType && type instanceof PyType) registerCollection(abstract, type);
      return null;
    }),
  }),
};
