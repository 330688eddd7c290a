// The files of a run: the host's, which can only be read, and over them what the run made, changed
// or removed, which stays in memory. `open`, `os`, and all that is made of them see this one tree.

import { ambient } from '../ambient.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { FileNode, timeOf } from './fileNode.ts';
import { joinPaths, normalisePath, splitPath } from './paths.ts';

export interface DirectoryNode {
  readonly kind: 'directory';
  readonly mode: number;
  readonly modified: number | null;
  readonly id: number;
  /** This run made it: the host has nothing in it. */
  readonly fresh: boolean;
}

export type Node = FileNode | DirectoryNode;

/** An error number of POSIX; `os` words it. */
export class FileError {
  readonly errno: number;
  constructor(errno: number) {
    this.errno = errno;
  }
}

export const EPERM = 1;
export const ENOENT = 2;
export const EACCES = 13;
export const EEXIST = 17;
export const ENOTDIR = 20;
export const EISDIR = 21;
export const EINVAL = 22;
export const ENOTEMPTY = 39;

/** The tree of this run. */
export function filesOf(vm: Interpreter): Overlay {
  let files = vm.extensions.get('files') as Overlay | undefined;
  if (!files) vm.extensions.set('files', (files = new Overlay(vm)));
  return files;
}

export class Overlay {
  readonly #vm: Interpreter;
  /** By folder and name: what this run made there; null is what it removed. */
  #entries = new Map<string, Map<string, Node | null>>();
  workingDirectory: string;

  constructor(vm: Interpreter) {
    this.#vm = vm;
    this.workingDirectory = vm.host.workingDirectory;
  }

  /** Whether all is still as the host has it. */
  get isUntouched(): boolean {
    return this.#entries.size === 0;
  }

  absolute(path: string): string {
    return normalisePath(joinPaths(this.workingDirectory, [path])).replace(/^\/\//, '/');
  }

  /** What stands at a path, or the error of asking. */
  find(path: string): Node | FileError {
    if (path === '') return new FileError(ENOENT);
    if (path.includes('\0')) return new FileError(ENOENT);
    const full = this.absolute(path);
    const node = this.#at(full);
    if (node === null) {
      const parent = full === '/' ? null : this.#at(splitPath(full)[0]);
      return new FileError(parent?.kind === 'file' ? ENOTDIR : ENOENT);
    }
    return node.kind === 'file' && path.endsWith('/') ? new FileError(ENOTDIR) : node;
  }

  #at(full: string): Node | null {
    const [folder, name] = splitPath(full);
    const own = this.#entries.get(folder)?.get(name);
    if (own !== undefined && full !== '/') return own;
    if (this.#isFresh(folder)) return null;
    if (this.#isHostDirectory(full)) {
      return {
        kind: 'directory',
        mode: 0o755,
        modified: this.#hostTime(full),
        id: idOf(full),
        fresh: false,
      };
    }
    const bytes = full === '/dev/null' ? new Uint8Array() : this.#vm.host.readFile(full);
    return bytes === null ? null : new FileNode(bytes, 0o644, this.#hostTime(full));
  }

  #isFresh(full: string): boolean {
    const [folder, name] = splitPath(full);
    const node = this.#entries.get(folder)?.get(name);
    return node?.kind === 'directory' && node.fresh;
  }

  #hostTime(full: string): number | null {
    return this.#vm.host.modified?.(full) ?? timeOf(this.#vm);
  }

  /** The folders above the working directory are there, though what they hold is not shown. */
  #isHostDirectory(full: string): boolean {
    if (full === '/' || full === '/tmp' || full === '/dev') return true;
    if (`${this.#vm.host.workingDirectory}/`.startsWith(`${full}/`)) return true;
    return this.#vm.host.listDirectory(full) !== null;
  }

  /** The names in a folder, in the order of their letters. */
  list(path: string): string[] | FileError {
    const node = this.find(path);
    if (node instanceof FileError) return node;
    if (node.kind === 'file') return new FileError(ENOTDIR);
    const full = this.absolute(path);
    const names = new Set(this.#isFresh(full) ? [] : this.#vm.host.listDirectory(full));
    for (const [name, entry] of this.#entries.get(full) ?? []) {
      if (entry === null) names.delete(name);
      else names.add(name);
    }
    this.#vm.charge(names.size * 64);
    return [...names].sort();
  }

  /** A file to write into; what the host has there is kept where `keep` says so. */
  openForWriting(path: string, how: { keep: boolean; exclusive: boolean }): FileNode | FileError {
    const node = this.find(path);
    if (node instanceof FileError) {
      if (node.errno !== ENOENT || path === '') return node;
      if (path.endsWith('/')) return new FileError(EISDIR);
      return this.#create(path, new FileNode(new Uint8Array(), 0o644, timeOf(this.#vm)));
    }
    if (how.exclusive) return new FileError(EEXIST);
    if (node.kind === 'directory') return new FileError(EISDIR);
    if (this.absolute(path) === '/dev/null') return new FileNode(new Uint8Array(), 0o666, null);
    this.#put(this.absolute(path), node);
    if (!how.keep) node.resize(this.#vm, 0);
    return node;
  }

  #create<Made extends Node>(path: string, node: Made): Made | FileError {
    const full = this.absolute(path);
    const parent = this.#at(splitPath(full)[0]);
    if (parent === null) return new FileError(ENOENT);
    if (parent.kind === 'file') return new FileError(ENOTDIR);
    this.#put(full, node);
    return node;
  }

  #put(full: string, node: Node | null): void {
    ambient.journal?.touch(this);
    this.#vm.charge(64 + full.length);
    const [folder, name] = splitPath(full);
    let entries = this.#entries.get(folder);
    if (!entries) this.#entries.set(folder, (entries = new Map()));
    entries.set(name, node);
  }

  makeDirectory(path: string, mode: number): FileError | null {
    const node = this.find(path);
    if (!(node instanceof FileError)) return new FileError(EEXIST);
    if (node.errno !== ENOENT || path === '') return node;
    const made: DirectoryNode = {
      kind: 'directory',
      mode,
      modified: timeOf(this.#vm),
      id: ++ambient.lastId,
      fresh: true,
    };
    const outcome = this.#create(path, made);
    return outcome instanceof FileError ? outcome : null;
  }

  removeFile(path: string): FileError | null {
    const node = this.find(path);
    if (node instanceof FileError) return node;
    if (node.kind === 'directory') return new FileError(EISDIR);
    this.#put(this.absolute(path), null);
    return null;
  }

  removeDirectory(path: string): FileError | null {
    const names = this.list(path);
    if (names instanceof FileError) return names;
    if (names.length > 0) return new FileError(ENOTEMPTY);
    if (/(^|\/)\.$/.test(path)) return new FileError(EINVAL);
    this.#put(this.absolute(path), null);
    return null;
  }

  rename(from: string, to: string): FileError | null {
    const node = this.find(from);
    if (node instanceof FileError) return node;
    const [source, target] = [this.absolute(from), this.absolute(to)];
    if (source === target) return null;
    const there = this.find(to);
    if (there instanceof FileError) {
      if (there.errno !== ENOENT) return there;
    } else if (there.kind === 'directory') {
      if (node.kind === 'file') return new FileError(EISDIR);
      const names = this.list(to);
      if (Array.isArray(names) && names.length > 0) return new FileError(ENOTEMPTY);
    } else if (node.kind === 'directory') return new FileError(ENOTDIR);
    if (target.startsWith(`${source}/`)) return new FileError(EINVAL);
    const made = this.#create(to, node);
    if (made instanceof FileError) return made;
    if (node.kind === 'directory') this.#moveContents(source, target);
    this.#put(source, null);
    return null;
  }

  #moveContents(source: string, target: string): void {
    const names = this.list(source);
    if (names instanceof FileError) return;
    for (const name of names) {
      const node = this.#at(`${source}/${name}`);
      if (node === null) continue;
      this.#put(`${target}/${name}`, node);
      if (node.kind === 'directory') this.#moveContents(`${source}/${name}`, `${target}/${name}`);
      this.#put(`${source}/${name}`, null);
    }
  }

  changeMode(path: string, mode: number): FileError | null {
    const node = this.find(path);
    if (node instanceof FileError) return node;
    if (node.kind === 'directory') this.#put(this.absolute(path), { ...node, mode });
    else {
      ambient.journal?.touch(node);
      node.mode = mode;
      this.#put(this.absolute(path), node);
    }
    return null;
  }

  changeTime(path: string, modified: number | null): FileError | null {
    const node = this.find(path);
    if (node instanceof FileError) return node;
    if (node.kind === 'directory') this.#put(this.absolute(path), { ...node, modified });
    else {
      ambient.journal?.touch(node);
      node.modified = modified;
      this.#put(this.absolute(path), node);
    }
    return null;
  }

  changeDirectory(path: string): FileError | null {
    const node = this.find(path);
    if (node instanceof FileError) return node;
    if (node.kind === 'file') return new FileError(ENOTDIR);
    ambient.journal?.touch(this);
    this.workingDirectory = this.absolute(path);
    return null;
  }

  snapshot(): () => void {
    const entries = new Map([...this.#entries].map(([key, value]) => [key, new Map(value)]));
    const { workingDirectory } = this;
    return () => {
      this.#entries = entries;
      this.workingDirectory = workingDirectory;
    };
  }
}

/** A number for a folder of the host, the same at each question. */
function idOf(full: string): number {
  let hash = 7;
  for (let i = 0; i < full.length; i++) hash = (hash * 31 + full.charCodeAt(i)) % 2 ** 31;
  return 2 ** 32 + hash;
}
