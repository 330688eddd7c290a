// A place in the tokens, and how the grammar fails there. The grammar of check/ decides at each
// token what comes next; where nothing may come, it says what CPython would say.

import { Refusal } from './refusal.ts';
import type { Part } from './shapes.ts';
import { lineOf } from './tokens.ts';
import type { Tokens } from './tokens.ts';

export class Cursor {
  readonly tokens: Tokens;
  at = 0;
  /** The furthest token that was looked at, as CPython counts the ones it fetched. */
  furthest = 0;
  /** Where the last operand of an expression began and ended, for "forgot a comma". */
  operandStart = -1;
  operandEnd = -1;

  constructor(tokens: Tokens) {
    this.tokens = tokens;
  }

  get type(): string {
    return this.tokens.types[this.at] as string;
  }

  typeAt(index: number): string | undefined {
    return this.tokens.types[index];
  }

  is(type: string): boolean {
    return this.tokens.types[this.at] === type;
  }

  advance(): void {
    if (++this.at > this.furthest) this.furthest = this.at;
  }

  /** Takes the token if it is of that type. */
  take(type: string): boolean {
    if (this.tokens.types[this.at] !== type) return false;
    this.advance();
    return true;
  }

  expect(type: string): void {
    if (!this.take(type)) this.fail();
  }

  /** Where CPython names the token that it misses. */
  force(type: string): void {
    if (this.take(type)) return;
    if (this.is('ERROR')) this.fail();
    throw this.refusal(`expected '${type}'`, this.at);
  }

  textAt(index: number): string {
    return this.tokens.text.slice(this.tokens.starts[index], this.tokens.ends[index]);
  }

  /** The text of the current token where it is a name, else nothing. */
  word(): string {
    return this.is('NAME') ? this.textAt(this.at) : '';
  }

  offset(index: number): number {
    return this.tokens.starts[index] as number;
  }

  line(index: number): number {
    return lineOf(this.tokens.text, this.offset(index));
  }

  refusal(message: string, first: number, last = first): Refusal {
    const start = this.offset(first);
    const end = Math.max(start, this.tokens.ends[last] as number);
    // The end of a line has no width.
    const marking = first === last && this.typeAt(first) === 'NEWLINE' ? 'point' : 'range';
    return new Refusal(message, start, end, 'SyntaxError', { marking });
  }

  /** The refusal of an expression, which CPython places inside of parentheses around all of it. */
  refusalOf(message: string, { shape, first, last }: Part): Refusal {
    let from = first;
    let to = last;
    const own = typeof shape === 'object' || shape === 'generator expression';
    while (!own && this.areAround('(', ')', from, to)) {
      from++;
      to--;
    }
    return this.refusal(message, from, to);
  }

  /** Whether the two tokens are a pair of brackets around all that stands between. */
  areAround(open: string, close: string, first: number, last: number): boolean {
    const { types, levels } = this.tokens;
    if (first >= last || types[first] !== open || types[last] !== close) return false;
    const level = levels[first] as number;
    for (let i = first + 1; i < last; i++) if ((levels[i] as number) < level) return false;
    return true;
  }

  /** Nothing may come here. */
  fail(): never {
    const { tokens, at } = this;
    switch (this.type) {
      case 'ERROR':
        throw tokens.error ?? this.refusal('invalid syntax', at);
      case 'INDENT':
        throw new Refusal(
          'unexpected indent',
          this.offset(at),
          this.offset(at),
          'IndentationError',
          { marking: 'before' },
        );
      case 'DEDENT':
        throw new Refusal(
          'unexpected unindent',
          this.offset(at),
          this.offset(at),
          'IndentationError',
          { marking: 'before' },
        );
      default:
        throw this.refusal('invalid syntax', at);
    }
  }

  /** Whether the rule matches here; the place stays. */
  would(rule: (cursor: Cursor) => void): boolean {
    return this.endOf(rule) !== undefined;
  }

  /** The last token of what the rule matches here, or undefined where it doesn't; the place stays. */
  endOf(rule: (cursor: Cursor) => void): number | undefined {
    const { at, operandStart, operandEnd } = this;
    try {
      rule(this);
      return this.at - 1;
    } catch (caught) {
      if (caught instanceof Refusal) return undefined;
      throw caught;
    } finally {
      this.at = at;
      this.operandStart = operandStart;
      this.operandEnd = operandEnd;
    }
  }
}
