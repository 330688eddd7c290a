// Where the modules of a program come from: ours, or files beside the program, inside of what it may
// read. Trees of imported files are kept between runs, as long as their text is the same.

import { LineIndex, type Span } from '../base/span.ts';
import { freeze, thaw } from '../python/lower/frozen.ts';
import { lowerEval, lowerModule, type LowerOptions, type Part } from '../python/lower/lower.ts';
import type { ModuleRegistry, ModuleSource } from '../python/imports.ts';
import type { Code } from '../python/evaluate/code.ts';
import { parse, parseExpression, type ParseResult } from '../python/parse/parse.ts';
import { stdlib } from '../python/stdlib/index.ts';
import { deferBodies } from '../python/parse/deferred.ts';
import { relocate } from '../python/parse/relocate.ts';
import type { FunctionDef } from '../python/syntax.ts';
import { syntaxError } from '../python/evaluate/syntaxError.ts';
import { decodeSource } from '../python/parse/encoding.ts';
import { makeException, PyError } from '../python/values/exception.ts';
import { ownPackage, packageParts } from '../packages/index.ts';
import { torchModules } from '../torch/namespace.ts';
import { isKnownModule, isOpaquePackage, isOptionalModule } from './knownModules.ts';

export type Observed = 'nothing' | 'targets' | 'everything';

/** What the entry gives: files inside of what the program may read, and nothing else. */
export interface Files {
  /** The bytes of a file, or null where it is not there or may not be read. */
  readFile(path: string): Uint8Array | null;
  /** The names in a directory, or null. */
  listDirectory(path: string): readonly string[] | null;
  /** When it was changed, in seconds since 1970, or null. */
  modified(path: string): number | null;
}

/** Where code that was made of sources outlives the process. */
export interface CodeStore {
  /** What was saved of a text, or null. */
  load(path: string, text: string): string | null;
  save(path: string, text: string, frozen: string): void;
}

/** Trees of imported files, by path. One for a process. */
export class SourceCache {
  readonly #store: CodeStore | null;
  /** Code that the store does not have as it is now. */
  readonly #unsaved = new Map<string, { readonly text: string; readonly code: Code }>();
  readonly #ours = new Map<string, Code>();
  readonly #installed = new Map<string, { readonly text: string; readonly code: Code }>();
  readonly #trees = new Map<string, ParseResult>();

  constructor(store: CodeStore | null = null) {
    this.#store = store;
  }

  /** Saves the code of one source; false where there is nothing left to save. */
  saveOne(): boolean {
    for (const [path, { text, code }] of this.#unsaved) {
      this.#unsaved.delete(path);
      this.#store?.save(path, text, freeze(code));
      return true;
    }
    return false;
  }

  parse(path: string, text: string): ParseResult {
    const known = this.#trees.get(path);
    if (known?.text === text) return known;
    const parsed = parse(text, known);
    this.#trees.delete(path);
    this.#trees.set(path, parsed);
    this.#bound();
    return parsed;
  }

  /** Code of a module of ours that is written in Python: lowered once for a process. */
  ourCode(path: string, source: string): Code {
    let code = this.#ours.get(path);
    if (!code) {
      code = this.#deferred(path, source);
      this.#ours.set(path, code);
    }
    return code;
  }

  /** Code of a file of an installed package: read as it is needed, and kept for other runs. */
  installedCode(path: string, text: string): Code {
    const known = this.#installed.get(path);
    if (known?.text === text) return known.code;
    const code = this.#deferred(path, text);
    this.#installed.set(path, { text, code });
    return code;
  }

  installedText(path: string): string | undefined {
    return this.#installed.get(path)?.text;
  }

  /** Code of a text that the program made. */
  textCode(path: string, text: string, mode: 'exec' | 'eval' | 'single'): Code {
    const parsed = mode === 'eval' ? parseExpression(text) : parse(text);
    if (parsed.errors.length > 0) throw new PyError(syntaxError(path, parsed));
    if (mode === 'single') {
      const options = { ...lowerOptions(path, parsed, 'nothing'), interactive: true };
      return lowerModule(parsed.module, options);
    }
    if (mode !== 'eval') return lower(path, parsed, 'nothing');
    const [statement] = parsed.module.body;
    if (statement?.kind !== 'Expr') throw new PyError(syntaxError(path, parsed));
    return lowerEval(statement.value, lowerOptions(path, parsed, 'nothing'));
  }

  /** Code whose functions are read when they are called. */
  #deferred(path: string, text: string): Code {
    const unsaved = (code: Code): void => {
      if (this.#store) this.#unsaved.set(path, { text, code });
    };
    const kept = this.#store?.load(path, text) ?? null;
    if (kept !== null) {
      const code = thawed(kept, path, text, () => unsaved(code as Code));
      if (code) return code;
    }
    const code = lowerDeferred(path, text);
    unsaved(code);
    return code;
  }

  #bound(): void {
    for (const path of this.#trees.keys()) {
      if (this.#trees.size <= TREES_MAX) return;
      this.#trees.delete(path);
    }
  }
}

/** How many trees of imported files stay. */
const TREES_MAX = 500;

export interface SourcesOptions {
  readonly cache: SourceCache;
  readonly files: Files;
  /** Texts that stand in an editor instead of what is on the disk. */
  readonly openFiles: ReadonlyMap<string, string>;
  readonly observe: Observed;
  /** Whether a file that does not parse is run as far as it can be read. */
  readonly tolerant: boolean;
}

/** The source files of one run. */
export class Sources {
  readonly #options: SourcesOptions;
  readonly #parsed = new Map<string, ParseResult>();
  /** Files that do not parse. */
  readonly #refused = new Map<string, ParseResult>();

  constructor(options: SourcesOptions) {
    this.#options = options;
  }

  /** The program's own files that were loaded, the program itself among them. */
  get parsed(): ReadonlyMap<string, ParseResult> {
    return this.#parsed;
  }

  isUserFile = (path: string): boolean => this.#parsed.has(path);

  /** Code of the program itself, or of a part of its statements. */
  main(path: string, parsed: ParseResult, part: Part): Code {
    return this.#lower(path, parsed, part);
  }

  /** Finds `package.module` by its last name in the directories given. */
  findModule(name: string, searchPath: readonly string[]): ModuleSource | null {
    const last = name.slice(name.lastIndexOf('.') + 1);
    const opaque = isOpaquePackage(name);
    const places = searchPath.filter((place) => !isInstalled(`${place}/`));
    const installed = opaque ? [] : searchPath.filter((place) => isInstalled(`${place}/`));
    return (
      this.#findIn(last, places) ??
      this.#findOwn(name, searchPath) ??
      this.#findIn(last, installed) ??
      this.#namespacePackage(last, [...places, ...installed])
    );
  }

  /** Ours come before installed ones: those are compiled code, and these follow the graph. */
  #findOwn(name: string, searchPath: readonly string[]): ModuleSource | null {
    const own = ownPackage(name, searchPath);
    return own && { ...own, code: this.#options.cache.ourCode(own.path, own.source) };
  }

  #findIn(last: string, places: readonly string[]): ModuleSource | null {
    for (const directory of places) {
      const base = join(directory, last);
      for (const path of [`${base}/__init__.py`, `${base}.py`]) {
        const text = this.#load(path);
        if (text === null) continue;
        const packagePath = path === `${base}.py` ? null : [base];
        return { path, code: this.#codeOf(path, text), packagePath };
      }
    }
    return null;
  }

  /** Whether `package.module` is there as compiled code. */
  isCompiled(name: string, searchPath: readonly string[]): boolean {
    const last = name.slice(name.lastIndexOf('.') + 1);
    const suffix = /^\.(?:[\w.-]+\.)?(?:so|pyd)$/;
    return searchPath.some((directory) =>
      this.#options.files
        .listDirectory(directory === '' ? '.' : directory)
        ?.some((file) => file.startsWith(`${last}.`) && suffix.test(file.slice(last.length))),
    );
  }

  /** Code of a text: a module of ours, or what the program gives to `exec` and `eval`. */
  compile = (path: string, text: string, mode?: 'exec' | 'eval' | 'single'): Code => {
    const { cache } = this.#options;
    return mode === undefined ? cache.ourCode(path, text) : cache.textCode(path, text, mode);
  };

  /** The text of a file of the program, as it was run. */
  textOf = (path: string): string | null => {
    const known = this.#parsed.get(path)?.text ?? this.#refused.get(path)?.text;
    return known ?? this.#options.cache.installedText(path) ?? this.#unread(path);
  };

  /** Where a file that was to be loaded does not parse. */
  broken(path: string): Span | null {
    return this.#refused.get(path)?.errors[0]?.span ?? null;
  }

  #codeOf(path: string, text: string): Code {
    const { cache, openFiles } = this.#options;
    if (isInstalled(path) && !openFiles.has(path)) return cache.installedCode(path, text);
    return this.#lower(path, cache.parse(path, text));
  }

  /** A directory without `__init__.py` is a package too, where nothing else has the name. */
  #namespacePackage(last: string, searchPath: readonly string[]): ModuleSource | null {
    const found = searchPath
      .map((directory) => join(directory, last))
      .filter((path) => this.#options.files.listDirectory(path) !== null);
    const [first] = found;
    if (first === undefined) return null;
    const path = `${first}/__init__.py`;
    return {
      path,
      code: this.#lower(path, this.#options.cache.parse(path, '')),
      packagePath: found,
      isNamespace: true,
    };
  }

  /** The text of a file that is to run, in the encoding that it declares. */
  #load(path: string): string | null {
    const open = this.#options.openFiles.get(path);
    if (open !== undefined) return open;
    const bytes = this.#options.files.readFile(path);
    if (bytes === null) return null;
    const source = decodeSource(bytes, ` in file ${path}`);
    if ('text' in source) return source.text;
    throw new PyError(makeException('SyntaxError', source.refusal));
  }

  #unread(path: string): string | null {
    if (path.startsWith('<')) return null;
    try {
      return this.#load(path);
    } catch (error) {
      if (error instanceof PyError) return null;
      throw error;
    }
  }

  #lower(path: string, parsed: ParseResult, part?: Part): Code {
    const [error] = parsed.errors;
    if (error && !this.#options.tolerant) {
      this.#refused.set(path, parsed);
      throw new PyError(syntaxError(path, parsed));
    }
    this.#parsed.set(path, parsed);
    const options = lowerOptions(path, parsed, this.#options.observe);
    return lowerModule(parsed.module, part ? { ...options, part } : options);
  }
}

/** Whether a file belongs to an installed package, and not to whoever edits the program. */
function isInstalled(path: string): boolean {
  return /\/(?:site|dist)-packages\//.test(path);
}

/** Code whose functions are read when they are called. */
function lowerDeferred(path: string, text: string): Code {
  const { skeleton, functions } = deferBodies(text);
  const parsed = parse(skeleton);
  if (parsed.errors.length > 0) refuse(path, text, parsed);
  return lowerModule(parsed.module, {
    ...lowerOptions(path, parsed, 'nothing'),
    source: text,
    deferred: { functions, read: (whole) => readDeferred(path, text, whole) },
  });
}

/** Code that was saved; null where what was saved is damaged. */
function thawed(frozen: string, path: string, text: string, onRead: () => void): Code | null {
  let lines: LineIndex | null = null;
  try {
    return thaw(frozen, {
      path,
      source: text,
      lineAt: (offset) => (lines ??= new LineIndex(text)).lineAt(offset),
      observe: 'nothing',
      read: (whole) => {
        onRead();
        return readDeferred(path, text, whole);
      },
    });
  } catch {
    return null;
  }
}

function readDeferred(path: string, text: string, whole: Span): FunctionDef {
  const line = text.lastIndexOf('\n', whole.start) + 1;
  const before = line === whole.start ? '' : 'if 1:\n';
  const parsed = parse(before + text.slice(line, whole.end));
  const [outer] = parsed.module.body;
  const found = outer?.kind === 'If' ? outer.body[0] : outer;
  if (parsed.errors.length > 0 || found?.kind !== 'FunctionDef') refuse(path, text, parsed);
  const shift = line - before.length;
  const moved = (offset: number): number => offset + shift;
  relocate([found], { startOf: moved, endOf: moved });
  return found;
}

/** A file that does not parse: its error is that of the whole text. */
function refuse(path: string, text: string, part: ParseResult): never {
  const parsed = parse(text);
  throw new PyError(syntaxError(path, parsed.errors.length > 0 ? parsed : part));
}

function lower(path: string, parsed: ParseResult, observe: Observed): Code {
  return lowerModule(parsed.module, lowerOptions(path, parsed, observe));
}

function lowerOptions(path: string, parsed: ParseResult, observe: Observed): LowerOptions {
  const { text, lineIndex } = parsed;
  return { path, source: text, lineAt: (offset) => lineIndex.lineAt(offset), observe };
}

/** `directory/name`, with the separator that all our paths have. */
export function join(directory: string, name: string): string {
  if (directory === '' || directory === '.') return name;
  return directory.endsWith('/') ? directory + name : `${directory}/${name}`;
}

/** The modules of ours: the standard library's and torch's. */
export const ourModules: ModuleRegistry = {
  find: (name) => torchModules.find(name) ?? stdlib.get(name) ?? packageParts.get(name),
  isKnown: (name) => torchModules.isKnown(name) || isKnownModule(name),
  isOptional: isOptionalModule,
};
