// Text to tokens, as CPython's tokenizer makes them, with its errors. Strings are scanned in
// stringTokens.ts, numbers in numberTokens.ts.
//
// https://docs.python.org/3.13/reference/lexical_analysis.html

import { scanNumber } from './numberTokens.ts';
import { Refusal, lexicalRefusal } from './refusal.ts';
import { scanString } from './stringTokens.ts';
import type { FormatString } from './stringTokens.ts';

/**
 * Tokens in parallel lists. The type of a keyword or an operator is its own text; others are NAME,
 * NUMBER, STRING, NEWLINE, INDENT, DEDENT, END, UNKNOWN and ERROR.
 */
export interface Tokens {
  readonly text: string;
  readonly types: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** How many brackets are open after each token. */
  readonly levels: readonly number[];
  /** Why the last token is an ERROR. */
  readonly error: Refusal | null;
  /** The f-strings among the tokens, by index. */
  readonly formats: ReadonlyMap<number, FormatString>;
}

export const keywords: ReadonlyMap<string, string> = new Map(
  (
    'False None True and as assert async await break class continue def del elif else except ' +
    'finally for from global if import in is lambda nonlocal not or pass raise return try while ' +
    'with yield'
  )
    .split(' ')
    .map((word) => [word, word]),
);

/** The tokens of a whole file. */
export function tokenize(text: string): Tokens {
  return new Tokenizer(text, 0, text.length).file();
}

/** The tokens of an expression between the braces of an f-string: lines don't matter there. */
export function tokenizeField(text: string, start: number, end: number): Tokens {
  return new Tokenizer(text, start, end).field();
}

interface Bracket {
  readonly sign: string;
  readonly offset: number;
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Bounds that CPython has too. */
const bracketsMax = 200;
const indentsMax = 100;

class Tokenizer {
  readonly #text: string;
  readonly #end: number;
  readonly #types: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #levels: number[] = [];
  readonly #formats = new Map<number, FormatString>();
  readonly #brackets: Bracket[] = [];
  /** Widths of the open blocks: with tabs to eight columns, and with tabs as one. */
  readonly #indents: number[] = [0];
  readonly #narrow: number[] = [0];
  #at: number;
  /** Levels that count as open before the first token. */
  #base = 0;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#at = start;
    this.#end = end;
  }

  file(): Tokens {
    // A byte-order mark is not part of the program.
    if (this.#text.charCodeAt(0) === 0xfeff) this.#at = 1;
    return this.#finish(() => {
      while (this.#at < this.#end) {
        this.#indentation();
        this.#line();
      }
      const innermost = this.#brackets.at(-1);
      if (innermost) throw neverClosed(innermost);
      const last = this.#lastLine();
      for (let i = 1; i < this.#indents.length; i++) this.#push('DEDENT', last, last);
    });
  }

  field(): Tokens {
    this.#base = 1;
    return this.#finish(() => {
      while (this.#at < this.#end) this.#line();
      const innermost = this.#brackets.at(-1);
      if (innermost) throw neverClosed(innermost);
    });
  }

  #finish(run: () => void): Tokens {
    let error: Refusal | null = null;
    try {
      run();
      const last = this.#lastLine();
      this.#push('END', last, last);
    } catch (caught) {
      if (!(caught instanceof Refusal)) throw caught;
      error = caught;
      this.#push('ERROR', caught.start, caught.end);
    }
    return {
      text: this.#text,
      types: this.#types,
      starts: this.#starts,
      ends: this.#ends,
      levels: this.#levels,
      error,
      formats: this.#formats,
    };
  }

  /** The end of the file belongs to the line that was last, not to the empty one behind it. */
  #lastLine(): number {
    const code = this.#text.charCodeAt(this.#end - 1);
    return this.#base === 0 && (code === 10 || code === 13) ? this.#end - 1 : this.#end;
  }

  #push(type: string, start: number, end: number): void {
    this.#types.push(type);
    this.#starts.push(start);
    this.#ends.push(end);
    this.#levels.push(this.#brackets.length + this.#base);
  }

  /** Measures the beginning of a line; lines without a token change no block. */
  #indentation(): void {
    const text = this.#text;
    let width = 0;
    let narrow = 0;
    for (;;) {
      const code = text.charCodeAt(this.#at);
      if (code === 32) {
        width++;
        narrow++;
      } else if (code === 9) {
        width = (Math.floor(width / 8) + 1) * 8;
        narrow++;
      } else if (code === 12) {
        width = 0;
        narrow = 0;
      } else if (code === 92 && this.#continuation()) {
        continue;
      } else {
        break;
      }
      this.#at++;
    }
    const code = text.charCodeAt(this.#at);
    if (this.#at >= this.#end || code === 35 || code === 10 || code === 13) return;
    this.#block(width, narrow);
  }

  #block(width: number, narrow: number): void {
    const indents = this.#indents;
    const top = indents.length - 1;
    const start = this.#at;
    if (width === indents[top]) {
      if (narrow !== this.#narrow[top]) throw tabs(start);
    } else if (width > (indents[top] as number)) {
      if (indents.length >= indentsMax) {
        const message = 'too many levels of indentation';
        throw new Refusal(message, start, start, 'IndentationError', { marking: 'line end' });
      }
      if (narrow <= (this.#narrow[top] as number)) throw tabs(start);
      indents.push(width);
      this.#narrow.push(narrow);
      this.#push('INDENT', start, start);
    } else {
      while (indents.length > 1 && width < (indents.at(-1) as number)) {
        indents.pop();
        this.#narrow.pop();
        this.#push('DEDENT', start, start);
      }
      if (width !== indents.at(-1)) {
        const message = 'unindent does not match any outer indentation level';
        throw new Refusal(message, start, start, 'IndentationError', { marking: 'line end' });
      }
      if (narrow !== this.#narrow.at(-1)) throw tabs(start);
    }
  }

  /** A backslash before the end of a line joins it with the next. */
  #continuation(): boolean {
    const text = this.#text;
    const next = text.charCodeAt(this.#at + 1);
    if (next === 10) this.#at += 2;
    else if (next === 13) this.#at += text.charCodeAt(this.#at + 2) === 10 ? 3 : 2;
    else return false;
    if (this.#at >= this.#end) {
      throw this.#endless(this.#at);
    }
    return true;
  }

  #endless(at: number): Refusal {
    const options = { marking: 'line end' } as const;
    return new Refusal('unexpected EOF while parsing', at, at, 'SyntaxError', options);
  }

  /** Tokens up to the end of the logical line. */
  #line(): void {
    const text = this.#text;
    const first = this.#types.length;
    while (this.#at < this.#end) {
      const code = text.charCodeAt(this.#at);
      switch (code) {
        case 32:
        case 9:
        case 12:
          this.#at++;
          break;
        case 10:
        case 13: {
          const start = this.#at;
          this.#at += code === 13 && text.charCodeAt(start + 1) === 10 ? 2 : 1;
          if (this.#brackets.length + this.#base > 0) break;
          if (this.#types.length > first) this.#push('NEWLINE', start, this.#at);
          return;
        }
        case 35:
          this.#comment();
          break;
        case 92:
          if (!this.#continuation()) {
            const at = this.#at + 1;
            if (at >= this.#end) throw this.#endless(at);
            const message = 'unexpected character after line continuation character';
            throw new Refusal(message, at, at + 1, 'SyntaxError', { marking: 'open' });
          }
          break;
        default:
          this.#token(code);
      }
    }
    // A last line without its end.
    const last = this.#types.at(-1);
    if (this.#base === 0 && this.#brackets.length === 0 && last && last !== 'NEWLINE') {
      if (this.#types.length > first) this.#push('NEWLINE', this.#at, this.#at);
    }
  }

  #comment(): void {
    const text = this.#text;
    while (this.#at < this.#end) {
      const code = text.charCodeAt(this.#at);
      if (code === 10 || code === 13) return;
      this.#at++;
    }
  }

  #token(code: number): void {
    if ((code | 32) >= 97 && (code | 32) <= 122) this.#word(code);
    else if (code === 95 || code > 127) this.#name(this.#at + 1);
    else if (code >= 48 && code <= 57) this.#number();
    else if (code === 34 || code === 39) this.#string(this.#at);
    else if (code === 46 && isDigit(this.#text.charCodeAt(this.#at + 1))) this.#number();
    else this.#operator();
  }

  /** A name, a keyword, or the prefix of a string. */
  #word(first: number): void {
    const text = this.#text;
    let at = this.#at + 1;
    while (at < this.#end && isNamePart(text.charCodeAt(at))) at++;
    const code = text.charCodeAt(at);
    if (code === 34 || code === 39) {
      const length = at - this.#at;
      if (length <= 2 && prefixes.test(text.slice(this.#at, at))) return this.#string(at);
    }
    // Keywords begin with a small letter, True, False and None aside.
    if ((first >= 97 || first === 70 || first === 78 || first === 84) && at - this.#at <= 8) {
      const keyword = keywords.get(text.slice(this.#at, at));
      if (keyword && at < this.#end ? text.charCodeAt(at) <= 127 : keyword) {
        this.#push(keyword as string, this.#at, at);
        this.#at = at;
        return;
      }
    }
    this.#name(at);
  }

  #name(from: number): void {
    const text = this.#text;
    const start = this.#at;
    let at = from;
    while (at < this.#end) {
      const code = text.charCodeAt(at);
      if (code <= 127 && !isNamePart(code)) break;
      at++;
    }
    for (let i = start; i < at; i++) {
      if (text.charCodeAt(i) > 127) {
        verifyIdentifier(text, start, at);
        break;
      }
    }
    this.#push('NAME', start, at);
    this.#at = at;
  }

  #number(): void {
    const end = scanNumber(this.#text, this.#at, this.#end);
    this.#push('NUMBER', this.#at, end);
    this.#at = end;
  }

  #string(quote: number): void {
    const { end, format } = scanString(this.#text, this.#at, quote, this.#end);
    if (format) this.#formats.set(this.#types.length, format);
    this.#push('STRING', this.#at, end);
    this.#at = end;
  }

  #operator(): void {
    const text = this.#text;
    const start = this.#at;
    const sign = operatorAt(text, start);
    if (!sign) {
      // A sign that no rule knows is a token too; the grammar fails where it stands.
      const refusal = unknownCharacter(text, start);
      if (refusal) throw refusal;
      this.#push('UNKNOWN', start, start + 1);
      this.#at++;
      return;
    }
    this.#at = start + sign.length;
    if (sign in closing) {
      if (this.#brackets.length >= bracketsMax) {
        throw lexicalRefusal('too many nested parentheses', start, start + 1);
      }
      this.#brackets.push({ sign, offset: start });
    } else if (sign === ')' || sign === ']' || sign === '}') {
      this.#close(sign, start);
    }
    this.#push(sign, start, this.#at);
  }

  #close(sign: string, start: number): void {
    const open = this.#brackets.pop();
    if (!open) throw lexicalRefusal(`unmatched '${sign}'`, start, start + 1);
    if (closing[open.sign] === sign) return;
    const between = this.#text.slice(open.offset, start);
    const where = /[\n\r]/.test(between) ? ` on line ${lineOf(this.#text, open.offset)}` : '';
    const message = `closing parenthesis '${sign}' does not match opening parenthesis '${open.sign}'`;
    throw lexicalRefusal(message + where, start, start + 1);
  }
}

/** The line of an offset, from one, as messages count. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) line++;
  }
  return line;
}

const neverClosedMessage = /^'.' was never closed$/;

/** Whether the error is a bracket that stays open up to the end of the file. */
export function isNeverClosed(refusal: Refusal): boolean {
  return neverClosedMessage.test(refusal.message);
}

function neverClosed({ sign, offset }: Bracket): Refusal {
  const message = `'${sign}' was never closed`;
  return new Refusal(message, offset, offset + 1, 'SyntaxError', { marking: 'open' });
}

function tabs(start: number): Refusal {
  const message = 'inconsistent use of tabs and spaces in indentation';
  return new Refusal(message, start, start, 'TabError', { marking: 'line start' });
}

const prefixes = /^(?:[bB][rR]?|[uU]|[rR][bBfF]?|[fF][rR]?)$/;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isNamePart(code: number): boolean {
  const letter = code | 32;
  return (letter >= 97 && letter <= 122) || isDigit(code) || code === 95;
}

const longOperators = ['**=', '//=', '>>=', '<<=', '...'];
const doubleOperators = new Set(
  '** // >> << <= >= == != <> -> += -= *= /= %= &= |= ^= @= :='.split(' '),
);
const singleOperators = new Set('()[]{}:,;+-*/|&<>=.%~^@');

/** The longest operator that begins there; its text is one of ours, so that types stay few. */
function operatorAt(text: string, start: number): string | undefined {
  const sign = text.charAt(start);
  if (!singleOperators.has(sign) && sign !== '!') return undefined;
  const second = text.charCodeAt(start + 1);
  // `=`, `>`, `*`, `/`, `<`, `.` are the only signs that come second.
  if (
    second === 61 ||
    second === 62 ||
    second === 42 ||
    second === 47 ||
    second === 60 ||
    second === 46
  ) {
    const long = text.slice(start, start + 3);
    for (const operator of longOperators) if (operator === long) return operator;
    const double = text.slice(start, start + 2);
    if (doubleOperators.has(double)) return double;
  }
  return sign === '!' ? undefined : sign;
}

const identifier = /^[_\p{XID_Start}][\p{XID_Continue}]*$/u;

function verifyIdentifier(text: string, start: number, end: number): void {
  const name = text.slice(start, end);
  if (identifier.test(name.normalize('NFKC')) && identifier.test(name)) return;
  let at = start;
  for (const character of name) {
    const allowed = at === start ? /[_\p{XID_Start}]/u : /\p{XID_Continue}/u;
    if (!allowed.test(character)) throw invalidCharacter(character, at);
    at += character.length;
  }
}

function invalidCharacter(character: string, at: number): Refusal {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const printable = !/[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(character);
  const message = printable
    ? `invalid character '${character}' (U+${code})`
    : `invalid non-printable character U+${code}`;
  return lexicalRefusal(message, at, at + character.length);
}

function unknownCharacter(text: string, at: number): Refusal | undefined {
  const character = text.charAt(at);
  if (character === '\0')
    return lexicalRefusal('source code cannot contain null bytes', at, at + 1);
  if (character < ' ' || character === '\x7f') return invalidCharacter(character, at);
  return undefined;
}
