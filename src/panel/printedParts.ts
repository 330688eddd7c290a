// Printed text, cut to what a page can show and joined where it belongs together.

import type { PrintedText } from '../view/caseTable.ts';

/** More than anybody reads, less than what makes a page slow. */
const charactersMax = 200_000;

/** The end of what was printed; `dropped` counts the characters before it. */
export function lastOf(
  printed: readonly PrintedText[],
  max: number = charactersMax,
): { texts: readonly PrintedText[]; dropped: number } {
  const total = printed.reduce((sum, { text }) => sum + text.length, 0);
  const dropped = Math.max(0, total - max);
  let toDrop = dropped;
  const texts = printed.flatMap((part) => {
    const kept = part.text.slice(toDrop);
    toDrop -= part.text.length - kept.length;
    return kept === '' ? [] : [{ ...part, text: kept }];
  });
  return { texts, dropped };
}

/** Neighbours of one case and one stream are one part. */
export function partsOf(printed: readonly PrintedText[]): readonly PrintedText[] {
  const parts: PrintedText[] = [];
  for (const part of printed) {
    const last = parts.at(-1);
    if (last?.caseIndex === part.caseIndex && last.stream === part.stream) {
      parts[parts.length - 1] = { ...last, text: last.text + part.text };
    } else {
      parts.push(part);
    }
  }
  return parts;
}
