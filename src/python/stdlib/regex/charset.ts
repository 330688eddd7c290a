// Sets of characters as patterns name them, asked by code point. What a set holds is found out page
// by page, when a page's first character is met.

import { classes, toLower, toTitle, toUpper } from '../../text/characters.ts';

export type Holds = (code: number) => boolean;

export class CharSet {
  readonly #holds: Holds;
  readonly #pages: (Uint8Array | undefined)[] = [];

  constructor(holds: Holds) {
    this.#holds = holds;
  }

  has(code: number): boolean {
    const page = this.#pages[code >> 8] ?? this.#fill(code >> 8);
    return page[code & 255] === 1;
  }

  #fill(index: number): Uint8Array {
    const page = new Uint8Array(256);
    for (let i = 0; i < 256; i++) if (this.#holds((index << 8) | i)) page[i] = 1;
    this.#pages[index] = page;
    return page;
  }
}

export const anything = new CharSet(() => true);
export const notNewline = new CharSet((code) => code !== 10);

/** Whether characters past ASCII have classes and cases. */
export type Range = 'unicode' | 'ascii';

const asciiDigit: Holds = (code) => code >= 48 && code <= 57;
const asciiSpace: Holds = (code) => code === 32 || (code >= 9 && code <= 13);
const asciiWord: Holds = (code) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || asciiDigit(code) || code === 95;

const inClass =
  (test: { test(text: string): boolean }): Holds =>
  (code) =>
    test.test(String.fromCodePoint(code));

const CLASSES: Record<string, { ascii: CharSet; unicode: CharSet }> = {
  d: both(asciiDigit, inClass(classes.decimal)),
  s: both(asciiSpace, inClass(classes.space)),
  w: both(asciiWord, (code) => code === 95 || inClass(classes.alnum)(code)),
};
for (const letter of 'dsw') {
  const { ascii, unicode } = CLASSES[letter] as { ascii: CharSet; unicode: CharSet };
  CLASSES[letter.toUpperCase()] = both(
    (code) => !ascii.has(code),
    (code) => !unicode.has(code),
  );
}

function both(ascii: Holds, unicode: Holds): { ascii: CharSet; unicode: CharSet } {
  return { ascii: new CharSet(ascii), unicode: new CharSet(unicode) };
}

/** `\d`, `\w`, `\s` and their opposites; undefined where the letter names no class. */
export function classOf(letter: string, range: Range): CharSet | undefined {
  return CLASSES[letter]?.[range];
}

/** One character without regard to case, or a set that is asked for each case of a character. */
export function caseless(holds: Holds, range: Range): CharSet {
  return new CharSet((code) => variants(code, range).some(holds));
}

/** A character in each of its cases. */
export function caselessLiteral(code: number, range: Range): CharSet {
  const all = new Set(variants(code, range));
  return new CharSet((other) => all.has(other));
}

/** The small letter that stands for a character when cases are not told apart. */
export function lowered(code: number, range: Range): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  if (range === 'ascii') return code;
  // The one letter whose small form is two characters.
  if (code === 0x130) return 0x69;
  return single(toLower, code);
}

// Letters that share their capital with another small letter, and what looks like one of them.
const SHARED = Array.from(
  'i\u0130\u0131s\u017fk\u212a\xe5\u212b\xb5\u03bc\u0345\u03b9\u1fbe\u0390\u1fd3\u03b0\u1fe3' +
    '\u03b2\u03d0\u03b5\u03f5\u03b8\u03d1\u03f4\u03ba\u03f0\u03c0\u03d6\u03c1\u03f1\u03c2\u03c3' +
    '\u03c6\u03d5\u03c9\u2126\u1e61\u1e9b\ufb05\ufb06\xdf\u1e9e\u0432\u1c80\u0434\u1c81\u043e' +
    '\u1c82\u0441\u1c83\u0442\u1c84\u1c85\u044a\u1c86\u0463\u1c87\ua64b\u1c88',
);
let families: Map<string, number[]> | null = null;

/** The characters that differ from this one by case alone, itself among them. */
function variants(code: number, range: Range): number[] {
  if (range === 'ascii' || code < 128) {
    const letter = (code | 32) >= 97 && (code | 32) <= 122 && code < 128;
    const plain = letter ? [code, code ^ 32] : [code];
    if (range === 'ascii' || !letter) return plain;
    return [...new Set([...plain, ...(familyOf(code) ?? [])])];
  }
  const lower = lowered(code, range);
  const all = [code, lower, raised(code), raised(lower), single(toTitle, lower)];
  all.push(...(familyOf(code) ?? []));
  return [...new Set(all)].filter((other) => keyOf(other) === keyOf(code));
}

function familyOf(code: number): number[] | undefined {
  if (families === null) {
    families = new Map();
    for (const char of SHARED) {
      const member = char.codePointAt(0) as number;
      const key = keyOf(member);
      families.set(key, [...(families.get(key) ?? []), member, raised(member)]);
    }
  }
  return families.get(keyOf(code));
}

/** Equal for characters that differ by case alone. */
function keyOf(code: number): string {
  return toUpper(String.fromCodePoint(lowered(code, 'unicode')));
}

const raised = (code: number): number => single(toUpper, code);

/** What a mapping makes of a character, if that is one character. */
function single(map: (text: string) => string, code: number): number {
  const made = map(String.fromCodePoint(code));
  const first = made.codePointAt(0) as number;
  return made.length === (first > 0xffff ? 2 : 1) ? first : code;
}
