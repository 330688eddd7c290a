// Functions of the interactive session, and built-in names that are not supported yet: programs
// that only name them still run.

import { native } from '../native.ts';
import type { NativeFunction } from '../values/callable.ts';
import { raise } from '../values/exception.ts';
import type { Value } from '../values/object.ts';

export const siteFunctions = (): NativeFunction[] => [
  ...['exit', 'quit'].map((name) =>
    native(`${name}(code=None)`, (_vm, code: Value) => raise('SystemExit', code)),
  ),
  ...['breakpoint', 'help'].map((name) =>
    native(`${name}(*args, **kwargs)`, (vm) => vm.unsupported(`${name}()`)),
  ),
];
