// Runs a Python program in this process, with the standard library and the modules that are handed
// in, and gives what it printed and what it raised.

import '../../src/python/evaluate/generator.ts';
import { builtinsNamespace } from '../../src/python/builtins/index.ts';
import type { Code } from '../../src/python/evaluate/code.ts';
import { Frame } from '../../src/python/evaluate/frame.ts';
import { Interpreter, type Host } from '../../src/python/evaluate/interpreter.ts';
import { advance, start, type Outcome } from '../../src/python/evaluate/run.ts';
import type { BuiltinModule } from '../../src/python/imports.ts';
import { stdlib } from '../../src/python/stdlib/index.ts';
import { ModuleObject } from '../../src/python/values/callable.ts';
import type { Value } from '../../src/python/values/object.ts';
import { installKeys } from '../../src/python/values/hashing.ts';
import { SourceCache } from '../../src/trace/sources.ts';

export interface ProgramRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly outcome: Outcome;
  readonly vm: Interpreter;
}

export interface ProgramOptions {
  readonly modules?: readonly BuiltinModule[];
  readonly files?: Readonly<Record<string, string>>;
  readonly input?: readonly string[];
  /** As it runs while a person types, or when it is asked to. */
  readonly kind?: 'live' | 'run';
  /** Names that the program finds defined. */
  readonly names?: Readonly<Record<string, Value>>;
}

export function runProgram(path: string, source: string, options: ProgramOptions = {}): ProgramRun {
  const output = { stdout: '', stderr: '' };
  const lines = [...(options.input ?? [])];
  const host: Host = {
    now: () => performance.now(),
    argv: [path],
    environment: new Map(),
    readFile: (name) => {
      const text = options.files?.[name];
      return text === undefined ? null : new TextEncoder().encode(text);
    },
    listDirectory: (folder) => namesIn(Object.keys(options.files ?? {}), folder),
    workingDirectory: '/',
    readLine: () => lines.shift() ?? null,
    findModule: () => null,
    entropy: 1n,
    wallClock: () => 0,
  };
  const vm = new Interpreter({
    host,
    limits: {
      kind: options.kind ?? 'run',
      millisecondsMax: Infinity,
      stepsMax: Infinity,
      bytesMax: 1e9,
      recursionMax: 1000,
    },
    stdout: { write: (text) => void (output.stdout += text) },
    stderr: { write: (text) => void (output.stderr += text) },
    builtins: builtinsNamespace(),
  });
  installKeys(vm);
  installModules(vm, options.modules ?? []);
  vm.extensions.set('compile', compile);
  const main = new ModuleObject('__main__');
  main.namespace.setName('__doc__', null);
  main.namespace.setName('__file__', path);
  vm.extensions.set('sourceOf', (name: string) => (name === path ? source : null));
  for (const [name, value] of Object.entries(options.names ?? {}))
    main.namespace.setName(name, value);
  vm.modules.setName('__main__', main);
  const base = start(
    vm,
    new Frame(compile(path, source, 'exec'), main.namespace, main.namespace, null),
  );
  for (;;) {
    const outcome = advance(vm, base, performance.now() + 1000);
    if (outcome.kind !== 'slice') return { ...output, outcome, vm };
  }
}

/** The names of files in a folder; null where there are none. */
function namesIn(paths: readonly string[], folder: string): string[] | null {
  const inside = paths.filter((name) => name.startsWith(`${folder.replace(/\/$/, '')}/`));
  const names = inside.map((name) => name.slice(folder.length).split('/').find(Boolean) ?? '');
  return names.length === 0 ? null : [...new Set(names)];
}

function installModules(vm: Interpreter, modules: readonly BuiltinModule[]): void {
  const builtins: BuiltinModule = { name: 'builtins', build: (run) => run.builtins };
  const all = [builtins, ...modules];
  vm.extensions.set('modules', {
    find: (name: string) => all.find((module) => module.name === name) ?? stdlib.get(name),
    isKnown: () => false,
  });
}

/** The library's code is the same for all programs. */
const sources = new SourceCache();

function compile(path: string, text: string, mode?: 'exec' | 'eval' | 'single'): Code {
  return mode === undefined ? sources.ourCode(path, text) : sources.textCode(path, text, mode);
}
