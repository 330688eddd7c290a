// The program in a document, at the document's own offsets: of a Python file all of it; of a
// Markdown page its fenced Python blocks, with everything else blank.

export function programText(languageId: string, text: string): string {
  return languageId === 'markdown' ? blocksOf(text) : text;
}

/** Fences as CommonMark has them: up to three spaces, three or more of a sign, closed by as many. */
function blocksOf(page: string): string {
  const kept: string[] = [];
  let fence = '';
  let python = false;
  let offset = 0;
  for (const line of page.split(/(?<=\n)/)) {
    const [, sign = '', language = ''] = /^ {0,3}(`{3,}|~{3,})\s*([\w-]*)/.exec(line) ?? [];
    offset += line.length;
    const closes = fence !== '' && sign.startsWith(fence) && language === '';
    if (closes) {
      fence = '';
      kept.push(blank(line));
    } else if (fence === '' && sign !== '') {
      fence = sign;
      python =
        /^(?:python|py|python3)$/i.test(language) ||
        (language === '' && importsTorch(page, offset));
      kept.push(blank(line));
    } else {
      kept.push(fence !== '' && python ? line : blank(line));
    }
  }
  return kept.join('');
}

function blank(line: string): string {
  return line.replace(/[^\r\n]/g, ' ');
}

/** A block without a language is a program if it imports torch. */
function importsTorch(page: string, start: number): boolean {
  const [block = ''] = page.slice(start).split(/^ {0,3}(?:`{3,}|~{3,})\s*$/m);
  return /^\s*(?:import|from)\s+torch\b/m.test(block);
}
