// The text of a pattern, read character by character; an escape is read with its backslash.

import { PatternError } from './syntax.ts';

export class Source {
  readonly characters: readonly string[];
  readonly isText: boolean;
  /** Where the next character or escape begins. */
  at = 0;

  constructor(text: string, isText: boolean) {
    this.characters = isText ? Array.from(text) : text.split('');
    this.isText = isText;
  }

  /** The next character, or an escape's two; null at the end. */
  get next(): string | null {
    const char = this.characters[this.at];
    if (char === undefined) return null;
    if (char !== '\\') return char;
    const second = this.characters[this.at + 1];
    if (second === undefined) {
      throw new PatternError('bad escape (end of pattern)', this.characters.length - 1);
    }
    return char + second;
  }

  get(): string | null {
    const { next } = this;
    if (next !== null) this.at += next.startsWith('\\') ? 2 : 1;
    return next;
  }

  take(char: string): boolean {
    if (this.characters[this.at] !== char) return false;
    this.at++;
    return true;
  }

  /** As many of the characters that the test takes as there are, up to a number of them. */
  run(most: number, test: RegExp): string {
    let text = '';
    while (text.length < most && test.test(this.characters[this.at] ?? '')) {
      text += this.characters[this.at++] as string;
    }
    return text;
  }

  /** What stands before a terminator, which is read too. */
  until(terminator: string, what: string): string {
    let text = '';
    for (;;) {
      const char = this.get();
      if (char === null) {
        if (text === '') this.fail(`missing ${what}`);
        this.fail(`missing ${terminator}, unterminated name`, Array.from(text).length);
      }
      if (char === terminator) {
        if (text === '') this.fail(`missing ${what}`, 1);
        return text;
      }
      text += char;
    }
  }

  /** The pattern is wrong, so many characters before what is read next. */
  fail(message: string, back = 0): never {
    throw new PatternError(message, this.at - back);
  }
}
