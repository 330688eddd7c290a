// Classes and cases of characters as Python has them: Unicode's properties, and where JavaScript
// has no such mapping (title case, case folding, numeric ideographs) what the properties leave out.

import { allAssigned } from './unicodeVersion.ts';

/** What `str.strip()` and `str.split()` take as white space; not the same set as JavaScript's. */
export const SPACE =
  '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

const LEADING = new RegExp(`^[${SPACE}]+`);
const SPACE_CHARACTER = new RegExp(`[${SPACE}]`);

export function isSpaceUnit(unit: string): boolean {
  return SPACE_CHARACTER.test(unit);
}

export function stripSpace(text: string): string {
  return stripSpaceRight(stripSpaceLeft(text));
}

export function stripSpaceLeft(text: string): string {
  return text.replace(LEADING, '');
}

export function stripSpaceRight(text: string): string {
  let end = text.length;
  while (end > 0 && isSpaceUnit(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

// Numeric_Type=Digit: superscripts, circled digits and the like.
const DIGIT =
  '\\p{Nd}\\xb2\\xb3\\xb9\\u1369-\\u1371\\u19da\\u2070\\u2074-\\u2079\\u2080-\\u2089\\u2460-\\u2468' +
  '\\u2474-\\u247c\\u2488-\\u2490\\u24ea\\u24f5-\\u24fd\\u24ff\\u2776-\\u277e\\u2780-\\u2788' +
  '\\u278a-\\u2792\\u{10a40}-\\u{10a43}\\u{10e60}-\\u{10e68}\\u{11052}-\\u{1105a}\\u{1f100}-\\u{1f10a}';

// Ideographs that are numbers: Numeric_Type=Numeric outside of category N.
const NUMERIC_IDEOGRAPHS =
  '\\u3405\\u3483\\u382a\\u3b4d\\u4e00\\u4e03\\u4e07\\u4e09\\u4e5d\\u4e8c\\u4e94\\u4e96' +
  '\\u4ebf\\u4ec0\\u4edf\\u4ee8\\u4f0d\\u4f70\\u5104\\u5146\\u5169\\u516b\\u516d\\u5341' +
  '\\u5343-\\u5345\\u534c\\u53c1-\\u53c4\\u56db\\u58f1\\u58f9\\u5e7a\\u5efe\\u5eff' +
  '\\u5f0c-\\u5f0e\\u5f10\\u62fe\\u634c\\u67d2\\u6f06\\u7396\\u767e\\u8086\\u842c\\u8cae' +
  '\\u8cb3\\u8d30\\u9621\\u9646\\u964c\\u9678\\u96f6\\uf96b\\uf973\\uf978\\uf9b2\\uf9d1' +
  '\\uf9d3\\uf9fd\\u{20001}\\u{20064}\\u{200e2}\\u{20121}\\u{2092a}\\u{20983}\\u{2098c}' +
  '\\u{2099c}\\u{20aea}\\u{20afd}\\u{20b19}\\u{22390}\\u{22998}\\u{23b1b}\\u{2626d}' +
  '\\u{2f890}';

/** A class of texts: those that the pattern takes, without characters that are too new. */
function known(pattern: RegExp): { test(text: string): boolean } {
  return { test: (text) => pattern.test(text) && allAssigned(text) };
}

/** `str.isalpha` and the like hold where the string is not empty and all characters match. */
export const classes = {
  alpha: known(/^\p{L}+$/u),
  decimal: known(/^\p{Nd}+$/u),
  digit: known(new RegExp(`^[${DIGIT}]+$`, 'u')),
  numeric: known(new RegExp(`^[\\p{N}${NUMERIC_IDEOGRAPHS}]+$`, 'u')),
  alnum: known(new RegExp(`^[\\p{L}\\p{N}${NUMERIC_IDEOGRAPHS}]+$`, 'u')),
  space: known(new RegExp(`^[${SPACE}]+$`)),
  identifier: known(/^[\p{XID_Start}_]\p{XID_Continue}*$/u),
} as const;

const UPPER = /\p{Uppercase}/u;
// Four characters have become or ceased to be small letters since Unicode 14.0.
const LOWER = /(?![\u10fc\uab69\ua7f1\ua7f2-\ua7f4])\p{Lowercase}|\u0295/u;
const TITLE = /\p{Lt}/u;
const CASED = /\p{Cased}/u;

/** The text with a space in the place of each character that is too new. */
function withoutNew(text: string): string {
  if (allAssigned(text)) return text;
  return Array.from(text, (char) => (allAssigned(char) ? char : ' ')).join('');
}

/** Applies a mapping that knows no new characters, neither from nor to. */
function mapped(convert: (text: string) => string): (text: string) => string {
  return (text) => {
    const result = convert(text);
    if (allAssigned(result) && allAssigned(text)) return result;
    return Array.from(text, (char) => {
      const made = convert(char);
      return allAssigned(char) && allAssigned(made) ? made : char;
    }).join('');
  };
}

/** `str.upper`, `str.lower` */
export const toUpper = mapped((text) => text.toUpperCase());
export const toLower = mapped((text) => text.toLowerCase());

/** `str.islower` */
export function isLower(given: string): boolean {
  const text = withoutNew(given);
  return LOWER.test(text) && !UPPER.test(text) && !TITLE.test(text);
}

/** `str.isupper` */
export function isUpper(given: string): boolean {
  const text = withoutNew(given);
  return UPPER.test(text) && !LOWER.test(text) && !TITLE.test(text);
}

/** `str.istitle` */
export function isTitle(given: string): boolean {
  const text = withoutNew(given);
  let afterCased = false;
  let any = false;
  for (const char of text) {
    if (UPPER.test(char) || TITLE.test(char)) {
      if (afterCased) return false;
      afterCased = any = true;
    } else if (LOWER.test(char)) {
      if (!afterCased) return false;
      any = true;
    } else {
      afterCased = false;
    }
  }
  return any;
}

/** `str.title` */
export const toTitle = mapped(titled);

function titled(text: string): string {
  let result = '';
  let word = '';
  for (const char of text) {
    if (CASED.test(char)) {
      word += char;
      continue;
    }
    result += capitalised(word) + char;
    word = '';
  }
  return result + capitalised(word);
}

/** `str.capitalize` */
export const capitalise = mapped(capitalised);

function capitalised(text: string): string {
  if (text === '') return '';
  const first = String.fromCodePoint(text.codePointAt(0) as number);
  // The whole is lowered, since a final sigma depends on what stands before it.
  const lowered = text.toLowerCase();
  return titleCharacter(first) + lowered.slice(first.toLowerCase().length);
}

/** `str.swapcase` */
export const swapCase = mapped(swapped);

function swapped(text: string): string {
  let result = '';
  let at = 0;
  for (const char of text) {
    if (UPPER.test(char)) result += char === 'Σ' ? sigma(text, at) : char.toLowerCase();
    else result += LOWER.test(char) ? char.toUpperCase() : char;
    at += char.length;
  }
  return result;
}

/** A capital sigma at the end of a word is lowered to its final form. */
function sigma(text: string, at: number): string {
  return text
    .slice(0, at + 1)
    .toLowerCase()
    .endsWith('ς') &&
    !/^\p{Case_Ignorable}*(?!\p{Case_Ignorable})\p{Cased}/u.test(text.slice(at + 1))
    ? 'ς'
    : 'σ';
}

/** The title case of one character, which may be several. */
function titleCharacter(char: string): string {
  const code = char.codePointAt(0) as number;
  if (code < 0x80) return char.toUpperCase();
  // Georgian letters have capitals, but titles do not use them.
  if (code >= 0x10d0 && code <= 0x10ff) return char;
  if (code >= 0x1c4 && code <= 0x1cc) return 'ǅǈǋ'.charAt(Math.floor((code - 0x1c4) / 3));
  if (char === 'ŉ') return 'ʼN';
  if (code >= 0x1f1 && code <= 0x1f3) return 'ǲ';
  if (code >= 0x1f80 && code <= 0x1fff) return titleOfGreek(char, code);
  const upper = char.toUpperCase();
  if (upper.length === char.length) return upper;
  return upper.charAt(0) + upper.slice(1).toLowerCase();
}

/** Greek with an iota below, which titles keep below. */
function titleOfGreek(char: string, code: number): string {
  if (code <= 0x1faf) return String.fromCodePoint(code | 8);
  if ([0x1fbc, 0x1fcc, 0x1ffc].includes(code)) return char;
  if ([0x1fb3, 0x1fc3, 0x1ff3].includes(code)) return String.fromCodePoint(code + 9);
  const upper = char.toUpperCase();
  const iotaBelow = [2, 4, 7].includes(code & 15) && [0x1fb, 0x1fc, 0x1ff].includes(code >> 4);
  return iotaBelow ? `${upper.slice(0, -1)}\u0345` : upper;
}

/** `str.casefold` */
export const caseFold = mapped(folded);

function folded(text: string): string {
  let result = '';
  for (const char of text) result += foldCharacter(char);
  return result;
}

function foldCharacter(char: string): string {
  const code = char.codePointAt(0) as number;
  if (code < 0x80) return char.toLowerCase();
  if (char === 'ı') return char;
  if (char === 'ẞ') return 'ss';
  // Cherokee folds to its capitals.
  if (code >= 0x13a0 && code <= 0x13f5) return char;
  if (code >= 0x13f8 && code <= 0x13fd) return String.fromCodePoint(code - 8);
  if (code >= 0xab70 && code <= 0xabbf) return String.fromCodePoint(code - 0xab70 + 0x13a0);
  let folded = '';
  // One by one, so that no sigma counts as final.
  for (const upper of char.toUpperCase()) folded += upper.toLowerCase();
  return folded;
}
