// `_import`: what importlib asks of the import system.

import { native } from '../native.ts';
import type { BuiltinModule, ModuleRegistry } from '../imports.ts';

export const importParts: BuiltinModule = {
  name: '_import',
  build: (vm) => ({
    // Whether a module is one of ours, and so found before any file.
    is_ours: native('is_ours(name, /)', (_vm, name: string) => {
      const registry = vm.extensions.get('modules') as ModuleRegistry;
      return registry.find(name) !== undefined;
    }),
  }),
};
