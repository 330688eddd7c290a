// A place in the tokens of a text that the strict grammar accepted. What stands there needs no
// second check: a token that is not the one expected is a mistake of ours, not of the program's.

import { invariant } from '../../base/invariant.ts';
import type { Span } from '../../base/span.ts';
import type { FormatString } from '../check/stringTokens.ts';
import type { Tokens } from '../check/tokens.ts';

export class Reader {
  readonly text: string;
  readonly types: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly #levels: readonly number[];
  readonly #formats: ReadonlyMap<number, FormatString>;
  at = 0;
  /** Where the last token ends that is part of a statement: no end of a line, no change of blocks. */
  end = 0;

  constructor(tokens: Tokens) {
    this.text = tokens.text;
    this.types = tokens.types;
    this.starts = tokens.starts;
    this.ends = tokens.ends;
    this.#levels = tokens.levels;
    this.#formats = tokens.formats;
  }

  get type(): string {
    return this.types[this.at] as string;
  }

  /** The type of the token after this one. */
  get next(): string | undefined {
    return this.types[this.at + 1];
  }

  /** Where the token begins. */
  get start(): number {
    return this.starts[this.at] as number;
  }

  is(type: string): boolean {
    return this.types[this.at] === type;
  }

  advance(): void {
    this.end = this.ends[this.at] as number;
    this.at++;
  }

  take(type: string): boolean {
    if (this.types[this.at] !== type) return false;
    this.advance();
    return true;
  }

  expect(type: string): void {
    if (!this.take(type)) invariant(false, `the grammar accepted ${this.type} for ${type}`);
  }

  /** Takes the end of a line, or a change of blocks. */
  takeLayout(type: string): boolean {
    if (this.types[this.at] !== type) return false;
    this.at++;
    return true;
  }

  /** From there to the last token that was taken. */
  spanFrom(start: number): Span {
    return { start, end: this.end };
  }

  word(): string {
    return this.text.slice(this.starts[this.at], this.ends[this.at]);
  }

  /** Takes a name. Python normalises names, so that `ﬁ` and `fi` are one. */
  identifier(): string {
    const name = this.word();
    this.expect('NAME');
    for (let i = 0; i < name.length; i++) {
      if (name.charCodeAt(i) > 127) return name.normalize('NFKC');
    }
    return name;
  }

  /** The fields of the string, where it is an f-string. */
  format(): FormatString | undefined {
    return this.#formats.get(this.at);
  }

  /** The bracket that closes the one here. */
  closing(): number {
    const level = this.#levels[this.at] as number;
    let at = this.at + 1;
    while ((this.#levels[at] as number) >= level) at++;
    return at;
  }
}
