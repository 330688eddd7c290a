// The program in a document, at the document's own offsets: of a Python file all of it; of a
// Markdown page its Python blocks, with everything else blank.

import { readPage } from '../run/page.ts';

export function programText(languageId: string, text: string): string {
  // A block that is half-written is a program all the same.
  return isPage(languageId) ? readPage(text, () => true).program : text;
}

export function isPage(languageId: string): boolean {
  return languageId === 'markdown';
}
