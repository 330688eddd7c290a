// The last text of a document that was right, and where its lines are in the text of now.

import { logicalLines } from './lines.ts';
import { startsHeader } from './neutral.ts';

/** [start, end) of one text became [start, newEnd) of the next. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newEnd: number;
}

export interface LastGood {
  readonly text: string;
  /** What was typed since, in order. */
  readonly edits: readonly TextEdit[];
}

export interface GoodLine {
  /** Where it was, as offsets into the text of now. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly header: boolean;
}

/** The lines whose beginning was not deleted. */
export function goodLines({ text, edits }: LastGood): readonly GoodLine[] {
  return logicalLines(text).flatMap(({ start, end, first }) => {
    const place = moved(start, end, edits);
    if (!place) return [];
    const line = text.slice(start, end);
    return [{ ...place, text: line, header: startsHeader(text.slice(first, end)) }];
  });
}

function moved(
  start: number,
  end: number,
  edits: readonly TextEdit[],
): { readonly start: number; readonly end: number } | null {
  let place = { start, end };
  for (const edit of edits) {
    const shift = edit.newEnd - edit.end;
    if (place.start > edit.start && place.start < edit.end) return null;
    place = {
      start: place.start <= edit.start ? place.start : place.start + shift,
      end: place.end < edit.start ? place.end : Math.max(place.end + shift, edit.newEnd),
    };
  }
  return place;
}
