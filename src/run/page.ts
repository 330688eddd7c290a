// Programs on Markdown pages: the fenced Python blocks, and the paragraph after each, which may
// state what it prints. https://spec.commonmark.org/0.31.2/#fenced-code-blocks

import type { Statement } from './stated.ts';

export interface Page {
  /** The program, each line where it stands on the page; other lines are empty. */
  readonly program: string;
  /** How many blocks it is made of. */
  readonly blocks: number;
  readonly statements: readonly Statement[];
}

interface Block {
  readonly language: string;
  readonly first: number;
  /** The line of the closing fence, or past the end. */
  readonly end: number;
  readonly text: string;
}

/** @param parses whether a text is Python. */
export function readPage(page: string, parses: (text: string) => boolean): Page {
  const lines = page.split(/(?<=\n)/);
  const kept = lines.map(blank);
  const statements: Statement[] = [];
  const blocks = blocksOf(lines);
  const programs = blocks.filter((block) => isProgram(block, parses));
  for (const block of programs) {
    for (let i = block.first; i < block.end; i++) kept[i] = lines[i] ?? '';
    const statement = statementAfter(lines, block, blocks, programs);
    if (statement) statements.push(statement);
  }
  return { program: kept.join(''), blocks: programs.length, statements };
}

function blank(line: string): string {
  return line.replace(/[^\r\n]/g, ' ');
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let fence: { sign: string; language: string; first: number } | null = null;
  const close = (end: number): void => {
    if (!fence) return;
    const { language, first } = fence;
    blocks.push({ language, first, end, text: lines.slice(first, end).join('') });
    fence = null;
  };
  for (const [i, line] of lines.entries()) {
    const [, sign = '', info = ''] = /^ {0,3}(`{3,}|~{3,})([^\r\n]*)/.exec(line) ?? [];
    const open: typeof fence = fence;
    if (sign === '') continue;
    if (!open) {
      if (sign.startsWith('`') && info.includes('`')) continue;
      const [language = ''] = info.trim().split(/[\s{,]/);
      fence = { sign, language: language.toLowerCase(), first: i + 1 };
    } else if (sign.startsWith(open.sign) && info.trim() === '') {
      close(i);
    }
  }
  close(lines.length);
  return blocks;
}

/** Tagged python; or without a tag, if it parses and imports torch. */
function isProgram({ language, text }: Block, parses: (text: string) => boolean): boolean {
  if (/^(?:python|py|python3)$/.test(language)) return true;
  return language === '' && /^\s*(?:import|from)\s+torch\b/m.test(text) && parses(text);
}

/** The paragraph after a block, or the block of output that follows it at once. */
function statementAfter(
  lines: readonly string[],
  { end }: Block,
  blocks: readonly Block[],
  programs: readonly Block[],
): Statement | null {
  let line = end + 1;
  while (line < lines.length && isSkipped(lines[line] ?? '')) line++;
  const next = blocks.find(({ first }) => first === line + 1);
  if (next) {
    const isOutput = /^(?:|text|txt|output|console|plain|plaintext|stdout)$/.test(next.language);
    return isOutput && !programs.includes(next) ? { text: next.text, certain: false } : null;
  }
  const paragraph: string[] = [];
  for (; line < lines.length; line++) {
    const text = (lines[line] ?? '').replace(/[\r\n]+$/, '');
    if (text.trim() === '' || isTag(text)) break;
    paragraph.push(unescapeMarkdown(text));
  }
  return paragraph.length > 0 ? { text: paragraph.join('\n'), certain: false } : null;
}

function isSkipped(line: string): boolean {
  return line.trim() === '' || isTag(line);
}

/** GitBook's `{% code %}` and `{% endcode %}`. */
function isTag(line: string): boolean {
  return /^\s*\{%.*%\}\s*$/.test(line);
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** A line of a paragraph as it is shown: escapes, entities and the mark of a hard break. */
export function unescapeMarkdown(line: string): string {
  return line
    .trimStart()
    .replace(/(?:\\| {2,})$/, '')
    .replace(
      /\\([!-/:-@[-`{-~])|&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
      (
        whole: string,
        escaped?: string,
        hexadecimal?: string,
        decimal?: string,
        name?: string,
      ): string => {
        if (escaped !== undefined) return escaped;
        if (name !== undefined) return ENTITIES[name] ?? whole;
        const code = hexadecimal ? parseInt(hexadecimal, 16) : Number(decimal);
        return code > 0x10ffff ? whole : String.fromCodePoint(code);
      },
    );
}
