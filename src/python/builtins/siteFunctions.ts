// Functions of the interactive session, and built-in names that are not supported yet: programs
// that only name them still run.

import { native } from '../native.ts';
import { callSpecial } from '../evaluate/call.ts';
import { asyncIterator } from '../evaluate/coroutine.ts';
import type { NativeFunction } from '../values/callable.ts';
import { raise } from '../values/exception.ts';
import type { Value } from '../values/object.ts';
import { typeName } from '../evaluate/attributes.ts';

export const siteFunctions = (): NativeFunction[] => [
  ...['exit', 'quit'].map((name) =>
    native(`${name}(code=None)`, (_vm, code: Value) => raise('SystemExit', code)),
  ),
  ...['memoryview', 'breakpoint', 'help'].map((name) =>
    native(`${name}(*args, **kwargs)`, (vm) => vm.unsupported(`${name}()`)),
  ),
  native('aiter(async_iterable, /)', (vm, iterable: Value) => asyncIterator(vm, iterable)),
  native(
    'anext(async_iterator, /)',
    (vm, iterator: Value) =>
      callSpecial(vm, iterator, '__anext__', []) ??
      raise('TypeError', `'${typeName(iterator)}' object is not an async iterator`),
  ),
];
