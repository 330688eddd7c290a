// `atexit`: https://docs.python.org/3.11/library/atexit.html
//
// What runs the program asks for the calls that it registered, when its body has ended.

import { typeName, typeOf } from '../evaluate/attributes.ts';
import { call } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { equals } from '../evaluate/operators.ts';
import { NativeFrame, wait, type Pending } from '../evaluate/pending.ts';
import type { BuiltinModule } from '../imports.ts';
import { native } from '../native.ts';
import { raise } from '../values/exception.ts';
import type { Dict, Value } from '../values/object.ts';

interface Registered {
  readonly func: Value;
  readonly args: Value[];
  readonly keywords: Map<string, Value>;
}

function registeredIn(vm: Interpreter): Registered[] {
  let list = vm.extensions.get('atexit') as Registered[] | undefined;
  if (!list) vm.extensions.set('atexit', (list = []));
  return list;
}

/** The call that was registered last, taken from the list; null where none is left. */
export function nextAtExit(vm: Interpreter): Pending | null {
  const next = registeredIn(vm).pop();
  if (!next) return null;
  const steps = (function* () {
    return yield* wait(call(vm, next.func, next.args, next.keywords));
  })();
  return new NativeFrame(steps, null);
}

export const atexit: BuiltinModule = {
  name: 'atexit',
  build: () => ({
    register: native(
      'register(func, /, *args, **kwargs)',
      (vm: Interpreter, func: Value, args: Value[], given: Dict) => {
        if (typeOf(func).lookup('__call__') === undefined && typeName(func) !== 'function') {
          raise('TypeError', 'the first argument must be callable');
        }
        const keywords = new Map(given.values as Map<string, Value>);
        registeredIn(vm).push({ func, args, keywords });
        return func;
      },
    ),
    unregister: native('unregister(func, /)', (vm: Interpreter, func: Value) => {
      const list = registeredIn(vm);
      const kept = list.filter((each) => !equals(vm, each.func, func));
      list.splice(0, list.length, ...kept);
      return null;
    }),
    _clear: native('_clear()', (vm: Interpreter) => {
      registeredIn(vm).length = 0;
      return null;
    }),
    _ncallbacks: native('_ncallbacks()', (vm: Interpreter) => registeredIn(vm).length),
  }),
};
