// A text with some stretches replaced, and the way back from its offsets to those of the original.

import type { Span } from '../../base/span.ts';

/** The original's [start, end) reads `text` instead. */
export interface Patch extends Span {
  readonly text: string;
}

/** Patches in order, none overlapping, each cut to where it differs from the original. */
export class Patched {
  readonly text: string;
  readonly patches: readonly Patch[];
  /** Where each patch begins in the patched text. */
  readonly #starts: readonly number[];

  constructor(original: string, patches: readonly Patch[]) {
    this.patches = patches.map((patch) => trimmed(original, patch));
    const parts: string[] = [];
    const starts: number[] = [];
    let at = 0;
    let length = 0;
    for (const { start, end, text } of this.patches) {
      const before = original.slice(at, start);
      starts.push(length + before.length);
      parts.push(before, text);
      length += before.length + text.length;
      at = end;
    }
    parts.push(original.slice(at));
    this.text = parts.join('');
    this.#starts = starts;
  }

  /** The original's offset; inside a patch, the beginning of the stretch that it replaced. */
  startOf(offset: number): number {
    const { shift, inside } = this.#at(offset);
    return inside ? inside.start : offset + shift;
  }

  /** The original's offset; inside a patch, the end of the stretch that it replaced. */
  endOf(offset: number): number {
    const { shift, inside } = this.#at(offset);
    return inside ? inside.end : offset + shift;
  }

  #at(offset: number): { readonly shift: number; readonly inside: Patch | null } {
    let shift = 0;
    for (let i = 0; i < this.patches.length; i++) {
      const patch = this.patches[i] as Patch;
      const start = this.#starts[i] as number;
      if (offset <= start) break;
      if (offset < start + patch.text.length) return { shift, inside: patch };
      shift = patch.end - (start + patch.text.length);
    }
    return { shift, inside: null };
  }
}

function trimmed(original: string, { start, end, text }: Patch): Patch {
  const shorter = Math.min(end - start, text.length);
  let head = 0;
  while (head < shorter && original.charCodeAt(start + head) === text.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    original.charCodeAt(end - 1 - tail) === text.charCodeAt(text.length - 1 - tail)
  ) {
    tail++;
  }
  return { start: start + head, end: end - tail, text: text.slice(head, text.length - tail) };
}
