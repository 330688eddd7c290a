// A file in memory: what this run wrote, or what it opened of the host's files. Open files hold it,
// so that it outlives its name, as POSIX has it.

import { ambient } from '../ambient.ts';
import { raise } from '../values/exception.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';

export class FileNode {
  readonly kind = 'file';
  #data: Uint8Array;
  size: number;
  mode: number;
  /** Seconds since 1970; null where the time is not known. */
  modified: number | null;
  readonly id: number;
  /** Why what it holds is not known: something unknown was written. */
  unknown: string | null = null;

  constructor(data: Uint8Array, mode: number, modified: number | null) {
    this.#data = data;
    this.size = data.length;
    this.mode = mode;
    this.modified = modified;
    this.id = ++ambient.lastId;
  }

  get bytes(): Uint8Array {
    return this.#data.subarray(0, this.size);
  }

  read(from: number, count: number): Uint8Array {
    return this.#data.slice(from, Math.min(this.size, from + count));
  }

  write(vm: Interpreter, at: number, part: Uint8Array): void {
    ambient.journal?.touch(this);
    this.#reserve(vm, at + part.length);
    if (at > this.size) this.#data.fill(0, this.size, at);
    this.#data.set(part, at);
    this.size = Math.max(this.size, at + part.length);
    this.modified = timeOf(vm);
  }

  resize(vm: Interpreter, size: number): void {
    ambient.journal?.touch(this);
    if (size === 0) this.unknown = null;
    this.#reserve(vm, size);
    if (size > this.size) this.#data.fill(0, this.size, size);
    this.size = size;
    this.modified = timeOf(vm);
  }

  /** Something unknown is written: nobody can tell what the file holds now. */
  forget(reason: string): void {
    ambient.journal?.touch(this);
    this.unknown = reason;
  }

  /** Room doubles, so that many small writes cost what one large one does. The host's bytes are not written into. */
  #reserve(vm: Interpreter, size: number): void {
    if (size <= this.#data.length && this.#owned) return;
    const capacity = Math.max(64, size, Math.min(this.size * 2, this.size + 2 ** 26));
    vm.charge(capacity);
    let data: Uint8Array;
    try {
      data = new Uint8Array(capacity);
    } catch {
      return raise('MemoryError');
    }
    data.set(this.bytes);
    this.#data = data;
    this.#owned = true;
  }
  #owned = false;

  snapshot(): () => void {
    const { size, mode, modified, unknown } = this;
    const data = this.#data.slice(0, size);
    return () => {
      this.#data = data;
      this.#owned = true;
      Object.assign(this, { size, mode, modified, unknown });
    };
  }
}

/** The time that a write leaves on a file; not known while someone types. */
export function timeOf(vm: Interpreter): number | null {
  return vm.limits.kind === 'live' ? null : vm.host.wallClock();
}
