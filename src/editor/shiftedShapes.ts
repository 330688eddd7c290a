// Where the shapes of one version of a text stand after edits of it. Between an edit and the
// server's answer the old shapes stay at their statements; an answer for a version that was edited
// meanwhile is moved along. Plain arithmetic on lines.

import type { Position } from '../base/span.ts';
import type { LineShape } from '../view/shape.ts';

/** One replacement in a text, in positions of the text before it. */
export interface Replacement {
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
}

/** A version of a text and the replacements that made it from the version before. */
export interface Edit {
  readonly version: number;
  readonly replacements: readonly Replacement[];
}

/** The shapes after an edit; those whose line is gone are dropped. */
export function shiftShapes(
  shapes: readonly LineShape[],
  replacements: readonly Replacement[],
): readonly LineShape[] {
  // Editors give the replacements of one edit in positions of the same text, so the last comes first.
  const fromBelow = [...replacements].sort(
    (a, b) => b.start.line - a.start.line || b.start.column - a.start.column,
  );
  return fromBelow.reduce(shiftOver, shapes);
}

/** The shapes of a version after all later edits; null where one of those is not known any more. */
export function shiftThrough(
  shapes: readonly LineShape[],
  version: number,
  edits: readonly Edit[],
  current: number,
): readonly LineShape[] | null {
  const later = edits.filter((edit) => edit.version > version);
  if (later.length !== current - version) return null;
  return later.reduce<readonly LineShape[]>(
    (shifted, { replacements }) => shiftShapes(shifted, replacements),
    shapes,
  );
}

function shiftOver(shapes: readonly LineShape[], replacement: Replacement): readonly LineShape[] {
  const { start, end } = replacement;
  const delta = lineBreaks(replacement.text) - (end.line - start.line);
  if (delta === 0 && start.line === end.line) return shapes;
  return shapes.flatMap((shape) => {
    if (shape.line < start.line) return [shape];
    if (shape.line > end.line) return [{ ...shape, line: shape.line + delta }];
    return shiftTouched(shape, replacement, delta);
  });
}

/** A shape on a line that the replacement begins, ends or covers. */
function shiftTouched(
  shape: LineShape,
  { start, end }: Replacement,
  delta: number,
): readonly LineShape[] {
  // What stood before a line break inserted at its end, or after one at its beginning, stays with
  // its statement. Breaking a line in its middle leaves the shape above, where the target is.
  if (start.line === end.line) {
    const pushedDown = start.column === 0 && delta > 0;
    return [pushedDown ? { ...shape, line: shape.line + delta } : shape];
  }
  if (shape.line === start.line && start.column > 0) return [shape];
  if (shape.line === end.line && (end.column === 0 || start.column === 0)) {
    return [{ ...shape, line: end.line + delta }];
  }
  return [];
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
