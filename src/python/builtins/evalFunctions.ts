// eval, exec and compile: source text as code. The parser belongs to the run: it is asked for as
// `vm.extensions`' function 'compile'.

import { native } from '../native.ts';
import { typeName, typeOf } from '../evaluate/attributes.ts';
import { Code } from '../evaluate/code.ts';
import { Frame } from '../evaluate/frame.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import type { Steps } from '../evaluate/pending.ts';
import { decodeSource } from '../parse/encoding.ts';
import { importFor } from '../imports.ts';
import { ModuleObject, type NativeFunction } from '../values/callable.ts';
import { Bytes } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { StrObject } from '../values/numbers.ts';
import { Dict, type Value } from '../values/object.ts';
import { isUnknown } from '../values/unknown.ts';
import { currentLocals } from './scopeFunctions.ts';

type Mode = 'exec' | 'eval' | 'single';

/** Makes code from source; a SyntaxError is thrown as a Python exception. */
export type CompileHook = (path: string, source: string, mode?: Mode) => Code;

export const evalFunctions = (): NativeFunction[] => [
  native(
    'eval(source, globals=None, locals=None, /)',
    function* (vm, source: Value, globals: Value, locals: Value) {
      return yield* run(vm, 'eval', source, globals, locals);
    },
  ),
  native(
    'exec(source, globals=None, locals=None, /, *, closure=None)',
    function* (vm, source: Value, globals: Value, locals: Value) {
      yield* run(vm, 'exec', source, globals, locals);
      return null;
    },
  ),
  native(
    'compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)',
    (vm, source: Value, filename: Value, mode: Value) => {
      if (mode !== 'exec' && mode !== 'eval' && mode !== 'single') {
        return raise('ValueError', "compile() mode must be 'exec', 'eval' or 'single'");
      }
      const text = sourceText('compile', source);
      if (text === null) return vm.unsupported('compile() of what is not known');
      return compileText(vm, String(filename), text, mode);
    },
  ),
  native(
    '__import__(name, globals=None, locals=None, fromlist=(), level=0)',
    function* (vm, name: Value, globals: Value, _locals: Value, fromList: Value, level: Value) {
      if (typeof name !== 'string') return raise('TypeError', 'module name must be a string');
      const above = typeof level === 'number' ? level : 0;
      if (above < 0) raise('ValueError', 'level must be >= 0');
      if (above > 0 && !(globals instanceof Dict)) {
        if (globals !== null) raise('TypeError', 'globals must be a dict');
        raise('KeyError', "'__name__' not in globals");
      }
      if (name === '' && above === 0) raise('ValueError', 'Empty module name');
      const names = globals instanceof Dict ? globals : null;
      return yield* importFor(vm, names, name, above, fromList);
    },
  ),
];

function* run(
  vm: Interpreter,
  mode: 'eval' | 'exec',
  source: Value,
  globals: Value,
  locals: Value,
): Steps {
  const frame = vm.currentFrame();
  if (globals !== null && !(globals instanceof Dict)) {
    raise(
      'TypeError',
      mode === 'exec'
        ? `exec() globals must be a dict, not ${typeName(globals)}`
        : 'globals must be a dict',
    );
  }
  const code = source instanceof Code ? source : codeOf(vm, mode, source);
  if (code === null) return vm.unsupported(`${mode}() of what is not known`);
  if (locals !== null && typeOf(locals).lookup('__getitem__') === undefined) {
    const more = mode === 'exec' ? ` or None, not ${typeName(locals)}` : '';
    raise('TypeError', `locals must be a mapping${more}`);
  }
  const names = globals ?? frame?.globals ?? new Dict();
  if (!names.has('__builtins__')) names.setName('__builtins__', builtinsModule(vm));
  const builtins = names.get('__builtins__');
  if (builtins instanceof Dict) (vm.ownBuiltins ??= new WeakMap<Dict, Dict>()).set(names, builtins);
  // The run loop asks what is no plain dict by its methods.
  const given = locals as Dict | null;
  const own = given ?? (globals === null ? (currentLocals(vm) ?? names) : names);
  return (yield new Frame(code, names, own, null)) as Value;
}

function codeOf(vm: Interpreter, mode: 'eval' | 'exec', source: Value): Code | null {
  const text = sourceText(mode, source);
  if (text === null) return null;
  return compileText(vm, '<string>', mode === 'eval' ? text.replace(/^[ \t]+/, '') : text, mode);
}

function compileText(vm: Interpreter, path: string, text: string, mode: Mode): Code {
  const compile = vm.extensions.get('compile') as CompileHook | undefined;
  return compile
    ? compile(path, text, mode)
    : raise('NotImplementedError', 'not supported yet: compile()');
}

/** The text; null where it is not known. */
function sourceText(func: string, source: Value): string | null {
  if (typeof source === 'string') return source;
  if (source instanceof StrObject) return source.value;
  if (source instanceof Bytes) return textOfBytes(source.data);
  if (isUnknown(source)) return null;
  const what = func === 'compile' ? 'AST' : 'code';
  return raise('TypeError', `${func}() arg 1 must be a string, bytes or ${what} object`);
}

export function textOfBytes(data: Uint8Array): string {
  const source = decodeSource(data, '');
  if ('text' in source) return source.text;
  const problem = /^encoding problem: (?!.* with BOM$)/.exec(source.refusal);
  if (problem) raise('SyntaxError', source.refusal.replace(problem[0], 'unknown encoding: '));
  return raise('SyntaxError', source.refusal);
}

/** The module of the built-in names. */
export function builtinsModule(vm: Interpreter): Value {
  const known = vm.modules.get('builtins');
  if (known !== undefined) return known;
  const module = new ModuleObject('builtins');
  module.namespace.values = vm.builtins.values;
  vm.modules.setName('builtins', module);
  return module;
}
