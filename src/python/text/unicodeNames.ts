// Characters by their Unicode names and names of characters: of the blocks in the table, and of
// those whose names are made by rule. Others are not known here, which is not that they have none.
//
// https://docs.python.org/3.11/library/unicodedata.html

import { unicodeNameTable } from './unicodeNameTable.ts';

/** The character of a name; undefined where it is not known. */
export function characterNamed(name: string): string | undefined {
  const upper = name.toUpperCase();
  const ideograph = /^CJK UNIFIED IDEOGRAPH-([\dA-F]{4,5})$/.exec(upper);
  if (ideograph) {
    const char = String.fromCodePoint(parseInt(ideograph[1] ?? '', 16));
    return isIdeograph(char) ? char : undefined;
  }
  const syllable = /^HANGUL SYLLABLE ([A-Z]+)$/.exec(upper);
  if (syllable) return syllableNamed(syllable[1] as string);
  const code = tables().codes.get(upper);
  return code === undefined ? undefined : String.fromCodePoint(code);
}

/** The name of a character; null where it has none, undefined where that is not known. */
export function characterName(code: number): string | null | undefined {
  const char = String.fromCodePoint(code);
  if (isIdeograph(char)) return `CJK UNIFIED IDEOGRAPH-${code.toString(16).toUpperCase()}`;
  if (code >= 0xac00 && code <= 0xd7a3) return `HANGUL SYLLABLE ${syllableName(code - 0xac00)}`;
  const known = tables().names.get(code);
  if (known !== undefined) return known;
  return /^[\p{Cc}\p{Cs}\p{Cn}\p{Co}]$/u.test(char) ? null : undefined;
}

function isIdeograph(char: string): boolean {
  return /^\p{Unified_Ideograph}$/u.test(char);
}

// https://www.unicode.org/versions/Unicode14.0.0/ch03.pdf, section 3.12
const LEADS = 'G GG N D DD R M B BB S SS  J JJ C K T P H'.split(' ');
const VOWELS = 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I'.split(' ');
const TAILS = ' G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H'.split(' ');

function syllableName(index: number): string {
  const tail = index % TAILS.length;
  const vowel = Math.floor(index / TAILS.length) % VOWELS.length;
  const lead = Math.floor(index / TAILS.length / VOWELS.length);
  return `${LEADS[lead]}${VOWELS[vowel]}${TAILS[tail]}`;
}

function syllableNamed(name: string): string | undefined {
  const count = LEADS.length * VOWELS.length * TAILS.length;
  for (let i = 0; i < count; i++) {
    if (syllableName(i) === name) return String.fromCharCode(0xac00 + i);
  }
  return undefined;
}

interface Tables {
  readonly names: ReadonlyMap<number, string>;
  readonly codes: ReadonlyMap<string, number>;
}

let read: Tables | null = null;

function tables(): Tables {
  if (read) return read;
  const names = new Map<number, string>();
  for (const block of unicodeNameTable.trim().split(/\n(?=[\da-f]+:\n)/)) {
    const [first = '', ...lines] = block.split('\n');
    let code = Number.parseInt(first, 16);
    for (const name of lines.join('').split('|')) {
      if (name !== '') names.set(code, name);
      code++;
    }
  }
  read = { names, codes: new Map([...names].map(([code, name]) => [name, code])) };
  return read;
}
