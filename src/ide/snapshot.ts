// One version of a file with what its trace learnt: what every answer of this room is made from.

import type { ParseResult } from '../python/parse/parse.ts';
import type { Fact, Trace } from '../trace/facts.ts';

/** The part of a parse that answers need; it keeps no tree. */
export type ParsedText = Pick<ParseResult, 'text' | 'module' | 'errors' | 'broken' | 'lineIndex'>;

export interface Snapshot {
  /** The file, as the trace names it. */
  readonly path: string;
  readonly parsed: ParsedText;
  readonly trace: Trace;
}

/** The facts about the snapshot's own file. */
export function factsOf(snapshot: Snapshot): readonly Fact[] {
  return snapshot.trace.files.get(snapshot.path)?.facts ?? [];
}

/** Whether some statement could not be parsed, so that the trace ran without it. */
export function isBroken(snapshot: Snapshot): boolean {
  return snapshot.parsed.broken.length > 0;
}
