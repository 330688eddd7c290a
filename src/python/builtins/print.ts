// `print` and `input`.

import { native } from '../native.ts';
import { typeName } from '../evaluate/attributes.ts';
import { callMethod } from '../evaluate/call.ts';
import { str, truth } from '../evaluate/protocols.ts';
import { wait, type Steps } from '../evaluate/pending.ts';
import { ModuleObject, type NativeFunction } from '../values/callable.ts';
import { refuseOperation } from '../io/base.ts';
import { standardStream } from '../io/standard.ts';
import { TextFile } from '../io/textFile.ts';
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
      const target = file ?? standardOutput(vm);
      // A program that has put None in the place of its output prints nothing.
      if (target === null) return null;
      if (target instanceof TextFile && target.standard !== null && !target.standardClosed) {
        const text = parts.join(separator) + ending;
        if (target.standard === 'stdin') refuseOperation('not writable');
        vm.charge(text.length);
        vm[target.standard].write(text);
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

/** sys.stdout: the output of the run, or what the program has put there. */
function standardOutput(vm: Interpreter): Value {
  const sys = vm.modules.values.get('sys');
  if (!(sys instanceof ModuleObject)) return outputOf(vm);
  const current = sys.namespace.values.get('stdout');
  return current === undefined ? raise('RuntimeError', 'lost sys.stdout') : current;
}

/** The output, where no program has asked for `sys`. */
function outputOf(vm: Interpreter): Value {
  let output = vm.extensions.get('output') as TextFile | undefined;
  if (!output) vm.extensions.set('output', (output = standardStream('stdout')));
  return output;
}

function textOption(name: string, value: Value, otherwise: string): string {
  if (value === null) return otherwise;
  if (typeof value === 'string') return value;
  if (value instanceof StrObject) return value.value;
  return raise('TypeError', `${name} must be None or a string, not ${typeName(value)}`);
}

export function input(): NativeFunction {
  return native(
    'input(prompt=<none>, /)',
    function* (vm: Interpreter, prompt: Value | undefined): Steps {
      if (prompt !== undefined) vm.stdout.write((yield* wait(str(vm, prompt))) as string);
      if (vm.limits.kind === 'live') return new Unknown('what a person would type');
      const sys = vm.modules.values.get('sys');
      const stdin = sys instanceof ModuleObject ? sys.namespace.values.get('stdin') : undefined;
      const isOwn = stdin instanceof TextFile && stdin.standard === 'stdin' && stdin.pending === '';
      if (stdin === undefined || isOwn) {
        return vm.host.readLine() ?? raise('EOFError', 'EOF when reading a line');
      }
      if (stdin === null) return raise('RuntimeError', 'input(): lost sys.stdin');
      const line = yield* wait(callMethod(vm, stdin, 'readline', []));
      if (typeof line !== 'string') {
        return raise('TypeError', 'object.readline() returned non-string');
      }
      if (line === '') raise('EOFError', 'EOF when reading a line');
      return line.endsWith('\n') ? line.slice(0, -1) : line;
    },
  );
}
