// Warnings that built-in functions give: by way of the `warnings` module, whose filters decide.

import { getAttribute } from '../evaluate/attributes.ts';
import { call } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { wait, type Steps } from '../evaluate/pending.ts';
import { importModule } from '../imports.ts';
import { types } from '../values/object.ts';

export function* warn(vm: Interpreter, category: string, message: string): Steps {
  const module = yield* importModule(vm, 'warnings');
  const give = yield* wait(getAttribute(vm, module, 'warn'));
  return yield* wait(call(vm, give, [message, types[category] ?? null]));
}
