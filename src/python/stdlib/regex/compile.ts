// A parsed expression as instructions for the matcher: numbers in one array, sets beside it.

import { CharSet, type Range } from './charset.ts';
import { PatternError, widthOf, type Assertion, type Expression, type Node } from './syntax.ts';
import { Unsupported } from './unsupported.ts';

// What an instruction does, with its operands.
export const CHAR = 0; // code
export const SET = 1; // set
/** Goes on behind it, and at the operand where that fails. */
export const SPLIT = 2; // other
/** Goes on at the operand, and behind it where that fails. */
export const SPLIT_BACK = 3; // to
export const JUMP = 4; // to
export const SAVE = 5; // register
/** The group has closed, as the last one for now. */
export const CLOSED = 6; // group
export const ASSERT = 7; // assertion
export const BACK = 8; // group, case (0 exact, 1 unicode, 2 ascii)
export const LOOK = 9; // kind, how far behind, next
export const LOOK_END = 10; // kind, next
export const CONDITION = 11; // group, where to go if it took no part
export const DONE = 12;
/** A single character again and again. */
export const REPEAT = 13; // set, min, max, the character that must follow or -1
export const REPEAT_LAZY = 14; // set, min, max
export const REPEAT_ALL = 15; // set, min, max
/** A loop with a count begins. */
export const LOOP_INIT = 16; // counter
export const LOOP = 17; // counter, min, max, lazy, exit
export const LOOP_ENTER = 18; // counter, min
export const FAIL = 19;

export const SIZES = [2, 2, 2, 2, 2, 2, 2, 2, 3, 4, 3, 3, 1, 5, 4, 4, 2, 6, 3, 1];

/** Kinds of LOOK. */
export const AHEAD = 0;
export const NEGATIVE = 1;
export const ATOMIC = 2;

export const MANY = 0x7fffffff;

export const assertions: readonly Assertion[] = [
  'start',
  'end',
  'lineStart',
  'lineEnd',
  'lastLine',
  'word',
  'notWord',
  'asciiWord',
  'notAsciiWord',
];

export interface Machine {
  readonly code: Int32Array;
  readonly sets: readonly CharSet[];
  /** Two for each group, the whole match first; then those of loops. */
  readonly registers: number;
  /** The register of the group that closed last. */
  readonly lastClosed: number;
  /** What every match begins with; empty where that is not known. */
  readonly prefix: string;
  /** Whether every match begins at the begin of the text. */
  readonly anchored: boolean;
  /** What the first character of every match is in; null where that is not known. */
  readonly first: CharSet | null;
}

const CODE_MAX = 2_000_000;

export function compileExpression(expression: Expression): Machine {
  const made = new Compiler(expression);
  made.emit(expression.node);
  made.put(DONE);
  lookBeyondRepeats(made.code);
  return {
    code: Int32Array.from(made.code),
    sets: made.sets,
    registers: made.registers,
    lastClosed: made.lastClosed,
    prefix: prefixOf(expression.node),
    anchored: isAnchored(expression.node),
    first: firstOf(expression.node),
  };
}

/** Tells repeats which character must follow, so that they go back to where it stands. */
function lookBeyondRepeats(code: number[]): void {
  for (let pc = 0; pc < code.length; pc += SIZES[code[pc] as number] as number) {
    if (code[pc] !== REPEAT) continue;
    let next = pc + 5;
    while (code[next] === SAVE || code[next] === CLOSED) next += 2;
    if (code[next] === CHAR) code[pc + 4] = code[next + 1] as number;
  }
}

class Compiler {
  readonly code: number[] = [];
  readonly sets: CharSet[] = [];
  readonly lastClosed: number;
  registers: number;
  readonly #expression: Expression;

  constructor(expression: Expression) {
    this.#expression = expression;
    this.lastClosed = 2 * (expression.groups + 1);
    this.registers = this.lastClosed + 1;
  }

  /** Appends an instruction; gives where it stands. */
  put(...words: number[]): number {
    const at = this.code.length;
    if (at >= CODE_MAX) throw new Unsupported('regular expressions of this size');
    for (const word of words) this.code.push(word);
    return at;
  }

  #set(set: CharSet): number {
    const known = this.sets.indexOf(set);
    return known >= 0 ? known : this.sets.push(set) - 1;
  }

  emit(node: Node): void {
    switch (node.kind) {
      case 'literal':
        this.put(CHAR, node.code);
        break;
      case 'set':
        this.put(SET, this.#set(node.set));
        break;
      case 'sequence':
        for (const item of node.items) this.emit(item);
        break;
      case 'choice':
        this.#choice(node.options);
        break;
      case 'repeat':
        this.#repeat(node);
        break;
      case 'group':
        this.#group(node.index, node.item);
        break;
      case 'atomic':
        this.#look(node.item, ATOMIC, 0);
        break;
      case 'look':
        this.#look(node.item, node.negative ? NEGATIVE : AHEAD, this.#behind(node));
        break;
      case 'back':
        this.put(BACK, node.index, CASES.indexOf(node.ignoreCase));
        break;
      case 'assert':
        this.put(ASSERT, assertions.indexOf(node.what));
        break;
      case 'conditional': {
        const test = this.put(CONDITION, node.index, 0);
        this.emit(node.yes);
        const jump = this.put(JUMP, 0);
        this.code[test + 2] = this.code.length;
        this.emit(node.no);
        this.code[jump + 1] = this.code.length;
      }
    }
  }

  #group(index: number | null, item: Node): void {
    if (index === null) {
      this.emit(item);
      return;
    }
    this.put(SAVE, 2 * index);
    this.emit(item);
    this.put(SAVE, 2 * index + 1);
    this.put(CLOSED, index);
  }

  #choice(options: readonly Node[]): void {
    const jumps: number[] = [];
    for (const [i, option] of options.entries()) {
      if (i === options.length - 1) {
        this.emit(option);
        break;
      }
      const split = this.put(SPLIT, 0);
      this.emit(option);
      jumps.push(this.put(JUMP, 0));
      this.code[split + 1] = this.code.length;
    }
    for (const jump of jumps) this.code[jump + 1] = this.code.length;
  }

  #behind(node: Extract<Node, { kind: 'look' }>): number {
    if (!node.behind) return 0;
    const [min, max] = widthOf(node.item, this.#expression.widths);
    if (min !== max) throw new PatternError('look-behind requires fixed-width pattern', null);
    return min;
  }

  #look(item: Node, kind: number, behind: number): void {
    const look = this.put(LOOK, kind, behind, 0);
    this.emit(item);
    const end = this.put(LOOK_END, kind, 0);
    this.code[look + 3] = this.code[end + 2] = this.code.length;
  }

  #repeat(node: Extract<Node, { kind: 'repeat' }>): void {
    const { greed } = node;
    const min = Math.min(node.min, MANY);
    const max = Math.min(node.max, MANY);
    const item = plain(node.item);
    const single =
      item.kind === 'set' ? item.set : item.kind === 'literal' ? only(item.code) : null;
    if (single !== null) {
      const set = this.#set(single);
      if (greed === 'greedy') this.put(REPEAT, set, min, max, -1);
      else this.put(greed === 'lazy' ? REPEAT_LAZY : REPEAT_ALL, set, min, max);
      return;
    }
    if (greed === 'possessive') {
      this.#look({ kind: 'repeat', item, min, max: node.max, greed: 'greedy' }, ATOMIC, 0);
      return;
    }
    const lazy = greed === 'lazy';
    const [least] = widthOf(item, this.#expression.widths);
    if (min === 1 && max === 1) this.emit(item);
    else if (max === 0) return;
    else if (min === 0 && max === 1) this.#optional(item, lazy);
    else if (least > 0 && max === MANY && min <= 1) this.#simpleLoop(item, min, lazy);
    else this.#countedLoop(item, min, max, lazy);
  }

  #optional(item: Node, lazy: boolean): void {
    if (!lazy) {
      const split = this.put(SPLIT, 0);
      this.emit(item);
      this.code[split + 1] = this.code.length;
      return;
    }
    const split = this.put(SPLIT_BACK, 0);
    this.emit(item);
    this.code[split + 1] = this.code.length;
  }

  /** `*` or `+` of what always takes something. */
  #simpleLoop(item: Node, min: number, lazy: boolean): void {
    if (min === 1) {
      const body = this.code.length;
      this.emit(item);
      this.put(lazy ? SPLIT : SPLIT_BACK, body);
      return;
    }
    const split = this.put(lazy ? SPLIT_BACK : SPLIT, 0);
    this.emit(item);
    this.put(JUMP, split);
    this.code[split + 1] = this.code.length;
  }

  #countedLoop(item: Node, min: number, max: number, lazy: boolean): void {
    const counter = this.registers;
    this.registers += 2;
    this.put(LOOP_INIT, counter);
    const loop = this.put(LOOP, counter, min, max, lazy ? 1 : 0, 0);
    this.put(LOOP_ENTER, counter, min);
    this.emit(item);
    this.put(JUMP, loop);
    this.code[loop + 5] = this.code.length;
  }
}

const CASES: readonly (Range | null)[] = [null, 'unicode', 'ascii'];

/** The item itself where a group without index stands around it. */
function plain(node: Node): Node {
  if (node.kind === 'group' && node.index === null) return plain(node.item);
  return node;
}

const singles = new Map<number, CharSet>();

function only(code: number): CharSet {
  const known = singles.get(code);
  if (known) return known;
  const set = new CharSet((other) => other === code);
  if (code < 0x400) singles.set(code, set);
  return set;
}

function isAnchored(node: Node): boolean {
  switch (node.kind) {
    case 'assert':
      return node.what === 'start';
    case 'group':
    case 'atomic':
      return isAnchored(node.item);
    case 'sequence':
      return node.items.length > 0 && isAnchored(node.items[0] as Node);
    case 'choice':
      return node.options.every(isAnchored);
    default:
      return false;
  }
}

/** The characters that every match begins with. */
function prefixOf(node: Node): string {
  switch (node.kind) {
    case 'literal':
      return node.code > 0xffff ? '' : String.fromCharCode(node.code);
    case 'group':
      return prefixOf(node.item);
    case 'sequence': {
      let text = '';
      for (const item of node.items) {
        text += prefixOf(item);
        if (plain(item).kind !== 'literal') break;
      }
      return text;
    }
    default:
      return '';
  }
}

/** What the first character of a match is in; null where there may be none or it may be anything. */
function firstOf(node: Node): CharSet | null {
  switch (node.kind) {
    case 'literal':
      return only(node.code);
    case 'set':
      return node.set;
    case 'group':
    case 'atomic':
      return firstOf(node.item);
    case 'repeat':
      return node.min > 0 ? firstOf(node.item) : null;
    case 'choice': {
      const sets = node.options.map(firstOf);
      if (sets.some((set) => set === null)) return null;
      return new CharSet((code) => sets.some((set) => (set as CharSet).has(code)));
    }
    case 'sequence':
      for (const item of node.items) {
        if (item.kind === 'assert' || item.kind === 'look') continue;
        const [min, max] = widthOf(item, NO_GROUPS);
        if (min === 0 && max === 0) continue;
        if (min > 0) return firstOf(item);
        return optionalFirst(item, node.items.slice(node.items.indexOf(item) + 1));
      }
      return null;
    default:
      return null;
  }
}

const NO_GROUPS = new Map<number, readonly [number, number]>();

/** `a*b` begins with an a or with what `b` begins with. */
function optionalFirst(item: Node, rest: readonly Node[]): CharSet | null {
  const own = item.kind === 'repeat' ? firstOf(item.item) : null;
  const next = own && firstOf({ kind: 'sequence', items: rest });
  if (!own || !next) return null;
  return new CharSet((code) => own.has(code) || next.has(code));
}
