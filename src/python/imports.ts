// `import`: finding a module, running its body once, and taking names from it.
//
// https://docs.python.org/3.11/reference/import.html

import { findAttribute, getAttribute, missingAttribute, typeName } from './evaluate/attributes.ts';
import { call, finishNow } from './evaluate/call.ts';
import { Frame } from './evaluate/frame.ts';
import type { Interpreter } from './evaluate/interpreter.ts';
import { Pending, steps, wait, type Result, type Steps } from './evaluate/pending.ts';
import { isException } from './evaluate/protocols.ts';
import type { Code } from './evaluate/code.ts';
import { filesOf } from './files/overlay.ts';
import { List, Tuple } from './values/containers.ts';
import { ModuleObject } from './values/callable.ts';
import { PyError, raise, raiseWithFields } from './values/exception.ts';
import { Dict, type Value } from './values/object.ts';
import { isUnknown, Unknown } from './values/unknown.ts';

/** A module that is Python source. */
export interface ModuleSource {
  readonly path: string;
  readonly code: Code;
  /** Where submodules are looked for; null where the module is not a package. */
  readonly packagePath: readonly string[] | null;
  /** A folder without `__init__.py`: it has no file. */
  readonly isNamespace?: boolean;
}

/** A module of ours. */
export interface BuiltinModule {
  readonly name: string;
  /** Its namespace; asked once for each run that imports it. */
  build(vm: Interpreter): Record<string, Value> | Dict;
  /** Submodules that come with it, by their last name. */
  readonly submodules?: readonly string[];
  /** Asked for a name that the namespace lacks. */
  missing?(vm: Interpreter, name: string): Value | undefined;
}

/** A module of ours that is written in Python. */
export interface SourceModule {
  readonly name: string;
  readonly source: string;
  /** Whether other modules of ours are inside of it. */
  readonly isPackage: boolean;
  /** Names that it has before its body runs: what of it is not written in Python. */
  readonly names?: Readonly<Record<string, Value>>;
  /** What stands for a name that its body does not define. */
  missing?(vm: Interpreter, name: string): Value | undefined;
}

/** `collections/__init__.py` is the package `collections`, `collections/abc.py` a module in it. */
export function sourceModule(file: string, source: string): SourceModule {
  const path = file.replace(/\.py$/, '').split('/');
  const isPackage = path.at(-1) === '__init__';
  if (isPackage) path.pop();
  return { name: path.join('.'), source, isPackage };
}

/** Turns the text of one of our own modules into code; the trace has the parser and hands it in. */
export type Compile = (path: string, source: string) => Code;

/** The modules of ours that a run may import. */
export interface ModuleRegistry {
  find(name: string): BuiltinModule | SourceModule | undefined;
  /** Whether a name is known to exist, but not supported: its import gives an opaque value. */
  isKnown(name: string): boolean;
  /** Whether programs are commonly written to go on without it. */
  isOptional(name: string): boolean;
}

export function importName(
  vm: Interpreter,
  frame: Frame,
  name: string,
  level: number,
  fromList: Value,
): Result {
  return steps(importFor(vm, frame.globals, name, level, fromList));
}

/** What an import statement does in code with these globals; `__import__` is the same. */
export function* importFor(
  vm: Interpreter,
  globals: Dict | null,
  name: string,
  level: number,
  fromList: Value,
): Steps {
  const full = level > 0 ? resolveRelative(globals ?? new Dict(), name, level) : name;
  const module = yield* importModule(vm, full);
  const listed = fromList instanceof Tuple || fromList instanceof List;
  if (!listed || fromList.items.length === 0) {
    // The package that `name` begins with: for a relative one, below the package it is relative to.
    const rest = name.includes('.') ? name.length - name.indexOf('.') : 0;
    return vm.modules.get(full.slice(0, full.length - rest)) ?? module;
  }
  yield* importSubmodules(vm, module, full, fromList);
  return module;
}

function resolveRelative(globals: Dict, name: string, level: number): string {
  const own = packageOf(globals);
  if (own === '') raise('ImportError', 'attempted relative import with no known parent package');
  const parts = own.split('.');
  if (level > parts.length)
    raise('ImportError', 'attempted relative import beyond top-level package');
  const base = parts.slice(0, parts.length - level + 1).join('.');
  return name === '' ? base : `${base}.${name}`;
}

/** The package that the code with these globals is in; '' for none. */
function packageOf({ values }: Dict): string {
  const own = values.get('__package__') ?? null;
  if (own !== null) {
    return typeof own === 'string' ? own : raise('TypeError', '__package__ must be a string');
  }
  const name = values.get('__name__');
  if (name === undefined) raise('KeyError', "'__name__' not in globals");
  if (typeof name !== 'string') return raise('TypeError', '__name__ must be a string');
  return values.has('__path__') ? name : name.slice(0, Math.max(name.lastIndexOf('.'), 0));
}

/** Imports a module and its parents; gives the module itself. */
export function* importModule(vm: Interpreter, name: string): Steps {
  const known = vm.modules.get(name);
  if (known !== undefined && known !== null) return known;
  if (known === null) notFound(name, `import of ${name} halted; None in sys.modules`);
  const dot = name.lastIndexOf('.');
  let parent: Value = null;
  if (dot > 0) {
    parent = yield* importModule(vm, name.slice(0, dot));
    const after = vm.modules.get(name);
    if (after !== undefined && after !== null) return after;
    if (isUnknown(parent)) return remember(vm, name, new Unknown(`'${name}' is not available`));
  }
  const module = yield* load(vm, name, parent);
  if (parent instanceof ModuleObject) parent.namespace.setName(name.slice(dot + 1), module);
  return module;
}

function remember(vm: Interpreter, name: string, module: Value): Value {
  vm.modules.set(name, module);
  return module;
}

function* load(vm: Interpreter, name: string, parent: Value): Steps {
  const registry = vm.extensions.get('modules') as ModuleRegistry;
  const builtin = registry.find(name);
  if (builtin && 'source' in builtin) return yield* runOurs(vm, builtin);
  if (builtin) return makeBuiltin(vm, builtin, registry);
  if (parent instanceof ModuleObject) {
    const existing = parent.namespace.values.get(name.slice(name.lastIndexOf('.') + 1));
    if (existing instanceof ModuleObject) return remember(vm, name, existing);
  }
  const path = parent instanceof ModuleObject ? packagePath(parent) : searchPath(vm);
  const source = path === null ? null : vm.host.findModule(name, path);
  if (!source) {
    const compiled = path !== null && vm.host.isCompiledModule?.(name, path) === true;
    const known = registry.isKnown(name) && !(registry.isOptional(name) && isGuarded(vm));
    if (compiled || known) {
      return remember(vm, name, vm.unsupported(`import ${name}`));
    }
    if (parent instanceof ModuleObject && path === null) {
      notFound(name, `No module named '${name}'; '${parent.name}' is not a package`);
    }
    return notFound(name, `No module named '${name}'`);
  }
  return yield* runModule(vm, name, source);
}

/** Whether the import stands in a `try`: its program knows what to do without the module. */
function isGuarded(vm: Interpreter): boolean {
  const frame = vm.currentFrame();
  if (frame === null) return false;
  const index = frame.pc / 2 - 1;
  return frame.code.handlers.some(({ start, end }) => start <= index && index < end);
}

/** `sys.path`, which a program may change; relative entries are below the working directory. */
function searchPath(vm: Interpreter): readonly string[] {
  const sys = vm.modules.values.get('sys');
  const path = sys instanceof ModuleObject ? sys.namespace.values.get('path') : undefined;
  if (!(path instanceof List)) return vm.searchPath;
  const names = path.items.filter((item) => typeof item === 'string');
  return names.map((name) => filesOf(vm).absolute(name));
}

function* runOurs(vm: Interpreter, ours: SourceModule): Steps {
  const { name, source, isPackage, names } = ours;
  const compile = vm.extensions.get('compile') as Compile;
  const path = `<${name}>`;
  const packagePath = isPackage ? [path] : null;
  const code = compile(path, source);
  const module = yield* runModule(vm, name, { path, code, packagePath }, names);
  if (ours.missing && module instanceof ModuleObject) {
    const other = module.missing;
    module.missing = (wanted) => ours.missing?.(vm, wanted) ?? other?.(wanted);
  }
  return module;
}

function notFound(name: string, message: string): never {
  raiseWithFields('ModuleNotFoundError', message, { name });
}

function makeBuiltin(
  vm: Interpreter,
  builtin: BuiltinModule,
  registry: ModuleRegistry,
): ModuleObject {
  const module = new ModuleObject(builtin.name);
  vm.modules.set(builtin.name, module);
  const contents = builtin.build(vm);
  const { namespace } = module;
  if (contents instanceof Dict)
    for (const [key, value] of contents.values) namespace.values.set(key, value);
  else for (const [name, value] of Object.entries(contents)) namespace.setName(name, value);
  const source = { path: 'built-in', packagePath: null };
  module.missing = (name) => builtin.missing?.(vm, name) ?? specOf(vm, module, source, name);
  for (const last of builtin.submodules ?? []) {
    const submodule = registry.find(`${builtin.name}.${last}`);
    if (submodule && 'build' in submodule)
      module.namespace.setName(last, makeBuiltin(vm, submodule, registry));
  }
  return module;
}

function packagePath(module: ModuleObject): string[] | null {
  const path = module.namespace.values.get('__path__');
  return path instanceof List ? path.items.filter((item) => typeof item === 'string') : null;
}

function* runModule(
  vm: Interpreter,
  name: string,
  source: ModuleSource,
  names: Readonly<Record<string, Value>> = {},
): Steps {
  const module = new ModuleObject(name);
  const { namespace } = module;
  const parentName = name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : '';
  namespace.setName('__doc__', source.code.doc);
  namespace.setName('__package__', source.packagePath ? name : parentName);
  namespace.setName('__file__', source.isNamespace ? null : source.path);
  namespace.setName('__builtins__', vm.modules.get('builtins') ?? null);
  if (source.packagePath) namespace.setName('__path__', new List([...source.packagePath]));
  module.missing = (wanted) => specOf(vm, module, source, wanted);
  for (const [each, value] of Object.entries(names)) namespace.setName(each, value);
  vm.modules.set(name, module);
  module.initializing = true;
  try {
    yield new Frame(source.code, namespace, namespace, null);
  } catch (error) {
    vm.modules.delete(name);
    throw error;
  } finally {
    module.initializing = false;
  }
  return vm.modules.get(name) ?? module;
}

/** `__spec__` and `__loader__`, which importlib makes when they are asked for. */
function specOf(
  vm: Interpreter,
  { namespace, name }: ModuleObject,
  { path, packagePath }: Pick<ModuleSource, 'path' | 'packagePath'>,
  wanted: string,
): Value | undefined {
  if (wanted !== '__spec__' && wanted !== '__loader__') return undefined;
  const util = finishNow(vm, steps(importModule(vm, 'importlib.util')));
  const make = finishNow(vm, getAttribute(vm, util, '_spec_of'));
  const places = packagePath && new List([...packagePath]);
  const spec = finishNow(vm, call(vm, make, [name, path, places]));
  namespace.setName('__spec__', spec);
  namespace.setName('__loader__', finishNow(vm, getAttribute(vm, spec, 'loader')));
  return namespace.values.get(wanted);
}

/** `from package import name`: a name that is a submodule is imported now. */
function* importSubmodules(
  vm: Interpreter,
  module: Value,
  full: string,
  names: Tuple | List,
  inAll = false,
): Generator<Pending, void, Value> {
  if (!(module instanceof ModuleObject) || packagePath(module) === null) return;
  for (const name of names.items) {
    if (typeof name !== 'string')
      raiseListItem(`${inAll ? `${full}.__all__` : "``from list''"}`, name);
    if (name === '*') {
      const all = module.namespace.values.get('__all__');
      const listed = all instanceof List || all instanceof Tuple;
      if (listed && !inAll) yield* importSubmodules(vm, module, full, all, true);
      continue;
    }
    if (module.namespace.has(name)) continue;
    try {
      yield* importModule(vm, `${full}.${name}`);
    } catch (error) {
      const missing =
        error instanceof PyError && error.value.fields?.get('name') === `${full}.${name}`;
      if (!missing) throw error;
    }
  }
}

function raiseListItem(where: string, item: Value): never {
  raise('TypeError', `Item in ${where} must be str, not ${typeName(item)}`);
}

export function importFrom(vm: Interpreter, module: Value, name: string): Result {
  if (isUnknown(module)) return new Unknown(`'${name}' is not available`);
  const found = findAttribute(vm, module, name);
  if (found instanceof Pending) return steps(orMissing(vm, module, name, found));
  return found === undefined ? missingName(vm, module, name) : found;
}

/** A module's `__getattr__` that raises AttributeError has no such name. */
function* orMissing(vm: Interpreter, module: Value, name: string, found: Pending): Steps {
  try {
    return yield* wait(found);
  } catch (error) {
    if (!isException(error, 'AttributeError')) throw error;
  }
  return missingName(vm, module, name);
}

function missingName(vm: Interpreter, module: Value, name: string): Value {
  const names = module instanceof ModuleObject ? module.namespace.values : null;
  const own = names?.get('__name__');
  const full = typeof own === 'string' ? own : '<unknown module name>';
  const loaded = vm.modules.get(`${full}.${name}`);
  if (loaded !== undefined) return loaded;
  const file = names?.get('__file__') ?? null;
  const where = typeof file === 'string' ? file : 'unknown location';
  const circular = module instanceof ModuleObject && module.initializing;
  const text = circular
    ? `from partially initialized module '${full}' (most likely due to a circular import)`
    : `from '${full}'`;
  return raiseWithFields('ImportError', `cannot import name '${name}' ${text} (${where})`, {
    name: full,
    path: file,
  });
}

/** `from module import *`: the names of `__all__`, or those without a leading underscore. */
export function importStar(vm: Interpreter, frame: Frame, module: Value): void {
  if (!(module instanceof ModuleObject)) return;
  const target = frame.locals ?? frame.globals;
  const all = module.namespace.values.get('__all__');
  if (all instanceof List || all instanceof Tuple) {
    for (const name of all.items) {
      if (typeof name !== 'string') raiseListItem(`${module.name}.__all__`, name);
      const value = findAttribute(vm, module, name);
      if (value === undefined) {
        missingAttribute(module, name);
      }
      target.setName(name, finishNow(vm, value));
    }
    return;
  }
  for (const [name, value] of module.namespace.values) {
    if (typeof name === 'string' && !name.startsWith('_')) target.setName(name, value);
  }
}
