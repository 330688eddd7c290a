// `_sources`: what `traceback`, `linecache` and `inspect` ask of the interpreter: texts of files, and
// where in them code stands.

import { typeName } from '../evaluate/attributes.ts';
import { carets } from '../evaluate/carets.ts';
import { Code } from '../evaluate/code.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { sourcesOf } from '../evaluate/traceback.ts';
import type { CompileHook } from '../builtins/evalFunctions.ts';
import type { BuiltinModule } from '../imports.ts';
import { native } from '../native.ts';
import { Tuple } from '../values/containers.ts';
import { raise, TraceEntry } from '../values/exception.ts';
import type { Value } from '../values/object.ts';

export const sources: BuiltinModule = {
  name: '_sources',
  build: () => ({
    text: native('text(path, /)', (vm: Interpreter, path: Value) =>
      typeof path === 'string' ? textOf(vm, path) : null,
    ),
    positions: native('positions(entry, /)', (vm: Interpreter, entry: Value) => {
      if (!(entry instanceof TraceEntry)) {
        raise('TypeError', `expected traceback object, got '${typeName(entry)}'`);
      }
      return positionsOf(vm, entry);
    }),
    markers: native(
      'markers(line, start, end, continues, /)',
      (_vm, line: string, start: number, end: number, continues: boolean) =>
        carets(line, { start, end, continues }, 0),
    ),
    lines: native('lines(code, /)', (_vm, code: Value) =>
      code instanceof Code ? linesOf(code) : null,
    ),
    class_lines: native('class_lines(path, qualname, /)', (vm: Interpreter, path, qualname) =>
      classLines(vm, String(path), String(qualname)),
    ),
  }),
};

/** First and last line; decorators belong to what they decorate. */
function linesOf(code: Code): Tuple {
  return new Tuple([code.firstLine, code.lineAt(code.span.end) + 1]);
}

/** Where a class stands in its file: its code is made once more and looked through. */
function classLines(vm: Interpreter, path: string, qualname: string): Tuple | null {
  const text = textOf(vm, path);
  const compile = vm.extensions.get('compile') as CompileHook | undefined;
  if (text === null || !compile) return null;
  const left = [compile(path, text, 'exec')];
  let found: Code | null = null;
  for (let code = left.shift(); code !== undefined; code = left.shift()) {
    code.prepare?.();
    // The last of that name is what the name stands for.
    if (code.kind === 'class' && code.qualname === qualname) found = code;
    left.push(...code.constants.filter((constant) => constant instanceof Code));
  }
  return found && linesOf(found);
}

function textOf(vm: Interpreter, path: string): string | null {
  return sourcesOf(vm).sourceOf(path);
}

/** First line, last line, first column and last column; None where they are not known. */
function positionsOf(vm: Interpreter, entry: TraceEntry): Tuple {
  const { code } = entry.frame;
  const line = entry.line ?? code.lineAt(entry.span.start) + 1;
  const text = textOf(vm, entry.path);
  if (text === null || entry.line !== null) return new Tuple([line, null, null, null]);
  const { start, end } = entry.span;
  return new Tuple([line, code.lineAt(end) + 1, columnOf(text, start), columnOf(text, end)]);
}

/** Characters between the beginning of the line and the offset. */
function columnOf(text: string, offset: number): number {
  const before = text.slice(0, offset);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  return [...before.slice(lineStart)].length;
}
