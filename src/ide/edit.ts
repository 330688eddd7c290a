// Replacements in a text, and where a place of the old text is in the new one.

import type { Span } from '../base/span.ts';

/** The old text's [start, end) became [start, newEnd). */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly newEnd: number;
}

/** The place after the edits, in order; null where it was replaced as a whole. */
export function moveSpan(span: Span, edits: readonly Edit[]): Span | null {
  let moved = span;
  for (const edit of edits) {
    if (edit.start <= moved.start && moved.end <= edit.end && edit.start < edit.end) return null;
    moved = { start: moveStart(moved.start, edit), end: moveEnd(moved.end, edit) };
    if (moved.end < moved.start) return null;
  }
  return moved;
}

/** The one edit between two texts; null where they are equal. */
export function editBetween(old: string, text: string): Edit | null {
  if (old === text) return null;
  const shorter = Math.min(old.length, text.length);
  let start = 0;
  while (start < shorter && old.charCodeAt(start) === text.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    old.charCodeAt(old.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail)
  ) {
    tail++;
  }
  return { start, end: old.length - tail, newEnd: text.length - tail };
}

/** What is inserted right at a place's start stands before it. */
function moveStart(offset: number, edit: Edit): number {
  if (offset < edit.start) return offset;
  if (offset >= edit.end) return offset + edit.newEnd - edit.end;
  return edit.newEnd;
}

/** What is inserted right at a place's end stands behind it. */
function moveEnd(offset: number, edit: Edit): number {
  if (offset <= edit.start) return offset;
  if (offset >= edit.end) return offset + edit.newEnd - edit.end;
  return edit.start;
}
