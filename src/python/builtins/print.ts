// `print` and `input`.

import { native } from '../native.ts';
import { typeName } from '../evaluate/attributes.ts';
import { callMethod } from '../evaluate/call.ts';
import { str, truth } from '../evaluate/protocols.ts';
import { wait } from '../evaluate/pending.ts';
import { ModuleObject, type NativeFunction } from '../values/callable.ts';
import { raise } from '../values/exception.ts';
import { StrObject } from '../values/numbers.ts';
import type { Value } from '../values/object.ts';
import { Unknown } from '../values/unknown.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';

export function print(): NativeFunction {
  return native(
    "print(*args, sep=' ', end='\\n', file=None, flush=False)",
    function* (vm: Interpreter, args: Value[], sep: Value, end: Value, file: Value, flush: Value) {
      const separator = textOption('sep', sep, ' ');
      const ending = textOption('end', end, '\n');
      const parts: string[] = [];
      for (const argument of args) parts.push((yield* wait(str(vm, argument))) as string);
      const target = file ?? replacedOutput(vm);
      if (target === null) {
        const text = parts.join(separator) + ending;
        vm.charge(text.length);
        vm.stdout.write(text);
        return null;
      }
      const pieces = parts.flatMap((part, i) => (i === 0 ? [part] : [separator, part]));
      for (const piece of [...pieces, ending]) {
        yield* wait(callMethod(vm, target, 'write', [piece]));
      }
      if ((yield* wait(truth(vm, flush))) === true)
        yield* wait(callMethod(vm, target, 'flush', []));
      return null;
    },
  );
}

/** sys.stdout, where the program has put something else there; null for the output of the run. */
function replacedOutput(vm: Interpreter): Value {
  const sys = vm.modules.get('sys');
  if (!(sys instanceof ModuleObject)) return null;
  const current = sys.namespace.values.get('stdout') ?? null;
  return current === (sys.namespace.values.get('__stdout__') ?? null) ? null : current;
}

function textOption(name: string, value: Value, otherwise: string): string {
  if (value === null) return otherwise;
  if (typeof value === 'string') return value;
  if (value instanceof StrObject) return value.value;
  return raise('TypeError', `${name} must be None or a string, not ${typeName(value)}`);
}

export function input(): NativeFunction {
  return native('input(prompt=<none>, /)', function* (vm: Interpreter, prompt: Value | undefined) {
    if (prompt !== undefined) vm.stdout.write((yield* wait(str(vm, prompt))) as string);
    if (vm.limits.kind === 'live') return new Unknown('what a person would type');
    const line = vm.host.readLine();
    return line ?? raise('EOFError', 'EOF when reading a line');
  });
}
