// Parses Python's regular expressions: https://docs.python.org/3.11/library/re.html

import {
  ASCII,
  classOf,
  DOTALL,
  foldedTest,
  IGNORECASE,
  LOCALE,
  MULTILINE,
  PatternError,
  UNICODE,
  VERBOSE,
  widthOf,
  type Expression,
  type Node,
  type Test,
} from './syntax.ts';

const FLAGS: Record<string, number> = {
  i: IGNORECASE,
  L: LOCALE,
  m: MULTILINE,
  s: DOTALL,
  u: UNICODE,
  x: VERBOSE,
  a: ASCII,
};

const CONTROLS: Record<string, string> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};

/** Parses a pattern; throws PatternError where it is none. */
export function parseExpression(pattern: string, flags: number): Expression {
  return new Parser(Array.from(pattern), flags).parse();
}

class Parser {
  readonly #text: readonly string[];
  #at = 0;
  #flags: number;
  #groups = 0;
  readonly #names = new Map<string, number>();
  readonly #bodies = new Map<number, Node>();
  readonly #open = new Set<number>();

  constructor(text: readonly string[], flags: number) {
    this.#text = text;
    this.#flags = flags;
  }

  parse(): Expression {
    this.#globalFlags();
    const node = this.#choice();
    if (this.#at < this.#text.length) this.#fail('unbalanced parenthesis');
    const unicode = this.#flags & ASCII ? 0 : UNICODE;
    return {
      node,
      flags: this.#flags | unicode,
      groups: this.#groups,
      names: this.#names,
    };
  }

  #fail(message: string, at = this.#at): never {
    throw new PatternError(message, at);
  }

  #peek(text: string): boolean {
    return Array.from(text).every((char, i) => this.#text[this.#at + i] === char);
  }

  #take(text: string): boolean {
    if (!this.#peek(text)) return false;
    this.#at += text.length;
    return true;
  }

  /** `(?i)` at the start is for the whole pattern. */
  #globalFlags(): void {
    for (;;) {
      const match = /^\(\?([aiLmsux]+)\)/.exec(this.#text.slice(this.#at, this.#at + 12).join(''));
      if (!match) return;
      for (const letter of match[1] as string) this.#flags |= FLAGS[letter] as number;
      this.#at += match[0].length;
    }
  }

  #choice(): Node {
    const options = [this.#sequence()];
    while (this.#take('|')) options.push(this.#sequence());
    return options.length === 1 ? (options[0] as Node) : { kind: 'choice', options };
  }

  #sequence(): Node {
    const items: Node[] = [];
    while (this.#at < this.#text.length && !this.#peek('|') && !this.#peek(')')) {
      if (this.#flags & VERBOSE && this.#skipped()) continue;
      const start = this.#at;
      const item = this.#atom();
      if (item) items.push(this.#repeated(item, start));
    }
    return items.length === 1 ? (items[0] as Node) : { kind: 'sequence', items };
  }

  /** In verbose patterns: white space and comments. */
  #skipped(): boolean {
    if (/^\s$/.test(this.#text[this.#at] as string)) {
      this.#at++;
      return true;
    }
    if (!this.#peek('#')) return false;
    while (this.#at < this.#text.length && !this.#peek('\n')) this.#at++;
    return true;
  }

  #repeated(item: Node, start: number): Node {
    let node = item;
    for (let count = 0; ; count++) {
      if (this.#flags & VERBOSE) while (this.#at < this.#text.length && this.#skipped());
      const at = this.#at;
      const bounds = this.#bounds();
      if (!bounds) return node;
      if (count > 0) this.#fail('multiple repeat', at);
      if (item.kind === 'assert') this.#fail('nothing to repeat', start);
      const [min, max] = bounds;
      if (max < min) this.#fail('min repeat greater than max repeat', at + 1);
      const lazy = this.#take('?');
      node = { kind: 'repeat', item, min, max, lazy };
      if (!lazy && this.#take('+')) node = { kind: 'atomic', item: node };
    }
  }

  #bounds(): [number, number] | null {
    if (this.#take('*')) return [0, Infinity];
    if (this.#take('+')) return [1, Infinity];
    if (this.#take('?')) return [0, 1];
    if (!this.#peek('{')) return null;
    const rest = this.#text.slice(this.#at, this.#at + 40).join('');
    const match = /^\{(?:(\d+)|(\d*),(\d*))\}/.exec(rest);
    if (!match) return null;
    this.#at += match[0].length;
    if (match[1] !== undefined) return [Number(match[1]), Number(match[1])];
    return [Number(match[2] ?? 0), match[3] ? Number(match[3]) : Infinity];
  }

  #atom(): Node | null {
    const start = this.#at;
    const char = this.#text[this.#at++] as string;
    switch (char) {
      case '.':
        return this.#test(this.#flags & DOTALL ? () => true : (c) => c !== '\n');
      case '^':
        return this.#assertion(this.#flags & MULTILINE ? 'lineStart' : 'start');
      case '$':
        return this.#assertion(this.#flags & MULTILINE ? 'lineEnd' : 'lastLine');
      case '[':
        return this.#set(start);
      case '(':
        return this.#group(start);
      case '\\':
        return this.#escape(start);
      case '*':
      case '+':
      case '?':
        return this.#fail('nothing to repeat', start);
      default:
        if (char === '{') {
          this.#at--;
          if (this.#bounds()) this.#fail('nothing to repeat', start);
          this.#at++;
        }
        return this.#literal(char);
    }
  }

  #test(test: Test): Node {
    return { kind: 'test', test };
  }

  #literal(char: string): Node {
    const test: Test = (c) => c === char;
    if (!(this.#flags & IGNORECASE)) return this.#test(test);
    const lower = char.toLowerCase();
    const upper = char.toUpperCase();
    return this.#test((c) => c === char || c.toLowerCase() === lower || c.toUpperCase() === upper);
  }

  #assertion(what: Extract<Node, { kind: 'assert' }>['what']): Node {
    return { kind: 'assert', what, ascii: (this.#flags & ASCII) !== 0 };
  }

  #escape(start: number): Node {
    const char = this.#text[this.#at];
    if (char === undefined) this.#fail('bad escape (end of pattern)', start);
    const named = classOf(char, (this.#flags & ASCII) !== 0);
    if (named) {
      this.#at++;
      return this.#test(named);
    }
    if ('AZbB'.includes(char)) {
      this.#at++;
      return this.#assertion(
        char === 'A' ? 'start' : char === 'Z' ? 'end' : char === 'b' ? 'word' : 'notWord',
      );
    }
    if (/[1-9]/.test(char)) return this.#reference(start);
    return this.#literal(this.#character(start));
  }

  /** `\1` refers to a group; `\123` is a character. */
  #reference(start: number): Node {
    const rest = this.#text.slice(this.#at, this.#at + 3).join('');
    const octal = /^[0-3][0-7][0-7]/.exec(rest);
    if (octal) {
      this.#at += 3;
      return this.#literal(String.fromCharCode(Number.parseInt(octal[0], 8)));
    }
    const digits = (/^\d\d?/.exec(rest) as RegExpExecArray)[0];
    this.#at += digits.length;
    return this.#back(Number(digits), start + 1);
  }

  #back(index: number, at: number): Node {
    if (index > this.#groups) this.#fail(`invalid group reference ${index}`, at);
    if (this.#open.has(index)) this.#fail('cannot refer to an open group', at - 1);
    return { kind: 'back', index, ignoreCase: (this.#flags & IGNORECASE) !== 0 };
  }

  /** The character that an escape stands for; the backslash is read. */
  #character(start: number): string {
    const char = this.#text[this.#at++] as string;
    const digits = { x: 2, u: 4, U: 8 }[char];
    if (digits !== undefined) {
      const hex = this.#text.slice(this.#at, this.#at + digits).join('');
      const valid = (/^[0-9a-fA-F]*/.exec(hex) as RegExpExecArray)[0];
      if (valid.length < digits) this.#fail(`incomplete escape \\${char}${valid}`, start);
      this.#at += digits;
      return String.fromCodePoint(Number.parseInt(hex, 16));
    }
    if (char === '0') {
      const more = (
        /^[0-7]{0,2}/.exec(this.#text.slice(this.#at, this.#at + 2).join('')) as RegExpExecArray
      )[0];
      this.#at += more.length;
      return String.fromCharCode(Number.parseInt(`0${more}`, 8));
    }
    const control = CONTROLS[char];
    if (control !== undefined) return control;
    if (/[A-Za-z]/.test(char)) this.#fail(`bad escape \\${char}`, start);
    return char;
  }

  #set(start: number): Node {
    const tests: Test[] = [];
    const negative = this.#take('^');
    for (let first = true; first || !this.#peek(']'); first = false) {
      const from = this.#at;
      const low = this.#member(start);
      if (!this.#peek('-') || this.#text[this.#at + 1] === ']') {
        tests.push(typeof low === 'string' ? (c) => c === low : low);
        continue;
      }
      this.#at++;
      const high = this.#member(start);
      const range = this.#text.slice(from, this.#at).join('');
      if (typeof low !== 'string' || typeof high !== 'string') {
        this.#fail(`bad character range ${range}`, from);
      }
      const [a, b] = [low.codePointAt(0) as number, high.codePointAt(0) as number];
      if (b < a) this.#fail(`bad character range ${range}`, from);
      tests.push((c) => (c.codePointAt(0) as number) >= a && (c.codePointAt(0) as number) <= b);
    }
    this.#at++;
    const any: Test = (c) => tests.some((test) => test(c));
    const folded = this.#flags & IGNORECASE ? foldedTest(any) : any;
    return this.#test(negative ? (c) => !folded(c) : folded);
  }

  #member(start: number): string | Test {
    const at = this.#at;
    const char = this.#text[this.#at++];
    if (char === undefined) this.#fail('unterminated character set', start);
    if (char !== '\\') return char;
    const next = this.#text[this.#at];
    if (next === undefined) this.#fail('bad escape (end of pattern)', at);
    const named = classOf(next, (this.#flags & ASCII) !== 0);
    if (named) {
      this.#at++;
      return named;
    }
    if (/[0-7]/.test(next)) {
      const octal = (
        /^[0-7]{1,3}/.exec(this.#text.slice(this.#at, this.#at + 3).join('')) as RegExpExecArray
      )[0];
      this.#at += octal.length;
      return String.fromCharCode(Number.parseInt(octal, 8));
    }
    return this.#character(at);
  }

  #group(start: number): Node | null {
    if (!this.#take('?')) return this.#capture(null, start);
    if (this.#take(':')) return this.#closed(this.#choice(), start);
    if (this.#take('>')) return { kind: 'atomic', item: this.#closed(this.#choice(), start) };
    if (this.#take('#')) {
      while (this.#at < this.#text.length && !this.#peek(')')) this.#at++;
      if (!this.#take(')')) this.#fail('missing ), unterminated comment', start);
      return null;
    }
    if (this.#take('P<')) return this.#capture(this.#name('>'), start);
    if (this.#take('P=')) {
      const at = this.#at;
      const name = this.#name(')');
      const index = this.#names.get(name);
      if (index === undefined) this.#fail(`unknown group name '${name}'`, at);
      return this.#back(index, at);
    }
    if (this.#take('(')) return this.#conditional(start);
    for (const [prefix, behind, negative] of LOOKS) {
      if (!this.#take(prefix)) continue;
      const item = this.#closed(this.#choice(), start);
      if (!behind) return { kind: 'look', behind: 0, negative, item };
      const [min, max] = widthOf(item, this.#bodies);
      if (min !== max) this.#fail('look-behind requires fixed-width pattern', -1);
      return { kind: 'look', behind: min, negative, item };
    }
    return this.#scopedFlags(start);
  }

  #closed(node: Node, start: number): Node {
    if (!this.#take(')')) this.#fail('missing ), unterminated subpattern', start);
    return node;
  }

  #capture(name: string | null, start: number): Node {
    const index = ++this.#groups;
    if (name !== null) {
      const other = this.#names.get(name);
      if (other !== undefined) {
        const text = `redefinition of group name '${name}' as group ${index}; was group ${other}`;
        this.#fail(text, this.#at - name.length - 1);
      }
      this.#names.set(name, index);
    }
    this.#open.add(index);
    const item = this.#closed(this.#choice(), start);
    this.#open.delete(index);
    this.#bodies.set(index, item);
    return { kind: 'group', index, item };
  }

  #name(end: string): string {
    const start = this.#at;
    while (this.#at < this.#text.length && !this.#peek(end)) this.#at++;
    const name = this.#text.slice(start, this.#at).join('');
    if (name === '') this.#fail('missing group name', start);
    if (!this.#take(end)) this.#fail(`missing ${end}, unterminated name`, start);
    if (!/^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(name)) {
      this.#fail(`bad character in group name '${name}'`, start);
    }
    return name;
  }

  /** `(?(1)yes|no)` */
  #conditional(start: number): Node {
    const at = this.#at;
    while (this.#at < this.#text.length && !this.#peek(')')) this.#at++;
    const name = this.#text.slice(at, this.#at).join('');
    this.#at++;
    const index = /^\d+$/.test(name) ? Number(name) : this.#names.get(name);
    if (index === undefined) this.#fail(`unknown group name '${name}'`, at);
    if (index === 0) this.#fail('bad group number', at);
    const yes = this.#sequence();
    const no: Node = this.#take('|') ? this.#sequence() : { kind: 'sequence', items: [] };
    if (this.#peek('|')) this.#fail('conditional backref with more than two branches');
    return this.#closed({ kind: 'conditional', index, yes, no }, start);
  }

  /** `(?i:…)`, `(?-i:…)` */
  #scopedFlags(start: number): Node {
    const rest = this.#text.slice(this.#at, this.#at + 16).join('');
    const match = /^([aiLmsux]*)(?:-([imsx]+))?:/.exec(rest);
    if (!match) {
      if (/^[aiLmsux]+\)/.test(rest)) {
        this.#fail('global flags not at the start of the expression', start);
      }
      const char = this.#text[this.#at];
      if (char === undefined) this.#fail('unexpected end of pattern');
      return this.#fail(`unknown extension ?${char}`, start + 1);
    }
    this.#at += match[0].length;
    const before = this.#flags;
    for (const letter of match[1] as string) this.#flags |= FLAGS[letter] as number;
    for (const letter of match[2] ?? '') this.#flags &= ~(FLAGS[letter] as number);
    const node = this.#choice();
    this.#flags = before;
    return this.#closed(node, start);
  }
}

const LOOKS: readonly [string, boolean, boolean][] = [
  ['=', false, false],
  ['!', false, true],
  ['<=', true, false],
  ['<!', true, true],
];
